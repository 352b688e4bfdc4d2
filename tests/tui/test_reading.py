"""A page to read: it scrolls, can be copied, and keeps to its width."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterview_tui.domain.text import clean
from afterview_tui.tui.kit.action_list import ActionList
from afterview_tui.tui.kit.reading_page import Reading
from tests.tui.driving import NARROW, WIDE, Window, opened

SIZES = [WIDE, NARROW, (60, 20)]
EVERY_SIZE = pytest.mark.parametrize("size", SIZES)
LONG = "\n".join(f"line {number}" for number in range(100))


async def read(window: Window, page: Reading) -> list[None]:
    """Open a page; its answer is put into what is returned."""
    answers: list[None] = []
    window.app.push_screen(page, answers.append)
    await window.settle()
    return answers


def shown(window: Window) -> list[str]:
    """The lines of the page that are in view."""
    return [line.strip("│▁▂▃▄▅▆▇█ ") for line in window.lines_of("#page-text").splitlines()]


@EVERY_SIZE
async def test_a_short_page_is_as_high_as_its_text(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await read(window, Reading("Lakeside Dental", "First\n\n  second", "x"))
        assert shown(window) == ["First", "", "second"]
        assert "Lakeside Dental" in window.lines_of("#page").splitlines()[0]
        assert "y Copy" in window.lines_of("#page").splitlines()[-2]
        assert "Esc Close" in window.lines_of("#page").splitlines()[-2]


@EVERY_SIZE
async def test_a_long_page_scrolls_by_lines_by_pages_and_to_its_ends(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await read(window, Reading("Long", LONG, "x"))
        page = len(shown(window))
        assert shown(window)[0] == "line 0"
        for key, first in [
            ("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0),
            ("pagedown", page), ("pagedown", 2 * page), ("pageup", page),
            ("G", 100 - page), ("g", 0), ("end", 100 - page), ("j", 100 - page), ("home", 0),
        ]:  # fmt: skip
            await window.press(key)
            assert shown(window)[0] == f"line {first}", key
        assert "Esc Close" in window.lines_of("#page")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_a_page_closes_and_the_focus_is_where_it_was(path: Path, key: str) -> None:
    async with opened(path) as window:
        await window.press("2")
        before = window.focused
        answers = await read(window, Reading("Long", LONG, "x"))
        await window.press(key)
        assert answers == [None]
        assert window.app.screen is window.main
        assert window.focused == before


async def test_y_copies_the_whole_page_to_a_file_of_its_name(path: Path) -> None:
    async with opened(path) as window:
        await read(window, Reading("Long", LONG, "Oak timeline"))
        await window.press("G", "y")
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts == [LONG]
        assert window.clipboard.files[0].stem == "oak-timeline"
        await window.says("Copied")
        assert isinstance(window.app.screen, Reading)


async def test_a_text_is_laid_out_for_the_page_and_copied_at_the_width_of_an_email(
    path: Path,
) -> None:
    async with opened(path, size=NARROW) as window:
        await read(window, Reading("Wide", lambda width: "=" * width, "x"))
        assert shown(window) == ["=" * 76]
        await window.pilot.resize_terminal(60, 20)
        await window.settle()
        assert shown(window) == ["=" * 56]
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts == ["=" * 76]


@pytest.mark.parametrize("size", [(20, 5), (10, 3)])
async def test_a_page_in_a_tiny_window_is_no_error(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        answers = await read(window, Reading("Wide", lambda width: "word " * width, "x"))
        await window.press("f1", "j", "pagedown", "pageup", "G", "f1", "escape")
        assert answers == [None]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[/boom] [A b] [b]x[/b] $5{x}\\[", "[/boom] [A b] [b]x[/b] $5{x}\\["),
        ("a\x1b]52;c;Ym9vbQ==\x07b\x9b31mc\x1b[31m\u202ed\x00 東京", "abcd 東京"),
    ],
)
@pytest.mark.parametrize("is_laid_out", [True, False])
async def test_hostile_text_is_shown_and_copied_safely(
    path: Path, text: str, kept: str, is_laid_out: bool
) -> None:
    async with opened(path) as window:
        page = Reading(text, (lambda _: text) if is_laid_out else text, text)
        await read(window, page)
        assert shown(window) == [kept]
        assert kept in window.lines_of("#page").splitlines()[0]
        assert all(clean(line) == line for line in window.lines)
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts == [kept]
        (file,) = window.clipboard.files
        assert clean(file.name) == file.name
        assert file.parent.parent == path.parent


@pytest.mark.parametrize("key", ["question_mark", "f1", "ctrl+p"])
async def test_what_can_be_done_with_a_page_is_listed_over_it(path: Path, key: str) -> None:
    async with opened(path) as window:
        await window.choose("History")
        await window.press(key)
        assert isinstance(window.app.screen, ActionList)
        assert "HERE · History" in window.screen
        assert "Copy the page" in window.screen
        await window.press("escape")
        assert isinstance(window.app.screen, Reading)
