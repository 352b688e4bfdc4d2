"""Lists of words that the checks go by: data, in `word_lists/`. A line with `#` is a remark."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

_LEXICON = resources.files("afterview_tui.letters.checking") / "word_lists"


@cache
def words_in(name: str) -> frozenset[str]:
    """The words of one list, folded."""
    return _listed(_LEXICON / f"{name}.txt")


def listed(words: str) -> frozenset[str]:
    """Words that stand in one text, for a list of a few lines."""
    return frozenset(words.split())


def words_of_trades() -> frozenset[str]:
    """The words of every trade that has a list in `trades/`."""
    return frozenset().union(*map(_listed, (_LEXICON / "trades").iterdir()))


def _listed(file: Traversable) -> frozenset[str]:
    lines = file.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
