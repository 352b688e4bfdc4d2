"""The one door for every change of a record, and the way back.

A change is a transaction with a sentence. It notes each row before and after,
so that undo works for everything, in words, across restarts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from afterview_tui.domain.errors import CannotUndo
from afterview_tui.storage import clashes, rows, versions
from afterview_tui.storage.clashes import Clash
from afterview_tui.storage.rows import TABLES, Value

if TYPE_CHECKING:
    from sqlite_utils import Database

# At least the last 50 can be undone; older sentences stay, without their rows.
UNDOABLE = 200
# Typing in one field is one change for as long as it goes on.
MERGE_WITHIN = timedelta(minutes=10)

Row = dict[str, Value]

# The change that would be undone next.
NEWEST = "SELECT id, sentence FROM change WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
UNREADABLE = "The log of changes is damaged there: what was on file before cannot be read."
_NOTED = {*TABLES.values(), "text_version"}


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or a redo did."""

    sentence: str
    interview_id: int | None
    is_elsewhere: bool = False  # it was done in another window, while this one was open


class Change:
    """An open transaction. Each method writes and notes one row."""

    def __init__(self, db: Database, change_id: int) -> None:
        self._db = db
        self._id = change_id
        self.touched = False
        self.clashes: list[Clash] = []

    def insert(self, record: Any) -> int:
        """Put a new record on file; its id is returned."""
        table = TABLES[type(record)]
        row = rows.to_row(record)
        row_id = int(str(self._db.table(table).insert(row).last_pk))
        self._note(table, row_id, None, row)
        return row_id

    def insert_row(self, table: str, row: Row) -> None:
        """Put a row on file that was taken along from another file, under its own id."""
        names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
        self._db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)
        after = json.dumps({name: value for name, value in row.items() if name != "id"})
        noted = [self._id, table, row["id"], after]
        self._db.execute(
            "INSERT INTO change_row (change_id, record, record_id, after) VALUES (?, ?, ?, ?)",
            noted,
        )
        self.touched = True

    def update(self, kind: type, row_id: int, **fields: Any) -> None:
        """Change some fields of a record. Fields that stay the same are not noted."""
        self._write(TABLES[kind], row_id, {k: rows.to_value(v) for k, v in fields.items()})

    def write_over(self, record: Any, base: Any) -> None:
        """Write what differs in a record from `base`, on top of which it was typed.

        Where another window wrote in such a field meanwhile, both is kept: `clashes` says so.
        """
        table, old = TABLES[type(record)], rows.to_row(base)
        now = self._db.table(table).get(record.id)
        changed = {name: one for name, one in rows.to_row(record).items() if one != old[name]}
        for name, one in changed.items():
            changed[name], clash = clashes.settled(table, name, one, old[name], now[name])
            if clash is not None:
                self.clashes.append(clash)
        self._write(table, record.id, changed)

    def put(self, record: Any) -> int:
        """Insert the record, or update every field of it when it is on file."""
        if not record.id:
            return self.insert(record)
        self._write(TABLES[type(record)], record.id, rows.to_row(record))
        return int(record.id)

    def bin(self, kind: type, row_id: int, at: datetime) -> None:
        """Put a record into the bin: it is no longer shown, and can be brought back."""
        self._write(TABLES[kind], row_id, {"binned_at": rows.to_value(at)})

    def add_row(self, table: str, row: Row) -> int:
        """Put a row on file as another copy of the file has it; its number here is returned."""
        row_id = int(str(self._db.table(table).insert(row).last_pk))
        self._note(table, row_id, None, row)
        return row_id

    def change_row(self, table: str, row_id: int, fields: Row) -> None:
        """Change some fields of a row to what another copy of the file has."""
        self._write(table, row_id, fields)

    def move_texts(self, about: str, to: str) -> None:
        """Let the earlier texts of one subject be those of another."""
        found = list(self._db.table("text_version").rows_where("subject = ?", [about]))
        for row in found:
            self._write("text_version", row["id"], {"subject": to})

    def _write(self, table: str, row_id: int, new: Row) -> None:
        old = self._db.table(table).get(row_id)
        changed = {name: value for name, value in new.items() if old[name] != value}
        if changed:
            self._db.table(table).update(row_id, changed)
            self._note(table, row_id, {name: old[name] for name in changed}, changed)

    def _note(self, table: str, row_id: int, before: Row | None, after: Row) -> None:
        self.touched = True
        noted = self._db.table("change_row")
        if before is not None:
            # A field typed in for minutes is one row: the first text and the last.
            match = "change_id = ? AND record = ? AND record_id = ?"
            for row in noted.rows_where(match, [self._id, table, row_id]):
                try:
                    known, then = _row(row["before"]), _row(row["after"]) or {}
                except CannotUndo:  # it keeps nobody from writing
                    continue
                merged = None if known is None else json.dumps({**before, **known})
                last = json.dumps({**then, **after})
                noted.update(row["id"], {"before": merged, "after": last})
                return
        noted.insert(
            {
                "change_id": self._id,
                "record": table,
                "record_id": row_id,
                "before": None if before is None else json.dumps(before),
                "after": json.dumps(after),
            }
        )


