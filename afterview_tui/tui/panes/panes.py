"""The four panes together: as many of them as there is room for."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from afterview_tui.tui.panes.pane import Pane

# From this size all four panes show.
WIDE, HIGH = 110, 28
LEFT = ("interviews", "steps")


class Panes(Horizontal):
    """Lays the panes out: all four, the two on the left, or one."""

    class Arranged(Message):
        """Other panes are on the screen than before."""

    def __init__(self, left: Iterable[Pane], right: Iterable[Pane]) -> None:
        super().__init__(id="panes")
        self._left, self._right = left, right
        self.current = "interviews"
        self.is_zoomed = False
        self.shown: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Two columns."""
        with Vertical(id="left"):
            yield from self._left
        with Vertical(id="right"):
            yield from self._right

    @property
    def shows_all(self) -> bool:
        """Whether there is room for all four panes."""
        size = self.app.size
        return not self.is_zoomed and size.width >= WIDE and size.height >= HIGH

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane."""
        self.current = pane
        self.lay_out()
        self.query_one(f"#{pane}", Pane).take_focus()

    def zoom(self) -> None:
        """Give the current pane the whole screen, or back."""
        self.is_zoomed = not self.is_zoomed
        self.lay_out()

    def lay_out(self) -> None:
        """Show the panes that there is room for, the current one among them."""
        panes = list(self.query(Pane))
        if self.shows_all:
            visible = {pane.id or "" for pane in panes}
        elif self.current in LEFT and not self.is_zoomed:
            visible = set(LEFT)
        else:
            visible = {self.current}
        if visible == self.shown and self.shows_all == self.has_class("-wide"):
            return
        self.set_class(self.shows_all, "-wide")
        for pane in panes:
            pane.display = pane.id in visible
        self.query_one("#left").display = not visible.isdisjoint(LEFT)
        self.query_one("#right").display = bool(visible - set(LEFT))
        self.shown = frozenset(visible)
        self.post_message(self.Arranged())

    def on_mount(self) -> None:
        """Lay out for the first time."""
        self.lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another layout."""
        self.lay_out()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The pane with the focus is the one to show where there is room for one."""
        for node in event.control.ancestors_with_self:
            if isinstance(node, Pane) and node.id and node.id != self.current:
                self.current = node.id
                self.lay_out()
