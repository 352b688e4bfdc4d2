"""What the panes share."""

from __future__ import annotations

from textual.containers import Vertical

from afterview_tui.tui.keys import works_while_typing
from afterview_tui.tui.plain import line
from afterview_tui.tui.widgets.writer import Writer


class Pane(Vertical):
    """A bordered part of the main screen, with a number and a name."""

    NUMBER = 0
    NAME = ""
    _titled = ""

    def say_title(self, *about: str) -> None:
        """Show the pane's number, its name and what it is about."""
        title = line(" · ".join([f"{self.NUMBER} {self.NAME}", *filter(None, about)]))
        if title.plain != self._titled:
            self._titled = title.plain
            self.border_title = title

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a text is written, the keys of the pane are letters."""
        return works_while_typing(action) or not isinstance(self.screen.focused, Writer)

    def take_focus(self) -> None:
        """Put the focus where this pane is used from."""
        raise NotImplementedError
