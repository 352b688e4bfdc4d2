"""Interviews in a table of somebody's: which column is what, and what stands in a row.

Whatever is in a column that is known and cannot be read as that is kept in the notes, but for the
day: without it an interview is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time
from typing import Any

from afterview_tui.domain import names
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.records import Felt, Form, Interview, Outcome, Person
from afterview_tui.domain.text import clean, clean_line, fold
from afterview_tui.domain.when import When, day, when

# What people call a column, folded and with letters alone.
_CALLED: dict[str, str] = {
    "employer": "employer company companyname organisation organization firm practice clinic",
    "role": "role position title job jobtitle jobrole positiontitle post",
    "held_on": "heldon when date day interview interviewdate interviewon dateofinterview",
    "starts_at": "startsat time start starttime interviewtime",
    "ends_at": "endsat end endtime",
    "zone": "zone timezone tz",
    "form": "form format type interviewtype held mode",
    "place": "place location address city where",
    "met": "met people who interviewer interviewers contact contacts contactname recruiter",
    "references": "references reference referees",
    "felt": "felt feeling mood howitfelt",
    "promised_on": "promisedon promised decideby decisionby theydecideby decisiondate",
    "answer_by": "answerby offerdeadline",
    "outcome": "outcome status stage result state",
    "outcome_on": "outcomeon decidedon outcomedate",
    "notes": "notes note comment comments remarks description",
}
# Words for how it ended, as other programs have them.
_ENDED: dict[Outcome, str] = {
    Outcome.OPEN: "open applied interview interviewing interviewed pending waiting in progress"
    " active phone screen screening on site onsite",
    Outcome.OFFER: "offer offered offer received",
    Outcome.ACCEPTED: "accepted hired offer accepted",
    Outcome.DECLINED: "declined offer declined turned down",
    Outcome.NO: "no rejected rejection refused not selected closed",
    Outcome.WITHDRAWN: "withdrawn withdrew",
    Outcome.QUIET: "quiet ghosted no response no answer no reply",
}
_HELD: dict[Form, str] = {
    Form.IN_PERSON: "in person inperson on site onsite office face to face",
    Form.PHONE: "phone call phone call phone screen telephone",
    Form.VIDEO: "video zoom teams video call meet google meet remote online webcam",
}
_NO_DAY = {"", "-", "?", "tbd", "tba", "n/a", "na", "none", "no date"}
_SECONDS = re.compile(r"(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?")
_LETTERS = re.compile(r"[^a-z]+")
_PEOPLE = re.compile(r"[;\n|]|\s/\s")
_SAME = {one.name: one.name for one in fields(Interview) if one.name not in ("id", "follows_id")}


@dataclass(frozen=True, slots=True)
class ReadRow:
    """An interview that stands in a row, with its people; `problem` says why there is none."""

    line: int
    interview: Interview | None = None
    met: tuple[Person, ...] = ()
    references: tuple[Person, ...] = ()
    problem: str = ""
    is_skipped: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rows of a table with these columns. `matched` says which column is which field."""

    columns: tuple[str, ...]
    today: date
    zone: str
    month_first: bool | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)

    @property
    def matched(self) -> dict[str, int]:
        """Field by field, the place of the column in which it stands."""
        found: dict[str, int] = {}
        for name, column in self.mapped.items():
            places = [i for i, one in enumerate(self.columns) if fold(one) == fold(column)]
            if not places:
                there = ", ".join(self.columns)
                raise NotUnderstood(f"--map {name}={column}: the columns are {there}.")
            if name not in FIELDS:
                raise NotUnderstood(f"--map {name}={column}: say one of {', '.join(FIELDS)}.")
            found[name] = places[0]
        for name, words in _ALL_CALLED.items():
            for place, column in enumerate(self.columns):
                if name not in found and place not in found.values() and _only(column) in words:
                    found[name] = place
        return found

    @property
    def unused(self) -> tuple[str, ...]:
        """The columns that are none of ours."""
        used = set(self.matched.values())
        return tuple(one for i, one in enumerate(self.columns) if i not in used and one.strip())

    def row(self, line: int, cells: Sequence[str]) -> ReadRow:
        """What stands in one row."""
        told = {name: clean(cells[place]).strip() for name, place in self.matched.items()}
        employer = clean_line(told.get("employer", ""))
        if not any(told.values()):
            return ReadRow(line, problem="it is empty", is_skipped=True)
        if not employer:
            return ReadRow(line, problem="it names no employer", is_skipped=True)
        if fold(told.get("held_on", "")) in _NO_DAY:
            return ReadRow(line, problem=f"no day of an interview at {employer}", is_skipped=True)
        try:
            return self._read(line, told, employer)
        except NotUnderstood as error:
            return ReadRow(line, problem=error.message)

    def _read(self, line: int, told: dict[str, str], employer: str) -> ReadRow:
        held = self._held(told)
        new: dict[str, Any] = {"zone": told.get("zone") or held.zone or self.zone}
        left: list[str] = []
        for name in ("promised_on", "missed_call_on", "answer_by", "outcome_on"):
            if fold(told.get(name, "")) not in _NO_DAY:
                new[name] = self._day(name, told[name])
        for name, kinds in (("outcome", _ENDED), ("form", _HELD), ("felt", _FELT)):
            said = told.get(name, "")
            if (what := _meant(said, kinds)) is not None:
                new[name] = what
            elif said:
                left.append(f"{name.capitalize()}: {said}")
        for name in ("role", "place", "contact_how", "who_calls"):
            new[name] = clean_line(told.get(name, ""))
        for name in ("position_facts", "wanted_for"):
            new[name] = told.get(name, "")
        new["notes"] = "\n".join(filter(None, [told.get("notes", ""), *left]))
        if told.get("round", "").isdigit():
            new["round"] = min(max(int(told["round"]), 1), 99)
        interview = replace(
            Interview(employer=employer, held_on=held.day),
            starts_at=held.starts_at,
            ends_at=held.ends_at,
            created_at=_moment(told.get("created_at", "")),
            **new,
        )
        return ReadRow(line, interview, _people(told, "met"), _people(told, "references"))

    def _held(self, told: dict[str, str]) -> When:
        said = _SECONDS.sub(r"\1", told["held_on"])
        if (at := _moment(said)) is not None:
            held = When(at.date(), at.time() if "T" in said or ":" in said else None)
        else:
            said = clean_line(said)
            held = when(said, self.today, prefer="past", month_first=self.month_first)
        starts, ends = _hour(told.get("starts_at", "")), _hour(told.get("ends_at", ""))
        return replace(held, starts_at=starts or held.starts_at, ends_at=ends or held.ends_at)

    def _day(self, name: str, said: str) -> date:
        if (at := _moment(said)) is not None:
            return at.date()
        try:
            return day(clean_line(said), self.today, prefer="future", month_first=self.month_first)
        except NotUnderstood as error:
            raise NotUnderstood(f"{name.replace('_', ' ')} {said}: {error.message}") from error


