"""Step 3: ask politely how things stand, one try at a time, twice at most.

A promise: the first weekday after it. No promise: five weekdays after the
interview. A second try: five weekdays after the first. Never on a weekend, and
not on a Monday where the date is ours to choose. A missed appointment: the
same day. Two tries without an answer are enough; a new promise starts again. While
an offer waits elsewhere, the try says so: the weekday after it came.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, FollowUp, Interview, Result, Step
from afterview_tui.domain.steps.outcome import offer_elsewhere, wanted
from afterview_tui.domain.task import Kind, State, Task, task_of

TRIES = 2
WAIT = 5  # weekdays


def lines(facts: Facts, today: date) -> Iterator[Task]:
    """The tries made, and the one to come, if one is."""
    for try_ in made(facts):
        yield _tried(facts, try_, today)
    if not wanted(facts, today).follow_up:
        return
    if (missed := missed_call(facts)) is not None:
        yield task_of(
            facts,
            Step.FOLLOW_UP,
            Kind.FOLLOW_UP,
            "Ask for a new time",
            key=missed_key(missed),
            due=dates.on_weekday(missed),
            note="they did not call as agreed",
        )
        return
    offer = offer_elsewhere(facts)
    if offer is not None and not is_quiet(facts):
        yield _told_of(facts, offer, today)
        if asks_with_offer(facts):
            return  # one thing is asked at a time, and this asks it
    if is_quiet(facts):
        yield _quiet(facts)
    elif not _is_answered(facts):
        yield task_of(
            facts,
            Step.FOLLOW_UP,
            Kind.FOLLOW_UP,
            "Ask again" if counted(facts) else "Ask how things stand",
            key=f"{Kind.FOLLOW_UP}:{len(made(facts)) + 1}",
            due=_due(facts),
        )


def missed_call(facts: Facts) -> date | None:
    """The day on which they did not call as agreed, until the user has asked since.

    A try of that day may have come before: one that was made for this line
    ticks it by hand as well.
    """
    missed = facts.interview.missed_call_on
    if missed is None or any(t.done_on and t.done_on > missed for t in facts.follow_ups):
        return None
    return None if facts.adjustment(missed_key(missed)).done_on else missed


def missed_key(missed: date) -> str:
    """The key of the line about a call that they missed on this day."""
    return f"{Kind.FOLLOW_UP}:missed:{missed.isoformat()}"


def _told_of(facts: Facts, offer: Interview, today: date) -> Task:
    """Another employer's offer is a reason to ask by when they decide, once one has met them."""
    came_on = offer.outcome_on or today
    soon = dates.next_weekday(came_on)
    by = f", answer by {dates.short(offer.answer_by, today)}" if offer.answer_by else ""
    if offer.answer_by is not None:
        soon = min(soon, max(dates.weekday_until(offer.answer_by), came_on))
    return task_of(
        facts,
        Step.FOLLOW_UP,
        Kind.OTHER_OFFER,
        "Say you have an offer",
        title=f"Say that you have an offer, and ask when they decide: {facts.interview.employer}",
        key=other_offer_key(offer),
        due=dates.on_weekday(max(soon, facts.interview.held_on)),
        note=f"from {offer.employer}{by}",
    )


def other_offer_key(offer: Interview) -> str:
    """The key of the line that tells of an offer of somebody else."""
    return f"{Kind.OTHER_OFFER}:{offer.id}"


def asks_with_offer(facts: Facts) -> bool:
    """Whether the next time one asks, one has an offer to tell of."""
    if (offer := offer_elsewhere(facts)) is None:
        return False
    by_hand = facts.adjustment(other_offer_key(offer))
    return by_hand.done_on is None and by_hand.set_aside_on is None


def asked_line(facts: Facts) -> str:
    """The key of the line that a try settles by itself: a missed call, an offer; "" for none."""
    if (missed := missed_call(facts)) is not None:
        return missed_key(missed)
    offer = offer_elsewhere(facts)
    return other_offer_key(offer) if offer is not None and asks_with_offer(facts) else ""


def lines_to_ask(facts: Facts) -> set[str]:
    """The keys of the lines that a try settles besides, or settled: a missed call, an offer."""
    missed, offer = facts.interview.missed_call_on, offer_elsewhere(facts)
    keys = [missed_key(missed)] if missed is not None else []
    return {*keys, *([other_offer_key(offer)] if offer is not None else [])}


def made(facts: Facts) -> list[FollowUp]:
    """The tries made, oldest first."""
    done = [t for t in facts.follow_ups if t.done_on is not None]
    return sorted(done, key=lambda t: (t.done_on or date.min, t.id))


def promise(facts: Facts) -> date | None:
    """The day by which they decide, as they said it last."""
    tried = promising_try(facts)
    return tried.new_promise if tried is not None else facts.interview.promised_on


def promising_try(facts: Facts) -> FollowUp | None:
    """The newest try at which they named a day."""
    named = [tried for tried in made(facts) if tried.new_promise is not None]
    return named[-1] if named else None


def counted(facts: Facts) -> list[FollowUp]:
    """The tries that count towards the two: those since the latest promise ran out."""
    promised = promise(facts) or date.min
    return [t for t in made(facts) if t.done_on is not None and t.done_on > promised]


def is_quiet(facts: Facts) -> bool:
    """Whether two tries went unanswered, so that nothing more is expected."""
    return len(counted(facts)) >= TRIES and not _is_answered(facts)


def _is_answered(facts: Facts) -> bool:
    tries = counted(facts)
    return bool(tries) and tries[-1].result is Result.REACHED


def _due(facts: Facts) -> date:
    tries = counted(facts)
    if tries and (last := tries[-1].done_on) is not None:
        return dates.not_monday(dates.weekdays_after(last, WAIT))
    if (promised := promise(facts)) is not None:
        return dates.next_weekday(promised)
    return dates.not_monday(dates.weekdays_after(facts.interview.held_on, WAIT))


def _tried(facts: Facts, try_: FollowUp, today: date) -> Task:
    day = dates.short(try_.done_on, today) if try_.done_on else ""
    said = f": {try_.said.splitlines()[0]}" if try_.said else ""
    name = "Asked by e-mail" if try_.result is Result.EMAILED else "Asked how things stand"
    return task_of(
        facts,
        Step.FOLLOW_UP,
        Kind.TRIED,
        name,
        title=name,
        subject=try_.id,
        state=State.DONE,
        note=f"{try_.result}{said}, {day}",
    )


def _quiet(facts: Facts) -> Task:
    return task_of(
        facts,
        Step.FOLLOW_UP,
        Kind.QUIET,
        "Two tries are enough",
        state=State.DONE,
        note="quiet, no more is expected of you",
    )
