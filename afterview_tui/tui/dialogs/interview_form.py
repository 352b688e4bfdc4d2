"""The form for an interview, new or changed: from what people type to records and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from afterview_tui.domain import dates, names
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.people import Known
from afterview_tui.domain.records import Facts, Felt, Interview, Person
from afterview_tui.domain.records import Form as Held
from afterview_tui.domain.when import day, when
from afterview_tui.storage.drafts import Drafts
from afterview_tui.storage.interviews import Entry
from afterview_tui.tui.dialogs.form import Field, FieldProblem, Form, Hint, Values
from afterview_tui.tui.dialogs.on_file import OnFile

NEW = "interview:new"


def new_interview(
    today: date,
    zone: str,
    add: Callable[[Entry], object],
    drafts: Drafts,
    known: Sequence[Known] = (),
) -> Form:
    """The form for a new interview. `add` puts it on file; `known` is the address book."""
    blank = Interview(employer="", held_on=today, zone=zone)
    on_file = OnFile(known, today)
    reader = _Reader(blank, today, on_file)
    return Form(
        "New interview",
        _fields(blank, on_file, when_said="", met="", references=""),
        lambda values: add(reader.entry(values)),
        hint=reader.hint,
        drafts=drafts,
        draft=NEW,
    )


def edit_interview(
    facts: Facts,
    today: date,
    edit: Callable[[Entry], object],
    drafts: Drafts,
    known: Sequence[Known] = (),
) -> Form:
    """The form for an interview on file; `known` is the address book."""
    interview = facts.interview
    on_file = OnFile(known, today, facts)
    reader = _Reader(interview, today, on_file, people={p.name: p for p in _everyone(facts)})
    return Form(
        f"Change {interview.employer}",
        _fields(
            interview,
            on_file,
            when_said=_said(interview),
            met="\n".join(names.as_line(met.person) for met in facts.met),
            references="\n".join(
                _reference_line(v.person, v.reference.relation) for v in facts.vouching
            ),
        ),
        lambda values: edit(reader.entry(values)),
        hint=reader.hint,
        drafts=drafts,
        draft=f"interview:{interview.id}",
    )


def _fields(
    interview: Interview, on_file: OnFile, *, when_said: str, met: str, references: str
) -> list[Field]:
    felt = [(one.value or "not said", one.value) for one in Felt]
    held = [(one.value, one.value) for one in Held]
    promised = dates.full(interview.promised_on) if interview.promised_on else ""
    return [
        Field("employer", "Employer", "Lakeside Dental", value=interview.employer),
        Field("role", "Role", "Dental hygienist", value=interview.role),
        Field("when", "When", "fri 2pm", value=when_said),
        Field(
            "met", "Who you met", "Dr. Maria Chen, owner — one a line", lines=3, value=met,
            suggest=on_file.met, looks_at=("employer",),
        ),
        Field("felt", "How it felt", options=felt, value=interview.felt.value),
        Field(
            "references", "References", "Amy Ortiz, former manager — one a line", lines=2,
            value=references, suggest=on_file.reference,
        ),
        Field(
            "promised", "They decide by", "if they named a day", value=promised,
            looks_at=("when",),
        ),
        Field("form", "Held", options=held, value=interview.form.value),
        Field("place", "Place", value=interview.place),
    ]  # fmt: skip


class _Reader:
    """Reads the form's fields; what is not in the form stays as it is on file."""

    def __init__(
        self,
        interview: Interview,
        today: date,
        on_file: OnFile,
        people: dict[str, Person] | None = None,
    ) -> None:
        self._interview = interview
        self._today = today
        self._on_file = on_file
        self._people = people or {}

    def entry(self, values: Values) -> Entry:
        """The interview and its people. Raises FieldProblem for the field that needs a look."""
        if not values["employer"]:
            raise FieldProblem("employer", "Whom was it with? A name is enough.")
        try:
            held = when(values["when"] or "today", self._today, prefer="past")
        except NotUnderstood as error:
            raise FieldProblem("when", error.message) from error
        interview = replace(
            self._interview,
            employer=values["employer"],
            role=values["role"],
            held_on=held.day,
            starts_at=held.starts_at,
            ends_at=held.ends_at,
            felt=Felt(values["felt"]),
            promised_on=self._promised(values["promised"]),
            form=Held(values["form"]),
            place=values["place"],
        )
        return Entry(
            interview,
            met=[self._known(person) for person in names.people(values["met"])],
            references=names.people(values["references"]),
        )

    def hint(self, name: str, values: Values) -> Hint:
        """What is understood of a field, while it is typed in."""
        value = values[name]
        if name == "when":
            return self._understood(value)
        if name == "promised" and value:
            return self._understood_promise(value, values["when"])
        if name == "met":
            return self._on_file.hint(value, values["employer"])
        if name == "references":
            return self._on_file.hint(value)
        return Hint()

    def _understood(self, value: str) -> Hint:
        try:
            return Hint(when(value or "today", self._today, prefer="past").words(self._today))
        except NotUnderstood as error:
            return Hint(error.message, is_problem=True)

    def _understood_promise(self, value: str, when_said: str) -> Hint:
        try:
            promised = day(value, self._today, prefer="future")
        except NotUnderstood as error:
            return Hint(error.message, is_problem=True)
        understood = f"{dates.full(promised)}, {dates.distance(promised, self._today)}"
        with suppress(NotUnderstood):  # said beside its own field
            if promised < when(when_said or "today", self._today, prefer="past").day:
                return Hint(understood, doubt="That is before the interview")
        return Hint(understood)

    def _promised(self, value: str) -> date | None:
        if not value:
            return None
        try:
            return day(value, self._today, prefer="future")
        except NotUnderstood as error:
            raise FieldProblem("promised", error.message) from error

    def _known(self, typed: Person) -> Person:
        """A person that was in the form before keeps what the line does not tell."""
        known = self._people.get(typed.name)
        if known is None:
            return typed
        return replace(
            known,
            title=typed.title,
            called=typed.called,
            post_nominals=typed.post_nominals,
            job_title=typed.job_title,
            phone=typed.phone or known.phone,
            email=typed.email or known.email,
        )


def _everyone(facts: Facts) -> list[Person]:
    return [met.person for met in facts.met] + [v.person for v in facts.vouching]


def _said(interview: Interview) -> str:
    """The date of an interview as `when` reads it back."""
    parts = [dates.full(interview.held_on)]
    if interview.starts_at is not None:
        until = f"-{dates.clock(interview.ends_at)}" if interview.ends_at is not None else ""
        parts.append(f"{dates.clock(interview.starts_at)}{until}")
    return " ".join(parts)


def _reference_line(person: Person, relation: str) -> str:
    return names.as_line(replace(person, job_title=relation))
