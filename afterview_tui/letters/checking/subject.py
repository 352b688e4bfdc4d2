"""The subject of an e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.letters.checking.finding import Check, Finding, at
from afterview_tui.letters.checking.long_part import Span

_WHY = "The e-mail has no subject: a few words say what it is about."

_NOT_SAID = "not_said"
_UNKEPT = "The subject promises this, and the part that would say it is not in the letter."
# As our subjects have it, and what people make of them.
_PROMISE = re.compile(
    r"(?:some|one )thing (?:that )?I (?:left out|forgot)"
    r"|what I (?:did(?: not|n['’]t) get to say|forgot to tell you)|(?:a|the) missing point"
    r"|one thing more|one more thing|(?:a|one) better answer|(?:an|one) answer"
    r" (?:put right|I can give better|that I got wrong)"
    r"|the answer I (?:owe you|should have given)|a correction",
    re.I,
)


def no_subject(subject: str, form: LetterForm) -> Iterator[Finding]:
    """An e-mail without a subject."""
    if form is LetterForm.EMAIL and not subject.strip():
        yield Finding(Check.SUBJECT, 0, 0, "", _WHY, in_subject=True, about="subject")


def promises_what_is_left_out(
    subject: str, text: str, to: tuple[LetterKind, LetterForm], parts: Sequence[Span]
) -> Iterator[Finding]:
    """A subject that names what was not said, of a letter from which that part was taken out.

    A part that is still open is left out when somebody went on behind it. Of a letter
    whose parts are not known nothing is told.
    """
    kind, form = to
    promise = _PROMISE.search(subject) if form is LetterForm.EMAIL else None
    if promise is None or not parts or _NOT_SAID not in [one.name for one in about(kind).parts]:
        return
    filled = [one for one in parts if one[1] < one[2]]
    where = next((start for name, start, _ in filled if name == _NOT_SAID), None)
    if where is not None:
        if text[where] != "[":
            return
        if not any(start > where and text[start] != "[" for _, start, _ in filled):
            return
    yield at(Check.PROMISE, subject, promise.start(), promise.end(), _UNKEPT)
