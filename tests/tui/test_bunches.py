"""Keys and clicks that come before a screen is there, after it has answered, or twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.terminal import Incoming
from tests.tui.driving import Window, opened, shows
from tests.tui.random_walk import NAMED


async def all_at_once(window: Window, *keys: str) -> None:
    """Hand over keys as a terminal does that had them waiting."""
    driver = window.app._driver
    assert driver is not None
    data = b"".join(NAMED.get(key, key.encode()) for key in keys)
    for message in Incoming().take(data):
        driver.process_message(message)
    await window.settle()


def click(column: int, row: int, times: int) -> str:
    at = f"{column + 1};{row + 1}"
    return f"\x1b[<0;{at}M\x1b[<0;{at}m" * times


@pytest.mark.parametrize(
    "keys",
    [
        ("ctrl+q",),
        ("ctrl+p", "pageup"),
        ("ctrl+p", "pagedown", "escape"),
        ("f5", "5", "]", "ctrl+q"),
        ("5", "]", "e", "escape", "q"),
        ("5", "]", "slash", "x", "]", "escape", "escape", "5", "[", "e"),
        ("5", "5", "5", "slash", "5", "escape", "escape"),
        ("5", *"]]]]", "a", "escape", "enter", "x", "]", "escape", "]", "[", "escape"),
        ("f4", "c", "f", "a", "escape", "v", "c", "escape"),
        ("f3", "down", "enter", "a", "e", "escape", "u", "escape"),
        ("question_mark", "question_mark", "f1", "f1", "escape"),
        ("o", "enter", "enter", "enter"),
        ("o", "1", "1", "escape", "escape"),
        ("o", "6", "6", "j", "enter", "o", "j", "2", "enter", "escape", "escape"),
        ("p", "enter", "escape", "s", "y", "escape"),
        ("5", "[", "enter", "enter", "escape", "u", "5", "q", "q"),
        ("5", "[", "[", "y", "s", "[", "space", "ctrl+s", "u", "escape"),
        ("f5", "question_mark", *"practise", "enter", "space", "1", "u", "e", "escape", "escape"),
    ],
    ids=" ".join,
)
async def test_keys_in_a_bunch_end_nothing(path: Path, keys: tuple[str, ...]) -> None:
    async with opened(path) as window:
        await all_at_once(window, *keys)
        assert not window.app.return_code


async def test_a_key_at_once_on_start_waits_for_the_first_screen(path: Path) -> None:
    async with opened(path) as window:
        await all_at_once(window, "ctrl+q")
        await window.until_closed()
        assert not window.app.return_code


@pytest.mark.parametrize(
    ("keys", "tab"), [("5", Where.PEOPLE), ("5]", Where.QUESTIONS), ("5[[[[", Where.TEMPLATES)]
)
async def test_a_key_for_a_screen_that_is_opening_is_for_that_screen(
    path: Path, keys: str, tab: Where
) -> None:
    async with opened(path) as window:
        await all_at_once(window, *keys, "slash", "b", "o")
        assert window.shelf.WHERE is tab
        assert window.focused == "filter"
        assert window.app.screen.query_one("#filter", Input).value == "bo"


async def choice(window: Window) -> None:
    """Open one."""
    await window.press("2")
    await window.to_line("Ask how things stand")
    await window.press("space")
    assert shows(window, Choose)


async def test_enter_twice_in_a_choice_chooses_once(path: Path) -> None:
    async with opened(path) as window:
        await choice(window)
        await all_at_once(window, "enter", "enter", "enter", "escape", "escape")
        assert window.app.screen is window.main
        assert window.rows("SELECT count(*) FROM follow_up")[0][0] <= 1


async def test_a_double_click_on_a_choice_chooses_once(path: Path) -> None:
    async with opened(path) as window:
        await choice(window)
        row = next(number for number, one in enumerate(window.lines) if "voicemail" in one)
        column = window.lines[row].index("voicemail")
        await all_at_once(window, click(column, row, 2))
        assert window.app.is_running
        assert not shows(window, Choose)


async def test_a_double_click_on_a_line_opens_it_once(path: Path) -> None:
    async with opened(path) as window:
        await window.press("1")
        before = len(window.app.screen_stack)
        await window.press("5", "escape")  # the shelf, and back: the list has the focus
        rows = window.main.query_one("#step-rows").region
        row = next(n for n, one in enumerate(window.lines) if "Amy Ortiz" in one)
        await all_at_once(window, click(rows.x + 6, row, 2))
        assert len(window.app.screen_stack) <= before + 1


async def test_a_double_click_on_a_notice_takes_it_away(path: Path) -> None:
    async with opened(path) as window:
        await window.press("ctrl+s")
        toast = window.app.screen.query_one("Toast").region
        await all_at_once(window, click(toast.x + 2, toast.y, 3))
        await window.until(lambda: window.notice == "")


class Asking(Place[int], ModalScreen[int]):
    """A screen that is asked things about what stands on it."""

    def compose(self) -> ComposeResult:
        yield Static("there", id="there")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.query_one("#there"))


async def test_a_screen_answers_once_and_its_own_answer() -> None:
    answers: list[int | None] = []
    async with App[None]().run_test() as pilot:
        below, above = Asking(), Asking()
        await pilot.app.push_screen(below, answers.append)
        await pilot.app.push_screen(above, answers.append)
        below.dismiss(1)  # it lies below: the other goes first
        assert pilot.app.screen is above
        above.dismiss(2)
        above.dismiss(3)
        below.dismiss(4)
        for _ in range(5):
            await pilot.pause()
        assert answers == [2, 1]
        assert len(pilot.app.screen_stack) == 1


async def test_a_screen_is_asked_nothing_before_it_is_there_and_after_it_has_answered() -> None:
    async with App[None]().run_test() as pilot:
        asking = Asking()
        waiting = pilot.app.push_screen(asking)
        assert asking.active_bindings == {}
        await waiting
        assert asking.takes_keys
        asking.dismiss(1)
        assert asking.active_bindings == {}
        await pilot.pause()


async def test_the_first_letter_behind_enter_on_a_line_of_the_journal_is_in_its_text(
    path: Path,
) -> None:
    """It went to the list, which was no longer asked: a letter that nobody got."""
    async with opened(path) as window:
        await window.press("4", "g")
        await window.typed("\nnothing was odd")
        await window.press("ctrl+s")
        assert window.rows("SELECT well FROM reflection") == [("nothing was odd",)]
