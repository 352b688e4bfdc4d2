"""A form: a few fields, hints beside them, and a draft that outlives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches, QueryType
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import clean
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.choice import Choice
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.debounce import Debounce
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.form_draft import FormDraft
from afterview_tui.tui.kit.form_fields import (
    Block,
    Entry,
    Field,
    FieldProblem,
    FormQuestion,
    Hint,
    Line,
    More,
    Unanswered,
    Values,
    entry_of,
)
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import plain

# Lines of a form that are not its fields: above it, its border, what it says, its keys.
AROUND = 8

__all__ = ["Block", "Field", "FieldProblem", "Form", "Hint", "Line", "Unanswered", "Values"]


def labelled(field: Field, entry: Widget) -> ComposeResult:
    """A field with its label before it and its hint at the right."""
    with Horizontal(classes="field"):
        yield Label(field.label, id=f"label-{field.name}", markup=False)
        yield entry
        yield hint_of(field)


def hint_of(field: Field) -> Static:
    """Where what is understood of a field is said."""
    hint = Static(id=f"hint-{field.name}", classes="hint", markup=False)
    hint.styles.height = field.lines
    hint.styles.text_wrap = "nowrap" if field.lines == 1 else "wrap"
    return hint


class Fields(VerticalScroll):
    """The fields, one below the other."""

    def fit(self, size: Size) -> None:
        """Take as many lines as a screen of this size has for them."""
        self.styles.max_height = max(1, size.height - AROUND)

    def watch_virtual_size(self) -> None:
        """A hint that grows above it must not push the field with the focus out of sight."""
        if (focused := self.screen.focused) is not None:
            self.call_after_refresh(focused.scroll_visible, animate=False)


class Form(Place[bool], ModalScreen[bool]):
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
        self._said: dict[str, Hint] = {}
        self._since_said: dict[str, str] = {}
        self._shown: dict[str, Content] = {}
        self._is_finished = False
        self._tries = 0  # to save it, that a field kept from succeeding

    def _move_focus(
        self, direction: int = 0, selector: str | type[QueryType] = "*"
    ) -> Widget | None:
        # Tab leads on from a text, since the next field takes letters, too.
        return super(Place, self)._move_focus(direction, selector)

    @property
    def called(self) -> str:
        """What is asked."""
        return self._heading

    def compose(self) -> ComposeResult:
        """A label, the field and at its right a hint; what is said of one, and the keys, below."""
        with Vertical(id="form") as box:
            box.border_title = plain(self._heading)
            with Fields(id="fields", can_focus=False) as fields:
                fields.fit(self.app.size)
                yield from self.compose_fields()
            yield OneLine(id="form-says")
            if self._follows is not None:
                yield OneLine(id="form-follows")
            yield Footer()

    def compose_fields(self) -> ComposeResult:
        """The fields one below the other; some of them may be folded away."""
        more = [field for field in self._fields if field.is_more]
        for field in self._fields:
            if not field.is_more:
                yield from labelled(field, self.made(field))
        if more:
            is_open = any(field.name in self._draft.kept for field in more)
            with More(is_open=is_open):
                yield More.title([field.label for field in more])
                for field in more:
                    yield from labelled(field, self.made(field))

    def made(self, field: Field) -> Line | Block | Choice:
        """What a field is typed or chosen in, as it was left."""
        value = self._draft.kept.get(field.name, field.value)
        return entry_of(field, value, lambda: self.values, self.entered)

    def on_mount(self) -> None:
        """Say what is understood so far."""
        left = "as you left it" if self._draft.kept else ""
        below = " · ".join(filter(None, [left, self._below]))
        self.query_one("#form").border_subtitle = plain(below)
        self._say_changes()
        self._think(*self._fields)

    def on_resize(self, event: events.Resize) -> None:
        """What has no room is scrolled to; the keys at the foot stay."""
        self.query_one(Fields).fit(event.size)

    @property
    def values(self) -> Values:
        """What the fields hold, cleaned."""
        return {field.name: self._entry(field.name).said for field in self._fields}

    def action_save(self) -> None:
        """Put the form on file, or say which field keeps it from that."""
        if self._is_finished:
            return
        try:
            self._finish(self.values)
        except FieldProblem as problem:
            self._tries += 1
            self._show(problem.field, Hint(problem.message, is_problem=True))
            self.query_one(f"#field-{problem.field}").focus()
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
            elif question.field:
                self.query_one(f"#field-{question.field}").focus()

        self.app.push_screen(Choose(question.title, question.choices), answered)

    def action_later(self) -> None:
        """Close the form; its draft comes back when it is opened again."""
        if self.flush():
            self._draft.leave()
            self.dismiss(False)

    def action_again(self) -> None:
        """Put every field back to what is on file, or to nothing."""
        for field in self._fields:
            self._entry(field.name).said = field.value
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

    def _entry(self, name: str) -> Entry:
        return cast("Entry", self.query_one(f"#field-{name}"))

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

        self.run_worker(think, thread=True, group=f"hint-{fields[0].name}", exclusive=True)

    def _show_if_still(
        self,
        found: Sequence[tuple[Field, Hint]],
        values: Values,
        tries: int,
        follows: Content | None = None,
    ) -> None:
        if tries != self._tries:
            return  # what keeps the form from being saved is not to be written over
        # The form may have been closed meanwhile, its fields before itself.
        with suppress(NoMatches):
            if follows is not None and self.values == values:
                self.query_one("#form-follows", OneLine).say(follows)
            for field, hint in found:
                looked_at = (field.name, *field.looks_at)
                if all(self._entry(name).said == values[name] for name in looked_at):
                    self._show(field.name, hint)

    def _say_changes(self) -> None:
        for field in self._fields:
            self._show(field.name, self._said.get(field.name, Hint()))

    def _show(self, name: str, hint: Hint) -> None:
        lines = [plain(f"! {hint.text}" if hint.is_problem else hint.text)] if hint.text else []
        doubts = filter(None, [*hint.doubt.splitlines(), self._draft.since(name)])
        lines += [plain(f"! {doubt}", "$text-warning") for doubt in doubts]
        shown, before = Content("\n").join(lines), self._shown.get(name, Content(""))
        if self._said.get(name, Hint()) == hint and shown.is_same(before):
            return  # showing it again would lay out the form again
        self._said[name], self._shown[name] = hint, shown
        if hint.label:
            self.query_one(f"#label-{name}", Label).update(plain(hint.label))
        said = self.query_one(f"#hint-{name}", Static)
        said.update(shown, layout=False)
        said.set_class(hint.is_problem, "problem")
        said.display = bool(lines)
        self._say_in_full()

    def _say_in_full(self) -> None:
        """What is said of the field with the focus, where there is room for all of it."""
        focused = self.focused
        name = (focused.id or "").removeprefix("field-") if focused is not None else ""
        says = self.query_one("#form-says", OneLine)
        says.say(self._shown.get(name, Content("")))
        says.set_class(name in self._said and self._said[name].is_problem, "problem")
