"""When each line of the four steps is due: the rules one by one, on awkward days.

Every date is written out from a calendar, with its weekday: around weekends, at
the end of months and years, on a leap day, and where the clocks change in
Europe (25 October 2026, 28 March 2027) and in America (8 March, 1 November 2026).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from afterview_tui.domain.records import Facts, Outcome, Reflection, Result
from afterview_tui.domain.task import State
from tests.unit.build import by_hand, facts, follow_up, letter, line, met, tried, vouching, zone


@pytest.fixture(params=["Europe/Berlin", "America/New_York"], autouse=True)
def _in_a_zone_whose_clocks_change(request: pytest.FixtureRequest) -> Iterator[None]:
    """A date is a date, wherever the process thinks it is."""
    with zone(request.param):
        assert time.daylight
        assert (
            time.timezone == {"Europe/Berlin": -3600, "America/New_York": 5 * 3600}[request.param]
        )
        yield


def day(words: str) -> date:
    """`Fri 20 Nov 2026`. A weekday that does not go with the date is a slip in the table."""
    found = datetime.strptime(words, "%a %d %b %Y").date()
    assert f"{found:%a} {found.day} {found:%b %Y}" == words, f"it is a {found:%A}"
    return found


# The days on which something happens, for rules of the same day.
AWKWARD = (
    "Fri 20 Nov 2026",
    "Sat 21 Nov 2026",
    "Mon 23 Nov 2026",
    "Fri 27 Feb 2026",
    "Mon 30 Nov 2026",
    "Thu 31 Dec 2026",
    "Fri 1 Jan 2027",
    "Tue 29 Feb 2028",
    "Sun 25 Oct 2026",
    "Sun 28 Mar 2027",
    "Sun 8 Mar 2026",
    "Sun 1 Nov 2026",
)
THE_FIRST_WEEKDAY_AFTER = (
    ("Thu 19 Nov 2026", "Fri 20 Nov 2026"),
    ("Fri 20 Nov 2026", "Mon 23 Nov 2026"),
    ("Sat 21 Nov 2026", "Mon 23 Nov 2026"),
    ("Sun 22 Nov 2026", "Mon 23 Nov 2026"),
    ("Mon 23 Nov 2026", "Tue 24 Nov 2026"),
    ("Fri 27 Feb 2026", "Mon 2 Mar 2026"),
    ("Mon 30 Nov 2026", "Tue 1 Dec 2026"),
    ("Thu 31 Dec 2026", "Fri 1 Jan 2027"),
    ("Fri 1 Jan 2027", "Mon 4 Jan 2027"),
    ("Mon 28 Feb 2028", "Tue 29 Feb 2028"),
    ("Tue 29 Feb 2028", "Wed 1 Mar 2028"),
    ("Fri 23 Oct 2026", "Mon 26 Oct 2026"),
    ("Sun 25 Oct 2026", "Mon 26 Oct 2026"),
    ("Fri 26 Mar 2027", "Mon 29 Mar 2027"),
    ("Sun 28 Mar 2027", "Mon 29 Mar 2027"),
    ("Fri 6 Mar 2026", "Mon 9 Mar 2026"),
    ("Sun 8 Mar 2026", "Mon 9 Mar 2026"),
    ("Fri 30 Oct 2026", "Mon 2 Nov 2026"),
    ("Sun 1 Nov 2026", "Mon 2 Nov 2026"),
)
FIVE_WEEKDAYS_AFTER_AND_NOT_A_MONDAY = (
    ("Thu 19 Nov 2026", "Thu 26 Nov 2026"),
    ("Fri 20 Nov 2026", "Fri 27 Nov 2026"),
    ("Sat 21 Nov 2026", "Fri 27 Nov 2026"),
    ("Sun 22 Nov 2026", "Fri 27 Nov 2026"),
    ("Mon 23 Nov 2026", "Tue 1 Dec 2026"),
    ("Tue 24 Nov 2026", "Tue 1 Dec 2026"),
    ("Fri 27 Feb 2026", "Fri 6 Mar 2026"),
    ("Mon 30 Nov 2026", "Tue 8 Dec 2026"),
    ("Thu 24 Dec 2026", "Thu 31 Dec 2026"),
    ("Fri 25 Dec 2026", "Fri 1 Jan 2027"),
    ("Mon 28 Dec 2026", "Tue 5 Jan 2027"),
    ("Thu 31 Dec 2026", "Thu 7 Jan 2027"),
    ("Tue 22 Feb 2028", "Tue 29 Feb 2028"),
    ("Wed 23 Feb 2028", "Wed 1 Mar 2028"),
    ("Tue 29 Feb 2028", "Tue 7 Mar 2028"),
    ("Wed 21 Oct 2026", "Wed 28 Oct 2026"),
    ("Sun 25 Oct 2026", "Fri 30 Oct 2026"),
    ("Thu 25 Mar 2027", "Thu 1 Apr 2027"),
    ("Sun 28 Mar 2027", "Fri 2 Apr 2027"),
    ("Mon 2 Mar 2026", "Tue 10 Mar 2026"),
    ("Sun 8 Mar 2026", "Fri 13 Mar 2026"),
    ("Tue 27 Oct 2026", "Tue 3 Nov 2026"),
    ("Sun 1 Nov 2026", "Fri 6 Nov 2026"),
)
THE_DAY_AFTER = (
    ("Fri 20 Nov 2026", "Sat 21 Nov 2026"),
    ("Mon 23 Nov 2026", "Tue 24 Nov 2026"),
    ("Fri 27 Feb 2026", "Sat 28 Feb 2026"),
    ("Sat 28 Feb 2026", "Sun 1 Mar 2026"),
    ("Mon 30 Nov 2026", "Tue 1 Dec 2026"),
    ("Thu 31 Dec 2026", "Fri 1 Jan 2027"),
    ("Mon 28 Feb 2028", "Tue 29 Feb 2028"),
    ("Tue 29 Feb 2028", "Wed 1 Mar 2028"),
    ("Sat 24 Oct 2026", "Sun 25 Oct 2026"),
    ("Sun 25 Oct 2026", "Mon 26 Oct 2026"),
    ("Sat 27 Mar 2027", "Sun 28 Mar 2027"),
    ("Sun 28 Mar 2027", "Mon 29 Mar 2027"),
    ("Sat 7 Mar 2026", "Sun 8 Mar 2026"),
    ("Sun 8 Mar 2026", "Mon 9 Mar 2026"),
    ("Sat 31 Oct 2026", "Sun 1 Nov 2026"),
    ("Sun 1 Nov 2026", "Mon 2 Nov 2026"),
)
A_WEEK_AFTER = (
    ("Fri 20 Nov 2026", "Fri 27 Nov 2026"),
    ("Mon 23 Nov 2026", "Mon 30 Nov 2026"),
    ("Fri 27 Feb 2026", "Fri 6 Mar 2026"),
    ("Mon 30 Nov 2026", "Mon 7 Dec 2026"),
    ("Thu 31 Dec 2026", "Thu 7 Jan 2027"),
    ("Tue 22 Feb 2028", "Tue 29 Feb 2028"),
    ("Tue 29 Feb 2028", "Tue 7 Mar 2028"),
    ("Wed 21 Oct 2026", "Wed 28 Oct 2026"),
    ("Sun 25 Oct 2026", "Sun 1 Nov 2026"),
    ("Sun 21 Mar 2027", "Sun 28 Mar 2027"),
    ("Sun 28 Mar 2027", "Sun 4 Apr 2027"),
    ("Sun 1 Mar 2026", "Sun 8 Mar 2026"),
    ("Sun 8 Mar 2026", "Sun 15 Mar 2026"),
    ("Sun 1 Nov 2026", "Sun 8 Nov 2026"),
)


def due(on_file: Facts, key: str, today: date) -> date | None:
    """When the line with this key is due; it has to be open."""
    task = line(on_file, today, key)
    assert task.is_open
    return task.due


def asked_on(on_file: Facts, today: date) -> date | None:
    """When to ask how things stand; None when nothing is to be asked."""
    task = follow_up(on_file, today)
    return task.due if task is not None else None


# 1 References


@pytest.mark.parametrize(("held", "expected"), THE_FIRST_WEEKDAY_AFTER)
def test_a_reference_is_briefed_on_the_first_weekday_after_the_interview(
    held: str, expected: str
) -> None:
    on_file = replace(facts(day(held)), vouching=(vouching(),))
    assert due(on_file, "brief:1", day(held)) == day(expected)


@pytest.mark.parametrize("held", AWKWARD)
def test_not_needed_yet_takes_the_date_of_a_brief_away(held: str) -> None:
    on_file = replace(facts(day(held)), vouching=(vouching(not_needed_on=day(held)),))
    task = line(on_file, day(held), "brief:1")
    assert (task.due, task.state) == (None, State.SET_ASIDE)


@pytest.mark.parametrize("called", AWKWARD)
def test_a_reference_is_thanked_on_the_day_on_which_they_were_called(called: str) -> None:
    on_file = replace(facts(day("Thu 19 Feb 2026")), vouching=(vouching(called_on=day(called)),))
    assert due(on_file, "thank-reference:1", day(called)) == day(called)


@pytest.mark.parametrize("decided", AWKWARD)
@pytest.mark.parametrize("outcome", [Outcome.OFFER, Outcome.NO, Outcome.ACCEPTED])
def test_a_reference_is_told_on_the_day_on_which_the_outcome_is_known(
    decided: str, outcome: Outcome
) -> None:
    held = day("Thu 19 Feb 2026")
    on_file = replace(
        facts(held, outcome=outcome, outcome_on=day(decided)),
        vouching=(vouching(briefed_on=held),),
    )
    assert due(on_file, "tell:1", day(decided)) == day(decided)


# 2 Thank-you letters


@pytest.mark.parametrize("held", AWKWARD)
def test_a_letter_is_due_on_the_day_of_the_interview(held: str) -> None:
    on_file = replace(facts(day(held)), met=(met(),))
    assert due(on_file, "letter:1", day(held)) == day(held)
    assert line(on_file, day(held), "letter:1").note == ""


@pytest.mark.parametrize(("held", "last_good"), THE_DAY_AFTER)
def test_the_day_after_the_interview_is_the_last_good_one_for_a_letter(
    held: str, last_good: str
) -> None:
    on_file = replace(facts(day(held)), met=(met(),))
    assert line(on_file, day(last_good), "letter:1").note == "today is the last good day"
    assert due(on_file, "letter:1", day(last_good)) == day(held)


@pytest.mark.parametrize(
    ("held", "today"),
    [
        ("Fri 20 Nov 2026", "Sun 22 Nov 2026"),
        ("Mon 23 Nov 2026", "Wed 25 Nov 2026"),
        ("Fri 27 Feb 2026", "Sun 1 Mar 2026"),
        ("Mon 30 Nov 2026", "Wed 2 Dec 2026"),
        ("Thu 31 Dec 2026", "Sat 2 Jan 2027"),
        ("Sun 27 Feb 2028", "Tue 29 Feb 2028"),
        ("Tue 29 Feb 2028", "Thu 2 Mar 2028"),
        ("Sun 25 Oct 2026", "Tue 27 Oct 2026"),
        ("Sun 28 Mar 2027", "Tue 30 Mar 2027"),
        ("Sun 8 Mar 2026", "Tue 10 Mar 2026"),
        ("Sun 1 Nov 2026", "Tue 3 Nov 2026"),
        ("Fri 20 Nov 2026", "Sat 20 Nov 2027"),
    ],
)
def test_a_letter_is_late_after_that_and_still_worth_sending(held: str, today: str) -> None:
    on_file = replace(facts(day(held)), met=(met(),))
    task = line(on_file, day(today), "letter:1")
    assert task.note == "late, still worth sending"
    assert task.is_due(day(today))
    sent = replace(on_file, letters=(letter(1, day(today)),))
    assert line(sent, day(today), "letter:1").state is State.DONE


# 3 Follow up


@pytest.mark.parametrize(("promised", "expected"), THE_FIRST_WEEKDAY_AFTER)
def test_with_a_promise_one_asks_on_the_first_weekday_after_it(
    promised: str, expected: str
) -> None:
    on_file = facts(day("Thu 19 Feb 2026"), promised_on=day(promised))
    assert asked_on(on_file, day(promised)) == day(expected)


@pytest.mark.parametrize(("held", "expected"), FIVE_WEEKDAYS_AFTER_AND_NOT_A_MONDAY)
def test_without_a_promise_one_asks_five_weekdays_after_the_interview_and_on_no_monday(
    held: str, expected: str
) -> None:
    assert asked_on(facts(day(held)), day(held)) == day(expected)


@pytest.mark.parametrize(("first_try", "expected"), FIVE_WEEKDAYS_AFTER_AND_NOT_A_MONDAY)
@pytest.mark.parametrize("result", [Result.VOICEMAIL, Result.EMAILED, Result.NO_ANSWER])
def test_one_asks_again_five_weekdays_after_the_first_try_and_on_no_monday(
    first_try: str, expected: str, result: Result
) -> None:
    tries = (tried(1, day(first_try), result),)
    on_file = replace(facts(day("Thu 12 Feb 2026")), follow_ups=tries)
    assert asked_on(on_file, day(first_try)) == day(expected)


@pytest.mark.parametrize(("first_try", "expected"), FIVE_WEEKDAYS_AFTER_AND_NOT_A_MONDAY)
def test_after_a_promise_the_second_try_is_five_weekdays_after_the_first_too(
    first_try: str, expected: str
) -> None:
    promised = facts(day("Thu 12 Feb 2026"), promised_on=day("Wed 18 Feb 2026"))
    on_file = replace(promised, follow_ups=(tried(1, day(first_try)),))
    assert asked_on(on_file, day(first_try)) == day(expected)


@pytest.mark.parametrize(
    ("missed", "expected"),
    [
        ("Fri 20 Nov 2026", "Fri 20 Nov 2026"),
        ("Mon 23 Nov 2026", "Mon 23 Nov 2026"),
        ("Fri 27 Feb 2026", "Fri 27 Feb 2026"),
        ("Mon 30 Nov 2026", "Mon 30 Nov 2026"),
        ("Thu 31 Dec 2026", "Thu 31 Dec 2026"),
        ("Fri 1 Jan 2027", "Fri 1 Jan 2027"),
        ("Tue 29 Feb 2028", "Tue 29 Feb 2028"),
        # Never on a weekend, also where the clocks change.
        ("Sat 28 Nov 2026", "Mon 30 Nov 2026"),
        ("Sun 25 Oct 2026", "Mon 26 Oct 2026"),
        ("Sun 28 Mar 2027", "Mon 29 Mar 2027"),
        ("Sun 8 Mar 2026", "Mon 9 Mar 2026"),
        ("Sun 1 Nov 2026", "Mon 2 Nov 2026"),
    ],
)
def test_a_missed_appointment_is_asked_about_on_the_same_day_and_on_no_weekend(
    missed: str, expected: str
) -> None:
    on_file = facts(day("Thu 19 Feb 2026"), missed_call_on=day(missed))
    assert asked_on(on_file, day(missed)) == day(expected)


@pytest.mark.parametrize("second_try", AWKWARD)
def test_after_two_tries_without_an_answer_nothing_more_is_asked(second_try: str) -> None:
    tries = (tried(1, day("Wed 25 Feb 2026")), tried(2, day(second_try)))
    on_file = replace(facts(day("Tue 17 Feb 2026")), follow_ups=tries)
    for today in (second_try, "Fri 31 Dec 2032"):
        assert asked_on(on_file, day(today)) is None


@pytest.mark.parametrize(("promised", "expected"), THE_FIRST_WEEKDAY_AFTER)
def test_a_new_promise_starts_it_again(promised: str, expected: str) -> None:
    earlier = (tried(1, day("Thu 12 Feb 2026")), tried(2, day("Thu 19 Feb 2026")))
    again = tried(3, day("Mon 23 Feb 2026"), Result.REACHED, promise=day(promised))
    on_file = replace(facts(day("Thu 5 Feb 2026")), follow_ups=(*earlier, again))
    assert asked_on(on_file, day(promised)) == day(expected)


@pytest.mark.parametrize("answered", AWKWARD)
def test_once_reached_with_an_answer_nothing_more_is_asked(answered: str) -> None:
    tries = (tried(1, day(answered), Result.REACHED),)
    on_file = replace(facts(day("Thu 12 Feb 2026")), follow_ups=tries)
    assert asked_on(on_file, day(answered)) is None


@pytest.mark.parametrize("decided", AWKWARD)
@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.OPEN])
def test_once_the_outcome_is_known_nothing_more_is_asked(decided: str, outcome: Outcome) -> None:
    on_file = facts(
        day("Thu 12 Feb 2026"),
        promised_on=day(decided),
        outcome=outcome,
        outcome_on=day(decided),
    )
    assert asked_on(on_file, day(decided)) is None


# 4 Prepare for the next


@pytest.mark.parametrize("held", AWKWARD)
def test_one_writes_down_how_it_went_on_the_same_day(held: str) -> None:
    assert due(facts(day(held)), "reflect", day(held)) == day(held)


@pytest.mark.parametrize("key", ["questions", "resume", "differently"])
@pytest.mark.parametrize(("held", "expected"), A_WEEK_AFTER)
def test_the_rest_is_due_a_week_after_the_interview(key: str, held: str, expected: str) -> None:
    assert due(facts(day(held)), key, day(held)) == day(expected)


@pytest.mark.parametrize("key", ["questions", "resume", "differently"])
@pytest.mark.parametrize(
    ("held", "following", "expected"),
    [
        ("Fri 20 Nov 2026", "Mon 23 Nov 2026", "Sun 22 Nov 2026"),
        ("Mon 23 Nov 2026", "Tue 24 Nov 2026", "Mon 23 Nov 2026"),
        ("Fri 27 Feb 2026", "Sun 1 Mar 2026", "Sat 28 Feb 2026"),
        ("Mon 30 Nov 2026", "Wed 2 Dec 2026", "Tue 1 Dec 2026"),
        ("Mon 30 Nov 2026", "Tue 22 Dec 2026", "Mon 21 Dec 2026"),
        ("Mon 28 Dec 2026", "Fri 1 Jan 2027", "Thu 31 Dec 2026"),
        ("Fri 25 Feb 2028", "Wed 1 Mar 2028", "Tue 29 Feb 2028"),
        ("Tue 29 Feb 2028", "Thu 2 Mar 2028", "Wed 1 Mar 2028"),
        ("Fri 23 Oct 2026", "Mon 26 Oct 2026", "Sun 25 Oct 2026"),
        ("Sun 25 Oct 2026", "Tue 27 Oct 2026", "Mon 26 Oct 2026"),
        ("Fri 26 Mar 2027", "Mon 29 Mar 2027", "Sun 28 Mar 2027"),
        ("Sun 28 Mar 2027", "Tue 30 Mar 2027", "Mon 29 Mar 2027"),
        ("Fri 6 Mar 2026", "Mon 9 Mar 2026", "Sun 8 Mar 2026"),
        ("Fri 30 Oct 2026", "Mon 2 Nov 2026", "Sun 1 Nov 2026"),
    ],
)
def test_the_rest_is_due_before_the_next_interview_on_file(
    key: str, held: str, following: str, expected: str
) -> None:
    on_file = replace(facts(day(held)), next_interview_on=day(following))
    assert due(on_file, key, day(held)) == day(expected)


@pytest.mark.parametrize(("decided", "expected"), THE_FIRST_WEEKDAY_AFTER)
def test_one_asks_why_not_on_the_first_weekday_after_the_no(decided: str, expected: str) -> None:
    on_file = facts(day("Thu 12 Feb 2026"), outcome=Outcome.NO, outcome_on=day(decided))
    assert due(on_file, "ask-why", day(decided)) == day(expected)


@pytest.mark.parametrize(
    ("decided", "last", "after"),
    [
        ("Fri 20 Nov 2026", "Fri 27 Nov 2026", "Sat 28 Nov 2026"),
        ("Mon 23 Nov 2026", "Mon 30 Nov 2026", "Tue 1 Dec 2026"),
        ("Fri 27 Feb 2026", "Fri 6 Mar 2026", "Sat 7 Mar 2026"),
        ("Mon 30 Nov 2026", "Mon 7 Dec 2026", "Tue 8 Dec 2026"),
        ("Thu 31 Dec 2026", "Thu 7 Jan 2027", "Fri 8 Jan 2027"),
        ("Tue 22 Feb 2028", "Tue 29 Feb 2028", "Wed 1 Mar 2028"),
        ("Tue 29 Feb 2028", "Tue 7 Mar 2028", "Wed 8 Mar 2028"),
        ("Sun 25 Oct 2026", "Sun 1 Nov 2026", "Mon 2 Nov 2026"),
        ("Sun 28 Mar 2027", "Sun 4 Apr 2027", "Mon 5 Apr 2027"),
        ("Sun 8 Mar 2026", "Sun 15 Mar 2026", "Mon 16 Mar 2026"),
        ("Sun 1 Nov 2026", "Sun 8 Nov 2026", "Mon 9 Nov 2026"),
    ],
)
def test_a_week_after_the_no_is_the_latest_to_ask_why_not(
    decided: str, last: str, after: str
) -> None:
    on_file = facts(day("Thu 12 Feb 2026"), outcome=Outcome.NO, outcome_on=day(decided))
    assert line(on_file, day(last), "ask-why").note == ""
    assert line(on_file, day(after), "ask-why").note == "over a week ago, you may let it go"


ENTERED = datetime(2026, 11, 23, 9)


def test_nothing_that_is_entered_today_is_late_and_tomorrow_it_is() -> None:
    one = replace(facts(created_at=ENTERED), met=(met(),))
    at_once = line(one, ENTERED.date(), "letter:1")
    assert at_once.due == ENTERED.date()
    assert at_once.note == "today is still fine"
    later = line(one, day("Tue 24 Nov 2026"), "letter:1")
    assert later.due == ENTERED.date()
    assert later.note == "late, still worth sending"


def test_what_was_moved_by_hand_stays_where_it_was_moved_to() -> None:
    moved = by_hand("letter:1", moved_to=day("Sat 21 Nov 2026"))
    one = replace(facts(created_at=ENTERED), met=(met(),), adjustments=(moved,))
    assert line(one, ENTERED.date(), "letter:1").due == moved.moved_to


def test_a_line_that_is_done_does_not_say_that_today_is_still_fine() -> None:
    sent = letter(sent_on=ENTERED.date())
    one = replace(facts(created_at=ENTERED), met=(met(),), letters=(sent,))
    assert line(one, ENTERED.date(), "letter:1").note == "sent Mon 23 Nov"
    written = replace(one, reflection=Reflection(well="It went well"))
    done = line(written, ENTERED.date(), "reflect")
    assert done.state is State.DONE
    assert done.note != "today is still fine"
