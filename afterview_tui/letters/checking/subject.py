"""The subject of an e-mail."""

from __future__ import annotations

from collections.abc import Iterator

from afterview_tui.domain.letter import LetterForm
from afterview_tui.letters.checking.finding import Check, Finding

_WHY = "The e-mail has no subject: a few words say what it is about."


def no_subject(subject: str, form: LetterForm) -> Iterator[Finding]:
    """An e-mail without a subject."""
    if form is LetterForm.EMAIL and not subject.strip():
        yield Finding(Check.SUBJECT, 0, 0, "", _WHY, in_subject=True, about="subject")
