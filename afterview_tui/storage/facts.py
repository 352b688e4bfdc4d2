"""Reading all that is on file about interviews, in a handful of queries for any number."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.letter import Letter, Template
from afterview_tui.domain.records import (
    Adjustment,
    Briefing,
    Facts,
    FollowUp,
    Interview,
    Me,
    Meeting,
    Met,
    OwnItem,
    Person,
    Question,
    Reference,
    Reflection,
    Use,
    Vouching,
)
from afterview_tui.domain.reference_use import WITHIN
from afterview_tui.domain.steps.outcome import LAPSE, are_rounds
from afterview_tui.domain.story import Story, Telling, Told
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import LOST, columns, day, record, width

Record = TypeVar("Record")
COUNTED = 2 * WITHIN  # so that a clock put back or on does not change the count

_NEXT_ROUND = """
    (SELECT min(later.held_on) FROM interview AS later
     WHERE later.follows_id = interview.id AND later.binned_at IS NULL)
"""
# The first interview after this one that is held, also on the same day. Of those that are past
# nothing can be prepared any more, so one that is still to come is better.
_FOLLOWING = """
    (SELECT later.held_on FROM interview AS later
     WHERE later.held_on >= {0} AND later.binned_at IS NULL
     AND (later.held_on > interview.held_on OR later.starts_at > interview.starts_at)
     AND (later.outcome = 'open' OR coalesce(later.outcome_on, later.held_on) >= later.held_on)
     ORDER BY later.held_on LIMIT 1)
"""
# The same rule as `domain.steps.outcome.has_lapsed`, so that what has lapsed is
# never read at the start; the earlier rounds of what is read come with it. A
# test holds the two together.
_OPEN = f"""
    WITH RECURSIVE still(id, follows_id) AS (
        SELECT id, follows_id FROM interview
        WHERE binned_at IS NULL AND (
            outcome = 'offer'
            OR coalesce(
                CASE outcome WHEN 'open' THEN coalesce({_NEXT_ROUND}, :lapsed_before) END,
                outcome_on, held_on
            ) >= :lapsed_before
            OR id IN (SELECT interview_id FROM adjustment WHERE moved_to >= :lapsed_before
                      OR brought_back_on >= :lapsed_before)
            OR id IN (SELECT interview_id FROM own_item WHERE done_on IS NULL AND binned_at IS NULL)
        )
        UNION
        SELECT earlier.id, earlier.follows_id FROM interview AS earlier
        JOIN still ON earlier.id = still.follows_id WHERE earlier.binned_at IS NULL
    )
    SELECT id FROM still
"""


_THOSE = "(SELECT value FROM json_each(:ids))"


_WITH_WHAT_FOLLOWS = f"""
    SELECT {columns(Interview)},
        coalesce(
            {_FOLLOWING.format("max(interview.held_on, :today)")},
            {_FOLLOWING.format("interview.held_on")}
        ),
        {_NEXT_ROUND}
    FROM interview WHERE binned_at IS NULL AND id IN {_THOSE} ORDER BY held_on DESC, id DESC
