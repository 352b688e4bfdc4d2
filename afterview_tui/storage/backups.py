"""Dated copies of the file, in a folder beside it.

One before every migration and one a day. Of those, the last 7 days and the newest of each of 4
weeks are kept. What was kept before a long pause stays, for the clock may have run ahead; and so
does one for as long as it alone has a record that was lost since.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from afterview_tui.domain.errors import NotSaved
from afterview_tui.storage.failures import explaining
from afterview_tui.storage.paths import backups_of, every_backup, how_to, label
from afterview_tui.storage.vanished import Numbers, lost, reading

KEEP_DAYS = 7
KEEP_WEEKS = 4
# So long without a day on which a backup was made is a pause.
PAUSE = timedelta(days=28)


def daily(path: Path, today: date) -> Path | None:
    """Make today's backup unless it is there. Raises NotSaved.

    Opens the file anew, so that it may run beside the window that uses it.
    """
    target = backups_of(path) / f"{label(path)}-{today.isoformat()}.db"
    if target.exists():
        return None
    _copy(path, target)
    _prune(path, today)
    return target


def before_migration(path: Path, today: date, migration: str) -> Path:
    """Make the backup that a migration can be taken back with. Raises NotSaved."""
    target = backups_of(path) / f"{label(path)}-{today.isoformat()}-before-{migration}.db"
    _copy(path, target)
    return target


def by_hand(path: Path, now: datetime, why: str = "by-hand") -> Path:
    """Make a backup because somebody asks for it, or something large is to be done.

    It is kept until they remove it. Raises NotSaved.
    """
    target = named(path, now, why)
    _copy(path, target)
    return target


def named(path: Path, now: datetime, why: str) -> Path:
    """Where a copy of the file is kept that is made now, and that nothing removes."""
    folder, at, number = backups_of(path), f"{label(path)}-{now:%Y-%m-%d-%H%M%S}", 1
    target = folder / f"{at}-{why}.db"
    while target.exists():
        number += 1
        target = folder / f"{at}-{number}-{why}.db"
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
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise NotSaved(
                f"{path} is damaged, so no backup was made of it. {how_to('check', path)} says"
                " what can be done."
            )
    with partial.open("rb") as written:
        os.fsync(written.fileno())


def _prune(path: Path, today: date) -> None:
    dated: dict[date, Path] = {}
    for one in every_backup(path, "*.db"):
        if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)", one.stem.removeprefix(f"{label(path)}-")):
            dated[date.fromisoformat(match[1])] = one
    keep = _kept(dated, today)
    rest = sorted(set(dated) - keep, reverse=True)
    for day in rest:
        later = [dated[one] for one in sorted(keep) if one > day]
        if _holds_no_more(dated[day], [path, *later]):
            dated[day].unlink(missing_ok=True)
        else:
            keep.add(day)

    for half_made in every_backup(path, "*.part"):  # by a run that was killed
        if _modified(half_made) < time.time() - 24 * 60 * 60:
            half_made.unlink(missing_ok=True)


def _kept(dated: Iterable[date], today: date) -> set[date]:
    """The days that stay whatever is in their backups."""
    every = sorted(dated, reverse=True)
    # What the clock did not come to yet was made while it ran ahead, and takes nobody's place.
    keep = {day for day in every if day > today}
    for days in _stretches([day for day in every if day <= today]):
        weeks: dict[tuple[int, int], date] = {}
        for day in days:
            weeks.setdefault(day.isocalendar()[:2], day)
        keep |= {*days[:KEEP_DAYS], *list(weeks.values())[:KEEP_WEEKS]}
    return keep


def _stretches(days: Sequence[date]) -> list[list[date]]:
    """The days, newest first, apart wherever a long pause lies between two."""
    found: list[list[date]] = []
    for day in days:
        if not found or found[-1][-1] - day > PAUSE:
            found.append([])
        found[-1].append(day)
    return found


def _holds_no_more(backup: Path, later: Iterable[Path]) -> bool:
    """Whether each record of a backup is in one of the later ones, or was taken back since.

    One that cannot be read may hold anything.
    """
    missing: Numbers | None = None
    try:
        with reading(backup) as older:
            for one in later:
                with reading(one) as newer:
                    gone = lost(older, newer)
                missing = gone if missing is None else missing & gone
                if not missing:
                    return True
    except (sqlite3.Error, ValueError):
        return False
    return False


def _modified(one: Path) -> float:
    return one.stat().st_mtime
