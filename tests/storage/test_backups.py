"""Backups: one a day and one before each migration, whole, private and never too few."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import FileRefused, NotSaved
from afterview_tui.domain.records import Interview
from afterview_tui.storage import backups, opening, paths
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, Dump, FilledFile, Opener

pytestmark = pytest.mark.disk

MONDAY = date(2026, 11, 23)


def names(path: Path) -> list[str]:
    folder = paths.backups_of(path)
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


def dated(day: date) -> str:
    return f"afterview-{day.isoformat()}.db"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def damage(path: Path) -> None:
    """Garbage over the middle, as a failing disk leaves it."""
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xa5" * 40960 + whole[49152:])


# Once a day


def test_a_backup_is_a_private_copy_that_opens_whole(
    filled: FilledFile, opened: Opener, dump: Callable[[Path], Dump]
) -> None:
    made = backups.daily(filled.store.path, MONDAY)
    assert made is not None
    assert made.parent == paths.backups_of(filled.store.path)
    assert mode(made) == 0o600
    assert mode(made.parent) == 0o700
    assert dump(made) == dump(filled.store.path)
    copy = opened(made)
    assert copy.file.read("PRAGMA integrity_check") == [("ok",)]
    copy.file.undo()  # with the log of changes, too
    assert dump(made) != dump(filled.store.path)


def test_a_backup_is_made_once_a_day(filled: FilledFile) -> None:
    path = filled.store.path
    assert backups.daily(path, MONDAY) is not None
    assert backups.daily(path, MONDAY) is None
    assert backups.daily(path, MONDAY + timedelta(days=1)) is not None
    assert names(path) == [dated(MONDAY), dated(MONDAY + timedelta(days=1))]


def test_the_backup_of_today_is_not_made_again_with_what_came_later(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    made = backups.daily(filled.store.path, MONDAY)
    assert made is not None
    before = dump(made)
    filled.store.interviews.bin(filled.facts().interview)
    backups.daily(filled.store.path, MONDAY)
    assert dump(made) == before != dump(filled.store.path)


def test_a_backup_holds_the_old_state_while_another_window_is_writing(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    before = dump(filled.store.path)
    with filled.store.file.change("in the middle"):
        filled.store.journal.ask("Half a thought", None)
        made = backups.daily(filled.store.path, MONDAY)
    assert made is not None
    assert dump(made) == before


def test_the_last_seven_days_and_four_weeks_are_kept(filled: FilledFile) -> None:
    path = filled.store.path
    days = [MONDAY + timedelta(days=number) for number in range(60)]
    for today in days:
        assert backups.daily(path, today) is not None
        so_far = [day for day in days if day <= today]
        last_of_week = {day.isocalendar()[:2]: day for day in so_far}
        weeks = sorted(last_of_week.values())[-4:]
        assert names(path) == [dated(day) for day in sorted({*so_far[-7:], *weeks})]
    # The Sundays before the last of them are the ends of weeks.
    assert days[-1] == date(2027, 1, 21)
    assert names(path)[0] == dated(date(2027, 1, 3))
    assert len(names(path)) == 9


def test_backups_after_long_pauses_are_all_kept(filled: FilledFile) -> None:
    path = filled.store.path
    days = [MONDAY + timedelta(days=40 * number) for number in range(7)]
    for day in days:
        backups.daily(path, day)
    assert names(path) == [dated(day) for day in days]


def test_files_of_the_user_and_backups_before_a_migration_are_never_removed(
    filled: FilledFile,
) -> None:
    path = filled.store.path
    before = backups.before_migration(path, MONDAY - timedelta(days=300), "0002")
    own = paths.backups_of(path) / "afterview-my own copy.db"
    own.write_text("mine")
    other = paths.backups_of(path) / "2020-01-01.db"
    other.write_text("mine")
    for number in range(30):
        backups.daily(path, MONDAY + timedelta(days=number))
    assert before.exists()
    assert own.exists()
    assert other.exists()


def test_the_newest_backup_is_the_one_made_last(filled: FilledFile) -> None:
    path = filled.store.path
    assert paths.newest_backup(path) is None
    first = backups.daily(path, MONDAY)
    second = backups.before_migration(path, MONDAY, "0002")
    assert first is not None
    os.utime(first, (10, 10))
    os.utime(second, (20, 20))
    assert paths.newest_backup(path) == second
    os.utime(first, (30, 30))
    assert paths.newest_backup(path) == first


@pytest.mark.parametrize("name", ["a[b].db", "what?.db", "my*file.db", "no suffix"])
def test_a_file_of_any_name_has_backups(opened: Opener, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    opened(path)
    made = [backups.daily(path, MONDAY + timedelta(days=number)) for number in range(30)]
    assert paths.newest_backup(path) in made
    assert len(names(path)) < 12


def test_two_files_in_one_folder_have_their_own_backups(opened: Opener, tmp_path: Path) -> None:
    for name in ("a.db", "a-b.db"):
        opened(tmp_path / name)
        assert backups.daily(tmp_path / name, MONDAY) is not None
    assert paths.backups_of(tmp_path / "a.db") != paths.backups_of(tmp_path / "a-b.db")


WINDOW = """
import sys
from datetime import date
from pathlib import Path
from afterview_tui.storage import backups

