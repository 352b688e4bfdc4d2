"""Local dates: arithmetic on weekdays, and dates as people read them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

DAY = timedelta(days=1)
MONDAY, SATURDAY = 0, 5
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_weekend(day: date) -> bool:
    """Whether `day` is a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY


def on_weekday(day: date) -> date:
    """`day` itself, or the Monday after it when it falls on a weekend."""
    while is_weekend(day):
        day += DAY
    return day


def weekday_until(day: date) -> date:
    """`day` itself, or the Friday before it when it falls on a weekend."""
    while is_weekend(day):
        day -= DAY
    return day


def next_weekday(day: date) -> date:
    """The first weekday after `day`."""
    return on_weekday(day + DAY)


def weekdays_after(day: date, number: int) -> date:
    """The `number`th weekday after `day`."""
    for _ in range(number):
        day = next_weekday(day)
    return day


def not_monday(day: date) -> date:
    """`day`, or the Tuesday after it: on a Monday few people have time for a call."""
    return day + DAY if day.weekday() == MONDAY else day


def short(day: date, today: date) -> str:
    """`Fri 20 Nov`, with the year only when it is not this one."""
    text = f"{weekday(day)} {day_and_month(day)}"
    return text if day.year == today.year else f"{text} {day.year}"


def day_and_month(day: date) -> str:
    """`20 Nov`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def full(day: date) -> str:
    """`Fri 20 Nov 2026`."""
    return f"{weekday(day)} {day_and_month(day)} {day.year}"


def weekday(day: date) -> str:
    """`Fri`."""
    return _WEEKDAYS[day.weekday()]


def distance(day: date, today: date) -> str:
    """`today`, `tomorrow`, `in 4 days`, `yesterday`, `3 days ago`."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def spoken(day: date, today: date) -> str:
    """`Fri 27 Nov, in 4 days`."""
    return f"{short(day, today)}, {distance(day, today)}"


def clock(at: time) -> str:
    """`14:00`."""
    return f"{at:%H:%M}"


def moment(at: datetime, today: date) -> str:
    """`today 14:02`, or `Fri 20 Nov` on any other day."""
    return f"today {clock(at.time())}" if at.date() == today else short(at.date(), today)


# Where 3/4 is the fourth of March. In Canada both orders are in use.
_MONTH_FIRST = "AS FM GU MH MP PH PR PW UM US VI"


def month_first(locale: str) -> bool | None:
    """Whether 3/4 is in March, by a locale like `en_US.UTF-8`; None where that tells nothing."""
    found = re.match("[a-z]{2,3}_([A-Z]{2})", locale)
    if found is None or found[1] == "CA":
        return None
    return found[1] in _MONTH_FIRST.split()


# As it is written in North America, whatever stands behind it: "509-555-0127 (cell)".
_NUMBER_THERE = re.compile(r"(?!0)(?:\+?1[ .-]?)?(?:\(?[2-9]\d\d\)?[ .-]?)?\d{3}[ .-]\d{4}(?!\d)")


def writes_month_first(by_locale: bool | None, zone: str, number: str) -> bool:
    """Whether somebody says "October 28": by their locale, else by the zone, else their number.

    A machine that is set to UTC, as servers are, does not say where anybody is; how they write
    their phone number may.
    """
    if by_locale is not None:
        return by_locale
    if zone and not zone.startswith(("UTC", "Etc/")):
        return zone.startswith(("America/", "US/"))
    return not number.strip() or bool(_NUMBER_THERE.match(number.strip()))
