"""What a filter looks for, and whether a text has it: the same in every list."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from afterview_tui.domain import phone
from afterview_tui.domain.alphabet import ALSO
from afterview_tui.domain.text import fold

_ALSO = str.maketrans(ALSO)
_HAS_ALSO = re.compile(f"[{''.join(ALSO)}]")


def words(said: str) -> list[str]:
    """The words that somebody looks for, folded."""
    return fold(said).split()


def searched(*texts: str) -> str:
    """Texts as words are looked for in them: folded, and with ü as ue where there is one."""
    text = " ".join(texts)
    if text.isascii():
        return fold(text)
    text = unicodedata.normalize("NFC", text)
    return fold(f"{text} {text.translate(_ALSO)}" if _HAS_ALSO.search(text) else text)


def has(text: str, wanted: list[str]) -> bool:
    """Whether every word occurs in a `searched` text."""
    return all(word in text for word in wanted)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for where people have phone numbers: words, and numbers in words."""

    words: tuple[str, ...]
    numbers: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, said: str) -> Asked:
        """Read what is typed; a number may have spaces in it."""
        rest, numbers = phone.apart(said)
        return cls(tuple(words(rest)), tuple((one, tuple(words(one))) for one in numbers))

    def fits(self, text: str, phone_number: str) -> bool:
        """Whether every word is in a `searched` text, and every number there or in the phone."""
        return has(text, list(self.words)) and all(
            phone.reaches(number, phone_number) or has(text, list(parts))
            for number, parts in self.numbers
        )
