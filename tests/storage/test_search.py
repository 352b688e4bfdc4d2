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
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterview_tui.domain.found import Hit, Section
from afterview_tui.domain.letter import Template
from afterview_tui.domain.records import (
    Briefing,
    FollowUp,
    Interview,
    Me,
    Outcome,
    OwnItem,
    Person,
    Question,
    Reference,
)
from afterview_tui.domain.searching import searched
from afterview_tui.domain.story import Story, Telling
from afterview_tui.domain.text import fold
from afterview_tui.storage import opening
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.search import MOST
from afterview_tui.storage.search_index import SEARCHED, alphabet
from afterview_tui.storage.store import Store
from tests.storage.conftest import hits, interviews_found, noted_changes
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, Desk, Walk

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
    return {hit.record for hit in hits(store, said)}


def write_person(desk: Desk, text: str) -> None:
    desk.store.people.edit(replace(desk.person("Jo Park"), notes=text))


def write_interview(desk: Desk, text: str) -> None:
    facts = desk.facts()
    met = [one.person for one in facts.met]
    desk.store.interviews.edit(Entry(replace(facts.interview, notes=text), met))


def write_meeting(desk: Desk, text: str) -> None:
    desk.store.interviews.say_about(replace(desk.meeting, talked_about=text))


def write_letter(desk: Desk, text: str) -> None:
    desk.store.letters.write(
        as_shown(desk.facts(), desk.person("Maria Chen")), desk.person("Maria Chen"), text, ""
    )


def write_reflection(desk: Desk, text: str) -> None:
    desk.store.journal.write(desk.facts(), "lessons", text, "")


def write_question(desk: Desk, text: str) -> None:
    desk.store.journal.answer(desk.question, text, "")


def write_story(desk: Desk, text: str) -> None:
    stories = desk.store.stories
    told = desk.facts().told
    if told:
        stories.edit(replace(told[0].story, lesson=text), told[0].story)
        return
    with desk.store.file.change("told a story") as change:
        number = stories.add(Story(name="A story", lesson=text))
        change.insert(Telling(story_id=number, interview_id=desk.facts().interview.id))


def noted(desk: Desk, kind: type[Any], field: str, text: str, **new: Any) -> None:
    """Write into a field of the only record of a kind, which is made where there is none."""
    every = desk.store.file.all(kind, "1 ORDER BY id LIMIT 1")
    with desk.store.file.change("noted something") as change:
        if every:
            change.update(kind, every[0].id, **{field: text})
        else:
            change.insert(kind(**{field: text}, **new))


def write_reference(desk: Desk, text: str) -> None:
    noted(desk, Reference, "notes", text)


def write_briefing(desk: Desk, text: str) -> None:
    noted(desk, Briefing, "note", text)


def write_follow_up(desk: Desk, text: str) -> None:
    noted(desk, FollowUp, "said", text, interview_id=desk.open_id)


def write_own_item(desk: Desk, text: str) -> None:
    noted(desk, OwnItem, "text", text, interview_id=desk.open_id)


def write_template(desk: Desk, text: str) -> None:
    noted(desk, Template, "text", text)


def write_resume_notes(desk: Desk, text: str) -> None:
    noted(desk, Me, "resume_notes", text)


WRITERS: dict[str, Callable[[Desk, str], None]] = {
    "person": write_person,
    "interview": write_interview,
    "meeting": write_meeting,
    "letter": write_letter,
    "reflection": write_reflection,
    "question": write_question,
    "story": write_story,
    "reference": write_reference,
    "briefing": write_briefing,
    "follow_up": write_follow_up,
    "own_item": write_own_item,
    "template": write_template,
    "me": write_resume_notes,
}
# What stays where its interview goes.
STAYS = {"person", "story", "reference", "template", "me"}
EVERY_RECORD = pytest.mark.parametrize("record", WRITERS)


def test_every_searched_table_is_tested() -> None:
    assert set(WRITERS) == set(SEARCHED)


@EVERY_RECORD
@pytest.mark.parametrize(
    "said", ["Crème brûlée", "creme", "CREME BRULEE", "brûl", "Brulee creme", "cre\u0300me"]
)
def test_words_are_found_without_case_or_accents_and_by_their_beginning(
    desk: Desk, record: str, said: str
) -> None:
    WRITERS[record](desk, "we talked about crème brûlée")
    assert found(desk.store, said) == {record}


