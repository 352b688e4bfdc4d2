"""What people type for a day and a time, and what they mean by it, one by one."""

from __future__ import annotations

from datetime import date, time

import pytest

from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.when import When, month_first, spoken_day, typed, when

SUNDAY = date(2026, 11, 29)
REFUSED = "refused"

INTERVIEWS = [
    ("the 4th", "2026-12-04"),
    ("4th 2pm", "2026-12-04 14:00"),
    ("04.12.2026", "2026-12-04"),
    ("4.12.", "2026-12-04"),
    ("fri 2:30", "2026-11-27 14:30"),
    ("fri 2:00-3:00", "2026-11-27 14:00-15:00"),
    ("fri 2:00-3", "2026-11-27 14:00-15:00"),
    ("fri 10-11", "2026-11-27 10:00-11:00"),
    ("fri 11:30-1:00", "2026-11-27 11:30-13:00"),
    ("Thu, Nov 26, 2:30 – 3:00", "2026-11-26 14:30-15:00"),
    ("Fri 2 PM — 3 PM", "2026-11-27 14:00-15:00"),
    ("fri 1-2", "2026-11-27 13:00-14:00"),
    ("2-3", REFUSED),
    ("fri at two", "2026-11-27 14:00"),
    ("two pm", "2026-11-29 14:00"),
    ("friday morning 10", "2026-11-27 10:00"),
    ("yesterday evening 6", "2026-11-28 18:00"),
    ("14h30", "2026-11-29 14:30"),
    ("fri 14h30", "2026-11-27 14:30"),
    ("fri 2.30pm", "2026-11-27 14:30"),
    ("fri @ 2", "2026-11-27 14:00"),
    ("fri 0900", "2026-11-27 09:00"),
    ("25.11. 14 Uhr", "2026-11-25 14:00"),
    ("half past two", "2026-11-29 14:30"),
    ("2026-11-20T14:00", "2026-11-20 14:00"),
    ("weds", "2026-11-25"),
    ("thur", "2026-11-26"),
    ("thurs", "2026-11-26"),
    ("last wed", "2026-11-25"),
    ("tmrw", "2026-11-30"),
    ("thursday next week 10:30", "2026-12-03 10:30"),
    ("thu next week", "2026-12-03"),
    ("friday week", "2026-12-11"),
    ("friday next week", "2026-12-04"),
    ("tomorrow week", "2026-12-07"),
    ("+2", "2026-12-01"),
    ("20-21 nov", REFUSED),
    ("fri 2pm EST", "2026-11-27 14:00 America/New_York"),
    ("by friday", REFUSED),
    ("next week", REFUSED),
    ("3/4", "2027-03-04"),
    ("25/11", "2026-11-25"),
    ("20.11 14:30", "2026-11-20 14:30"),
    ("Fri 13th 10-11am", "2026-11-13 10:00-11:00"),
    ("fri 13", "2026-11-13"),
    ("fri 4", "2026-11-27 16:00"),
    ("fri 14", "2026-11-27 14:00"),
    ("fri 20", "2026-11-20"),
    ("fri 19", REFUSED),
    ("31 nov", REFUSED),
    ("29 feb 2027", REFUSED),
    ("29 feb", "2028-02-29"),
    ("1 jan", "2027-01-01"),
    ("dec 31st", "2026-12-31"),
    ("mon 4 dec", REFUSED),
    ("mon 4 dec 12", REFUSED),
    ("sat 4 dec 12", REFUSED),
    ("fri 10.11", REFUSED),
    ("mon 4.12", REFUSED),
    ("11.20.2026", "2026-11-20"),
    ("fri 10.30", "2026-11-27 10:30"),
    ("10.11.", "2026-11-10"),
    ("fri 2026", REFUSED),
    ("fri 1900", REFUSED),
    ("fri 9-5", "2026-11-27 09:00-17:00"),
    ("fri 12-1", "2026-11-27 12:00-13:00"),
    ("fri 12:30", "2026-11-27 12:30"),
    ("fri 7", "2026-11-27 07:00"),
    ("fri 6:45", "2026-11-27 18:45"),
    ("fri 2:30am", "2026-11-27 02:30"),
    ("fri 2 in the afternoon", "2026-11-27 14:00"),
    ("fri 14:00 in the morning", REFUSED),
    ("fri afternoon", "2026-11-27"),
    ("afternoon", REFUSED),
    ("from 2 to 3 on friday", "2026-11-27 14:00-15:00"),
    ("between 2 and 3 on friday", "2026-11-27 14:00-15:00"),
    ("fri quarter to three", "2026-11-27 14:45"),
    ("fri quarter past 2 - 3", "2026-11-27 14:15-15:00"),
    ("fri ten to eleven", "2026-11-27 10:50"),
    ("fri two thirty", "2026-11-27 14:30"),
    ("fri two to three", "2026-11-27 14:00-15:00"),
    ("noon-1pm fri", "2026-11-27 12:00-13:00"),
    ("fri 14 o'clock", "2026-11-27 14:00"),
    ("fri 2 o’clock", "2026-11-27 14:00"),
    ("4 dec 2", "2026-12-04 14:00"),
    ("dec 4, 2-3", "2026-12-04 14:00-15:00"),
    ("dec 4 2-3pm", "2026-12-04 14:00-15:00"),
    ("dec 4 - 2 pm", "2026-12-04 14:00"),
    ("dec 4th-5th", REFUSED),
    ("4/5 dec", REFUSED),
    ("fri tue", REFUSED),
    ("4 dec 5 dec", REFUSED),
    ("fri 2pm 3pm", REFUSED),
    ("tomorrow, 30 nov", "2026-11-30"),
    ("tomorrow, 1 dec", REFUSED),
    ("sunday 29th", "2026-11-29"),
    ("the day before yesterday", "2026-11-27"),
    ("tonight at 8", "2026-11-29 20:00"),
    ("this afternoon at 3", "2026-11-29 15:00"),
    ("2026-11-20T09:00:00Z", "2026-11-20 09:00 Etc/UTC"),
    ("2026-11-20T04:00", "2026-11-20 04:00"),
    ("2026-11-20T14:00+01:00", "2026-11-20 14:00 Etc/GMT-1"),
    ("2026/11/20", "2026-11-20"),
    ("20260101", REFUSED),
    ("the fourth of december at two", "2026-12-04 14:00"),
    ("Fourth of December", "2026-12-04"),
    ("4 of dec", "2026-12-04"),
    ("dec the 4th", "2026-12-04"),
    ("4dec", "2026-12-04"),
    ("4th Dec '26", "2026-12-04"),
    ("20 nov 26", "2026-11-20"),
    ("20 nov 14", "2026-11-20 14:00"),
    ("20 nov 2030", "2030-11-20"),
    ("20/Nov/2026", "2026-11-20"),
    ("２０ nov １４:００", "2026-11-20 14:00"),
    ("20 nov", "2026-11-20"),
    ("5 weeks ago", "2026-10-25"),
    ("a week ago", "2026-11-22"),
    ("-3", "2026-11-26"),
    ("2 weeks", REFUSED),
    ("2d", REFUSED),
    ("in 2 weeks foo", REFUSED),
    ("Friday 2pm Lakeside", REFUSED),
    ("friday or saturday", REFUSED),
    ("20 novembre", REFUSED),
    ("two", REFUSED),
    ("at 2", "2026-11-29 14:00"),
    ("2pm UK time", "2026-11-29 14:00 Europe/London"),
    ("fri 2pm GMT+1", "2026-11-27 14:00 Etc/GMT-1"),
    ("fri 2pm GMT+3:30", REFUSED),
    ("thursday week at half past two", "2026-12-10 14:30"),
    ("monday", "2026-11-23"),
    ("next monday", "2026-11-30"),
    ("a week on friday", "2026-12-11"),
    ("2 weeks from friday", "2026-12-18"),
    ("fri 9:00-10:00 for 1 hour", REFUSED),
    ("fri 1 hour", REFUSED),
    ("fri 9:00 half an hour", "2026-11-27 09:00-09:30"),
    ("fri 9:00 (1.5 hours)", "2026-11-27 09:00-10:30"),
    ("fri 24:00", REFUSED),
    ("fri midnight", REFUSED),
    ("When: Friday, 2pm", "2026-11-27 14:00"),
    ("fri: 2pm", "2026-11-27 14:00"),
    ("m/d", REFUSED),
    ("1/2/3", REFUSED),
    ("99/99", REFUSED),
    ("00/00", REFUSED),
    ("4 dec 20266", REFUSED),
    ("dec 2026", REFUSED),
    ("december", REFUSED),
    ("friday, 4 december 2026", "2026-12-04"),
    ("sat 5/12", "2026-12-05"),
    ("20-11", "2026-11-20"),
    ("20-11-2026", "2026-11-20"),
    ("fri 2 30", REFUSED),
    ("fri 4 10", "2026-12-04 10:00"),
    ("14.10-15.10", REFUSED),
    ("fri 14.10-15.10", "2026-11-27 14:10-15:10"),
    ("9.12 - 10.12", REFUSED),
    ("at 10.11", "2026-11-29 10:11"),
    ("fri at 10.11", "2026-11-27 10:11"),
]

