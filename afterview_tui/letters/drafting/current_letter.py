"""The letter to somebody as it stands: as it is on file, or as it is drafted from the facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from afterview_tui.domain.letter import Letter
from afterview_tui.domain.letter_spans import packed
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts


@dataclass(frozen=True, slots=True)
class Shown:
    """A letter as it stands. `problem` says why a template of the user's was not used."""

    letter: Letter
    problem: str = ""


def shown(facts: Facts, to: Recipient, today: date) -> Shown:
    """The letter as it stands. One that nobody has written in follows the facts."""
    known = to.letter(facts)
    if known is not None and not known.follows_facts:
        return Shown(known)
    # Imported here: the list of interviews is shown without it.
    from afterview_tui.letters.drafting.compose import compose

    new = Letter(interview_id=facts.interview.id, person_id=to.person.id, kind=to.kind)
    letter = known or replace(new, follows_facts=True)
    drafted = compose(facts, to, today, letter.form)
    subject = letter.subject or drafted.subject
    text, parts = drafted.text, packed(drafted.spans)
    return Shown(replace(letter, text=text, subject=subject, parts=parts), drafted.problem)
