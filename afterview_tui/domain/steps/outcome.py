"""What follows from how an interview ended."""

from __future__ import annotations

from datetime import date, timedelta

from afterview_tui.domain.records import Facts, Interview, Outcome

# An offer is not an end: it wants an answer, and the letters still count.
CLOSED = frozenset(
    {Outcome.ACCEPTED, Outcome.DECLINED, Outcome.NO, Outcome.WITHDRAWN, Outcome.QUIET}
)
# A month after the end nothing is asked of anybody any more.
LAPSE = timedelta(days=30)


def is_closed(interview: Interview) -> bool:
    """Whether the interview has ended for good."""
    return interview.outcome in CLOSED


def has_lapsed(facts: Facts, today: date) -> bool:
    """Whether the end is over a month past, and so is any date set by hand."""
    interview = facts.interview
    if not is_closed(interview):
        return False
    ends = [interview.outcome_on or interview.held_on]
    ends += [a.moved_to for a in facts.adjustments if a.moved_to is not None]
    return today > max(ends) + LAPSE
