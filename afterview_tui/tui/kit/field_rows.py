"""The rows of a form: what each is called, what is typed in it, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from afterview_tui.tui.kit.choice import Choice
from afterview_tui.tui.kit.form_fields import Entry, Field, Hint, Values, left
from afterview_tui.tui.kit.plain import plain

LABEL = 16  # columns
SAID = 40  # hundredths of the width, for what is said of a field
NARROWEST = 14  # columns that are left to type in

_LABEL, _SAID, _PROBLEM = "fields--label", "fields--said", "fields--problem"

_CUT: RulesMap = {"text_overflow": "ellipsis", "text_wrap": "nowrap"}
_WRAPPED: RulesMap = {"text_overflow": "ellipsis", "text_wrap": "wrap"}


@dataclass(slots=True)
class Row:
    """One row; `entry` is None while it is folded away. `hint` is what was made `said` of."""

    field: Field
    entry: Widget | None
    label: Content
    said: Content
    hint: Hint

    @classmethod
    def of(cls, one: Field, entry: Widget | None = None) -> Row:
        """The row of a field."""
        return cls(one, entry, plain(one.label), Content(""), Hint())

    @property
    def typed(self) -> str:
        """What it holds, cleaned. One that is folded away holds what is on file."""
        if self.entry is None:
            return left(self.field, self.field.value)
        return cast("Entry", self.entry).said


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the parts of a row are, in columns and lines of the form."""

    row: Row
    label: Region
    entry: Region
    said: Region


def in_a_row(row: Row, area: Region, label: int = LABEL) -> Placed:
    """The label, the entry, and at the right what is said, if anything is."""
    x, y, width, _ = area
    room = width - width * SAID // 100 if row.said else width
    room = max(min(NARROWEST, width - label), room - label)
    lines = row.field.lines
    if isinstance(row.entry, Choice):
        lines = row.entry.get_content_height(area.size, area.size, room - 2)
    end = x + label + room
    return Placed(
        row,
        Region(x, y, label, max(lines, row.label.get_height({}, label))),
        Region(x + label, y, room, lines),
        Region(end + 1, y, max(0, x + width - end - 1), row.field.lines) if row.said else Region(),
    )


