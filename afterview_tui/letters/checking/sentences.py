"""The sentences of a letter: what stands between greeting and sign-off, cut where people stop."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from afterview_tui.domain.text import fold
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.checking.lexicon import listed
from afterview_tui.letters.checking.salutation import salutation

_EMPTY_LINE = re.compile(r"\n[^\S\n]*(?=\n)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|\Z)")
_QUOTES = re.compile(r"[“”\"]|\n[^\S\n]*\n")
_LISTED = re.compile(r"\s*(?:[-*•–·>]|\d{1,2}[.)]|[a-z]\))\s")
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")
_AFTER_GREETING = re.compile(r"[\s,:;!.–—-]*")
_FAREWELLS = listed(
    "regards sincerely wishes yours thanks respect respectfully cheers best love warmly"
    " gratitude truly faithfully cordially solidarity"
)
# A full stop after one of these ends no sentence …
_SHORT = listed(
    "dr mr mrs ms mx prof st no nr vs rev fr sr e.g i.e a.k.a eg ie approx ext max min fig dept tel"
    " cf incl gen hon capt sgt"
)
# … and after one of these it does when a capital follows.
_OFTEN_SHORT = listed("etc inc ltd co jr am pm ave rd dept assn bros corp")
_LONGEST_LINE = 45  # characters of a line of an address, of a heading, of a sign-off


@dataclass(frozen=True, slots=True)
class Word:
    """One word as people count them: "isn't" and "x-ray" are one; `small` is it folded."""

    text: str
    small: str
    start: int
    end: int
    is_quoted: bool

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, where it stands, and in which paragraph.

    A line by itself that ends with no full stop is one, too; it is not `closed`. `is_line`
    is one that may be a heading, or part of an address.
    """

    text: str
    start: int
    words: tuple[Word, ...]
    paragraph: int
    is_line: bool = False

    @property
    def end(self) -> int:
        """Where it ends, its full stop with it."""
        return self.start + len(self.text)

    @property
    def is_closed(self) -> bool:
        """Whether a full stop or its like ends it."""
        return bool(_CLOSED.search(self.text))

    @property
    def small(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(one.small for one in self.words)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a letter, without its head, greeting and sign-off, and without gaps."""
    quoted = _quoted(text)
    gaps = [(one.start, one.end) for one in gaps_and_length.gaps(text)]
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        is_last_words = _is_sign_off(text[start:end])
        if is_last_words and number:
            break
        for first, last, is_line in _pieces(text, start, end):
            while gaps and gaps[0][1] <= first:
                gaps.pop(0)
            if gaps and gaps[0][0] < last:
                continue
            words = tuple(_words(text, first, last, quoted))
            if words:
                found.append(Sentence(text[first:last], first, words, number, is_line))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph of the body begins and ends."""
    start = _after_greeting(text)
    for empty in _EMPTY_LINE.finditer(text, start):
        if text[start : empty.start()].strip():
            yield start, empty.start()
        start = empty.end()
    if text[start:].strip():
        yield start, len(text)


def _after_greeting(text: str) -> int:
    greeted = salutation(text)
    if greeted is None:
        return 0
    # A line of the letter may begin with "dear" or "hi": before a greeting stands an address.
    if any(len(line) > _LONGEST_LINE * 2 for line in text[: greeted.start].splitlines()):
        return 0
    after = _AFTER_GREETING.match(text, greeted.end)
    return after.end() if after is not None else greeted.end


def _is_sign_off(paragraph: str) -> bool:
    first, *_ = paragraph.strip().split("\n", 1)
    if len(first) > _LONGEST_LINE or _CLOSED.search(first):
        return False
    words = fold(first).replace(",", " ").split()
    return bool(_FAREWELLS & set(words)) and len(words) <= 6


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The sentences of a paragraph: where they are, and whether each is a line by itself."""
    lines = list(_lines(text, start, end))
    if all(last - first <= _LONGEST_LINE for first, last in lines) and not any(
        _CLOSED.search(text, first, last) or len(list(_cut(text, first, last))) > 1
        for first, last in lines
    ):
        yield from ((first, last, True) for first, last in lines)
        return
    run: tuple[int, int] | None = None
    for first, last in lines:
        if _LISTED.match(text, first, last):
            if run is not None:
                yield from _cut(text, *run)
            run = None
        else:
            run = (run[0] if run is not None else first, last)
    if run is not None:
        yield from _cut(text, *run)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if trimmed := _trimmed(text, start, stop):
            yield trimmed
        start = stop + 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    if not piece.strip():
        return None
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    begun = start
    for stop in _END.finditer(text, start, end):
        if _ends(text, begun, stop, end):
            if trimmed := _trimmed(text, begun, stop.end()):
                yield (*trimmed, False)
            begun = stop.end()
    if trimmed := _trimmed(text, begun, end):
        yield (*trimmed, False)


def _ends(text: str, begun: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop, or what stands like one, ends a sentence."""
    after = text[stop.end() : min(end, stop.end() + 8)].lstrip(" \t\"'“‘([\n")
    if not after:
        return True
    goes_on = after[0].islower()
    if stop[0] != ".":
        return not goes_on
    before = text[max(begun, stop.start() - 24) : stop.start()].split()
    word = before[-1].lstrip("(\"'“‘[") if before else ""
    small = word.casefold()
    if small in _SHORT or (len(word) == 1 and word.isupper() and word != "I"):
        return False
    return not (goes_on and (small in _OFTEN_SHORT or "." in small))


def _quoted(text: str) -> list[tuple[int, int]]:
    """Where somebody else's words stand between quotation marks."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _QUOTES.finditer(text):
        if mark[0][0] == "\n":
            opened = None
        elif mark[0] == "“" or (mark[0] == '"' and opened is None):
            opened = mark.end()
        elif opened is not None:
            found.append((opened, mark.start()))
            opened = None
    return found


def _words(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Iterator[Word]:
    for found in _WORD.finditer(text, start, end):
        small = fold(found[0]).replace("’", "'")
        if small:
            before = bisect_right(quoted, (found.start(), end)) - 1
            is_quoted = before >= 0 and found.start() < quoted[before][1]
            yield Word(found[0], small, found.start(), found.end(), is_quoted)
