"""A card: a name, and below it what is known, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from afterview_tui.domain.person_card import Part
from afterview_tui.tui.kit.plain import plain

MOST_PARTS = 9


class Card(VerticalScroll):
    """Shows the parts of a card. Its widgets stay: the cursor of the list runs on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False, tooltip="Read on", id="card.down"),
        Binding("k", "scroll_up", "Up", show=False, tooltip="Read back", id="card.up"),
    ]

    def compose(self) -> ComposeResult:
        """A heading and its lines, as often as there may be parts."""
        for number in range(MOST_PARTS):
            yield Static(id=f"card-heading-{number}", classes="heading", markup=False)
            yield Static(id=f"card-lines-{number}", classes="lines", markup=False)

    def show(self, parts: Sequence[Part]) -> None:
        """Show these parts, from the beginning."""
        for number in range(MOST_PARTS):
            heading = self.query_one(f"#card-heading-{number}", Static)
            lines = self.query_one(f"#card-lines-{number}", Static)
            part = parts[number] if number < len(parts) else Part("", ())
            heading.update(plain(part.heading))
            lines.update(plain("\n".join(part.lines)))
            heading.display, lines.display = bool(part.heading), bool(part.lines)
        self.scroll_home(animate=False)
