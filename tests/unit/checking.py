"""A file with nine interviews, and a letter of one of them to be checked."""

from __future__ import annotations

from datetime import date
from functools import cache

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import (
    Briefing,
    Facts,
    Interview,
    Me,
    Meeting,
    Met,
    Person,
    Reference,
    Vouching,
)
from afterview_tui.letters.checking.all_findings import Check, Finding, findings
from afterview_tui.letters.checking.names_on_file import Held, Names

MARIA = Person(1, "Maria Chen", "Dr.", "DDS")
JO = Person(2, "Jo Park", "Ms.")
FALK = Person(3, "Anne-Marie Falk", "Dr.", "OD")
YOUNG = Person(4, "Will Young")
RENEE = Person(5, "Renée Castell", called="Renée")
BEN = Person(6, "Ben Hollins", "Mr.")
GRACE = Person(7, "May Grace")
LI = Person(8, "Li Chen", "Mr.")
JEN = Person(9, "Jennifer O’Brien", called="Jen")
DANA = Person(10, "Dana Orchard", "Ms.")
SIAN = Person(11, "Siân Prosser-Lee", "Ms.")
AMY = Person(12, "Amy Ortiz", employer="Sunny Lane Clinic")
TOM = Person(13, "Tom Varley", employer="Sunny Lane Clinic")
FRONT = Person(14, "Ursula Kent", employer="Oak Vision")
LOST = Person(15, "Pavel Novak")
AGENT = Person(16, "Rita Blake", employer="TalentCo")

HELD = (
    Held(1, "Lakeside Dental", "Dental Hygienist", follows_id=10),
    Held(2, "Oak Vision", "Optometric Aide"),
    Held(3, "Target", "Assistant"),
    Held(4, "Lakeside Vision", "Receptionist"),
    Held(5, "Corner Loaf Bakery", "Shop Manager"),
    Held(6, "Zoom", "Support Lead"),
    Held(7, "The Hill & Marsh Co. Ltd.", "Office Manager"),
    Held(8, "Milbrook Town Council", "Residents’ Desk Officer"),
    Held(9, "Café Zoë", "Hygienist"),
    Held(10, "Lakeside Dental Group", "Trainee Hygienist"),
)
MET = (
    *((1, 1), (2, 1), (3, 2), (6, 2), (4, 3), (8, 4), (5, 5), (9, 6), (7, 7), (11, 8)),
    (10, 10),
)
ME = Me(name="Sam Rivera", phone="555 0142", email="sam@example.org", address="4 Shore Road")
FOOT = "Kind regards,\nSam Rivera\n555 0142"


@cache
def on_file() -> Names:
    """Every name on file."""
    people = [MARIA, JO, FALK, YOUNG, RENEE, BEN, GRACE, LI, JEN, DANA, SIAN, AMY, TOM]
    people += [FRONT, LOST, AGENT]
    return Names(HELD, people, MET, [AMY.id, TOM.id])


def facts(*, employer: str = "Lakeside Dental", role: str = "Dental Hygienist") -> Facts:
    """The interview with Lakeside Dental; Amy Ortiz vouches."""
    interview = Interview(id=1, employer=employer, role=role, held_on=date(2026, 11, 20))
    met = tuple(Met(Meeting(one.id, 1, one.id), one) for one in (MARIA, JO))
    return Facts(interview, met, (Vouching(Briefing(1, 1), Reference(1, AMY.id), AMY),), me=ME)


def to(person: Person = MARIA, kind: LetterKind = LetterKind.THANK_YOU) -> Recipient:
    """The recipient of a letter."""
    return Recipient(person, kind)


def letter(body: str, hello: str = "Dear Dr. Chen,") -> str:
    """A whole letter around a sentence."""
    return f"{hello}\n\n{body}\n\n{FOOT}"


def found(
    text: str,
    *,
    to: Recipient | None = None,
    on: Facts | None = None,
    form: LetterForm = LetterForm.CARD,
    names: Names | None = None,
    subject: str = "",
    words: tuple[str, ...] = (),
    others: tuple[tuple[str, str], ...] = (),
    beginnings: tuple[str, ...] = (),
    parts: tuple[tuple[str, int, int], ...] = (),
) -> list[Finding]:
    """What there is to look at, but for the length."""
    every = findings(
        text,
        facts=on or facts(),
        to=to or Recipient(MARIA),
        form=form,
        names=names or on_file(),
        subject=subject,
        words=words,
        others=others,
        beginnings=beginnings,
        parts=parts,
    )
    return [one for one in every if one.check is not Check.LENGTH]


def told(body: str, hello: str = "Dear Dr. Chen,") -> list[tuple[Check, str]]:
    """What is found in a letter around a sentence: which check, and the words."""
    return [(one.check, one.words) for one in found(letter(body, hello))]