@EVERY_RECORD
@pytest.mark.parametrize(("written", "typed"), TYPED)
def test_letters_that_are_more_than_an_accent_are_found_as_people_type_them(
    desk: Desk, record: str, written: str, typed: str
) -> None:
    WRITERS[record](desk, f"before {written} after")
    for said in (typed, typed.upper(), written, written.lower(), typed[:4]):
        assert found(desk.store, said) == {record}, said


def test_the_index_and_the_lists_fold_each_letter_alike(desk: Desk) -> None:
    """Whatever one of them finds, the other finds."""
    letters = [chr(number) for number in LETTERS if chr(number).isalpha()]
    with closing(sqlite3.connect(desk.store.path)) as other:
        other.execute("CREATE VIRTUAL TABLE temp.as_indexed USING fts5vocab(main, letter_fts, row)")
        for letter in letters:
            word = f"zz{letter}zz"
            other.execute("UPDATE letter SET text = ? WHERE id = 1", [word])
            indexed = {term for (term,) in other.execute("SELECT term FROM temp.as_indexed")}
            assert fold(word) in indexed, (letter, unicodedata.name(letter))
            assert all(one in indexed for one in searched(word).split()), letter


def test_the_file_has_the_alphabet_that_the_program_folds_by(desk: Desk) -> None:
    assert desk.store.file.read("SELECT * FROM alphabet ORDER BY id") == alphabet()


def test_what_another_program_writes_is_found_as_well(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.store.path)) as other:
        other.execute("UPDATE letter SET text = 'Thank you, Ms. Sørby' WHERE id = 1")
        other.execute("UPDATE person SET name = 'Łukasz Dæhne', phone = '555-0121' WHERE id = 1")
        other.execute("DELETE FROM question")
        other.commit()
    integrity_of_search(desk.store.path)
    assert found(desk.store, "sorby") == {"letter"}
    for said in ("lukasz dahne", "5550121"):
        assert found(desk.store, said) == {"interview", "person"}
    assert interviews_found(desk.store, "daehne") == interviews_found(desk.store, "555 0121")


def test_an_index_that_is_made_anew_is_the_same(desk: Desk) -> None:
    write_letter(desk, "Sørby, Łódź and Müller’s")
    with closing(sqlite3.connect(desk.store.path)) as other:
        for table in SEARCHED:
            other.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")  # noqa: S608
        other.commit()
    integrity_of_search(desk.store.path)
    assert found(desk.store, "sorby lodz mueller") == {"letter"}


@EVERY_RECORD
def test_only_what_holds_every_word_is_found(desk: Desk, record: str) -> None:
    WRITERS[record](desk, "one saffron morning")
    assert found(desk.store, "saffron morning") == {record}
    assert found(desk.store, "saffron evening") == set()
    assert found(desk.store, "affron") == set()
    assert found(desk.store, "mor saff") == {record}


@EVERY_RECORD
def test_a_hit_leads_to_its_record_and_its_interview(desk: Desk, record: str) -> None:
    WRITERS[record](desk, "saffron")
    (hit,) = hits(desk.store, "saffron")
    assert desk.store.file.read(f"SELECT 1 FROM {record} WHERE id = ?", [hit.id])  # noqa: S608
    of_none = hit.interview_id is None
    assert of_none if record in ("template", "me") else hit.interview_id in (1, 2, 3)
    assert hit.name


@EVERY_RECORD
def test_the_found_words_are_marked_in_their_sentence(desk: Desk, record: str) -> None:
    WRITERS[record](desk, "we spoke of Crème brûlée and more")
    (hit,) = hits(desk.store, "brulee creme")
    text, marks = hit.passage.text, hit.passage.marks
    assert [text[start:end] for start, end in marks] == ["Crème", "brûlée"]
    assert text == "we spoke of Crème brûlée and more"
    assert hit.label or record == "letter"


