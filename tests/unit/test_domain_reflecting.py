"""What is asked about an interview afterwards, and when."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.records import Felt, Outcome, Reflection
from afterview_tui.domain.reflecting import PROMPTS, drawn, how_sure, is_for_facts, prompts
from tests.unit.build import FRIDAY, MONDAY, THURSDAY, facts, interview

SATURDAY = date(2026, 11, 21)
POORLY = [Felt.NERVES, Felt.FORGOT, Felt.PERSONAL]
OTHERWISE = [one for one in Felt if one not in POORLY]
JUDGED_AND_FACTS = ("well", "improve", "differently", "cared", "unsaid")


def test_every_prompt_is_a_text_of_a_reflection() -> None:
    texts = {one.name for one in fields(Reflection) if one.type == "str"}
    assert set(PROMPTS) == texts


@pytest.mark.parametrize("felt", OTHERWISE)
@pytest.mark.parametrize("today", [FRIDAY, SATURDAY, MONDAY])
def test_all_is_asked_at_once_unless_it_felt_poorly(felt: Felt, today: date) -> None:
    assert prompts(facts(felt=felt), today) == JUDGED_AND_FACTS


@pytest.mark.parametrize("felt", POORLY)
def test_only_the_facts_are_asked_on_the_day_of_a_poor_interview(felt: Felt) -> None:
    assert is_for_facts(facts(felt=felt), FRIDAY)
    assert prompts(facts(felt=felt), FRIDAY) == ("happened", "cared")


@pytest.mark.parametrize("felt", POORLY)
@pytest.mark.parametrize("today", [SATURDAY, MONDAY, date(2027, 11, 20)])
def test_the_rest_comes_back_the_next_day(felt: Felt, today: date) -> None:
    assert not is_for_facts(facts(felt=felt), today)
    assert prompts(facts(felt=felt), today) == JUDGED_AND_FACTS


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("felt", list(Felt))
@pytest.mark.parametrize("outcome", [Outcome.OPEN, Outcome.NO])
@pytest.mark.parametrize("today", [THURSDAY, FRIDAY, SATURDAY])
def test_what_is_written_is_always_shown(
    prompt: str, felt: Felt, outcome: Outcome, today: date
) -> None:
    reflection = Reflection(**{prompt: "Words"})  # type: ignore[arg-type]
    on_file = replace(facts(felt=felt, outcome=outcome), reflection=reflection)
    assert prompt in prompts(on_file, today)


@pytest.mark.parametrize("felt", list(Felt))
def test_what_happened_is_shown_later_only_when_something_is_written(felt: Felt) -> None:
    on_file = facts(felt=felt)
    assert "happened" not in prompts(on_file, SATURDAY)
    on_file = replace(on_file, reflection=Reflection(happened="First the tour"))
    assert prompts(on_file, SATURDAY)[0] == "happened"


@pytest.mark.parametrize("outcome", list(Outcome))
def test_why_not_is_asked_after_a_no(outcome: Outcome) -> None:
    asked = prompts(facts(outcome=outcome), MONDAY)
    assert ("why_not" in asked, "lessons" in asked) == (outcome is Outcome.NO,) * 2


def test_a_no_on_the_very_day_of_a_poor_interview_asks_for_the_facts_alone() -> None:
    on_file = facts(felt=Felt.NERVES, outcome=Outcome.NO, outcome_on=FRIDAY)
    assert prompts(on_file, FRIDAY) == ("happened", "cared")
    assert prompts(on_file, SATURDAY)[-2:] == ("why_not", "lessons")


@pytest.mark.parametrize(
    ("on", "later", "said"),
    [
        (FRIDAY, (), "4 of 5, noted Fri 20 Nov"),
        (FRIDAY, (Feeling(1, 1, 2, MONDAY),), "4 of 5, noted Fri 20 Nov; later 2 (Mon 23 Nov)"),
        (
            FRIDAY,
            (Feeling(1, 1, 2, SATURDAY), Feeling(2, 1, 5, MONDAY)),
            "4 of 5, noted Fri 20 Nov; later 2 (Sat 21 Nov), 5 (Mon 23 Nov)",
        ),
        (SATURDAY, (), "4 of 5, noted Sat 21 Nov, a day after"),
        (MONDAY, (), "4 of 5, noted Mon 23 Nov, 3 days after"),
        (THURSDAY, (), "4 of 5, noted Thu 19 Nov, a day before"),
        (None, (), "4 of 5"),
    ],
)
def test_how_sure_is_said_with_its_days_the_first_and_the_later_ones(
    on: date | None, later: tuple[Feeling, ...], said: str
) -> None:
    reflection = Reflection(sure=4, sure_on=on)
    assert how_sure(reflection, later, interview(), MONDAY) == said


def test_nothing_is_said_while_it_is_not_noted() -> None:
    assert how_sure(Reflection(), (), interview(), MONDAY) == ""


@pytest.mark.parametrize("sure", range(1, 6))
def test_how_sure_is_drawn_in_five_marks(sure: int) -> None:
    assert drawn(sure) == "●●●●●○○○○○"[5 - sure : 10 - sure]
