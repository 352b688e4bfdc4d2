"""Words to tell a reference how it ended: on the phone, or as a message."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import text as texts
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts, Vouching
from afterview_tui.letters.drafting.compose import spoken_to
from afterview_tui.letters.drafting.facts_in_words import fact_words
from afterview_tui.letters.drafting.wordings import filled, wordings
from afterview_tui.pages.page_lines import WIDTH, indented, wrapped

_WAYS = ("On the phone", "As a message")


def tell_outcome(facts: Facts, vouching: Vouching, today: date, width: int = WIDTH) -> str:
    """Whom to tell, how to reach them, and the words; "" while there is no outcome to tell."""
    if not (scripts := _scripts(facts, vouching, today)):
        return ""
    person = vouching.person
    named = texts.clean_line(person.shown) or "[their name]"
    reach = [
        texts.clean_line(person.phone) or "[their phone number]",
        texts.clean_line(person.email),
    ]
    lines = [
        *wrapped(f"Tell {named}, before they hear it elsewhere", width),
        *wrapped(", ".join(filter(None, reach)), width),
    ]
    for heading, script in zip(_WAYS, scripts, strict=True):
        lines += ["", heading, *indented(script, width)]
    return "\n".join(lines)


def message(facts: Facts, vouching: Vouching, today: date) -> str:
    """What is sent to a reference to tell how it ended; "" while there is no outcome to tell."""
    scripts = _scripts(facts, vouching, today)
    return scripts[_WAYS.index("As a message")] if scripts else ""


def _scripts(facts: Facts, vouching: Vouching, today: date) -> tuple[str, ...]:
    """The words for each way, for this reference."""
    scripts = wordings("calls").get(f"tell {facts.interview.outcome}", ())
    person = vouching.person
    words = fact_words(facts, Recipient(person, LetterKind.REFERENCE), today)
    if not texts.clean_line(facts.interview.role):
        words["position"] = "the position"
    words["to"] = spoken_to(person, words["to"])
    return tuple(filled(script, words) for script in scripts)
