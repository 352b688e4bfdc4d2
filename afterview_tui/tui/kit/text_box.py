"""Where texts of several lines are typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from afterview_tui.tui.kit.pane import OfLines


class TextBox(OfLines, TextArea):
    """A text area whose undo and redo neither end the program nor break lines in wrong places.

    A text that is only read stays as it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "go_to_end(-1)", "Beginning", show=False, id="text_box.first"),
        Binding("ctrl+end", "go_to_end(1)", "End", show=False, id="text_box.last"),
    ]

    _is_stepping = False

    def action_go_to_end(self, way: int) -> None:
        """Go to the beginning of the text, or to its end."""
        self.move_cursor(self.document.end if way > 0 else (0, 0))

    @property
    def line_begins(self) -> tuple[int, int]:
        """Up to where a line is deleted that way."""
        row, _ = self.cursor_location
        return row, 0

    def action_delete_to_start_of_line(self) -> None:
        """Delete what is before the cursor; pressed once more, the lines above stay.

        Textual would go on with them, and whoever holds the key loses what they read past.
        """
        start, end = sorted((self.selection.end, self.line_begins))
        if not self.read_only and start < end:
            self._delete_via_keyboard(start, end)

    def undo(self) -> None:
        """Take back the last edits."""
        if not self.read_only:
            with self._stepping():
                super().undo()

    def redo(self) -> None:
        """Do the edits again that were taken back last."""
        if not self.read_only:
            with self._stepping():
                super().redo()

    @contextmanager
    def _stepping(self) -> Iterator[None]:
        self._is_stepping = True
        try:
            yield
        finally:
            self._is_stepping = False

    def _refresh_size(self) -> None:
        if self._is_stepping:
            # Textual changes the text, measures it, and only then moves the cursor. Where the
            # scrollbar comes or goes with that, the cursor is looked for in lines that are gone.
            # It also breaks anew only those lines that it takes for changed.
            self.wrapped_document.wrap(self.wrap_width, self.indent_width)
            self.selection = self.selection  # what is set is brought back into the text
        super()._refresh_size()


def say_too_long(box: Widget, words: str) -> None:
    """Say in passing that a paste was left out because it is too long."""
    box.app.notify(words, title="Too long to paste", severity="warning", markup=False)
