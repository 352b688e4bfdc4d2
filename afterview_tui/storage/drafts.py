"""Unfinished forms, kept until they are finished or emptied. Not part of the log.

Each window has its own of every form, so that none drops what is typed in another. One
that is left, and one of a window that is gone, is there for whichever opens the form next.
"""

from __future__ import annotations

import json
from contextlib import suppress

from afterview_tui.domain.errors import NotSaved
from afterview_tui.storage import windows
from afterview_tui.storage.file import File

NOBODY = ""  # has a draft in use that was left


class Drafts:
    """What was typed into forms that are still open."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._taken: dict[str, int] = {}  # form → the row that this window has of it

    def get(self, form: str) -> dict[str, str]:
        """The fields of an unfinished form; empty when there is none that nobody else has open."""
        sql = "SELECT id, window, fields FROM draft WHERE form = ? ORDER BY id DESC"
        for row, window, fields in self._file.read(sql, [form]):
            if window != self._file.window and windows.is_open(window):
                continue
            if window == self._file.window or self._takes(row, window):
                self._taken[form] = row
                return dict(json.loads(fields))
        self._taken.pop(form, None)
        return {}

    def keep(self, form: str, fields: dict[str, str]) -> None:
        """Keep what a form holds now. Raises NotSaved."""
        if not any(fields.values()):
            self.drop(form)
            return
        mine, typed = self._file.window, json.dumps(fields)
        with self._file.writing() as db:
            same = "UPDATE draft SET fields = ? WHERE id = ? AND window = ?"
            # Not `upsert`: it tries out a table first, and on a full disk then
            # takes a way that drops the row without a word.
            if not db.execute(same, [typed, self._taken.get(form, 0), mine]).rowcount:
                new = "INSERT INTO draft (form, window, fields) VALUES (?, ?, ?)"
                self._taken[form] = int(db.execute(new, [form, mine, typed]).lastrowid or 0)

    def leave(self, form: str) -> None:
        """Leave a form as it is, for whichever window opens it next. Raises NotSaved."""
        if (row := self._taken.pop(form, None)) is not None:
            with self._file.writing() as db:
                db.execute("UPDATE draft SET window = ? WHERE id = ?", [NOBODY, row])

    def drop(self, form: str) -> None:
        """Forget a form: it is finished, or was emptied. Raises NotSaved."""
        if (row := self._taken.get(form)) is not None:
            with self._file.writing() as db:
                mine = [row, self._file.window]
                db.execute("DELETE FROM draft WHERE id = ? AND window = ?", mine)
            self._taken.pop(form, None)

    def _takes(self, row: int, window: str) -> bool:
        """Take a draft that was left. False when another window was quicker."""
        sql = "UPDATE draft SET window = ? WHERE id = ? AND window = ?"
        # While nothing can be written, it is read, and kept in a row of its own.
        with suppress(NotSaved), self._file.writing() as db:
            return bool(db.execute(sql, [self._file.window, row, window]).rowcount)
        return True
