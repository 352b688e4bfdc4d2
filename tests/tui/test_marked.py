"""The interview that is marked is the one that is shown, and that the keys act on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from afterview_tui.domain.records import Outcome
from tests.tui.driving import NARROW, WIDE, Clock, Window, facts, opened, second

BINNED = "SELECT employer FROM interview WHERE binned_at IS NOT NULL"


def assert_marked_is_shown(window: Window, employer: str) -> None:
    """The mark in the list, what the desk has, and what the steps are about: all the same."""
    assert window.desk.case is not None
    assert window.desk.case.facts.interview.employer == employer
    assert window.panes.interviews.current == window.desk.selected
    assert f"Four steps · {employer}" in window.screen
    marked = [one for one in window.pane("interviews").splitlines() if "▌" in one]
    assert employer in marked[0]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_new_interview_from_today_is_the_one_that_is_marked_shown_and_deleted(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size, begin="") as window:
        await window.press("t", "n", *"Repro Co", "ctrl+s")
        assert_marked_is_shown(window, "Repro Co")
        await window.press("1")
        assert_marked_is_shown(window, "Repro Co")
        await window.press("d")
        assert window.rows(BINNED) == [("Repro Co",)]


async def test_news_of_a_new_interview_from_today_are_noted_of_it(path: Path) -> None:
    async with opened(path, begin="") as window:
        await window.press("t", "n", *"Repro Co", "ctrl+s")
        await window.press("o", "6", "enter")
        found = window.rows("SELECT employer FROM interview WHERE outcome = 'no'")
        assert found == [("Repro Co",)]


async def test_what_an_undo_leads_to_is_marked_and_shown(path: Path) -> None:
    """An undo from another pane leads to the interview whose change it was."""
    async with opened(path) as window:
        await window.press("j", "2")
        await window.to_line("Review the résumé")
        await window.press("space", "1", "k")
        assert_marked_is_shown(window, "Lakeside Dental")
        await window.press("2", "u")
        assert_marked_is_shown(window, "Oak Vision")


async def test_an_undo_in_today_puts_the_cursor_on_a_line_of_what_it_shows(path: Path) -> None:
    async with opened(path) as window:
        await window.press("j", "2")
        await window.to_line("Review the résumé")
        await window.press("space", "t")
        await window.to_line("Thank Dr. Maria Chen")
        assert window.desk.selected == 1
        await window.press("u")
        task = window.panes.today.current
        assert task is not None
        assert task.interview_id == window.desk.selected == 2
        await window.press("o", "6", "enter")
        assert window.rows("SELECT id FROM interview WHERE outcome = 'no'") == [(2,)]


async def test_whoever_comes_to_today_acts_on_the_line_with_the_cursor(path: Path) -> None:
    async with opened(path) as window:
        await window.press("t", "t", "j", "t")
        task = window.panes.today.current
        assert task is not None
        assert task.interview_id == window.desk.selected == 2


async def test_an_interview_under_the_fold_leaves_no_other_one_marked(
    path: Path, clock: Clock
) -> None:
    """What ended drops out of the list; until one moves, the mark is on its fold."""
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await window.press("2")
        one = facts(path, clock).interview
        with other.file.change("closed it long ago") as change:
            change.put(
                replace(one, outcome=Outcome.WITHDRAWN, outcome_on=one.held_on.replace(year=2024))
            )
        await window.until(lambda: window.desk.selected not in window.desk.listed.ids)
        await window.settle()
        assert window.desk.selected == 1
        assert window.panes.interviews.rows.current_id == "closed"


async def test_a_search_from_today_marks_what_it_found(path: Path) -> None:
    async with opened(path) as window:
        await window.press("t", "slash")
        await window.typed("Oak Vision")
        await window.until(lambda: "Oak Vision" in window.screen)
        await window.settle()
        await window.press("enter")
        await window.settle()
        assert_marked_is_shown(window, "Oak Vision")
        await window.press("1")
        assert_marked_is_shown(window, "Oak Vision")
