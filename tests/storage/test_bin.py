"""The bin: everything that can be deleted is in it, and comes back as one undoable change."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.letter import Template
from afterview_tui.domain.records import (
    Adjustment,
    Asking,
    Briefing,
    FollowUp,
    Interview,
    Meeting,
    OwnItem,
    Person,
    Question,
    Reference,
)
from afterview_tui.domain.story import Answering, Story, Telling
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage.bin import Binned, NotInTheBin
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.rows import TABLES
from tests.storage.conftest import noted_changes

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, FilledFile, Opener, Walk

TODAY = date(2026, 11, 23)
Dump = dict[str, list[tuple[Any, ...]]]


def words(filled: FilledFile) -> list[str]:
    return [one.words for one in filled.store.bin.all()]


def the_one(filled: FilledFile) -> Binned:
    (one,) = filled.store.bin.all()
    return one


def restore(filled: FilledFile, said: str) -> None:
    (one,) = (one for one in filled.store.bin.all() if one.words.startswith(said))
    filled.store.bin.restore(one)


def sentence(filled: FilledFile) -> str:
    return noted_changes(filled.store)[0].sentence


def set_aside(filled: FilledFile, key: str) -> None:
    facts = filled.facts()
    (task,) = (one for one in tasks(facts, TODAY) if one.key.startswith(key))
    filled.store.checklist.set_aside(facts, task, TODAY)


def leave_out(filled: FilledFile, *names: str) -> None:
    """Take people out of the interview's form."""
    facts = filled.facts()
    met = [one.person for one in facts.met if one.person.name not in names]
    vouching = [one.person for one in facts.vouching if one.person.name not in names]
    filled.store.interviews.edit(Entry(facts.interview, met, vouching))


def delete(filled: FilledFile, kind: type, row_id: int) -> None:
    with filled.store.file.change("deleted it") as change:
        change.bin(kind, row_id, filled.store.file.now())


def bin_interview(filled: FilledFile) -> None:
    filled.store.interviews.bin(filled.facts(filled.offer_id).interview)


def bin_meeting(filled: FilledFile) -> None:
    leave_out(filled, "Jo Park")


def bin_briefing(filled: FilledFile) -> None:
    leave_out(filled, "Tom Reed")


def bin_question(filled: FilledFile) -> None:
    filled.store.journal.bin(filled.question)


def take_off(filled: FilledFile) -> None:
    (again,) = filled.facts(filled.offer_id).questions
    filled.store.journal.take_off(again, filled.facts(filled.offer_id).interview)


def bin_line(filled: FilledFile) -> None:
    set_aside(filled, "own:")


def bin_try(filled: FilledFile) -> None:
    set_aside(filled, "tried:")


def bin_person(filled: FilledFile) -> None:
    delete(filled, Person, filled.person("Jo Park").id)


def bin_reference(filled: FilledFile) -> None:
    delete(filled, Reference, filled.facts().vouching[0].reference.id)


def bin_template(filled: FilledFile) -> None:
    (warm,) = filled.store.templates.all()
    filled.store.templates.remove(warm)


def bin_story(filled: FilledFile) -> None:
    filled.store.stories.bin(filled.kept.story)


def take_back(filled: FilledFile) -> None:
    filled.store.stories.take_back(filled.kept.tellings[0].telling)


def unlink(filled: FilledFile) -> None:
    filled.store.stories.unlink(filled.kept.answers[0].answering)


CASES: list[tuple[Callable[[FilledFile], None], type, str, str]] = [
    (bin_interview, Interview, "Oak Vision, Aide, Tue 17 Nov", "Oak Vision"),
    (bin_meeting, Meeting, "Jo Park, met at Lakeside Dental", "Jo Park"),
    (bin_briefing, Briefing, "Tom Reed, reference for Lakeside Dental", "Tom Reed"),
    (
        bin_question,
        Question,
        "the question “Why hygiene?”, Lakeside Dental",
        "the question “Why hygiene?”",
    ),
    (
        unlink,
        Answering,
        "“The recall list”, as an answer to “Why hygiene?”",
        "“The recall list” for “Why hygiene?”",
    ),
    (
        take_off,
        Asking,
        "the question “Why hygiene?”, asked at Oak Vision, too",
        "the question “Why hygiene?”",
    ),
    (bin_line, OwnItem, "the line “Buy a notebook”, Lakeside Dental", "“Buy a notebook”"),
    (
        bin_try,
        FollowUp,
        "a try with Lakeside Dental: voicemail, Mon 23 Nov",
        "a try with Lakeside Dental",
    ),
    (bin_person, Person, "the person Jo Park, Lakeside Dental", "Jo Park"),
    (bin_reference, Reference, "Amy Ortiz, as a reference", "Amy Ortiz"),
    (bin_story, Story, "the story “The recall list”", "the story “The recall list”"),
    (
        take_back,
        Telling,
        "“The recall list”, told at Lakeside Dental",
        "“The recall list” at Lakeside Dental",
    ),
    (
        unlink,
        Answering,
        "“The recall list”, as an answer to “Why hygiene?”",
        "“The recall list” for “Why hygiene?”",
    ),
    (
        bin_template,
        Template,
        "the template “Warm”, thank-you, e-mail",
        "the template “Warm”",
    ),
]
EVERY_KIND = pytest.mark.parametrize(
    ("put", "kind", "said", "name"), CASES, ids=[case[1].__name__ for case in CASES]
)


