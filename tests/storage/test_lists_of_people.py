"""The people of an interview, as lists that are changed: renamed, taken out, by two windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from afterview_tui.domain import names
from afterview_tui.domain.letter import Letter, LetterState
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.recognising import Recognised, as_named, recognise
from afterview_tui.domain.records import Facts, Interview, Meeting, Person
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import MONDAY, Dump, FilledFile, Opener
from tests.unit.build import as_shown

Dumper = Callable[[Path], Dump]
LAKESIDE = "Lakeside Dental"


def people(store: Store, block: str, facts: Facts | None = None, **is_renamed: bool) -> Recognised:
    """The people met as a form has them, that was opened at these facts.

    `is_renamed` answers what is asked about a first name (`joe=True`).
    """
    listed = [one.person for one in facts.met] if facts is not None else []
    typed = names.people(block)
    every = [one.person for one in store.people.all()]
    answers = {
        (before.id, one.shown.casefold()): is_renamed[first]
        for one in typed
        for before in listed
        if (first := one.name.split()[0].casefold()) in is_renamed
    }
    return recognise(typed, listed, every, LAKESIDE, answers)


def edit(filled: FilledFile, block: str, store: Store | None = None, **is_renamed: bool) -> None:
    """Change who was met at the open interview, with a form that is opened now."""
    store = store or filled.store
    facts = filled.facts()
    store.interviews.edit(Entry(facts.interview, people(store, block, facts, **is_renamed), None))


def met(filled: FilledFile, number: int = 0) -> list[str]:
    return [one.person.shown for one in filled.facts(number).met]


def named(store: Store, name: str) -> list[Person]:
    return [one.person for one in store.people.all() if one.person.name == name]


@pytest.mark.parametrize(
    ("block", "names_shown"),
    [
        ("Dr. Patel, owner\nMrs. Patel, office manager", ["Dr. Patel", "Mrs. Patel"]),
        ("Dr. Patel, a@x.example\nDr. Patel, b@x.example", ["Dr. Patel", "Dr. Patel"]),
        ("Maria\nMaria", ["Maria", "Maria"]),
        ("Maria Chen\nMaria Chen", ["Dr. Maria Chen", "Maria Chen"]),
    ],
)
@pytest.mark.parametrize("is_recognised", [True, False])
def test_as_many_people_are_on_file_as_lines_were_typed(
    filled: FilledFile, block: str, names_shown: list[str], is_recognised: bool
) -> None:
    store = filled.store
    new = Interview(employer=LAKESIDE, held_on=MONDAY)
    typed = people(store, block) if is_recognised else names.people(block)
    number = store.interviews.add(Entry(new, typed))
    assert met(filled, number) == names_shown
    assert len({one.person.id for one in filled.facts(number).met}) == len(names_shown)
    again = [replace(one.person, id=0) for one in filled.facts(number).met]
    store.interviews.edit(Entry(filled.facts(number).interview, again, None))
    assert met(filled, number) == names_shown


def test_a_corrected_name_keeps_letter_and_notes_of_the_talk(
    filled: FilledFile, dump: Dumper, path: Path
) -> None:
    """ "Jo Park" made "Joe Park": the sent letter left the strip, the notes were lost."""
    store, jo = filled.store, filled.person("Jo Park")
    (talk,) = (one.meeting for one in filled.facts().met if one.person == jo)
    store.interviews.say_about(replace(talk, talked_about="the recall list"))
    before = dump(path)
    edit(filled, "Dr. Maria Chen, owner\nJoe Park, recruiter")
    now = filled.person("Joe Park")
    assert now == replace(jo, name="Joe Park", job_title="recruiter")
    assert [one.meeting.talked_about for one in filled.facts().met] == ["", "the recall list"]
    letter = filled.facts().letter_to(now.id)
    assert letter is not None
    assert (letter.text, letter.state) == ("Dear Jo,", LetterState.SENT)
    store.file.undo()
    assert dump(path) == before


@pytest.mark.parametrize("is_one", [True, False])
def test_what_was_answered_about_another_name_is_what_is_done(
    filled: FilledFile, is_one: bool
) -> None:
    jo = filled.person("Jo Park")
    edit(filled, "Dr. Maria Chen, owner\nJoe Parker", joe=is_one)
    assert met(filled) == ["Dr. Maria Chen", "Joe Parker"]
    assert (filled.person("Joe Parker").id == jo.id) is is_one
    assert named(filled.store, "Jo Park") == ([] if is_one else [jo])
    binned = [one.words for one in filled.store.bin.all()]
    assert binned == ([] if is_one else ["Jo Park, met at Lakeside Dental"])


def test_whoever_is_taken_out_is_in_the_bin_and_comes_back_with_all_that_was_noted(
    filled: FilledFile, dump: Dumper, path: Path
) -> None:
    before = dump(path)
    edit(filled, "Dr. Maria Chen, owner")
    assert met(filled) == ["Dr. Maria Chen"]
    (binned,) = filled.store.bin.all()
    filled.store.bin.restore(binned)
    assert dump(path) == before


def test_a_reference_renamed_keeps_what_they_were_told(filled: FilledFile) -> None:
    store, facts = filled.store, filled.facts()
    amy = facts.vouching[0]
    store.references.note(amy, "briefed_on", MONDAY)
    listed = [as_named(one) for one in facts.vouching]
    typed = names.people("Amy Ortez, mentor\nTom Reed, teacher")
    found = recognise(typed, listed, [one.person for one in store.people.all()])
    store.interviews.edit(Entry(facts.interview, None, found))
    now = filled.facts().vouching[0]
    assert now.person == replace(amy.person, name="Amy Ortez")
    assert now.reference == replace(amy.reference, relation="mentor")
    assert now.briefing.briefed_on == MONDAY
    assert [one.person.shown for one in filled.facts(filled.offer_id).vouching] == ["Amy Ortez"]


def test_somebody_renamed_in_a_next_round_is_the_same_person(filled: FilledFile) -> None:
    facts, jo = filled.facts(), filled.person("Jo Park")
    found = people(filled.store, "Dr. Maria Chen, owner\nJoe Parker\nUna Vale", facts, joe=True)
    new = Interview(employer=LAKESIDE, held_on=MONDAY)
    number = filled.store.interviews.add_round(facts, Entry(new, found, None))
    assert met(filled, number) == ["Dr. Maria Chen", "Joe Parker", "Una Vale"]
    assert met(filled) == ["Dr. Maria Chen", "Joe Parker"]
    assert filled.facts(number).met[1].person.id == jo.id


# Two windows on one list


def test_a_line_that_this_window_left_alone_keeps_what_another_window_wrote(
    filled: FilledFile, opened: Opener
) -> None:
    mine, facts = opened(), filled.facts()
    found = people(mine, "Dr. Maria Cheng, owner\nJo Park", facts)
    edit(filled, "Dr. Maria Chen, owner\nJo Parks, nurse, 555-0100")
    mine.interviews.edit(Entry(facts.interview, found, None), facts.interview)
    assert met(filled) == ["Dr. Maria Cheng", "Jo Parks"]
    assert filled.person("Jo Parks").job_title == "nurse"
    assert filled.person("Jo Parks").phone == "555-0100"


def test_whom_another_window_added_stays(filled: FilledFile, opened: Opener) -> None:
    mine, facts = opened(), filled.facts()
    found = people(mine, "Dr. Maria Chen, owner", facts)
    filled.store.interviews.add_met(facts.interview.id, Person(name="Una Vale"), LAKESIDE)
    mine.interviews.edit(Entry(facts.interview, found, None), facts.interview)
    assert met(filled) == ["Dr. Maria Chen", "Una Vale"]


def test_whom_another_window_took_out_is_there_again_with_the_notes(
    filled: FilledFile, opened: Opener
) -> None:
    mine, facts = opened(), filled.facts()
    (talk,) = (one.meeting for one in facts.met if one.person.name == "Jo Park")
    filled.store.interviews.say_about(replace(talk, talked_about="the recall list"))
    found = people(mine, "Dr. Maria Chen, owner\nJoe Park", facts)
    edit(filled, "Dr. Maria Chen, owner")
    mine.interviews.edit(Entry(facts.interview, found, None), facts.interview)
    assert met(filled) == ["Dr. Maria Chen", "Joe Park"]
    assert filled.facts().met[1].meeting.talked_about == "the recall list"
    rows = mine.file.read("SELECT count(*) FROM meeting WHERE interview_id = 1")
    assert rows == [(2,)]


def test_whom_another_window_merged_away_is_one_with_whom_they_became(
    filled: FilledFile, opened: Opener
) -> None:
    mine, facts = opened(), filled.facts()
    jo, maria = filled.person("Jo Park"), filled.person("Maria Chen")
    found = people(mine, "Dr. Maria Chen, head\nJo Park", facts)
    filled.store.people.merge(maria, jo)
    mine.interviews.edit(Entry(facts.interview, found, None), facts.interview)
    assert met(filled) == ["Dr. Maria Chen", "Jo Park"]
    assert len({one.person.id for one in filled.facts().met}) == 2


def test_somebody_whom_two_windows_enter_at_once_is_one_person(
    filled: FilledFile, opened: Opener
) -> None:
    mine = opened()
    new = Interview(employer=LAKESIDE, held_on=MONDAY)
    found = people(mine, "Una Vale, nurse")
    filled.store.interviews.add(Entry(new, people(filled.store, "Una Vale")))
    mine.interviews.add(Entry(new, found))
    assert [one.job_title for one in named(mine, "Una Vale")] == ["nurse"]


# What is on file is completed, and nothing that was typed is lost


def test_what_differs_from_what_is_on_file_goes_to_the_notes(filled: FilledFile) -> None:
    new = Interview(employer=LAKESIDE, held_on=MONDAY)
    filled.store.interviews.add(Entry(new, people(filled.store, "Dr. Maria Chen, head of care")))
    maria = filled.person("Maria Chen")
    assert maria.job_title == "owner"
    assert maria.notes == "Other role: head of care"


# Where an old name still stands


def letter(filled: FilledFile, name: str, text: str) -> Letter:
    facts, person = filled.facts(), filled.person(name)
    filled.store.letters.write(as_shown(facts, person), person, text, "")
    found = filled.facts().letter_to(person.id)
    assert found is not None
    return found


def test_letters_that_somebody_wrote_and_that_have_the_old_name_are_counted(
    filled: FilledFile,
) -> None:
    letters, jo = filled.store.letters, filled.person("Jo Park")
    joe = replace(jo, name="Joe Parker")
    assert letters.still_saying(jo, joe) == 1  # "Dear Jo,", sent
    letter(filled, "Maria Chen", "Dear Dr. Chen, Ms. Park showed me around the park.")
    assert letters.still_saying(jo, joe) == 2
    assert letters.still_saying(jo, replace(jo, name="Jo Park-Lee")) == 1
    assert letters.still_saying(jo, replace(jo, title="Ms.")) == 0


def test_letters_of_interviews_where_they_were_not_are_not_counted(filled: FilledFile) -> None:
    zoe = filled.facts(filled.offer_id).met[0].person
    facts = filled.facts(filled.offer_id)
    filled.store.letters.write(as_shown(facts, zoe), zoe, "Dear Zoë, Jo Park says hello.", "")
    jo = filled.person("Jo Park")
    assert filled.store.letters.still_saying(jo, replace(jo, name="Una Vale")) == 1


def test_an_untouched_draft_says_the_new_name(filled: FilledFile) -> None:
    edit(filled, "Dr. Maria Cheng, owner\nJo Park")
    facts = filled.facts()
    text = shown(facts, thanked(facts.met[0]), MONDAY).letter.text
    assert "Dear Dr. Cheng," in text


def test_a_meeting_keeps_its_row_when_lines_change_places(filled: FilledFile) -> None:
    before = {one.person.name: one.meeting for one in filled.facts().met}
    edit(filled, "Jo Park\nDr. Maria Chen, owner")
    after = {one.person.name: one.meeting for one in filled.facts().met}
    assert met(filled) == ["Jo Park", "Dr. Maria Chen"]
    assert {name: replace(one, position=0) for name, one in after.items()} == {
        name: replace(one, position=0) for name, one in before.items()
    }
    assert isinstance(after["Jo Park"], Meeting)


def test_where_nobody_can_be_asked_another_name_is_another_person(filled: FilledFile) -> None:
    new = [Person(name="Bo Gray")]
    filled.store.interviews.edit(Entry(filled.facts().interview, new, None))
    assert met(filled) == ["Bo Gray"]
    assert named(filled.store, "Maria Chen")
