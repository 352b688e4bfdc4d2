"""What a letter has in common with the other letters to one employer: they compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.lexicon import listed
from afterview_tui.letters.checking.salutation import salutation
from afterview_tui.letters.checking.sentences import Sentence, sentences

SAME, ALIKE = 0.85, 0.65  # of the words of two letters
_NEAR, _NEARER = 0.8, 0.88  # of the words of two sentences, and of two short ones
_SHORT = 10  # words
_COMPARED = 4_000  # characters of two letters that are compared
_FEWEST = 6  # words of a sentence that somebody would notice to have read before
# A sentence of these words alone is a courtesy, which anybody may use twice.
_COURTESIES = listed(
    "a able about again all am and answer any anything are as at be been by call can chance"
    " consider considering consideration contact could do else enjoyed feel for forward free"
    " friday from further get glad good great had happy have hear hearing here hope how i i'd"
    " i'm i'll if in interest interview interviewing is it it's job know let like look looking"
    " lovely me meet meeting monday more much my need next nice of on once one opportunity or"
    " other our out people please pleased pleasure position possible questions question reach"
    " really role see should so something soon speak speaking staff sincerely take taking talk"
    " talking team thank thanks that the there this thursday time to today together touch"
    " tuesday us very was we wednesday week were what when wish with word work working would"
    " yesterday you you'd your yours"
)


_BEGUN = 15  # words: a letter that is hardly begun has little but thanks


def copies(
    text: str, every: Sequence[Sentence], others: Iterable[tuple[str, str]]
) -> Iterator[Finding]:
    """What stands in another letter, too: nearly all of this one, or a sentence of it."""
    greeted = salutation(text)
    where = greeted.end if greeted is not None else 0
    mine = [one for one in every if one.start < _COMPARED and _is_own(one)]
    told: set[int] = set()
    for shown, other in others:
        here, there = text[:_COMPARED], other[:_COMPARED]
        fewest = min(gaps_and_length.word_count(here), gaps_and_length.word_count(there))
        alike = gaps_and_length.similarity(here, there) if fewest >= _BEGUN else 0.0
        if alike >= SAME:
            why = f"This is the same letter as to {shown}."
            yield Finding(Check.SAME_LETTER, where, where, "", why, about=shown)
        elif alike >= ALIKE:
            why = f"Only a sentence or so differs from the letter to {shown}."
            yield Finding(Check.ALIKE, where, where, "", why, about=shown)
        else:
            theirs = [one.small for one in sentences(other[:_COMPARED]) if _is_own(one)]
            for one in mine:
                if one.start not in told and _stands_in(one.small, theirs):
                    told.add(one.start)
                    yield _finding(one, shown)


def _finding(one: Sentence, shown: str) -> Finding:
    why = f"The letter to {shown} has this sentence, too, and they may compare: say it otherwise."
    return Finding(Check.SAME_SENTENCE, one.start, one.end, one.text, why)


def _is_own(one: Sentence) -> bool:
    """Whether a sentence is more than a courtesy."""
    return len(one.words) >= _FEWEST and not _COURTESIES.issuperset(one.small)


def _stands_in(words: tuple[str, ...], theirs: Sequence[tuple[str, ...]]) -> bool:
    """Whether one of their sentences is this one, or differs from it in a word or two."""
    known = frozenset(words)
    near = _NEAR if len(words) >= _SHORT else _NEARER
    for other in theirs:
        if words == other:
            return True
        fewer, more = sorted((len(words), len(other)))
        if 2 * fewer < near * (fewer + more) or 2 * len(known & frozenset(other)) < len(known):
            continue
        match = SequenceMatcher(None, words, other, autojunk=False)
        if match.quick_ratio() >= near and match.ratio() >= near:
            return True
    return False
