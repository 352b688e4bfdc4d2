"""Files of the first days, whose migrations were still edited after they had made a file.

Three such schemas landed. They carry the number of the one that came after them, and lack what
that one has: it is made good before any migration looks at them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from afterview_tui.storage.first_schema import FIRST

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES = re.findall(r"CREATE TABLE (\w+)", FIRST)
_INDEXES = re.findall(r"CREATE INDEX (\w+)", FIRST)
# What an earlier text was about, as the versions from the second day on name it.
_ABOUT = """
    SELECT id, coalesce(CASE record
        WHEN 'letter' THEN (SELECT 'letter:' || interview_id || ':' || person_id || ':' || kind
                            FROM letter WHERE id = record_id)
        WHEN 'reflection' THEN (SELECT 'reflection:' || interview_id
                                FROM reflection WHERE id = record_id)
        END, record || ':' || record_id), field, text, why, at
    FROM early_text_version"""


def complete(db: Database, version: int) -> None:
    """Give a file what a migration that it counts as done makes by now."""
    if version == 1 and not _has(db, "text_version", "subject"):
        _made_again(db)
    if version == 2 and not _has(db, "adjustment", "brought_back_on"):
        db.execute("ALTER TABLE adjustment ADD COLUMN brought_back_on TEXT")
    if version >= 2 and "briefing_reference" in _indexes(db):
        db.execute("DROP INDEX briefing_reference")
        db.execute("CREATE INDEX briefing_briefed ON briefing (reference_id, briefed_on)")
        db.execute("CREATE INDEX briefing_thanked ON briefing (reference_id, thanked_on)")
        db.execute("CREATE INDEX interview_binned ON interview (id) WHERE binned_at IS NOT NULL")


def _made_again(db: Database) -> None:
    """Make every table as the first schema has it, with all rows: numbers are not used again."""
    from afterview_tui.storage.migrations import search_at_first

    # Else what refers to a table would follow it to its name for the moment.
    db.execute("PRAGMA legacy_alter_table = ON")
    for table in db.table_names(fts4=False, fts5=True):
        db.table(table.removesuffix("_fts")).disable_fts()
    for index in _INDEXES:
        db.execute(f"DROP INDEX IF EXISTS {index}")
    db.execute("DROP INDEX text_version_record")
    for table in _TABLES:
        db.execute(f"ALTER TABLE {table} RENAME TO early_{table}")
    db.executescript(FIRST)
    for table in _TABLES:
        rows = _ABOUT if table == "text_version" else f"SELECT * FROM early_{table}"
        db.execute(f"INSERT INTO {table} {rows}")
    for table in reversed(_TABLES):
        db.execute(f"DROP TABLE early_{table}")
    db.execute("PRAGMA legacy_alter_table = OFF")
    search_at_first(db)


def _has(db: Database, table: str, column: str) -> bool:
    return column in db.table(table).columns_dict


def _indexes(db: Database) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}
