"""Thanks that one person passes on to others of an interview, whose addresses are not known."""

from __future__ import annotations

import re

from afterview_tui.domain.letter import Letter, LetterState
from afterview_tui.domain.records import Facts, Met, Person
from afterview_tui.domain.text import clean_line, fold


def meant_for(facts: Facts, through: int) -> tuple[Met, ...]:
    """For whom a note to this person, by their id, is: the others to whom nothing can be sent.

    Where all can be written to, it is for all who have no letter of their own, or for all.
    """
    others = [met for met in facts.met if met.person.id != through]
    waiting = [met for met in others if facts.sent_to(met.person.id) is None]
    return tuple([met for met in waiting if not has_address(met.person)] or waiting or others)


def thanked_by(facts: Facts, through: int, text: str) -> tuple[Met, ...]:
    """Who is thanked by a note with this text: those it names, or all for whom it is meant."""
    said = fold(text)
    others = [met for met in facts.met if met.person.id != through]
    named = tuple(met for met in others if _is_named(met.person, said))
    return named or meant_for(facts, through)


def note_for(facts: Facts, met: Met) -> Letter | None:
    """The note that went out and carried the thanks to somebody, if one did."""
    sent = (one for one in facts.letters if one.state is LetterState.SENT)
    return next((one for one in sent if one.id == met.meeting.thanked_in), None)


def is_thanked(facts: Facts, met: Met) -> bool:
    """Whether thanks went to somebody, in a letter of their own or in a note passed on."""
    return facts.sent_to(met.person.id) is not None or note_for(facts, met) is not None


def bearer(facts: Facts, person: Person) -> Person | None:
    """Who could pass thanks on to somebody without an address: the first met who has one."""
    others = (met.person for met in facts.met if met.person.id != person.id)
    return next((one for one in others if has_address(one)), None)


def has_address(person: Person) -> bool:
    """Whether a letter can be sent to somebody, by e-mail or by post."""
    return bool(clean_line(person.email) or clean_line(person.address))


def _is_named(person: Person, said: str) -> bool:
    from afterview_tui.domain import names

    every = {person.called, person.name, names.addressed(person), names.family_name(person)}
    every -= {"", names.GAP}
    return any(re.search(rf"(?<!\w){re.escape(fold(one))}(?!\w)", said) for one in every)
