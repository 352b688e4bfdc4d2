"""Dates and times as people say them: `fri 2pm`, `20 nov 14:00-15:30`, `in 2 weeks`.

A text is read only when every part of it is understood; otherwise it is said
which part is not. Where another reading is likely, it is offered.
"""

from __future__ import annotations

from datetime import date, time

from afterview_tui.domain import dates
from afterview_tui.domain.phrases.said import Direction, Wanted, When

__all__ = ["Direction", "Wanted", "When", "day", "spoken_day", "typed", "when"]


def when(text: str, today: date, *, prefer: Direction, month_first: bool | None = None) -> When:
    """Read a day, and a time or a span of time if there is one.

    `prefer` decides what a bare weekday means: an interview was last Friday, a
    promise is for next Friday. `month_first` is the user's order in 3/4; where it
    is None, whichever day is nearer is taken. Raises NotUnderstood, with what to
    type instead.
    """
    return _read(text, today, prefer, "interview", month_first)


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
    return _read(text, today, prefer, wanted, month_first)


def typed(day: date, starts_at: time | None = None, ends_at: time | None = None) -> str:
    """A day and its times so that `when` reads them back: `Fri 20 Nov 2026 14:00-15:30`."""
    if starts_at is None:
        return dates.full(day)
    until = f"-{_unmistakable(ends_at)}" if ends_at is not None else ""
    return f"{dates.full(day)} {_unmistakable(starts_at)}{until}"


def _unmistakable(at: time) -> str:
    """`14:00`; at an hour that is read as afternoon or evening, `2:30am`."""
    return f"{at.hour}:{at.minute:02}am" if 1 <= at.hour <= 6 else dates.clock(at)


def _read(
    text: str, today: date, prefer: Direction, wanted: Wanted, month_first: bool | None
) -> When:
    # Loading the grammar takes a moment, which only those who type a date pay.
    from afterview_tui.domain.phrases.meaning import meaning
    from afterview_tui.domain.phrases.words import Asked

    return meaning(text, Asked(today, prefer, wanted, month_first))
