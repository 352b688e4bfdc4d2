"""Days by their number: `4 dec`, `the 4th`, `2026-12-04`, `4.12.`, `12/4`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from afterview_tui.domain.phrases.words import (
    MONTH,
    MONTHS,
    ORDINAL_WORD,
    Asked,
    Days,
    Part,
    Phrase,
    Problem,
    month_of,
    months_on,
    ordinal_of,
    phrase,
)

# What was said to be due may have been passed by a little; by more it is next year's.
_JUST_PASSED = timedelta(days=60)
# Within this the same day in another year can be meant, when its weekday is named.
_NOT_A_YEAR = timedelta(days=300)
# Two days of one number that are both as near as this are both likely.
NEAR = timedelta(days=16)
# Whoever means another month than this and the next names it.
_NO_NUMBER_FARTHER = timedelta(days=40)
# A year typed wrong ("9999") would leave no room for the dates that follow from it.
_A_LIFETIME = timedelta(days=100 * 365)

_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL_WORD})"
_NO_HOUR = r"(?!\s*(?:[ap]\.?\s?m\b|[ap]\b|h\b|hrs\b|uhr\b|o'?\s?clock\b))"
_YEAR = rf"(?:[\s,/.-]+(?P<year>\d{{4}}|'?\d{{2}}){_NO_HOUR})"
_MONTH = r"(?:\s+(?:of\s+)?(?P<which>this|next|last|the)\s+month)?"
_OR = r"\s*(?:-|/|,|&|\bto\b|\band\b|\bor\b|\buntil\b|\bthrough\b)\s*"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_any_year(month: int, day: int, asked: Asked) -> tuple[date, ...]:
    """The days of this number that can be meant without a year; none when there is none such."""
    today = asked.today
    years = range(today.year - 4, today.year + 5)
    found = [one for year in years if (one := _date(year, month, day)) is not None]
    found.sort(key=lambda one: abs(one - today))
    if asked.wanted == "due" and found and found[0] < today - _JUST_PASSED:
        found.sort(key=lambda one: (one < today, abs(one - today)))
    return tuple(one for one in found if one is found[0] or abs(one - today) < _NOT_A_YEAR)


def as_typed(day: date, asked: Asked) -> str:
    """A day as it is read back without doubt: `3 apr`."""
    said = f"{day.day} {MONTHS[day.month - 1]}"
    year = "" if in_any_year(day.month, day.day, asked)[0] == day else f" {day.year}"
    return said + year


def this_number(number: int, asked: Asked) -> Days | None:
    """The days of this number in this month and those beside it, the likeliest first."""
    today, first = asked.today, asked.today.replace(day=1)
    months = [months_on(first, by) for by in (-1, 0, 1)]
    found = [one for m in months if (one := _date(m.year, m.month, number)) is not None]
    nearest = sorted(found, key=lambda one: abs(one - today))
    nearest = [one for one in nearest if abs(one - today) < _NO_NUMBER_FARTHER]
    if not nearest:
        return None
    if asked.wanted == "fact":
        return Days(tuple(sorted(nearest, key=lambda one: one > today)))
    if asked.prefer == "future":
        return Days(tuple(sorted(nearest, key=lambda one: one < today)))
    both = [one for one in nearest if abs(one - today) <= NEAR]
    return Days(tuple(nearest), likely=max(1, len(both)))


def _year(said: str, today: date) -> int | None:
    """The year that was said; None for what is rather an hour, or no year at all."""
    number = int(said.strip("'"))
    if len(said) == 2 and abs(number + 2000 - today.year) > 2:
        return None
    year = number + 2000 if number < 100 else number
    return year if abs(year - today.year) < _A_LIFETIME.days // 365 else None


def _named(match: re.Match[str], asked: Asked) -> list[Part] | None:
    day, month = ordinal_of(match["day"]), month_of(match["month"])
    said = match.groupdict().get("year")
    if said is None:
        found = in_any_year(month, day, asked)
    else:
        year = _year(said, asked.today)
        if year is None:
            return None
        one = _date(year, month, day)
        found = (one,) if one is not None else ()
    if not found:
        return [Problem(f"There is no “{match[0].strip()}” in the calendar.")]
    return [Days(found)]


def _two_days(match: re.Match[str], asked: Asked) -> list[Part] | None:
    return [Problem(f"“{match[0].strip()}” is more than one day. Type the one that counts.")]


def _iso(match: re.Match[str], asked: Asked) -> list[Part] | None:
    found = _date(int(match["year"]), int(match["month"]), int(match["day"]))
    if found is None or abs(found - asked.today) > _A_LIFETIME:
        return [Problem(f"There is no “{match[0]}” in the calendar.")]
    return [Days((found,))]


def _numeric(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """Dots are day first everywhere; else the user's order, and what is possible."""
    one, two, year = int(match["one"]), int(match["two"]), None
    if match["year"] and (year := _century(match["year"], asked.today)) is None:
        return None

    def reading(day: int, month: int) -> tuple[date, ...]:
        if year is None:
            return in_any_year(month, day, asked)
        found = _date(year, month, day)
        return (found,) if found is not None else ()

    day_first, month_first = reading(one, two), reading(two, one)
    if match["mark"] == ".":
        if year is None and not day_first:
            return None  # 2.30 is a time
        other = month_first if asked.month_first or not day_first else ()
        return _both(day_first, other, match[0])
    orders = [day_first, month_first]
    if asked.month_first:
        orders.reverse()
    if asked.month_first is None:
        orders = sorted(filter(None, orders), key=lambda found: abs(found[0] - asked.today))
        orders += [(), ()]
    return _both(orders[0], orders[1], match[0])


