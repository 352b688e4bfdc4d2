"""Arithmetic on weekdays, and dates as people read them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain import dates
from tests.unit.build import CHECK, FRIDAY, MONDAY

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "weekend"),
    [
        (date(2026, 11, 20), False),
        (date(2026, 11, 21), True),
        (date(2026, 11, 22), True),
        (date(2026, 11, 23), False),
        (date(2028, 2, 29), False),
    ],
)
def test_saturday_and_sunday_are_the_weekend(day: date, weekend: bool) -> None:
    assert dates.is_weekend(day) is weekend


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 11, 22), date(2026, 11, 23)),
        (date(2026, 10, 31), date(2026, 11, 2)),
        (date(2027, 1, 2), date(2027, 1, 4)),
    ],
)
def test_a_weekend_becomes_the_monday_after_it(day: date, expected: date) -> None:
    assert dates.on_weekday(day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 19), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 23)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2028, 2, 28), date(2028, 2, 29)),
    ],
)
def test_the_next_weekday_is_after_the_day(day: date, expected: date) -> None:
    assert dates.next_weekday(day) == expected


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 20), 5, date(2026, 11, 27)),
        (date(2026, 11, 21), 5, date(2026, 11, 27)),
        (date(2026, 11, 25), 5, date(2026, 12, 2)),
        (date(2026, 12, 24), 10, date(2027, 1, 7)),
        (date(2028, 2, 25), 3, date(2028, 3, 1)),
    ],
)
def test_weekdays_are_counted_after_the_day(day: date, number: int, expected: date) -> None:
    assert dates.weekdays_after(day, number) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), date(2026, 11, 24)),
        (date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 11, 24), date(2026, 11, 24)),
        (date(2026, 11, 22), date(2026, 11, 22)),
    ],
)
def test_a_monday_becomes_a_tuesday(day: date, expected: date) -> None:
    assert dates.not_monday(day) == expected


@CHECK
@given(DAYS, st.integers(1, 30))
def test_no_weekday_is_left_out(day: date, number: int) -> None:
    end = dates.weekdays_after(day, number)
    between = (date.fromordinal(n) for n in range(day.toordinal() + 1, end.toordinal() + 1))
    assert sum(one.isoweekday() <= 5 for one in between) == number
    assert end.isoweekday() <= 5


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "Fri 20 Nov"),
        (date(2026, 3, 1), "Sun 1 Mar"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)
def test_a_date_has_its_year_only_when_it_is_not_this_one(day: date, words: str) -> None:
    assert dates.short(day, MONDAY) == words


def test_a_full_date_has_its_year() -> None:
    assert dates.full(FRIDAY) == "Fri 20 Nov 2026"
    assert dates.full(date(2028, 2, 29)) == "Tue 29 Feb 2028"


def test_every_weekday_has_its_name() -> None:
    week = [dates.weekday(date(2026, 11, 23 + n)) for n in range(7)]
    assert week == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_every_month_has_its_name() -> None:
    year = [dates.short(date(2026, n, 1), MONDAY).split()[-1] for n in range(1, 13)]
    assert " ".join(year) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 25), "in 2 days"),
        (date(2026, 11, 21), "2 days ago"),
        (date(2027, 11, 23), "in 365 days"),
        (date(2026, 11, 1), "22 days ago"),
        (date(2026, 10, 25), "29 days ago"),
    ],
)
def test_a_distance_in_words(day: date, words: str) -> None:
    assert dates.distance(day, MONDAY) == words


@pytest.mark.parametrize(
    ("day", "today"),
    [
        (date(2026, 3, 9), date(2026, 3, 7)),
        (date(2026, 3, 30), date(2026, 3, 28)),
        (date(2026, 10, 26), date(2026, 10, 24)),
        (date(2026, 11, 2), date(2026, 10, 31)),
        (date(2027, 3, 15), date(2027, 3, 13)),
        (date(2027, 3, 29), date(2027, 3, 27)),
        (date(2027, 11, 1), date(2027, 10, 30)),
        (date(2027, 11, 8), date(2027, 11, 6)),
        (date(2028, 3, 1), date(2028, 2, 28)),
        (date(2027, 3, 2), date(2027, 2, 28)),
    ],
)
def test_a_change_of_the_clock_or_the_year_makes_no_day_longer(day: date, today: date) -> None:
    assert dates.distance(day, today) == "in 2 days"


def test_a_due_date_is_said_with_weekday_and_distance() -> None:
    assert dates.spoken(date(2026, 11, 27), MONDAY) == "Fri 27 Nov, in 4 days"
    assert dates.spoken(FRIDAY, MONDAY) == "Fri 20 Nov, 3 days ago"


def test_a_time_has_hours_and_minutes() -> None:
    assert dates.clock(time(14)) == "14:00"
    assert dates.clock(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (datetime(2026, 11, 20, 14, 2), "today 14:02"),
        (datetime(2026, 11, 20, 0, 0), "today 00:00"),
        (datetime(2026, 11, 19, 23, 59), "Thu 19 Nov"),
        (datetime(2025, 11, 20, 14, 2), "Thu 20 Nov 2025"),
    ],
)
def test_a_moment_of_today_is_told_by_the_clock_and_any_other_by_its_day(
    at: datetime, expected: str
) -> None:
    assert dates.moment(at, FRIDAY) == expected
