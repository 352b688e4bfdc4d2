"""Step 3 once there is an answer: the rules one by one, on awkward days and in two zones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from afterview_tui.domain.agenda import Group, case
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.records import Facts, Interview, Outcome, Result
from afterview_tui.domain.steps.offers import look_later
from afterview_tui.domain.steps.outcome import job_taken
from afterview_tui.domain.task import State, Task
from afterview_tui.domain.tasks import tasks
from tests.unit.build import (
    FRIDAY,
    MONDAY,
    by_hand,
    facts,
    follow_up,
    interview,
    keys,
    letter,
    line,
    met,
    tried,
    vouching,
    zone,
)
from tests.unit.test_due_rules import AWKWARD, THE_DAY_AFTER, THE_FIRST_WEEKDAY_AFTER, day

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
LONG_AGO = day("Thu 12 Feb 2026")
ON_A_WEEKDAY = (
    ("Fri 20 Nov 2026", "Fri 20 Nov 2026"),
    ("Sat 21 Nov 2026", "Mon 23 Nov 2026"),
    ("Mon 30 Nov 2026", "Mon 30 Nov 2026"),
    ("Sat 28 Feb 2026", "Mon 2 Mar 2026"),
    ("Thu 31 Dec 2026", "Thu 31 Dec 2026"),
    ("Tue 29 Feb 2028", "Tue 29 Feb 2028"),
    ("Sun 25 Oct 2026", "Mon 26 Oct 2026"),
    ("Sun 28 Mar 2027", "Mon 29 Mar 2027"),
    ("Sun 1 Nov 2026", "Mon 2 Nov 2026"),
)


@pytest.fixture(params=["Europe/Berlin", "America/New_York"], autouse=True)
def _in_a_zone_whose_clocks_change(request: pytest.FixtureRequest) -> Iterator[None]:
    with zone(request.param):
        yield


def offer(came_on: date = MONDAY, held_on: date = FRIDAY, **fields: Any) -> Facts:
    """An interview that ended in an offer, with somebody met."""
    one = facts(held_on, outcome=Outcome.OFFER, outcome_on=came_on, **fields)
    return replace(one, met=(met(),))


def elsewhere(outcome: Outcome, on: date = MONDAY, **fields: Any) -> Interview:
    """What was answered by another employer."""
    plain: dict[str, Any] = {"id": 9, "employer": "Oak Vision", "outcome": outcome}
    return interview(**plain | {"outcome_on": on} | fields)


def beside(one: Interview, held_on: date = FRIDAY, **fields: Any) -> Facts:
    """An interview, open if nothing else is said, while there is something elsewhere."""
    return replace(facts(held_on, **fields), met=(met(),), elsewhere=(one,))


def opened(on_file: Facts, today: date = MONDAY) -> set[str]:
    """The keys of the open lines of step 3."""
    mine = (one for one in tasks(on_file, today) if one.is_open and one.step.number == 3)
    return {one.key for one in mine}


def task(on_file: Facts, key: str, today: date = MONDAY) -> Task:
    return line(on_file, today, key)


# An offer


@pytest.mark.parametrize("came", AWKWARD)
def test_they_are_thanked_for_an_offer_on_the_day_it_came(came: str) -> None:
    on_file = offer(day(came), LONG_AGO)
    assert task(on_file, "thank-offer", day(came)).due == day(came)


@pytest.mark.parametrize(("before", "answer"), THE_DAY_AFTER)
def test_one_decides_the_day_before_the_answer_is_wanted(before: str, answer: str) -> None:
    on_file = offer(LONG_AGO, LONG_AGO, answer_by=day(answer))
    assert task(on_file, "decide", LONG_AGO).due == day(before)
    assert task(on_file, "offer", LONG_AGO).due == day(answer)


@pytest.mark.parametrize(("came", "expected"), THE_FIRST_WEEKDAY_AFTER)
def test_an_offer_without_a_day_is_answered_on_the_next_weekday_and_asks_for_one(
    came: str, expected: str
) -> None:
    on_file = offer(day(came), LONG_AGO)
    found = task(on_file, "offer", day(came))
    assert (found.due, found.note) == (day(expected), "no day was named: ask for one")
    assert task(on_file, "thank-offer", day(came)).name == "Thank them, ask by when"


def test_one_never_decides_before_the_offer_came() -> None:
    assert task(offer(answer_by=MONDAY), "decide").due == MONDAY


@pytest.mark.parametrize("kind", [LetterKind.OFFER_THANKS, LetterKind.MORE_TIME])
def test_thanks_that_went_out_settle_the_line(kind: LetterKind) -> None:
    on_file = replace(offer(answer_by=WEDNESDAY), letters=(letter(1, MONDAY, kind=kind),))
    found = task(on_file, "thank-offer", TUESDAY)
    assert (found.state, found.note) == (State.DONE, "sent Mon 23 Nov")


def test_that_more_time_was_asked_for_is_said_beside_the_answer() -> None:
    asked = letter(1, MONDAY, kind=LetterKind.MORE_TIME)
    on_file = replace(offer(answer_by=WEDNESDAY), letters=(asked,))
    assert task(on_file, "offer", TUESDAY).note == "asked for more time Mon 23 Nov"


def test_an_answer_by_day_in_the_past_asks_whether_the_offer_still_stands() -> None:
    found = task(offer(FRIDAY, answer_by=MONDAY), "offer", TUESDAY)
    assert found.note == "day passed: ask if it still stands"
    assert found.is_due(TUESDAY)


def test_on_the_day_itself_it_has_not_passed() -> None:
    assert task(offer(FRIDAY, answer_by=MONDAY), "offer").note == ""


def test_two_offers_at_once_each_name_the_other() -> None:
    other = elsewhere(Outcome.OFFER, answer_by=WEDNESDAY)
    on_file = replace(offer(answer_by=TUESDAY), elsewhere=(other,))
    assert task(on_file, "offer").note == (
        "there is an offer from Oak Vision, too, answer by Wed 25 Nov"
    )
    assert not any(key.startswith("other-offer") for key in keys(on_file, MONDAY))


# An offer elsewhere


@pytest.mark.parametrize(("came", "expected"), THE_FIRST_WEEKDAY_AFTER)
def test_who_is_still_open_is_told_of_an_offer_on_the_next_weekday(
    came: str, expected: str
) -> None:
    on_file = beside(elsewhere(Outcome.OFFER, day(came)), LONG_AGO)
    found = task(on_file, "other-offer:9", day(came))
    assert (found.due, found.note) == (day(expected), "from Oak Vision")


def test_who_is_still_open_is_told_of_an_offer_before_its_answer_is_due() -> None:
    other = elsewhere(Outcome.OFFER, FRIDAY, answer_by=date(2026, 11, 22))
    found = task(beside(other), "other-offer:9", FRIDAY)
    assert (found.due, found.note) == (FRIDAY, "from Oak Vision, answer by Sun 22 Nov")


def test_who_is_met_later_is_told_of_an_offer_once_they_are() -> None:
    other = elsewhere(Outcome.OFFER, MONDAY)
    assert task(beside(other, WEDNESDAY), "other-offer:9").due == WEDNESDAY


def test_one_thing_is_asked_at_a_time_and_an_offer_comes_before_how_things_stand() -> None:
    on_file = beside(elsewhere(Outcome.OFFER))
    assert opened(on_file) == {"other-offer:9"}
    for settled in ("done_on", "set_aside_on"):
        after = replace(on_file, adjustments=(by_hand("other-offer:9", **{settled: MONDAY}),))
        assert opened(after) == {"follow-up:1"}


def test_who_did_not_call_as_agreed_is_asked_about_that_first() -> None:
    on_file = beside(elsewhere(Outcome.OFFER), missed_call_on=MONDAY)
    assert opened(on_file) == {"follow-up:missed:2026-11-23"}


def test_two_unanswered_tries_are_enough_also_with_an_offer() -> None:
    tries = tried(1, MONDAY), tried(2, TUESDAY)
    assert opened(replace(beside(elsewhere(Outcome.OFFER)), follow_ups=tries)) == set()


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.OFFER])
def test_without_an_offer_elsewhere_nobody_is_told_of_one(outcome: Outcome) -> None:
    on_file = beside(elsewhere(outcome))
    assert not any(key.startswith("other-offer") for key in keys(on_file, MONDAY))


# The job taken


@pytest.mark.parametrize(("accepted", "expected"), ON_A_WEEKDAY)
def test_one_withdraws_elsewhere_on_the_day_of_the_yes_and_on_no_weekend(
    accepted: str, expected: str
) -> None:
    on_file = beside(elsewhere(Outcome.ACCEPTED, day(accepted)), LONG_AGO)
    found = task(on_file, "withdraw", day(accepted))
    assert (found.due, found.note) == (day(expected), "you took the job at Oak Vision")


def test_once_a_job_is_taken_follow_ups_letters_and_briefs_elsewhere_rest() -> None:
    on_file = replace(
        beside(elsewhere(Outcome.ACCEPTED), missed_call_on=MONDAY), vouching=(vouching(),)
    )
    assert follow_up(on_file, MONDAY) is None
    assert opened(on_file) == {"withdraw"}
    for key in ("letter:1", "brief:1"):
        found = task(on_file, key)
        assert (found.state, found.note) == (State.SET_ASIDE, "you took the job at Oak Vision")


def test_accepted_then_undone_brings_all_of_it_back() -> None:
    before = replace(beside(elsewhere(Outcome.OFFER)), vouching=(vouching(),))
    taken = replace(before, elsewhere=(elsewhere(Outcome.ACCEPTED),))
    assert tasks(taken, MONDAY) != tasks(before, MONDAY)
    assert tasks(replace(taken, elsewhere=before.elsewhere), MONDAY) == tasks(before, MONDAY)


def test_an_appointment_that_is_still_to_come_is_to_be_cancelled() -> None:
    entered = datetime(2026, 11, 20, 9)
    on_file = beside(elsewhere(Outcome.ACCEPTED), WEDNESDAY, created_at=entered)
    assert task(on_file, "withdraw").note == "cancel Wed 25 Nov: you took the job at Oak Vision"
    assert case(on_file, MONDAY).group is Group.TODAY


def test_who_does_not_want_to_withdraw_goes_on_as_before() -> None:
    on_file = beside(elsewhere(Outcome.ACCEPTED))
    stays = replace(on_file, adjustments=(by_hand("withdraw", set_aside_on=MONDAY),))
    assert opened(stays) == {"follow-up:1"}
    assert task(stays, "letter:1").is_open
    assert case(stays, TUESDAY).group is Group.TODAY


@pytest.mark.parametrize(
    ("held_on", "entered", "is_asked"),
    [
        (FRIDAY, None, True),
        (WEDNESDAY, MONDAY, True),
        (WEDNESDAY, TUESDAY, False),
        (WEDNESDAY, None, False),
        (MONDAY, WEDNESDAY, True),
    ],
)
def test_what_began_after_a_job_was_taken_is_not_withdrawn_from(
    held_on: date, entered: date | None, is_asked: bool
) -> None:
    at = datetime(entered.year, entered.month, entered.day, 9) if entered else None
    on_file = beside(elsewhere(Outcome.ACCEPTED), held_on, created_at=at)
    assert (job_taken(on_file) is not None) is is_asked
    assert ("withdraw" in keys(on_file, WEDNESDAY)) is is_asked


def test_of_two_offers_the_other_one_is_declined_once_one_is_accepted() -> None:
    on_file = replace(offer(answer_by=WEDNESDAY), elsewhere=(elsewhere(Outcome.ACCEPTED),))
    found = task(on_file, "offer")
    assert (found.name, found.due) == ("Decline the offer", WEDNESDAY)
    assert found.note == "you took the job at Oak Vision"
    assert opened(on_file) == {"offer"}


@pytest.mark.parametrize("outcome", [Outcome.NO, Outcome.DECLINED, Outcome.QUIET])
def test_what_has_ended_is_not_withdrawn_from(outcome: Outcome) -> None:
    on_file = beside(elsewhere(Outcome.ACCEPTED), outcome=outcome, outcome_on=FRIDAY)
    assert "withdraw" not in keys(on_file, MONDAY)


# In writing


@pytest.mark.parametrize(("said", "expected"), THE_FIRST_WEEKDAY_AFTER)
@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.DECLINED, Outcome.WITHDRAWN])
def test_what_was_said_on_the_phone_is_in_writing_on_the_next_weekday(
    said: str, expected: str, outcome: Outcome
) -> None:
    one = facts(LONG_AGO, outcome=outcome, outcome_on=day(said))
    on_file = replace(one, met=(met(),))
    assert task(on_file, "in-writing", day(said)).due == day(expected)
    assert "in-writing" not in keys(one, day(said)), "there is nobody to write to"


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (Outcome.ACCEPTED, LetterKind.ACCEPT),
        (Outcome.DECLINED, LetterKind.DECLINE),
        (Outcome.WITHDRAWN, LetterKind.WITHDRAW),
    ],
)
def test_the_letter_that_says_it_settles_the_line(outcome: Outcome, kind: LetterKind) -> None:
    one = replace(facts(outcome=outcome, outcome_on=MONDAY), met=(met(),))
    other = LetterKind.THANK_YOU
    assert task(replace(one, letters=(letter(1, MONDAY, kind=other),)), "in-writing").is_open
    sent = replace(one, letters=(letter(1, MONDAY, kind=kind),))
    assert task(sent, "in-writing", TUESDAY).note == "sent Mon 23 Nov"


def test_a_week_later_it_may_stay_as_it_is() -> None:
    one = replace(facts(outcome=Outcome.DECLINED, outcome_on=MONDAY), met=(met(),))
    assert task(one, "in-writing", date(2026, 11, 30)).is_open
    after = task(one, "in-writing", date(2026, 12, 1))
    assert (after.state, after.note) == (State.SET_ASIDE, "over a week ago")


# A no


def a_no(**fields: Any) -> Facts:
    plain: dict[str, Any] = {"outcome": Outcome.NO, "outcome_on": MONDAY}
    return replace(facts(**plain | fields), met=(met(),))


def test_after_a_no_thanks_settle_the_line_as_asking_does() -> None:
    thanks = letter(1, TUESDAY, kind=LetterKind.AFTER_NO)
    found = task(replace(a_no(), letters=(thanks,)), "ask-why", WEDNESDAY)
    assert (found.state, found.note) == (State.DONE, "thanked them Tue 24 Nov")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("Tue 24 Nov 2026", "Tue 5 Jan 2027"),
        ("Mon 23 Nov 2026", "Tue 5 Jan 2027"),
        ("Sat 21 Nov 2026", "Tue 5 Jan 2027"),
        ("Sun 14 Feb 2027", "Tue 30 Mar 2027"),
        ("Tue 18 Jan 2028", "Tue 29 Feb 2028"),
        ("Thu 19 Nov 2026", "Thu 31 Dec 2026"),
    ],
)
def test_one_looks_again_six_weeks_later_and_on_no_weekend_nor_monday(
    today: str, expected: str
) -> None:
    assert look_later(day(today)) == day(expected)


def test_looking_again_is_a_choice_that_keeps_its_day_past_the_month() -> None:
    assert "look-later" not in keys(a_no(), MONDAY)
    later = date(2027, 1, 5)
    on_file = replace(a_no(), adjustments=(by_hand("look-later", moved_to=later),))
    found = task(on_file, "look-later", later)
    assert (found.due, found.state) == (later, State.OPEN)
    assert not task(on_file, "ask-why", later).is_open


def test_a_no_that_turns_into_an_offer_asks_what_an_offer_asks() -> None:
    again = by_hand("look-later", moved_to=date(2027, 1, 5))
    on_file = replace(a_no(outcome=Outcome.OFFER), adjustments=(again,))
    assert opened(on_file) == {"thank-offer", "decide", "offer"}
    assert "ask-why" not in keys(on_file, MONDAY)


def test_an_offer_that_is_taken_back_asks_nothing_of_it_any_more() -> None:
    assert opened(a_no()) == set()


def test_a_no_is_listed_as_a_no_and_not_among_what_comes_up() -> None:
    lines = ("reflect", "questions", "resume", "differently")
    done = tuple(by_hand(key, done_on=MONDAY) for key in lines)
    on_file = replace(a_no(), adjustments=done)
    assert case(on_file, MONDAY).group is Group.AFTER
    assert case(on_file, TUESDAY).group is Group.TODAY
    thanked = letter(1, MONDAY, kind=LetterKind.AFTER_NO)
    assert case(replace(on_file, letters=(thanked,)), TUESDAY).group is Group.CLOSED


def test_reached_with_an_answer_one_still_tells_of_an_offer() -> None:
    reached = tried(1, FRIDAY, Result.REACHED)
    assert opened(replace(beside(elsewhere(Outcome.OFFER)), follow_ups=(reached,))) == {
        "other-offer:9"
    }
