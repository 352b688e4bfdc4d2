"""Reading: what was put on file comes back as it was, and only what is wanted is read."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.letter import Letter, LetterKind
from afterview_tui.domain.records import (
    Adjustment,
    Asking,
    Briefing,
    Facts,
    FollowUp,
    Interview,
    Me,
    Meeting,
    Outcome,
    OwnItem,
    Person,
    Question,
    Reference,
    Reflection,
)
from afterview_tui.domain.steps.outcome import has_lapsed
from afterview_tui.domain.story import Landed, Story, Telling
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage import rows
from afterview_tui.storage.changes import Change
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store

if TYPE_CHECKING:
    from tests.storage.conftest import FilledFile

TODAY = date(2026, 11, 23)
# The ids of other records, in a file that has all of them.
POINTERS = {
    "interview_id": 2,
    "person_id": 1,
    "reference_id": 1,
    "follows_id": 1,
    "question_id": 1,
    "story_id": 1,
}
LIMITS: dict[str, st.SearchStrategy[Any]] = {
    "employer": st.text(st.characters(codec="utf-8"), min_size=1),
    "sure": st.integers(1, 5),
}


class TakeBackError(Exception):
    """Ends a change, so that nothing of it stays."""


@contextmanager
def taken_back(store: Store) -> Iterator[Change]:
    """A change for a look, so that one file serves for many examples."""
    with suppress(TakeBackError), store.file.change("for a look") as change:
        yield change
        raise TakeBackError


def complete(kind: type) -> st.SearchStrategy[Any]:
    """Records of this kind with something in every field."""
    hints = typing.get_type_hints(kind)
    fields = {}
    for field in dataclasses.fields(kind):
        if field.name in POINTERS:
            fields[field.name] = st.just(POINTERS[field.name])
        elif field.name != "id":
            limited = field.name in LIMITS
            hint = hints[field.name]
            fields[field.name] = LIMITS[field.name] if limited else values(hint)
    return st.builds(kind, **fields)


def values(hint: Any) -> st.SearchStrategy[Any]:
    if isinstance(hint, types.UnionType):
        (hint,) = (one for one in typing.get_args(hint) if one is not type(None))
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    zones = st.integers(-12 * 4, 14 * 4).map(lambda q: timezone(timedelta(minutes=15 * q)))
    known: dict[type, st.SearchStrategy[Any]] = {
        str: st.text(st.characters(codec="utf-8")),
        bool: st.booleans(),
        int: st.integers(-(2**63), 2**63 - 1),
        date: st.dates(date(2, 1, 1), date(9998, 12, 31)),
        time: st.times().map(lambda at: at.replace(second=0, microsecond=0)),
        datetime: st.datetimes(datetime(2, 1, 2), datetime(9998, 12, 30), timezones=zones).map(
            lambda at: at.replace(microsecond=0)
        ),
    }
    return known[hint]


def unset(one: Any) -> Any:
    """The same record with nothing in the fields that may be empty."""
    hints = typing.get_type_hints(type(one))
    empty = {name: None for name, hint in hints.items() if isinstance(hint, types.UnionType)}
    return dataclasses.replace(one, **empty)


@pytest.mark.parametrize("kind", list(rows.TABLES), ids=lambda kind: kind.__name__)
def test_a_table_has_the_fields_of_its_record_and_a_bin(store: Store, kind: type) -> None:
    found = [row[1] for row in store.file.read(f"PRAGMA table_info({rows.TABLES[kind]})")]
    assert sorted(found) == sorted([*(f.name for f in dataclasses.fields(kind)), "binned_at"])


@pytest.mark.parametrize("kind", list(rows.TABLES), ids=lambda kind: kind.__name__)
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_record_comes_back_as_it_was(filled: FilledFile, kind: type, data: st.DataObject) -> None:
    one = data.draw(complete(kind))
    file = filled.store.file
    with taken_back(filled.store) as change:
        for table in ("reflection", "letter"):  # one of these an interview
            file.db.execute(f"DELETE FROM {table}")  # noqa: S608
        for new in (one, unset(one)):
            row_id = change.insert(new)
            expected = dataclasses.replace(new, id=row_id)
            assert file.one(kind, row_id) == expected
            file.db.table(rows.TABLES[kind]).delete(row_id)


@pytest.mark.parametrize("kind", list(rows.TABLES), ids=lambda kind: kind.__name__)
def test_a_record_comes_back_in_the_types_of_its_fields(filled: FilledFile, kind: type) -> None:
    """Equality alone would take "no" for an outcome and 1 for a yes."""
    hints = typing.get_type_hints(kind)
    every: list[Any] = filled.store.file.all(kind, "true")
    for one in every:
        for name, hint in hints.items():
            allowed = typing.get_args(hint) or (hint,)
            assert type(getattr(one, name)) in allowed, name


def test_every_record_of_an_interview_is_in_its_facts(filled: FilledFile) -> None:
    file = filled.store.file
    with file.change("all kinds") as change:
        new = Interview(employer="Ames", held_on=TODAY, follows_id=filled.open_id)
        number = change.insert(new)
        late, early = (
            Meeting(interview_id=number, person_id=person, position=position)
            for person, position in ((1, 1), (2, 0))
        )
        met = [dataclasses.replace(one, id=change.insert(one)) for one in (late, early)]
        vouching = Briefing(interview_id=number, reference_id=2, called_on=TODAY)
        letters = [
            Letter(interview_id=number, person_id=1, kind=kind, text="t") for kind in LetterKind
        ]
        tries = [FollowUp(interview_id=number, said=said) for said in ("first", "second")]
        thought = Reflection(interview_id=number, well="well", sure=3)
        later = [Feeling(interview_id=number, sure=sure, noted_on=TODAY) for sure in (4, 2)]
        questions = [Question(interview_id=number, text=text) for text in ("a", "b")]
        items = [OwnItem(interview_id=number, text=text) for text in ("a", "b")]
        by_hand = [Adjustment(interview_id=number, task=task) for task in ("a", "b")]
        telling = Telling(interview_id=number, story_id=1, landed=Landed.WELL)
        rest: list[Any] = [vouching, *letters, *tries, thought, *later, *questions]
        rest += [telling, *items, *by_hand]
        on_file = [dataclasses.replace(one, id=change.insert(one)) for one in rest]
        change.insert(Asking(interview_id=number, question_id=filled.question.id))
    facts = filled.facts(number)
    assert facts.interview == dataclasses.replace(new, id=number)
    assert [one.meeting for one in facts.met] == met[::-1]
    assert [one.person.id for one in facts.met] == [2, 1]
    assert [
        *(one.briefing for one in facts.vouching),
        *facts.letters,
        *facts.follow_ups,
        facts.reflection,
        *facts.feelings,
        *facts.questions[:-1],
        *(one.telling for one in facts.told),
        *facts.own_items,
        *facts.adjustments,
    ] == on_file
    assert facts.questions[-1] == filled.question, "it came up here again"
    assert [one.story for one in facts.told] == [file.one(Story, 1)]
    (one,) = facts.vouching
    assert one.reference == file.one(Reference, 2)
    assert one.person == file.one(Person, one.reference.person_id)
    assert facts.me == Me()
    open_ones = filled.store.interviews.open_ones(TODAY)
    assert [one for one in open_ones if one.interview.id == number] == [facts]


def test_facts_of_one_interview_hold_nothing_of_another(filled: FilledFile) -> None:
    number = filled.store.interviews.add(Entry(Interview(employer="Ames", held_on=TODAY)))
    facts = filled.facts(number)
    assert facts == Facts(
        interview=facts.interview,
        reflection=Reflection(interview_id=number),
        me=Me(),
        templates=tuple(filled.store.templates.all()),  # they are the user's, of no interview
        elsewhere=facts.elsewhere,  # what is answered elsewhere matters here
    )


# What is open, and what has ended long ago


@st.composite
def ended(draw: st.DrawFn) -> tuple[Interview, list[Adjustment], list[OwnItem]]:
    """Interviews that ended about a month ago, with what may keep them open.

    `follows_id` is for the place in the list of the earlier round, counted from 1.
    """
    near = st.integers(-33, -27) | st.integers(-90, 5)
    day = near.map(lambda days: TODAY + timedelta(days=days))
    interview = Interview(
        employer="x",
        held_on=draw(day),
        outcome=draw(st.sampled_from(list(Outcome))),
        outcome_on=draw(st.none() | day),
        follows_id=draw(st.none() | st.integers(1, 8)),
    )
    moved = draw(st.lists(st.tuples(st.none() | day, st.none() | day), max_size=2))
    by_hand = [
        Adjustment(task=str(n), moved_to=to, brought_back_on=back)
        for n, (to, back) in enumerate(moved)
    ]
    done = draw(st.lists(st.none() | day, max_size=2))
    return interview, by_hand, [OwnItem(text="x", done_on=one) for one in done]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(every=st.lists(ended(), max_size=8))
def test_what_is_read_at_the_start_is_what_has_not_lapsed(
    store: Store, every: list[tuple[Interview, list[Adjustment], list[OwnItem]]]
) -> None:
    file = store.file
    with taken_back(store) as change:
        numbers: list[int] = []
        for interview, by_hand, items in every:
            place = interview.follows_id
            follows = numbers[place - 1] if place and place <= len(numbers) else None
            number = change.insert(dataclasses.replace(interview, follows_id=follows))
            numbers.append(number)
            more: list[Any] = [*by_hand, *items]
            for one in more:
                change.insert(dataclasses.replace(one, interview_id=number))
        found = [store.interviews.facts(one.id) for one in file.all(Interview, "true")]
        wanted = {
            facts.interview.id
            for facts in found
            if facts is not None
            and (
                not has_lapsed(facts, TODAY)
                or any(item.done_on is None for item in facts.own_items)
            )
        }
        followed = {one.id: one.follows_id for one in file.all(Interview, "true")}
        for number in reversed(numbers):  # the earlier rounds come along
            if number in wanted and (earlier := followed[number]):
                wanted.add(earlier)
        open_ones = store.interviews.open_ones(TODAY)
        closed = store.interviews.closed(TODAY)
        assert {one.interview.id for one in open_ones} == wanted
        assert {one.id for one in closed} == {one.interview.id for one in found if one} - wanted
        assert store.interviews.closed_count(TODAY) == len(closed)
        for left_out in closed:
            facts = store.interviews.facts(left_out.id)
            assert facts is not None
            assert not any(task.is_open for task in tasks(facts, TODAY))


def test_an_interview_lapses_a_month_after_its_end_and_not_a_day_sooner(store: Store) -> None:
    store.interviews.add(
        Entry(Interview(employer="Oak", held_on=date(2026, 1, 5), outcome=Outcome.NO))
    )
    last = date(2026, 2, 4)
    assert len(store.interviews.open_ones(last)) == 1
    assert store.interviews.closed(last) == []
    assert store.interviews.open_ones(last + timedelta(days=1)) == []
    assert store.interviews.closed_count(last + timedelta(days=1)) == 1


def test_interviews_come_newest_first(store: Store) -> None:
    days = [date(2026, 11, 2), date(2026, 11, 20), date(2026, 11, 9), date(2026, 11, 20)]
    for day in days:
        store.interviews.add(Entry(Interview(employer="x", held_on=day)))
    found = store.interviews.open_ones(TODAY)
    assert [one.interview.id for one in found] == [4, 2, 3, 1]


def test_the_next_interview_is_the_first_one_later_that_is_not_in_the_bin(store: Store) -> None:
    days = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 20), date(2026, 11, 20)]
    numbers = [store.interviews.add(Entry(Interview(employer="x", held_on=day))) for day in days]

    def following() -> list[date | None]:
        every = [store.interviews.facts(number) for number in numbers]
        return [one.next_interview_on for one in every if one is not None]

    assert following() == [days[1], days[2], None, None]
    gone = store.interviews.facts(numbers[1])
    assert gone is not None
    store.interviews.bin(gone.interview)
    assert following() == [days[2], None, None]


def _held(store: Store, day: date, **fields: Any) -> int:
    return store.interviews.add(Entry(Interview(employer="x", held_on=day, **fields)))


def _next_of(store: Store, number: int) -> date | None:
    found = store.interviews.facts(number)
    assert found is not None
    return found.next_interview_on


def test_what_is_still_open_prepares_for_the_one_to_come_when_the_next_was_held(
    store: Store,
) -> None:
    first = _held(store, date(2026, 11, 2))
    _held(store, date(2026, 11, 9))
    assert _next_of(store, first) == date(2026, 11, 9)
    _held(store, date(2026, 12, 4))
    _held(store, date(2026, 12, 11))
    assert _next_of(store, first) == date(2026, 12, 4)


def test_of_two_on_one_day_the_later_one_is_the_next(store: Store) -> None:
    day = date(2026, 12, 4)
    morning = _held(store, day, starts_at=time(9))
    afternoon = _held(store, day, starts_at=time(14))
    assert (_next_of(store, morning), _next_of(store, afternoon)) == (day, None)


def test_nothing_prepares_for_an_interview_that_ended_before_its_day(store: Store) -> None:
    first = _held(store, date(2026, 11, 2))
    ended = {"outcome": Outcome.WITHDRAWN, "outcome_on": date(2026, 11, 20)}
    _held(store, date(2026, 12, 4), **ended)
    assert _next_of(store, first) is None
    _held(store, date(2026, 11, 18), **ended)
    assert _next_of(store, first) == date(2026, 11, 18), "that one was held, and ended after it"


# The bin


def bin_interview(filled: FilledFile) -> object:
    filled.store.interviews.bin(filled.facts().interview)
    every = filled.store.interviews.open_ones(TODAY)
    assert filled.open_id not in {one.interview.id for one in every}
    assert filled.store.interviews.closed_count(TODAY) == 0
    return filled.store.interviews.facts(filled.open_id)


def bin_meetings(filled: FilledFile) -> object:
    filled.store.interviews.edit(Entry(filled.facts().interview, [], []))
    return filled.facts().met


def bin_briefings(filled: FilledFile) -> object:
    filled.store.interviews.edit(Entry(filled.facts().interview, [], []))
    return filled.facts().vouching


def bin_questions(filled: FilledFile) -> object:
    filled.store.journal.bin(filled.question)
    return filled.facts().questions


def bin_items(filled: FilledFile) -> object:
    facts = filled.facts()
    for task in tasks(facts, TODAY):
        if task.key.startswith("own:"):
            filled.store.checklist.set_aside(facts, task, TODAY)
    return filled.facts().own_items


def bin_tries(filled: FilledFile) -> object:
    facts = filled.facts()
    for task in tasks(facts, TODAY):
        if task.key.startswith("tried:"):
            filled.store.checklist.set_aside(facts, task, TODAY)
    return filled.facts().follow_ups


@pytest.mark.parametrize(
    "look",
    [bin_interview, bin_meetings, bin_briefings, bin_questions, bin_items, bin_tries],
    ids=lambda look: look.__name__,
)
def test_what_is_in_the_bin_does_not_show_and_is_still_on_file(
    filled: FilledFile, look: Callable[[FilledFile], object]
) -> None:
    assert not look(filled)
    kept = sum(
        len(filled.store.file.read(f"SELECT 1 FROM {table} WHERE binned_at IS NOT NULL"))  # noqa: S608
        for table in rows.TABLES.values()
    )
    assert kept
    filled.store.file.undo()
    assert filled.facts().met
    assert filled.facts().vouching
    assert filled.facts().questions
    assert filled.facts().own_items
    assert filled.facts().follow_ups


def test_an_open_line_in_the_bin_does_not_keep_an_interview_open(store: Store) -> None:
    past = Interview(employer="Oak", held_on=date(2026, 1, 5), outcome=Outcome.NO)
    number = store.interviews.add(Entry(past))
    with store.file.change("an item") as change:
        item = change.insert(OwnItem(interview_id=number, text="x"))
    assert len(store.interviews.open_ones(TODAY)) == 1
    with store.file.change("deleted it") as change:
        change.bin(OwnItem, item, store.file.now())
    assert store.interviews.open_ones(TODAY) == []
    assert store.interviews.closed_count(TODAY) == 1


# How often the file is asked


def selects(store: Store, do: Callable[[], object]) -> int:
    asked: list[str] = []
    store.file._connection.set_trace_callback(asked.append)
    try:
        do()
    finally:
        store.file._connection.set_trace_callback(None)
    return sum(sql.lstrip().upper().startswith("SELECT") for sql in asked)


def test_two_hundred_interviews_take_as_many_queries_as_one(store: Store) -> None:
    def add(number: int) -> None:
        people = [Person(name=f"Person {number}"), Person(name=f"Other {number}")]
        day = TODAY - timedelta(days=number)
        new = Interview(employer=f"Employer {number}", held_on=day)
        store.interviews.add(Entry(new, people[:1], people[1:]))

    def read() -> None:
        found = store.interviews.open_ones(TODAY)
        assert all(len(one.met) == len(one.vouching) == 1 for one in found)

    add(0)
    for_one = selects(store, read)
    with store.file.change("many"):
        for number in range(1, 200):
            add(number)
    assert len(store.interviews.open_ones(TODAY)) == 200
    assert selects(store, read) == for_one
    assert 0 < for_one <= 17