"""


def open_ones(file: File, today: date) -> list[Facts]:
    """Every interview that may still want something, or ended within the last month.

    An open one brings its earlier rounds along.
    """
    return _load(file, [row[0] for row in file.read(_OPEN, _lapsed(today))])


def interviews(file: File) -> list[Interview]:
    """Every interview on file by itself, newest first."""
    return file.all(Interview, "true ORDER BY held_on DESC, id DESC")


def every(file: File) -> list[Facts]:
    """All that is on file about every interview, newest first."""
    return _load(file, [row[0] for row in file.read("SELECT id FROM interview")])


def of(file: File, interview_id: int) -> Facts | None:
    """One interview, unless it is in the bin."""
    found = _load(file, [interview_id])
    return found[0] if found else None


def closed_count(file: File, today: date) -> int:
    """How many interviews `open_ones` leaves out."""
    sql = f"SELECT count(*) FROM interview WHERE binned_at IS NULL AND id NOT IN ({_OPEN})"
    return int(file.read(sql, _lapsed(today))[0][0])


def closed(file: File, today: date) -> list[Interview]:
    """The interviews that `open_ones` leaves out, newest first."""
    where = f"id NOT IN ({_OPEN}) ORDER BY held_on DESC, id DESC"
    return file.all(Interview, where, _lapsed(today))


def _lapsed(today: date) -> dict[str, Any]:
    return {"lapsed_before": (today - LAPSE).isoformat()}


def _load(file: File, ids: Iterable[int]) -> list[Facts]:
    """The facts of these interviews, the newest first, those in the bin left out."""
    parameters = {"ids": json.dumps(list(ids)), "today": file.now().date().isoformat()}
    found = file.read(_WITH_WHAT_FOLLOWS, parameters)
    within = f"interview_id IN {_THOSE}"

    def grouped(kind: type[Record], order: str = "id") -> dict[int, tuple[Record, ...]]:
        return _grouped(file.all(kind, f"{within} ORDER BY {order}", parameters))

    people = _people(file, within, parameters)
    meetings = grouped(Meeting, "position, id")
    references = _references(file, within, parameters)
    briefings = grouped(Briefing)
    letters = grouped(Letter)
    follow_ups = grouped(FollowUp)
    reflections = grouped(Reflection)
    feelings = grouped(Feeling)
    questions = grouped(Question)
    again = _asked_again(file, parameters)
    often = dict(file.read(_OFTEN)) if any(again.values()) or any(questions.values()) else {}
    told = _told(file, parameters)
    own_items = grouped(OwnItem)
    adjustments = grouped(Adjustment)
    mine = file.one(Me, 1) or Me()
    templates = tuple(file.all(Template, "true ORDER BY id"))
    answered = file.all(Interview, _ANSWERED)
    every = []
    for row in found:
        interview = record(Interview, row[:-2])
        number = interview.id
        # Each once, whatever another hand put on file: the lines of a list are told apart by it.
        asked = {one.id: one for one in (*questions.get(number, ()), *again.get(number, ()))}
        every.append(
            Facts(
                interview=interview,
                month_first=file.month_first,
                met=tuple([_met(one, people) for one in meetings.get(number, ())]),
                vouching=tuple([_vouching(one, references) for one in briefings.get(number, ())]),
                letters=letters.get(number, ()),
                follow_ups=follow_ups.get(number, ()),
                reflection=reflections.get(number, (Reflection(interview_id=number),))[0],
                feelings=feelings.get(number, ()),
                questions=tuple(asked.values()),
                often={one: often[one] for one in asked if one in often},
                told=tuple(told[number]),
                own_items=own_items.get(number, ()),
                adjustments=adjustments.get(number, ()),
                me=mine,
                templates=templates,
                next_interview_on=day(row[-2]),
                next_round_on=day(row[-1]),
                elsewhere=tuple(one for one in answered if not are_rounds(one, interview)),
            )
        )
    return every


# The offers that want their answer soonest, one more than can be of one thread, and the job
# that was taken last: more of them no rule asks for.
_ANSWERED = """
    id IN (SELECT id FROM interview WHERE outcome = 'offer' AND binned_at IS NULL
           ORDER BY coalesce(answer_by, outcome_on, held_on), id LIMIT 3)
    OR id IN (SELECT id FROM interview WHERE outcome = 'accepted' AND binned_at IS NULL
              ORDER BY coalesce(outcome_on, held_on) DESC, id DESC LIMIT 1)
    ORDER BY coalesce(answer_by, outcome_on, held_on), id
"""


def _asked_again(file: File, parameters: Mapping[str, Any]) -> dict[int, list[Question]]:
    """The questions that were on file when they came up at these interviews."""
    sql = f"""
        SELECT asking.interview_id, {columns(Question, "question")}
        FROM asking JOIN question ON question.id = asking.question_id
        WHERE asking.interview_id IN {_THOSE}
        AND asking.binned_at IS NULL AND question.binned_at IS NULL ORDER BY asking.id
    """
    found: dict[int, list[Question]] = defaultdict(list)
    for interview_id, *row in file.read(sql, parameters):
        found[interview_id].append(record(Question, row))
    return found


# At how many interviews a question came up that did so more than once.
_OFTEN = """
    SELECT place.question_id, count(DISTINCT place.interview_id) AS places FROM (
        SELECT question_id, interview_id FROM asking WHERE binned_at IS NULL
        UNION ALL
        SELECT id, interview_id FROM question
        WHERE id IN (SELECT question_id FROM asking WHERE binned_at IS NULL)
    ) AS place
    JOIN interview ON interview.id = place.interview_id AND interview.binned_at IS NULL
    GROUP BY place.question_id HAVING places > 1
