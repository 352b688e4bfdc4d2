"""Opens the shelf at the tab that was open last, or at the one that is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.journal.journal_work import JournalWork
from afterview_tui.tui.keys import TABS_BY_NAME, Where
from afterview_tui.tui.letter.letter_work import LetterWork

if TYPE_CHECKING:
    from afterview_tui.tui.kit.shelf_tab import AnyTab


class ShelfWork:
    """Knows the tabs, which are made when the first is opened, and which was open last."""

    def __init__(self, desk: Desk, front: Front, letters: LetterWork, journal: JournalWork) -> None:
        self._desk = desk
        self._front = front
        self._letters = letters
        self._journal = journal
        self._last = Where.PEOPLE

    @cached_property
    def tabs(self) -> dict[str, AnyTab]:
        """The tabs in their order, by their names."""
        from afterview_tui.tui.main.shelf_tabs import tabs_of

        tabs = {
            tab.where: tab for tab in tabs_of(self._desk, self._front, self._letters, self._journal)
        }
        return {name: tabs[where] for name, where in TABS_BY_NAME.items()}

    def open(self) -> AwaitMount:
        """Open the shelf as it was left; first at the people."""
        return self.open_at(self._last)

    def open_at(self, where: Where, at: str | None = None) -> AwaitMount:
        """Open a tab, at a line. What is changed there is seen in the panes afterwards."""
        from afterview_tui.tui.kit.shelf import ShelfScreen, Way

        screen = ShelfScreen(self.tabs, where, at)

        def answered(go: Way | None) -> None:
            self._last = screen.tab.where
            self._front.read_again()
            if go is not None:
                go()

        return self._front.open(screen, answered)
