"""The schema, as the migrations that lead to it. A landed migration is never edited.

`PRAGMA user_version` repeats the number of migrations, so that an up-to-date
file is known without asking sqlite-utils, and a newer one is refused.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from afterview_tui.storage import forms_and_unsaid
from afterview_tui.storage.first_schema import FIRST
from afterview_tui.storage.search_index import (
    BEGINNINGS,
    SEARCHED,
    drop_index_of,
    index_table,
    make_alphabet,
)

migrations = Migrations("afterview")

# table → the columns that its index had at first. What a landed migration made stays as it was.
_SEARCHED_AT_FIRST = {
    "person": ["name", "title", "called", "employer", "job_title", "notes"],
    "interview": ["employer", "role", "place", "position_facts", "notes"],
    "meeting": ["talked_about", "forgot", "strength"],
    "letter": ["subject", "text"],
    "reflection": ["well", "improve", "differently", "cared", "unsaid", "why_not", "lessons"],
    "question": ["text", "answer"],
}
_SEARCHED_LATER = {
    "interview": [*_SEARCHED_AT_FIRST["interview"], "wanted_for", "who_calls"],
    "reflection": ["happened", *_SEARCHED_AT_FIRST["reflection"]],
    "question": [*_SEARCHED_AT_FIRST["question"], "themes"],
    "story": ["name", "situation", "task", "action", "result", "lesson", "themes"],
}
_SEARCHED_FOLDED = {
    "person": {
        "name": ["name", "called"],
        "reach": ["phone", "email"],
        "about": ["title", "employer", "job_title", "notes"],
    },
    "interview": {
        "listed": ["employer", "role", "place", "notes"],
        "about": ["position_facts", "wanted_for", "who_calls"],
    },
    "meeting": {"words": _SEARCHED_AT_FIRST["meeting"]},
    "letter": {"words": _SEARCHED_AT_FIRST["letter"]},
    "reflection": {"words": _SEARCHED_LATER["reflection"]},
    "question": {"words": _SEARCHED_LATER["question"]},
    "story": {"words": _SEARCHED_LATER["story"]},
}
# What search read of these two when it began to read everything.
_SEARCHED_AT_EIGHT = {
    "interview": {
        "employer": ["employer"],
        "listed": ["role", "place"],
        "notes": ["notes", "position_facts", "wanted_for", "who_calls", "contact_how"],
    },
    "briefing": {"words": ["note"]},
}


@migrations(name="0001_start")
def _start(db: Database) -> None:
    db.executescript(FIRST)
    search_at_first(db)


def search_at_first(db: Database) -> None:
    """Make the index of the first version."""
    for table, columns in _SEARCHED_AT_FIRST.items():
        _search(db, table, columns)


@migrations(name="0002_rounds_and_briefs")
def _rounds_and_briefs(db: Database) -> None:
    for column in ("wanted_for", "who_calls"):
        db.execute(f"ALTER TABLE interview ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE adjustment ADD COLUMN brought_back_on TEXT")
    db.execute(
        "CREATE INDEX interview_follows ON interview (follows_id) WHERE follows_id IS NOT NULL"
    )
    # When a reference was last asked, or thanked, is found without reading the rest.
    db.execute("DROP INDEX briefing_reference")
    db.execute("CREATE INDEX briefing_briefed ON briefing (reference_id, briefed_on)")
    db.execute("CREATE INDEX briefing_thanked ON briefing (reference_id, thanked_on)")
    db.execute("CREATE INDEX interview_binned ON interview (id) WHERE binned_at IS NOT NULL")
    db.table("interview").disable_fts()
    _search(db, "interview", _SEARCHED_LATER["interview"])


# `follows_facts`: nobody has written in the letter. What is on file by now was
# put there by somebody's writing, copying or sending.
_LETTERS = (
    "ALTER TABLE letter ADD COLUMN follows_facts INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE template (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        form TEXT NOT NULL,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        binned_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE word (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        word TEXT NOT NULL,
        binned_at TEXT
    ) STRICT
    """,
)


@migrations(name="0003_letters")
def _letters(db: Database) -> None:
    for statement in _LETTERS:
        db.execute(statement)


