"""All keys on one page, made from the table."""

from __future__ import annotations

import textwrap

from textual.content import Content

from afterview_tui.tui import keys
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.reading_page import Reading

INTRODUCTION = (
    "After an interview, four things: brief your references, thank each person you met in a"
    " letter of their own, ask politely how things stand, learn for the next. The lines under"
    " “Four steps” follow from what is on file: mark a letter sent and its line is done."
    " Everything is saved as you type.",
    "To paste, use your terminal's own paste, often Ctrl+Shift+V. To select text with the mouse,"
    " hold Shift, or Option on a Mac, while you drag.",
)


class AnyHelp(Reading):
    """A page that the key for help opens, and closes again."""

    def action_help(self) -> None:
        """Close the help."""
        self.dismiss(None)


class Help(AnyHelp):
    """The keys, by where they work."""

    def __init__(self, first: Where) -> None:
        """`first` is where the user is now: those keys come first."""
        super().__init__("Help", lambda width: _page(first, width), "keys")


def _page(first: Where, width: int) -> Content:
    order = sorted({row[0]: None for row in keys.table()}, key=lambda where: where != first)
    parts: list[Content] = []
    for where in order:
        lines = map(Content, rows_of(Where(where), width))
        parts += [Content.styled(where, "bold $text-accent"), *lines]
        parts.append(Content(""))
    for paragraph in INTRODUCTION:
        parts += [Content(paragraph), Content("")]
    return Content("\n").join(parts)


def rows_of(where: Where, width: int) -> list[str]:
    """The keys of one place, laid out for a width."""
    return [_row(label, says, width) for place, label, says in keys.table() if place == where]


def _row(label: str, says: str, width: int) -> str:
    """A key and what it does, in a column of its own."""
    key = f"  {label:<15}"
    return textwrap.fill(
        says, width, initial_indent=key, subsequent_indent=" " * len(key), break_on_hyphens=False
    )
