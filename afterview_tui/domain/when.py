"""Dates and times as people say them: `fri 2pm`, `20 nov 14:00-15:30`, `in 2 weeks`.

A text is read only when every part of it is understood; otherwise it is said
which part is not. Where another reading is likely, it is offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, time

from afterview_tui.domain import dates
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.phrases.calendar_days import NEAR, as_typed, this_number
from afterview_tui.domain.phrases.reading import Said, days_meant, number_beside_weekday, read
from afterview_tui.domain.phrases.times_meant import times_meant
from afterview_tui.domain.phrases.words import (
    Asked,
    Days,
    Direction,
    Half,
    Hours,
    Lasts,
    Wanted,
    Weekday,
    Zone,
    plainly,
)

__all__ = ["Direction", "When", "day", "month_first", "spoken_day", "typed", "when"]

# "fri 9" is an hour, "fri 20" the twentieth; above noon a day that fits is likelier.
_NOON, _LAST_BARE_HOUR = 12, 18
_DAY_ALONE = "the day alone is kept"


@dataclass(frozen=True, slots=True)
class When:
    """A local day, with the local times when they were said, and the zone if one was named.

    What was taken for granted is told beside it: the part of the day, a day that
    can have been meant as well, what is still to be said.
    """

    day: date
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = ""
    guessed: str = field(default="", compare=False)
    other: str = field(default="", compare=False)
    missing: str = field(default="", compare=False)

    def words(self, today: date) -> str:
        """What was understood: `Fri 20 Nov 2026, 14:00, 3 days ago`."""
        parts = [dates.full(self.day)]
        if self.starts_at is not None:
            until = f"–{dates.clock(self.ends_at)}" if self.ends_at is not None else ""
            guessed = f" {self.guessed}" if self.guessed else ""
            parts.append(f"{dates.clock(self.starts_at)}{until}{guessed}")
        if self.zone:
            parts.append(f"time of {self.zone}")
        return "; ".join(
            filter(None, [", ".join([*parts, dates.distance(self.day, today)]), *self.besides])
        )

    @property
    def besides(self) -> list[str]:
        """What else can have been meant, and what is still to be said."""
        return [one for one in (self.other, self.missing) if one]


def when(text: str, today: date, *, prefer: Direction, month_first: bool | None = None) -> When:
    """Read a day, and a time or a span of time if there is one.

    `prefer` decides what a bare weekday means: an interview was last Friday, a
    promise is for next Friday. `month_first` is the user's order in 3/4; where it
    is None, whichever day is nearer is taken. Raises NotUnderstood, with what to
    type instead.
    """
    return _read(text, Asked(today, prefer, "interview", month_first))


def day(text: str, today: date, *, prefer: Direction, month_first: bool | None = None) -> date:
    """Read a day, as `spoken_day` does. Raises NotUnderstood."""
    return spoken_day(text, today, prefer=prefer, month_first=month_first).day


def spoken_day(
    text: str, today: date, *, prefer: Direction, month_first: bool | None = None
) -> When:
    """Read a day. What is to come may be a stretch of time, which is over on its last day.

    Raises NotUnderstood, with what to type instead.
    """
    wanted: Wanted = "fact" if prefer == "past" else "due"
    return _read(text, Asked(today, prefer, wanted, month_first))


def typed(day: date, starts_at: time | None = None, ends_at: time | None = None) -> str:
    """A day and its times so that `when` reads them back: `Fri 20 Nov 2026 14:00-15:30`."""
    if starts_at is None:
        return dates.full(day)
    until = f"-{_unmistakable(ends_at)}" if ends_at is not None else ""
    return f"{dates.full(day)} {_unmistakable(starts_at)}{until}"


def _unmistakable(at: time) -> str:
    """`14:00`; at an hour that is read as afternoon or evening, `2:30am`."""
    return f"{at.hour}:{at.minute:02}am" if 1 <= at.hour <= 6 else dates.clock(at)


# Where 3/4 is the fourth of March. In Canada both orders are in use.
_MONTH_FIRST = "AS FM GU MH MP PH PR PW UM US VI"


def month_first(locale: str) -> bool | None:
    """Whether 3/4 is in March, by a locale like `en_US.UTF-8`; None where that tells nothing."""
    found = re.match("[a-z]{2,3}_([A-Z]{2})", locale)
    if found is None or found[1] == "CA":
        return None
    return found[1] in _MONTH_FIRST.split()


def _read(text: str, asked: Asked) -> When:
    said = read(plainly(text), asked)
    number = number_beside_weekday(said)
    if number is not None:
        return _number(said, number, asked)
    return _when(said, days_meant(said, asked), asked)


def _number(said: Said, number: int, asked: Asked) -> When:
    """`fri 9` is an hour, `fri 20` a day; where it can be both, the other is offered.

    Where no hour is kept, it is a day.
    """
    weekday = said.one(Weekday)
    near = this_number(number, asked)
    fits = [one for one in near.days if weekday and one.weekday() == weekday.index] if near else []
    is_hour = number <= _LAST_BARE_HOUR and asked.wanted == "interview"
    if not fits and not is_hour:
        raise NotUnderstood(f"“{said.text}”: no {number} near today is on that day of the week.")
    if not is_hour:
        return When(fits[0])
    hour = _when(said, days_meant(said, asked), asked)
    if not fits:
        return hour
    if number <= _NOON and fits[0] != hour.day:
        is_near = abs(fits[0] - asked.today) <= NEAR
        return replace(hour, other=_offered(fits[0], asked) if is_near else "")
    at = dates.clock(hour.starts_at) if hour.starts_at is not None else ""
    return When(fits[0], other=f"or {at}: type “{dates.weekday(hour.day).lower()} {at}”")


def _when(said: Said, days: Days, asked: Asked) -> When:
    hours, half, lasts = said.one(Hours), said.one(Half), said.one(Lasts)
    zone = said.one(Zone)
    other = _offered(days.days[1], asked) if days.likely > 1 else ""
    if hours is None and lasts is not None:
        raise NotUnderstood("It says how long it takes, not when it begins. Try “fri 2-3pm”.")
    starts, ends, guessed = None, None, ""
    if hours is not None:
        starts, ends, guessed = times_meant(hours, half, lasts.long if lasts else None)
    if asked.wanted != "interview":
        is_more = hours is not None or half is not None or zone is not None
        return When(days.days[0], other=other, missing=_DAY_ALONE if is_more else "")
    missing = f"at what time in the {half.word}?" if half is not None and hours is None else ""
    if half is not None and half.word == "night":
        missing = missing.replace("in the", "at")
    return When(days.days[0], starts, ends, zone.name if zone else "", guessed, other, missing)


def _offered(other: date, asked: Asked) -> str:
    return f"or {dates.short(other, asked.today)}: type “{as_typed(other, asked)}”"
