"""The bin: Enter brings back, u takes that back, Esc closes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from afterview_tui.domain.records import Question
from afterview_tui.domain.text import clean
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from tests.tui.driving import MARIA, NARROW, WIDE, Clock, Window, opened

SIZES = [WIDE, NARROW, (60, 20)]
WHENS = ("today 09:14", "today 09:00", "Fri 20 Nov")
BINNED = (
    "SELECT 'interview', id FROM interview WHERE binned_at IS NOT NULL"
    " UNION ALL SELECT 'meeting', id FROM meeting WHERE binned_at IS NOT NULL"
    " UNION ALL SELECT 'question', id FROM question WHERE binned_at IS NOT NULL"
)


@pytest.fixture
def deleted(path: Path, clock: Clock) -> Path:
    """A file in which a person met, a question and an interview were deleted, in that order."""
    with closing(Store(path, clock)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        references = [one.person for one in facts.vouching]
        clock.forward(days=-3)
        store.interviews.edit(Entry(facts.interview, [MARIA], references))
        clock.forward(days=3)
        store.journal.ask("Why hygiene?", 1)
        facts = store.interviews.facts(1)
        assert facts is not None
        store.journal.bin(facts.questions[0])
        clock.forward(minutes=14)
        oak = store.interviews.facts(2)
        assert oak is not None
        store.interviews.bin(oak.interview)
    return path


async def look(window: Window) -> None:
    """Open the list."""
    await window.open_tab(Where.BIN)


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_deleted_is_listed_with_when_the_newest_first(
    deleted: Path, clock: Clock, size: tuple[int, int]
) -> None:
    async with opened(deleted, size=size, clock=clock) as window:
        await look(window)
        assert window.listed == [
            "Oak Vision, Aide, Mon 23 Nov",
            window.listed[1],
            "Jo Park, met at Lakeside Dental",
        ]
        assert window.listed[1].startswith("the question “Why hygiene?”, Lake")
        lines = window.lines_of("#shelf-rows").splitlines()
        assert [line.strip().endswith(when) for line, when in zip(lines, WHENS, strict=False)] == (
            [True] * 3
        )
        assert "3 deleted things" in window.lines[0]
        assert "Enter Bring back" in window.lines[-1]
        assert "Esc Back" in window.lines[-1]
        assert window.current_line.startswith("Oak Vision")


async def test_enter_brings_one_back_and_the_list_goes_on_without_it(
    deleted: Path, clock: Clock
) -> None:
    async with opened(deleted, clock=clock) as window:
        await look(window)
        await window.press("j", "j", "enter")
        assert window.rows(BINNED) == [("interview", 2), ("question", 1)]
        assert window.rows("SELECT sentence FROM change ORDER BY id DESC LIMIT 1") == [
            ("brought back Jo Park",)
        ]
        await window.says("Brought back Jo Park. u takes that back.")
        assert window.shelf.WHERE is Where.BIN
        assert "Jo Park" not in window.lines_of("#shelf-list")
        assert window.current_line.startswith("the question")
        await window.press("enter", "enter")
        assert window.rows(BINNED) == []
        assert "Nothing is deleted" in window.lines_of("#card")
        await window.press("enter", "escape")
        assert window.app.screen is window.main
        assert window.focused == "interview-rows"


async def test_u_takes_back_what_was_brought_back(deleted: Path, clock: Clock) -> None:
    async with opened(deleted, clock=clock) as window:
        await look(window)
        before = window.rows(BINNED)
        await window.press("enter")
        assert window.rows(BINNED) != before
        await window.press("u")
        assert window.rows(BINNED) == before
        await window.says("Undone: brought back Oak Vision")
        assert "Oak Vision" in window.lines_of("#shelf-list")
        await window.press("escape")
        assert window.app.screen is window.main


async def test_u_takes_back_a_deletion_too(deleted: Path, clock: Clock) -> None:
    async with opened(deleted, clock=clock) as window:
        await look(window)
        await window.press("u")
        assert window.rows("SELECT binned_at FROM interview WHERE id = 2") == [(None,)]
        assert "Oak Vision" not in window.lines_of("#shelf-list")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_closing_the_list_at_once_changes_nothing(
    deleted: Path, clock: Clock, key: str
) -> None:
    async with opened(deleted, clock=clock) as window:
        before = window.rows("SELECT count(*) FROM change")
        await look(window)
        await window.press(key)
        assert window.app.screen is window.main
        assert window.rows("SELECT count(*) FROM change") == before
        assert window.app.screen is window.main


async def test_an_empty_bin_says_so(path: Path) -> None:
    async with opened(path) as window:
        await look(window)
        assert "Nothing is deleted" in window.lines_of("#card")
        await window.press("enter", "j", "escape")
        assert window.app.screen is window.main


async def test_nothing_to_undo_is_said_and_is_no_change(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM change")
    async with opened(path) as window:
        await look(window)
        await window.press("u")
        await window.says("There is nothing to undo.")
        await window.press("escape")
        assert window.app.screen is window.main


async def test_what_another_window_brought_back_is_said_to_be_gone(
    deleted: Path, clock: Clock
) -> None:
    async with opened(deleted, clock=clock) as window:
        await look(window)
        window.looks_away()
        with closing(sqlite3.connect(deleted)) as other, other:
            other.execute("UPDATE interview SET binned_at = NULL")
        await window.press("enter")
        await window.says("no longer among the deleted things: Oak Vision, Aide, Mon 23 Nov")
        assert "Oak Vision" not in window.lines_of("#shelf-list")
        await window.press("escape")
        assert window.app.screen is window.main


async def test_what_is_typed_is_saved_before_something_is_taken_back(
    deleted: Path, clock: Clock
) -> None:
    async with opened(deleted, clock=clock) as window:
        await window.press("4", "enter")
        await window.typed("Calm")
        await look(window)
        await window.press("u")
        assert window.rows("SELECT text FROM text_version") == [("Calm",)]
        assert ("interview", 2) in window.rows(BINNED)


async def test_many_deleted_things_scroll(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store, store.file.change("many") as change:
        for number in range(60):
            question = store.journal.ask(f"Question {number}?", 1)
            clock.forward(minutes=1)
            change.bin(Question, question, clock())
    for size in SIZES:
        async with opened(path, size=size, clock=clock) as window:
            await look(window)
            assert "Question 59?" in window.lines_of("#shelf-list")
            await window.press("G")
            assert "Question 0?" in window.current_line
            assert "Question 0?" in window.lines_of("#shelf-list")
            assert "Esc Back" in window.lines[-1]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[/boom] [b]x[/b] $5{x}\\[ 東京", "[/boom] [b]x[/b] $5{x}\\[ 東京"),
        ("a\x1b]52;c;Ym9vbQ==\x07b\x9b31mc\u202ed\ne", "abcd e"),
    ],
)
async def test_hostile_words_are_listed_and_brought_back_safely(
    deleted: Path, clock: Clock, text: str, kept: str
) -> None:
    with closing(sqlite3.connect(deleted)) as other, other:
        other.execute("UPDATE interview SET employer = ?1, role = ?1", [text])
        other.execute("UPDATE person SET name = ?1, title = ?1", [text])
        other.execute("UPDATE question SET text = ?1", [text])
    async with opened(deleted, clock=clock) as window:
        await look(window)
        assert kept in window.lines_of("#shelf-list")
        for _ in range(3):
            await window.press("enter")
            assert all(clean(line).rstrip() == line.rstrip() for line in window.lines)
        assert window.rows(BINNED) == []
        await window.press("u", "u", "u")
        assert len(window.rows(BINNED)) == 3
        assert all(clean(line).rstrip() == line.rstrip() for line in window.lines)
        assert window.app.is_running