"""


def _told(file: File, parameters: Mapping[str, Any]) -> dict[int, list[Told]]:
    """The stories that were told at these interviews."""
    sql = f"""
        SELECT {columns(Telling, "telling")}, {columns(Story, "story")}
        FROM telling JOIN story ON story.id = telling.story_id
        WHERE telling.interview_id IN {_THOSE}
        AND telling.binned_at IS NULL AND story.binned_at IS NULL ORDER BY telling.id
    """
    split = width(Telling)
    found: dict[int, list[Told]] = defaultdict(list)
    for row in file.read(sql, parameters):
        telling = record(Telling, row[:split])
        found[telling.interview_id].append(Told(telling, record(Story, row[split:])))
    return found


def _people(file: File, within: str, parameters: Mapping[str, Any]) -> dict[int, Person]:
    """Everybody met at these interviews, by id."""
    those = f"SELECT person_id FROM meeting WHERE {within}"
    sql = f"SELECT {columns(Person)} FROM person WHERE id IN ({those})"
    return {row[0]: record(Person, row) for row in file.read(sql, parameters)}


def _met(meeting: Meeting, people: Mapping[int, Person]) -> Met:
    """A meeting with the person; with one that says so where damage took them away."""
    number = meeting.person_id
    return Met(meeting, people.get(number) or Person(id=number, name=LOST))


def _vouching(
    briefing: Briefing, references: Mapping[int, tuple[Reference, Person, Use]]
) -> Vouching:
    number = briefing.reference_id
    lost = Reference(id=number), Person(name=LOST), Use()
    return Vouching(briefing, *references.get(number, lost))


def _references(
    file: File, within: str, parameters: Mapping[str, Any]
) -> dict[int, tuple[Reference, Person, Use]]:
    """The references of these interviews, by id, and how often they were used, over all.

    Two interviews on one day were one call. Of the days further back than
    anybody counts, only the last one is read.
    """
    those = f"SELECT reference_id FROM briefing WHERE {within}"
    counted = """
        FROM briefing WHERE reference_id = reference.id AND binned_at IS NULL
        AND interview_id NOT IN (SELECT id FROM interview WHERE binned_at IS NOT NULL)
    """
    sql = f"""
        SELECT
            (SELECT briefed_on {counted} ORDER BY briefed_on DESC LIMIT 1),
            (SELECT thanked_on {counted} ORDER BY thanked_on DESC LIMIT 1),
            (SELECT json_group_array(DISTINCT briefed_on) {counted} AND briefed_on >= :since),
            {columns(Reference, "reference")}, {columns(Person, "person")}
        FROM reference LEFT JOIN person ON person.id = reference.person_id
        WHERE reference.id IN ({those})
    """
    since = (file.now().date() - COUNTED).isoformat()
    split = width(Reference)
    found = {}
    for last, thanked_on, lately, *row in file.read(sql, {**parameters, "since": since}):
        days = {day(one) for one in [*json.loads(lately), last]}
        use = Use(tuple(sorted(filter(None, days))), day(thanked_on))
        reference, its = record(Reference, row[:split]), row[split:]
        is_lost = its[0] is None
        person = Person(id=reference.person_id, name=LOST) if is_lost else record(Person, its)
        found[reference.id] = reference, person, use
    return found


def _grouped(records: Iterable[Any]) -> dict[int, tuple[Any, ...]]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for one in records:
        grouped[one.interview_id].append(one)
    return {number: tuple(of_one) for number, of_one in grouped.items()}


# Rounds that follow each other, in both directions. UNION ends a ring of them.
_THREAD = """
    WITH RECURSIVE linked (id) AS (
        VALUES (:id)
        UNION
        SELECT later.id FROM linked JOIN interview AS later ON later.follows_id = linked.id
        UNION
        SELECT this.follows_id FROM linked JOIN interview AS this ON this.id = linked.id
        WHERE this.follows_id IS NOT NULL
    )
    SELECT id FROM linked
"""


def thread(file: File, interview_id: int) -> list[Facts]:
    """All rounds of this interview, oldest first; those in the bin are left out."""
    rounds = [row[0] for row in file.read(_THREAD, {"id": interview_id})]
    return _load(file, rounds)[::-1]
