"""The drawings of the three numbers: nothing made up, and nothing needed to read the sentence."""

from __future__ import annotations

import pytest

from afterview_tui.domain.numbers import Answers, Letters, Numbers, Questions
from afterview_tui.pages.numbers_page import MOST, Figure, as_text, figures

FULL = Numbers(Letters(7, 1, 1), Answers((4, 9, 21), 2), Questions(5, 2, "Why us?", 3))


def letters(*counts: int) -> Figure:
    return figures(Numbers(letters=Letters(*counts)))[0]


def answers(*days: int) -> Figure:
    return figures(Numbers(answers=Answers(days)))[1]


def question(times: int) -> Figure:
    return figures(Numbers(questions=Questions(9, 1, "Why?", times)))[2]


def test_there_are_three_and_no_more() -> None:
    assert [one.name for one in figures(FULL)] == [
        "Thank-you letters",
        "Their answers",
        "Questions without an answer",
    ]


def test_a_mark_a_letter() -> None:
    one = letters(7, 1, 1)
    assert (one.drawing, one.legend) == ("●●●●●●●○·", "● within a day  ○ later  · not gone")
    assert letters(2).legend == "● within a day"
    assert letters().drawing == ""


@pytest.mark.parametrize("counts", [(41, 0, 0), (400, 1, 1), (1, 9_000, 3), (0, 50, 50)])
def test_many_letters_are_drawn_to_scale_and_no_kind_goes_missing(
    counts: tuple[int, int, int],
) -> None:
    one = letters(*counts)
    assert len(one.drawing) <= MOST + 2
    for mark, number in zip("●○·", counts, strict=True):
        assert (mark in one.drawing) == bool(number)
    assert one.legend.endswith(f"({sum(counts)} in all)")


def test_a_block_a_day_dark_until_half_had_answered() -> None:
    one = answers(4, 9, 21)
    assert one.drawing == "█" * 9 + "░" * 12
    assert one.legend == "█ half by day 9  ░ all by day 21"


def test_a_long_wait_is_drawn_to_scale() -> None:
    assert answers(50, 100, 200).drawing == "█" * 20 + "░" * 20


@pytest.mark.parametrize("days", [(), (9,), (4, 9), (0, 0, 0)])
def test_where_it_is_too_few_to_tell_nothing_is_drawn(days: tuple[int, ...]) -> None:
    assert (answers(*days).drawing, answers(*days).legend) == ("", "")


def test_a_mark_for_every_time_a_question_came_up() -> None:
    assert question(3).drawing == "○○○"
    assert question(1).drawing == ""
    assert len(question(1_000).drawing) == MOST


def test_the_text_is_the_sentences_and_whole_without_the_drawings() -> None:
    assert as_text(FULL).split("\n") == [f"{one.name}: {one.sentence}" for one in figures(FULL)]
    assert not set(as_text(FULL)) & set("●○·█░")
