"""Restoring: backups are listed, one is put back, and what it replaces is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import FileRefused
from afterview_tui.storage import backups, health, opening, paths, restoring
from afterview_tui.storage.store import Store
from tests.storage.test_backups import damage
from tests.storage.test_opening import NOT_OURS, another_programs_tables

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, Dump, FilledFile, Opener

pytestmark = pytest.mark.disk

MONDAY = date(2026, 11, 23)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_backups_are_listed_newest_first_with_what_is_in_them(filled: FilledFile) -> None:
    path = filled.store.path
    old = backups.daily(path, MONDAY)
    assert old is not None
    os.utime(old, (1_700_000_000, 1_700_000_000))
    filled.store.journal.ask("One more", None)
    new = backups.daily(path, MONDAY + timedelta(days=1))
    first, second = restoring.listed(path)
    assert (first.path, second.path) == (new, old)
    assert first.counts["question"] == second.counts["question"] + 1
    assert second.counts["interview"] == 3
    assert second.made_at.timestamp() == 1_700_000_000


def test_a_backup_of_an_older_version_is_listed_with_its_counts(
    filled: FilledFile, tmp_path: Path
) -> None:
    from tests.storage import landed_files

    paths.backups_of(filled.store.path).mkdir()
    landed_files.put("1", paths.backups_of(filled.store.path) / "afterview-2026-01-01.db")
    (one,) = restoring.listed(filled.store.path)
    assert one.counts["interview"] == 9
    assert "story" not in one.counts


def test_a_damaged_or_foreign_file_among_them_is_named_as_such(filled: FilledFile) -> None:
    path = filled.store.path
    made = backups.daily(path, MONDAY)
    assert made is not None
    damage(made)
    another_programs_tables(made.with_name("afterview-theirs.db"))
    made.with_name("afterview-words.db").write_text("words")
    listed = restoring.listed(path)
    assert len(listed) == 3
    assert all(one.problem and not one.counts for one in listed)


def test_a_backup_is_put_back_and_what_was_there_is_kept_whole(
    filled: FilledFile, opened: Opener, clock: Clock, dump: Callable[[Path], Dump]
) -> None:
    path = filled.store.path
    made = backups.daily(path, MONDAY)
    assert made is not None
    before = dump(path)
    filled.store.interviews.bin(filled.facts().interview)
    later = dump(path)
    opened.close_all()
    kept = restoring.restore(path, made, clock())
    assert dump(path) == before == dump(made)
    assert kept is not None
    assert dump(kept) == later
    assert {mode(path), mode(kept)} == {0o600}
    again = restoring.restore(path, kept, clock())  # and the way back
    assert dump(path) == later
    assert again is not None
    assert dump(again) == before
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_a_damaged_file_is_kept_byte_for_byte(
    filled: FilledFile, opened: Opener, clock: Clock, dump: Callable[[Path], Dump]
) -> None:
    path = filled.store.path
    made = backups.daily(path, MONDAY)
    assert made is not None
    opened.close_all()
    path.write_bytes(path.read_bytes()[:5000])
    cut = path.read_bytes()
    kept = restoring.restore(path, made, clock())
    assert kept is not None
    assert kept.read_bytes() == cut
    assert dump(path) == dump(made)


def test_what_leads_back_from_a_change_that_broke_off_is_not_rolled_into_the_backup(
    filled: FilledFile, opened: Opener, clock: Clock, dump: Callable[[Path], Dump], tmp_path: Path
) -> None:
    path = filled.store.path
    made = backups.daily(path, MONDAY)
    assert made is not None
    opened.close_all()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE question SET text = ?", ["x" * 50_000])
        other.execute("UPDATE letter SET text = ?", ["x" * 50_000])
        torn = tmp_path / "torn"
        torn.mkdir()
        shutil.copy(path, torn / path.name)
        shutil.copy(f"{path}-journal", torn / f"{path.name}-journal")
        other.rollback()
    shutil.copytree(paths.backups_of(path), torn / "afterview-backups")
    place = torn / path.name
    restoring.restore(place, torn / "afterview-backups" / made.name, clock())
    assert not place.with_name(f"{place.name}-journal").exists()
    assert dump(place) == dump(made)


@pytest.mark.parametrize("is_there", [True, False], ids=["empty", "gone"])
def test_a_file_that_was_lost_is_put_back(
    filled: FilledFile, opened: Opener, clock: Clock, dump: Callable[[Path], Dump], is_there: bool
) -> None:
    path = filled.store.path
    made = backups.daily(path, MONDAY)
    assert made is not None
    opened.close_all()
    path.write_bytes(b"") if is_there else path.unlink()
    assert restoring.restore(path, made, clock()) is None
    assert dump(path) == dump(made)


def test_a_link_to_the_file_stays_a_link(
    filled: FilledFile, opened: Opener, clock: Clock, tmp_path: Path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(filled.store.path)
    made = backups.by_hand(link, clock())
    opened.close_all()
    filled.store.path.write_bytes(b"")
    restoring.restore(link, made, clock())
    assert link.is_symlink()
    Store(link, clock).close()
    assert filled.store.path.stat().st_size


@pytest.mark.parametrize(("make", "said"), NOT_OURS, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_not_ours_is_not_put_back(
    filled: FilledFile,
    clock: Clock,
    tmp_path: Path,
    make: Callable[[Path], None],
    said: str,
    dump: Callable[[Path], Dump],
) -> None:
    strange = tmp_path / "strange.db"
    make(strange)
    before = dump(filled.store.path)
    with pytest.raises(FileRefused):
        restoring.restore(filled.store.path, strange, clock())
    assert dump(filled.store.path) == before
    assert restoring.listed(filled.store.path) == []


def test_a_damaged_or_newer_backup_is_not_put_back(
    filled: FilledFile, clock: Clock, dump: Callable[[Path], Dump]
) -> None:
    path = filled.store.path
    before = dump(path)
    damaged, newer = (backups.by_hand(path, clock()) for _ in range(2))
    damage(damaged)
    with closing(sqlite3.connect(newer)) as one:
        one.execute(f"PRAGMA user_version = {opening.VERSION + 1}")
    for backup, said in ((damaged, "damaged"), (newer, "newer afterview-tui")):
        with pytest.raises(FileRefused, match=said):
            restoring.restore(path, backup, clock())
    assert dump(path) == before
    for strange in (path, path.with_name("nowhere.db"), path.parent):
        with pytest.raises(FileRefused):
            restoring.restore(path, strange, clock())


def test_nothing_is_put_back_while_another_program_writes(
    filled: FilledFile, opened: Opener, clock: Clock, dump: Callable[[Path], Dump]
) -> None:
    path = filled.store.path
    made = backups.by_hand(path, clock())
    before = dump(path)
    with filled.store.file.change("in the middle"):
        filled.store.journal.ask("Half a thought", None)
        with pytest.raises(FileRefused, match="busy"):
            restoring.restore(path, made, clock())
    opened.close_all()
    assert len(dump(path)["question"]) == len(before["question"]) + 1


def test_what_was_given_up_by_going_back_is_not_told_as_lost(
    filled: FilledFile, opened: Opener, clock: Clock
) -> None:
    path = filled.store.path
    made = backups.by_hand(path, clock())
    filled.store.journal.ask("Given up", None)
    backups.daily(path, clock.today)
    opened.close_all()
    restoring.restore(path, made, clock())
    assert health.findings(path) == []
