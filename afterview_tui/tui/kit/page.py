"""A page of plain text to read, with what can be done about it below."""

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
from afterview_tui.pages.page_lines import WIDTH
from afterview_tui.pages.sheet import Sheet
from afterview_tui.tui.keys import Where, bindings
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
    """A subclass says what stands on the page and below it; both are made for a width."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.READING)]

    def compose(self) -> ComposeResult:
        """The page, what is below it, and the keys."""
        with Vertical(id="page") as box:
            box.styles.width = BOX
            with VerticalScroll(id="page-text", can_focus=False):
                yield Static(id="page-words", markup=False)
            foot = Static(id="page-foot", markup=False)
            foot.auto_links = False  # what can be clicked keeps its own look
            yield foot
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

    def foot(self, width: int) -> Sequence[Content]:
        """The lines below it, if there are any."""
        return ()

    def show(self) -> None:
        """Show what stands on the page now. It scrolls where the window is too small for it."""
        size = self.app.size
        room = max(NARROWEST, min(BOX, size.width) - EDGES)
        foot = self.foot(room)
        box, text = self.query_one("#page"), self.query_one("#page-text")
        above, below = self.heading()
        box.border_title, box.border_subtitle = line(above), line(below)
        below_it = self.query_one("#page-foot", Static)
        below_it.display = bool(foot)
        below_it.update(Content("\n").join(foot))
        below_the_text = len(foot) + 1 if foot else 0  # with the rule above it
        text.styles.max_height = max(FEWEST, size.height - AROUND - below_the_text)
        words = self.page(min(WIDTH, room))
        shown = plain(words) if isinstance(words, str) else words
        self.query_one("#page-words", Static).update(shown)

    @property
    def text(self) -> str:
        """The text as it goes out of the program."""
        page = self.page(WIDTH)
        return clean(page if isinstance(page, str) else page.plain)

    def action_copy(self) -> None:
        """Copy the text."""
        self.afterview.copy_text(self.text, self.stem())

    @property
    def called(self) -> str:
        """What stands in the border above."""
        return self.heading()[0]

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(None)


def flowed(parts: Sequence[Content], width: int) -> list[Content]:
    """The parts beside each other, on as many lines as it takes."""
    lines: list[Content] = []
    for part in parts:
        joined = Content.assemble(lines[-1], "   ", part) if lines else part
        if lines and joined.cell_length <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines


def on_screen(sheet: Sheet, lines: Sequence[str]) -> Content:
    """These lines of a sheet: what stands above in bold, where a thing comes from dimmed."""

    def styled(one: str) -> Content:
        if one in sheet.headings:
            return plain(one, "bold")
        source = next((source for source in sheet.sources if one.endswith(source)), "")
        words = plain(one.removesuffix(source))
        return Content.assemble(words, plain(source, "$foreground-muted")) if source else words

    return Content("\n").join(map(styled, lines))
