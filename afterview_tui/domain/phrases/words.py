"""The words that phrases are made of, and what a phrase can say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

from afterview_tui.domain import dates
from afterview_tui.domain.phrases.said import Direction, Wanted
from afterview_tui.domain.text import clean

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COUNTS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_ORDINALS = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
]  # fmt: skip
_ORDINALS += [f"twenty-{one}" for one in _ORDINALS[1:10]] + ["thirtieth", "thirty-first"]

# Patterns without groups of their own, to be put together.
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:r|ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
COUNT_WORD = rf"(?:{'|'.join(reversed(_COUNTS[1:]))})"
COUNT = rf"(?:\d{{1,3}}|{COUNT_WORD}|an?(?:\s+couple(?:\s+of)?)?|couple(?:\s+of)?)"
ORDINAL_WORD = rf"(?:{'|'.join(word.replace('-', '[ -]') for word in reversed(_ORDINALS[1:]))})"

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u00b4`"), "'")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the day it is, and how a text is to be taken.

    `month_first` is the user's order in 3/4, None where it is not known.
    """

    today: date
    prefer: Direction
    wanted: Wanted
    month_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a phrase can mean, the likeliest first. The first `likely` are likely."""

    days: tuple[date, ...]
    likely: int = 1


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by its name, and the days it means when nothing else names the day.

    `side` is 1 where it was said to lie ahead, -1 where behind.
    """

    index: int
    alone: Days
    side: int = 0

    def fits(self, day: date, today: date) -> bool:
        """Whether a day that was named beside it can be the same."""
        days = (day - today).days * self.side
        return day.weekday() == self.index and days >= 0


@dataclass(frozen=True, slots=True)
class DayNumber:
    """A day of the month without its month, which a weekday has to stand beside."""

    number: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it was said. `half` is a, p or nothing."""

    hour: int
    minute: int = 0
    half: str = ""
    is_bare: bool = False  # a number and nothing else
    is_exact: bool = False  # in a form that has 24 hours and no other


@dataclass(frozen=True, slots=True)
class Hours:
    """A time, or a span of time."""

    starts: Clock
    ends: Clock | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it could be a day as well: `2-3`, `9`."""
        return self.starts.is_bare and (self.ends is None or self.ends.is_bare)


@dataclass(frozen=True, slots=True)
class Half:
    """A part of the day: `in the afternoon`."""

    half: str
    word: str


@dataclass(frozen=True, slots=True)
class Lasts:
    """How long it takes."""

    long: timedelta


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone, by its name in the zone database."""

    name: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What a due day is to the day that is named: `by`, `before`, `week of`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time by its last day; by its first one, too, where all of it is meant."""

    last: date
    first: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A word that holds the others together: `at`, `on`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What was meant is clear, and cannot be. The message says so."""

    message: str


Part = Problem | Days | Weekday | DayNumber | Hours | Half | Lasts | Zone | Lead | Stretch | Link
Read = Callable[[re.Match[str], Asked], list[Part] | None]


@dataclass(frozen=True)
class Phrase:
    """A way of saying something. `read` gives None where it does not say that after all."""

    source: str
    read: Read

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when the first date is typed: to make them all takes a moment at the start."""
        return re.compile(self.source, re.IGNORECASE | re.ASCII)


def phrase(pattern: str, read: Read) -> Phrase:
    """A phrase that ends where a word ends, and not within a number or a date."""
    return Phrase(rf"(?<!\w)(?:{pattern})(?!\w|[:./-]\d)", read)


def plainly(text: str) -> str:
    """A text on one line, with one kind of digits, dashes, quotes and spaces."""
    known = unicodedata.normalize("NFKC", clean(text)).translate(_DASHES | _QUOTES)
    return " ".join(known.split())


def weekday_of(word: str) -> int:
    """0 for `Mon`, `monday`."""
    return WEEKDAYS.index(word[:3].lower())


def month_of(word: str) -> int:
    """1 for `Jan`, `january`."""
    return MONTHS.index(word[:3].lower()) + 1


def count_of(word: str) -> int:
    """2 for `2`, `two`, `a couple of`; 1 for `a`."""
    said = word.lower()
    if said.isdecimal():
        return int(said)
    if "couple" in said:
        return 2
    return _COUNTS.index(said) if said in _COUNTS else 1


def ordinal_of(word: str) -> int:
    """4 for `4`, `4th`, `fourth`."""
    said = word.lower().replace(" ", "-")
    number = re.match(r"\d+", said)
    return int(number[0]) if number else _ORDINALS.index(said)


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    month = day.year * 12 + day.month - 1 + months
    last = (date(month // 12 + (month % 12 == 11), (month + 1) % 12 + 1, 1) - dates.DAY).day
    return date(month // 12, month % 12 + 1, min(day.day, last))


def as_time(hour: int, minute: int) -> time | None:
    """A time of day, None where there is none such."""
    return time(hour, minute) if hour < 24 and minute < 60 else None
