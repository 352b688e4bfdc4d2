"""What is due or promised: `by friday`, `end of next week`, `mid december`.

A stretch of time is over on its last day, a week on its Friday. Where the day of
something else is asked for, a stretch is named and asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from afterview_tui.domain import dates
from afterview_tui.domain.phrases.near_days import WEEK, monday, on_or_after
from afterview_tui.domain.phrases.words import (
    MONTH,
    Asked,
    Days,
    Lead,
    Part,
    Problem,
    Stretch,
    month_of,
    months_on,
    phrase,
)

FRIDAY, SUNDAY = 4, 6
_YEARS_AHEAD = 5
# The days of a week by which its beginning and its middle are over, counted from Monday.
_IN_WEEK = {"early": 1, "mid": 2}
_IN_MONTH = {"early": 10, "mid": 15}


def friday(day: date) -> date:
    """The Friday that ends the week of `day`; of a weekend, the next one."""
    return on_or_after(day, FRIDAY)


def _place(said: str | None) -> str:
    if re.search("mid|first half", words := " ".join((said or "").lower().split())):
        return "mid"
    return "early" if re.search("early|beginning|start", words) else "end"


def _week(match: re.Match[str], asked: Asked) -> list[Part] | None:
    if match[0].lower() in {"week", "wk"}:
        return None
    place = _place(match["place"])
    which = " ".join((match["which"] or "").lower().split()).removeprefix("the ")
    if which == "week after next":
        start = monday(asked.today) + 2 * WEEK
    elif which in {"next", "following", "coming"}:
        start = monday(asked.today) + WEEK
    elif place == "end":
        start = monday(friday(asked.today))
    else:
        start = monday(asked.today)
    last = start + timedelta(days=_IN_WEEK.get(place, FRIDAY))
    return _due(match, asked, last, start)


def _month(match: re.Match[str], asked: Asked) -> list[Part] | None:
    if match[0].lower() == "month":
        return None
    if match["month"]:
        number = month_of(match["month"])
        year = int(match["year"] or 0) or asked.today.year + (number < asked.today.month)
        if abs(year - asked.today.year) > _YEARS_AHEAD:
            return None
        first = date(year, number, 1)
    else:
        by = 1 if (match["which"] or "").lower().endswith("next") else 0
        first = months_on(asked.today.replace(day=1), by)
    last = months_on(first, 1) - dates.DAY
    return _due(
        match, asked, first.replace(day=_IN_MONTH.get(_place(match["place"]), last.day)), first
    )


def _year(match: re.Match[str], asked: Asked) -> list[Part] | None:
    if match[0].lower() == "year":
        return None
    year = asked.today.year + (match["which"] or "").lower().endswith("next")
    return _due(match, asked, date(year, 12, 31), date(year, 1, 1))


def _weekend(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """Its Sunday, or the weekday beside it. On a weekend, the next one comes after it."""
    sunday, side = on_or_after(asked.today, SUNDAY), (match["side"] or "").lower()
    if (match["which"] or "").lower() == "next":
        sunday += WEEK
    if side == "after":
        return _due(match, asked, sunday + dates.DAY)
    if side:
        before = sunday - timedelta(days=SUNDAY - FRIDAY)
        return _due(match, asked, before if before >= asked.today else before + WEEK)
    return _due(match, asked, sunday)


def _midweek(match: re.Match[str], asked: Asked) -> list[Part] | None:
    return _due(match, asked, on_or_after(asked.today, _IN_WEEK["mid"]))


def _due(match: re.Match[str], asked: Asked, last: date, first: date | None = None) -> list[Part]:
    said = match.groupdict()
    which = (said.get("which") or "").lower()
    if asked.wanted == "due" and not which.endswith(("last", "past", "previous")):
        return [Stretch(last, None if said.get("place") else first)]
    words = match[0].strip()
    return [Problem(f"“{words}” is more than one day. Type the day, as in “fri 2pm” or “20 nov”.")]


def _lead(kind: str) -> Callable[[re.Match[str], Asked], list[Part] | None]:
    def read(match: re.Match[str], asked: Asked) -> list[Part] | None:
        if asked.wanted == "due":
            return [Lead(kind)]
        if kind == "week":
            return [Problem("That is a week. Type the day, as in “fri 2pm” or “20 nov”.")]
        return None

    return read


def _yearly(month: int, day: int) -> Callable[[re.Match[str], Asked], list[Part] | None]:
    def read(match: re.Match[str], asked: Asked) -> list[Part] | None:
        this_year = date(asked.today.year, month, day)
        is_over = this_year < asked.today - timedelta(days=60)
        return [Days((this_year.replace(year=asked.today.year + is_over),))]

    return read


def _before_christmas(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """Nobody decides on Christmas Eve."""
    if asked.wanted != "due":
        return None
    year = asked.today.year + (asked.today > date(asked.today.year, 12, 23))
    return [Days((date(year, 12, 23),))]


def _thanksgiving(match: re.Match[str], asked: Asked) -> list[Part] | None:
    """The fourth Thursday of November, as in the United States."""
    found = on_or_after(date(asked.today.year, 11, 1), 3) + 3 * WEEK
    if found < asked.today - timedelta(days=60):
        found = on_or_after(date(asked.today.year + 1, 11, 1), 3) + 3 * WEEK
    return [Days((found,))]


_SOME = r"(?:(?:sometime|some\s+time|later|anytime)\s+)?(?:(?:in|during|within|over)\s+)?"
_PLACE = (
    r"(?:(?P<place>(?:(?:at|in|towards?)\s+)?(?:the\s+)?(?:very\s+)?"
    r"(?:end|beginning|start|middle|early|mid|late|first\s+half|second\s+half))"
    r"(?:[\s-]+(?:of|in)\b)?[\s-]+)?"
)
_WHICH = r"(?:(?P<which>(?:the\s+)?(?:this|next|following|coming|last|past|previous)|the)\s+)?"
_CHRISTMAS = r"(?:christmas|xmas|x-mas)"
_YEAR = r"(?:,?\s+(?P<year>20\d\d))?"

STRETCHES = (
    phrase(rf"{_SOME}{_PLACE}(?:the\s+)?(?P<which>week\s+after\s+next)", _week),
    phrase(rf"{_SOME}{_PLACE}{_WHICH}(?:week|wk)", _week),
    phrase(r"(?P<place>eow)(?P<which>)", _week),
    phrase(r"(?:the\s+)?(?P<place>week's\s+end|week[\s-]end|weekend's\s+end)(?P<which>)", _week),
    phrase(rf"{_SOME}{_PLACE}{_WHICH}month(?P<month>)", _month),
    phrase(r"(?:the\s+)?(?P<place>eom|month[\s-]end)(?P<which>)(?P<month>)", _month),
    phrase(rf"{_SOME}{_PLACE}(?P<which>)(?P<month>{MONTH}){_YEAR}", _month),
    phrase(rf"{_SOME}{_PLACE}{_WHICH}year", _year),
    phrase(
        r"(?:(?P<side>after|before|by)\s+)?(?:over\s+)?(?:the|this|(?P<which>next))\s+weekend",
        _weekend,
    ),
    phrase(r"mid-?week", _midweek),
    phrase(
        r"(?:week|wk)\s+(?:of|commencing|beginning|starting)|w/c|wc|in\s+the\s+week\s+of",
        _lead("week"),
    ),
    phrase(
        r"before\s+(?:the\s+)?(?:holidays|christmas|xmas|x-mas)(?:\s+break)?", _before_christmas
    ),
    phrase(r"before", _lead("before")),
    phrase(
        r"by|until|till|no\s+later\s+than|not\s+later\s+than|at\s+the\s+latest(?:\s+by)?"
        r"|latest(?:\s+by)?|on\s+or\s+before|due",
        _lead("by"),
    ),
    phrase(
        r"(?:(?:by|at)\s+)?(?:the\s+)?(?:(?:end|close)\s+of\s+(?:the\s+)?(?:day|play|business)|eod|cob|eob)",
        _lead("close"),
    ),
    phrase(rf"{_CHRISTMAS}\s+eve", _yearly(12, 24)),
    phrase(rf"{_CHRISTMAS}(?:\s+day)?", _yearly(12, 25)),
    phrase(r"boxing\s+day", _yearly(12, 26)),
    phrase(r"new\s+year'?s?\s+eve", _yearly(12, 31)),
    phrase(r"(?:the\s+)?new\s+year(?:'?s)?(?:\s+day)?", _yearly(1, 1)),
    phrase(r"thanksgiving(?:\s+day)?", _thanksgiving),
)