class Changes:
    """The log of changes of one file."""

    def __init__(
        self,
        open_db: Callable[[], Database],
        now: Callable[[], datetime],
        window: str,
        newest: tuple[int, str],
    ) -> None:
        """`window` is the one that is open here; before it was, `newest` was the last change."""
        self._open_db = open_db
        self._now = now
        self._window = window
        self._newest_before = newest
        self._current: Change | None = None

    @contextmanager
    def change(
        self, sentence: str, *, interview_id: int | None = None, merge: str = ""
    ) -> Iterator[Change]:
        """One change, whole or not at all.

        `sentence` says it in the past tense ("moved “Brief Tom Reed” to Fri 27
        Nov"). A change inside another joins it. Changes with the same `merge`
        that follow each other in one window within minutes are one. Raises NotSaved.
        """
        if self._current is not None:
            yield self._current
            return
        with self._transaction() as db:
            change_id, is_new = self._begin(db, sentence, interview_id, merge)
            self._current = Change(db, change_id)
            try:
                yield self._current
                touched = self._current.touched
            finally:
                self._current = None
            if touched:
                self._settle(db, change_id)
            elif is_new:
                db.table("change").delete(change_id)

    def attribute(self, interview_id: int) -> None:
        """Say of the open change which interview it belongs to, once that is known."""
        if self._current is not None:
            db = self._open_db()
            db.table("change").update(self._current._id, {"interview_id": interview_id})

    def undo(self) -> Undone:
        """Take back the newest change that stands. Raises CannotUndo, NotSaved."""
        with self._transaction() as db:
            found = list(
                db.query("SELECT * FROM change WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1")
            )
            noted = self._noted_rows(db, found, "There is nothing to undo.")
            for row in reversed(noted):
                self._swap(db, row, expect=_row(row["after"]), become=_row(row["before"]))
            at = rows.to_value(self._now())
            db.table("change").update(found[0]["id"], {"undone_at": at})
            return self._undone(found[0])

    def takes_away(self) -> str:
        """The newest change that stands, where an interview came by it; else "".

        Undone, it takes all that is noted there along.
        """
        came = "change_id = newest.id AND record = 'interview' AND before IS NULL"
        sql = f"SELECT sentence FROM ({NEWEST}) AS newest WHERE EXISTS"
        found = self._open_db().query(f"{sql} (SELECT 1 FROM change_row WHERE {came})")
        return next((str(one["sentence"]) for one in found), "")

    def redo(self) -> Undone:
        """Do again what was undone last. Raises CannotUndo, NotSaved."""
        with self._transaction() as db:
            found = list(
                db.query("SELECT * FROM change WHERE undone_at IS NOT NULL ORDER BY id LIMIT 1")
            )
            for row in self._noted_rows(db, found, "There is nothing to do again."):
                self._swap(db, row, expect=_row(row["before"]), become=_row(row["after"]))
            db.table("change").update(found[0]["id"], {"undone_at": None})
            return self._undone(found[0])

    def _undone(self, change: dict[str, Any]) -> Undone:
        is_other = change["window"] not in ("", self._window)
        # Typing that goes on is the same change at a later time.
        is_new = (change["id"], change["at"]) > self._newest_before
        return Undone(change["sentence"], change["interview_id"], is_other and is_new)

    @contextmanager
    def _transaction(self) -> Iterator[Database]:
        # Immediate: we read before we write, and a deferred transaction would
        # fail at once, without waiting, if another window wrote in between.
        db = self._open_db()
        db.execute("BEGIN IMMEDIATE")
        # Rows that name each other come and go in any order, and fit together in the end.
        db.execute("PRAGMA defer_foreign_keys = ON")
        try:
            yield db
            db.execute("COMMIT")
        except BaseException:
            # SQLite has rolled back by itself after some errors, a full disk among them.
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
            raise

    def _begin(
        self, db: Database, sentence: str, interview_id: int | None, merge: str
    ) -> tuple[int, bool]:
        at = self._now()
        if merge:
            newest = db.query("SELECT * FROM change ORDER BY id DESC LIMIT 1")
            for row in list(newest):
                recent = at - rows.moment(row["at"]) < MERGE_WITHIN
                is_same = (row["merge"], row["window"]) == (merge, self._window)
                if is_same and row["undone_at"] is None and recent:
                    db.table("change").update(row["id"], {"at": rows.to_value(at)})
                    return int(row["id"]), False
        fields = {"sentence": sentence, "interview_id": interview_id, "merge": merge}
        told = {"at": rows.to_value(at), "window": self._window}
        new = db.table("change").insert({**told, **fields})
        return int(str(new.last_pk)), True

    def _settle(self, db: Database, change_id: int) -> None:
        """A new change ends what could be done again; old ones let go of their rows."""
        db.execute("DELETE FROM change WHERE undone_at IS NOT NULL AND id < ?", [change_id])
        # Counted, not reckoned from the ids: a change without effect uses one up.
        oldest = "SELECT id FROM change ORDER BY id DESC LIMIT 1 OFFSET ?"
        db.execute(f"DELETE FROM change_row WHERE change_id <= ({oldest})", [UNDOABLE])

    def _noted_rows(
        self, db: Database, found: list[dict[str, Any]], nothing: str
    ) -> list[dict[str, Any]]:
        if not found:
            raise CannotUndo(nothing)
        sql = "SELECT * FROM change_row WHERE change_id = ? ORDER BY id"
        noted = list(db.query(sql, [found[0]["id"]]))
        if not noted:
            raise CannotUndo(f"“{found[0]['sentence']}” is too long ago to undo.")
        return noted

    def _swap(
        self, db: Database, noted: dict[str, Any], expect: Row | None, become: Row | None
    ) -> None:
        """Turn one row from what the log expects into what it was, or is to be."""
        if noted["record"] not in _NOTED:
            raise CannotUndo(UNREADABLE)
        table, row_id = db.table(noted["record"]), noted["record_id"]
        # An older version noted columns that are gone since.
        known = table.columns_dict
        expect, become = (_only(one, known) for one in (expect, become))
        now = next(iter(table.rows_where("id = ?", [row_id])), None)
        # An insert noted the row as it was first; it may have been written on since.
        if (now is None) != (expect is None) or (
            now and become and any(now[name] != value for name, value in (expect or {}).items())
        ):
            raise CannotUndo("What is on file was changed since, perhaps in another window.")
        if now is not None:
            self._keep_text(db, noted, now, become)
        if become is None:
            table.delete(row_id)
        elif now is None:
            table.insert({"id": row_id, **become})
        elif become:
            table.update(row_id, become)

    def _keep_text(self, db: Database, noted: dict[str, Any], now: Row, become: Row | None) -> None:
        """Typed text that an undo takes away is kept as an earlier version."""
        record = noted["record"]
        for field in (*versions.TEXTS.get(record, ()), *versions.NOTES.get(record, ())):
            text = now[field]
            if text and (become is None or field in become) and (become or {}).get(field) != text:
                about = versions.subject(record, now)
                # Back and forth between two texts keeps each once.
                if not versions.is_kept(db, about, field, str(text)):
                    versions.keep(db, about, field, str(text), "undone", self._now())


def _row(noted: Any) -> Row | None:
    """A row as it was noted; None where there was none. Raises CannotUndo."""
    if not noted:
        return None
    try:
        return dict(json.loads(noted))
    except (ValueError, TypeError) as error:
        raise CannotUndo(UNREADABLE) from error


def _only(row: Row | None, known: Container[str]) -> Row | None:
    return None if row is None else {name: one for name, one in row.items() if name in known}
