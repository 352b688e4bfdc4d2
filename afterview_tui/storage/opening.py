"""Opening the file: look before touching, refuse politely, bring up to date.

What the file is, is read from its first hundred bytes before SQLite sees it:
SQLite writes to a file merely by rolling back what another program left.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from afterview_tui.domain.errors import AfterviewError, FileRefused, NotSaved
from afterview_tui.storage import backups
from afterview_tui.storage.failures import code_of, explained
from afterview_tui.storage.paths import (
    backups_of,
    every_backup,
    how_to,
    where_the_newest_backup_is,
)
from afterview_tui.storage.vanished import numbers, reading

if TYPE_CHECKING:
    from sqlite_utils import Database

# "AftV" in the header of the file, where the file(1) command looks, too.
APPLICATION_ID = 0x41667456
# How many migrations lead to the schema that this program knows.
VERSION = 12
# A file up to this size is checked whole each time it is opened, in milliseconds.
CHECKED_WHOLE = 8 * 1024 * 1024
ROOM_NEEDED = 1024 * 1024
BUSY_SECONDS = 5.0

_MAGIC = b"SQLite format 3\0"


def connect(path: Path, now: Callable[[], datetime]) -> sqlite3.Connection:
    """Open the file at `path`, made new when it is missing or empty.

    Raises FileRefused, with what to do; the file is then untouched. So it is when backups with
    something in them lie where the file is missing or empty: then it was lost, and is not new.
    """
    path = path.absolute()
    try:
        _look_at_the_place(path)
        if path.exists() and path.stat().st_size:
            look_at_the_header(path)
        else:
            _look_for_backups(path)
            _create(path)
        return _opened(path, now)
    except OSError as error:
        raise FileRefused(
            f"{path} cannot be opened: {error.strerror}. Name another file."
        ) from error
    except sqlite3.Error as error:
        raise _refusal(error, path) from error
    except UnicodeDecodeError as error:  # what SQLite says quotes the file
        raise _damaged(path) from error


def look(path: Path) -> None:
    """See that a file is one of ours, whole, and not a newer one. Raises FileRefused."""
    path = path.absolute()
    try:
        look_at_the_header(path)
        with reading(path) as file:
            if file.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise _damaged(path)
    except OSError as error:
        raise FileRefused(f"{path} cannot be read: {error.strerror}. Name another file.") from error
    except sqlite3.Error as error:
        raise _refusal(error, path) from error
    except UnicodeDecodeError as error:
        raise _damaged(path) from error


def made(path: Path, version: int) -> None:
    """Make an empty file of the schema that was version `version`. Raises sqlite3.Error."""
    from afterview_tui.storage.migrations import migrations, names

    with closing(sqlite3.connect(path)) as connection:
        db = wrapped(connection)
        later = names()[version:]
        migrations.apply(db, stop_before=later[0] if later else None)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")


def beside(path: Path) -> sqlite3.Connection:
    """Another connection to a file that is open already, to read from in a thread."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    connection.text_factory = _text
    return connection


def wrapped(connection: sqlite3.Connection) -> Database:
    """The connection as sqlite-utils has it, without the plugins of this machine."""
    from sqlite_utils import Database

    db = Database(connection, execute_plugins=False)
    connection.execute("PRAGMA foreign_keys = ON")
    return db