_FELT: dict[Felt, str] = {one: one.value for one in Felt if one.value}
_ALL_CALLED = {
    name: {_LETTERS.sub("", name), *_CALLED.get(name, "").split()} for name in {**_CALLED, **_SAME}
}
FIELDS = tuple(_ALL_CALLED)


def _only(column: str) -> str:
    return _LETTERS.sub("", fold(column))


def _meant(said: str, kinds: Mapping[Any, str]) -> Any:
    """Which of these a word means, by itself or by what other programs call it."""
    word = " ".join(_LETTERS.sub(" ", fold(said)).split())
    if not word:
        return None
    for kind in type(next(iter(kinds))):  # by its own word
        if word == " ".join(_LETTERS.sub(" ", fold(kind.value)).split()):
            return kind
    found = [kind for kind, words in kinds.items() if f" {word} " in f" {fold(words)} "]
    return found[0] if found else None


def _moment(said: str) -> datetime | None:
    """A day, or a day with an hour, as computers write it."""
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return None


def _hour(said: str) -> time | None:
    """An hour; None where none is named."""
    if not said:
        return None
    try:
        return time.fromisoformat(_SECONDS.sub(r"\1", said).zfill(5))
    except ValueError:
        found = when(f"today {clean_line(said)}", date(2000, 1, 3), prefer="past")
        return found.starts_at


def _people(told: Mapping[str, str], name: str) -> tuple[Person, ...]:
    lines = _PEOPLE.split(told.get(name, ""))
    return tuple(one for line in lines for one in names.people(line))
