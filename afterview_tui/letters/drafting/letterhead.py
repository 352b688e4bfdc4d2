"""The head of a typed letter: the sender's address, the date, the recipient."""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import text as texts
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts, Person
from afterview_tui.letters.drafting.dates_in_words import letter_date
from afterview_tui.letters.drafting.own_words import capital


def letterhead(facts: Facts, to: Recipient, today: date) -> list[str]:
    """The blocks above the salutation; what is not on file is left out.

    Whoever speaks for one gets a personal letter: their address is on the envelope only.
    """
    sender = texts.lines(facts.me.address)
    blocks = [sender, [letter_date(today, facts.says_month_first)]]
    if not about(to.kind).to_reference:
        blocks.append(recipient_lines(facts, to))
    return ["\n".join(block) for block in blocks if block]


def recipient_lines(facts: Facts, to: Recipient) -> list[str]:
    """The recipient's postal address. A reference does not work for whom one met."""
    employer = "" if about(to.kind).to_reference else facts.interview.employer
    return addressee(to.person, employer)


def addressee(person: Person, employer: str) -> list[str]:
    """The lines of the recipient's postal address, also for an envelope."""
    address = texts.lines(person.address)
    job_title = capital(person.job_title)
    employer = capital(texts.clean_line(person.employer or employer))
    named = [texts.clean_line(line) for line in (_full_name(person), job_title, employer)]
    on_file = {texts.fold(line) for line in address}
    return [*(line for line in named if line and texts.fold(line) not in on_file), *address]


def _full_name(person: Person) -> str:
    """`Maria Chen, DDS`: letters after the name take the place of "Dr.", never both."""
    if not person.post_nominals:
        return person.shown
    doctor = person.title.rstrip(".").casefold() in ("dr", "doctor")
    return f"{person.name if doctor else person.shown}, {person.post_nominals}"
