"""A page of plain text to read, to copy and to print."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from afterview_tui.domain.text import clean
from afterview_tui.handoff.text_files import write_text
from afterview_tui.pages.page_lines import WIDTH
from afterview_tui.pages.sheet import Sheet
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.plain import line, plain
from afterview_tui.tui.kit.scrolling import Scrolling

BOX = 84  # columns, where there is room
EDGES = 4  # columns: the borders, a space, and the scrollbar
NARROWEST = 40  # columns that a page is made for: in fewer, its lines are broken once more
AROUND = 3  # lines: the borders, the keys
FEWEST = 3  # lines of the text, however small the window is

Answer = TypeVar("Answer")


class PageScreen(Scrolling, Place[Answer | None], ModalScreen[Answer | None]):
    """A subclass says what stands on the page, made for a width."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.READING)]

    def compose(self) -> ComposeResult:
        """The page, what is below it, and the keys."""
        with Vertical(id="page") as box:
            box.styles.width = BOX
            with VerticalScroll(id="page-text", can_focus=False):
                yield Static(id="page-words", markup=False)
            yield from self.below()
            yield Footer()

    def on_mount(self) -> None:
        """Show the page."""
        self.show()

    def on_resize(self) -> None:
        """Another width, other lines."""
        self.show()

    @property
    def scrolled(self) -> Widget:
        """The text."""
        return self.query_one("#page-text")

    @abstractmethod
    def heading(self) -> tuple[str, str]:
        """What stands in the border: above, and below."""

    @abstractmethod
    def page(self, width: int) -> str | Content:
        """The text."""

    @abstractmethod
    def stem(self) -> str:
        """What the file of a copy is called."""

    def below(self) -> ComposeResult:
        """What stands between the text and the keys, if there is anything."""
        yield from ()

    def lines_below(self) -> int:
        """How many lines that takes."""
        return 0

    def show(self) -> None:
        """Show what stands on the page now. It scrolls where the window is too small for it."""
        size = self.app.size
        room = max(NARROWEST, min(BOX, size.width) - EDGES)
        words = self.page(min(WIDTH, room))
        shown = plain(words) if isinstance(words, str) else words
        self.query_one("#page-words", Static).update(shown)
        highest = max(FEWEST, size.height - AROUND - self.lines_below())
        self.scrolled.styles.max_height = highest
        above, below = self.heading()
        if shown.plain.count("\n") >= highest:
            below = " · ".join(filter(None, [below, f"{key('reading.page_down')} reads on"]))
        box = self.query_one("#page")
        box.border_title, box.border_subtitle = line(above), line(below)

    @property
    def text(self) -> str:
        """The text as it goes out of the program."""
        page = self.page(WIDTH)
        return clean(page if isinstance(page, str) else page.plain)

    def action_copy(self) -> None:
        """Copy the text."""
        self.afterview.copy_text(self.text, self.stem())

    def action_send(self) -> None:
        """Write the text to a file, and say where it is."""
        with self.reporting():
            path = write_text(self.afterview.folder, self.stem(), f"{self.text}\n")
            self.afterview.say(f"Ready to print: {path}", seconds=8)

    @property
    def called(self) -> str:
        """What stands in the border above."""
        return self.heading()[0]

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(None)


def on_screen(sheet: Sheet, lines: Sequence[str]) -> Content:
    """These lines of a sheet: what stands above in bold, where a thing comes from dimmed."""

    def styled(one: str) -> Content:
        if one in sheet.headings:
            return plain(one, "bold")
        source = next((source for source in sheet.sources if one.endswith(source)), "")
        words = plain(one.removesuffix(source))
        return Content.assemble(words, plain(source, "$foreground-muted")) if source else words

    return Content("\n").join(map(styled, lines))
