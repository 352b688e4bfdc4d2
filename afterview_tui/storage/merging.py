"""Making one person of two, with everything that either had.

What belonged to the other goes to the one that is kept. Where both have the
same thing (met at the same interview, a letter each) the two become one, and
the other row goes to the bin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from afterview_tui.domain.errors import AfterviewError, NotSaved
from afterview_tui.domain.letter import Letter, LetterKind, LetterState, chosen_after
from afterview_tui.domain.people import completed
from afterview_tui.domain.records import (
    Adjustment,
    Asked,
    Briefing,
    FollowUp,
    Meeting,
    Person,
    Reference,
)
from afterview_tui.domain.task import Kind
from afterview_tui.domain.text import both
from afterview_tui.storage import versions
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import TABLES, columns, record
from afterview_tui.storage.texts import Texts

# The lines of the checklist that are named after a row of these kinds.
_LINES: dict[type, tuple[Kind, ...]] = {
    Meeting: (Kind.LETTER,),
    Briefing: (Kind.BRIEF, Kind.THANK_REFERENCE, Kind.TELL_REFERENCE),
}
_TALK = ("talked_about", "strength")
_DAYS = ("not_needed_on", "briefed_on", "called_on", "thanked_on", "told_on")
_TEXTS = ("to_stress", "fit", "note")
_LETTER = tuple(
    field.name
    for field in fields(Letter)
    if field.name not in ("id", "interview_id", "person_id", "kind", "form")
)


_SUBJECT = versions.SUBJECTS["letter"]


class SamePerson(AfterviewError):
    """There are no two to make one of."""

    title = "Nothing merged"


def merge(file: File, texts: Texts, keep: Person, other: Person) -> None:
    """Make one person of two, as one change. Raises SamePerson, NotSaved."""
    if keep.id == other.id:
        raise SamePerson(f"{keep.shown} is one person already.")
    with file.change(f"merged {other.shown} into {keep.shown}") as change:
        kept, gone = file.one(Person, keep.id), file.one(Person, other.id)
        if kept is None or gone is None:
            raise NotSaved("One of the two is no longer on file; another window removed it.")
        _Merging(file, texts, change, kept, gone).run()


class _Merging:
    """One merge under way."""

    def __init__(
        self, file: File, texts: Texts, change: Change, keep: Person, other: Person
    ) -> None:
        self._file = file
        self._texts = texts
        self._change = change
        self._keep = keep
        self._other = other

    def run(self) -> None:
        """Give everything of the other to the one that is kept."""
        self._meetings()
        self._letters()
        self._references()
        self._move(FollowUp, "person_id", self._other.id, self._keep.id)
        self._change.update(Person, self._keep.id, **completed(self._keep, self._other))
        self._bin(Person, self._other.id)

    def _meetings(self) -> None:
        mine = {one.interview_id: one for one in self._all(Meeting, "person_id", self._keep.id)}
        theirs = self._all(Meeting, "person_id", self._other.id)
        self._move(Meeting, "person_id", self._other.id, self._keep.id)
        for one in theirs:
            stays = mine.get(one.interview_id)
            if stays is None:
                continue
            talk = {name: both(getattr(stays, name), getattr(one, name)) for name in _TALK}
            self._change.update(
                Meeting,
                stays.id,
                wants_letter=stays.wants_letter or one.wants_letter,
                thanked_in=stays.thanked_in or one.thanked_in,
                **talk,
            )
            self._become_one(stays, one)

    def _letters(self) -> None:
        """One letter of a kind and form stays: the one further along, and the other's text."""
        mine = {_which(one): one for one in self._letters_of(self._keep.id)}
        theirs = self._all(Letter, "person_id", self._other.id)
        self._earlier_texts()
        for one in theirs:
            stays = mine.get(_which(one))
            if stays is None:
                self._change.update(Letter, one.id, person_id=self._keep.id)
                continue
            goes = one
            if _far(one) > _far(stays) or self._file.one(Letter, stays.id) is None:
                # The row stays and takes the other's letter: a person has one of a kind.
                taken = {name: getattr(one, name) for name in _LETTER}
                self._change.update(Letter, stays.id, **taken, binned_at=None)
                goes = stays
            self._bin(Letter, one.id)
            if one.text != stays.text:
                why = f"the letter to {self._name(goes)}, before you merged"
                self._texts.keep(replace(one, person_id=self._keep.id), "text", goes.text, why)
        for interview_id, kind in {(one.interview_id, one.kind) for one in theirs}:
            self._put_in_front(interview_id, kind)

    def _put_in_front(self, interview_id: int, kind: LetterKind) -> None:
        """Of a letter in two forms the one further along is shown: either may have been chosen."""
        where = "interview_id = ? AND person_id = ? AND kind = ?"
        forms = self._file.all(Letter, where, [interview_id, self._keep.id, kind.value])
        furthest = max(forms, key=lambda one: (_far(one), one.in_front()))
        if furthest is not max(forms, key=Letter.in_front):
            at = chosen_after(forms, self._file.now())
            self._change.update(Letter, furthest.id, chosen_at=at)

    def _letters_of(self, person_id: int) -> list[Letter]:
        """The letters to somebody, those in the bin among them: their place is taken."""
        sql = f"SELECT {columns(Letter)} FROM letter WHERE person_id = ?"
        return [record(Letter, row) for row in self._file.read(sql, [person_id])]

    def _name(self, letter: Letter) -> str:
        return (self._keep if letter.person_id == self._keep.id else self._other).shown

    def _earlier_texts(self) -> None:
        """Earlier texts of letters to the other are found under the one that is kept."""
        sql = "SELECT DISTINCT subject FROM text_version WHERE subject LIKE 'letter:%'"
        for (about,) in self._file.read(sql):
            _, interview_id, person_id, *which = about.split(":")
            if person_id == str(self._other.id):
                row = dict(zip(_SUBJECT, (interview_id, self._keep.id, *which), strict=True))
                self._change.move_texts(about, versions.subject("letter", row))

    def _references(self) -> None:
        mine = self._all(Reference, "person_id", self._keep.id)
        theirs = self._all(Reference, "person_id", self._other.id)
        self._move(Reference, "person_id", self._other.id, self._keep.id)
        if not mine:
            return
        for one in theirs:
            self._change.update(Reference, mine[0].id, **_one_reference(mine[0], one))
            self._briefings(mine[0], one)
            self._bin(Reference, one.id)

    def _briefings(self, keep: Reference, other: Reference) -> None:
        mine = {one.interview_id: one for one in self._all(Briefing, "reference_id", keep.id)}
        theirs = self._all(Briefing, "reference_id", other.id)
        self._move(Briefing, "reference_id", other.id, keep.id)
        for one in theirs:
            stays = mine.get(one.interview_id)
            if stays is None:
                continue
            days = {name: _earlier(getattr(stays, name), getattr(one, name)) for name in _DAYS}
            texts = {name: both(getattr(stays, name), getattr(one, name)) for name in _TEXTS}
            self._change.update(Briefing, stays.id, **texts, **days)
            self._become_one(stays, one)

    def _become_one(self, stays: Meeting | Briefing, goes: Meeting | Briefing) -> None:
        """What the user decided about a line goes over to the line that stays.

        A line that only the other had set aside stays open: one too many is
        seen, one too few is not.
        """
        self._bin(type(goes), goes.id)
        for kind in _LINES[type(stays)]:
            about = [stays.interview_id, f"{kind}:{goes.id}"]
            for theirs in self._file.all(Adjustment, "interview_id = ? AND task = ?", about):
                decided = {
                    field.name: value
                    for field in fields(Adjustment)
                    if field.name not in ("id", "interview_id", "task", "set_aside_on", "reason")
                    and (value := getattr(theirs, field.name)) is not None
                }
                self._decide(stays.interview_id, f"{kind}:{stays.id}", decided)

    def _decide(self, interview_id: int, task: str, decided: Mapping[str, Any]) -> None:
        about = [interview_id, task]
        known = self._file.all(Adjustment, "interview_id = ? AND task = ?", about)
        if known:
            new = {name: day for name, day in decided.items() if getattr(known[0], name) is None}
            self._change.update(Adjustment, known[0].id, **new)
        elif decided:
            self._change.insert(Adjustment(interview_id=interview_id, task=task, **decided))

    def _all(self, kind: type[Any], column: str, row_id: int) -> list[Any]:
        return self._file.all(kind, f"{column} = ? ORDER BY id", [row_id])

    def _move(self, kind: type, column: str, before: int, now: int) -> None:
        """Let rows hang on another record, those in the bin, too: they may be brought back."""
        sql = f"SELECT id FROM {TABLES[kind]} WHERE {column} = ?"
        for (row_id,) in self._file.read(sql, [before]):
            self._change.update(kind, row_id, **{column: now})

    def _bin(self, kind: type, row_id: int) -> None:
        self._change.bin(kind, row_id, self._file.now())


