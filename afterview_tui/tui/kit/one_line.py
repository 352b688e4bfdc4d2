"""A line of text that changes often."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class OneLine(Static):
    """Shows one line. Nothing around it moves when it changes, so nothing is laid out anew."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self.auto_links = False  # what can be clicked keeps its own look
        self._said = Content("")

    def say(self, content: Content) -> None:
        """Show this, unless it is shown already."""
        if not content.is_same(self._said):
            self._said = content
            self.update(content, layout=False)
