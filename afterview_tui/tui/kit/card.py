"""A card: a name, and below it what is known, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from afterview_tui.domain.person_card import Part
from afterview_tui.tui.kit.plain import plain

MOST_PARTS = 9
SET_IN = 2  # columns, of the lines below a heading


class Card(VerticalScroll):
    """Shows the parts of a card."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False, tooltip="Read on", id="card.down"),
        Binding("k", "scroll_up", "Up", show=False, tooltip="Read back", id="card.up"),
    ]
    _parts: Sequence[Part] = ()
    _made_for = 0

    def compose(self) -> ComposeResult:
        """All parts are one text."""
        yield Static(id="card-text", markup=False)

    def show(self, parts: Sequence[Part]) -> None:
        """Show these parts, from the beginning."""
        self._parts = parts[:MOST_PARTS]
        self._make()
        self.scroll_home(animate=False)

    def watch_virtual_size(self) -> None:
        """Another width, other lines."""
        if self.scrollable_content_region.width != self._made_for:
            self._make()

    def _make(self) -> None:
        if width := self.scrollable_content_region.width:  # else at the first layout
            self._made_for = width
            lines = [
                line for number, part in enumerate(self._parts) for line in _of(part, number, width)
            ]
            self.query_one("#card-text", Static).update(Content("\n").join(lines))


def _of(part: Part, number: int, width: int) -> Iterator[Content]:
    """The lines of a part. The first is about what the whole card is about."""
    if part.heading:
        yield from [Content("")] if number else []
        style = "$foreground-muted" if number else "bold $text-accent"
        yield from plain(part.heading, style).wrap(width)
    if part.lines:
        by = SET_IN if number else 0
        for one in plain("\n".join(part.lines)).wrap(max(1, width - by)):
            yield Content(" " * by) + one
