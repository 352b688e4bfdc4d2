"""All interviews together: groups, order and the line at the top."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.agenda import Agenda, Day, Group, Order, case
from afterview_tui.domain.records import Facts, Outcome, Reflection, Step
from tests.unit.build import FRIDAY, MONDAY, by_hand, facts, met, own, tried

TUESDAY = date(2026, 11, 24)
PREPARE = ("reflect", "questions", "resume", "differently")
THANKED = ("thank-offer", "decide")


def _at(number: int, employer: str, held_on: date = FRIDAY, **interview: Any) -> Facts:
    return facts(held_on, id=number, employer=employer, **interview)


def _prepared(on_file: Facts, *more: str) -> Facts:
    """The same with its fourth step ticked, and what else is named."""
    ticks = tuple(by_hand(key, done_on=on_file.interview.held_on) for key in (*PREPARE, *more))
    return replace(on_file, adjustments=ticks)


def _closed(number: int, employer: str, held_on: date = FRIDAY) -> Facts:
    return _prepared(_at(number, employer, held_on, outcome=Outcome.DECLINED, outcome_on=held_on))


@pytest.mark.parametrize(
    ("on_file", "group"),
    [
        pytest.param(facts(), Group.TODAY, id="something is late"),
        pytest.param(facts(MONDAY), Group.TODAY, id="something is due"),
        pytest.param(facts(date(2026, 11, 25)), Group.COMING_UP, id="in two days"),
        pytest.param(facts(TUESDAY), Group.TODAY, id="tomorrow: the evening before"),
        pytest.param(
            replace(facts(TUESDAY), adjustments=(by_hand("get-ready", done_on=MONDAY),)),
            Group.COMING_UP,
            id="tomorrow, prepared for",
        ),
        pytest.param(_prepared(facts()), Group.WAITING, id="asked for nothing yet"),
        pytest.param(
            _prepared(facts(outcome=Outcome.OFFER, outcome_on=MONDAY), *THANKED),
            Group.COMING_UP,
            id="an offer to answer tomorrow",
        ),
        pytest.param(
            _prepared(facts(outcome=Outcome.OFFER, outcome_on=MONDAY), "decide"),
            Group.TODAY,
            id="an offer to thank for on the day it came",
        ),
        pytest.param(
            _prepared(facts(outcome=Outcome.OFFER, outcome_on=FRIDAY), *THANKED),
            Group.TODAY,
            id="an offer to answer today",
        ),
        pytest.param(
            _prepared(facts(outcome=Outcome.OFFER, outcome_on=FRIDAY), "offer", *THANKED),
            Group.COMING_UP,
            id="an offer that is not yet taken",
        ),
        pytest.param(_closed(1, "Oak Vision"), Group.CLOSED, id="declined"),
        pytest.param(
            _prepared(facts(outcome=Outcome.NO, outcome_on=MONDAY)),
            Group.AFTER,
            id="a no to ask about tomorrow",
        ),
        pytest.param(
            facts(date(2026, 10, 1), outcome=Outcome.NO, outcome_on=date(2026, 10, 2)),
            Group.CLOSED,
            id="over a month ago",
        ),
        pytest.param(
            _prepared(facts(TUESDAY, outcome=Outcome.WITHDRAWN, outcome_on=MONDAY)),
            Group.CLOSED,
            id="withdrawn before the day",
        ),
    ],
)
def test_an_interview_is_grouped_by_what_it_needs(on_file: Facts, group: Group) -> None:
    assert case(on_file, MONDAY).group is group


@pytest.mark.parametrize(
    "today",
    [
        date(2026, 11, 19),
        FRIDAY,
        MONDAY,
        date(2026, 11, 30),
        date(2026, 12, 31),
        date(2027, 3, 28),
        date(2028, 2, 29),
    ],
)
def test_group_due_headline_and_next_agree(today: date) -> None:
    every = [
        _at(1, "Lakeside Dental"),
        _prepared(_at(2, "Oak Vision")),
        _prepared(_at(3, "Elm Labs", promised_on=date(2026, 12, 30))),
        _closed(4, "Ash Clinic"),
        replace(_closed(5, "Fir Care"), own_items=(own(due=date(2027, 3, 1)),)),
        _at(6, "Yew Group", date(2027, 1, 5)),
    ]
    agenda = Agenda.of(every, today)
    due = agenda.due
    for number, one in agenda.cases.items():
        mine = [task for task in due if task.interview_id == number]
        assert (one.group is Group.TODAY) == bool(mine)
        if mine:
            assert one.next_task == mine[0]
    if due:
        assert agenda.headline().startswith(f"{len(due)} for today · first: ")
        assert agenda.headline().casefold().endswith(due[0].title.casefold())
        assert agenda.group(Group.TODAY)[0].next_task == due[0]
    else:
        assert agenda.headline().startswith("nothing for today")
        assert not agenda.group(Group.TODAY)


LATER = date(2026, 11, 25)


def test_every_interview_is_in_one_group() -> None:
    every = [_at(1, "A"), _prepared(_at(2, "B")), _at(3, "C", LATER), _closed(4, "D")]
    agenda = Agenda.of(every, MONDAY)
    grouped = [[one.head.id for one in agenda.group(group)] for group in Group]
    assert grouped == [[1], [3], [2], [], [4]]


def test_inside_a_group_the_most_urgent_is_first() -> None:
    every = [
        _at(1, "Lakeside Dental", MONDAY),
        _at(2, "Oak Vision", date(2026, 11, 18)),
        _at(3, "Elm Labs", FRIDAY),
    ]
    order = [one.head.id for one in Agenda.of(every, MONDAY).group(Group.TODAY)]
    assert order == [2, 3, 1]


def test_equally_urgent_ones_come_by_day_and_then_by_name() -> None:
    every = [
        _prepared(_at(1, "oak Vision")),
        _prepared(_at(2, "Éclair")),
        _prepared(_at(3, "Zed", date(2026, 11, 19), promised_on=date(2026, 11, 26))),
    ]
    order = [one.head.id for one in Agenda.of(every, MONDAY).group(Group.WAITING)]
    assert order == [3, 2, 1]


def test_one_that_waits_for_nothing_dated_comes_last() -> None:
    quiet = replace(
        _prepared(_at(1, "Ash", date(2026, 11, 2))),
        follow_ups=(tried(1, date(2026, 11, 9)), tried(2, date(2026, 11, 17))),
    )
    agenda = Agenda.of([quiet, _prepared(_at(2, "Oak"))], MONDAY)
    assert [one.head.id for one in agenda.group(Group.WAITING)] == [2, 1]


def test_closed_interviews_come_newest_first() -> None:
    every = [
        _closed(1, "Ash", date(2026, 11, 2)),
        _closed(2, "Oak", date(2026, 11, 9)),
        _closed(3, "Elm", date(2026, 10, 5)),
    ]
    order = [one.head.id for one in Agenda.of(every, MONDAY).group(Group.CLOSED)]
    assert order == [2, 1, 3]


def test_what_is_due_comes_by_day_and_then_by_step() -> None:
    on_file = replace(
        _at(1, "Lakeside Dental"),
        met=(met(),),
        own_items=(own(1, due=date(2026, 11, 19)), own(2, due=TUESDAY)),
    )
    due = [task.key for task in Agenda.of([on_file], MONDAY).due]
    assert due == ["own:1", "letter:1", "reflect"]


def test_the_headline_counts_and_names_the_first() -> None:
    on_file = replace(_at(1, "Lakeside Dental"), met=(met(),))
    assert Agenda.of([on_file], MONDAY).headline() == "2 for today · first: thank Dr. Maria Chen"


def test_the_headline_says_what_comes_next_when_nothing_is_for_today() -> None:
    agenda = Agenda.of([_prepared(_at(1, "Oak Vision")), _at(2, "Elm", date(2026, 12, 1))], MONDAY)
    assert agenda.headline() == (
        "nothing for today · next: ask how things stand: Oak Vision, Fri 27 Nov, in 4 days"
    )


@pytest.mark.parametrize("every", [[], [_closed(1, "Ash")]])
def test_the_headline_is_calm_when_there_is_nothing(every: list[Facts]) -> None:
    assert Agenda.of(every, MONDAY).headline() == "nothing for today"


def test_the_headline_leaves_the_users_own_words_as_they_are() -> None:
    on_file = replace(
        _prepared(_at(1, "Lakeside Dental")), own_items=(own(text="NASA form", due=MONDAY),)
    )
    headline = Agenda.of([on_file], MONDAY).headline()
    assert headline == "1 for today · first: NASA form: Lakeside Dental"


def test_a_case_knows_how_far_a_step_is() -> None:
    on_file = replace(facts(), reflection=Reflection(well="Calm"))
    step = case(on_file, MONDAY).progress(Step.PREPARE)
    assert (step.mark, step.words) == ("◐", "1 of 4")


# Rounds: one thread


def _rounds(**head: Any) -> list[Facts]:
    """Three rounds, the last of them on Thursday 26 November."""
    first = _prepared(_at(1, "Oak Vision", date(2026, 11, 3)))
    second = _prepared(_at(2, "Oak Vision", date(2026, 11, 12), round=2, follows_id=1))
    third = _at(3, "Oak Vision", date(2026, 11, 26), round=3, follows_id=2, **head)
    return [
        replace(first, next_round_on=second.interview.held_on),
        replace(second, next_round_on=third.interview.held_on),
        third,
    ]


def test_the_rounds_of_an_interview_are_one_thread_the_newest_first() -> None:
    agenda = Agenda.of([*_rounds(), _at(4, "Elm")], MONDAY)
    assert [[one.id for one in t.rounds] for t in agenda.group(Group.COMING_UP)] == [[3, 2, 1]]
    assert [[one.id for one in t.rounds] for t in agenda.group(Group.TODAY)] == [[4]]


def test_whatever_is_due_in_an_earlier_round_brings_the_thread_to_today() -> None:
    first, *others = _rounds()
    agenda = Agenda.of([replace(first, own_items=(own(due=MONDAY),)), *others], MONDAY)
    (thread,) = agenda.group(Group.TODAY)
    assert thread.head.id == 3
    assert thread.next_task is not None
    assert thread.next_task.interview_id == 1


def test_a_thread_is_closed_when_its_last_round_is_and_nothing_is_left_to_do() -> None:
    first, second, third = _rounds(outcome=Outcome.DECLINED, outcome_on=MONDAY)
    third = _prepared(third)
    assert Agenda.of([first, second, third], MONDAY).group(Group.CLOSED)
    ahead = replace(first, own_items=(own(due=date(2026, 12, 24)),))
    assert Agenda.of([ahead, second, third], MONDAY).group(Group.AFTER)


def test_a_round_whose_earlier_ones_are_not_loaded_is_a_thread_by_itself() -> None:
    agenda = Agenda.of(_rounds()[2:], MONDAY)
    assert [len(thread.rounds) for thread in agenda.threads] == [1]


def test_rounds_that_follow_each_other_in_a_circle_are_shown_once() -> None:
    one, other = _at(1, "Oak", follows_id=2), _at(2, "Oak", follows_id=1)
    (thread,) = Agenda.of([one, other], MONDAY).threads
    assert sorted(one.id for one in thread.rounds) == [1, 2]


def test_two_rounds_after_one_share_it_between_them_once() -> None:
    every = [_at(1, "Oak"), _at(2, "Oak", MONDAY, follows_id=1), _at(3, "Oak", follows_id=1)]
    threads = Agenda.of(every, MONDAY).threads
    assert sorted(len(thread.rounds) for thread in threads) == [1, 2]


# Orders


def test_the_list_can_be_sorted_by_date_and_by_employer() -> None:
    every = [
        _at(1, "oak", date(2026, 11, 3)),
        _at(2, "Élan", date(2026, 11, 12)),
        _at(3, "Zed", date(2026, 12, 1)),
        _closed(4, "Ash"),
    ]
    agenda = Agenda.of(every, MONDAY)
    found = {order: [t.head.id for t in agenda.still_open(order)] for order in Order}
    assert found == {Order.NEED: [1, 2, 3], Order.DATE: [3, 2, 1], Order.EMPLOYER: [2, 1, 3]}


# Days


@pytest.mark.parametrize(
    ("due", "today", "day"),
    [
        (date(2026, 11, 22), MONDAY, Day.LATE),
        (MONDAY, MONDAY, Day.TODAY),
        (TUESDAY, MONDAY, Day.TOMORROW),
        (date(2026, 11, 25), MONDAY, Day.THIS_WEEK),
        (date(2026, 11, 29), MONDAY, Day.THIS_WEEK),
        (date(2026, 11, 30), MONDAY, Day.LATER),
        (date(2026, 11, 30), date(2026, 11, 29), Day.TOMORROW),
        (date(2026, 12, 1), date(2026, 11, 29), Day.LATER),
        (date(2027, 1, 1), date(2026, 12, 31), Day.TOMORROW),
        (date(2027, 1, 3), date(2026, 12, 31), Day.THIS_WEEK),
        (date(2028, 2, 29), date(2028, 2, 28), Day.TOMORROW),
        (date(2027, 3, 29), date(2027, 3, 28), Day.TOMORROW),
        (None, MONDAY, Day.NO_DATE),
    ],
)
def test_a_due_date_falls_on_a_day_seen_from_today(due: date, today: date, day: Day) -> None:
    assert Day.of(due, today) is day


def test_the_days_hold_every_open_task_once_the_most_urgent_first() -> None:
    every = [
        replace(_prepared(_at(1, "Oak")), own_items=(own(1), own(2, due=TUESDAY))),
        _at(2, "Elm", MONDAY),
    ]
    agenda = Agenda.of(every, MONDAY)
    found = {day: [task.key for task in tasks] for day, tasks in agenda.days.items()}
    assert found == {
        Day.TODAY: ["reflect"],
        Day.TOMORROW: ["own:2"],
        Day.THIS_WEEK: ["follow-up:1"],
        Day.LATER: ["questions", "resume", "differently", "follow-up:1"],
        Day.NO_DATE: ["own:1"],
    }
