"""Three numbers: what is counted, and that each sentence says no more than is known."""

from __future__ import annotations

from datetime import date

import pytest

from afterview_tui.domain.numbers import (
    Answers,
    CameUp,
    Letters,
    Questions,
    counted,
    said_of_answers,
    said_of_letters,
    said_of_questions,
)
from tests.unit.build import FRIDAY, MONDAY


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        (Letters(), "No thank-you letter has had its day yet."),
        (Letters(1), "The one letter so far went out within a day. That is too few to tell."),
        (Letters(0, 1), "The one letter so far went out later. That is too few to tell."),
        (Letters(0, 0, 1), "The one letter so far has not gone out. That is too few to tell."),
        (Letters(1, 1), "1 of 2 letters went out within a day, 1 later. That is too few to tell."),
        (Letters(9), "All 9 letters went out within a day. There is nothing to change."),
        (Letters(7, 2), "7 of 9 letters went out within a day, 2 later. Late ones still count."),
        (
            Letters(6, 1, 1),
            "6 of 8 letters went out within a day, 1 later, 1 has not gone out."
            " Late ones still count.",
        ),
        (
            Letters(0, 2, 3),
            "None of 5 letters went out within a day, 2 later, 3 have not gone out."
            " Late ones still count; a few lines on the same evening are the easier way.",
        ),
        (Letters(2, 2), "2 of 4 letters went out within a day, 2 later. Late ones still count."),
    ],
)
def test_letters_within_a_day_of_all_that_were_wanted(letters: Letters, said: str) -> None:
    assert said_of_letters(letters) == said


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (Answers(), "No answer is noted yet."),
        (Answers((), 1), "No answer is noted yet; 1 interview has none so far."),
        (Answers((9,)), "1 answer came so far, after 9 days. That is too few to tell."),
        (
            Answers((9, 0), 2),
            "2 answers came so far, on the same day and after 9 days; 2 interviews have none so"
            " far. That is too few to tell.",
        ),
        (
            Answers((21, 9, 4), 3),
            "2 of 3 answers came within 9 days, the last one after 21 days; 3 interviews have"
            " none so far. Before day 21 silence says little.",
        ),
        (
            Answers((1, 2, 8, 30)),
            "2 of 4 answers came within 2 days, the last one after 30 days."
            " Before day 30 silence says little.",
        ),
        (Answers((7, 7, 7)), "All 3 answers came after 7 days. Before day 7 silence says little."),
        (Answers((0, 0, 0)), "All 3 answers came on the same day."),
        (
            Answers((0, 0, 1)),
            "2 of 3 answers came on the same day, the last one after 1 day.",
        ),
    ],
)
def test_how_long_answers_take_and_how_many_keep_quiet(answers: Answers, said: str) -> None:
    assert said_of_answers(answers) == said


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (Questions(), "No question that came up is noted yet."),
        (Questions(3), "Every question that came up has an answer. Practising keeps them ready."),
        (
            Questions(2, 1, "Why us?", 1),
            "One question has no answer yet: “Why us?” A few lines are enough.",
        ),
        (
            Questions(9, 4, "Why us?", 1),
            "4 questions have no answer yet; none of them came up twice. The latest is “Why us?”",
        ),
        (
            Questions(9, 4, "Why did you leave?", 3),
            "“Why did you leave?” came up at 3 interviews and has no answer yet."
            " A few lines on it help the most.",
        ),
    ],
)
def test_the_question_that_came_up_most_without_an_answer(questions: Questions, said: str) -> None:
    assert said_of_questions(questions) == said


def test_a_long_question_is_shortened() -> None:
    said = said_of_questions(Questions(1, 1, "why " * 200, 2))
    assert " …” came up" in said
    assert len(said) < 200


def up(text: str, number: int | None = 1, *, answered: bool = False, on: date = FRIDAY) -> CameUp:
    return CameUp(text, answered, frozenset([number]), on) if number else CameUp(text, answered)


def test_questions_that_say_the_same_are_one() -> None:
    every = [up("Why us?"), up("why US", 2), up("Why now?", 2), up("Why now?", 2)]
    assert counted(every) == Questions(2, 2, "Why us?", 2)


def test_an_answer_that_was_written_once_is_known() -> None:
    assert counted([up("Why us?"), up("why us", 2, answered=True)]) == Questions(1)
    assert counted([up("Why us?"), up("why us", None, answered=True)]) == Questions(1)


def test_a_question_that_did_not_come_up_does_not_count() -> None:
    assert counted([up("Why us?", None)]) == Questions()


def test_of_two_that_came_up_as_often_it_is_the_one_that_came_up_last() -> None:
    every = [up("Why us?", 1), up("Why now?", 2, on=MONDAY), up("Why law?", 1)]
    assert counted(every) == Questions(3, 3, "Why now?", 1)


def test_it_is_named_in_the_words_in_which_it_came_up_last() -> None:
    assert counted([up("why us", 1), up("Why us?", 2, on=MONDAY)]).top == "Why us?"