@EVERY_KIND
def test_what_was_deleted_is_in_the_bin_in_words_and_comes_back_as_it_was(
    filled: FilledFile,
    dump: Callable[[Path], Dump],
    put: Callable[[FilledFile], None],
    kind: type,
    said: str,
    name: str,
) -> None:
    before = dump(filled.store.path)
    put(filled)
    deleted = dump(filled.store.path)
    one = the_one(filled)
    filled.store.bin.restore(one)
    assert dump(filled.store.path) == before
    assert (one.kind, one.words, one.binned_at) == (kind, said, filled.clock.at)
    assert filled.store.bin.all() == []
    assert sentence(filled) == f"brought back {name}"
    filled.store.file.undo()
    assert dump(filled.store.path) == deleted
    assert filled.store.bin.all() == [one]


def test_every_kind_that_a_user_can_delete_is_tried(filled: FilledFile) -> None:
    """Whatever the program puts into the bin has to be found in it."""
    package = Path(__file__).parents[2] / "afterview_tui"
    sources = [path.read_text("utf-8") for path in sorted(package.rglob("*.py"))]
    binned = {kind for kind in TABLES for text in sources if f".bin({kind.__name__}," in text}
    assert binned
    assert binned <= {kind for _, kind, _, _ in CASES}


def test_the_newest_comes_first_by_the_moment_and_not_by_the_clock_on_the_wall(
    filled: FilledFile,
) -> None:
    # The second is deleted later, at an earlier hour of the day, further west.
    filled.clock.at = datetime(2026, 11, 23, 18, tzinfo=timezone(timedelta(hours=1)))
    bin_interview(filled)
    filled.clock.at = datetime(2026, 11, 23, 13, tzinfo=timezone(timedelta(hours=-5)))
    bin_question(filled)
    filled.clock.forward(days=1)
    bin_line(filled)
    assert [one.kind for one in filled.store.bin.all()] == [OwnItem, Question, Interview]
    assert [one.kind for one in filled.store.bin.all(limit=2)] == [OwnItem, Question]


def test_a_deleted_interview_is_one_thing(filled: FilledFile) -> None:
    filled.store.interviews.bin(filled.facts().interview)
    assert words(filled) == ["Lakeside Dental, Hygienist, Fri 20 Nov"]
    restore(filled, "Lakeside")
    facts = filled.facts()
    assert (len(facts.met), len(facts.vouching), len(facts.letters)) == (2, 2, 1)


def test_what_was_deleted_before_its_interview_brings_the_interview_back(
    filled: FilledFile,
) -> None:
    bin_meeting(filled)
    filled.clock.forward(hours=1)
    bin_question(filled)
    filled.clock.forward(hours=1)
    filled.store.interviews.bin(filled.facts().interview)
    assert words(filled)[1:] == [
        "the question “Why hygiene?”, Lakeside Dental, deleted too",
        "Jo Park, met at Lakeside Dental, deleted too",
    ]
    restore(filled, "Jo Park")
    assert [one.person.name for one in filled.facts().met] == ["Maria Chen", "Jo Park"]
    assert filled.facts().questions == ()
    assert words(filled) == ["the question “Why hygiene?”, Lakeside Dental"]
    assert sentence(filled) == "brought back Jo Park and Lakeside Dental"
    filled.store.file.undo()
    assert filled.store.interviews.facts(filled.open_id) is None
    assert len(words(filled)) == 3


