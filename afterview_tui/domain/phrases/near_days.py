"""Days by where they lie from today: `fri`, `thu next week`, `in 2 weeks`, `tomorrow`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from afterview_tui.domain import dates
from afterview_tui.domain.phrases.words import (
    COUNT,
    WEEKDAY,
    Asked,
    DayNumber,
    Days,
    Half,
    Part,
    Problem,
    Weekday,
    count_of,
    months_on,
    phrase,
    weekday_of,
)

WEEK = timedelta(days=7)


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def on_or_after(day: date, weekday: int) -> date:
    """The first such weekday from `day` on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def moved(day: date, number: int, unit: str) -> date:
    """`day`, so many days, weekdays, weeks or months on; back when negative."""
    kind = unit.lower()
    if kind.startswith(("business", "work", "week day", "weekday")):
        return dates.weekdays_after(day, number)
    if kind.startswith("f"):  # fortnight
        return day + number * 2 * WEEK
    if kind.startswith("w"):
        return day + number * WEEK
    if kind.startswith("m"):
        return months_on(day, number)
    return day + timedelta(days=number)


UNIT = r"(?:days?|d|weeks?|wks?|w|months?|fortnights?)"
WORKDAYS = r"(?:(?:business|working|work|week)[\s-]?days?)"
_TOMORROW = r"(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmrow|tmr|tmw|tomo|2moro|2morrow)"
_YESTERDAY = r"(?:yesterday|yesterd|yday|yest)"
_DAY = rf"(?:today|now|{_TOMORROW}|{_YESTERDAY})"
_SUNDAY = 6
_BACK = 3  # days; from so long ago on, a bare weekday can as well be the one to come
_BEHIND = {"last", "past", "this past"}


def _named(word: str, today: date) -> date:
    said = word.lower()
    if said in {"today", "now"}:
        return today
    return today - dates.DAY if said.startswith("y") else today + dates.DAY


