"""The preparation sheet on the screen: opened from the list, copied, written to a file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.text import clean
from afterview_tui.handoff.text_files import letters_folder
from afterview_tui.pages.preparation_sheet import preparation_sheet
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.interviews.preparation_page import PreparationSheet
from afterview_tui.tui.journal.practice_dialog import Practice
from tests.tui.driving import AMY, NARROW, TOM, WIDE, Clock, Window, facts, opened

SMALL = (60, 20)
EVERY_SIZE = pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
NAME = "2026-11-25-lakeside-dental-preparation"


@pytest.fixture
def path(path: Path, clock: Clock) -> Path:
    """Lakeside Dental has a second round on Wednesday (id 3), Oak Vision (id 2) was on Friday."""
    with closing(Store(path, clock)) as store:
        first = facts(path, clock)
        store.journal.write(first, "differently", "Pause before answering", "")
        store.journal.ask("Why hygiene?", 1)
        store.interviews.add_round(
            first, Entry(replace(first.interview, held_on=date(2026, 11, 25)), [], [AMY, TOM])
        )
        oak = facts(path, clock, 2)
        store.interviews.edit(
            Entry(replace(oak.interview, held_on=date(2026, 11, 20)), None, None), oak.interview
        )
    return path


def markdown(window: Window, interview_id: int) -> str:
    """The sheet, made from the file by itself."""
    with closing(Store(window.path, window.clock)) as store:
        found = store.journal.preparation(interview_id, window.clock.today)
    assert found is not None
    return preparation_sheet(found, window.clock.today).markdown()


async def prepare(window: Window, words: str) -> None:
    """Open the sheet of the interview with these words in the list."""
    await window.press("1")
    await window.to_line(words)
    await window.press("p")
    assert isinstance(window.app.screen, PreparationSheet)


@EVERY_SIZE
@pytest.mark.parametrize("words", ["Lakeside", "round 1"])
async def test_it_opens_from_any_round_for_the_one_to_come(
    path: Path, size: tuple[int, int], words: str
) -> None:
    async with opened(path, size=size) as window:
        await prepare(window, words)
        assert "Prepare for Lakeside Dental, round 2" in window.screen
        assert "Wednesday 25 November 2026" in window.screen
        assert "in 2 days" in window.screen
        assert "Pause before answering (here, Fri 20 Nov)" in window.screen
        assert "y Copy" in window.lines_of("#page").splitlines()[-2]
        assert "s To a file" in window.lines_of("#page").splitlines()[-2]
        await window.press("G")
        assert "Tom Reed, teacher" in window.screen
        assert all(clean(line) == line for line in window.lines)
        await window.press("escape")
        assert window.app.screen is window.main
        assert window.focused == "interview-rows"


async def test_without_a_round_to_come_it_says_so_and_shows_what_is_taken_along(
    path: Path,
) -> None:
    async with opened(path, size=NARROW) as window:
        await prepare(window, "Oak Vision")
        assert "No further round is on file." in window.screen
        assert "Pause before answering (Lakeside Dental)" in window.screen
        assert "Last round" in window.screen


@EVERY_SIZE
async def test_it_is_copied_as_markdown_at_any_size(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await prepare(window, "Lakeside")
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        (copied,) = window.clipboard.texts
        assert copied == markdown(window, 3)
        assert copied.startswith("# Prepare for Lakeside Dental, round 2\n\n- **Role:** Hygienist")
        assert "\n## Do differently\n\n- Pause before answering" in copied
        assert window.clipboard.files[0].stem == NAME
        await window.says("Copied")


async def test_it_is_written_to_a_markdown_file_and_its_place_is_said(path: Path) -> None:
    async with opened(path) as window:
        await prepare(window, "Lakeside")
        await window.press("s")
        file = letters_folder(path) / f"{NAME}.md"
        assert file.read_text(encoding="utf-8") == f"{markdown(window, 3)}\n"
        await window.says("Ready to print:")
        assert file.name in window.notice


async def test_a_file_that_cannot_be_written_is_said(path: Path) -> None:
    letters_folder(path).touch()
    async with opened(path) as window:
        await prepare(window, "Lakeside")
        await window.press("s")
        await window.says("was not written")
        assert isinstance(window.app.screen, PreparationSheet)


async def test_one_that_another_window_removed_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(path) as window:
        await window.press("1")
        await window.to_line("Oak Vision")
        # The look that comes every second would take it off the list before the key is there.
        monkeypatch.setattr(window.desk, "read_if_changed", lambda: None)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE interview SET binned_at = '2026-11-23' WHERE id = 2")
        await window.press("p")
        await window.says("no longer on file")
        assert window.app.screen is window.main
        assert "Oak Vision" not in window.pane("interviews")


@pytest.mark.parametrize("pane", ["1", "2", "3", "4"])
async def test_the_sheet_for_the_next_interview_is_one_key_away_in_every_pane(
    path: Path, pane: str
) -> None:
    async with opened(path) as window:
        await window.to_line("Lakeside")
        await window.press(pane, "p")
        assert "Prepare for Lakeside Dental, round 2" in window.screen
        await window.press("escape")
        assert window.app.screen is window.main


async def test_enter_on_the_sheet_practises_and_escape_comes_back_to_it(path: Path) -> None:
    async with opened(path) as window:
        await window.press("p", "enter")
        assert isinstance(window.app.screen, Practice)
        assert "Why hygiene?" in window.screen
        await window.press("escape")
        assert isinstance(window.app.screen, PreparationSheet)


async def test_an_answer_written_in_the_practice_is_on_the_sheet_behind_it(path: Path) -> None:
    async with opened(path, size=(120, 60)) as window:
        await window.press("p")
        assert "Questions without an answer" in window.screen
        await window.press("enter", "e")
        await window.typed("I like teeth.")
        await window.press("ctrl+s", "escape")
        assert isinstance(window.app.screen, PreparationSheet)
        assert "I like teeth." in window.screen
        assert "Questions without an answer" not in window.screen
        await window.press("y")
        assert "I like teeth." in window.clipboard.texts[0]


async def test_it_is_in_the_list_of_what_can_be_done(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2", "ctrl+p")
        await window.typed("Prepare\n")
        assert isinstance(window.app.screen, PreparationSheet)


async def test_hostile_words_are_shown_and_copied_safely(path: Path) -> None:
    evil = "[/boom] [b]x[/b] a\x1b]52;c;Ym9vbQ==\x07b\x9b31mc"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE interview SET employer = ?1, role = ?1, place = ?1", [evil])
        connection.execute("UPDATE reflection SET differently = ?1, cared = ?1", [evil])
        connection.execute("UPDATE question SET text = ?1", [evil])
        connection.execute("UPDATE person SET name = ?1", [evil])
    async with opened(path, size=(120, 60)) as window:
        await window.press("p")
        assert "Prepare for [/boom] [b]x[/b] abc, round 2" in window.screen
        assert "- [/boom] [b]x[/b] abc (here, Fri 20 Nov)" in window.screen
        for key in ("y", "s"):
            await window.press(key)
            assert all(clean(line) == line for line in window.lines)
        await window.until(lambda: window.clipboard.texts)
        (copied,) = window.clipboard.texts
        assert clean(copied) == copied
        assert r"- \[/boom\] \[b\]x\[/b\] abc (here, Fri 20 Nov)" in copied
