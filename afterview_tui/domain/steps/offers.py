"""Step 3 once there is an answer: an offer, a job taken, a yes or no to be put in writing.

An offer: thank them on the day it came and say when they will hear, or ask by when they
want to; decide the day before; answer by their day, else the weekday after it came. The job
taken: withdraw from every other open interview on the same day, by phone and then in writing.
Whatever was said on the phone is in writing a weekday later; after a week it may stay as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from afterview_tui.domain import dates
from afterview_tui.domain.letter import LetterKind, last_sent
from afterview_tui.domain.records import Facts, Outcome, Step
from afterview_tui.domain.steps.outcome import goes_on, job_taken, offer_elsewhere, wanted
from afterview_tui.domain.task import Kind, State, Task, task_of
from afterview_tui.domain.text import joined
from afterview_tui.domain.text import lines as lines_of

WEEK = timedelta(days=7)
SIX_WEEKS = 6 * WEEK
_IN_WRITING = {
    Outcome.ACCEPTED: "Accept in writing",
    Outcome.DECLINED: "Decline in writing",
    Outcome.WITHDRAWN: "Withdraw in writing",
}


def lines(facts: Facts, today: date) -> Iterator[Task]:
    """What an answer asks of the user, theirs or one that was given to somebody else."""
    still = wanted(facts, today)
    if still.answer:
        yield from _offer(facts, today)
    if still.confirm and facts.met:
        yield _in_writing(facts, today)
    if still.withdraw or goes_on(facts):
        yield from _withdraw(facts, today)
    if still.ask_why and facts.adjustment(Kind.LOOK_LATER).moved_to is not None:
        name = "See if they look again"
        yield task_of(facts, Step.FOLLOW_UP, Kind.LOOK_LATER, name, due=look_later(today))


def look_later(today: date) -> date:
    """Six weeks on: who was chosen may have left again by then."""
    return dates.not_monday(dates.on_weekday(today + SIX_WEEKS))


def _offer(facts: Facts, today: date) -> Iterator[Task]:
    interview, rests = facts.interview, wanted(facts, today).because
    came_on = interview.outcome_on or today
    due = interview.answer_by or dates.next_weekday(came_on)
    thank = _line(
        facts,
        Kind.THANK_OFFER,
        "Thank them, say by when" if interview.answer_by else "Thank them, ask by when",
        "Thank them for the offer",
        came_on,
    )
    if (
        thanked := last_sent(facts.letters, LetterKind.OFFER_THANKS, LetterKind.MORE_TIME)
    ) is not None:
        thank = thank._replace(state=State.DONE, note=f"sent {dates.short(thanked, today)}")
    decide_on = max(came_on, due - dates.DAY)
    said = joined(lines_of(interview.offer_said))
    only = f"only said: {said}" if said else ""
    decide = _line(facts, Kind.DECIDE, "Decide", "Decide on the offer", decide_on, note=only)
    if job_taken(facts) is not None and not goes_on(facts):
        for one in (thank, decide):
            yield one if not one.is_open else _rests(one, rests)
        yield _line(
            facts, Kind.ANSWER_OFFER, "Decline the offer", "Decline the offer", due, note=rests
        )
        return
    note = "; ".join(_besides(facts, today))
    yield thank
    yield decide
    yield _line(facts, Kind.ANSWER_OFFER, "Answer the offer", "Answer the offer", due, note=note)


def _besides(facts: Facts, today: date) -> Iterator[str]:
    """What there is to know while an offer waits for its answer."""
    by = facts.interview.answer_by
    if by is None:
        yield "no day was named: ask for one"
    elif by < today:
        yield "day passed: ask if it still stands"
    if (asked := last_sent(facts.letters, LetterKind.MORE_TIME)) is not None:
        yield f"asked for more time {dates.short(asked, today)}"
    if (other := offer_elsewhere(facts)) is not None:
        until = f", answer by {dates.short(other.answer_by, today)}" if other.answer_by else ""
        yield f"there is an offer from {other.employer}, too{until}"


def _rests(task: Task, because: str) -> Task:
    return task._replace(state=State.SET_ASIDE, due=None, note=because)


def _in_writing(facts: Facts, today: date) -> Task:
    outcome = facts.interview.outcome
    name = _IN_WRITING[outcome]
    said_on = facts.interview.outcome_on or today
    task = _line(facts, Kind.IN_WRITING, name, name, dates.next_weekday(said_on))
    if (sent := last_sent(facts.letters, letter_for(outcome))) is not None:
        return task._replace(state=State.DONE, note=f"sent {dates.short(sent, today)}")
    return _rests(task, "over a week ago") if today - said_on > WEEK else task


def letter_for(outcome: Outcome) -> LetterKind:
    """The letter that tells them this outcome."""
    from afterview_tui.domain.letter_kinds import about

    return next(kind for kind in LetterKind if about(kind).says is outcome)


def _withdraw(facts: Facts, today: date) -> Iterator[Task]:
    interview, job = facts.interview, job_taken(facts)
    if job is None or interview.outcome is not Outcome.OPEN:
        return
    note = f"you took the job at {job.employer}"
    if interview.held_on > today:
        note = f"cancel {dates.short(interview.held_on, today)}: {note}"
    due = dates.on_weekday(job.outcome_on or today)
    yield _line(facts, Kind.WITHDRAW, "Withdraw: call, then write", "Withdraw", due, note=note)


def _line(facts: Facts, kind: Kind, name: str, title: str, due: date, *, note: str = "") -> Task:
    title = f"{title}: {facts.interview.employer}"
    return task_of(facts, Step.FOLLOW_UP, kind, name, title=title, due=due, note=note)
