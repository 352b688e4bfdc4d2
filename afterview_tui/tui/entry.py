"""A part of a journal as it is read: its heading, and below it a line for each thing."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from afterview_tui.domain import text as texts
from afterview_tui.letters.page import WIDTH, broken
from afterview_tui.tui.plain import plain

_INDENT = "  "


def entry(heading: str | Content, text: str, width: int) -> Content:
    """The heading and the text, set in from it and no wider than a page."""
    above = heading if isinstance(heading, Content) else plain(heading, "$text-accent")
    return Content("\n").join([above, *body(text, width)])


def body(text: str, width: int) -> Iterator[Content]:
    """The lines of a text. What goes on from a line is set in a little more."""
    room = max(10, min(WIDTH, width) - 2 * len(_INDENT))
    for line in texts.lines(text):
        first, *others = broken(line, room)
        yield plain(f"{_INDENT}{first}")
        yield from (plain(f"{_INDENT * 2}{one}") for one in others)
