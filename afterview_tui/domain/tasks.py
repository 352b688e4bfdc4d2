"""The one function that turns an interview's facts and a date into its tasks.

Every view, the command line and the calendar read it, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, OwnItem, Step
from afterview_tui.domain.steps import follow_up, letters, offers, prepare, references
from afterview_tui.domain.steps.outcome import has_lapsed
from afterview_tui.domain.task import Kind, State, Task, task_of


def tasks(facts: Facts, today: date) -> tuple[Task, ...]:
    """The lines of all four steps on `today` (a local date), in the order they are shown."""
    rules = (references.lines, letters.lines, follow_up.lines, offers.lines, prepare.lines)
    derived = [task for rule in rules for task in rule(facts, today)]
    derived = [
        _lapsed(task) if has_lapsed(facts, today, task.key) else task
        for task in (
            _adjusted(_since_entered(task, facts, today), facts, today) for task in derived
        )
    ]
    own = [_adjusted(task, facts, today) for task in _own(facts, today)]
    return tuple(sorted([*derived, *own], key=lambda task: task.step.number))


def _since_entered(task: Task, facts: Facts, today: date) -> Task:
    """Nothing is late before somebody could know of it: on the day of entering it is still fine."""
    entered = facts.interview.created_at
    if not task.is_open or entered is None or task.due is None:
        return task
    if task.due >= (day := entered.date()):
        return task
    return task._replace(due=day, note="today is still fine" if day == today else task.note)


def _own(facts: Facts, today: date) -> Iterator[Task]:
    for item in facts.own_items:
        yield task_of(
            facts,
            item.step,
            Kind.OWN,
            item.text,
            key=own_key(item.id),
            subject=item.id,
            due=item.due,
            state=State.OPEN if item.done_on is None else State.DONE,
            note=_own_note(item, today),
        )


def own_key(item_id: int) -> str:
    """The key of the line that the user added, by the id of its OwnItem."""
    return f"{Kind.OWN}:{item_id}"


def _own_note(item: OwnItem, today: date) -> str:
    return "" if item.done_on is None else f"done {dates.short(item.done_on, today)}"


def _lapsed(task: Task) -> Task:
    if not task.is_open:
        return task
    return task._replace(state=State.SET_ASIDE, due=None, note="over a month ago")


def _adjusted(task: Task, facts: Facts, today: date) -> Task:
    """Apply what the user decided by hand. A fact that settles a line comes first."""
    if not facts.adjustments:
        return task
    by_hand = facts.adjustment(task.key)
    if task.state is State.SET_ASIDE and by_hand.brought_back_on is not None:
        task = task._replace(state=State.OPEN, due=by_hand.brought_back_on, note="brought back")
    if not task.is_open:
        return task
    if by_hand.done_on is not None:
        return task._replace(state=State.DONE, note=f"done {dates.short(by_hand.done_on, today)}")
    if by_hand.set_aside_on is not None:
        reason = f": {by_hand.reason}" if by_hand.reason else ""
        return task._replace(state=State.SET_ASIDE, due=None, note=f"set aside{reason}")
    if by_hand.moved_to is not None:
        back = by_hand.brought_back_on or date.min  # what was moved before that is due by then
        moved = task._replace(due=max(by_hand.moved_to, back), note="")
        return prepare.not_after_the_next(moved, facts, today)
    return task


class Progress(NamedTuple):
    """How far a step is. Lines set aside do not count."""

    done: int
    total: int
    lines: int

    @property
    def mark(self) -> str:
        """○ nothing yet, ◐ begun, ● all settled, · no lines at all."""
        if not self.lines:
            return "·"
        if self.done == self.total:
            return "●"
        return "◐" if self.done else "○"

    @property
    def words(self) -> str:
        """`1 of 2`, `set aside`, `nothing yet`."""
        if not self.lines:
            return "nothing yet"
        return f"{self.done} of {self.total}" if self.total else "set aside"


def progress(every: tuple[Task, ...], step: Step) -> Progress:
    """How far one step is."""
    mine = [task for task in every if task.step is step]
    counting = [task for task in mine if task.state is not State.SET_ASIDE]
    return Progress(sum(not t.is_open for t in counting), len(counting), len(mine))


def next_task(every: tuple[Task, ...]) -> Task | None:
    """The open task that is due first; one without a date comes last."""
    waiting = [task for task in every if task.is_open]
    return min(waiting, key=lambda task: task.due or date.max, default=None)
