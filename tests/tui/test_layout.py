"""Every size from a wide window to a sliver: what shows, what fits, what can be reached."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual import events

from afterview_tui.tui.keys_in_order import SMALLEST
from afterview_tui.tui.main.pane_names import Strip
from tests.tui.driving import NARROW, Window, furnish, opened

PANES = ("interviews", "steps", "letter", "journal")
NAMES = ("1 Interviews", "2 Four steps", "3 Letter", "4 Journal")
SMALL = (60, 20)


def shown(window: Window) -> list[str]:
    """The panes that are on the screen with an inside."""
    regions = {name: window.main.query_one(f"#{name}").region for name in PANES}
    return [name for name, region in regions.items() if region.width > 2 and region.height > 2]


def strip(window: Window) -> str:
    """The line that names the panes."""
    return window.lines[1]


async def test_a_wide_window_shows_four_panes_and_no_strip(path: Path) -> None:
    async with opened(path, painted=True) as window:
        assert shown(window) == list(PANES)
        for name, title in zip(PANES, NAMES, strict=True):
            assert title in window.pane(name).splitlines()[0]
        assert not window.main.query_one("#strip").display


@pytest.mark.parametrize("size", [NARROW, SMALL, (95, 40), (120, 27)])
async def test_a_small_window_shows_one_or_two_panes_and_names_all_four(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size, painted=True) as window:
        assert shown(window) == ["interviews", "steps"]
        for name in NAMES:
            assert name in strip(window)
        assert "[1 Interviews]" in strip(window)
        assert "[2 Four steps]" in strip(window)
        await window.press("3")
        assert shown(window) == ["letter"]
        assert "[3 Letter]" in strip(window)
        assert "[1 Interviews]" not in strip(window)
        await window.press("4")
        assert shown(window) == ["journal"]


async def test_a_letter_is_at_least_sixty_columns_wide_at_eighty(path: Path) -> None:
    async with opened(path, size=NARROW, painted=True) as window:
        await window.press("3")
        assert window.panes.letter.writer.content_size.width >= 60
        assert window.panes.letter.writer.content_size.height >= 12


@pytest.mark.parametrize("size", [(120, 36), NARROW, SMALL])
async def test_every_pane_is_reached_with_its_number_and_its_f_key(
    path: Path, size: tuple[int, int]
) -> None:
    focus = ("interview-rows", "step-rows", "letter", "journal-rows")
    async with opened(path, size=size, painted=True) as window:
        for number in (3, 1, 4, 2, 3):
            await window.press(str(number))
            assert window.focused == focus[number - 1]
            assert PANES[number - 1] in shown(window)
        for number in (1, 4, 2, 3):
            await window.press(f"f{number + 1}")
            assert window.focused == focus[number - 1]


@pytest.mark.parametrize("size", [(120, 36), SMALL])
async def test_while_typing_f_keys_lead_out_and_numbers_are_text(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size, painted=True) as window:
        for key, focus in (("f2", "interview-rows"), ("f3", "step-rows"), ("f5", "journal-rows")):
            await window.press("f4", "enter")
            assert window.focused == "letter-text"
            await window.press(key)
            assert window.focused == focus
        await window.press("f5", "enter")
        await window.typed("1234 jknuyqzo?")
        assert window.panes.journal.writer.text == "1234 jknuyqzo?"
        await window.press("f4")
        assert window.focused == "letter"


async def test_a_list_that_is_left_before_it_has_room_is_not_found_scrolled(empty: Path) -> None:
    """What fits above the line under the cursor was out of view, with `3` typed at the start."""
    async with opened(empty, size=NARROW, begin="") as window:
        furnish(empty, window.clock)
        window.desk.read()
        await window.press("3")
        assert shown(window) == ["letter"]
        await window.press("2")
        assert "Dr. Maria Chen" in window.current_line
        assert "References" in window.pane("steps").splitlines()[1]


async def test_in_a_window_that_is_made_lower_the_cursor_stays_in_view(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("2", "G")
        assert "Decide what to do" in window.current_line
        await window.pilot.resize_terminal(80, 19)
        await window.settle()
        assert "Decide what to do" in window.pane("steps")


async def test_tab_goes_round_the_panes(path: Path) -> None:
    async with opened(path, painted=True) as window:
        seen = []
        for _ in range(8):
            await window.press("tab")
            seen.append(window.focused)
        assert {"interview-rows", "step-rows", "letter", "journal-rows"} <= set(seen)
        assert "letter-text" not in seen  # Tab would not leave it


@pytest.mark.parametrize("size", [(120, 36), NARROW])
async def test_z_gives_a_pane_the_whole_screen_and_escape_takes_it_back(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size, painted=True) as window:
        for key, pane in zip("1234", PANES, strict=True):
            await window.press(key)
            before = shown(window)
            await window.press("z")
            assert shown(window) == [pane]
            assert window.main.query_one(f"#{pane}").region.width == size[0]
            await window.press("escape")
            assert shown(window) == before
        await window.press("z", "z")
        assert shown(window) == before


async def test_a_zoomed_letter_is_left_before_the_zoom_is(path: Path) -> None:
    async with opened(path, painted=True) as window:
        await window.press("3", "z", "enter")
        await window.typed("Mine")
        await window.press("escape")
        assert window.focused == "letter"
        assert shown(window) == ["letter"]
        await window.press("escape")
        assert shown(window) == list(PANES)


async def test_the_strip_names_all_that_there_is_room_for_once_it_is_wide_again(path: Path) -> None:
    """After a very small window it stayed short: what it was told then was told last."""
    async with opened(path, size=(20, 6), painted=True) as window:
        panes, strip_of = window.panes, window.main.query_one(Strip)
        await resized(window, NARROW)
        assert "5 Shelf" in strip(window)
        strip_of._say_names(20)
        assert "5 Shelf" not in str(strip_of._said)
        strip_of.post_message(events.Resize(strip_of.size, strip_of.size))
        await window.settle()
        assert "5 Shelf" in strip(window)
        assert panes.shown == {"interviews", "steps"}


async def resized(window: Window, size: tuple[int, int]) -> None:
    await window.pilot.resize_terminal(*size)
    await window.until(lambda: len(window.lines) == size[1])


@pytest.mark.parametrize("keys", [[], ["3", "enter"], ["4", "enter"], ["n"], ["question_mark"]])
async def test_no_size_breaks_the_screen(path: Path, keys: list[str]) -> None:
    async with opened(path, painted=True) as window:
        await window.press(*keys)
        for size in ((20, 5), (10, 3), (200, 60), (60, 20), (120, 36)):
            await resized(window, size)
            # Of a window narrower than any layout a part is seen.
            assert all(len(line) <= max(SMALLEST.width, size[0]) for line in window.lines)
        await window.press("escape", "escape", "escape", "1")
        assert shown(window) == list(PANES)
        assert "Lakeside Dental" in window.pane("interviews")


async def test_what_is_typed_survives_every_size(path: Path) -> None:
    async with opened(path, painted=True) as window:
        await window.press("4", "enter")
        await window.typed("One ")
        await window.pilot.resize_terminal(10, 3)
        await window.settle()
        await window.typed("two ")
        await window.pilot.resize_terminal(200, 60)
        await window.settle()
        await window.typed("three")
        await window.press("escape")
        assert window.rows("SELECT well FROM reflection") == [("One two three",)]


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_a_form_can_be_filled_in_and_saved_in_a_small_window(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size, painted=True) as window:
        await window.press("n")
        for name in ("employer", "role", "when", "met", "felt", "references", "promised", "place"):
            entry = window.entry(name)
            entry.focus()
            await window.settle()
            fields = window.app.screen.query_one("#fields").region
            assert fields.overlaps(entry.region)
            assert fields.y <= entry.region.y < fields.bottom
        assert "Ctrl+S" in window.lines[-2] + window.lines[-1] + window.screen
        await window.fill("employer", "Hill School")
        await window.press("ctrl+s")
        assert ("Hill School",) in window.rows("SELECT employer FROM interview")


async def test_the_footer_shows_the_keys_that_work_here(path: Path) -> None:
    async with opened(path, painted=True) as window:
        assert "n New" in window.lines[-1]
        assert "? All" in window.lines[-1]
        await window.press("3", "enter")
        assert "Esc Leave" in window.lines[-1]
        for key in ("Tab Next part", "F8 Begin", "Ctrl+N Note in", "Ctrl+T Take out"):
            assert key in window.lines[-1]
        assert "F7" not in window.lines[-1]
        assert "n New" not in window.lines[-1]
        assert "u Undo" not in window.lines[-1]
        await window.press("escape", "2")
        assert "Space Done" in window.lines[-1]
        assert "Esc Leave" not in window.lines[-1]


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "t"])
async def test_at_80_columns_the_footer_of_every_pane_still_shows_undo_search_and_the_list(
    path: Path, key: str
) -> None:
    async with opened(path, size=NARROW, painted=True) as window:
        await window.press(key)
        assert "u Undo" in window.lines[-1]
        assert re.search(r"/ Search +\? All$", window.lines[-1].rstrip())


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "t"])
async def test_at_60_columns_search_and_the_list_are_never_cut(path: Path, key: str) -> None:
    async with opened(path, size=(60, 20), painted=True) as window:
        await window.press(key)
        assert re.search(r"/ Search +\? All$", window.lines[-1].rstrip())


async def test_without_colour_marks_and_words_still_tell(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(path, painted=True) as window:
        assert window.app.no_color
        await window.press("3", "space", "space", "2")
        assert "✓ Dr. Maria Chen" in window.pane("steps")
        assert "○ Jo Park" in window.pane("steps")
        rows = window.app.focused
        assert rows is not None
        assert rows.get_component_rich_style("option-list--option-highlighted").reverse


async def test_the_headline_keeps_to_its_line(path: Path) -> None:
    for width in (120, 80, 60, 30):
        async with opened(path, size=(width, 24), painted=True) as window:
            assert len(window.lines[0]) == width
            assert "Mon 23 Nov 2026" in window.lines[0]
