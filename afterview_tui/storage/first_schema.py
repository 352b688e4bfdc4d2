"""The tables as the first version made them. What a landed migration made stays as it was."""

from __future__ import annotations

# AUTOINCREMENT: undoing an addition removes its row, and a number that was used
# again would bind drafts, decisions and earlier texts to the wrong record.
FIRST = """
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
