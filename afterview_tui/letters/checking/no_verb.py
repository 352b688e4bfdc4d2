"""Sentences that lack a verb: "The new x-ray and the recall list." """

from __future__ import annotations

from collections.abc import Iterator, Sequence

from afterview_tui.letters.checking import word_forms
from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.lexicon import listed
from afterview_tui.letters.checking.sentences import Sentence

_FEWEST = 3  # words: "Every time." is meant so
_WHY = "No verb: who does what? Make it a whole sentence, or join it to the one before."
# What people write without a verb and everybody reads as whole.
_BEGINNINGS = listed(
    "thank thanks cheers congratulations congrats apologies sorry yours sincerely"
    " respectfully best kind kindest warm warmest regards happy glad pleased delighted"
    " grateful proud honored honoured until till yes no-one hello hi dear welcome re cc enc ps"
    " p.s please call let see tell write give send ask feel take keep come know note imagine"
    " think forgive excuse accept allow find do be look enjoy consider wish hope count trust"
    " remember say stay ring phone e-mail email try hold rest what how why hence so if because"
    " although and or but better"
)
_WISHES = listed("wishes regards thanks greetings apologies congratulations")
_PHRASES = (
    ("good", "luck"), ("all", "the", "best"), ("with", "best"), ("with", "kind"), ("with", "warm"),
    ("with", "many"), ("with", "thanks"), ("with", "gratitude"), ("with", "respect"),
    ("my", "apologies"), ("my", "thanks"), ("my", "best"), ("my", "regards"), ("no", "doubt"),
    ("no", "need"), ("no", "reply"), ("no", "answer"), ("no", "hurry"), ("no", "rush"),
    ("no", "worries"), ("nice", "to"), ("good", "to"), ("great", "to"), ("lovely", "to"),
    ("a", "pleasure"), ("the", "more"), ("the", "sooner"), ("p", "s"), ("once", "again"),
)  # fmt: skip


def without_a_verb(every: Sequence[Sentence]) -> Iterator[Finding]:
    """Sentences that end with a full stop and have no verb."""
    for one in every:
        if _is_told(one) and not word_forms.may_have_verb(one):
            yield Finding(Check.NO_VERB, one.start, one.end, one.text, _WHY)


def _is_told(one: Sentence) -> bool:
    """Whether it has to be a whole sentence."""
    small, text = one.small, one.text
    if len(small) < _FEWEST or not text.endswith(".") or one.is_line:
        return False
    if not (text[0].isupper() or text[0].isdigit()) or any(mark in text for mark in ':/@;“”"«'):
        return False
    if 2 * sum(word.is_capital for word in one.words) > len(small) + 1:
        return False  # the name of something
    if not text.isascii() and not all(word.text.isascii() for word in one.words):
        return False  # other languages have other verbs
    if small[0] in _BEGINNINGS or _WISHES & set(small) or small[0].endswith("ing"):
        return False
    return not any(small[: len(phrase)] == phrase for phrase in _PHRASES)
