"""A sitting of practice: what comes next, what comes once more, and the way back."""

from __future__ import annotations

import random

import pytest

from afterview_tui.domain.practice import Went
from afterview_tui.domain.practice_sitting import Sitting, is_same
from afterview_tui.domain.records import Question
from tests.unit.build import MONDAY


def went(sitting: Sitting, said: Went = Went.GOOD) -> None:
    assert sitting.current is not None
    sitting.went(Question(sitting.current), said)


def walked(sitting: Sitting, *said: Went) -> list[int | None]:
    """The question at hand before each of these, and after the last."""
    found = [sitting.current]
    for one in said:
        went(sitting, one)
        found.append(sitting.current)
    return found


def test_one_question_comes_after_the_other_and_then_the_end() -> None:
    assert walked(Sitting([3, 1, 2]), Went.GOOD, Went.SHAKY, Went.GOOD) == [3, 1, 2, None]


def test_a_question_to_try_again_comes_once_more_at_the_end_and_no_third_time() -> None:
    said = (Went.AGAIN, Went.GOOD, Went.AGAIN)
    sitting = Sitting([1, 2])
    assert walked(sitting, *said) == [1, 2, 1, None]
    assert sitting.practised == 2


def test_a_question_that_was_skipped_is_not_practised() -> None:
    sitting = Sitting([1, 2])
    sitting.skip()
    assert (sitting.current, sitting.practised) == (2, 0)


def test_what_rests_comes_only_when_it_is_wanted() -> None:
    sitting = Sitting([1], [2, 3])
    assert walked(sitting, Went.AGAIN, Went.GOOD) == [1, 1, None]
    sitting.go_on()
    assert walked(sitting, Went.GOOD, Went.GOOD) == [2, 3, None]
    assert sitting.later == []


def test_questions_that_are_no_longer_on_file_are_passed_over() -> None:
    sitting = Sitting([1, 2, 3])
    sitting.pass_over({3})
    assert sitting.current == 3
    sitting.pass_over(())
    assert sitting.current is None


def test_an_answer_keeps_the_question_at_hand() -> None:
    sitting = Sitting([1, 2])
    sitting.answered(Question(1))
    assert sitting.current == 1
    assert sitting.moves[-1].is_answer
    assert sitting.practised == 0


@pytest.mark.parametrize("seed", range(20))
def test_the_way_back_leads_past_every_question_to_the_first(seed: int) -> None:
    rng = random.Random(seed)
    sitting = Sitting([1, 2, 3, 4], [5, 6])
    seen = []
    while sitting.current is not None or sitting.later:
        if sitting.current is None:
            sitting.go_on()
            continue
        seen.append(sitting.current)
        match rng.randrange(4):
            case 0:
                sitting.skip()
            case 1:
                sitting.answered(Question(sitting.current))
            case _:
                went(sitting, rng.choice(list(Went)))
    while sitting.moves:
        sitting.back()
        assert sitting.current == seen.pop()
    assert seen == []
    assert sitting.practised == 0
    assert walked(sitting, *[Went.GOOD] * 6) == [1, 2, 3, 4, 5, 6, None]


def test_a_question_is_the_same_while_what_is_noted_of_it_is() -> None:
    one = Question(1, text="Why?", answer="So.", practised_on=MONDAY, went=Went.GOOD)
    assert is_same(one, Question(1, 1, "Why us?", True, "So.", MONDAY, "good"))
    assert not is_same(one, Question(1, text="Why?", answer="So.", practised_on=MONDAY))
    assert not is_same(one, Question(1, text="Why?", practised_on=MONDAY, went=Went.GOOD))
