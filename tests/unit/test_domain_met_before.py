"""A question met before: found in its own words and in others, and never made one on its own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain import met_before
from afterview_tui.domain.practice import Posed
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.text import clean
from tests.unit.build import CHECK

LAKESIDE, OAK, HILL = (
    Interview(id=number, employer=name, held_on=date(2026, 11, number))
    for number, name in enumerate(("Lakeside Dental", "Oak Vision", "Hill School"), start=1)
)


def posed(text: str, *at: Interview, number: int = 1, answer: str = "") -> Posed:
    first, *again = at or (None,)
    question = Question(number, first.id if first else None, text, False, answer)
    return Posed(question, first, tuple(one for one in again if one))


def ids(every: list[Posed], said: str) -> int | None:
    found = met_before.likeliest(said, every)
    return found.question.id if found is not None else None


@pytest.mark.parametrize(
    ("said", "on_file"),
    [
        ("Why hygiene?", "Why hygiene?"),
        ("why  hygiene", "Why hygiene?"),
        ("WHY HYGIENE?!", "Why hygiene?"),
        ("Pourquoi l'élève?", "pourquoi l'eleve"),
        ("Why?", "Why?"),
        ("Why do you want", "Why do you want to leave?"),
        ("Where do you see", "Where do you see yourself in five years?"),
        ("Why do you leave your job?", "Why are you leaving your job?"),
        ("Your job: why are you leaving it?", "Why are you leaving your job?"),
        ("What are your weaknesses?", "Tell me about your greatest weakness."),
        ("Tell me about a time you handled a conflict", "How do you handle conflict?"),
        ("Where do you see yourself in 5 years?", "Where do you see yourself in five years?"),
        ("Wie gehen Sie mit Konflikten um?", "Wie gehen Sie mit einem Konflikt um?"),
        ("謝謝你的時間嗎", "謝謝你的時間嗎？"),
    ],
)
def test_a_question_is_found_again(said: str, on_file: str) -> None:
    assert ids([posed("Do you have a car?", number=2), posed(on_file)], said) == 1


@pytest.mark.parametrize(
    ("said", "on_file"),
    [
        ("", "Why hygiene?"),
        ("?", "!"),
        ("Why", "Why hygiene?"),
        ("What are your strengths?", "What are your weaknesses?"),
        ("Why do you want this job?", "Why are you leaving your job?"),
        ("Tell me about a time you failed", "Tell me about a time you led a team"),
        ("How do you handle stress?", "How do you handle conflict?"),
        ("Why us?", "Why you?"),
        ("Do you have any questions for us?", "How do you handle conflict?"),
    ],
)
def test_another_question_is_not_taken_for_it(said: str, on_file: str) -> None:
    assert ids([posed(on_file)], said) is None
    assert met_before.offer(said, [posed(on_file)]) == ""


def test_the_same_words_come_before_a_beginning_and_a_beginning_before_words_in_common() -> None:
    in_common = posed("Why are you leaving your job?", LAKESIDE, OAK, HILL, number=1)
    beginning = posed("Why leave your job now?", LAKESIDE, OAK, number=2)
    the_same = posed("Why leave your job?", LAKESIDE, number=3)
    assert ids([in_common, beginning, the_same], "why leave your job") == 3
    assert ids([in_common, beginning], "why leave your job") == 2
    assert ids([in_common], "why leave your job") == 1


def test_of_several_the_one_asked_most_is_meant_then_the_newest() -> None:
    once, often = posed("Why do you teach?", OAK), posed("Why do you paint?", OAK, HILL, number=2)
    assert ids([once, often], "why do you") == 2
    later = posed("Why do you sing?", LAKESIDE, HILL, number=3)
    assert ids([once, often, later], "why do you") == 3


def test_what_is_offered_are_the_words_on_file() -> None:
    every = [posed("Why do you want to leave?")]
    assert met_before.offer("why do you w", every) == "Why do you want to leave?"
    assert met_before.offer("why do you want to leave", every) == "Why do you want to leave?"
    assert met_before.offer("Why do you want to leave?", every) == ""


def test_rows_of_an_older_file_in_the_same_words_are_one_question() -> None:
    every = [
        posed("Why us?", LAKESIDE, number=1),
        posed("why us", OAK, HILL, number=2, answer="The team."),
        posed("Why us", LAKESIDE, number=3),
    ]
    found = met_before.same("Why us", every)
    assert found is not None
    assert found.question.id == 2, "the one with an answer"
    assert {one.id for one in found.asked_at} == {1, 2, 3}
    assert met_before.about(found) == "asked at 3 interviews, answer prepared"
    here = met_before.same("Why us", every, LAKESIDE.id)
    assert here is not None
    assert here.question.id == 1, "the one of this interview"


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (posed("Why?"), "asked nowhere yet, no answer yet"),
        (posed("Why?", OAK, answer=" \n"), "asked at 1 interview, no answer yet"),
        (posed("Why?", OAK, HILL, OAK, answer="x"), "asked at 2 interviews, answer prepared"),
    ],
)
def test_what_is_on_file_is_said_in_words(one: Posed, said: str) -> None:
    assert met_before.about(one) == said


@pytest.mark.parametrize(
    ("before", "here", "said"),
    [
        (None, OAK, ""),
        (posed("Why?", LAKESIDE, HILL), OAK, "Noted here too (3 interviews)."),
        (posed("Why?", LAKESIDE), OAK, "Noted here too (2 interviews)."),
        (posed("Why?"), OAK, "Noted: you had prepared for it."),
        (posed("Why?", LAKESIDE, OAK), OAK, "It is noted here already; nothing was added."),
        (posed("Why?", LAKESIDE), None, "It is on file already; nothing was added."),
    ],
)
def test_what_came_of_noting_it_is_told(
    before: Posed | None, here: Interview | None, said: str
) -> None:
    assert met_before.told(before, here) == said


@CHECK
@given(said=st.text(), texts=st.lists(st.text(), max_size=4))
def test_any_text_is_found_in_its_own_words_and_nothing_fails(said: str, texts: list[str]) -> None:
    every = [posed(text, number=number) for number, text in enumerate([*texts, said], start=1)]
    found = met_before.same(said, every)
    assert met_before.likeliest(said, every) == found or found is None
    if any(character.isalnum() for character in clean(said)):
        assert found is not None
