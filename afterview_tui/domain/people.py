"""The address book: who is on file, found again while a name is typed.

A person of one name at two employers is two people until the user merges them.
Whatever looks wrong is said and kept: nothing that was typed is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import SequenceMatcher

from afterview_tui.domain import dates, names, recognising
from afterview_tui.domain.records import (
    Briefing,
    FollowUp,
    Interview,
    Meeting,
    Person,
    Reference,
    Result,
)
from afterview_tui.domain.searching import Asked, searched
from afterview_tui.domain.text import clean_line, fold

# What joins two people, where it stands in what was read as one name.
_JOINED = re.compile(r"(?<!\S)(?:and|with|plus|&|\+)(?!\S)", re.IGNORECASE)
LETTERS = 2  # of a name, before it is completed
_TITLES = frozenset(fold(title) for title in names.TITLES)
_EXTENSION = re.compile(r"(?:extension|ext\.?|x)\s*\d+\s*$", re.IGNORECASE)
# In a line, what was meant as an address or a number and reads as a job title.
_NO_AT = re.compile(r"^[a-z\d_-]+(?:\.[a-z\d-]+){2,}$")
_MANY_DIGITS = re.compile(r"(?:\d\D{0,2}){6,}")


@dataclass(frozen=True, slots=True)
class Encounter:
    """A person met at an interview, what was not said there, and whether a letter went to them."""

    interview: Interview
    meeting: Meeting
    unsaid: str = ""
    is_letter_sent: bool = False
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Vouched:
    """An interview for which a person vouches, and what they know of it."""

    interview: Interview
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Call:
    """A try at asking how things stand, made with this person."""

    interview: Interview
    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class Known:
    """A person on file with all that happened between them and the user, newest first."""

    person: Person
    encounters: tuple[Encounter, ...] = ()
    reference: Reference | None = None
    vouched: tuple[Vouched, ...] = ()
    calls: tuple[Call, ...] = ()

    @property
    def interviews(self) -> list[Interview]:
        """Every interview that this person is in."""
        found = [one.interview for one in self.encounters]
        found += [one.interview for one in self.vouched]
        return found + [one.interview for one in self.calls]

    @property
    def newest(self) -> Interview | None:
        """The newest interview that this person is in."""
        return max(self.interviews, key=lambda one: (one.held_on, one.id), default=None)

    def roles(self, today: date) -> str:
        """What they are: `met, reference`; `to meet` before the only interview they are in."""
        asked = {one.follow_up.result for one in self.calls}
        is_met = any(one.interview.held_on <= today for one in self.encounters)
        parts = [
            "met" if is_met else "to meet" if self.encounters else "",
            "reference" if self.reference is not None else "",
            "front desk" if Result.GATEKEEPER in asked else "",
        ]
        return ", ".join(filter(None, parts))


def completion(
    line: str, known: Sequence[Known], employer: str = "", *, as_reference: bool = False
) -> str:
    """What the line becomes when the best match is taken; nothing when there is none.

    "mar" and "dr. mar" become "Dr. Maria Chen, owner". For an interview with
    another employer the line also says where she is: so it stays one person.
    """
    typed = fold(clean_line(line))
    name = "" if "," in typed else fold(names.person(line).name)
    if sum(map(str.isalpha, name or typed)) < LETTERS or name.rstrip(".") in _TITLES:
        return ""
    ranked = []
    for place, one in enumerate(known):
        rank = _rank(typed, name, _as_met(one, as_reference=as_reference))
        if rank is not None:
            newest = one.newest.held_on.toordinal() if one.newest is not None else 0
            ranked.append((rank, -newest, place, one))
    for *_, one in sorted(ranked, key=lambda each: each[:3]):
        whole = written(one, known, employer, as_reference=as_reference)
        return whole if whole != line else ""
    return ""


def _rank(typed: str, name: str, one: Person) -> int | None:
    """How well somebody fits what is typed: 0 is best, None is not at all."""
    if fold(names.as_line(one, at=one.employer)).startswith(typed):
        return 0
    by = [one.name, one.called, names.surname(one)] if name else []
    fits = [rank for rank, part in enumerate(by) if fold(part).startswith(name)]
    return fits[0] if fits else None


def _as_met(one: Known, *, as_reference: bool) -> Person:
    """Somebody as a line has them: of a reference it tells how the user knows them."""
    if not as_reference:
        return one.person
    return replace(one.person, job_title=one.reference.relation if one.reference else "")


def written(
    one: Known, known: Sequence[Known], employer: str = "", *, as_reference: bool = False
) -> str:
    """Write somebody as a line by which they, and nobody else, are found again.

    How to reach them is on file, and would only make it longer.
    """
    whole = _as_met(one, as_reference=as_reference)
    short = replace(whole, phone="", email="")
    lines = [
        names.as_line(short),
        names.as_line(short, at=whole.employer),
        names.as_line(replace(short, email=whole.email), at=whole.employer),
    ]
    return next((line for line in lines if _leads_to(one, line, known, employer)), lines[1])


def _leads_to(one: Known, line: str, known: Sequence[Known], employer: str) -> bool:
    found = same(names.person(line), known, employer)
    return found is not None and found.person.id == one.person.id


def same(
    person: Person, known: Sequence[Known], employer: str = "", but: Collection[int] = ()
) -> Known | None:
    """Who on file this is, typed at an interview with this employer; `but` are other people."""
    others = {one.person.id: one for one in known if one.person.id not in but}
    vouching = [number for number, one in others.items() if one.reference is not None]
    found = recognising.same(person, (one.person for one in others.values()), employer, vouching)
    return others[found.id] if found is not None else None


def another(person: Person, known: Sequence[Known], employer: str = "") -> Person | None:
    """Who on file has the name that somebody new has: it may be asked whether they are one."""
    namesakes = recognising.namesakes(person, (one.person for one in known))
    if recognising.same(person, namesakes, employer) is not None:
        return None
    return max(namesakes, key=lambda one: one.id, default=None)


def words(known: Known, today: date, *, but: int = 0) -> str:
    """What was before: where they were met last and what was said, whether they vouch.

    The interview with the id `but` is left out: it is the one at hand.
    """
    parts = []
    encounters = [one for one in known.encounters if one.interview.id != but]
    if encounters:
        newest, *before = encounters
        parts.append(_met(newest, today) + _times_before(len(before)))
    if known.reference is not None:
        relation = known.reference.relation
        parts.append(f"vouches for you: {relation}" if relation else "vouches for you")
    calls = [one for one in known.calls if one.interview.id != but and one.follow_up.done_on]
    if calls and not encounters:
        parts.append(_called(calls[0], today))
    return "; ".join(parts)


def _met(one: Encounter, today: date) -> str:
    held_on = one.interview.held_on
    verb = "met at" if held_on <= today else "to meet at"
    talk = clean_line(one.meeting.talked_about)
    said = f": {talk}" if talk else ""
    return f"{verb} {one.interview.employer}, {dates.short(held_on, today)}{said}"


def _times_before(number: int) -> str:
    if not number:
        return ""
    return f" (and { ({1: 'once', 2: 'twice'}.get(number) or f'{number} times') } before)"


def _called(one: Call, today: date) -> str:
    try_ = one.follow_up
    day = f", {dates.short(try_.done_on, today)}" if try_.done_on else ""
    said = f": {clean_line(try_.said)}" if try_.said else ""
    return f"asked about {one.interview.employer}{day}{said}"


def doubts(person: Person) -> str:
    """What looks wrong, and is kept as typed all the same."""
    found = [_email_doubt(person.email), _phone_doubt(person.phone)]
    if _JOINED.search(person.name):
        found.append(f"{person.name} reads as one name; a line for each keeps two people apart")
    if "@" in person.name:
        found.append(f"{person.name} is an e-mail address where the name should be")
    elif any(character.isdigit() for character in person.name):
        found.append(f"{person.name} has a number in the name; a comma keeps them apart")
    elif names.is_description(person):
        found.append(
            f"{person.name} is no name: a letter says “Dear {names.GAP},” until it is known"
        )
    elif " " in person.name and person.name.isupper() and person.name.isascii():
        found.append(f"{person.name} goes into letters in capitals, as typed")
    for part in person.job_title.split(", "):
        if _NO_AT.match(part):
            found.append(f"{part} has no @, so it reads as a job title")
        elif _MANY_DIGITS.search(part):
            found.append(f"{part} reads as a job title, not as a phone number")
        elif names.is_doubtful_job(part):
            found.append(
                f"{part} reads as what they do; another person has a line of their own,"
                f" and “at {part}” is whom they work for"
            )
    return "; ".join(filter(None, found))


def _email_doubt(email: str) -> str:
    if not email:
        return ""
    if "@" not in email:
        return f"{email} has no @"
    if email.count("@") > 1:
        return f"{email} has more than one @"
    if " " in email:
        return f"{email} has a space in it"
    user, _, place = email.partition("@")
    return "" if user and "." in place.strip(".") else f"{email} is not whole"


def _phone_doubt(phone: str) -> str:
    if not phone:
        return ""
    if not any(character.isdigit() for character in phone):
        return f"{phone} has no digit"
    letters = any(character.isalpha() for character in _EXTENSION.sub("", phone))
    return f"{phone} has letters in it" if letters else ""


def found(known: Sequence[Known], said: str) -> list[Known]:
    """Those in whose names, work, addresses or interviews every word occurs.

    Accents and case aside, and a phone number however it is written.
    """
    asked = Asked.of(said)
    return [one for one in known if asked.fits(_about(one), one.person.phone)]


def _about(one: Known) -> str:
    person = one.person
    parts = [person.shown, person.called, person.post_nominals, person.employer, person.job_title]
    parts += [person.email, person.phone]
    roles = one.roles(date.max)  # "met" finds those whom one is about to meet, too
    parts += [roles, one.reference.relation if one.reference is not None else ""]
    parts += [encounter.interview.employer for encounter in one.encounters]
    return searched(*parts)


def alike(one: Known, known: Sequence[Known]) -> list[Known]:
    """The others, the one most likely to be the same person first."""
    others = [other for other in known if other.person.id != one.person.id]
    return sorted(others, key=lambda other: _likeness(one.person, other.person), reverse=True)


def _likeness(one: Person, other: Person) -> float:
    same_place = any(
        fold(mine) == fold(theirs)
        for mine, theirs in ((one.email, other.email), (one.phone, other.phone))
        if mine and theirs
    )
    ratio = SequenceMatcher(None, fold(one.name), fold(other.name)).ratio()
    return ratio + same_place


def completed(keep: Person, other: Person) -> dict[str, str]:
    """The fields of `keep` that change when `other` is the same person.

    What is empty is filled; what differs is kept as a line of the notes.
    """
    changed: dict[str, str] = {}
    notes = [keep.notes, other.notes if other.notes not in keep.notes else ""]
    for field in fields(Person):
        if field.name in ("id", "notes"):
            continue
        mine, theirs = getattr(keep, field.name), getattr(other, field.name)
        if theirs and not mine:
            changed[field.name] = theirs
        elif theirs and fold(mine) != fold(theirs):
            label = _OTHER.get(field.name, field.name)
            line = f"Other {label}: {', '.join(theirs.splitlines())}"
            if line not in keep.notes.splitlines():
                notes.append(line)
    if (whole := "\n".join(filter(None, notes))) != keep.notes:
        changed["notes"] = whole
    return changed


_OTHER = {
    "post_nominals": "letters after the name",
    "called": "form of address",
    "job_title": "role",
    "email": "e-mail",
}
