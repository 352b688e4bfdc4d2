"""Step 2: each person met gets a thank-you letter of their own.

Due on the day of the interview; the next day is the last good one. After that
it is late and still worth sending, never too late. A note to one person that was
passed on to another counts for that one, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterview_tui.domain import dates, passed_on
from afterview_tui.domain.records import Facts, Met, Step
from afterview_tui.domain.steps.outcome import wanted
from afterview_tui.domain.task import Kind, State, Task, task_of


def lines(facts: Facts, today: date) -> Iterator[Task]:
    """One line per person met who should get a letter."""
    for met in facts.met:
        if met.meeting.wants_letter:
            yield _letter(facts, met, today)


def _letter(facts: Facts, met: Met, today: date) -> Task:
    held_on = facts.interview.held_on
    task = task_of(
        facts,
        Step.LETTERS,
        Kind.LETTER,
        met.person.shown,
        title=f"Thank {met.person.shown}",
        subject=met.meeting.id,
        due=held_on,
        note=_urgency(held_on, today),
    )
    if (sent := facts.sent_to(met.person.id)) is not None:
        day = f" {dates.short(sent.sent_on, today)}" if sent.sent_on else ""
        return task._replace(state=State.DONE, note=f"sent{day}")
    if (note := passed_on.note_for(facts, met)) is not None:
        through = (one.person.shown for one in facts.met if one.person.id == note.person_id)
        day = f", {dates.short(note.sent_on, today)}" if note.sent_on else ""
        words = f"in the note to {next(through, 'somebody else')}{day}"
        return task._replace(state=State.DONE, note=words)
    if not (still := wanted(facts, today)).letters:
        return task._replace(state=State.SET_ASIDE, due=None, note=still.because)
    return task


def _urgency(held_on: date, today: date) -> str:
    days = (today - held_on).days
    if days <= 0:
        return ""
    return "today is the last good day" if days == 1 else "late, still worth sending"
