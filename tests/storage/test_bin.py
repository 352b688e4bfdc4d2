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
    from tests.storage.conftest import Clock, Desk, Opener, Walk

TODAY = date(2026, 11, 23)
Dump = dict[str, list[tuple[Any, ...]]]


def words(desk: Desk) -> list[str]:
    return [one.words for one in desk.store.bin.all()]


def the_one(desk: Desk) -> Binned:
    (one,) = desk.store.bin.all()
    return one


def restore(desk: Desk, said: str) -> None:
    (one,) = (one for one in desk.store.bin.all() if one.words.startswith(said))
    desk.store.bin.restore(one)


def sentence(desk: Desk) -> str:
    return noted_changes(desk.store)[0].sentence


def set_aside(desk: Desk, key: str) -> None:
    facts = desk.facts()
    (task,) = (one for one in tasks(facts, TODAY) if one.key.startswith(key))
    desk.store.checklist.set_aside(facts, task, TODAY)


def leave_out(desk: Desk, *names: str) -> None:
    """Take people out of the interview's form."""
    facts = desk.facts()
    met = [one.person for one in facts.met if one.person.name not in names]
    vouching = [one.person for one in facts.vouching if one.person.name not in names]
    desk.store.interviews.edit(Entry(facts.interview, met, vouching))


def delete(desk: Desk, kind: type, row_id: int) -> None:
    with desk.store.file.change("deleted it") as change:
        change.bin(kind, row_id, desk.store.file.now())


def bin_interview(desk: Desk) -> None:
    desk.store.interviews.bin(desk.facts(desk.offer_id).interview)


def bin_meeting(desk: Desk) -> None:
    leave_out(desk, "Jo Park")


def bin_briefing(desk: Desk) -> None:
    leave_out(desk, "Tom Reed")


def bin_question(desk: Desk) -> None:
    desk.store.journal.bin(desk.question)


def take_off(desk: Desk) -> None:
    (again,) = desk.facts(desk.offer_id).questions
    desk.store.journal.take_off(again, desk.facts(desk.offer_id).interview)


def bin_line(desk: Desk) -> None:
    set_aside(desk, "own:")


def bin_try(desk: Desk) -> None:
    set_aside(desk, "tried:")


def bin_person(desk: Desk) -> None:
    delete(desk, Person, desk.person("Jo Park").id)


def bin_reference(desk: Desk) -> None:
    delete(desk, Reference, desk.facts().vouching[0].reference.id)


def bin_template(desk: Desk) -> None:
    (warm,) = desk.store.templates.all()
    desk.store.templates.remove(warm)


def bin_story(desk: Desk) -> None:
    desk.store.stories.bin(desk.kept.story)


def take_back(desk: Desk) -> None:
    desk.store.stories.take_back(desk.kept.tellings[0].telling)


def unlink(desk: Desk) -> None:
    desk.store.stories.unlink(desk.kept.answers[0].answering)


CASES: list[tuple[Callable[[Desk], None], type, str, str]] = [
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
    desk: Desk,
    dump: Callable[[Path], Dump],
    put: Callable[[Desk], None],
    kind: type,
    said: str,
    name: str,
) -> None:
    before = dump(desk.store.path)
    put(desk)
    deleted = dump(desk.store.path)
    one = the_one(desk)
    desk.store.bin.restore(one)
    assert dump(desk.store.path) == before
    assert (one.kind, one.words, one.binned_at) == (kind, said, desk.clock.at)
    assert desk.store.bin.all() == []
    assert sentence(desk) == f"brought back {name}"
    desk.store.file.undo()
    assert dump(desk.store.path) == deleted
    assert desk.store.bin.all() == [one]


def test_every_kind_that_a_user_can_delete_is_tried(desk: Desk) -> None:
    """Whatever the program puts into the bin has to be found in it."""
    package = Path(__file__).parents[2] / "afterview_tui"
    sources = [path.read_text("utf-8") for path in sorted(package.rglob("*.py"))]
    binned = {kind for kind in TABLES for text in sources if f".bin({kind.__name__}," in text}
    assert binned
    assert binned <= {kind for _, kind, _, _ in CASES}


def test_the_newest_comes_first_by_the_moment_and_not_by_the_clock_on_the_wall(
    desk: Desk,
) -> None:
    # The second is deleted later, at an earlier hour of the day, further west.
    desk.clock.at = datetime(2026, 11, 23, 18, tzinfo=timezone(timedelta(hours=1)))
    bin_interview(desk)
    desk.clock.at = datetime(2026, 11, 23, 13, tzinfo=timezone(timedelta(hours=-5)))
    bin_question(desk)
    desk.clock.forward(days=1)
    bin_line(desk)
    assert [one.kind for one in desk.store.bin.all()] == [OwnItem, Question, Interview]
    assert [one.kind for one in desk.store.bin.all(limit=2)] == [OwnItem, Question]


def test_a_deleted_interview_is_one_thing(desk: Desk) -> None:
    desk.store.interviews.bin(desk.facts().interview)
    assert words(desk) == ["Lakeside Dental, Hygienist, Fri 20 Nov"]
    restore(desk, "Lakeside")
    facts = desk.facts()
    assert (len(facts.met), len(facts.vouching), len(facts.letters)) == (2, 2, 1)


