"""What the panes that list tasks share: the four steps of one interview, and Today."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from afterview_tui.domain import dates
from afterview_tui.domain.records import Step
from afterview_tui.domain.task import State, Task
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.keys_in_order import takes_keys
from afterview_tui.tui.kit.debounce import Debounce
from afterview_tui.tui.kit.pane import Pane
from afterview_tui.tui.kit.plain import line, spread
from afterview_tui.tui.kit.rows import Rows

if TYPE_CHECKING:  # it comes along with the first key
    from afterview_tui.tui.steps.steps_work import StepsWork

MARKS = {State.OPEN: "○", State.DONE: "✓", State.SET_ASIDE: "–"}
# A name is cut before its date is, but not beyond recognition.
SHORTEST_NAME = 16
# From this width there is room for a whole date beside a name.
ROOMY = 56


class TaskPane(Pane):
    """A list of tasks, and what can be done with the one under the cursor."""

    ROWS = ""
    WHERE = Where.STEPS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.STEPS)]

    def __init__(self, steps: Callable[[], StepsWork], *, id: str) -> None:  # noqa: A002
        """`steps` is the work that is done with a line."""
        super().__init__(id=id)
        self._steps = steps
        self._line: tuple[int, str] | None = None  # that the cursor was on last
        self._going_along = Debounce(self, self._go_along)

    def compose(self) -> ComposeResult:
        """The list."""
        yield Rows(id=self.ROWS)

    def on_mount(self) -> None:
        """Name the pane."""
        self.say_title()

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    @property
    def work(self) -> StepsWork:
        """What is done with a line."""
        return self._steps()

    @property
    @abstractmethod
    def current(self) -> Task | None:
        """The line under the cursor."""

    @property
    def step(self) -> Step:
        """The step under the cursor."""
        task = self.current
        return task.step if task is not None else Step.PREPARE

    @property
    @abstractmethod
    def today(self) -> date | None:
        """The local date for which the list is shown; None before there is one."""

    def take_focus(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    def copy(self) -> None:
        """Copy what the line under the cursor is about."""
        self.work.copy(self.current)

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _say_more(self) -> None:
        """All that there is to say of the line under the cursor, and the letter it is about."""
        self.say_when()
        task = self.current
        before, self._line = self._line, (task.interview_id, task.key) if task is not None else None
        if self.rows.has_focus and self._line not in (None, before):
            self._going_along.touch()

    def say_when(self) -> None:
        """Say all of the line under the cursor where it is never cut, though no line looks new."""
        task, today = self.current, self.today
        self.say_below(task.when(today) if task is not None and today is not None else "")

    def catch_up(self) -> None:
        """Show the letter that is about to come, before another is turned to from it."""
        if self._going_along.is_pending:
            self._go_along()

    def _go_along(self) -> None:
        """The letter that the line under the cursor is about, once the cursor stands still."""
        self._going_along.settle()
        if not takes_keys(self.screen):  # at the start, the letter is not there yet
            self._going_along.touch()
        elif self.rows.has_focus and self.screen.is_current:
            self.at_current(self.work.show_letter)

    def action_done(self) -> None:
        """Done, or not done after all."""
        self._act(self.work.toggle)

    def action_set_aside(self) -> None:
        """Set the line aside, for a reason or none."""
        self._act(self.work.set_aside)

    def action_date(self) -> None:
        """Ask for a date."""
        self._act(self.work.ask_date)

    def action_move(self, days: int) -> None:
        """Move the due date by so many days."""
        if (task := self.current) is not None:
            self.work.move(task, days)

    def action_add(self) -> None:
        """Add a line to the step under the cursor."""
        self.work.add(self.step)

    def _act(self, do: Callable[[Task], object]) -> None:
        """Do what a key asks for with the line under the cursor, or say that it is none."""
        if self.current is None:
            self.tell("This is no line to do: choose one below it.")
        else:
            do(self.current)

    def at_current(self, do: Callable[[Task], object]) -> None:
        """Do something with the line under the cursor."""
        if (task := self.current) is not None:
            do(task)


def task_line(task: Task, name: Content, today: date, width: int) -> Content:
    """A task on one line: mark and name, and at the right when it is due.

    Weekday and distance are there in any case, more where there is room for it.
    """
    left = Content.assemble(f"  {MARKS[task.state]} ", name)
    for words in (every := _when(task, today, width)):
        if left.cell_length + words.cell_length < width:
            return spread(left, words, width)
    if width - every[-1].cell_length > SHORTEST_NAME:
        return spread(left, every[-1], width)
    return left.truncate(width, ellipsis=True)


def _when(task: Task, today: date, width: int) -> list[Content]:
    """When a task is due, or how it was settled, the longest words first."""
    if not task.is_open:
        return [line(words, "$foreground-muted") for words in (task.note, task.state.value)]
    if task.due is None:
        return [line(task.note, "$foreground-muted")]
    spoken = dates.spoken(task.due, today)
    every = [f"{task.note} · {spoken}", spoken] if task.note else [spoken]
    if width < ROOMY:  # else one look for all lines of the list
        every.append(f"{dates.weekday(task.due)}, {dates.distance(task.due, today)}")
    style = "$text-warning" if task.due <= today else ""
    return [line(words, style) for words in every]
