"""Looking around in the sample from an empty file, and coming back to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_who_quits_in_the_sample_has_quit(home: Path, empty: Path, key: str) -> None:
    with Terminal(empty, home) as terminal:
        terminal.wait_for("enter your first interview")
        terminal.press("enter")
        terminal.wait_for("sample data, Esc leads back to your file")
        terminal.wait_for("Lakeside Dental")
        terminal.press(key)
        assert terminal.wait_exit() == 0


def test_the_sample_is_looked_at_and_left_for_ones_own_file(home: Path, empty: Path) -> None:
    with Terminal(empty, home) as terminal:
        terminal.wait_for("enter your first interview")
        terminal.press("enter")
        terminal.wait_for("sample data, Esc leads back to your file")
        terminal.wait_for("Lakeside Dental")
        terminal.press("1", "d")  # what is done in the sample is done to the sample
        terminal.wait_for("u Undo “deleted")
        terminal.press("escape")
        terminal.wait_for("enter your first interview")
        assert "sample data, Esc" not in terminal.text()
        terminal.press("n")
        terminal.wait_for("New interview")
        terminal.send("Oak Vision")
        terminal.press("ctrl+s")
        terminal.wait_for("Oak Vision .*○")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
    with closing(sqlite3.connect(empty)) as db:
        assert db.execute("SELECT employer FROM interview").fetchall() == [("Oak Vision",)]
    assert not list(empty.parent.glob("*sample*"))
