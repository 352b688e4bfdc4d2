"""Two texts compared word by word: what is the same, what is gone, what is new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum

# A word with the spaces before it, the ends of lines, spaces that no word follows.
_TOKEN = re.compile(r"[^\S\n]*\S+|\n+|[^\S\n]+")
# Steps that a comparison may take at the worst: a key must not wait for a second.
_DEAREST = 20_000_000
_LONG = 50  # characters; a replacement of this size reads better on a line of its own


class Kind(Enum):
    """In which of the two texts a piece is."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


# For terminals that show no colours, and for text that is copied.
MARKS = {Kind.SAME: ("", ""), Kind.GONE: ("[-", "-]"), Kind.NEW: ("{+", "+}")}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is in both texts, or in one."""

    kind: Kind
    text: str


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """What became of `old` in `new`.

    What is the same and what is gone make up `old`, what is the same and what
    is new make up `new`. Where words would take too long, whole lines are compared.
    """
    by_line = list(_matched(old.splitlines(keepends=True), new.splitlines(keepends=True), _DEAREST))
    share = _DEAREST // len(by_line)
    stretches: list[_Stretch] = []
    for same, gone, came in by_line:
        stretches.append((same, "", ""))
        if gone or came:
            stretches += _readable(_matched(_TOKEN.findall(gone), _TOKEN.findall(came), share))
    return _pieces(stretches)


def marked(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces as they are read: with marks around what is gone and what is new."""
    shown: list[Piece] = []
    before = Piece(Kind.SAME, "")
    for piece in pieces:
        if between := _between(before, piece):
            shown.append(Piece(Kind.SAME, between))
        shown.append(replace(piece, text=_in_marks(piece)))
        before = piece
    return shown


# What is the same, and then what is gone and what came in its place.
_Stretch = tuple[str, str, str]


def _matched(old: list[str], new: list[str], dearest: int) -> Iterator[_Stretch]:
    """Stretches of two lists of lines or words. Too dear a middle is taken for changed whole."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    last, last_new = len(old) - end, len(new) - end
    before, after = old[start:last], new[start:last_new]
    opcodes: Sequence[tuple[str, int, int, int, int]] = [("replace", 0, len(before), 0, len(after))]
    if _cost(before, after) <= dearest:
        opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    same = "".join(old[:start])
    for tag, i, j, k, m in opcodes:
        if tag == "equal":
            same += "".join(before[i:j])
        else:
            yield same, "".join(before[i:j]), "".join(after[k:m])
            same = ""
    yield same + "".join(old[last:]), "", ""


def _common(one: list[str], other: list[str]) -> int:
    """How many are the same at the beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _cost(old: list[str], new: list[str]) -> int:
    """How long it may take: every pair of the same word, looked at again for every match."""
    often = Counter(new)
    return sum(often[word] for word in old) * min(len(old), len(new))


def _readable(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """A few words that happen to be the same amid longer changes are taken for changed too.

    Two wordings of a sentence share an "and" or a "the", and are read better
    one after the other than woven into each other. The ends of lines stay.
    """
    kept: list[_Stretch] = []
    for stretch in stretches:
        one = stretch
        while kept and _is_chance(one, kept[-1]):
            same, gone, came = one
            before, was_gone, was_new = kept.pop()
            one = before, was_gone + same + gone, was_new + same + came
        kept.append(one)
    return kept


def _is_chance(one: _Stretch, before: _Stretch) -> bool:
    """Whether what is the same in `one` is no longer than the changes on both its sides."""
    same = one[0]
    if not same or "\n" in same:
        return False
    return all(len(same) <= max(len(gone), len(came)) for _, gone, came in (before, one))


def _pieces(stretches: Iterable[_Stretch]) -> tuple[Piece, ...]:
    """The pieces, with what is gone before what is new, and none beside one of its kind."""
    pieces: list[Piece] = []
    gone = came = ""

    def change() -> None:
        if gone:
            pieces.append(Piece(Kind.GONE, gone))
        if came:
            pieces.append(Piece(Kind.NEW, came))

    for same, is_gone, is_new in stretches:
        if same:
            change()
            gone = came = ""
            if pieces and pieces[-1].kind is Kind.SAME:
                same = pieces.pop().text + same
            pieces.append(Piece(Kind.SAME, same))
        gone, came = gone + is_gone, came + is_new
    change()
    return tuple(pieces)


def _between(before: Piece, piece: Piece) -> str:
    """What keeps a new piece apart from the one that it takes the place of."""
    if (before.kind, piece.kind) != (Kind.GONE, Kind.NEW):
        return ""
    if before.text[-1].isspace() or piece.text[0] == "\n":
        return ""
    is_long = max(len(before.text), len(piece.text)) > _LONG
    if is_long and not piece.text[0].isspace():
        return "\n"
    return "" if piece.text[0].isspace() else " "


def _in_marks(piece: Piece) -> str:
    """A piece with its marks, on every line of it; what cannot be seen gets a sign."""
    if piece.kind is Kind.SAME:
        return piece.text
    opening, closing = MARKS[piece.kind]
    if not piece.text.strip():
        sign = "¶" if "\n" in piece.text else piece.text
        newline = piece.text if piece.kind is Kind.NEW and "\n" in piece.text else ""
        return f"{opening}{sign}{closing}{newline}"
    return re.sub(r"\S(?:[^\n]*\S)?", lambda found: f"{opening}{found[0]}{closing}", piece.text)
