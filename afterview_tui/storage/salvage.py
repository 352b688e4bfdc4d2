"""What can still be read of a damaged file, put into a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from afterview_tui.domain.errors import FileRefused
from afterview_tui.domain.text import count, spelled_out
from afterview_tui.storage import opening
from afterview_tui.storage.health import tables

_AFTER_THE_LAST = 1_000  # numbers that are tried after the last that was found


def salvage(damaged: Path, anew: Path) -> list[str]:
    """Put every row that can be read into a new file; what could not be. Raises FileRefused."""
    told: list[str] = []
    try:
        with closing(sqlite3.connect(damaged)) as old:
            old.text_factory = lambda stored: stored.decode(errors="replace")
            version = int(old.execute("PRAGMA user_version").fetchone()[0])
            there = tables(old)
            if not 0 < version <= opening.VERSION:
                version = opening.VERSION
            anew.unlink(missing_ok=True)
            anew.touch(0o600)
            opening.made(anew, version)
            with closing(sqlite3.connect(anew)) as new:
                for table in tables(new):
                    if table == "alphabet":
                        continue
                    if table not in there:
                        told.append(f"{table.replace('_', ' ')}: all of it could not be read")
                    elif missing := _rows(old, new, table):
                        told.append(
                            f"{table.replace('_', ' ')}: {count(missing, 'row')} could not be read"
                        )
                _numbers(old, new)
                new.commit()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise FileRefused(
            f"{damaged.name.removeprefix('.').rpartition('-')[0]} is so damaged that nothing in it"
            f" can be read ({spelled_out(str(error))}). It is untouched; put a backup back."
        ) from error
    return told


def _rows(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> int:
    """Copy the rows of one table. How many could not be."""
    here = [name for _, name, *_ in new.execute(f"PRAGMA table_info({table})")]
    known = {name for _, name, *_ in old.execute(f"PRAGMA table_info({table})")}
    names = [name for name in here if name in known]
    listed, marks = ", ".join(names), ", ".join("?" for _ in names)
    failed = 0
    for row in _read(old, table, listed):
        try:
            if row is None:
                raise ValueError("it cannot be read")
            new.execute(f"INSERT INTO {table} ({listed}) VALUES ({marks})", row)
        except (sqlite3.Error, ValueError):
            failed += 1
    return failed


def _read(old: sqlite3.Connection, table: str, listed: str) -> Iterator[tuple[Any, ...] | None]:
    """Every row of a table, None for one that cannot be read."""
    seen: set[int] = set()
    order = f"SELECT rowid, {listed} FROM {table} NOT INDEXED ORDER BY rowid"
    for way in (order, f"{order} DESC"):
        with suppress(sqlite3.Error, UnicodeDecodeError):
            for number, *row in old.execute(way):
                if number not in seen:
                    seen.add(number)
                    yield tuple(row)
            return  # it was read to its end
    last = max(seen, default=0) + _AFTER_THE_LAST
    for number in range(1, last):
        if number in seen:
            continue
        one = f"SELECT {listed} FROM {table} NOT INDEXED WHERE rowid = ?"
        try:
            if (found := old.execute(one, [number]).fetchone()) is not None:
                yield found
        except (sqlite3.Error, UnicodeDecodeError):
            yield None


def _numbers(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """A number that a record had is not used again."""
    with suppress(sqlite3.Error, UnicodeDecodeError):
        for name, seq in old.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
            sql = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
            new.execute(sql, [seq, name])
