"""A bare Textual app of the same shape, with nothing behind it: what we measure against."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import DataTable, Footer, Header, Static, TextArea


class Bare(App[None]):
    """Four panes and two hundred rows."""

    BINDINGS: ClassVar[list[BindingType]] = [("f4", "write", "Write")]

    def compose(self) -> ComposeResult:
        """The panes."""
        yield Header()
        with Horizontal():
            with Vertical():
                yield DataTable[str](cursor_type="row")
                yield Static("Four steps")
            with Vertical():
                yield TextArea("Dear hiring team,")
                yield Static("What went well")
        yield Footer()

    def on_mount(self) -> None:
        """The rows."""
        table = self.query_one(DataTable)
        table.add_columns("Employer", "Role", "When")
        for number in range(200):
            table.add_row(f"Company {number:04}", "Hygienist", "Fri 20 Nov")
        table.focus()

    def action_write(self) -> None:
        """Put the focus on the text."""
        self.query_one(TextArea).focus()


if __name__ == "__main__":
    Bare().run()
