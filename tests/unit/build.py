"""Small builders: the facts of one interview in as few words as a test needs.

The interview is with Lakeside Dental on Friday 20 November 2026 unless a test
says otherwise. Ids count from 1 and a person's id is that of what they are in.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, settings

from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.records import (
    Adjustment,
    Asked,
    Briefing,
    Facts,
    FollowUp,
    Interview,
    Meeting,
    Met,
    OwnItem,
    Person,
    Question,
    Reference,
    Result,
    Step,
    Vouching,
)
from afterview_tui.domain.task import Task
from afterview_tui.domain.tasks import tasks

# How long an example takes depends on the machine, and is no property of the rules.
CHECK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
THURSDAY = date(2026, 11, 19)
FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def interview(held_on: date = FRIDAY, **fields: Any) -> Interview:
    """An interview with Lakeside Dental."""
    plain: dict[str, Any] = {"id": 1, "employer": "Lakeside Dental", "held_on": held_on}
    return Interview(**plain | fields)


def facts(held_on: date = FRIDAY, **fields: Any) -> Facts:
    """The facts of an interview with nothing else on file; `fields` are the interview's."""
    return Facts(interview(held_on, **fields))


def met(number: int = 1, name: str = "Maria Chen", *, wants_letter: bool = True) -> Met:
    """Somebody met at the interview."""
    return Met(
        Meeting(id=number, interview_id=1, person_id=number, wants_letter=wants_letter),
        Person(id=number, name=name, title="Dr."),
    )


def vouching(
    number: int = 1, name: str = "Amy Ortiz", *, asked: Asked = Asked.AGREED, **dates: Any
) -> Vouching:
    """A reference of the interview; `dates` are the briefing's."""
    return Vouching(
        Briefing(id=number, interview_id=1, reference_id=number, **dates),
        Reference(id=number, person_id=100 + number, asked=asked),
        Person(id=100 + number, name=name),
    )


def letter(
    to: int = 1, sent_on: date | None = None, *, kind: LetterKind = LetterKind.THANK_YOU
) -> Letter:
    """A letter on file: sent when a day is given, else a draft."""
    state = LetterState.DRAFT if sent_on is None else LetterState.SENT
    return Letter(id=to, interview_id=1, person_id=to, kind=kind, state=state, sent_on=sent_on)


def tried(
    number: int,
    done_on: date | None,
    result: Result = Result.VOICEMAIL,
    *,
    promise: date | None = None,
    said: str = "",
) -> FollowUp:
    """A follow-up that was made."""
    return FollowUp(
        id=number,
        interview_id=1,
        done_on=done_on,
        result=result,
        new_promise=promise,
        said=said,
    )


def question(number: int = 1, answer: str = "", *, expected: bool = False) -> Question:
    """A question that came up at the interview."""
    return Question(number, 1, f"Question {number}?", expected, answer)


def own(
    number: int = 1,
    text: str = "Return the badge",
    *,
    step: Step = Step.PREPARE,
    due: date | None = None,
    done_on: date | None = None,
) -> OwnItem:
    """A to-do of the user's own."""
    return OwnItem(number, 1, step, text, due, done_on)


def by_hand(task: str, **decided: Any) -> Adjustment:
    """What the user decided about a line."""
    return Adjustment(interview_id=1, task=task, **decided)


def line(on_file: Facts, today: date, key: str) -> Task:
    """The one line with this key."""
    (found,) = (task for task in tasks(on_file, today) if task.key == key)
    return found


def keys(on_file: Facts, today: date) -> list[str]:
    """The keys of all lines, in the order shown."""
    return [task.key for task in tasks(on_file, today)]


def follow_up(on_file: Facts, today: date = FRIDAY) -> Task | None:
    """The follow-up to come, when one is."""
    coming = [task for task in tasks(on_file, today) if task.kind == "follow-up"]
    assert len(coming) <= 1, "one at a time"
    return coming[0] if coming else None


@contextmanager
def zone(name: str) -> Iterator[None]:
    """The process in another time zone, for as long as this lasts."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


def as_shown(
    one: Facts,
    to: Person,
    text: str = "",
    *,
    kind: LetterKind = LetterKind.THANK_YOU,
    form: LetterForm = LetterForm.EMAIL,
    subject: str = "",
) -> Letter:
    """A letter as a pane shows it: the one on file, or a draft that says `text`."""
    known = one.letter_to(to.id, kind)
    if known is not None and not known.follows_facts:
        return known
    draft = known or Letter(interview_id=one.interview.id, person_id=to.id, kind=kind, form=form)
    return replace(draft, text=text, subject=subject, follows_facts=True)
