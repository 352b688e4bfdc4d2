"""The desk without a screen: what stays selected, what is listed, where undo goes to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from afterview_tui.domain.agenda import Case, Order
from afterview_tui.domain.errors import AfterviewError, CannotUndo, NotSaved
from afterview_tui.domain.records import Interview, Outcome, Person
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.desk import Changed, Desk
from tests.storage.conftest import MARIA, MONDAY, Clock

LAKESIDE, OAK, LONG_AGO = 1, 2, 3


class Seen:
    """Remembers what a desk tells."""

    def __init__(self) -> None:
        self.changes: list[Changed] = []
        self.errors: list[AfterviewError] = []

    def __call__(self, what: Changed) -> None:
        self.changes.append(what)

    @property
    def last(self) -> Changed | None:
        """What was told since the last look."""
        last = self.changes[-1] if self.changes else None
        self.changes.clear()
        return last


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path, clock: Clock) -> Path:
    """Two interviews that are open, and one that ended long ago."""
    path = tmp_path / "afterview.db"
    with closing(Store(path, clock)) as store:
        add(store, "Lakeside Dental", date(2026, 11, 17), MARIA)
        add(store, "Oak Vision", date(2026, 11, 20))
        add(store, "Elm Clinic", date(2026, 3, 2))
        elm = store.interviews.facts(LONG_AGO)
        assert elm is not None
        store.interviews.end(elm.interview, Outcome.NO, date(2026, 3, 20))
    return path


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    with closing(Store(path, clock)) as store:
        yield store


@pytest.fixture
def elsewhere(path: Path, clock: Clock) -> Iterator[Store]:
    """Another window's hold on the same file."""
    with closing(Store(path, clock)) as store:
        yield store


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def desk(store: Store, clock: Clock, seen: Seen) -> Desk:
    """A desk on which everything was read."""
    desk = Desk(store, lambda: clock().date(), seen.errors.append)
    desk.watch(seen)
    desk.read()
    assert seen.last is Changed.FILE
    return desk


def add(store: Store, employer: str, held_on: date, *met: Person) -> int:
    return store.interviews.add(Entry(Interview(employer=employer, held_on=held_on), [*met], []))


def bin_it(store: Store, number: int) -> None:
    found = store.interviews.facts(number)
    assert found is not None
    store.interviews.bin(found.interview)


def employer(desk: Desk) -> str | None:
    return desk.case.facts.interview.employer if desk.case is not None else None


def outcome(desk: Desk) -> str | None:
    return desk.case.facts.interview.outcome if desk.case is not None else None


# What is selected


def test_at_first_the_most_urgent_interview_is_selected(desk: Desk) -> None:
    assert desk.selected == desk.listed.ids[0]


def test_an_empty_file_has_nothing_on_the_desk(tmp_path: Path, clock: Clock) -> None:
    with closing(Store(tmp_path / "empty.db", clock)) as store:
        desk = Desk(store, lambda: clock().date(), print)
        desk.read()
        assert desk.is_empty
        assert desk.selected is None
        assert desk.case is None


def test_selecting_another_interview_tells_that_only_the_case_is_other(
    desk: Desk, seen: Seen
) -> None:
    desk.select(OAK)
    assert (desk.selected, employer(desk)) == (OAK, "Oak Vision")
    assert seen.last is Changed.CASE
    desk.select(OAK)
    assert seen.last is None


def test_what_is_selected_stays_selected_when_all_is_read_again(desk: Desk) -> None:
    for number in (OAK, LAKESIDE, LONG_AGO):
        desk.select(number)
        desk.read()
        assert desk.selected == number


def test_when_another_window_deletes_the_interview_the_first_one_is_selected(
    desk: Desk, elsewhere: Store, seen: Seen
) -> None:
    desk.select(OAK)
    bin_it(elsewhere, OAK)
    desk.read_if_changed()
    assert desk.selected == LAKESIDE
    assert OAK not in desk.agenda.cases
    assert seen.last is Changed.FILE


