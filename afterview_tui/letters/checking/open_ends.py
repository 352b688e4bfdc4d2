"""Sentences of which only the beginning is there: "You told me about …", "I can start on." """

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from afterview_tui.domain.text import fold
from afterview_tui.letters.checking import word_forms
from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.lexicon import listed
from afterview_tui.letters.checking.sentences import Sentence

_WHY = "Only the beginning of a sentence: write on from it, or take it out."
_DOTS = re.compile(r"(?:…|\.\.\.)[.…]*\s*$")
_LINE_BELOW = re.compile(r"[^\S\n]*\n[^\S\n]*\S")
_MARKS = " .,…:;!?-–—"
_ENDS = frozenset(" .…")
_LONGEST = 9  # words of a beginning that somebody left
_ALWAYS_OPEN = listed("the a an my your our their every and or because although unless")
# Nothing follows "who" in "I wonder who"; with dots after it, it does.
# A sentence that ends with one of these and no stop was only begun.
GOES_ON = _ALWAYS_OPEN | word_forms.PREPOSITIONS | listed("that when which is are was were")
_OPEN_WITH_DOTS = _ALWAYS_OPEN | word_forms.PREPOSITIONS | listed(
    "who which that whose when where if is was are am have has had will would can could to me"
    " it"
)  # fmt: skip
_JOINING = listed("when while since because if as although before after what")
_LOOSE = listed("about with at of for from into as during than between without regarding")
_RELATIVE = listed("who which that what where whom whose how this there all")
_SET_APART = listed("it's that's it that this those these here's there's")
_IS_FREE = listed("start started begin free available")
_TO_SAY_THAT = re.compile(
    r"(?:i|we)(?: also)? (?:forgot|wanted|would like|should have|had wanted|meant|have|need|like)"
    r"(?: also)?(?: to)? (?:say|said|tell you|told you|mention|mentioned|add|added|write) that"
)


def only_beginnings(
    text: str, every: Sequence[Sentence], beginnings: Collection[str] = ()
) -> Iterator[Finding]:
    """Sentences that go no further than their beginning, those of `beginnings` among them."""
    known = {_bare(one) for one in beginnings if not one.rstrip().endswith((".", "?"))} - {""}
    for one in every:
        if (_bare(one.text) in known or _is_open(one)) and not _is_above_a_list(text, one):
            yield Finding(Check.OPEN_END, one.start, one.end, one.text, _WHY)


def _is_above_a_list(text: str, one: Sentence) -> bool:
    """Whether a colon ends it, and what it announces stands in the lines below."""
    return one.text.endswith(":") and bool(_LINE_BELOW.match(text, one.end))


def _bare(text: str) -> str:
    """A text to compare beginnings by."""
    return " ".join(fold(text).replace("’", "'").strip(_MARKS).split())


def _is_open(one: Sentence) -> bool:
    small = one.small
    if len(small) < 2 or one.words[-1].is_quoted:
        return False
    if not _ENDS.issuperset(one.text[one.words[-1].end - one.start :]):
        return False  # a question, a quotation, something in brackets
    if one.is_line and not (one.words[0].is_capital and small[0] in word_forms.SUBJECTS):
        return False
    last = small[-1]
    if last in _ALWAYS_OPEN and not one.words[-1].text.isupper() and not _is_letter(one):
        return True
    if _DOTS.search(one.text):
        is_joining = len(small) <= _LONGEST and small[0] in _JOINING
        return (
            last in _OPEN_WITH_DOTS or is_joining or bool(_TO_SAY_THAT.fullmatch(" ".join(small)))
        )
    if len(small) > _LONGEST:
        return False
    if last == "if" or _TO_SAY_THAT.fullmatch(" ".join(small)):
        return True
    return _lacks_object(small)


def _is_letter(one: Sentence) -> bool:
    """Whether the last word is the letter A: "vitamin A."."""
    return one.small[-1] == "a" and one.words[-1].text == "A"


def _lacks_object(small: Sequence[str]) -> bool:
    """Whether the last word waits for another one: "I would like to work with." """
    last = small[-1]
    if any(word in _RELATIVE for word in small[:-1]):
        return False
    if sum(word in word_forms.SUBJECTS for word in small[1:]) > (
        small[0] not in word_forms.SUBJECTS
    ):
        return False
    if small[0] in _SET_APART and any(word in word_forms.SUBJECTS for word in small[2:]):
        return False  # "It's your aspen I keep thinking about."
    if any(word in ("was", "were", "been", "be", "being", "is", "are") for word in small[:-2]):
        return False
    if last in ("on", "in"):
        return small[-2] in _IS_FREE
    return last in _LOOSE
