"""The interviews on file in plain lines, by what they need."""

from __future__ import annotations

from collections.abc import Sequence

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Agenda, Case, Group, Order
from afterview_tui.domain.records import Interview, Outcome
from afterview_tui.pages.day_page import listed, said

_SAID = {
    Outcome.OPEN: "still open",
    Outcome.OFFER: "an offer",
    Outcome.ACCEPTED: "accepted",
    Outcome.DECLINED: "declined",
    Outcome.NO: "a no",
    Outcome.WITHDRAWN: "withdrawn",
    Outcome.QUIET: "quiet",
}


def interviews_page(agenda: Agenda, older: Sequence[Interview] = (), *, more: int = 0) -> str:
    """The interviews under what they need; `older` ended long ago, of which `more` are not named.

    Each begins with the number by which it is named.
    """
    blocks = []
    for group in Group:
        cases = [one for thread in agenda.group(group, Order.NEED) for one in thread.rounds]
        rows = [_row(one, agenda) for one in cases]
        if group is Group.CLOSED:
            rows += [f"{_named(one)}, {dates.full(one.held_on)}: {ended(one)}" for one in older]
        if rows:
            blocks.append("\n".join([f"{group}:", *listed(rows)]))
    if more:
        blocks.append(f"{more} that ended over a month ago: afterview-tui list --all.")
    return "\n\n".join(blocks)


def _row(one: Case, agenda: Agenda) -> str:
    interview = one.facts.interview
    day = dates.short(interview.held_on, agenda.today)
    task = one.next_task
    if task is None:
        return f"{_named(interview)}, {day}: {ended(interview)}"
    what = said(task, agenda).removesuffix(f", {interview.employer}")
    when = f", {task.when(agenda.today)}" if task.when(agenda.today) else ""
    return f"{_named(interview)}, {day}. Next: {what}{when}"


def _named(one: Interview) -> str:
    role = f", {one.role}" if one.role else ""
    number = f", round {one.round}" if one.round > 1 else ""
    return f"{one.id}. {one.employer}{role}{number}"


def ended(one: Interview) -> str:
    """How an interview ended, or that it has not."""
    return _SAID[one.outcome]
