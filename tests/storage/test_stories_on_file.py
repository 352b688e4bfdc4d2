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
    from tests.storage.conftest import Desk, Opener

MONDAY = date(2026, 11, 23)
Dump = dict[str, list[tuple[Any, ...]]]


def told(desk: Desk) -> list[tuple[int, Landed]]:
    """Where the first story was told, and how it landed."""
    return [(one.interview.id, one.telling.landed) for one in desk.kept.tellings]


def sentence(desk: Desk) -> str:
    return noted_changes(desk.store)[0].sentence


def test_stories_are_read_by_name_with_where_they_were_told_and_what_they_answer(
    desk: Desk,
) -> None:
    for name in ("école", "Zoo", "Dance"):
        desk.store.stories.add(Story(name=name))
    every = desk.store.stories.all()
    assert [one.name for one in every] == ["Dance", "école", "The recall list", "Zoo"]
    recall = every[2]
    assert [one.interview for one in recall.tellings] == [desk.facts().interview]
    assert [one.question for one in recall.answers] == [desk.question]
    assert (every[0].tellings, every[0].answers) == ((), ())


def test_tellings_are_read_newest_interview_first(desk: Desk) -> None:
    for number in (desk.no_id, desk.offer_id):
        desk.store.stories.tell(desk.kept.story, number)
    assert [number for number, _ in told(desk)] == [desk.open_id, desk.offer_id, desk.no_id]


def test_a_second_telling_at_an_interview_changes_how_it_landed(
    desk: Desk, dump: Callable[[Path], Dump]
) -> None:
    story = desk.kept.story
    desk.store.stories.tell(story, desk.offer_id, Landed.POORLY)
    assert sentence(desk) == "told “The recall list” at Oak Vision; not so well"
    before = dump(desk.store.path)
    desk.store.stories.tell(story, desk.offer_id, Landed.WELL)
    assert told(desk) == [(desk.open_id, Landed.UNSAID), (desk.offer_id, Landed.WELL)]
    assert sentence(desk) == "told “The recall list” at Oak Vision; it landed well"
    assert len(dump(desk.store.path)["telling"]) == 2
    desk.store.file.undo()
    assert dump(desk.store.path) == before


def test_a_telling_is_taken_back_and_can_be_undone(desk: Desk) -> None:
    desk.store.stories.take_back(desk.kept.tellings[0].telling)
    assert (told(desk), desk.facts().told) == ([], ())
    assert sentence(desk) == "noted that “The recall list” was not told at Lakeside Dental"
    desk.store.file.undo()
    assert told(desk) == [(desk.open_id, Landed.UNSAID)]


def test_a_question_is_linked_once_and_the_link_taken_away(desk: Desk) -> None:
    stories = desk.store.stories
    desk.store.journal.ask("Why us?", desk.open_id)
    us = desk.facts().questions[1]
    for _ in range(2):
        stories.link(desk.kept.story, us)
    assert sentence(desk) == "linked “The recall list” to “Why us?”"
    assert [one.question.text for one in desk.kept.answers] == ["Why hygiene?", "Why us?"]
    stories.unlink(desk.kept.answers[0].answering)
    assert sentence(desk) == "took “The recall list” off “Why hygiene?”"
    assert [one.question.text for one in desk.kept.answers] == ["Why us?"]
    desk.store.file.undo()
    assert len(desk.kept.answers) == 2


def answered(desk: Desk) -> list[str]:
    return [one.question.text for one in desk.kept.answers]


def test_what_is_in_the_bin_counts_nowhere(desk: Desk) -> None:
    desk.store.journal.bin(desk.question)
    assert answered(desk) == []
    desk.store.file.undo()
    desk.store.interviews.bin(desk.facts().interview)
    assert desk.kept.tellings == ()
    assert answered(desk) == ["Why hygiene?"], "it was asked again elsewhere"
    desk.store.interviews.bin(desk.facts(desk.offer_id).interview)
    assert answered(desk) == []


def test_a_question_of_no_interview_can_be_answered(desk: Desk) -> None:
    number = desk.store.journal.ask("What pay?", None)
    (pay,) = (one.question for one in desk.store.journal.questions() if one.question.id == number)
    desk.store.stories.link(desk.kept.story, pay)
    assert [one.question for one in desk.kept.answers] == [desk.question, pay]


def test_only_interviews_that_were_held_are_places_newest_first(desk: Desk) -> None:
    for day in (date(2026, 11, 24), MONDAY):
        desk.store.interviews.add(Entry(Interview(employer=f"On {day.day}", held_on=day)))
    found = [one.employer for one in desk.store.stories.places(MONDAY)]
    assert found == ["On 23", "Lakeside Dental", "Oak Vision", "Hill School"]


def test_two_windows_that_write_in_one_story_keep_both_texts(desk: Desk, opened: Opener) -> None:
    before = desk.kept.story
    assert not opened().stories.edit(replace(before, result="Theirs", task="T"), before)
    assert desk.store.stories.edit(replace(before, result="Mine", themes="calm"), before)
    now = desk.kept.story
    assert (now.result, now.task, now.themes) == ("Mine", "T", "calm")
    assert [one.text for one in desk.store.texts.versions(now, "result")] == ["Theirs"]


def test_what_another_window_removed_is_said_and_nothing_is_written(
    desk: Desk, opened: Opener, dump: Callable[[Path], Dump]
) -> None:
    kept, question, other = desk.kept, desk.question, opened().stories
    other.take_back(kept.tellings[0].telling)
    other.unlink(kept.answers[0].answering)
    other.bin(kept.story)
    before, mine = dump(desk.store.path), desk.store.stories
    for act, said in (
        (lambda: mine.edit(replace(kept.story, result="x"), kept.story), "This story"),
        (lambda: mine.bin(kept.story), "This story"),
        (lambda: mine.tell(kept.story, desk.offer_id), "This story"),
        (lambda: mine.link(kept.story, question), "This story"),
        (lambda: mine.take_back(kept.tellings[0].telling), "no longer noted there"),
        (lambda: mine.unlink(kept.answers[0].answering), "This link"),
    ):
        with pytest.raises(NotSaved, match=said):
            act()
    assert dump(desk.store.path) == before


def test_an_interview_or_a_question_that_is_gone_is_said(desk: Desk) -> None:
    story, question = desk.kept.story, desk.question
    desk.store.journal.bin(question)
    with pytest.raises(NotSaved, match="This question is no longer on file"):
        desk.store.stories.link(story, question)
    desk.store.interviews.bin(desk.facts(desk.offer_id).interview)
    with pytest.raises(NotSaved, match="This interview is no longer on file"):
        desk.store.stories.tell(story, desk.offer_id)


def test_it_takes_as_many_queries_for_many_stories_as_for_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, asked = desk.store.file.read, 0

    def counting(sql: str, parameters: object = ()) -> list[object]:
        nonlocal asked
        asked += 1
        return read(sql, parameters)  # type: ignore[arg-type]

    counted = []
    for number in range(20):
        desk.store.stories.add(Story(name=f"Story {number}"))
        if number in (0, 19):
            monkeypatch.setattr(desk.store.file, "read", counting)
            asked = 0
            desk.store.stories.all()
            counted.append(asked)
            monkeypatch.undo()
    assert counted[0] == counted[1]
