"""Interviews: entering, changing, ending and binning them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from afterview_tui.domain import news
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.news import News
from afterview_tui.domain.recognising import Recognised, TypedLine, as_named, without_relation
from afterview_tui.domain.records import (
    Briefing,
    Facts,
    Interview,
    Meeting,
    Met,
    Outcome,
    Person,
    Reference,
    Vouching,
)
from afterview_tui.storage import facts
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File
from afterview_tui.storage.people import People
from afterview_tui.storage.rows import columns, record


@dataclass(frozen=True, slots=True)
class Entry:
    """An interview as the form has it, with its people.

    Whom they stand for was recognised by the form, or is when they are put on file. A
    reference's `job_title` is its relation ("former manager"). People that are None
    stay as they are on file.
    """

    interview: Interview
    met: Recognised | Sequence[Person] | None = ()
    references: Recognised | Sequence[Person] | None = ()


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

    def closed(self, today: date) -> list[Interview]:
        """The interviews that ended more than a month ago, newest first."""
        return facts.closed(self._file, today)

    def add(self, entry: Entry) -> int:
        """Put a new interview on file with everyone in it; its id is returned.

        It was entered now, unless it says when.
        """
        return self._add(entry, None)

    def _add(self, entry: Entry, before: Facts | None) -> int:
        """`before` is the earlier round: of its people it is known who they are."""
        new = replace(entry.interview, created_at=entry.interview.created_at or self._file.now())
        with self._file.change(f"added {new.employer}") as change:
            interview_id = change.insert(new)
            self._file.changes.attribute(interview_id)
            self._meet(change, interview_id, entry, before.met if before is not None else ())
            self._vouch(change, interview_id, entry, before.vouching if before is not None else ())
            return interview_id

    def add_round(self, before: Facts, entry: Entry, heard: News | None = None) -> int:
        """Put the next round of an interview on file; its id is returned.

        What a reference knows about the position, they know for this round too. `heard` is how
        they invited to it. Raises NotSaved.
        """
        earlier = before.interview
        follows = replace(entry.interview, round=earlier.round + 1, follows_id=earlier.id)
        with self._file.change(f"added round {follows.round} of {follows.employer}") as change:
            if heard is not None:
                self._hear(change, earlier.id, heard, self._file.now().date())
            interview_id = self._add(replace(entry, interview=follows), before)
            known = {one.reference.id: one.briefing for one in before.vouching}
            for briefing in self._briefings(interview_id):
                if (told := known.get(briefing.reference_id)) is not None:
                    change.update(
                        Briefing,
                        briefing.id,
                        not_needed_on=told.not_needed_on,
                        briefed_on=told.briefed_on or told.called_on,
                        to_stress=told.to_stress,
                        fit=told.fit,
                        note=told.note,
                    )
            return interview_id

    def edit(self, entry: Entry, before: Interview | None = None) -> None:
        """Change an interview. A person taken out of the list goes to the bin, not away.

        With `before`, only what differs from it is written: another window may
        have changed the rest meanwhile. What both wrote is kept. Raises NotSaved.
        """
        interview = entry.interview
        with self._file.change(
            f"changed {interview.employer}", interview_id=interview.id
        ) as change:
            if (known := facts.of(self._file, interview.id)) is None:
                raise NotSaved("This interview is no longer on file; another window removed it.")
            change.write_over(interview, before or known.interview)
            self._meet(change, interview.id, entry, known.met)
            self._vouch(change, interview.id, entry, known.vouching)

    def add_reference(self, interview_id: int, person: Person) -> bool:
        """Name one more reference for this interview. False when they are named already."""
        sentence = f"added {person.shown} as a reference"
        with self._file.change(sentence, interview_id=interview_id) as change:
            own = replace(person, job_title="")
            reference_id = self._people.as_reference(own, relation=person.job_title)
            return self._brief(change, interview_id, reference_id)

    def add_met(self, interview_id: int, person: Person, employer: str) -> bool:
        """Note one more person met at this interview. False when they are noted already."""
        sentence = f"added {person.shown}"
        with self._file.change(sentence, interview_id=interview_id) as change:
            known = self._file.all(Meeting, "interview_id = ?", [interview_id])
            person_id = self._people.add(replace(person, employer=person.employer or employer))
            if person_id in {meeting.person_id for meeting in known}:
                return False
            new = Meeting(interview_id=interview_id, person_id=person_id, position=len(known))
            change.insert(new)
            return True

    def say_about(self, meeting: Meeting, before: Meeting | None = None) -> None:
        """Note what two people talked about, and what to stress.

        With `before`, only what differs from it is written: another window may
        have changed the rest meanwhile.
        """
        with self._file.change("noted the talk", interview_id=meeting.interview_id) as change:
            known = before or self._file.one_or_binned(Meeting, meeting.id)
            change.write_over(meeting, known or Meeting())

    def end(self, interview: Interview, outcome: Outcome, on: date) -> None:
        """Note how the interview ended, on the local date `on`."""
        sentence = f"noted the outcome of {interview.employer}: {outcome}"
        ended = {"outcome": outcome, "outcome_on": None if outcome is Outcome.OPEN else on}
        if outcome is not Outcome.OFFER:
            ended["answer_by"] = None
        with self._file.change(sentence, interview_id=interview.id) as change:
            change.update(Interview, interview.id, **ended)

    def hear(self, interview: Interview, heard: News, on: date) -> None:
        """Note what an employer said, on the local date `on`. Raises NotSaved."""
        sentence = f"noted news from {interview.employer}: {heard.heard}"
        with self._file.change(sentence, interview_id=interview.id) as change:
            self._hear(change, interview.id, heard, on)

    def _hear(self, change: Change, interview_id: int, heard: News, on: date) -> None:
        if (before := facts.of(self._file, interview_id)) is None:
            raise NotSaved("This interview is no longer on file; another window removed it.")
        known, after = _records(before), _records(news.noted(before, heard, on))
        for one in after:
            if one not in known:
                change.put(one)

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

    def _meet(self, change: Change, interview_id: int, entry: Entry, listed: Sequence[Met]) -> None:
        """Make the meetings those of the list: kept ones keep what was said in them.

        Whom another window added meanwhile stays.
        """
        if entry.met is None:
            return
        employer = entry.interview.employer
        met = self._recognised(entry.met, [one.person for one in listed], employer)
        on_file = self._file.all(Meeting, "interview_id = ?", [interview_id])
        before = {meeting.person_id: meeting for meeting in on_file}
        taken: list[int] = []
        for position, line in enumerate(met.lines):
            person_id = self._people.settle(line, employer, taken)
            taken.append(person_id)
            known = before.get(person_id) or self._taken_out(interview_id, line)
            if known is not None:
                change.update(Meeting, known.id, position=position, binned_at=None)
            else:
                new = Meeting(interview_id=interview_id, person_id=person_id, position=position)
                change.insert(new)
        for gone in met.gone:
            if gone.id in before and gone.id not in taken:
                change.bin(Meeting, before[gone.id].id, self._file.now())

    def _vouch(
        self, change: Change, interview_id: int, entry: Entry, listed: Sequence[Vouching]
    ) -> None:
        """Make the references those of the list, as `_meet` does with those met."""
        if entry.references is None:
            return
        named = self._recognised(entry.references, [as_named(one) for one in listed])
        before = {b.reference_id: b for b in self._briefings(interview_id)}
        by_person = {one.person.id: one.reference.id for one in listed}
        taken: list[int] = []
        kept: set[int] = set()
        for line in named.lines:
            person_id = self._people.settle(without_relation(line), taken=taken)
            taken.append(person_id)
            relation = line.typed.job_title
            reference_id = self._people.vouch(person_id, relation)
            if relation and relation != line.was_job_title:
                change.update(Reference, reference_id, relation=relation)
            kept.add(reference_id)
            self._brief(change, interview_id, reference_id)
        for gone in named.gone:
            reference_id = by_person.get(gone.id, 0)
            if reference_id in before and reference_id not in kept:
                change.bin(Briefing, before[reference_id].id, self._file.now())

    def _taken_out(self, interview_id: int, line: TypedLine) -> Meeting | None:
        """The meeting of somebody whom another window took out while the form was open."""
        if line.stands_for is None or not line.is_listed:
            return None
        about = [interview_id, line.stands_for.id]
        sql = f"""
            SELECT {columns(Meeting)} FROM meeting
            WHERE interview_id = ? AND person_id = ? ORDER BY id DESC LIMIT 1
        """
        return next((record(Meeting, row) for row in self._file.read(sql, about)), None)

    def _recognised(
        self, people: Recognised | Sequence[Person], listed: Sequence[Person], employer: str = ""
    ) -> Recognised:
        if isinstance(people, Recognised):
            return people
        return self._people.recognise(people, listed, employer)

    def _brief(self, change: Change, interview_id: int, reference_id: int) -> bool:
        """Name this reference for the interview. False when it is named already."""
        if reference_id in {b.reference_id for b in self._briefings(interview_id)}:
            return False
        change.insert(Briefing(interview_id=interview_id, reference_id=reference_id))
        return True

    def _briefings(self, interview_id: int) -> list[Briefing]:
        return self._file.all(Briefing, "interview_id = ?", [interview_id])


def _records(known: Facts) -> list[Any]:
    """All of an interview in which news may be noted."""
    return [known.interview, known.reflection, *known.follow_ups, *known.adjustments]
