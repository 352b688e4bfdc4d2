"""After a no: when it was asked, who told the user, and what is said of the silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.records import Facts, Outcome, Reflection, Result
from afterview_tui.domain.task import State
from afterview_tui.domain.why_not import NO_ANSWER, SILENCE, asked_on, silence, told_by
from tests.unit.build import FRIDAY, MONDAY, by_hand, facts, letter, line, met, tried

TUESDAY = date(2026, 11, 24)
NO = replace(facts(outcome=Outcome.NO, outcome_on=MONDAY), met=(met(1), met(2, "Jo Park")))
LATER = [date(2026, 11, 25), date(2026, 12, 2), date(2027, 3, 1)]


def sent(on: date, to: int = 1) -> Facts:
    return replace(NO, letters=(letter(to, on, kind=LetterKind.WHY_NOT),))


@pytest.mark.parametrize(
    ("on_file", "day"),
    [
        (NO, None),
        (replace(NO, letters=(letter(1, kind=LetterKind.WHY_NOT),)), None),
        (replace(NO, letters=(letter(1, TUESDAY),)), None),
        (sent(TUESDAY), TUESDAY),
        (replace(NO, adjustments=(by_hand("ask-why", done_on=MONDAY),)), MONDAY),
        (replace(NO, adjustments=(by_hand("reflect", done_on=MONDAY),)), None),
        (replace(sent(MONDAY), adjustments=(by_hand("ask-why", done_on=TUESDAY),)), TUESDAY),
        (replace(sent(TUESDAY), adjustments=(by_hand("ask-why", done_on=MONDAY),)), TUESDAY),
    ],
)
def test_it_was_asked_when_the_letter_went_or_the_line_was_ticked(
    on_file: Facts, day: date | None
) -> None:
    assert asked_on(on_file) == day


@pytest.mark.parametrize("today", LATER)
@pytest.mark.parametrize(
    "on_file", [sent(TUESDAY), replace(NO, adjustments=(by_hand("ask-why", done_on=TUESDAY),))]
)
def test_once_asked_nothing_is_due_however_long_the_silence(on_file: Facts, today: date) -> None:
    task = line(on_file, today, "ask-why")
    assert task.state is State.DONE
    assert not task.is_due(today)
    assert task.when(today) == silence(on_file, today)
    assert task.note.startswith("asked Tue 24 Nov")
    assert task.note.endswith(SILENCE)


def test_the_silence_is_said_to_be_no_verdict() -> None:
    assert silence(sent(FRIDAY), MONDAY) == (
        "asked Fri 20 Nov; most never answer, and it says nothing about you"
    )


def test_no_answer_is_said_beside_the_day_it_was_asked() -> None:
    given_up = by_hand("ask-why", set_aside_on=date(2026, 12, 1), reason=NO_ANSWER)
    on_file = replace(sent(TUESDAY), adjustments=(given_up,))
    assert silence(on_file, LATER[1]) == f"asked Tue 24 Nov; no answer came: {SILENCE}"
    assert line(on_file, LATER[1], "ask-why").state is State.DONE


def test_who_asks_again_after_giving_up_waits_again() -> None:
    given_up = by_hand("ask-why", set_aside_on=MONDAY, reason=NO_ANSWER)
    assert NO_ANSWER not in silence(replace(sent(TUESDAY), adjustments=(given_up,)), TUESDAY)


def test_a_line_nobody_asked_under_is_set_aside_with_its_reason() -> None:
    given_up = by_hand("ask-why", set_aside_on=MONDAY, reason=NO_ANSWER)
    task = line(replace(NO, adjustments=(given_up,)), TUESDAY, "ask-why")
    assert (task.state, task.due, task.note) == (State.SET_ASIDE, None, f"set aside: {NO_ANSWER}")


def test_an_answer_ends_the_silence() -> None:
    on_file = replace(sent(TUESDAY), reflection=Reflection(why_not="More years"))
    assert silence(on_file, TUESDAY) == ""
    assert line(on_file, TUESDAY, "ask-why").note == "they answered"


def test_the_words_of_the_no_are_no_answer_to_what_was_not_asked() -> None:
    """They had gone with someone from inside: that ticked the line to ask for advice."""
    on_file = replace(NO, reflection=Reflection(why_not="They went with someone from inside"))
    task = line(on_file, TUESDAY, "ask-why")
    assert task.is_open
    assert task.note == ""


def test_before_it_was_asked_there_is_no_silence() -> None:
    assert silence(NO, TUESDAY) == ""


def reached(person_id: int, on: date = MONDAY, result: Result = Result.REACHED) -> Facts:
    return replace(NO, follow_ups=(replace(tried(1, on, result), person_id=person_id),))


@pytest.mark.parametrize(
    ("on_file", "name"),
    [
        pytest.param(NO, None, id="nobody is known"),
        pytest.param(reached(2), "Jo Park", id="reached on the day of the no"),
        pytest.param(reached(2, FRIDAY), None, id="reached before it"),
        pytest.param(reached(2, result=Result.VOICEMAIL), None, id="a voicemail tells nothing"),
        pytest.param(reached(9), None, id="somebody not met"),
        pytest.param(
            replace(reached(2), letters=(letter(1, kind=LetterKind.WHY_NOT),)),
            "Maria Chen",
            id="whom one writes to already",
        ),
        pytest.param(
            replace(NO, letters=(letter(1, MONDAY),)), None, id="thanks are another thing"
        ),
    ],
)
def test_who_told_the_user_is_known_from_a_call_or_a_begun_letter(
    on_file: Facts, name: str | None
) -> None:
    told = told_by(on_file)
    assert (told.name if told is not None else None) == name
