"""Pane 2: the four steps of one interview, derived from what is on file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.records import Step
from afterview_tui.domain.task import Task
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.plain import line, spread
from afterview_tui.tui.steps.task_pane import TaskPane, task_line

if TYPE_CHECKING:
    from afterview_tui.tui.steps.steps_work import StepsWork

_ADDS = {Step.REFERENCES: "a reference", Step.LETTERS: "a person", Step.PREPARE: "a line"}


class StepsPane(TaskPane):
    """The checklist."""

    KEY, NAME = "pane.steps", "Four steps"
    ROWS = "step-rows"

    def __init__(self, steps: Callable[[], StepsWork]) -> None:
        super().__init__(steps, id="steps")
        self._case: Case | None = None

    def show(self, case: Case | None, prefer: str | None = None) -> None:
        """Show the steps of this interview, at the line `prefer`.

        Without one the cursor stays; with another interview it starts at its next line.
        """
        is_other = case is None or self._case is None or case.id != self._case.id
        self._case = case
        self.say_title(_title(case) if case is not None else "")
        if prefer is None and is_other and case is not None and case.next_task is not None:
            prefer = case.next_task.key
        self.rows.show(self._options, prefer)
        self.say_when()

    @property
    def today(self) -> date | None:
        """The day for which the steps are shown."""
        return self._case.today if self._case is not None else None

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
        number = (self.rows.current_id or "").removeprefix("step-")
        return next((s for s in Step if str(s.number) == number), super().step)

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.current is not None:
            self.at_current(self.work.open)
        else:
            self.action_add()

    def _options(self, width: int) -> Iterator[Option]:
        case = self._case
        if case is None:
            return
        for step in Step:
            progress = case.progress(step)
            left = Content.assemble((progress.mark, "$text-accent"), " ", (step.value, "bold"))
            words = progress.words if progress.lines else _nothing_yet(step)
            heading = spread(left, line(words, "$foreground-muted"), width)
            yield Option(heading, id=f"step-{step.number}")
            for task in case.tasks:
                if task.step is step:
                    name = line(task.name, "" if task.is_open else "$foreground-muted")
                    yield Option(task_line(task, name, case.today, width), id=task.key)


def _title(case: Case) -> str:
    interview = case.facts.interview
    return interview.employer + (f", round {interview.round}" if interview.round > 1 else "")


def _nothing_yet(step: Step) -> str:
    return f"{key('step.add')} adds {_ADDS[step]}" if step in _ADDS else "nothing to ask"
