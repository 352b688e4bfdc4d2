"""What is read from the file to prepare an interview from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.preparation import Preparation
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.story import Landed, Story
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import MONDAY, Clock, FilledFile, Opener

NEXT = date(2026, 11, 25)


def prepared(filled: FilledFile, interview_id: int, today: date = MONDAY) -> Preparation:
    found = filled.store.journal.preparation(interview_id, today)
    assert found is not None
    return found


def texts(found: Preparation) -> tuple[list[str], list[str]]:
    """The questions without an answer, and the shaky ones."""
    unanswered = [one.question.text for one in found.unanswered]
    return unanswered, [one.question.text for one in found.shaky]


def went(store: Store, number: int, how: str, on: date) -> None:
    with store.file.change("practised") as change:
        change.update(Question, number, went=how, practised_on=on)


@pytest.fixture
def second(filled: FilledFile) -> int:
    """The next round of the first interview, on Wednesday."""
    before = filled.facts()
    entry = Entry(replace(before.interview, held_on=NEXT), None, None)
    return filled.store.interviews.add_round(before, entry)


def test_a_round_to_come_is_prepared_from_the_rounds_before_it(
    filled: FilledFile, second: int
) -> None:
    for number in (filled.open_id, second):
        found = prepared(filled, number)
        assert found.is_ahead
        assert found.facts == filled.facts(second)
        assert found.earlier == (filled.facts(),)


def test_without_a_round_to_come_it_is_the_last_one(filled: FilledFile, second: int) -> None:
    found = prepared(filled, filled.open_id, date(2026, 11, 26))
    assert not found.is_ahead
    assert found.facts.interview.id == second
    assert [one.interview.id for one in found.earlier] == [filled.open_id]


def test_an_interview_in_the_bin_is_not_prepared_for(filled: FilledFile, second: int) -> None:
    filled.store.interviews.bin(filled.facts(second).interview)
    assert filled.store.journal.preparation(second, MONDAY) is None
    assert filled.store.journal.preparation(99, MONDAY) is None
    assert not prepared(filled, filled.open_id).is_ahead


def test_what_to_do_differently_comes_from_all_interviews_newest_first(
    filled: FilledFile, second: int
) -> None:
    journal = filled.store.journal
    for number in (filled.offer_id, filled.open_id, filled.no_id):
        journal.write(filled.facts(number), "differently", f"lesson {number}", "")
    journal.write(filled.facts(filled.no_id), "lessons", "name figures", "")
    found = prepared(filled, second).reflected
    assert [one.interview.id for one in found] == [filled.open_id, filled.offer_id, filled.no_id]
    assert found[-1].reflection.lessons == "name figures"
    assert found[0].interview == filled.facts().interview
    filled.store.interviews.bin(filled.facts(filled.offer_id).interview)
    assert len(prepared(filled, second).reflected) == 2


def test_a_reflection_that_teaches_nothing_is_not_read(filled: FilledFile, second: int) -> None:
    assert filled.facts().reflection.well
    assert prepared(filled, second).reflected == ()


def test_ones_own_reflection_counts_only_where_no_round_is_to_come(
    filled: FilledFile, second: int
) -> None:
    filled.store.journal.write(filled.facts(second), "differently", "sit down", "")
    assert prepared(filled, second, NEXT).reflected == ()
    assert len(prepared(filled, second, date(2026, 11, 26)).reflected) == 1


def test_questions_without_an_answer_come_from_any_interview_or_none(
    filled: FilledFile, second: int
) -> None:
    journal = filled.store.journal
    journal.ask("What pay?", None)
    journal.ask("Where in five years?", filled.no_id)
    assert texts(prepared(filled, second)) == (
        ["Where in five years?", "What pay?", "Why hygiene?"],
        [],
    )
    assert [one.interview and one.interview.id for one in prepared(filled, second).unanswered] == [
        filled.no_id,
        None,
        filled.open_id,
    ]
    filled.store.interviews.bin(filled.facts(filled.no_id).interview)
    journal.bin(filled.question)
    assert texts(prepared(filled, second)) == (["What pay?"], [])


def test_a_question_answered_at_another_interview_is_not_without_an_answer(
    filled: FilledFile, second: int
) -> None:
    filled.store.journal.ask("why hygiene", filled.no_id)
    (asked,) = filled.facts(filled.no_id).questions
    filled.store.journal.answer(asked, "The calm", "")
    assert texts(prepared(filled, second)) == ([], [])


def test_shaky_questions_are_those_that_did_not_go_well_again_before_shaky(
    filled: FilledFile, second: int
) -> None:
    for text in ("Two?", "Three?", "Four?", "Five?"):
        filled.store.journal.ask(text, None)
    went(filled.store, 2, "good", date(2026, 11, 1))
    went(filled.store, 3, "shaky", date(2026, 11, 20))
    went(filled.store, 4, "shaky", date(2026, 11, 9))
    went(filled.store, 5, "again", date(2026, 11, 21))
    assert texts(prepared(filled, second))[1] == ["Five?", "Four?", "Three?"]


def test_a_reason_for_a_no_and_what_to_improve_are_read_from_all_interviews(
    filled: FilledFile, second: int
) -> None:
    journal = filled.store.journal
    journal.write(filled.facts(filled.no_id), "why_not", "no licence", "")
    journal.write(filled.facts(filled.offer_id), "improve", "sit down", "")
    found = prepared(filled, second).reflected
    assert [one.interview.id for one in found] == [filled.offer_id, filled.no_id]


def test_questions_that_caught_somebody_out_come_with_their_answers(
    filled: FilledFile, second: int
) -> None:
    journal = filled.store.journal
    journal.ask("What pay?", filled.no_id)
    journal.ask("Why us?", filled.no_id, expected=True)
    journal.ask("A conflict?", filled.no_id, expected=True)
    journal.ask("Why now?", second, expected=True)
    journal.ask("Who are you?", filled.no_id)
    for one in journal.questions():
        if one.question.text not in ("Why hygiene?", "Who are you?"):
            journal.answer(one.question, f"Answer to {one.question.text}", one.question.answer)
    (conflict,) = (one for one in journal.questions() if one.question.text == "A conflict?")
    went(filled.store, conflict.question.id, "shaky", MONDAY)
    found = {one.question.text: one.question.answer for one in prepared(filled, second).answered}
    assert found == {
        "What pay?": "Answer to What pay?",
        "A conflict?": "Answer to A conflict?",
        "Why now?": "Answer to Why now?",
    }, "what was expected and went well needs no second look"


def test_stories_come_with_where_they_were_told_in_any_round(
    filled: FilledFile, second: int
) -> None:
    filled.store.stories.add(Story(name="The flood"))
    found = prepared(filled, second)
    assert found.stories == tuple(filled.store.stories.all())
    assert [one.name for one in found.untold] == ["The flood"]
    assert [(one.name, last.interview.id) for one, last in found.told_here] == [
        ("The recall list", filled.open_id)
    ]
    filled.store.stories.tell(found.stories[0].story, filled.no_id, Landed.WELL)
    assert [one.name for one in prepared(filled, second).untold] == ["The flood"]
    assert [one.name for one in prepared(filled, filled.offer_id).untold] == [
        "The flood",
        "The recall list",
    ]


def test_it_reads_the_file_and_changes_nothing(filled: FilledFile, second: int) -> None:
    before = filled.store.path.read_bytes()
    prepared(filled, second)
    assert filled.store.path.read_bytes() == before


def test_it_takes_as_many_queries_for_a_hundred_interviews_as_for_one(
    opened: Opener, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    counted: list[int] = []
    asked: list[str] = []
    read = store.file.read

    def counting(sql: str, parameters: object = ()) -> list[object]:
        asked.append(sql)
        return read(sql, parameters)  # type: ignore[arg-type]

    monkeypatch.setattr(store.file, "read", counting)
    for number in range(100):
        held_on = date(2026, 11, 24)
        new = store.interviews.add(Entry(Interview(employer=f"E{number}", held_on=held_on)))
        store.journal.ask(f"Question {number}?", new)
        if number in (0, 99):
            asked.clear()
            found = store.journal.preparation(new, clock.today)
            assert found is not None
            assert len(found.unanswered) == number + 1
            counted.append(len(asked))
    assert counted[0] == counted[1]
