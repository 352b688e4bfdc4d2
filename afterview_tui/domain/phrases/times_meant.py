"""Which times were meant: a `2` is in the afternoon, `11-1pm` begins in the morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.phrases.words import Clock, Half, Hours

_NOON = 12 * 60  # all in minutes
_DAY = 2 * _NOON
# The longest day of interviews that is taken for one when neither end says am or pm.
_LONGEST = 8 * 60
_BY_DAY = {  # from when and until when a part of the day is
    "morning": (4 * 60, _NOON),
    "afternoon": (_NOON, 19 * 60),
    "evening": (16 * 60, _DAY),
    "night": (18 * 60, _DAY),
}


def times_meant(
    hours: Hours, half: Half | None, lasts: timedelta | None
) -> tuple[time, time | None, str]:
    """When it starts and ends, and the part of the day where that was taken for granted.

    Interviews are held by day: from 1:00 to 6:59 without am or pm is afternoon.
    Raises NotUnderstood.
    """
    starts, ends = hours.starts, hours.ends
    if half is not None:
        starts, ends = _in_that_half(starts, ends, half)
    if ends is None:
        begins, over = _minutes(starts), None
        if lasts is not None:
            over = begins + int(lasts.total_seconds()) // 60
            if over >= _DAY:
                raise NotUnderstood("It would end on another day. Try “14:00-15:30” or “2-3pm”.")
    elif lasts is not None:
        raise NotUnderstood("It says when it ends and how long it takes. Say one of them.")
    else:
        begins, over = _span(starts, ends)
    if half is not None:
        _check(begins, over, half)
    is_said = starts.half or starts.is_exact or half is not None or (ends and ends.half)
    guessed = "" if is_said else _guessed(starts, begins)
    return _time(begins), None if over is None else _time(over), guessed


def _in_that_half(starts: Clock, ends: Clock | None, half: Half) -> tuple[Clock, Clock | None]:
    """The clocks with what `in the afternoon` says of them."""
    if ends is None or half.half == "a":
        at_first = starts if starts.half or starts.hour > 12 else replace(starts, half=half.half)
        return at_first, ends
    return starts, ends if ends.half or ends.hour > 12 else replace(ends, half=half.half)


def _check(begins: int, over: int | None, half: Half) -> None:
    first, last = _BY_DAY[half.word]
    said = begins if over is None or half.half == "a" else over
    if not first <= said <= last:
        raise NotUnderstood(f"{_time(said):%H:%M} is not in the {half.word}. Try “14:00” or “2pm”.")


def _span(starts: Clock, ends: Clock) -> tuple[int, int]:
    if ends.half and not starts.half and starts.hour <= 12:
        over, same = _minutes(ends), replace(starts, half=ends.half)
        begins = _minutes(same)
        if begins >= over:
            begins = _minutes(replace(starts, half="a"))
    else:
        begins, over = _minutes(starts), _minutes(ends)
        if not ends.half and not ends.is_exact and ends.hour <= 12:
            longest = _DAY if starts.half else _LONGEST
            first = _minutes(replace(ends, half="a"))
            both = (first, first + _NOON) if ends.hour != 12 else (first + _NOON,)
            later = [at for at in both if 0 < at - begins <= longest]
            over = later[0] if later else over
    if over <= begins:
        raise NotUnderstood(
            f"It ends at {_time(over):%H:%M}, not after it starts at"
            f" {_time(begins):%H:%M}. Try “14:00-15:30” or “2-3pm”."
        )
    return begins, over


def _minutes(clock: Clock) -> int:
    """Minutes since midnight."""
    hour, minute = clock.hour, clock.minute
    if hour > 23 or minute > 59 or (clock.half == "a" and hour > 12):
        raise NotUnderstood(f"{hour}:{minute:02} is not a time of day. Try “14:00” or “2pm”.")
    if clock.half:
        hour = hour % 12 + (12 if clock.half == "p" else 0)
    elif 1 <= hour <= 6 and not clock.is_exact:
        hour += 12
    return hour * 60 + minute


def _guessed(clock: Clock, begins: int) -> str:
    if begins // 60 == clock.hour:
        return "in the morning" if clock.hour == 7 else ""
    if begins < _NOON:
        return "in the morning"
    return "in the afternoon" if begins < 18 * 60 else "in the evening"


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
