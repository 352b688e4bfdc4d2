"""Questions on file: asked again, changed, deleted at one interview, linked to stories."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.practice import Posed, Went
from afterview_tui.domain.records import Asking, Question
from afterview_tui.domain.story import Answering, Story
from afterview_tui.storage.store import Store
from tests.storage.conftest import hits, noted_changes

if TYPE_CHECKING:
    from tests.storage.conftest import Desk, Dump, Opener

WHY = "Why hygiene?"  # on file at the open interview, and again at the one with an offer


def on_file(store: Store) -> tuple[list[tuple[int, int | None]], list[tuple[int, int]]]:
    """The questions and the askings that are not in the bin, each with its interview."""
    asked = [(one.id, one.interview_id) for one in store.file.all(Question, "true ORDER BY id")]
    again = store.file.all(Asking, "true ORDER BY id")
    return asked, [(one.question_id, one.interview_id) for one in again]


def posed(desk: Desk) -> Posed:
    found = desk.store.journal.get(1)
    assert found is not None
    return found


def places(desk: Desk) -> list[str]:
    return [one.employer for one in posed(desk).asked_at]


def bin_interview(desk: Desk, number: int) -> None:
    desk.store.interviews.bin(desk.facts(number).interview)


def test_a_question_in_the_same_words_is_noted_to_have_come_up_here_too(desk: Desk) -> None:
    assert desk.store.journal.ask("why  HYGIENE", desk.no_id) == 1
    assert on_file(desk.store) == ([(1, 1)], [(1, desk.offer_id), (1, desk.no_id)])
    assert desk.question.text == WHY, "the words on file stay"
    assert desk.facts(desk.no_id).questions == (desk.question,)
    assert places(desk) == ["Lakeside Dental", "Oak Vision", "Hill School"]
    assert desk.store.file.undo().sentence == "noted a question: why  HYGIENE"
    assert on_file(desk.store) == ([(1, 1)], [(1, desk.offer_id)])


@pytest.mark.parametrize("number", ["open_id", "offer_id"])
def test_a_question_noted_twice_at_an_interview_changes_nothing(
    desk: Desk, dump: Callable[[Path], Dump], number: str
) -> None:
    before, log = dump(desk.store.path), noted_changes(desk.store)
    assert desk.store.journal.ask("why hygiene", getattr(desk, number)) == 1
    assert dump(desk.store.path) == before
    assert noted_changes(desk.store) == log


def test_a_question_of_no_interview_is_added_once_and_may_come_up_later(desk: Desk) -> None:
    journal = desk.store.journal
    number = journal.ask("Why us?", None, expected=True)
    assert journal.ask("why us", None) == number
    assert journal.ask("Why us", desk.no_id) == number
    assert on_file(desk.store) == ([(1, 1), (number, None)], [(1, 2), (number, desk.no_id)])
    found = journal.get(number)
    assert found is not None
    assert [one.employer for one in found.asked_at] == ["Hill School"]
    assert found.question.expected


def test_other_words_are_another_question_however_alike(desk: Desk) -> None:
    assert desk.store.journal.ask("Why did you choose hygiene?", desk.open_id) == 2


def test_a_deleted_question_is_not_brought_back_by_asking_it_again(desk: Desk) -> None:
    desk.store.journal.bin(desk.question)
    assert desk.store.journal.ask(WHY, desk.open_id) == 2


def test_a_question_stays_while_one_of_its_interviews_does(desk: Desk) -> None:
    bin_interview(desk, desk.open_id)
    (only,) = desk.store.journal.questions()
    assert (only.question.text, only.employer, only.again) == (WHY, "Oak Vision", ())
    assert desk.facts(desk.offer_id).questions == (only.question,)
    assert [hit.about for hit in hits(desk.store, "hygiene")] == ["Oak Vision"]
    bin_interview(desk, desk.offer_id)
    assert desk.store.journal.questions() == []
    assert hits(desk.store, "hygiene") == []


def test_an_interview_knows_at_how_many_its_questions_came_up(desk: Desk) -> None:
    desk.store.journal.ask("Only here?", desk.open_id)
    assert desk.facts().often == desk.facts(desk.offer_id).often == {1: 2}
    assert desk.facts(desk.no_id).often == {}
    desk.store.journal.ask(WHY, desk.no_id)
    assert desk.facts().often == {1: 3}
    bin_interview(desk, desk.no_id)
    assert desk.facts().often == {1: 2}
    assert {one.interview.id: dict(one.often) for one in desk.store.interviews.open_ones(
        desk.clock.today
    )} == {desk.open_id: {1: 2}, desk.offer_id: {1: 2}}  # fmt: skip


def test_where_it_came_up_again_it_is_taken_off_and_stays_elsewhere(desk: Desk) -> None:
    there = desk.facts(desk.offer_id)
    assert desk.store.journal.take_off(desk.question, there.interview)
    assert on_file(desk.store) == ([(1, 1)], [])
    assert desk.facts(desk.offer_id).questions == ()
    undone = desk.store.file.undo()
    assert undone.sentence == "took “Why hygiene?” off the questions of Oak Vision"
    assert undone.interview_id == desk.offer_id
    assert desk.facts(desk.offer_id).questions == there.questions


def test_where_it_came_up_first_the_next_interview_becomes_the_first(
    desk: Desk, dump: Callable[[Path], Dump]
) -> None:
    desk.store.journal.ask(WHY, desk.no_id)
    before = dump(desk.store.path)
    assert desk.store.journal.take_off(desk.question, desk.facts().interview)
    assert on_file(desk.store) == ([(1, desk.offer_id)], [(1, desk.no_id)])
    assert desk.facts().questions == ()
    assert places(desk) == ["Oak Vision", "Hill School"]
    desk.store.file.undo()
    assert dump(desk.store.path) == before
    desk.store.file.redo()
    assert places(desk) == ["Oak Vision", "Hill School"]


def test_an_interview_in_the_bin_does_not_become_the_first(desk: Desk) -> None:
    desk.store.journal.ask(WHY, desk.no_id)
    bin_interview(desk, desk.offer_id)
    desk.store.journal.take_off(desk.question, desk.facts().interview)
    assert places(desk) == ["Hill School"]


def test_taken_off_its_only_interview_a_question_is_in_the_bin_whole(desk: Desk) -> None:
    number = desk.store.journal.ask("Only here?", desk.no_id)
    (question,) = desk.facts(desk.no_id).questions
    assert not desk.store.journal.take_off(question, desk.facts(desk.no_id).interview)
    assert desk.store.journal.get(number) is None
    (binned,) = desk.store.bin.all()
    assert binned.words == "the question “Only here?”, Hill School"


def test_taken_off_a_question_that_was_prepared_stays_prepared(desk: Desk) -> None:
    number = desk.store.journal.ask("Why us?", None)
    desk.store.journal.ask("Why us?", desk.no_id)
    (question,) = desk.facts(desk.no_id).questions
    assert desk.store.journal.take_off(question, desk.facts(desk.no_id).interview)
    found = desk.store.journal.get(number)
    assert found is not None
    assert found.asked_at == ()


def test_what_was_taken_off_where_it_was_first_comes_back_from_the_bin(desk: Desk) -> None:
    desk.store.journal.take_off(desk.question, desk.facts().interview)
    (binned,) = desk.store.bin.all()
    assert binned.words == "the question “Why hygiene?”, asked at Lakeside Dental, too"
    desk.store.bin.restore(binned)
    assert places(desk) == ["Oak Vision", "Lakeside Dental"]
    assert desk.store.bin.all() == []


def test_an_asking_comes_back_with_its_question_and_wakes_no_other_interview(desk: Desk) -> None:
    again = desk.facts(desk.offer_id)
    desk.store.journal.take_off(desk.question, again.interview)
    bin_interview(desk, desk.open_id)
    (asking,) = (one for one in desk.store.bin.all() if one.kind is Asking)
    desk.store.bin.restore(asking)
    assert places(desk) == ["Oak Vision"]
    assert desk.store.interviews.facts(desk.open_id) is None


def test_asked_again_what_was_taken_off_is_no_longer_in_the_bin(desk: Desk) -> None:
    desk.store.journal.take_off(desk.question, desk.facts(desk.offer_id).interview)
    desk.store.journal.ask(WHY, desk.offer_id)
    assert desk.store.bin.all() == []


def test_only_what_differs_is_written_and_the_words_of_another_window_are_kept(
    desk: Desk, opened: Opener
) -> None:
    before = desk.question
    opened().journal.edit(replace(before, themes="motivation"), before)
    mine = replace(before, text="Why dental hygiene?", expected=True)
    assert not desk.store.journal.edit(mine, before)
    now = desk.question
    assert (now.text, now.expected, now.themes) == ("Why dental hygiene?", True, "motivation")
    assert noted_changes(desk.store)[0].sentence == ("changed the question “Why dental hygiene?”")
    assert desk.store.journal.edit(replace(before, text="Why teeth?"), before)
    kept = desk.store.texts.versions(desk.question, "text")
    assert [one.text for one in kept] == ["Why dental hygiene?"]


def test_a_question_that_another_window_deleted_gives_a_sentence(
    desk: Desk, opened: Opener
) -> None:
    question, interview = desk.question, desk.facts().interview
    opened().journal.bin(question)
    journal = desk.store.journal
    tries: list[Callable[[], object]] = [
        lambda: journal.edit(replace(question, text="x"), question),
        lambda: journal.take_off(question, interview),
        lambda: journal.check(question),
    ]
    for write in tries:
        with pytest.raises(NotSaved, match="This question is no longer on file"):
            write()


def test_every_question_is_read_with_the_stories_that_answer_it(desk: Desk) -> None:
    stories = desk.store.stories
    number = stories.add(Story(name="A hard day"))
    new = next(one.story for one in stories.all() if one.story.id == number)
    assert [one.name for one in stories.all()] == ["A hard day", "The recall list"]
    stories.link(new, desk.question)
    stories.link(new, desk.question)
    (filed,) = desk.store.journal.filed()
    assert [one.story.name for one in filed.stories] == ["The recall list", "A hard day"]
    assert noted_changes(desk.store)[0].sentence == ("linked “A hard day” to “Why hygiene?”")
    stories.unlink(filed.stories[0].answering)
    assert [one.story_id for one in desk.store.file.all(Answering, "true")] == [number]
    desk.store.file.undo()
    (filed,) = desk.store.journal.filed()
    assert len(filed.stories) == 2


def test_a_question_that_another_window_took_off_here_stays_where_it_came_up_again(
    desk: Desk, opened: Opener
) -> None:
    """Deleted here a second time, from an older list, it was gone from both."""
    old, here = desk.question, desk.facts().interview
    opened().journal.take_off(old, here)
    with pytest.raises(NotSaved, match="no longer noted here"):
        desk.store.journal.take_off(old, here)
    assert on_file(desk.store) == ([(1, desk.offer_id)], [])


def test_a_question_at_an_interview_that_another_window_removed_is_not_noted_unseen(
    desk: Desk, dump: Callable[[Path], Dump]
) -> None:
    bin_interview(desk, desk.open_id)
    before = dump(desk.store.path)
    with pytest.raises(NotSaved, match="interview is no longer on file"):
        desk.store.journal.ask("Why us?", desk.open_id)
    assert dump(desk.store.path) == before


def test_an_answer_typed_on_while_another_window_deletes_its_question_stays_with_it(
    desk: Desk, opened: Opener
) -> None:
    """The second save compared with nothing, and ended the program."""
    question = desk.question
    desk.store.journal.answer(question, "Calm", "")
    opened().journal.bin(question)
    saved = desk.store.journal.answer(question, "Calm people", "Calm")
    assert not saved.both_kept
    desk.store.file.undo()  # what was typed since
    desk.store.file.undo()  # the deleting
    assert desk.question.answer == "Calm"


def test_an_answer_to_a_question_that_another_window_undid_is_not_saved(
    desk: Desk, opened: Opener
) -> None:
    number = desk.store.journal.ask("Why us?", desk.open_id)
    posed = desk.store.journal.get(number)
    assert posed is not None
    opened().file.undo()
    with pytest.raises(NotSaved, match="no longer on file"):
        desk.store.journal.answer(posed.question, "For the team", "Because")


def test_a_question_that_another_hand_noted_twice_at_one_interview_is_there_once(
    desk: Desk,
) -> None:
    """The journal of that interview could not be opened."""
    with closing(sqlite3.connect(desk.store.path)) as other:
        for number in (desk.open_id, desk.offer_id):  # first there, and there again already
            other.execute("INSERT INTO asking (interview_id, question_id) VALUES (?, 1)", [number])
        other.commit()
    assert [one.id for one in desk.facts().questions] == [1]
    assert [one.id for one in desk.facts(desk.offer_id).questions] == [1]
    assert places(desk) == ["Lakeside Dental", "Oak Vision"]


def test_a_question_that_another_window_deleted_is_not_practised_unseen(
    desk: Desk, opened: Opener, dump: Callable[[Path], Dump]
) -> None:
    question = desk.question
    opened().journal.bin(question)
    before = dump(desk.store.path)
    with pytest.raises(NotSaved, match="no longer on file"):
        desk.store.journal.practised(question, Went.GOOD, desk.clock.today)
    assert dump(desk.store.path) == before
