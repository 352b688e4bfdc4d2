"""A date for a line of the steps, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from afterview_tui.domain.task import Task
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, FieldProblem, Form, Values


def due_date(
    task: Task,
    today: date,
    move: Callable[[date], object],
    drafts: Drafts,
    *,
    month_first: bool | None = None,
) -> Form:
    """A date for a line, in words."""

    def finish(values: Values) -> object:
        to = date_in("due", values["due"], today, "future", month_first=month_first)
        if to is None:
            closes = f"{key('form.later')} closes this."
            raise FieldProblem("due", f"There is nothing here yet. {closes}")
        return move(to)

    return Form(
        task.name,
        [Field("due", "Due", "fri, 27 nov, in 2 weeks")],
        finish,
        hint=lambda name, values: date_hint(values[name], today, "future", month_first=month_first),
        drafts=drafts,
        draft=f"due:{task.interview_id}:{task.key}",
    )
