"""A text is covered with phrases from its first word to its last, or not read at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from afterview_tui.domain import dates
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.phrases.calendar_days import (
    CALENDAR_DAYS,
    WITH_A_DASH,
    this_number,
)
from afterview_tui.domain.phrases.hours import HOURS
from afterview_tui.domain.phrases.near_days import DAY_NUMBER, NEAR_DAYS
from afterview_tui.domain.phrases.stretches import STRETCHES
from afterview_tui.domain.phrases.words import (
    WEEKDAY_NAMES,
    Asked,
    DayNumber,
    Days,
    Half,
    Hours,
    Lasts,
    Lead,
    Link,
    Part,
    Phrase,
    Problem,
    Stretch,
    Weekday,
    Zone,
    phrase,
)
from afterview_tui.domain.phrases.zones import ZONES

# Longer than any invitation names its day and time.
LONGEST = 120
_QUOTED, _LONGEST_LEFT_OUT = 60, 4  # in characters, in words
_BETWEEN = re.compile(r"[\s,;()\[\]·⋅•|]+|:(?=\s|$)|\.(?=\s|$)|(?<!\S)-(?=\s|$)")
_LINKS = phrase(
    r"at|@|on|the|um|around|about|local\s+time",
    lambda match, asked: [Link()],
)
_LABELS = Phrase(r"(?:when|date|time):", lambda match, asked: [Link()])
PHRASES = (
    _LABELS,
    *CALENDAR_DAYS,
    *NEAR_DAYS,
    *HOURS,
    WITH_A_DASH,
    DAY_NUMBER,
    *ZONES,
    *STRETCHES,
    _LINKS,
)

One = TypeVar("One")


@dataclass(slots=True)
class Said:
    """The parts that cover a text."""

    text: str
    parts: tuple[Part, ...]

    def one(self, kind: type[One]) -> One | None:
        """The first part of this kind."""
        return next((part for part in self.parts if isinstance(part, kind)), None)

    def all(self, kind: type[One]) -> list[One]:
        """The parts of this kind."""
        return [part for part in self.parts if isinstance(part, kind)]


@dataclass
class _Cover:
    """Looks for phrases that cover a text."""

    text: str
    asked: Asked
    tried: set[tuple[int, ...]] = field(default_factory=set)

    def parts(self, at: int = 0, parts: tuple[Part, ...] = ()) -> tuple[Part, ...] | None:
        """The first cover from here on, with the likelier phrases first."""
        at = self._past_marks(at)
        if at == len(self.text):
            return parts
        state = (at, *sorted(id(type(part)) for part in parts if not isinstance(part, Link)))
        if state in self.tried:  # what follows fits no better the second time
            return None
        self.tried.add(state)
        for end, new in self._here(at):
            if _fits(parts, new) and (found := self.parts(end, (*parts, *new))) is not None:
                return found
        return None

    def _here(self, at: int) -> Iterator[tuple[int, list[Part]]]:
        for one in PHRASES:
            match = one.pattern.match(self.text, at)
            if match and match.end() > at and (new := one.read(match, self.asked)) is not None:
                yield match.end(), new

    def _past_marks(self, at: int) -> int:
        while match := _BETWEEN.match(self.text, at):
            at = match.end()
        return at


def _fits(parts: tuple[Part, ...], new: list[Part]) -> bool:
    """Everything is said once; a day may be said twice, as in `tomorrow, 30 nov`."""
    for part in new:
        if isinstance(part, Link | Problem):
            continue
        most = 2 if isinstance(part, Days | Lead) else 1
        if sum(type(other) is type(part) for other in parts) >= most:
            return False
    return True


def read(text: str, asked: Asked) -> Said:
    """Cover a text that `plainly` went over. Raises NotUnderstood, naming what is left out."""
    if len(text) > LONGEST:
        raise NotUnderstood("That is too long for a date. Try “fri 2pm” or “20 nov 14:00”.")
    parts = _Cover(text, asked).parts()
    if parts is None:
        raise NotUnderstood(f"{_left_out(text, asked)} {example(asked)}")
    said_all = Said(text, parts)
    if problem := said_all.one(Problem):
        has_advice = "Type " in problem.message
        message = problem.message if has_advice else f"{problem.message} {example(asked)}"
        raise NotUnderstood(message)
    return said_all


def _left_out(text: str, asked: Asked) -> str:
    """Which part is not understood: the shortest one without which the rest could be read."""
    words = text.split()
    for length in range(1, _LONGEST_LEFT_OUT + 1):
        for start in range(len(words) - length, -1, -1):
            rest = words[:start] + words[start + length :]
            if rest and _Cover(" ".join(rest), asked).parts():
                part = " ".join(words[start : start + length]).strip(" ,;()[]:")
                if _Cover(part, asked).parts():  # readable, but not beside the rest
                    return f"“{part}” does not go with the rest."
                return f"“{part}” is not understood."
    said = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
    return f"“{said}” is not understood."


def example(asked: Asked) -> str:
    """What to type instead."""
    if asked.wanted == "interview":
        return "Try “fri 2pm” or “20 nov 14:00”."
    if asked.wanted == "fact":
        return "Try “yesterday”, “fri” or “20 nov”."
    return "Try “fri”, “27 nov” or “in 2 weeks”."


def days_meant(said: Said, asked: Asked) -> Days:
    """The days that the parts leave, the likeliest first. Raises NotUnderstood."""
    leads = {lead.kind for lead in said.all(Lead)}
    if stretch := said.one(Stretch):
        if said.one(Hours) or said.one(Days) or said.one(Weekday) or said.one(DayNumber):
            raise NotUnderstood(f"“{said.text}” names more than one day. {example(asked)}")
        if "before" in leads and stretch.first is not None:
            return Days((_weekday_before(stretch.first, asked.today),))
        return Days((stretch.last,))
    found = _named(said, asked)
    if found is None:
        found = _today(said, asked)
    if "before" in leads and "close" not in leads:
        return Days((_weekday_before(found.days[0], asked.today),))
    if "week" in leads:
        first = found.days[0]
        return Days((first - timedelta(days=first.weekday()) + timedelta(days=4),))
    return found


def _named(said: Said, asked: Asked) -> Days | None:
    named, weekday, number = said.all(Days), said.one(Weekday), said.one(DayNumber)
    if number is not None:
        found = this_number(number.number, asked)
        if found is None:
            raise NotUnderstood(f"There is no day {number.number} near today. {example(asked)}")
        named.append(found)
    if not named:
        return weekday.alone if weekday is not None else None
    first, others = named[0], named[1:]
    left = tuple(d for d in first.days if all(d in other.days for other in others))
    if not left:
        raise NotUnderstood(f"“{said.text}” names two days. Type the one that counts.")
    if weekday is not None:
        fitting = tuple(day for day in left if weekday.fits(day, asked.today))
        if not fitting and left[0].weekday() == weekday.index:
            raise NotUnderstood(f"“{said.text}” names two days. Type the one that counts.")
        if not fitting:
            raise NotUnderstood(
                f"{dates.full(left[0])[4:]} is a {WEEKDAY_NAMES[left[0].weekday()]},"
                f" not a {WEEKDAY_NAMES[weekday.index]}. Which of the two is it?"
            )
        left = fitting
    likely = [day for day in first.days[: first.likely] if day in left]
    return Days(left, max(1, len(likely)))


def _today(said: Said, asked: Asked) -> Days:
    hours, leads = said.one(Hours), said.all(Lead)
    if hours is not None and hours.is_bare:
        raise NotUnderstood(
            f"“{said.text}” can be a day or an hour. Try “today 2-3pm”, “2 mar” or “mon 9:00”."
        )
    if hours is not None or Lead("close") in leads:
        return Days((asked.today,))
    which = f"“{said.text}” does not say which day." if said.parts else "There is no day here."
    raise NotUnderstood(f"{which} {example(asked)}")


def _weekday_before(day: date, today: date) -> date:
    before = day - dates.DAY
    while dates.is_weekend(before) and before > today:
        before -= dates.DAY
    return before


def number_as_day(said: Said) -> Said | None:
    """`fri 9` with the 9 as a day, where nothing tells whether it is an hour."""
    hours, weekday = said.one(Hours), said.one(Weekday)
    if hours is None or weekday is None or hours.ends is not None or not hours.is_bare:
        return None
    if any(said.one(kind) for kind in (Days, DayNumber, Half, Lasts, Zone)):
        return None
    others = tuple(part for part in said.parts if part is not hours)
    return Said(said.text, (*others, DayNumber(hours.starts.hour)))
