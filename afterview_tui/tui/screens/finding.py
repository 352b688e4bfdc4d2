"""What the list of interviews and Today ask for: choosing, sorting, finding, folding."""

from __future__ import annotations

from textual import on

from afterview_tui.tui.panes.interviews import InterviewsPane
from afterview_tui.tui.panes.today import TodayPane
from afterview_tui.tui.screens.checklist import ChecklistScreen


class FindingScreen(ChecklistScreen):
    """Answers the messages by which people find their way to an interview."""

    @on(InterviewsPane.Chosen)
    @on(TodayPane.Chosen)
    def _choose(self, message: InterviewsPane.Chosen | TodayPane.Chosen) -> None:
        with self.front.reporting():
            self.desk.select(message.interview_id)

    @on(InterviewsPane.Opened)
    def _open(self) -> None:
        self.front.go_to("steps")

    @on(InterviewsPane.ClosedWanted)
    def _fold(self) -> None:
        with self.front.reporting():
            self.desk.fold()

    @on(InterviewsPane.OrderWanted)
    def _sort(self) -> None:
        with self.front.reporting():
            self.desk.sort()
            self.front.say(f"Sorted by {self.desk.order}.")

    @on(InterviewsPane.FilterWanted)
    def _filter(self, message: InterviewsPane.FilterWanted) -> None:
        with self.front.reporting():
            self.desk.filter_by(message.said)
