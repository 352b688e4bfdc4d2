"""Which template a letter is drafted in: ours, the user's own, one with a name."""

from __future__ import annotations

from collections.abc import Sequence

from afterview_tui.domain.letter import LetterForm, LetterKind, Template
from afterview_tui.domain.text import fold
from afterview_tui.letters.drafting.compose import ours
from afterview_tui.storage.templates import letter
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick

OURS = 0  # the id of our own template, which is not on file


def pick_template(templates: Sequence[Template], kind: LetterKind, form: LetterForm) -> Pick:
    """Ask which one. The answer is the id of one of `templates`, or OURS."""
    candidates = [
        Candidate(one.id, one.name or "Yours", "" if one.name else "in the place of ours")
        for one in _fitting(templates, kind, form)
    ]
    every = [*candidates, Candidate(OURS, "Ours", "as it came")]
    return Pick(f"In which template? {letter(kind, form).capitalize()}", every)


def source_of(
    picked: int, templates: Sequence[Template], kind: LetterKind, form: LetterForm
) -> str:
    """The template that was picked."""
    found = [one.text for one in _fitting(templates, kind, form) if one.id == picked]
    return found[0] if found else ours(kind, form)


def _fitting(templates: Sequence[Template], kind: LetterKind, form: LetterForm) -> list[Template]:
    """Those for a letter of this kind and form; the one without a name first."""
    fitting = [one for one in templates if (one.kind, one.form) == (kind, form)]
    return sorted(fitting, key=lambda one: fold(one.name))
