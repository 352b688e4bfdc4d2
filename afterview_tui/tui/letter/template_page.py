"""A template to write in, and the letter that it makes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import TextArea

from afterview_tui.letters.drafting.compose import filled_in, names_for, ours
from afterview_tui.letters.drafting.example_reader import Addressed
from afterview_tui.letters.drafting.template import TemplateProblem
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.kit.debounce import Debounce
from afterview_tui.tui.kit.plain import line
from afterview_tui.tui.kit.writer import Page, Writer
from afterview_tui.tui.letter.preview import Made, Preview
from afterview_tui.tui.letter.template_list import Entry
from afterview_tui.tui.letter.template_names_line import NamesLine


class Templates(Protocol):
    """The templates, as the page of one knows them."""

    @property
    def today(self) -> date:
        """The local date."""

    def addressed(self, entry: Entry) -> Addressed:
        """Who gets a letter of its kind."""

    def save(self, entry: Entry, text: str, base: str) -> Saved:
        """Save a template while it is typed."""


class TemplatePage(Container):
    """Shows the template under the cursor, or the one that is written; `stored` hears of a save."""

    writer = getters.query_one(Writer)
    preview = getters.query_one(Preview)

    def __init__(self, templates: Templates, stored: Callable[[Saved], object]) -> None:
        super().__init__(id="template")
        self._templates = templates
        self._tell = stored
        self._wanted: Entry | None = None
        self.shown: Entry | None = None
        self.names: dict[str, str] = {}
        self._soon = Debounce(self, self._show_preview)

    def compose(self) -> ComposeResult:
        """The text, the names that it may use, its letter."""
        with Vertical(id="template-source", classes="shelf-text"):
            yield Writer(id="template-text")
            yield NamesLine(id="template-names")
        yield Preview(id="template-letter")

    def write(self) -> None:
        """Go to the text."""
        self.query_one("#template-source").display = True
        self.writer.focus()

    def show(self, one: Entry) -> None:
        """Show a template, and the letter that it makes.

        One that is being written is not exchanged: another window may have
        removed it, and the words belong where they were begun.
        """
        self._wanted = one
        is_other = self.shown is None or one.id != self.shown.id
        if is_other and self.shown is not None and self.writer.has_focus:
            return
        save = self._templates.save
        page = Page(one.key, one.source, lambda text, base: save(one, text, base))
        if not self.writer.refresh_page(page):
            return
        self.shown = one
        to, today = self._templates.addressed(one), self._templates.today
        self.names = names_for(to.facts, to.to, today, one.form)
        if is_other:
            self.preview.begin(made(ours(one.kind, one.form), to, one, today).text, "ours")
        box = self.query_one("#template-source")
        box.border_title, box.border_subtitle = line(one.title), line(one.about)
        self._show_preview()
        self._say_names()

    def _show_preview(self) -> None:
        """Show the letter that the text makes as it reads now."""
        self._soon.settle()
        if (one := self.shown) is None:
            return
        to = self._templates.addressed(one)
        letter = made(self.writer.text, to, one, self._templates.today)
        if letter.problem and not one.name:
            letter = Made("", f"{letter.problem} For now, letters use ours.")
        person = to.to.person.shown or "somebody without a name"
        whose = f"{person}, invented" if to.is_invented else person
        self.preview.show(f"The letter · {whose}", letter)

    def _say_names(self) -> None:
        row, column = self.writer.cursor_location
        is_writing = self.writer.has_focus
        before = self.writer.document.get_line(row)[:column] if is_writing else ""
        self.query_one(NamesLine).show(self.names, before)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._soon.touch()

    @on(TextArea.SelectionChanged)
    def _went(self) -> None:
        self._say_names()

    @on(Writer.Stored)
    def _stored(self, message: Writer.Stored) -> None:
        self._tell(message.saved)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Whoever leaves the text finds what is under the cursor."""
        if event.control is self.writer and self._wanted is not None:
            self.call_later(self.show, self._wanted)


def made(source: str, one: Addressed, entry: Entry, today: date) -> Made:
    """What comes of a template."""
    try:
        return Made(filled_in(source, one.facts, one.to, today, entry.form).text)
    except TemplateProblem as problem:
        return Made("", problem.message)
