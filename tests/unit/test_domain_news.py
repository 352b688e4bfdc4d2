"""News from an employer: what is so, what becomes of the facts, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.news import (
    Heard,
    News,
    day_of,
    follows,
    in_words,
    is_news,
    noted,
    now,
)
from afterview_tui.domain.records import (
    Adjustment,
    Facts,
    FollowUp,
    Outcome,
    Reflection,
    Result,
)
from afterview_tui.domain.steps.follow_up import missed_call, missed_key, promise
from afterview_tui.domain.tasks import tasks
from tests.unit.build import FRIDAY, MONDAY, by_hand, facts, interview, vouching

TUESDAY = date(2026, 11, 24)
DECEMBER = date(2026, 12, 1)
TRIED = FollowUp(
    id=7, interview_id=1, done_on=MONDAY, result=Result.REACHED, said="soon", new_promise=DECEMBER
)
MISSED = facts(missed_call_on=MONDAY)
OFFER = facts(outcome=Outcome.OFFER, outcome_on=FRIDAY, answer_by=TUESDAY)


@pytest.mark.parametrize(
    ("on_file", "heard"),
    [
        (facts(), Heard.WAITING),
        (MISSED, Heard.MISSED),
        (replace(facts(), next_round_on=DECEMBER), Heard.ROUND),
        (OFFER, Heard.OFFER),
        (facts(outcome=Outcome.ACCEPTED), Heard.ACCEPTED),
        (facts(outcome=Outcome.DECLINED), Heard.DECLINED),
        (facts(outcome=Outcome.NO), Heard.NO),
        (facts(outcome=Outcome.WITHDRAWN), Heard.WITHDRAWN),
        (facts(outcome=Outcome.QUIET), Heard.QUIET),
    ],
)
def test_what_was_heard_last_is_known_of_every_state(on_file: Facts, heard: Heard) -> None:
    assert now(on_file) is heard
    same = News(heard, day_of(on_file, heard))
    assert not is_news(on_file, same)
    assert follows(on_file, same, MONDAY) == "nothing changes"


@pytest.mark.parametrize("heard", [one for one in Heard if one is not Heard.ROUND])
@pytest.mark.parametrize(
    "on_file",
    [
        facts(),
        MISSED,
        OFFER,
        *(facts(outcome=o, outcome_on=FRIDAY) for o in Outcome if o != "open"),
    ],
)
def test_what_is_noted_is_so_from_then_on(on_file: Facts, heard: Heard) -> None:
    if heard is Heard.MISSED and on_file.interview.outcome not in (Outcome.OPEN, Outcome.QUIET):
        return  # a decision stands, whoever forgot to call
    after = noted(on_file, News(heard), MONDAY)
    assert now(after) is heard
    if heard is not now(on_file) and heard not in (Heard.WAITING, Heard.MISSED):
        assert after.interview.outcome_on == MONDAY


def test_the_day_of_an_outcome_stays_when_only_its_answer_is_put_off() -> None:
    after = noted(OFFER, News(Heard.OFFER, DECEMBER), MONDAY)
    assert (after.interview.outcome_on, after.interview.answer_by) == (FRIDAY, DECEMBER)


def test_a_day_to_answer_by_is_for_an_offer_alone() -> None:
    assert noted(OFFER, News(Heard.ACCEPTED), MONDAY).interview.answer_by is None


def test_a_day_takes_the_place_of_the_one_that_was_named_last() -> None:
    on_file = replace(facts(promised_on=MONDAY), follow_ups=(TRIED,))
    after = noted(on_file, News(Heard.WAITING, TUESDAY), MONDAY)
    assert promise(after) == TUESDAY
    assert after.interview.promised_on == MONDAY
    assert after.follow_ups == (replace(TRIED, new_promise=TUESDAY),)
    assert promise(noted(facts(), News(Heard.WAITING, TUESDAY), MONDAY)) == TUESDAY


def test_who_is_heard_of_after_a_missed_call_is_not_asked_for_a_new_time() -> None:
    after = noted(MISSED, News(Heard.WAITING, DECEMBER), TUESDAY)
    assert after.interview.missed_call_on == MONDAY  # it happened, and the history tells it
    assert "Ask for a new time" not in {task.name for task in tasks(after, TUESDAY)}


def test_a_call_is_missed_again_on_a_day_that_was_settled_before() -> None:
    settled = Adjustment(interview_id=1, task=missed_key(MONDAY), done_on=MONDAY)
    after = noted(replace(facts(), adjustments=(settled,)), News(Heard.MISSED), MONDAY)
    assert missed_call(after) == MONDAY


def test_whoever_had_an_appointment_goes_on_waiting() -> None:
    quiet = facts(outcome=Outcome.QUIET, outcome_on=FRIDAY)
    after = noted(quiet, News(Heard.MISSED, FRIDAY), MONDAY).interview
    assert (after.outcome, after.outcome_on) == (Outcome.OPEN, None)
    assert after.missed_call_on == FRIDAY


def test_their_words_for_a_no_are_added_to_the_journal() -> None:
    on_file = replace(facts(), reflection=Reflection(1, 1, why_not="More years"))
    after = noted(on_file, News(Heard.NO, said="Somebody from inside"), MONDAY)
    assert after.reflection.why_not == "More years\nSomebody from inside"
    assert after.interview.notes == on_file.interview.notes


def test_all_other_words_are_added_to_the_notes_with_their_day() -> None:
    on_file = facts(notes="Thirty hours")
    after = noted(on_file, News(Heard.OFFER, said="from January"), MONDAY)
    assert after.interview.notes == "Thirty hours\nMon 23 Nov 2026, an offer: from January"
    assert after.reflection == on_file.reflection


AMY = vouching(briefed_on=FRIDAY)
WITH_AMY = replace(facts(), vouching=(AMY,))


@pytest.mark.parametrize(
    ("on_file", "news", "said"),
    [
        (
            WITH_AMY,
            News(Heard.OFFER, TUESDAY),
            "“Answer the offer” is due Tue 24 Nov, tomorrow; 2 lines more; tell Amy Ortiz;"
            " 1 line falls away",
        ),
        (
            facts(),
            News(Heard.WAITING, DECEMBER),
            "“Ask how things stand” is due Wed 2 Dec, in 9 days",
        ),
        (facts(), News(Heard.MISSED), "“Ask for a new time” is due Mon 23 Nov, today"),
        (
            facts(),
            News(Heard.NO),
            "“Ask which areas could be stronger” is due Tue 24 Nov, tomorrow; 1 line falls away",
        ),
        (
            facts(),
            News(Heard.NO, said="more years"),
            "“Ask which areas could be stronger” is due Tue 24 Nov, tomorrow; 1 line falls away;"
            " their words go into the journal",
        ),
        (facts(), News(Heard.QUIET), "1 line falls away"),
        (
            facts(round=2),
            News(Heard.ROUND),
            "the form for round 3 opens; the people come along",
        ),
    ],
)
def test_what_follows_is_read_from_the_lines_of_the_steps(
    on_file: Facts, news: News, said: str
) -> None:
    assert follows(on_file, news, MONDAY) == said


# What is odd about an offer, and what it means for the others

OAK = facts(id=2, employer="Oak Vision")
ELM, ASH = facts(id=3, employer="Elm Labs"), facts(id=4, employer="Ash Clinic")
TAKEN = facts(outcome=Outcome.ACCEPTED, outcome_on=FRIDAY)
A_NO = facts(outcome=Outcome.NO, outcome_on=FRIDAY)


@pytest.mark.parametrize(
    ("on_file", "news", "said"),
    [
        pytest.param(
            facts(),
            News(Heard.OFFER, FRIDAY),
            "that day has passed, so ask whether the offer still stands",
            id="an answer-by day in the past",
        ),
        pytest.param(
            facts(), News(Heard.OFFER), "no day yet, so ask them for one", id="no day at all"
        ),
        pytest.param(
            A_NO, News(Heard.OFFER, DECEMBER), "their no no longer stands", id="a no turns round"
        ),
        pytest.param(
            OFFER, News(Heard.NO), "their offer no longer stands", id="an offer is taken back"
        ),
        pytest.param(
            replace(facts(), elsewhere=(interview(id=2, employer="Oak", outcome=Outcome.OFFER),)),
            News(Heard.OFFER, DECEMBER),
            "there is an offer from Oak, too",
            id="two offers at once",
        ),
    ],
)
def test_what_is_odd_about_an_offer_is_said_first(on_file: Facts, news: News, said: str) -> None:
    assert follows(on_file, news, MONDAY).startswith(said)


@pytest.mark.parametrize("day", [MONDAY, DECEMBER])
def test_a_day_that_has_not_passed_is_not_doubted(day: date) -> None:
    assert follows(facts(), News(Heard.OFFER, day), MONDAY).startswith("“Answer the offer”")


def elsewhere(on_file: Facts, heard: Heard, *others: Facts) -> list[str]:
    """What is said about the others."""
    said = follows(on_file, News(heard, DECEMBER), MONDAY, others).split("; ")
    return [one for one in said if not one.startswith(("“", "tell Amy")) and " line" not in one]


def test_the_others_that_are_open_are_named_as_those_to_tell_of_an_offer() -> None:
    closed = facts(id=5, employer="Yew Group", outcome=Outcome.NO)
    assert elsewhere(facts(), Heard.OFFER, facts(), OAK, closed) == [
        "tell Oak Vision that you have an offer"
    ]
    assert elsewhere(facts(), Heard.OFFER, OAK, ELM, ASH) == [
        "tell Oak Vision, Elm Labs and 1 more that you have an offer"
    ]


def test_the_others_that_are_open_are_named_as_those_to_withdraw_from() -> None:
    offer = facts(id=5, employer="Yew Group", outcome=Outcome.OFFER, outcome_on=FRIDAY)
    assert elsewhere(OFFER, Heard.ACCEPTED, OFFER, OAK, offer) == [
        "withdraw at Oak Vision",
        "decline the offer of Yew Group",
    ]


def test_a_round_before_and_one_that_goes_on_in_any_case_are_not_withdrawn_from() -> None:
    second = replace(OFFER, interview=replace(OFFER.interview, follows_id=2))
    goes_on = replace(ELM, adjustments=(by_hand("withdraw", set_aside_on=FRIDAY),))
    assert elsewhere(second, Heard.ACCEPTED, second, OAK, goes_on) == []


@pytest.mark.parametrize("heard", [Heard.WAITING, Heard.NO, Heard.DECLINED])
def test_what_rested_elsewhere_comes_back_when_the_job_is_not_taken_after_all(
    heard: Heard,
) -> None:
    assert "what rested at Oak Vision comes back" in elsewhere(TAKEN, heard, TAKEN, OAK)


@pytest.mark.parametrize(
    ("heard", "before", "words"),
    [
        (Heard.NO, Heard.OFFER, "Oak took its offer back"),
        (Heard.NO, Heard.ACCEPTED, "Oak took its offer back"),
        (Heard.NO, Heard.WAITING, "a no from Oak"),
        (Heard.OFFER, Heard.NO, "an offer after all from Oak"),
        (Heard.OFFER, Heard.WAITING, "an offer from Oak"),
        (Heard.WITHDRAWN, Heard.OFFER, "you withdrew at Oak"),
    ],
)
def test_what_turned_round_is_said_as_that(heard: Heard, before: Heard, words: str) -> None:
    assert in_words(heard, "Oak", before) == words
