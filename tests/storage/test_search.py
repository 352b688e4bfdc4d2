"""Search finds what was typed, whatever the accents and whatever is asked."""

from __future__ import annotations

import random
import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterview_tui.domain.records import Interview, Outcome, Person
from afterview_tui.domain.searching import searched
from afterview_tui.domain.story import Story, Telling
from afterview_tui.domain.text import fold
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.search import Hit
from afterview_tui.storage.search_index import SEARCHED, alphabet
from afterview_tui.storage.store import Store
from tests.storage.conftest import noted_changes
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, FilledFile, Walk

MONDAY = date(2026, 11, 23)


# As they are written, and as they are typed on another keyboard.
TYPED = [
    ("Sørby", "sorby"),
    ("Sørby", "soerby"),
    ("Łódź", "lodz"),
    ("Dæhne", "daehne"),
    ("Dæhne", "dahne"),
    ("Weiß", "weiss"),
    ("Işık", "isik"),
    ("Đoković", "djokovic"),
    ("Œuvrard", "oeuvrard"),
    ("Þórður", "thordur"),
    ("Müller", "mueller"),
    ("Müller", "muller"),
    ("Семён", "семен"),
    ("Γιώργος", "γιωργος"),
]
# Latin with its extensions and additions, Greek, Cyrillic.
LETTERS = [
    *range(0xC0, 0x149),
    *range(0x14A, 0x180),
    *range(0x1CD, 0x1DD),
    *range(0x1E2, 0x234),
    *range(0x386, 0x3CF),
]
LETTERS += [
    *range(0x400, 0x524),
    *range(0x1E00, 0x1E9A),
    *range(0x1E9B, 0x1EFA),
    *range(0xFB00, 0xFB05),
]


def found(store: Store, said: str) -> set[str]:
    return {hit.record for hit in store.search.find(said)}


def write_person(filled: FilledFile, text: str) -> None:
    filled.store.people.edit(replace(filled.person("Jo Park"), notes=text))


def write_interview(filled: FilledFile, text: str) -> None:
    facts = filled.facts()
    met = [one.person for one in facts.met]
    filled.store.interviews.edit(Entry(replace(facts.interview, notes=text), met))


def write_meeting(filled: FilledFile, text: str) -> None:
    filled.store.interviews.say_about(replace(filled.meeting, talked_about=text))


def write_letter(filled: FilledFile, text: str) -> None:
    filled.store.letters.write(
        as_shown(filled.facts(), filled.person("Maria Chen")), filled.person("Maria Chen"), text, ""
    )


def write_reflection(filled: FilledFile, text: str) -> None:
    filled.store.journal.write(filled.facts(), "lessons", text, "")


def write_question(filled: FilledFile, text: str) -> None:
    filled.store.journal.answer(filled.question, text, "")


def write_story(filled: FilledFile, text: str) -> None:
    stories = filled.store.stories
    told = filled.facts().told
    if told:
        stories.edit(replace(told[0].story, lesson=text), told[0].story)
        return
    with filled.store.file.change("told a story") as change:
        number = stories.add(Story(name="A story", lesson=text))
        change.insert(Telling(story_id=number, interview_id=filled.facts().interview.id))


WRITERS: dict[str, Callable[[FilledFile, str], None]] = {
    "person": write_person,
    "interview": write_interview,
    "meeting": write_meeting,
    "letter": write_letter,
    "reflection": write_reflection,
    "question": write_question,
    "story": write_story,
}
EVERY_RECORD = pytest.mark.parametrize("record", WRITERS)


def test_every_searched_table_is_tested() -> None:
    assert set(WRITERS) == set(SEARCHED)


@EVERY_RECORD
@pytest.mark.parametrize(
    "said", ["Crème brûlée", "creme", "CREME BRULEE", "brûl", "Brulee creme", "cre\u0300me"]
)
def test_words_are_found_without_case_or_accents_and_by_their_beginning(
    filled: FilledFile, record: str, said: str
) -> None:
    WRITERS[record](filled, "we talked about crème brûlée")
    assert found(filled.store, said) == {record}


@EVERY_RECORD
@pytest.mark.parametrize(("written", "typed"), TYPED)
def test_letters_that_are_more_than_an_accent_are_found_as_people_type_them(
    filled: FilledFile, record: str, written: str, typed: str
) -> None:
    WRITERS[record](filled, f"before {written} after")
    for said in (typed, typed.upper(), written, written.lower(), typed[:4]):
        assert found(filled.store, said) == {record}, said


