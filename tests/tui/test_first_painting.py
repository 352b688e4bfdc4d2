"""From the first painting until all panes are there."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

import pytest

from afterview_tui.storage.store import Store
from afterview_tui.tui.app import AfterviewApp
from afterview_tui.tui.letter.letter_pane import LetterPane
from afterview_tui.tui.main.panes import Panes
from tests.tui.driving import ZONE, Clipboard, Clock, Desktop, Window
from tests.tui.patience import within


async def test_the_letter_of_the_line_under_the_cursor_is_shown_once_there_is_a_pane_for_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, complete = asyncio.Event(), Panes.complete

    async def held(panes: Panes) -> None:
        await gate.wait()
        await complete(panes)

    monkeypatch.setattr(Panes, "complete", held)
    clock = Clock()
    with closing(Store(path, clock)) as store:
        app = AfterviewApp(store, clock, lambda: ZONE, copier=Clipboard(), opener=Desktop())
        async with within(60), app.run_test(size=(120, 36)) as pilot:
            window = Window(app, pilot, path, clock, Clipboard(), Desktop())
            steps = window.panes.steps
            while not steps._going_along.is_pending:  # the focus is on the line due first
                await asyncio.sleep(0.01)
            steps._going_along._fire()
            assert steps._going_along.is_pending
            gate.set()
            await window.settle()
            assert app.return_code is None
            assert "Dear Dr. Chen" in window.panes.letter.text


async def test_an_end_that_comes_before_the_letter_pane_is_filled_is_no_mistake(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is mounted while the program ends gets nothing into it.
    monkeypatch.setattr(LetterPane, "compose", lambda _: iter(()))
    monkeypatch.setattr(LetterPane, "on_mount", lambda _: None)
    clock = Clock()
    with closing(Store(path, clock)) as store:
        app = AfterviewApp(store, clock, lambda: ZONE, copier=Clipboard(), opener=Desktop())
        async with within(60), app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            app.exit()
    assert app._exception is None
    assert app.return_code == 0
