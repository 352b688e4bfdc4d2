"""A file of version 6 is brought along: a row for each form, and what was not said noted once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.records import Facts, Interview, Meeting, Person, Reflection
from afterview_tui.storage import forms_and_unsaid, opening
from afterview_tui.storage.forms_and_unsaid import with_lines
from afterview_tui.storage.store import Store
from tests.storage.conftest import Clock, hits, noted_changes
from tests.storage.older import made_by_an_older_version, put

if TYPE_CHECKING:
    from sqlite_utils import Database

    from tests.storage.conftest import Opener

pytestmark = pytest.mark.disk

OLD = (
    "id, interview_id, person_id, kind, form, subject, text, state, copied_at, sent_on, sent_how,"
    " created_at, binned_at, follows_facts"
)
TO_ZOE = Letter(
    interview_id=1,
    person_id=1,
    form=LetterForm.CARD,
    subject="Thanks",
    text="Dear Zoë,\r\n\n  as typed \n",
    state=LetterState.SENT,
    sent_on=date(2026, 11, 18),
    sent_how="by post",
)
WHY = Letter(interview_id=1, person_id=1, kind=LetterKind.WHY_NOT, text="Why", follows_facts=True)
FORGOTTEN = "my two years at the desk\nDentrix"


def old_file(path: Path) -> None:
    """Two met at Oak Vision with what was forgotten, one taken out; and letters with versions."""
    made_by_an_older_version(path, "0007_letter_parts")
    with closing(sqlite3.connect(path)) as connection, connection:
        db = opening.wrapped(connection)
        put(db, Person(name="Zoë Hart"))
        put(db, Person(name="Ida Berg"))
        put(db, Person(name="Tom Reed"))
        put(db, Interview(employer="Hill School", held_on=date(2026, 11, 16)))
        put(db, Meeting(interview_id=1, person_id=1, talked_about="tea"), forgot=FORGOTTEN)
        put(db, Meeting(interview_id=1, person_id=2, position=1), forgot="DENTRIX.\nI sing")
        gone = "2026-11-18T09:00:00-05:00"
        put(db, Meeting(interview_id=1, person_id=3), forgot="my licence", binned_at=gone)
        put(db, Meeting(interview_id=2, person_id=2), forgot="Spanish")
        put(db, Reflection(interview_id=1, well="calm", unsaid="I sing!\nDéntrix"))
        number = put(db, replace(TO_ZOE, text="undone"))
        db.table("letter").delete(number)
        put(db, TO_ZOE)
        put(db, WHY)
        for about, text in (("1:1:thank-you", "first"), ("1:2:thank-you", "undone")):
            version = {"field": "text", "text": text, "why": "copied", "at": gone}
            db.table("text_version").insert({"subject": f"letter:{about}", **version})


def log(
    db: Database, sentence: str, *noted: tuple[str, int, Any, Any], undone: bool = False
) -> None:
    """Note a change as version 6 did."""
    at = "2026-11-22T09:00:00-05:00"
    row = {"at": at, "sentence": sentence, "interview_id": 1, "merge": ""}
    change = db.table("change").insert({**row, "undone_at": at if undone else None}).last_pk
    for record, number, before, after in noted:
        both = {
            "before": None if before is None else json.dumps(before),
            "after": json.dumps(after),
        }
        about = {"change_id": change, "record": record, "record_id": number}
        db.table("change_row").insert({**about, **both})


def logged(path: Path, fill: Callable[[Database], object]) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        fill(opening.wrapped(connection))


def rows_of(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def facts(store: Store, interview_id: int = 1) -> Facts:
    found = store.interviews.facts(interview_id)
    assert found is not None
    return found


def test_letters_on_file_stay_as_they_are_to_the_byte(opened: Opener, path: Path) -> None:
    old_file(path)
    sql = f"SELECT {OLD} FROM letter ORDER BY id"  # noqa: S608
    before = rows_of(path, sql)
    store = opened()
    assert rows_of(path, sql) == before
    assert rows_of(path, "SELECT DISTINCT parts, chosen_at FROM letter") == [("", None)]
    thanks, why = facts(store).letters
    assert thanks == replace(TO_ZOE, id=2)
    assert why == replace(WHY, id=3)
    assert [hit.record for hit in hits(store, "as typed")] == ["letter"]
    assert store.file.read("PRAGMA foreign_key_check") == []
    check = "INSERT INTO letter_fts (letter_fts, rank) VALUES ('integrity-check', 1)"
    with store.file.writing() as db:
        db.execute(check)


def test_a_letter_takes_a_number_that_none_had(opened: Opener, path: Path) -> None:
    old_file(path)
    logged(path, lambda db: db.table("letter").delete(3))
    store = opened()
    with store.file.change("wrote") as change:
        assert change.insert(replace(TO_ZOE, form=LetterForm.EMAIL)) == 4


def test_a_file_without_letters_is_brought_up_to_date(opened: Opener, path: Path) -> None:
    made_by_an_older_version(path, "0007_letter_parts")
    store = opened()
    assert facts(store).letters == ()
    assert facts(store).reflection == Reflection(interview_id=1)


def test_earlier_texts_are_found_in_the_form_that_is_on_file(opened: Opener, path: Path) -> None:
    old_file(path)
    store = opened()
    assert [one.text for one in store.texts.versions(TO_ZOE, "text")] == ["first"]
    to_ida = replace(TO_ZOE, person_id=2, form=LetterForm.EMAIL)  # as it is drafted anew
    assert [one.text for one in store.texts.versions(to_ida, "text")] == ["undone"]


def test_what_was_not_said_stands_once_for_the_interview(opened: Opener, path: Path) -> None:
    old_file(path)
    store = opened()
    assert facts(store).reflection.unsaid == ("I sing!\nDéntrix\nmy two years at the desk\nI sing")
    assert facts(store).reflection.well == "calm"
    assert facts(store, 2).reflection.unsaid == "Spanish"  # where there was no reflection
    assert [hit.record for hit in hits(store, "two years")] == ["reflection"]
    assert [hit.record for hit in hits(store, "tea")] == ["meeting"]
    store.journal.write(facts(store, 2), "unsaid", "Spanish, and Polish", "Spanish")
    assert hits(store, "spanish polish")[0].record == "reflection"


def test_what_was_not_said_to_somebody_taken_out_is_an_earlier_text(
    opened: Opener, path: Path
) -> None:
    old_file(path)
    store = opened()
    assert "licence" not in facts(store).reflection.unsaid
    (version,) = store.texts.versions(facts(store).reflection, "unsaid")
    assert version.text == "my licence"
    assert version.why == "noted with Tom Reed, who was taken out"


def test_an_interview_in_the_bin_keeps_what_was_not_said_there(opened: Opener, path: Path) -> None:
    old_file(path)
    logged(path, lambda db: db.execute("UPDATE interview SET binned_at = '2026-11-18T09:00:00'"))
    store = opened()
    with store.file.change("brought back") as change:
        change.update(Interview, 2, binned_at=None)
    assert facts(store, 2).reflection.unsaid == "Spanish"


def test_what_was_typed_in_the_form_and_not_saved_yet_is_in_its_new_field(
    opened: Opener, path: Path
) -> None:
    old_file(path)
    typed = {"forgot": "Dentrix\nmy dog", "before:forgot": FORGOTTEN, "strength": "calm"}
    draft = {"form": "meeting:1", "fields": json.dumps(typed)}
    logged(path, lambda db: db.table("draft").insert(draft))
    store = opened()
    unsaid = facts(store).reflection.unsaid
    assert store.drafts.get("meeting:1") == {
        "strength": "calm",
        "unsaid": f"{unsaid}\nmy dog",
        "before:unsaid": unsaid,
    }


# What was done before can still be taken back


def test_changes_of_before_are_taken_back_and_done_again(opened: Opener, path: Path) -> None:
    old_file(path)
    meeting = {"talked_about": "tea", "forgot": FORGOTTEN}
    letter = {"form": "card by hand", "text": TO_ZOE.text}
    moved = {"subject": "letter:1:9:thank-you"}, {"subject": "letter:1:1:thank-you"}
    whole = {**_row(WHY), "binned_at": None}
    for unknown in ("parts", "chosen_at"):
        del whole[unknown]

    def fill(db: Database) -> None:
        log(db, "noted the talk", ("meeting", 1, dict.fromkeys(meeting, ""), meeting))
        log(db, "forgot", ("meeting", 2, {"forgot": ""}, {"forgot": "DENTRIX.\nI sing"}))
        unsaid = {"unsaid": "I sing"}, {"unsaid": "I sing!\nDéntrix"}
        log(db, "wrote in the journal", ("reflection", 1, *unsaid))
        log(db, "merged", ("text_version", 1, *moved))
        log(db, "chose a form", ("letter", 2, {"form": "e-mail", "text": "Dear"}, letter))
        log(db, "wrote why", ("letter", 3, None, whole))

    logged(path, fill)
    store = opened()
    before = _dump(path)
    for _ in range(4):
        store.file.undo()
    assert [(one.form, one.text) for one in facts(store).letters] == [(LetterForm.EMAIL, "Dear")]
    assert facts(store).reflection.unsaid == "I sing\nmy two years at the desk\nDentrix"
    subjects = "SELECT subject FROM text_version WHERE id IN (1, 2) ORDER BY id"
    assert rows_of(path, subjects)[0] == ("letter:1:9:thank-you:card by hand",)
    store.file.undo()
    store.file.undo()
    assert facts(store).met[0].meeting.talked_about == ""
    assert noted_changes(store) == []
    for _ in range(6):
        store.file.redo()
    after = _dump(path)
    kept = len(before["text_version"])  # what an undo takes away is an earlier text, too
    assert {**after, "text_version": after["text_version"][:kept]} == before
    assert facts(store).letters == (replace(TO_ZOE, id=2), replace(WHY, id=3))


def test_doing_again_a_first_journal_text_does_not_meet_the_row_that_was_made(
    opened: Opener, path: Path
) -> None:
    old_file(path)
    again = _row(Reflection(interview_id=2, well="fine"))
    logged(path, lambda db: log(db, "wrote", ("reflection", 9, None, again), undone=True))
    store = opened()
    with pytest.raises(AfterviewError, match="nothing to do again"):
        store.file.redo()
    assert facts(store, 2).reflection.unsaid == "Spanish"
    assert store.file.read("PRAGMA foreign_key_check") == []


# Broken off


@pytest.mark.parametrize("at", ["index_table", "_append", "_bring_drafts"])
def test_a_file_whose_update_breaks_off_is_whole_and_old(
    opened: Opener, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    old_file(path)
    before = _dump(path), rows_of(path, "SELECT * FROM sqlite_schema")

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(forms_and_unsaid, at, full)
        with pytest.raises(AfterviewError):
            Store(path, clock).close()
    assert rows_of(path, "PRAGMA user_version") == [(6,)]
    assert (_dump(path), rows_of(path, "SELECT * FROM sqlite_schema")) == before
    assert facts(opened()).reflection.unsaid.startswith("I sing!\n")


@pytest.mark.parametrize(
    ("text", "more", "both"),
    [
        ("", ["a", "b"], "a\nb"),
        ("", [], ""),
        ("a", ["A.", " ", "", "á"], "a"),
        ("a\n", ["b"], "a\nb"),
        ("- a\n\nb", ["c", "C"], "- a\n\nb\nc"),
    ],
)
def test_lines_are_appended_that_are_not_there_yet(text: str, more: list[str], both: str) -> None:
    assert with_lines(text, more) == both


def _row(one: Any) -> dict[str, Any]:
    from afterview_tui.storage import rows

    return rows.to_row(one)


def _dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("interview", "person", "meeting", "letter", "reflection", "text_version", "draft")
    return {table: rows_of(path, f"SELECT * FROM {table}") for table in tables}  # noqa: S608
