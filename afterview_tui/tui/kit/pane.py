"""What the panes share."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from afterview_tui.tui.base import afterview
from afterview_tui.tui.keys import Where, key, works_while_typing
from afterview_tui.tui.kit.plain import line


class OfLines:
    """A text of several lines: `TextBox`, which is loaded when the first is shown."""


def is_text(focused: Widget | None) -> bool:
    """Whether plain keys are letters, because they go into a text."""
    return isinstance(focused, OfLines | Input)


class Pane(Vertical):
    """A bordered part of the main screen: the id of the key that goes there, its name, its keys."""

    KEY: ClassVar[str]
    NAME: ClassVar[str]
    WHERE: ClassVar[Where]
    WRITES: ClassVar[str] = ""  # the key that leads into its text, where the pane has the focus
    called = ""
    _titled = ""
    _said_below = ""

    def say_title(self, *about: str) -> None:
        """Show the pane's key, its name and what it is about."""
        self.called = " · ".join([self.NAME, *filter(None, about)])
        title = line(f"{key(self.KEY)} {self.called}")
        if title.plain != self._titled:
            self._titled = title.plain
            self.border_title = title

    def say_below(self, words: str | Content) -> None:
        """Say something in the lower border, where it takes no room."""
        below = line(words) if isinstance(words, str) else words
        if below.plain != self._said_below:
            self._said_below = below.plain
            self.border_subtitle = below

    def tell(self, words: str) -> None:
        """Say in passing why a key does nothing here."""
        afterview(self).say(words)

    def on_key(self, event: events.Key) -> None:
        """Whoever begins to type where plain keys are commands is told which one writes.

        A key that does nothing is mostly the first letter of what they mean to write.
        """
        is_typed = self.WRITES and self.has_focus and event.is_printable
        if is_typed and event.key not in self.screen.active_bindings:
            self.tell(f"Plain keys are commands here. {key(self.WRITES)} writes.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a text is written, the keys of the pane are letters."""
        return works_while_typing(action, parameters) or not is_text(self.screen.focused)

    @abstractmethod
    def take_focus(self) -> None:
        """Put the focus where this pane is used from."""

    @abstractmethod
    def copy(self) -> None:
        """Copy what the cursor is at."""