def test_the_index_and_the_lists_fold_each_letter_alike(filled: FilledFile) -> None:
    """Whatever one of them finds, the other finds."""
    letters = [chr(number) for number in LETTERS if chr(number).isalpha()]
    with closing(sqlite3.connect(filled.store.path)) as other:
        other.execute("CREATE VIRTUAL TABLE temp.as_indexed USING fts5vocab(main, letter_fts, row)")
        for letter in letters:
            word = f"zz{letter}zz"
            other.execute("UPDATE letter SET text = ? WHERE id = 1", [word])
            indexed = {term for (term,) in other.execute("SELECT term FROM temp.as_indexed")}
            assert fold(word) in indexed, (letter, unicodedata.name(letter))
            assert all(one in indexed for one in searched(word).split()), letter


def test_the_file_has_the_alphabet_that_the_program_folds_by(filled: FilledFile) -> None:
    assert filled.store.file.read("SELECT * FROM alphabet ORDER BY id") == alphabet()


def test_what_another_program_writes_is_found_as_well(filled: FilledFile) -> None:
    with closing(sqlite3.connect(filled.store.path)) as other:
        other.execute("UPDATE letter SET text = 'Thank you, Ms. Sørby' WHERE id = 1")
        other.execute("UPDATE person SET name = 'Łukasz Dæhne', phone = '555-0121' WHERE id = 1")
        other.execute("DELETE FROM question")
        other.commit()
    integrity_of_search(filled.store.path)
    assert found(filled.store, "sorby") == {"letter"}
    assert found(filled.store, "lukasz dahne") == found(filled.store, "5550121") == {"person"}
    assert filtered(filled.store, "daehne") == filtered(filled.store, "555 0121") != set()


def test_an_index_that_is_made_anew_is_the_same(filled: FilledFile) -> None:
    write_letter(filled, "Sørby, Łódź and Müller’s")
    with closing(sqlite3.connect(filled.store.path)) as other:
        for table in SEARCHED:
            other.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")  # noqa: S608
        other.commit()
    integrity_of_search(filled.store.path)
    assert found(filled.store, "sorby lodz mueller") == {"letter"}


@EVERY_RECORD
def test_only_what_holds_every_word_is_found(filled: FilledFile, record: str) -> None:
    WRITERS[record](filled, "one saffron morning")
    assert found(filled.store, "saffron morning") == {record}
    assert found(filled.store, "saffron evening") == set()
    assert found(filled.store, "affron") == set()
    assert found(filled.store, "saff morning") == set()


@EVERY_RECORD
def test_a_hit_leads_to_its_interview_and_names_the_employer(
    filled: FilledFile, record: str
) -> None:
    WRITERS[record](filled, "saffron")
    (hit,) = filled.store.search.find("saffron")
    assert (hit.interview_id, hit.employer) == (filled.open_id, "Lakeside Dental")
    assert filled.store.file.read(f"SELECT 1 FROM {record} WHERE id = ?", [hit.record_id])  # noqa: S608


@EVERY_RECORD
def test_search_keeps_up_with_changes_undo_and_redo(filled: FilledFile, record: str) -> None:
    write, file = WRITERS[record], filled.store.file
    filled.clock.forward(hours=1)
    write(filled, "saffron")
    filled.clock.forward(hours=1)
    write(filled, "turmeric")
    assert (found(filled.store, "saffron"), found(filled.store, "turmeric")) == (set(), {record})
    file.undo()
    assert (found(filled.store, "saffron"), found(filled.store, "turmeric")) == ({record}, set())
    file.undo()
    assert (found(filled.store, "saffron"), found(filled.store, "turmeric")) == (set(), set())
    file.redo()
    assert (found(filled.store, "saffron"), found(filled.store, "turmeric")) == ({record}, set())


@pytest.mark.parametrize("record", [one for one in WRITERS if one != "story"])
def test_what_is_in_a_binned_interview_is_not_found_until_it_is_brought_back(
    filled: FilledFile, record: str
) -> None:
    WRITERS[record](filled, "saffron")
    for number in (filled.offer_id, filled.open_id):  # the question came up at both
        filled.store.interviews.bin(filled.facts(number).interview)
    assert found(filled.store, "saffron") == set()
    filled.store.file.undo()
    assert found(filled.store, "saffron") == {record}


