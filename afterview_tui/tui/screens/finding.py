"""What the list of interviews and Today ask for: choosing, sorting, finding, folding."""

from __future__ import annotations

from textual import on

from afterview_tui.domain.agenda import Order
from afterview_tui.tui.panes.interviews import InterviewsPane
from afterview_tui.tui.panes.today import TodayPane
from afterview_tui.tui.screens.checklist import ChecklistScreen


class FindingScreen(ChecklistScreen):
    """Answers the messages by which people find their way to an interview."""

    def show_case(self) -> None:
        """Show the interview that is selected."""
        raise NotImplementedError

    @on(InterviewsPane.Chosen)
    @on(TodayPane.Chosen)
    def _choose(self, message: InterviewsPane.Chosen | TodayPane.Chosen) -> None:
        if self.select(message.interview_id):
            with self.reporting():
                self.show_case()

    @on(InterviewsPane.Opened)
    def _open(self) -> None:
        self.go_to("steps")

    @on(InterviewsPane.ClosedWanted)
    def _fold(self) -> None:
        with self.reporting():
            self.fold_closed()

    @on(InterviewsPane.OrderWanted)
    def _sort(self) -> None:
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.afterview.say(f"Sorted by {self.order}.")
        self.show_all()

    @on(InterviewsPane.FilterWanted)
    def _filter(self, message: InterviewsPane.FilterWanted) -> None:
        with self.reporting():
            self.filter_by(message.said)