print("ready", flush=True)
sys.stdin.readline()
print(backups.daily(Path(sys.argv[1]), date(2026, 11, 23)))
"""


def test_windows_that_make_the_backup_of_the_day_at_once_do_not_get_in_each_others_way(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    for number in range(30):
        filled.store.journal.ask(f"{number} {'long ' * 20000}", None)
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(filled.store.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
    for window in windows:
        assert window.stdin is not None
        window.stdin.write("go\n")
        window.stdin.flush()
    said = [window.communicate(timeout=60) for window in windows]
    assert [window.returncode for window in windows] == [0, 0, 0], said
    assert names(filled.store.path) == [dated(MONDAY)]
    assert dump(paths.backups_of(filled.store.path) / dated(MONDAY)) == dump(filled.store.path)


# Nothing good is pushed out


def test_a_damaged_file_makes_no_backup_and_removes_none(
    filled: FilledFile, opened: Opener
) -> None:
    path = filled.store.path
    days = [MONDAY + timedelta(days=number) for number in range(7)]
    for day in days:
        backups.daily(path, day)
    opened.close_all()
    before = {one: one.read_bytes() for one in paths.backups_of(path).iterdir()}
    damage(path)
    with pytest.raises(NotSaved, match="damaged"):
        backups.daily(path, days[-1] + timedelta(days=1))
    assert {one: one.read_bytes() for one in paths.backups_of(path).iterdir()} == before


def test_a_missing_file_makes_no_backup(path: Path) -> None:
    with pytest.raises(NotSaved, match="cannot be written"):
        backups.daily(path, MONDAY)
    assert names(path) == []
    assert not path.exists()


def test_a_full_disk_leaves_no_half_made_backup(
    filled: FilledFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved, match="No space left on device"):
        backups.daily(filled.store.path, MONDAY)
    assert names(filled.store.path) == []


def test_a_file_in_place_of_the_folder_is_named(filled: FilledFile) -> None:
    folder = paths.backups_of(filled.store.path)
    folder.write_text("mine")
    with pytest.raises(NotSaved, match="No backup was made in"):
        backups.daily(filled.store.path, MONDAY)
    assert folder.read_text() == "mine"


def test_a_half_made_backup_of_a_killed_run_is_in_nobodys_way(filled: FilledFile) -> None:
    folder = paths.backups_of(filled.store.path)
    folder.mkdir()
    half_made = [folder / f"afterview-{MONDAY.isoformat()}-{name}.part" for name in ("old", "new")]
    for one in half_made:
        one.write_bytes(b"half")
    os.utime(half_made[0], (1, 1))
    made = backups.daily(filled.store.path, MONDAY)
    assert made is not None
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    # The new one may be what another window is making right now.
    assert [one.exists() for one in half_made] == [False, True]


# Known failures


def test_a_file_with_the_ending_and_one_without_have_their_own_backups(
    opened: Opener, tmp_path: Path, dump: Callable[[Path], Dump]
) -> None:
    for name in ("x.db", "x", "x.backups.db", "x.DB"):
        store = opened(tmp_path / name)
        store.interviews.add(Entry(Interview(employer=f"Of {name}", held_on=MONDAY)))
        made = backups.daily(tmp_path / name, MONDAY)
        assert made is not None, name
        assert paths.newest_backup(tmp_path / name) == made
        assert dump(made) == dump(tmp_path / name)


@pytest.mark.parametrize("is_there", [True, False], ids=["cut to nothing", "gone"])
def test_a_file_that_was_lost_is_no_new_one_while_backups_of_it_lie_there(
    filled: FilledFile, opened: Opener, clock: Clock, is_there: bool
) -> None:
    path = filled.store.path
    made = backups.daily(path, MONDAY)
    opened.close_all()
    path.write_bytes(b"") if is_there else path.unlink()
    with pytest.raises(FileRefused, match=r"restore") as caught:
        Store(path, clock)
    assert str(paths.backups_of(path)) in caught.value.message
    assert path.exists() == is_there
    assert not is_there or path.read_bytes() == b""
    assert made is not None
    paths.backups_of(path).rename(path.with_name("elsewhere"))
    opened(path)


def test_backups_of_a_file_in_which_there_never_was_anything_keep_nobody_from_a_new_one(
    opened: Opener, path: Path
) -> None:
    opened()
    backups.daily(path, MONDAY)
    opened.close_all()
    path.unlink()
    opened()


def lose(path: Path, where: str = "") -> None:
    """Records are gone from the file, as damage takes them away: without a word in the log."""
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"DELETE FROM question {where}")  # noqa: S608
        file.commit()


def questions_in(one: Path) -> int:
    with closing(sqlite3.connect(one)) as file:
        return int(file.execute("SELECT count(*) FROM question").fetchone()[0])


def test_the_last_backup_with_records_that_were_lost_is_never_pruned(filled: FilledFile) -> None:
    path = filled.store.path
    days = [MONDAY + timedelta(days=number) for number in range(60)]
    for day in days[:20]:
        backups.daily(path, day)
    lose(path)
    for day in days[20:]:
        backups.daily(path, day)
    fullest = paths.backups_of(path) / dated(days[19])
    assert questions_in(fullest) == 1
    assert sum(questions_in(one) > 0 for one in paths.every_backup(path)) == 1
    assert len(names(path)) < 14


def test_what_was_taken_back_keeps_no_backup(filled: FilledFile) -> None:
    path = filled.store.path
    filled.store.journal.ask("Taken back", None)
    for number in range(3):
        backups.daily(path, MONDAY + timedelta(days=number))
    filled.store.file.undo()
    filled.store.journal.ask("Another", None)  # what was undone is no longer told then
    for number in range(3, 60):
        backups.daily(path, MONDAY + timedelta(days=number))
    assert dated(MONDAY + timedelta(days=2)) not in names(path)
    assert len(names(path)) < 12


def test_starts_with_a_clock_that_runs_ahead_push_out_no_backup(filled: FilledFile) -> None:
    path = filled.store.path
    for number in range(30):
        backups.daily(path, MONDAY + timedelta(days=number))
    before = names(path)
    for number in range(11):
        backups.daily(path, date(2040, 3, 1) + timedelta(days=number))
    assert set(before) <= set(names(path))
    for number in range(30, 50):  # the clock is right again
        backups.daily(path, MONDAY + timedelta(days=number))
    last_seven = [MONDAY + timedelta(days=number) for number in range(43, 50)]
    assert {dated(day) for day in last_seven} <= set(names(path))
    assert len([one for one in names(path) if "-2040-" not in one]) < 12


def test_a_backup_made_while_the_clock_ran_ahead_is_not_the_newest_for_years(
    filled: FilledFile,
) -> None:
    path = filled.store.path
    ahead, real = (backups.daily(path, day) for day in (date(2040, 3, 1), MONDAY))
    assert ahead is not None
    os.utime(ahead, (2_214_000_000, 2_214_000_000))
    assert paths.newest_backup(path) == real


def test_a_backup_that_cannot_be_read_is_not_pruned(filled: FilledFile) -> None:
    path = filled.store.path
    first = backups.daily(path, MONDAY)
    assert first is not None
    damage(first)
    for number in range(1, 60):
        backups.daily(path, MONDAY + timedelta(days=number))
    assert first.exists()


def test_a_backup_by_hand_is_made_each_time_and_stays(filled: FilledFile, clock: Clock) -> None:
    path = filled.store.path
    made = [backups.by_hand(path, clock()) for _ in range(3)]
    assert len(set(made)) == 3
    assert {mode(one) for one in made} == {0o600}
    for number in range(60):
        backups.daily(path, MONDAY + timedelta(days=number))
    assert all(one.exists() for one in made)


# Before a migration


def older(path: Path) -> None:
    """Make the file one that an older program left: our id, no migration applied."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")


