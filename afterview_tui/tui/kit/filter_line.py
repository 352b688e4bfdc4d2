"""The line above a list that says what is to be left in it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from afterview_tui.tui.keys import binding
from afterview_tui.tui.kit.finder import Finder


class FilterLine(Finder):
    """A finder that is hidden until it is opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding("filter.done"),
        binding("filter.leave"),
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
