"""Lines that are copied out one by one: far apart, the current one marked and always in view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from afterview_tui.domain.columns import broken
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.letters.drafting.card_lines import WIDTH
from afterview_tui.tui.kit.plain import plain

MARK = "▸ "
# A third of the way down: more of what comes is seen than of what is written.
_ABOVE = 3


class SlowLines(Widget, can_focus=False):
    """A column of lines, as wide as a card, in the middle of the screen."""

    @dataclass
    class Moved(Message):
        """Another line is the current one."""

        at: int

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: list[str] = []
        self._rows: list[int] = []  # where each line stands
        self._instead = ""
        self.at = 0

    def show(self, lines: Sequence[str], at: int, instead: str) -> None:
        """Show these lines, `at` one of them; or the words `instead` when there are none.

        An empty line is a pause between paragraphs and is never the current one.
        """
        self._lines, self._rows, self._instead = [], [], instead
        row = 0
        for line in lines:
            if line:
                self._lines.append(line)
                self._rows.append(row)
            row += 2 if line else 1
        self.at = self._within(at)
        self.refresh()

    @property
    def number(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def page(self) -> int:
        """How many lines are in view, about."""
        return max(1, self.size.height // 2 - 1)

    def move_to(self, at: int) -> None:
        """Make another line the current one, the nearest that there is."""
        at = self._within(at)
        if at != self.at:
            self.at = at
            self.refresh()
            self.post_message(self.Moved(at))

    def render(self) -> Content:
        """What is in view."""
        height = self.size.height
        margin = " " * max(0, (self.size.width - WIDTH) // 2 - len(MARK))
        if not self._lines:
            words = [f"{margin}{line}" for line in broken(self._instead, WIDTH)]
            return plain("\n".join([""] * (height // _ABOVE) + words), "$foreground-muted")
        shown = [Content("")] * height
        top = self._top
        for number in range(bisect_right(self._rows, top - 1), len(self._rows)):
            if (row := self._rows[number] - top) >= height:
                break
            shown[row] = Content.assemble(margin, self._line(number))
        return Content("\n").join(shown)

    def on_click(self, event: events.Click) -> None:
        """The line that is clicked, or the one above a space, is the current one."""
        row = event.y - self.gutter.top + self._top
        self.move_to(bisect_right(self._rows, row) - 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves as the keys do."""
        self.move_to(self.at + 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves as the keys do."""
        self.move_to(self.at - 1)

    def _within(self, at: int) -> int:
        return max(0, min(at, len(self._lines) - 1))

    @property
    def _top(self) -> int:
        """Which row is the first in view. What fits stands still."""
        height, last = self.size.height, self._rows[-1] if self._rows else 0
        if last < height:
            return -((height - last) // 2)
        return max(0, min(self._rows[self.at] - height // _ABOVE, last - height + 1))

    def _line(self, number: int) -> Content:
        """A line with its mark: what is written already is quieter, the current one stands out."""
        text = self._lines[number]
        if number < self.at:
            return Content.assemble(" " * len(MARK), plain(text, "$foreground-muted"))
        content = plain(text, "bold $text-accent" if number == self.at else "")
        for gap in gaps(content.plain):
            content = content.stylize("$text-warning", gap.start, gap.end)
        return Content.assemble(MARK if number == self.at else " " * len(MARK), content)
