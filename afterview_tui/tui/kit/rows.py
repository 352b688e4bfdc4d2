"""A list of the records' lines, moved in with the keys of the table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._widget_navigation import Direction, find_next_enabled_no_wrap
from textual.binding import BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.message import Message
from textual.strip import Strip
from textual.style import Style as ContentStyle
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.tui.keys import Where, bindings

_MARK = "▌"  # before the line under the cursor
_REVERSED = Style(reverse=True)
_SIGNS = " ●◐○✓–·└"
_GAP = re.compile(r"\s{2,}|\n")
LEFT, RIGHT = 1, 3  # buttons of the mouse
UNKNOWN = 40  # cells; a width for lines that are not laid out yet
# Makes the lines for a width in cells.
Make = Callable[[int], Iterable[Option]]


class LateLine(Visual):
    """A line that is made of something once it comes into view: a list may have thousands.

    Two are the same that are made of the same.
    """

    def __init__(self, make: Callable[..., Content], *of: object, lines: int = 1) -> None:
        self._make, self._of, self._lines = make, of, lines

    @cached_property
    def content(self) -> Content:
        """What stands in it."""
        return self._make(*self._of)

    def __str__(self) -> str:
        return self.content.plain

    def is_same(self, other: LateLine) -> bool:
        """Whether the other looks no different."""
        return (self._make, self._of, self._lines) == (other._make, other._of, other._lines)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as what stands in it."""
        return self.content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many lines as were said."""
        return self._lines

    def render_strips(
        self, width: int, height: int | None, style: ContentStyle, options: RenderOptions
    ) -> list[Strip]:
        """What stands in it."""
        return self.content.render_strips(width, self._lines, style, options)


class Rows(OptionList, inherit_bindings=False):
    """An option list whose lines are made for its width.

    It remembers its place by the id of the line, not its number.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIST)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--mark"}

    class Filled(Message):
        """Other lines are shown, and the cursor may be on another one."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._make: Make | None = None
        self._prefer: str | None = None
        self._made_for = 0
        self._is_fresh = False  # no click since it had the focus
        self._is_opened = False  # by the clicks that are made in a row

    @property
    def current_id(self) -> str | None:
        """The id of the line that the cursor is on."""
        if self.highlighted is None:
            return None
        return self.get_option_at_index(self.highlighted).id

    @property
    def current_words(self) -> str:
        """What the line under the cursor is about: its first words, without signs before them."""
        if self.highlighted is None:
            return ""
        words = str(self.get_option_at_index(self.highlighted).prompt)
        return _GAP.split(words.strip(_SIGNS))[0]

    def show(self, make: Make, prefer: str | None = None) -> None:
        """Show these lines, with the cursor where it was: on `prefer`, or the same line."""
        self._make, self._prefer = make, prefer or self._prefer
        if self._made_for:  # else at the first layout
            self._fill()

    def go_to(self, line: str) -> None:
        """Put the cursor on the line with this id, if it is still there."""
        if self._make is not None:
            self.show(self._make, line)

    def action_cursor_up(self) -> None:
        """The line before; the first one stays: who holds the key does not come to the last."""
        self._move(-1)

    def action_cursor_down(self) -> None:
        """The next line; the last one stays."""
        self._move(1)

    def _move(self, by: Direction) -> None:
        near = find_next_enabled_no_wrap(self.options, self.highlighted, by)
        if near is not None:
            self.highlighted = near
        elif by < 0:
            self.scroll_home(animate=False)  # to the heading above it

    def render_line(self, y: int) -> Strip:
        """The line under the cursor has a mark before it: a colour alone would say too little."""
        strip = super().render_line(y)
        number = self.scroll_offset.y + y
        if number >= len(self._lines) or self._lines[number][0] != self.highlighted:
            return strip
        first = next(iter(strip.crop(0, 1)), None)
        style = self.get_component_rich_style("rows--mark", partial=True)
        below = first.style if first is not None and first.style is not None else Style.null()
        marked = Strip([Segment(_MARK, below + style), *strip.crop(1)], strip.cell_length)
        # Textual leaves this out of the styles of lines.
        cursor = self.get_component_styles("option-list--option-highlighted").text_style
        return marked.apply_style(_REVERSED) if cursor.reverse else marked

    def on_resize(self, event: events.Resize) -> None:
        """Another width, other lines; and the line under the cursor is in view."""
        if self._width not in (0, self._made_for):
            self._made_for = self._width
            self._fill()
        self.call_after_refresh(self.scroll_to_highlight)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Have the line under the cursor in view. A list that has no room has no view yet."""
        if self.scrollable_content_region:  # else it would be scrolled past what fits above
            super().scroll_to_highlight(top)

    def on_focus(self) -> None:
        """Keys may come in before the first layout, and need lines to act on."""
        self._is_fresh = True
        if not self._made_for:
            self._fill()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one opens the line, once."""
        clicked = event.style.meta.get("option")
        if clicked is not None and clicked >= self.option_count:
            clicked = None  # what was seen there has gone since it was painted
        if event.chain == 1:
            self._is_opened = False
        is_second = clicked == self.highlighted and not self._is_fresh and event.button == LEFT
        self._is_fresh = False
        if is_second and not self._is_opened:
            self._is_opened = True
            return
        event.prevent_default()
        if clicked is not None and not self.get_option_at_index(clicked).disabled:
            self.highlighted = clicked

    def _move_page(self, direction: Direction) -> None:
        if self.scrollable_content_region:  # else there are no pages, and no lines yet
            super()._move_page(direction)

    @property
    def _width(self) -> int:
        padding = self.get_component_styles("option-list--option").padding.width
        return max(0, self.scrollable_content_region.width - padding)

    def _fill(self) -> None:
        if self._make is None:
            return
        new = list(self._make(self._made_for or UNKNOWN))
        prefer, self._prefer = self._prefer, None
        if _same(new, self.options) and prefer in (None, self.current_id):
            return
        wanted = prefer or self.current_id
        place = self.highlighted or 0
        scroll_y = self.scroll_y
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(new)
            if not new:
                return
            known = {option.id: at for at, option in enumerate(new) if option.id is not None}
            self.highlighted = self._nearest(known.get(wanted or "", place))
        self.scroll_to(y=scroll_y, animate=False)
        self.call_after_refresh(self.scroll_to_highlight)
        self.post_message(self.Filled())

    def _nearest(self, index: int) -> int | None:
        """The line at `index`, or the next one that takes the cursor."""
        last: int = self.option_count - 1
        index = min(index, last)
        candidates: list[int] = [*range(index, last + 1), *range(index, -1, -1)]
        for candidate in candidates:
            if not self.get_option_at_index(candidate).disabled:
                return candidate
        return None


def _same(new: Sequence[Option], old: Sequence[Option]) -> bool:
    """Whether the lines would look no different: drawing them again would be for nothing."""
    return len(new) == len(old) and all(
        one.id == other.id and one.disabled == other.disabled and _is_same(one, other)
        for one, other in zip(new, old, strict=True)
    )


def _is_same(one: Option, other: Option) -> bool:
    prompt, before = one.prompt, other.prompt
    if isinstance(prompt, LateLine) and isinstance(before, LateLine):
        return prompt.is_same(before)
    if isinstance(prompt, Content) and isinstance(before, Content):
        return prompt.is_same(before)  # == leaves the styles out
    return bool(prompt == before)
