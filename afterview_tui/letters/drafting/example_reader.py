"""Somebody to show a template with, where there is nobody yet: plainly invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts, Felt, Interview, Me, Meeting, Person, Reflection

_PERSON = Person(name="Robin Example", title="Dr.")
_MEETING = Meeting(
    talked_about="how the front desk works",
    strength="calm with people who are nervous",
)
_UNSAID = Reflection(unsaid="my two years of evening shifts")


@dataclass(frozen=True, slots=True)
class Addressed:
    """Somebody a letter may go to, at an interview. `is_invented` when nobody is on file."""

    facts: Facts
    to: Recipient
    is_invented: bool = False


def addressed(
    kind: LetterKind, facts: Facts | None, to: Recipient | None, me: Me, today: date
) -> Addressed:
    """Who a letter of this kind goes to: `to`, somebody else at that interview, or nobody real."""
    if facts is None:
        return Addressed(_interview(me, today), Recipient(_PERSON, kind, _MEETING), True)
    people = everybody(facts, kind)
    same = [one for one in people if to is not None and one.person.id == to.person.id]
    if found := (same or people)[:1]:
        return Addressed(facts, found[0])
    return Addressed(facts, Recipient(_PERSON, kind, _MEETING), True)


def _interview(me: Me, today: date) -> Facts:
    held_on = today - timedelta(days=1)
    interview = Interview(employer="Example & Co", role="Clerk", held_on=held_on, felt=Felt.WELL)
    return Facts(interview, reflection=_UNSAID, me=me)
