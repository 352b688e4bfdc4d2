"""What is wrong inside the file, in words. Nothing here changes it: `mending` does.

Everything is read on a connection of its own, so that it may run beside the window that uses
the file.
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from afterview_tui.storage.paths import newest_backup
from afterview_tui.storage.rows import TABLES, columns, moment_or_none, unknown
from afterview_tui.storage.vanished import lost, reading

MOST = 200  # findings of one kind that are told one by one


class Trouble(StrEnum):
    """What kind of thing is wrong."""

    DAMAGE = "damage"  # SQLite itself cannot read part of it
    LOST = "lost"  # a backup has a record that is gone
    PARTNER = "partner"  # a record hangs on one that is not there
    VALUE = "value"  # no record knows what stands there
    TEXT = "text"  # a text is not in UTF-8
    LOG = "log"  # the log of changes, or an unfinished form, cannot be read
    SEARCH = "search"  # the index of search does not agree with the texts


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, in words; and where, as far as it is a row and a field."""

    trouble: Trouble
    words: str
    table: str = ""
    row: int = 0
    field: str = ""


# What a record is called, and which of its columns tells it from others.
_NOUNS: dict[str, tuple[str, str]] = {
    "person": ("the person", "name"),
    "interview": ("the interview with", "employer"),
    "meeting": ("what was said with somebody met", ""),
    "reference": ("a reference", ""),
    "briefing": ("what a reference was told", ""),
    "letter": ("the letter", "subject"),
    "follow_up": ("a try to reach them", ""),
    "reflection": ("a reflection", ""),
    "feeling": ("how sure you felt", ""),
    "question": ("the question", "text"),
    "asking": ("where a question came up again", ""),
    "story": ("the story", "name"),
    "telling": ("where a story was told", ""),
    "answering": ("a story that answers a question", ""),
    "own_item": ("the line", "text"),
    "adjustment": ("a decision about a line", ""),
    "me": ("what you said about yourself", ""),
    "template": ("the template", "name"),
    "word": ("the word", "word"),
    "draft": ("an unfinished form", ""),
    "text_version": ("an earlier text", ""),
    "change": ("the log of changes", ""),
    "change_row": ("the log of changes", ""),
}
_AT_AN_INTERVIEW = frozenset(
    table
    for kind, table in TABLES.items()
    if "interview_id" in {one.name for one in dataclasses.fields(kind)}
)
# Further columns in which something is read that is no plain text.
_MOMENTS = {"text_version": ("at",), "change": ("at", "undone_at")}
_ROWS_IN_TEXT = {"draft": ("fields",), "change_row": ("before", "after")}


def findings(path: Path, copy: Path | None = None) -> list[Finding]:
    """All that is wrong inside the file, except in the index of search. Raises sqlite3.Error.

    A `copy` may be looked at in its place, as the file whose backups are those of `path`.
    """
    with reading(copy or path) as file:
        found = list(damage(file))
        if found:
            return found + _gone(path, file)
        found += partners(file)
        for table in tables(file):
            found += values(file, table)
        return found + _gone(path, file)


def interviews(path: Path, found: Iterable[Finding]) -> frozenset[int]:
    """The interviews in which something cannot be read as it was. Raises sqlite3.Error."""
    numbers: set[int] = set()
    with reading(path) as file:
        for one in found:
            if one.trouble not in (Trouble.VALUE, Trouble.TEXT, Trouble.PARTNER):
                continue
            if one.table == "interview":
                numbers.add(one.row)
            elif one.table in _AT_AN_INTERVIEW:
                at = f"SELECT interview_id FROM {one.table} WHERE id = ?"
                numbers.update(number or 0 for (number,) in file.execute(at, [one.row]))
            elif one.table == "person":
                met = "SELECT interview_id FROM meeting WHERE person_id = ?"
                numbers.update(number for (number,) in file.execute(met, [one.row]))
    return frozenset(numbers)


def damage(file: sqlite3.Connection) -> Iterator[Finding]:
    """What SQLite itself finds wrong."""
    try:
        said = [str(one) for (one,) in file.execute(f"PRAGMA integrity_check({MOST})")]
    except (sqlite3.Error, UnicodeDecodeError) as error:
        said = [str(error)]
    for line in "\n".join(said).split("\n"):
        if line not in ("ok", "") and not line.startswith("*** in database"):
            yield Finding(Trouble.DAMAGE, f"SQLite says: {line}")


def partners(file: sqlite3.Connection) -> Iterator[Finding]:
    """Records that hang on one which is not there."""
    for table, row, parent, _ in file.execute("PRAGMA foreign_key_check"):
        words = f"{called(file, table, row)} has lost what it belongs to, a row of “{parent}”"
        yield Finding(Trouble.PARTNER, words, table, row or 0, parent)


def values(file: sqlite3.Connection, table: str) -> Iterator[Finding]:
    """Values of one table that no record knows, and texts that are not in UTF-8."""
    kind = {name: kind for kind, name in TABLES.items()}.get(table)
    names = [name for _, name, *_ in file.execute(f"PRAGMA table_info({table})")]
    known = columns(kind).split(", ") if kind is not None else []
    number = "id" if "id" in names else "rowid"
    with closing(file.cursor()) as raw:
        before, file.text_factory = file.text_factory, bytes
        try:
            rows = raw.execute(f"SELECT {number}, {', '.join(names)} FROM {table}").fetchall()
        finally:
            file.text_factory = before
    for row_id, *stored in rows:
        row = dict(zip(names, stored, strict=True))
        for name in [one for one in names if isinstance(row[one], bytes)]:
            try:
                row[name] = row[name].decode()
            except UnicodeDecodeError:
                row[name] = row[name].decode(errors="replace")
                words = f"{called(file, table, row_id)}: {_field(name)} is not in UTF-8"
                yield Finding(Trouble.TEXT, words, table, row_id, name)
        if kind is not None and set(known) <= set(names):
            wrong = unknown(kind, (row[one] for one in known))
            binned = row.get("binned_at")
            wrong += ["binned_at"] if binned and moment_or_none(binned) is None else []
            for name in wrong:
                yield Finding(
                    Trouble.VALUE,
                    f"{called(file, table, row_id)}: {_field(name)} is {_said(row[name])},"
                    " which means nothing here",
                    table,
                    row_id,
                    name,
                )
        yield from _of_the_log(file, table, row_id, row)


