"""The sample on real files, for a fortnight of todays that crosses the end of a month."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from afterview_tui.domain.agenda import Agenda, Group
from afterview_tui.domain.dates import is_weekend
from afterview_tui.domain.letter import LetterState
from afterview_tui.domain.letter_parts import THANK_YOU, gap
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.records import Asked, Facts, Me, Outcome, Person
from afterview_tui.domain.steps.follow_up import is_quiet
from afterview_tui.domain.task import Kind, State
from afterview_tui.letters.checking.gaps_and_length import gaps, length, similarity
from afterview_tui.letters.drafting.compose import compose
from afterview_tui.sample.fill import fill
from afterview_tui.storage.store import Store

ZONE = ZoneInfo("America/Chicago")
FORTNIGHT = [date(2026, 11, 22) + timedelta(days=number) for number in range(14)]
EMAIL = re.compile(r"[\w.-]+@([\w-]+\.)*example\.(com|org|net)")
PHONE = re.compile(r"555-01\d\d")
# Dates of what has happened; the others are plans, promises or ends of a wait.
HAPPENED = {
    "asked_on",
    "briefed_on",
    "called_on",
    "copied_at",
    "created_at",
    "done_on",
    "not_needed_on",
    "noted_on",
    "outcome_on",
    "practised_on",
    "resume_reviewed_on",
    "sent_on",
    "set_aside_on",
    "sure_on",
    "thanked_on",
    "told_on",
}
PLANNED = {"held_on", "promised_on", "missed_call_on", "planned_on", "new_promise", "due"}
PLANNED |= {"answer_by", "moved_to", "next_interview_on", "next_round_on"}


@pytest.fixture(scope="module", params=FORTNIGHT, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day = request.param
    assert isinstance(day, date)
    return day


def _filled(folder: Path, today: date) -> Store:
    store = Store(folder / "sample.db", lambda: datetime.combine(today, time(9), ZONE))
    fill(store, today)
    return store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, today: date) -> Iterator[Store]:
    """A filled file that the tests of one day only read."""
    opened = _filled(tmp_path_factory.mktemp("sample"), today)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def agenda(store: Store, today: date) -> Agenda:
    return Agenda.of(store.interviews.open_ones(today), today)


@pytest.fixture(scope="module")
def every(store: Store, today: date) -> list[Facts]:
    """All interviews, those that ended long ago too."""
    closed = [store.interviews.facts(one.id) for one in store.interviews.closed(today)]
    return [*store.interviews.open_ones(today), *filter(None, closed)]


def _people(every: list[Facts]) -> list[Person]:
    met = [one.person for facts in every for one in facts.met]
    return met + [one.person for facts in every for one in facts.vouching]


def _dates(record: object) -> Iterator[tuple[str, date]]:
    """Every date in a record and in the records within it."""
    if isinstance(record, tuple):
        for one in record:
            yield from _dates(one)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            value = getattr(record, field.name)
            if isinstance(value, date):
                yield field.name, value.date() if isinstance(value, datetime) else value
            else:
                yield from _dates(value)


def test_every_group_has_an_interview(store: Store, agenda: Agenda, today: date) -> None:
    for group in (Group.TODAY, Group.COMING_UP, Group.WAITING):
        assert agenda.group(group), group
    long_ago = store.interviews.closed_count(today)
    assert long_ago
    assert len(agenda.group(Group.CLOSED)) + long_ago >= 2


def test_the_letters_of_the_last_interview_come_first(agenda: Agenda) -> None:
    assert agenda.headline().endswith("first: thank Dr. Maria Chen")
    first = agenda.group(Group.TODAY)[0].head
    assert first.facts.interview.employer == "Lakeside Dental"


def test_each_kind_of_standing_occurs(every: list[Facts], agenda: Agenda, today: date) -> None:
    outcomes = {facts.interview.outcome for facts in every}
    assert outcomes >= {Outcome.OPEN, Outcome.OFFER, Outcome.NO, Outcome.DECLINED}
    due = {task.kind for task in agenda.due}
    assert due >= {Kind.LETTER, Kind.ASK_WHY, Kind.TELL_REFERENCE, Kind.THANK_REFERENCE}
    lines = [task for one in agenda.cases.values() for task in one.tasks]
    assert {task.state for task in lines} == set(State)
    assert any(task.kind is Kind.OTHER_OFFER and not task.is_due(today) for task in lines)
    assert any(is_quiet(one.head.facts) for one in agenda.group(Group.WAITING))
    promises = [one.head.facts.interview.promised_on for one in agenda.group(Group.WAITING)]
    assert any(promised is not None and promised > today for promised in promises)


def test_each_letter_state_occurs(every: list[Facts]) -> None:
    states = {letter.state for facts in every for letter in facts.letters}
    assert states == set(LetterState)
    lakeside = next(facts for facts in every if facts.interview.employer == "Lakeside Dental")
    assert any(lakeside.letter_to(one.person.id) is None for one in lakeside.met)


def test_each_state_of_a_reference_occurs(every: list[Facts]) -> None:
    briefings = [one.briefing for facts in every for one in facts.vouching]
    for field in ("not_needed_on", "briefed_on", "called_on", "thanked_on", "told_on"):
        assert any(getattr(one, field) for one in briefings), field
    assert any(not any(name for name, _ in _dates(one)) for one in briefings)
    references = [one.reference for facts in every for one in facts.vouching]
    assert {one.asked for one in references} == {Asked.ASKED, Asked.AGREED}
    assert len({one.person_id for one in references}) == 3


def test_the_journals_have_something_in_them(every: list[Facts]) -> None:
    prompts = ("well", "improve", "differently", "cared", "unsaid", "lessons", "sure")
    full = [f for f in every if all(getattr(f.reflection, prompt) for prompt in prompts)]
    assert len(full) >= 2
    unexpected = [q for facts in every for q in facts.questions if not q.expected]
    assert {bool(question.answer) for question in unexpected} == {True, False}
    assert any(facts.own_items for facts in every)
    assert any(one.moved_to for facts in every for one in facts.adjustments)


def test_letters_are_whole_and_of_their_own(every: list[Facts], today: date) -> None:
    for facts in every:
        words = [letter.text for letter in facts.letters]
        for letter in facts.letters:
            assert facts.interview.employer in letter.text
            assert not gaps(letter.text)
            assert ", fits " in length(letter.text, letter.form)
        for number, one in enumerate(words):
            assert all(similarity(one, other) < 0.65 for other in words[:number])
    lakeside = next(facts for facts in every if facts.interview.employer == "Lakeside Dental")
    parts = {gap(part) for part in THANK_YOU}
    for met in lakeside.met:
        drafted = compose(lakeside, thanked(met), today).text
        assert {one.text for one in gaps(drafted)} < parts  # name and phone are on file


def test_everybody_is_plainly_made_up(store: Store, every: list[Facts]) -> None:
    me = store.checklist.me()
    assert me.name == "Robin Sample"
    for one in (me, *_people(every)):
        assert isinstance(one, Me | Person)
        assert not one.email or EMAIL.fullmatch(one.email), one.email
        assert not one.phone or PHONE.fullmatch(one.phone), one.phone


def test_nothing_happened_in_the_future(every: list[Facts], today: date) -> None:
    for facts in every:
        for name, day in _dates(facts):
            assert name in HAPPENED | PLANNED
            assert name in PLANNED or day <= today, (facts.interview.employer, name, day)


def test_interviews_are_on_weekdays(every: list[Facts]) -> None:
    assert not any(is_weekend(facts.interview.held_on) for facts in every)


def test_undo_takes_back_an_interview_whole(tmp_path: Path) -> None:
    today = FORTNIGHT[0]
    store = _filled(tmp_path, today)
    before = len(store.interviews.open_ones(today))
    assert store.file.undo().sentence == "added Stonebridge Folk Museum"
    assert len(store.interviews.open_ones(today)) == before - 1
    store.close()