@EVERY_RECORD
def test_search_keeps_up_with_changes_undo_and_redo(desk: Desk, record: str) -> None:
    write, file = WRITERS[record], desk.store.file
    desk.clock.forward(hours=1)
    write(desk, "saffron")
    desk.clock.forward(hours=1)
    write(desk, "turmeric")
    assert (found(desk.store, "saffron"), found(desk.store, "turmeric")) == (set(), {record})
    file.undo()
    assert (found(desk.store, "saffron"), found(desk.store, "turmeric")) == ({record}, set())
    file.undo()
    assert (found(desk.store, "saffron"), found(desk.store, "turmeric")) == (set(), set())
    file.redo()
    assert (found(desk.store, "saffron"), found(desk.store, "turmeric")) == ({record}, set())


@pytest.mark.parametrize("record", [one for one in WRITERS if one not in STAYS])
def test_what_is_in_a_binned_interview_is_not_found_until_it_is_brought_back(
    desk: Desk, record: str
) -> None:
    WRITERS[record](desk, "saffron")
    for number in (desk.offer_id, desk.open_id):  # the question came up at both
        desk.store.interviews.bin(desk.facts(number).interview)
    assert found(desk.store, "saffron") == set()
    desk.store.file.undo()
    assert found(desk.store, "saffron") == {record}


def test_a_story_is_found_also_when_the_interview_where_it_was_told_is_deleted(
    desk: Desk,
) -> None:
    write_story(desk, "saffron")
    desk.store.interviews.bin(desk.facts().interview)
    (hit,) = hits(desk.store, "saffron")
    assert (hit.record, hit.name, hit.interview_id) == ("story", "The recall list", None)


def test_a_binned_question_is_not_found(desk: Desk) -> None:
    assert found(desk.store, "hygiene") == {"question"}
    desk.store.journal.bin(desk.question)
    assert found(desk.store, "hygiene") == set()


def test_a_question_of_no_interview_is_found(desk: Desk) -> None:
    number = desk.store.journal.ask("What about saffron?", None)
    (hit,) = hits(desk.store, "saffron")
    assert (hit.record, hit.id, hit.interview_id) == ("question", number, None)
    assert hit.name == "What about saffron?"


def people_found(desk: Desk, said: str) -> list[Hit]:
    return hits(desk.store, said, Section.PEOPLE)


def test_a_person_leads_to_the_newest_interview_that_is_left(desk: Desk) -> None:
    newer = Interview(employer="Oak Vision", held_on=MONDAY)
    number = desk.store.interviews.add(Entry(newer, [], [Person(name="Amy Ortiz")]))
    assert [hit.interview_id for hit in people_found(desk, "Ortiz")] == [number]
    for gone in (number, desk.offer_id, desk.open_id):
        desk.store.interviews.bin(desk.facts(gone).interview)
        assert gone not in [hit.interview_id for hit in people_found(desk, "Ortiz")]
    assert [hit.name for hit in people_found(desk, "Ortiz")] == ["Amy Ortiz"]


def test_a_person_in_the_bin_is_not_found(desk: Desk) -> None:
    number = desk.store.people.add(Person(name="Saffron Hill", phone="555-0121"))
    assert [hit.id for hit in people_found(desk, "saffron")] == [number]
    assert [hit.id for hit in people_found(desk, "555-0121")] == [number]
    desk.store.people.bin(desk.person("Saffron Hill"))
    assert hits(desk.store, "saffron") == hits(desk.store, "555-0121") == []


def test_words_beside_a_number_are_of_the_same_person(desk: Desk) -> None:
    desk.store.people.edit(replace(desk.person("Ines Roy"), phone="555-0121", employer="Öl AG"))
    for said in ("ines 555-0121", "555 0121 roy", "öl 5550121", "ol 555"):
        assert [hit.name for hit in people_found(desk, said)] == ["Ines Roy"], said
    assert people_found(desk, "maria 555-0121") == []


def test_sections_are_counted_and_show_as_many_as_are_asked_for(desk: Desk) -> None:
    for number in range(8):
        desk.store.journal.ask(f"What about saffron number {number}?", None)
    (section,) = desk.store.search.everything("saffron", lines=5).sections
    assert (section.section, section.number, section.is_more) == (Section.QUESTIONS, 8, False)
    assert [hit.name[-2] for hit in section.hits] == ["7", "6", "5", "4", "3"], "the newest first"


