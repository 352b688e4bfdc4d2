"""All keys on one page, made from the table."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from afterview_tui.tui import keys
from afterview_tui.tui.keys import Where
from afterview_tui.tui.plain import plain

INTRODUCTION = (
    "After an interview, four things: brief your references, thank each person you met in a"
    " letter of their own, ask politely how things stand, learn for the next. The lines under"
    " “Four steps” follow from what is on file: mark a letter sent and its line is done."
    " Everything is saved as you type.",
    "To paste, use your terminal's own paste, often Ctrl+Shift+V. To select text with the mouse,"
    " hold Shift, or Option on a Mac, while you drag.",
)


class Help(ModalScreen[None]):
    """The keys, by where they work."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,question_mark,f1",
            "dismiss(None)",
            "Back",
            tooltip="Close the help",
            id="help.back",
        ),
        Binding("j,down", "scroll(2)", "Down", show=False, tooltip="Scroll down", id="help.down"),
        Binding("k,up", "scroll(-2)", "Up", show=False, tooltip="Scroll up", id="help.up"),
    ]

    def __init__(self, first: Where) -> None:
        """`first` is where the user is now: those keys come first."""
        super().__init__()
        self._first = first

    def compose(self) -> ComposeResult:
        """One scrolling page."""
        with VerticalScroll(id="help") as box:
            box.border_title = plain("Help")
            box.border_subtitle = plain("j k scroll   Esc back")
            yield Static(_page(self._first), markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)


def _page(first: Where) -> Content:
    sections = {
        where: [f"  {label:<15}{says}" for _, label, says in rows]
        for where, rows in groupby(keys.table(), key=lambda row: row[0])
    }
    order = sorted(sections, key=lambda where: where != first)
    parts: list[Content] = []
    for where in order:
        parts += [Content.styled(where, "bold $text-accent"), *map(Content, sections[where])]
        parts.append(Content(""))
    for paragraph in INTRODUCTION:
        parts += [Content(paragraph), Content("")]
    return Content("\n").join(parts)
