"""Whom a letter goes to, and what for: the one thing that tells two letters apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from afterview_tui.domain import passed_on
from afterview_tui.domain.letter import Letter, LetterKind, LetterState
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.records import Facts, Meeting, Met, Outcome, Person

_WAITING = (
    LetterKind.THANK_YOU,
    LetterKind.FOR_OTHERS,
    LetterKind.CORRECTION,
    LetterKind.FOLLOW_UP,
    LetterKind.OTHER_OFFER,
    LetterKind.WITHDRAW,
)
# What there may be to write as things stand; thanks to the references besides.
_FITTING: Mapping[Outcome, tuple[LetterKind, ...]] = {
    Outcome.OPEN: _WAITING,
    Outcome.QUIET: _WAITING,
    Outcome.OFFER: (
        LetterKind.THANK_YOU,
        LetterKind.CORRECTION,
        LetterKind.OFFER_THANKS,
        LetterKind.MORE_TIME,
        LetterKind.ACCEPT,
        LetterKind.DECLINE,
    ),
    Outcome.ACCEPTED: (LetterKind.THANK_YOU, LetterKind.ACCEPT),
    Outcome.DECLINED: (LetterKind.THANK_YOU, LetterKind.DECLINE),
    Outcome.NO: (LetterKind.THANK_YOU, LetterKind.WHY_NOT, LetterKind.AFTER_NO),
    Outcome.WITHDRAWN: (LetterKind.THANK_YOU, LetterKind.WITHDRAW),
}


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


def kinds_now(facts: Facts, shown: LetterKind) -> list[LetterKind]:
    """The kinds of letter that make sense as things stand, the one that is shown among them."""
    fitting = {*_FITTING[facts.interview.outcome]} if facts.met else set()
    if len(facts.met) < 2:  # there is nobody else to pass it on to
        fitting.discard(LetterKind.FOR_OTHERS)
    if facts.vouching:
        fitting.add(LetterKind.REFERENCE)
    return [kind for kind in LetterKind if kind in fitting | {shown}]


def next_unsent(facts: Facts, after: Recipient) -> Recipient | None:
    """The next letter in the list that is to go out and has not; after the last, the first.

    Thanks that nobody began come after other thanks alone: who accepts has other things in mind.
    """
    listed = recipients(facts)
    place = next((i for i, one in enumerate(listed) if one.key == after.key), -1)
    for one in [*listed[place + 1 :], *listed[: max(place, 0)]]:
        is_thanks = one.kind is LetterKind.THANK_YOU
        if is_thanks and passed_on.note_for(facts, Met(one.meeting, one.person)) is not None:
            continue
        is_wanted = after.kind is LetterKind.THANK_YOU and one.meeting.wants_letter
        if (is_wanted or not is_thanks) and facts.sent_to(*one.key) is None:
            return one
    return None


def _is_begun(letter: Letter) -> bool:
    """Whether somebody wrote in a letter, or it went out."""
    return not (letter.follows_facts and letter.state is LetterState.DRAFT)
