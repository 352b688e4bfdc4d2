"""What follows from how an interview ended, in one place.

Every step asks here what is still wanted once the employer has decided, has
invited to a next round, or is no longer waited for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from afterview_tui.domain.records import Facts, Interview, Outcome

# A month after the end nothing is asked of anybody any more.
LAPSE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is still wanted of the user.

    `letters`: thank-you letters to those met. `briefs`: references told about
    the position. `follow_up`: ask how things stand. `answer`: say yes or no to
    an offer. `confirm`: put in writing what was said on the phone. `withdraw`:
    tell them that the user took another job. `tell`: tell the references how it
    ended. `ask_why`: ask which areas could be stronger, or thank them. Without
    any of them, `because` says why not.
    """

    letters: bool = False
    briefs: bool = False
    follow_up: bool = False
    answer: bool = False
    confirm: bool = False
    withdraw: bool = False
    tell: bool = False
    ask_why: bool = False
    because: str = "the outcome is known"


WANTED = {
    Outcome.OPEN: Wanted(letters=True, briefs=True, follow_up=True),
    # An offer is not an end: it wants an answer, and the letters still count.
    Outcome.OFFER: Wanted(letters=True, briefs=True, answer=True, tell=True),
    Outcome.ACCEPTED: Wanted(confirm=True, tell=True),
    Outcome.DECLINED: Wanted(confirm=True, tell=True),
    Outcome.NO: Wanted(tell=True, ask_why=True),
    Outcome.WITHDRAWN: Wanted(confirm=True, tell=True),
    Outcome.QUIET: Wanted(tell=True),
}
# They answered by inviting again: briefs and the outcome belong to that round.
INVITED_AGAIN = Wanted(letters=True, because="goes on in the next round")
NEXT_ROUND_HELD = Wanted(because="the next round was held")
# The user took a job elsewhere: all that is left is to say so, and to thank whoever vouched.
TOOK_ANOTHER = {
    Outcome.OPEN: Wanted(withdraw=True),
    Outcome.OFFER: Wanted(answer=True, tell=True),
}
WITHDRAW = "withdraw"  # the key of the line; who sets it aside goes on with the interview

# Who waits for an answer, or has an offer to give one to, is not at the end.
CLOSED = frozenset(set(Outcome) - {Outcome.OPEN, Outcome.OFFER})


def wanted(facts: Facts, today: date) -> Wanted:
    """What is still wanted of the user on `today` for this interview."""
    if went_on(facts):
        held = facts.next_round_on is not None and facts.next_round_on <= today
        return NEXT_ROUND_HELD if held else INVITED_AGAIN
    outcome, job = facts.interview.outcome, job_taken(facts)
    if job is None or outcome not in TOOK_ANOTHER or goes_on(facts):
        return WANTED[outcome]
    return replace(TOOK_ANOTHER[outcome], because=f"you took the job at {job.employer}")


def job_taken(facts: Facts) -> Interview | None:
    """Where the user took a job, unless this interview began after that."""
    if not facts.elsewhere:
        return None
    interview = facts.interview
    entered = interview.created_at.date() if interview.created_at is not None else date.max
    began = min(interview.held_on, entered)
    taken = (one for one in facts.elsewhere if one.outcome is Outcome.ACCEPTED)
    return next((one for one in taken if began <= (one.outcome_on or one.held_on)), None)


def are_rounds(one: Interview, other: Interview) -> bool:
    """Whether two are the same interview, or one is the round after the other."""
    return one.id in (other.id, other.follows_id) or one.follows_id == other.id


def goes_on(facts: Facts) -> bool:
    """Whether the user said not to withdraw, whatever was accepted elsewhere."""
    return facts.adjustment(WITHDRAW).set_aside_on is not None


def offer_elsewhere(facts: Facts) -> Interview | None:
    """The offer of somebody else that wants its answer soonest."""
    return next((one for one in facts.elsewhere if one.outcome is Outcome.OFFER), None)


def went_on(facts: Facts) -> bool:
    """Whether the answer was an invitation to a next round."""
    return facts.interview.outcome is Outcome.OPEN and facts.next_round_on is not None


def is_closed(facts: Facts) -> bool:
    """Whether nothing more is heard about this interview itself."""
    return facts.interview.outcome in CLOSED or went_on(facts)


def has_lapsed(facts: Facts, today: date, line: str = "") -> bool:
    """Whether the end is over a month past, and so is any date set by hand.

    Of one `line`, by its key, only what was decided about it counts.
    """
    if not is_closed(facts):
        return False
    interview = facts.interview
    ended_on = facts.next_round_on if went_on(facts) else interview.outcome_on
    ends = [ended_on or interview.held_on]
    for adjustment in facts.adjustments:
        if line and adjustment.task != line:
            continue
        ends += filter(None, (adjustment.moved_to, adjustment.brought_back_on))
    return today > max(ends) + LAPSE
