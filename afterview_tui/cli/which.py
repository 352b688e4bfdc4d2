"""The interview, the person and the line that somebody names on the command line."""

from __future__ import annotations

from collections.abc import Sequence

import click
from click.shell_completion import CompletionItem

from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.places import file_of
from afterview_tui.domain import dates, naming_one
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.errors import AfterviewError, NotUnderstood
from afterview_tui.domain.records import Interview, Person
from afterview_tui.domain.task import Task
from afterview_tui.storage import facts

LISTED = 8  # of several that fit; more are counted


class Several(NotUnderstood):
    """More than one is meant by these words."""

    title = "Which one?"


def interview(file: OpenFile, said: str) -> Case:
    """The one interview that is meant, with its tasks. Raises Several, NotUnderstood."""
    every = facts.interviews(file.store.file)
    found = naming_one.interviews(said, every)
    if not found:
        lists = "afterview-tui list --all names every one."
        there = lists if every else "None is on file yet; afterview-tui add begins."
        raise NotUnderstood(f"No interview fits “{said}”. {there}")
    if len(found) > 1:
        named = [f"{one.id} is {_named(one, file)}" for one in found]
        raise Several(f"“{said}” fits {len(found)} interviews: {_listed(named)}. Say its number.")
    return file.case(found[0].id)


def person(said: str, every: Sequence[Person], where: str) -> Person:
    """The one of these people that is meant; `where` they are is said when none is.

    Raises Several, NotUnderstood.
    """
    if not said and len(every) == 1:
        return every[0]
    found = naming_one.people(said, every) if said else list(every)
    shown = [one.shown for one in found or every]
    if not found:
        there = f" There are {_listed(shown)}." if shown else ""
        raise NotUnderstood(f"Nobody {where} fits “{said}”.{there}")
    if len(found) > 1:
        asked = f"“{said}” fits" if said else "Name one of"
        raise Several(f"{asked} {_listed(shown)}.{' Say more of the name.' if said else ''}")
    return found[0]


def line(file: OpenFile, said: str, at: str | None, *, is_open: bool = True) -> tuple[Case, Task]:
    """The one line of the four steps that is meant, of the open or of the settled ones.

    `at` narrows it down to an interview. Raises Several, NotUnderstood.
    """
    cases = [interview(file, at)] if at is not None else [*file.desk.agenda.cases.values()]
    by_id = {one.id: one for one in cases}
    found = naming_one.lines(said, _lines(cases, is_open=is_open))
    if not found:
        raise NotUnderstood(_no_line(cases, said, file, is_open=is_open))
    if len(found) > 1:
        named = [
            f"{one.title} ({by_id[one.interview_id].facts.interview.employer}, number"
            f" {one.interview_id})"
            for one in found
        ]
        raise Several(
            f"“{said}” fits {len(found)} lines: {_listed(named, '; ')}."
            " Say more words, or --at INTERVIEW."
        )
    return by_id[found[0].interview_id], found[0]


def _lines(cases: Sequence[Case], *, is_open: bool) -> list[tuple[Task, str]]:
    """The lines of these interviews, each with its employer."""
    return [
        (task, one.facts.interview.employer)
        for one in cases
        for task in one.tasks
        if task.is_open is is_open
    ]


def _no_line(cases: Sequence[Case], said: str, file: OpenFile, *, is_open: bool) -> str:
    """What is said where no line fits: that it is settled already, or where the lines are named."""
    others = naming_one.lines(said, _lines(cases, is_open=not is_open))
    if len(others) == 1 and is_open:
        how = f": {others[0].note}" if others[0].note else ""
        return f"“{others[0].title}” is settled already{how}. done --back takes that back."
    if len(others) == 1:
        return f"“{others[0].title}” is open, {others[0].when(file.today) or 'without a day'}."
    kind = "open line" if is_open else "settled line"
    return (
        f"No {kind} fits “{said}”. afterview-tui today --all names the open ones,"
        " afterview-tui show INTERVIEW all of one."
    )


def complete(
    context: click.Context, parameter: click.Parameter, typed: str
) -> list[CompletionItem]:
    """Employers on file that begin so, for the shell."""
    root = context.find_root()
    if root.obj is None:
        root.obj = root.params.get("db")
    try:
        if not file_of(context, create=False).exists():
            return []
        with opened(context) as file:
            every = facts.interviews(file.store.file)
    except AfterviewError:
        return []
    begun = typed.casefold()
    names = {one.employer: one for one in reversed(every)}
    return [
        CompletionItem(name, help=one.role)
        for name, one in names.items()
        if name.casefold().startswith(begun)
    ]


INTERVIEW = click.argument("interview", metavar="INTERVIEW", shell_complete=complete)
AT = click.option(
    "--at",
    metavar="INTERVIEW",
    shell_complete=complete,
    help="At this interview, where words alone fit several.",
)


def _named(one: Interview, file: OpenFile) -> str:
    what = f"{one.employer}, {one.role}" if one.role else one.employer
    return f"{what}, {dates.short(one.held_on, file.today)}"


def _listed(named: Sequence[str], between: str = "; ") -> str:
    more = len(named) - LISTED
    return between.join([*named[:LISTED], *([f"and {more} more"] if more > 0 else [])])
