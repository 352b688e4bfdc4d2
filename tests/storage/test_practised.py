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
    from tests.storage.conftest import Dump, FilledFile

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


def on_file(filled: FilledFile) -> tuple[str | None, str]:
    sql = "SELECT practised_on, went FROM question WHERE id = ?"
    (row,) = filled.store.file.read(sql, [filled.question.id])
    return row[0], row[1]


@pytest.mark.parametrize("went", list(Went))
def test_how_a_question_went_is_noted_and_taken_back_in_words(
    filled: FilledFile, dump: Callable[[Path], Dump], went: Went
) -> None:
    before = dump(filled.store.path)
    filled.store.journal.practised(filled.question, went, MONDAY)
    assert on_file(filled) == ("2026-11-23", went.value)
    noted = noted_changes(filled.store)[0]
    assert noted.sentence == f"practised “Why hygiene?”: {went.value}"

    assert filled.store.file.undo().sentence == noted.sentence
    assert dump(filled.store.path) == before
    filled.store.file.redo()
    assert on_file(filled) == ("2026-11-23", went.value)


def test_what_was_noted_before_comes_back_with_its_day(filled: FilledFile) -> None:
    filled.store.journal.practised(filled.question, Went.SHAKY, date(2026, 11, 17))
    filled.store.journal.practised(filled.question, Went.GOOD, MONDAY)
    filled.store.file.undo()
    assert on_file(filled) == ("2026-11-17", "shaky")


def test_all_questions_are_read_with_where_they_come_from(filled: FilledFile) -> None:
    journal = filled.store.journal
    journal.ask("Why us?", None, expected=True)
    journal.ask("Your weakness?", filled.no_id)
    found = [(one.question.text, one.employer, one.held_on) for one in journal.questions()]
    assert found == [
        ("Why hygiene?", "Lakeside Dental", date(2026, 11, 20)),
        ("Why us?", "", None),
        ("Your weakness?", "Hill School", date(2026, 11, 12)),
    ]
    assert journal.questions()[0].question == filled.question


def test_a_deleted_question_and_those_of_a_deleted_interview_are_left_out(
    filled: FilledFile,
) -> None:
    journal = filled.store.journal
    journal.ask("Why us?", None)
    journal.ask("Your weakness?", filled.no_id)
    journal.bin(filled.question)
    filled.store.interviews.bin(filled.facts(filled.no_id).interview)
    assert [one.question.text for one in journal.questions()] == ["Why us?"]


def test_all_questions_are_read_in_two_queries(
    filled: FilledFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(500):
        filled.store.journal.ask(f"Question {number}?", filled.open_id if number % 2 else None)
    queries: list[str] = []
    read = filled.store.file.read

    def counted(sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        queries.append(sql)
        return read(sql, parameters)

    monkeypatch.setattr(filled.store.file, "read", counted)
    assert len(filled.store.journal.questions()) == 501
    assert len(queries) == 2, "the questions, and the interviews where they came up"


def add(filled: FilledFile, employer: str, held_on: date, starts_at: time | None = None) -> int:
    new = Interview(employer=employer, held_on=held_on, starts_at=starts_at)
    return filled.store.interviews.add(Entry(new))


def coming(filled: FilledFile) -> str | None:
    found = filled.store.interviews.coming()
    return found.employer if found is not None else None


def test_the_next_interview_is_the_first_one_to_come(filled: FilledFile) -> None:
    assert coming(filled) is None
    add(filled, "Later", date(2026, 12, 1))
    add(filled, "Friday, any time", FRIDAY)
    friday = add(filled, "Friday at ten", FRIDAY, time(10))
    assert coming(filled) == "Friday at ten"
    filled.store.interviews.bin(filled.facts(friday).interview)
    assert coming(filled) == "Friday, any time"


def test_an_interview_of_today_is_the_next_one_until_it_begins(filled: FilledFile) -> None:
    add(filled, "This morning", MONDAY, time(8, 30))
    add(filled, "This noon", MONDAY, time(12))
    assert coming(filled) == "This noon"
    filled.clock.forward(hours=3)
    assert coming(filled) == "This noon"
    filled.clock.forward(minutes=1)
    assert coming(filled) is None


def test_an_interview_that_will_not_be_is_not_the_next_one(filled: FilledFile) -> None:
    number = add(filled, "Oak Vision", FRIDAY)
    interview = filled.facts(number).interview
    filled.store.interviews.end(interview, Outcome.WITHDRAWN, MONDAY)
    assert coming(filled) is None
    filled.store.interviews.end(replace(interview, outcome=Outcome.WITHDRAWN), Outcome.OPEN, MONDAY)
    assert coming(filled) == "Oak Vision"
