"""Dates that are typed in words into a form."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.when import Direction, day, spoken_day
from afterview_tui.tui.kit.form import FieldProblem, Hint

BEFORE = "That is before the interview"


def date_hint(
    value: str,
    today: date,
    prefer: Direction,
    not_before: date | None = None,
    *,
    doubt: str = BEFORE,
    month_first: bool | None = None,
) -> Hint:
    """What is understood of a date so far; nothing for an empty field.

    A date before `not_before`, mostly the day of the interview, is doubted and taken.
    `month_first` is the user's order in 3/4; where there are two readings the
    other is offered.
    """
    if not value:
        return Hint()
    try:
        said = spoken_day(value, today, prefer=prefer, month_first=month_first)
    except NotUnderstood as error:
        return Hint(error.message, is_problem=True)
    is_early = not_before is not None and said.day < not_before
    words = "; ".join([f"{said.named(today)}, {dates.distance(said.day, today)}", *said.besides])
    return Hint(words, doubt=doubt if is_early else "")


def date_in(
    field: str, value: str, today: date, prefer: Direction, *, month_first: bool | None = None
) -> date | None:
    """The date in a field, None for an empty one. Raises FieldProblem."""
    try:
        return day(value, today, prefer=prefer, month_first=month_first) if value else None
    except NotUnderstood as error:
        raise FieldProblem(field, error.message) from error
