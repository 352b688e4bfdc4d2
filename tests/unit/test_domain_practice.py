"""Practice: which question comes next, and how it went last time in words."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.dates import DAY
from afterview_tui.domain.practice import NEAR, REST, Posed, Went, about, last_time, order, rests
from afterview_tui.domain.records import Interview, Question
from tests.unit.build import CHECK

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - DAY


def posed(
    number: int,
    answer: str = "Because.",
    went: str = "",
    ago: int | None = None,
    *,
    employer: str = "Lakeside Dental",
    held_on: date | None = None,
) -> Posed:
    """A question that was practised so many days ago, if it was."""
    on = None if ago is None else TODAY - timedelta(days=ago)
    question = Question(number, 1, f"Question {number}?", False, answer, on, went)
    asked = Interview(employer=employer, held_on=held_on or date(2026, 10, 1))
    return Posed(question, asked if employer else None)


def coming(in_days: int, employer: str = "Oak Vision") -> Interview:
    return Interview(employer=employer, held_on=TODAY + timedelta(days=in_days))


def ids(*every: Posed, next_one: Interview | None = None) -> list[int]:
    """The order, whichever way round the questions are handed over."""
    found = [one.question.id for one in order(every, TODAY, next_one)]
    assert found == [one.question.id for one in order(every[::-1], TODAY, next_one)]
    return found


def test_a_question_without_an_answer_comes_first() -> None:
    never, again = posed(1), posed(2, went=Went.AGAIN, ago=90)
    assert ids(never, again, posed(3, "", Went.SHAKY, 1)) == [3, 2, 1]


def test_an_answer_of_nothing_but_spaces_is_none() -> None:
    assert ids(posed(1), posed(2, " \n")) == [2, 1]


def test_to_try_again_comes_before_shaky_and_shaky_before_all_others() -> None:
    shaky, again = posed(1, went=Went.SHAKY, ago=60), posed(2, went=Went.AGAIN, ago=0)
    assert ids(posed(3), shaky, again, posed(4, went=Went.GOOD, ago=90)) == [2, 1, 3, 4]


@pytest.mark.parametrize("went", [Went.AGAIN, Went.SHAKY, Went.GOOD])
def test_the_longest_not_practised_comes_first(went: Went) -> None:
    assert ids(posed(1, went=went, ago=20), posed(2, went=went, ago=40)) == [2, 1]


def test_never_practised_comes_before_practised() -> None:
    assert ids(posed(1, went=Went.GOOD, ago=900), posed(2)) == [2, 1]


def test_questions_that_are_alike_come_as_they_were_noted() -> None:
    assert ids(posed(3), posed(1), posed(2)) == [1, 2, 3]


def test_questions_of_the_next_employer_come_forward_among_their_like() -> None:
    theirs = "OAK vision"
    every = (
        posed(1),
        posed(2, employer=theirs, went=Went.GOOD, ago=20),
        posed(3, went=Went.SHAKY, ago=30),
        posed(4, employer=theirs, went=Went.SHAKY, ago=2),
    )
    assert ids(*every) == [3, 4, 1, 2]
    assert ids(*every, next_one=coming(20)) == [4, 3, 2, 1]


def test_a_question_of_no_interview_is_not_of_an_employer_without_a_name() -> None:
    every = posed(1, went=Went.GOOD, ago=20), posed(2, employer="", went=Went.GOOD, ago=10)
    assert ids(*every, next_one=coming(1, "")) == [1, 2]


@pytest.mark.parametrize("next_one", [None, coming(20)])
def test_what_went_well_within_a_week_rests_and_comes_last(next_one: Interview | None) -> None:
    rested = posed(1, "", Went.GOOD, REST.days)
    lately = posed(2, "", Went.GOOD, REST.days - 1, employer="Oak Vision")
    assert [rests(one.question, TODAY, next_one) for one in (rested, lately)] == [False, True]
    assert ids(lately, rested, posed(3, went=Went.GOOD, ago=30), next_one=next_one) == [1, 3, 2]


@pytest.mark.parametrize("in_days", [0, 1, NEAR.days])
def test_days_before_an_interview_what_went_well_yesterday_comes_again(in_days: int) -> None:
    yesterday = posed(1, went=Went.GOOD, ago=1, employer="Oak Vision")
    other = posed(2, went=Went.GOOD, ago=30)
    assert ids(yesterday, other) == [2, 1]
    assert ids(yesterday, other, next_one=coming(in_days)) == [1, 2]
    assert not rests(yesterday.question, TODAY, coming(in_days))
    assert rests(yesterday.question, TODAY, coming(NEAR.days + 1))


def test_what_went_well_today_rests_also_before_an_interview() -> None:
    assert rests(posed(1, went=Went.GOOD, ago=0).question, TODAY, coming(1))


@pytest.mark.parametrize("went", [Went.AGAIN, Went.SHAKY, "", "better out loud"])
def test_only_what_went_well_rests(went: str) -> None:
    assert not rests(posed(1, went=went, ago=0).question, TODAY)


def test_a_day_still_to_come_lets_no_question_rest() -> None:
    assert not rests(posed(1, went=Went.GOOD, ago=-400).question, TODAY)


def test_an_interview_that_was_is_not_near() -> None:
    assert rests(posed(1, went=Went.GOOD, ago=1).question, TODAY, coming(-1))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "Because."]),
            st.sampled_from(["", *Went, "so-so"]),
            st.none() | st.integers(-3, 2000),
            st.sampled_from(["", "Oak Vision", "Lakeside Dental"]),
        ),
        max_size=12,
    ),
    st.none() | st.integers(-2, 30),
)
@CHECK
def test_every_question_comes_once_and_those_that_rest_last(
    drawn: list[tuple[str, str, int | None, str]], in_days: int | None
) -> None:
    next_one = None if in_days is None else coming(in_days)
    every = [
        posed(n, answer, went, ago, employer=employer)
        for n, (answer, went, ago, employer) in enumerate(drawn, start=1)
    ]
    found = order(every, TODAY, next_one)
    assert sorted(one.question.id for one in found) == list(range(1, len(every) + 1))
    at_rest = [rests(one.question, TODAY, next_one) for one in found]
    assert at_rest == sorted(at_rest)


def test_five_hundred_questions_of_five_years_are_put_in_order() -> None:
    rng = random.Random(5)
    every = [
        posed(n, rng.choice(["", "x"]), rng.choice(list(Went)), rng.randrange(1826))
        for n in range(500)
    ]
    found = order(every, TODAY, coming(2))
    without = [not one.question.answer for one in found if not rests(one.question, TODAY)]
    assert without == sorted(without, reverse=True)
    assert {one.question.id for one in found} == set(range(500))


@pytest.mark.parametrize(
    ("went", "ago", "said"),
    [
        ("", None, ""),
        (Went.SHAKY, 6, "shaky, Tue 17 Nov"),
        (Went.GOOD, 0, "good, Mon 23 Nov"),
        (Went.AGAIN, 1, "to try again, Sun 22 Nov"),
        (Went.GOOD, 365, "good, Sun 23 Nov 2025"),
        ("better out loud", 1, "better out loud, Sun 22 Nov"),
        ("", 1, "practised, Sun 22 Nov"),
    ],
)
def test_how_it_last_went_in_words(went: str, ago: int | None, said: str) -> None:
    assert last_time(posed(1, went=went, ago=ago).question, TODAY) == said


def test_where_a_question_was_asked_and_how_it_went_in_words() -> None:
    shaky = posed(1, went=Went.SHAKY, ago=6, held_on=YESTERDAY)
    assert about(shaky, TODAY) == "asked at Lakeside Dental; shaky, Tue 17 Nov"
    assert about(replace(shaky, interview=None), TODAY) == "shaky, Tue 17 Nov"
    assert about(posed(1, held_on=TODAY), TODAY) == "asked at Lakeside Dental; not practised yet"
    assert about(posed(1, employer=""), TODAY) == "not practised yet"


def test_a_question_for_an_interview_to_come_was_not_asked_yet() -> None:
    ahead = posed(1, held_on=TODAY + DAY)
    assert about(ahead, TODAY) == "for Lakeside Dental; not practised yet"
