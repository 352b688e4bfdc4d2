"""What is due, for a prompt or a message at login: nothing is loaded that it can do without."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import click

from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.places import NOTHING, file_of, no_file_yet
from afterview_tui.cli.saying import AS_JSON, as_data, say, say_json
from afterview_tui.cli.surroundings import now
from afterview_tui.domain.agenda import Agenda
from afterview_tui.domain.task import Task
from afterview_tui.pages.day_page import day_page, short_page
from afterview_tui.storage import facts
from afterview_tui.storage.file import File


@click.command(
    cls=PlainCommand,
    examples=["afterview-tui today", "afterview-tui today --all", "afterview-tui today --short"],
)
@click.option("--all", "with_all", is_flag=True, help="Every open line by its day, not only today.")
@click.option("--short", is_flag=True, help="One line for a prompt; nothing when nothing is due.")
@AS_JSON
@click.pass_context
def today(context: click.Context, with_all: bool, short: bool, as_json: bool) -> None:
    """Say what is due today.

    It ends with 1 when nothing is due, so that a script can ask.
    """
    path, day = file_of(context, create=False), now().date()
    if not path.exists():
        raise no_file_yet(path)
    with closing(File(path, now)) as file:
        agenda = Agenda.of(facts.open_ones(file, day), day)
    shown = agenda.to_do if with_all else agenda.due
    if as_json:
        say_json({"today": day, "lines": [line_of(one, agenda) for one in shown]})
    elif said := short_page(agenda) if short else day_page(agenda, with_all=with_all):
        say(said)
    context.exit(0 if shown else NOTHING)


def line_of(task: Task, agenda: Agenda) -> dict[str, Any]:
    """A line of the four steps as data; its key and its interview name it."""
    data: dict[str, Any] = as_data(task)
    due = task.due
    return {
        "employer": agenda.cases[task.interview_id].facts.interview.employer,
        **data,
        "days": (due - agenda.today).days if due is not None else None,
        "when": task.when(agenda.today),
    }