def test_more_than_a_hundred_are_not_counted(desk: Desk) -> None:
    with desk.store.file.change("many") as change:
        for number in range(MOST + 20):
            change.insert(Question(text=f"What about saffron number {number}?"))
    (section,) = desk.store.search.everything("saffron").sections
    assert (section.number, section.is_more) == (MOST, True)
    assert desk.store.search.everything("saffron").is_more


def test_an_interview_of_the_employer_stands_before_what_names_it_elsewhere(desk: Desk) -> None:
    for employer, place in (("Saffron House", ""), ("Elm", "4 Saffron Street"), ("Fir", "")):
        note = "opposite the Saffron House" if employer == "Fir" else ""
        there = Interview(employer=employer, place=place, notes=note, held_on=MONDAY)
        desk.store.interviews.add(Entry(there))
    every = hits(desk.store, "saffron")
    assert [(one.section, one.name) for one in every] == [
        (Section.INTERVIEWS, "Saffron House"),
        (Section.INTERVIEWS, "Elm"),
        (Section.NOTES, "Fir"),
    ]
    assert [one.label for one in every] == ["", "place", "notes"]


def test_each_prompt_with_the_words_is_a_hit_of_its_own(desk: Desk) -> None:
    for prompt in ("well", "lessons"):
        desk.store.journal.write(desk.facts(), prompt, f"saffron under {prompt}", "")
    desk.store.journal.write(desk.facts(), "cared", "something else", "")
    assert {hit.field for hit in hits(desk.store, "saffron")} == {"well", "lessons"}


def test_a_search_in_one_section_finds_nothing_of_another(desk: Desk) -> None:
    for write in WRITERS.values():
        write(desk, "saffron")
    for section in (Section.LETTERS, Section.STORIES):
        assert {one.section for one in hits(desk.store, "saffron", section)} == {section}


ODD = ["co-op", 'foo" AND (', "", "  \n", "*", "NEAR(", "NOT", "a OR", "text:", "^a", '"', "'"]
ODD += ["{a b}", "a*b", "-", "+", "_", "hello _", "\x00", "½", "\u0301", "🙂", "謝", "%", ";--"]
ODD += ["a" * 5000]


@pytest.mark.parametrize("said", ODD)
def test_odd_input_is_no_error(desk: Desk, said: str) -> None:
    hits(desk.store, said)


@pytest.mark.parametrize("said", ["", "  \n", "*", '"', "()", "-"])
def test_nothing_asked_finds_nothing(desk: Desk, said: str) -> None:
    assert hits(desk.store, said) == []


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_input_is_no_error(desk: Desk, said: str) -> None:
    hits(desk.store, said)


@pytest.mark.parametrize("text", ["co-op", "AND", "near(me)", "O'Brien", "C++ 謝謝", "snake_case"])
def test_text_with_signs_is_found_as_it_was_typed(desk: Desk, text: str) -> None:
    write_letter(desk, f"before {text} after")
    assert found(desk.store, text) == {"letter"}
    assert found(desk.store, unicodedata.normalize("NFD", text)) == {"letter"}


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
    assert all(hits(store, word) == [] for word in ("cafe", "lakeside", "maria", "zoe"))


def test_the_check_of_the_index_would_see_a_stale_one(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.store.path)) as other:
        other.execute("DROP TRIGGER letter_au")
        other.execute("UPDATE letter SET text = 'behind the index'")
        other.commit()
    with pytest.raises(sqlite3.DatabaseError):
        integrity_of_search(desk.store.path)


# Interviews as such


def note(desk: Desk, **fields: str) -> None:
    """Write into fields of the open interview."""
    facts = desk.facts()
    met, vouching = [m.person for m in facts.met], [v.person for v in facts.vouching]
    desk.store.interviews.edit(Entry(replace(facts.interview, **fields), met, vouching))  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["employer", "role", "place"])
@pytest.mark.parametrize("said", ["Crème brûlée", "CREME", "brul crem", "cre\u0300me"])
def test_an_interview_is_found_by_the_beginnings_of_its_words(
    desk: Desk, field: str, said: str
) -> None:
    note(desk, **{field: "they served crème brûlée"})
    assert interviews_found(desk.store, said) == {desk.open_id}
    assert interviews_found(desk.store, f"{said} saffron") == set()
    assert interviews_found(desk.store, "reme") == set()


