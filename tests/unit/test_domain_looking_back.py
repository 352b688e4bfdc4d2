"""What was noted after all interviews, by what was asked; and the page of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.looking_back import EVERYTHING, SURE, TOPICS, looked_at
from afterview_tui.domain.preparation import Reflected
from afterview_tui.domain.records import Felt, Reflection
from afterview_tui.domain.reflecting import PROMPTS
from afterview_tui.pages.reflections_page import reflections_page
from tests.unit.build import FRIDAY, MONDAY, interview

SLOW = "Slow down before answering"
LAKESIDE = Reflected(
    Reflection(
        well="They laughed", differently=f"Bring the portfolio\n- {SLOW}", sure=4, sure_on=FRIDAY
    ),
    interview(role="Hygienist", felt=Felt.WELL),
    (Feeling(1, 1, 2, MONDAY),),
)
OAK = Reflected(
    Reflection(differently=SLOW, why_not="More years *wanted*"),
    replace(interview(date(2025, 11, 20)), id=2, employer="Oak Vision", round=2),
)
NOTHING = Reflected(Reflection(well=" \n "), replace(interview(), id=3, employer="Hill School"))
EVERY = (LAKESIDE, OAK, NOTHING)


def shown(topic: str, said: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return [
        (one.interview.employer, tuple(noted.prompt for noted in one.noted))
        for one in looked_at(EVERY, topic, MONDAY, said)
    ]


def test_everything_is_each_prompt_with_something_under_it_and_how_sure() -> None:
    assert shown(EVERYTHING) == [
        ("Lakeside Dental", ("well", "differently", SURE)),
        ("Oak Vision", ("differently", "why_not")),
    ]


def test_one_prompt_is_beside_itself_and_the_same_words_are_shown_at_each_interview() -> None:
    looked = looked_at(EVERY, "differently", MONDAY)
    assert [one.interview.employer for one in looked] == ["Lakeside Dental", "Oak Vision"]
    assert [SLOW in one.noted[0].text for one in looked] == [True, True]


def test_how_sure_is_said_with_what_was_felt_later() -> None:
    (one,) = looked_at(EVERY, SURE, MONDAY)
    assert one.noted[0].text == "●●●●○ 4 of 5, noted Fri 20 Nov; later 2 (Mon 23 Nov)"


@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_prompt_can_be_looked_at_by_itself(prompt: str) -> None:
    only = Reflected(Reflection(**{prompt: "Words"}), interview())  # type: ignore[arg-type]
    (one,) = looked_at([only], prompt, MONDAY)
    assert [(noted.prompt, noted.text) for noted in one.noted] == [(prompt, "Words")]
    assert all(not looked_at([only], topic, MONDAY) for topic in {*PROMPTS, SURE} - {prompt})
    assert set(TOPICS) == {EVERYTHING, SURE, *PROMPTS}


@pytest.mark.parametrize(
    ("said", "employers"),
    [
        ("", ["Lakeside Dental", "Oak Vision"]),
        ("slow DOWN", ["Lakeside Dental", "Oak Vision"]),
        ("portfolio", ["Lakeside Dental"]),
        ("oak slow", ["Oak Vision"]),
        ("hygienist", ["Lakeside Dental"]),
        ("felt well", ["Lakeside Dental"]),
        ("slow rabbit", []),
    ],
)
def test_the_words_are_found_in_what_was_noted_or_in_the_heading(
    said: str, employers: list[str]
) -> None:
    assert [one.interview.employer for one in looked_at(EVERY, "differently", MONDAY, said)] == (
        employers
    )


def test_of_everything_only_what_has_the_words_is_left() -> None:
    assert shown(EVERYTHING, "laughed") == [("Lakeside Dental", ("well",))]


def test_the_heading_says_role_round_day_and_how_it_felt() -> None:
    lakeside, oak = looked_at(EVERY, EVERYTHING, MONDAY)
    assert lakeside.heading(MONDAY) == ("Lakeside Dental", "Hygienist · Fri 20 Nov · felt well")
    assert oak.heading(MONDAY) == ("Oak Vision", "round 2 · Thu 20 Nov 2025")


def test_the_page_has_a_list_for_each_interview() -> None:
    page = reflections_page(looked_at(EVERY, "differently", MONDAY), "differently", MONDAY)
    assert page.text() == "\n".join(
        [
            "What to do differently next time",
            "",
            "Lakeside Dental · Hygienist · Fri 20 Nov · felt well",
            "- Bring the portfolio",
            f"- {SLOW}",
            "",
            "Oak Vision · round 2 · Thu 20 Nov 2025",
            f"- {SLOW}",
        ]
    )


def test_where_all_is_on_the_page_each_line_says_what_it_answers() -> None:
    looked = looked_at(EVERY, EVERYTHING, MONDAY, "laughed")
    page = reflections_page(looked, EVERYTHING, MONDAY, "laughed")
    assert page.text().splitlines()[2] == "With the words: laughed"
    assert page.text().endswith("- They laughed (What went well)")


def test_nothing_acts_in_the_markdown_of_the_page() -> None:
    page = reflections_page(looked_at(EVERY, "why_not", MONDAY), "why_not", MONDAY)
    assert page.markdown() == "\n\n".join(
        [
            "# Why not, in their words",
            "## Oak Vision · round 2 · Thu 20 Nov 2025",
            r"- More years \*wanted\*",
        ]
    )
