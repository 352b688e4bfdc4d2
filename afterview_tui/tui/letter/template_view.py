"""The list of templates, the one under the cursor, and the letter that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, TextArea
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts, Me
from afterview_tui.letters.drafting.compose import filled_in, names_for, ours
from afterview_tui.letters.drafting.example_reader import Addressed, addressed
from afterview_tui.letters.drafting.template import TemplateProblem
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.debounce import Debounce
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import line, plain, spread
from afterview_tui.tui.kit.rereading import reread_when_changed
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.kit.writer import Page, Writer
from afterview_tui.tui.letter.preview import Made, Preview
from afterview_tui.tui.letter.template_list import Entry, entries
from afterview_tui.tui.letter.template_names_line import NamesLine

# What can be done while a template is written.
_WHILE_WRITING = frozenset({"leave_field", "save_now", "names", "app.quit"})
ROOMY = 110  # from this width the list stays beside the text while it is written


class TemplateViewScreen(Place[None]):
    """Reads the templates and keeps what is read true. A subclass acts on them."""

    AUTO_FOCUS = "#template-rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ROOMY, "-wide")]  # noqa: RUF012

    rows = getters.query_one("#template-rows", Rows)
    writer = getters.query_one(Writer)
    preview = getters.query_one(Preview)

    def __init__(self, facts: Facts | None, to: Recipient | None, form: LetterForm) -> None:
        """`to` is whose letter is shown elsewhere, at the interview of `facts`."""
        super().__init__()
        self.entries = list(entries(()))  # ours are there also while the file is out of reach
        self._facts = facts
        self._to = to
        self._first = f"{to.kind.name}-{form.name}-0" if to is not None else None
        self._me = Me()
        self._problems: dict[tuple[str, str], str] = {}
        self._shown: Entry | None = None
        self.names: dict[str, str] = {}
        self._is_writing = False
        self._soon = Debounce(self, self._show_preview)

    def compose(self) -> ComposeResult:
        """The list, the text and its letter, the keys."""
        yield OneLine(id="headline")
        with Container(id="templates"):
            with Vertical(id="template-list") as box:
                box.border_title = plain("Templates")
                yield Rows(id="template-rows")
            with Vertical(id="template-source"):
                yield Writer(id="template-text")
                yield NamesLine(id="template-names")
            yield Preview(id="template-letter")
        yield Footer()

    def on_mount(self) -> None:
        """Read the file, and look once a second whether another window changed it."""
        self.read(self._first)
        reread_when_changed(self, self.read)

    def on_resize(self, event: events.Resize) -> None:
        """Lines are made for one width."""
        self._share_out()
        self._say_headline()

    @property
    def current(self) -> Entry:
        """The template under the cursor, which is on the first until the list is laid out."""
        wanted = self.rows.current_id or self._first
        return next((one for one in self.entries if one.id == wanted), self.entries[0])

    @property
    def addressed(self) -> Addressed:
        """Who gets a letter of the kind that is shown."""
        kind, today = self.shown.kind, self.afterview.today
        return addressed(kind, self._facts, self._to, self._me, today)

    @property
    def shown(self) -> Entry:
        """The template whose text is shown: the one under the cursor, or the one being written."""
        return self._shown or self.current

    def read(self, prefer: str | None = None) -> None:
        """Read the templates, and put the cursor on `prefer`, or leave it where it is."""
        with self.reporting():
            self.entries = list(entries(self.store.templates.all()))
            self._me = self.store.checklist.me()
            self.rows.show(self._options, prefer)
            self.show_text()
            self._say_headline()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a template is written, the plain keys are letters."""
        if action in ("leave_field", "save_now"):
            return self.writer.has_focus
        return action in _WHILE_WRITING or not self.writer.has_focus

    def save(self, entry: Entry, text: str, base: str) -> Saved:
        """Save a template while it is typed. One that reads as ours again is not kept."""
        templates = self.store.templates
        if not entry.name and text == ours(entry.kind, entry.form):
            if (own := templates.get(entry.kind, entry.form)) is not None:
                templates.remove(own)
            return Saved(0)
        return templates.write(entry.kind, entry.form, text, base, name=entry.name)

    def show_text(self) -> None:
        """Show the template under the cursor, and the letter that it makes.

        One that is being written is not exchanged: another window may have
        removed it, and the words belong where they were begun.
        """
        one = self.current
        is_other = self._shown is None or one.id != self._shown.id
        if is_other and self._shown is not None and self.writer.has_focus:
            return
        page = Page(_key(one), one.source, lambda text, base: self.save(one, text, base))
        if not self.writer.refresh_page(page):
            return
        self._shown = one
        to, today = self.addressed, self.afterview.today
        self.names = names_for(to.facts, to.to, today, one.form)
        if is_other:
            self.preview.begin(_made(ours(one.kind, one.form), to, one, today).text, "ours")
        box = self.query_one("#template-source")
        box.border_title = line(one.title)
        box.border_subtitle = line(_about(one))
        self._show_preview()
        self._say_names()

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _moved(self, event: OptionList.OptionHighlighted | Rows.Filled) -> None:
        event.stop()
        if self.entries:
            self.show_text()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._soon.touch()

    @on(TextArea.SelectionChanged)
    def _went(self) -> None:
        self._say_names()

    @on(Writer.Stored)
    def _stored(self, message: Writer.Stored) -> None:
        self.read()
        if message.saved.both_kept:
            self.afterview.say(
                "Another window changed this template too. Your text stands;"
                " theirs is kept as an earlier text."
            )

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What has the focus is in view."""
        if event.control in (self.writer, self.rows):
            self.make_room(is_writing=event.control is self.writer)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Whoever leaves the text finds what is under the cursor."""
        if event.control is self.writer:
            self.call_later(self.show_text)

    def make_room(self, *, is_writing: bool) -> None:
        """Where two things fit, the text takes the place of the list while it is written."""
        self._is_writing = is_writing
        self._share_out()

    def _share_out(self) -> None:
        is_wide = self.size.width >= ROOMY
        self.query_one("#template-list").display = is_wide or not self._is_writing
        self.query_one("#template-source").display = is_wide or self._is_writing

    def _options(self, width: int) -> Iterator[Option]:
        for one in self.entries:
            is_broken = one.own is not None and bool(self._problem(one))
            yield Option(one.words(width, is_broken=is_broken), id=one.id)

    def _problem(self, entry: Entry) -> str:
        """Why a template cannot be used; nothing when it can."""
        key = f"{entry.kind} {entry.form}", entry.source
        if key not in self._problems:
            today = self.afterview.today
            one = addressed(entry.kind, self._facts, self._to, self._me, today)
            self._problems[key] = _made(entry.source, one, entry, today).problem
        return self._problems[key]

    def _show_preview(self) -> None:
        """Show the letter that the text makes as it reads now."""
        self._soon.settle()
        shown, one = self.shown, self.addressed
        made = _made(self.writer.text, one, shown, self.afterview.today)
        if made.problem and not shown.name:
            made = Made("", f"{made.problem} For now, letters use ours.")
        person = one.to.person.shown or "somebody without a name"
        whose = f"{person}, invented" if one.is_invented else person
        self.preview.show(f"The letter · {whose}", made)

    def _say_headline(self) -> None:
        day = line(dates.full(self.afterview.today))
        own = sum(one.own is not None for one in self.entries)
        said = f"templates of letters, {own} of them yours" if own else "templates of letters"
        left = Content.assemble(Content.styled("afterview", "bold"), "   ", said)
        self.query_one("#headline", OneLine).say(spread(left, day, max(10, self.size.width - 2)))

    def _say_names(self) -> None:
        row, column = self.writer.cursor_location
        is_writing = self.writer.has_focus
        before = self.writer.document.get_line(row)[:column] if is_writing else ""
        self.query_one(NamesLine).show(self.names, before)


def _key(entry: Entry) -> str:
    return f"template:{entry.kind}:{entry.form}:{entry.name}"


def _made(source: str, one: Addressed, entry: Entry, today: date) -> Made:
    """What comes of a template."""
    try:
        return Made(filled_in(source, one.facts, one.to, today, entry.form).text)
    except TemplateProblem as problem:
        return Made("", problem.message)


def _about(entry: Entry) -> str:
    if entry.name:
        return "yours, to choose"
    return "yours, in the place of ours" if entry.own is not None else "ours; typing makes it yours"
