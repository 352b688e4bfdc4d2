"""The résumé: reviewed with Space, which ticks every line that waits; notes; suggestions."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.pages.resume_page import resume_page
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from afterview_tui.tui.main.main_screen import MainScreen
from tests.tui.driving import NARROW, WIDE, Clock, Window, facts, opened, second, shows

EVERY_SIZE = pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)])
ME = "SELECT resume_reviewed_on, resume_notes FROM me"
DAY = "2026-11-23"


@pytest.fixture
def path(path: Path, clock: Clock) -> Path:
    """Something is written in the journal of Lakeside Dental; Oak Vision is today."""
    with closing(Store(path, clock)) as store:
        first = facts(path, clock)
        store.journal.write(first, "cared", "Recall rates", "")
        store.journal.write(first, "improve", "My CV hides the course", "")
    return path


def lines(window: Window) -> list[str]:
    """The lines about the résumé in Today."""
    every = [str(option.prompt).strip() for option in window.panes.today.rows.options]
    return [one for one in every if "Review the résumé" in one]


async def open_it(window: Window) -> None:
    """Open the résumé on the shelf."""
    await window.open_tab(Where.RESUME)


@EVERY_SIZE
async def test_it_says_who_waits_and_what_interviews_suggest(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await open_it(window)
        assert window.listed == [
            "Reviewed: no day is noted yet",
            "About the résumé itself",
            "My CV hides the course",
            "What they cared about",
            "Recall rates",
        ]
        assert "2 wait for it" in window.lines_of("#shelf-rows")
        assert "Oak Vision and Lakeside Dental" in window.lines_of("#card")
        await window.to_line("My CV hides")
        assert "My CV hides the course" in window.lines_of("#card")
        assert "Lakeside Dental, Fri 20 Nov" in window.lines_of("#card")
        await window.press("escape")
        assert shows(window, MainScreen)


async def test_enter_on_what_is_suggested_goes_to_the_journal_it_stands_in(path: Path) -> None:
    async with opened(path) as window:
        window.desk.reveal(2)
        await open_it(window)
        await window.to_line("Recall rates")
        await window.press("enter")
        assert window.app.screen is window.main
        assert window.desk.selected == 1
        assert window.panes.current == "journal"


@pytest.mark.parametrize("pane", ["2", "t"])
async def test_enter_on_its_line_opens_it(path: Path, pane: str) -> None:
    async with opened(path) as window:
        await window.press(pane)
        await window.to_line("Review the résumé")
        await window.press("enter")
        assert window.shelf.WHERE is Where.RESUME
        assert window.rows(ME) == []


async def test_a_review_ticks_the_line_of_every_interview_that_waits(path: Path) -> None:
    async with opened(path) as window:
        await window.press("t")
        assert len(lines(window)) == 2
        await open_it(window)
        await window.press("space")
        await window.typed("Course first")
        await window.press("ctrl+s")
        assert window.rows(ME) == [(DAY, "Mon 23 Nov 2026: Course first")]
        await window.says("That settles it for Oak Vision and Lakeside Dental.")
        assert "Mon 23 Nov, today" in window.screen
        assert "Mon 23 Nov 2026: Course first" in window.lines_of("#card")
        assert "From before the last review" in window.listed
        await window.press("escape")
        assert lines(window) == []
        await window.press("u")
        assert window.rows(ME) in ([], [(None, "")])
        assert len(lines(window)) == 2


async def test_a_review_need_not_have_changed_anything(path: Path) -> None:
    async with opened(path) as window:
        await open_it(window)
        await window.press("space", "ctrl+s")
        assert window.rows(ME) == [(DAY, "")]


async def test_a_review_is_taken_back_on_the_page(path: Path) -> None:
    async with opened(path) as window:
        await open_it(window)
        await window.press("space", "ctrl+s", "u")
        assert window.rows(ME) in ([], [(None, "")])
        await window.says("Undone: reviewed the résumé")
        assert "no day is noted yet" in window.screen
        await window.press("U")
        assert window.rows(ME) == [(DAY, "")]


async def test_what_was_begun_to_say_of_a_review_is_kept(path: Path) -> None:
    async with opened(path) as window:
        await open_it(window)
        await window.press("space")
        await window.typed("Course fi")
        await window.press("escape", "space")
        assert window.value("changed") == "Course fi"
        assert window.rows(ME) == []


@EVERY_SIZE
async def test_the_notes_are_edited(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await open_it(window)
        await window.press("e")
        await window.typed("Two pages\nno photo")
        await window.press("ctrl+s")
        assert window.rows(ME) == [(None, "Two pages\nno photo")]
        assert "no photo" in window.lines_of("#card")


async def test_notes_that_another_window_wrote_meanwhile_are_kept(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await open_it(window)
        await window.press("e")
        other.resume.write_notes("Theirs", "")
        await window.typed("Mine")
        await window.press("ctrl+s")
        assert window.rows(ME) == [(None, "Mine")]
        assert window.rows("SELECT text FROM text_version") == [("Theirs",)]
        await window.says("Another window wrote here too.")


async def test_notes_left_unfinished_say_what_a_review_wrote_since(path: Path) -> None:
    """The draft replaced the line of the review without a word."""
    async with opened(path) as window:
        window.store.resume.write_notes("older", "")
        await open_it(window)
        await window.press("e")
        await window.typed(", begun")
        await window.press("escape", "space")
        await window.typed("moved the course")
        await window.press("ctrl+s", "e")
        assert window.value("notes") == "older, begun"
        assert "moved the course older”; Ctrl+S replaces it" in window.hint("notes")
        await window.typed("and ")
        await window.press("escape", "e")  # to be told once is not to have read it
        assert "moved the course" in window.hint("notes")
        await window.press("ctrl+r")
        assert window.hint("notes") == ""
        await window.press("ctrl+s")
        assert window.rows(ME) == [(DAY, "Mon 23 Nov 2026: moved the course\nolder")]


async def test_notes_left_unfinished_say_nothing_where_nothing_was_written_since(
    path: Path,
) -> None:
    async with opened(path) as window:
        window.store.resume.write_notes("older", "")
        await open_it(window)
        await window.press("e")
        await window.typed(", begun")
        await window.press("escape", "e")
        assert window.value("notes") == "older, begun"
        assert window.hint("notes") == ""


async def test_the_page_is_copied_as_markdown(path: Path, clock: Clock) -> None:
    async with opened(path) as window:
        await open_it(window)
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        with closing(Store(path, clock)) as store:
            waits = ["Oak Vision", "Lakeside Dental"]
            page = resume_page(
                store.resume.me(), store.resume.reflected(), waits, date(2026, 11, 23)
            )
        assert window.clipboard.texts == [page.markdown()]
        assert [one.name for one in window.clipboard.files] == ["2026-11-23-resume.txt"]


async def test_what_is_typed_never_acts_on_the_page(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        store.resume.review(date(2026, 11, 1), "[@click=app.quit]x[/] \\[b]")
    async with opened(path) as window:
        await open_it(window)
        assert "[@click=app.quit]x[/] \\[b]" in window.screen
