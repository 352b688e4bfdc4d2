"""A text that is on disk while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from afterview_tui.domain.errors import AfterviewError, NowhereToSave
from afterview_tui.domain.letter_spans import exchanged
from afterview_tui.domain.text import LARGEST, clean
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.base import Keeping, afterview
from afterview_tui.tui.keys import key, text_bindings
from afterview_tui.tui.kit.debounce import Debounce
from afterview_tui.tui.kit.text_box import TextBox, say_too_long

if TYPE_CHECKING:
    from textual.document._document import Document


@dataclass(frozen=True, slots=True)
class Page:
    """What a writer is open at: a field of a record, and how to save it.

    `save` takes the text and the text that it was typed on top of. `interview_id` says what is to
    be read again then; 0 where it is of no interview.
    """

    key: str
    text: str
    save: Callable[[str, str], Saved]
    placeholder: str = ""
    read_only: bool = False
    interview_id: int = 0


class Writer(TextBox):
    """A text area with autosave: 300 ms after a pause, within a second in any case."""

    BINDINGS: ClassVar[list[BindingType]] = [*text_bindings()]

    @dataclass
    class Stored(Message):
        """What was typed is on disk. It may be of another interview than the one shown by then."""

        writer: Writer
        saved: Saved
        interview_id: int = 0

        @property
        def control(self) -> Writer:
            """The writer."""
            return self.writer

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, soft_wrap=True, highlight_cursor_line=False)
        self.page: Page | None = None
        self._base = ""
        self._seen = 0  # how far the file was when this was read from it
        self._theirs: object = None  # the edit by which the text of another window came in
        self._autosave = Debounce(self, self.flush)

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not on disk yet.

        A key is in the text before the autosave has heard of it.
        """
        return self._autosave.is_pending or self.text != self._base

    def open(self, page: Page | None) -> bool:
        """Show a page. The one before is saved first; if that fails, it stays."""
        if not self.flush():
            return False
        before, self.page = self.page, page
        text = clean(page.text) if page is not None else ""
        self.read_only = page is None or page.read_only
        self.can_focus = not self.read_only  # what cannot be written in is read in its pane
        self.placeholder = Content(page.placeholder if page is not None else "")
        is_changed_elsewhere = self._look_whether_changed_elsewhere()
        if before is not None and page is not None and before.key == page.key:
            self._base = text
            if text != self.text:
                self._replace_keeping_history(text, is_theirs=is_changed_elsewhere)
            return True
        self._base, self._theirs = text, None
        # Also of the same words: what was undone would be another page's.
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor((0, 0))
        self.scroll_home(animate=False)
        return True

    def refresh_page(self, page: Page | None) -> bool:
        """Show what is on file now, unless something typed here is still newer."""
        is_same = page is not None and self.page is not None and page.key == self.page.key
        if is_same and self.is_dirty:
            self.page = page
            return True
        return self.open(page)

    def flush(self) -> bool:
        """Save now what is not on disk yet. False when that failed; the text stays."""
        if not self.is_dirty or self.page is None:
            return True
        text = clean(self.text)
        try:
            saved = self.page.save(text, self._base)
        except AfterviewError as error:
            self._autosave.retry(error)
            self._keeping.failed(self, _with_a_way_out(error))
            return False
        self._base = text
        self._autosave.settle()
        self._keeping.saved(self)
        self.post_message(self.Stored(self, saved, self.page.interview_id))
        return True

    @property
    def _keeping(self) -> Keeping:
        return afterview(self).rescue

    @property
    def is_theirs(self) -> bool:
        """Whether what would be undone next was written in another window."""
        undone = self.history.undo_stack
        return bool(undone) and undone[-1] is self._theirs

    def undo(self) -> None:
        """Take back the last edits that were made here. What another window wrote stays."""
        if self.is_theirs:
            afterview(self).say(f"Another window wrote that. {key('undo')} in a list undoes it.")
        else:
            super().undo()

    def exchange(self, text: str) -> bool:
        """Put another text here, as one edit that Ctrl+Z takes back, and save it at once."""
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end)
        self.history.checkpoint()
        self.move_cursor((0, 0))
        self._typed()
        return self.flush()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.page is None:
            return
        if self.text == self._base:
            self._autosave.settle()
        else:
            self._autosave.touch()

    def on_blur(self) -> None:
        """Leaving a field saves it at once."""
        self.flush()

    async def _on_paste(self, event: events.Paste) -> None:
        text = clean(event.text)
        if len(text) + len(self.text) > LARGEST:
            event.prevent_default()
            event.stop()
            say_too_long(
                self,
                f"This text may hold {LARGEST:,} characters; the paste has {len(text):,}."
                " Nothing was pasted.",
            )
            return
        await super()._on_paste(events.Paste(text))
        event.prevent_default()
        event.stop()

    def _look_whether_changed_elsewhere(self) -> bool:
        """Whether another window changed the file since this was asked last."""
        before = self._seen
        with suppress(AfterviewError):  # who cannot read it now has nothing new to show
            self._seen = afterview(self).store.file.stamp()
        return self._seen != before

    def _replace_keeping_history(self, text: str, *, is_theirs: bool) -> None:
        """Put another text here. What is the same in both is not touched, nor the cursor in it."""
        start, end, length = exchanged(self.text, text)
        place = cast("Document", self.document).get_location_from_index
        self.history.checkpoint()
        with self.prevent(TextArea.Changed):
            self.replace(text[start : start + length], place(start), place(end))
        self.history.checkpoint()
        if is_theirs:
            self._theirs = self.history.undo_stack[-1]


def _with_a_way_out(error: AfterviewError) -> AfterviewError:
    if not isinstance(error, NowhereToSave):
        return error
    way_out = f"{key('text.undo')} takes it back here."
    return NowhereToSave(f"{error.message.removesuffix('.')}; {way_out}")
