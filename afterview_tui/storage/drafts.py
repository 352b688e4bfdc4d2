"""Unfinished forms, kept until they are finished or emptied. Not part of the log."""

from __future__ import annotations

import json

from afterview_tui.storage.file import File


class Drafts:
    """What was typed into forms that are still open."""

    def __init__(self, file: File) -> None:
        self._file = file

    def get(self, form: str) -> dict[str, str]:
        """The fields of an unfinished form; empty when there is none."""
        found = self._file.read("SELECT fields FROM draft WHERE form = ?", [form])
        return dict(json.loads(found[0][0])) if found else {}

    def keep(self, form: str, fields: dict[str, str]) -> None:
        """Keep what a form holds now. Raises NotSaved."""
        if not any(fields.values()):
            self.drop(form)
            return
        with self._file.writing() as db:
            # Not `upsert`: it tries out a table first, and on a full disk then
            # takes a way that drops the row without a word.
            db.execute(
                "INSERT INTO draft (form, fields) VALUES (?, ?)"
                " ON CONFLICT (form) DO UPDATE SET fields = excluded.fields",
                [form, json.dumps(fields)],
            )

    def drop(self, form: str) -> None:
        """Forget a form: it is finished, or was emptied. Raises NotSaved."""
        with self._file.writing() as db:
            db.execute("DELETE FROM draft WHERE form = ?", [form])
