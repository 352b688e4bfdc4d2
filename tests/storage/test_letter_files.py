"""The file of a letter: a name of its own, whatever else is on file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.letter import Letter, LetterForm, LetterKind
from afterview_tui.domain.records import Interview, Person
from afterview_tui.handoff.text_files import file_for
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.ways_out import letter_stem

FRIDAY = date(2026, 11, 20)


def meet(store: Store, employer: str, *names: str, held_on: date = FRIDAY) -> int:
    people = [Person(name=name) for name in names]
    return store.interviews.add(Entry(Interview(employer=employer, held_on=held_on), people))


def files(store: Store, *interviews: int) -> list[str]:
    """The file of every letter that may be written there."""
    found = []
    for number in interviews:
        facts = store.interviews.facts(number)
        assert facts is not None
        for met in facts.met:
            for kind in LetterKind:
                for form in LetterForm:
                    letter = Letter(0, number, met.person.id, kind, form)
                    stem = letter_stem(letter, met.person, facts.interview, store.letters)
                    found.append(file_for(Path(), stem).name)
    return found


def test_each_kind_and_form_has_a_file_and_the_e_mail_the_plain_one(store: Store) -> None:
    every = files(store, meet(store, "Lakeside Dental", "Jo Park"))
    assert len(set(every)) == len(every)
    assert every[:3] == [
        "2026-11-20-lakeside-dental-jo-park.txt",
        "2026-11-20-lakeside-dental-jo-park-card-by-hand.txt",
        "2026-11-20-lakeside-dental-jo-park-typed.txt",
    ]


@pytest.mark.parametrize(
    "there",
    [
        (("C++ Labs", "Jo Park"), ("C Labs", "Jo Park")),
        (("Oak", "Jo-Ann Lee", "Jo Ann Lee"),),
        (("Hill & Co", "Jo"), ("Hill", "Co Jo")),
        (("Oak", "Jo", "Jo Typed"),),
        (("Oak", "謝", "Ø"), ("Oak", "謝")),
    ],
)
def test_two_different_letters_never_share_a_file(
    store: Store, there: tuple[tuple[str, ...], ...]
) -> None:
    every = files(store, *(meet(store, *one) for one in there))
    assert len(set(every)) == len(every)


def test_two_people_of_one_name_have_files_of_their_own(store: Store) -> None:
    number = meet(store, "Oak", "Jo Park", "Jo Parker")
    facts = store.interviews.facts(number)
    assert facts is not None
    store.people.edit(replace(facts.met[1].person, name="Jo Park"))
    every = files(store, number)
    assert len(set(every)) == len(every)


def test_who_is_in_the_bin_keeps_the_file(store: Store) -> None:
    gone = meet(store, "C++ Labs", "Jo Park")
    facts = store.interviews.facts(gone)
    assert facts is not None
    store.interviews.bin(facts.interview)
    (mail, *_) = files(store, meet(store, "C Labs", "Jo Park"))
    assert mail == "2026-11-20-c-labs-jo-park-2-2.txt"


def test_the_same_name_on_another_day_is_no_reason_for_numbers(store: Store) -> None:
    meet(store, "Oak", "Jo Park", held_on=date(2026, 11, 19))
    (mail, *_) = files(store, meet(store, "Oak", "Jo Park"))
    assert mail == "2026-11-20-oak-jo-park.txt"


def test_a_file_is_named_though_the_records_are_out_of_reach(store: Store) -> None:
    interview, person = Interview(id=1, employer="Oak", held_on=FRIDAY), Person(1, "Jo Park")
    store.file.db.execute("DROP TABLE briefing")
    stem = letter_stem(Letter(0, 1, 1), person, interview, store.letters)
    assert stem == "2026-11-20 Oak Jo Park"
