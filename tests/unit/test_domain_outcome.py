"""What follows from how an interview ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.records import Facts, Outcome
from afterview_tui.domain.steps.outcome import has_lapsed, is_closed
from afterview_tui.domain.task import State
from afterview_tui.domain.tasks import tasks
from tests.unit.build import FRIDAY, MONDAY, by_hand, facts, line, met, vouching

TUESDAY = date(2026, 11, 24)
OFFER = ("thank-offer", "decide", "offer")
ALWAYS = {"reflect", "questions", "resume", "differently"}


@pytest.mark.parametrize(
    ("outcome", "closed"),
    [
        (Outcome.OPEN, False),
        (Outcome.OFFER, False),
        (Outcome.ACCEPTED, True),
        (Outcome.DECLINED, True),
        (Outcome.NO, True),
        (Outcome.WITHDRAWN, True),
        (Outcome.QUIET, True),
    ],
)
def test_an_offer_is_not_an_end(outcome: Outcome, closed: bool) -> None:
    assert is_closed(facts(outcome=outcome)) is closed


@pytest.mark.parametrize(
    ("outcome_on", "last_day", "lapsed_on"),
    [
        pytest.param(MONDAY, date(2026, 12, 23), date(2026, 12, 24), id="Monday"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 30), date(2027, 1, 31), id="year end"),
        pytest.param(date(2028, 2, 1), date(2028, 3, 2), date(2028, 3, 3), id="leap day"),
        pytest.param(None, date(2026, 12, 20), date(2026, 12, 21), id="from the interview"),
    ],
)
def test_a_month_after_the_end_nothing_is_asked_any_more(
    outcome_on: date | None, last_day: date, lapsed_on: date
) -> None:
    on_file = facts(FRIDAY, outcome=Outcome.NO, outcome_on=outcome_on)
    assert not has_lapsed(on_file, last_day)
    assert has_lapsed(on_file, lapsed_on)


@pytest.mark.parametrize("outcome", [Outcome.OPEN, Outcome.OFFER])
def test_what_has_not_ended_never_lapses(outcome: Outcome) -> None:
    assert not has_lapsed(facts(outcome=outcome, outcome_on=MONDAY), date(2036, 1, 1))


def test_a_date_set_by_hand_keeps_it_for_another_month() -> None:
    moved = by_hand("resume", moved_to=date(2026, 12, 31))
    on_file = replace(facts(outcome=Outcome.NO, outcome_on=MONDAY), adjustments=(moved,))
    assert not has_lapsed(on_file, date(2027, 1, 30))
    assert has_lapsed(on_file, date(2027, 1, 31))


# Which tasks each end opens and closes


def _all_kinds(outcome: Outcome = Outcome.OPEN, next_round_on: date | None = None) -> Facts:
    """One person met, one reference briefed, one not."""
    on_file = facts(FRIDAY, outcome=outcome, outcome_on=None if outcome is Outcome.OPEN else MONDAY)
    return replace(
        on_file,
        met=(met(),),
        vouching=(vouching(1, briefed_on=MONDAY), vouching(2, "Tom Reed")),
        next_round_on=next_round_on,
    )


@pytest.mark.parametrize(
    ("outcome", "wanted"),
    [
        (Outcome.OPEN, {"letter:1", "brief:2", "follow-up:1"}),
        (Outcome.OFFER, {"letter:1", "brief:2", "tell:1", *OFFER}),
        (Outcome.ACCEPTED, {"tell:1", "in-writing"}),
        (Outcome.DECLINED, {"tell:1", "in-writing"}),
        (Outcome.NO, {"tell:1", "ask-why"}),
        (Outcome.WITHDRAWN, {"tell:1", "in-writing"}),
        (Outcome.QUIET, {"tell:1"}),
    ],
)
def test_each_outcome_opens_and_closes_its_tasks(outcome: Outcome, wanted: set[str]) -> None:
    every = tasks(_all_kinds(outcome), TUESDAY)
    assert {task.key for task in every if task.is_open} == ALWAYS | wanted
    assert all(task.note for task in every if task.state is State.SET_ASIDE)


def test_an_outcome_taken_back_brings_its_tasks_back() -> None:
    before = tasks(_all_kinds(), TUESDAY)
    after = _all_kinds(Outcome.NO)
    assert tasks(after, TUESDAY) != before
    assert tasks(replace(after, interview=_all_kinds().interview), TUESDAY) == before


def test_an_invitation_to_a_next_round_is_an_answer() -> None:
    on_file = _all_kinds(next_round_on=date(2026, 12, 1))
    every = tasks(on_file, TUESDAY)
    assert {task.key for task in every if task.is_open} == ALWAYS | {"letter:1"}
    assert line(on_file, TUESDAY, "brief:2").note == "goes on in the next round"
    assert is_closed(on_file)


def test_once_the_next_round_was_held_the_letters_of_the_first_are_set_aside() -> None:
    on_file = _all_kinds(next_round_on=date(2026, 12, 1))
    assert line(on_file, date(2026, 11, 30), "letter:1").is_open
    assert line(on_file, date(2026, 12, 1), "letter:1").note == "the next round was held"


def test_an_outcome_noted_in_an_earlier_round_stands() -> None:
    on_file = _all_kinds(Outcome.NO, next_round_on=date(2026, 12, 1))
    assert line(on_file, TUESDAY, "ask-why").is_open


def test_an_earlier_round_lapses_a_month_after_the_next() -> None:
    on_file = _all_kinds(next_round_on=date(2026, 12, 1))
    assert not has_lapsed(on_file, date(2026, 12, 31))
    assert has_lapsed(on_file, date(2027, 1, 1))


def test_a_line_that_the_outcome_set_aside_can_be_brought_back() -> None:
    back = by_hand("letter:1", brought_back_on=TUESDAY)
    on_file = replace(_all_kinds(Outcome.NO), adjustments=(back,))
    task = line(on_file, TUESDAY, "letter:1")
    assert (task.state, task.due, task.note) == (State.OPEN, TUESDAY, "brought back")
    later = replace(back, moved_to=date(2026, 11, 27))
    assert line(replace(on_file, adjustments=(later,)), TUESDAY, "letter:1").due == later.moved_to
    assert not has_lapsed(on_file, date(2026, 12, 24))
    assert has_lapsed(on_file, date(2026, 12, 25))


def test_one_line_brought_back_after_a_month_leaves_the_others_asleep() -> None:
    back = by_hand("ask-why", brought_back_on=date(2027, 2, 1))
    on_file = replace(_all_kinds(Outcome.NO), adjustments=(back,))
    every = tasks(on_file, date(2027, 2, 1))
    assert {task.key for task in every if task.is_open} == {"ask-why"}


def test_a_line_moved_before_it_was_set_aside_by_a_rule_comes_back_for_today() -> None:
    back = by_hand("letter:1", moved_to=date(2026, 11, 21), brought_back_on=TUESDAY)
    on_file = replace(_all_kinds(Outcome.NO), adjustments=(back,))
    assert line(on_file, TUESDAY, "letter:1").due == TUESDAY