MONTH_FIRST = [
    ("04/12/2026", "2026-04-12"),
    ("3/4", "2027-03-04"),
    ("sat 5/12", "2026-12-05"),
    ("25/11", "2026-11-25"),
    ("04-12-2026", "2026-04-12"),
]

DAY_FIRST = [
    ("04/12/2026", "2026-12-04"),
    ("3/4", "2027-04-03"),
    ("11/20", "2026-11-20"),
]

NEXT_ROUNDS = [
    ("the 4th", "2026-12-04"),
    ("monday 9", "2026-11-30 09:00"),
    ("fri 4", "2026-12-04"),
]

PROMISES = [
    ("end of next week", "2026-12-04"),
    ("in a week or two", "2026-12-13"),
    ("mid december", "2026-12-15"),
    ("before christmas", "2026-12-23"),
    ("within 10 days", "2026-12-09"),
    ("by friday", "2026-12-04"),
    ("end of the month", "2026-11-30"),
    ("early next week", "2026-12-01"),
    ("by the end of next week", "2026-12-04"),
    ("by end of november", "2026-11-30"),
    ("end of january", "2027-01-31"),
    ("before friday", "2026-12-03"),
    ("before monday", "2026-11-29"),
    ("next week", "2026-12-04"),
    ("this week", "2026-12-04"),
    ("end of the week", "2026-12-04"),
    ("in december", "2026-12-31"),
    ("december", "2026-12-31"),
    ("mid-december", "2026-12-15"),
    ("late december", "2026-12-31"),
    ("in the middle of january", "2027-01-15"),
    ("within two weeks", "2026-12-13"),
    ("within the next 2 weeks", "2026-12-13"),
    ("in 2-3 weeks", "2026-12-20"),
    ("two to three weeks", "2026-12-20"),
    ("in 10 business days", "2026-12-11"),
    ("within 48 hours", "2026-12-01"),
    ("by friday noon", "2026-12-04"),
    ("by tomorrow", "2026-11-30"),
    ("by 4 dec", "2026-12-04"),
    ("by xmas", "2026-12-25"),
    ("the week after next", "2026-12-11"),
    ("end of the year", "2026-12-31"),
    ("by new year", "2027-01-01"),
    ("fri 4", "2026-12-04"),
    ("in two weeks' time", "2026-12-13"),
    ("a week from friday", "2026-12-11"),
    ("next month", "2026-12-31"),
    ("eod tomorrow", "2026-11-30"),
    ("cob friday", "2026-12-04"),
    ("over the weekend", "2026-11-29"),
    ("soon", REFUSED),
    ("after friday", REFUSED),
    ("not friday", REFUSED),
    ("last month", REFUSED),
    ("before 6 dec", "2026-12-04"),
]

