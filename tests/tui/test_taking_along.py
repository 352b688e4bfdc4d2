"""Everything can be taken along from the app: which format, where to, and over nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import NARROW, WIDE, Window, opened, shows


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


async def ask(window: Window, number: str) -> None:
    await window.press("question_mark")
    await window.typed("take everything\n")
    assert shows(window, Choose)
    await window.press(number)
    assert shows(window, Form)


async def fill(window: Window, place: str) -> None:
    """Another place instead of the one that is offered."""
    await window.press("end", "ctrl+u")
    await window.fill("line", place)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("number", "name", "within"),
    [
        ("1", "afterview-2026-11-23.json", ""),
        ("2", "afterview-2026-11-23-csv", "interview.csv"),
        ("3", "afterview-2026-11-23-markdown", "README.md"),
        ("4", "afterview-2026-11-23.ics", ""),
    ],
)
async def test_it_is_written_to_the_home_folder_unless_another_place_is_named(
    path: Path, home: Path, size: tuple[int, int], number: str, name: str, within: str
) -> None:
    async with opened(path, size=size) as window:
        await ask(window, number)
        await window.press("enter")
        await window.until(lambda: "Written: " in window.notice)
        assert name in window.notice
    written = home / name / within
    assert "Lakeside Dental" in written.read_text(encoding="utf-8-sig")
    assert (home / name).stat().st_mode & 0o077 == 0


async def test_nothing_is_written_over_and_the_form_stays_for_another_name(
    path: Path, home: Path
) -> None:
    mine = home / "afterview-2026-11-23.json"
    mine.write_text("mine", encoding="utf-8")
    async with opened(path) as window:
        await ask(window, "1")
        await window.press("enter")
        assert shows(window, Form)
        await window.until(lambda: "exists already." in window.screen)
        assert "--replace" not in window.screen
        await fill(window, "~/other.json")
        await window.press("enter")
        await window.until(lambda: "Written: " in window.notice)
    assert mine.read_text(encoding="utf-8") == "mine"
    other = json.loads((home / "other.json").read_text(encoding="utf-8"))
    assert other["format"] == "afterview export"


async def test_a_place_that_cannot_be_written_is_said_and_escape_writes_nothing(
    path: Path, home: Path
) -> None:
    (home / "file").write_text("x", encoding="utf-8")
    async with opened(path) as window:
        await ask(window, "3")
        await fill(window, "~/file/book")
        await window.press("enter")
        assert shows(window, Form)
        await fill(window, "~nobody-of-this-name/book")
        await window.press("enter")
        assert shows(window, Form)
        await window.press("escape")
        assert window.app.screen is window.main
    assert [one.name for one in home.iterdir()] == ["file"]
