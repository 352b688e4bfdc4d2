"""What an employer knows from letters that went out: told once, it need not be told again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain.letter import LetterState
from afterview_tui.domain.letter_spans import unpacked
from afterview_tui.domain.records import Facts

# The parts of letters in which somebody tells of themselves.
_TELLING = ("you_can", "not_said", "news", "right")


@dataclass(frozen=True, slots=True)
class ToldInLetter:
    """What one part of a letter said, to whom and when."""

    person: str
    sent_on: date | None
    text: str


def told_in_letters(facts: Facts) -> Iterator[ToldInLetter]:
    """What the letters of an interview that were sent told of the user, the newest first."""
    people = {met.person.id: met.person.shown for met in facts.met}
    for letter in sorted(facts.letters, key=lambda one: one.sent_on or date.min, reverse=True):
        if letter.state is not LetterState.SENT or letter.person_id not in people:
            continue
        for span in unpacked(letter.parts, letter.text):
            text = span.of(letter.text).strip()
            if span.name in _TELLING and text and not (text[0] == "[" and text[-1] == "]"):
                yield ToldInLetter(people[letter.person_id], letter.sent_on, text)