def test_when_another_window_deletes_one_that_ended_long_ago_the_first_one_is_selected(
    desk: Desk, elsewhere: Store
) -> None:
    desk.select(LONG_AGO)
    bin_it(elsewhere, LONG_AGO)
    desk.read_if_changed()
    assert desk.selected == LAKESIDE


def test_when_the_last_interview_is_deleted_none_is_selected(desk: Desk, elsewhere: Store) -> None:
    for number in (LAKESIDE, OAK, LONG_AGO):
        bin_it(elsewhere, number)
    desk.read_if_changed()
    assert desk.selected is None
    assert desk.is_empty


def test_one_that_ended_long_ago_is_read_when_it_is_selected(desk: Desk) -> None:
    assert LONG_AGO not in desk.agenda.cases
    desk.select(LONG_AGO)
    assert employer(desk) == "Elm Clinic"


# Reading again


def test_nothing_is_read_again_while_nothing_changed(desk: Desk, seen: Seen) -> None:
    desk.read_if_changed()
    assert seen.last is None


def test_what_another_window_adds_is_on_the_desk(desk: Desk, elsewhere: Store, seen: Seen) -> None:
    number = add(elsewhere, "Birch Labs", MONDAY)
    desk.read_if_changed()
    assert number in desk.agenda.cases
    assert seen.last is Changed.FILE


def test_a_new_day_is_another_agenda(desk: Desk, clock: Clock, seen: Seen) -> None:
    assert not desk.is_of_yesterday
    clock.forward(days=1)
    assert desk.is_of_yesterday
    desk.read_if_changed()
    assert desk.today == MONDAY + timedelta(days=1)
    assert seen.last is Changed.FILE


def test_only_the_case_is_read_after_something_small(
    desk: Desk, elsewhere: Store, seen: Seen
) -> None:
    desk.select(LAKESIDE)
    add(elsewhere, "Birch Labs", MONDAY)
    elsewhere.checklist.write_me(elsewhere.checklist.me())
    desk.read_case()
    assert set(desk.agenda.cases) == {LAKESIDE, OAK}
    assert seen.last is Changed.LIST


def test_reading_a_case_that_is_gone_reads_everything(desk: Desk, elsewhere: Store) -> None:
    desk.select(OAK)
    bin_it(elsewhere, OAK)
    desk.read_case()
    assert desk.selected == LAKESIDE


# The list


def test_what_ended_long_ago_is_folded_until_it_is_asked_for(desk: Desk) -> None:
    assert desk.listed.older is None
    assert desk.listed.older_count == 1
    desk.fold()
    assert desk.listed.older is not None
    assert [one.id for one in desk.listed.older] == [LONG_AGO]
    assert LONG_AGO in desk.listed.ids
    desk.fold()
    assert LONG_AGO not in desk.listed.ids


def test_the_orders_follow_one_another(desk: Desk, seen: Seen) -> None:
    orders = [desk.order]
    for _ in Order:
        desk.sort()
        orders.append(desk.order)
        assert seen.last is Changed.LIST
    assert orders == [*Order, Order.NEED]
    assert desk.listed.order is Order.NEED


def test_what_is_revealed_is_listed_whatever_hid_it(desk: Desk) -> None:
    desk.reveal(LAKESIDE)
    assert desk.selected == LAKESIDE
    assert desk.listed.older is None  # what need not be unfolded stays folded
    desk.reveal(LONG_AGO)
    assert desk.selected == LONG_AGO
    assert LONG_AGO in desk.listed.ids


# Writing


def test_what_is_written_is_read_at_once(desk: Desk, store: Store, seen: Seen) -> None:
    desk.select(OAK)
    seen.changes.clear()
    desk.write(lambda case: store.interviews.end(case.facts.interview, Outcome.OFFER, MONDAY))
    assert outcome(desk) == Outcome.OFFER
    assert seen.last is Changed.FILE


