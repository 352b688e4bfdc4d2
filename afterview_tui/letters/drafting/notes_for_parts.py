"""What is noted on file that belongs to a part of a letter: to be read while it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from afterview_tui.domain import text as texts
from afterview_tui.domain.letter_parts import Part
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts
from afterview_tui.letters.drafting.own_words import without_bullet


@dataclass(frozen=True, slots=True)
class Note:
    """Something noted, where it comes from, and in whose letter its words stand already."""

    text: str
    source: str
    used_for: str = ""


def notes_for(part: Part, facts: Facts, to: Recipient) -> tuple[Note, ...]:
    """The notes that fit a part of the letter to somebody, each once, theirs first."""
    found: dict[str, Note] = {}
    for kind in part.notes:
        for text, source in _SOURCES[kind](facts, to):
            for line in texts.lines(text):
                words = without_bullet(line)
                found.setdefault(texts.fold(words), Note(words, source, _used(words, facts, to)))
    return tuple(found.values())


def _talk(facts: Facts, to: Recipient) -> Iterator[tuple[str, str]]:
    yield to.meeting.talked_about, "you talked about"


def _not_said(facts: Facts, to: Recipient) -> Iterator[tuple[str, str]]:
    yield facts.reflection.unsaid, "not said there"


def _cared(facts: Facts, to: Recipient) -> Iterator[tuple[str, str]]:
    yield facts.reflection.cared, "they cared about"


def _strength(facts: Facts, to: Recipient) -> Iterator[tuple[str, str]]:
    yield to.meeting.strength, "to stress"
    for met in facts.met:
        if met.person.id != to.person.id:
            yield met.meeting.strength, f"to stress with {met.person.shown}"


def _terms(facts: Facts, to: Recipient) -> Iterator[tuple[str, str]]:
    yield facts.interview.offer_written, "in writing"
    yield facts.interview.offer_said, "only said so far"


def _offer_said(facts: Facts, to: Recipient) -> Iterator[tuple[str, str]]:
    yield facts.interview.offer_said, "only said so far"


_SOURCES = {
    "talk": _talk,
    "not_said": _not_said,
    "cared": _cared,
    "strength": _strength,
    "terms": _terms,
    "offer_said": _offer_said,
}


def _used(words: str, facts: Facts, to: Recipient) -> str:
    """Whose other letter has these words already; "" when none has."""
    folded = texts.fold(words).rstrip(".")
    people = {met.person.id: met.person.shown for met in facts.met}
    for letter in facts.letters:
        is_other = (letter.person_id, letter.kind) != to.key and not letter.follows_facts
        if is_other and letter.person_id in people and folded in texts.fold(letter.text):
            return people[letter.person_id]
    return ""
