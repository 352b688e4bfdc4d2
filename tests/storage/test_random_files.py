"""Three hundred random files: whatever is on file, all that is said of it agrees."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from afterview_tui.domain.agenda import Agenda, Case, Day, Group, Order
from afterview_tui.domain.dates import is_weekend
from afterview_tui.domain.letter import Letter, LetterKind, LetterState
from afterview_tui.domain.records import (
    Adjustment,
    Briefing,
    Facts,
    FollowUp,
    Interview,
    Meeting,
    Outcome,
    Person,
    Reference,
    Reflection,
    Result,
)
from afterview_tui.domain.steps.follow_up import is_quiet, made, promise
from afterview_tui.domain.steps.outcome import goes_on, is_closed, job_taken, went_on
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from afterview_tui.handoff.calendar import calendar
from afterview_tui.storage.changes import Change
from afterview_tui.storage.store import Store
from afterview_tui.tui.desk import Desk

FILES, IN_ONE_TEST = 300, 30
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PREPARES = (Kind.QUESTIONS, Kind.RESUME, Kind.DIFFERENTLY)
# By hand a line may be moved anywhere, or be gone: what follows is about what the rules say.
BY_HAND = ("letter:1", "brief:1", "ask-why", "withdraw", "in-writing", "thank-offer", "decide")
PREPARED = ("reflect", "questions", "resume", "differently")


def days(chance: random.Random, often: float = 0.5) -> date | None:
    """Some day around today, or none."""
    if chance.random() > often:
        return None
    return TODAY + timedelta(days=chance.randint(-25, 12))


def an_interview(chance: random.Random, number: int, follows: int | None) -> Interview:
    held_on = TODAY + timedelta(days=chance.randint(-25, 12))
    entered = held_on + timedelta(days=chance.randint(-9, 3))
    outcome = chance.choice([Outcome.OPEN, Outcome.OPEN, Outcome.OPEN, Outcome.OFFER, *Outcome])
    return Interview(
        employer=f"Employer {number}",
        held_on=held_on,
        created_at=datetime(entered.year, entered.month, entered.day, 9, tzinfo=UTC),
        promised_on=days(chance),
        missed_call_on=days(chance, 0.1),
        outcome=outcome,
        outcome_on=days(chance, 0.9) if outcome is not Outcome.OPEN else None,
        answer_by=days(chance) if outcome is Outcome.OFFER else None,
        follows_id=follows,
        round=1 if follows is None else 2,
    )


def fill(change: Change, chance: random.Random) -> None:
    """Up to six interviews, some of them rounds, and what happened since."""
    reference = change.insert(Reference(person_id=change.insert(Person(name="Amy Ortiz"))))
    before: int | None = None
    for number in range(1, chance.randint(2, 7)):
        follows = before if chance.random() < 0.2 else None
        one = change.insert(an_interview(chance, number, follows))
        before = one
        person = change.insert(Person(name=f"Person {number}"))
        if chance.random() < 0.8:
            change.insert(Meeting(interview_id=one, person_id=person))
        if chance.random() < 0.5:
            change.insert(
                Briefing(
                    interview_id=one,
                    reference_id=reference,
                    briefed_on=days(chance),
                    called_on=days(chance, 0.2),
                    told_on=days(chance, 0.2),
                )
            )
        for _ in range(chance.choice([0, 0, 1, 2])):
            result = chance.choice(list(Result))
            change.insert(FollowUp(interview_id=one, done_on=days(chance, 0.9), result=result))
        kind = chance.choice(list(LetterKind))
        sent = Letter(0, one, person, kind, state=LetterState.SENT, sent_on=days(chance, 1))
        change.insert(sent)
        if chance.random() < 0.3:
            change.insert(Reflection(interview_id=one, well="Calm", differently="Ask more"))
        if chance.random() < 0.3:
            task = chance.choice(BY_HAND)
            done_on, set_aside_on = chance.choice([(TODAY, None), (None, TODAY)])
            change.insert(Adjustment(0, one, task, set_aside_on=set_aside_on, done_on=done_on))
        if chance.random() < 0.5:
            for task in PREPARED:
                change.insert(Adjustment(0, one, task, done_on=TODAY))


@pytest.fixture(scope="module")
def an_empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "afterview.db"
    with closing(Store(path, lambda: NOW)):
        return path


def a_file(empty: Path, folder: Path, seed: int) -> Iterator[Desk]:
    """A desk on a random file."""
    path = folder / f"{seed}.db"
    shutil.copy(empty, path)
    path.chmod(0o600)
    with closing(Store(path, lambda: NOW)) as store:
        with store.file.change("filled it") as change:
            fill(change, random.Random(seed))
        desk = Desk(store, lambda: TODAY, print)
        desk.read()
        yield desk
    path.unlink()


def views_agree(desk: Desk) -> None:
    """The list, what is due by day, the line at the top, and each interview by itself."""
    agenda, due = desk.agenda, desk.agenda.due
    in_groups = [one.id for group in Group for t in agenda.group(group) for one in t.rounds]
    on_file = [row[0] for row in desk.store.file.read("SELECT id FROM interview ORDER BY id")]
    desk.fold()
    older = [one.id for one in desk.listed.older or ()]
    assert sorted([*in_groups, *older]) == on_file
    assert sorted(desk.listed.ids) == on_file
    by_order = [one.id for order in Order for t in agenda.still_open(order) for one in t.rounds]
    shown = [one.id for t in agenda.still_open(Order.NEED) for one in t.rounds]
    assert sorted(by_order) == sorted(shown * len(Order))
    assert {task.interview_id for task in due} == {
        one.id for t in agenda.group(Group.TODAY) for one in t.rounds if one.group is Group.TODAY
    }
    assert [*agenda.days.get(Day.LATE, []), *agenda.days.get(Day.TODAY, [])] == due
    assert sum(map(len, agenda.days.values())) == len(agenda.to_do)
    assert agenda.headline().startswith(f"{len(due) or 'nothing'} for today")
    for one in agenda.cases.values():
        alone = desk.store.interviews.facts(one.id)
        assert alone is not None
        assert tasks(alone, TODAY) == one.tasks


def nothing_prepares_too_late(agenda: Agenda) -> None:
    """What prepares for the next interview is due before it, unless it was entered after it."""
    every = [one.facts.interview for one in agenda.cases.values()]
    coming = [one.held_on for one in every if one.held_on >= TODAY and one.outcome is Outcome.OPEN]
    for one in agenda.cases.values():
        interview = one.facts.interview
        following = min((day for day in coming if day > interview.held_on), default=date.max)
        assert interview.created_at is not None
        entered = interview.created_at.date()
        for task in one.tasks:
            if task.kind in PREPARES and task.is_open and task.due is not None:
                assert task.due < following or task.due == entered


def the_calendar_agrees(desk: Desk) -> None:
    """It has each open line on its day, each interview, each day that was named, and no more."""
    every = list(desk.agenda.cases.values())
    events: list[Any] = Calendar.from_ical(calendar(every, (), NOW)).walk("VEVENT")
    found = {(str(one["summary"]), one["dtstart"].dt) for one in events}
    lines = [task for one in every for task in one.tasks if task.is_open and task.due is not None]
    for task in lines:
        words = (" ".join(task.title.split()), task.due)
        assert any(summary.startswith(words[0]) and day == words[1] for summary, day in found), task
    named = sum(
        (promise(one.facts) is not None and not is_closed(one.facts))
        + (one.facts.interview.answer_by is not None)
        for one in every
    )
    assert len(events) == len(every) + len(lines) + named


def nothing_is_left_without_a_next_thing(one: Case) -> None:
    """What is open has a line that is open, or waits for them."""
    facts = one.facts
    if is_closed(facts):
        return
    has_next = any(task.is_open and task.step.number == 3 for task in one.tasks)
    was_reached = any(tried.result is Result.REACHED for tried in made(facts))
    assert has_next or is_quiet(facts) or was_reached or facts.adjustment("withdraw").done_on


def a_job_that_is_taken_lets_the_others_rest(facts: Facts) -> None:
    """Withdrawing is all that is asked where something else was accepted, unless one goes on."""
    if job_taken(facts) is None or facts.interview.outcome is not Outcome.OPEN:
        return
    mine = {task.kind: task for task in tasks(facts, TODAY)}
    if went_on(facts):
        assert Kind.WITHDRAW not in mine
    elif not goes_on(facts):
        assert Kind.FOLLOW_UP not in mine
        assert not mine[Kind.LETTER].is_open if Kind.LETTER in mine else True
        assert not is_weekend(mine[Kind.WITHDRAW].due or TODAY)


@pytest.mark.parametrize("first", range(0, FILES, IN_ONE_TEST))
def test_on_any_file_all_views_agree_and_nothing_open_is_forgotten(
    an_empty_file: Path, tmp_path: Path, first: int
) -> None:
    for seed in range(first, first + IN_ONE_TEST):
        for desk in a_file(an_empty_file, tmp_path, seed):
            nothing_prepares_too_late(desk.agenda)
            for one in desk.agenda.cases.values():
                nothing_is_left_without_a_next_thing(one)
                a_job_that_is_taken_lets_the_others_rest(one.facts)
            the_calendar_agrees(desk)
            views_agree(desk)
