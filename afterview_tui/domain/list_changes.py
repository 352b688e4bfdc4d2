"""What a changed list of people does, in words: who is taken out, who has another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from afterview_tui.domain.letter import LetterState
from afterview_tui.domain.recognising import Recognised
from afterview_tui.domain.records import Briefing, Facts, Person
from afterview_tui.domain.text import count, fold, joined

_TALK = ("talked_about", "strength")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def will_leave(facts: Facts, person: Person) -> str:
    """Before it is done: who is taken out, and what goes to the bin with them."""
    things = what_goes(facts, person)
    return f"{person.shown} is taken out" + (f", with {joined(things)}" if things else "")


def has_left(facts: Facts, people: Sequence[Person]) -> str:
    """After it was done: who was taken out, and what is in the bin now."""
    if not people:
        return ""
    things = list(dict.fromkeys(thing for one in people for thing in what_goes(facts, one)))
    into_the_bin = f", with {joined(things)}, and is in the bin" if things else ""
    was = "was" if len(people) == 1 else "were"
    shown = joined([one.shown for one in people])
    return f"{shown} {was} taken out{into_the_bin}."


def what_goes(facts: Facts, person: Person) -> list[str]:
    """What was written to somebody, or noted of them, for this interview."""
    letters = [
        one
        for one in facts.letters
        if one.person_id == person.id and not (one.follows_facts and one.state is LetterState.DRAFT)
    ]
    talked = any(
        getattr(met.meeting, part)
        for met in facts.met
        if met.person.id == person.id
        for part in _TALK
    )
    told = any(_is_told(v.briefing) for v in facts.vouching if v.person.id == person.id)
    things = [
        "a letter" if len(letters) == 1 else count(len(letters), "letter") if letters else "",
        "the notes of the talk" if talked else "",
        "what they were told" if told else "",
    ]
    return list(filter(None, things))


def _is_told(briefing: Briefing) -> bool:
    days = (
        briefing.not_needed_on,
        briefing.briefed_on,
        briefing.called_on,
        briefing.thanked_on,
        briefing.told_on,
    )
    return bool(briefing.note) or any(days)


def renames(*lists: Recognised | None) -> list[tuple[Person, Person]]:
    """Who has another name from now on: as they were, and as typed."""
    return [
        (line.stands_for, line.typed)
        for one in lists
        if one is not None
        for line in one.lines
        if line.stands_for is not None and line.is_renamed
    ]


def is_renamed(before: Person, now: Person, letters: int) -> str:
    """After it was done: the new name, and in how many letters the old one still stands.

    What somebody wrote, or sent, is theirs and stays as it is.
    """
    said = f"{before.shown} is {now.shown} now."
    if not letters:
        return said
    where = "1 letter" if letters == 1 else count(letters, "letter")
    return f"{said} “{left_word(before, now)}” still stands in {where} that you wrote or sent."


def left_word(before: Person, now: Person) -> str:
    """The part of the old name by which it is known in a letter: the last one that changed."""
    gone = old_words(before, now)
    return next((one for one in reversed(before.name.split()) if fold(one) in gone), before.name)


def old_words(before: Person, now: Person) -> set[str]:
    """The words of the old name that are not in the new one."""
    return _words(f"{before.name} {before.called}") - _words(f"{now.name} {now.called}")


def still_says(texts: Iterable[str], before: Person, now: Person) -> int:
    """In how many of these texts a word of the old name stands."""
    gone = old_words(before, now)
    return sum(not gone.isdisjoint(_words(text)) for text in texts)


def _words(text: str) -> set[str]:
    """The words that may be names: "may" is none, "May" is."""
    return {fold(one) for one in _WORD.findall(text) if not one.islower()}
