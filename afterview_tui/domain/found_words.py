"""Where the words that somebody looks for stand in a text, and the passage around them.

What is found is read as the index in the file reads it: a word of letters and digits, folded,
of which the beginning is enough; signs between words that are typed together are any signs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from afterview_tui.domain.alphabet import ALSO, PLAIN
from afterview_tui.domain.text import clean

_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans(PLAIN)
_MOST = 500  # places in one text that are looked at; one letter stands in it thousands of times
_TOGETHER = 120  # characters in which the words are to stand for a passage
_BEFORE = 24  # characters of a passage before the first word
_NEAR = 40  # so near to its beginning, a passage begins with the text

Span = tuple[int, int]
# Words without a space between them: `e-mail` is two, one behind the other.
Asked = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text on one line, and where the words stand in it."""

    text: str = ""
    marks: tuple[Span, ...] = ()


def asked(said: str) -> Asked:
    """What somebody looks for, folded."""
    parts = (tuple(_WORD.findall(_folded(one))) for one in said.split())
    return tuple(dict.fromkeys(filter(None, parts)))


def spans(text: str, wanted: Asked) -> list[Span]:
    """Where these words stand in a text, each whole, in their order."""
    return sorted({(start, end) for start, end, _ in _places(text, wanted)})


def has_all(text: str, wanted: Asked) -> bool:
    """Whether each of the words stands in a text."""
    return len({which for _, _, which in _places(text, wanted)}) == len(wanted)


def passage(text: str, wanted: Asked, length: int) -> Passage:
    """The part of a text in which most of the words stand, so many characters at most."""
    places = _places(text, wanted)
    start = _richest(places) if places else 0
    first = start - _BEFORE if start > _NEAR else 0
    if first:
        space = re.search(r"\s", text[first:start])
        first = first + space.end() if space else start
    after = "…" if first + length < len(text) else ""
    return whole(f"{'… ' if first else ''}{text[first : first + length]}{after}", wanted)


def whole(text: str, wanted: Asked) -> Passage:
    """A text on one line, and where the words stand in it."""
    line = " ".join(clean(text).split())
    return Passage(line, tuple(spans(line, wanted)))


def _richest(places: Sequence[tuple[int, int, int]]) -> int:
    """Where most of the words stand close together."""

    def near(number: int) -> int:
        until = places[number][0] + _TOGETHER
        near = {which for start, _, which in islice(places, number, number + 20) if start < until}
        return len(near)

    return places[max(range(len(places)), key=near)][0]


def _places(text: str, wanted: Asked) -> list[tuple[int, int, int]]:
    """Start and end of each word that is found, and which of those wanted it is."""
    found: set[tuple[int, int, int]] = set()
    if not wanted:
        return []
    for table in (_FOLDED, _ALSO) if _letters(text) & ALSO.keys() else (_FOLDED,):
        folded = text.lower() if text.isascii() else text.translate(table)
        at = _origins(text, table)
        for which, words in enumerate(wanted):
            for match in islice(_pattern(words).finditer(folded), _MOST):
                start, end = match.span()
                found.add((at[start], at[end - 1] + 1, which) if at else (start, end, which))
    return sorted(found)


def _letters(text: str) -> set[str]:
    return set() if text.isascii() else set(text)


def _origins(text: str, table: _Folding) -> list[int]:
    """For each folded character the one that it comes from; nothing where they are the same."""
    if all(len(table[ord(one)]) == 1 for one in _letters(text)):
        return []
    return [place for place, one in enumerate(text) for _ in table[ord(one)]]


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, words)) + r"[^\W_]*")


class _Folding(dict[int, str]):
    """How each character is folded, found out once."""

    def __init__(self, first: dict[str, str] | None = None) -> None:
        super().__init__()
        self._first = str.maketrans(first or {})

    def __missing__(self, code: int) -> str:
        plain = chr(code).translate(self._first).translate(_PLAIN)
        apart = unicodedata.normalize("NFKD", plain)
        self[code] = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
        return self[code]


_FOLDED, _ALSO = _Folding(), _Folding(ALSO)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_FOLDED)
