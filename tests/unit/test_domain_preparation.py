"""Which interview is prepared for, and which questions have no answer."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain.practice import Posed
from afterview_tui.domain.preparation import ahead, before, without_answer
from afterview_tui.domain.records import Facts, Question
from tests.unit.build import FRIDAY, MONDAY, interview

PAST, NEXT, LAST = (
    Facts(interview(day, id=number))
    for number, day in enumerate((FRIDAY, date(2026, 11, 25), date(2026, 12, 2)), 1)
)
ROUNDS = (PAST, NEXT, LAST)


def test_an_interview_to_come_is_prepared_for_itself() -> None:
    assert ahead(ROUNDS, 2, MONDAY) is NEXT
    assert ahead(ROUNDS, 3, MONDAY) is LAST


def test_for_one_that_is_past_it_is_the_next_round_to_come() -> None:
    assert ahead(ROUNDS, 1, MONDAY) is NEXT
    assert ahead(ROUNDS, 1, date(2026, 11, 26)) is LAST


def test_the_day_of_the_interview_still_counts() -> None:
    assert ahead(ROUNDS, 1, FRIDAY) is PAST
    assert ahead(ROUNDS, 2, date(2026, 11, 25)) is NEXT


def test_after_the_last_round_there_is_none_to_come() -> None:
    assert ahead(ROUNDS, 3, date(2026, 12, 3)) is None
    assert ahead((PAST,), 1, MONDAY) is None
    assert ahead(ROUNDS, 9, MONDAY) is None


def test_earlier_rounds_are_those_before_it_newest_first() -> None:
    assert before(ROUNDS, LAST) == (NEXT, PAST)
    assert before(ROUNDS, PAST) == ()


def test_a_question_that_was_answered_elsewhere_has_an_answer() -> None:
    posed = [Posed(Question(1, text="Why  Us?")), Posed(Question(2, text="Whät pay"))]
    assert without_answer(posed, ["why us", "Who?"]) == (posed[1],)
    assert without_answer(posed, ["what pay?"]) == (posed[0],)
    assert without_answer(posed, []) == tuple(posed)
