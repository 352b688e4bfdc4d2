"""Pane 2: the four steps of one interview, derived from what is on file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.records import Step
from afterview_tui.domain.task import Kind, State, Task
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.panes.pane import Pane
from afterview_tui.tui.plain import line, spread
from afterview_tui.tui.widgets.rows import Rows

MARKS = {State.OPEN: "○", State.DONE: "✓", State.SET_ASIDE: "–"}
NOTHING_YET = {
    Step.REFERENCES: "a adds a reference",
    Step.LETTERS: "a adds a person",
    Step.FOLLOW_UP: "nothing to ask",
    Step.PREPARE: "a adds a line",
}


class StepsPane(Pane):
    """The checklist."""

    NUMBER, NAME = 2, "Four steps"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.STEPS)]

    @dataclass
    class Wanted(Message):
        """Something is to be done with a line."""

        task: Task

    class Opened(Wanted):
        """Go to where the line is worked on."""

    class Toggled(Wanted):
        """Done, or not done after all."""

    class SetAside(Wanted):
        """Set the line aside."""

    class DateWanted(Wanted):
        """A date for the line, in words."""

    @dataclass
    class Moved(Wanted):
        """Due so many days later."""

        days: int

    @dataclass
    class AddWanted(Message):
        """A line is to be added to a step."""

        step: Step

    def __init__(self) -> None:
        super().__init__(id="steps")
        self._case: Case | None = None

    def compose(self) -> ComposeResult:
        """The list."""
        yield Rows(id="step-rows")

    def on_mount(self) -> None:
        """Name the pane."""
        self.say_title()

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def show(self, case: Case | None) -> None:
        """Show the steps of this interview; with another one, start at its next line."""
        is_other = case is None or self._case is None or case.id != self._case.id
        self._case = case
        self.say_title(case.facts.interview.employer if case is not None else "")
        prefer = None
        if is_other and case is not None and case.next_task is not None:
            prefer = case.next_task.key
        self.rows.show(self._options, prefer)

    def take_focus(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    @property
    def current(self) -> Task | None:
        """The line under the cursor."""
        if self._case is None:
            return None
        key = self.rows.current_id
        return next((task for task in self._case.tasks if task.key == key), None)

    @property
    def step(self) -> Step:
        """The step under the cursor."""
        if (task := self.current) is not None:
            return task.step
        number = (self.rows.current_id or "").removeprefix("step-")
        return next((s for s in Step if str(s.number) == number), Step.PREPARE)

    def action_done(self) -> None:
        """Done, or not done after all."""
        self._post(self.Toggled)

    def action_set_aside(self) -> None:
        """Set the line aside."""
        self._post(self.SetAside)

    def action_date(self) -> None:
        """Ask for a date."""
        self._post(self.DateWanted)

    def action_move(self, days: int) -> None:
        """Move the due date by so many days."""
        if (task := self.current) is not None:
            self.post_message(self.Moved(task, days))

    def action_add(self) -> None:
        """Add a line to the step under the cursor."""
        if self._case is not None:
            self.post_message(self.AddWanted(self.step))

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.current is not None:
            self._post(self.Opened)
        else:
            self.action_add()

    def _post(self, message: type[Wanted]) -> None:
        if (task := self.current) is not None:
            self.post_message(message(task))

    def _options(self, width: int) -> Iterator[Option]:
        case = self._case
        if case is None:
            return
        for step in Step:
            progress = case.progress(step)
            left = Content.assemble(
                (progress.mark, "$text-accent"), " ", (f"{step.number} {step.value}", "bold")
            )
            words = progress.words if progress.lines else NOTHING_YET[step]
            heading = spread(left, line(words, "$foreground-muted"), width)
            yield Option(heading, id=f"step-{step.number}")
            for task in case.tasks:
                if task.step is step:
                    yield Option(_line(task, case, width), id=task.key)


def _line(task: Task, case: Case, width: int) -> Content:
    quiet = "$foreground-muted" if not task.is_open else ""
    left = Content.assemble(f"  {MARKS[task.state]} ", line(task.name, quiet))
    for words in _words(task, case):
        if left.cell_length + words.cell_length < width:
            return spread(left, words, width)
    return left.truncate(width, ellipsis=True)


def _words(task: Task, case: Case) -> list[Content]:
    """When it is due, the longest words first: the name needs its room."""
    today = case.today
    if not task.is_open:
        return [line(words, "$foreground-muted") for words in (task.note, task.state.value)]
    if task.due is None:
        return [line(task.note, "$foreground-muted")]
    if task.due > today:
        # A follow-up has its day; everything else may be done before.
        before = "on" if task.kind is Kind.FOLLOW_UP else "by"
        day = dates.short(task.due, today)
        return [line(f"{before} {day}"), line(dates.weekday(task.due))]
    short = "today" if task.due == today else "late"
    since = short if task.due == today else f"since {dates.short(task.due, today)}"
    return [line(words, "$text-warning") for words in (task.note, since, short) if words]
