"""Reflections on file: how sure the user felt first, later, and all of them together."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.records import Felt, Reflection
from afterview_tui.storage.interviews import Entry

if TYPE_CHECKING:
    from tests.storage.conftest import Dump, FilledFile, Opener

FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def sure(filled: FilledFile) -> list[tuple[int | None, str | None]]:
    """How sure was felt first, and later, past the program."""
    with closing(sqlite3.connect(filled.store.path)) as connection:
        first = connection.execute(
            "SELECT sure, sure_on FROM reflection WHERE interview_id = ?", [filled.open_id]
        )
        later = connection.execute(
            "SELECT sure, noted_on FROM feeling WHERE interview_id = ? ORDER BY id",
            [filled.open_id],
        )
        return [*first.fetchall(), *later.fetchall()]


@pytest.fixture
def noted(filled: FilledFile) -> FilledFile:
    """A filled file where it was noted on the day."""
    filled.store.journal.feel_sure(filled.facts(), 4, FRIDAY)
    return filled


def _feel_again(filled: FilledFile, opened: Opener) -> None:
    filled.store.journal.feel_sure(filled.facts(), 2, MONDAY)


def _write(filled: FilledFile, opened: Opener) -> None:
    for prompt in ("happened", "well", "lessons"):
        filled.store.journal.write(filled.facts(), prompt, "Words", "")


def _edit(filled: FilledFile, opened: Opener) -> None:
    interview = replace(filled.facts().interview, felt=Felt.NERVES, held_on=MONDAY)
    filled.store.interviews.edit(Entry(interview))


def _another_window(filled: FilledFile, opened: Opener) -> None:
    other, facts = opened(), filled.facts()
    other.journal.feel_sure(facts, 1, MONDAY)
    other.journal.write(facts, "improve", "Speak up", "")


def _as_it_was_before(filled: FilledFile, opened: Opener) -> None:
    facts = replace(filled.facts(), reflection=Reflection(interview_id=filled.open_id))
    filled.store.journal.feel_sure(facts, 5, MONDAY)


@pytest.mark.parametrize("later", [_feel_again, _write, _edit, _another_window, _as_it_was_before])
def test_how_sure_was_felt_first_stays_whatever_is_written_later(
    noted: FilledFile, opened: Opener, later: Callable[[FilledFile, Opener], None]
) -> None:
    later(noted, opened)
    assert sure(noted)[0] == (4, "2026-11-20")


@pytest.mark.parametrize(
    "assignment", ["sure = 5", "sure_on = '2026-11-23'", "sure = 1, sure_on = NULL"]
)
def test_the_file_itself_refuses_to_write_over_it(noted: FilledFile, assignment: str) -> None:
    with (
        closing(sqlite3.connect(noted.store.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="noted once"),
    ):
        connection.execute(f"UPDATE reflection SET {assignment}")  # noqa: S608
    assert sure(noted) == [(4, "2026-11-20")]


def test_a_change_that_writes_over_it_is_refused_as_a_whole(noted: FilledFile) -> None:
    reflection = noted.facts().reflection
    with (
        pytest.raises(AfterviewError),
        noted.store.file.change("wrote over it") as change,
    ):
        change.update(Reflection, reflection.id, well="Other words", sure=1)
    assert sure(noted) == [(4, "2026-11-20")]
    assert noted.facts().reflection == reflection


def test_later_feelings_are_kept_beside_the_first_each_with_its_day(noted: FilledFile) -> None:
    noted.store.journal.feel_sure(noted.facts(), 2, MONDAY)
    noted.store.journal.feel_sure(noted.facts(), 3, date(2026, 11, 24))
    assert sure(noted) == [(4, "2026-11-20"), (2, "2026-11-23"), (3, "2026-11-24")]
    assert [one.sure for one in noted.facts().feelings] == [2, 3]


@pytest.mark.parametrize("is_first_writing", [True, False])
def test_undo_of_the_note_takes_it_back_and_it_can_be_noted_anew(
    filled: FilledFile, dump: Callable[[Path], Dump], is_first_writing: bool
) -> None:
    number = filled.offer_id if is_first_writing else filled.open_id
    before = dump(filled.store.path)
    filled.store.journal.feel_sure(filled.facts(number), 4, FRIDAY)
    filled.store.file.undo()
    assert dump(filled.store.path) == before
    filled.store.file.redo()
    assert filled.facts(number).reflection.sure == 4
    filled.store.file.undo()
    filled.store.journal.feel_sure(filled.facts(number), 5, MONDAY)
    reflection = filled.facts(number).reflection
    assert (reflection.sure, reflection.sure_on) == (5, MONDAY)
    assert filled.facts(number).feelings == ()


def test_undo_of_a_later_feeling_takes_back_that_one_alone(noted: FilledFile) -> None:
    noted.store.journal.feel_sure(noted.facts(), 2, MONDAY)
    noted.store.journal.feel_sure(noted.facts(), 3, MONDAY)
    noted.store.file.undo()
    assert sure(noted) == [(4, "2026-11-20"), (2, "2026-11-23")]
    noted.store.file.undo()
    assert sure(noted) == [(4, "2026-11-20")]


def test_all_reflections_are_read_with_their_interviews_newest_first(noted: FilledFile) -> None:
    journal = noted.store.journal
    journal.feel_sure(noted.facts(), 2, MONDAY)
    journal.write(noted.facts(noted.no_id), "why_not", "More years", "")
    journal.write(noted.facts(noted.offer_id), "cared", "Saturdays", "")
    found = journal.reflections()
    assert [one.interview.employer for one in found] == [
        "Lakeside Dental",
        "Oak Vision",
        "Hill School",
    ]
    assert [one.reflection.sure for one in found] == [4, None, None]
    assert [[feeling.sure for feeling in one.feelings] for one in found] == [[2], [], []]


def test_the_reflection_on_a_deleted_interview_is_left_out_until_it_is_back(
    noted: FilledFile,
) -> None:
    noted.store.interviews.bin(noted.facts().interview)
    assert noted.store.journal.reflections() == ()
    noted.store.file.undo()
    assert [one.reflection.sure for one in noted.store.journal.reflections()] == [4]


# What was not said is one record, whichever pane it is typed in


def test_what_was_not_said_is_noted_with_the_talk_as_one_change(
    filled: FilledFile, path: Path, dump: Callable[[Path], Dump]
) -> None:
    before = dump(path)
    opened = filled.facts()
    talk = replace(opened.met[0].meeting, talked_about="tea")
    assert filled.store.journal.note_talk(opened, talk, "Dentrix") is False
    assert filled.facts().reflection.unsaid == "Dentrix"
    assert filled.facts().met[0].meeting.talked_about == "tea"
    assert filled.store.file.undo().sentence == "noted the talk"
    assert dump(path) == before


def test_a_talk_noted_while_the_journal_is_typed_in_keeps_both_texts(
    filled: FilledFile, opened: Opener
) -> None:
    form = filled.facts()
    filled.store.journal.write(form, "unsaid", "From the journal", "")
    assert opened().journal.note_talk(form, form.met[0].meeting, "From the form") is True
    assert filled.facts().reflection.unsaid == "From the form"
    (version,) = filled.store.texts.versions(filled.facts().reflection, "unsaid")
    assert version.text == "From the journal"


def test_a_talk_that_says_nothing_of_it_leaves_what_came_meanwhile(filled: FilledFile) -> None:
    form = filled.facts()
    filled.store.journal.write(form, "unsaid", "From the journal", "")
    talk = replace(form.met[0].meeting, talked_about="tea")
    assert filled.store.journal.note_talk(form, talk, "") is False
    assert filled.facts().reflection.unsaid == "From the journal"


def test_a_journal_typed_in_while_a_talk_is_noted_keeps_both_texts(filled: FilledFile) -> None:
    form = filled.facts()
    filled.store.journal.note_talk(form, form.met[0].meeting, "From the form")
    assert filled.store.journal.write(form, "unsaid", "From the journal", "").both_kept is True
    assert filled.facts().reflection.unsaid == "From the journal"
    (version,) = filled.store.texts.versions(filled.facts().reflection, "unsaid")
    assert version.text == "From the form"
