"""Step 1: the people who vouch know about the position before the phone rings.

A reference is briefed on the first weekday after the interview, unless it is
not needed yet; thanked when the employer has called; told when the outcome is
known. Some say to call only when a check is likely, hence "not needed yet"
takes the date away rather than making anybody late. One who is away, or was
asked often lately, is named as such, quietly.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterview_tui.domain import dates, reference_use
from afterview_tui.domain.records import Asked, Facts, Outcome, Step, Vouching
from afterview_tui.domain.steps.outcome import wanted
from afterview_tui.domain.task import Kind, State, Task, task_of


def lines(facts: Facts, today: date) -> Iterator[Task]:
    """One line per reference of this interview; more when the employer calls or decides."""
    for vouching in facts.vouching:
        yield _brief(facts, vouching, today)
        briefing = vouching.briefing
        if briefing.called_on is not None:
            yield _later(
                facts,
                vouching,
                Kind.THANK_REFERENCE,
                f"Thank {vouching.person.shown}",
                why=" for taking the call",
                due=briefing.called_on,
                done_on=briefing.thanked_on,
                done="thanked",
                today=today,
            )
        involved = briefing.briefed_on or briefing.called_on
        if involved and wanted(facts, today).tell:
            name, known_on = vouching.person.shown, facts.interview.outcome_on or today
            told_on = briefing.told_on
            if told_on is not None and told_on < min(known_on, today):
                told_on = None  # of an offer, perhaps, and there is more to tell since
            is_taken = facts.interview.outcome is Outcome.ACCEPTED
            yield _later(
                facts,
                vouching,
                Kind.TELL_REFERENCE,
                f"Tell and thank {name}" if is_taken else f"Tell {name} the outcome",
                due=known_on,
                done_on=told_on,
                done="told",
                today=today,
            )


def _brief(facts: Facts, vouching: Vouching, today: date) -> Task:
    briefing, person = vouching.briefing, vouching.person
    task = task_of(
        facts,
        Step.REFERENCES,
        Kind.BRIEF,
        person.shown,
        title=f"Brief {person.shown}",
        subject=briefing.id,
        due=dates.next_weekday(facts.interview.held_on),
        note=_before_the_call(vouching, today),
    )
    if briefing.briefed_on is not None:
        note = f"briefed {dates.short(briefing.briefed_on, today)}"
        return task._replace(state=State.DONE, note=note)
    if briefing.called_on is not None:
        return task._replace(state=State.SET_ASIDE, due=None, note="called already")
    if vouching.reference.asked is Asked.DECLINED:
        return task._replace(state=State.SET_ASIDE, due=None, note="declined")
    if not (still := wanted(facts, today)).briefs:
        return task._replace(state=State.SET_ASIDE, due=None, note=still.because)
    if briefing.not_needed_on is not None:
        return task._replace(state=State.SET_ASIDE, due=None, note="not needed yet")
    return task


def _before_the_call(vouching: Vouching, today: date) -> str:
    """What is worth knowing before a reference is called: they are away, or asked often."""
    away, use = vouching.reference.away_until, vouching.use
    often = reference_use.words(use, today) if reference_use.asked_often(use, today) else ""
    is_away = away is not None and away >= today
    gone = f"away until {dates.short(away, today)}" if away is not None and is_away else ""
    return ", ".join(filter(None, [gone, often]))


def _later(
    facts: Facts,
    vouching: Vouching,
    kind: Kind,
    name: str,
    *,
    why: str = "",
    due: date,
    done_on: date | None,
    done: str,
    today: date,
) -> Task:
    return task_of(
        facts,
        Step.REFERENCES,
        kind,
        name,
        title=f"{name}{why}",
        subject=vouching.briefing.id,
        due=due,
        state=State.OPEN if done_on is None else State.DONE,
        note="" if done_on is None else f"{done} {dates.short(done_on, today)}",
    )