def test_a_story_is_found_also_when_the_interview_where_it_was_told_is_deleted(
    filled: FilledFile,
) -> None:
    write_story(filled, "saffron")
    filled.store.interviews.bin(filled.facts().interview)
    (hit,) = filled.store.search.find("saffron")
    assert (hit.record, hit.text, hit.interview_id) == ("story", "The recall list", None)


def test_a_binned_question_is_not_found(filled: FilledFile) -> None:
    assert found(filled.store, "hygiene") == {"question"}
    filled.store.journal.bin(filled.question)
    assert found(filled.store, "hygiene") == set()


def test_a_question_of_no_interview_is_found(filled: FilledFile) -> None:
    number = filled.store.journal.ask("What about saffron?", None)
    assert filled.store.search.find("saffron") == [
        Hit("question", number, None, "What about saffron?", "")
    ]


def test_a_person_is_found_while_any_interview_with_them_is_left(filled: FilledFile) -> None:
    newer = Interview(employer="Oak Vision", held_on=MONDAY)
    number = filled.store.interviews.add(Entry(newer, [], [Person(name="Amy Ortiz")]))
    filled.store.interviews.bin(filled.facts(number).interview)
    hits = [hit for hit in filled.store.search.find("Ortiz") if hit.record == "person"]
    assert [hit.interview_id for hit in hits] == [filled.offer_id]
    filled.store.interviews.bin(filled.facts(filled.offer_id).interview)
    assert [hit.interview_id for hit in filled.store.search.find("Ortiz")] == [filled.open_id]


def test_a_reference_is_found_with_their_newest_interview(filled: FilledFile) -> None:
    (hit,) = filled.store.search.find("Ortiz")
    assert (hit.record, hit.text, hit.interview_id) == ("person", "Amy Ortiz", filled.offer_id)


def test_no_more_hits_than_asked_for(filled: FilledFile) -> None:
    for write in WRITERS.values():
        write(filled, "saffron")
    assert len(filled.store.search.find("saffron", limit=4)) == 4


ODD = ["co-op", 'foo" AND (', "", "  \n", "*", "NEAR(", "NOT", "a OR", "text:", "^a", '"', "'"]
ODD += ["{a b}", "a*b", "-", "+", "_", "hello _", "\x00", "½", "\u0301", "🙂", "謝", "%", ";--"]
ODD += ["a" * 5000]


@pytest.mark.parametrize("said", ODD)
def test_odd_input_is_no_error(filled: FilledFile, said: str) -> None:
    filled.store.search.find(said)


@pytest.mark.parametrize("said", ["", "  \n", "*", '"', "()", "-"])
def test_nothing_asked_finds_nothing(filled: FilledFile, said: str) -> None:
    assert filled.store.search.find(said) == []


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_input_is_no_error(filled: FilledFile, said: str) -> None:
    filled.store.search.find(said)


@pytest.mark.parametrize("text", ["co-op", "AND", "near(me)", "O'Brien", "C++ 謝謝", "snake_case"])
def test_text_with_signs_is_found_as_it_was_typed(filled: FilledFile, text: str) -> None:
    write_letter(filled, f"before {text} after")
    assert found(filled.store, text) == {"letter"}
    assert found(filled.store, unicodedata.normalize("NFD", text)) == {"letter"}


def integrity_of_search(path: Path) -> None:
    """Raises when the index does not say what is in the rows."""
    with closing(sqlite3.connect(path)) as connection:
        for table in SEARCHED:
            connection.execute(
                f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            )


@pytest.mark.parametrize("seed", range(4))
def test_the_index_is_true_after_anything_that_users_do(
    store: Store, clock: Clock, walk: type[Walk], seed: int
) -> None:
    rng = random.Random(seed)
    on_the_way = walk(store, clock, rng)
    for _ in range(50):
        on_the_way.step()
        if rng.random() < 0.2:
            store.file.undo()
            if rng.random() < 0.5:
                store.file.redo()
    integrity_of_search(store.path)
    while noted_changes(store):
        store.file.undo()
    integrity_of_search(store.path)
    assert all(store.search.find(word) == [] for word in ("cafe", "lakeside", "maria", "zoe"))


def test_the_check_of_the_index_would_see_a_stale_one(filled: FilledFile) -> None:
    with closing(sqlite3.connect(filled.store.path)) as other:
        other.execute("DROP TRIGGER letter_au")
        other.execute("UPDATE letter SET text = 'behind the index'")
        other.commit()
    with pytest.raises(sqlite3.DatabaseError):
        integrity_of_search(filled.store.path)


