"""The line above a list that says what is to be left in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterLine(Input):
    """Hidden until it is opened. The list is filtered while it is typed in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down,tab", "submit", "To the list", key_display="Enter", id="filter.done"),
        Binding("escape", "screen.leave_field", "All", key_display="Esc", id="filter.leave"),
    ]

    @dataclass
    class Done(Message):
        """All is typed: on to the list."""

        line: FilterLine

        @property
        def control(self) -> FilterLine:
            """The line."""
            return self.line

    def __init__(self, *, id: str, placeholder: str) -> None:  # noqa: A002
        super().__init__(id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.display = False

    def open(self) -> None:
        """Show the line and type in it."""
        self.display = True
        self.focus()

    def close(self) -> None:
        """Hide the line; what was typed is forgotten."""
        self.display = False
        self.value = ""

    async def action_submit(self) -> None:
        """On to the list; the filter stays."""
        self.post_message(self.Done(self))
