"""Stories in the journal: told here, taken back, and the way to all of them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Interview
from afterview_tui.domain.story import Landed, Story
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.pick_dialog import Pick
from tests.tui.driving import NARROW, WIDE, Clock, Window, facts, opened, records, second

EVERY_SIZE = pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)])
RECALL, FLOOD = Story(1, "The recall list", result="41 came back"), Story(2, "The flood")


@pytest.fixture
def path(path: Path, clock: Clock) -> Path:
    """Two stories are on file; the recall list was told at Lakeside Dental."""
    with closing(Store(path, clock)) as store:
        store.stories.add(RECALL)
        store.stories.add(FLOOD)
        store.stories.tell(RECALL, 1, Landed.WELL)
    return path


def told(window: Window) -> list[tuple[object, ...]]:
    """Every telling that stands."""
    sql = "SELECT story_id, interview_id, landed FROM telling WHERE binned_at IS NULL ORDER BY id"
    return window.rows(sql)


async def on(window: Window, words: str) -> None:
    """Go to a line of the journal."""
    await window.press("4")
    await window.to_line(words)


@EVERY_SIZE
async def test_the_journal_shows_the_stories_told_here_and_how_they_landed(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await on(window, "The recall list")
        assert "Stories I told  1 story" in window.pane("journal")
        assert "The recall list  landed well" in window.pane("journal")
        assert "The flood" not in window.pane("journal")
        await window.press("1", "j", "4", "G")
        assert "Stories I told  a notes one" in window.pane("journal")


@EVERY_SIZE
async def test_a_story_is_noted_as_told_with_how_it_landed(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await window.press("4", "G", "a")
        assert isinstance(window.app.screen, Pick)
        await window.typed("flood")
        await window.press("enter")
        assert isinstance(window.app.screen, Choose)
        await window.press("n")
        assert told(window) == [(1, 1, "well"), (2, 1, "not so well")]
        await window.says("Noted.")
        assert "The flood" in window.current_line
        assert "The flood  landed not so well" in window.pane("journal")


async def test_the_choice_is_a_new_story_then_the_unheard_then_those_told_here(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        first = facts(path, clock)
        later = replace(first.interview, held_on=date(2026, 11, 23))
        store.interviews.add_round(first, Entry(later, None, None))
    async with opened(path) as window:
        window.desk.reveal(3)
        await window.settle()
        await window.press("4", "G", "a")
        lines = window.lines_of("#picked").splitlines()
        assert lines[0].lstrip("▌").startswith("A new story")
        assert lines[1].startswith("The flood")
        assert lines[2].startswith("The recall list")
        assert lines[2].endswith("already told here, round 1")


async def test_at_an_interview_to_come_nothing_was_told_yet(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        ames = Interview(employer="Ames", held_on=date(2026, 11, 24))
        store.interviews.add(Entry(ames))
    before = records(path)
    async with opened(path) as window:
        window.desk.reveal(3)
        await window.settle()
        await window.press("4", "G", "a")
        assert window.app.screen is window.main
        await window.says("It is still to come. 5 shows what you could tell there.")
        await window.press("5", "]", "]")
        assert "Stories · for Ames" in window.screen
        await window.press("space")
        assert "Ames" not in window.lines_of("#picked")
        await window.press("escape", "escape")
        assert records(path) == before


async def test_a_new_story_is_written_and_noted_as_told(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "G", "a", "enter")
        assert isinstance(window.app.screen, Form)
        await window.typed("The broken chair")
        await window.press("ctrl+s", "w")
        assert window.rows("SELECT name FROM story WHERE id = 3") == [("The broken chair",)]
        assert told(window)[1:] == [(3, 1, "well")]
        await on(window, "The broken chair")


async def test_without_a_story_on_file_the_form_comes_at_once(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        store.stories.bin(RECALL)
        store.stories.bin(FLOOD)
    async with opened(path) as window:
        await on(window, "Stories I told")
        await window.press("enter")
        assert isinstance(window.app.screen, Form)
        await window.typed("The broken chair")
        await window.press("ctrl+s", "escape")
        assert window.rows("SELECT name FROM story WHERE id = 3") == [("The broken chair",)]
        assert told(window) == [(1, 1, "well")]  # of a story in the bin
        assert "a notes one" in window.pane("journal")


async def test_a_adds_to_the_section_under_the_cursor(path: Path) -> None:
    async with opened(path) as window:
        for words, asks in (
            ("What went well", Form),
            ("Questions", Form),
            ("Stories I told", Pick),
            ("The recall list", Pick),
        ):
            await on(window, words)
            await window.press("a")
            assert isinstance(window.app.screen, asks), words
            if asks is Form:
                assert "A question you did not expect" in window.screen
            await window.press("escape")
        await on(window, "The recall list")
        await window.press("a", *"flood", "enter", "n")
        assert told(window) == [(1, 1, "well"), (2, 1, "not so well")]


async def test_what_is_told_is_found_from_anywhere_in_the_journal(path: Path) -> None:
    async with opened(path) as window:
        await on(window, "What went well")
        await window.press("question_mark")
        await window.typed("story\n")
        assert isinstance(window.app.screen, Pick)


async def test_escape_notes_nothing(path: Path) -> None:
    before = records(path)
    async with opened(path) as window:
        for keys in (
            ["G", "a", "escape"],
            ["a", "down", "enter", "escape"],
            ["5", "]", "]", "escape"],
        ):
            await window.press("4", *keys)
            assert window.app.screen is window.main
        assert records(path) == before


async def test_enter_on_a_story_opens_all_of_them_at_it(path: Path) -> None:
    async with opened(path) as window:
        await on(window, "The recall list")
        await window.press("enter")
        assert window.shelf.WHERE is Where.STORIES
        assert window.current_line.startswith("The recall list")
        assert "The recall list" in window.lines_of("#card")
        await window.press("space", "n", "escape")
        assert told(window) == [(1, 1, "not so well")]
        assert "landed not so well" in window.pane("journal")


async def test_all_stories_can_be_opened_also_on_an_empty_file(empty: Path) -> None:
    async with opened(empty) as window:
        await window.main.action_do("shelf.stories")
        await window.settle()
        assert window.shelf.WHERE is Where.STORIES
        assert "No story is on file yet" in window.screen
        await window.press("escape")
        assert window.app.screen_stack == [window.main]


async def test_d_takes_a_telling_back_and_u_notes_it_again(path: Path) -> None:
    before = records(path)
    async with opened(path) as window:
        await on(window, "The recall list")
        await window.press("d")
        assert told(window) == []
        await window.says("“The recall list” is no longer noted here. u notes it again.")
        assert "Stories I told  a notes one" in window.pane("journal")
        await window.press("u")
        assert records(path) == before
        assert "The recall list" in window.pane("journal")


async def test_y_on_a_story_copies_it_as_a_text_to_speak_from(path: Path) -> None:
    async with opened(path) as window:
        await on(window, "The recall list")
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts == ["The recall list\n\nResult\n41 came back"]


async def test_a_prompt_opens_to_write_also_with_the_cursor_on_a_story(path: Path) -> None:
    async with opened(path) as window:
        await on(window, "The recall list")
        await window.press("2")
        await window.to_line("Write down how it went")
        await window.press("enter")
        await window.typed("Calm")
        await window.press("escape")
        assert window.rows("SELECT well FROM reflection") == [("Calm",)]


async def test_what_another_window_took_back_is_said(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window, second(path, clock) as other:
        await on(window, "The recall list")
        window.looks_away()
        other.stories.take_back(other.stories.all()[1].tellings[0].telling)
        await window.press("d")
        await window.says("This is no longer noted there; another window took it back.")
        assert told(window) == []
