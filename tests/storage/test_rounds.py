"""Interviews entered apart: joined as rounds of one, parted again, and never in a ring."""

from __future__ import annotations

import itertools
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain.agenda import Agenda
from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import Interview, Outcome
from afterview_tui.domain.rounds import NotJoined
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import noted_changes

if TYPE_CHECKING:
    from tests.storage.conftest import Dump

FIRST = date(2026, 11, 2)
MONDAY = date(2026, 11, 23)


def add(store: Store, day: int, employer: str = "Oak", **fields: Any) -> int:
    one = Interview(employer=employer, held_on=FIRST + timedelta(days=day), **fields)
    return store.interviews.add(Entry(one))


def get(store: Store, number: int) -> Interview:
    found = store.interviews.facts(number)
    assert found is not None
    return found.interview


def rounds(store: Store, *numbers: int) -> list[tuple[int, int | None]]:
    return [(one.round, one.follows_id) for one in (get(store, number) for number in numbers)]


def test_two_entered_apart_are_joined_as_rounds_by_their_days(store: Store) -> None:
    later, earlier = add(store, 9), add(store, 2)
    for number, other in ((later, earlier), (earlier, later)):
        store.rounds.join(get(store, number), other)
        assert rounds(store, earlier, later) == [(1, None), (2, earlier)]
        assert noted_changes(store)[0].sentence == "joined rounds of Oak"
        store.file.undo()
        assert rounds(store, earlier, later) == [(1, None), (1, None)]


def test_on_one_day_the_hour_says_which_round_is_first(store: Store) -> None:
    afternoon = add(store, 2, starts_at=time(14))
    morning = add(store, 2, starts_at=time(9))
    store.rounds.join(get(store, afternoon), morning)
    assert rounds(store, morning, afternoon) == [(1, None), (2, morning)]


def test_all_rounds_of_both_go_by_their_days(store: Store) -> None:
    one, two, three, four = (add(store, day) for day in (1, 3, 5, 7))
    store.rounds.join(get(store, one), three)
    store.rounds.join(get(store, four), two)
    store.rounds.join(get(store, four), one)
    assert rounds(store, one, two, three, four) == [(1, None), (2, one), (3, two), (4, three)]
    assert [each.interview.id for each in store.interviews.thread(two)] == [one, two, three, four]


def test_a_ring_is_refused_with_a_sentence(store: Store) -> None:
    one, two = add(store, 1), add(store, 3)
    store.rounds.join(get(store, one), two)
    before = noted_changes(store)
    for number, other in ((one, two), (two, one), (one, one)):
        with pytest.raises(NotJoined, match="already: no round comes before itself"):
            store.rounds.join(get(store, number), other)
    assert rounds(store, one, two) == [(1, None), (2, one)]
    assert noted_changes(store) == before


def test_a_round_is_parted_and_the_others_follow_without_it(
    store: Store, dump: Callable[[Path], Dump]
) -> None:
    one, two, three = (add(store, day) for day in (1, 3, 5))
    store.rounds.join(get(store, one), two)
    store.rounds.join(get(store, one), three)
    before = dump(store.path)
    store.rounds.part(get(store, two))
    assert rounds(store, one, two, three) == [(1, None), (1, None), (2, one)]
    after = dump(store.path)
    store.file.undo()
    assert dump(store.path) == before
    store.file.redo()
    assert dump(store.path) == after


def test_the_first_round_is_parted_as_well(store: Store) -> None:
    one, two = add(store, 1), add(store, 3)
    store.rounds.join(get(store, one), two)
    store.rounds.part(get(store, one))
    assert rounds(store, one, two) == [(1, None), (1, None)]


def test_where_there_are_no_rounds_none_is_parted(store: Store) -> None:
    one = add(store, 1)
    with pytest.raises(NotJoined, match="Oak has no other rounds"):
        store.rounds.part(get(store, one))


def test_rounds_that_a_foreign_hand_tied_into_a_ring_are_parted(store: Store) -> None:
    one, two, three = (add(store, day) for day in (1, 3, 5))
    with closing(sqlite3.connect(store.path)) as other, other:
        for number, before in ((one, three), (two, one), (three, two)):
            other.execute("UPDATE interview SET follows_id = ? WHERE id = ?", [before, number])
    store.rounds.part(get(store, two))
    assert rounds(store, one, two, three) == [(1, None), (1, None), (2, one)]


def test_the_earlier_one_asks_for_no_answer_any_more(store: Store) -> None:
    one, two = add(store, 1), add(store, 18)

    def asked() -> set[str]:
        every = Agenda.of(store.interviews.open_ones(MONDAY), MONDAY)
        return {task.key for task in every.cases[one].tasks if task.is_open}

    assert "follow-up:1" in asked()
    store.rounds.join(get(store, one), two)
    assert "follow-up:1" not in asked()
    store.rounds.part(get(store, two))
    assert "follow-up:1" in asked()


def test_others_are_offered_those_of_the_employer_first(store: Store) -> None:
    one = add(store, 1)
    elm, oak, old = add(store, 9, "Elm"), add(store, 3, "OAK"), add(store, -900, "Ash")
    joined = add(store, 5)
    store.rounds.join(get(store, one), joined)
    store.interviews.end(get(store, old), Outcome.NO, FIRST)
    assert [each.id for each in store.rounds.others(get(store, one))] == [oak, elm, old]


def test_one_that_another_window_removed_is_not_joined(store: Store) -> None:
    one, two = add(store, 1), add(store, 3)
    gone = get(store, two)
    store.interviews.bin(gone)
    with pytest.raises(NotSaved, match="no longer on file"):
        store.rounds.join(get(store, one), two)
    with pytest.raises(NotSaved, match="no longer on file"):
        store.rounds.part(gone)
    assert rounds(store, one) == [(1, None)]


def test_whatever_is_joined_and_parted_every_thread_is_one_line_by_its_days(store: Store) -> None:
    chance = random.Random(14)
    numbers = [add(store, chance.randrange(40)) for _ in range(8)]
    for _ in range(60):
        one, other = chance.sample(numbers, 2)
        try:
            if chance.random() < 0.6:
                store.rounds.join(get(store, one), other)
            else:
                store.rounds.part(get(store, one))
        except NotJoined:
            continue
        for number in numbers:
            thread = [each.interview for each in store.interviews.thread(number)]
            assert [each.round for each in thread] == [*range(1, len(thread) + 1)]
            follows = [None, *(each.id for each in thread)][:-1]
            assert [each.follows_id for each in thread] == follows
            days = [each.held_on for each in thread]
            assert all(day <= after for day, after in itertools.pairwise(days))
