"""What follows from how an interview ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.records import Outcome
from afterview_tui.domain.steps.outcome import has_lapsed, is_closed
from tests.unit.build import FRIDAY, MONDAY, by_hand, facts, interview


@pytest.mark.parametrize(
    ("outcome", "closed"),
    [
        (Outcome.OPEN, False),
        (Outcome.OFFER, False),
        (Outcome.ACCEPTED, True),
        (Outcome.DECLINED, True),
        (Outcome.NO, True),
        (Outcome.WITHDRAWN, True),
        (Outcome.QUIET, True),
    ],
)
def test_an_offer_is_not_an_end(outcome: Outcome, closed: bool) -> None:
    assert is_closed(interview(outcome=outcome)) is closed


@pytest.mark.parametrize(
    ("outcome_on", "last_day", "lapsed_on"),
    [
        pytest.param(MONDAY, date(2026, 12, 23), date(2026, 12, 24), id="Monday"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 30), date(2027, 1, 31), id="year end"),
        pytest.param(date(2028, 2, 1), date(2028, 3, 2), date(2028, 3, 3), id="leap day"),
        pytest.param(None, date(2026, 12, 20), date(2026, 12, 21), id="from the interview"),
    ],
)
def test_a_month_after_the_end_nothing_is_asked_any_more(
    outcome_on: date | None, last_day: date, lapsed_on: date
) -> None:
    on_file = facts(FRIDAY, outcome=Outcome.NO, outcome_on=outcome_on)
    assert not has_lapsed(on_file, last_day)
    assert has_lapsed(on_file, lapsed_on)


@pytest.mark.parametrize("outcome", [Outcome.OPEN, Outcome.OFFER])
def test_what_has_not_ended_never_lapses(outcome: Outcome) -> None:
    assert not has_lapsed(facts(outcome=outcome, outcome_on=MONDAY), date(2036, 1, 1))


def test_a_date_set_by_hand_keeps_it_for_another_month() -> None:
    moved = by_hand("resume", moved_to=date(2026, 12, 31))
    on_file = replace(facts(outcome=Outcome.NO, outcome_on=MONDAY), adjustments=(moved,))
    assert not has_lapsed(on_file, date(2027, 1, 30))
    assert has_lapsed(on_file, date(2027, 1, 31))
