"""Dates and times as people say them: `fri 2pm`, `20 nov 14:00-15:30`, `in 2 weeks`.

dateparser reads the day. The time is read here, because dateparser takes the
hour of "friday at 2" for a month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from afterview_tui.domain import dates
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.text import clean_line

Direction = Literal["past", "future"]

_AT = r"(?P<{0}h>\d{{1,2}})(?::(?P<{0}m>\d\d))?\s*(?:(?P<{0}ap>[ap])\.?m\.?|h|(?:o'clock))?"
_RANGE = re.compile(
    rf"(?:\bat\s+|\bfrom\s+)?\b{_AT.format('a')}\s*(?:-|\u2013|to|until|till)\s*{_AT.format('b')}(?![\w:])",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    r"(?:\bat\s+)?\b(?P<h>\d{1,2})(?::(?P<m>\d\d)\s*(?:(?P<ap>[ap])\.?m\.?)?"
    r"|\s*(?P<ap2>[ap])\.?m\b\.?|\s*h\b|\s*o'clock)|\bat\s+(?P<bare>\d{1,2})$",
    re.IGNORECASE,
)
_BARE_HOUR = re.compile(
    r"^(?P<day>today|yesterday|tomorrow|(?:last |next |this )?[a-z]+)\s(?P<hour>\d{1,2})$",
    re.IGNORECASE,
)
# "fri 9" is an hour, "fri 20" the twentieth.
_LAST_BARE_HOUR = 18
_NUMERIC = re.compile(r"(?:^|\s)(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})\.?$")
_NOON = re.compile(r"(?:\bat\s+)?\bnoon\b", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b",
    re.IGNORECASE,
)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RELATIVE = re.compile(r"^(?:today|yesterday|tomorrow)$", re.IGNORECASE)
_DAY_NUMBER = re.compile(r"\d")
# Two readings of one date further apart than this differ in the year.
_A_YEARS_HALF = timedelta(days=60)
# A year typed wrong ("9999") would leave no room for the dates that follow from it.
_A_LIFETIME = timedelta(days=100 * 365)


@dataclass(frozen=True, slots=True)
class When:
    """A local day, with the local times when they were said."""

    day: date
    starts_at: time | None = None
    ends_at: time | None = None

    def words(self, today: date) -> str:
        """What was understood: `Fri 20 Nov 2026, 14:00, 3 days ago`."""
        parts = [dates.full(self.day)]
        if self.starts_at is not None:
            until = f"–{dates.clock(self.ends_at)}" if self.ends_at is not None else ""
            parts.append(f"{dates.clock(self.starts_at)}{until}")
        return ", ".join([*parts, dates.distance(self.day, today)])


def when(text: str, today: date, *, prefer: Direction) -> When:
    """Read a day, and a time or a span of time if there is one.

    `prefer` decides what a bare weekday means: an interview was last Friday, a
    promise is for next Friday. Raises NotUnderstood, with what to type instead.
    """
    said = clean_line(text)
    rest, starts_at, ends_at = _times(said)
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        raise NotUnderstood(
            f"It ends at {dates.clock(ends_at)}, not after it starts at"
            f" {dates.clock(starts_at)}. Try “14:00-15:30” or “2-3pm”."
        )
    rest = rest.strip(" ,")
    only_a_time = today if starts_at is not None else None
    found = _day(rest, today, prefer) if rest else only_a_time
    if found is None:
        raise NotUnderstood(f"“{said}” is not a date I can read. Try “fri 2pm” or “20 nov 14:00”.")
    return When(found, starts_at, ends_at)


def day(text: str, today: date, *, prefer: Direction) -> date:
    """Read a day. Raises NotUnderstood."""
    said = clean_line(text)
    found = _day(said, today, prefer) if said else None
    if found is None:
        raise NotUnderstood(
            f"“{said}” is not a date I can read. Try “fri”, “27 nov” or “in 2 weeks”."
        )
    return found


def _times(said: str) -> tuple[str, time | None, time | None]:
    """Take the times out of what was said; the rest is the day."""
    if match := next(filter(_is_span, _RANGE.finditer(said)), None):
        after_noon = match["aap"] or match["bap"]
        starts_at = _time(match["ah"], match["am"], after_noon)
        ends_at = _time(match["bh"], match["bm"], match["bap"])
        if match["bap"] and not match["aap"] and starts_at > ends_at:
            starts_at = _time(match["ah"], match["am"], "a")
        return said[: match.start()] + said[match.end() :], starts_at, ends_at
    if match := _NOON.search(said):
        return said[: match.start()] + said[match.end() :], time(12), None
    if match := _SINGLE.search(said):
        half = match["ap"] or match["ap2"]
        at = _time(match["h"] or match["bare"], match["m"], half)
        return said[: match.start()] + said[match.end() :], at, None
    if (
        (match := _BARE_HOUR.match(said))
        and (_RELATIVE.match(match["day"]) or _WEEKDAY.search(match["day"]))
        and int(match["hour"]) <= _LAST_BARE_HOUR
    ):
        return match["day"], _time(match["hour"], None, None), None
    return said, None, None


def _is_span(match: re.Match[str]) -> bool:
    """`14:00-15:00` and `2-3pm` are spans; `2026-11-20` and `20-11` are days."""
    return bool(match["am"] or match["bm"] or match["aap"] or match["bap"])


def _time(hour: str, minute: str | None, half: str | None) -> time:
    number = int(hour)
    if half and number <= 23:  # "14pm" is said, "25pm" is a slip
        number = number % 12 + (12 if half.lower() == "p" else 0)
    elif minute is None and 1 <= number <= 7:
        number += 12  # nobody interviews at two in the night
    try:
        return time(number, int(minute or 0))
    except ValueError:
        raise NotUnderstood(
            f"{hour}:{minute or '00'} is not a time of day. Try “14:00” or “2pm”."
        ) from None


def _day(said: str, today: date, prefer: Direction) -> date | None:
    if said.isdecimal():
        return None
    words = said.casefold()
    if words in {"today", "now"}:
        return today
    weekday = _WEEKDAY.search(words)
    named = _NAMES.index(weekday[1][:3]) if weekday else None
    if weekday and words == weekday[0] and named == today.weekday() and prefer == "past":
        return today
    if numeric := _NUMERIC.search(said):  # the library takes "20.11." for a time
        said = f"{numeric['one']}/{numeric['two']}"
    readings = {way: _parsed(said, today, way) for way in ("past", "future")}
    found = [reading for reading in readings.values() if reading is not None]
    if numeric:  # 5/12 is whichever of 5 Dec and 12 May is nearer
        swapped = [_parsed(said, today, way, order="DMY") for way in readings]
        found += [reading for reading in swapped if reading is not None]
        said_both = {int(numeric["one"]), int(numeric["two"])}
        found = [reading for reading in found if {reading.day, reading.month} == said_both]
    found = [reading for reading in found if abs(reading - today) < _A_LIFETIME]
    if named is not None and _DAY_NUMBER.search(words):
        found = [reading for reading in found if reading.weekday() == named]
    if not found:
        return None
    preferred = readings[prefer]
    if preferred in found and max(found) - min(found) < _A_YEARS_HALF:
        return preferred
    return min(found, key=lambda reading: abs(reading - today))


def _parsed(said: str, today: date, prefer: str, order: str = "MDY") -> date | None:
    # Reading the library takes a quarter of a second, which only those who type a date pay.
    import dateparser

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "PREFER_DATES_FROM": prefer,
        "RETURN_AS_TIMEZONE_AWARE": False,
        "DATE_ORDER": order,
    }
    found = dateparser.parse(said, languages=["en"], settings=settings)
    return found.date() if found is not None else None
