"""How much a reference is asked for, in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.records import Use
from afterview_tui.domain.reference_use import asked_often, words
from tests.unit.build import CHECK

TODAY = date(2026, 6, 15)
JUNE = date(2026, 6, 9)


def days(*ago: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(days=number) for number in ago)


@pytest.mark.parametrize(
    ("use", "said"),
    [
        (Use(), ""),
        (Use(days(9, 4, 0), JUNE), "briefed 3 times in 30 days, last thanked Tue 9 Jun"),
        (Use(days(9, 4)), "briefed twice in 30 days"),
        (Use(days(30)), "briefed once in 30 days"),
        (Use(days(31)), "last briefed Fri 15 May"),
        (Use(days(50, 31), JUNE), "last briefed Fri 15 May, last thanked Tue 9 Jun"),
        (Use((), JUNE), "last thanked Tue 9 Jun"),
        (Use((), date(2025, 6, 9)), "last thanked Mon 9 Jun 2025"),
        (Use(days(-1), TODAY + timedelta(days=1)), ""),
    ],
)
def test_use_in_words(use: Use, said: str) -> None:
    assert words(use, TODAY) == said


@pytest.mark.parametrize(
    ("use", "often"),
    [
        (Use(days(30, 20, 10)), True),
        (Use(days(31, 20, 10)), False),
        (Use(days(20, 10, -1)), False),
        (Use(days(3, 2, 1, 0)), True),
    ],
)
def test_three_briefs_in_thirty_days_are_often(use: Use, often: bool) -> None:
    assert asked_often(use, TODAY) is often


@given(st.lists(st.integers(-40, 80), max_size=6), st.none() | st.integers(-40, 400))
@CHECK
def test_no_use_makes_words_with_loose_ends(briefed: list[int], thanked: int | None) -> None:
    use = Use(
        days(*sorted(briefed, reverse=True)), days(thanked)[0] if thanked is not None else None
    )
    said = words(use, TODAY)
    assert said == said.strip(" ,")
    assert "1 times" not in said
    assert bool(said) == any(ago >= 0 for ago in [*briefed, -1 if thanked is None else thanked])
    assert not asked_often(use, TODAY) or "times in 30 days" in said