def test_a_round_that_comes_back_leaves_the_earlier_one_where_it_is(filled: FilledFile) -> None:
    second = Interview(employer="Lakeside", held_on=TODAY, round=2, follows_id=filled.open_id)
    number = filled.store.interviews.add(Entry(second))
    for one in (filled.open_id, number):
        filled.store.interviews.bin(filled.facts(one).interview)
    restore(filled, "Lakeside, ")
    assert filled.facts(number).interview.follows_id == filled.open_id
    assert filled.store.interviews.facts(filled.open_id) is None


def test_a_question_of_no_interview_comes_back(filled: FilledFile) -> None:
    number = filled.store.journal.ask("Why us?", None)
    (question,) = filled.store.file.all(Question, "id = ?", [number])
    filled.store.journal.bin(question)
    assert the_one(filled).words == "the question “Why us?”"
    restore(filled, "the question")
    assert filled.store.file.one(Question, number) == question


# Somebody who has been added again meanwhile


def test_a_person_met_who_was_added_again_is_not_there_twice(filled: FilledFile) -> None:
    (jo,) = (one for one in filled.facts().met if one.person.name == "Jo Park")
    filled.store.interviews.say_about(
        replace(jo.meeting, talked_about="the x-ray", strength="calm")
    )
    bin_meeting(filled)
    filled.store.interviews.add_met(filled.open_id, Person(name="Jo Park"), "Lakeside Dental")
    again = next(one.meeting for one in filled.facts().met if one.person.name == "Jo Park")
    filled.store.interviews.say_about(replace(again, talked_about="the team", strength="very calm"))
    restore(filled, "Jo Park, met")
    (now,) = (one.meeting for one in filled.facts().met if one.person.name == "Jo Park")
    assert now.id == again.id
    assert now.talked_about == "the x-ray\nthe team"
    assert now.strength == "very calm"
    assert words(filled) == []
    filled.store.file.undo()
    assert next(one for one in filled.facts().met if one.meeting.id == again.id).meeting == replace(
        again, talked_about="the team", strength="very calm"
    )
    assert words(filled) == ["Jo Park, met at Lakeside Dental"]


def test_a_reference_that_was_named_again_is_not_there_twice(filled: FilledFile) -> None:
    (before,) = (one.briefing for one in filled.facts().vouching if one.person.name == "Tom Reed")
    with filled.store.file.change("briefed Tom Reed") as change:
        change.put(replace(before, briefed_on=TODAY, note="call after five"))
    bin_briefing(filled)
    filled.store.interviews.add_reference(filled.open_id, Person(name="Tom Reed"))
    (again,) = (one.briefing for one in filled.facts().vouching if one.person.name == "Tom Reed")
    with filled.store.file.change("they called Tom Reed") as change:
        change.put(replace(again, called_on=TODAY))
    restore(filled, "Tom Reed")
    (now,) = (one.briefing for one in filled.facts().vouching if one.person.name == "Tom Reed")
    assert now == replace(again, briefed_on=TODAY, called_on=TODAY, note="call after five")
    assert words(filled) == []


def test_who_was_added_again_with_all_that_was_noted_is_not_in_the_bin(filled: FilledFile) -> None:
    bin_meeting(filled)
    bin_briefing(filled)
    filled.store.interviews.add_met(filled.open_id, Person(name="Jo Park"), "Lakeside Dental")
    filled.store.interviews.add_reference(filled.open_id, Person(name="Tom Reed"))
    assert words(filled) == []


def test_who_was_taken_out_twice_comes_back_once(filled: FilledFile) -> None:
    for talk in ("the x-ray", "the team"):
        filled.store.interviews.add_met(filled.open_id, Person(name="Jo Park"), "Lakeside Dental")
        (jo,) = (one.meeting for one in filled.facts().met if one.person.name == "Jo Park")
        filled.store.interviews.say_about(replace(jo, talked_about=talk))
        filled.clock.forward(hours=1)
        bin_meeting(filled)
    for one in filled.store.bin.all():
        filled.store.bin.restore(one)
    (now,) = (one.meeting for one in filled.facts().met if one.person.name == "Jo Park")
    assert now.talked_about == "the x-ray\nthe team"


# Stories


def test_a_story_that_was_told_again_is_not_told_twice(filled: FilledFile) -> None:
    story = filled.kept.story
    take_back(filled)
    unlink(filled)
    filled.store.stories.tell(story, filled.open_id)
    filled.store.stories.link(story, filled.question)
    assert words(filled) == []


def test_a_story_comes_back_with_where_it_was_told_and_what_it_answers(filled: FilledFile) -> None:
    before = filled.kept
    bin_story(filled)
    assert (filled.store.stories.all(), filled.facts().told) == ([], ())
    restore(filled, "the story")
    assert filled.kept == before


