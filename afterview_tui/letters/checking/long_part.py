"""A part of a letter that is longer than all the rest of it together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.checking.finding import Check, Finding

Span = tuple[str, int, int]
"""A part of a letter: its name, and where it begins and ends in the text."""

# Words of a part that may be longer than the rest: what puts an answer right, or says what was
# agreed, takes its words.
_MOST = 90
_IN_ONE_PIECE = 30  # words of the rest, with which a letter was written all in one part
_IN_WORD = re.compile(r"\w")


def longer_than_the_rest(text: str, parts: Sequence[Span]) -> Iterator[Finding]:
    """Parts of many words that outweigh everything else between greeting and sign-off."""
    whole = gaps_and_length.word_count(text) if parts else 0
    for name, start, end in parts:
        start, end = max(0, start), min(end, len(text))
        words = sum(bool(_IN_WORD.search(one)) for one in text[start:end].split())
        if words > _MOST and _IN_ONE_PIECE <= whole - words < words:
            where = start + len(text[start:end].rstrip())
            why = f"This part has {words} words, more than all the rest: what can go?"
            yield Finding(Check.LONG_PART, where, where, "", why, about=name)
