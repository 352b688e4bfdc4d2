"""A part of a journal as it is read: its heading, and below it a line for each thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rich.cells import chop_cells
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from afterview_tui.domain import text as texts
from afterview_tui.domain.columns import broken
from afterview_tui.pages.page_lines import WIDTH
from afterview_tui.tui.kit.plain import line, plain

_INDENT = "  "
_NARROWEST = 10


@dataclass(frozen=True)
class Entry(Visual):
    """The text is set in from its heading, if it has one, and no wider than a page.

    A list of hundreds asks each of its entries how high it is, but shows a few.
    """

    heading: str
    text: str

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The heading and the lines."""
        above = [line(self.heading, "$text-accent").truncate(width, ellipsis=True)]
        rows = [*(above if self.heading else []), *map(plain, _rows(self.text, width))]
        return Content("\n").join(rows).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: Any, container_width: int) -> int:
        """As wide as the list."""
        return container_width

    def get_height(self, rules: Any, width: int) -> int:
        """One for the heading, and the lines."""
        return bool(self.heading) + len(_rows(self.text, width))


@lru_cache(maxsize=4_096)
def _rows(text: str, width: int) -> tuple[str, ...]:
    """The lines of a text. What goes on from a line is set in a little more."""
    room = max(_NARROWEST, min(WIDTH, width) - 2 * len(_INDENT))
    rows = []
    for one in texts.lines(text):
        # What takes no column, such as half a Korean letter, is no piece to `chop_cells`.
        pieces = [p for words in broken(one, room) for p in chop_cells(words, room) or [words]]
        first, *others = pieces
        rows += [f"{_INDENT}{first}", *(f"{_INDENT * 2}{other}" for other in others)]
    return tuple(rows)
