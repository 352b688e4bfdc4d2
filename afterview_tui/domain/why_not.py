"""After a no: asking which areas could be stronger, and the silence that mostly follows.

Most employers never answer, for want of time or because of the law. So once it
was asked nothing more is expected, and nothing comes due.
"""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.letter import LetterKind, last_sent
from afterview_tui.domain.records import Facts, Person, Result
from afterview_tui.domain.steps.follow_up import made
from afterview_tui.domain.task import Kind

NO_ANSWER = "no answer came"
SILENCE = "most never answer, and it says nothing about you"


def asked_on(facts: Facts) -> date | None:
    """The day on which it was asked last: by letter, or otherwise and ticked by hand."""
    days = last_sent(facts.letters, LetterKind.WHY_NOT), facts.adjustment(Kind.ASK_WHY).done_on
    return max(filter(None, days), default=None)


def silence(facts: Facts, today: date) -> str:
    """`asked Fri 20 Nov; most never answer, …`; "" while it was not asked, or is answered."""
    asked, given_up = asked_on(facts), facts.adjustment(Kind.ASK_WHY).set_aside_on
    if asked is None or facts.reflection.why_not.strip():
        return ""
    is_over = given_up is not None and given_up >= asked
    so_far = f"{NO_ANSWER}: {SILENCE}" if is_over else SILENCE
    return f"asked {dates.short(asked, today)}; {so_far}"


def told_by(facts: Facts) -> Person | None:
    """Who told the user, as far as the file knows.

    That is whom the user writes to already, else who was reached on the day of the no.
    """
    from afterview_tui.domain.recipients import everybody

    met = {one.person.id: one.person for one in everybody(facts, LetterKind.WHY_NOT)}
    begun = [one.person_id for one in facts.letters if one.kind is LetterKind.WHY_NOT]
    reached = [
        one.person_id
        for one in reversed(made(facts))
        if one.result is Result.REACHED and one.done_on == facts.interview.outcome_on
    ]
    return next((met[one] for one in (*begun, *reached) if one in met), None)
