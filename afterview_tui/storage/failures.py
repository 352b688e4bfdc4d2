"""What SQLite says, turned into what a person can do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from afterview_tui.domain.errors import AfterviewError, FileBusy, FileDamaged, NotSaved
from afterview_tui.storage.paths import where_the_newest_backup_is
from afterview_tui.storage.replaced import Gone

_PRIMARY = 0xFF  # an extended result code holds its primary code in the low byte


def code_of(error: sqlite3.Error) -> int:
    """The primary result code; 0 when Python raised without one."""
    return (getattr(error, "sqlite_errorcode", 0) or 0) & _PRIMARY


def explained(error: sqlite3.Error, path: Path) -> AfterviewError:
    """The error to show for a failed read or write of the file at `path`."""
    code = code_of(error)
    if code == sqlite3.SQLITE_FULL:
        return NotSaved(f"The disk that holds {path} is full. Free some space.")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return FileBusy(f"Another program is busy with {path}. In a moment it may be done.")
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
        return Gone(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return NotSaved(
            f"{path} or its folder cannot be written. Check that both are there and yours."
        )
    if code == sqlite3.SQLITE_IOERR:
        return NotSaved(
            f"The disk did not take the change to {path}. Check that it is still there."
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if code == sqlite3.SQLITE_CONSTRAINT:
        return NotSaved(f"Another window changed {path} at the same moment. Try again.")
    return NotSaved(f"{path} could not be changed: {error}.")


def damaged(path: Path) -> FileDamaged:
    """The error to show for a file that does not read as one any more."""
    help_ = where_the_newest_backup_is(path)
    return FileDamaged(f"{path} is damaged. Close the program first. {help_}")


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Raise what SQLite says in plain words, from inside the block."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(error, path) from error
    except UnicodeDecodeError as error:  # what SQLite says quotes the file
        raise damaged(path) from error