def with_one_more_migration(monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    """A program that knows one migration more than the file."""
    from sqlite_utils import Database

    from afterview_tui.storage import migrations

    more = type(migrations.migrations)("afterview")
    for known in migrations.migrations._migrations:
        more(name=known.name)(known.fn)

    def newest(db: Database) -> None:
        db.executescript(sql)

    more(name="0002_more")(newest)
    monkeypatch.setattr(migrations, "migrations", more)
    monkeypatch.setattr(opening, "VERSION", opening.VERSION + 1)


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    filled: FilledFile,
    opened: Opener,
    dump: Callable[[Path], Dump],
    monkeypatch: pytest.MonkeyPatch,
    clock: Clock,
) -> None:
    path = filled.store.path
    before = dump(path)
    opened.close_all()
    with_one_more_migration(monkeypatch, "ALTER TABLE person ADD COLUMN pet TEXT")
    store = opened()
    assert store.file.read("PRAGMA user_version") == [(opening.VERSION,)]
    assert store.file.read("SELECT DISTINCT pet FROM person") == [(None,)]
    (name,) = names(path)
    assert name == f"afterview-{clock.today.isoformat()}-before-{opening.VERSION:04}.db"
    backup = paths.backups_of(path) / name
    assert mode(backup) == 0o600
    assert dump(backup) == before
    with closing(sqlite3.connect(backup)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (opening.VERSION - 1,)
        assert "pet" not in [row[1] for row in old.execute("PRAGMA table_info(person)")]


def test_an_up_to_date_file_is_not_backed_up_on_opening(filled: FilledFile, opened: Opener) -> None:
    opened.close_all()
    opened()
    assert names(filled.store.path) == []


def test_a_file_whose_version_alone_is_old_is_brought_up_to_date(
    filled: FilledFile, opened: Opener, dump: Callable[[Path], Dump]
) -> None:
    before = dump(filled.store.path)
    opened.close_all()
    older(filled.store.path)
    store = opened()
    assert store.file.read("PRAGMA user_version") == [(opening.VERSION,)]
    assert dump(store.path) == before
    assert len(names(store.path)) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "ALTER TABLE person ADD COLUMN pet TEXT; SELECT * FROM nowhere;",
        "ALTER TABLE person ADD COLUMN pet TEXT; DELETE FROM person;",  # rows without their record
    ],
    ids=["breaks off", "breaks a link"],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    filled: FilledFile, opened: Opener, clock: Clock, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    path = filled.store.path
    opened.close_all()
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        with_one_more_migration(patched, sql)
        with pytest.raises(FileRefused):
            Store(path, clock).close()
    assert path.read_bytes() == before
    assert len(names(path)) == 1
    opened()


def test_no_migration_without_its_backup(
    filled: FilledFile, opened: Opener, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled.store.path
    opened.close_all()
    paths.backups_of(path).write_text("mine")
    before = path.read_bytes()
    with_one_more_migration(monkeypatch, "ALTER TABLE person ADD COLUMN pet TEXT")
    with pytest.raises(FileRefused, match="No backup was made in"):
        Store(path, clock).close()
    assert path.read_bytes() == before


def test_a_plain_copy_of_the_file_is_whole(
    filled: FilledFile, opened: Opener, dump: Callable[[Path], Dump], tmp_path: Path
) -> None:
    """Taken while the file is open, between two changes: nothing is in a second file."""
    copy = tmp_path / "copy.db"
    shutil.copy(filled.store.path, copy)
    assert dump(copy) == dump(filled.store.path)
    assert opened(copy).file.read("PRAGMA integrity_check") == [("ok",)]
