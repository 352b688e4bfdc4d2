"""The questions on file: where they were asked, how they are found, and their cards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from afterview_tui.domain import questions
from afterview_tui.domain.practice import Posed, Went, about, order, where_asked
from afterview_tui.domain.questions import AnsweredBy, Filed
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.story import Answering, Story

TODAY = date(2026, 11, 23)
LAKESIDE = Interview(id=1, employer="Lakeside Dental", role="Hygienist", held_on=date(2026, 11, 20))
OAK = Interview(id=2, employer="Oak Vision", held_on=date(2026, 11, 17))
COMING = Interview(id=3, employer="Öl & Co", held_on=date(2026, 11, 27))
WHY = Question(
    1, 1, "Why hygiene?", False, "I like people.\nAnd teeth.", date(2026, 11, 17), Went.SHAKY,
    themes="motivation",
)  # fmt: skip
STORY = AnsweredBy(Answering(1, 1, 1), Story(1, "The recall list"))
FULL = Filed(Posed(WHY, LAKESIDE, (OAK, COMING)), (STORY,))
BARE = Filed(Posed(Question(2, None, "What pay?", True)))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ((), ""),
        ((LAKESIDE,), "asked at Lakeside Dental"),
        ((COMING,), "for Öl & Co"),
        ((LAKESIDE, OAK), "asked at 2 interviews"),
        ((LAKESIDE, OAK, LAKESIDE), "asked at 2 interviews"),
        ((LAKESIDE, OAK, COMING), "asked at 2 interviews, for Öl & Co"),
    ],
)
def test_where_a_question_was_asked_is_said_in_words(at: tuple[Interview, ...], said: str) -> None:
    posed = Posed(WHY, next(iter(at), None), at[1:])
    assert where_asked(posed, TODAY) == said
    assert about(posed, TODAY) == "; ".join(filter(None, [said, "shaky, Tue 17 Nov"]))


def test_any_interview_where_it_was_asked_makes_it_one_of_the_next_employer() -> None:
    here = Posed(Question(1, 1, answer="x", went=Went.SHAKY, practised_on=TODAY), LAKESIDE)
    there = Posed(Question(2, 1, answer="x", went=Went.SHAKY, practised_on=TODAY), LAKESIDE, (OAK,))
    nexts = Interview(employer="OAK vision", held_on=date(2026, 12, 20))
    assert order([here, there], TODAY) == [here, there]
    assert order([here, there], TODAY, nexts) == [there, here]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("", [1, 2]),
        ("HYGIENE", [1]),
        ("teeth why", [1]),
        ("motivat", [1]),
        ("oak", [1]),
        ("ol &", [1]),
        ("recall", [1]),
        ("what", [2]),
        ("what teeth", []),
    ],
)
def test_the_filter_finds_words_answers_themes_employers_and_stories(
    said: str, left: list[int]
) -> None:
    assert [one.question.id for one in questions.found([FULL, BARE], said)] == left


def test_those_without_an_answer_come_first() -> None:
    assert questions.order([FULL, BARE], TODAY, None) == [BARE, FULL]


def test_a_card_tells_all_that_is_on_file_of_a_question() -> None:
    assert questions.text(FULL, TODAY).split("\n") == [
        "Why hygiene?",
        "not expected",
        "motivation",
        "",
        "Your answer",
        "  I like people.",
        "  And teeth.",
        "",
        "How it went",
        "  shaky, Tue 17 Nov",
        "",
        "Stories that answer it",
        "  The recall list",
        "",
        "Where it was asked",
        "  Fri 27 Nov: Öl & Co (to come)",
        "  Fri 20 Nov: Lakeside Dental, Hygienist",
        "  Tue 17 Nov: Oak Vision",
    ]


def test_what_is_still_to_come_was_not_asked_yet() -> None:
    day = FULL.posed.asked_at[0].held_on - timedelta(days=30)
    card = [part.heading for part in questions.parts(FULL, day)]
    assert card[-1] == "Where you expect it"
    assert questions.parts(FULL, day)[0].lines == ("expected", "motivation")
    assert questions.parts(FULL, TODAY)[-1].heading == "Where it was asked"


def test_a_question_without_an_answer_says_so_on_its_card_but_not_where_it_is_copied_to() -> None:
    (first, answer) = questions.parts(BARE, TODAY)
    assert (first.heading, first.lines) == ("What pay?", ("expected",))
    assert answer.lines == ("None yet.",)
    assert questions.parts(BARE, TODAY, "Write it.")[1].lines == ("Write it.",)
    assert questions.text(BARE, TODAY) == "What pay?\nexpected"
