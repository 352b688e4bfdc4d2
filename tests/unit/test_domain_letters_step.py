"""Step 2 of the checklist: thank-you letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.letter import LetterKind, LetterState
from afterview_tui.domain.records import Facts, Met, Outcome, Step
from afterview_tui.domain.task import State
from tests.unit.build import FRIDAY, MONDAY, THURSDAY, facts, keys, letter, line, met

SATURDAY = date(2026, 11, 21)


def _with(*people: Met, held_on: date = FRIDAY, **interview: Any) -> Facts:
    return replace(facts(held_on, **interview), met=people)


@pytest.mark.parametrize(
    "held_on",
    [
        pytest.param(date(2026, 11, 20), id="Friday"),
        pytest.param(date(2026, 11, 21), id="Saturday"),
        pytest.param(date(2026, 11, 23), id="Monday"),
        pytest.param(date(2026, 12, 31), id="year end"),
        pytest.param(date(2026, 11, 1), id="US autumn 2026"),
        pytest.param(date(2027, 3, 28), id="EU spring 2027"),
        pytest.param(date(2028, 2, 29), id="leap day"),
    ],
)
def test_a_letter_is_due_on_the_day_of_the_interview(held_on: date) -> None:
    task = line(_with(met(), held_on=held_on), held_on, "letter:1")
    assert (task.due, task.state, task.note) == (held_on, State.OPEN, "")
    assert (task.title, task.step) == ("Thank Dr. Maria Chen", Step.LETTERS)


def test_one_line_per_person_met_who_should_get_one() -> None:
    on_file = _with(met(1), met(2, "Jo Park", wants_letter=False), met(3, "Lee Fox"))
    mine = [key for key in keys(on_file, FRIDAY) if key.startswith("letter")]
    assert mine == ["letter:1", "letter:3"]


def test_the_next_day_is_the_last_good_one() -> None:
    task = line(_with(met()), SATURDAY, "letter:1")
    assert (task.is_open, task.due, task.note) == (True, FRIDAY, "today is the last good day")


@pytest.mark.parametrize(
    ("held_on", "next_day"),
    [
        pytest.param(date(2026, 11, 30), date(2026, 12, 1), id="month end"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 1), id="year end"),
        pytest.param(date(2026, 10, 31), date(2026, 11, 1), id="US autumn 2026"),
        pytest.param(date(2027, 3, 27), date(2027, 3, 28), id="EU spring 2027"),
        pytest.param(date(2028, 2, 28), date(2028, 2, 29), id="leap day"),
    ],
)
def test_the_last_good_day_comes_after_every_kind_of_day(held_on: date, next_day: date) -> None:
    assert (
        line(_with(met(), held_on=held_on), next_day, "letter:1").note
        == "today is the last good day"
    )


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2026, 12, 20), date(2028, 2, 29)])
def test_then_it_is_late_and_still_worth_sending_never_too_late(today: date) -> None:
    task = line(_with(met()), today, "letter:1")
    assert (task.is_open, task.note) == (True, "late, still worth sending")
    assert task.is_due(today)


def test_before_the_interview_a_letter_is_not_due() -> None:
    task = line(_with(met()), THURSDAY, "letter:1")
    assert (task.is_due(THURSDAY), task.note) == (False, "")


def test_a_letter_is_done_when_sent() -> None:
    on_file = replace(_with(met()), letters=(letter(1, MONDAY),))
    task = line(on_file, MONDAY, "letter:1")
    assert (task.state, task.note) == (State.DONE, "sent Mon 23 Nov")


def test_a_letter_sent_on_an_unknown_day_is_done() -> None:
    sent = replace(letter(1), state=LetterState.SENT)
    task = line(replace(_with(met()), letters=(sent,)), MONDAY, "letter:1")
    assert (task.state, task.note) == (State.DONE, "sent")


@pytest.mark.parametrize("state", [LetterState.DRAFT, LetterState.COPIED])
def test_copied_is_not_sent(state: LetterState) -> None:
    on_file = replace(_with(met()), letters=(replace(letter(1), state=state),))
    assert line(on_file, MONDAY, "letter:1").is_open


def test_a_letter_to_one_person_does_not_thank_another() -> None:
    on_file = replace(_with(met(1), met(2, "Jo Park")), letters=(letter(1, MONDAY),))
    assert line(on_file, MONDAY, "letter:2").is_open


def test_a_letter_of_another_kind_is_not_a_thank_you() -> None:
    on_file = replace(
        _with(met()), letters=(letter(1, MONDAY, kind=LetterKind.FOLLOW_UP), letter(1))
    )
    assert line(on_file, MONDAY, "letter:1").is_open


def test_after_the_end_an_unsent_letter_is_set_aside() -> None:
    task = line(_with(met(), outcome=Outcome.NO, outcome_on=MONDAY), MONDAY, "letter:1")
    assert (task.due, task.state, task.note) == (None, State.SET_ASIDE, "the outcome is known")


def test_after_the_end_a_sent_letter_stays_done() -> None:
    closed = _with(met(), outcome=Outcome.NO, outcome_on=MONDAY)
    on_file = replace(closed, letters=(letter(1, FRIDAY),))
    assert line(on_file, MONDAY, "letter:1").state is State.DONE


def test_after_an_offer_a_letter_is_still_due() -> None:
    on_file = _with(met(), outcome=Outcome.OFFER, outcome_on=MONDAY)
    assert line(on_file, MONDAY, "letter:1").is_due(MONDAY)
