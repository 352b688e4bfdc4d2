"""A screen with a list, and over it the line that filters it."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, Generic

from textual import getters, on
from textual.screen import ScreenResultType
from textual.widgets import Input

from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.finder import Finder
from afterview_tui.tui.kit.rows import Rows

# What can be done while the filter is typed in.
_WHILE_FILTERING = frozenset({"back", "app.quit"})


class Filtered(Place[ScreenResultType], Generic[ScreenResultType]):
    """What is typed in the filter is left in the list; the way back leads out of it first."""

    AUTO_FOCUS = "Rows"
    FIND: ClassVar[str]  # the id of the key that goes to the filter

    rows = getters.query_one(Rows)
    finder = getters.query_one(Finder)

    def filter_line(self) -> Finder:
        """The line to filter by, to be put over the list."""
        finds = f"{key(self.FIND)} filters the list"
        return Finder(lambda: self.rows, Rows.focus, placeholder=finds, id="filter")

    @abstractmethod
    def show(self) -> None:
        """Show what the filter leaves."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the filter is typed in, the plain keys are letters."""
        return action in _WHILE_FILTERING or not self.finder.has_focus

    def action_find(self) -> None:
        """Go to the filter."""
        self.finder.focus()

    def action_back(self) -> None:
        """Out of the filter, which stays; else back to where the screen was opened."""
        if self.finder.has_focus:
            self.rows.focus()
        else:
            self.dismiss(None)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self.show()