NOTES = ["position_facts", "wanted_for", "who_calls", "contact_how", "notes"]


@pytest.mark.parametrize("field", NOTES)
def test_what_is_noted_of_an_interview_is_found_as_a_note(desk: Desk, field: str) -> None:
    note(desk, **{field: "saffron"})
    assert interviews_found(desk.store, "saffron") == set()
    (hit,) = hits(desk.store, "saffron")
    assert (hit.section, hit.field, hit.name) == (Section.NOTES, field, "Lakeside Dental")


def test_an_interview_is_found_by_who_was_met_there_and_who_vouches_there(desk: Desk) -> None:
    assert interviews_found(desk.store, "mar che") == {desk.open_id}
    assert interviews_found(desk.store, "zoe") == {desk.offer_id}
    assert interviews_found(desk.store, "ortiz") == {desk.open_id, desk.offer_id}
    assert interviews_found(desk.store, "reed") == {desk.open_id, desk.no_id}
    desk.store.people.edit(replace(desk.person("Ines Roy"), called="Nessie", notes="saffron"))
    assert interviews_found(desk.store, "nessie") == {desk.no_id}
    assert interviews_found(desk.store, "saffron") == set()


@pytest.mark.parametrize(("written", "typed"), TYPED)
def test_a_filter_finds_people_and_places_by_letters_as_they_are_typed(
    desk: Desk, written: str, typed: str
) -> None:
    desk.store.people.edit(replace(desk.person("Ines Roy"), name=written))
    note(desk, place=f"2 {written} Street")
    assert interviews_found(desk.store, typed) == {desk.no_id, desk.open_id}
    assert interviews_found(desk.store, f"{typed} street") == {desk.open_id}


@pytest.mark.parametrize("on_file", ["555-0121", "(212) 555-0121", "+1 212 555 0121 ext. 7"])
@pytest.mark.parametrize("said", ["555-0121", "5550121", "(555) 0121", "555.0121", "555 01"])
def test_a_phone_number_leads_to_the_interviews_of_its_person(
    desk: Desk, on_file: str, said: str
) -> None:
    assert interviews_found(desk.store, said) == set()
    desk.store.people.edit(replace(desk.person("Amy Ortiz"), phone=on_file))
    assert interviews_found(desk.store, said) == {desk.open_id, desk.offer_id}
    assert interviews_found(desk.store, f"oak {said}") == {desk.offer_id}
    assert interviews_found(desk.store, f"{said} saffron") == set()
    (hit,) = people_found(desk, said)
    assert (hit.name, hit.field, hit.passage.text) == ("Amy Ortiz", "phone", on_file)
    assert hit.passage.marks
    desk.store.file.undo()
    assert interviews_found(desk.store, said) == set()


def test_a_number_with_its_country_finds_one_without_it(desk: Desk) -> None:
    desk.store.people.edit(replace(desk.person("Maria Chen"), phone="555-0121"))
    assert interviews_found(desk.store, "+1 555 0121") == {desk.open_id}
    assert found(desk.store, "+1 555 0121") == {"interview", "person"}


def test_a_number_finds_its_person_and_what_is_written_with_it(desk: Desk) -> None:
    desk.store.people.edit(replace(desk.person("Ines Roy"), phone="555-0121"))
    note(desk, place="room 5550121, then 555 0121")
    assert interviews_found(desk.store, "555 0121") == {desk.open_id, desk.no_id}


def test_the_number_of_somebody_in_the_bin_finds_no_interview(desk: Desk) -> None:
    desk.store.people.edit(replace(desk.person("Ines Roy"), phone="555-0121"))
    assert interviews_found(desk.store, "555-0121") == {desk.no_id}
    facts = desk.facts(desk.no_id)
    desk.store.interviews.edit(Entry(facts.interview, [], []))
    assert interviews_found(desk.store, "555-0121") == set()
    desk.store.file.undo()
    assert interviews_found(desk.store, "555-0121") == {desk.no_id}


