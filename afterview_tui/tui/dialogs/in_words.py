"""Dates that are typed in words into a form."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.when import Direction, day
from afterview_tui.tui.dialogs.form import FieldProblem, Hint

BEFORE = "That is before the interview"


def date_hint(value: str, today: date, prefer: Direction, not_before: date | None = None) -> Hint:
    """What is understood of a date so far; nothing for an empty field.

    A date before `not_before`, the day of the interview, is doubted and taken.
    """
    if not value:
        return Hint()
    try:
        said = day(value, today, prefer=prefer)
    except NotUnderstood as error:
        return Hint(error.message, is_problem=True)
    is_early = not_before is not None and said < not_before
    return Hint(dates.spoken(said, today), doubt=BEFORE if is_early else "")


def date_in(field: str, value: str, today: date, prefer: Direction) -> date | None:
    """The date in a field, None for an empty one. Raises FieldProblem."""
    try:
        return day(value, today, prefer=prefer) if value else None
    except NotUnderstood as error:
        raise FieldProblem(field, error.message) from error
