"""Reading on in a text that does not have the focus itself."""

from __future__ import annotations

from abc import abstractmethod

from textual.widget import Widget


class Scrolling:
    """The keys by which a text is read. `scrolled` is the widget that has it."""

    @property
    @abstractmethod
    def scrolled(self) -> Widget:
        """What is scrolled."""

    def action_scroll_text(self, lines: int) -> None:
        """Read on, or back, by lines."""
        self.scrolled.scroll_relative(y=lines, animate=False)

    def action_scroll_page(self, pages: int) -> None:
        """Read on, or back, by pages."""
        self.scrolled.scroll_relative(y=pages * self.scrolled.size.height, animate=False)

    def action_read_from(self, end: str) -> None:
        """Go to the beginning or the end."""
        if end == "first":
            self.scrolled.scroll_home(animate=False)
        else:
            self.scrolled.scroll_end(animate=False)
