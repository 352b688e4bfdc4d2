"""Dates and times as people say them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.when import Direction, When, day, when
from tests.unit.build import CHECK, MONDAY

YESTERDAY = date(2026, 11, 22)
LAST_FRIDAY, FRIDAY = date(2026, 11, 20), date(2026, 11, 27)
TWO, THREE = time(14), time(15)


@pytest.mark.parametrize(
    ("said", "past", "future"),
    [
        ("fri 2pm", When(LAST_FRIDAY, TWO), When(FRIDAY, TWO)),
        ("Friday at 2", When(LAST_FRIDAY, TWO), When(FRIDAY, TWO)),
        ("fri, 2:00 p.m.", When(LAST_FRIDAY, TWO), When(FRIDAY, TWO)),
        ("fri 14:00", When(LAST_FRIDAY, TWO), When(FRIDAY, TWO)),
        ("2pm fri", When(LAST_FRIDAY, TWO), When(FRIDAY, TWO)),
        ("fri 2-3pm", When(LAST_FRIDAY, TWO, THREE), When(FRIDAY, TWO, THREE)),
        ("2-3pm fri", When(LAST_FRIDAY, TWO, THREE), When(FRIDAY, TWO, THREE)),
        ("fri 2pm to 3pm", When(LAST_FRIDAY, TWO, THREE), When(FRIDAY, TWO, THREE)),
        (
            "fri 11-1pm",
            When(LAST_FRIDAY, time(11), time(13)),
            When(FRIDAY, time(11), time(13)),
        ),
        ("noon friday", When(LAST_FRIDAY, time(12)), When(FRIDAY, time(12))),
        ("friday", When(LAST_FRIDAY), When(FRIDAY)),
        ("sun", When(YESTERDAY), When(date(2026, 11, 29))),
        ("monday", When(MONDAY), When(date(2026, 11, 30))),
        ("monday 9", When(MONDAY, time(9)), When(date(2026, 11, 30), time(9))),
        (
            "10-11am monday",
            When(MONDAY, time(10), time(11)),
            When(date(2026, 11, 30), time(10), time(11)),
        ),
    ],
)
def test_a_weekday_is_the_last_one_or_the_next_one(said: str, past: When, future: When) -> None:
    assert when(said, MONDAY, prefer="past") == past
    assert when(said, MONDAY, prefer="future") == future


@pytest.mark.parametrize("prefer", ["past", "future"])
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("20 nov 14:00", When(LAST_FRIDAY, TWO)),
        ("nov 20, 2026 at 2 pm", When(LAST_FRIDAY, TWO)),
        ("2026-11-20 14:00", When(LAST_FRIDAY, TWO)),
        ("20.11.2026", When(LAST_FRIDAY)),
        ("20.11. 14:00", When(LAST_FRIDAY, TWO)),
        ("20 nov at 14h", When(LAST_FRIDAY, TWO)),
        ("fri 20 nov", When(LAST_FRIDAY)),
        ("fri 20", When(LAST_FRIDAY)),
        ("20 nov 14:00-15:30", When(LAST_FRIDAY, TWO, time(15, 30))),
        ("14:00-15:30 20 nov", When(LAST_FRIDAY, TWO, time(15, 30))),
        ("11/20 14:00–15:00", When(LAST_FRIDAY, TWO, THREE)),
        ("14:00-15:30", When(MONDAY, TWO, time(15, 30))),
        ("2pm", When(MONDAY, TWO)),
        ("12am", When(MONDAY, time(0))),
        ("12pm", When(MONDAY, time(12))),
        ("5/12", When(date(2026, 12, 5))),
        ("12/5", When(date(2026, 12, 5))),
        ("sat 5/12", When(date(2026, 12, 5))),
        ("11/20", When(LAST_FRIDAY)),
        ("in 2 weeks", When(date(2026, 12, 7))),
        ("3 days ago", When(LAST_FRIDAY)),
        ("dec 1 at 9:30", When(date(2026, 12, 1), time(9, 30))),
        ("1 jan", When(date(2027, 1, 1))),
        ("29 feb 2028", When(date(2028, 2, 29))),
        ("today", When(MONDAY)),
        ("now", When(MONDAY)),
        ("yesterday 3", When(YESTERDAY, THREE)),
        ("tomorrow 10", When(date(2026, 11, 24), time(10))),
        ("last friday", When(LAST_FRIDAY)),
        ("next friday", When(date(2026, 12, 4), other="or Fri 27 Nov: type “27 nov”")),
        ("next monday", When(date(2026, 11, 30))),
        ("\x1b[31mtoday\x1b[0m", When(MONDAY)),
    ],
)
def test_a_day_that_is_clear_is_the_same_either_way(
    said: str, expected: When, prefer: Direction
) -> None:
    assert when(said, MONDAY, prefer=prefer) == expected


@pytest.mark.parametrize("prefer", ["past", "future"])
@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("blah", "“blah” is not understood. Try “fri 2pm” or “20 nov 14:00”."),
        ("", "There is no day here. Try “fri 2pm” or “20 nov 14:00”."),
        (" , ", "There is no day here. Try “fri 2pm” or “20 nov 14:00”."),
        (
            "1",
            "“1” can be a day or an hour. Try “today 2-3pm”, “2 mar” or “mon 9:00”.",
        ),
        ("31 nov", "There is no “31 nov” in the calendar. Try “fri 2pm” or “20 nov 14:00”."),
        (
            "fri 19",
            "“fri 19” is no day near today, and no hour. Try “fri 2pm” or “20 nov 14:00”.",
        ),
        ("31 dec 9999", "“9999” is not understood. Try “fri 2pm” or “20 nov 14:00”."),
        ("25:00", "25:00 is not a time of day. Try “14:00” or “2pm”."),
        ("fri 14:60", "14:60 is not a time of day. Try “14:00” or “2pm”."),
        ("fri 25pm", "25:00 is not a time of day. Try “14:00” or “2pm”."),
        (
            "fri 3pm-2pm",
            "It ends at 14:00, not after it starts at 15:00. Try “14:00-15:30” or “2-3pm”.",
        ),
        (
            "14:00-14:00",
            "It ends at 14:00, not after it starts at 14:00. Try “14:00-15:30” or “2-3pm”.",
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_type_instead(
    said: str, message: str, prefer: Direction
) -> None:
    with pytest.raises(NotUnderstood) as error:
        when(said, MONDAY, prefer=prefer)
    assert error.value.message == message


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (When(LAST_FRIDAY, TWO), "Fri 20 Nov, 14:00, 3 days ago"),
        (When(LAST_FRIDAY, TWO, time(15, 30)), "Fri 20 Nov, 14:00–15:30, 3 days ago"),
        (When(MONDAY), "Mon 23 Nov, today"),
        (When(date(2027, 1, 1)), "Fri 1 Jan 2027, in 39 days"),
    ],
)
def test_what_was_understood_is_said(one: When, words: str) -> None:
    assert one.words(MONDAY) == words


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("fri", FRIDAY),
        ("27 nov", FRIDAY),
        ("in 2 weeks", date(2026, 12, 7)),
        ("today", MONDAY),
        ("1 jan", date(2027, 1, 1)),
    ],
)
def test_a_day_alone(said: str, expected: date) -> None:
    assert day(said, MONDAY, prefer="future") == expected


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("", "There is no day here."),
        ("blah", "“blah” is not understood."),
        ("31 nov", "There is no “31 nov” in the calendar."),
        ("fri 19", "19 Dec 2026 is a Saturday, not a Friday. Which of the two is it?"),
    ],
)
def test_a_day_that_cannot_be_read_is_said_with_what_to_type_instead(
    said: str, message: str
) -> None:
    with pytest.raises(NotUnderstood) as error:
        day(said, MONDAY, prefer="future")
    assert error.value.message.removesuffix(" Try “fri”, “27 nov” or “in 2 weeks”.") == message


PIECES = st.sampled_from(
    [
        "fri", "nov", "20", "14:00", "2pm", "-", "/", "at", "in", "weeks", "ago", "99999999",
        "utc", "the", "4th", "half", "past", "two", "morning", "next", "week", "10.11", "hour",
    ]
)  # fmt: skip
SAID = st.text(max_size=20) | st.lists(PIECES, max_size=6).map(" ".join)


@settings(CHECK, max_examples=100)
@given(SAID, st.sampled_from(["past", "future"]))
@example("in 99999999 weeks", "past")
@example("99999999999 days ago", "future")
@example("２０ nov", "past")
@example("00/00", "past")
@example("9:99-10", "past")
def test_any_text_is_understood_or_politely_not(said: str, prefer: Direction) -> None:
    found, message = None, ""
    try:
        found = when(said, MONDAY, prefer=prefer)
    except NotUnderstood as error:
        message = error.message
    if found is None:
        assert any(advice in message for advice in ("Try ", "Type ", "Which ", "Say "))
    else:
        assert 1926 < found.day.year < 2127
        assert found.ends_at is None or found.starts_at is not None
        assert found.ends_at is None or found.starts_at is None or found.starts_at < found.ends_at
