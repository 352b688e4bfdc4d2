"""A person's card in words: how to reach them, and all that was between them and the user."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from afterview_tui.domain import dates
from afterview_tui.domain.people import Call, Encounter, Known, Vouched
from afterview_tui.domain.records import Asked

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the card: what it is about, and its lines."""

    heading: str
    lines: tuple[str, ...]


def parts(known: Known, today: date) -> tuple[Part, ...]:
    """The card, part by part; the first is headed by the name. Empty parts are left out."""
    person = known.person
    called = f" ({person.called})" if person.called else ""
    pronouns = f" ({person.pronouns})" if person.pronouns else ""
    shown = f"{person.shown}{called}{pronouns}"
    heading = ", ".join(filter(None, [shown, person.post_nominals]))
    work = ", ".join(filter(None, [person.job_title, person.employer]))
    reach = [person.phone, person.email, *person.address.splitlines()]
    every = [
        Part(heading, tuple(filter(None, [work, known.roles(today)]))),
        Part("How to reach them", tuple(filter(None, reach))),
        Part("Notes", tuple(person.notes.splitlines())),
        Part("Where you met", tuple(_each(_met, known.encounters, today))),
        Part("Vouches for you", tuple(_vouching(known, today))),
        Part("Asked how things stand", tuple(_each(_called, known.calls, today))),
    ]
    return (every[0], *(part for part in every[1:] if part.lines))


def text(known: Known, today: date) -> str:
    """The card as plain text."""
    first, *rest = parts(known, today)
    blocks = ["\n".join([first.heading, *first.lines])]
    blocks += ["\n".join([part.heading, *(f"  {one}" for one in part.lines)]) for part in rest]
    return "\n\n".join(blocks)


def _each(
    write: Callable[[One, date], Iterator[str]], every: Iterable[One], today: date
) -> Iterator[str]:
    for one in every:
        yield from write(one, today)


def _met(one: Encounter, today: date) -> Iterator[str]:
    interview, meeting = one.interview, one.meeting
    held = ", ".join(filter(None, [interview.employer, interview.role]))
    yield f"{dates.short(interview.held_on, today)}: {held}"
    for label, said in (
        ("You talked about", meeting.talked_about),
        ("You did not get to say", one.unsaid),
        ("To stress", meeting.strength),
    ):
        if said:
            yield f"  {label}: {' '.join(said.split())}"
    if one.is_letter_sent:
        day = f" {dates.short(one.sent_on, today)}" if one.sent_on is not None else ""
        yield f"  Letter sent{day}"


def _vouching(known: Known, today: date) -> Iterator[str]:
    reference = known.reference
    if reference is None:
        return
    asked = "" if reference.asked is Asked.NOT_ASKED else reference.asked.value
    if asked and reference.asked_on is not None:
        asked += f" {dates.short(reference.asked_on, today)}"
    yield ", ".join(filter(None, [reference.relation, asked])) or "not asked yet"
    if reference.away_until is not None and reference.away_until >= today:
        yield f"away until {dates.short(reference.away_until, today)}"
    yield from reference.notes.splitlines()
    for one in known.vouched:
        yield from _vouched(one, today)


def _vouched(one: Vouched, today: date) -> Iterator[str]:
    briefing = one.briefing
    happened = [
        f"{what} {dates.short(on, today)}"
        for what, on in (
            ("briefed", briefing.briefed_on),
            ("called", briefing.called_on),
            ("thanked", briefing.thanked_on),
            ("told the outcome", briefing.told_on),
        )
        if on is not None
    ]
    if not happened:
        happened = ["not needed yet" if briefing.not_needed_on else "not briefed yet"]
    day = dates.short(one.interview.held_on, today)
    yield f"{day}: {one.interview.employer}: {', '.join(happened)}"
    for label, said in (
        ("To stress: ", briefing.to_stress),
        ("They think: ", briefing.fit),
        ("", briefing.note),
    ):
        if said:
            yield f"  {label}{' '.join(said.split())}"


def _called(one: Call, today: date) -> Iterator[str]:
    try_ = one.follow_up
    day = dates.short(try_.done_on or one.interview.held_on, today)
    yield f"{day}: {one.interview.employer}, {try_.result}"
    if try_.said:
        yield f"  {' '.join(try_.said.split())}"
