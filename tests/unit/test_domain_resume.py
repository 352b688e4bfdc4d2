"""What reflections suggest for the résumé, and which interviews wait for a review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.agenda import case
from afterview_tui.domain.preparation import Reflected
from afterview_tui.domain.records import Facts, Me, Outcome, Reflection
from afterview_tui.domain.resume import Why, names_it, suggestions, waiting
from tests.unit.build import FRIDAY, MONDAY, THURSDAY, by_hand, facts, interview

TUESDAY = date(2026, 11, 24)


def reflected(held_on: date = FRIDAY, outcome_on: date | None = None, **said: Any) -> Reflected:
    outcome = Outcome.NO if outcome_on else Outcome.OPEN
    return Reflected(
        Reflection(1, 1, **said),
        interview(held_on, outcome=outcome, outcome_on=outcome_on),
    )


@pytest.mark.parametrize(
    "text",
    [
        "My résumé hides the course",
        "RESUME too long",
        "no dates on the CV",
        "They asked for a certificate",
        "renew the licence",
        "the gap in 2024",
        "LinkedIn says otherwise",
        "a cover letter would have helped",
    ],
)
def test_a_line_that_names_the_resume_is_known_by_its_words(text: str) -> None:
    assert names_it(text)


@pytest.mark.parametrize("text", ["", "Of course I was late", "speak up", "in a civil tone"])
def test_other_lines_do_not_name_it(text: str) -> None:
    assert not names_it(text)


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ("cared", Why.CARED),
        ("why_not", Why.WHY_NOT),
        ("lessons", Why.LESSONS),
        ("well", None),
        ("improve", None),
        ("differently", None),
        ("unsaid", None),
        ("happened", None),
    ],
)
def test_what_they_cared_about_why_not_and_lessons_count_whatever_they_say(
    field: str, why: Why | None
) -> None:
    said: dict[str, Any] = {field: "Recall rates"}
    found = suggestions([reflected(**said)], None)
    assert [one.why for one in found] == ([why] if why is not None else [])
    said = {field: "Recall rates\nNot on my CV"}
    named = suggestions([reflected(**said)], None)
    assert [one.text for one in named if one.why is Why.NAMES_IT] == ["Not on my CV"]


def test_each_line_is_suggested_once_the_newest_first() -> None:
    found = suggestions(
        [reflected(MONDAY, cared="recall rates."), reflected(cared="Recall rates\nCalm")], None
    )
    assert [(one.text, one.interview.held_on) for one in found] == [
        ("recall rates.", MONDAY),
        ("Calm", FRIDAY),
    ]


@pytest.mark.parametrize(
    ("reviewed", "is_since"),
    [(None, True), (THURSDAY, True), (FRIDAY, False), (MONDAY, False)],
)
def test_a_review_has_seen_what_came_before_it(reviewed: date | None, is_since: bool) -> None:
    (one,) = suggestions([reflected(cared="Recall rates")], reviewed)
    assert one.is_since is is_since


def test_their_reasons_are_new_when_the_no_came_after_the_review() -> None:
    found = suggestions(
        [reflected(outcome_on=TUESDAY, why_not="Years", lessons="Figures", cared="Calm")], MONDAY
    )
    assert {one.text: one.is_since for one in found} == {
        "Calm": False,
        "Years": True,
        "Figures": True,
    }


def waits(*every: Facts, today: date = TUESDAY) -> list[str]:
    return waiting(case(one, today) for one in every)


def test_every_interview_held_since_the_review_waits_for_it() -> None:
    here = facts(employer="Lakeside Dental")
    again = facts(MONDAY, id=2, employer="lakeside dental")
    there = facts(MONDAY, id=3, employer="Oak Vision")
    ahead = facts(date(2026, 12, 1), id=4, employer="Hill School")
    every = (here, again, there, ahead)
    assert waits(*every) == ["lakeside dental", "Oak Vision"]
    reviewed = Me(resume_reviewed_on=FRIDAY)
    assert waits(*(replace(one, me=reviewed) for one in every)) == ["lakeside dental", "Oak Vision"]
    assert waits(*(replace(one, me=Me(resume_reviewed_on=MONDAY)) for one in every)) == []


@pytest.mark.parametrize("decided", [{"done_on": MONDAY}, {"set_aside_on": MONDAY}])
def test_a_line_that_is_settled_by_hand_does_not_wait(decided: dict[str, date]) -> None:
    assert waits(replace(facts(), adjustments=(by_hand("resume", **decided),))) == []
