"""Practice on file: how a question went, all questions at once, the interview to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain.practice import Went
from afterview_tui.domain.records import Interview, Outcome
from afterview_tui.storage.interviews import Entry
from tests.storage.conftest import noted_changes

if TYPE_CHECKING:
    from tests.storage.conftest import Desk, Dump

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


def on_file(desk: Desk) -> tuple[str | None, str]:
    sql = "SELECT practised_on, went FROM question WHERE id = ?"
    (row,) = desk.store.file.read(sql, [desk.question.id])
    return row[0], row[1]


@pytest.mark.parametrize("went", list(Went))
def test_how_a_question_went_is_noted_and_taken_back_in_words(
    desk: Desk, dump: Callable[[Path], Dump], went: Went
) -> None:
    before = dump(desk.store.path)
    desk.store.journal.practised(desk.question, went, MONDAY)
    assert on_file(desk) == ("2026-11-23", went.value)
    noted = noted_changes(desk.store)[0]
    assert noted.sentence == f"practised “Why hygiene?”: {went.value}"

    assert desk.store.file.undo().sentence == noted.sentence
    assert dump(desk.store.path) == before
    desk.store.file.redo()
    assert on_file(desk) == ("2026-11-23", went.value)


def test_what_was_noted_before_comes_back_with_its_day(desk: Desk) -> None:
    desk.store.journal.practised(desk.question, Went.SHAKY, date(2026, 11, 17))
    desk.store.journal.practised(desk.question, Went.GOOD, MONDAY)
    desk.store.file.undo()
    assert on_file(desk) == ("2026-11-17", "shaky")


def test_all_questions_are_read_with_where_they_come_from(desk: Desk) -> None:
    journal = desk.store.journal
    journal.ask("Why us?", None, expected=True)
    journal.ask("Your weakness?", desk.no_id)
    found = [(one.question.text, one.employer, one.held_on) for one in journal.questions()]
    assert found == [
        ("Why hygiene?", "Lakeside Dental", date(2026, 11, 20)),
        ("Why us?", "", None),
        ("Your weakness?", "Hill School", date(2026, 11, 12)),
    ]
    assert journal.questions()[0].question == desk.question


def test_a_deleted_question_and_those_of_a_deleted_interview_are_left_out(desk: Desk) -> None:
    journal = desk.store.journal
    journal.ask("Why us?", None)
    journal.ask("Your weakness?", desk.no_id)
    journal.bin(desk.question)
    desk.store.interviews.bin(desk.facts(desk.no_id).interview)
    assert [one.question.text for one in journal.questions()] == ["Why us?"]


def test_all_questions_are_read_in_two_queries(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(500):
        desk.store.journal.ask(f"Question {number}?", desk.open_id if number % 2 else None)
    queries: list[str] = []
    read = desk.store.file.read

    def counted(sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        queries.append(sql)
        return read(sql, parameters)

    monkeypatch.setattr(desk.store.file, "read", counted)
    assert len(desk.store.journal.questions()) == 501
    assert len(queries) == 2, "the questions, and the interviews where they came up"


def add(desk: Desk, employer: str, held_on: date, starts_at: time | None = None) -> int:
    new = Interview(employer=employer, held_on=held_on, starts_at=starts_at)
    return desk.store.interviews.add(Entry(new))


def coming(desk: Desk) -> str | None:
    found = desk.store.interviews.coming()
    return found.employer if found is not None else None


def test_the_next_interview_is_the_first_one_to_come(desk: Desk) -> None:
    assert coming(desk) is None
    add(desk, "Later", date(2026, 12, 1))
    add(desk, "Friday, any time", FRIDAY)
    friday = add(desk, "Friday at ten", FRIDAY, time(10))
    assert coming(desk) == "Friday at ten"
    desk.store.interviews.bin(desk.facts(friday).interview)
    assert coming(desk) == "Friday, any time"


def test_an_interview_of_today_is_the_next_one_until_it_begins(desk: Desk) -> None:
    add(desk, "This morning", MONDAY, time(8, 30))
    add(desk, "This noon", MONDAY, time(12))
    assert coming(desk) == "This noon"
    desk.clock.forward(hours=3)
    assert coming(desk) == "This noon"
    desk.clock.forward(minutes=1)
    assert coming(desk) is None


def test_an_interview_that_will_not_be_is_not_the_next_one(desk: Desk) -> None:
    number = add(desk, "Oak Vision", FRIDAY)
    interview = desk.facts(number).interview
    desk.store.interviews.end(interview, Outcome.WITHDRAWN, MONDAY)
    assert coming(desk) is None
    desk.store.interviews.end(replace(interview, outcome=Outcome.WITHDRAWN), Outcome.OPEN, MONDAY)
    assert coming(desk) == "Oak Vision"
