"""The text of a letter, with keys from one part to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual.binding import BindingType
from textual.widgets.text_area import Edit, EditResult, Selection

from afterview_tui.domain.letter import Letter, LetterKind
from afterview_tui.domain.letter_spans import Span, moved, packed, unpacked
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.letters.drafting.written_parts import Place, place_at, places, stops
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.writer import Writer

if TYPE_CHECKING:
    from textual.document._document import Document


@dataclass
class _Remembering(Edit):
    """An edit that knows where the parts stood: what it took away, no text tells."""

    spans_before: tuple[Span, ...] = ()
    spans_after: tuple[Span, ...] = ()


class LetterWriter(Writer):
    """Parts are fields within the text: Tab goes from one to the next, and never leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.WRITING)]

    def __init__(
        self,
        leave: Callable[[], object],
        offer: Callable[[], object],
        take_out: Callable[[], object],
        *,
        id: str,  # noqa: A002
    ) -> None:
        """`leave` is called before the writer goes on from one part to another.

        `offer` puts a beginning into the part at the cursor, and `take_out` takes it out.
        """
        super().__init__(id=id)
        self._leave = leave
        self._offer = offer
        self._take_out = take_out
        self.spans: tuple[Span, ...] = ()
        self._kind = LetterKind.THANK_YOU
        self._begun = -1  # where a beginning ends that was put in last

    def take(self, letter: Letter | None) -> None:
        """Learn where the parts stand in a letter that is shown by now."""
        if letter is None:
            self.spans = ()
            return
        self._kind = letter.kind
        if letter.text == self.text:  # else what is typed here is newer
            self.spans = unpacked(letter.parts, letter.text)

    def parts_of(self, text: str) -> str:
        """Where the parts stand in the text as it is saved."""
        return packed(moved(self.spans, self.text, text))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every gap and every part that is written."""
        return places(self.text, self.spans, self._kind)

    @property
    def is_blank(self) -> bool:
        """Whether no part is written yet."""
        return all(one.is_open for one in self.places if one.part is not None)

    @property
    def place(self) -> Place | None:
        """What stands where the cursor is: a gap, a part, or a sentence of ours."""
        start, _ = self.selected
        return place_at(self.text, self.spans, self._kind, start)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a letter that is only read, Tab is what it is everywhere."""
        if action == "part":
            return not self.read_only
        return super().check_action(action, parameters)

    def action_part(self, by: int) -> None:
        """Go to the next part, or the one before; after the last comes the first.

        Once nothing is open, what is ours is gone to as well: the greeting, our sentences; on the
        way back in any case.
        """
        self._leave()
        every = stops(self.text, self.spans, self._kind, is_back=by < 0)
        start, end = self.selected
        if by > 0:
            before_a_gap = start if start == end else -1
            further = [
                one
                for one in every
                if one.start > start or (one.is_open and one.start == before_a_gap)
            ]
        else:
            further = [one for one in reversed(every) if one.end < start]
        self.go_to(next(iter([*further, *every[:: by or 1]]), None))

    def go_to(self, place: Place | None) -> None:
        """Select a gap, so that typing fills it; go to the end of what is written."""
        if place is not None:
            self.select(place.start if place.is_open else place.end, place.end)

    def begin(self) -> None:
        """Go to the first part that is still open, or to any other gap."""
        gaps = [one for one in self.places if one.is_open]
        self.go_to(next((one for one in gaps if one.part is not None), next(iter(gaps), None)))

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

    def begin_with(self, beginning: str, start: int, end: int) -> None:
        """Put a beginning in the place of a part, to be typed on from."""
        self.put(beginning, start, end)
        end = start + len(beginning)
        self._begun = end
        self.select(end, end)

    def _replace_via_keyboard(
        self, insert: str, start: tuple[int, int], end: tuple[int, int]
    ) -> EditResult | None:
        # A beginning ends with a space; whoever types one right behind it means the same, and
        # whoever presses Enter takes what they see. Behind a colon that begins a list.
        begun, self._begun = self._begun, -1
        if insert in (" ", "\n") and self.selected == (begun, begun):
            before = self.text[:begun]
            if before.endswith(" ") if insert == " " else not before.rstrip().endswith(":"):
                return None
        if insert == "\n" and self._is_at_a_question:
            self._offer()  # an empty line would be no answer
            return None
        return super()._replace_via_keyboard(insert, start, end)

    def _delete_via_keyboard(
        self, start: tuple[int, int], end: tuple[int, int]
    ) -> EditResult | None:
        if self._is_at_a_question:
            self._take_out()  # with its space or its empty line
            return None
        if (cut := self._cut_by(start, end)) is not None:
            self.go_to(cut)  # half a question would stay as text
            return None
        return super()._delete_via_keyboard(start, end)

    @property
    def line_begins(self) -> tuple[int, int]:
        """The part goes, and not what stands before it, also when nothing is left of it.

        Where its question stands, nothing is written.
        """
        if self._is_at_a_question:
            return self.selection.end
        cursor, place = self.cursor, self.place
        before = [one.end for one in self.places if one.end <= cursor]
        start = place.start if place is not None else max(before, default=0)
        start += len(self.text[start:cursor]) - len(self.text[start:cursor].lstrip(" "))
        at = cast("Document", self.document).get_location_from_index(min(start, cursor))
        return max(super().line_begins, at)

    def _cut_by(self, start: tuple[int, int], end: tuple[int, int]) -> Place | None:
        """The gap of which only a part would go."""
        index = cast("Document", self.document).get_index_from_location
        first, last = sorted(map(index, (start, end)))
        touched = [
            one for one in self.places if one.is_open and one.start < last and first < one.end
        ]
        return next((one for one in touched if first > one.start or last < one.end), None)

    @property
    def _is_at_a_question(self) -> bool:
        """Whether a part that is open is selected, as going there selects it."""
        place = self.place
        if self.read_only or place is None or place.part is None or not place.is_open:
            return False
        return self.selected == (place.start, place.end)

    @property
    def cursor(self) -> int:
        """Where the cursor is, in characters from the beginning."""
        return cast("Document", self.document).get_index_from_location(self.cursor_location)

    def get_line(self, line_index: int) -> Text:
        """A line of the text, with its gaps apart from what is written."""
        line = super().get_line(line_index)
        for one in gaps(line.plain):
            line.stylize("italic", one.start, one.end)
        return line

    def on_blur(self) -> None:
        """Whoever leaves the text leaves the part; a window that closes is not left."""
        if self.is_attached:
            self._leave()

    def edit(self, edit: Edit) -> EditResult:
        """Edit the text; the parts go along."""
        before = self.text
        where = edit.from_location, edit.to_location, edit.maintain_selection_offset
        result = super().edit(_Remembering(edit.text, *where, self.spans))
        self.spans = moved(self.spans, before, self.text)
        return result

    def undo(self) -> None:
        """Take back the last edits; the parts are where they were before."""
        if self.read_only or self.is_theirs or not (done := self.history.undo_stack):
            super().undo()
            return
        first, last = _ends(done[-1])
        last.spans_after = self.spans
        super().undo()
        self.spans = first.spans_before

    def redo(self) -> None:
        """Do the edits again that were taken back last; the parts are where they were then."""
        if not self.read_only and (undone := self.history.redo_stack):
            first, last = _ends(undone[-1])
            first.spans_before = self.spans
            super().redo()
            self.spans = last.spans_after

    @property
    def selected(self) -> tuple[int, int]:
        """From where to where the text is selected, in characters from the beginning."""
        index = cast("Document", self.document).get_index_from_location
        start, end = sorted(map(index, (self.selection.start, self.selection.end)))
        return start, end


def _ends(batch: Sequence[Edit]) -> tuple[_Remembering, _Remembering]:
    """The first and the last of the edits that are taken back together."""
    return cast("_Remembering", batch[0]), cast("_Remembering", batch[-1])
