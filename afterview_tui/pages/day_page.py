"""What is to do, in plain lines that read well aloud."""

from __future__ import annotations

from collections.abc import Sequence

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Agenda, Day
from afterview_tui.domain.columns import broken
from afterview_tui.domain.task import Task
from afterview_tui.domain.text import count

WIDTH = 78


def day_page(agenda: Agenda, *, with_all: bool = False) -> str:
    """What is due today, under late and today; `with_all`, every open line by its day."""
    today = agenda.today
    due = f"{count(len(agenda.due), 'line')} for today" if agenda.due else _nothing(agenda)
    lines = [f"{dates.full(today)}: {due}."]
    shown = agenda.to_do if with_all else agenda.due
    for day, tasks in agenda.days.items():
        mine = [task for task in tasks if task in shown]
        if mine:
            lines += ["", f"{day}:"]
            lines += [line for task in mine for line in _lines(task, agenda, day)]
    return "\n".join(lines)


def short_page(agenda: Agenda) -> str:
    """The same in one line, for a prompt or a message at login; "" when nothing is due."""
    if not agenda.due:
        return ""
    first = agenda.due[0]
    return f"{len(agenda.due)} for today. First: {said(first, agenda)}."


def said(task: Task, agenda: Agenda) -> str:
    """`Thank Dr. Maria Chen, Lakeside Dental`."""
    employer = agenda.cases[task.interview_id].facts.interview.employer
    title = task.title.removesuffix(f": {employer}")
    return title if employer in title else f"{title}, {employer}"


def listed(items: Sequence[str], indent: str = "  ") -> list[str]:
    """Each set in, and in again where it goes on in another line."""
    lines = []
    for item in items:
        first, *others = broken(item, WIDTH - len(indent) - 2) or [""]
        lines += [f"{indent}{first}", *(f"{indent}  {one}" for one in others)]
    return lines


def _lines(task: Task, agenda: Agenda, day: Day) -> list[str]:
    """One line under its day, with the employer; the date where the heading leaves it open."""
    is_said = day in (Day.TODAY, Day.TOMORROW)
    when = task.note if is_said else task.when(agenda.today)
    return listed([f"{said(task, agenda)}{f': {when}' if when else ''}"])


def _nothing(agenda: Agenda) -> str:
    ahead = next((task for task in agenda.to_do if task.due is not None), None)
    if ahead is None or ahead.due is None:
        return "nothing is due"
    when = dates.spoken(ahead.due, agenda.today)
    return f"nothing is due. Next is {said(ahead, agenda)}, {when}"
