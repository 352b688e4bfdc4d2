"""The wordings of a letter: read from `templates/`, chosen for a reader, filled with facts.

A file holds the wordings of one part, in Jinja2, with a blank line between
them. A paragraph that starts with `#` is a remark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING
from zlib import crc32

from afterview_tui.letters.template import environment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Choice:
    """Which wordings one reader gets.

    Neighbours on a panel get neighbouring wordings, so none is shared until
    they run out; the interview shifts each part, so that two interviews differ.
    """

    interview_id: int
    place: int

    def of(self, part: str) -> str:
        """The wording of a part for this reader, not yet filled."""
        choices = wordings(part)
        shift = crc32(f"{part} {self.interview_id}".encode())
        return choices[(self.place + shift) % len(choices)]


@cache
def wordings(part: str) -> tuple[str, ...]:
    """All wordings of a part."""
    file = resources.files("afterview_tui.letters") / "templates" / f"{part}.txt"
    blocks = file.read_text("utf-8").split("\n\n")
    return tuple(" ".join(block.split()) for block in blocks if not block.lstrip().startswith("#"))


def filled(source: str, words: Mapping[str, str]) -> str:
    """A wording with the facts in their places, on one line."""
    return " ".join(_template(source).render(words).split())


@cache
def _template(source: str) -> Template:
    return environment().from_string(source)
