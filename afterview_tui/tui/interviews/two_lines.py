"""Two lines of a list that are only made when they come into view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from afterview_tui.tui.kit.plain import line, plain, spread


@dataclass(frozen=True)
class TwoLines(Visual):
    """A title with marks and a word at its right, and a quieter line below.

    A list of thousands asks each of its lines how high it is, but shows a few.
    """

    title: str
    marks: str
    word: str
    below: str

    def __str__(self) -> str:
        return f"{self.title}\n{self.below}"

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Both lines, cut to the width."""
        right = Content.assemble((self.marks, "$text-accent"), plain(f"{self.word:>7}"))
        first = spread(line(self.title, "bold"), right, width)
        second = line(self.below, "$foreground-muted").truncate(width, ellipsis=True)
        return Content("\n").join([first, second]).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: Any, container_width: int) -> int:
        """As wide as the list."""
        return container_width

    def get_height(self, rules: Any, width: int) -> int:
        """Two, at any width."""
        return 2
