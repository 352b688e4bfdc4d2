"""Mending what can be mended safely. It is done to a copy, which takes the place of the file.

What was there before is kept among the backups, whatever is done. What stands in for something
that could not be read says so, and is told.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import Interview
from afterview_tui.domain.text import count
from afterview_tui.storage import health, opening, rows
from afterview_tui.storage.changes import Row
from afterview_tui.storage.health import Finding, Trouble
from afterview_tui.storage.paths import every_backup
from afterview_tui.storage.restoring import copy_as_it_is, held, passing, put_in_place
from afterview_tui.storage.rows import LOST, TABLES
from afterview_tui.storage.salvage import salvage
from afterview_tui.storage.vanished import reading

_KINDS = {table: kind for kind, table in TABLES.items()}


@dataclass(slots=True)
class Mended:
    """What came of it: what was done, what could not be saved, where the file is as it was."""

    done: list[str] = field(default_factory=list)
    not_saved: list[str] = field(default_factory=list)
    kept: Path | None = None


def looked_through(path: Path) -> list[Finding]:
    """All that is wrong inside the file, the index of search among it. Raises NotSaved."""
    try:
        with tempfile.TemporaryDirectory(prefix="afterview-check-") as folder:
            copy = Path(folder) / path.name
            copy_as_it_is(path, copy)
            return _looked_through(path, copy)
    except OSError as error:
        raise NotSaved(f"{path} cannot be copied to be looked at: {error.strerror}.") from error


def _looked_through(path: Path, copy: Path) -> list[Finding]:
    try:
        found = health.findings(path, copy)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return [Finding(Trouble.DAMAGE, f"SQLite says: {error}")]
    if any(one.trouble is Trouble.DAMAGE for one in found):
        return found
    with closing(sqlite3.connect(copy)) as file:
        found += health.index(file)
        file.rollback()
    return found


def mend(path: Path, now: datetime) -> Mended:
    """Mend the file. Raises FileRefused while somebody writes to it, NotSaved."""
    mended = Mended()
    with held(path), passing(path) as copy, passing(path) as anew:
        copy_as_it_is(path, copy)
        found = _looked_through(path, copy)
        is_damaged = any(one.trouble is Trouble.DAMAGE for one in found)
        if (is_damaged and not _reindexed(copy, mended)) or not _can_be_indexed(copy):
            mended.not_saved += salvage(copy, anew)
            mended.done.append("everything that can be read was put into a new file")
            copy = anew
        found = _looked_through(path, copy)
        _Mending(path, copy, now, mended).run(found)
        opening.look(copy)
        mended.not_saved += [one.words for one in _looked_through(path, copy)]
        mended.kept = put_in_place(path, copy, now, "before-mending")
    return mended


def _reindexed(copy: Path, mended: Mended) -> bool:
    """Make the indexes anew. Whether nothing is damaged then."""
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(copy)) as file:
        file.execute("REINDEX")
        file.commit()
        if not list(health.damage(file)):
            mended.done.append("the indexes were made anew")
            return True
    return False


def _can_be_indexed(copy: Path) -> bool:
    """Whether the index of search can be made anew, where it has to be."""
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(copy)) as file:
        for one in list(health.index(file)):
            file.execute(f"INSERT INTO {one.table} ({one.table}) VALUES ('rebuild')")
        return True
    return False


class _Mending:
    """One file being mended, on a copy of it that can be read whole."""

    def __init__(self, path: Path, copy: Path, now: datetime, mended: Mended) -> None:
        self._copy = copy
        self._now = now
        self._mended = mended
        self._backups = sorted(every_backup(path), key=lambda one: one.stat().st_mtime)[::-1]
        self._file: sqlite3.Connection

    def run(self, found: Sequence[Finding]) -> None:
        """Mend what was found, in the order in which one rests on the other."""
        with closing(sqlite3.connect(self._copy)) as self._file:
            self._file.execute("PRAGMA recursive_triggers = ON")
            ways: dict[Trouble, Callable[[Finding], str]] = {
                Trouble.TEXT: self._text,
                Trouble.VALUE: self._value,
                Trouble.LOG: self._log,
                Trouble.LOST: self._bring_back,
            }
            for trouble, mend_one in ways.items():
                for one in found:
                    if one.trouble is trouble:
                        self._try(one, mend_one)
            for _ in range(4):  # what stands in for a record may hang on another
                broken = list(health.partners(self._file))
                if not broken:
                    break
                for one in broken:
                    self._try(one, self._partner)
            self._index()
            self._file.commit()

    def _try(self, one: Finding, mend_one: Callable[[Finding], str]) -> None:
        self._file.execute("SAVEPOINT mending")
        try:
            done = mend_one(one)
        except (sqlite3.Error, ValueError, TypeError, KeyError):
            self._file.execute("ROLLBACK TO mending")
            done = ""  # it is found again, and told as what could not be saved
        self._file.execute("RELEASE mending")
        if done:
            self._mended.done.append(done)

    def _text(self, one: Finding) -> str:
        """A text in UTF-8: as the newest backup has it, else with a sign for each wrong byte."""
        stored = f"SELECT CAST({one.field} AS BLOB) FROM {one.table} WHERE rowid = ?"
        read = self._file.execute(stored, [one.row]).fetchone()[0].decode(errors="replace")
        like = re.compile(".{0,4}".join(map(re.escape, read.split("\ufffd"))), re.DOTALL)
        for known in self._in_backups(one.table, one.row):
            text = known.get(one.field)
            if isinstance(text, str) and "\ufffd" not in text and like.fullmatch(text):
                self._put(one.table, one.row, {one.field: text})
                return f"{one.words}; taken from a backup"
        self._put(one.table, one.row, {one.field: read})
        return f"{one.words}; the letters that cannot be read are \ufffd"

    def _value(self, one: Finding) -> str:
        """A value that a record knows: as the newest backup has it, else what a new one has."""
        kind = _KINDS[one.table]
        for known in self._in_backups(one.table, one.row):
            value = known.get(one.field)
            if one.field == "binned_at" or _is_known(kind, one.field, known):
                self._put(one.table, one.row, {one.field: value})
                return f"{one.words}; {_told(value)} taken from a backup"
        value = None if one.field == "binned_at" else rows.stand_in(kind, one.field)
        if kind is Interview and one.field == "held_on":
            entered = "SELECT created_at FROM interview WHERE id = ?"
            at = rows.moment_or_none(self._file.execute(entered, [one.row]).fetchone()[0])
            value = (at or self._now).date().isoformat()
        self._put(one.table, one.row, {one.field: value})
        return f"{one.words}; {_told(value)} stands there instead, please look"

    def _log(self, one: Finding) -> str:
        """What cannot be read in the log can no longer be taken back; a form's words are kept."""
        if one.table == "change_row":
            sql = "DELETE FROM change_row WHERE change_id ="
            self._file.execute(f"{sql} (SELECT change_id FROM change_row WHERE id = ?)", [one.row])
            return f"{one.words}; that change can no longer be undone"
        if one.table == "draft":
            self._file.execute(
                "INSERT INTO text_version (subject, field, text, why, at)"
                " SELECT 'me:1', 'resume_notes', fields, 'of a form that could not be read', ?"
                " FROM draft WHERE rowid = ?",
                [rows.to_value(self._now), one.row],
            )
            self._file.execute("DELETE FROM draft WHERE rowid = ?", [one.row])
            return f"{one.words}; what was typed is an earlier text of your résumé's notes"
        at = None if one.field == "undone_at" else rows.to_value(self._now)
        self._put(one.table, one.row, {one.field: at})
        return f"{one.words}; it is now"

    def _bring_back(self, one: Finding) -> str:
        """A record that was lost, from a backup or from the log of changes."""
        for known in self._in_backups(one.table, one.row):
            self._insert(one.table, known)
            return f"{one.words}; it is back"
        if (noted := self._as_noted(one.table, one.row)) is not None:
            self._insert(one.table, {"id": one.row, **noted})
            return f"{one.words}; it is back"
        return ""

    def _as_noted(self, table: str, row: int) -> Row | None:
        """A row as the changes that stand made it; None unless they tell of its beginning."""
        sql = """
            SELECT before, after FROM change_row JOIN change ON change.id = change_row.change_id
            WHERE record = ? AND record_id = ? AND undone_at IS NULL ORDER BY change_row.id"""
        noted = self._file.execute(sql, [table, row]).fetchall()
        if not noted or noted[0][0] is not None:
            return None
        whole: Row = {}
        for _, after in noted:
            whole |= json.loads(after)
        return whole

    def _partner(self, one: Finding) -> str:
        """The record that another one hangs on: from a backup, else one that says it was lost."""
        if one.table == "change_row":
            self._file.execute("DELETE FROM change_row WHERE id = ?", [one.row])
            return f"{one.words}; that change can no longer be undone"
        parent = one.field
        listed = self._file.execute(f"PRAGMA foreign_key_list({one.table})").fetchall()
        for column in [column for _, _, to, column, *_ in listed if to == parent]:
            wanted = f"SELECT {column} FROM {one.table} WHERE id = ?"
            (number,) = self._file.execute(wanted, [one.row]).fetchone()
            there = f"SELECT 1 FROM {parent} WHERE id = ?"
            if number is None or self._file.execute(there, [number]).fetchone():
                continue
            for known in self._in_backups(parent, number):
                self._insert(parent, known)
                return f"{one.words}; it is back from a backup"
            self._insert(parent, {"id": number, **self._stand_in(parent)})
        return f"{one.words}; one called {LOST} stands in for it"

    def _stand_in(self, table: str) -> Row:
        """A record of which nothing is known but that it was there."""
        kind = _KINDS[table]
        name = {"person": "name", "interview": "employer", "question": "text", "story": "name"}
        given: dict[str, Any] = {name[table]: LOST} if table in name else {}
        if kind is Interview:
            given["held_on"] = self._now.date()
        return rows.to_row(kind(**given))

    def _index(self) -> None:
        for one in list(health.index(self._file)):
            self._file.execute(f"INSERT INTO {one.table} ({one.table}) VALUES ('rebuild')")
            self._mended.done.append(f"{one.words}; its index was made anew")

    def _in_backups(self, table: str, row: int) -> Iterator[Mapping[str, Any]]:
        """A row as the backups have it, the newest first."""
        for backup in self._backups:
            with suppress(sqlite3.Error, ValueError, OSError), reading(backup) as one:
                found = one.execute(f"SELECT * FROM {table} WHERE rowid = ?", [row])
                names = [name for name, *_ in found.description]
                known = found.fetchone()
                if known is not None:
                    yield dict(zip(names, known, strict=True))

    def _put(self, table: str, row: int, fields: Row) -> None:
        if table == "reflection" and not fields.keys().isdisjoint(("sure", "sure_on")):
            # The file lets nobody write over how sure somebody felt: it is taken out, and put in.
            sql = "SELECT sure, sure_on FROM reflection WHERE id = ?"
            sure, on = self._file.execute(sql, [row]).fetchone()
            self._file.execute("UPDATE reflection SET sure = NULL WHERE id = ?", [row])
            fields = {"sure": sure, "sure_on": on} | fields
        given = ", ".join(f"{name} = ?" for name in fields)
        values = [*fields.values(), row]
        self._file.execute(f"UPDATE {table} SET {given} WHERE rowid = ?", values)

    def _insert(self, table: str, row: Mapping[str, Any]) -> None:
        here = {name for _, name, *_ in self._file.execute(f"PRAGMA table_info({table})")}
        fields = {name: value for name, value in row.items() if name in here}
        names, marks = ", ".join(fields), ", ".join("?" for _ in fields)
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        self._file.execute(sql, list(fields.values()))


def _is_known(kind: type, name: str, row: Mapping[str, Any]) -> bool:
    names = rows.columns(kind).split(", ")
    return set(names) <= set(row) and name not in rows.unknown(kind, (row[one] for one in names))


def _told(value: object) -> str:
    return f"“{value}”" if value not in (None, "") else "nothing"


def told(found: Iterable[Finding]) -> list[str]:
    """What was found, a line each; many of one kind are counted."""
    lines: list[str] = []
    every = list(found)
    for trouble in Trouble:
        words = [one.words for one in every if one.trouble is trouble]
        lines += words[: health.MOST]
        if len(words) > health.MOST:
            lines.append(f"and {count(len(words) - health.MOST, 'more')} of this kind")
    return lines
