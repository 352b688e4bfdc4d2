"""Step 1 of the checklist: references."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.records import Asked, Facts, Outcome, Step, Vouching
from afterview_tui.domain.task import State
from tests.unit.build import FRIDAY, MONDAY, facts, keys, line, vouching

TUESDAY = date(2026, 11, 24)


def _with(*references: Vouching, held_on: date = FRIDAY, **interview: Any) -> Facts:
    return replace(facts(held_on, **interview), vouching=references)


@pytest.mark.parametrize(
    ("held_on", "due"),
    [
        pytest.param(date(2026, 11, 20), date(2026, 11, 23), id="Friday"),
        pytest.param(date(2026, 11, 21), date(2026, 11, 23), id="Saturday"),
        pytest.param(date(2026, 11, 22), date(2026, 11, 23), id="Sunday"),
        pytest.param(date(2026, 11, 23), date(2026, 11, 24), id="Monday"),
        pytest.param(date(2026, 11, 26), date(2026, 11, 27), id="Thursday"),
        pytest.param(date(2026, 11, 30), date(2026, 12, 1), id="month end"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 1), id="year end"),
        pytest.param(date(2027, 12, 31), date(2028, 1, 3), id="year end on a Friday"),
        pytest.param(date(2026, 3, 6), date(2026, 3, 9), id="US spring 2026"),
        pytest.param(date(2026, 3, 27), date(2026, 3, 30), id="EU spring 2026"),
        pytest.param(date(2026, 10, 23), date(2026, 10, 26), id="EU autumn 2026"),
        pytest.param(date(2026, 10, 30), date(2026, 11, 2), id="US autumn 2026"),
        pytest.param(date(2027, 3, 12), date(2027, 3, 15), id="US spring 2027"),
        pytest.param(date(2027, 3, 26), date(2027, 3, 29), id="EU spring 2027"),
        pytest.param(date(2027, 10, 29), date(2027, 11, 1), id="EU autumn 2027"),
        pytest.param(date(2027, 11, 5), date(2027, 11, 8), id="US autumn 2027"),
        pytest.param(date(2028, 2, 28), date(2028, 2, 29), id="before the leap day"),
        pytest.param(date(2028, 2, 29), date(2028, 3, 1), id="leap day"),
    ],
)
def test_a_reference_is_briefed_on_the_next_weekday_after_the_interview(
    held_on: date, due: date
) -> None:
    task = line(_with(vouching(), held_on=held_on), held_on, "brief:1")
    assert (task.due, task.state, task.step) == (due, State.OPEN, Step.REFERENCES)
    assert task.title == "Brief Amy Ortiz"


def test_one_line_per_reference_of_this_interview() -> None:
    on_file = _with(vouching(1), vouching(2, "Tom Reed"))
    mine = [key for key in keys(on_file, FRIDAY) if key.startswith("brief")]
    assert mine == ["brief:1", "brief:2"]


def test_without_references_there_is_no_line() -> None:
    assert not [key for key in keys(facts(), FRIDAY) if key.startswith("brief")]


def test_not_needed_yet_takes_the_date_away() -> None:
    task = line(_with(vouching(not_needed_on=FRIDAY)), TUESDAY, "brief:1")
    assert (task.due, task.state, task.note) == (None, State.SET_ASIDE, "not needed yet")
    assert not task.is_due(TUESDAY)


def test_a_reference_is_done_when_briefed() -> None:
    task = line(_with(vouching(briefed_on=MONDAY)), TUESDAY, "brief:1")
    assert (task.state, task.note) == (State.DONE, "briefed Mon 23 Nov")


def test_briefed_wins_over_not_needed_yet() -> None:
    on_file = _with(vouching(not_needed_on=FRIDAY, briefed_on=MONDAY))
    assert line(on_file, TUESDAY, "brief:1").state is State.DONE


def test_a_reference_who_declined_is_set_aside() -> None:
    task = line(_with(vouching(asked=Asked.DECLINED)), TUESDAY, "brief:1")
    assert (task.due, task.state, task.note) == (None, State.SET_ASIDE, "declined")


@pytest.mark.parametrize("asked", [Asked.NOT_ASKED, Asked.ASKED, Asked.AGREED])
def test_whoever_has_not_declined_is_briefed(asked: Asked) -> None:
    assert line(_with(vouching(asked=asked)), FRIDAY, "brief:1").is_open


def test_a_reference_is_thanked_when_they_were_called() -> None:
    on_file = _with(vouching(briefed_on=MONDAY, called_on=TUESDAY))
    task = line(on_file, TUESDAY, "thank-reference:1")
    assert (task.due, task.state) == (TUESDAY, State.OPEN)
    assert task.title == "Thank Amy Ortiz for taking the call"


def test_a_reference_who_was_not_called_is_not_thanked() -> None:
    assert "thank-reference:1" not in keys(_with(vouching(briefed_on=MONDAY)), TUESDAY)


def test_a_reference_who_was_thanked_is_done() -> None:
    on_file = _with(vouching(called_on=MONDAY, thanked_on=TUESDAY))
    task = line(on_file, TUESDAY, "thank-reference:1")
    assert (task.state, task.note) == (State.DONE, "thanked Tue 24 Nov")


def test_there_is_nothing_to_brief_once_the_employer_called() -> None:
    task = line(_with(vouching(called_on=MONDAY)), TUESDAY, "brief:1")
    assert (task.due, task.state, task.note) == (None, State.SET_ASIDE, "called already")


@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NO])
def test_who_was_told_of_an_offer_is_told_of_what_came_of_it_too(outcome: Outcome) -> None:
    told = vouching(briefed_on=MONDAY, told_on=MONDAY)
    offer = _with(told, outcome=Outcome.OFFER, outcome_on=MONDAY)
    assert line(offer, TUESDAY, "tell:1").state is State.DONE
    after = _with(told, outcome=outcome, outcome_on=TUESDAY)
    assert line(after, TUESDAY, "tell:1").is_open
    again = _with(vouching(briefed_on=MONDAY, told_on=TUESDAY), outcome=outcome, outcome_on=TUESDAY)
    assert line(again, TUESDAY, "tell:1").note == "told Tue 24 Nov"


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.OPEN])
def test_a_reference_is_told_when_the_outcome_is_known(outcome: Outcome) -> None:
    on_file = _with(vouching(briefed_on=MONDAY), outcome=outcome, outcome_on=date(2026, 12, 1))
    task = line(on_file, date(2026, 12, 2), "tell:1")
    assert (task.due, task.state) == (date(2026, 12, 1), State.OPEN)
    is_taken = outcome is Outcome.ACCEPTED
    assert task.title == ("Tell and thank Amy Ortiz" if is_taken else "Tell Amy Ortiz the outcome")


def test_a_reference_is_not_told_while_the_outcome_is_open() -> None:
    assert "tell:1" not in keys(_with(vouching(briefed_on=MONDAY)), TUESDAY)


def test_a_reference_who_was_called_unbriefed_is_told_too() -> None:
    on_file = _with(vouching(called_on=MONDAY), outcome=Outcome.NO, outcome_on=TUESDAY)
    assert line(on_file, TUESDAY, "tell:1").is_open


def test_a_reference_who_had_no_part_is_not_told() -> None:
    on_file = _with(vouching(), outcome=Outcome.NO, outcome_on=TUESDAY)
    assert "tell:1" not in keys(on_file, TUESDAY)


def test_a_reference_who_was_told_is_done() -> None:
    on_file = _with(
        vouching(briefed_on=MONDAY, told_on=TUESDAY), outcome=Outcome.NO, outcome_on=MONDAY
    )
    task = line(on_file, TUESDAY, "tell:1")
    assert (task.state, task.note) == (State.DONE, "told Tue 24 Nov")


def test_an_offer_still_wants_the_references_briefed() -> None:
    on_file = _with(vouching(), outcome=Outcome.OFFER, outcome_on=MONDAY)
    assert line(on_file, TUESDAY, "brief:1").is_open


def test_after_the_end_nobody_needs_to_be_briefed() -> None:
    task = line(_with(vouching(), outcome=Outcome.NO, outcome_on=MONDAY), TUESDAY, "brief:1")
    assert (task.due, task.state, task.note) == (None, State.SET_ASIDE, "the outcome is known")


def test_later_lines_come_back_when_the_employer_calls_or_decides() -> None:
    briefed = _with(vouching(briefed_on=MONDAY))
    assert not [t for t in keys(briefed, TUESDAY) if t in {"thank-reference:1", "tell:1"}]
    called = replace(briefed, vouching=(vouching(briefed_on=MONDAY, called_on=TUESDAY),))
    assert line(called, TUESDAY, "thank-reference:1").is_due(TUESDAY)
    decided = replace(
        called, interview=replace(called.interview, outcome=Outcome.OFFER, outcome_on=TUESDAY)
    )
    assert line(decided, TUESDAY, "tell:1").is_due(TUESDAY)


@pytest.mark.parametrize(
    ("until", "note"),
    [
        (date(2026, 11, 22), ""),
        (MONDAY, "away until Mon 23 Nov"),
        (date(2026, 12, 8), "away until Tue 8 Dec"),
    ],
)
def test_before_a_reference_is_briefed_it_is_said_that_they_are_away(
    until: date, note: str
) -> None:
    one = vouching()
    away = replace(one, reference=replace(one.reference, away_until=until))
    task = line(replace(facts(), vouching=(away,)), MONDAY, "brief:1")
    assert (task.note, task.due) == (note, MONDAY)
