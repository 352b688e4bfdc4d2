"""Practising questions: which one comes next, and how it went last time.

A rule of four lines does here what a scheduler would: there are tens of
questions, not thousands, and a date that they are practised for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from afterview_tui.domain import dates
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.text import count, fold

# For so long after it went well a question is left alone,
REST = timedelta(days=7)
# unless the next interview is so near: then only for the rest of the day.
NEAR = timedelta(days=3)


class Went(StrEnum):
    """How a question went."""

    AGAIN = "again"
    SHAKY = "shaky"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Posed:
    """A question with the interview where it came up first, if anywhere, and where `again`."""

    question: Question
    interview: Interview | None = None
    again: tuple[Interview, ...] = ()

    @property
    def asked_at(self) -> tuple[Interview, ...]:
        """Every interview where it came up, each once."""
        every = (*([self.interview] if self.interview is not None else []), *self.again)
        return tuple({one.id: one for one in every}.values())

    def at(self, interview: Interview) -> Posed:
        """The same, having come up at one more interview."""
        if self.interview is None:
            return replace(self, interview=interview)
        return replace(self, again=(*self.again, interview))

    @property
    def employer(self) -> str:
        """Who asked it first."""
        return self.interview.employer if self.interview is not None else ""

    @property
    def held_on(self) -> date | None:
        """When it was asked first."""
        return self.interview.held_on if self.interview is not None else None


_FIRST = (Went.AGAIN, Went.SHAKY)
_WORDS: dict[str, str] = {Went.AGAIN: "to try again"}


def order(every: Iterable[Posed], today: date, coming: Interview | None = None) -> list[Posed]:
    """The questions in the order in which they are practised on `today`.

    1. Those without an answer; then those to try again; then the shaky ones;
       then all others; what rests comes last.
    2. Among these, those of the employer who holds the next interview, `coming`.
    3. Among these, those never practised; then the longest not practised.
    """
    near_to = fold(coming.employer) if coming is not None else ""

    def place(one: Posed) -> tuple[int, bool, date, int]:
        question = one.question
        is_theirs = bool(near_to) and near_to in (fold(at.employer) for at in one.asked_at)
        return (
            _rank(question, today, coming),
            not is_theirs,
            question.practised_on or date.min,
            question.id,
        )

    return sorted(every, key=place)


def rests(question: Question, today: date, coming: Interview | None = None) -> bool:
    """Whether it went well so lately that it need not come yet.

    Within days of the next interview it may come again the day after.
    """
    if question.went != Went.GOOD or question.practised_on is None:
        return False
    is_near = coming is not None and timedelta() <= coming.held_on - today <= NEAR
    since = today - question.practised_on
    return timedelta() <= since < (dates.DAY if is_near else REST)


def last_time(question: Question, today: date) -> str:
    """`shaky, Tue 17 Nov`; "" for one never practised."""
    if question.practised_on is None:
        return ""
    went = _WORDS.get(question.went, question.went) or "practised"
    return f"{went}, {dates.short(question.practised_on, today)}"


def about(one: Posed, today: date) -> str:
    """`asked at Lakeside Dental; shaky, Tue 17 Nov`: where it comes from, and how it last went."""
    went = last_time(one.question, today) or "not practised yet"
    return "; ".join(filter(None, [where_asked(one, today), went]))


def where_asked(one: Posed, today: date) -> str:
    """`asked at Lakeside Dental`, `asked at 3 interviews, for Oak Vision`; "" for nowhere."""
    been = [at for at in one.asked_at if at.held_on <= today]
    to_come = [at for at in one.asked_at if at.held_on > today]
    parts = [("asked at", _interviews(been)), ("for", _interviews(to_come))]
    return ", ".join(f"{word} {those}" for word, those in parts if those)


def _interviews(those: Sequence[Interview]) -> str:
    """The employer of a single one; of more, how many there are."""
    if len(those) == 1:
        return those[0].employer
    return count(len(those), "interview") if those else ""


def _rank(question: Question, today: date, coming: Interview | None) -> int:
    if rests(question, today, coming):
        return len(_FIRST) + 2
    if not question.answer.strip():
        return 0
    return next((n for n, went in enumerate(_FIRST, 1) if question.went == went), len(_FIRST) + 1)
