"""Earlier texts of a letter, a prompt, an answer or a template.

A version belongs to what the text is about, not to a row: undoing the first
words of a letter removes its row, and its text must be found again when the
letter is begun anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from afterview_tui.storage import rows

if TYPE_CHECKING:
    from sqlite_utils import Database

# The long texts that people type, and the columns that say what each is about.
TEXTS: dict[str, tuple[str, ...]] = {
    "letter": ("text",),
    "reflection": (
        "happened",
        "well",
        "improve",
        "differently",
        "cared",
        "unsaid",
        "why_not",
        "lessons",
    ),
    "question": ("text", "answer"),
    "story": ("situation", "task", "action", "result", "lesson"),
    "template": ("text",),
    "me": ("resume_notes",),
}
# Notes, in which a text below a text reads as well. They have no earlier versions to look at:
# what an undo takes away is kept all the same.
NOTES: dict[str, tuple[str, ...]] = {
    "person": ("notes",),
    "interview": ("position_facts", "wanted_for", "notes"),
    "meeting": ("talked_about", "strength"),
    "reference": ("notes",),
    "briefing": ("note",),
    "follow_up": ("said",),
}
SUBJECTS: dict[str, tuple[str, ...]] = {
    "letter": ("interview_id", "person_id", "kind", "form"),
    "reflection": ("interview_id",),
    "question": ("id",),
    "story": ("id",),
    "template": ("kind", "form", "name"),
    "me": ("id",),
}


def subject(record: str, row: Mapping[str, Any]) -> str:
    """What the texts of a row are about: `letter:3:7:thank-you:e-mail`."""
    return ":".join([record, *(str(row[column]) for column in SUBJECTS.get(record, ("id",)))])


def keep(db: Database, about: str, field: str, text: str, why: str, at: datetime) -> None:
    """Keep a text as an earlier version of a field of this subject."""
    db.table("text_version").insert(
        {"subject": about, "field": field, "text": text, "why": why, "at": rows.to_value(at)}
    )


def is_kept(db: Database, about: str, field: str, text: str) -> bool:
    """Whether an earlier version of a field of this subject says exactly this."""
    where = "subject = ? AND field = ? AND text = ?"
    return bool(db.table("text_version").count_where(where, [about, field, text]))
