"""Facts to draft letters from: all that a letter can use, or as little of it as a test wants."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from afterview_tui.domain import names
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import (
    Facts,
    Felt,
    FollowUp,
    Me,
    Meeting,
    Met,
    Outcome,
    Person,
    Reflection,
    Vouching,
)
from tests.unit.build import FRIDAY, interview, tried, vouching

TUESDAY = date(2026, 12, 1)  # eleven days after the interview
ME = Me(name="Sam Rivera", phone="555 0142", email="sam@example.org", address="2 Elm Street")
ABOUT = ("the new digital x-ray", "You are opening a second office in spring.", "Excel")
FORGOT = ("my two years of front-desk scheduling", "I can start in January.", "Dentrix")
STRENGTH = ("my calm with nervous patients", "I speak Spanish every day.", "patience")
PANEL = ("Dr. Maria Chen, DDS, owner", "Jennifer Park (Jen)", "Jo Ahmed")
EVERY = [(kind, form) for kind in LetterKind for form in LetterForm]
# What nobody has on file: only the user knows what was wrong, and what was agreed.
OPEN_GAPS = {
    LetterKind.CORRECTION: {"[what was wrong]", "[what is right]"},
    LetterKind.ACCEPT: {"[the start date]", "[the pay]"},
}
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def person(line: str, number: int, **fields: Any) -> Person:
    """Somebody with an id, read from a line as a user types it."""
    return replace(names.person(line), id=number, **fields)


def met(line: str = PANEL[0], number: int = 1, *, about: str = "", strength: str = "") -> Met:
    """Somebody met, and what was said."""
    meeting = Meeting(number, 1, number, number - 1, about, strength)
    return Met(meeting, person(line, number))


def whole(
    number: int = 1, *, panel: tuple[Met, ...] = (), unsaid: str = FORGOT[0], **fields: Any
) -> Facts:
    """An interview with everything on file that a letter can name; `fields` are the interview's."""
    panel = panel or tuple(
        met(line, place + 1, about=ABOUT[0], strength=STRENGTH[0])
        for place, line in enumerate(PANEL)
    )
    plain: dict[str, Any] = {"id": number, "role": "Hygienist", "felt": Felt.WELL}
    references = (vouching(1), vouching(2, "Tom Reed"), vouching(3, "Ada Berg"))
    reflection = Reflection(unsaid=unsaid)
    return Facts(interview(**plain | fields), panel, references, reflection=reflection, me=ME)


def some(chance: random.Random, number: int, felt: Felt) -> Facts:
    """An interview with some of it on file, as chance has it."""
    panel = tuple(
        met(
            chance.choice((*PANEL, "")),
            place,
            about=chance.choice(("", *ABOUT)),
            strength=chance.choice(("", *STRENGTH)),
        )
        for place in (1, 2, 3)
    )
    held_on = chance.choice((FRIDAY, TUESDAY - timedelta(days=3), TUESDAY, date(2026, 12, 4)))
    one = whole(
        number,
        panel=panel,
        held_on=held_on,
        felt=felt,
        employer=chance.choice(("", "Lakeside Dental", "Acme Inc.", "eBay")),
        role=chance.choice(("", "Hygienist", "the aide position")),
        promised_on=chance.choice((None, FRIDAY, TUESDAY)),
        missed_call_on=chance.choice((None, None, TUESDAY, FRIDAY)),
        outcome=chance.choice(list(Outcome)),
    )
    return replace(
        one,
        me=chance.choice((ME, Me(), replace(ME, phone=""), replace(ME, closing="See you soon!"))),
        vouching=tuple(_called(chance, one) for one in one.vouching),
        letters=tuple(_sent(chance, place) for place in (1, 2, 3)),
        follow_ups=chance.choice(((), _tries(1), _tries(2))),
        reflection=Reflection(unsaid=chance.choice(("", *FORGOT, "That I can work on Saturdays."))),
    )


def variants(kind: LetterKind, number: int = 1) -> list[Facts]:
    """An interview with everything on file, in each state that changes such a letter."""
    plain = whole(number)
    if kind is LetterKind.THANK_YOU:
        return [whole(number, felt=felt) for felt in Felt]
    if kind is LetterKind.CORRECTION:
        sent = Letter(1, 1, 1, state=LetterState.SENT, sent_on=date(2026, 11, 30))
        return [plain, replace(plain, letters=(sent, replace(sent, id=2, person_id=2)))]
    if kind is LetterKind.FOLLOW_UP:
        return [
            plain,
            whole(number, promised_on=date(2026, 11, 30)),
            replace(plain, follow_ups=_tries(1)),
            whole(number, missed_call_on=TUESDAY),
        ]
    if kind is LetterKind.WITHDRAW:
        return [plain, whole(number, held_on=date(2026, 12, 4))]
    if kind is LetterKind.REFERENCE:
        ended = [whole(number, outcome=outcome) for outcome in Outcome]
        called = tuple(vouching(one, called_on=FRIDAY) for one in (1, 2, 3))
        return [*ended, *(replace(one, vouching=called) for one in ended)]
    return [plain]


def to(facts: Facts, kind: LetterKind, place: int = 0) -> Recipient:
    """One of those who may get such a letter."""
    return everybody(facts, kind)[place]


def sentences(text: str) -> int:
    """How many sentences a text has."""
    return len(_SENTENCE_END.findall(text))


def _tries(number: int) -> tuple[FollowUp, ...]:
    return tuple(tried(one, date(2026, 11, 24 + 2 * one)) for one in range(1, number + 1))


def _called(chance: random.Random, one: Vouching) -> Vouching:
    called_on = chance.choice((None, FRIDAY, TUESDAY))
    return replace(one, briefing=replace(one.briefing, called_on=called_on))


def _sent(chance: random.Random, number: int) -> Letter:
    state = chance.choice(list(LetterState))
    sent_on = TUESDAY if state is LetterState.SENT else None
    form = chance.choice(list(LetterForm))
    return Letter(number, 1, number, form=form, text=FORGOT[0], state=state, sent_on=sent_on)
