"""Dated copies of the file, in a folder beside it.

One before every migration and one a day; the last 7 days and the newest of
each of 4 weeks are kept.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from afterview_tui.domain.errors import NotSaved
from afterview_tui.storage.failures import explaining
from afterview_tui.storage.paths import backups_of, every_backup, label

KEEP_DAYS = 7
KEEP_WEEKS = 4


def daily(path: Path, today: date) -> Path | None:
    """Make today's backup unless it is there. Raises NotSaved.

    Opens the file anew, so that it may run beside the window that uses it.
    """
    target = backups_of(path) / f"{label(path)}-{today.isoformat()}.db"
    if target.exists():
        return None
    _copy(path, target)
    _prune(path)
    return target


def before_migration(path: Path, today: date, migration: str) -> Path:
    """Make the backup that a migration can be taken back with. Raises NotSaved."""
    target = backups_of(path) / f"{label(path)}-{today.isoformat()}-before-{migration}.db"
    _copy(path, target)
    return target


def _copy(path: Path, target: Path) -> None:
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        # A name of its own, as another window may be at it; 0600 by itself.
        handle, name = tempfile.mkstemp(".part", f"{target.stem}-", target.parent)
        os.close(handle)
        partial = Path(name)
        try:
            with explaining(path):
                _copy_whole(path, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise NotSaved(f"No backup was made in {target.parent}: {error.strerror}.") from error


def _copy_whole(path: Path, partial: Path) -> None:
    """Copy, and check the copy: a damaged file must not push out its good backups."""
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise NotSaved(f"{path} is damaged. Restore the newest backup, in {backups_of(path)}.")
    with partial.open("rb") as written:
        os.fsync(written.fileno())


def _prune(path: Path) -> None:
    dated: dict[date, Path] = {}
    for one in every_backup(path, "*.db"):
        if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)", one.stem.removeprefix(f"{label(path)}-")):
            dated[date.fromisoformat(match[1])] = one
    days = sorted(dated, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    for day in days:
        weeks.setdefault(day.isocalendar()[:2], day)
    keep = {*days[:KEEP_DAYS], *list(weeks.values())[:KEEP_WEEKS]}
    for day in days:
        if day not in keep:
            dated[day].unlink(missing_ok=True)

    for half_made in every_backup(path, "*.part"):  # by a run that was killed
        if _modified(half_made) < time.time() - 24 * 60 * 60:
            half_made.unlink(missing_ok=True)


def _modified(one: Path) -> float:
    return one.stat().st_mtime
