"""Step 3 of the checklist: follow up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.records import Facts, FollowUp, Outcome, Result, Step
from afterview_tui.domain.steps.follow_up import is_quiet, promise
from afterview_tui.domain.task import Kind, State
from tests.unit.build import FRIDAY, MONDAY, by_hand, facts, follow_up, keys, line, tried

SILENT = [Result.VOICEMAIL, Result.GATEKEEPER, Result.NO_ANSWER, Result.EMAILED]
FIRST = date(2026, 11, 27)
SECOND = date(2026, 12, 4)
LATER = date(2026, 12, 7)


def _after(*tries: FollowUp, **interview: Any) -> Facts:
    return replace(facts(**interview), follow_ups=tries)


def _due(on_file: Facts) -> date | None:
    task = follow_up(on_file)
    assert task is not None
    return task.due


@pytest.mark.parametrize(
    ("held_on", "due"),
    [
        pytest.param(date(2026, 11, 20), date(2026, 11, 27), id="Friday"),
        pytest.param(date(2026, 11, 21), date(2026, 11, 27), id="Saturday"),
        pytest.param(date(2026, 11, 22), date(2026, 11, 27), id="Sunday"),
        pytest.param(date(2026, 11, 26), date(2026, 12, 3), id="month end"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 7), id="year end"),
        pytest.param(date(2026, 3, 4), date(2026, 3, 11), id="US spring 2026"),
        pytest.param(date(2026, 3, 25), date(2026, 4, 1), id="EU spring 2026"),
        pytest.param(date(2026, 10, 21), date(2026, 10, 28), id="EU autumn 2026"),
        pytest.param(date(2026, 10, 28), date(2026, 11, 4), id="US autumn 2026"),
        pytest.param(date(2027, 3, 10), date(2027, 3, 17), id="US spring 2027"),
        pytest.param(date(2027, 3, 24), date(2027, 3, 31), id="EU spring 2027"),
        pytest.param(date(2027, 10, 27), date(2027, 11, 3), id="EU autumn 2027"),
        pytest.param(date(2027, 11, 3), date(2027, 11, 10), id="US autumn 2027"),
        pytest.param(date(2028, 2, 22), date(2028, 2, 29), id="to the leap day"),
        pytest.param(date(2028, 2, 29), date(2028, 3, 7), id="from the leap day"),
    ],
)
def test_without_a_promise_a_follow_up_is_due_five_weekdays_after_the_interview(
    held_on: date, due: date
) -> None:
    task = follow_up(facts(held_on), held_on)
    assert task is not None
    assert (task.due, task.state, task.step) == (due, State.OPEN, Step.FOLLOW_UP)
    assert task.title == "Ask how things stand: Lakeside Dental"


@pytest.mark.parametrize(
    ("promised_on", "due"),
    [
        pytest.param(date(2026, 12, 1), date(2026, 12, 2), id="Tuesday"),
        pytest.param(date(2026, 11, 30), date(2026, 12, 1), id="Monday at month end"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 1), id="year end"),
        pytest.param(date(2028, 2, 28), date(2028, 2, 29), id="leap day"),
    ],
)
def test_with_a_promise_a_follow_up_is_due_on_the_first_weekday_after_it(
    promised_on: date, due: date
) -> None:
    assert _due(facts(promised_on=promised_on)) == due


@pytest.mark.parametrize(
    ("promised_on", "due"),
    [
        pytest.param(date(2026, 11, 27), date(2026, 11, 30), id="Friday"),
        pytest.param(date(2026, 11, 28), date(2026, 11, 30), id="Saturday"),
        pytest.param(date(2026, 11, 29), date(2026, 11, 30), id="Sunday"),
        pytest.param(date(2027, 3, 26), date(2027, 3, 29), id="EU spring 2027"),
        pytest.param(date(2027, 11, 5), date(2027, 11, 8), id="US autumn 2027"),
    ],
)
def test_a_monday_that_follows_from_their_promise_stays(promised_on: date, due: date) -> None:
    assert _due(facts(promised_on=promised_on)) == due


@pytest.mark.parametrize(
    ("held_on", "due"),
    [
        pytest.param(date(2026, 11, 23), date(2026, 12, 1), id="Monday"),
        pytest.param(date(2026, 12, 28), date(2027, 1, 5), id="year end"),
        pytest.param(date(2026, 10, 26), date(2026, 11, 3), id="US autumn 2026"),
        pytest.param(date(2027, 3, 22), date(2027, 3, 30), id="EU spring 2027"),
        pytest.param(date(2028, 2, 21), date(2028, 2, 29), id="leap day"),
    ],
)
def test_not_on_a_monday_where_the_date_is_ours_to_choose(held_on: date, due: date) -> None:
    assert _due(facts(held_on)) == due


def test_a_second_try_is_not_on_a_monday_either() -> None:
    assert _due(_after(tried(1, date(2026, 11, 30)))) == date(2026, 12, 8)


@pytest.mark.parametrize(
    ("on_file", "due"),
    [
        pytest.param(facts(date(2026, 11, 21)), date(2026, 11, 27), id="interview on a Saturday"),
        pytest.param(facts(promised_on=date(2026, 12, 4)), date(2026, 12, 7), id="promise"),
        pytest.param(_after(tried(1, date(2026, 11, 28))), date(2026, 12, 4), id="second try"),
        pytest.param(facts(missed_call_on=date(2026, 11, 28)), date(2026, 11, 30), id="missed"),
    ],
)
def test_never_on_a_weekend(on_file: Facts, due: date) -> None:
    assert _due(on_file) == due


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(date(2026, 11, 27), date(2026, 12, 4), id="Friday"),
        pytest.param(date(2026, 11, 24), date(2026, 12, 1), id="month end"),
        pytest.param(date(2026, 12, 29), date(2027, 1, 5), id="year end"),
        pytest.param(date(2026, 10, 29), date(2026, 11, 5), id="US autumn 2026"),
        pytest.param(date(2027, 3, 25), date(2027, 4, 1), id="EU spring 2027"),
        pytest.param(date(2028, 2, 29), date(2028, 3, 7), id="leap day"),
    ],
)
@pytest.mark.parametrize("result", SILENT)
def test_a_second_try_comes_five_weekdays_after_the_first(
    first: date, second: date, result: Result
) -> None:
    held_on = date(2026, 10, 1)
    task = follow_up(replace(facts(held_on), follow_ups=(tried(1, first, result),)))
    assert task is not None
    assert (task.due, task.title) == (second, "Ask again: Lakeside Dental")


def test_the_second_try_counts_from_the_first_one_as_it_was_made() -> None:
    late = _after(tried(1, date(2026, 12, 15)))  # ten weekdays after it was due
    assert _due(late) == date(2026, 12, 22)


def test_two_tries_are_enough_then_quiet() -> None:
    on_file = _after(tried(1, FIRST), tried(2, SECOND))
    assert is_quiet(on_file)
    assert follow_up(on_file, LATER) is None


def test_one_try_is_not_quiet() -> None:
    assert not is_quiet(_after(tried(1, FIRST)))


def test_reached_with_an_answer_ends_it() -> None:
    on_file = _after(tried(1, FIRST, Result.REACHED))
    assert follow_up(on_file, LATER) is None
    assert not is_quiet(on_file)


def test_reached_at_the_second_try_is_not_quiet() -> None:
    on_file = _after(tried(1, FIRST), tried(2, SECOND, Result.REACHED))
    assert follow_up(on_file, LATER) is None
    assert not is_quiet(on_file)


def test_tries_count_in_the_order_they_were_made() -> None:
    on_file = _after(tried(1, SECOND, Result.REACHED), tried(2, FIRST))
    assert follow_up(on_file, LATER) is None
    assert not is_quiet(on_file)
    assert [key for key in keys(on_file, LATER) if key.startswith("tried")] == [
        "tried:2",
        "tried:1",
    ]


def test_a_new_promise_starts_it_again() -> None:
    answered = _after(tried(1, FIRST, Result.REACHED, promise=date(2026, 12, 9)))
    task = follow_up(answered, LATER)
    assert task is not None
    assert (task.due, task.title) == (
        date(2026, 12, 10),
        "Ask how things stand: Lakeside Dental",
    )


def test_a_new_promise_after_two_tries_allows_two_more() -> None:
    two = tried(1, FIRST), tried(2, SECOND, promise=date(2026, 12, 11))
    assert _due(_after(*two)) == date(2026, 12, 14)
    three = *two, tried(3, date(2026, 12, 15))
    assert _due(_after(*three)) == date(2026, 12, 22)
    assert is_quiet(_after(*three, tried(4, date(2026, 12, 22))))


def test_a_try_before_the_promised_day_has_passed_does_not_count() -> None:
    on_file = _after(tried(1, FIRST), promised_on=date(2026, 12, 1))
    assert _due(on_file) == date(2026, 12, 2)


def test_a_try_on_the_promised_day_does_not_count_either() -> None:
    promised = date(2026, 12, 1)
    assert _due(_after(tried(1, promised), promised_on=promised)) == date(2026, 12, 2)


@pytest.mark.parametrize("said", [date(2026, 12, 9), date(2026, 11, 30)])
def test_the_day_that_they_named_last_counts_also_when_it_is_sooner(said: date) -> None:
    on_file = _after(tried(1, FIRST, Result.REACHED, promise=said), promised_on=date(2026, 12, 4))
    assert promise(on_file) == said


def test_a_missed_appointment_is_followed_up_the_same_day() -> None:
    task = follow_up(facts(missed_call_on=date(2026, 11, 25), promised_on=date(2026, 12, 9)))
    assert task is not None
    assert (task.due, task.note) == (date(2026, 11, 25), "they did not call as agreed")
    assert task.title == "Ask for a new time: Lakeside Dental"


def test_a_missed_appointment_on_a_monday_is_followed_up_that_monday() -> None:
    assert _due(facts(missed_call_on=MONDAY)) == MONDAY


def test_a_missed_appointment_that_was_asked_about_is_over() -> None:
    missed = date(2026, 11, 25)
    asked = by_hand("follow-up:missed:2026-11-25", done_on=missed)
    task = follow_up(replace(_after(tried(1, missed), missed_call_on=missed), adjustments=(asked,)))
    assert task is not None
    assert (task.due, task.title) == (date(2026, 12, 2), "Ask again: Lakeside Dental")


@pytest.mark.parametrize("result", [Result.VOICEMAIL, Result.REACHED])
def test_a_call_missed_in_the_afternoon_of_a_try_is_asked_about(result: Result) -> None:
    missed = date(2026, 11, 25)
    on_file = _after(tried(1, missed, result), missed_call_on=missed)
    assert _due(on_file) == missed


def test_another_missed_call_is_asked_about_anew() -> None:
    asked = by_hand("follow-up:missed:2026-11-25", done_on=date(2026, 11, 25))
    on_file = replace(facts(missed_call_on=date(2026, 11, 27)), adjustments=(asked,))
    assert _due(on_file) == date(2026, 11, 27)


def test_a_try_before_the_missed_appointment_does_not_settle_it() -> None:
    on_file = _after(tried(1, date(2026, 11, 24)), missed_call_on=date(2026, 11, 25))
    assert _due(on_file) == date(2026, 11, 25)


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.OPEN])
def test_with_the_outcome_known_nothing_is_asked(outcome: Outcome) -> None:
    on_file = facts(outcome=outcome, outcome_on=MONDAY, missed_call_on=MONDAY)
    assert follow_up(on_file, MONDAY) is None


def test_one_at_a_time() -> None:
    on_file = _after(tried(1, FIRST))
    coming = [key for key in keys(on_file, LATER) if key.startswith("follow-up")]
    assert coming == ["follow-up:2"]


def test_a_planned_try_that_was_not_made_does_not_count() -> None:
    assert _due(_after(tried(1, None))) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("try_", "name", "note"),
    [
        (tried(7, FIRST), "Asked how things stand", "voicemail, Fri 27 Nov"),
        (
            tried(7, FIRST, Result.REACHED, said="Next week\nsurely"),
            "Asked how things stand",
            "reached: Next week, Fri 27 Nov",
        ),
        (tried(7, FIRST, Result.EMAILED), "Asked by e-mail", "e-mailed, Fri 27 Nov"),
    ],
)
def test_a_try_that_was_made_stays_as_a_line(try_: FollowUp, name: str, note: str) -> None:
    task = line(_after(try_), LATER, "tried:7")
    assert (task.kind, task.state, task.subject) == (Kind.TRIED, State.DONE, 7)
    assert (task.name, task.note) == (name, note)


def test_an_offer_is_answered_on_the_next_weekday() -> None:
    on_file = facts(outcome=Outcome.OFFER, outcome_on=date(2026, 11, 27))
    task = line(on_file, FIRST, "offer")
    assert (task.due, task.title) == (
        date(2026, 11, 30),
        "Answer the offer: Lakeside Dental",
    )


@pytest.mark.parametrize("day", [MONDAY, date(2026, 11, 29)], ids=["a weekday", "a Sunday"])
def test_an_offer_with_a_day_is_answered_by_that_day(day: date) -> None:
    on_file = facts(outcome=Outcome.OFFER, outcome_on=MONDAY, answer_by=day)
    assert line(on_file, MONDAY, "offer").due == day


@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.DECLINED])
def test_an_offer_that_was_answered_asks_nothing(outcome: Outcome) -> None:
    assert "offer" not in keys(facts(outcome=outcome, outcome_on=FIRST), FIRST)


def test_the_friday_of_the_interview_asks_nothing_yet() -> None:
    task = follow_up(facts(), FRIDAY)
    assert task is not None
    assert not task.is_due(FRIDAY)
