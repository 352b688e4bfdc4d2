"""Pane 1: every interview, grouped by what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Agenda, Case, Group
from afterview_tui.domain.records import Interview, Step
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.panes.pane import Pane
from afterview_tui.tui.plain import line
from afterview_tui.tui.widgets.rows import Rows
from afterview_tui.tui.widgets.two_lines import TwoLines

CLOSED_ID = "closed"


class InterviewsPane(Pane):
    """The list of interviews. Moving in it chooses the interview the other panes show."""

    NUMBER, NAME = 1, "Interviews"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.INTERVIEWS)]

    @dataclass
    class Chosen(Message):
        """The cursor is on another interview."""

        interview_id: int

    class Opened(Message):
        """The interview under the cursor was opened: its steps are wanted."""

    class ClosedWanted(Message):
        """The folded group of closed interviews was opened, or folded again."""

    class EditWanted(Message):
        """The interview under the cursor is to be changed."""

    class OutcomeWanted(Message):
        """How the interview ended is to be noted."""

    class BinWanted(Message):
        """The interview under the cursor is to be deleted."""

    def __init__(self) -> None:
        super().__init__(id="interviews")
        self._agenda: Agenda | None = None
        self._older: list[Interview] | None = None
        self._older_count = 0

    def compose(self) -> ComposeResult:
        """The list."""
        yield Rows(id="interview-rows")

    def on_mount(self) -> None:
        """Name the pane."""
        self.say_title()

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def show(
        self,
        agenda: Agenda,
        selected: int | None,
        older_count: int,
        older: list[Interview] | None,
    ) -> None:
        """Show these interviews. `older` are the closed ones, None while they are folded."""
        self._agenda, self._older_count, self._older = agenda, older_count, older
        stays = selected is None or self.rows.current_id == CLOSED_ID
        self.rows.show(self._options, None if stays else str(selected))

    def take_focus(self) -> None:
        """The list has the focus."""
        self.rows.focus()

    def action_edit(self) -> None:
        """Ask for the form."""
        self.post_message(self.EditWanted())

    def action_outcome(self) -> None:
        """Ask how it ended."""
        self.post_message(self.OutcomeWanted())

    def action_bin(self) -> None:
        """Ask to delete."""
        self.post_message(self.BinWanted())

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if (event.option.id or "").isdecimal():
            self.post_message(self.Chosen(int(event.option.id or 0)))

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.ClosedWanted() if event.option.id == CLOSED_ID else self.Opened())

    def _options(self, width: int) -> Iterator[Option]:
        if self._agenda is None:
            return
        for group in (Group.TODAY, Group.COMING_UP, Group.WAITING):
            cases = self._agenda.group(group)
            if cases:
                yield _heading(group.value.upper(), f"group-{group.name}")
            for case in cases:
                yield Option(_lines(case), id=str(case.id))
        recent, today = self._agenda.group(Group.CLOSED), self._agenda.today
        number = len(recent) + self._older_count
        if not number:
            return
        if self._older is None:
            yield Option(
                line(f"CLOSED  {number:,}, Enter shows them", "$foreground-muted"), id=CLOSED_ID
            )
            return
        yield Option(
            line(f"CLOSED  {number:,}, Enter folds them", "$foreground-muted"), id=CLOSED_ID
        )
        for case in recent:
            yield Option(_closed_lines(case.facts.interview, today), id=str(case.id))
        for interview in self._older:
            yield Option(_closed_lines(interview, today), id=str(interview.id))


def _lines(case: Case) -> TwoLines:
    marks = "".join(case.progress(step).mark for step in Step)
    return _two_lines(case.facts.interview, case.today, marks, _due(case))


def _closed_lines(interview: Interview, today: date) -> TwoLines:
    return _two_lines(interview, today, "", interview.outcome.value)


def _two_lines(interview: Interview, today: date, marks: str, word: str) -> TwoLines:
    below = " · ".join(filter(None, [interview.role, dates.short(interview.held_on, today)]))
    return TwoLines(interview.employer, marks, word, below)


def _due(case: Case) -> str:
    """When the next thing is due, in the width of a column."""
    if case.group is Group.TODAY:
        return "today"
    if case.group is Group.COMING_UP and case.facts.interview.held_on > case.today:
        day = case.facts.interview.held_on
    elif (task := case.next_task) is not None and task.due is not None:
        day = task.due
    else:
        return ""
    return f"{dates.weekday(day)} {day.day}"


def _heading(words: str, id: str) -> Option:  # noqa: A002
    return Option(line(words, "$foreground-muted"), id=id, disabled=True)
