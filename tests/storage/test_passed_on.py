"""Where addresses are missing: one note to be passed on, counted for those it is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain import passed_on
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.recipients import Recipient, next_unsent
from afterview_tui.domain.records import Facts, Interview, Person
from afterview_tui.domain.task import State, Task
from afterview_tui.domain.tasks import tasks
from afterview_tui.letters.drafting.facts_in_words import fact_words
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import MONDAY
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Dump

FRIDAY = date(2026, 11, 20)
JO = Person(name="Jo Park", title="Ms.", email="jo@example.org", job_title="coordinator")
MARIA = Person(name="Maria Chen", title="Dr.")
LEE = Person(name="Lee Fox", called="Lee")
KIT = Person(name="Kit Oda", title="Mr.", email="kit@example.org")
TO_ALL = "Dear Ms. Park, would you pass on my thanks?"


@pytest.fixture
def panel(store: Store) -> Store:
    interview = Interview(employer="Oak", held_on=FRIDAY)
    store.interviews.add(Entry(interview, [JO, MARIA, LEE, KIT]))
    return store


def facts(store: Store) -> Facts:
    found = store.interviews.facts(1)
    assert found is not None
    return found


def person(store: Store, place: int) -> Person:
    return facts(store).met[place].person


def send(store: Store, text: str, place: int = 0, kind: LetterKind = LetterKind.FOR_OTHERS) -> None:
    found, to = facts(store), person(store, place)
    letter = replace(as_shown(found, to, kind=kind), text=text)
    store.letters.mark_sent(found, letter, to, MONDAY)


def line(store: Store, place: int) -> Task:
    key = f"letter:{facts(store).met[place].meeting.id}"
    return next(task for task in tasks(facts(store), MONDAY) if task.key == key)


def thanked(store: Store) -> list[str]:
    """Whose line is settled by the note."""
    every = ((met.person.name, line(store, place)) for place, met in enumerate(facts(store).met))
    return [name for name, task in every if "in the note to" in task.note]


def test_a_note_is_for_those_without_an_address(panel: Store) -> None:
    to = Recipient(person(panel, 0), LetterKind.FOR_OTHERS)
    assert fact_words(facts(panel), to, MONDAY)["names"] == "Dr. Chen and Lee"
    send(panel, "Dear you", 1, LetterKind.THANK_YOU)
    assert fact_words(facts(panel), to, MONDAY)["names"] == "Lee"
    send(panel, "Dear you", 2, LetterKind.THANK_YOU)
    assert fact_words(facts(panel), to, MONDAY)["names"] == "Mr. Oda", "he has no letter yet"
    send(panel, "Dear you", 3, LetterKind.THANK_YOU)
    assert fact_words(facts(panel), to, MONDAY)["names"] == "Dr. Chen, Lee and Mr. Oda"


def test_a_note_that_names_nobody_counts_for_all_without_an_address(panel: Store) -> None:
    assert line(panel, 1).is_open
    send(panel, TO_ALL)
    assert thanked(panel) == ["Maria Chen", "Lee Fox"]
    task = line(panel, 1)
    assert (task.state, task.note) == (State.DONE, "in the note to Ms. Jo Park, Mon 23 Nov")
    assert line(panel, 0).is_open, "the note is no letter of thanks to who carries it"
    assert line(panel, 3).is_open


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Please tell Dr. Chen that I keep thinking of it.", ["Maria Chen"]),
        ("Please tell LEE and Mr. Oda so.", ["Lee Fox", "Kit Oda"]),
        ("Thanks to Chen's team, and to Kit Oda.", ["Maria Chen", "Kit Oda"]),
        ("Leeds is far, and chens are not meant.", ["Maria Chen", "Lee Fox"]),
    ],
)
def test_a_note_counts_for_those_that_it_names(panel: Store, said: str, names: list[str]) -> None:
    send(panel, f"Dear Ms. Park, {said}")
    assert thanked(panel) == names


def test_who_has_a_letter_of_their_own_keeps_that(panel: Store) -> None:
    send(panel, "Dear you", 1, LetterKind.THANK_YOU)
    send(panel, f"{TO_ALL} Also to Dr. Chen and Lee.")
    assert thanked(panel) == ["Lee Fox"]
    assert line(panel, 1).note == "sent Mon 23 Nov"


def test_a_note_is_undone_and_done_again_with_all_that_it_counted_for(
    panel: Store, dump: Callable[[Path], Dump]
) -> None:
    before = dump(panel.path)
    send(panel, TO_ALL)
    after = dump(panel.path)
    panel.file.undo()
    assert dump(panel.path) == before
    assert thanked(panel) == []
    panel.file.redo()
    assert dump(panel.path) == after


def test_a_note_that_is_not_sent_after_all_counts_for_nobody_until_it_is(panel: Store) -> None:
    send(panel, TO_ALL)
    note = facts(panel).letter_to(person(panel, 0).id, LetterKind.FOR_OTHERS)
    assert note is not None
    panel.letters.reopen(facts(panel), note, person(panel, 0))
    assert thanked(panel) == []
    send(panel, "Dear Ms. Park, please tell Lee.")
    assert thanked(panel) == ["Lee Fox"], "with other words it is for others"


def test_one_line_is_taken_out_of_the_note(panel: Store) -> None:
    send(panel, TO_ALL)
    panel.letters.take_out_of_note(facts(panel), facts(panel).met[1])
    assert thanked(panel) == ["Lee Fox"]
    panel.file.undo()
    assert thanked(panel) == ["Maria Chen", "Lee Fox"]


def test_an_address_that_is_found_later_opens_no_line_again(panel: Store) -> None:
    send(panel, TO_ALL)
    before = person(panel, 1)
    panel.people.edit(replace(before, email="maria@example.org"), before)
    assert thanked(panel) == ["Maria Chen", "Lee Fox"]


def test_the_next_letter_is_not_to_somebody_who_was_thanked_in_a_note(panel: Store) -> None:
    send(panel, TO_ALL)
    first = facts(panel).met[0]
    after = Recipient(first.person, LetterKind.THANK_YOU, first.meeting)
    following = next_unsent(facts(panel), after)
    assert following is not None
    assert following.person.name == "Kit Oda"


def test_the_numbers_count_it_as_the_steps_do(panel: Store) -> None:
    send(panel, TO_ALL)
    letters = panel.numbers.all(date(2026, 12, 9)).letters
    assert (letters.in_time, letters.later, letters.unsent) == (0, 2, 2)


def test_somebody_with_an_address_could_pass_it_on(panel: Store) -> None:
    every = facts(panel)
    found = [passed_on.bearer(every, met.person) for met in every.met]
    assert [one.name if one else "" for one in found] == ["Kit Oda", *["Jo Park"] * 3]
    alone = replace(every, met=every.met[1:2])
    assert passed_on.bearer(alone, alone.met[0].person) is None
