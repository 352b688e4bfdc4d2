"""What is counted for the three numbers, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.numbers import Answers, Letters, Numbers, Questions
from afterview_tui.domain.records import Asking, Facts, Interview, Outcome, Person, Question
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import MONDAY
from tests.unit.build import as_shown

HELD = date(2026, 11, 9)


def held(store: Store, held_on: date = HELD, *, met: int = 1, follows: int | None = None) -> int:
    interview = Interview(employer="Oak Vision", held_on=held_on, follows_id=follows)
    people = [Person(name=f"Person {number}") for number in range(met)]
    return store.interviews.add(Entry(interview, people, []))


def facts(store: Store, number: int) -> Facts:
    found = store.interviews.facts(number)
    assert found is not None
    return found


def send(
    store: Store, number: int, on: date, place: int = 0, kind: LetterKind = LetterKind.THANK_YOU
) -> None:
    found = facts(store, number)
    person = found.met[place].person
    store.letters.mark_sent(found, as_shown(found, person, "Dear", kind=kind), person, on)


def ended(store: Store, number: int, outcome: Outcome, on: date) -> None:
    store.interviews.end(facts(store, number).interview, outcome, on)


def numbers(store: Store, today: date = MONDAY) -> Numbers:
    return store.numbers.all(today)


def test_an_empty_file_has_no_numbers(store: Store) -> None:
    assert numbers(store) == Numbers()


@pytest.mark.parametrize(
    ("sent_on", "counts"),
    [
        (date(2026, 11, 9), Letters(1)),
        (date(2026, 11, 10), Letters(1)),
        (date(2026, 11, 11), Letters(0, 1)),
        (date(2026, 12, 9), Letters(0, 1)),
    ],
)
def test_a_letter_of_the_same_or_the_next_day_is_in_time(
    store: Store, sent_on: date, counts: Letters
) -> None:
    send(store, held(store), sent_on)
    assert numbers(store).letters == counts


@pytest.mark.parametrize(
    ("today", "counts"),
    [
        (date(2026, 11, 9), Letters()),
        (date(2026, 11, 10), Letters()),
        (date(2026, 11, 11), Letters(unsent=1)),
    ],
)
def test_a_letter_that_is_not_sent_counts_once_its_last_good_day_is_over(
    store: Store, today: date, counts: Letters
) -> None:
    held(store)
    assert numbers(store, today).letters == counts


def test_a_letter_that_is_not_wanted_does_not_count(store: Store) -> None:
    number = held(store, met=3)
    found = facts(store, number)
    task = next(one for one in tasks(found, MONDAY) if one.kind is Kind.LETTER)
    store.checklist.set_aside(found, task, MONDAY)
    with store.file.change("wants no letter") as change:
        change.update(type(found.met[1].meeting), found.met[1].meeting.id, wants_letter=False)
    assert numbers(store).letters == Letters(unsent=1)


def test_only_a_thank_you_letter_that_is_sent_counts_as_one(store: Store) -> None:
    number = held(store)
    send(store, number, HELD, kind=LetterKind.FOLLOW_UP)
    found = facts(store, number)
    store.letters.write(as_shown(found, found.met[0].person), found.met[0].person, "Dear", "")
    assert numbers(store).letters == Letters(unsent=1)


@pytest.mark.parametrize("outcome", [Outcome.OFFER, Outcome.NO])
def test_an_answer_takes_the_days_from_the_interview_to_an_offer_or_a_no(
    store: Store, outcome: Outcome
) -> None:
    ended(store, held(store), outcome, date(2026, 11, 18))
    ended(store, held(store), outcome, HELD)
    assert numbers(store).answers == Answers((0, 9))


@pytest.mark.parametrize(
    ("outcome", "answers"),
    [
        (Outcome.OPEN, Answers((), 1)),
        (Outcome.QUIET, Answers((), 1)),
        (Outcome.WITHDRAWN, Answers()),
        (Outcome.ACCEPTED, Answers()),
        (Outcome.DECLINED, Answers()),
    ],
)
def test_who_waits_in_vain_counts_as_silent_and_an_unknown_day_not_at_all(
    store: Store, outcome: Outcome, answers: Answers
) -> None:
    ended(store, held(store), outcome, MONDAY)
    assert numbers(store).answers == answers


def test_an_outcome_noted_before_the_interview_is_no_wait(store: Store) -> None:
    ended(store, held(store), Outcome.NO, date(2026, 11, 8))
    assert numbers(store).answers == Answers()


def test_an_invitation_to_a_next_round_is_an_answer_whose_day_is_not_known(store: Store) -> None:
    held(store, date(2026, 12, 1), follows=held(store))
    assert numbers(store).answers == Answers()


def test_a_no_after_several_rounds_counts_once_from_the_last_of_them(store: Store) -> None:
    first = held(store)
    last = held(store, date(2026, 11, 16), follows=first)
    for number in (first, last):
        ended(store, number, Outcome.NO, date(2026, 11, 18))
    assert numbers(store).answers == Answers((2,))


def test_nobody_waits_for_an_answer_before_or_on_the_day_itself(store: Store) -> None:
    held(store, MONDAY)
    held(store, date(2026, 12, 1))
    assert numbers(store).answers == Answers()


def test_a_question_came_up_where_it_was_noted_and_where_it_was_asked_again(store: Store) -> None:
    first, second = held(store), held(store)
    asked = store.journal.ask("Why us?", first)
    store.journal.ask("Why now?", first)
    store.journal.ask("Why us?", held(store))
    with store.file.change("came up again") as change:
        change.insert(Asking(interview_id=second, question_id=asked))
    assert numbers(store).questions == Questions(2, 2, "Why us?", 3)
    with store.file.change("did not come up after all") as change:
        change.bin(Asking, 1, store.file.now())
    assert numbers(store).questions.times == 2


def test_a_question_for_an_interview_to_come_or_for_none_has_not_come_up(store: Store) -> None:
    store.journal.ask("Why us?", held(store, date(2026, 12, 1)))
    store.journal.ask("Why now?", None)
    assert numbers(store).questions == Questions()


def test_an_answer_to_the_same_words_anywhere_is_an_answer(store: Store) -> None:
    store.journal.ask("Why us?", held(store))
    with store.file.change("an older file has it twice") as change:
        change.insert(Question(text="why us", answer="The team"))
    assert numbers(store).questions == Questions(1)


def test_what_is_in_the_bin_does_not_count(store: Store) -> None:
    number = held(store)
    send(store, number, HELD)
    store.journal.ask("Why us?", number)
    ended(store, number, Outcome.NO, MONDAY)
    assert numbers(store) != Numbers()
    store.interviews.bin(facts(store, number).interview)
    assert numbers(store) == Numbers()