class Fields(VerticalScroll):
    """The rows, one below the other. A widget each: the form itself draws what stands around it.

    Those without an entry are folded away to a line that names them, until `make` makes theirs.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {_LABEL, _SAID, _PROBLEM}
    # Lines of a screen that are not fields: above the form, its border, what it says, its keys, and
    # the last line of all, which stays in sight below it.
    AROUND = 9

    def __init__(self, rows: Sequence[Row], make: Callable[[Field], Widget]) -> None:
        super().__init__(id="fields", can_focus=False)
        self.rows = {row.field.name: row for row in rows}
        self._make = make
        self._arranging = _Arranging(self)

    def compose(self) -> ComposeResult:
        """What is typed in."""
        yield from (row.entry for row in self.rows.values() if row.entry is not None)

    @property
    def values(self) -> Values:
        """What they hold, cleaned."""
        return {name: row.typed for name, row in self.rows.items()}

    @property
    def folded(self) -> Sequence[Row]:
        """The rows that are folded away."""
        return [row for row in self.rows.values() if row.entry is None]

    def entry(self, name: str) -> Widget:
        """What a field is typed in. If it was folded away, all of them are there from now on."""
        entry = self.rows[name].entry
        if entry is None:
            folded = self.folded
            for row in folded:
                row.entry = self._make(row.field)
            self.mount(*(row.entry for row in folded if row.entry is not None))
            entry = self.entry(name)
        return entry

    def put(self, name: str, value: str) -> None:
        """Have a field hold this."""
        cast("Entry", self.entry(name)).said = value

    def say(self, row: Row, said: Content, hint: Hint) -> None:
        """Have this said of a row, which may be called something else from then on."""
        label = plain(hint.label) if hint.label else row.label
        is_same = row.said.is_same(said) and row.hint.is_problem is hint.is_problem
        moves = bool(row.said) is not bool(said) or row.label != label
        row.said, row.hint, row.label = said, hint, label
        if moves and row.entry is not None:
            row.entry.refresh(layout=True)
        if moves or not is_same:
            self.refresh()

    def fit(self, size: Size) -> None:
        """Take as many lines as a screen of this size has for them."""
        self.styles.max_height = max(1, size.height - self.AROUND)

    def placed(self, width: int) -> Iterator[Placed]:
        """Where the rows are, at that width."""
        y = 0
        for row in self.rows.values():
            if row.entry is not None:
                one = in_a_row(row, Region(0, y, width, 1))
                yield one
                y += max(one.label.height, one.entry.height)
        if folded := [row.label.plain for row in self.folded]:
            named = ", ".join(label[:1].lower() + label[1:] for label in folded)
            title = Region(0, y, width, 1)
            yield Placed(Row.of(Field("", f"▸ More: {named}")), title, Region(), Region())

    @property
    def layout(self) -> Layout:
        """The rows say themselves where they are."""
        return self._arranging

    def render(self) -> Visual:
        """What stands before and beside the fields."""
        return _Around(self)

    def drawn(self, width: int, height: int, options: RenderOptions) -> Iterator[Strip]:
        """The lines in view, the fields left out."""
        first, blank = round(self.scroll_y), self.visual_style.rich_style
        lines: list[list[Strip]] = [[] for _ in range(height)]
        for one in self.placed(self.scrollable_content_region.width):
            said = _PROBLEM if one.row.hint.is_problem else _SAID
            parts = (one.label, one.row.label, _LABEL), (one.said, one.row.said, said)
            for (x, y, room, high), content, name in parts:
                is_cut = high == 1 and content is one.row.said
                how = replace(options, rules=_CUT if is_cut else _WRAPPED)
                style = self.get_visual_style(name)
                for at, strip in enumerate(content.render_strips(room, high, style, how), y):
                    if 0 <= at - first < height:
                        before = lines[at - first]
                        gap = x - sum(part.cell_length for part in before)
                        before += [Strip.blank(gap, blank), strip]
        for line in lines:
            yield Strip.join(line).adjust_cell_length(width, blank)

    def on_click(self, event: events.Click) -> None:
        """A click on the line that names those folded away leads to the first of them."""
        if not (folded := self.folded):
            return
        *_, title = self.placed(self.scrollable_content_region.width)
        at = event.get_content_offset(self)
        if at is not None and at.y + round(self.scroll_y) == title.label.y:
            self.screen.set_focus(self.entry(folded[0].field.name))

    def watch_virtual_size(self) -> None:
        """A hint that grows above it must not push the field with the focus out of sight."""
        if (focused := self.screen.focused) is not None:
            self.call_after_refresh(focused.scroll_visible, animate=False)

    def watch_scroll_y(self, before: float, now: float) -> None:
        """What is drawn goes along."""
        super().watch_scroll_y(before, now)
        self.refresh()


class _Arranging(Layout):
    """Puts the entries of the rows where the rows have them."""

    name = "fields"

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Each in its place. What stands below the last is as much a part of the form."""
        placed = [*self._fields.placed(size.width)]
        bottom = _bottom(placed)
        return [
            WidgetPlacement(
                one.entry, NULL_OFFSET, Spacing(bottom=bottom - one.entry.bottom), one.row.entry
            )
            for one in placed
            if one.row.entry is not None and one.row.entry in children
        ]


class _Around(Visual):
    """What stands around the fields."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many lines as the rows take."""
        return _bottom(self._fields.placed(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines in view."""
        return [*self._fields.drawn(width, height or 0, options)]


def _bottom(placed: Iterable[Placed]) -> int:
    return max(max(one.label.bottom, one.entry.bottom) for one in placed)