def _century(said: str, today: date) -> int | None:
    year = int(said) + (2000 if len(said) == 2 else 0)
    return year if abs(year - today.year) < _A_LIFETIME.days // 365 else None


def _both(first: tuple[date, ...], second: tuple[date, ...], said: str) -> list[Part]:
    found = _once([*first[:1], *second[:1], *first[1:], *second[1:]])
    if not found:
        return [Problem(f"There is no “{said}” in the calendar.")]
    is_clear = not first or not second or first[0] == second[0]
    return [Days(found, likely=1 if is_clear else 2)]


def _once(found: Iterable[date]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(found))


def _of_a_month(match: re.Match[str], asked: Asked) -> list[Part] | None:
    number, which = ordinal_of(match["day"]), (match["which"] or "").lower()
    if which:
        by = {"last": -1, "next": 1}.get(which, 0)
        month = months_on(asked.today.replace(day=1), by)
        one = _date(month.year, month.month, number)
        found = Days((one,)) if one is not None else None
    else:
        found = this_number(number, asked)
    if found is None:
        return [Problem(f"There is no “{match[0].strip()}” in the calendar.")]
    return [found]


ISO = Phrase(
    r"(?<!\w)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"(?=T\d\d:?\d\d|\W|$)(?![/-]\d)",
    _iso,
)
_DAY_MONTH = rf"(?:the\s+)?(?P<day>{_DAY})(?:[\s./-]*|\s+of\s+)(?P<month>{MONTH})"
_MONTH_DAY = rf"(?P<month>{MONTH})(?:[\s./-]*|\s+the\s+)(?P<day>{_DAY})"

CALENDAR_DAYS = (
    phrase(rf"(?:the\s+)?{_DAY}{_OR}(?:the\s+)?{_DAY}(?:[\s./-]*|\s+of\s+){MONTH}", _two_days),
    phrase(rf"{MONTH}\s*(?:the\s+)?{_DAY}(?!\s*,){_OR}(?:the\s+)?{_DAY}{_NO_HOUR}", _two_days),
    phrase(rf"{MONTH}\s*(?:the\s+)?{_DAY}\s*,\s*{_DAY}$", _two_days),
    ISO,
    phrase(rf"{_DAY_MONTH}{_YEAR}", _named),
    phrase(rf"{_MONTH_DAY}{_YEAR}", _named),
    phrase(_DAY_MONTH, _named),
    phrase(_MONTH_DAY, _named),
    phrase(
        r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})\.?",
        _numeric,
    ),
    phrase(r"(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})\.?(?P<year>)", _numeric),
    phrase(rf"(?:the\s+)?(?P<day>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD}){_MONTH}", _of_a_month),
    phrase(rf"the\s+(?P<day>\d{{1,2}}){_MONTH}", _of_a_month),
)
# After the hours: "10-11" beside a day is a span of time.
WITH_A_DASH = phrase(r"(?P<one>\d{1,2})(?P<mark>-)(?P<two>\d{1,2})(?P<year>)", _numeric)
