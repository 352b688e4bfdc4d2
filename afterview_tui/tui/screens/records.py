"""The screen before the desk."""

from __future__ import annotations

from afterview_tui.tui.desk import Changed, Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.screens.place import Place
from afterview_tui.tui.work.all_work import Work


class RecordsScreen(Place[None]):
    """Has a desk, and shows what is on it."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(self.store, lambda: self.afterview.today, self.afterview.report)
        self.front = Front(self, self.desk)
        self.work = Work(self.desk, self.front)
        self.desk.watch(self.show_change)

    def show_change(self, what: Changed) -> None:
        """Show what is other than before."""
        raise NotImplementedError
