"""All open interviews together: what is for today, in which group each one stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, Outcome, Step
from afterview_tui.domain.steps.outcome import is_closed
from afterview_tui.domain.task import Kind, Task
from afterview_tui.domain.tasks import Progress, next_task, progress, standing, tasks
from afterview_tui.domain.text import fold


class Group(StrEnum):
    """What an interview needs."""

    TODAY = "Today"
    COMING_UP = "Coming up"
    WAITING = "Waiting to hear"
    CLOSED = "Closed"


@dataclass(frozen=True)
class Case:
    """An interview with its tasks on one day."""

    facts: Facts
    today: date
    tasks: tuple[Task, ...] = field(default=())

    @property
    def id(self) -> int:
        """The interview's id."""
        return self.facts.interview.id

    @cached_property
    def group(self) -> Group:
        """Today when something is due or late; then by what it waits for."""
        interview = self.facts.interview
        if any(task.is_due(self.today) for task in self.tasks):
            return Group.TODAY
        if interview.held_on > self.today and not is_closed(interview):
            return Group.COMING_UP
        if interview.outcome is Outcome.OPEN:
            return Group.WAITING
        ahead = any(task.is_open for task in self.tasks)
        return Group.COMING_UP if ahead or not is_closed(interview) else Group.CLOSED

    @cached_property
    def next_task(self) -> Task | None:
        """The open task that is due first."""
        return next_task(self.tasks)

    @property
    def next_words(self) -> str:
        """What comes next, or what it waits for."""
        task = self.next_task
        if task is None or task.due is None:
            return standing(self.facts, self.today)
        return f"{task.title}, {dates.spoken(task.due, self.today)}"

    def progress(self, step: Step) -> Progress:
        """How far one step is."""
        return progress(self.tasks, step)

    @property
    def urgency(self) -> tuple[date, date, str]:
        """Sorts the most urgent first."""
        task, interview = self.next_task, self.facts.interview
        due = task.due if task is not None and task.due is not None else date.max
        return due, interview.held_on, fold(interview.employer)


def case(facts: Facts, today: date) -> Case:
    """An interview with its tasks on `today`."""
    return Case(facts, today, tasks(facts, today))


@dataclass(frozen=True, slots=True)
class Agenda:
    """Every interview that is loaded, on one day."""

    cases: dict[int, Case]
    today: date

    @classmethod
    def of(cls, every: Iterable[Facts], today: date) -> Agenda:
        """The agenda of these interviews on `today`."""
        return cls({facts.interview.id: case(facts, today) for facts in every}, today)

    def group(self, group: Group) -> list[Case]:
        """The interviews of one group, the most urgent first; the closed ones newest first."""
        mine = [one for one in self.cases.values() if one.group is group]
        if group is Group.CLOSED:
            return sorted(mine, key=lambda one: one.facts.interview.held_on, reverse=True)
        return sorted(mine, key=lambda one: one.urgency)

    def due(self) -> list[Task]:
        """Every task for today, the most urgent first."""
        mine = [t for one in self.cases.values() for t in one.tasks if t.is_due(self.today)]
        return sorted(mine, key=lambda task: (task.due or date.max, task.step.number))

    def headline(self) -> str:
        """`3 for today · first: thank Dr. Maria Chen`, or what comes next."""
        due = self.due()
        if due:
            return f"{len(due)} for today · first: {_lowered(due[0])}"
        ahead = [t for one in self.cases.values() if (t := one.next_task) and t.due is not None]
        if not ahead:
            return "nothing for today"
        task = min(ahead, key=lambda task: task.due or date.max)
        when = dates.spoken(task.due, self.today) if task.due else ""
        return f"nothing for today · next: {_lowered(task)}, {when}"


def _lowered(task: Task) -> str:
    # What the user wrote stays as written: "NASA form" is not "nASA form".
    return task.title if task.kind is Kind.OWN else task.title[:1].lower() + task.title[1:]
