"""Whom a letter goes to, and what for: the one thing that tells two letters apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from afterview_tui.domain.letter import Letter, LetterKind, LetterState
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.records import Facts, Meeting, Met, Person


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to whom a letter of one kind goes.

    `meeting` is what the two talked about; it is empty for a reference.
    """

    person: Person
    kind: LetterKind = LetterKind.THANK_YOU
    meeting: Meeting = field(default_factory=Meeting)

    @property
    def key(self) -> tuple[int, LetterKind]:
        """What stays the same when facts change."""
        return self.person.id, self.kind

    def letter(self, facts: Facts) -> Letter | None:
        """The letter in the form that is in front, when it is on file."""
        return facts.letter_to(self.person.id, self.kind)

    def letters(self, facts: Facts) -> tuple[Letter, ...]:
        """The letter in each form that is on file."""
        return facts.letters_to(self.person.id, self.kind)


def thanked(met: Met) -> Recipient:
    """Somebody met, as the recipient of a thank-you letter."""
    return Recipient(met.person, LetterKind.THANK_YOU, met.meeting)


def everybody(facts: Facts, kind: LetterKind) -> list[Recipient]:
    """All who may get a letter of this kind: those met, or the references."""
    if about(kind).to_reference:
        return [Recipient(one.person, kind) for one in facts.vouching]
    return [Recipient(met.person, kind, met.meeting) for met in facts.met]


def recipients(facts: Facts) -> list[Recipient]:
    """Everybody met, for their thank-you letter, then whoever another letter is begun to."""
    found = [thanked(met) for met in facts.met]
    for kind in LetterKind:
        if kind is not LetterKind.THANK_YOU:
            everyone = everybody(facts, kind)
            found += [one for one in everyone if any(map(_is_begun, one.letters(facts)))]
    return found


def _is_begun(letter: Letter) -> bool:
    """Whether somebody wrote in a letter, or it went out."""
    return not (letter.follows_facts and letter.state is LetterState.DRAFT)
