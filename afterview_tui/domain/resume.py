"""What the reflections on interviews suggest to change in the résumé."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.preparation import Reflected, same_words
from afterview_tui.domain.records import Interview
from afterview_tui.domain.task import Kind
from afterview_tui.domain.text import clean_line, fold, lines

# Folded, so that a résumé without its accents is one, too.
_NAMES_IT = re.compile(
    r"\b(?:resumes?|cvs?|curriculum|vitae|cover letters?|linkedin|portfolio|certificat\w+"
    r"|certified|licen[cs]\w+|qualifications?|degrees?|diplomas?|transcripts?|gaps?)\b"
)
_FIELDS = ("happened", "well", "improve", "differently", "unsaid", "cared", "why_not", "lessons")
# Known only once the employer has answered, whenever the interview was.
_AFTER_THE_ANSWER = ("why_not", "lessons")


class Why(StrEnum):
    """Why a line suggests something."""

    NAMES_IT = "About the résumé itself"
    CARED = "What they cared about"
    WHY_NOT = "Why not, in their words"
    LESSONS = "What you took from it"


_OF_FIELD = {"cared": Why.CARED, "why_not": Why.WHY_NOT, "lessons": Why.LESSONS}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line of the journal, why it matters to the résumé, and where it comes from."""

    text: str
    why: Why
    interview: Interview
    is_since: bool = True


def suggestions(every: Iterable[Reflected], reviewed_on: date | None) -> list[Suggestion]:
    """What the reflections suggest, each once; `is_since` are those that no review has seen yet."""
    found: dict[str, Suggestion] = {}
    for one in every:
        for suggestion in _of(one, reviewed_on):
            found.setdefault(same_words(suggestion.text), suggestion)
    return list(found.values())


def waiting(cases: Iterable[Case]) -> list[str]:
    """The employers whose interviews wait for a review of the résumé, each once."""
    found = {
        fold(employer): employer
        for case in cases
        if case.facts.interview.held_on <= case.today
        and any(task.kind is Kind.RESUME and task.is_open for task in case.tasks)
        and (employer := clean_line(case.facts.interview.employer))
    }
    return list(found.values())


def names_it(text: str) -> bool:
    """Whether a text names the résumé, or what belongs on it."""
    return _NAMES_IT.search(fold(text)) is not None


def _of(one: Reflected, reviewed_on: date | None) -> Iterator[Suggestion]:
    interview = one.interview
    for field in _FIELDS:
        told_on = interview.held_on
        if field in _AFTER_THE_ANSWER:
            told_on = max(told_on, interview.outcome_on or told_on)
        is_since = reviewed_on is None or told_on > reviewed_on
        for line in lines(getattr(one.reflection, field)):
            why = Why.NAMES_IT if names_it(line) else _OF_FIELD.get(field)
            if why is not None:
                yield Suggestion(line, why, interview, is_since)
