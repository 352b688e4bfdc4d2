"""Interviews: entering, changing, ending and binning them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.names import noted
from afterview_tui.domain.records import (
    Briefing,
    Facts,
    FollowUp,
    Interview,
    Meeting,
    Outcome,
    Person,
    Reference,
    Vouching,
)
from afterview_tui.domain.steps import follow_up
from afterview_tui.domain.text import fold
from afterview_tui.storage import facts
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File
from afterview_tui.storage.people import People


@dataclass(frozen=True, slots=True)
class Entry:
    """An interview as the form has it: with the people, not yet told from those on file.

    A reference's `job_title` is its relation ("former manager"). People that
    are None stay as they are on file.
    """

    interview: Interview
    met: Sequence[Person] | None = ()
    references: Sequence[Person] | None = ()


_IN_A_LINE = ("name", "title", "post_nominals", "called", "pronouns")


class Interviews:
    """The interviews of a job search."""

    def __init__(self, file: File, people: People) -> None:
        self._file = file
        self._people = people

    def open_ones(self, today: date) -> list[Facts]:
        """Every interview that may still want something."""
        return facts.open_ones(self._file, today)

    def facts(self, interview_id: int) -> Facts | None:
        """All that is on file about one interview."""
        return facts.of(self._file, interview_id)

    def thread(self, interview_id: int) -> list[Facts]:
        """All rounds of this interview, oldest first."""
        return facts.thread(self._file, interview_id)

    def coming(self) -> Interview | None:
        """The next interview that is still to be held, if one is on file."""
        where = """
            outcome = 'open' AND held_on || ' ' || coalesce(starts_at, '24:00') >= ?
            ORDER BY held_on, coalesce(starts_at, '24:00'), id LIMIT 1
        """
        now = self._file.now().strftime("%Y-%m-%d %H:%M")
        return next(iter(self._file.all(Interview, where, [now])), None)

    def closed_count(self, today: date) -> int:
        """How many interviews ended more than a month ago."""
        return facts.closed_count(self._file, today)

    def closed(self, today: date, among: Collection[int] | None = None) -> list[Interview]:
        """The interviews that ended more than a month ago, newest first; of all, or of some."""
        return facts.closed(self._file, today, among)

    def add(self, entry: Entry) -> int:
        """Put a new interview on file with everyone in it; its id is returned."""
        return self._add(entry, ())

    def _add(self, entry: Entry, listed: Iterable[Vouching]) -> int:
        """`listed` are references of an earlier round: of them it is known who they are."""
        new = replace(entry.interview, created_at=self._file.now())
        with self._file.change(f"added {new.employer}") as change:
            interview_id = change.insert(new)
            self._file.changes.attribute(interview_id)
            self._meet(change, interview_id, entry)
            self._vouch(change, interview_id, entry.references or (), listed)
            return interview_id

    def add_round(self, before: Facts, entry: Entry) -> int:
        """Put the next round of an interview on file; its id is returned.

        What a reference knows about the position, they know for this round too.
        """
        earlier = before.interview
        follows = replace(entry.interview, round=earlier.round + 1, follows_id=earlier.id)
        with self._file.change(f"added round {follows.round} of {follows.employer}") as change:
            interview_id = self._add(replace(entry, interview=follows), before.vouching)
            known = {one.reference.id: one.briefing for one in before.vouching}
            for briefing in self._briefings(interview_id):
                if (told := known.get(briefing.reference_id)) is not None:
                    change.update(
                        Briefing,
                        briefing.id,
                        not_needed_on=told.not_needed_on,
                        briefed_on=told.briefed_on or told.called_on,
                        note=told.note,
                    )
            return interview_id

    def edit(self, entry: Entry, before: Interview | None = None) -> None:
        """Change an interview. A person taken out of the list goes to the bin, not away.

        With `before`, only what differs from it is written: another window may
        have changed the rest meanwhile. Raises NotSaved.
        """
        interview = entry.interview
        with self._file.change(
            f"changed {interview.employer}", interview_id=interview.id
        ) as change:
            if (known := facts.of(self._file, interview.id)) is None:
                raise NotSaved("This interview is no longer on file; another window removed it.")
            change.update(Interview, interview.id, **_changed(interview, before))
            if entry.met is not None:
                self._meet(change, interview.id, entry)
            if entry.references is not None:
                self._vouch(change, interview.id, entry.references, known.vouching)

    def add_reference(self, interview_id: int, person: Person) -> None:
        """Name one more reference for this interview."""
        sentence = f"added {person.shown} as a reference"
        with self._file.change(sentence, interview_id=interview_id) as change:
            self._brief(change, interview_id, person)

    def add_met(self, interview_id: int, person: Person, employer: str) -> None:
        """Note one more person met at this interview."""
        sentence = f"added {person.shown}"
        with self._file.change(sentence, interview_id=interview_id) as change:
            known = self._file.all(Meeting, "interview_id = ?", [interview_id])
            person_id = self._people.enter(replace(person, employer=person.employer or employer))
            if person_id not in {meeting.person_id for meeting in known}:
                new = Meeting(interview_id=interview_id, person_id=person_id, position=len(known))
                change.insert(new)

    def say_about(self, meeting: Meeting, before: Meeting | None = None) -> None:
        """Note what two people talked about, what was forgotten, what to stress.

        With `before`, only what differs from it is written: another window may
        have changed the rest meanwhile.
        """
        with self._file.change("noted the talk", interview_id=meeting.interview_id) as change:
            change.update(Meeting, meeting.id, **_changed(meeting, before))

    def end(self, interview: Interview, outcome: Outcome, on: date) -> None:
        """Note how the interview ended, on the local date `on`."""
        sentence = f"noted the outcome of {interview.employer}: {outcome}"
        decided = None if outcome is Outcome.OPEN else on
        with self._file.change(sentence, interview_id=interview.id) as change:
            change.update(Interview, interview.id, outcome=outcome, outcome_on=decided)

    def promise(self, known: Facts, on: date | None) -> None:
        """Note the local date by which they decide, in the place of the one that stands now."""
        interview, tried = known.interview, follow_up.promising_try(known)
        with self._file.change(
            f"noted when {interview.employer} decides", interview_id=interview.id
        ) as change:
            if tried is not None:
                change.update(FollowUp, tried.id, new_promise=on)
            else:
                change.update(Interview, interview.id, promised_on=on)

    def miss_call(self, interview: Interview, on: date) -> None:
        """Note that they did not call on the local date `on`, as they had agreed to."""
        with self._file.change(
            f"noted that {interview.employer} did not call as agreed", interview_id=interview.id
        ) as change:
            change.update(Interview, interview.id, missed_call_on=on)

    def bin(self, interview: Interview) -> None:
        """Delete an interview into the bin."""
        with self._file.change(
            f"deleted {interview.employer}", interview_id=interview.id
        ) as change:
            change.bin(Interview, interview.id, self._file.now())

    def _meet(self, change: Change, interview_id: int, entry: Entry) -> None:
        """Make the meetings those of the list: kept ones keep what was said in them."""
        on_file = self._file.all(Meeting, "interview_id = ?", [interview_id])
        before = {meeting.person_id: meeting for meeting in on_file}
        met: set[int] = set()
        for position, person in enumerate(entry.met or ()):
            here = replace(person, employer=person.employer or entry.interview.employer)
            person_id = self._same_person(change, here, list(before))
            if person_id in met:  # named twice
                continue
            met.add(person_id)
            known = before.pop(person_id, None)
            if known is not None:
                change.update(Meeting, known.id, position=position)
            else:
                new = Meeting(interview_id=interview_id, person_id=person_id, position=position)
                change.insert(new)
        for gone in before.values():
            change.bin(Meeting, gone.id, self._file.now())

    def _vouch(
        self,
        change: Change,
        interview_id: int,
        wanted: Sequence[Person],
        listed: Iterable[Vouching],
    ) -> None:
        """Make the references those of the list: a name in it is whom it stood for before."""
        before = {b.reference_id: b for b in self._briefings(interview_id)}
        known = list(listed)
        for person in wanted:
            mine = [one for one in known if fold(one.person.name) == fold(person.name)]
            if mine:
                known.remove(mine[0])
                self._as_typed(change, mine[0].person.id, replace(person, job_title=""))
            reference_id = mine[0].reference.id if mine else None
            before.pop(self._brief(change, interview_id, person, reference_id), None)
        for gone in before.values():
            change.bin(Briefing, gone.id, self._file.now())

    def _brief(
        self, change: Change, interview_id: int, person: Person, reference_id: int | None = None
    ) -> int:
        """Name this reference for the interview, once; the reference's id is returned."""
        if reference_id is None:
            own = replace(person, job_title="")
            reference_id = self._people.as_reference(own, relation=person.job_title)
        if person.job_title:
            change.update(Reference, reference_id, relation=person.job_title)
        known = {b.reference_id for b in self._briefings(interview_id)}
        if reference_id not in known:
            change.insert(Briefing(interview_id=interview_id, reference_id=reference_id))
        return reference_id

    def _briefings(self, interview_id: int) -> list[Briefing]:
        return self._file.all(Briefing, "interview_id = ?", [interview_id])

    def _same_person(self, change: Change, person: Person, listed: Sequence[int]) -> int:
        """The id of a person in the list; one who was in it already is changed as typed."""
        for person_id in listed:
            known = self._people.get(person_id)
            if known is not None and fold(known.name) == fold(person.name):
                self._as_typed(change, person_id, person)
                change.update(Person, person_id, job_title=person.job_title)
                return person_id
        return self._people.enter(person)

    def _as_typed(self, change: Change, person_id: int, person: Person) -> None:
        """What the line of a person says; how to reach them, only where it says it."""
        typed = {name: getattr(person, name) for name in _IN_A_LINE}
        reach = {name: new for name in ("phone", "email") if (new := getattr(person, name))}
        if (known := self._people.get(person_id)) is not None:
            reach["notes"] = noted(known.notes, person.notes)
        change.update(Person, person_id, **typed, **reach)


def _changed(record: Any, before: Any | None) -> dict[str, Any]:
    """The fields of a record that differ from what it was before, or all of them."""
    new = {field.name: getattr(record, field.name) for field in fields(record)}
    del new["id"]
    return {k: one for k, one in new.items() if before is None or one != getattr(before, k)}