# Interviews for a filter


def filtered(store: Store, said: str) -> set[int]:
    found = store.search.interviews(said)
    assert found is not None
    return found


def note(filled: FilledFile, **fields: str) -> None:
    """Write into fields of the open interview."""
    facts = filled.facts()
    met, vouching = [m.person for m in facts.met], [v.person for v in facts.vouching]
    filled.store.interviews.edit(Entry(replace(facts.interview, **fields), met, vouching))  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["employer", "role", "place", "notes"])
@pytest.mark.parametrize("said", ["Crème brûlée", "CREME", "brul crem", "cre\u0300me"])
def test_an_interview_is_found_by_the_beginnings_of_its_words(
    filled: FilledFile, field: str, said: str
) -> None:
    note(filled, **{field: "they served crème brûlée"})
    assert filtered(filled.store, said) == {filled.open_id}
    assert filtered(filled.store, f"{said} saffron") == set()
    assert filtered(filled.store, "reme") == set()


@pytest.mark.parametrize("field", ["position_facts", "wanted_for", "who_calls", "contact_how"])
def test_an_interview_is_not_found_by_what_the_list_does_not_tell(
    filled: FilledFile, field: str
) -> None:
    note(filled, **{field: "saffron"})
    assert filtered(filled.store, "saffron") == set()


def test_an_interview_is_found_by_who_was_met_there_and_who_vouches_there(
    filled: FilledFile,
) -> None:
    assert filtered(filled.store, "mar che") == {filled.open_id}
    assert filtered(filled.store, "zoe") == {filled.offer_id}
    assert filtered(filled.store, "ortiz") == {filled.open_id, filled.offer_id}
    assert filtered(filled.store, "reed") == {filled.open_id, filled.no_id}
    filled.store.people.edit(replace(filled.person("Ines Roy"), called="Nessie", notes="saffron"))
    assert filtered(filled.store, "nessie") == {filled.no_id}
    assert filtered(filled.store, "saffron") == set()


@pytest.mark.parametrize(("written", "typed"), TYPED)
def test_a_filter_finds_people_and_places_by_letters_as_they_are_typed(
    filled: FilledFile, written: str, typed: str
) -> None:
    filled.store.people.edit(replace(filled.person("Ines Roy"), name=written))
    note(filled, place=f"2 {written} Street")
    assert filtered(filled.store, typed) == {filled.no_id, filled.open_id}
    assert filtered(filled.store, f"{typed} street") == {filled.open_id}


@pytest.mark.parametrize("on_file", ["555-0121", "(212) 555-0121", "+1 212 555 0121 ext. 7"])
@pytest.mark.parametrize("said", ["555-0121", "5550121", "(555) 0121", "555.0121", "555 01"])
def test_a_phone_number_leads_to_the_interviews_of_its_person(
    filled: FilledFile, on_file: str, said: str
) -> None:
    assert filtered(filled.store, said) == set()
    filled.store.people.edit(replace(filled.person("Amy Ortiz"), phone=on_file))
    assert filtered(filled.store, said) == {filled.open_id, filled.offer_id}
    assert filtered(filled.store, f"oak {said}") == {filled.offer_id}
    assert filtered(filled.store, f"{said} saffron") == set()
    assert ("person", "Amy Ortiz") in [
        (one.record, one.text) for one in filled.store.search.find(said)
    ]
    filled.store.file.undo()
    assert filtered(filled.store, said) == set()


def test_a_number_with_its_country_finds_one_without_it(filled: FilledFile) -> None:
    filled.store.people.edit(replace(filled.person("Maria Chen"), phone="555-0121"))
    assert filtered(filled.store, "+1 555 0121") == {filled.open_id}
    assert found(filled.store, "+1 555 0121") == {"person"}


def test_a_number_finds_its_person_and_what_is_written_with_it(filled: FilledFile) -> None:
    filled.store.people.edit(replace(filled.person("Ines Roy"), phone="555-0121"))
    note(filled, notes="room 5550121, then 555 0121")
    assert filtered(filled.store, "555 0121") == {filled.open_id, filled.no_id}


