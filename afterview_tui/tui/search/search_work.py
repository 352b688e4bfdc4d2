"""Search over everything: opened from any pane, it goes to what is found."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import AwaitMount

from afterview_tui.domain.found import Hit, Section
from afterview_tui.tui.front import Front
from afterview_tui.tui.search.looked_for import Looked

# What is in each pane, for whoever wants to search in that one alone.
_IN_PANE = {
    "interviews": (Section.INTERVIEWS, Section.NOTES),
    "today": (Section.INTERVIEWS, Section.NOTES),
    "steps": (Section.PEOPLE, Section.NOTES),
    "letter": (Section.LETTERS, Section.TALKS, Section.TEMPLATES),
    "journal": (Section.REFLECTIONS, Section.QUESTIONS, Section.STORIES),
}


class SearchWork:
    """Opens the search, with what was searched for last."""

    def __init__(self, front: Front, go: Callable[[Hit, str], object]) -> None:
        """`go` goes to a hit; it is told the words, too."""
        self.front = front
        self._go = go
        self._before = Looked()

    def open(self) -> AwaitMount:
        """Open the search. What is typed ahead is for it."""
        from afterview_tui.tui.search.search_dialog import SearchDialog

        def answered(looked: Looked | None) -> None:
            if looked is not None and looked.gone_to is not None:
                self._before = looked
                self.front.screen.call_later(self._go, looked.gone_to, looked.said)

        pane = frozenset(_IN_PANE[self.front.stage.current])
        return self.front.open(SearchDialog(self._before, pane), answered)
