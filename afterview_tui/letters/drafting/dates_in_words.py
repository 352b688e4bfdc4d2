"""Dates spelled out, as a letter has them. Each form reads well in British and in American."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_WEEK = 7


def spelled_day(day: date, today: date) -> str:
    """`Friday`, or `the 6th of November` when that Friday is a week or more away."""
    if abs((day - today).days) < _WEEK:
        return _WEEKDAYS[day.weekday()]
    return f"the {_ordinal(day.day)} of {_MONTHS[day.month - 1]}"


def letter_date(day: date) -> str:
    """`20 November 2026`, for the head of a letter."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def full_date(day: date) -> str:
    """`Friday 20 November 2026`, for a page that is read on another day."""
    return f"{_WEEKDAYS[day.weekday()]} {letter_date(day)}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number in (11, 12, 13) else ending}"
