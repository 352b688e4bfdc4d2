"""What stands above a tab of the shelf: how much there is, and the names of all tabs."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from afterview_tui.domain import dates
from afterview_tui.tui.base import afterview
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import around, line, spread
from afterview_tui.tui.kit.shelf_tab import AnyTab


class ShelfHead(Vertical):
    """Names the tabs, each of which a click opens."""

    def __init__(self, tabs: Mapping[str, AnyTab]) -> None:
        super().__init__(id="shelf-head")
        self._tabs = tabs
        self._open: AnyTab | None = None
        self._number = ""

    def compose(self) -> ComposeResult:
        """Two lines."""
        yield OneLine(id="headline")
        yield OneLine(id="tabs")

    def on_resize(self, event: events.Resize) -> None:
        """The lines are made for one width."""
        self._say()

    def show(self, tab: AnyTab, number: str) -> None:
        """Show which tab is open, and how many things there are in it."""
        self._open, self._number = tab, number
        self._say()

    def _say(self) -> None:
        tabs = [*self._tabs.values()]
        if self._open is None:
            return
        width = max(10, self.size.width - 2)
        left = Content.assemble(Content.styled("afterview", "bold"), "   ", line(self._number))
        day = line(dates.full(afterview(self).today))
        self.query_one("#headline", OneLine).say(spread(left, day, width))
        names = [
            line(
                tab.where, "bold $text-accent" if tab is self._open else "$foreground-muted"
            ).stylize(f"@click=screen.do('{name}')")
            for name, tab in self._tabs.items()
        ]
        self.query_one("#tabs", OneLine).say(around(names, tabs.index(self._open), width))
