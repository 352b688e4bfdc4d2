"""A page of plain text to read, and to take along."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.plain import line, plain

if TYPE_CHECKING:
    from afterview_tui.tui.app import AfterviewApp

COPIED_WIDTH = 76  # columns; what an e-mail takes without breaking lines
NARROWEST = 24  # columns; below that nothing can be laid out

# A text, or what lays it out for so many columns.
Text = str | Callable[[int], str | Content]


class Sheet(Static):
    """A text that is laid out for its width."""

    def __init__(self, lay_out: Callable[[int], Content]) -> None:
        super().__init__(markup=False)
        self._lay_out = lay_out

    def on_resize(self, event: events.Resize) -> None:
        """Another width, other lines."""
        self.update(self._lay_out(max(NARROWEST, event.size.width)))


class Reading(ModalScreen[None]):
    """Shows a text on a page that scrolls. `stem` names the file that a copy goes to."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.READING)]

    def __init__(self, title: str, text: Text, stem: str) -> None:
        super().__init__()
        self._heading = title
        self._text = text
        self._stem = stem

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll(id="page", can_focus=False) as page:
            page.border_title = line(self._heading)
            page.border_subtitle = plain("j k scroll   y copy   Esc back")
            yield Sheet(self.content)

    def content(self, width: int) -> Content:
        """What stands on the page."""
        text = self._text if isinstance(self._text, str) else self._text(width)
        return plain(text) if isinstance(text, str) else text

    def action_copy(self) -> None:
        """Copy the text."""
        cast("AfterviewApp", self.app).copy_text(self.content(COPIED_WIDTH).plain, self._stem)

    def action_read_on(self, lines: int) -> None:
        """Scroll by lines."""
        self._page.scroll_relative(y=lines, animate=False)

    def action_read_page(self, pages: int) -> None:
        """Scroll by pages, with one line of the last page left in view."""
        step = max(1, self._page.scrollable_content_region.height - 1)
        self._page.scroll_relative(y=pages * step, animate=False)

    def action_read_from(self, end: str) -> None:
        """Scroll to the beginning or the end."""
        if end == "first":
            self._page.scroll_home(animate=False)
        else:
            self._page.scroll_end(animate=False)

    def action_back(self) -> None:
        """Close the page."""
        self.dismiss(None)

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)
