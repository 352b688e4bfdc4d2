"""A text to read, and to take along."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from afterview_tui.tui.kit.page import PageScreen

# A text, or what lays it out for so many columns.
Text = str | Callable[[int], str | Content]


class Reading(PageScreen[None]):
    """Shows a text on a page that scrolls. `stem` names the file that a copy goes to."""

    def __init__(self, title: str, text: Text, stem: str) -> None:
        super().__init__()
        self._heading = title
        self._text = text
        self._stem = stem

    def heading(self) -> tuple[str, str]:
        """What the text is."""
        return self._heading, ""

    def page(self, width: int) -> str | Content:
        """The text."""
        return self._text if isinstance(self._text, str) else self._text(width)

    def stem(self) -> str:
        """What the file of a copy is called."""
        return self._stem
