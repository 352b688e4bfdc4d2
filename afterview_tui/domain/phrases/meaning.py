"""What the parts of a text mean together."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.phrases.calendar_days import NEAR, as_typed
from afterview_tui.domain.phrases.reading import (
    Said,
    days_meant,
    example,
    number_as_day,
    read,
)
from afterview_tui.domain.phrases.said import When
from afterview_tui.domain.phrases.times_meant import times_meant
from afterview_tui.domain.phrases.words import (
    Asked,
    Days,
    Half,
    Hours,
    Lasts,
    Zone,
    plainly,
)

# "fri 9" is an hour, "fri 20" the twentieth; above noon a day that fits is likelier.
_NOON, _LAST_BARE_HOUR = 12, 18
_DAY_ALONE = "the day alone is kept"


def meaning(text: str, asked: Asked) -> When:
    """Read a text as it was meant. Raises NotUnderstood."""
    said = read(plainly(text), asked)
    as_day, hours = number_as_day(said), said.one(Hours)
    if as_day is not None and hours is not None:
        return _number(said, as_day, hours.starts.hour, asked)
    return _when(said, days_meant(said, asked), asked)


def _number(said: Said, as_day: Said, number: int, asked: Asked) -> When:
    """`fri 9` is an hour, `fri 20` a day; where it can be both, the other is offered.

    Where no hour is kept, it is a day.
    """
    if asked.wanted != "interview":
        return _when(as_day, days_meant(as_day, asked), asked)
    fits = None
    with suppress(NotUnderstood):
        fits = days_meant(as_day, asked).days[0]
    if number > _LAST_BARE_HOUR:
        if fits is None:
            raise NotUnderstood(
                f"“{said.text}” is no day near today, and no hour. {example(asked)}"
            )
        return When(fits)
    hour = _when(said, days_meant(said, asked), asked)
    if fits is None:
        return hour
    if number <= _NOON and fits != hour.day:
        is_near = abs(fits - asked.today) <= NEAR
        return replace(hour, other=_offered(fits, asked) if is_near else "")
    at = dates.clock(hour.starts_at) if hour.starts_at is not None else ""
    return When(fits, other=f"or {at}: type “{dates.weekday(hour.day).lower()} {at}”")


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