@pytest.mark.parametrize("said", ["amy.ortiz@hill.example", "AMY.O", "ortiz@hill", "hill.example"])
def test_an_e_mail_address_leads_to_the_interviews_of_its_person(desk: Desk, said: str) -> None:
    desk.store.people.edit(replace(desk.person("Amy Ortiz"), email="Amy.Ortiz@hill.example"))
    assert interviews_found(desk.store, said) >= {desk.open_id, desk.offer_id}
    assert "person" in found(desk.store, said)


@pytest.mark.parametrize("said", ["maria", "lake maria", "chen hygienist"])
def test_an_interview_that_is_found_by_who_was_there_says_so(desk: Desk, said: str) -> None:
    (hit,) = hits(desk.store, said, Section.INTERVIEWS)
    assert (hit.name, hit.label) == ("Lakeside Dental · Hygienist", "with")
    assert "Dr. Maria Chen" in hit.passage.text
    assert hit.passage.marks


def test_words_of_a_filter_may_stand_in_different_places(desk: Desk) -> None:
    assert interviews_found(desk.store, "zoe oak") == {desk.offer_id}
    assert interviews_found(desk.store, "oak aide ort hart") == {desk.offer_id}
    assert interviews_found(desk.store, "maria oak") == set()


def test_somebody_taken_out_of_an_interview_does_not_find_it(desk: Desk) -> None:
    facts = desk.facts()
    desk.store.interviews.edit(Entry(facts.interview, [facts.met[1].person], []))
    assert interviews_found(desk.store, "maria") == set()
    assert interviews_found(desk.store, "ortiz") == {desk.offer_id}
    desk.store.file.undo()
    assert interviews_found(desk.store, "maria") == {desk.open_id}


def test_a_filter_finds_closed_interviews_and_none_in_the_bin(desk: Desk) -> None:
    old = Interview(employer="Saffron House", held_on=date(2020, 1, 6), outcome=Outcome.NO)
    number = desk.store.interviews.add(Entry(old))
    assert interviews_found(desk.store, "saffron") == {number}
    desk.store.interviews.bin(desk.facts(number).interview)
    assert interviews_found(desk.store, "saffron") == set()
    assert interviews_found(desk.store, "o") == {desk.offer_id, desk.open_id}


@pytest.mark.parametrize("said", ["-oak", "oak_", '"oak', "oak*", "{oak}", "(oak:", "^oak _ -"])
def test_signs_in_a_filter_do_not_count(desk: Desk, said: str) -> None:
    assert interviews_found(desk.store, said) == {desk.offer_id}


@pytest.mark.parametrize("said", ["NOT", "oak OR hill", "oak AND", "NEAR", "employer: x"])
def test_words_of_the_query_language_are_words_in_a_filter(desk: Desk, said: str) -> None:
    assert interviews_found(desk.store, said) == set()


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(picked=st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), min_size=1, max_size=4))
def test_what_is_made_of_an_interviews_own_words_finds_it(
    desk: Desk, picked: list[tuple[int, int]]
) -> None:
    facts = desk.facts()
    people = [m.person.name for m in facts.met] + [v.person.name for v in facts.vouching]
    own = f"{facts.interview.employer} {facts.interview.role} {' '.join(people)}".split()
    said = " ".join(own[word % len(own)][:letters] for word, letters in picked)
    assert desk.open_id in interviews_found(desk.store, said)
    assert interviews_found(desk.store, f"{said} xyzzy") == set()


def test_a_search_asks_as_often_of_a_thousand_interviews_as_of_one(desk: Desk) -> None:
    asked: list[str] = []

    def selects() -> int:
        asked.clear()
        search, beside = desk.store.search, opening.beside

        def traced(path: Path) -> sqlite3.Connection:
            connection = beside(path)
            connection.set_trace_callback(asked.append)
            return connection

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(opening, "beside", traced)
            search.everything("oak zoe")
        # The index reads its own tables: those are none of ours.
        return sum("json_each" in sql or "MATCH" in sql for sql in asked)

    few = selects()
    with desk.store.file.change("many") as change:
        for _ in range(300):
            change.insert(Interview(employer="Oak Zoe", held_on=MONDAY))
    assert 0 < selects() <= few + 1
    first = desk.store.search.everything("oak zoe").sections[0]
    assert (first.section, first.number, first.is_more) == (Section.INTERVIEWS, MOST, True)
