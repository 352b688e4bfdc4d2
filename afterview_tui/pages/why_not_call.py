"""The page to have at hand while asking, after a no, which areas could be stronger."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain import text as texts
from afterview_tui.domain.recipients import Recipient, thanked
from afterview_tui.domain.records import Facts, Person
from afterview_tui.domain.why_not import told_by
from afterview_tui.letters.drafting.dates_in_words import full_date
from afterview_tui.letters.drafting.facts_in_words import fact_words
from afterview_tui.letters.drafting.wordings import filled, wordings
from afterview_tui.pages.call_sheet import room, whom
from afterview_tui.pages.page_lines import WIDTH, held, indented, introduced, labelled, wrapped

_STEPS = (
    "Thank them first",
    "Then the one question",
    "One more, about the interview",
    "Whatever they say",
)
_MANNER = (
    "In your own words, and short. Never “why did I not get it”, and never argue: write it"
    " down and thank them. Many may not say, and that is no verdict on you."
)


def whom_to_ask(facts: Facts) -> list[Person]:
    """The people one can ask, who told the user first, then as for any call."""
    told = told_by(facts)
    return sorted(whom(facts), key=lambda person: told is None or person.id != told.id)


def why_call(facts: Facts, person: Person | None, today: date, width: int = WIDTH) -> str:
    """One page of plain text: whom to ring, what to say and what not, room for the answer."""
    interview = facts.interview
    employer = texts.clean_line(interview.employer) or "[the employer]"
    lines = wrapped(f"Ask which areas could be stronger: {employer}", width)
    lines += ["", *labelled(_known(facts, person, today), width), "", *wrapped(_MANNER, width)]
    for heading, text in zip(_STEPS, _scripts(facts, person, today), strict=True):
        lines += ["", heading, *indented(text, width)]
    to_write_on = [room("", width) for _ in range(3)]
    return "\n".join([*lines, "", "What they say", *to_write_on])


def _known(facts: Facts, person: Person | None, today: date) -> list[tuple[str, str]]:
    interview = facts.interview
    number = texts.clean_line(person.phone) if person else ""
    answer = interview.outcome_on
    return [
        ("Number", number or "[their phone number]"),
        ("Ask for", (introduced(person) if person else "") or "[whom to ask for]"),
        ("Role", interview.role),
        ("Interview", held(interview)),
        ("Their no", f"{full_date(answer)}, {dates.distance(answer, today)}" if answer else ""),
        ("Contact", interview.contact_how),
    ]


def _scripts(facts: Facts, person: Person | None, today: date) -> list[str]:
    met = (thanked(one) for one in facts.met if person is not None and one.person.id == person.id)
    words = fact_words(facts, next(met, Recipient(person or Person())), today)
    if not texts.clean_line(facts.interview.role):
        words["position"] = "the position"
    return [filled(script, words) for script in wordings("calls")["why-not"]]
