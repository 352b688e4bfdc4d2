"""A timeline tells what happened and when, and makes nothing up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given

from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.records import Facts, Felt, Form, Outcome, Reflection, Result
from afterview_tui.domain.timeline import Event, as_text, timeline
from tests.unit.build import (
    CHECK,
    FRIDAY,
    MONDAY,
    facts,
    interview,
    letter,
    met,
    own,
    tried,
    vouching,
)
from tests.unit.test_domain_properties import DAYS, any_facts

THURSDAY = date(2026, 11, 26)


def told(*rounds: Facts, today: date = THURSDAY) -> list[tuple[date, str]]:
    return [(event.day, event.words) for event in timeline(rounds, today)]


def after(on_file: Facts, today: date = THURSDAY) -> list[tuple[date, str]]:
    """What is told beside the interview itself."""
    return [one for one in told(on_file, today=today) if not one[1].startswith("Interview")]


# The interview


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Interview in person"),
        ({"form": Form.PHONE}, "Interview by phone"),
        ({"form": Form.VIDEO, "starts_at": time(9, 5)}, "Interview by video at 09:05"),
        ({"place": "4 Shore Road"}, "Interview in person, 4 Shore Road"),
        ({"round": 2, "form": Form.PHONE}, "Round 2: interview by phone"),
        ({"felt": Felt.WELL}, "Interview in person; it went well"),
        ({"felt": Felt.MIXED}, "Interview in person; it felt mixed"),
        ({"felt": Felt.NERVES}, "Interview in person; it went poorly: nerves"),
        ({"felt": Felt.FORGOT}, "Interview in person; it went poorly: something was forgotten"),
        ({"felt": Felt.PERSONAL}, "Interview in person; it went poorly: something personal"),
    ],
)
def test_an_interview_is_told_by_form_time_place_and_how_it_felt(
    fields: dict[str, Any], words: str
) -> None:
    assert told(facts(**fields)) == [(FRIDAY, words)]


def test_an_interview_names_whom_was_met() -> None:
    people = (met(1, "Maria Chen"), met(2, "Jo Park"), met(3, "Ann Vale"))
    assert told(replace(facts(), met=people)) == [
        (FRIDAY, "Interview in person, with Dr. Maria Chen, Dr. Jo Park and Dr. Ann Vale")
    ]


def test_how_sure_it_feels_is_told_on_the_day_on_which_it_was_noted() -> None:
    noted = Reflection(well="Calm", sure=4, sure_on=MONDAY)
    assert after(replace(facts(), reflection=noted)) == [
        (MONDAY, "Noted how sure it feels: 4 of 5")
    ]
    unknown = replace(noted, sure_on=None)
    assert after(replace(facts(), reflection=unknown)) == []


# References, letters, lines of one's own


def test_each_thing_that_happened_with_a_reference_has_its_day() -> None:
    one = vouching(
        briefed_on=MONDAY,
        called_on=date(2026, 11, 24),
        thanked_on=date(2026, 11, 25),
        told_on=THURSDAY,
    )
    assert after(replace(facts(), vouching=(one,))) == [
        (MONDAY, "Briefed Amy Ortiz"),
        (date(2026, 11, 24), "The employer called Amy Ortiz"),
        (date(2026, 11, 25), "Thanked Amy Ortiz for taking the call"),
        (THURSDAY, "Told Amy Ortiz the outcome"),
    ]


def test_a_reference_with_whom_nothing_happened_is_not_told_of() -> None:
    assert after(replace(facts(), vouching=(vouching(not_needed_on=MONDAY),))) == []


def copied(at: datetime, sent_on: date | None = None, how: str = "") -> Facts:
    one = replace(letter(1, sent_on), copied_at=at, sent_how=how)
    return replace(facts(), met=(met(),), letters=(one,))


def test_a_letter_is_told_when_it_was_copied_and_when_it_was_sent_and_how() -> None:
    at = datetime(2026, 11, 20, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert after(copied(at)) == [(FRIDAY, "Copied the thank-you letter to Dr. Maria Chen")]
    assert after(copied(at, MONDAY, "card by hand")) == [
        (FRIDAY, "Copied the thank-you letter to Dr. Maria Chen"),
        (MONDAY, "Sent the thank-you letter to Dr. Maria Chen, card by hand"),
    ]
    assert after(copied(at, FRIDAY, "e-mail")) == [
        (FRIDAY, "Copied and sent the thank-you letter to Dr. Maria Chen, e-mail")
    ]


def test_a_draft_is_not_told_of() -> None:
    assert after(replace(facts(), met=(met(),), letters=(letter(),))) == []


@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_of_letter_has_words_of_its_own(kind: LetterKind) -> None:
    sent = replace(facts(), met=(met(),), letters=(letter(1, MONDAY, kind=kind),))
    ((_, words),) = after(sent)
    others = [
        replace(facts(), met=(met(),), letters=(letter(1, MONDAY, kind=other),))
        for other in LetterKind
        if other is not kind
    ]
    assert words.endswith(" to Dr. Maria Chen")
    assert words not in [after(other)[0][1] for other in others]


def test_a_letter_to_somebody_who_is_no_longer_named_is_told_without_a_name() -> None:
    assert after(replace(facts(), letters=(letter(7, MONDAY),))) == [
        (MONDAY, "Sent the thank-you letter")
    ]


def test_a_line_of_ones_own_is_told_once_it_is_done() -> None:
    items = (own(1, "Return the badge", done_on=MONDAY), own(2, "Buy a notebook", due=THURSDAY))
    assert after(replace(facts(), own_items=items)) == [(MONDAY, "Did “Return the badge”")]


# Asking how things stand


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (Result.REACHED, "Asked how things stand, reached them"),
        (Result.VOICEMAIL, "Asked how things stand, left a voicemail"),
        (Result.GATEKEEPER, "Asked how things stand, spoke to the front desk"),
        (Result.NO_ANSWER, "Asked how things stand, no answer"),
        (Result.EMAILED, "Asked how things stand by e-mail"),
    ],
)
def test_a_try_is_told_with_what_came_of_it(result: Result, words: str) -> None:
    assert after(replace(facts(), follow_ups=(tried(1, MONDAY, result),))) == [(MONDAY, words)]


def test_a_try_is_told_with_what_was_said_and_promised() -> None:
    promise = date(2027, 1, 8)
    one = tried(1, MONDAY, Result.REACHED, said="two candidates\nare left.", promise=promise)
    assert after(replace(facts(), follow_ups=(one,))) == [
        (
            MONDAY,
            "Asked how things stand, reached them: two candidates are left."
            " They promised to decide by Fri 8 Jan 2027",
        ),
        (promise, "The day they promised to decide by"),
    ]


def test_a_try_names_whom_was_asked_for() -> None:
    one = replace(tried(1, MONDAY), person_id=1)
    assert after(replace(facts(), met=(met(),), follow_ups=(one,))) == [
        (MONDAY, "Asked Dr. Maria Chen how things stand, left a voicemail")
    ]
    assert after(replace(facts(), follow_ups=(one,))) == [
        (MONDAY, "Asked how things stand, left a voicemail")
    ]


def test_a_missed_appointment_comes_before_the_try_of_the_same_day() -> None:
    on_file = replace(facts(missed_call_on=MONDAY), follow_ups=(tried(1, MONDAY),))
    assert [words for _, words in after(on_file)] == [
        "They did not call as agreed",
        "Asked how things stand, left a voicemail",
    ]


def test_a_promised_day_is_told_before_and_after_it() -> None:
    for today in (MONDAY, THURSDAY):
        promised = facts(promised_on=date(2026, 11, 25))
        (event,) = timeline([promised], today)[1:]
        assert event == Event(
            date(2026, 11, 25), "The day they promised to decide by", ahead=today == MONDAY
        )


def test_a_promise_that_was_put_off_is_no_longer_ahead() -> None:
    old, new = date(2026, 11, 27), date(2026, 12, 4)
    on_file = replace(
        facts(promised_on=old), follow_ups=(tried(1, MONDAY, Result.REACHED, promise=new),)
    )
    days = [day for day, words in told(on_file) if words.startswith("The day")]
    assert days == [new]
    days = [day for day, words in told(on_file, today=new) if words.startswith("The day")]
    assert days == [old, new]


def test_a_promised_day_after_the_answer_came_is_not_told() -> None:
    promised = date(2026, 11, 25)
    said_no = facts(promised_on=promised, outcome=Outcome.NO, outcome_on=date(2026, 11, 24))
    assert told(said_no)[1:] == [(date(2026, 11, 24), "They said no")]
    late = facts(promised_on=promised, outcome=Outcome.NO, outcome_on=THURSDAY)
    assert [words for _, words in told(late)[1:]] == [
        "The day they promised to decide by",
        "They said no",
    ]


def test_a_follow_up_that_is_only_planned_is_told_while_it_is_ahead() -> None:
    planned = replace(tried(1, None), planned_on=THURSDAY)
    on_file = replace(facts(), follow_ups=(planned,))
    assert after(on_file, today=MONDAY) == [(THURSDAY, "A follow-up is planned")]
    assert after(on_file, today=THURSDAY) == []


# The end


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.OPEN])
def test_every_outcome_has_its_day_and_comes_before_the_references_are_told(
    outcome: Outcome,
) -> None:
    ended = replace(facts(outcome=outcome, outcome_on=MONDAY), vouching=(vouching(told_on=MONDAY),))
    (first, second) = after(ended)
    assert first[0] == MONDAY
    assert first[1]
    assert second == (MONDAY, "Told Amy Ortiz the outcome")


def test_every_outcome_has_words_of_its_own() -> None:
    ends = [one for one in Outcome if one is not Outcome.OPEN]
    words = {after(facts(outcome=one, outcome_on=MONDAY))[0][1] for one in ends}
    assert len(words) == len(ends)


def test_an_outcome_without_a_day_is_left_out() -> None:
    assert after(facts(outcome=Outcome.NO)) == []
    assert after(facts(outcome=Outcome.OPEN, outcome_on=MONDAY)) == []


# All together


def test_rounds_are_told_together_by_day() -> None:
    first = replace(facts(promised_on=MONDAY), vouching=(vouching(briefed_on=THURSDAY),))
    second = Facts(interview(date(2026, 11, 24), id=2, round=2, form=Form.VIDEO))
    third = Facts(interview(date(2026, 12, 1), id=3, round=3, felt=Felt.WELL))
    assert told(first, second, third) == [
        (FRIDAY, "Round 1: interview in person"),
        (MONDAY, "The day they promised to decide by"),
        (date(2026, 11, 24), "Round 2: interview by video"),
        (THURSDAY, "Briefed Amy Ortiz"),
        (date(2026, 12, 1), "Round 3: interview in person"),
    ]
    assert [event.ahead for event in timeline([first, second, third], THURSDAY)] == [
        *[False] * 4,
        True,
    ]


def test_no_rounds_have_no_events() -> None:
    assert timeline([], THURSDAY) == []


@CHECK
@given(any_facts(), DAYS)
def test_every_event_has_a_day_on_file_and_the_order_is_that_of_the_days(
    on_file: Facts, today: date
) -> None:
    events = timeline([on_file], today)
    assert [event.day for event in events] == sorted(event.day for event in events)
    on_record = repr(on_file)
    for event in events:
        assert event.words.strip()
        assert event.ahead == (event.day > today)
        assert repr(event.day) in on_record


# As text


def test_the_text_has_one_line_an_event_under_its_title_with_what_is_ahead_set_apart() -> None:
    on_file = replace(facts(promised_on=date(2026, 12, 2)), vouching=(vouching(briefed_on=MONDAY),))
    text = as_text(timeline([on_file], THURSDAY), THURSDAY, "Lakeside Dental, Hygienist")
    assert text == (
        "Lakeside Dental, Hygienist\n"
        "\n"
        "Fri 20 Nov  Interview in person\n"
        "Mon 23 Nov  Briefed Amy Ortiz\n"
        "\n"
        "Wed  2 Dec  The day they promised to decide by (in 6 days)"
    )


def test_days_of_another_year_keep_the_words_under_each_other() -> None:
    events = [Event(date(2026, 12, 31), "One"), Event(date(2027, 1, 1), "Two", ahead=True)]
    assert as_text(events, date(2026, 12, 31), "Oak").splitlines()[2:] == [
        "Thu 31 Dec       One",
        "",
        "Fri  1 Jan 2027  Two (tomorrow)",
    ]


def test_long_words_are_wrapped_under_themselves() -> None:
    events = [Event(FRIDAY, "Asked how things stand: " + "no decision before the holidays " * 2)]
    assert as_text(events, THURSDAY, "Oak " * 20).splitlines() == [
        " ".join(["Oak"] * 19),
        "Oak",
        "",
        "Fri 20 Nov  Asked how things stand: no decision before the holidays no",
        "            decision before the holidays",
    ]


@pytest.mark.parametrize("width", [24, 40, 76, 200])
def test_the_text_keeps_to_its_width(width: int) -> None:
    on_file = replace(facts(place="a" * 100, promised_on=THURSDAY), met=(met(1, "Bo " * 30),))
    text = as_text(timeline([on_file], MONDAY), MONDAY, "Lakeside " * 9, width)
    assert all(len(line) <= width for line in text.splitlines())
    assert "a" * 100 in "".join(text.split())


def test_the_text_of_nothing_is_its_title() -> None:
    assert as_text([], THURSDAY, "Oak") == "Oak"
