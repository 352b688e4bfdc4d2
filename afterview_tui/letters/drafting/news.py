"""Something new to bring along when asking how things stand, so that no try repeats another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from afterview_tui.domain import text as texts
from afterview_tui.domain.letter import LetterKind, LetterState
from afterview_tui.domain.records import Facts, Person
from afterview_tui.domain.steps.follow_up import counted
from afterview_tui.domain.text import each_once
from afterview_tui.letters.drafting import own_words


def something_new(facts: Facts, person: Person | None) -> str:
    """One thing to add, fit for a sentence; each try has another. "" when nothing is left.

    What a letter to this person said already is not new to them.
    """
    number = person.id if person else 0
    talks = sorted((m.meeting for m in facts.met), key=lambda talk: talk.person_id != number)
    every = [
        *facts.reflection.unsaid.splitlines(),
        *(talk.strength for talk in talks),
    ]
    things = list(_unsaid(each_once(map(own_words.fitted, every)), facts, number))
    told = len(counted(facts))
    return things[told] if told < len(things) else ""


def _unsaid(things: Iterable[str], facts: Facts, number: int) -> Iterator[str]:
    # Follow-up notes are left aside: each of them is a try, and those are counted.
    said = [
        texts.fold(letter.text)
        for letter in facts.letters
        if letter.person_id == number
        and letter.state is LetterState.SENT
        and letter.kind is not LetterKind.FOLLOW_UP
    ]
    for thing in things:
        if not any(texts.fold(thing).rstrip(".") in text for text in said):
            yield thing
