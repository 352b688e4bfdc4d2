"""Dates in words, as people say them in a letter.

`month_first` is whether the writer puts the month before the day; None where that is not known.
"""

from __future__ import annotations

from datetime import date, timedelta

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_WEEK = 7


def spelled_day(day: date, today: date, month_first: bool | None = None) -> str:
    """`Friday`, or `Friday, October 17` when that Friday is a week or more away."""
    if abs((day - today).days) < _WEEK:
        return _WEEKDAYS[day.weekday()]
    return dated(day, month_first)


def this_week(day: date, today: date, month_first: bool | None = None) -> str:
    """`Friday` for a day of this week, else `Friday, October 17`: no other Friday is meant."""
    same = day.isocalendar()[:2] == today.isocalendar()[:2]
    return _WEEKDAYS[day.weekday()] if same else dated(day, month_first)


def on_day(
    day: date, today: date, *, is_read_today: bool = True, month_first: bool | None = None
) -> str:
    """`today`, `yesterday`, `on Tuesday`, `on Friday, October 17`.

    What `is_read_today` knows which day it is; what is read days later names the weekday.
    """
    if is_read_today and day == today:
        return "today"
    if is_read_today and day == today - timedelta(days=1):
        return "yesterday"
    return f"on {spelled_day(day, today, month_first)}"


def dated(day: date, month_first: bool | None = None) -> str:
    """`Friday, October 17`, or `Friday 17 October` for who does not write the month first."""
    weekday, month = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    return (
        f"{weekday} {day.day} {month}" if month_first is False else f"{weekday}, {month} {day.day}"
    )


def letter_date(day: date, month_first: bool | None = None) -> str:
    """`October 17, 2026`, or `17 October 2026`, for the head of a letter."""
    if month_first is False:
        return _day_first(day)
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def full_date(day: date) -> str:
    """`Friday 20 November 2026`, for a page that is read on another day."""
    return f"{_WEEKDAYS[day.weekday()]} {_day_first(day)}"


def _day_first(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
