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
from afterview_tui.domain.letter import Letter, LetterForm, Template
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
    return {hit.record for hit in hits(store, said)}


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


def noted(filled: FilledFile, kind: type[Any], field: str, text: str, **new: Any) -> None:
    """Write into a field of the only record of a kind, which is made where there is none."""
    every = filled.store.file.all(kind, "1 ORDER BY id LIMIT 1")
    with filled.store.file.change("noted something") as change:
        if every:
            change.update(kind, every[0].id, **{field: text})
        else:
            change.insert(kind(**{field: text}, **new))


def write_reference(filled: FilledFile, text: str) -> None:
    noted(filled, Reference, "notes", text)


def write_briefing(filled: FilledFile, text: str) -> None:
    noted(filled, Briefing, "note", text)


def write_follow_up(filled: FilledFile, text: str) -> None:
    noted(filled, FollowUp, "said", text, interview_id=filled.open_id)


def write_own_item(filled: FilledFile, text: str) -> None:
    noted(filled, OwnItem, "text", text, interview_id=filled.open_id)


def write_template(filled: FilledFile, text: str) -> None:
    noted(filled, Template, "text", text)


def write_resume_notes(filled: FilledFile, text: str) -> None:
    noted(filled, Me, "resume_notes", text)


WRITERS: dict[str, Callable[[FilledFile, str], None]] = {
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
    for said in ("lukasz dahne", "5550121"):
        assert found(filled.store, said) == {"interview", "person"}
    assert interviews_found(filled.store, "daehne") == interviews_found(filled.store, "555 0121")


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
    assert found(filled.store, "mor saff") == {record}


@EVERY_RECORD
def test_a_hit_leads_to_its_record_and_its_interview(filled: FilledFile, record: str) -> None:
    WRITERS[record](filled, "saffron")
    (hit,) = hits(filled.store, "saffron")
    assert filled.store.file.read(f"SELECT 1 FROM {record} WHERE id = ?", [hit.id])  # noqa: S608
    of_none = hit.interview_id is None
    assert of_none if record in ("template", "me") else hit.interview_id in (1, 2, 3)
    assert hit.name


@EVERY_RECORD
def test_the_found_words_are_marked_in_their_sentence(filled: FilledFile, record: str) -> None:
    WRITERS[record](filled, "we spoke of Crème brûlée and more")
    (hit,) = hits(filled.store, "brulee creme")
    text, marks = hit.passage.text, hit.passage.marks
    assert [text[start:end] for start, end in marks] == ["Crème", "brûlée"]
    assert text == "we spoke of Crème brûlée and more"
    assert hit.label or record == "letter"


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


@pytest.mark.parametrize("record", [one for one in WRITERS if one not in STAYS])
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
    (hit,) = hits(filled.store, "saffron")
    assert (hit.record, hit.name, hit.interview_id) == ("story", "The recall list", None)


def test_a_binned_question_is_not_found(filled: FilledFile) -> None:
    assert found(filled.store, "hygiene") == {"question"}
    filled.store.journal.bin(filled.question)
    assert found(filled.store, "hygiene") == set()


def test_a_question_of_no_interview_is_found(filled: FilledFile) -> None:
    number = filled.store.journal.ask("What about saffron?", None)
    (hit,) = hits(filled.store, "saffron")
    assert (hit.record, hit.id, hit.interview_id) == ("question", number, None)
    assert hit.name == "What about saffron?"


def people_found(filled: FilledFile, said: str) -> list[Hit]:
    return hits(filled.store, said, Section.PEOPLE)


def test_a_person_leads_to_the_newest_interview_that_is_left(filled: FilledFile) -> None:
    newer = Interview(employer="Oak Vision", held_on=MONDAY)
    number = filled.store.interviews.add(Entry(newer, [], [Person(name="Amy Ortiz")]))
    assert [hit.interview_id for hit in people_found(filled, "Ortiz")] == [number]
    for gone in (number, filled.offer_id, filled.open_id):
        filled.store.interviews.bin(filled.facts(gone).interview)
        assert gone not in [hit.interview_id for hit in people_found(filled, "Ortiz")]
    assert [hit.name for hit in people_found(filled, "Ortiz")] == ["Amy Ortiz"]


def test_a_person_in_the_bin_is_not_found(filled: FilledFile) -> None:
    number = filled.store.people.add(Person(name="Saffron Hill", phone="555-0121"))
    assert [hit.id for hit in people_found(filled, "saffron")] == [number]
    assert [hit.id for hit in people_found(filled, "555-0121")] == [number]
    filled.store.people.bin(filled.person("Saffron Hill"))
    assert hits(filled.store, "saffron") == hits(filled.store, "555-0121") == []


def test_words_beside_a_number_are_of_the_same_person(filled: FilledFile) -> None:
    filled.store.people.edit(replace(filled.person("Ines Roy"), phone="555-0121", employer="Öl AG"))
    for said in ("ines 555-0121", "555 0121 roy", "öl 5550121", "ol 555"):
        assert [hit.name for hit in people_found(filled, said)] == ["Ines Roy"], said
    assert people_found(filled, "maria 555-0121") == []


def test_sections_are_counted_and_show_as_many_as_are_asked_for(filled: FilledFile) -> None:
    for number in range(8):
        filled.store.journal.ask(f"What about saffron number {number}?", None)
    (section,) = filled.store.search.everything("saffron", lines=5).sections
    assert (section.section, section.number, section.is_more) == (Section.QUESTIONS, 8, False)
    assert [hit.name[-2] for hit in section.hits] == ["7", "6", "5", "4", "3"], "the newest first"


def test_more_than_a_hundred_are_not_counted(filled: FilledFile) -> None:
    with filled.store.file.change("many") as change:
        for number in range(MOST + 20):
            change.insert(Question(text=f"What about saffron number {number}?"))
    (section,) = filled.store.search.everything("saffron").sections
    assert (section.number, section.is_more) == (MOST, True)
    assert filled.store.search.everything("saffron").is_more


def test_an_interview_of_the_employer_stands_before_what_names_it_elsewhere(
    filled: FilledFile,
) -> None:
    for employer, place in (("Saffron House", ""), ("Elm", "4 Saffron Street"), ("Fir", "")):
        note = "opposite the Saffron House" if employer == "Fir" else ""
        there = Interview(employer=employer, place=place, notes=note, held_on=MONDAY)
        filled.store.interviews.add(Entry(there))
    every = hits(filled.store, "saffron")
    assert [(one.section, one.name) for one in every] == [
        (Section.INTERVIEWS, "Saffron House"),
        (Section.INTERVIEWS, "Elm"),
        (Section.NOTES, "Fir"),
    ]
    assert [one.label for one in every] == ["", "place", "notes"]


def test_each_prompt_with_the_words_is_a_hit_of_its_own(filled: FilledFile) -> None:
    for prompt in ("well", "lessons"):
        filled.store.journal.write(filled.facts(), prompt, f"saffron under {prompt}", "")
    filled.store.journal.write(filled.facts(), "cared", "something else", "")
    assert {hit.field for hit in hits(filled.store, "saffron")} == {"well", "lessons"}


def test_a_search_in_one_section_finds_nothing_of_another(filled: FilledFile) -> None:
    for write in WRITERS.values():
        write(filled, "saffron")
    for section in (Section.LETTERS, Section.STORIES):
        assert {one.section for one in hits(filled.store, "saffron", section)} == {section}


ODD = ["co-op", 'foo" AND (', "", "  \n", "*", "NEAR(", "NOT", "a OR", "text:", "^a", '"', "'"]
ODD += ["{a b}", "a*b", "-", "+", "_", "hello _", "\x00", "½", "\u0301", "🙂", "謝", "%", ";--"]
ODD += ["a" * 5000]


@pytest.mark.parametrize("said", ODD)
def test_odd_input_is_no_error(filled: FilledFile, said: str) -> None:
    hits(filled.store, said)


@pytest.mark.parametrize("said", ["", "  \n", "*", '"', "()", "-"])
def test_nothing_asked_finds_nothing(filled: FilledFile, said: str) -> None:
    assert hits(filled.store, said) == []


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_input_is_no_error(filled: FilledFile, said: str) -> None:
    hits(filled.store, said)


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
    assert all(hits(store, word) == [] for word in ("cafe", "lakeside", "maria", "zoe"))


def test_the_check_of_the_index_would_see_a_stale_one(filled: FilledFile) -> None:
    with closing(sqlite3.connect(filled.store.path)) as other:
        other.execute("DROP TRIGGER letter_au")
        other.execute("UPDATE letter SET text = 'behind the index'")
        other.commit()
    with pytest.raises(sqlite3.DatabaseError):
        integrity_of_search(filled.store.path)


# Letters that are not finished


OPEN_PART = "[What did they say or show that stayed with you?]"


def test_a_part_of_a_letter_that_is_open_is_not_found(filled: FilledFile) -> None:
    write_letter(filled, f"Dear Dr. Chen,\n\nThe saffron stayed {OPEN_PART} in my coat.")
    assert found(filled.store, "show") == found(filled.store, "saffron show") == set()
    (hit,) = hits(filled.store, "stayed coat")
    assert hit.passage.text == "Dear Dr. Chen, The saffron stayed in my coat."
    assert [hit.passage.text[s:e] for s, e in hit.passage.marks] == ["stayed", "coat"]
    filled.store.file.undo()
    assert found(filled.store, "stayed") == set()


def test_what_is_written_in_an_open_part_is_found(filled: FilledFile) -> None:
    write_letter(filled, f"{OPEN_PART} A fine day.")
    assert found(filled.store, "stayed day") == set()
    (letter,) = (one for one in filled.facts().letters if one.text.startswith(OPEN_PART))
    maria = filled.person("Maria Chen")
    filled.store.letters.write(letter, maria, "It stayed with me. A fine day.", letter.text)
    assert found(filled.store, "stayed day") == {"letter"}


def test_of_a_draft_that_nobody_wrote_in_only_the_subject_is_found(filled: FilledFile) -> None:
    ines = filled.person("Ines Roy")
    draft = as_shown(filled.facts(filled.no_id), ines, "Thank you for the saffron.")
    filled.store.letters.write_subject(draft, ines, "About turmeric")
    (known,) = filled.facts(filled.no_id).letters
    filled.store.letters.write(known, ines, "Thank you for the saffron.", known.text)
    assert found(filled.store, "saffron") == {"letter"}
    (known,) = filled.facts(filled.no_id).letters
    filled.store.letters.begin_anew(known, ines)
    (known,) = filled.facts(filled.no_id).letters
    filled.store.letters.write_subject(known, ines, "About turmeric")
    assert found(filled.store, "saffron") == set()
    assert found(filled.store, "turmeric") == {"letter"}


def test_each_form_of_a_letter_is_a_hit_that_says_which_it_is(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    write_letter(filled, "The saffron e-mail.")
    letter = filled.facts().letter_to(maria.id)
    assert letter is not None
    filled.store.letters.choose_form(letter, maria, LetterForm.CARD)
    card = as_shown(filled.facts(), maria, "The draft.")
    filled.store.letters.write(card, maria, "The saffron card.", "The draft.")
    about = [hit.about for hit in hits(filled.store, "saffron")]
    assert about == ["thank-you, card by hand, draft", "thank-you, draft"]


# Interviews as such


def note(filled: FilledFile, **fields: str) -> None:
    """Write into fields of the open interview."""
    facts = filled.facts()
    met, vouching = [m.person for m in facts.met], [v.person for v in facts.vouching]
    filled.store.interviews.edit(Entry(replace(facts.interview, **fields), met, vouching))  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["employer", "role", "place"])
@pytest.mark.parametrize("said", ["Crème brûlée", "CREME", "brul crem", "cre\u0300me"])
def test_an_interview_is_found_by_the_beginnings_of_its_words(
    filled: FilledFile, field: str, said: str
) -> None:
    note(filled, **{field: "they served crème brûlée"})
    assert interviews_found(filled.store, said) == {filled.open_id}
    assert interviews_found(filled.store, f"{said} saffron") == set()
    assert interviews_found(filled.store, "reme") == set()


NOTES = ["position_facts", "wanted_for", "who_calls", "contact_how", "notes"]
NOTES += ["posting_link", "posting", "to_ask"]


@pytest.mark.parametrize("field", NOTES)
def test_what_is_noted_of_an_interview_is_found_as_a_note(filled: FilledFile, field: str) -> None:
    note(filled, **{field: "saffron"})
    assert interviews_found(filled.store, "saffron") == set()
    (hit,) = hits(filled.store, "saffron")
    assert (hit.section, hit.field, hit.name) == (Section.NOTES, field, "Lakeside Dental")


def test_an_interview_is_found_by_who_was_met_there_and_who_vouches_there(
    filled: FilledFile,
) -> None:
    assert interviews_found(filled.store, "mar che") == {filled.open_id}
    assert interviews_found(filled.store, "zoe") == {filled.offer_id}
    assert interviews_found(filled.store, "ortiz") == {filled.open_id, filled.offer_id}
    assert interviews_found(filled.store, "reed") == {filled.open_id, filled.no_id}
    filled.store.people.edit(replace(filled.person("Ines Roy"), called="Nessie", notes="saffron"))
    assert interviews_found(filled.store, "nessie") == {filled.no_id}
    assert interviews_found(filled.store, "saffron") == set()


@pytest.mark.parametrize(("written", "typed"), TYPED)
def test_a_filter_finds_people_and_places_by_letters_as_they_are_typed(
    filled: FilledFile, written: str, typed: str
) -> None:
    filled.store.people.edit(replace(filled.person("Ines Roy"), name=written))
    note(filled, place=f"2 {written} Street")
    assert interviews_found(filled.store, typed) == {filled.no_id, filled.open_id}
    assert interviews_found(filled.store, f"{typed} street") == {filled.open_id}


@pytest.mark.parametrize("on_file", ["555-0121", "(212) 555-0121", "+1 212 555 0121 ext. 7"])
@pytest.mark.parametrize("said", ["555-0121", "5550121", "(555) 0121", "555.0121", "555 01"])
def test_a_phone_number_leads_to_the_interviews_of_its_person(
    filled: FilledFile, on_file: str, said: str
) -> None:
    assert interviews_found(filled.store, said) == set()
    filled.store.people.edit(replace(filled.person("Amy Ortiz"), phone=on_file))
    assert interviews_found(filled.store, said) == {filled.open_id, filled.offer_id}
    assert interviews_found(filled.store, f"oak {said}") == {filled.offer_id}
    assert interviews_found(filled.store, f"{said} saffron") == set()
    (hit,) = people_found(filled, said)
    assert (hit.name, hit.field, hit.passage.text) == ("Amy Ortiz", "phone", on_file)
    assert hit.passage.marks
    filled.store.file.undo()
    assert interviews_found(filled.store, said) == set()


def test_a_number_with_its_country_finds_one_without_it(filled: FilledFile) -> None:
    filled.store.people.edit(replace(filled.person("Maria Chen"), phone="555-0121"))
    assert interviews_found(filled.store, "+1 555 0121") == {filled.open_id}
    assert found(filled.store, "+1 555 0121") == {"interview", "person"}


def test_a_number_finds_its_person_and_what_is_written_with_it(filled: FilledFile) -> None:
    filled.store.people.edit(replace(filled.person("Ines Roy"), phone="555-0121"))
    note(filled, place="room 5550121, then 555 0121")
    assert interviews_found(filled.store, "555 0121") == {filled.open_id, filled.no_id}


def test_the_number_of_somebody_in_the_bin_finds_no_interview(filled: FilledFile) -> None:
    filled.store.people.edit(replace(filled.person("Ines Roy"), phone="555-0121"))
    assert interviews_found(filled.store, "555-0121") == {filled.no_id}
    facts = filled.facts(filled.no_id)
    filled.store.interviews.edit(Entry(facts.interview, [], []))
    assert interviews_found(filled.store, "555-0121") == set()
    filled.store.file.undo()
    assert interviews_found(filled.store, "555-0121") == {filled.no_id}


@pytest.mark.parametrize("said", ["amy.ortiz@hill.example", "AMY.O", "ortiz@hill", "hill.example"])
def test_an_e_mail_address_leads_to_the_interviews_of_its_person(
    filled: FilledFile, said: str
) -> None:
    filled.store.people.edit(replace(filled.person("Amy Ortiz"), email="Amy.Ortiz@hill.example"))
    assert interviews_found(filled.store, said) >= {filled.open_id, filled.offer_id}
    assert "person" in found(filled.store, said)


@pytest.mark.parametrize("said", ["maria", "lake maria", "chen hygienist"])
def test_an_interview_that_is_found_by_who_was_there_says_so(filled: FilledFile, said: str) -> None:
    (hit,) = hits(filled.store, said, Section.INTERVIEWS)
    assert (hit.name, hit.label) == ("Lakeside Dental · Hygienist", "with")
    assert "Dr. Maria Chen" in hit.passage.text
    assert hit.passage.marks


def test_words_of_a_filter_may_stand_in_different_places(filled: FilledFile) -> None:
    assert interviews_found(filled.store, "zoe oak") == {filled.offer_id}
    assert interviews_found(filled.store, "oak aide ort hart") == {filled.offer_id}
    assert interviews_found(filled.store, "maria oak") == set()


def test_somebody_taken_out_of_an_interview_does_not_find_it(filled: FilledFile) -> None:
    facts = filled.facts()
    filled.store.interviews.edit(Entry(facts.interview, [facts.met[1].person], []))
    assert interviews_found(filled.store, "maria") == set()
    assert interviews_found(filled.store, "ortiz") == {filled.offer_id}
    filled.store.file.undo()
    assert interviews_found(filled.store, "maria") == {filled.open_id}


def test_a_filter_finds_closed_interviews_and_none_in_the_bin(filled: FilledFile) -> None:
    old = Interview(employer="Saffron House", held_on=date(2020, 1, 6), outcome=Outcome.NO)
    number = filled.store.interviews.add(Entry(old))
    assert interviews_found(filled.store, "saffron") == {number}
    filled.store.interviews.bin(filled.facts(number).interview)
    assert interviews_found(filled.store, "saffron") == set()
    assert interviews_found(filled.store, "o") == {filled.offer_id, filled.open_id}


@pytest.mark.parametrize("said", ["-oak", "oak_", '"oak', "oak*", "{oak}", "(oak:", "^oak _ -"])
def test_signs_in_a_filter_do_not_count(filled: FilledFile, said: str) -> None:
    assert interviews_found(filled.store, said) == {filled.offer_id}


@pytest.mark.parametrize("said", ["NOT", "oak OR hill", "oak AND", "NEAR", "employer: x"])
def test_words_of_the_query_language_are_words_in_a_filter(filled: FilledFile, said: str) -> None:
    assert interviews_found(filled.store, said) == set()


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(picked=st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), min_size=1, max_size=4))
def test_what_is_made_of_an_interviews_own_words_finds_it(
    filled: FilledFile, picked: list[tuple[int, int]]
) -> None:
    facts = filled.facts()
    people = [m.person.name for m in facts.met] + [v.person.name for v in facts.vouching]
    own = f"{facts.interview.employer} {facts.interview.role} {' '.join(people)}".split()
    said = " ".join(own[word % len(own)][:letters] for word, letters in picked)
    assert filled.open_id in interviews_found(filled.store, said)
    assert interviews_found(filled.store, f"{said} xyzzy") == set()


