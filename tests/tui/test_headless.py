"""The tests' own window paints less often than a terminal, and sees as much."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.driving import opened


class Torn(Static):
    """Cannot be drawn."""

    def render(self) -> str:
        raise RuntimeError("torn")


async def show_torn(path: Path, *, painted: bool) -> None:
    async with opened(path, painted=painted) as window:
        await window.main.mount(Torn())
        await window.settle()


@pytest.mark.parametrize("painted", [False, True])
async def test_what_cannot_be_drawn_fails_a_test_that_does_not_look(
    path: Path, painted: bool
) -> None:
    with pytest.raises(RuntimeError, match="torn"):
        await show_torn(path, painted=painted)


async def test_a_test_that_looks_sees_the_change_that_nobody_waited_for(path: Path) -> None:
    async with opened(path) as window:
        window.main.query_one("#headline", Static).update("Just now")
        assert "Just now" in window.screen


@pytest.mark.parametrize("painted", [False, True])
async def test_the_screen_behind_a_dialog_is_seen(path: Path, painted: bool) -> None:
    async with opened(path, painted=painted) as window:
        top = window.lines[0]
        await window.press("1", "o")
        assert window.lines[0] == top
