"""Windows that are too small for anything: every screen lives in them, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driving import Window, opened

SIZES = ((0, 0), (5, 24), (12, 5), (80, 3))
PLACES = {
    "list": (),
    "what can be done": ("f1",),
    "history": ("f1", *"history", "enter"),
    "by day": ("t",),
    "new interview": ("n",),
    "news": ("o",),
    "letter": ("3", "enter"),
    "this letter": ("3", "e"),
    "to look at": ("3", "c"),
    "versions": ("3", "v"),
    "brief": ("2", "down", "enter"),
    "journal": ("4", "enter"),
    "practice": ("4", "question_mark", *"practise", "enter"),
    "people": ("5",),
    "questions": ("5", "]"),
    "stories": ("5", "]"),
    "reflections": ("5", "]"),
    "templates": ("5", "]"),
    "a template": ("5", "enter"),
    "résumé": ("5", "]"),
    "numbers": ("5", "]"),
    "bin": ("5", "]"),
    "preparation": ("p",),
    "colours": ("f1", *"colours", "enter"),
}


async def test_every_screen_lives_in_a_window_of_any_size(path: Path) -> None:
    async with opened(path, size=(80, 24)) as window:
        at_first = window.screen
        for place, keys in PLACES.items():
            await window.press(*keys)
            if place == "to look at":  # the first check loads a dictionary
                await window.until(lambda: window.app.screen is not window.main)
                await window.settle()
            before = window.screen
            assert (before == at_first) == (place == "list"), place
            for size in SIZES:
                await _resize(window, size)
                await window.press("pagedown", "pageup")
            await _resize(window, (80, 24))
            assert before.splitlines()[0] == window.lines[0].rstrip(), place
            assert window.app.is_running, place
            await window.press("escape", "escape", "escape", "1")
            assert window.app.screen is window.main, place
            assert window.focused == "interview-rows", place


@pytest.mark.parametrize("rows", range(1, 9))
async def test_a_list_of_few_lines_takes_the_keys_for_pages(path: Path, rows: int) -> None:
    async with opened(path, size=(80, rows)) as window:
        await window.press("pagedown", "pageup", "j", "pageup", "pagedown")
        assert window.app.is_running


@pytest.mark.parametrize("size", [(5, 20), (1, 1)])
@pytest.mark.parametrize("key", ["f1", "o", "p", "5", "n"])
async def test_it_opens_in_a_tiny_window_and_so_does_what_is_opened_there(
    path: Path, size: tuple[int, int], key: str
) -> None:
    async with opened(path, size=size) as window:
        await window.press(key, "pagedown")
        await _resize(window, (80, 24))
        await window.press("escape", "escape")
        assert "Lakeside Dental" in window.screen


async def _resize(window: Window, size: tuple[int, int]) -> None:
    await window.pilot.resize_terminal(*size)
    await window.settle()
