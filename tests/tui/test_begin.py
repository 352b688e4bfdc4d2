"""Where the program begins: at the line that is due first, so that one key does it."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Interview, Outcome
from afterview_tui.sample.fill import fill
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.steps.reference_card import ReferenceCard
from tests.tui.driving import NARROW, WIDE, Clock, opened, shows

SMALL = (60, 20)


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
async def test_the_first_due_task_is_opened_with_one_key(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size, begin="") as window:
        first = window.desk.agenda.due[0]
        assert window.focused == "step-rows"
        assert window.panes.steps.current == first
        await window.press("enter")
        assert window.focused == "letter"
        assert "Dr. Maria Chen" in window.pane("letter")


async def test_the_first_due_task_of_the_sample_is_opened_with_one_key(
    empty: Path, clock: Clock
) -> None:
    with closing(Store(empty, clock)) as store:
        fill(store, clock.today)
    async with opened(empty, clock=clock, begin="") as window:
        first = window.desk.agenda.due[0]
        assert (window.focused, window.panes.steps.current) == ("step-rows", first)
        before = window.screen
        await window.press("enter")
        assert window.focused != "step-rows" or window.app.screen is not window.main
        assert window.screen != before


async def test_a_line_of_an_earlier_round_is_where_it_begins(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        before = store.interviews.facts(1)
        assert before is not None
        later = Interview(employer="Lakeside Dental", held_on=date(2026, 12, 1))
        store.interviews.add_round(before, Entry(later, [], []))
    async with opened(path, clock=clock, begin="") as window:
        assert window.desk.selected == window.desk.agenda.due[0].interview_id == 1
        assert window.panes.steps.current == window.desk.agenda.due[0]


async def test_keys_that_come_before_the_first_screen_open_it_too(path: Path) -> None:
    async with opened(path, begin="") as window:
        await window.typed("j\n")
        assert window.focused == "letter" or shows(window, ReferenceCard)


async def test_with_nothing_due_it_begins_in_the_list_of_interviews(
    empty: Path, clock: Clock
) -> None:
    with closing(Store(empty, clock)) as store:
        museum = Interview(employer="Folk Museum", held_on=date(2026, 12, 4))
        store.interviews.add(Entry(museum))
    async with opened(empty, clock=clock, begin="") as window:
        assert window.desk.agenda.due == []
        assert window.focused == "interview-rows"
        assert "Folk Museum" in window.current_line


async def test_with_closed_interviews_alone_it_begins_in_the_list(
    empty: Path, clock: Clock
) -> None:
    with closing(Store(empty, clock)) as store:
        past = Interview(
            employer="Fir", held_on=date(2026, 3, 2), outcome=Outcome.NO,
            outcome_on=date(2026, 3, 9),
        )  # fmt: skip
        store.interviews.add(Entry(past))
    async with opened(empty, clock=clock, begin="") as window:
        assert window.focused == "interview-rows"
        await window.press("enter", "o", "p", "escape")
        assert window.app.is_running


async def test_an_empty_file_begins_with_the_welcome(empty: Path) -> None:
    async with opened(empty, begin="") as window:
        assert window.focused == "welcome"
        assert "After an interview there are four things to do" in window.screen
        await window.press("enter", "o", "p")
        assert window.app.screen is window.main
