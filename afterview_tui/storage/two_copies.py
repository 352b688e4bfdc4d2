"""What is known of two copies of one file: where they parted, and what each did since."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from afterview_tui.storage import rows
from afterview_tui.storage.rows import TABLES

Fields = dict[str, Any]


class Copy:
    """One of the two: its rows, those in the bin among them, its log, the forms not finished.

    Raises sqlite3.Error.
    """

    def __init__(self, file: sqlite3.Connection) -> None:
        self.rows = {table: _rows(file, table) for table in (*TABLES.values(), "text_version")}
        drafts = file.execute("SELECT form, fields FROM draft").fetchall()
        self.forms = [(form, _typed(typed)) for form, typed in drafts]
        standing = "SELECT id, at, sentence FROM change WHERE undone_at IS NULL ORDER BY id"
        self.changes: list[tuple[int, str, str]] = file.execute(standing).fetchall()
        self.added: dict[tuple[str, int], int] = {}
        self._told: set[int] = set()
        self._noted: list[tuple[int, str, int, datetime, Fields]] = []
        at = {number: rows.moment(when) for number, when, _ in self.changes}
        sql = "SELECT change_id, record, record_id, before, after FROM change_row ORDER BY id"
        for change, table, row, before, after in file.execute(sql):
            if change not in at:
                continue
            self._told.add(change)
            if before is None:
                self.added[table, row] = change
                continue
            with suppress(ValueError):
                self._noted.append((change, table, row, at[change], json.loads(after)))

    def tells_all_since(self, parting: int) -> bool:
        """Whether the log still says of each change since then what it did."""
        return all(number in self._told for number, *_ in self.changes if number > parting)

    def changed_since(self, parting: int) -> dict[tuple[str, int, str], datetime]:
        """The fields that were changed since then, and when they were last."""
        found: dict[tuple[str, int, str], datetime] = {}
        for change, table, row, at, after in self._noted:
            if change > parting:
                found.update({(table, row, name): at for name in after})
        return found


def _typed(kept: str) -> Fields:
    """What is typed in a form that is not finished; as it stands, where it cannot be read."""
    with suppress(ValueError, TypeError):
        return dict(json.loads(kept))
    return {"as it was kept": kept}


def _rows(file: sqlite3.Connection, table: str) -> list[Fields]:
    found = file.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [name for name, *_ in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


class TwoCopies:
    """Both, and what they have in common."""

    def __init__(self, mine: Copy, theirs: Copy) -> None:
        self.mine = mine
        self.theirs = theirs
        self._parting = 0
        for one, other in zip(mine.changes, theirs.changes, strict=False):
            if one != other:
                break
            self._parting = one[0]
        self._my_changes = mine.changed_since(self._parting)
        self._their_changes = theirs.changed_since(self._parting)
        self.is_told = all(one.tells_all_since(self._parting) for one in (mine, theirs))

    def is_the_same(self, table: str, row: int) -> bool | None:
        """Whether a number stands for one record in both; None where nobody can tell.

        What was added after the two parted may have the number of something else in the other.
        """
        added = {copy.added.get((table, row), 0) for copy in (self.mine, self.theirs)}
        if any(change > self._parting for change in added):
            return False
        return True if self.is_told or added != {0} else None

    def who_changed(self, table: str, row: int, name: str) -> tuple[bool, bool, bool]:
        """Whether I changed a field since, whether they did, and whether they did so last."""
        mine = self._my_changes.get((table, row, name))
        theirs = self._their_changes.get((table, row, name))
        is_theirs_later = theirs is not None and (mine is None or theirs > mine)
        return mine is not None, theirs is not None, is_theirs_later


def is_empty(value: Any) -> bool:
    """Whether nothing was said."""
    return value in (None, "")


def said(name: str, value: Any) -> str:
    """A field and what stood in it, for a line of notes."""
    label = {"job_title": "role", "email": "e-mail", "held_on": "held on"}.get(name, name)
    return f"{label.replace('_', ' ')}: {', '.join(str(value).splitlines())}"


def mapped(value: Any, ids: Mapping[int, int]) -> Any:
    """The number that a record has here."""
    return value if value is None else ids.get(value)
