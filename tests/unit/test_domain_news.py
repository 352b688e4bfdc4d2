"""News from an employer: what is so, what becomes of the facts, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.news import Heard, News, day_of, follows, is_news, noted, now
from afterview_tui.domain.records import Adjustment, Facts, FollowUp, Outcome, Reflection, Result
from afterview_tui.domain.steps.follow_up import missed_call, missed_key, promise
from afterview_tui.domain.tasks import tasks
from tests.unit.build import FRIDAY, MONDAY, facts, vouching

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
            "1 line falls away; their words go into the journal",
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
