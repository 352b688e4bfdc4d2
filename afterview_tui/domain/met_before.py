"""A question that was met before, in the same words or in others.

Nobody is asked the same question twice in the same words. What is found is
only offered; two questions are one on their own only when their words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from afterview_tui.domain.practice import Posed
from afterview_tui.domain.preparation import same_words
from afterview_tui.domain.records import Interview
from afterview_tui.domain.text import clean_line, count, fold

LETTERS = 5  # of a beginning, at least: with fewer, nearly every question would be offered
# Of the words of both, so many are in common: the half of a question tells too little.
ALIKE = 0.7

# Every question is asked for again with each key: fewer than are on file would be for nothing.
_said = lru_cache(maxsize=65_536)(same_words)
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['’]")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|e|(?<!s)s)$")
# Words that a question is put with, and that say nothing of what is asked.
_PUT_WITH = frozenset(
    "a an and any are as at be been can could describe did do does example for from give"  # noqa: SIM905
    " had has have how i if in is it me my of on or our please share so some tell that the"
    " this to us was we were what whats when which with would you youd your youre yourself"
    " youve about biggest greatest main most time walk".split()
)
# These tell questions apart, but not on their own.
_ASKS = frozenset({"why", "where", "who"})


def same(said: str, every: Iterable[Posed], at: int | None = None) -> Posed | None:
    """The question on file that has these very words, with every interview it came up at.

    Older files may hold several: of them the one of the interview `at`, then one
    with an answer, then the first.
    """
    wanted = _said(said)
    group = [one for one in every if wanted and _said(one.question.text) == wanted]

    def rank(one: Posed) -> tuple[bool, bool, int]:
        question = one.question
        is_here = at is not None and at in (there.id for there in one.asked_at)
        return not is_here, not question.answer.strip(), question.id

    if not group:
        return None
    best = min(group, key=rank)
    others = tuple(there for one in group if one is not best for there in one.asked_at)
    return replace(best, again=(*best.again, *others))


def likeliest(said: str, every: Sequence[Posed]) -> Posed | None:
    """The question on file that is most likely meant, with every interview it came up at.

    One in the same words; else one that begins so; else one with most of its words.
    """
    wanted = _said(said)
    if sum(map(str.isalpha, wanted)) < LETTERS:
        return same(said, every)
    words = _words(wanted)
    ranked = [
        (rank, -len(one.asked_at), -one.question.id, one.question.text)
        for one in every
        if (rank := _rank(wanted, words, _said(one.question.text))) is not None
    ]
    return same(min(ranked)[-1], every) if ranked else None


def offer(said: str, every: Sequence[Posed]) -> str:
    """What a line becomes when the question that is likely meant is taken; "" for none."""
    found = likeliest(said, every)
    words = clean_line(found.question.text) if found is not None else ""
    return words if words != clean_line(said) else ""


def about(one: Posed) -> str:
    """`asked at 3 interviews, answer prepared`: what is on file of a question."""
    number = len(one.asked_at)
    asked = f"asked at {count(number, 'interview')}" if number else "asked nowhere yet"
    answer = "answer prepared" if one.question.answer.strip() else "no answer yet"
    return f"{asked}, {answer}"


def told(before: Posed | None, interview: Interview | None) -> str:
    """What to say once a question was noted; `before` is what was on file. "" for a new one."""
    if before is None:
        return ""
    if interview is None:
        return "It is on file already; nothing was added."
    there = {one.id for one in before.asked_at}
    if interview.id in there:
        return "It is noted here already; nothing was added."
    number = count(len(there) + 1, "interview")
    return f"Noted here too ({number})." if there else "Noted: you had prepared for it."


def _rank(wanted: str, words: frozenset[str], text: str) -> float | None:
    """How well a question fits: 0 for the same, 1 for a beginning, more for words alone."""
    if text == wanted:
        return 0.0
    if text.startswith(wanted):
        return 1.0
    theirs = _words(text)
    shared = 2 * len(words & theirs) / (len(words) + len(theirs) or 1)
    return 3.0 - shared if shared >= ALIKE else None


@lru_cache(maxsize=65_536)
def _words(text: str) -> frozenset[str]:
    """The words that say what is asked, without their endings; all, where none does."""
    every = _WORD.findall(_APOSTROPHE.sub("", fold(text)))
    telling = [word for word in every if word not in _PUT_WITH]
    if _ASKS.issuperset(telling):
        telling = every
    return frozenset(_ENDING.sub("", word) for word in telling)
