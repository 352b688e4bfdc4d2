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
    from tests.storage.conftest import Desk, Dump, Opener

FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def sure(desk: Desk) -> list[tuple[int | None, str | None]]:
    """How sure was felt first, and later, past the program."""
    with closing(sqlite3.connect(desk.store.path)) as connection:
        first = connection.execute(
            "SELECT sure, sure_on FROM reflection WHERE interview_id = ?", [desk.open_id]
        )
        later = connection.execute(
            "SELECT sure, noted_on FROM feeling WHERE interview_id = ? ORDER BY id", [desk.open_id]
        )
        return [*first.fetchall(), *later.fetchall()]


@pytest.fixture
def noted(desk: Desk) -> Desk:
    """A desk where it was noted on the day."""
    desk.store.journal.feel_sure(desk.facts(), 4, FRIDAY)
    return desk


def _feel_again(desk: Desk, opened: Opener) -> None:
    desk.store.journal.feel_sure(desk.facts(), 2, MONDAY)


def _write(desk: Desk, opened: Opener) -> None:
    for prompt in ("happened", "well", "lessons"):
        desk.store.journal.write(desk.facts(), prompt, "Words", "")


def _edit(desk: Desk, opened: Opener) -> None:
    interview = replace(desk.facts().interview, felt=Felt.NERVES, held_on=MONDAY)
    desk.store.interviews.edit(Entry(interview))


def _another_window(desk: Desk, opened: Opener) -> None:
    other, facts = opened(), desk.facts()
    other.journal.feel_sure(facts, 1, MONDAY)
    other.journal.write(facts, "improve", "Speak up", "")


def _as_it_was_before(desk: Desk, opened: Opener) -> None:
    facts = replace(desk.facts(), reflection=Reflection(interview_id=desk.open_id))
    desk.store.journal.feel_sure(facts, 5, MONDAY)


@pytest.mark.parametrize("later", [_feel_again, _write, _edit, _another_window, _as_it_was_before])
def test_how_sure_was_felt_first_stays_whatever_is_written_later(
    noted: Desk, opened: Opener, later: Callable[[Desk, Opener], None]
) -> None:
    later(noted, opened)
    assert sure(noted)[0] == (4, "2026-11-20")


@pytest.mark.parametrize(
    "assignment", ["sure = 5", "sure_on = '2026-11-23'", "sure = 1, sure_on = NULL"]
)
def test_the_file_itself_refuses_to_write_over_it(noted: Desk, assignment: str) -> None:
    with (
        closing(sqlite3.connect(noted.store.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="noted once"),
    ):
        connection.execute(f"UPDATE reflection SET {assignment}")  # noqa: S608
    assert sure(noted) == [(4, "2026-11-20")]


def test_a_change_that_writes_over_it_is_refused_as_a_whole(noted: Desk) -> None:
    reflection = noted.facts().reflection
    with (
        pytest.raises(AfterviewError),
        noted.store.file.change("wrote over it") as change,
    ):
        change.update(Reflection, reflection.id, well="Other words", sure=1)
    assert sure(noted) == [(4, "2026-11-20")]
    assert noted.facts().reflection == reflection


def test_later_feelings_are_kept_beside_the_first_each_with_its_day(noted: Desk) -> None:
    noted.store.journal.feel_sure(noted.facts(), 2, MONDAY)
    noted.store.journal.feel_sure(noted.facts(), 3, date(2026, 11, 24))
    assert sure(noted) == [(4, "2026-11-20"), (2, "2026-11-23"), (3, "2026-11-24")]
    assert [one.sure for one in noted.facts().feelings] == [2, 3]


@pytest.mark.parametrize("is_first_writing", [True, False])
def test_undo_of_the_note_takes_it_back_and_it_can_be_noted_anew(
    desk: Desk, dump: Callable[[Path], Dump], is_first_writing: bool
) -> None:
    number = desk.offer_id if is_first_writing else desk.open_id
    before = dump(desk.store.path)
    desk.store.journal.feel_sure(desk.facts(number), 4, FRIDAY)
    desk.store.file.undo()
    assert dump(desk.store.path) == before
    desk.store.file.redo()
    assert desk.facts(number).reflection.sure == 4
    desk.store.file.undo()
    desk.store.journal.feel_sure(desk.facts(number), 5, MONDAY)
    reflection = desk.facts(number).reflection
    assert (reflection.sure, reflection.sure_on) == (5, MONDAY)
    assert desk.facts(number).feelings == ()


def test_undo_of_a_later_feeling_takes_back_that_one_alone(noted: Desk) -> None:
    noted.store.journal.feel_sure(noted.facts(), 2, MONDAY)
    noted.store.journal.feel_sure(noted.facts(), 3, MONDAY)
    noted.store.file.undo()
    assert sure(noted) == [(4, "2026-11-20"), (2, "2026-11-23")]
    noted.store.file.undo()
    assert sure(noted) == [(4, "2026-11-20")]


def test_all_reflections_are_read_with_their_interviews_newest_first(noted: Desk) -> None:
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


def test_the_reflection_on_a_deleted_interview_is_left_out_until_it_is_back(noted: Desk) -> None:
    noted.store.interviews.bin(noted.facts().interview)
    assert noted.store.journal.reflections() == ()
    noted.store.file.undo()
    assert [one.reflection.sure for one in noted.store.journal.reflections()] == [4]


# What was not said is one record, whichever pane it is typed in


def test_what_was_not_said_is_noted_with_the_talk_as_one_change(
    desk: Desk, path: Path, dump: Callable[[Path], Dump]
) -> None:
    before = dump(path)
    opened = desk.facts()
    talk = replace(opened.met[0].meeting, talked_about="tea")
    assert desk.store.journal.note_talk(opened, talk, "Dentrix") is False
    assert desk.facts().reflection.unsaid == "Dentrix"
    assert desk.facts().met[0].meeting.talked_about == "tea"
    assert desk.store.file.undo().sentence == "noted the talk"
    assert dump(path) == before


def test_a_talk_noted_while_the_journal_is_typed_in_keeps_both_texts(
    desk: Desk, opened: Opener
) -> None:
    form = desk.facts()
    desk.store.journal.write(form, "unsaid", "From the journal", "")
    assert opened().journal.note_talk(form, form.met[0].meeting, "From the form") is True
    assert desk.facts().reflection.unsaid == "From the form"
    (version,) = desk.store.texts.versions(desk.facts().reflection, "unsaid")
    assert version.text == "From the journal"


def test_a_talk_that_says_nothing_of_it_leaves_what_came_meanwhile(desk: Desk) -> None:
    form = desk.facts()
    desk.store.journal.write(form, "unsaid", "From the journal", "")
    talk = replace(form.met[0].meeting, talked_about="tea")
    assert desk.store.journal.note_talk(form, talk, "") is False
    assert desk.facts().reflection.unsaid == "From the journal"


def test_a_journal_typed_in_while_a_talk_is_noted_keeps_both_texts(desk: Desk) -> None:
    form = desk.facts()
    desk.store.journal.note_talk(form, form.met[0].meeting, "From the form")
    assert desk.store.journal.write(form, "unsaid", "From the journal", "").both_kept is True
    assert desk.facts().reflection.unsaid == "From the journal"
    (version,) = desk.store.texts.versions(desk.facts().reflection, "unsaid")
    assert version.text == "From the form"
