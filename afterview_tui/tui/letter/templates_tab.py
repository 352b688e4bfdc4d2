"""The templates of letters: ours, and the user's own in their place or beside them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import AwaitMount

from afterview_tui.domain import searching
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.records import Me
from afterview_tui.letters.drafting.compose import ours
from afterview_tui.letters.drafting.example_reader import Addressed, addressed
from afterview_tui.storage.templates import NameTaken
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit import one_line_form
from afterview_tui.tui.kit.form import FieldProblem
from afterview_tui.tui.kit.shelf_tab import InTab, Tab
from afterview_tui.tui.letter.letter_work import LetterWork
from afterview_tui.tui.letter.template_help import TemplateHelp
from afterview_tui.tui.letter.template_list import Entry, entries
from afterview_tui.tui.letter.template_page import TemplatePage, made

_BOTH_KEPT = (
    "Another window changed this template too. Your text stands; theirs is kept as an earlier text."
)


class TemplatesTab(Tab[Entry]):
    """The templates; the one under the cursor stands beside the letter that it makes.

    It is the letter to whoever is written to elsewhere.
    """

    where = Where.TEMPLATES
    one, many = "template of letters", "templates of letters"
    no_match = "No template has these words"

    def __init__(self, letters: LetterWork) -> None:
        super().__init__(letters.store)
        self._letters = letters
        self._me = Me()
        self._page: TemplatePage | None = None
        self._begun_at: str | None = None
        self._problems: dict[tuple[str, str], str] = {}
        self.verbs = {
            "open": self.write_in,
            "edit": self.edit,
            "add": self.add,
            "remove": self.remove,
            "copy": self.copy,
        }
        self.others = {"offer": self.show_names}

    def page(self) -> TemplatePage:
        """The text and its letter."""
        self._page, self._problems = TemplatePage(self, self._stored), {}
        return self._page

    def show(self, one: Entry) -> None:
        """Show a template on the page."""
        if self._page is not None:
            self._page.show(one)

    def beginning(self) -> str | None:
        """The template of the letter that is shown elsewhere, where that is another one by now."""
        pane, before = self._letters.pane, self._begun_at
        if pane.to is not None:
            self._begun_at = f"{pane.to.kind.name}-{pane.form.name}-0"
        return self.at if self._begun_at == before else self._begun_at

    def nothing(self) -> Part:
        """Ours are always there, unless the file is out of reach."""
        return Part("The templates are out of reach", ())

    def load(self) -> Sequence[Entry]:
        """Every letter in the order of its kind and form, each with its named ones below it."""
        self._me = self.store.checklist.me()
        return list(entries(self.store.templates.all()))

    def words(self, one: Entry) -> str:
        """Its name, and its text."""
        return searching.searched(one.title, one.whose, one.source)

    def line(self, one: Entry) -> InTab:
        """The letter, or the name of a named one; whose it is, and whether it can be used."""
        is_broken = one.own is not None and bool(self._problem(one))
        whose = f"! {one.whose}" if is_broken else one.whose
        return InTab(one.id, f"└ {one.name}" if one.name else one.title, whose)

    def parts(self, one: Entry) -> Sequence[Part]:
        """Its text stands on a page."""
        return ()

    def addressed(self, entry: Entry) -> Addressed:
        """Who gets a letter of its kind: whose letter is shown elsewhere, if they may get one."""
        pane = self._letters.pane
        facts = pane.case.facts if pane.case is not None and pane.to is not None else None
        return addressed(entry.kind, facts, pane.to, self._me, self.today)

    def save(self, entry: Entry, text: str, base: str) -> Saved:
        """Save a template while it is typed. One that reads as ours again is not kept."""
        templates = self.store.templates
        if not entry.name and text == ours(entry.kind, entry.form):
            if (own := templates.get(entry.kind, entry.form)) is not None:
                templates.remove(own)
            return Saved(0)
        return templates.write(entry.kind, entry.form, text, base, name=entry.name)

    def write_in(self, one: Entry) -> None:
        """Write in a template."""
        if self._page is not None:
            self._page.write()

    def edit(self, one: Entry) -> AwaitMount | None:
        """Ask for another name of a named template; in another, write."""
        if (own := one.own) is None or not one.name:
            self.write_in(one)
            return None

        def rename(name: str) -> None:
            try:
                self.store.templates.rename(own, name)
            except NameTaken as error:
                raise FieldProblem("line", error.message) from error

        form = one_line_form.one_line(
            f"The template “{one.name}”",
            "Name",
            rename,
            value=one.name,
            drafts=self.store.drafts,
            draft=f"template-name:{own.id}",
        )
        return self.ask(form)

    def add(self, one: Entry) -> AwaitMount:
        """Ask for the name of a new template, which begins as the one under the cursor."""
        added: list[tuple[str, str]] = []

        def add(name: str) -> None:
            try:
                number = self.store.templates.add(one.kind, one.form, name, one.source)
            except NameTaken as error:
                raise FieldProblem("line", error.message) from error
            added.append((f"{one.kind.name}-{one.form.name}-{number}", name))

        def done() -> None:
            line_id, name = added[-1]
            self.screen.read(line_id)
            self.afterview.say(f"Added “{name}”. It begins as the one you were at.")

        form = one_line_form.one_line(
            f"Another template for {one.letter}",
            "Name",
            add,
            placeholder="warm, short, for a panel",
            drafts=self.store.drafts,
            draft=f"template:{one.id}",
        )
        return self.ask(form, done)

    def remove(self, one: Entry) -> None:
        """Go back to our template, or delete a named one."""
        if (own := one.own) is None:
            writes = key("template.write")
            self.afterview.say(f"This is our template as it came. {writes} makes it yours.")
            return
        undo = key("shelf.undo")
        said = (
            f"Deleted “{one.name}”. {undo} brings it back."
            if one.name
            else f"Back to our template for {one.letter}. {undo} brings yours back."
        )
        self.write(lambda: self.store.templates.remove(own), said)

    def copy(self, one: Entry) -> None:
        """Copy a template."""
        stem = f"template {one.kind.value} {one.form.value} {one.name}".rstrip()
        self.afterview.copy_text(one.source, stem)

    def show_names(self) -> AwaitMount | None:
        """Show the names, and what a template can do."""
        if self._page is None or (shown := self._page.shown) is None:
            return None
        return self.screen.app.push_screen(TemplateHelp(self._page.names, shown.letter))

    def _problem(self, entry: Entry) -> str:
        """Why a template cannot be used; nothing when it can."""
        known = f"{entry.kind} {entry.form}", entry.source
        if known not in self._problems:
            self._problems[known] = made(
                entry.source, self.addressed(entry), entry, self.today
            ).problem
        return self._problems[known]

    def _stored(self, saved: Saved) -> None:
        self.screen.read()
        if saved.both_kept:
            self.afterview.say(_BOTH_KEPT)
