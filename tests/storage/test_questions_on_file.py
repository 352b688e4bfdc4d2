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
    from tests.storage.conftest import Dump, FilledFile, Opener

WHY = "Why hygiene?"  # on file at the open interview, and again at the one with an offer


def on_file(store: Store) -> tuple[list[tuple[int, int | None]], list[tuple[int, int]]]:
    """The questions and the askings that are not in the bin, each with its interview."""
    asked = [(one.id, one.interview_id) for one in store.file.all(Question, "true ORDER BY id")]
    again = store.file.all(Asking, "true ORDER BY id")
    return asked, [(one.question_id, one.interview_id) for one in again]


def posed(filled: FilledFile) -> Posed:
    found = filled.store.journal.get(1)
    assert found is not None
    return found


def places(filled: FilledFile) -> list[str]:
    return [one.employer for one in posed(filled).asked_at]


def bin_interview(filled: FilledFile, number: int) -> None:
    filled.store.interviews.bin(filled.facts(number).interview)


def test_a_question_in_the_same_words_is_noted_to_have_come_up_here_too(filled: FilledFile) -> None:
    assert filled.store.journal.ask("why  HYGIENE", filled.no_id) == 1
    assert on_file(filled.store) == ([(1, 1)], [(1, filled.offer_id), (1, filled.no_id)])
    assert filled.question.text == WHY, "the words on file stay"
    assert filled.facts(filled.no_id).questions == (filled.question,)
    assert places(filled) == ["Lakeside Dental", "Oak Vision", "Hill School"]
    assert filled.store.file.undo().sentence == "noted a question: why  HYGIENE"
    assert on_file(filled.store) == ([(1, 1)], [(1, filled.offer_id)])


@pytest.mark.parametrize("number", ["open_id", "offer_id"])
def test_a_question_noted_twice_at_an_interview_changes_nothing(
    filled: FilledFile, dump: Callable[[Path], Dump], number: str
) -> None:
    before, log = dump(filled.store.path), noted_changes(filled.store)
    assert filled.store.journal.ask("why hygiene", getattr(filled, number)) == 1
    assert dump(filled.store.path) == before
    assert noted_changes(filled.store) == log


def test_a_question_of_no_interview_is_added_once_and_may_come_up_later(filled: FilledFile) -> None:
    journal = filled.store.journal
    number = journal.ask("Why us?", None, expected=True)
    assert journal.ask("why us", None) == number
    assert journal.ask("Why us", filled.no_id) == number
    assert on_file(filled.store) == ([(1, 1), (number, None)], [(1, 2), (number, filled.no_id)])
    found = journal.get(number)
    assert found is not None
    assert [one.employer for one in found.asked_at] == ["Hill School"]
    assert found.question.expected


def test_other_words_are_another_question_however_alike(filled: FilledFile) -> None:
    assert filled.store.journal.ask("Why did you choose hygiene?", filled.open_id) == 2


def test_a_deleted_question_is_not_brought_back_by_asking_it_again(filled: FilledFile) -> None:
    filled.store.journal.bin(filled.question)
    assert filled.store.journal.ask(WHY, filled.open_id) == 2


def test_a_question_stays_while_one_of_its_interviews_does(filled: FilledFile) -> None:
    bin_interview(filled, filled.open_id)
    (only,) = filled.store.journal.questions()
    assert (only.question.text, only.employer, only.again) == (WHY, "Oak Vision", ())
    assert filled.facts(filled.offer_id).questions == (only.question,)
    assert [hit.about for hit in hits(filled.store, "hygiene")] == ["Oak Vision"]
    bin_interview(filled, filled.offer_id)
    assert filled.store.journal.questions() == []
    assert hits(filled.store, "hygiene") == []


def test_an_interview_knows_at_how_many_its_questions_came_up(filled: FilledFile) -> None:
    filled.store.journal.ask("Only here?", filled.open_id)
    assert filled.facts().often == filled.facts(filled.offer_id).often == {1: 2}
    assert filled.facts(filled.no_id).often == {}
    filled.store.journal.ask(WHY, filled.no_id)
    assert filled.facts().often == {1: 3}
    bin_interview(filled, filled.no_id)
    assert filled.facts().often == {1: 2}
    assert {one.interview.id: dict(one.often) for one in filled.store.interviews.open_ones(
        filled.clock.today
    )} == {filled.open_id: {1: 2}, filled.offer_id: {1: 2}}  # fmt: skip