# How sure somebody felt on the day is never written over: the file itself sees to it,
# whatever writes. Taking the note back altogether is an undo.
_JOURNAL = (
    "ALTER TABLE reflection ADD COLUMN happened TEXT NOT NULL DEFAULT ''",
    """
    CREATE TRIGGER reflection_sure BEFORE UPDATE OF sure, sure_on ON reflection
    WHEN OLD.sure IS NOT NULL AND NEW.sure IS NOT NULL
        AND (NEW.sure <> OLD.sure OR NEW.sure_on IS NOT OLD.sure_on)
    BEGIN SELECT RAISE(ABORT, 'how sure somebody felt is noted once'); END
    """,
    """
    CREATE TABLE feeling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        interview_id INTEGER NOT NULL REFERENCES interview (id),
        sure INTEGER NOT NULL CHECK (sure BETWEEN 1 AND 5),
        noted_on TEXT,
        binned_at TEXT
    ) STRICT
    """,
    "CREATE INDEX feeling_interview ON feeling (interview_id)",
    "ALTER TABLE question ADD COLUMN themes TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE asking (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        interview_id INTEGER NOT NULL REFERENCES interview (id),
        question_id INTEGER NOT NULL REFERENCES question (id),
        binned_at TEXT
    ) STRICT
    """,
    "CREATE INDEX asking_interview ON asking (interview_id)",
    "CREATE INDEX asking_question ON asking (question_id)",
    """
    CREATE TABLE story (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        situation TEXT NOT NULL,
        task TEXT NOT NULL,
        action TEXT NOT NULL,
        result TEXT NOT NULL,
        lesson TEXT NOT NULL,
        themes TEXT NOT NULL,
        created_at TEXT,
        binned_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE telling (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        story_id INTEGER NOT NULL REFERENCES story (id),
        interview_id INTEGER NOT NULL REFERENCES interview (id),
        landed TEXT NOT NULL,
        binned_at TEXT
    ) STRICT
    """,
    "CREATE INDEX telling_interview ON telling (interview_id)",
    "CREATE INDEX telling_story ON telling (story_id)",
    """
    CREATE TABLE answering (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        story_id INTEGER NOT NULL REFERENCES story (id),
        question_id INTEGER NOT NULL REFERENCES question (id),
        binned_at TEXT
    ) STRICT
    """,
    "CREATE INDEX answering_story ON answering (story_id)",
    "CREATE INDEX answering_question ON answering (question_id)",
)


@migrations(name="0004_journal")
def _journal(db: Database) -> None:
    for statement in _JOURNAL:
        db.execute(statement)
    for table in ("reflection", "question"):
        db.table(table).disable_fts()
    for table in ("reflection", "question", "story"):
        _search(db, table, _SEARCHED_LATER[table])


@migrations(name="0005_pronouns")
def _pronouns(db: Database) -> None:
    db.execute("ALTER TABLE person ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''")


def _search(db: Database, table: str, columns: list[str]) -> None:
    db.table(table).enable_fts(
        columns, create_triggers=True, tokenize="unicode61 remove_diacritics 2"
    )


@migrations(name="0006_folded_search")
def _folded_search(db: Database) -> None:
    for table in _SEARCHED_FOLDED:
        db.table(table).disable_fts()
    make_alphabet(db)
    for table, columns in _SEARCHED_FOLDED.items():
        index_table(db, table, columns)
    # All phone numbers are looked at for a part of one: without the rest of the people.
    db.execute("CREATE INDEX person_phone ON person (phone) WHERE phone <> ''")


@migrations(name="0007_letter_parts")
def _letter_parts(db: Database) -> None:
    forms_and_unsaid.each_form_by_itself(db)
    forms_and_unsaid.unsaid_once(db)


@migrations(name="0008_search_everything")
def _search_everything(db: Database) -> None:
    for table in _SEARCHED_FOLDED:
        drop_index_of(db, table)
    for table, columns in SEARCHED.items():
        index_table(db, table, _SEARCHED_AT_EIGHT.get(table, columns), BEGINNINGS)
    # The interviews of somebody who is found.
    db.execute("CREATE INDEX meeting_person ON meeting (person_id)")


@migrations(name="0009_answer_by")
def _answer_by(db: Database) -> None:
    db.execute("ALTER TABLE interview ADD COLUMN answer_by TEXT")


@migrations(name="0010_before_the_next")
def _before_the_next(db: Database) -> None:
    for column in ("posting_link", "posting", "to_ask"):
        db.execute(f"ALTER TABLE interview ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    for column in ("to_stress", "fit"):
        db.execute(f"ALTER TABLE briefing ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE reference ADD COLUMN away_until TEXT")
    db.execute("ALTER TABLE meeting ADD COLUMN thanked_in INTEGER")
    for table in ("interview", "briefing"):
        drop_index_of(db, table)
        index_table(db, table, SEARCHED[table], BEGINNINGS)


@migrations(name="0011_offer_terms")
def _offer_terms(db: Database) -> None:
    for column in ("offer_written", "offer_said"):
        db.execute(f"ALTER TABLE interview ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


# Each window has a draft of its own of every form, and a change says which window made it.
_WINDOWS = (
    """
    CREATE TABLE draft_of_window (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        form TEXT NOT NULL,
        window TEXT NOT NULL DEFAULT '',
        fields TEXT NOT NULL
    ) STRICT
    """,
    "INSERT INTO draft_of_window (form, fields) SELECT form, fields FROM draft",
    "DROP TABLE draft",
    "ALTER TABLE draft_of_window RENAME TO draft",
    "CREATE INDEX draft_form ON draft (form)",
    "ALTER TABLE change ADD COLUMN window TEXT NOT NULL DEFAULT ''",
)


@migrations(name="0012_windows")
def _windows(db: Database) -> None:
    for statement in _WINDOWS:
        db.execute(statement)


def names() -> list[str]:
    """Every migration, oldest first."""
    return [migration.name for migration in migrations._migrations]
