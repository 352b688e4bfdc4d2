"""Stories on file: told, taken back, linked to questions, and never lost to a second window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import Interview
from afterview_tui.domain.story import Landed, Story
from afterview_tui.storage.interviews import Entry
from tests.storage.conftest import noted_changes

if TYPE_CHECKING:
    from tests.storage.conftest import FilledFile, Opener

MONDAY = date(2026, 11, 23)
Dump = dict[str, list[tuple[Any, ...]]]


def told(filled: FilledFile) -> list[tuple[int, Landed]]:
    """Where the first story was told, and how it landed."""
    return [(one.interview.id, one.telling.landed) for one in filled.kept.tellings]


def sentence(filled: FilledFile) -> str:
    return noted_changes(filled.store)[0].sentence


def test_stories_are_read_by_name_with_where_they_were_told_and_what_they_answer(
    filled: FilledFile,
) -> None:
    for name in ("école", "Zoo", "Dance"):
        filled.store.stories.add(Story(name=name))
    every = filled.store.stories.all()
    assert [one.name for one in every] == ["Dance", "école", "The recall list", "Zoo"]
    recall = every[2]
    assert [one.interview for one in recall.tellings] == [filled.facts().interview]
    assert [one.question for one in recall.answers] == [filled.question]
    assert (every[0].tellings, every[0].answers) == ((), ())


def test_tellings_are_read_newest_interview_first(filled: FilledFile) -> None:
    for number in (filled.no_id, filled.offer_id):
        filled.store.stories.tell(filled.kept.story, number)
    assert [number for number, _ in told(filled)] == [filled.open_id, filled.offer_id, filled.no_id]


def test_a_second_telling_at_an_interview_changes_how_it_landed(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    story = filled.kept.story
    filled.store.stories.tell(story, filled.offer_id, Landed.POORLY)
    assert sentence(filled) == "told “The recall list” at Oak Vision; not so well"
    before = dump(filled.store.path)
    filled.store.stories.tell(story, filled.offer_id, Landed.WELL)
    assert told(filled) == [(filled.open_id, Landed.UNSAID), (filled.offer_id, Landed.WELL)]
    assert sentence(filled) == "told “The recall list” at Oak Vision; it landed well"
    assert len(dump(filled.store.path)["telling"]) == 2
    filled.store.file.undo()
    assert dump(filled.store.path) == before


def test_a_telling_is_taken_back_and_can_be_undone(filled: FilledFile) -> None:
    filled.store.stories.take_back(filled.kept.tellings[0].telling)
    assert (told(filled), filled.facts().told) == ([], ())
    assert sentence(filled) == "noted that “The recall list” was not told at Lakeside Dental"
    filled.store.file.undo()
    assert told(filled) == [(filled.open_id, Landed.UNSAID)]


def test_a_question_is_linked_once_and_the_link_taken_away(filled: FilledFile) -> None:
    stories = filled.store.stories
    filled.store.journal.ask("Why us?", filled.open_id)
    us = filled.facts().questions[1]
    for _ in range(2):
        stories.link(filled.kept.story, us)
    assert sentence(filled) == "linked “The recall list” to “Why us?”"
    assert [one.question.text for one in filled.kept.answers] == ["Why hygiene?", "Why us?"]
    stories.unlink(filled.kept.answers[0].answering)
    assert sentence(filled) == "took “The recall list” off “Why hygiene?”"
    assert [one.question.text for one in filled.kept.answers] == ["Why us?"]
    filled.store.file.undo()
    assert len(filled.kept.answers) == 2


def answered(filled: FilledFile) -> list[str]:
    return [one.question.text for one in filled.kept.answers]


def test_what_is_in_the_bin_counts_nowhere(filled: FilledFile) -> None:
    filled.store.journal.bin(filled.question)
    assert answered(filled) == []
    filled.store.file.undo()
    filled.store.interviews.bin(filled.facts().interview)
    assert filled.kept.tellings == ()
    assert answered(filled) == ["Why hygiene?"], "it was asked again elsewhere"
    filled.store.interviews.bin(filled.facts(filled.offer_id).interview)
    assert answered(filled) == []


def test_a_question_of_no_interview_can_be_answered(filled: FilledFile) -> None:
    number = filled.store.journal.ask("What pay?", None)
    (pay,) = (one.question for one in filled.store.journal.questions() if one.question.id == number)
    filled.store.stories.link(filled.kept.story, pay)
    assert [one.question for one in filled.kept.answers] == [filled.question, pay]


def test_only_interviews_that_were_held_are_places_newest_first(filled: FilledFile) -> None:
    for day in (date(2026, 11, 24), MONDAY):
        filled.store.interviews.add(Entry(Interview(employer=f"On {day.day}", held_on=day)))
    found = [one.employer for one in filled.store.stories.places(MONDAY)]
    assert found == ["On 23", "Lakeside Dental", "Oak Vision", "Hill School"]


def test_two_windows_that_write_in_one_story_keep_both_texts(
    filled: FilledFile, opened: Opener
) -> None:
    before = filled.kept.story
    assert not opened().stories.edit(replace(before, result="Theirs", task="T"), before)
    assert filled.store.stories.edit(replace(before, result="Mine", themes="calm"), before)
    now = filled.kept.story
    assert (now.result, now.task, now.themes) == ("Mine", "T", "calm")
    assert [one.text for one in filled.store.texts.versions(now, "result")] == ["Theirs"]


def test_what_another_window_removed_is_said_and_nothing_is_written(
    filled: FilledFile, opened: Opener, dump: Callable[[Path], Dump]
) -> None:
    kept, question, other = filled.kept, filled.question, opened().stories
    other.take_back(kept.tellings[0].telling)
    other.unlink(kept.answers[0].answering)
    other.bin(kept.story)
    before, mine = dump(filled.store.path), filled.store.stories
    for act, said in (
        (lambda: mine.edit(replace(kept.story, result="x"), kept.story), "This story"),
        (lambda: mine.bin(kept.story), "This story"),
        (lambda: mine.tell(kept.story, filled.offer_id), "This story"),
        (lambda: mine.link(kept.story, question), "This story"),
        (lambda: mine.take_back(kept.tellings[0].telling), "no longer noted there"),
        (lambda: mine.unlink(kept.answers[0].answering), "This link"),
    ):
        with pytest.raises(NotSaved, match=said):
            act()
    assert dump(filled.store.path) == before


def test_an_interview_or_a_question_that_is_gone_is_said(filled: FilledFile) -> None:
    story, question = filled.kept.story, filled.question
    filled.store.journal.bin(question)
    with pytest.raises(NotSaved, match="This question is no longer on file"):
        filled.store.stories.link(story, question)
    filled.store.interviews.bin(filled.facts(filled.offer_id).interview)
    with pytest.raises(NotSaved, match="This interview is no longer on file"):
        filled.store.stories.tell(story, filled.offer_id)


def test_it_takes_as_many_queries_for_many_stories_as_for_one(
    filled: FilledFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, asked = filled.store.file.read, 0

    def counting(sql: str, parameters: object = ()) -> list[object]:
        nonlocal asked
        asked += 1
        return read(sql, parameters)  # type: ignore[arg-type]

    counted = []
    for number in range(20):
        filled.store.stories.add(Story(name=f"Story {number}"))
        if number in (0, 19):
            monkeypatch.setattr(filled.store.file, "read", counting)
            asked = 0
            filled.store.stories.all()
            counted.append(asked)
            monkeypatch.undo()
    assert counted[0] == counted[1]
