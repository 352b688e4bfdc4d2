"""The seventh migration: each form of a letter by itself, and what was not said noted once.

A landed migration is never edited. What the log of changes holds is brought along, so that
what was done before can still be taken back.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING

from afterview_tui.domain.text import fold, lines
from afterview_tui.storage.search_index import drop_index_of, index_table

if TYPE_CHECKING:
    from sqlite_utils import Database

_LETTER = """
    CREATE TABLE letter_by_form (
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
        follows_facts INTEGER NOT NULL DEFAULT 0,
        parts TEXT NOT NULL DEFAULT '',
        chosen_at TEXT,
        UNIQUE (interview_id, person_id, kind, form)
    ) STRICT"""
_KEPT = (
    "id, interview_id, person_id, kind, form, subject, text, state, copied_at, sent_on, sent_how,"
    " created_at, binned_at, follows_facts"
)
_FIRST_FORM = "e-mail"  # what a letter is drafted in that is not on file


def each_form_by_itself(db: Database) -> None:
    """Let a letter have a row for each form; those on file stay as they are."""
    drop_index_of(db, "letter")
    last = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'letter'").fetchall()
    db.execute(_LETTER)
    db.execute(f"INSERT INTO letter_by_form ({_KEPT}) SELECT {_KEPT} FROM letter")
    db.execute("DROP TABLE letter")
    db.execute("ALTER TABLE letter_by_form RENAME TO letter")
    # A number that an undone letter had is not used again.
    db.execute("DELETE FROM sqlite_sequence WHERE name IN ('letter', 'letter_by_form')")
    for (number,) in last:
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('letter', ?)", [number])
    index_table(db, "letter", {"words": ["subject", "text"]})
    _versions_by_form(db)


def _versions_by_form(db: Database) -> None:
    """Earlier texts belong to the form in which the letter is on file."""
    named = "'letter:' || interview_id || ':' || person_id || ':' || kind"
    forms = dict(db.execute(f"SELECT {named}, form FROM letter").fetchall())
    moved = "SELECT id, before, after FROM change_row WHERE record = 'text_version'"
    log = db.execute(moved).fetchall()
    here = "SELECT subject FROM text_version WHERE subject LIKE 'letter:%' AND id IN"
    of_row = f"{here} (SELECT record_id FROM change_row WHERE id = ?)"
    for number, *both in log:
        for (about,) in db.execute(of_row, [number]).fetchall():
            told = [_of_form(one, forms.get(about, _FIRST_FORM)) for one in both]
            db.execute("UPDATE change_row SET before = ?, after = ? WHERE id = ?", [*told, number])
    every = "SELECT DISTINCT subject FROM text_version WHERE subject LIKE 'letter:%'"
    for (about,) in db.execute(every).fetchall():
        now = f"{about}:{forms.get(about, _FIRST_FORM)}"
        db.execute("UPDATE text_version SET subject = ? WHERE subject = ?", [now, about])


def _of_form(noted: str | None, form: str) -> str | None:
    return _with(noted, "subject", lambda was: f"{was}:{form}")


def unsaid_once(db: Database) -> None:
    """Move what was not said to each person to where it stands for the whole interview."""
    forgotten = "SELECT interview_id, forgot FROM meeting WHERE binned_at IS NULL AND forgot <> ''"
    told: dict[int, list[str]] = defaultdict(list)
    for interview_id, text in db.execute(f"{forgotten} ORDER BY position, id").fetchall():
        told[interview_id] += text.split("\n")
    for interview_id, more in told.items():
        _append(db, interview_id, more)
    _keep_of_binned(db)
    _bring_drafts(db)
    drop_index_of(db, "meeting")
    db.execute("ALTER TABLE meeting DROP COLUMN forgot")
    index_table(db, "meeting", {"words": ["talked_about", "strength"]})


def _append(db: Database, interview_id: int, more: list[str]) -> None:
    """Put lines that are not there yet under what was not said at an interview."""
    there = "SELECT id, unsaid FROM reflection WHERE interview_id = ? AND binned_at IS NULL"
    found = db.execute(there, [interview_id]).fetchall()
    if not found:
        _make(db, interview_id, with_lines("", more))
        return
    (number, unsaid) = found[0]
    now = with_lines(unsaid, more)
    db.execute("UPDATE reflection SET unsaid = ? WHERE id = ?", [now, number])
    # What was written in the journal before is taken back without these lines going, too.
    about = "SELECT id, before, after FROM change_row WHERE record = 'reflection' AND record_id = ?"
    for row, *both in db.execute(about, [number]).fetchall():
        noted = [_with(one, "unsaid", lambda was: with_lines(was, more)) for one in both]
        db.execute("UPDATE change_row SET before = ?, after = ? WHERE id = ?", [*noted, row])


def _make(db: Database, interview_id: int, unsaid: str) -> None:
    binned = "SELECT binned_at FROM reflection WHERE interview_id = ?"
    if found := db.execute(binned, [interview_id]).fetchall():
        _keep(db, interview_id, unsaid, "noted with those you met", found[0][0])
        return
    db.execute(
        "INSERT INTO reflection (interview_id, happened, well, improve, differently, cared,"
        " unsaid, why_not, lessons) VALUES (?, '', '', '', '', '', ?, '', '')",
        [interview_id, unsaid],
    )
    # To do again what made one for this interview would make a second.
    undone = "IN (SELECT id FROM change WHERE undone_at IS NOT NULL)"
    db.execute(f"DELETE FROM change_row WHERE change_id {undone}")
    db.execute("DELETE FROM change WHERE undone_at IS NOT NULL")


def _keep_of_binned(db: Database) -> None:
    """What was not said to somebody taken out since is found among the earlier texts."""
    sql = """
        SELECT meeting.interview_id, meeting.forgot, meeting.binned_at, person.name
        FROM meeting JOIN person ON person.id = meeting.person_id
        WHERE meeting.binned_at IS NOT NULL AND meeting.forgot <> '' ORDER BY meeting.id"""
    for interview_id, text, binned_at, name in db.execute(sql).fetchall():
        _keep(db, interview_id, text, f"noted with {name}, who was taken out", binned_at)


def _keep(db: Database, interview_id: int, text: str, why: str, at: str) -> None:
    db.execute(
        "INSERT INTO text_version (subject, field, text, why, at) VALUES (?, 'unsaid', ?, ?, ?)",
        [f"reflection:{interview_id}", text, why, at],
    )


def _bring_drafts(db: Database) -> None:
    """What is typed in a form that is not finished yet stands in its new field."""
    drafts = "SELECT form, fields FROM draft WHERE form LIKE 'meeting:%'"
    for form, fields in db.execute(drafts).fetchall():
        typed = json.loads(fields)
        typed.pop("before:forgot", None)
        if (forgot := typed.pop("forgot", None)) is None:
            continue
        there = "SELECT unsaid FROM reflection WHERE interview_id IN"
        of_form = f"{there} (SELECT interview_id FROM meeting WHERE 'meeting:' || id = ?)"
        unsaid = next((one for (one,) in db.execute(of_form, [form]).fetchall()), "")
        typed |= {"unsaid": with_lines(unsaid, forgot.split("\n")), "before:unsaid": unsaid}
        db.execute("UPDATE draft SET fields = ? WHERE form = ?", [json.dumps(typed), form])


def with_lines(text: str, more: list[str]) -> str:
    """A text with the lines that it has not yet; case, accents and a full stop do not count."""
    known = {_compared(one) for one in lines(text)}
    for line in more:
        if (compared := _compared(line)) and compared not in known:
            known.add(compared)
            text = f"{text.removesuffix(chr(10))}\n{line.strip()}" if text else line.strip()
    return text


def _compared(line: str) -> str:
    return fold(line).rstrip(".").strip()


def _with(noted: str | None, field: str, change: Callable[[str], str]) -> str | None:
    """A row as the log has it, with one of its fields changed, if it has that field."""
    row = json.loads(noted) if noted else None
    if not row or field not in row:
        return noted
    return json.dumps({**row, field: change(row[field])})