def test_the_number_of_somebody_in_the_bin_finds_no_interview(filled: FilledFile) -> None:
    filled.store.people.edit(replace(filled.person("Ines Roy"), phone="555-0121"))
    assert filtered(filled.store, "555-0121") == {filled.no_id}
    facts = filled.facts(filled.no_id)
    filled.store.interviews.edit(Entry(facts.interview, [], []))
    assert filtered(filled.store, "555-0121") == set()
    filled.store.file.undo()
    assert filtered(filled.store, "555-0121") == {filled.no_id}


@pytest.mark.parametrize("said", ["amy.ortiz@hill.example", "AMY.O", "ortiz@hill", "hill.example"])
def test_an_e_mail_address_leads_to_the_interviews_of_its_person(
    filled: FilledFile, said: str
) -> None:
    filled.store.people.edit(replace(filled.person("Amy Ortiz"), email="Amy.Ortiz@hill.example"))
    assert filtered(filled.store, said) >= {filled.open_id, filled.offer_id}
    assert "person" in found(filled.store, said)


def test_words_of_a_filter_may_stand_in_different_places(filled: FilledFile) -> None:
    assert filtered(filled.store, "zoe oak") == {filled.offer_id}
    assert filtered(filled.store, "oak aide ort hart") == {filled.offer_id}
    assert filtered(filled.store, "maria oak") == set()


def test_somebody_taken_out_of_an_interview_does_not_find_it(filled: FilledFile) -> None:
    facts = filled.facts()
    filled.store.interviews.edit(Entry(facts.interview, [facts.met[1].person], []))
    assert filtered(filled.store, "maria") == set()
    assert filtered(filled.store, "ortiz") == {filled.offer_id}
    filled.store.file.undo()
    assert filtered(filled.store, "maria") == {filled.open_id}


def test_a_filter_finds_closed_interviews_and_none_in_the_bin(filled: FilledFile) -> None:
    old = Interview(employer="Saffron House", held_on=date(2020, 1, 6), outcome=Outcome.NO)
    number = filled.store.interviews.add(Entry(old))
    assert filtered(filled.store, "saffron") == {number}
    filled.store.interviews.bin(filled.facts(number).interview)
    assert filtered(filled.store, "saffron") == set()
    assert filtered(filled.store, "o") == {filled.offer_id, filled.open_id}


@pytest.mark.parametrize("said", ["", "  \n", "*", '"', "()", "-", "_", " … ", "\u0301", "🙂"])
def test_no_word_is_no_filter(filled: FilledFile, said: str) -> None:
    assert filled.store.search.interviews(said) is None


@pytest.mark.parametrize("said", ["-oak", "oak_", '"oak', "oak*", "{oak}", "(oak:", "^oak _ -"])
def test_signs_in_a_filter_do_not_count(filled: FilledFile, said: str) -> None:
    assert filtered(filled.store, said) == {filled.offer_id}


@pytest.mark.parametrize("said", ["NOT", "oak OR hill", "oak AND", "NEAR", "employer: x"])
def test_words_of_the_query_language_are_words_in_a_filter(filled: FilledFile, said: str) -> None:
    assert filtered(filled.store, said) == set()


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_filter_is_no_error(filled: FilledFile, said: str) -> None:
    filled.store.search.interviews(said)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(picked=st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), min_size=1, max_size=4))
def test_a_filter_made_of_an_interviews_own_words_finds_it(
    filled: FilledFile, picked: list[tuple[int, int]]
) -> None:
    facts = filled.facts()
    people = [m.person.name for m in facts.met] + [v.person.name for v in facts.vouching]
    own = f"{facts.interview.employer} {facts.interview.role} {' '.join(people)}".split()
    said = " ".join(own[word % len(own)][:letters] for word, letters in picked)
    assert filled.open_id in filtered(filled.store, said)
    assert filtered(filled.store, f"{said} xyzzy") == set()


def test_a_filter_asks_a_few_times_for_any_number_of_interviews(filled: FilledFile) -> None:
    asked: list[str] = []

    def selects() -> int:
        asked.clear()
        filled.store.file._connection.set_trace_callback(asked.append)
        filled.store.search.interviews("oak zoe")
        filled.store.file._connection.set_trace_callback(None)
        # The index reads its own tables: those are none of ours.
        return sum(sql.lstrip().startswith("SELECT id FROM interview") for sql in asked)

    few = selects()
    with filled.store.file.change("many") as change:
        for _ in range(300):
            change.insert(Interview(employer="Oak Zoe", held_on=MONDAY))
    assert selects() == few == 2
    assert len(filtered(filled.store, "oak zoe")) == 301
