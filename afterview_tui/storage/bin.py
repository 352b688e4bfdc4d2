"""The bin: what was deleted, and the way back.

A deleted interview is one thing; what hangs on it stays with it. Letters,
reflections and decisions about lines are never deleted on their own, so they
are not looked for here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from afterview_tui.domain import dates
from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.letter import Template
from afterview_tui.domain.records import (
    Asking,
    Briefing,
    FollowUp,
    Interview,
    Meeting,
    OwnItem,
    Person,
    Question,
    Reference,
)
from afterview_tui.domain.story import Answering, Story, Telling
from afterview_tui.domain.text import both
from afterview_tui.storage.changes import Change
from afterview_tui.storage.checklist import Checklist
from afterview_tui.storage.facts import of
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import TABLES, columns, day, moment, record

# What a record hangs on is brought back with it.
_HANGS_ON: dict[str, type] = {
    "interview_id": Interview,
    "person_id": Person,
    "reference_id": Reference,
    "story_id": Story,
    "question_id": Question,
}
# Somebody may be entered again after they were deleted, and a story told again: what
# makes two rows one, and what is noted in them.
_SAME: dict[type, tuple[str, str]] = {
    Meeting: ("interview_id", "person_id"),
    Briefing: ("interview_id", "reference_id"),
    Asking: ("interview_id", "question_id"),
    Telling: ("interview_id", "story_id"),
    Answering: ("story_id", "question_id"),
}
_TEXTS: dict[type, tuple[str, ...]] = {
    Meeting: ("talked_about", "strength"),
    Briefing: ("note",),
    Asking: (),
    Telling: (),
    Answering: (),
}
_DAYS: dict[type, tuple[str, ...]] = {
    Meeting: (),
    Briefing: ("not_needed_on", "briefed_on", "called_on", "thanked_on", "told_on"),
    Asking: (),
    Telling: (),
    Answering: (),
}


def _is_in_another(kind: type) -> str:
    """Whether somebody is there again and all that is noted in a deleted row is there, too."""
    same = [f"again.{field} = one.{field}" for field in _SAME[kind]]
    texts = [f"instr(again.{field}, one.{field})" for field in _TEXTS[kind]]
    days = [f"(one.{field} IS NULL OR again.{field} IS NOT NULL)" for field in _DAYS[kind]]
    conditions = " AND ".join(["again.binned_at IS NULL", *same, *texts, *days])
    return f"EXISTS (SELECT 1 FROM {TABLES[kind]} AS again WHERE {conditions})"


_SHOWN = "trim(person.title || ' ' || person.name)"
_AT = "JOIN interview ON interview.id = one.interview_id"
_IN_BIN = "WHERE one.binned_at IS NOT NULL"
# What each is, a date, its interview, the employer, and when that interview was deleted.
_SOURCES: dict[type, str] = {
    Interview: f"""
        one.role, one.held_on, one.id, one.employer, NULL
        FROM interview AS one {_IN_BIN}""",
    Meeting: f"""
        {_SHOWN}, NULL, interview.id, interview.employer, interview.binned_at
        FROM meeting AS one {_AT} JOIN person ON person.id = one.person_id
        {_IN_BIN} AND NOT {_is_in_another(Meeting)}""",
    Briefing: f"""
        {_SHOWN}, NULL, interview.id, interview.employer, interview.binned_at
        FROM briefing AS one {_AT} JOIN reference ON reference.id = one.reference_id
        JOIN person ON person.id = reference.person_id
        {_IN_BIN} AND NOT {_is_in_another(Briefing)}""",
    FollowUp: f"""
        one.result, one.done_on, interview.id, interview.employer, interview.binned_at
        FROM follow_up AS one {_AT} {_IN_BIN}""",
    OwnItem: f"""
        one.text, NULL, interview.id, interview.employer, interview.binned_at
        FROM own_item AS one {_AT} {_IN_BIN}""",
    Question: f"""
        one.text, NULL, interview.id, coalesce(interview.employer, ''), interview.binned_at
        FROM question AS one LEFT {_AT} {_IN_BIN}""",
    # Where it came up first there is no asking, and none is missing.
    Asking: f"""
        question.text, NULL, interview.id, interview.employer, interview.binned_at
        FROM asking AS one {_AT} JOIN question ON question.id = one.question_id
        {_IN_BIN} AND question.interview_id IS NOT one.interview_id
        AND NOT {_is_in_another(Asking)}""",
    Story: f"""
        one.name, NULL, NULL, '', NULL
        FROM story AS one {_IN_BIN}""",
    Telling: f"""
        story.name, NULL, interview.id, interview.employer, interview.binned_at
        FROM telling AS one {_AT} JOIN story ON story.id = one.story_id
        {_IN_BIN} AND NOT {_is_in_another(Telling)}""",
    Answering: f"""
        story.name, NULL, NULL, question.text, NULL
        FROM answering AS one JOIN story ON story.id = one.story_id
        JOIN question ON question.id = one.question_id
        {_IN_BIN} AND NOT {_is_in_another(Answering)}""",
    # A reference goes with the person while both are in the bin.
    Reference: f"""
        {_SHOWN}, NULL, NULL, '', NULL
        FROM reference AS one JOIN person ON person.id = one.person_id
        {_IN_BIN} AND person.binned_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM reference AS again
            WHERE again.person_id = one.person_id AND again.binned_at IS NULL)""",
    Person: f"""
        trim(one.title || ' ' || one.name), NULL, NULL, one.employer, NULL
        FROM person AS one {_IN_BIN}""",
    # One in the place of ours is begun anew, and its text is among the earlier ones;
    # so is that of a name which is there again.
    Template: f"""
        one.name, NULL, NULL, one.kind || ', ' || one.form, NULL
        FROM template AS one {_IN_BIN} AND one.name <> '' AND NOT EXISTS (
            SELECT 1 FROM template AS again WHERE again.binned_at IS NULL
            AND again.kind = one.kind AND again.form = one.form AND again.name = one.name)""",
}
_BINNED = " UNION ALL ".join(
    f"SELECT '{TABLES[kind]}' AS kind, one.id AS id, one.binned_at AS binned_at, {source}"
    for kind, source in _SOURCES.items()
)
_KINDS = {TABLES[kind]: kind for kind in _SOURCES}


class NotInTheBin(AfterviewError):
    """What was to be brought back is not in the bin any more."""

    title = "Nothing brought back"


@dataclass(frozen=True, slots=True)
class Binned:
    """A deleted thing. `words` tell it from the others, `name` is what a sentence calls it."""

    kind: type
    id: int
    words: str
    name: str
    binned_at: datetime
    interview_id: int | None


class Bin:
    """What was deleted."""

    def __init__(self, file: File, checklist: Checklist) -> None:
        self._file = file
        self._checklist = checklist

    def all(self, limit: int = 500) -> list[Binned]:
        """The deleted things, the newest first."""
        # The moments carry their offsets: as text they would not sort.
        sql = f"SELECT * FROM ({_BINNED}) ORDER BY julianday(binned_at) DESC, id DESC LIMIT ?"
        today = self._file.now().date()
        return [_binned(row, today) for row in self._file.read(sql, [limit])]

    def restore(self, one: Binned) -> None:
        """Bring one thing back, and what it hangs on. Raises NotInTheBin, NotSaved.

        Somebody who is there again already is not there twice: what was noted
        before is added to what is noted now.
        """
        with self._file.change(f"brought back {one.name}", interview_id=one.interview_id) as change:
            sql = f"SELECT 1 FROM ({_BINNED}) WHERE kind = ? AND id = ?"
            if not self._file.read(sql, [TABLES[one.kind], one.id]):
                raise NotInTheBin(f"It is no longer among the deleted things: {one.words}.")
            again = self._again(one)
            if again is None:
                self._bring_back(change, one.kind, one.id)
            else:
                before = self._record(one.kind, one.id)
                change.update(one.kind, again.id, **_both(before, again))
                self._bring_back(change, one.kind, again.id)

    def _again(self, one: Binned) -> Any:
        """The record of somebody who was entered again since, if they were."""
        if one.kind not in _SAME:
            return None
        before = self._record(one.kind, one.id)
        where = " AND ".join(f"{field} = ?" for field in _SAME[one.kind])
        values = [getattr(before, field) for field in _SAME[one.kind]]
        return next(iter(self._file.all(one.kind, where, values)), None)

    def _bring_back(self, change: Change, kind: type, row_id: int) -> None:
        """Bring back a record and what it hangs on, as far as that is in the bin."""
        if kind is FollowUp:
            tried = self._record(kind, row_id)
            if (facts := of(self._file, tried.interview_id)) is not None:
                self._checklist.asked(change, facts, tried.done_on)
        change.update(kind, row_id, binned_at=None)
        for field, under in _HANGS_ON.items():
            under_id = getattr(self._record(kind, row_id), field, None)
            if under_id and not (under is Question and self._is_there(under_id)):
                self._bring_back(change, under, under_id)
        if kind is Person:
            self._as_reference(change, row_id)

    def _is_there(self, question_id: int) -> bool:
        """Whether a question is on file: then its interviews in the bin stay in it."""
        return self._file.one(Question, question_id) is not None

    def _as_reference(self, change: Change, person_id: int) -> None:
        """A person who vouched before does so again."""
        sql = """
            SELECT id FROM reference WHERE person_id = ?
            ORDER BY binned_at IS NOT NULL, julianday(binned_at) DESC, id DESC LIMIT 1"""
        for (reference_id,) in self._file.read(sql, [person_id]):
            change.update(Reference, reference_id, binned_at=None)

    def _record(self, kind: type, row_id: int) -> Any:
        """A record, in the bin or not."""
        sql = f"SELECT {columns(kind)} FROM {TABLES[kind]} WHERE id = ?"
        return record(kind, self._file.read(sql, [row_id])[0])


def _both(before: Any, again: Any) -> dict[str, Any]:
    """What is noted in either of two records about the same."""
    kind = type(before)
    texts = {name: both(getattr(before, name), getattr(again, name)) for name in _TEXTS[kind]}
    days = {name: getattr(again, name) or getattr(before, name) for name in _DAYS[kind]}
    return {**texts, **days}


def _binned(row: Any, today: date) -> Binned:
    table, row_id, binned_at, what, on, interview_id, where, deleted_too = row
    kind = _KINDS[table]
    held_on = day(on)
    short = dates.short(held_on, today) if held_on is not None else ""
    name, words = _called(kind, what, short, where)
    if deleted_too:
        name, words = f"{name} and {where}", f"{words}, deleted too"
    return Binned(kind, row_id, words, name, moment(binned_at), interview_id)


def _called(kind: type, what: str, on: str, where: str) -> tuple[str, str]:
    """The name in a sentence, and the words in a list."""
    if kind is Interview:
        return where, ", ".join(filter(None, [where, what, on]))
    if kind is FollowUp:
        name = f"a try with {where}"
        return name, ", ".join(filter(None, [f"{name}: {what}", on]))
    if kind is Person:
        return what, f"the person {what}" + (f", {where}" if where else "")
    if kind is Question:
        name = f"the question “{what}”"
        return name, f"{name}, {where}" if where else name
    if kind is Story:
        return f"the story “{what}”", f"the story “{what}”"
    if kind is Telling:
        return f"“{what}” at {where}", f"“{what}”, told at {where}"
    if kind is Asking:
        name = f"the question “{what}”"
        return name, f"{name}, asked at {where}, too"
    if kind is Answering:
        return f"“{what}” for “{where}”", f"“{what}”, as an answer to “{where}”"
    if kind is Template:
        name = f"the template “{what}”"
        return name, f"{name}, {where}"
    if kind is OwnItem:
        return f"“{what}”", f"the line “{what}”, {where}"
    return what, {
        Meeting: f"{what}, met at {where}",
        Briefing: f"{what}, reference for {where}",
        Reference: f"{what}, as a reference",
    }[kind]
