"""The line above a list that says what is to be left in it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from afterview_tui.tui.kit.finder import Finder


class FilterLine(Finder):
    """A finder that is hidden until it is opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,tab", "submit", "To the list", key_display="Enter", id="filter.done"),
        Binding("escape", "screen.leave_field", "All", key_display="Esc", id="filter.leave"),
    ]

    def on_mount(self) -> None:
        """Nothing is filtered at first."""
        self.display = False

    def open(self) -> None:
        """Show the line and type in it."""
        self.display = True
        self.focus()

    def close(self) -> None:
        """Hide the line; what was typed is forgotten."""
        self.display = False
        self.value = ""
