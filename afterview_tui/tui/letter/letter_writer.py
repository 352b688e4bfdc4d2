"""The text of a letter, with keys from one gap to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.widgets.text_area import Selection

from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.checking.gaps_and_length import Gap
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.writer import Writer

if TYPE_CHECKING:
    from textual.document._document import Document


class LetterWriter(Writer):
    """Gaps are fields within the text: Tab goes through them before it leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.WRITING)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a gap on that side, Tab is what it is everywhere: out of the field."""
        if action == "gap":
            return self._next_gap(cast("int", parameters[0])) is not None
        return super().check_action(action, parameters)

    def action_gap(self, by: int) -> None:
        """Select the next gap, or the one before, so that typing fills it."""
        if (gap := self._next_gap(by)) is not None:
            self.select(gap.start, gap.end)

    def select_first_gap(self) -> None:
        """Select the first gap, if there is one."""
        for gap in gaps_and_length.gaps(self.text)[:1]:
            self.select(gap.start, gap.end)

    def select(self, start: int, end: int) -> None:
        """Select a part of the text, as far as there is one, and have it in sight."""
        place, last = cast("Document", self.document).get_location_from_index, len(self.text)
        self.selection = Selection(place(min(start, last)), place(min(end, last)))
        self.scroll_cursor_visible(animate=False)

    def put(self, text: str, start: int, end: int) -> None:
        """Put a text in the place of another, as one edit that Ctrl+Z takes back."""
        place = cast("Document", self.document).get_location_from_index
        self.history.checkpoint()
        self.replace(text, place(start), place(end))
        self.history.checkpoint()

    @property
    def cursor(self) -> int:
        """Where the cursor is, in characters from the beginning."""
        return cast("Document", self.document).get_index_from_location(self.cursor_location)

    def _next_gap(self, by: int) -> Gap | None:
        index = cast("Document", self.document).get_index_from_location
        start, end = sorted(map(index, (self.selection.start, self.selection.end)))
        found = gaps_and_length.gaps(self.text)
        if by > 0:
            return next((gap for gap in found if gap.start >= end), None)
        return next((gap for gap in reversed(found) if gap.end <= start), None)