FACTS = [
    ("the 4th", "2026-11-04"),
    ("fri", "2026-11-27"),
    ("by friday", REFUSED),
    ("last week", REFUSED),
    ("last week", REFUSED),
]


def shown(one: When) -> str:
    """`2026-12-04 14:00-15:00 Europe/London`."""
    starts = f" {one.starts_at:%H:%M}" if one.starts_at is not None else ""
    ends = f"-{one.ends_at:%H:%M}" if one.ends_at is not None else ""
    return f"{one.day}{starts}{ends} {one.zone}".strip()


def read(said: str, order: bool | None = None) -> str:
    """What an interview's day and time are read as."""
    try:
        return shown(when(said, SUNDAY, prefer="past", month_first=order))
    except NotUnderstood:
        return REFUSED


@pytest.mark.parametrize(("said", "meant"), INTERVIEWS)
def test_when_an_interview_was_or_will_be(said: str, meant: str) -> None:
    assert read(said) == meant


@pytest.mark.parametrize(("said", "meant"), MONTH_FIRST)
def test_slashes_are_month_first_where_the_user_has_it_so(said: str, meant: str) -> None:
    assert read(said, order=True) == meant


@pytest.mark.parametrize(("said", "meant"), DAY_FIRST)
def test_slashes_are_day_first_where_the_user_has_it_so(said: str, meant: str) -> None:
    assert read(said, order=False) == meant


