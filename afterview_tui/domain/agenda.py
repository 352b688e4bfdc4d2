"""All open interviews together: what is for today, in which group each one stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, Step
from afterview_tui.domain.steps.outcome import is_closed, wanted
from afterview_tui.domain.task import Kind, Task
from afterview_tui.domain.tasks import Progress, next_task, progress, tasks
from afterview_tui.domain.text import fold


class Group(StrEnum):
    """What an interview needs."""

    TODAY = "Today"
    COMING_UP = "Coming up"
    WAITING = "Waiting to hear"
    AFTER = "After the answer"
    CLOSED = "Closed"


class Order(StrEnum):
    """How the list of interviews is sorted."""

    NEED = "need"
    DATE = "date"
    EMPLOYER = "employer"


class Day(StrEnum):
    """When a task is due, seen from today. A week ends on its Sunday."""

    LATE = "Late"
    TODAY = "Today"
    TOMORROW = "Tomorrow"
    THIS_WEEK = "This week"
    LATER = "Later"
    NO_DATE = "No date"

    @classmethod
    def of(cls, due: date | None, today: date) -> Day:
        """In which of them `due` falls."""
        if due is None:
            return cls.NO_DATE
        if due <= today:
            return cls.TODAY if due == today else cls.LATE
        if due == today + dates.DAY:
            return cls.TOMORROW
        sunday = today + timedelta(days=6 - today.weekday())
        return cls.THIS_WEEK if due <= sunday else cls.LATER


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
        if interview.held_on > self.today and not is_closed(self.facts):
            return Group.COMING_UP
        if wanted(self.facts, self.today).follow_up:
            return Group.WAITING
        if not is_closed(self.facts):
            return Group.COMING_UP
        return Group.AFTER if any(task.is_open for task in self.tasks) else Group.CLOSED

    @cached_property
    def next_task(self) -> Task | None:
        """The open task that is due first."""
        return next_task(self.tasks)

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


@dataclass(frozen=True)
class Thread:
    """All rounds of one interview, the newest first: one entry of the list."""

    rounds: tuple[Case, ...]

    @property
    def head(self) -> Case:
        """The newest round: the one that the thread waits for."""
        return self.rounds[0]

    @cached_property
    def group(self) -> Group:
        """What the thread needs: whatever is due in any round, else what the head needs."""
        groups = [one.group for one in self.rounds]
        if Group.TODAY in groups:
            return Group.TODAY
        if self.head.group is Group.CLOSED and Group.AFTER in groups:
            return Group.AFTER
        return self.head.group

    @property
    def next_task(self) -> Task | None:
        """The open task that is due first, in any round."""
        return next_task(tuple(task for one in self.rounds for task in one.tasks))

    @property
    def urgency(self) -> tuple[date, date, str]:
        """Sorts the most urgent first."""
        return min(one.urgency for one in self.rounds)


@dataclass(frozen=True)
class Agenda:
    """Every interview that is loaded, on one day."""

    cases: dict[int, Case]
    today: date

    @classmethod
    def of(cls, every: Iterable[Facts], today: date) -> Agenda:
        """The agenda of these interviews on `today`."""
        return cls({facts.interview.id: case(facts, today) for facts in every}, today)

    @cached_property
    def threads(self) -> list[Thread]:
        """The interviews with their earlier rounds, in no order."""
        followed = {one.facts.interview.follows_id for one in self.cases.values()}
        heads_first = sorted(self.cases.values(), key=lambda one: one.id in followed)
        taken: set[int] = set()
        return [Thread(self._rounds(one, taken)) for one in heads_first if one.id not in taken]

    def group(self, group: Group, order: Order = Order.NEED) -> list[Thread]:
        """The threads of one group, the most urgent first; the closed ones newest first."""
        mine = [thread for thread in self.threads if thread.group is group]
        if group is Group.CLOSED and order is Order.NEED:
            order = Order.DATE
        return _ordered(mine, order)

    def still_open(self, order: Order) -> list[Thread]:
        """The threads that are not closed, in one list."""
        mine = [thread for thread in self.threads if thread.group is not Group.CLOSED]
        return _ordered(mine, order)

    @cached_property
    def due(self) -> list[Task]:
        """Every task for today, the most urgent first."""
        return [task for task in self.to_do if task.is_due(self.today)]

    @cached_property
    def to_do(self) -> list[Task]:
        """Every open task of all interviews, the most urgent first."""
        # Of two on one day the one stands first whose interview does in the list.
        listed = sorted(self.cases.values(), key=lambda one: one.urgency)
        every = [t for one in listed for t in one.tasks if t.is_open]
        return sorted(every, key=lambda task: (task.due or date.max, task.step.number))

    @cached_property
    def days(self) -> dict[Day, list[Task]]:
        """Every open task by when it is due. Late and today together are what is due."""
        every = self.to_do
        by_day = {day: [t for t in every if Day.of(t.due, self.today) is day] for day in Day}
        return {day: found for day, found in by_day.items() if found}

    def headline(self) -> str:
        """`3 for today · first: thank Dr. Maria Chen`, or what comes next."""
        due = self.due
        if due:
            return f"{len(due)} for today · first: {_lowered(due[0])}"
        ahead = [t for one in self.cases.values() if (t := one.next_task) and t.due is not None]
        if not ahead:
            return "nothing for today"
        task = min(ahead, key=lambda task: task.due or date.max)
        when = dates.spoken(task.due, self.today) if task.due else ""
        return f"nothing for today · next: {_lowered(task)}, {when}"

    def _rounds(self, head: Case, taken: set[int]) -> tuple[Case, ...]:
        """`head` and the rounds before it. None is taken twice, whatever is on file."""
        found: list[Case] = []
        one: Case | None = head
        while one is not None and one.id not in taken:
            taken.add(one.id)
            found.append(one)
            one = self.cases.get(one.facts.interview.follows_id or 0)
        return tuple(found)


def _newest_first(one: Case) -> tuple[int, int]:
    return -one.facts.interview.held_on.toordinal(), -one.id


def _ordered(threads: list[Thread], order: Order) -> list[Thread]:
    if order is Order.NEED:
        return sorted(threads, key=lambda thread: thread.urgency)
    by_date = sorted(threads, key=lambda thread: _newest_first(thread.head))
    if order is Order.DATE:
        return by_date
    return sorted(by_date, key=lambda thread: fold(thread.head.facts.interview.employer))


def _lowered(task: Task) -> str:
    # What the user wrote stays as written: "NASA form" is not "nASA form".
    return task.title if task.kind is Kind.OWN else task.title[:1].lower() + task.title[1:]
