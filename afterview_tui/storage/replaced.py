"""A file that is no longer the one that was opened: a sync tool put another in its place.

SQLite goes on with the old one, which nobody else sees, and refuses to write it.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from afterview_tui.domain.errors import NotSaved
from afterview_tui.storage.paths import label


class Gone(NotSaved):
    """The file was moved, deleted or replaced while it was open."""

    title = "The file is another one"

    def __init__(self, path: Path, kept: Path | None = None) -> None:
        if not path.exists():
            super().__init__(f"{path} was moved or deleted while it was open. Put it back to save.")
            return
        where = f" What was in it here is in {kept}." if kept is not None else ""
        super().__init__(
            f"{path} was replaced by another program, perhaps one that syncs it. Nothing is saved"
            f" there from here: quit and start again to go on with what it holds now.{where}"
        )


def place(path: Path) -> tuple[int, int]:
    """Which file it is, whatever it is called."""
    about = path.stat()
    return about.st_dev, about.st_ino


def by_now(path: Path, opened: tuple[int, int]) -> bool | None:
    """None while the file is the one that was opened; else whether another is there."""
    try:
        return None if place(path) == opened else True
    except FileNotFoundError:
        return False
    except OSError:  # the disk does not answer: reading says so
        return None


def keep(connection: sqlite3.Connection, path: Path, at: datetime) -> Path | None:
    """Keep what is open in a file beside; None where that cannot be."""
    target = path.with_name(f"{label(path)}-replaced-{at:%Y-%m-%d-%H%M%S}.db")
    with suppress(OSError, sqlite3.Error):
        handle, name = tempfile.mkstemp(".part", f"{target.stem}-", target.parent)  # 0600
        os.close(handle)
        partial = Path(name)
        try:
            with closing(sqlite3.connect(partial)) as copy:
                connection.backup(copy)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        return target
    return None