@pytest.mark.parametrize(("said", "meant"), NEXT_ROUNDS)
def test_when_the_next_round_is(said: str, meant: str) -> None:
    assert shown(when(said, SUNDAY, prefer="future")) == meant


def of_day(said: str, *, is_past: bool) -> str:
    """The day that is read, or that none is."""
    try:
        return str(spoken_day(said, SUNDAY, prefer="past" if is_past else "future").day)
    except NotUnderstood:
        return REFUSED


@pytest.mark.parametrize(("said", "meant"), PROMISES)
def test_by_when_something_is_promised(said: str, meant: str) -> None:
    assert of_day(said, is_past=False) == meant


@pytest.mark.parametrize(("said", "meant"), FACTS)
def test_on_which_day_something_was_done(said: str, meant: str) -> None:
    assert of_day(said, is_past=True) == meant


@pytest.mark.parametrize(
    ("said", "order", "words"),
    [
        ("fri 2:30", None, "Fri 27 Nov 2026, 14:30 in the afternoon, 2 days ago"),
        ("fri 6:45", None, "Fri 27 Nov 2026, 18:45 in the evening, 2 days ago"),
        ("fri 7:30", None, "Fri 27 Nov 2026, 07:30 in the morning, 2 days ago"),
        ("fri 2:30pm", None, "Fri 27 Nov 2026, 14:30, 2 days ago"),
        ("fri 1:00-1:45pm", None, "Fri 27 Nov 2026, 13:00–13:45, 2 days ago"),
        ("4 dec 14:30-15:00", None, "Fri 4 Dec 2026, 14:30–15:00, in 5 days"),
        (
            "04/12/2026",
            False,
            "Fri 4 Dec 2026, in 5 days; or Sun 12 Apr: type “12 apr 2026”",
        ),
        ("04/12/2026", True, "Sun 12 Apr 2026, 231 days ago; or Fri 4 Dec: type “4 dec”"),
        ("3/4", True, "Thu 4 Mar 2027, in 95 days; or Sat 3 Apr 2027: type “3 apr”"),
        ("3/4", False, "Sat 3 Apr 2027, in 125 days; or Thu 4 Mar 2027: type “4 mar”"),
        ("25/11", True, "Wed 25 Nov 2026, 4 days ago"),
        ("4/4", True, "Sun 4 Apr 2027, in 126 days"),
        (
            "fri 4",
            None,
            "Fri 27 Nov 2026, 16:00 in the afternoon, 2 days ago; or Fri 4 Dec: type “4 dec”",
        ),
        ("fri 13", None, "Fri 13 Nov 2026, 16 days ago; or 13:00: type “fri 13:00”"),
        ("fri afternoon", None, "Fri 27 Nov 2026, 2 days ago; at what time in the afternoon?"),
        ("fri 2pm EST", None, "Fri 27 Nov 2026, 14:00, time of America/New_York, 2 days ago"),
        (
            "thu next week",
            None,
            "Thu 3 Dec 2026, in 4 days; or Thu 10 Dec: type “10 dec”",
        ),
    ],
)
def test_what_was_taken_for_granted_is_said_and_the_other_reading_offered(
    said: str, order: bool | None, words: str
) -> None:
    assert when(said, SUNDAY, prefer="past", month_first=order).words(SUNDAY) == words


