"""The call sheet: one page to have at hand while asking how things stand."""

from __future__ import annotations

import textwrap
from datetime import date

from afterview_tui.domain import dates, names
from afterview_tui.domain import text as texts
from afterview_tui.domain.recipients import Recipient, thanked
from afterview_tui.domain.records import Facts, FollowUp, Person
from afterview_tui.domain.steps.follow_up import (
    asks_with_offer,
    counted,
    made,
    missed_call,
    promise,
)
from afterview_tui.domain.steps.outcome import offer_elsewhere
from afterview_tui.letters.drafting import own_words
from afterview_tui.letters.drafting.dates_in_words import full_date, spelled_day
from afterview_tui.letters.drafting.facts_in_words import fact_words
from afterview_tui.letters.drafting.wordings import filled, wordings
from afterview_tui.pages.page_lines import WIDTH, held, indented, introduced, labelled, wrapped

FIRST, AGAIN, MISSED, OFFER = "first", "again", "missed", "offer"
_HEADINGS = {
    FIRST: "Ask how things stand",
    AGAIN: "Ask again",
    MISSED: "Ask for a new time",
    OFFER: "Say that you have an offer",
}
_SAID = 160  # characters of what they said, so that the sheet stays one page
# Dots, not underscores: those are the mark of a gap in a letter.
_DOT = "."


def whom(facts: Facts) -> list[Person]:
    """The people one can ask, the best first: those met whose number is on file, then the rest."""
    met = [met.person for met in facts.met]
    return sorted(met, key=lambda person: not texts.clean_line(person.phone))


def call_sheet(facts: Facts, person: Person | None, today: date, width: int = WIDTH) -> str:
    """One page of plain text: whom to ring, what is known, what to say, room for the answer."""
    part = _part(facts)
    employer = texts.clean_line(facts.interview.employer) or "[the employer]"
    known = labelled(_known(facts, person, today), width)
    lines = [*wrapped(f"{_HEADINGS[part]}: {employer}", width), "", *known]
    for heading, text in _to_say(facts, person, today, part):
        lines += ["", *wrapped(heading, width), *indented(text, width)]
    to_write_on = [room(label, width) for label in ("", "", "", "They decide by ")]
    return "\n".join([*lines, "", "What they say", *to_write_on])


def _part(facts: Facts) -> str:
    """Which scripts fit: a missed call and an offer have their own, a second try another angle."""
    if missed_call(facts) is not None:
        return MISSED
    if asks_with_offer(facts):
        return OFFER
    return AGAIN if counted(facts) else FIRST


def _known(facts: Facts, person: Person | None, today: date) -> list[tuple[str, str]]:
    interview, promised, missed = facts.interview, promise(facts), missed_call(facts)
    number = texts.clean_line(person.phone) if person else ""
    return [
        ("Number", number or "[their phone number]"),
        ("Ask for", (introduced(person) if person else "") or "[whom to ask for]"),
        ("Role", interview.role),
        ("Interview", held(interview)),
        ("Contact", interview.contact_how),
        ("Promised", f"an answer by {full_date(promised)}" if promised else ""),
        ("Agreed", f"a call on {full_date(missed)}, which did not come" if missed else ""),
        ("Tried", "\n".join(_tried(one, today) for one in made(facts))),
    ]


def _tried(one: FollowUp, today: date) -> str:
    day = f"{dates.short(one.done_on, today)}, " if one.done_on else ""
    said = textwrap.shorten(" ".join(texts.lines(one.said)), _SAID, placeholder=" …")
    return f"{day}{one.result}" + (f": {said}" if said else "")


def _to_say(facts: Facts, person: Person | None, today: date, part: str) -> list[tuple[str, str]]:
    """The three scripts and the one thing to bring along, each under its heading."""
    words = fact_words(facts, _recipient(facts, person), today)
    if not facts.interview.role.strip():
        words["position"] = "the position"
    offer = offer_elsewhere(facts)
    by = offer.answer_by if offer is not None else None
    words["answer_by"] = spelled_day(by, today, facts.says_month_first) if by else ""
    named = texts.clean_line(person.shown if person else "")
    words["person"] = named or "[whom to ask for]"
    reached, desk, voicemail = (filled(script, words) for script in wordings("calls")[part])
    return [
        (f"When you reach {_addressed(person)}", reached),
        ("At the front desk", desk),
        ("On voicemail, your name and number slowly, both times", voicemail),
        ("Something new to mention", own_words.capital(words["new"])),
    ]


def _recipient(facts: Facts, person: Person | None) -> Recipient:
    if person is None:
        return Recipient(Person())
    return next((thanked(m) for m in facts.met if m.person.id == person.id), Recipient(person))


def _addressed(person: Person | None) -> str:
    if person is None or not person.name.strip():
        return "them"
    named = person.shown if names.is_description(person) else names.addressed(person)
    return texts.clean_line(named)


def room(label: str, width: int) -> str:
    """A line to write on."""
    return f"  {label}{_DOT * (width - 2 - len(label))}"