def _weekday(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """The weekday alone is the last or the next one; `this` and `next` look ahead.

    Who asks for an interview means the last one mostly, on a Monday by "fri" also this week's.
    """
    today, index = asked.today, weekday_of(match["day"])
    turn = " ".join((match.groupdict().get("turn") or "").lower().split()).removeprefix("the ")
    after = on_or_after(today + dates.DAY, index)
    before = after - (2 * WEEK if today.weekday() == index else WEEK)
    if turn in _BEHIND:
        alone = Days((before,))
    elif turn == "next":  # on a Monday, most call this week's just "Friday", and some "next"
        is_this_week = monday(after) == monday(today)
        alone = Days((after + WEEK, after), 2) if is_this_week else Days((after, after + WEEK))
    elif turn in {"this", "this coming", "coming"}:
        alone = Days((on_or_after(today, index),))
    elif asked.prefer == "past" and today.weekday() == index:
        alone = Days((today,))
    elif asked.prefer == "past":
        is_both = asked.wanted == "interview" and (today - before).days >= _BACK
        alone = Days((before, after), 2) if is_both else Days((before,))
    else:
        alone = Days((after,))
    side = 0 if not turn else -1 if turn in _BEHIND else 1
    return [Weekday(index, alone, side)]


def _weekday_and_number(match: re.Match[str], asked: Asked) -> list[Part] | None:
    return [*(_weekday(match, asked) or []), DayNumber(int(match["number"]))]


def _day(match: re.Match[str], asked: Asked) -> list[Part] | None:
    return [Days((_named(match["day"], asked.today),))]


def _part_of_a_day(match: re.Match[str], asked: Asked) -> list[Part] | None:
    word = (match["half"] or "evening").lower()
    return [Days((asked.today,)), Half("a" if word == "morning" else "p", word)]


def _last_night(match: re.Match[str], asked: Asked) -> list[Part] | None:
    return [Days((asked.today - dates.DAY,)), Half("p", "evening")]


def _beside_tomorrow(match: re.Match[str], asked: Asked) -> list[Part] | None:
    sign = 1 if match["side"].lower() == "after" else -1
    return [Days((asked.today + 2 * sign * dates.DAY,))]


def _of_a_week(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """A weekday of this week or another. On a Sunday, its week may be over or begin."""
    which = match["week"].split()[0].lower()
    by = {"last": -1, "previous": -1, "this": 0, "week": 2, "after": 2}.get(which, 1)
    first = monday(asked.today) + by * WEEK
    found = first + timedelta(days=weekday_of(match["day"]))
    is_sunday = asked.today.weekday() == _SUNDAY
    both = (found, found + WEEK) if is_sunday else (found,)
    if is_sunday and not by and asked.prefer == "future":
        both = (found + WEEK, found)
    return [Days(both, likely=len(both))]


def _weeks_from_a_day(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """`friday week`, `a week on friday`, `two weeks from tomorrow`."""
    said = match.groupdict()
    number = count_of(said.get("number") or "1")
    if match["day"][:3].lower() in {"tod", "now", "tom", "tmr", "tmw", "2mo"}:
        start = _named(match["day"], asked.today)
    else:
        start = on_or_after(asked.today + dates.DAY, weekday_of(match["day"]))
    return [Days((moved(start, number, said.get("unit") or "week"),))]


def _ago(match: re.Match[str], asked: Asked) -> list[Part] | None:
    number, unit = count_of(match["number"]), match["unit"]
    return [Days((moved(asked.today, -number, unit),))]


def _signed(match: re.Match[str], asked: Asked) -> list[Part] | None:
    number = int(match["number"]) * (1 if match["sign"] == "+" else -1)
    return [Days((moved(asked.today, number, match["unit"] or "days"),))]


def _span_of_hours(match: re.Match[str], asked: Asked) -> list[Part] | None:
    days, odd = divmod(int(match["number"]), 24)
    return [Days((asked.today + timedelta(days=days),))] if not odd else None


_SEVERAL = (
    rf"(?P<number>{COUNT})(?:\s*(?:-|\bto\b|\bor\b)\s*(?P<latest>{COUNT}))?"
    rf"\s*(?P<unit>{WORKDAYS}|{UNIT})(?:\s+or\s+(?P<or>two|three|so))?(?:'?\s+time)?"
)


def _in(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """Of two numbers the later: `in a week or two`, `7-10 days`."""
    if len(match["unit"]) == 1 and not match["number"].isdecimal():
        return None  # "2d" is said, "a d" is not
    number = count_of(match["latest"] or match["number"])
    if match["or"] and match["or"].lower() != "so":
        number = count_of(match["or"])
    return [Days((moved(asked.today, number, match["unit"]),))]


def _for_so_long(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """What is due `in` so long needs no `in`; what is not can lie behind as well."""
    if asked.wanted == "due":
        return _in(match, asked)
    said = match[0].strip()
    return [Problem(f"Is “{said}” ahead or behind? Type “in {said}” or “{said} ago”.")]


_AFTER = r"(?:on|from|after)"
_WEEK = (
    r"(?:the\s+)?(?P<week>(?:next|last|this|previous|following)\s+(?:week|wk)|week\s+after\s+next)"
)
_ABOUT = r"(?:about\s+|around\s+|roughly\s+)?"

NEAR_DAYS = (
    phrase(rf"(?P<day>{WEEKDAY}),?\s+(?:of\s+)?{_WEEK}", _of_a_week),
    phrase(rf"(?:the\s+)?(?P<day>{WEEKDAY})\s+(?P<week>after\s+next)", _of_a_week),
    phrase(rf"{_WEEK}(?:'s)?,?\s+(?:on\s+)?(?P<day>{WEEKDAY})", _of_a_week),
    phrase(rf"(?P<day>{WEEKDAY}|today|{_TOMORROW})\s+(?P<unit>week|fortnight)", _weeks_from_a_day),
    phrase(
        rf"(?:(?P<number>{COUNT})\s+)?(?P<unit>{UNIT})\s+(?:{_AFTER}\s+)?(?:this\s+|next\s+)?"
        rf"(?P<day>{WEEKDAY}|today|now|{_TOMORROW})",
        _weeks_from_a_day,
    ),
    phrase(rf"(?:the\s+)?day\s+(?P<side>after)\s+{_TOMORROW}", _beside_tomorrow),
    phrase(rf"(?:the\s+)?day\s+(?P<side>before)\s+{_YESTERDAY}", _beside_tomorrow),
    phrase(rf"(?P<day>{_DAY})", _day),
    phrase(r"(?:tonight|this\s+(?P<half>morning|afternoon|evening))", _part_of_a_day),
    phrase(r"last\s+night", _last_night),
    phrase(rf"(?:in|within)\s+{_ABOUT}(?:the\s+next\s+)?{_SEVERAL}", _in),
    phrase(
        rf"(?:sometime\s+)?(?:(?:in|within|over|during)\s+)?the\s+next\s+{_SEVERAL}", _for_so_long
    ),
    phrase(r"(?:in|within)\s+(?P<number>\d{2,3})\s*(?:hours|hrs|h)", _span_of_hours),
    phrase(rf"{_ABOUT}(?P<number>{COUNT})\s*(?P<unit>{UNIT})\s+(?:ago|back)", _ago),
    phrase(r"(?P<unit>week|fortnight|month)\s+ago(?P<number>)", _ago),
    phrase(
        r"(?P<sign>[+-])\s?(?P<number>\d{1,3})\s*(?P<unit>days?|d|weeks?|wks?|w|months?)?", _signed
    ),
    phrase(rf"{_ABOUT}{_SEVERAL}", _for_so_long),
    phrase(
        rf"(?P<turn>(?:the\s+)?(?:last|next)|this\s+past|past|this\s+coming|coming|this)?"
        rf"\s*(?P<day>{WEEKDAY})",
        _weekday,
    ),
)
# Only where the number is not the hour: "wed 25 at 12:00".
DAY_NUMBER = phrase(rf"(?P<day>{WEEKDAY}),?\s+(?P<number>\d{{1,2}})\.?", _weekday_and_number)
