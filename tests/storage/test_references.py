"""What happens with a reference: each change in words, and its way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.records import Asked, Vouching
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage.references import NOTED
from tests.storage.conftest import noted_changes

if TYPE_CHECKING:
    from tests.storage.conftest import Desk, Dump

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
BRIEFED = "briefed Amy Ortiz"


def amy(desk: Desk) -> Vouching:
    return desk.facts().vouching[0]


def newest(desk: Desk) -> tuple[str, int | None]:
    noted = noted_changes(desk.store)[0]
    return noted.sentence, noted.interview_id


def dates_of(desk: Desk) -> dict[str, date | None]:
    return {field: getattr(amy(desk).briefing, field) for field in NOTED}


def undone_and_redone(desk: Desk, dump: Callable[[Path], Dump], act: Callable[[], None]) -> None:
    before = dump(desk.store.path)
    act()
    after = dump(desk.store.path)
    assert after != before
    assert desk.store.file.undo().sentence == newest_undone(desk)
    assert dump(desk.store.path) == before
    desk.store.file.redo()
    assert dump(desk.store.path) == after


def newest_undone(desk: Desk) -> str:
    sql = "SELECT sentence FROM change WHERE undone_at IS NOT NULL ORDER BY id LIMIT 1"
    return str(desk.store.file.read(sql)[0][0])


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("not_needed_on", "set Amy Ortiz aside: not needed yet"),
        ("briefed_on", BRIEFED),
        ("called_on", "noted that the employer called Amy Ortiz"),
        ("thanked_on", "thanked Amy Ortiz"),
        ("told_on", "told the outcome to Amy Ortiz"),
    ],
)
def test_each_date_is_noted_and_taken_back_in_words(
    desk: Desk, dump: Callable[[Path], Dump], field: str, sentence: str
) -> None:
    references = desk.store.references
    undone_and_redone(desk, dump, lambda: references.note(amy(desk), field, MONDAY))
    assert dates_of(desk) == {**dict.fromkeys(NOTED), field: MONDAY}
    assert newest(desk) == (sentence, desk.open_id)
    undone_and_redone(desk, dump, lambda: references.note(amy(desk), field, None))
    assert dates_of(desk) == dict.fromkeys(NOTED)
    assert newest(desk) == (f"took back: {sentence}", desk.open_id)


@pytest.mark.parametrize("field", ["briefed_on", "called_on"])
def test_a_reference_that_is_briefed_or_called_is_needed_after_all(desk: Desk, field: str) -> None:
    references = desk.store.references
    references.note(amy(desk), "not_needed_on", FRIDAY)
    references.note(amy(desk), field, MONDAY)
    assert dates_of(desk) == {**dict.fromkeys(NOTED), field: MONDAY}
    desk.store.file.undo()
    assert dates_of(desk) == {**dict.fromkeys(NOTED), "not_needed_on": FRIDAY}


@pytest.mark.parametrize("field", ["thanked_on", "told_on"])
def test_thanks_say_nothing_about_whether_a_brief_is_needed(desk: Desk, field: str) -> None:
    references = desk.store.references
    references.note(amy(desk), "not_needed_on", FRIDAY)
    references.note(amy(desk), field, MONDAY)
    assert dates_of(desk) == {**dict.fromkeys(NOTED), "not_needed_on": FRIDAY, field: MONDAY}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked.ASKED, "asked Amy Ortiz for a reference"),
        (Asked.AGREED, "noted that Amy Ortiz said yes"),
        (Asked.DECLINED, "noted that Amy Ortiz declined"),
    ],
)
def test_how_the_asking_stands_is_noted_and_taken_back_in_words(
    desk: Desk, dump: Callable[[Path], Dump], asked: Asked, sentence: str
) -> None:
    def ask(wanted: Asked) -> None:
        one = amy(desk)
        desk.store.references.ask(one.reference, one.person, wanted, MONDAY)

    undone_and_redone(desk, dump, lambda: ask(asked))
    assert (amy(desk).reference.asked, amy(desk).reference.asked_on) == (asked, MONDAY)
    assert newest(desk) == (sentence, None)
    undone_and_redone(desk, dump, lambda: ask(Asked.NOT_ASKED))
    assert (amy(desk).reference.asked, amy(desk).reference.asked_on) == (Asked.NOT_ASKED, None)
    assert newest(desk) == (f"took back: {sentence}", None)


def test_taking_back_what_was_never_asked_is_no_change(desk: Desk) -> None:
    before, one = newest(desk), amy(desk)
    desk.store.references.ask(one.reference, one.person, Asked.NOT_ASKED, MONDAY)
    assert newest(desk) == before


def test_the_note_and_the_corrected_dates_are_one_change(
    desk: Desk, dump: Callable[[Path], Dump]
) -> None:
    references = desk.store.references
    references.ask(amy(desk).reference, amy(desk).person, Asked.AGREED, MONDAY)
    references.note(amy(desk), "briefed_on", MONDAY)
    dates = {"asked_on": FRIDAY, "briefed_on": None, "called_on": FRIDAY}
    undone_and_redone(
        desk, dump, lambda: references.write(amy(desk), "best after six\non the mobile", **dates)
    )
    one = amy(desk)
    assert one.briefing.note == "best after six\non the mobile"
    assert (one.reference.asked, one.reference.asked_on) == (Asked.AGREED, FRIDAY)
    assert dates_of(desk) == {**dict.fromkeys(NOTED), "called_on": FRIDAY}
    assert newest(desk) == ("changed what is noted on Amy Ortiz", desk.open_id)


def test_saving_the_note_unchanged_is_no_change(desk: Desk) -> None:
    before = newest(desk)
    desk.store.references.write(amy(desk), "", **dict.fromkeys(NOTED))
    assert newest(desk) == before


def test_a_line_of_the_checklist_writes_the_same(desk: Desk, dump: Callable[[Path], Dump]) -> None:
    line = next(t for t in tasks(desk.facts(), MONDAY) if t.kind is Kind.BRIEF)
    desk.store.checklist.mark_done(desk.facts(), line, MONDAY)
    ticked = dump(desk.store.path)
    assert newest(desk) == (BRIEFED, desk.open_id)
    desk.store.file.undo()
    desk.store.references.note(amy(desk), "briefed_on", MONDAY)
    assert dump(desk.store.path) == ticked
    assert newest(desk) == (BRIEFED, desk.open_id)
