"""The rounds of an interview, found from any one of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from afterview_tui.domain.records import Interview, Person
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store

FIRST = date(2026, 11, 2)


def add(store: Store, day: int, follows: int | None = None) -> int:
    """An interview so many days after the first one."""
    interview = Interview(
        employer="Oak", held_on=FIRST + timedelta(days=day), round=day + 1, follows_id=follows
    )
    return store.interviews.add(Entry(interview, [Person(name=f"Person {day}")]))


def thread(store: Store, interview_id: int) -> list[int]:
    return [facts.interview.id for facts in store.interviews.thread(interview_id)]


def delete(store: Store, interview_id: int) -> None:
    facts = store.interviews.facts(interview_id)
    assert facts is not None
    store.interviews.bin(facts.interview)


@pytest.fixture
def rounds(store: Store) -> list[int]:
    """Three rounds, and interviews before and after them that have nothing to do with them."""
    add(store, 0)
    first = add(store, 1)
    second = add(store, 5, first)
    third = add(store, 9, second)
    add(store, 7)
    return [first, second, third]


def test_all_rounds_are_found_from_each_of_them_oldest_first(
    store: Store, rounds: list[int]
) -> None:
    assert [thread(store, number) for number in rounds] == [rounds] * 3


def test_a_round_has_all_its_facts(store: Store, rounds: list[int]) -> None:
    for facts in store.interviews.thread(rounds[0]):
        assert facts == store.interviews.facts(facts.interview.id)
        assert facts.met


def test_an_interview_of_one_round_is_a_thread_of_one(store: Store, rounds: list[int]) -> None:
    assert thread(store, 1) == [1]


def test_nothing_is_the_thread_of_an_interview_that_is_not_on_file(store: Store) -> None:
    assert thread(store, 99) == []


def test_two_interviews_that_follow_one_belong_to_it(store: Store, rounds: list[int]) -> None:
    beside = add(store, 4, rounds[0])
    assert thread(store, rounds[2]) == [rounds[0], beside, rounds[1], rounds[2]]
    assert thread(store, beside) == thread(store, rounds[0])


def test_rounds_go_by_their_day_and_not_by_when_they_were_entered(store: Store) -> None:
    later = add(store, 9)
    earlier = add(store, 2, later)
    same_day = add(store, 2, later)
    assert thread(store, later) == [earlier, same_day, later]


def test_a_round_in_the_bin_is_left_out_and_those_behind_it_are_not(
    store: Store, rounds: list[int]
) -> None:
    delete(store, rounds[1])
    assert thread(store, rounds[0]) == [rounds[0], rounds[2]]
    assert thread(store, rounds[1]) == [rounds[0], rounds[2]]
    store.file.undo()
    assert thread(store, rounds[0]) == rounds


def test_rounds_that_a_foreign_hand_tied_into_a_ring_are_each_found_once(
    store: Store, rounds: list[int]
) -> None:
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute("UPDATE interview SET follows_id = ? WHERE id = ?", [rounds[2], rounds[0]])
        other.execute("UPDATE interview SET follows_id = 1 WHERE id = 1")
    assert [thread(store, number) for number in rounds] == [rounds] * 3
    assert thread(store, 1) == [1]


def test_a_round_that_names_one_that_is_gone_stands_alone(store: Store) -> None:
    number = add(store, 0)
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute("UPDATE interview SET follows_id = 99")
    assert thread(store, number) == [number]


def test_a_hundred_rounds_take_as_many_queries_as_one(store: Store) -> None:
    asked: list[str] = []
    alone = add(store, 0)
    numbers = [add(store, 0)]
    with store.file.change("many rounds"):
        for day in range(1, 100):
            numbers.append(add(store, day, numbers[-1]))

    def selects(number: int) -> int:
        asked.clear()
        store.file._connection.set_trace_callback(asked.append)
        thread(store, number)
        store.file._connection.set_trace_callback(None)
        return sum(sql.lstrip().upper().startswith("SELECT") for sql in asked)

    assert thread(store, numbers[50]) == numbers
    assert selects(numbers[50]) == selects(alone)
