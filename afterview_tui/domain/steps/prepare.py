"""Step 4: what this interview teaches for the next.

Reflect on the same day; the rest is due the day before the next interview on
file, or a week after this one: the evening before is the last good one. For one
that is still to come the preparation sheet is read on that evening. What felt poorly is looked at
again with a night between: on the day only the facts are asked for. After a no:
ask why not, a day or two later and not on a weekend. Once it was asked nothing
more is due.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from afterview_tui.domain import dates, why_not
from afterview_tui.domain.letter import LetterKind, last_sent
from afterview_tui.domain.records import Facts, Step
from afterview_tui.domain.reflecting import (
    JUDGED,
    PROMPTS,
    felt_poorly,
    is_for_facts,
    written,
)
from afterview_tui.domain.steps.outcome import is_closed, wanted
from afterview_tui.domain.task import Kind, State, Task, task_of
from afterview_tui.domain.text import count

WEEK = timedelta(days=7)
# The lines that prepare for the next interview, whichever that is.
FOR_THE_NEXT = frozenset({Kind.QUESTIONS, Kind.RESUME, Kind.DIFFERENTLY})


def lines(facts: Facts, today: date) -> Iterator[Task]:
    """Reflect, questions, résumé, what to do differently; after a no, why not."""
    held_on, reflection = facts.interview.held_on, facts.reflection
    later = _before_the_next(facts)
    if held_on > today and not is_closed(facts):
        yield _get_ready(facts)
    yield _reflect(facts, today)
    if felt_poorly(facts):
        yield _look_again(facts)
    yield _questions(facts, later)
    reviewed = facts.me.resume_reviewed_on
    yield _line(
        facts,
        Kind.RESUME,
        "Review the résumé",
        later,
        done=reviewed is not None and reviewed >= held_on,
        note=f"reviewed {dates.short(reviewed, today)}" if reviewed else "",
    )
    yield _line(
        facts,
        Kind.DIFFERENTLY,
        "Decide what to do differently",
        later,
        done=bool(reflection.differently),
    )
    if wanted(facts, today).ask_why:
        yield _ask_why(facts, today)


def not_after_the_next(task: Task, facts: Facts, today: date) -> Task:
    """The line, moved by hand, on the last good day at the latest while that is still to come."""
    following = facts.next_interview_on
    if task.kind not in FOR_THE_NEXT or task.due is None or following is None:
        return task
    if following <= today or task.due < following or facts.interview.held_on >= following:
        return task
    note = f"before the interview on {dates.short(following, today)}"
    return task._replace(due=following - dates.DAY, note=note)


def _get_ready(facts: Facts) -> Task:
    """Until the day itself: who enters an interview on its day mostly comes from it."""
    due = facts.interview.held_on - dates.DAY
    task = _line(facts, Kind.GET_READY, "Read the preparation sheet", due, done=False)
    return task._replace(title=f"Prepare for {facts.interview.employer}")


def _reflect(facts: Facts, today: date) -> Task:
    reflection, held_on = facts.reflection, facts.interview.held_on
    if not felt_poorly(facts):
        said = reflection.well, reflection.improve, reflection.cared, reflection.unsaid
        settled = any(said) or bool(reflection.happened)
        return _line(facts, Kind.REFLECT, "Write down how it went", held_on, done=settled)
    name = "Write down what happened, only the facts"
    settled = any(written(reflection, prompt) for prompt in PROMPTS)
    task = _line(facts, Kind.REFLECT, name, held_on, done=settled)
    task = task._replace(name="What happened, only the facts")
    if settled or is_for_facts(facts, today):
        return task
    # The day is over: looking at it again asks for all of it, and once is enough.
    return task._replace(state=State.SET_ASIDE, due=None, note="the day is over")


def _look_again(facts: Facts) -> Task:
    task = _line(
        facts,
        Kind.LOOK_AGAIN,
        "Look at it again, with a night between",
        facts.interview.held_on + dates.DAY,
        done=any(written(facts.reflection, prompt) for prompt in JUDGED),
    )
    return task._replace(name="Look at it again")


def _before_the_next(facts: Facts) -> date:
    held_on = facts.interview.held_on
    if facts.next_interview_on is None:
        return held_on + WEEK
    return max(held_on, facts.next_interview_on - dates.DAY)


def _questions(facts: Facts, due: date) -> Task:
    unexpected = [q for q in facts.questions if not q.expected]
    unanswered = sum(not q.answer for q in facts.questions)
    note = ""
    if facts.questions:
        note = (
            f"{count(len(facts.questions), 'question')}, {unanswered or 'none'} without an answer"
        )
    task = _line(
        facts,
        Kind.QUESTIONS,
        "Prepare for unexpected questions",
        due,
        done=bool(unexpected) and not unanswered,
        note=note,
    )
    return task._replace(name="Unexpected questions")


def _ask_why(facts: Facts, today: date) -> Task:
    decided = facts.interview.outcome_on or today
    said, asked = bool(facts.reflection.why_not), why_not.asked_on(facts)
    thanked = last_sent(facts.letters, LetterKind.AFTER_NO)
    # The words of the no itself are seldom an answer to what nobody has asked yet.
    note = "they answered" if said and asked is not None else why_not.silence(facts, today)
    if not note and thanked is not None:
        note = f"thanked them {dates.short(thanked, today)}"
    if not note and today - decided > WEEK:
        note = "over a week ago, you may let it go"
    return _line(
        facts,
        Kind.ASK_WHY,
        "Ask which areas could be stronger",
        dates.next_weekday(decided),
        done=asked is not None or thanked is not None,
        note=note,
    )


def _line(facts: Facts, kind: Kind, name: str, due: date, *, done: bool, note: str = "") -> Task:
    task = task_of(facts, Step.PREPARE, kind, name, due=due, note=note)
    return task._replace(state=State.DONE, note=note or "done") if done else task