def statements(store: Store, said: str) -> list[str]:
    """What a search asks of the file. The index reads its own tables: those are none of ours."""
    told: list[str] = []
    beside = opening.beside

    def traced(path: Path) -> sqlite3.Connection:
        connection = beside(path)
        connection.set_trace_callback(told.append)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "beside", traced)
        store.search.everything(said)
    return [sql for sql in told if "json_each" in sql or "MATCH" in sql]


def test_a_search_asks_as_often_of_a_thousand_interviews_as_of_one(filled: FilledFile) -> None:
    few = len(statements(filled.store, "oak zoe"))
    with filled.store.file.change("many") as change:
        for _ in range(300):
            change.insert(Interview(employer="Oak Zoe", held_on=MONDAY))
    assert 0 < len(statements(filled.store, "oak zoe")) <= few + 1
    first = filled.store.search.everything("oak zoe").sections[0]
    assert (first.section, first.number, first.is_more) == (Section.INTERVIEWS, MOST, True)


def test_what_would_neither_be_shown_nor_counted_is_not_looked_for(filled: FilledFile) -> None:
    """Of thousands of letters, to look for a word in those that are unfinished reads them all."""

    def asked_of_letters() -> int:
        asked = statements(filled.store, "saffron")
        return sum("letter_fts MATCH" in sql for sql in asked)

    maria = filled.person("Maria Chen")
    letter = Letter(person_id=maria.id, subject="Saffron", text="Dear Maria")
    both = asked_of_letters()
    with filled.store.file.change("many") as change:
        for _ in range(MOST + 1):
            here = change.insert(Interview(employer="Oak", held_on=MONDAY))
            change.insert(replace(letter, interview_id=here))
    assert (both, asked_of_letters()) == (2, 1)
    (section,) = filled.store.search.everything("saffron").sections
    assert (section.number, section.is_more) == (MOST, True)
