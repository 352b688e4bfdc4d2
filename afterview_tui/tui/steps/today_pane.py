"""Today: every open task of all interviews, by the day on which it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual import events, on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Agenda, Day
from afterview_tui.domain.records import Step
from afterview_tui.domain.task import Task
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.plain import line, plain, spread
from afterview_tui.tui.kit.rows import LateLine, Rows
from afterview_tui.tui.steps.task_pane import MARKS, TaskPane

if TYPE_CHECKING:
    from afterview_tui.tui.steps.steps_work import StepsWork


class TodayPane(TaskPane):
    """The tasks of all interviews. Moving in it chooses the interview the other panes show."""

    KEY, NAME = "today", "Today"
    ROWS = "today-rows"

    def __init__(self, steps: Callable[[], StepsWork], choose: Callable[[int], object]) -> None:
        """`choose` shows an interview in the other panes."""
        super().__init__(steps, id="today")
        self._choose = choose
        self._agenda: Agenda | None = None
        self._by_id: dict[str, Task] = {}
        self._selected: int | None = None

    def show(self, agenda: Agenda, selected: int | None) -> None:
        """Show the tasks of this agenda. The cursor stays on its task, or in its place.

        With another interview selected than before, it goes to a task of that one.
        """
        self._agenda = agenda
        self._by_id = {_id(task): task for task in agenda.to_do}
        due = len(agenda.due)
        self.say_title(f"{due} for today" if due else "nothing for today")
        self.rows.show(self._options)
        self.mark(selected)
        self.say_when()

    def mark(self, selected: int | None) -> None:
        """Put the cursor on a task of the interview that is selected, whoever selected it.

        Where it has none, the interview of the line under the cursor is the one to show.
        """
        is_other, self._selected = selected != self._selected, selected
        if not is_other or (self.current is not None and self.current.interview_id == selected):
            return
        of_it = (line for line, task in self._by_id.items() if task.interview_id == selected)
        if (line := next(of_it, None)) is not None:
            self.rows.go_to(line)
        else:
            self.call_later(self._moved)

    @property
    def today(self) -> date | None:
        """The day that is shown."""
        return self._agenda.today if self._agenda is not None else None

    @property
    def current(self) -> Task | None:
        """The task under the cursor."""
        return self._by_id.get(self.rows.current_id or "")

    def action_add(self) -> None:
        """Add a line of one's own: in a list of days nobody thinks of a step."""
        self.work.add(Step.PREPARE)

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _moved(self) -> None:
        """What has the cursor is what the other panes show, for whoever is in Today."""
        # Whoever goes from here to another pane has chosen already what that one shows.
        if self.display and self.rows.has_focus and (task := self.current) is not None:
            self._choose(task.interview_id)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Whoever comes to Today acts on the line that has the cursor."""
        self.call_later(self._moved)  # when it is the pane they are in

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.at_current(self.work.go_to)

    def _options(self, width: int) -> Iterator[Option]:
        agenda = self._agenda
        if agenda is None:
            return
        days = agenda.days
        if not days:
            nothing = f"Nothing is open. Enjoy the day; {key('interview.new')} enters an interview."
            yield Option(line(nothing, "$foreground-muted"), id="nothing", disabled=True)
        for day, tasks in days.items():
            heading = line(f"{day.value.upper()}  {len(tasks)}", "$foreground-muted")
            yield Option(heading, id=f"day-{day.name}", disabled=True)
            for task in tasks:
                employer = agenda.cases[task.interview_id].facts.interview.employer
                late = LateLine(_line, task, employer, day, width)
                yield Option(late, id=_id(task))


# The columns: employers have a part of the line, and so many cells at most.
EMPLOYERS_PART, LONGEST_EMPLOYER = 0.33, 28
LONGEST_WHEN = len(" Wed 25")
_SAID_BY_THE_HEADING = (Day.TODAY, Day.TOMORROW)


def _id(task: Task) -> str:
    return f"{task.interview_id}/{task.key}"


def _line(task: Task, employer: str, day: Day, width: int) -> Content:
    """What to do, where, and when, as far as the heading does not say it: in columns."""
    column = min(LONGEST_EMPLOYER, int(width * EMPLOYERS_PART))
    where = line(employer, "$foreground-muted").truncate(column, ellipsis=True)
    when = f"{_when(task.due, day):>{LONGEST_WHEN}}"
    style = "$text-warning" if day is Day.LATE else ""
    right = Content.assemble(where.pad_right(column - where.cell_length), plain(when, style))
    name = line(task.title.removesuffix(f": {employer}"))
    return spread(Content.assemble(f"  {MARKS[task.state]} ", name), right, width)


def _when(due: date | None, day: Day) -> str:
    if due is None or day in _SAID_BY_THE_HEADING:
        return ""
    return dates.day_and_month(due) if day is Day.LATER else f"{dates.weekday(due)} {due.day}"
