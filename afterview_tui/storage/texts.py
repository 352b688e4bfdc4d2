"""Long texts: saved while they are typed, never lost to a second window."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from afterview_tui.domain.errors import NotSaved
from afterview_tui.storage import versions
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import TABLES, moment, to_row


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text of a field."""

    text: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving a text."""

    record_id: int
    both_kept: bool = False


class Texts:
    """The texts of records, with their earlier versions."""

    def __init__(self, file: File) -> None:
        self._file = file

    def write(
        self,
        change: Change,
        kind: type,
        record_id: int,
        field: str,
        text: str,
        base: str,
        **beside: Any,
    ) -> Saved:
        """Write a text that was typed on top of `base`.

        When another window wrote there since, its text is kept as an earlier
        version, and the result says that both were kept. What it put into the bin
        keeps what is typed there. `beside` are fields that go with the text, in the same
        statement. Raises NotSaved for a record that is gone.
        """
        known = self._file.one_or_binned(kind, record_id)
        if known is None:
            raise NotSaved("That record is no longer on file; another window removed it.")
        on_file = str(getattr(known, field))
        differs = on_file not in (base, text)
        if differs:
            self.keep(known, field, on_file, "from another window")
        change.update(kind, record_id, **{field: text}, **beside)
        return Saved(record_id, both_kept=differs)

    def write_all(self, change: Change, record: Any, base: Any) -> bool:
        """Write each field of a record in which it differs from `base`, its long texts as texts.

        Answers whether another window had written there too. Raises NotSaved.
        """
        kind, both_kept = type(record), False
        for name in (field.name for field in fields(record)):
            new, old = getattr(record, name), getattr(base, name)
            if new == old:
                continue
            if name in versions.TEXTS[TABLES[kind]]:
                saved = self.write(change, kind, record.id, name, new, old)
                both_kept = both_kept or saved.both_kept
            else:
                change.update(kind, record.id, **{name: new})
        return both_kept

    def keep(self, record: Any, field: str, text: str, why: str) -> None:
        """Keep a text as an earlier version, unless it is empty or the newest one already."""
        newest = self.versions(record, field)[:1]
        if text and [version.text for version in newest] != [text]:
            with self._file.writing() as db:
                versions.keep(db, _about(record), field, text, why, self._file.now())

    def versions(self, record: Any, field: str) -> list[Version]:
        """The earlier texts of a field of a record, newest first."""
        found: list[Any] = self._file.read(
            "SELECT text, why, at FROM text_version"
            " WHERE subject = ? AND field = ? ORDER BY id DESC",
            [_about(record), field],
        )
        return [Version(text, why, moment(at)) for text, why, at in found]


def _about(record: Any) -> str:
    table = TABLES[type(record)]
    return versions.subject(table, {"id": record.id, **to_row(record)})
