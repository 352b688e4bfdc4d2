"""What was not said at an interview: one record, and what letters have said of it since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from afterview_tui.domain.letter_spans import unpacked
from afterview_tui.domain.records import Facts
from afterview_tui.domain.text import fold

PART = "not_said"  # the part of a letter that says it


@dataclass(frozen=True, slots=True)
class SaidSince:
    """What a letter says that was not said there, and to whom."""

    person: str
    text: str


def said_since(facts: Facts) -> tuple[SaidSince, ...]:
    """What letters say of it, in the order of the letters; what is on record is not repeated."""
    noted = fold(facts.reflection.unsaid)
    return tuple(one for one in _in_letters(facts) if fold(one.text) not in noted)


def _in_letters(facts: Facts) -> Iterator[SaidSince]:
    people = {met.person.id: met.person.shown for met in facts.met}
    for letter in facts.letters:
        for span in () if letter.follows_facts else unpacked(letter.parts, letter.text):
            text = span.of(letter.text).strip()
            # What stands in brackets alone is the question that nobody has answered yet.
            if span.name == PART and text and not (text[0] == "[" and text[-1] == "]"):
                yield SaidSince(people.get(letter.person_id, ""), text)
