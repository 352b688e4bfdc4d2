"""All keys on one page, made from the table."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from afterview_tui.tui import keys
from afterview_tui.tui.dialogs.reading import Reading
from afterview_tui.tui.keys import Where

INTRODUCTION = (
    "After an interview, four things: brief your references, thank each person you met in a"
    " letter of their own, ask politely how things stand, learn for the next. The lines under"
    " “Four steps” follow from what is on file: mark a letter sent and its line is done."
    " Everything is saved as you type.",
    "To paste, use your terminal's own paste, often Ctrl+Shift+V. To select text with the mouse,"
    " hold Shift, or Option on a Mac, while you drag.",
)


class Help(Reading):
    """The keys, by where they work."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,f1",
            "close",
            "Close",
            show=False,
            tooltip="Close the help",
            id="help.close",
        ),
    ]

    def __init__(self, first: Where) -> None:
        """`first` is where the user is now: those keys come first."""
        super().__init__("Help", lambda width: _page(first, width), "keys")


def _page(first: Where, width: int) -> Content:
    sections = {
        where: [_row(label, says, width) for _, label, says in rows]
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


def _row(label: str, says: str, width: int) -> str:
    """A key and what it does, in a column of its own."""
    key = f"  {label:<15}"
    return textwrap.fill(
        says, width, initial_indent=key, subsequent_indent=" " * len(key), break_on_hyphens=False
    )
