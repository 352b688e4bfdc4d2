"""What the list of templates shows: every letter, ours or the user's own, and the named ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from afterview_tui.domain.letter import LetterForm, LetterKind, Template
from afterview_tui.domain.text import fold
from afterview_tui.letters.drafting.compose import ours
from afterview_tui.storage.templates import letter


@dataclass(frozen=True, slots=True)
class Entry:
    """One template in the list. Without `own` it is ours."""

    kind: LetterKind
    form: LetterForm
    own: Template | None = None

    @property
    def id(self) -> str:
        """What stays the same when ours becomes the user's own, and back."""
        number = self.own.id if self.own is not None and self.own.name else 0
        return f"{self.kind.name}-{self.form.name}-{number}"

    @property
    def name(self) -> str:
        """The name, of a named one."""
        return self.own.name if self.own is not None else ""

    @property
    def source(self) -> str:
        """The template itself."""
        return self.own.text if self.own is not None else ours(self.kind, self.form)

    @property
    def title(self) -> str:
        """What it is called above its text."""
        words = f"{self.kind.value.capitalize()} · {self.form.value}"
        return f"{words} · {self.name}" if self.name else words

    @property
    def whose(self) -> str:
        """Whether it is ours or the user's."""
        return "ours" if self.own is None else "yours"

    @property
    def letter(self) -> str:
        """The letter in a sentence."""
        return letter(self.kind, self.form)

    @property
    def about(self) -> str:
        """What it is in the place of, below its text."""
        if self.name:
            return "yours, to choose"
        is_own = self.own is not None
        return "yours, in the place of ours" if is_own else "ours; typing makes it yours"

    @property
    def key(self) -> str:
        """What the text of it goes by."""
        return f"template:{self.kind}:{self.form}:{self.name}"


def entries(templates: Iterable[Template]) -> Iterator[Entry]:
    """Every letter in the order of its kind and form, each with its named ones below it."""
    every = sorted(templates, key=lambda one: fold(one.name))
    for kind in LetterKind:
        for form in LetterForm:
            own = [one for one in every if (one.kind, one.form) == (kind, form)]
            unnamed = next((one for one in own if not one.name), None)
            yield Entry(kind, form, unnamed)
            yield from (Entry(kind, form, one) for one in own if one.name)
