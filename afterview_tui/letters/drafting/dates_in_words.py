"""Dates in words, as people say them in a letter."""

from __future__ import annotations

from datetime import date, timedelta

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_WEEK = 7


def spelled_day(day: date, today: date) -> str:
    """`Friday`, or `Friday, October 17` when that Friday is a week or more away."""
    if abs((day - today).days) < _WEEK:
        return _WEEKDAYS[day.weekday()]
    return dated(day)


def this_week(day: date, today: date) -> str:
    """`Friday` for a day of this week, else `Friday, October 17`: no other Friday is meant."""
    same = day.isocalendar()[:2] == today.isocalendar()[:2]
    return _WEEKDAYS[day.weekday()] if same else dated(day)


def on_day(day: date, today: date, *, is_read_today: bool = True) -> str:
    """`today`, `yesterday`, `on Tuesday`, `on Friday, October 17`.

    What `is_read_today` knows which day it is; what is read days later names the weekday.
    """
    if is_read_today and day == today:
        return "today"
    if is_read_today and day == today - timedelta(days=1):
        return "yesterday"
    return f"on {spelled_day(day, today)}"


def dated(day: date) -> str:
    """`Friday, October 17`."""
    return f"{_WEEKDAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}"


def letter_date(day: date) -> str:
    """`20 November 2026`, for the head of a letter."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """`Friday 20 November 2026`, for a page that is read on another day."""
    return f"{_WEEKDAYS[day.weekday()]} {letter_date(day)}"