def test_what_was_deleted_before_its_interview_brings_the_interview_back(desk: Desk) -> None:
    bin_meeting(desk)
    desk.clock.forward(hours=1)
    bin_question(desk)
    desk.clock.forward(hours=1)
    desk.store.interviews.bin(desk.facts().interview)
    assert words(desk)[1:] == [
        "the question “Why hygiene?”, Lakeside Dental, deleted too",
        "Jo Park, met at Lakeside Dental, deleted too",
    ]
    restore(desk, "Jo Park")
    assert [one.person.name for one in desk.facts().met] == ["Maria Chen", "Jo Park"]
    assert desk.facts().questions == ()
    assert words(desk) == ["the question “Why hygiene?”, Lakeside Dental"]
    assert sentence(desk) == "brought back Jo Park and Lakeside Dental"
    desk.store.file.undo()
    assert desk.store.interviews.facts(desk.open_id) is None
    assert len(words(desk)) == 3


def test_a_round_that_comes_back_leaves_the_earlier_one_where_it_is(desk: Desk) -> None:
    second = Interview(employer="Lakeside", held_on=TODAY, round=2, follows_id=desk.open_id)
    number = desk.store.interviews.add(Entry(second))
    for one in (desk.open_id, number):
        desk.store.interviews.bin(desk.facts(one).interview)
    restore(desk, "Lakeside, ")
    assert desk.facts(number).interview.follows_id == desk.open_id
    assert desk.store.interviews.facts(desk.open_id) is None


def test_a_question_of_no_interview_comes_back(desk: Desk) -> None:
    number = desk.store.journal.ask("Why us?", None)
    (question,) = desk.store.file.all(Question, "id = ?", [number])
    desk.store.journal.bin(question)
    assert the_one(desk).words == "the question “Why us?”"
    restore(desk, "the question")
    assert desk.store.file.one(Question, number) == question


# Somebody who has been added again meanwhile


def test_a_person_met_who_was_added_again_is_not_there_twice(desk: Desk) -> None:
    (jo,) = (one for one in desk.facts().met if one.person.name == "Jo Park")
    desk.store.interviews.say_about(replace(jo.meeting, talked_about="the x-ray", strength="calm"))
    bin_meeting(desk)
    desk.store.interviews.add_met(desk.open_id, Person(name="Jo Park"), "Lakeside Dental")
    again = next(one.meeting for one in desk.facts().met if one.person.name == "Jo Park")
    desk.store.interviews.say_about(replace(again, talked_about="the team", strength="very calm"))
    restore(desk, "Jo Park, met")
    (now,) = (one.meeting for one in desk.facts().met if one.person.name == "Jo Park")
    assert now.id == again.id
    assert now.talked_about == "the x-ray\nthe team"
    assert now.strength == "very calm"
    assert words(desk) == []
    desk.store.file.undo()
    assert next(one for one in desk.facts().met if one.meeting.id == again.id).meeting == replace(
        again, talked_about="the team", strength="very calm"
    )
    assert words(desk) == ["Jo Park, met at Lakeside Dental"]


def test_a_reference_that_was_named_again_is_not_there_twice(desk: Desk) -> None:
    (before,) = (one.briefing for one in desk.facts().vouching if one.person.name == "Tom Reed")
    with desk.store.file.change("briefed Tom Reed") as change:
        change.put(replace(before, briefed_on=TODAY, note="call after five"))
    bin_briefing(desk)
    desk.store.interviews.add_reference(desk.open_id, Person(name="Tom Reed"))
    (again,) = (one.briefing for one in desk.facts().vouching if one.person.name == "Tom Reed")
    with desk.store.file.change("they called Tom Reed") as change:
        change.put(replace(again, called_on=TODAY))
    restore(desk, "Tom Reed")
    (now,) = (one.briefing for one in desk.facts().vouching if one.person.name == "Tom Reed")
    assert now == replace(again, briefed_on=TODAY, called_on=TODAY, note="call after five")
    assert words(desk) == []


def test_who_was_added_again_with_all_that_was_noted_is_not_in_the_bin(desk: Desk) -> None:
    bin_meeting(desk)
    bin_briefing(desk)
    desk.store.interviews.add_met(desk.open_id, Person(name="Jo Park"), "Lakeside Dental")
    desk.store.interviews.add_reference(desk.open_id, Person(name="Tom Reed"))
    assert words(desk) == []


def test_who_was_taken_out_twice_comes_back_once(desk: Desk) -> None:
    for talk in ("the x-ray", "the team"):
        desk.store.interviews.add_met(desk.open_id, Person(name="Jo Park"), "Lakeside Dental")
        (jo,) = (one.meeting for one in desk.facts().met if one.person.name == "Jo Park")
        desk.store.interviews.say_about(replace(jo, talked_about=talk))
        desk.clock.forward(hours=1)
        bin_meeting(desk)
    for one in desk.store.bin.all():
        desk.store.bin.restore(one)
    (now,) = (one.meeting for one in desk.facts().met if one.person.name == "Jo Park")
    assert now.talked_about == "the x-ray\nthe team"


