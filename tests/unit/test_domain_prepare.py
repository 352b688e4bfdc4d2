"""Step 4 of the checklist: prepare for the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.records import (
    Facts,
    Felt,
    Me,
    Outcome,
    Question,
    Reflection,
    Step,
)
from afterview_tui.domain.task import State
from tests.unit.build import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    by_hand,
    facts,
    keys,
    letter,
    line,
    question,
    zone,
)

TUESDAY = date(2026, 11, 24)
OTHERS = ["questions", "resume", "differently"]


def _no(outcome_on: date | None) -> Facts:
    return facts(outcome=Outcome.NO, outcome_on=outcome_on)


@pytest.mark.parametrize(
    "held_on",
    [
        date(2026, 11, 20),
        date(2026, 11, 22),
        date(2026, 11, 23),
        date(2026, 12, 31),
        date(2028, 2, 29),
    ],
)
def test_reflect_on_the_same_day(held_on: date) -> None:
    task = line(facts(held_on), held_on, "reflect")
    assert (task.due, task.state, task.step) == (held_on, State.OPEN, Step.PREPARE)


@pytest.mark.parametrize("key", OTHERS)
@pytest.mark.parametrize(
    ("held_on", "due"),
    [
        pytest.param(date(2026, 11, 20), date(2026, 11, 27), id="Friday"),
        pytest.param(date(2026, 11, 23), date(2026, 11, 30), id="Monday"),
        pytest.param(date(2026, 11, 26), date(2026, 12, 3), id="month end"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 7), id="year end"),
        pytest.param(date(2026, 10, 29), date(2026, 11, 5), id="US autumn 2026"),
        pytest.param(date(2027, 3, 25), date(2027, 4, 1), id="EU spring 2027"),
        pytest.param(date(2028, 2, 22), date(2028, 2, 29), id="to the leap day"),
        pytest.param(date(2028, 2, 29), date(2028, 3, 7), id="from the leap day"),
    ],
)
def test_the_others_are_due_in_one_week(key: str, held_on: date, due: date) -> None:
    assert line(facts(held_on), held_on, key).due == due


@pytest.mark.parametrize("key", OTHERS)
@pytest.mark.parametrize(
    ("next_on", "due"),
    [
        pytest.param(date(2026, 11, 24), date(2026, 11, 23), id="Tuesday"),
        pytest.param(date(2026, 12, 1), date(2026, 11, 30), id="month end"),
        pytest.param(date(2027, 1, 1), date(2026, 12, 31), id="year end"),
        pytest.param(date(2028, 3, 1), date(2028, 2, 29), id="leap day"),
        pytest.param(date(2026, 11, 20), date(2026, 11, 20), id="the same day"),
    ],
)
def test_the_others_are_due_before_the_next_interview_on_file(
    key: str, next_on: date, due: date
) -> None:
    on_file = replace(facts(), next_interview_on=next_on)
    assert line(on_file, FRIDAY, key).due == due


@pytest.mark.parametrize("name", ["America/Los_Angeles", "Pacific/Auckland"])
@pytest.mark.parametrize("key", OTHERS)
@pytest.mark.parametrize(
    ("moved_to", "next_on", "due"),
    [
        pytest.param(date(2026, 11, 24), date(2026, 11, 27), date(2026, 11, 24), id="in time"),
        pytest.param(date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 26), id="the evening"),
        pytest.param(date(2026, 11, 27), date(2026, 11, 27), date(2026, 11, 26), id="the day"),
        pytest.param(date(2027, 2, 1), date(2026, 12, 1), date(2026, 11, 30), id="month end"),
        pytest.param(date(2027, 2, 1), date(2026, 11, 30), date(2026, 11, 29), id="a weekend"),
        pytest.param(date(2026, 11, 27), MONDAY, date(2026, 11, 27), id="that one is there"),
    ],
)
def test_what_prepares_for_an_interview_is_never_due_after_it_though_it_was_moved(
    key: str, moved_to: date, next_on: date, due: date, name: str
) -> None:
    with zone(name):
        moved = replace(facts(), adjustments=(by_hand(key, moved_to=moved_to),))
        task = line(replace(moved, next_interview_on=next_on), MONDAY, key)
        assert task.due == due
        assert ("before the interview on" in task.note) == (due != moved_to)


def test_what_does_not_prepare_is_moved_to_any_day() -> None:
    moved = by_hand("reflect", moved_to=date(2026, 12, 4))
    on_file = replace(facts(), adjustments=(moved,), next_interview_on=date(2026, 12, 1))
    assert line(on_file, MONDAY, "reflect").due == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("held_on", "due"),
    [
        pytest.param(date(2026, 11, 27), date(2026, 11, 26), id="Friday"),
        pytest.param(date(2026, 11, 30), date(2026, 11, 29), id="on a Sunday evening, too"),
        pytest.param(date(2026, 12, 1), date(2026, 11, 30), id="month end"),
        pytest.param(date(2028, 3, 1), date(2028, 2, 29), id="leap day"),
    ],
)
def test_one_reads_up_for_an_interview_on_the_evening_before(held_on: date, due: date) -> None:
    task = line(facts(held_on), MONDAY, "get-ready")
    assert (task.due, task.title) == (due, "Prepare for Lakeside Dental")


@pytest.mark.parametrize(
    "on_file",
    [
        pytest.param(facts(MONDAY), id="who enters it on its day comes from it"),
        pytest.param(facts(), id="it was held"),
        pytest.param(facts(TUESDAY, outcome=Outcome.WITHDRAWN), id="withdrawn"),
        pytest.param(facts(TUESDAY, outcome=Outcome.NO), id="a no came first"),
    ],
)
def test_for_an_interview_that_is_not_to_come_nobody_reads_up(on_file: Facts) -> None:
    assert "get-ready" not in keys(on_file, MONDAY)


def test_reflect_does_not_wait_for_the_next_interview() -> None:
    on_file = replace(facts(), next_interview_on=date(2026, 12, 1))
    assert line(on_file, FRIDAY, "reflect").due == FRIDAY


@pytest.mark.parametrize(
    "reflection",
    [
        Reflection(happened="First the tour"),
        Reflection(well="Calm"),
        Reflection(improve="Shorter answers"),
        Reflection(cared="Saturdays"),
        Reflection(unsaid="Sterilisation"),
    ],
)
def test_reflect_is_done_when_it_has_something_in_it(reflection: Reflection) -> None:
    on_file = replace(facts(), reflection=reflection)
    assert line(on_file, FRIDAY, "reflect").state is State.DONE


def test_how_sure_you_feel_alone_is_no_reflection() -> None:
    on_file = replace(facts(), reflection=Reflection(sure=4, sure_on=FRIDAY))
    assert line(on_file, FRIDAY, "reflect").is_open


def test_what_to_do_differently_is_a_line_of_its_own() -> None:
    on_file = replace(facts(), reflection=Reflection(differently="Bring the portfolio"))
    assert line(on_file, FRIDAY, "differently").state is State.DONE
    assert line(on_file, FRIDAY, "reflect").is_open


@pytest.mark.parametrize(
    ("questions", "state", "note"),
    [
        ((), State.OPEN, ""),
        ((question(1, "Yes"),), State.DONE, "1 question, none without an answer"),
        ((question(1),), State.OPEN, "1 question, 1 without an answer"),
        (
            (question(1, "Yes"), question(2)),
            State.OPEN,
            "2 questions, 1 without an answer",
        ),
        (
            (question(1, "Yes", expected=True),),
            State.OPEN,
            "1 question, none without an answer",
        ),
        (
            (question(1, "Yes"), question(2, "No", expected=True)),
            State.DONE,
            "2 questions, none without an answer",
        ),
    ],
)
def test_unexpected_questions_are_noted_and_have_answers(
    questions: tuple[Question, ...], state: State, note: str
) -> None:
    task = line(replace(facts(), questions=questions), FRIDAY, "questions")
    assert (task.state, task.note) == (state, note)


@pytest.mark.parametrize(
    ("reviewed", "state"),
    [
        (None, State.OPEN),
        (THURSDAY, State.OPEN),
        (FRIDAY, State.DONE),
        (MONDAY, State.DONE),
    ],
)
def test_the_resume_is_reviewed_after_the_interview(reviewed: date | None, state: State) -> None:
    on_file = replace(facts(), me=Me(resume_reviewed_on=reviewed))
    assert line(on_file, TUESDAY, "resume").state is state


def test_the_resume_line_says_when_it_was_last_reviewed() -> None:
    on_file = replace(facts(), me=Me(resume_reviewed_on=THURSDAY))
    assert line(on_file, TUESDAY, "resume").note == "reviewed Thu 19 Nov"


@pytest.mark.parametrize("key", ["reflect", *OTHERS])
def test_each_line_can_be_ticked_by_hand(key: str) -> None:
    on_file = replace(facts(), adjustments=(by_hand(key, done_on=MONDAY),))
    task = line(on_file, TUESDAY, key)
    assert (task.state, task.note) == (State.DONE, "done Mon 23 Nov")


@pytest.mark.parametrize("key", ["reflect", *OTHERS])
def test_each_line_can_be_set_aside_by_hand(key: str) -> None:
    on_file = replace(facts(), adjustments=(by_hand(key, set_aside_on=MONDAY, reason="no time"),))
    task = line(on_file, TUESDAY, key)
    assert (task.state, task.due, task.note) == (State.SET_ASIDE, None, "set aside: no time")


@pytest.mark.parametrize(
    ("outcome_on", "due"),
    [
        pytest.param(date(2026, 11, 23), date(2026, 11, 24), id="Monday"),
        pytest.param(date(2026, 11, 26), date(2026, 11, 27), id="Thursday"),
        pytest.param(date(2026, 11, 29), date(2026, 11, 30), id="Sunday"),
        pytest.param(date(2026, 11, 28), date(2026, 11, 30), id="Saturday"),
        pytest.param(date(2026, 11, 30), date(2026, 12, 1), id="month end"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 1), id="year end"),
        pytest.param(date(2028, 2, 28), date(2028, 2, 29), id="leap day"),
        pytest.param(date(2026, 11, 1), date(2026, 11, 2), id="US autumn 2026"),
    ],
)
def test_ask_why_one_or_two_days_after_the_no(outcome_on: date, due: date) -> None:
    task = line(_no(outcome_on), outcome_on, "ask-why")
    assert (task.due, task.state, task.step) == (due, State.OPEN, Step.PREPARE)


def test_after_a_no_on_a_friday_ask_why_on_monday_and_not_on_the_weekend() -> None:
    assert line(_no(date(2026, 11, 27)), date(2026, 11, 27), "ask-why").due == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("today", "note"),
    [
        (date(2026, 11, 24), ""),
        (date(2026, 11, 30), ""),
        (date(2026, 12, 1), "over a week ago, you may let it go"),
    ],
)
def test_ask_why_a_week_after_the_no_at_the_latest(today: date, note: str) -> None:
    assert line(_no(MONDAY), today, "ask-why").note == note


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.NO])
def test_only_a_no_asks_why(outcome: Outcome) -> None:
    assert "ask-why" not in keys(facts(outcome=outcome, outcome_on=MONDAY), MONDAY)


def test_ask_why_is_done_when_the_letter_is_sent() -> None:
    sent = letter(1, TUESDAY, kind=LetterKind.WHY_NOT)
    assert line(replace(_no(MONDAY), letters=(sent,)), TUESDAY, "ask-why").state is State.DONE


def test_a_draft_that_asks_why_is_not_enough() -> None:
    draft = letter(1, kind=LetterKind.WHY_NOT)
    assert line(replace(_no(MONDAY), letters=(draft,)), TUESDAY, "ask-why").is_open


def test_a_thank_you_letter_does_not_ask_why() -> None:
    assert line(replace(_no(MONDAY), letters=(letter(1, TUESDAY),)), TUESDAY, "ask-why").is_open


POORLY = [Felt.NERVES, Felt.FORGOT, Felt.PERSONAL]
SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize("felt", POORLY)
def test_on_the_day_of_a_poor_interview_only_the_facts_are_to_be_written(felt: Felt) -> None:
    task = line(facts(felt=felt), FRIDAY, "reflect")
    assert task.title == "Write down what happened, only the facts: Lakeside Dental"
    assert task.name == "What happened, only the facts"
    assert (task.due, task.state) == (FRIDAY, State.OPEN)


@pytest.mark.parametrize("prompt", ["happened", "cared", "well", "differently", "lessons"])
@pytest.mark.parametrize("today", [FRIDAY, SATURDAY])
def test_the_facts_of_a_poor_day_are_settled_by_whatever_was_written(
    prompt: str, today: date
) -> None:
    reflection = Reflection(**{prompt: "Words"})  # type: ignore[arg-type]
    on_file = replace(facts(felt=Felt.NERVES), reflection=reflection)
    assert line(on_file, today, "reflect").state is State.DONE


def test_when_the_day_is_over_one_line_asks_for_all_of_it() -> None:
    on_file = facts(felt=Felt.NERVES)
    reflect, again = (line(on_file, SATURDAY, key) for key in ("reflect", "look-again"))
    assert (reflect.state, reflect.due, reflect.note) == (State.SET_ASIDE, None, "the day is over")
    assert (again.state, again.due) == (State.OPEN, SATURDAY)


def test_the_facts_can_be_brought_back_when_the_day_is_over() -> None:
    back = by_hand("reflect", brought_back_on=MONDAY)
    task = line(replace(facts(felt=Felt.NERVES), adjustments=(back,)), MONDAY, "reflect")
    assert (task.state, task.due) == (State.OPEN, MONDAY)


@pytest.mark.parametrize("felt", POORLY)
@pytest.mark.parametrize("today", [FRIDAY, SATURDAY, MONDAY])
def test_a_poor_interview_is_looked_at_again_the_day_after(felt: Felt, today: date) -> None:
    task = line(facts(felt=felt), today, "look-again")
    assert (task.due, task.state, task.step) == (SATURDAY, State.OPEN, Step.PREPARE)
    assert task.title == "Look at it again, with a night between: Lakeside Dental"


@pytest.mark.parametrize("felt", [one for one in Felt if one not in POORLY])
def test_others_are_not_looked_at_again(felt: Felt) -> None:
    assert "look-again" not in keys(facts(felt=felt), MONDAY)


@pytest.mark.parametrize(
    ("prompt", "state"),
    [
        ("happened", State.OPEN),
        ("cared", State.OPEN),
        ("unsaid", State.OPEN),
        ("well", State.DONE),
        ("improve", State.DONE),
        ("differently", State.DONE),
    ],
)
def test_looking_again_is_done_once_something_is_judged(prompt: str, state: State) -> None:
    reflection = Reflection(**{prompt: "Words"})  # type: ignore[arg-type]
    on_file = replace(facts(felt=Felt.FORGOT), reflection=reflection)
    assert line(on_file, SATURDAY, "look-again").state is state


def test_looking_again_can_be_ticked_moved_and_set_aside_and_lapses_as_the_others_do() -> None:
    poor = facts(felt=Felt.NERVES)
    ticked = replace(poor, adjustments=(by_hand("look-again", done_on=MONDAY),))
    assert line(ticked, MONDAY, "look-again").state is State.DONE
    moved = replace(poor, adjustments=(by_hand("look-again", moved_to=TUESDAY),))
    assert line(moved, MONDAY, "look-again").due == TUESDAY
    aside = replace(poor, adjustments=(by_hand("look-again", set_aside_on=MONDAY),))
    assert line(aside, MONDAY, "look-again").state is State.SET_ASIDE
    over = facts(felt=Felt.NERVES, outcome=Outcome.DECLINED, outcome_on=MONDAY)
    assert line(over, date(2027, 1, 11), "look-again").note == "over a month ago"
