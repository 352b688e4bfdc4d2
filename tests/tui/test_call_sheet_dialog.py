"""The call sheet on the screen: what it answers, what it writes, what it shows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import FollowUp, Result
from afterview_tui.domain.text import clean
from afterview_tui.handoff.text_files import letters_folder
from afterview_tui.pages.call_sheet import call_sheet, whom
from afterview_tui.tui.steps.call_sheet import Call, CallSheet, what_they_said
from tests.tui.driving import NARROW, Window, facts, opened

SMALL = (60, 20)
ANSWERS = [
    ("1", Call(1, Result.REACHED)),
    ("2", Call(1, Result.VOICEMAIL)),
    ("3", Call(1, Result.GATEKEEPER)),
    ("4", Call(1, Result.NO_ANSWER)),
    ("5", Call(1, Result.EMAILED)),
    ("6", Call(1, missed=True)),
]

ANSWERS_IN_WORDS = (
    "1  Reached them",
    "2  Left a voicemail",
    "3  Spoke to the front desk",
    "4  No answer",
    "5  Sent an e-mail",
    "6  They missed an agreed call",
    "7  Write a note instead",
)
MOST_PAGES = 20


async def show_sheet(window: Window) -> list[Call | None]:
    """Open the call sheet of the first interview; its answers come into the list."""
    found = window.store.interviews.facts(1)
    assert found is not None
    answers: list[Call | None] = []
    window.app.push_screen(CallSheet(found), answers.append)
    await window.settle()
    return answers


async def show_form(window: Window, tried: FollowUp) -> list[tuple[str, date | None]]:
    """Open the form about what they said; what is saved comes into the list."""
    saved: list[tuple[str, date | None]] = []
    form = what_they_said(
        tried,
        window.app.today,
        lambda said, promise: saved.append((said, promise)),
        window.store.drafts,
    )
    window.app.push_screen(form)
    await window.settle()
    return saved


@pytest.mark.parametrize(("key", "call"), ANSWERS)
async def test_a_number_answers_what_came_of_the_call(path: Path, key: str, call: Call) -> None:
    async with opened(path) as window:
        answers = await show_sheet(window)
        await window.press(key)
        assert answers == [call]
        assert window.app.screen is window.main


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("1", "Noted: you reached Dr. Maria Chen. u takes it back."),
        (
            "2",
            "Noted: you left Dr. Maria Chen a voicemail. Next: ask again, Tue 1 Dec."
            " u takes it back.",
        ),
        ("3", "Noted: you spoke to the front desk. Next: ask again, Tue 1 Dec. u takes it back."),
        ("4", "Noted: nobody answered. Next: ask again, Tue 1 Dec. u takes it back."),
        (
            "5",
            "Noted: you sent Dr. Maria Chen an e-mail. Next: ask again, Tue 1 Dec."
            " u takes it back.",
        ),
        (
            "6",
            "Noted: they did not call as agreed. Ask for a new time today. u takes it back.",
        ),
    ],
)
async def test_a_number_on_the_call_sheet_says_what_it_changed(
    path: Path, key: str, said: str
) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Ask how things stand")
        await window.press("enter", key)
        await window.until(lambda: " ".join(window.notice.split()) == said)


async def test_the_second_try_says_what_it_was_and_that_it_is_enough(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        for line in ("Ask how things stand", "Ask again"):
            await window.to_line(line)
            await window.press("enter", "4")
        said = "Noted: nobody answered. Two tries are enough; nothing more is expected of you."
        await window.until(lambda: said in " ".join(window.notice.split()))


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_key_answers_the_line_under_the_cursor(path: Path, key: str) -> None:
    async with opened(path) as window:
        answers = await show_sheet(window)
        await window.press("j", "j", "k", key)
        assert answers == [Call(1, Result.VOICEMAIL)]


async def test_a_voicemail_is_noted_from_the_line_before_in_three_keys(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Follow up")
        await window.press("j", "enter", "2")
        assert window.rows("SELECT interview_id, result, person_id FROM follow_up") == [
            (1, "voicemail", 1)
        ]
        assert window.app.screen is window.main


async def test_undo_on_the_sheet_reads_again_what_it_shows(path: Path) -> None:
    async with opened(path) as window:
        found = window.store.interviews.facts(1)
        assert found is not None
        today = window.app.today
        window.store.checklist.follow_up(found, Result.VOICEMAIL, today, person_id=1)
        answers = await show_sheet(window)
        assert "Ask again: Lakeside Dental" in window.screen
        await window.press("u")
        assert window.rows("SELECT count(*) FROM follow_up WHERE binned_at IS NULL") == [(0,)]
        assert "Ask how things stand: Lakeside Dental" in window.screen
        assert answers == []


async def test_escape_answers_nothing(path: Path) -> None:
    async with opened(path) as window:
        answers = await show_sheet(window)
        await window.press("escape")
        assert answers == [None]
        assert window.rows("SELECT count(*) FROM follow_up") == [(0,)]


async def test_another_person_is_asked_for_and_is_in_the_answer(path: Path) -> None:
    async with opened(path) as window:
        answers = await show_sheet(window)
        assert "When you reach Dr. Chen" in window.screen
        await window.press("]")
        assert "Call sheet · Jo Park" in window.screen
        assert "When you reach Jo Park" in window.screen
        await window.press("]")
        assert "When you reach Dr. Chen" in window.screen
        await window.press("[", "1")
        assert answers == [Call(2, Result.REACHED)]


async def test_without_anybody_met_there_is_nobody_else_to_ask_for(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meeting SET binned_at = '2026-11-23'")
    async with opened(path) as window:
        answers = await show_sheet(window)
        assert "[whom to ask for]" in window.screen
        assert "Next person" not in window.screen
        await window.press("]", "[", "7", "2")
        assert answers == [Call(None, Result.VOICEMAIL)]


async def test_the_sheet_is_written_to_a_file_to_print_and_its_place_is_said(path: Path) -> None:
    async with opened(path, size=SMALL) as window:
        await show_sheet(window)
        await window.press("s")
        file = letters_folder(path) / "2026-11-20-lakeside-dental-call-sheet-maria-chen.txt"
        found = facts(path, window.clock)
        sheet = call_sheet(found, whom(found)[0], window.app.today)
        assert file.read_text(encoding="utf-8") == f"{sheet}\n"
        await window.says("Ready to print:")
        assert file.name in window.notice


async def test_a_file_that_cannot_be_written_is_said(path: Path) -> None:
    letters_folder(path).touch()
    async with opened(path) as window:
        answers = await show_sheet(window)
        await window.press("s")
        await window.says("was not written")
        await window.press("1")
        assert answers == [Call(1, Result.REACHED)]


async def test_the_sheet_is_copied(path: Path) -> None:
    async with opened(path, size=SMALL) as window:
        await show_sheet(window)
        await window.press("]", "y")
        await window.until(lambda: window.clipboard.texts)
        found = facts(path, window.clock)
        assert window.clipboard.texts == [call_sheet(found, whom(found)[1], window.app.today)]


async def test_a_click_answers_too(path: Path) -> None:
    async with opened(path) as window:
        answers = await show_sheet(window)
        row = next(number for number, one in enumerate(window.lines) if "4  No answer" in one)
        for _ in range(2):
            await window.pilot.click(offset=(window.lines[row].index("No answer"), row))
            await window.settle()
        assert answers == [Call(1, Result.NO_ANSWER)]


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_the_whole_sheet_and_every_answer_are_reached_in_a_small_window(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await show_sheet(window)
        for words in ANSWERS_IN_WORDS:
            assert words in window.screen
        assert "Esc Close" in window.screen
        assert "PgDn reads on" in window.screen
        seen = window.screen
        pages = 0
        while "They decide by ...." not in window.screen and pages < MOST_PAGES:
            await window.press("pagedown")
            pages += 1
            seen += window.screen
        assert "Ask how things stand: Lakeside Dental" in seen
        assert "They decide by ...." in window.screen
        await window.press(*["pageup"] * pages)
        assert "Ask how things stand: Lakeside Dental" in window.screen


async def test_hostile_words_are_shown_safely(path: Path) -> None:
    evil = "[/boom] [b]x[/b] \x1b]52;c;Ym9v\x07a\x9b31mb\u202ec\nd"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE person SET name = ?1, title = ?1, phone = ?1", [evil])
        connection.execute(
            "UPDATE interview SET employer = ?1, role = ?1, contact_how = ?1", [evil]
        )
        connection.execute("UPDATE reflection SET unsaid = ?", [evil])
    async with opened(path, size=(120, 60)) as window:
        await show_sheet(window)
        assert "[/boom] [b]x[/b] abc" in window.screen
        for keys in (["]"], ["y"], ["p"]):
            await window.press(*keys)
            assert all(clean(line) == line for line in window.lines)
        await window.press("escape")
        said = FollowUp(id=1, done_on=date(2026, 11, 23), said=evil)
        await show_form(window, said)
        assert "[/boom] [b]x[/b] abc" in window.screen
        assert all(clean(line) == line for line in window.lines)


async def test_what_they_said_is_saved_with_the_day_that_they_named(path: Path) -> None:
    async with opened(path) as window:
        tried = FollowUp(id=7, done_on=date(2026, 11, 20), result=Result.GATEKEEPER)
        saved = await show_form(window, tried)
        assert "What they said: front desk, Fri 20 Nov" in window.screen
        await window.fill("said", "away until Monday\nthen call")
        await window.fill("promise", "fri")
        await window.until(lambda: window.hint("promise") == "Fri 27 Nov, in 4 days")
        await window.press("ctrl+s")
        assert saved == [("away until Monday\nthen call", date(2026, 11, 27))]
        assert window.rows("SELECT count(*) FROM draft") == [(0,)]


async def test_what_they_said_before_stands_in_the_form_and_a_day_can_be_emptied(
    path: Path,
) -> None:
    async with opened(path) as window:
        tried = FollowUp(id=7, said="away", new_promise=date(2026, 11, 30))
        saved = await show_form(window, tried)
        assert (window.value("said"), window.value("promise")) == ("away", "Mon 30 Nov 2026")
        window.entry("promise").focus()
        await window.press("ctrl+u", "ctrl+s")
        assert saved == [("away", None)]


async def test_a_day_that_is_none_keeps_the_form_open_and_its_words(path: Path) -> None:
    async with opened(path) as window:
        saved = await show_form(window, FollowUp(id=7))
        await window.fill("said", "away")
        await window.fill("promise", "whenever")
        await window.press("ctrl+s")
        assert saved == []
        assert "whenever" in window.hint("promise")
        await window.press("escape")
        await show_form(window, FollowUp(id=7))
        assert (window.value("said"), window.value("promise")) == ("away", "whenever")