# Stories


def test_a_story_that_was_told_again_is_not_told_twice(desk: Desk) -> None:
    story = desk.kept.story
    take_back(desk)
    unlink(desk)
    desk.store.stories.tell(story, desk.open_id)
    desk.store.stories.link(story, desk.question)
    assert words(desk) == []


def test_a_story_comes_back_with_where_it_was_told_and_what_it_answers(desk: Desk) -> None:
    before = desk.kept
    bin_story(desk)
    assert (desk.store.stories.all(), desk.facts().told) == ([], ())
    restore(desk, "the story")
    assert desk.kept == before


def test_what_was_taken_from_a_deleted_story_brings_the_story_back(desk: Desk) -> None:
    before = desk.kept
    take_back(desk)
    unlink(desk)
    bin_story(desk)
    restore(desk, "“The recall list”, told")
    restore(desk, "“The recall list”, as")
    assert desk.kept.story == before.story
    assert [one.telling for one in desk.kept.tellings] == [one.telling for one in before.tellings]
    assert desk.kept.answers == before.answers
    assert words(desk) == []


# People


def test_a_person_who_vouched_comes_back_with_their_reference(desk: Desk) -> None:
    vouching = desk.facts().vouching[0]
    with desk.store.file.change("put one person into another") as change:
        change.bin(Person, vouching.person.id, desk.store.file.now())
        change.bin(Reference, vouching.reference.id, desk.store.file.now())
    assert words(desk) == ["the person Amy Ortiz"]
    restore(desk, "the person")
    assert desk.store.people.get(vouching.person.id) == vouching.person
    assert desk.store.file.one(Reference, vouching.reference.id) == vouching.reference
    assert words(desk) == []


def test_whom_it_is_about_comes_back_with_it(desk: Desk) -> None:
    tom = next(one for one in desk.facts().vouching if one.person.name == "Tom Reed")
    bin_briefing(desk)
    delete(desk, Reference, tom.reference.id)
    delete(desk, Person, tom.person.id)
    restore(desk, "Tom Reed, reference")
    assert desk.store.people.get(tom.person.id) == tom.person
    assert desk.store.file.one(Reference, tom.reference.id) == tom.reference
    assert tom in desk.facts().vouching
    assert words(desk) == []


def test_a_reference_that_has_been_made_again_is_not_in_the_bin(desk: Desk) -> None:
    bin_reference(desk)
    assert words(desk) == ["Amy Ortiz, as a reference"]
    desk.store.people.as_reference(Person(name="Amy Ortiz"))
    assert words(desk) == []


def test_what_no_user_can_delete_alone_is_not_in_the_bin(desk: Desk) -> None:
    number = desk.facts().letters[0].id
    with desk.store.file.change("a step of the program") as change:
        decision = change.insert(Adjustment(interview_id=desk.open_id, task="resume"))
        change.bin(Adjustment, decision, desk.store.file.now())
    desk.store.file.db.execute("UPDATE letter SET binned_at = '2026-11-23' WHERE id = ?", [number])
    assert words(desk) == []


# What has moved on since


def test_what_is_brought_back_already_is_named_as_gone(desk: Desk, opened: Opener) -> None:
    bin_interview(desk)
    one = the_one(desk)
    opened().bin.restore(one)
    with pytest.raises(NotInTheBin, match="Oak Vision, Aide, Tue 17 Nov"):
        desk.store.bin.restore(one)
    assert [log.sentence for log in noted_changes(desk.store)[:2]] == [
        "brought back Oak Vision",
        "deleted Oak Vision",
    ]


def test_what_is_not_on_file_any_more_is_named_as_gone(
    desk: Desk, dump: Callable[[Path], Dump]
) -> None:
    bin_line(desk)
    one = the_one(desk)
    with closing(sqlite3.connect(desk.store.path)) as other, other:
        other.execute("DELETE FROM own_item")
    before = dump(desk.store.path)
    with pytest.raises(AfterviewError, match="no longer among the deleted things") as raised:
        desk.store.bin.restore(one)
    assert raised.value.title
    assert dump(desk.store.path) == before
    assert desk.store.bin.all() == []


def test_an_empty_bin_is_empty(desk: Desk) -> None:
    assert desk.store.bin.all() == []


@pytest.mark.parametrize("seed", range(3))
def test_all_that_anything_users_do_deletes_can_be_brought_back(
    desk: Desk, clock: Clock, walk: type[Walk], seed: int
) -> None:
    on_the_way = walk(desk.store, clock, random.Random(seed))
    for _ in range(60):
        on_the_way.step()
    everything = desk.store.bin.all()
    assert everything
    for one in everything:
        try:
            desk.store.bin.restore(one)
        except NotInTheBin:
            assert one not in desk.store.bin.all()  # it came back with another
    assert desk.store.bin.all() == []
    for interview in desk.store.file.all(Interview, "true"):
        facts = desk.facts(interview.id)
        people = [met.person.id for met in facts.met]
        assert len(people) == len(set(people))
        references = [one.reference.id for one in facts.vouching]
        assert len(references) == len(set(references))