def _one_reference(keep: Reference, other: Reference) -> dict[str, Any]:
    """The fields of two references as one: asked as far as either was."""
    further = max(keep, other, key=_asked_how_far)
    notes = both(keep.notes, other.notes)
    if keep.relation and other.relation and keep.relation != other.relation:
        notes = both(notes, f"Other relation: {other.relation}")
    return {
        "relation": keep.relation or other.relation,
        "asked": further.asked,
        "asked_on": further.asked_on or keep.asked_on or other.asked_on,
        "away_until": max(filter(None, (keep.away_until, other.away_until)), default=None),
        "notes": notes,
    }


def _asked_how_far(one: Reference) -> tuple[int, date]:
    """An answer is further than a question; of two answers the later one holds."""
    answered = one.asked in (Asked.AGREED, Asked.DECLINED)
    how_far = 2 if answered else int(one.asked is Asked.ASKED)
    return how_far, one.asked_on or date.min


def _which(letter: Letter) -> tuple[int, str, str]:
    """What tells the letters to one person apart."""
    return letter.interview_id, letter.kind.value, letter.form.value


def _far(letter: Letter) -> tuple[int, bool]:
    """What somebody wrote is further than a draft that only has its form chosen."""
    return list(LetterState).index(letter.state), not letter.follows_facts


def _earlier(*days: date | None) -> date | None:
    return min(filter(None, days), default=None)
