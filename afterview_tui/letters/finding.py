"""What a check has to say about one place in a letter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from afterview_tui.domain.text import fold


class Check(StrEnum):
    """What was looked at, the gravest first. Where two meet in one place, the first is told."""

    OTHER_EMPLOYER = "another employer"
    RECIPIENT = "recipient"
    OTHER_PERSON = "somebody else"
    OTHER_ROLE = "another role"
    SAME_LETTER = "same letter"
    GAP = "gap"
    EMPLOYER = "employer"
    TITLE = "title"
    ALIKE = "alike"
    SPELLING = "spelling"
    LENGTH = "length"

    @property
    def gravity(self) -> int:
        """0 for the gravest."""
        return list(Check).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a letter to look at, why, and what could stand there.

    `start` and `end` are offsets in the text, or in the subject. `words` is what
    stands there; nothing where something is missing. `fix` replaces it; None
    when only the writer can know. What concerns the letter as a whole has no
    place of its own: it is told at the beginning.
    """

    check: Check
    start: int
    end: int
    words: str
    why: str
    fix: str | None = None
    in_subject: bool = False
    about: str = ""

    @property
    def key(self) -> str:
        """What "ignore this once" remembers: it holds when the text around is edited."""
        return f"{self.check}:{fold(self.about or self.words)}"

    @property
    def takes_word(self) -> bool:
        """Whether "add to my words" can settle it."""
        return self.check is Check.SPELLING

    def fixed(self, text: str) -> str:
        """The text (or the subject) with the fix in its place."""
        if self.fix is None:
            return text
        return text[: self.start] + self.fix + text[self.end :]


def at(check: Check, text: str, start: int, end: int, why: str, fix: str | None = None) -> Finding:
    """A finding for these offsets of a text."""
    return Finding(check, start, end, text[start:end], why, fix)
