"""A form: a few fields, hints beside them, and a draft that outlives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.css.query import NoMatches, QueryType
from textual.widget import Widget
from textual.widgets import Input, TextArea

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import clean
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.choice import Choice
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.debounce import Debounce
from afterview_tui.tui.kit.field_rows import Fields, Row
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.form_draft import FormDraft
from afterview_tui.tui.kit.form_fields import (
    Block,
    Field,
    FieldProblem,
    FormQuestion,
    Hint,
    Line,
    Unanswered,
    Values,
    entry_of,
)
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.over import Over
from afterview_tui.tui.kit.plain import plain

__all__ = ["Block", "Field", "FieldProblem", "Form", "Hint", "Line", "Unanswered", "Values"]


class Form(Place[bool], Over[bool]):
    """Fields to fill in. Answers True once `finish` has taken them.

    `finish` gets the cleaned values; when it raises, the message is shown, or its
    question asked, and the form stays as it is. `hint` is asked for a field, with what all of them
    hold, while it is typed in, and `follows` for what comes of saving it. With a `draft`, what was
    typed is kept under that name until the form is finished. `below` stands in its border.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FORM)]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        finish: Callable[[Values], object],
        *,
        hint: Callable[[str, Values], Hint] | None = None,
        follows: Callable[[Values], str] | None = None,
        drafts: Drafts | None = None,
        draft: str = "",
        below: str = "",
    ) -> None:
        super().__init__()
        self._heading = title
        # Rows of an older or a foreign hand are cleaned again before they are shown.
        self._fields = [replace(field, value=clean(field.value)) for field in fields]
        self._finish = finish
        self._hint = hint
        self._follows = follows
        self._draft = FormDraft(drafts, draft, self._fields)
        self._below = below
        self._autosave = Debounce(self, self.flush)
        self._is_finished = False
        self._tries = 0  # to save it, that a field kept from succeeding

    @cached_property
    def fields(self) -> Fields:
        """The fields, line by line."""
        kept = [field for field in self._fields if field.name in self._draft.kept]
        shown = [one for one in self._fields if not one.is_more or any(f.is_more for f in kept)]
        return self.fields_of(
            [Row.of(one, self.made(one) if one in shown else None) for one in self._fields]
        )

    def _move_focus(
        self, direction: int = 0, selector: str | type[QueryType] = "*"
    ) -> Widget | None:
        # Tab leads on from a text, since the next field takes letters, too.
        if direction and (folded := self.fields.folded):
            near, far = (-1, 0) if direction > 0 else (0, -1)
            if self.focused is self.focus_chain[near]:
                self.go_to(folded[far].field.name)
                return self.focused
        return super(Place, self)._move_focus(direction, selector)

    @property
    def called(self) -> str:
        """What is asked."""
        return self._heading

    def compose(self) -> ComposeResult:
        """A label, the field and at its right a hint; what is said of one, and the keys, below."""
        with Vertical(id="form") as box:
            box.border_title = plain(self._heading)
            self.fields.fit(self.app.size)
            yield self.fields
            yield OneLine(id="form-says")
            if self._follows is not None:
                yield OneLine(id="form-follows")
            yield Footer()

    def fields_of(self, rows: Sequence[Row]) -> Fields:
        """The rows one below the other."""
        return Fields(rows, self.made)

    def made(self, field: Field) -> Widget:
        """What a field is typed or chosen in, as it was left."""
        value = self._draft.kept.get(field.name, field.value)
        return entry_of(field, value, lambda: self.values, self.entered)

    def go_to(self, name: str) -> None:
        """Put the cursor into a field, if there is one of that name."""
        if name in self.fields.rows:
            self.set_focus(self.fields.entry(name))

    def on_mount(self) -> None:
        """Say what is understood so far."""
        box = self.query_one("#form")
        if self._draft.kept:  # who types on without a look would type behind it
            box.border_title = plain(
                f"{self._heading} · as you left it; {key('form.again')} starts over"
            )
        box.border_subtitle = plain(self._below)
        self._say_changes()
        self._think(*self._fields)

    def on_resize(self, event: events.Resize) -> None:
        """What has no room is scrolled to; the keys at the foot stay."""
        self.fields.fit(event.size)

    @property
    def values(self) -> Values:
        """What the fields hold, cleaned."""
        return self.fields.values

    def action_save(self) -> None:
        """Put the form on file, or say which field keeps it from that."""
        if self._is_finished:
            return
        try:
            self._finish(self.values)
        except FieldProblem as problem:
            self._tries += 1
            self._show(problem.field, Hint(problem.message, is_problem=True))
            self.go_to(problem.field)
            return
        except Unanswered as unanswered:
            self._ask(unanswered.question)
            return
        except AfterviewError as error:
            self.notify(error.message, title=error.title, severity="error", markup=False)
            return
        self._is_finished = True
        self._autosave.settle()
        self.afterview.rescue.saved(self)
        self._draft.drop()
        self.dismiss(True)

    def _ask(self, question: FormQuestion) -> None:
        """Ask what keeps the form from being saved; with an answer it is saved."""

        def answered(said: str | None) -> None:
            if said is not None:
                question.answer(said)
                self.action_save()
            else:
                self.go_to(question.field)

        self.app.push_screen(Choose(question.title, question.choices), answered)

    def action_later(self) -> None:
        """Close the form; its draft comes back when it is opened again."""
        if self.flush():
            self._draft.leave()
            self.dismiss(False)

    def action_again(self) -> None:
        """Put every field back to what is on file, or to nothing."""
        for field in self._fields:
            if self.fields.rows[field.name].entry is not None:
                self.fields.put(field.name, field.value)
            self._draft.begin_anew(field.name)
        self._say_changes()

    def flush(self) -> bool:
        """Keep what is typed, in case the terminal closes. False when that failed."""
        try:
            self._draft.keep(self.values)
        except AfterviewError as error:
            self._autosave.retry(error)
            self.afterview.rescue.failed(self, error)
            return False
        self._autosave.settle()
        self.afterview.rescue.saved(self)
        return True

    def not_on_disk(self) -> list[str]:
        """What the fields hold, each with what it is, unless it is kept as a draft."""
        values = self.values
        if self._is_finished or self._draft.holds(values):
            return []
        said = [(field.label, values[field.name], field.value) for field in self._fields]
        return [f"{label}: {value}" for label, value, before in said if value != before]

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _changed(self, event: Input.Changed | TextArea.Changed | Choice.Changed) -> None:
        self._autosave.touch()
        changed = (event.control.id or "").removeprefix("field-")
        self._think(*(f for f in self._fields if changed in (f.name, *f.looks_at)))

    def on_descendant_focus(self) -> None:
        """A field with the focus is in sight, and what is said of it there in full."""
        self._say_in_full()
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def entered(self, entry: Line) -> None:
        """Go to the next field; after the last one, save."""
        if entry.id == f"field-{self._fields[-1].name}":
            self.action_save()
        else:
            self.focus_next()

    def _think(self, *fields: Field) -> None:
        """Ask for the hints beside the typing: reading the first date takes a while."""
        if self._hint is None:
            return
        hint, values, tries = self._hint, self.values, self._tries

        def think() -> None:
            found = [(field, hint(field.name, values)) for field in fields]
            self.app.call_from_thread(self._show_if_still, found, values, tries)
            if self._follows is not None:
                follows = plain(self._follows(values))
                self.app.call_from_thread(self._show_if_still, [], values, tries, follows)

        # What is thought of all of them at first is not called off as one of them is typed in.
        which = fields[0].name if len(fields) < len(self._fields) else "all"
        self.run_worker(think, thread=True, group=f"hint-{which}", exclusive=True)

    def _show_if_still(
        self,
        found: Sequence[tuple[Field, Hint]],
        values: Values,
        tries: int,
        follows: Content | None = None,
    ) -> None:
        if tries != self._tries:
            return  # what keeps the form from being saved is not to be written over
        now = self.values
        # The form may have been closed meanwhile, what is in it before itself.
        with suppress(NoMatches):
            if follows is not None and now == values:
                self.query_one("#form-follows", OneLine).say(follows)
            for field, hint in found:
                if all(now[name] == values[name] for name in (field.name, *field.looks_at)):
                    self._show(field.name, hint)

    def _say_changes(self) -> None:
        for name, row in self.fields.rows.items():
            self._show(name, row.hint)

    def _show(self, name: str, hint: Hint) -> None:
        lines = [plain(f"! {hint.text}" if hint.is_problem else hint.text)] if hint.text else []
        doubts = filter(None, [*hint.doubt.splitlines(), self._draft.since(name)])
        lines += [plain(f"! {doubt}", "$text-warning") for doubt in doubts]
        self.fields.say(self.fields.rows[name], Content("\n").join(lines), hint)
        self._say_in_full()

    def _say_in_full(self) -> None:
        """What is said of the field with the focus, where there is room for all of it."""
        focused = self.focused
        name = (focused.id or "").removeprefix("field-") if focused is not None else ""
        row = self.fields.rows.get(name)
        says = self.query_one("#form-says", OneLine)
        says.say(row.said if row is not None else Content(""))
        says.set_class(row is not None and row.hint.is_problem, "problem")
