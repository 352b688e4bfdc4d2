"""Lists of words that the checks go by: data, in `lexicon/`. A line with `#` is a remark."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def words_in(name: str) -> frozenset[str]:
    """The words of one list, folded."""
    file = resources.files("afterview_tui.letters") / "lexicon" / f"{name}.txt"
    lines = file.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