def test_nothing_is_written_for_an_interview_that_is_gone(
    desk: Desk, store: Store, elsewhere: Store
) -> None:
    desk.select(LONG_AGO)
    bin_it(elsewhere, LONG_AGO)
    asked: list[Case] = []
    with pytest.raises(NotSaved, match="another window removed it"):
        desk.write(asked.append)
    assert not asked
    assert desk.selected == LAKESIDE  # one is shown that is there


def test_what_cannot_be_written_is_raised_and_changes_nothing(desk: Desk, store: Store) -> None:
    def fail(case: Case) -> None:
        raise NotSaved("The disk is full.")

    before = desk.case
    with pytest.raises(NotSaved, match="The disk is full"):
        desk.write(fail)
    assert desk.case == before


# Undo


def test_undo_goes_to_where_the_change_was(desk: Desk, store: Store) -> None:
    desk.select(OAK)
    desk.write(lambda case: store.interviews.end(case.facts.interview, Outcome.OFFER, MONDAY))
    desk.select(LAKESIDE)
    done = desk.undo()
    assert "Oak Vision" in done.sentence
    assert desk.selected == OAK
    assert outcome(desk) == Outcome.OPEN
    desk.select(LAKESIDE)
    desk.redo()
    assert desk.selected == OAK
    assert outcome(desk) == Outcome.OFFER


def test_undo_of_a_deletion_shows_what_came_back(desk: Desk, store: Store) -> None:
    desk.select(OAK)
    desk.write(lambda case: store.interviews.bin(case.facts.interview))
    assert desk.selected == LAKESIDE
    desk.undo()
    assert desk.selected == OAK


def test_undo_of_a_new_interview_selects_one_that_is_there(desk: Desk, store: Store) -> None:
    number = add(store, "Birch Labs", MONDAY)
    desk.read()
    desk.reveal(number)
    desk.undo()
    assert desk.selected == LAKESIDE


def test_a_question_that_came_up_elsewhere_first_is_undone_where_it_is_seen(
    desk: Desk, store: Store
) -> None:
    store.journal.ask("Why us?", LAKESIDE, expected=False)
    store.journal.ask("Why us?", OAK, expected=False)
    desk.read()
    desk.select(OAK)
    question = desk.agenda.cases[OAK].facts.questions[0]
    store.journal.answer(question, "Because of the team.", "")
    desk.read()
    desk.undo()
    assert desk.selected == OAK


def test_nothing_to_undo_is_said_and_leaves_the_desk_as_it_is(tmp_path: Path, clock: Clock) -> None:
    with closing(Store(tmp_path / "empty.db", clock)) as store:
        desk = Desk(store, lambda: clock().date(), print)
        desk.read()
        with pytest.raises(CannotUndo):
            desk.undo()
        assert desk.is_empty


# When the file is out of reach


def test_what_cannot_be_read_while_it_is_looked_at_is_reported(
    desk: Desk, store: Store, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSaved("The file is out of reach.")

    monkeypatch.setattr(store.file, "read", refuse)
    desk.select(LONG_AGO)
    assert desk.case is None
    assert desk.known() == []
    assert [error.message for error in seen.errors] == ["The file is out of reach."] * 2


def test_everybody_is_read_again_once_anything_is_other_on_file(
    desk: Desk, store: Store, elsewhere: Store
) -> None:
    known = desk.known()
    assert desk.known() is known
    store.people.edit(Person(id=1, name="Maria Chen-Park"), known[0].person)
    assert [one.person.name for one in desk.known()] == ["Maria Chen-Park"]
    store.file.undo()
    assert [one.person.name for one in desk.known()] == [MARIA.name]
    elsewhere.people.add(Person(name="Jo Park"))
    assert [one.person.name for one in desk.known()] == [MARIA.name, "Jo Park"]


def test_an_interview_that_is_as_it_was_is_not_shown_again(
    desk: Desk, store: Store, seen: Seen
) -> None:
    desk.select(LAKESIDE)
    seen.changes.clear()
    desk.read_case()
    assert seen.last is None
    opened = store.interviews.facts(LAKESIDE)
    assert opened is not None
    store.journal.write(opened, "lessons", "Calm.", "")
    desk.read_case()
    assert seen.last is Changed.LIST
