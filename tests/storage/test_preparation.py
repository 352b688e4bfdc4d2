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
from tests.storage.conftest import MONDAY, Clock, Desk, Opener

NEXT = date(2026, 11, 25)


def prepared(desk: Desk, interview_id: int, today: date = MONDAY) -> Preparation:
    found = desk.store.journal.preparation(interview_id, today)
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
def second(desk: Desk) -> int:
    """The next round of the first interview, on Wednesday."""
    before = desk.facts()
    entry = Entry(replace(before.interview, held_on=NEXT), None, None)
    return desk.store.interviews.add_round(before, entry)


def test_a_round_to_come_is_prepared_from_the_rounds_before_it(desk: Desk, second: int) -> None:
    for number in (desk.open_id, second):
        found = prepared(desk, number)
        assert found.is_ahead
        assert found.facts == desk.facts(second)
        assert found.earlier == (desk.facts(),)


def test_without_a_round_to_come_it_is_the_last_one(desk: Desk, second: int) -> None:
    found = prepared(desk, desk.open_id, date(2026, 11, 26))
    assert not found.is_ahead
    assert found.facts.interview.id == second
    assert [one.interview.id for one in found.earlier] == [desk.open_id]


def test_an_interview_in_the_bin_is_not_prepared_for(desk: Desk, second: int) -> None:
    desk.store.interviews.bin(desk.facts(second).interview)
    assert desk.store.journal.preparation(second, MONDAY) is None
    assert desk.store.journal.preparation(99, MONDAY) is None
    assert not prepared(desk, desk.open_id).is_ahead


def test_what_to_do_differently_comes_from_all_interviews_newest_first(
    desk: Desk, second: int
) -> None:
    journal = desk.store.journal
    for number in (desk.offer_id, desk.open_id, desk.no_id):
        journal.write(desk.facts(number), "differently", f"lesson {number}", "")
    journal.write(desk.facts(desk.no_id), "lessons", "name figures", "")
    found = prepared(desk, second).reflected
    assert [one.interview.id for one in found] == [desk.open_id, desk.offer_id, desk.no_id]
    assert found[-1].reflection.lessons == "name figures"
    assert found[0].interview == desk.facts().interview
    desk.store.interviews.bin(desk.facts(desk.offer_id).interview)
    assert len(prepared(desk, second).reflected) == 2


def test_a_reflection_that_teaches_nothing_is_not_read(desk: Desk, second: int) -> None:
    assert desk.facts().reflection.well
    assert prepared(desk, second).reflected == ()


def test_ones_own_reflection_counts_only_where_no_round_is_to_come(desk: Desk, second: int) -> None:
    desk.store.journal.write(desk.facts(second), "differently", "sit down", "")
    assert prepared(desk, second, NEXT).reflected == ()
    assert len(prepared(desk, second, date(2026, 11, 26)).reflected) == 1


def test_questions_without_an_answer_come_from_any_interview_or_none(
    desk: Desk, second: int
) -> None:
    journal = desk.store.journal
    journal.ask("What pay?", None)
    journal.ask("Where in five years?", desk.no_id)
    assert texts(prepared(desk, second)) == (
        ["Where in five years?", "What pay?", "Why hygiene?"],
        [],
    )
    assert [one.interview and one.interview.id for one in prepared(desk, second).unanswered] == [
        desk.no_id,
        None,
        desk.open_id,
    ]
    desk.store.interviews.bin(desk.facts(desk.no_id).interview)
    journal.bin(desk.question)
    assert texts(prepared(desk, second)) == (["What pay?"], [])


def test_a_question_answered_at_another_interview_is_not_without_an_answer(
    desk: Desk, second: int
) -> None:
    desk.store.journal.ask("why hygiene", desk.no_id)
    (asked,) = desk.facts(desk.no_id).questions
    desk.store.journal.answer(asked, "The calm", "")
    assert texts(prepared(desk, second)) == ([], [])


def test_shaky_questions_are_those_that_did_not_go_well_again_before_shaky(
    desk: Desk, second: int
) -> None:
    for text in ("Two?", "Three?", "Four?", "Five?"):
        desk.store.journal.ask(text, None)
    went(desk.store, 2, "good", date(2026, 11, 1))
    went(desk.store, 3, "shaky", date(2026, 11, 20))
    went(desk.store, 4, "shaky", date(2026, 11, 9))
    went(desk.store, 5, "again", date(2026, 11, 21))
    assert texts(prepared(desk, second))[1] == ["Five?", "Four?", "Three?"]


def test_stories_come_with_where_they_were_told_in_any_round(desk: Desk, second: int) -> None:
    desk.store.stories.add(Story(name="The flood"))
    found = prepared(desk, second)
    assert found.stories == tuple(desk.store.stories.all())
    assert [one.name for one in found.untold] == ["The flood"]
    assert [(one.name, last.interview.id) for one, last in found.told_here] == [
        ("The recall list", desk.open_id)
    ]
    desk.store.stories.tell(found.stories[0].story, desk.no_id, Landed.WELL)
    assert [one.name for one in prepared(desk, second).untold] == ["The flood"]
    assert [one.name for one in prepared(desk, desk.offer_id).untold] == [
        "The flood",
        "The recall list",
    ]


def test_it_reads_the_file_and_changes_nothing(desk: Desk, second: int) -> None:
    before = desk.store.path.read_bytes()
    prepared(desk, second)
    assert desk.store.path.read_bytes() == before


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
