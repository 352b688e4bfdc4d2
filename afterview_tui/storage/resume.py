"""The résumé: when it was reviewed, what changed in it, and what interviews say of it."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.preparation import Reflected
from afterview_tui.domain.records import Interview, Me, Reflection
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import columns, record, width
from afterview_tui.storage.texts import Saved, Texts

# Of more than a page can show, the newest are enough.
_NEWEST = 300


class Resume:
    """The user's résumé, as far as it is on file: its reviews."""

    def __init__(self, file: File, texts: Texts) -> None:
        self._file = file
        self._texts = texts

    def me(self) -> Me:
        """The user, with the last review and the notes."""
        return self._file.one(Me, 1) or Me()

    def reflected(self) -> list[Reflected]:
        """The reflections on the newest interviews, newest first."""
        sql = f"""
            SELECT {columns(Reflection, "reflection")}, {columns(Interview, "interview")}
            FROM interview JOIN reflection ON reflection.interview_id = interview.id
            WHERE reflection.binned_at IS NULL AND interview.binned_at IS NULL
            ORDER BY interview.held_on DESC, interview.id DESC LIMIT ?
        """
        split = width(Reflection)
        return [
            Reflected(record(Reflection, row[:split]), record(Interview, row[split:]))
            for row in self._file.read(sql, [_NEWEST])
        ]

    def review(self, on: date, changed: str = "") -> None:
        """Note a review on the local date `on`; what changed stands above what changed before."""
        with self._file.change("reviewed the résumé") as change:
            notes = self.me().resume_notes
            if changed:
                notes = "\n".join(filter(None, [f"{dates.full(on)}: {changed}", notes]))
            self._put(change, resume_reviewed_on=on, resume_notes=notes)

    def write_notes(self, text: str, base: str) -> Saved:
        """Save the notes, typed on top of `base`."""
        with self._file.change("changed the notes on the résumé") as change:
            self._put(change)
            return self._texts.write(change, Me, 1, "resume_notes", text, base)

    def _put(self, change: Change, **fields: object) -> None:
        if self._file.one(Me, 1) is None:
            change.insert(Me())
        change.update(Me, 1, **fields)
