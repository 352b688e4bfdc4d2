"""The mouse: a click selects, a second one opens, the right button opens the list of actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual import events

from afterview_tui.tui.kit.action_list import ActionList
from afterview_tui.tui.kit.rows import RIGHT, Rows
from afterview_tui.tui.terminal import Incoming
from tests.tui.driving import Window, opened


async def click(window: Window, words: str, *, button: int = 1, times: int = 1) -> None:
    """Click on these words, wherever they stand first."""
    row = next(at for at, one in enumerate(window.lines) if words in one)
    at = (window.lines[row].index(words) + 1, row)
    await window.pilot.click(offset=at, button=button, times=times)
    await window.settle()


async def test_a_click_selects_a_line_and_a_second_one_opens_it(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await click(window, "Amy Ortiz")
        assert "Amy Ortiz" in window.current_line
        assert len(window.app.screen_stack) == 1
        await click(window, "Amy Ortiz")
        assert len(window.app.screen_stack) == 2  # her card


async def test_the_first_click_in_another_pane_opens_nothing(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Amy Ortiz")
        await window.press("1")
        await click(window, "Amy Ortiz")
        assert window.focused == "step-rows"
        assert len(window.app.screen_stack) == 1


@pytest.mark.parametrize("times", [2, 3])
async def test_a_double_click_opens_a_line_once(path: Path, times: int) -> None:
    async with opened(path) as window:
        await window.press("2")
        await click(window, "Amy Ortiz", times=times)
        assert len(window.app.screen_stack) == 2


async def test_the_right_button_opens_the_list_of_what_can_be_done_with_the_line(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.press("1")
        await click(window, "Amy Ortiz", button=RIGHT)
        assert isinstance(window.app.screen, ActionList)
        assert "Amy Ortiz" in window.screen
        await window.press("escape")
        assert "Amy Ortiz" in window.current_line


async def test_a_letter_that_is_sent_is_read_by_a_click_and_not_written_in(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "space", "space", "[")
        assert "✓ sent" in window.pane("letter")
        await click(window, "Dear ")
        assert window.focused == "letter"
        assert "Space Sent" in window.lines[-1]


async def test_a_click_where_a_line_was_painted_that_has_gone_meanwhile_does_nothing(
    path: Path,
) -> None:
    async with opened(path) as window:
        rows = window.main.query_one("#interview-rows", Rows)
        before, gone = rows.highlighted, Style.from_meta({"option": rows.option_count + 3})
        rows.on_click(events.Click(rows, 1, 1, 0, 0, 1, False, False, False, style=gone))
        await window.settle()
        assert rows.highlighted == before
        assert window.app.return_code is None


async def click_at_the_terminal(window: Window, words: str) -> None:
    """A click as the terminal sends it: on its way it passes the app."""
    row = next(at for at, one in enumerate(window.lines) if words in one)
    at = f"{window.lines[row].index(words) + 2};{row + 1}"
    driver = window.app._driver
    assert driver is not None
    for message in Incoming().take(f"\x1b[<0;{at}M\x1b[<0;{at}m".encode()):
        driver.process_message(message)
    await window.settle()


async def test_a_click_before_all_panes_are_there_does_nothing(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Dr. Maria Chen")
        window.panes.is_whole = False  # as at the start, for the tenth of a second that it takes
        await click_at_the_terminal(window, "Amy Ortiz")
        assert "Dr. Maria Chen" in window.current_line
        window.panes.is_whole = True
        await click_at_the_terminal(window, "Amy Ortiz")
        assert "Amy Ortiz" in window.current_line
