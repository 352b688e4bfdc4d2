"""Reviews of the résumé on file: the day, what changed, and which lines that settles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Me
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from tests.storage.conftest import MONDAY, Dump, FilledFile, Opener

TUESDAY = date(2026, 11, 24)
ROWS = "SELECT id, resume_reviewed_on, resume_notes, name FROM me"


def row(filled: FilledFile) -> tuple[object, ...]:
    (found,) = filled.store.file.read(ROWS)
    return tuple(found)


def is_open(filled: FilledFile, interview_id: int) -> bool:
    every = tasks(filled.facts(interview_id), MONDAY)
    return next(one for one in every if one.kind is Kind.RESUME).is_open


@pytest.mark.parametrize("name", ["", "Robin Day"])
def test_a_review_is_its_day_and_a_line_of_what_changed(filled: FilledFile, name: str) -> None:
    if name:
        filled.store.checklist.write_me(Me(name=name))
    filled.store.resume.review(MONDAY, "Course first")
    assert row(filled) == (1, "2026-11-23", "Mon 23 Nov 2026: Course first", name)
    filled.store.resume.review(TUESDAY, "Two pages\nno photo")
    assert row(filled)[2] == ("Tue 24 Nov 2026: Two pages\nno photo\nMon 23 Nov 2026: Course first")


def test_a_review_that_changed_nothing_adds_no_line(filled: FilledFile) -> None:
    filled.store.resume.review(MONDAY)
    assert row(filled) == (1, "2026-11-23", "", "")


@pytest.mark.parametrize(
    ("on", "waits"),
    [
        (date(2026, 11, 11), [1, 2, 3]),
        (date(2026, 11, 12), [1, 2]),
        (date(2026, 11, 17), [1]),
        (date(2026, 11, 19), [1]),
        (date(2026, 11, 20), []),
    ],
)
def test_a_review_settles_the_line_of_every_interview_up_to_that_day(
    filled: FilledFile, on: date, waits: list[int]
) -> None:
    filled.store.resume.review(on)
    assert [number for number in (1, 2, 3) if is_open(filled, number)] == waits
    filled.store.file.undo()
    assert [number for number in (1, 2, 3) if is_open(filled, number)] == [1, 2, 3]


def test_a_review_is_taken_back_whole(filled: FilledFile, dump: Callable[[Path], Dump]) -> None:
    filled.store.resume.review(MONDAY, "Course first")
    before = dump(filled.store.path)
    filled.store.resume.review(TUESDAY, "Two pages")
    assert filled.store.file.undo().sentence == "reviewed the résumé"
    assert dump(filled.store.path) == before


def test_the_notes_are_written(filled: FilledFile) -> None:
    saved = filled.store.resume.write_notes("One page", "")
    assert not saved.both_kept
    assert row(filled) == (1, None, "One page", "")


def test_notes_that_another_window_wrote_are_kept_as_an_earlier_version(
    filled: FilledFile, opened: Opener
) -> None:
    filled.store.resume.review(MONDAY, "Course first")
    base = filled.store.resume.me().resume_notes
    opened().resume.write_notes("Theirs", base)
    assert filled.store.resume.write_notes("Mine", base).both_kept
    assert row(filled)[1:3] == ("2026-11-23", "Mine")
    me = filled.store.resume.me()
    assert [one.text for one in filled.store.texts.versions(me, "resume_notes")] == ["Theirs"]


def test_reflections_come_newest_first_and_those_in_the_bin_not_at_all(filled: FilledFile) -> None:
    journal = filled.store.journal
    for number in (filled.no_id, filled.open_id, filled.offer_id):
        journal.write(filled.facts(number), "cared", f"point {number}", "")
    found = filled.store.resume.reflected()
    assert [one.reflection.cared for one in found] == ["point 1", "point 2", "point 3"]
    assert found[0].interview == filled.facts().interview
    filled.store.interviews.bin(filled.facts().interview)
    assert len(filled.store.resume.reflected()) == 2