def _of_the_log(
    file: sqlite3.Connection, table: str, row_id: int, row: dict[str, Any]
) -> Iterator[Finding]:
    for name in _MOMENTS.get(table, ()):
        if row[name] is not None and moment_or_none(row[name]) is None:
            words = f"{called(file, table, row_id)}: {_field(name)} cannot be read"
            yield Finding(Trouble.LOG, words, table, row_id, name)
    for name in _ROWS_IN_TEXT.get(table, ()):
        if row[name] is not None and not is_row(row[name]):
            words = f"{called(file, table, row_id)}: {_field(name)} cannot be read"
            yield Finding(Trouble.LOG, words, table, row_id, name)


def is_row(text: Any) -> bool:
    """Whether a text holds the fields of a row, or of a form."""
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, TypeError):
        return False


def index(file: sqlite3.Connection) -> Iterator[Finding]:
    """Where search does not agree with the texts. Takes a copy of the file that may be written."""
    for table in tables(file, "virtual"):
        try:
            file.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.Error:
            words = f"Search does not find all that stands in {table.removesuffix('_fts')}"
            yield Finding(Trouble.SEARCH, words, table)


def called(file: sqlite3.Connection, table: str, row: int | None) -> str:
    """What a row is called in a sentence, as far as it can be read."""
    noun, column = _NOUNS.get(table, (table.replace("_", " "), ""))
    name = ""
    try:
        if column and row is not None:
            found = file.execute(f"SELECT {column} FROM {table} WHERE id = ?", [row]).fetchone()
            name = str(found[0] or "") if found else ""
        if not name and row is not None:
            at = "JOIN interview ON interview.id = one.interview_id WHERE one.id = ?"
            sql = f"SELECT interview.employer FROM {table} AS one {at}"
            found = file.execute(sql, [row]).fetchone()
            if found and found[0]:
                return f"{noun} at {_short(found[0])}"
    except sqlite3.Error:
        pass  # it hangs on no interview
    return f"{noun} {_short(name)}" if name else f"{noun} (number {row})"


def _short(name: str) -> str:
    line = " ".join(name.split())
    return f"“{line[:40]}…”" if len(line) > 40 else f"“{line}”"


def _said(value: Any) -> str:
    return "nothing" if value is None else f"“{str(value)[:40]}”"


def _field(name: str) -> str:
    words = {"held_on": "the day it was held", "binned_at": "when it was deleted", "at": "the time"}
    return words.get(name, f"“{name.replace('_', ' ')}”")


def tables(file: sqlite3.Connection, kind: str = "table") -> list[str]:
    """The tables with something of the user's in them. Raises sqlite3.Error."""
    listed = file.execute("PRAGMA table_list").fetchall()
    names = [name for schema, name, what, *_ in listed if schema == "main" and what == kind]
    return sorted(name for name in names if not name.startswith(("sqlite_", "_sqlite")))


def _gone(path: Path, file: sqlite3.Connection) -> list[Finding]:
    """The records that were lost, each told once, by whatever knows of it."""
    found: dict[tuple[str, int], Finding] = {}
    for look in (lambda: _lost_since(path, file), lambda: _noted(file), lambda: _indexed(file)):
        try:
            for one in look():
                found.setdefault((one.table, one.row), one)
        except (sqlite3.Error, ValueError):
            continue  # not enough of the file can be read
    return list(found.values())


# The record was added by a change that stands, and is not there.
_NOTED = """
    SELECT record_id FROM change_row JOIN change ON change.id = change_row.change_id
    WHERE record = ? AND before IS NULL AND undone_at IS NULL"""


def _noted(file: sqlite3.Connection) -> Iterator[Finding]:
    """The records that the log of changes has and the file has lost."""
    for table in TABLES.values():
        for (row,) in file.execute(f"{_NOTED} EXCEPT SELECT id FROM {table}", [table]).fetchall():
            words = f"{called(file, table, row)} is gone; the log of changes tells of it"
            yield Finding(Trouble.LOST, words, table, row)


def _indexed(file: sqlite3.Connection) -> Iterator[Finding]:
    """The records that search knows of and the file has lost."""
    for one in tables(file, "virtual"):
        table = one.removesuffix("_fts")
        sql = f"SELECT id FROM {one}_docsize EXCEPT SELECT id FROM {table}"
        for (row,) in file.execute(sql).fetchall():
            words = f"{called(file, table, row)} is gone; search knows of it"
            yield Finding(Trouble.LOST, words, table, row)


def _lost_since(path: Path, file: sqlite3.Connection) -> list[Finding]:
    """The records that the newest backup has and the file has lost."""
    newest = newest_backup(path)
    if newest is None:
        return []
    try:
        with reading(newest) as backup:
            gone = sorted(lost(backup, file))
            return [
                Finding(
                    Trouble.LOST,
                    f"{called(backup, table, row)} is gone; {newest.name} has it",
                    table,
                    row,
                )
                for table, row in gone
            ]
    except (sqlite3.Error, ValueError):
        return []  # the newest backup cannot be read, or not enough of the file
