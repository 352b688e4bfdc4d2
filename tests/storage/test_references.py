"""What happens with a reference: each change in words, and its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain.records import Asked, Vouching
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.references import NOTED
from tests.storage.conftest import noted_changes

if TYPE_CHECKING:
    from tests.storage.conftest import Dump, FilledFile

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)
BRIEFED = "briefed Amy Ortiz"


def amy(filled: FilledFile) -> Vouching:
    return filled.facts().vouching[0]


def newest(filled: FilledFile) -> tuple[str, int | None]:
    noted = noted_changes(filled.store)[0]
    return noted.sentence, noted.interview_id


def dates_of(filled: FilledFile) -> dict[str, date | None]:
    return {field: getattr(amy(filled).briefing, field) for field in NOTED}


def undone_and_redone(
    filled: FilledFile, dump: Callable[[Path], Dump], act: Callable[[], None]
) -> None:
    before = dump(filled.store.path)
    act()
    after = dump(filled.store.path)
    assert after != before
    assert filled.store.file.undo().sentence == newest_undone(filled)
    assert dump(filled.store.path) == before
    filled.store.file.redo()
    assert dump(filled.store.path) == after


def newest_undone(filled: FilledFile) -> str:
    sql = "SELECT sentence FROM change WHERE undone_at IS NOT NULL ORDER BY id LIMIT 1"
    return str(filled.store.file.read(sql)[0][0])


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
    filled: FilledFile, dump: Callable[[Path], Dump], field: str, sentence: str
) -> None:
    references = filled.store.references
    undone_and_redone(filled, dump, lambda: references.note(amy(filled), field, MONDAY))
    assert dates_of(filled) == {**dict.fromkeys(NOTED), field: MONDAY}
    assert newest(filled) == (sentence, filled.open_id)
    undone_and_redone(filled, dump, lambda: references.note(amy(filled), field, None))
    assert dates_of(filled) == dict.fromkeys(NOTED)
    assert newest(filled) == (f"took back: {sentence}", filled.open_id)


@pytest.mark.parametrize("field", ["briefed_on", "called_on"])
def test_a_reference_that_is_briefed_or_called_is_needed_after_all(
    filled: FilledFile, field: str
) -> None:
    references = filled.store.references
    references.note(amy(filled), "not_needed_on", FRIDAY)
    references.note(amy(filled), field, MONDAY)
    assert dates_of(filled) == {**dict.fromkeys(NOTED), field: MONDAY}
    filled.store.file.undo()
    assert dates_of(filled) == {**dict.fromkeys(NOTED), "not_needed_on": FRIDAY}


@pytest.mark.parametrize("field", ["thanked_on", "told_on"])
def test_thanks_say_nothing_about_whether_a_brief_is_needed(filled: FilledFile, field: str) -> None:
    references = filled.store.references
    references.note(amy(filled), "not_needed_on", FRIDAY)
    references.note(amy(filled), field, MONDAY)
    assert dates_of(filled) == {**dict.fromkeys(NOTED), "not_needed_on": FRIDAY, field: MONDAY}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked.ASKED, "asked Amy Ortiz for a reference"),
        (Asked.AGREED, "noted that Amy Ortiz said yes"),
        (Asked.DECLINED, "noted that Amy Ortiz declined"),
    ],
)
def test_how_the_asking_stands_is_noted_and_taken_back_in_words(
    filled: FilledFile, dump: Callable[[Path], Dump], asked: Asked, sentence: str
) -> None:
    def ask(wanted: Asked) -> None:
        one = amy(filled)
        filled.store.references.ask(one.reference, one.person, wanted, MONDAY)

    undone_and_redone(filled, dump, lambda: ask(asked))
    assert (amy(filled).reference.asked, amy(filled).reference.asked_on) == (asked, MONDAY)
    assert newest(filled) == (sentence, None)
    undone_and_redone(filled, dump, lambda: ask(Asked.NOT_ASKED))
    assert (amy(filled).reference.asked, amy(filled).reference.asked_on) == (Asked.NOT_ASKED, None)
    assert newest(filled) == (f"took back: {sentence}", None)


def test_taking_back_what_was_never_asked_is_no_change(filled: FilledFile) -> None:
    before, one = newest(filled), amy(filled)
    filled.store.references.ask(one.reference, one.person, Asked.NOT_ASKED, MONDAY)
    assert newest(filled) == before


def test_the_note_and_the_corrected_dates_are_one_change(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    references = filled.store.references
    references.ask(amy(filled).reference, amy(filled).person, Asked.AGREED, MONDAY)
    references.note(amy(filled), "briefed_on", MONDAY)
    dates = {"asked_on": FRIDAY, "briefed_on": None, "called_on": FRIDAY}
    undone_and_redone(
        filled,
        dump,
        lambda: references.write(
            amy(filled), filled.facts().interview, note="best after six\non the mobile", **dates
        ),
    )
    one = amy(filled)
    assert one.briefing.note == "best after six\non the mobile"
    assert (one.reference.asked, one.reference.asked_on) == (Asked.AGREED, FRIDAY)
    assert dates_of(filled) == {**dict.fromkeys(NOTED), "called_on": FRIDAY}
    assert newest(filled) == ("changed what is noted on Amy Ortiz", filled.open_id)


def test_what_a_brief_is_made_of_is_one_change_wherever_it_stands(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    said: dict[str, Any] = {
        "phone": "555 0199",
        "away_until": MONDAY,
        "to_stress": "the recall list",
        "fit": "made for it",
        "wanted_for": "the team",
        "who_calls": "Ms. Roy",
    }
    interview = filled.facts().interview
    undone_and_redone(
        filled, dump, lambda: filled.store.references.write(amy(filled), interview, **said)
    )
    one, after = amy(filled), filled.facts().interview
    assert (one.person.phone, one.reference.away_until) == ("555 0199", MONDAY)
    assert (one.briefing.to_stress, one.briefing.fit) == ("the recall list", "made for it")
    assert (after.wanted_for, after.who_calls) == ("the team", "Ms. Roy")


def test_what_a_reference_can_speak_of_goes_along_to_the_next_round(filled: FilledFile) -> None:
    before = filled.facts()
    said = {"to_stress": "the recall list", "fit": "made for it"}
    filled.store.references.write(amy(filled), before.interview, **said)
    line = replace(amy(filled).person, job_title="former manager")
    entry = Entry(replace(before.interview, held_on=date(2026, 12, 1)), [], [line])
    number = filled.store.interviews.add_round(filled.facts(), entry)
    (briefing,) = (one.briefing for one in filled.facts(number).vouching)
    assert (briefing.to_stress, briefing.fit) == ("the recall list", "made for it")


def test_saving_the_note_unchanged_is_no_change(filled: FilledFile) -> None:
    before = newest(filled)
    filled.store.references.write(
        amy(filled), filled.facts().interview, note="", **dict.fromkeys(NOTED)
    )
    assert newest(filled) == before


def test_a_line_of_the_checklist_writes_the_same(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    line = next(t for t in tasks(filled.facts(), MONDAY) if t.kind is Kind.BRIEF)
    filled.store.checklist.mark_done(filled.facts(), line, MONDAY)
    ticked = dump(filled.store.path)
    assert newest(filled) == (BRIEFED, filled.open_id)
    filled.store.file.undo()
    filled.store.references.note(amy(filled), "briefed_on", MONDAY)
    assert dump(filled.store.path) == ticked
    assert newest(filled) == (BRIEFED, filled.open_id)