def test_what_was_taken_from_a_deleted_story_brings_the_story_back(filled: FilledFile) -> None:
    before = filled.kept
    take_back(filled)
    unlink(filled)
    bin_story(filled)
    restore(filled, "“The recall list”, told")
    restore(filled, "“The recall list”, as")
    assert filled.kept.story == before.story
    assert [one.telling for one in filled.kept.tellings] == [one.telling for one in before.tellings]
    assert filled.kept.answers == before.answers
    assert words(filled) == []


# People


def test_a_person_who_vouched_comes_back_with_their_reference(filled: FilledFile) -> None:
    vouching = filled.facts().vouching[0]
    with filled.store.file.change("put one person into another") as change:
        change.bin(Person, vouching.person.id, filled.store.file.now())
        change.bin(Reference, vouching.reference.id, filled.store.file.now())
    assert words(filled) == ["the person Amy Ortiz"]
    restore(filled, "the person")
    assert filled.store.people.get(vouching.person.id) == vouching.person
    assert filled.store.file.one(Reference, vouching.reference.id) == vouching.reference
    assert words(filled) == []


def test_whom_it_is_about_comes_back_with_it(filled: FilledFile) -> None:
    tom = next(one for one in filled.facts().vouching if one.person.name == "Tom Reed")
    bin_briefing(filled)
    delete(filled, Reference, tom.reference.id)
    delete(filled, Person, tom.person.id)
    restore(filled, "Tom Reed, reference")
    assert filled.store.people.get(tom.person.id) == tom.person
    assert filled.store.file.one(Reference, tom.reference.id) == tom.reference
    assert tom in filled.facts().vouching
    assert words(filled) == []


def test_a_reference_that_has_been_made_again_is_not_in_the_bin(filled: FilledFile) -> None:
    bin_reference(filled)
    assert words(filled) == ["Amy Ortiz, as a reference"]
    filled.store.people.as_reference(Person(name="Amy Ortiz"))
    assert words(filled) == []


def test_what_no_user_can_delete_alone_is_not_in_the_bin(filled: FilledFile) -> None:
    number = filled.facts().letters[0].id
    with filled.store.file.change("a step of the program") as change:
        decision = change.insert(Adjustment(interview_id=filled.open_id, task="resume"))
        change.bin(Adjustment, decision, filled.store.file.now())
    filled.store.file.db.execute(
        "UPDATE letter SET binned_at = '2026-11-23' WHERE id = ?", [number]
    )
    assert words(filled) == []


# What has moved on since


def test_what_is_brought_back_already_is_named_as_gone(filled: FilledFile, opened: Opener) -> None:
    bin_interview(filled)
    one = the_one(filled)
    opened().bin.restore(one)
    with pytest.raises(NotInTheBin, match="Oak Vision, Aide, Tue 17 Nov"):
        filled.store.bin.restore(one)
    assert [log.sentence for log in noted_changes(filled.store)[:2]] == [
        "brought back Oak Vision",
        "deleted Oak Vision",
    ]


def test_what_is_not_on_file_any_more_is_named_as_gone(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    bin_line(filled)
    one = the_one(filled)
    with closing(sqlite3.connect(filled.store.path)) as other, other:
        other.execute("DELETE FROM own_item")
    before = dump(filled.store.path)
    with pytest.raises(AfterviewError, match="no longer among the deleted things") as raised:
        filled.store.bin.restore(one)
    assert raised.value.title
    assert dump(filled.store.path) == before
    assert filled.store.bin.all() == []


def test_an_empty_bin_is_empty(filled: FilledFile) -> None:
    assert filled.store.bin.all() == []


@pytest.mark.parametrize("seed", range(3))
def test_all_that_anything_users_do_deletes_can_be_brought_back(
    filled: FilledFile, clock: Clock, walk: type[Walk], seed: int
) -> None:
    on_the_way = walk(filled.store, clock, random.Random(seed))
    for _ in range(60):
        on_the_way.step()
    everything = filled.store.bin.all()
    assert everything
    for one in everything:
        try:
            filled.store.bin.restore(one)
        except NotInTheBin:
            assert one not in filled.store.bin.all()  # it came back with another
    assert filled.store.bin.all() == []
    for interview in filled.store.file.all(Interview, "true"):
        facts = filled.facts(interview.id)
        people = [met.person.id for met in facts.met]
        assert len(people) == len(set(people))
        references = [one.reference.id for one in facts.vouching]
        assert len(references) == len(set(references))
