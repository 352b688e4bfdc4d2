"""Commands that show what is on file: the interviews, one of them, what is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from afterview_tui.cli import which
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.places import NOTHING
from afterview_tui.cli.saying import AS_JSON, as_data, say, say_json
from afterview_tui.cli.today import line_of
from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case, Group


@click.command(
    "list",
    cls=PlainCommand,
    examples=["afterview-tui list", "afterview-tui list --all --json"],
)
@click.option("--all", "with_all", is_flag=True, help="Also those that ended over a month ago.")
@AS_JSON
@click.pass_context
def list_(context: click.Context, with_all: bool, as_json: bool) -> None:
    """List the interviews by what they need.

    Each has its number, and what comes next. It ends with 1 when there are none.
    """
    with opened(context) as file:
        agenda, desk = file.desk.agenda, file.desk
        if with_all:
            desk.fold()
        older = desk.listed.older or ()
        if as_json:
            say_json({"interviews": [*_cases(file), *({**as_data(one)} for one in older)]})
        else:
            from afterview_tui.pages.interviews_page import interviews_page

            more = 0 if with_all else desk.listed.older_count
            page = interviews_page(agenda, older, more=more)
            say(page or "There is no interview on file yet. afterview-tui add EMPLOYER begins.")
        context.exit(0 if agenda.cases or older else NOTHING)


@click.command(
    cls=PlainCommand,
    examples=["afterview-tui show lakeside", "afterview-tui show lakeside --call"],
)
@which.INTERVIEW
@click.option("--letters", is_flag=True, help="With the whole text of what was written.")
@click.option("--history", is_flag=True, help="With what happened and when, over all rounds.")
@click.option("--prepare", is_flag=True, help="Instead, the page to prepare the next one from.")
@click.option(
    "--call", is_flag=True, help="Instead, the sheet for a call: number, and what to say."
)
@AS_JSON
@click.pass_context
def show(
    context: click.Context,
    interview: str,
    letters: bool,
    history: bool,
    prepare: bool,
    call: bool,
    as_json: bool,
) -> None:
    """Show all that is on file about one interview.

    Its facts come first, then the four steps with their lines, the people, the journal.
    """
    with opened(context) as file:
        case = which.interview(file, interview)
        if prepare:
            say(_preparation(file, case))
        elif call:
            from afterview_tui.pages.call_sheet import call_sheet, whom

            say(call_sheet(case.facts, next(iter(whom(case.facts)), None), file.today))
        elif as_json:
            say_json(_whole(file, case))
        else:
            from afterview_tui.pages.interview_page import interview_page

            rounds = file.store.interviews.thread(case.id) if history else ()
            say(interview_page(case, rounds=rounds, with_letters=letters).text())


@click.command(
    cls=PlainCommand,
    examples=["afterview-tui find x-ray", "afterview-tui find maria chen --json"],
)
@click.argument("words", nargs=-1, required=True)
@click.option("--most", default=20, show_default=True, help="So many of each kind.")
@AS_JSON
@click.pass_context
def find(context: click.Context, words: tuple[str, ...], most: int, as_json: bool) -> None:
    """Search everything that was typed.

    Every one of the WORDS has to be there, as a beginning at least; accents, case and letters
    such as ø do not count. It ends with 1 when nothing is found.
    """
    said = " ".join(words)
    with opened(context) as file:
        found = file.store.search.everything(said, lines=max(most, 1))
        if as_json:
            hits = [hit for section in found.sections for hit in section.hits]
            say_json({"found": [_hit(one) for one in hits]})
        elif not found.number:
            say(f"Nothing was found for {said}.")
        else:
            from afterview_tui.pages.found_page import found_page

            say(found_page(found, file.today))
        context.exit(0 if found.number else NOTHING)


def _cases(file: OpenFile) -> list[dict[str, Any]]:
    agenda = file.desk.agenda
    found: Sequence[Case] = [
        one for group in Group for thread in agenda.group(group) for one in thread.rounds
    ]
    return [
        {
            **as_data(one.facts.interview),
            "group": one.group.value,
            "next": line_of(one.next_task, agenda) if one.next_task is not None else None,
        }
        for one in found
    ]


def _whole(file: OpenFile, case: Case) -> dict[str, Any]:
    data: dict[str, Any] = as_data(case.facts)
    for elsewhere in ("me", "templates", "month_first"):  # no part of the interview
        del data[elsewhere]
    return {**data, "group": case.group.value, "lines": as_data(case.tasks)}


def _hit(one: Any) -> dict[str, Any]:
    data: dict[str, Any] = as_data(one)
    return {**data, "passage": one.passage.text}


def _preparation(file: OpenFile, case: Case) -> str:
    from afterview_tui.pages.preparation_sheet import preparation_sheet

    found = file.store.journal.preparation(case.id, file.today)
    if found is None:
        return f"{case.facts.interview.employer}, {dates.full(case.facts.interview.held_on)}"
    return preparation_sheet(found, file.today).text()