def _look_at_the_place(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.stat()  # links in a circle, a name too long, somebody else's place: it says so
    if path.is_dir():
        raise FileRefused(
            f"{path} is a folder. Name a file in it, such as {path / 'afterview.db'}."
        )
    folder = path.parent
    if not folder.is_dir():
        raise FileRefused(f"The folder {folder} does not exist. Create it, or name another file.")
    if path.exists() and not path.is_file():
        raise FileRefused(f"{path} is not a regular file. Name another one.")
    if path.exists() and not os.access(path, os.R_OK):
        raise FileRefused(f"{path} may not be read. Change its permissions, or name another file.")
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise FileRefused(
            f"{path} or its folder is read-only. Make both writable, or copy the file elsewhere."
        )
    disk = shutil.disk_usage(folder)
    if disk.total and disk.free < ROOM_NEEDED:  # some places do not say their size
        raise _full(path)


def look_at_the_header(path: Path) -> None:
    """See from its first bytes that a file is one of ours, and not newer. Raises FileRefused."""
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise FileRefused(
            f"{path} is not an afterview file. Name another file; this one is untouched."
        )
    if _number(header, 68) != APPLICATION_ID:
        raise FileRefused(
            f"{path} belongs to another program. Name another file; this one is untouched."
        )
    version = _number(header, 60)
    if version > VERSION:
        raise FileRefused(
            f"{path} was made by a newer afterview-tui (file version {version}, this program knows"
            f" {VERSION}). Update the program; the file is untouched."
        )
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    pages_written_by = (_number(header, 24), _number(header, 92))
    is_current = pages_written_by[0] == pages_written_by[1]
    journal = path.with_name(f"{path.name}-journal")
    if is_current and not journal.exists() and path.stat().st_size < _number(header, 28) * page:
        raise _damaged(path)


def _look_for_backups(path: Path) -> None:
    if any(_holds_something(one) for one in every_backup(path)):
        what = "is empty" if path.exists() else "is not there"
        raise FileRefused(
            f"{path} {what}, but there are backups of it. {how_to('restore', path)} puts one back."
            f" To begin anew, move {backups_of(path)} elsewhere."
        )


def _holds_something(backup: Path) -> bool:
    try:
        with reading(backup) as one:
            return bool(numbers(one))
    except (sqlite3.Error, ValueError):
        return True


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _create(path: Path) -> None:
    """Make a new file whole under another name, so that no half-made one is ever found."""
    path = path.resolve()  # a link to a file that is still to be made stays a link
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)  # 0600 by itself
    os.close(handle)
    partial = Path(name)
    try:
        with closing(sqlite3.connect(partial)) as connection:
            _migrate(connection)
        _put_in_place(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def _put_in_place(partial: Path, path: Path) -> None:
    """Give the new file its name, never over one that another window just made.

    Windows that start at once wait for each other on the empty file. A hard
    link would need no lock, but not every disk has them.
    """
    import fcntl

    with path.open("ab") as empty:
        fcntl.flock(empty, fcntl.LOCK_EX)
        if path.stat().st_size == 0:
            partial.replace(path)


def _opened(path: Path, now: Callable[[], datetime]) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS, cached_statements=256
    )
    connection.text_factory = _text
    try:
        _check(connection, path)
        if _version(connection) < VERSION:
            _back_up(path, now().date())
            _bring_up_to_date(connection, path)
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Migrate an older file. What is damaged in it is no reason to end with a mistake."""
    try:
        _migrate(connection)
    except (sqlite3.IntegrityError, ValueError, TypeError, KeyError) as error:
        raise FileRefused(
            f"Something in {path} cannot be read, so it was not brought up to date, and is as it"
            f" was. {how_to('check --mend', path)} mends what can be mended."
        ) from error


def _text(stored: bytes) -> str:
    """A text as SQLite keeps it. Another program may have put bytes there that are no UTF-8."""
    return stored.decode(errors="replace")


def _back_up(path: Path, today: date) -> None:
    try:
        backups.before_migration(path, today, f"{VERSION:04}")
    except NotSaved as error:
        raise FileRefused(
            f"{error.message} Without a backup the file is not brought up to date."
        ) from error


def _check(connection: sqlite3.Connection, path: Path) -> None:
    # Write-ahead logging would keep part of the words in a second file, and a
    # plain copy of the first would lose them.
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    if path.stat().st_size <= CHECKED_WHOLE:
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise _damaged(path)
    else:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, all or nothing, also when two windows start at once."""
    from afterview_tui.storage.early_schemas import complete
    from afterview_tui.storage.migrations import migrations

    db = wrapped(connection)
    # Off while tables may be rebuilt; it cannot be changed inside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN IMMEDIATE")
    try:
        complete(db, _version(connection))
        migrations.apply(db)
        if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"rows without their record in {broken[0]}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            db.execute("ROLLBACK")
        raise


def _refusal(error: sqlite3.Error, path: Path) -> AfterviewError:
    code = code_of(error)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return FileRefused(f"Another program is busy with {path}. Close it, then start again.")
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    return FileRefused(explained(error, path).message)


def _full(path: Path) -> AfterviewError:
    return FileRefused(f"The disk that holds {path} is full. Free at least 1 MB, then start again.")


def _damaged(path: Path) -> AfterviewError:
    help_ = where_the_newest_backup_is(path)
    return FileRefused(f"{path} is damaged and was left untouched. {help_}")