@pytest.mark.parametrize(
    ("said", "other"),
    [("04/12/2026", "12 apr 2026"), ("3/4", "3 apr"), ("fri 4", "4 dec"), ("fri 13", "fri 13:00")],
)
def test_what_is_offered_is_read_as_the_other_reading(said: str, other: str) -> None:
    first = when(said, SUNDAY, prefer="past")
    assert f"type “{other}”" in first.other
    second = when(other, SUNDAY, prefer="past")
    assert second != first
    assert second.other == ""


def test_another_friday_is_offered_in_the_week_where_next_friday_can_be_both() -> None:
    wednesday = date(2026, 11, 25)
    said = when("next fri", wednesday, prefer="past")
    assert (said.day, said.other) == (date(2026, 11, 27), "or Fri 4 Dec: type “4 dec”")


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("fri 2pm with Maria", "“with Maria” is not understood"),
        ("friday or saturday", "“or saturday” is not understood"),
        ("fri half past foo", "“half past foo” is not understood"),
        ("20 novembre", "“novembre” is not understood"),
        ("fri tue", "“tue” does not go with the rest"),
        ("20-21 nov", "“20-21 nov” is more than one day"),
        ("mon 4 dec", "4 Dec 2026 is a Friday, not a Monday"),
        ("2-3", "“2-3” can be a day or an hour"),
        ("fri 1900", "“1900” can be a year or a time. Type “19:00”"),
        ("2 weeks", "Type “in 2 weeks” or “2 weeks ago”"),
        ("next week", "“next week” is more than one day"),
        ("fri 2pm GMT+3:30", "“GMT+3:30” is no time zone I know"),
        ("fri 14:00 in the morning", "14:00 is not in the morning"),
        ("fri 2pm " + "very " * 30, "That is too long for a date"),
    ],
)
def test_the_part_that_is_not_understood_is_named(said: str, named: str) -> None:
    with pytest.raises(NotUnderstood) as error:
        when(said, SUNDAY, prefer="past")
    assert named in error.value.message


def test_every_line_of_what_was_pasted_is_read() -> None:
    assert read("Thu Nov 26\n2:30pm – 3pm") == "2026-11-26 14:30-15:00"
    assert read("Thu Nov 26\nRoom 4") == REFUSED


def test_an_hour_said_where_only_a_day_is_kept_is_not_dropped_in_silence() -> None:
    said = spoken_day("by friday noon", SUNDAY, prefer="future")
    assert (said.day, said.missing) == (date(2026, 12, 4), "the day alone is kept")
    assert spoken_day("friday", SUNDAY, prefer="future").missing == ""


@pytest.mark.parametrize(
    ("locale", "order"),
    [
        ("en_US.UTF-8", True),
        ("en_PH", True),
        ("en_GB.UTF-8", False),
        ("de_DE.UTF-8", False),
        ("en_IN", False),
        ("en_CA.UTF-8", None),
        ("C.UTF-8", None),
        ("POSIX", None),
        ("", None),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_locale(locale: str, order: bool | None) -> None:
    assert month_first(locale) is order


TIMES = [time(hour, minute) for hour in range(24) for minute in (0, 15, 45)]


@pytest.mark.parametrize("starts", TIMES)
def test_what_is_on_file_is_read_back_as_it_was(starts: time) -> None:
    held = date(2026, 12, 4)
    for ends in [None, *(later for later in TIMES if later > starts)]:
        text = typed(held, starts, ends)
        assert when(text, SUNDAY, prefer="past") == When(held, starts, ends), text
