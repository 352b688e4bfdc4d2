"""The line of keys: what it names works here, a click presses it, the help is never cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.binding import Binding

from afterview_tui.domain.records import Outcome
from afterview_tui.tui.interviews.preparation_page import PreparationSheet
from afterview_tui.tui.kit.action_list import ActionList
from afterview_tui.tui.kit.footer import Footer
from tests.tui.driving import Clock, Window, opened, second, shows

UNDONE = "“.*?”"


def footer(window: Window) -> Footer:
    """The footer in front."""
    return window.app.screen.query_one(Footer)


async def click_on(window: Window, words: str) -> None:
    """Click on words of the last line."""
    line = footer(window)
    at = window.part(line).index(words)
    await window.pilot.click(Footer, offset=(at, line.gutter.top))
    await window.settle()


@pytest.mark.parametrize("size", [(width, 24) for width in (30, 40, 60, 70, 80, 100, 120)])
@pytest.mark.parametrize("key", ["1", "2", "3", "4", "t"])
async def test_the_help_is_named_whole_at_every_width(
    path: Path, size: tuple[int, int], key: str
) -> None:
    async with opened(path, size=size) as window:
        await window.press(key)
        assert window.lines[-1].rstrip().endswith("? All")
        assert len(window.lines[-1]) == size[0]


@pytest.mark.parametrize(
    "keys",
    [("5",), ("5", "]"), ("5", "]", "]"), ("5", "["), ("4", "question_mark", *"practise", "enter")],
)
async def test_help_and_the_way_out_are_named_whole_on_every_page(
    path: Path, keys: tuple[str, ...]
) -> None:
    async with opened(path, size=(60, 24)) as window:
        await window.press(*keys)
        line = window.part(footer(window))
        assert "? All" in line
        assert line.rpartition("  ")[2].rpartition("? All ")[2].startswith("Esc")


async def test_what_does_not_fit_is_left_out_whole(path: Path) -> None:
    async with opened(path) as window:
        every = set(re.sub(UNDONE, "", window.lines[-1]).split())
        for width in range(120, 20, -7):
            await window.pilot.resize_terminal(width, 24)
            await window.settle()
            assert set(re.sub(UNDONE, "", window.lines[-1]).split()) <= every


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_it_names_what_would_be_undone_and_is_silent_of_undo_where_nothing_would(
    path: Path, empty: Path, width: int
) -> None:
    async with opened(path, size=(width, 24)) as window:
        assert "u Undo “added Oak" in window.lines[-1]
        await window.press("2")
        await window.to_line("Amy Ortiz")
        await window.press("d", "enter")
        assert "u Undo “set aside" in window.lines[-1]
        await window.press("u")
        assert "u Undo “added Oak" in window.lines[-1]
        await window.press("u", "u", "u", "u")
        assert window.rows("SELECT count(*) FROM interview WHERE binned_at IS NULL") == [(0,)]
        assert "Undo" not in window.lines[-1]
        await window.press("U")
        assert "u Undo “added" in window.lines[-1]


async def test_what_another_window_did_is_what_would_be_undone(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        found = other.interviews.facts(1)
        assert found is not None
        other.interviews.end(found.interview, Outcome.NO, clock.today)
        said = other.file.undoable()
        assert said
        await window.until(lambda: f"u Undo “{said[:20]}" in window.lines[-1])


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
@pytest.mark.parametrize("keys", [(), ("5",), ("5", "]"), ("5", "[")])
async def test_search_and_all_that_can_be_done_are_at_the_right_and_never_cut(
    path: Path, width: int, keys: tuple[str, ...]
) -> None:
    async with opened(path, size=(width, 20)) as window:
        await window.press(*keys)
        line = window.part(footer(window))
        assert re.search(r"/ (Search|Filter) +\? All( +Esc Back)?$", line)


@pytest.mark.parametrize("keys", [("3", "enter"), ("4", "enter"), ("n",)])
async def test_in_a_text_it_names_the_key_that_opens_the_list_there(
    path: Path, keys: tuple[str, ...]
) -> None:
    async with opened(path, size=(60, 20)) as window:
        await window.press(*keys)
        assert "F1 All" in window.part(footer(window))
        await click_on(window, "F1 All")
        assert shows(window, ActionList)


async def test_a_click_on_a_key_presses_it(path: Path) -> None:
    async with opened(path) as window:
        await click_on(window, "News")
        assert footer(window).screen is not window.main
        await click_on(window, "Back")
        assert footer(window).screen is window.main
        await click_on(window, "? All")
        assert shows(window, ActionList)


async def test_a_click_between_two_keys_does_nothing(path: Path) -> None:
    async with opened(path) as window:
        await click_on(window, " n New")
        assert window.app.screen is window.main


async def test_the_key_under_the_mouse_is_explained(path: Path) -> None:
    async with opened(path) as window:
        line = footer(window)
        at = window.lines[-1].index("n New")
        await window.pilot.hover(Footer, offset=(at, 0))
        await window.settle()
        assert str(line.tooltip) == "A new interview"
        await window.pilot.hover("#headline")
        await window.settle()
        assert line.tooltip is None


async def test_a_key_that_is_off_is_dim_and_rings(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(path) as window:
        rung: list[str] = []
        monkeypatch.setattr(window.app, "bell", lambda: rung.append("bell"))
        monkeypatch.setattr(window.main, "check_action", lambda action, _: None)
        window.main.refresh_bindings()
        await window.settle()
        assert "New" in window.lines[-1]
        await click_on(window, "New")
        assert rung == ["bell"]
        assert window.app.screen is window.main


async def test_a_key_is_no_markup(path: Path) -> None:
    async with opened(path) as window:
        words = "[b]x[/b] $5 [/boom]"
        known = window.main._bindings.key_to_bindings
        known["t"] = [Binding("t", "new_interview", words)]
        known["n"] = []
        window.main.refresh_bindings()
        await window.settle()
        assert words in window.lines[-1]


async def test_a_change_of_pane_draws_the_line_anew_and_builds_no_widget(path: Path) -> None:
    async with opened(path) as window:
        line = footer(window)
        known = set(window.main.walk_children())
        seen = set()
        for key in ("1", "2", "3", "4"):
            await window.press(key)
            seen.add(window.lines[-1])
        assert len(seen) == 4
        assert footer(window) is line
        assert set(window.main.walk_children()) == known


@pytest.mark.parametrize("pane", ["1", "2"])
async def test_a_coming_interview_has_its_preparation_in_the_line_at_80_columns(
    path: Path, pane: str
) -> None:
    async with opened(path, size=(80, 24)) as window:
        await window.press("j", pane)  # held today
        assert "p Prepare" in window.lines[-1]
        await window.press("1", "k", pane)  # held last week
        assert "p Prepare" not in window.lines[-1]
        await window.press("1", "j", "p")
        assert shows(window, PreparationSheet)
