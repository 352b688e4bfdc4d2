"""Sentences in capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from afterview_tui.letters.checking import word_forms
from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.lexicon import listed
from afterview_tui.letters.checking.sentences import Sentence

_FEWEST = 4  # words
# Two of these tell a sentence from a row of abbreviations or the head of an address.
_SMALL_WORDS = (
    word_forms.SUBJECTS
    | word_forms.POINTING
    | word_forms.AUXILIARIES
    | word_forms.PREPOSITIONS
    | word_forms.CONJUNCTIONS
    | listed("a an the my your me us not please what very no so never thank")
)
_WHY = "All in capitals it reads as shouted."


def in_capitals(every: Sequence[Sentence]) -> Iterator[Finding]:
    """Sentences of which every letter is a capital."""
    for one in every:
        if len(one.words) < _FEWEST or one.is_line or not one.text.isupper() or ":" in one.text:
            continue
        known = sum(
            word.small in _SMALL_WORDS or word_forms.is_contracted(word.small) for word in one.words
        )
        if known >= 2:
            yield Finding(Check.SHOUTING, one.start, one.end, one.text, _WHY)
