"""The form for an interview, new or changed: from what people type to records and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from afterview_tui.domain import dates, names
from afterview_tui.domain.errors import AfterviewError, NotUnderstood
from afterview_tui.domain.people import Known
from afterview_tui.domain.recognising import as_named
from afterview_tui.domain.records import (
    Briefing,
    Facts,
    Felt,
    Interview,
    Meeting,
    Met,
    Reference,
    Vouching,
)
from afterview_tui.domain.records import Form as Held
from afterview_tui.domain.tasks import tasks
from afterview_tui.domain.text import clean
from afterview_tui.domain.what_follows import what_follows
from afterview_tui.domain.when import Direction, When, typed, when
from afterview_tui.storage.drafts import Drafts
from afterview_tui.storage.interviews import Entry
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, FieldProblem, Form, Hint, Unanswered, Values
from afterview_tui.tui.kit.people_field import OnFile

NEW = "interview:new"
_MET, _TO_MEET, _WORKED_WITH = "Who you met", "You will meet", "You worked with"
_FELT, _TO_FEEL = "How it felt", "Felt (later)"
# The fields that hold a date in words, and what a bare weekday means in each.
_DATES: dict[str, Direction] = {"promised": "future", "missed": "past", "decided": "past"}
_NO_ZONE = "That is no time zone. Zones are named like Europe/London or America/New_York."


def new_interview(
    today: date,
    zone: str,
    add: Callable[[Entry], object],
    drafts: Drafts,
    known: Sequence[Known] = (),
    *,
    month_first: bool | None = None,
) -> Form:
    """The form for a new interview. `add` puts it on file; `known` is the address book."""
    blank = Interview(employer="", held_on=today, zone=zone)
    on_file = OnFile(known, today)
    reader = _Reader(blank, today, on_file, month_first=month_first)
    return Form(
        "New interview",
        _fields(blank, on_file, when_said="", met="", references=""),
        lambda values: add(reader.entry(values)),
        hint=reader.hint,
        follows=reader.follows,
        drafts=drafts,
        draft=NEW,
    )


def edit_interview(
    facts: Facts,
    today: date,
    edit: Callable[[Entry, Interview], object],
    drafts: Drafts,
    known: Sequence[Known] = (),
    *,
    month_first: bool | None = None,
) -> Form:
    """The form for an interview on file; `known` is the address book.

    `edit` gets the interview as it was, too: what nobody touched is not written.
    """
    interview = facts.interview
    met, references = clean(_met_lines(facts)), clean(_reference_lines(facts))
    on_file = OnFile(known, today, facts)
    reader = _Reader(interview, today, on_file, month_first=month_first)

    def save(values: Values) -> object:
        entry = reader.entry(values)
        if values["met"] == met.strip():
            entry = replace(entry, met=None)
        if values["references"] == references.strip():
            entry = replace(entry, references=None)
        return edit(entry, interview)

    return Form(
        f"Change {interview.employer}",
        _fields(
            interview,
            on_file,
            when_said=_said(interview),
            met=met,
            references=references,
        )
        + _later_fields(interview),
        save,
        hint=reader.hint,
        drafts=drafts,
        draft=f"interview:{interview.id}",
    )


def next_round(
    facts: Facts,
    today: date,
    add: Callable[[Entry], object],
    drafts: Drafts,
    known: Sequence[Known] = (),
    *,
    month_first: bool | None = None,
) -> Form:
    """The form for the next round of an interview: employer, role and people come along."""
    before = facts.interview
    blank = Interview(
        employer=before.employer,
        role=before.role,
        held_on=today,
        zone=before.zone,
        form=before.form,
        place=before.place,
        contact_how=before.contact_how,
        position_facts=before.position_facts,
        wanted_for=before.wanted_for,
        who_calls=before.who_calls,
        posting_link=before.posting_link,
        posting=before.posting,
    )
    on_file = OnFile(known, today, facts, is_next_round=True)
    reader = _Reader(blank, today, on_file, prefer="future", month_first=month_first)
    return Form(
        f"Round {before.round + 1} at {before.employer}",
        _fields(
            blank,
            on_file,
            when_said="",
            met=_met_lines(facts),
            references=_reference_lines(facts),
        ),
        lambda values: add(reader.entry(values)),
        hint=reader.hint,
        follows=reader.follows,
        drafts=drafts,
        draft=f"interview:{before.id}:next",
    )


def _met_lines(facts: Facts) -> str:
    return "\n".join(names.as_line(met.person) for met in facts.met)


def _reference_lines(facts: Facts) -> str:
    return "\n".join(names.as_line(as_named(one)) for one in facts.vouching)


def _fields(
    interview: Interview, on_file: OnFile, *, when_said: str, met: str, references: str
) -> list[Field]:
    felt = [(one.value.removeprefix("poorly, ") or "not said", one.value) for one in Felt]
    held = [(one.value.removesuffix(" interview"), one.value) for one in Held]
    promised = dates.full(interview.promised_on) if interview.promised_on else ""
    return [
        Field("employer", "Employer", "whom it was with", value=interview.employer),
        Field("role", "Role", "as they call it", value=interview.role),
        Field("when", "When", "in your words: fri 2pm, yesterday, 20 nov 10:00", value=when_said),
        Field(
            "met", _MET, "one a line: title, name, what they are", lines=3, value=met,
            suggest=on_file.met, looks_at=("employer", "when", "form"),
        ),
        Field(
            "felt", _FELT, options=felt, value=interview.felt.value, looks_at=("when",),
        ),
        Field(
            "references", "References", "one a line: name, how they know you", lines=3,
            value=references, suggest=on_file.reference, is_more=True,
        ),
        Field(
            "promised", "They decide by", "if they named a day", value=promised,
            looks_at=("when",), is_more=True,
        ),
        Field("form", "Held", options=held, value=interview.form.value, is_more=True),
        Field("place", "Place", "street, floor, or the link", value=interview.place, is_more=True),
        Field(
            "posting_link", "Posting", "its link", value=interview.posting_link, is_more=True,
        ),
        Field(
            "posting", "Its text", "pasted whole: postings vanish", 2, value=interview.posting,
            is_more=True,
        ),
    ]  # fmt: skip


def _later_fields(interview: Interview) -> list[Field]:
    """What can be said once there is time for it."""
    decided = dates.full(interview.outcome_on) if interview.outcome_on else ""
    missed = dates.full(interview.missed_call_on) if interview.missed_call_on else ""
    fields = [
        Field("contact_how", "To reach them", "how, and when", value=interview.contact_how),
        Field("missed", "Missed a call", "the day they did not call as agreed", value=missed),
        Field("zone", "Time zone", "such as Europe/London", value=interview.zone),
        Field(
            "position_facts", "About the job", "what a reference should know of it", 2,
            value=interview.position_facts,
        ),
        Field(
            "wanted_for", "Why you want it", "for your references, too", 2,
            value=interview.wanted_for,
        ),
        Field(
            "who_calls", "Who will call", "your references: who, and when",
            value=interview.who_calls,
        ),
        Field("to_ask", "To ask them", "one a line", 2, value=interview.to_ask),
        Field("notes", "Notes", lines=3, value=interview.notes),
    ]  # fmt: skip
    if interview.outcome_on is not None:
        fields.insert(2, Field("decided", "Decided on", value=decided))
    return [replace(field, is_more=True) for field in fields]


class _Reader:
    """Reads the form's fields; what is not in the form stays as it is on file."""

    def __init__(
        self,
        interview: Interview,
        today: date,
        on_file: OnFile,
        prefer: Direction = "past",
        month_first: bool | None = None,
    ) -> None:
        self._interview = interview
        self._today = today
        self._on_file = on_file
        self._prefer = prefer
        self._month_first = month_first
        self._unsaid = _said(interview) if interview.id else "today"

    def entry(self, values: Values) -> Entry:
        """The interview and its people.

        Raises FieldProblem for the field that needs a look, Unanswered for a name that may
        be a new one of somebody who was in the list.
        """
        if not values["employer"]:
            raise FieldProblem("employer", "Whom was it with? A name is enough.")
        try:
            held = self._held(values["when"])
        except NotUnderstood as error:
            raise FieldProblem("when", error.message) from error
        interview = replace(
            self._interview,
            employer=values["employer"],
            role=values["role"],
            held_on=held.day,
            starts_at=held.starts_at,
            ends_at=held.ends_at,
            zone=held.zone or self._interview.zone,
            felt=Felt(values["felt"]),
            promised_on=self._date("promised", values),
            form=Held(values["form"]),
            place=values["place"],
            posting_link=values["posting_link"],
            posting=values["posting"],
        )
        if "zone" in values:
            interview = self._with_later_fields(interview, values, held.zone)
        met = self._on_file.people_met(values["met"], values["employer"])
        references = self._on_file.references(values["references"])
        for field, found in (("met", met), ("references", references)):
            if (question := self._on_file.question(found)) is not None:
                raise Unanswered(replace(question, field=field))
        return Entry(interview, met=met, references=references)

    def hint(self, name: str, values: Values) -> Hint:
        """What is understood of a field, while it is typed in."""
        value = values[name]
        if name == "when":
            return self._understood(value)
        if name in _DATES:
            earliest = self._held_on(values) if name == "promised" else None
            return date_hint(
                value, self._today, _DATES[name], earliest, month_first=self._month_first
            )
        if name == "zone" and value and not _is_zone(value):
            return Hint(_NO_ZONE, is_problem=True)
        if name == "met":
            hint = self._on_file.hint_met(value, values["employer"])
            return replace(hint, label=self._who(values))
        if name == "felt":
            return Hint(label=_TO_FEEL if self._is_to_come(values) else _FELT)
        if name == "references":
            return self._on_file.hint_references(value)
        return Hint()

    def _is_to_come(self, values: Values) -> bool:
        held_on = self._held_on(values)
        return held_on is not None and held_on > self._today

    def _who(self, values: Values) -> str:
        """What the list of people is: whom one met, or is still to meet."""
        if self._is_to_come(values):
            return _TO_MEET
        return _WORKED_WITH if values["form"] == Held.WORKING else _MET

    def follows(self, values: Values) -> str:
        """What there will be to do once this is on file; "" while that cannot be said."""
        try:
            entry = self.entry(values)
        except AfterviewError:
            return ""
        met = self._on_file.people_met(values["met"], values["employer"]).lines
        references = self._on_file.references(values["references"]).lines
        entered = datetime.combine(self._today, time())
        interview = replace(entry.interview, created_at=entered)
        facts = Facts(
            interview,
            met=tuple(
                Met(Meeting(id=number, person_id=number), one.typed)
                for number, one in enumerate(met, 1)
            ),
            vouching=tuple(
                Vouching(Briefing(id=number), Reference(id=number), one.typed)
                for number, one in enumerate(references, 1)
            ),
        )
        return what_follows(tasks(facts, self._today), self._today)

    def _understood(self, value: str) -> Hint:
        try:
            return Hint(self._held(value).words(self._today))
        except NotUnderstood as error:
            return Hint(error.message, is_problem=True)

    def _held(self, said: str) -> When:
        """When the interview is; nothing said is today, or what is on file."""
        text = said or self._unsaid
        return when(text, self._today, prefer=self._prefer, month_first=self._month_first)

    def _held_on(self, values: Values) -> date | None:
        with suppress(NotUnderstood):  # said beside its own field
            return self._held(values["when"]).day
        return None

    def _with_later_fields(self, interview: Interview, values: Values, zone_said: str) -> Interview:
        """What can be said later. A zone beside the time counts unless the field was changed."""
        zone = values["zone"]
        if zone and not _is_zone(zone):
            raise FieldProblem("zone", _NO_ZONE)
        if zone_said and zone == self._interview.zone:
            zone = zone_said
        elif zone_said and zone != zone_said:
            raise FieldProblem("zone", f"“When” names the time of {zone_said}. Which is it?")
        decided = self._date("decided", values) if "decided" in values else None
        return replace(
            interview,
            missed_call_on=self._date("missed", values),
            outcome_on=decided or interview.outcome_on,
            contact_how=values["contact_how"],
            zone=zone,
            position_facts=values["position_facts"],
            wanted_for=values["wanted_for"],
            who_calls=values["who_calls"],
            to_ask=values["to_ask"],
            notes=values["notes"],
        )

    def _date(self, name: str, values: Values) -> date | None:
        return date_in(name, values[name], self._today, _DATES[name], month_first=self._month_first)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _said(interview: Interview) -> str:
    """The date of an interview as `when` reads it back."""
    return typed(interview.held_on, interview.starts_at, interview.ends_at)
