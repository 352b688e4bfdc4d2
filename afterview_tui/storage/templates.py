"""The user's own templates: one in the place of ours, and as many named ones as they like."""

from __future__ import annotations

from afterview_tui.domain.errors import AfterviewError, NotSaved
from afterview_tui.domain.letter import LetterForm, LetterKind, Template
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.text import fold
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File
from afterview_tui.storage.texts import Saved, Texts
from afterview_tui.storage.versions import subject


class NameTaken(AfterviewError):
    """There is a template of that name already."""

    title = "Not named so"


class Templates:
    """The templates on file. One without a name replaces ours."""

    def __init__(self, file: File, texts: Texts) -> None:
        self._file = file
        self._texts = texts

    def all(self) -> list[Template]:
        """Every template of the user's own, the oldest first."""
        return self._file.all(Template, "true ORDER BY id")

    def get(self, kind: LetterKind, form: LetterForm, name: str = "") -> Template | None:
        """The one of this name; without a name the one that replaces ours."""
        return next((one for one in self._of(kind, form) if fold(one.name) == fold(name)), None)

    def write(
        self, kind: LetterKind, form: LetterForm, text: str, base: str, *, name: str = ""
    ) -> Saved:
        """Save a template that was typed on top of `base`. Raises NotSaved.

        The first save makes it the user's own. What another window wrote there
        meanwhile is kept as an earlier text.
        """
        sentence = f"changed {called(kind, form, name)}"
        with self._file.change(sentence, merge=f"template:{kind}:{form}:{name}") as change:
            known = self.get(kind, form, name)
            if known is not None:
                return self._texts.write(change, Template, known.id, "text", text, base)
            return Saved(change.insert(Template(kind=kind, form=form, name=name, text=text)))

    def add(self, kind: LetterKind, form: LetterForm, name: str, text: str) -> int:
        """Put a named template on file. Raises NameTaken, NotSaved."""
        with self._file.change(f"added {called(kind, form, name)}") as change:
            self._refuse_taken(kind, form, name)
            return change.insert(Template(kind=kind, form=form, name=name, text=text))

    def rename(self, template: Template, name: str) -> None:
        """Give a named template another name; its earlier texts go along.

        Raises NameTaken, NotSaved.
        """
        with self._file.change(f"renamed {_of(template)} to “{name}”") as change:
            self._on_file(template)
            self._refuse_taken(template.kind, template.form, name, but=template.id)
            change.update(Template, template.id, name=name)
            self._move_texts(change, template, name)

    def remove(self, template: Template) -> None:
        """Delete a named template, or go back to ours. Its text is kept. Raises NotSaved."""
        going_back = f"went back to our template for {letter(template.kind, template.form)}"
        sentence = f"deleted {_of(template)}" if template.name else going_back
        with self._file.change(sentence) as change:
            known = self._on_file(template)
            self._texts.keep(known, "text", known.text, "removed")
            change.bin(Template, known.id, self._file.now())

    def _on_file(self, template: Template) -> Template:
        known = self._file.one(Template, template.id)
        if known is None:
            raise NotSaved("This template is no longer on file; another window removed it.")
        return known

    def _of(self, kind: LetterKind, form: LetterForm) -> list[Template]:
        return self._file.all(Template, "kind = ? AND form = ?", [kind.value, form.value])

    def _refuse_taken(self, kind: LetterKind, form: LetterForm, name: str, but: int = 0) -> None:
        known = self.get(kind, form, name)
        if known is not None and known.id != but:
            raise NameTaken(f"There is a template “{known.name}” already. Take another name.")

    def _move_texts(self, change: Change, template: Template, name: str) -> None:
        before = {"kind": template.kind.value, "form": template.form.value, "name": template.name}
        change.move_texts(
            subject("template", before), subject("template", {**before, "name": name})
        )


def letter(kind: LetterKind, form: LetterForm) -> str:
    """A letter of a kind and form, in a sentence: `a thank-you e-mail`."""
    known = about(kind)
    to = " to a reference" if known.to_reference else ""
    if form is LetterForm.TYPED:
        return f"a typed {known.adjective} letter{to}"
    article = "an" if known.adjective[0] in "aeiou" else "a"
    return f"{article} {known.adjective} {'card' if form is LetterForm.CARD else 'e-mail'}{to}"


def called(kind: LetterKind, form: LetterForm, name: str = "") -> str:
    """A template in a sentence: `the template “Warm” for a thank-you card`."""
    return f"{f'the template “{name}”' if name else 'your template'} for {letter(kind, form)}"


def _of(template: Template) -> str:
    return called(template.kind, template.form, template.name)
