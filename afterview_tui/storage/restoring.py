"""Putting another file in the place of the one in use: a backup, or the file as it was mended.

What was there before is kept among the backups, and nobody writes to it meanwhile.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from afterview_tui.domain.errors import AfterviewError, FileRefused, NotSaved
from afterview_tui.storage import backups, opening
from afterview_tui.storage.failures import code_of
from afterview_tui.storage.paths import every_backup
from afterview_tui.storage.vanished import reading

# What is counted in a backup, so that one is told from another.
COUNTED = ("interview", "person", "letter", "question", "story")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: when it was made, how much is in it; why it cannot be put back, if so."""

    path: Path
    made_at: datetime
    counts: Mapping[str, int] = field(default_factory=dict)
    problem: str = ""


def listed(path: Path) -> list[Backup]:
    """The backups of the file at `path`, the newest first."""
    found = [_looked_at(one) for one in every_backup(path)]
    return sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True)


def _looked_at(one: Path) -> Backup:
    made_at = datetime.fromtimestamp(one.stat().st_mtime).astimezone()
    try:
        opening.look(one)
        with reading(one) as file:
            counts = {
                table: file.execute(
                    f"SELECT count(*) FROM {table} WHERE binned_at IS NULL"
                ).fetchone()[0]
                for table in COUNTED
                if file.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", [table]).fetchone()
            }
    except (AfterviewError, sqlite3.Error, ValueError, OSError):
        return Backup(one, made_at, problem="damaged, or not an afterview file")
    return Backup(one, made_at, counts)


def restore(path: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the file at `path`; where what was there is kept.

    The backup stays. Raises FileRefused for one that is damaged, foreign or newer than this
    program, and when the file is in use; NotSaved. Nothing is touched then.
    """
    backup = backup.absolute()
    if backup.resolve() == path.resolve():
        raise FileRefused(f"{backup} is the file itself. Name a backup of it.")
    if not backup.is_file():
        raise FileRefused(f"There is no file {backup}. Name one of the backups.")
    try:
        opening.look(backup)
    except AfterviewError as error:
        raise FileRefused(f"It was not put back. {error.message}") from error
    with held(path), passing(path) as partial:
        try:
            copy_whole(backup, partial)
        except sqlite3.Error as error:
            raise FileRefused(f"{backup} cannot be copied: {error}. Choose another.") from error
        kept = put_in_place(path, partial, now, "replaced")
        # What the file is compared with from then on: what came later was given up.
        copy_whole(path, backups.named(path, now, "restored"))
        return kept


@contextmanager
def passing(path: Path) -> Iterator[Path]:
    """A private file beside the one at `path`, gone afterwards unless it took its place.

    Raises NotSaved.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.resolve().parent)
    except OSError as error:
        raise NotSaved(f"Nothing can be written beside {path}: {error.strerror}.") from error
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
    except OSError as error:
        raise NotSaved(f"{path} was not replaced: {error.strerror}.") from error
    finally:
        for one in (partial, _journal(partial)):
            one.unlink(missing_ok=True)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Let nobody write to the file at `path`. Raises FileRefused while somebody does.

    A file that does not read as one is held by nobody.
    """
    if not path.exists():
        yield
        return
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=5)
    with closing(connection):
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if code_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                message = f"Another program is busy with {path}. Close it, then try again."
                raise FileRefused(message) from error
        except UnicodeDecodeError:
            pass
        yield
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def copy_whole(path: Path, target: Path) -> None:
    """Copy a file as SQLite has it, between two changes. Raises sqlite3.Error."""
    with reading(path) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    _through_to_the_disk(target)


def copy_as_it_is(path: Path, target: Path) -> None:
    """Copy a file whatever is in it, with what leads back to before a change that broke off."""
    try:
        copy_whole(path, target)
    except (sqlite3.Error, UnicodeDecodeError):
        shutil.copyfile(path, target)
        if _journal(path).exists():
            shutil.copyfile(_journal(path), _journal(target))
            _journal(target).chmod(0o600)
        _through_to_the_disk(target)


def put_in_place(path: Path, partial: Path, now: datetime, why: str) -> Path | None:
    """Give a whole file the name `path`; where what was there is kept. Raises OSError, NotSaved."""
    place = path.resolve()  # a link stays a link
    kept = None
    if place.exists() and place.stat().st_size:
        kept = backups.named(path, now, why)
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        copy_as_it_is(place, kept)
    with suppress(FileNotFoundError):  # it would be rolled back into the new file
        _journal(place).unlink()
    partial.replace(place)
    return kept


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _through_to_the_disk(path: Path) -> None:
    with path.open("rb") as written:
        os.fsync(written.fileno())
