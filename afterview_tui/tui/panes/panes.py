"""The four panes together: as many of them as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from afterview_tui.tui.panes.pane import Pane

# From this size all four panes show.
WIDE, HIGH = 110, 28
# What the left side shows: the list with the steps of one, or Today.
LIST: Sequence[str] = ("interviews", "steps")
TODAY: Sequence[str] = ("today",)


class Panes(Horizontal):
    """Lays the panes out: all that there is room for, or one side, or one."""

    class Arranged(Message):
        """Other panes are on the screen than before."""

    def __init__(self, left: Iterable[Pane], right: Iterable[Pane]) -> None:
        super().__init__(id="panes")
        self._left, self._right = left, right
        self.left = LIST
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
        """Whether there is room for both sides."""
        size = self.app.size
        return not self.is_zoomed and size.width >= WIDE and size.height >= HIGH

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane."""
        self._make_current(pane)
        self.query_one(f"#{pane}", Pane).take_focus()

    def zoom(self) -> None:
        """Give the current pane the whole screen, or back."""
        self.is_zoomed = not self.is_zoomed
        self.lay_out()

    def lay_out(self) -> None:
        """Show the panes that there is room for, the current one among them."""
        panes = list(self.query(Pane))
        left, every = set(self.left), {pane.id or "" for pane in panes}
        right = every.difference(LIST, TODAY)
        if self.shows_all:
            visible = left | right
        elif self.current in left and not self.is_zoomed:
            visible = left
        else:
            visible = {self.current}
        if visible == self.shown and self.shows_all == self.has_class("-wide"):
            return
        self.set_class(self.left is TODAY, "-today")
        self.set_class(self.shows_all, "-wide")
        for pane in panes:
            pane.display = pane.id in visible
        self.query_one("#left").display = not visible.isdisjoint(left)
        self.query_one("#right").display = not visible.isdisjoint(right)
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
                self._make_current(node.id)

    def _make_current(self, pane: str) -> None:
        self.current = pane
        for side in (LIST, TODAY):
            if pane in side:
                self.left = side
        self.lay_out()
