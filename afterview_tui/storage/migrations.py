"""The schema, as the migrations that lead to it. A landed migration is never edited.

`PRAGMA user_version` repeats the number of migrations, so that an up-to-date
file is known without asking sqlite-utils, and a newer one is refused.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

migrations = Migrations("afterview")

# Kept true by triggers: table → the columns that search reads. What a landed
# migration made stays as it was; SEARCHED is what there is now.
_SEARCHED_AT_FIRST = {
    "person": ["name", "title", "called", "employer", "job_title", "notes"],
    "interview": ["employer", "role", "place", "position_facts", "notes"],
    "meeting": ["talked_about", "forgot", "strength"],
    "letter": ["subject", "text"],
    "reflection": ["well", "improve", "differently", "cared", "unsaid", "why_not", "lessons"],
    "question": ["text", "answer"],
}
SEARCHED = {
    **_SEARCHED_AT_FIRST,
    "interview": [*_SEARCHED_AT_FIRST["interview"], "wanted_for", "who_calls"],
    "reflection": ["happened", *_SEARCHED_AT_FIRST["reflection"]],
    "question": [*_SEARCHED_AT_FIRST["question"], "themes"],
    "story": ["name", "situation", "task", "action", "result", "lesson", "themes"],
}

# AUTOINCREMENT: undoing an addition removes its row, and a number that was used
# again would bind drafts, decisions and earlier texts to the wrong record.
_START = """
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    post_nominals TEXT NOT NULL,
    called TEXT NOT NULL,
    employer TEXT NOT NULL,
    job_title TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    notes TEXT NOT NULL,
    binned_at TEXT
) STRICT;

CREATE TABLE interview (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer TEXT NOT NULL CHECK (employer <> ''),
    role TEXT NOT NULL,
    held_on TEXT NOT NULL,
    starts_at TEXT,
    ends_at TEXT,
    zone TEXT NOT NULL,
    form TEXT NOT NULL,
    place TEXT NOT NULL,
    round INTEGER NOT NULL,
    follows_id INTEGER REFERENCES interview (id),
    felt TEXT NOT NULL,
    promised_on TEXT,
    missed_call_on TEXT,
    contact_how TEXT NOT NULL,
    position_facts TEXT NOT NULL,
    outcome TEXT NOT NULL,
    outcome_on TEXT,
    notes TEXT NOT NULL,
    created_at TEXT,
    binned_at TEXT
) STRICT;
CREATE INDEX interview_outcome ON interview (outcome, outcome_on);
CREATE INDEX interview_held_on ON interview (held_on);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    position INTEGER NOT NULL,
    talked_about TEXT NOT NULL,
    forgot TEXT NOT NULL,
    strength TEXT NOT NULL,
    wants_letter INTEGER NOT NULL,
    binned_at TEXT
) STRICT;
CREATE INDEX meeting_interview ON meeting (interview_id);

CREATE TABLE reference (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id),
    relation TEXT NOT NULL,
    asked TEXT NOT NULL,
    asked_on TEXT,
    notes TEXT NOT NULL,
    binned_at TEXT
) STRICT;
CREATE INDEX reference_person ON reference (person_id);

CREATE TABLE briefing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    reference_id INTEGER NOT NULL REFERENCES reference (id),
    not_needed_on TEXT,
    briefed_on TEXT,
    called_on TEXT,
    thanked_on TEXT,
    told_on TEXT,
    note TEXT NOT NULL,
    binned_at TEXT
) STRICT;
CREATE INDEX briefing_interview ON briefing (interview_id);
CREATE INDEX briefing_reference ON briefing (reference_id);

CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    copied_at TEXT,
    sent_on TEXT,
    sent_how TEXT NOT NULL,
    created_at TEXT,
    binned_at TEXT,
    UNIQUE (interview_id, person_id, kind)
) STRICT;

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    person_id INTEGER REFERENCES person (id),
    planned_on TEXT,
    channel TEXT NOT NULL,
    done_on TEXT,
    result TEXT NOT NULL,
    said TEXT NOT NULL,
    new_promise TEXT,
    binned_at TEXT
) STRICT;
CREATE INDEX follow_up_interview ON follow_up (interview_id);

CREATE TABLE reflection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL UNIQUE REFERENCES interview (id),
    well TEXT NOT NULL,
    improve TEXT NOT NULL,
    differently TEXT NOT NULL,
    cared TEXT NOT NULL,
    unsaid TEXT NOT NULL,
    sure INTEGER CHECK (sure BETWEEN 1 AND 5),
    sure_on TEXT,
    why_not TEXT NOT NULL,
    lessons TEXT NOT NULL,
    binned_at TEXT
) STRICT;

CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER REFERENCES interview (id),
    text TEXT NOT NULL,
    expected INTEGER NOT NULL,
    answer TEXT NOT NULL,
    practised_on TEXT,
    went TEXT NOT NULL,
    created_at TEXT,
    binned_at TEXT
) STRICT;
CREATE INDEX question_interview ON question (interview_id);

CREATE TABLE own_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    step TEXT NOT NULL,
    text TEXT NOT NULL,
    due TEXT,
    done_on TEXT,
    binned_at TEXT
) STRICT;
CREATE INDEX own_item_interview ON own_item (interview_id);

CREATE TABLE adjustment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    task TEXT NOT NULL,
    moved_to TEXT,
    set_aside_on TEXT,
    reason TEXT NOT NULL,
    done_on TEXT,
    binned_at TEXT,
    UNIQUE (interview_id, task)
) STRICT;

CREATE TABLE me (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    closing TEXT NOT NULL,
    resume_reviewed_on TEXT,
    resume_notes TEXT NOT NULL,
    binned_at TEXT
) STRICT;

-- What a form holds until it is finished: not a record, so not in the log.
CREATE TABLE draft (
    form TEXT PRIMARY KEY,
    fields TEXT NOT NULL
) STRICT;

-- Earlier texts of a letter, a prompt or an answer. No foreign key: a text
-- outlives the record that it was written in.
CREATE TABLE text_version (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX text_version_subject ON text_version (subject, field);

-- One row a change, in words; its rows hold what is needed to take it back.
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    sentence TEXT NOT NULL,
    interview_id INTEGER,
    merge TEXT NOT NULL,
    undone_at TEXT
) STRICT;
CREATE INDEX change_interview ON change (interview_id);

CREATE TABLE change_row (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    record TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX change_row_change ON change_row (change_id);
"""


@migrations(name="0001_start")
def _start(db: Database) -> None:
    db.executescript(_START)
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
    _search(db, "interview", SEARCHED["interview"])


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
        _search(db, table, SEARCHED[table])


@migrations(name="0005_pronouns")
def _pronouns(db: Database) -> None:
    db.execute("ALTER TABLE person ADD COLUMN pronouns TEXT NOT NULL DEFAULT ''")


def _search(db: Database, table: str, columns: list[str]) -> None:
    db.table(table).enable_fts(
        columns, create_triggers=True, tokenize="unicode61 remove_diacritics 2"
    )


def names() -> list[str]:
    """Every migration, oldest first."""
    return [migration.name for migration in migrations._migrations]
