"""What is wrong in a file is found, named and mended; what was there before is kept."""

from __future__ import annotations

import os
import sqlite3
import stat
import traceback
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import AfterviewError, FileRefused
from afterview_tui.domain.records import Outcome
from afterview_tui.storage import (
    backups,
    health,
    looking_after,
    mending,
    opening,
    paths,
    private,
)
from afterview_tui.storage.health import Trouble
from afterview_tui.storage.store import Store
from afterview_tui.storage.vanished import numbers, reading
from tests.storage import landed_files
from tests.storage.conftest import hits
from tests.storage.corrupting import corrupted
from tests.storage.test_backups import damage

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, Dump, FilledFile, Opener

pytestmark = pytest.mark.disk

MONDAY = date(2026, 11, 23)
COPIES = 400 if os.environ.get("AFTERVIEW_LONG") else 18
FIRST = int(os.environ.get("AFTERVIEW_SEED", "0"))


@pytest.fixture
def closed(filled: FilledFile, opened: Opener) -> Path:
    """A filled file that no window has open."""
    opened.close_all()
    return filled.store.path


def put(path: Path, sql: str, *values: object) -> None:
    """Change a file past the program."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        file.execute(sql, values)
        file.commit()


def one(path: Path, sql: str) -> object:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(sql).fetchone()[0]


def found(path: Path) -> set[Trouble]:
    return {finding.trouble for finding in mending.looked_through(path)}


def test_a_whole_file_has_nothing_wrong_and_is_not_touched(closed: Path, clock: Clock) -> None:
    before = closed.read_bytes()
    assert mending.looked_through(closed) == []
    assert closed.read_bytes() == before
    assert [other.name for other in closed.parent.iterdir()] == [closed.name]


HELD_ON = "UPDATE interview SET held_on = '2026-1x-20' WHERE id = 1"
WRONG: dict[str, tuple[str, Trouble, str, object]] = {
    # what is done past the program, what is found, where it stands, and what a backup had there
    "a day": (HELD_ON, Trouble.VALUE, "SELECT held_on FROM interview WHERE id = 1", "2026-11-20"),
    "an outcome": (
        "UPDATE interview SET outcome = 'oFfer' WHERE id = 2",
        Trouble.VALUE,
        "SELECT outcome FROM interview WHERE id = 2",
        "offer",
    ),
    "a kind of letter": (
        "UPDATE letter SET kind = 'thank-xou'",
        Trouble.VALUE,
        "SELECT kind FROM letter",
        "thank-you",
    ),
    "a moment": (
        "UPDATE interview SET created_at = 'last week' WHERE id = 1",
        Trouble.VALUE,
        "SELECT substr(created_at, 1, 10) FROM interview WHERE id = 1",
        "2026-11-20",
    ),
    "a day that is noted once": (
        "UPDATE reflection SET sure = 3, sure_on = 'soon' WHERE id = 1",
        Trouble.VALUE,
        "SELECT sure FROM reflection WHERE id = 1",
        3,
    ),
    "a text": (
        "UPDATE person SET name = CAST(x'4d61726961204368656e' || x'e9' AS TEXT) WHERE id = 1",
        Trouble.TEXT,
        "SELECT name FROM person WHERE id = 1",
        "Maria Chen",
    ),
    "a lost record": (
        "DELETE FROM story",
        Trouble.LOST,
        "SELECT name FROM story",
        "The recall list",
    ),
    "a lost partner": (
        "DELETE FROM person WHERE name = 'Jo Park'",
        Trouble.PARTNER,
        "SELECT count(*) FROM person WHERE name = 'Jo Park'",
        1,
    ),
    "the index of search": (
        "INSERT INTO question_fts (question_fts) VALUES ('delete-all')",
        Trouble.SEARCH,
        "SELECT count(*) FROM question_fts WHERE question_fts MATCH 'hygiene'",
        1,
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found_and_mended_from_a_backup(
    closed: Path, clock: Clock, opened: Opener, name: str
) -> None:
    sql, trouble, where, had = WRONG[name]
    backups.daily(closed, MONDAY)
    put(closed, sql)
    assert trouble in found(closed)
    mended = mending.mend(closed, clock())
    assert mended.done
    assert mended.not_saved == []
    assert one(closed, where) == had
    assert mending.looked_through(closed) == []
    assert mended.kept is not None
    assert found(mended.kept) >= {trouble}  # as it was
    opened(closed)


@pytest.mark.parametrize("name", [name for name in WRONG if name != "a lost record"])
def test_without_a_backup_something_stands_in_and_is_told(
    closed: Path, clock: Clock, opened: Opener, name: str
) -> None:
    sql, trouble, _, _ = WRONG[name]
    put(closed, sql)
    assert trouble in found(closed)
    mended = mending.mend(closed, clock())
    assert any(words.count(";") for words in mended.done)
    assert mended.not_saved == []
    assert mending.looked_through(closed) == []
    opened(closed)


def test_a_record_that_only_the_log_tells_of_comes_back(
    closed: Path, clock: Clock, opened: Opener
) -> None:
    put(closed, "DELETE FROM story")
    assert found(closed) == {Trouble.LOST, Trouble.PARTNER}
    mending.mend(closed, clock())
    (kept,) = opened(closed).stories.all()
    assert kept.story.name == "The recall list"
    assert kept.story.result == "Nobody was forgotten"
    assert [one.interview.employer for one in kept.tellings] == ["Lakeside Dental"]


def test_what_an_undo_took_away_is_not_lost(filled: FilledFile) -> None:
    backups.daily(filled.store.path, MONDAY)
    while filled.store.file.undoable():
        filled.store.file.undo()
    assert health.findings(filled.store.path) == []


def test_words_of_a_form_that_cannot_be_read_are_kept(
    filled: FilledFile, opened: Opener, clock: Clock
) -> None:
    filled.store.drafts.keep("interview:new", {"employer": "Birch Clinic"})
    opened.close_all()
    path = filled.store.path
    put(path, "UPDATE draft SET fields = replace(fields, '{', '[')")
    assert found(path) == {Trouble.LOG}
    mending.mend(path, clock())
    with opened(path).file.beside() as read:
        ((text,),) = read("SELECT text FROM text_version WHERE why LIKE '%form%'", {})
    assert "Birch Clinic" in text


def test_the_log_of_changes_damaged_keeps_nobody_from_writing_and_undo_says_so(
    filled: FilledFile, opened: Opener, clock: Clock
) -> None:
    path = filled.store.path
    facts = filled.facts()
    filled.store.journal.write(facts, "well", "One", facts.reflection.well)
    put(path, "UPDATE change_row SET before = '{', after = 'x' || after")
    put(path, "UPDATE change SET at = 'now'")
    filled.store.journal.write(filled.facts(), "well", "One two", "One")
    assert filled.facts().reflection.well == "One two"
    refused = 0
    for _ in range(4):
        try:
            filled.store.file.undo()
        except AfterviewError as error:
            refused += "log of changes is damaged" in error.message
    assert refused
    opened.close_all()
    assert Trouble.LOG in found(path)
    mending.mend(path, clock())
    assert mending.looked_through(path) == []


def test_damage_inside_is_told_in_one_sentence_that_names_it_and_the_way_to_mend(
    closed: Path,
) -> None:
    put(closed, HELD_ON)
    put(closed, "UPDATE letter SET state = 'flying'")
    with pytest.raises(looking_after.SomethingWrong) as caught:
        looking_after.look_after(closed, MONDAY)
    message = caught.value.message
    assert "“Lakeside Dental”: the day it was held is “2026-1x-20”" in message
    assert "`afterview-tui --db" in message
    assert "check`" in message
    assert "\n" not in message
    assert paths.every_backup(closed)  # it is backed up as it is, and nothing is pruned for it


def test_a_file_that_others_could_read_is_closed_to_them(closed: Path) -> None:
    made = backups.daily(closed, MONDAY)
    assert made is not None
    for one in (closed, made):
        one.chmod(0o644)
    made.parent.chmod(0o755)
    assert len(private.too_open(closed)) == 3
    assert private.closed(closed)
    assert private.too_open(closed) == []
    assert private.closed(closed) == []
    assert stat.S_IMODE(closed.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_a_damaged_record_is_shown_as_it_can_be_and_the_rest_works(
    closed: Path, opened: Opener
) -> None:
    put(closed, HELD_ON)
    put(closed, "UPDATE interview SET felt = 'so so', round = 3 WHERE id = 1")
    store = opened(closed)
    facts = store.interviews.facts(1)
    assert facts is not None
    assert facts.interview.employer == "Lakeside Dental"
    assert facts.interview.held_on == date(2026, 11, 20)  # that of its entry
    assert {one.person.name for one in facts.met} == {"Maria Chen", "Jo Park"}
    assert len(store.interviews.open_ones(MONDAY)) == 3
    store.interviews.end(facts.interview, Outcome.NO, MONDAY)
    assert one(closed, "SELECT held_on FROM interview WHERE id = 1") == "2026-1x-20"  # as it was


def test_what_was_said_with_somebody_who_was_lost_is_shown(
    closed: Path, opened: Opener, clock: Clock
) -> None:
    put(closed, "UPDATE meeting SET talked_about = 'The recall list' WHERE person_id = 1")
    put(closed, "DELETE FROM person WHERE id = 1")
    put(closed, "DELETE FROM reference WHERE id = 1")
    store = opened(closed)
    facts = store.interviews.facts(1)
    assert facts is not None
    said = {one.person.name: one.meeting.talked_about for one in facts.met}
    assert said["(lost)"] == "The recall list"
    assert {one.person.name for one in facts.vouching} == {"(lost)", "Tom Reed"}
    store.journal.write(facts, "well", "It goes on", facts.reflection.well)
    opened.close_all()
    mending.mend(closed, clock())
    again = opened(closed).interviews.facts(1)
    assert again is not None
    # The log of changes tells who it was.
    assert {one.person.name for one in again.met} == {"Maria Chen", "Jo Park"}


def test_of_a_damaged_file_all_that_can_be_read_is_saved_and_the_rest_named(
    closed: Path, opened: Opener, clock: Clock
) -> None:
    with reading(closed) as file:
        before = numbers(file)
    damage(closed)
    with pytest.raises(FileRefused, match="check --mend"):
        Store(closed, clock)
    as_it_was = closed.read_bytes()
    mended = mending.mend(closed, clock())
    assert any("new file" in words for words in mended.done)
    assert mended.kept is not None
    assert mended.kept.read_bytes()[100:] == as_it_was[100:]
    opened(closed)
    with reading(closed) as file:
        after = numbers(file)
    assert len(after) > len(before) / 2
    assert after >= before or mended.not_saved


def test_with_a_backup_a_damaged_file_has_every_record_again(
    closed: Path, opened: Opener, clock: Clock, dump: Callable[[Path], Dump]
) -> None:
    with reading(closed) as file:
        before = numbers(file)
    backups.daily(closed, MONDAY)
    damage(closed)
    mending.mend(closed, clock())
    with reading(closed) as file:
        assert numbers(file) >= before
    assert hits(opened(closed), "hygiene")


def test_an_index_that_is_damaged_is_told_beside_the_start_and_made_anew(
    closed: Path, opened: Opener, clock: Clock
) -> None:
    """The quick look at the start passes it: it reads no index."""
    with closing(sqlite3.connect(closed)) as file:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'interview_held_on'"
        (page,) = file.execute(sql).fetchone()
    data = bytearray(closed.read_bytes())
    at = data.index(b"2026-11-20", (page - 1) * 4096)
    assert at < page * 4096
    data[at : at + 10] = b"2026-11-21"
    closed.write_bytes(data)
    opened(closed)  # it works
    opened.close_all()
    with pytest.raises(looking_after.SomethingWrong, match="damaged, so no backup was made"):
        looking_after.look_after(closed, MONDAY)
    assert paths.every_backup(closed) == []
    mended = mending.mend(closed, clock())
    assert mended.done == ["the indexes were made anew"]
    looking_after.look_after(closed, MONDAY)


def test_nothing_is_mended_while_another_program_writes(filled: FilledFile, clock: Clock) -> None:
    with filled.store.file.change("in the middle"):
        filled.store.journal.ask("Half a thought", None)
        with pytest.raises(FileRefused, match="busy"):
            mending.mend(filled.store.path, clock())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "afterview.db"
    landed_files.put(landed_files.names()[-1], path)
    with closing(Store(path, lambda: landed_files.AT)):
        return path.read_bytes()


@pytest.mark.parametrize("share", range(3))
def test_a_damaged_copy_with_a_backup_beside_it_is_mended_and_lacks_no_record(
    share: int, whole: bytes, tmp_path: Path
) -> None:
    original = tmp_path / "whole.db"
    original.write_bytes(whole)
    with reading(original) as file:
        records = numbers(file)
    wrong = []
    for seed in range(FIRST + share, FIRST + COPIES, 3):
        way, data = corrupted(whole, seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        path = folder / "afterview.db"
        path.write_bytes(whole)
        backups.daily(path, landed_files.AT.date())
        path.write_bytes(data)
        try:
            mended = mending.mend(path, landed_files.AT)
        except AfterviewError as error:
            assert "\n" not in error.message  # noqa: PT017
            assert path.read_bytes() == data
            continue
        except Exception:
            wrong.append(f"seed {seed}, {way}: {traceback.format_exc(limit=-4)}")
            continue
        opening.look(path)
        with reading(path) as file:
            if missing := records - numbers(file):
                wrong.append(f"seed {seed}, {way}: {sorted(missing)[:3]}, {mended.not_saved}")
    assert not wrong, f"{len(wrong)} of them; " + "\n".join(wrong[:4])
