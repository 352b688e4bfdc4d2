"""Reading the address book: everybody, with all that happened, in a handful of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from afterview_tui.domain import names
from afterview_tui.domain.people import Call, Encounter, Known, Vouched
from afterview_tui.domain.records import Briefing, FollowUp, Interview, Meeting, Person, Reference
from afterview_tui.domain.text import fold
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import columns, day, record

Interviews = Mapping[int, Interview]
_NEWEST = "ORDER BY interview.held_on DESC, interview.id DESC"


def everyone(file: File) -> list[Known]:
    """Every person not in the bin, by surname, then name. Interviews in the bin are left out."""
    interviews = {one.id: one for one in file.all(Interview, "1")}
    encounters = _encounters(file, interviews)
    vouched, calls = _vouched(file, interviews), _calls(file, interviews)
    references = {one.person_id: one for one in file.all(Reference, "1 ORDER BY id DESC")}
    known = []
    for person in file.all(Person, "1 ORDER BY id"):
        reference = references.get(person.id)
        known.append(
            Known(
                person,
                tuple(encounters[person.id]),
                reference,
                tuple(vouched[reference.id]) if reference is not None else (),
                tuple(calls[person.id]),
            )
        )
    return sorted(known, key=lambda one: (fold(names.surname(one.person)), fold(one.person.name)))


def _encounters(file: File, interviews: Interviews) -> dict[int, list[Encounter]]:
    sent = """
        SELECT max(coalesce(sent_on, '')) FROM letter
        WHERE letter.interview_id = meeting.interview_id AND letter.binned_at IS NULL
        AND letter.person_id = meeting.person_id AND letter.state = 'sent'
    """
    sql = f"""
        SELECT {columns(Meeting, "meeting")}, coalesce(reflection.unsaid, ''), ({sent})
        FROM meeting JOIN interview ON interview.id = meeting.interview_id
        LEFT JOIN reflection ON reflection.interview_id = interview.id
            AND reflection.binned_at IS NULL
        WHERE meeting.binned_at IS NULL AND interview.binned_at IS NULL {_NEWEST}, meeting.id
    """
    grouped: dict[int, list[Encounter]] = defaultdict(list)
    for *row, unsaid, sent_on in file.read(sql):
        meeting = record(Meeting, row)
        # Another window may add an interview between two of the queries.
        if (interview := interviews.get(meeting.interview_id)) is not None:
            one = Encounter(
                interview,
                meeting,
                unsaid,
                is_letter_sent=sent_on is not None,
                sent_on=day(sent_on),
            )
            grouped[meeting.person_id].append(one)
    return grouped


def _vouched(file: File, interviews: Interviews) -> dict[int, list[Vouched]]:
    """What each reference vouched for, by the reference's id."""
    sql = f"""
        SELECT {columns(Briefing, "briefing")}
        FROM briefing JOIN interview ON interview.id = briefing.interview_id
        WHERE briefing.binned_at IS NULL AND interview.binned_at IS NULL {_NEWEST}, briefing.id
    """
    grouped: dict[int, list[Vouched]] = defaultdict(list)
    for row in file.read(sql):
        briefing = record(Briefing, row)
        if (interview := interviews.get(briefing.interview_id)) is not None:
            grouped[briefing.reference_id].append(Vouched(interview, briefing))
    return grouped


def _calls(file: File, interviews: Interviews) -> dict[int, list[Call]]:
    sql = f"""
        SELECT {columns(FollowUp, "follow_up")}
        FROM follow_up JOIN interview ON interview.id = follow_up.interview_id
        WHERE follow_up.binned_at IS NULL AND interview.binned_at IS NULL
        AND follow_up.person_id IS NOT NULL AND follow_up.done_on IS NOT NULL
        ORDER BY follow_up.done_on DESC, follow_up.id DESC
    """
    grouped: dict[int, list[Call]] = defaultdict(list)
    for row in file.read(sql):
        follow_up = record(FollowUp, row)
        if (interview := interviews.get(follow_up.interview_id)) is not None:
            grouped[follow_up.person_id or 0].append(Call(interview, follow_up))
    return grouped
