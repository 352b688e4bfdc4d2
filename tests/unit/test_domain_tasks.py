"""The one function that all views read, and what is said about its lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.records import Facts, Outcome, Reflection, Step
from afterview_tui.domain.task import Kind, State, Task
from afterview_tui.domain.tasks import Progress, next_task, progress, tasks
from tests.unit.build import (
    MONDAY,
    THURSDAY,
    by_hand,
    facts,
    keys,
    letter,
    line,
    met,
    own,
    question,
    vouching,
)

TUESDAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)
FULL = replace(
    facts(),
    met=(met(),),
    vouching=(vouching(),),
    questions=(question(),),
    own_items=(own(),),
)
ANY_LINE = ["brief:1", "letter:1", "follow-up:1", "reflect", "questions", "resume", "own:1"]


def _decided(key: str, on_file: Facts = FULL, **decided: Any) -> Facts:
    return replace(on_file, adjustments=(*on_file.adjustments, by_hand(key, **decided)))


def test_the_lines_come_in_the_order_of_the_four_steps() -> None:
    on_file = replace(FULL, own_items=(own(1, step=Step.REFERENCES), own(2, step=Step.LETTERS)))
    assert keys(on_file, MONDAY) == [
        "brief:1",
        "own:1",
        "letter:1",
        "own:2",
        "follow-up:1",
        "reflect",
        "questions",
        "resume",
        "differently",
    ]


def test_every_line_belongs_to_its_interview() -> None:
    on_file = replace(FULL, interview=replace(FULL.interview, id=42))
    assert {task.interview_id for task in tasks(on_file, MONDAY)} == {42}


@pytest.mark.parametrize("key", ANY_LINE)
def test_any_line_can_be_moved_by_hand(key: str) -> None:
    task = line(_decided(key, moved_to=date(2028, 2, 29)), MONDAY, key)
    assert (task.due, task.state, task.note) == (date(2028, 2, 29), State.OPEN, "")


def test_a_line_moved_past_today_is_no_longer_late() -> None:
    assert line(FULL, MONDAY, "letter:1").is_due(MONDAY)
    moved = line(_decided("letter:1", moved_to=TUESDAY), MONDAY, "letter:1")
    assert not moved.is_due(MONDAY)
    assert moved.is_due(TUESDAY)


def test_a_date_chosen_by_hand_may_be_a_weekend() -> None:
    saturday = date(2026, 11, 28)
    assert line(_decided("follow-up:1", moved_to=saturday), MONDAY, "follow-up:1").due == saturday


@pytest.mark.parametrize("key", ANY_LINE)
def test_any_line_can_be_set_aside_with_a_reason(key: str) -> None:
    task = line(_decided(key, set_aside_on=MONDAY, reason="they asked me not to"), MONDAY, key)
    assert (task.due, task.state) == (None, State.SET_ASIDE)
    assert task.note == "set aside: they asked me not to"


def test_a_line_can_be_set_aside_without_a_reason() -> None:
    assert line(_decided("reflect", set_aside_on=MONDAY), MONDAY, "reflect").note == "set aside"


@pytest.mark.parametrize("key", ANY_LINE)
def test_a_line_that_was_set_aside_can_be_brought_back(key: str) -> None:
    aside = _decided(key, set_aside_on=MONDAY)
    back = replace(aside, adjustments=(replace(aside.adjustments[0], set_aside_on=None),))
    assert not line(aside, MONDAY, key).is_open
    assert line(back, MONDAY, key) == line(FULL, MONDAY, key)


def test_a_line_brought_back_keeps_the_date_it_was_moved_to() -> None:
    back = _decided("letter:1", moved_to=TUESDAY, set_aside_on=None, reason="not now")
    assert line(back, MONDAY, "letter:1").due == TUESDAY


@pytest.mark.parametrize("key", ANY_LINE)
def test_any_line_can_be_ticked_by_hand(key: str) -> None:
    task = line(_decided(key, done_on=MONDAY), TUESDAY, key)
    assert (task.state, task.note) == (State.DONE, "done Mon 23 Nov")


def test_a_tick_wins_over_setting_aside() -> None:
    both = _decided("reflect", done_on=MONDAY, set_aside_on=MONDAY)
    assert line(both, MONDAY, "reflect").state is State.DONE


def test_a_decision_is_about_one_line() -> None:
    decided = tasks(_decided("reflect", done_on=MONDAY), MONDAY)
    others = [task for task in decided if task.key != "reflect"]
    assert others == [task for task in tasks(FULL, MONDAY) if task.key != "reflect"]


def test_nobody_ticks_twice_a_fact_settles_its_line() -> None:
    sent = replace(FULL, letters=(letter(1, MONDAY),))
    task = line(_decided("letter:1", sent, set_aside_on=MONDAY), TUESDAY, "letter:1")
    assert (task.state, task.note) == (State.DONE, "sent Mon 23 Nov")


def test_what_was_ticked_by_hand_stays_ticked_when_the_rest_lapses() -> None:
    ended = facts(outcome=Outcome.NO, outcome_on=MONDAY)
    on_file = _decided("resume", ended, done_on=TUESDAY)
    assert line(on_file, date(2027, 1, 4), "resume").state is State.DONE


def test_what_was_set_aside_keeps_its_reason_when_the_rest_lapses() -> None:
    ended = facts(outcome=Outcome.NO, outcome_on=MONDAY)
    on_file = _decided("resume", ended, set_aside_on=TUESDAY, reason="just done")
    assert line(on_file, date(2027, 1, 4), "resume").note == "set aside: just done"


@pytest.mark.parametrize(
    ("today", "open_"),
    [
        (date(2026, 12, 23), True),
        (date(2026, 12, 24), False),
    ],
)
def test_open_lines_lapse_a_month_after_the_end(today: date, open_: bool) -> None:
    task = line(facts(outcome=Outcome.NO, outcome_on=MONDAY), today, "reflect")
    assert task.is_open is open_
    if not open_:
        assert (task.due, task.state, task.note) == (None, State.SET_ASIDE, "over a month ago")


def test_done_lines_do_not_lapse() -> None:
    on_file = replace(
        facts(outcome=Outcome.NO, outcome_on=MONDAY), reflection=Reflection(well="Calm")
    )
    assert line(on_file, date(2027, 1, 4), "reflect").state is State.DONE


def test_own_items_do_not_lapse() -> None:
    on_file = replace(facts(outcome=Outcome.NO, outcome_on=MONDAY), own_items=(own(due=MONDAY),))
    assert line(on_file, date(2027, 1, 4), "own:1").is_due(date(2027, 1, 4))


def test_a_line_moved_by_hand_does_not_lapse_before_its_day() -> None:
    ended = facts(outcome=Outcome.NO, outcome_on=MONDAY)
    on_file = _decided("resume", ended, moved_to=date(2027, 1, 20))
    task = line(on_file, date(2027, 1, 20), "resume")
    assert task.is_due(date(2027, 1, 20))


def test_an_open_interview_does_not_lapse() -> None:
    assert line(facts(), date(2028, 2, 29), "reflect").is_open


def test_an_own_item_stands_under_its_step() -> None:
    on_file = replace(facts(), own_items=(own(9, step=Step.FOLLOW_UP, due=TUESDAY),))
    task = line(on_file, MONDAY, "own:9")
    assert (task.kind, task.step, task.subject) == (Kind.OWN, Step.FOLLOW_UP, 9)
    assert (task.name, task.title) == ("Return the badge", "Return the badge: Lakeside Dental")
    assert (task.due, task.state) == (TUESDAY, State.OPEN)


def test_an_own_item_without_a_date_is_never_due() -> None:
    task = line(replace(facts(), own_items=(own(),)), MONDAY, "own:1")
    assert task.is_open
    assert not task.is_due(date(2030, 1, 1))


def test_an_own_item_is_done_on_its_day() -> None:
    on_file = replace(facts(), own_items=(own(due=MONDAY, done_on=date(2025, 12, 31)),))
    task = line(on_file, MONDAY, "own:1")
    assert (task.state, task.note) == (State.DONE, "done Wed 31 Dec 2025")


def _line(key: str, due: date | None, state: State = State.OPEN, note: str = "") -> Task:
    return Task(1, key, Kind.OWN, Step.PREPARE, key, key, due=due, state=state, note=note)


def test_next_is_the_open_line_that_is_due_first() -> None:
    lines = (
        _line("undated", None),
        _line("done", THURSDAY, State.DONE),
        _line("aside", None, State.SET_ASIDE),
        _line("later", TUESDAY),
        _line("first", MONDAY),
        _line("second", MONDAY),
    )
    assert next_task(lines) == lines[4]


def test_next_is_a_line_without_a_date_when_there_is_no_other() -> None:
    undated = _line("undated", None)
    assert next_task((_line("done", MONDAY, State.DONE), undated)) == undated


def test_nothing_is_next_when_all_is_settled() -> None:
    assert next_task((_line("done", MONDAY, State.DONE), _line("x", None, State.SET_ASIDE))) is None


@pytest.mark.parametrize(
    ("task", "today", "words"),
    [
        (_line("x", date(2026, 11, 27)), MONDAY, "due Fri 27 Nov, in 4 days"),
        (_line("x", MONDAY, note="late"), TUESDAY, "late; due Mon 23 Nov, yesterday"),
        (_line("x", None, note="some day"), MONDAY, "some day"),
        (_line("x", MONDAY, State.DONE, "sent Mon 23 Nov"), TUESDAY, "sent Mon 23 Nov"),
    ],
)
def test_a_line_says_when_with_weekday_and_distance(task: Task, today: date, words: str) -> None:
    assert task.when(today) == words


@pytest.mark.parametrize(
    ("states", "mark", "words"),
    [
        ([], "·", "nothing yet"),
        ([State.OPEN, State.OPEN], "○", "0 of 2"),
        ([State.DONE, State.OPEN], "◐", "1 of 2"),
        ([State.DONE, State.DONE], "●", "2 of 2"),
        ([State.DONE, State.SET_ASIDE], "●", "1 of 1"),
        ([State.OPEN, State.SET_ASIDE], "○", "0 of 1"),
        ([State.SET_ASIDE], "●", "set aside"),
    ],
)
def test_marks_and_words_carry_the_state(states: list[State], mark: str, words: str) -> None:
    lines = tuple(_line(f"{n}", None, state) for n, state in enumerate(states))
    step = progress(lines, Step.PREPARE)
    assert (step.mark, step.words) == (mark, words)


def test_progress_is_of_one_step() -> None:
    sent = replace(FULL, letters=(letter(1, MONDAY),))
    every = tasks(sent, MONDAY)
    assert progress(every, Step.LETTERS) == Progress(done=1, total=1, lines=1)
    assert progress(every, Step.REFERENCES) == Progress(done=0, total=1, lines=1)
