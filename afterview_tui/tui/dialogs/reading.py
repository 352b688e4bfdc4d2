"""A text to read, and to take along."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from afterview_tui.domain.text import clean
from afterview_tui.letters.page import WIDTH
from afterview_tui.tui.dialogs.page import PageScreen
from afterview_tui.tui.keys import Where, bindings

# A text, or what lays it out for so many columns.
Text = str | Callable[[int], str | Content]


class Reading(PageScreen[None]):
    """Shows a text on a page that scrolls. `stem` names the file that a copy goes to."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.READING)]

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

    def action_read_from(self, end: str) -> None:
        """Go to the beginning or the end."""
        text = self.query_one("#page-text")
        if end == "first":
            text.scroll_home(animate=False)
        else:
            text.scroll_end(animate=False)

    def action_copy(self) -> None:
        """Copy the text."""
        page = self.page(WIDTH)
        text = page if isinstance(page, str) else page.plain
        self.afterview.copy_text(clean(text), self._stem)

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(None)
