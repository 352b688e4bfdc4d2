"""What one copy of the file holds and a later one no longer does.

Nothing that is deleted leaves the file: it goes to the bin. A record that is gone was either taken
back by an undo, which the log of changes tells, or it was lost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from afterview_tui.storage.rows import TABLES

Numbers = frozenset[tuple[str, int]]  # of records: (table, id)

_ADDED = """
    SELECT record, record_id, change_id FROM change_row
    WHERE before IS NULL AND change_id IN (SELECT id FROM change WHERE undone_at IS NULL)"""
_STANDING = "SELECT id FROM change WHERE undone_at IS NULL"


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the file to read from, whatever is in it. Raises sqlite3.Error."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.text_factory = lambda stored: stored.decode(errors="replace")
    with closing(connection):
        yield connection


def numbers(one: sqlite3.Connection) -> Numbers:
    """The numbers of all records. Raises sqlite3.Error."""
    there = {name for (name,) in one.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return frozenset(
        (table, number)
        for table in TABLES.values()
        if table in there
        for (number,) in one.execute(f"SELECT id FROM {table} NOT INDEXED")
    )


def lost(older: sqlite3.Connection, newer: sqlite3.Connection) -> Numbers:
    """The records that are only in the older one, and were not taken back. Raises sqlite3.Error."""
    gone = numbers(older) - numbers(newer)
    if not gone:
        return gone
    standing = {number for (number,) in newer.execute(_STANDING)}
    taken_back = {
        (table, number) for table, number, change in older.execute(_ADDED) if change not in standing
    }
    return gone - taken_back
