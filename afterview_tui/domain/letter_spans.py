"""Where each part and each of our sentences stands in the text of a letter.

A letter is one text, so that it can be written in freely. Its spans go along with every
edit; what they are called is the business of the kinds of letters.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text with a name, in characters from its beginning."""

    name: str
    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


def moved(spans: Iterable[Span], old: str, new: str) -> tuple[Span, ...]:
    """The spans after `old` became `new`.

    What came in at the end of a span belongs to it. One that is gone as a whole,
    with what was around it, is no more.
    """
    if old == new:
        return tuple(spans)
    start, end, length = exchanged(old, new)
    return replaced(spans, start, end, length)


def moved_parts(parts: str, old: str, new: str) -> str:
    """The spans kept beside a text, as they are to be kept beside the text that replaces it."""
    return packed(moved(unpacked(parts, old), old, new))


def replaced(spans: Iterable[Span], start: int, end: int, length: int) -> tuple[Span, ...]:
    """The spans after `length` characters took the place of those from `start` to `end`."""
    return tuple(_apart(_after(spans, start, end, length)))


def packed(spans: Iterable[Span]) -> str:
    """The spans as they are kept beside a text."""
    return json.dumps([[one.name, one.start, one.end] for one in spans], separators=(",", ":"))


def unpacked(kept: str, text: str) -> tuple[Span, ...]:
    """The spans that were kept beside this text; none where they do not fit it."""
    try:
        spans = [Span(str(name), int(start), int(end)) for name, start, end in json.loads(kept)]
    except (ValueError, TypeError):  # nothing was kept, or a foreign hand wrote it
        return ()
    last = 0
    for one in spans:
        if not last <= one.start <= one.end <= len(text):
            return ()
        last = one.end
    return tuple(spans)


def exchanged(old: str, new: str) -> tuple[int, int, int]:
    """From where to where `old` gave way, and how many characters came there.

    The end is compared first: what is typed at the end of a span, before a
    space like the one typed, counts as typed there and not behind that space.
    """
    most = min(len(old), len(new))
    tail = _alike(most, lambda number: old[len(old) - number :] == new[len(new) - number :])
    head = _alike(most - tail, lambda number: old[:number] == new[:number])
    return head, len(old) - tail, len(new) - tail - head


def _alike(most: int, is_alike: Callable[[int], bool]) -> int:
    """The largest number up to `most` for which it holds; it holds for each smaller one."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if is_alike(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _after(spans: Iterable[Span], start: int, end: int, length: int) -> Iterator[Span]:
    grown = length - (end - start)
    for one in spans:
        if one.end < start:
            yield one
        elif one.start > end or (one.start == end and start < end):
            yield Span(one.name, one.start + grown, one.end + grown)
        elif one.start <= start and end <= one.end:
            yield Span(one.name, one.start, one.end + grown)
        elif one.start < start:
            yield Span(one.name, one.start, start)
        elif one.end > end:
            yield Span(one.name, start + length, one.end + grown)


def _apart(spans: Iterator[Span]) -> Iterator[Span]:
    """Two that meet at the place of an edit do not both have what came in."""
    last = 0
    for one in spans:
        start = max(one.start, last)
        last = max(one.end, start)
        yield Span(one.name, start, last)
