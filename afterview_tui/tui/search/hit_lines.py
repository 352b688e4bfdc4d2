"""The lines of what was found: the heading of each section, its hits, and how many more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.cells import cell_len
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.found import Hit, Results
from afterview_tui.domain.found_words import Asked, Passage, passage, whole
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.plain import line, plain, spread

MARK = "bold underline $text-accent"
_MORE = "more-"
_LONGEST_NAME = 300  # characters; a question may be a page
_NARROWEST = 20  # columns that a name keeps beside what is said of it


@dataclass(frozen=True)
class HitLines(Visual):
    """A name with what is said of it at its right, and below it the passage with the words.

    Only the lines in view are drawn.
    """

    hit: Hit
    wanted: Asked
    today: date

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """One line or two, cut to the width."""
        right = marked(whole(_beside(self.hit, self.today), self.wanted), "$foreground-muted")
        room = max(0, width - _NARROWEST, width - cell_len(self.hit.name) - 2)
        right = right.truncate(room, ellipsis=True)
        name = marked(whole(self.hit.name, self.wanted))
        if name.cell_length > width - right.cell_length:
            name = marked(passage(self.hit.name, self.wanted, _LONGEST_NAME))
        rows = [spread(name, right, width)]
        if self.hit.passage.text:
            label = Content.styled(f"  {self.hit.label}: ", "$foreground-muted")
            below = Content.assemble(label, marked(self.hit.passage))
            rows.append(below.truncate(width, ellipsis=True))
        return Content("\n").join(rows).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: Any, container_width: int) -> int:
        """As wide as the list."""
        return container_width

    def get_height(self, rules: Any, width: int) -> int:
        """A line for the name, one for a passage."""
        return 2 if self.hit.passage.text else 1


def marked(found: Passage, style: str = "") -> Content:
    """A passage, with the words that were looked for marked in it."""
    content = plain(found.text, style)
    for start, end in found.marks:
        content = content.stylize(MARK, start, end)
    return content


def hit_id(hit: Hit) -> str:
    """What tells a hit from all others."""
    return f"{hit.section.name}-{hit.record}-{hit.id}-{hit.field}"


def section_asked_for(option_id: str) -> str:
    """The section whose further hits a line stands for, by its name; nothing for other lines."""
    return option_id.removeprefix(_MORE) if option_id.startswith(_MORE) else ""


def options(results: Results, today: date) -> Iterator[Option]:
    """Every section with its hits."""
    for found in results.sections:
        name = found.section.value.upper()
        yield _quiet(f"{name}  {counted(found.number, is_more=found.is_more)}", found.section.name)
        for hit in found.hits:
            yield Option(HitLines(hit, results.wanted, today), id=hit_id(hit))
        if (left := found.number - len(found.hits)) > 0:
            words = f"{counted(left, is_more=found.is_more)} more: {key('form.enter')} shows them"
            yield Option(line(words, "$foreground-muted"), id=f"{_MORE}{found.section.name}")


def first_hit(results: Results) -> Hit | None:
    """The hit that stands first."""
    return next((hit for found in results.sections for hit in found.hits), None)


def hit_with(results: Results, option_id: str | None) -> Hit | None:
    """The hit on the line with this id."""
    every = (hit for found in results.sections for hit in found.hits)
    return next((hit for hit in every if hit_id(hit) == option_id), None)


def counted(number: int, *, is_more: bool) -> str:
    """`12`, or `100+` where not all were counted."""
    return f"{number}+" if is_more else str(number)


def _beside(hit: Hit, today: date) -> str:
    day = dates.short(hit.held_on, today) if hit.held_on is not None else ""
    return " · ".join(filter(None, [hit.about, day]))


def _quiet(words: str, name: str) -> Option:
    return Option(line(words, "$foreground-muted"), id=f"section-{name}", disabled=True)
