"""The index that search reads: every text, folded, and kept true by triggers.

FTS5 takes the accents off by itself; letters such as ø are replaced in a view, by an alphabet
that stands in the file. So whatever writes to the file keeps the index true, and FTS5's own
`rebuild` and `integrity-check` read what the triggers wrote.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from afterview_tui.domain.alphabet import ALSO, PLAIN

if TYPE_CHECKING:
    from sqlite_utils import Database

Columns = Mapping[str, list[str]]

# What search reads: table → column of its index → the fields that are in it. One column for all
# that is asked about together: each costs time with each change.
SEARCHED: dict[str, Columns] = {
    "person": {
        "name": ["name", "called"],
        "reach": ["phone", "email"],
        "about": ["title", "employer", "job_title", "address", "notes"],
    },
    "interview": {
        "employer": ["employer"],
        "listed": ["role", "place"],
        "notes": [
            *("notes", "position_facts", "wanted_for", "who_calls", "contact_how"),
            *("posting_link", "posting", "to_ask"),
        ],
    },
    "meeting": {"words": ["talked_about", "strength"]},
    "letter": {"words": ["subject", "text"]},
    "reflection": {
        "words": [
            "happened",
            "well",
            "improve",
            "differently",
            "cared",
            "unsaid",
            "why_not",
            "lessons",
        ]
    },
    "question": {"words": ["text", "answer", "themes"]},
    "story": {"words": ["name", "situation", "task", "action", "result", "lesson", "themes"]},
    "reference": {"words": ["relation", "notes"]},
    "briefing": {"words": ["note", "to_stress", "fit"]},
    "follow_up": {"words": ["said"]},
    "own_item": {"words": ["text"]},
    "template": {"words": ["name", "text"]},
    "me": {"words": ["resume_notes"]},
}
# Beginnings of so many letters are kept in the index: without them, one letter reads all of it.
BEGINNINGS = "1 2 3"

_ALPHABET = """
    CREATE TABLE alphabet (
        id INTEGER PRIMARY KEY,
        letter TEXT NOT NULL,
        plain TEXT NOT NULL,
        also TEXT NOT NULL
    ) STRICT"""
# Each letter of a text that is in the alphabet, replaced: once as fold() does, and once more
# as else it may be typed, where that differs. In SQL, so that whatever writes to the file
# keeps the index true. Most texts have no such letter.
_FOLDED = """
    CASE WHEN {text} NOT GLOB '*[^' || char(1) || '-~]*' THEN {text} ELSE (
        WITH RECURSIVE folded (plain, also, past) AS (
            SELECT {text}, {text}, 0
            UNION ALL
            SELECT replace(folded.plain, alphabet.letter, alphabet.plain),
                replace(folded.also, alphabet.letter, alphabet.also), alphabet.id
            FROM folded JOIN alphabet ON alphabet.id = (
                SELECT id FROM alphabet WHERE id > folded.past AND instr(folded.plain, letter)
                ORDER BY id LIMIT 1)
        )
        SELECT plain || CASE WHEN also = plain THEN '' ELSE ' ' || also END
        FROM folded ORDER BY past DESC LIMIT 1
    ) END"""


def make_alphabet(db: Database) -> None:
    """Put the alphabet into the file."""
    db.execute(_ALPHABET)
    for row in alphabet():
        db.execute("INSERT INTO alphabet VALUES (?, ?, ?, ?)", row)


def index_table(db: Database, table: str, columns: Columns, beginnings: str = "") -> None:
    """Make the view of one table, the index over it and its triggers."""
    for statement in _index(table, columns, beginnings):
        db.execute(statement)


def drop_index_of(db: Database, table: str) -> None:
    """Take the view, the index and the triggers of a table away, before it is rebuilt."""
    for moment in ("ai", "bd", "bu", "au"):
        db.execute(f"DROP TRIGGER {table}_{moment}")
    db.execute(f"DROP TABLE {table}_fts")
    db.execute(f"DROP VIEW {table}_searched")


def alphabet() -> list[tuple[int, str, str, str]]:
    """The alphabet as it stands in the file: number, letter, and the two ways to read it."""
    rows = []
    for number, letter in enumerate({**ALSO, **PLAIN}, 1):
        plain = PLAIN.get(letter) or unicodedata.normalize("NFKD", letter)[0]
        rows.append((number, letter, plain, ALSO.get(letter, plain)))
    return rows


def _index(table: str, columns: Columns, beginnings: str) -> list[str]:
    """What makes the view of a table, the index over it and the triggers, which read the view."""
    in_index = ", ".join(columns)
    fields = ", ".join(field for several in columns.values() for field in several)
    joined = {name: " || ' ' || ".join(several) for name, several in columns.items()}
    texts = ", ".join(f"{one} AS {name}_text" for name, one in joined.items())
    folded = ", ".join(f"{_FOLDED.format(text=f'{name}_text')} AS {name}" for name in columns)
    prefix = f", prefix = '{beginnings}'" if beginnings else ""
    put_in = f"INSERT INTO {table}_fts (rowid, {in_index}) SELECT id, {in_index}"
    take_out = f"INSERT INTO {table}_fts ({table}_fts, rowid, {in_index})"
    take_out += f" SELECT 'delete', id, {in_index}"
    of_new = f"FROM {table}_searched WHERE id = NEW.id"
    of_old = f"FROM {table}_searched WHERE id = OLD.id"
    changed = f"UPDATE OF id, {fields} ON {table}"
    return [
        f"CREATE VIEW {table}_searched AS SELECT id, {folded} FROM"
        f" (SELECT id, {texts} FROM {table})",
        f"CREATE VIRTUAL TABLE {table}_fts USING fts5 ({in_index}, content = '{table}_searched',"
        f" content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'{prefix})",
        f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')",
        f"CREATE TRIGGER {table}_ai AFTER INSERT ON {table} BEGIN {put_in} {of_new}; END",
        f"CREATE TRIGGER {table}_bd BEFORE DELETE ON {table} BEGIN {take_out} {of_old}; END",
        f"CREATE TRIGGER {table}_bu BEFORE {changed} BEGIN {take_out} {of_old}; END",
        f"CREATE TRIGGER {table}_au AFTER {changed} BEGIN {put_in} {of_new}; END",
    ]
