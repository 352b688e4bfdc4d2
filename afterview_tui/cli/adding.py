"""Commands that put an interview and the people met there on file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import click

from afterview_tui.cli import typed, which
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import say
from afterview_tui.domain import dates, names
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.people import doubts
from afterview_tui.domain.records import Felt, Form, Interview, Met, Person
from afterview_tui.domain.text import clean_line, joined
from afterview_tui.domain.what_follows import what_follows
from afterview_tui.domain.when import Direction, when
from afterview_tui.pages.page_lines import introduced
from afterview_tui.storage.interviews import Entry

_OPTIONS = (
    click.option("--role", default="", help="As they call it."),
    click.option(
        "--when", "held", default="today", metavar="DAY", help='Such as "fri 2pm". [default: today]'
    ),
    click.option(
        "--met",
        multiple=True,
        metavar="PERSON",
        help='"Dr. Maria Chen, owner"; once for each.',
    ),
    click.option(
        "--reference",
        multiple=True,
        metavar="PERSON",
        help='"Amy Ortiz, former manager"; once for each.',
    ),
    click.option("--felt", default="", help="well, mixed, nerves, forgot or personal."),
    click.option("--promised", default="", metavar="DAY", help="By when they decide."),
    click.option("--form", default="", help="in person, phone or video."),
    click.option("--place", default="", help="Street, floor, or the link."),
    click.option("--zone", default="", help="Such as Europe/Berlin. [default: that of here]"),
    click.option("--notes", default="", help="Anything else; - reads standard input."),
)


def about_an_interview(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that tell of an interview."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui add 'Harbor Clinic' --role Hygienist --when 'yesterday 2pm'"
        " --met 'Dr. Ana Ruiz, owner' --felt well",
    ],
)
@click.argument("employer")
@about_an_interview
@click.pass_context
def add(context: click.Context, /, employer: str, **told: Any) -> None:
    """Put an interview on file, with whom you met.

    It says what was understood, and what there is to do then.
    """
    with opened(context, writes=True) as file:
        name = clean_line(employer)
        if not name:
            raise NotUnderstood("Whom was it with? A name is enough.")
        new = told_of(file, Interview(employer=name, held_on=file.today), told, "past")
        say_added(file, file.store.interviews.add(new.entry))


@dataclass(frozen=True)
class Told:
    """An interview and its people, as the options tell of them."""

    interview: Interview
    met: list[Person]
    references: list[Person]

    @property
    def entry(self) -> Entry:
        """As it is put on file."""
        return Entry(self.interview, self.met, self.references)


def told_of(file: OpenFile, blank: Interview, told: dict[str, Any], prefer: Direction) -> Told:
    """The interview and its people, by what the options tell. Raises NotUnderstood."""
    try:
        held = when(told["held"], file.today, prefer=prefer, month_first=file.month_first)
    except NotUnderstood as error:
        raise NotUnderstood(f"--when {told['held']}: {error.message}") from error
    zone = told["zone"] or held.zone or blank.zone or file.zone()
    if told["zone"] and not typed.is_zone(zone):
        raise NotUnderstood(f"--zone {zone}: zones are named like Europe/London, America/New_York.")
    promised = told["promised"]
    interview = replace(
        blank,
        role=clean_line(told["role"]) or blank.role,
        held_on=held.day,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        zone=zone,
        felt=typed.one_of(told["felt"], Felt, "--felt") if told["felt"] else blank.felt,
        promised_on=file.day(promised, "future", "--promised") if promised else None,
        form=typed.one_of(told["form"], Form, "--form") if told["form"] else blank.form,
        place=clean_line(told["place"]) or blank.place,
        notes=typed.text(told["notes"]) or blank.notes,
    )
    met = [one for line in told["met"] for one in people(line, "--met")]
    vouching = [one for line in told["reference"] for one in people(line, "--reference")]
    return Told(interview, met, vouching)


def say_added(file: OpenFile, interview_id: int) -> None:
    """Say what was put on file, and what there is to do then."""
    case = file.case(interview_id)
    one = case.facts.interview
    what = f"{one.employer}, {one.role}" if one.role else one.employer
    at = f" at {dates.clock(one.starts_at)}" if one.starts_at is not None else ""
    say(f"Added {what}, {dates.full(one.held_on)}{at}. Its number is {one.id}.")
    _say_understood([met.person for met in case.facts.met], "Met")
    _say_understood([one.person for one in case.facts.vouching], "References")
    if follows := what_follows(case.tasks, file.today):
        say(follows)


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui met lakeside 'Sam Lee, office manager'",
        "afterview-tui met lakeside chen --talk 'Showed me the new x-ray room'",
    ],
)
@which.INTERVIEW
@click.argument("people_met", metavar="[PERSON]...", nargs=-1)
@click.option("--talk", default="", help="What you talked about; - reads standard input.")
@click.option("--stress", default="", help="What of you they cared for.")
@click.option("--no-letter", is_flag=True, help="They get no thank-you letter.")
@click.pass_context
def met(
    context: click.Context,
    interview: str,
    people_met: tuple[str, ...],
    talk: str,
    stress: str,
    no_letter: bool,
) -> None:
    """Note whom you met, and what you talked about.

    A PERSON is somebody new, "Dr. Maria Chen, owner", or words of a name that is there. Without
    one it says who was there.
    """
    with opened(context, writes=bool(people_met)) as file:
        facts = which.interview(file, interview).facts
        one, store = facts.interview, file.store
        if not people_met:
            there = [introduced(met.person) for met in facts.met]
            say(f"At {one.employer} you met {joined(there)}." if there else "Nobody is noted yet.")
            return
        said = {"talked_about": typed.text(talk), "strength": typed.text(stress)}
        told: dict[str, Any] = {name: text for name, text in said.items() if text}
        with store.file.change(f"noted whom you met at {one.employer}", interview_id=one.id):
            for line in people_met:
                found = _meeting(file, facts.met, one, line)
                changed = replace(found.meeting, **told)
                if no_letter:
                    changed = replace(changed, wants_letter=False)
                store.interviews.say_about(changed, found.meeting)
        case = file.case(one.id)
        _say_understood([met.person for met in case.facts.met], f"Met at {one.employer}")
        if follows := what_follows(case.tasks, file.today):
            say(follows)


def _meeting(file: OpenFile, there: tuple[Met, ...], at: Interview, line: str) -> Met:
    """The meeting with somebody who is there already, by words of the name, or a new one."""
    from afterview_tui.domain import naming_one

    known = naming_one.people(line, [met.person for met in there])
    if len(known) == 1:
        return next(met for met in there if met.person.id == known[0].id)
    before = {met.meeting.id for met in there}
    for one in people(line, "met"):
        file.store.interviews.add_met(at.id, one, at.employer)
    new = [met for met in file.case(at.id).facts.met if met.meeting.id not in before]
    if not new:
        raise NotUnderstood(f"“{line}” is there already. Say more of the name.")
    return new[-1]


def people(line: str, option: str) -> list[Person]:
    """The people whom a line names. Raises NotUnderstood when it names nobody."""
    found = names.people(line)
    if not found:
        raise NotUnderstood(f"{option} names nobody. Write it as 'Dr. Maria Chen, owner'.")
    return found


def _say_understood(found: list[Person], label: str) -> None:
    if found:
        say(f"{label}: {'; '.join(introduced(one) for one in found)}.")
    for one in found:
        if doubt := doubts(one):
            say(f"Look again: {doubt}.")
