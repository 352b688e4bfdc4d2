"""Which interview, person or line somebody means, who names it in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from afterview_tui.domain import dates, searching
from afterview_tui.domain.records import Interview, Person
from afterview_tui.domain.steps.outcome import CLOSED
from afterview_tui.domain.task import Task
from afterview_tui.domain.text import fold


def interviews(said: str, every: Sequence[Interview]) -> list[Interview]:
    """Those that are meant: by number, or by words of employer, role and day; the newest first.

    Of the rounds of one interview the newest is meant. Where words fit an employer whole, others
    are not; of several, those that are still open.
    """
    if said.isdigit():
        return [one for one in every if one.id == int(said)]
    wanted = searching.words(said)
    found = [one for one in every if wanted and searching.has(_about(one), wanted)]
    whole = [one for one in found if fold(one.employer) == fold(said)]
    found = whole or found
    followed = {one.follows_id for one in found}
    newest = [one for one in found if one.id not in followed]
    still = [one for one in newest if one.outcome not in CLOSED]
    found = still or newest
    return sorted(found, key=lambda one: (one.held_on, one.id), reverse=True)


def people(said: str, every: Iterable[Person]) -> list[Person]:
    """Those in whose name, or what they are called, every word occurs."""
    wanted = searching.words(said)
    found = [
        one
        for one in every
        if wanted and searching.has(searching.searched(one.shown, one.called), wanted)
    ]
    whole = [one for one in found if fold(said) in (fold(one.name), fold(one.shown))]
    return whole or found


def lines(said: str, every: Sequence[tuple[Task, str]]) -> list[Task]:
    """The lines in whose words, or those of their employer, every word occurs.

    Each comes with its employer. The key of a line names it, too; words that are all of a
    line's own mean that line.
    """
    keyed = [task for task, _ in every if task.key == said]
    if keyed:
        return keyed
    wanted = searching.words(said)
    found = [
        (task, employer)
        for task, employer in every
        if wanted and searching.has(_said_of(task, employer), wanted)
    ]
    whole = [task for task, _ in found if fold(said) in (fold(task.title), fold(task.name))]
    return whole or [task for task, _ in found]


def _about(one: Interview) -> str:
    day = f"{dates.full(one.held_on)} {one.held_on.isoformat()}"
    return searching.searched(one.employer, one.role, day, f"round {one.round}")


def _said_of(task: Task, employer: str) -> str:
    return searching.searched(task.title, task.name, employer, task.step.value)