def test_where_it_came_up_again_it_is_taken_off_and_stays_elsewhere(filled: FilledFile) -> None:
    there = filled.facts(filled.offer_id)
    assert filled.store.journal.take_off(filled.question, there.interview)
    assert on_file(filled.store) == ([(1, 1)], [])
    assert filled.facts(filled.offer_id).questions == ()
    undone = filled.store.file.undo()
    assert undone.sentence == "took “Why hygiene?” off the questions of Oak Vision"
    assert undone.interview_id == filled.offer_id
    assert filled.facts(filled.offer_id).questions == there.questions


def test_where_it_came_up_first_the_next_interview_becomes_the_first(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    filled.store.journal.ask(WHY, filled.no_id)
    before = dump(filled.store.path)
    assert filled.store.journal.take_off(filled.question, filled.facts().interview)
    assert on_file(filled.store) == ([(1, filled.offer_id)], [(1, filled.no_id)])
    assert filled.facts().questions == ()
    assert places(filled) == ["Oak Vision", "Hill School"]
    filled.store.file.undo()
    assert dump(filled.store.path) == before
    filled.store.file.redo()
    assert places(filled) == ["Oak Vision", "Hill School"]


def test_an_interview_in_the_bin_does_not_become_the_first(filled: FilledFile) -> None:
    filled.store.journal.ask(WHY, filled.no_id)
    bin_interview(filled, filled.offer_id)
    filled.store.journal.take_off(filled.question, filled.facts().interview)
    assert places(filled) == ["Hill School"]


def test_taken_off_its_only_interview_a_question_is_in_the_bin_whole(filled: FilledFile) -> None:
    number = filled.store.journal.ask("Only here?", filled.no_id)
    (question,) = filled.facts(filled.no_id).questions
    assert not filled.store.journal.take_off(question, filled.facts(filled.no_id).interview)
    assert filled.store.journal.get(number) is None
    (binned,) = filled.store.bin.all()
    assert binned.words == "the question “Only here?”, Hill School"


def test_taken_off_a_question_that_was_prepared_stays_prepared(filled: FilledFile) -> None:
    number = filled.store.journal.ask("Why us?", None)
    filled.store.journal.ask("Why us?", filled.no_id)
    (question,) = filled.facts(filled.no_id).questions
    assert filled.store.journal.take_off(question, filled.facts(filled.no_id).interview)
    found = filled.store.journal.get(number)
    assert found is not None
    assert found.asked_at == ()


def test_what_was_taken_off_where_it_was_first_comes_back_from_the_bin(filled: FilledFile) -> None:
    filled.store.journal.take_off(filled.question, filled.facts().interview)
    (binned,) = filled.store.bin.all()
    assert binned.words == "the question “Why hygiene?”, asked at Lakeside Dental, too"
    filled.store.bin.restore(binned)
    assert places(filled) == ["Oak Vision", "Lakeside Dental"]
    assert filled.store.bin.all() == []


def test_an_asking_comes_back_with_its_question_and_wakes_no_other_interview(
    filled: FilledFile,
) -> None:
    again = filled.facts(filled.offer_id)
    filled.store.journal.take_off(filled.question, again.interview)
    bin_interview(filled, filled.open_id)
    (asking,) = (one for one in filled.store.bin.all() if one.kind is Asking)
    filled.store.bin.restore(asking)
    assert places(filled) == ["Oak Vision"]
    assert filled.store.interviews.facts(filled.open_id) is None


def test_asked_again_what_was_taken_off_is_no_longer_in_the_bin(filled: FilledFile) -> None:
    filled.store.journal.take_off(filled.question, filled.facts(filled.offer_id).interview)
    filled.store.journal.ask(WHY, filled.offer_id)
    assert filled.store.bin.all() == []


def test_only_what_differs_is_written_and_the_words_of_another_window_are_kept(
    filled: FilledFile, opened: Opener
) -> None:
    before = filled.question
    opened().journal.edit(replace(before, themes="motivation"), before)
    mine = replace(before, text="Why dental hygiene?", expected=True)
    assert not filled.store.journal.edit(mine, before)
    now = filled.question
    assert (now.text, now.expected, now.themes) == ("Why dental hygiene?", True, "motivation")
    assert noted_changes(filled.store)[0].sentence == ("changed the question “Why dental hygiene?”")
    assert filled.store.journal.edit(replace(before, text="Why teeth?"), before)
    kept = filled.store.texts.versions(filled.question, "text")
    assert [one.text for one in kept] == ["Why dental hygiene?"]


def test_a_question_that_another_window_deleted_gives_a_sentence(
    filled: FilledFile, opened: Opener
) -> None:
    question, interview = filled.question, filled.facts().interview
    opened().journal.bin(question)
    journal = filled.store.journal
    tries: list[Callable[[], object]] = [
        lambda: journal.edit(replace(question, text="x"), question),
        lambda: journal.take_off(question, interview),
        lambda: journal.check(question),
    ]
    for write in tries:
        with pytest.raises(NotSaved, match="This question is no longer on file"):
            write()


def test_every_question_is_read_with_the_stories_that_answer_it(filled: FilledFile) -> None:
    stories = filled.store.stories
    number = stories.add(Story(name="A hard day"))
    new = next(one.story for one in stories.all() if one.story.id == number)
    assert [one.name for one in stories.all()] == ["A hard day", "The recall list"]
    stories.link(new, filled.question)
    stories.link(new, filled.question)
    (filed,) = filled.store.journal.filed()
    assert [one.story.name for one in filed.stories] == ["The recall list", "A hard day"]
    assert noted_changes(filled.store)[0].sentence == ("linked “A hard day” to “Why hygiene?”")
    stories.unlink(filed.stories[0].answering)
    assert [one.story_id for one in filled.store.file.all(Answering, "true")] == [number]
    filled.store.file.undo()
    (filed,) = filled.store.journal.filed()
    assert len(filed.stories) == 2


def test_a_question_that_another_window_took_off_here_stays_where_it_came_up_again(
    filled: FilledFile, opened: Opener
) -> None:
    """Deleted here a second time, from an older list, it was gone from both."""
    old, here = filled.question, filled.facts().interview
    opened().journal.take_off(old, here)
    with pytest.raises(NotSaved, match="no longer noted here"):
        filled.store.journal.take_off(old, here)
    assert on_file(filled.store) == ([(1, filled.offer_id)], [])


def test_a_question_at_an_interview_that_another_window_removed_is_not_noted_unseen(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    bin_interview(filled, filled.open_id)
    before = dump(filled.store.path)
    with pytest.raises(NotSaved, match="interview is no longer on file"):
        filled.store.journal.ask("Why us?", filled.open_id)
    assert dump(filled.store.path) == before


def test_an_answer_typed_on_while_another_window_deletes_its_question_stays_with_it(
    filled: FilledFile, opened: Opener
) -> None:
    """The second save compared with nothing, and ended the program."""
    question = filled.question
    filled.store.journal.answer(question, "Calm", "")
    opened().journal.bin(question)
    saved = filled.store.journal.answer(question, "Calm people", "Calm")
    assert not saved.both_kept
    filled.store.file.undo()  # what was typed since
    filled.store.file.undo()  # the deleting
    assert filled.question.answer == "Calm"


def test_an_answer_to_a_question_that_another_window_undid_is_not_saved(
    filled: FilledFile, opened: Opener
) -> None:
    number = filled.store.journal.ask("Why us?", filled.open_id)
    posed = filled.store.journal.get(number)
    assert posed is not None
    opened().file.undo()
    with pytest.raises(NotSaved, match="no longer on file"):
        filled.store.journal.answer(posed.question, "For the team", "Because")


def test_a_question_that_another_hand_noted_twice_at_one_interview_is_there_once(
    filled: FilledFile,
) -> None:
    """The journal of that interview could not be opened."""
    with closing(sqlite3.connect(filled.store.path)) as other:
        for number in (filled.open_id, filled.offer_id):  # first there, and there again already
            other.execute("INSERT INTO asking (interview_id, question_id) VALUES (?, 1)", [number])
        other.commit()
    assert [one.id for one in filled.facts().questions] == [1]
    assert [one.id for one in filled.facts(filled.offer_id).questions] == [1]
    assert places(filled) == ["Lakeside Dental", "Oak Vision"]


def test_a_question_that_another_window_deleted_is_not_practised_unseen(
    filled: FilledFile, opened: Opener, dump: Callable[[Path], Dump]
) -> None:
    question = filled.question
    opened().journal.bin(question)
    before = dump(filled.store.path)
    with pytest.raises(NotSaved, match="no longer on file"):
        filled.store.journal.practised(question, Went.GOOD, filled.clock.today)
    assert dump(filled.store.path) == before
