"""Files as older versions left them, made by their own migrations."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from afterview_tui.domain.records import Interview
from afterview_tui.storage import migrations, opening, rows

if TYPE_CHECKING:
    from sqlite_utils import Database


def made_by_an_older_version(path: Path, stop_before: str) -> None:
    """A file as an older version left it, with an interview and words to search for."""
    with closing(sqlite3.connect(path)) as connection:
        db = opening.wrapped(connection)
        migrations.migrations.apply(db, stop_before=stop_before)
        version = migrations.names().index(stop_before)
        db.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
        put(db, Interview(employer="Öak Vision", held_on=date(2026, 11, 17), notes="x"))


def put(db: Database, one: Any, **also: object) -> int:
    """Put a record on file as the version wrote it that made the file; its id.

    What that version knew nothing of is left out, and what it noted besides is `also`.
    """
    table = db.table(rows.TABLES[type(one)])
    row = {name: v for name, v in rows.to_row(one).items() if name in table.columns_dict}
    return int(str(table.insert({**row, **also}).last_pk))
