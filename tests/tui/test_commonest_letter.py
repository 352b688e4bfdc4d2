"""The commonest things with letters, with the keys that each takes; and what follows by itself."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.letter import Letter, LetterKind
from afterview_tui.domain.records import Me
from afterview_tui.storage.store import Store
from afterview_tui.tui.kit import debounce
from tests.tui.driving import Clock, Window, edit_letter, facts, mark_sent, opened, rows

STATES = "SELECT person_id, kind, state FROM letter ORDER BY id"
THANKS = "I was glad of the coffee."
MOMENT = "You showed me the new x-ray."


async def fill_two_gaps(window: Window) -> list[str]:
    """Fill two gaps and go out again; answers the keys that it took, besides the words."""
    await window.press("enter")
    await window.typed(THANKS)
    await window.press("tab")
    await window.typed(MOMENT)
    await window.press("escape")
    return ["enter", "tab", "escape"]


async def test_two_gaps_are_filled_with_three_keys(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3")
        keys = await fill_two_gaps(window)
        [(text,)] = window.rows("SELECT text FROM letter")
        assert THANKS in text
        assert MOMENT in text
        assert window.focused == "letter"
        assert len(keys) == 3


async def test_a_letter_is_copied_and_marked_sent_with_two_keys_and_the_next_takes_none(
    path: Path,
) -> None:
    async with opened(path) as window:
        window.store.checklist.write_me(Me(name="Robin Sample", phone="555 0142"))
        window.desk.read()
        await window.press("3")
        await fill_two_gaps(window)
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        await window.until(lambda: window.rows("SELECT 1 FROM letter WHERE state = 'copied'"))
        await window.press("space")
        assert window.rows(STATES) == [(1, "thank-you", "sent")]
        assert THANKS in window.clipboard.texts[0]
        assert window.rows("SELECT text FROM letter") == [(window.clipboard.texts[0],)]
        assert "Dear Jo," in window.pane("letter")  # no key leads there
        assert "Next: Jo Park. u takes it back." in window.notice


async def test_what_is_open_is_said_once_and_again_when_the_letter_is_another(path: Path) -> None:
    async with opened(path) as window:
        await window.press("3", "space")
        await window.says("6 parts are open; they are not in it. Space again marks it sent.")
        assert window.rows(STATES) == []
        await fill_two_gaps(window)
        await window.press("space")
        await window.says("4 parts are open; they are not in it.")
        assert window.rows(STATES) == [(1, "thank-you", "draft")]
        await window.press("space")
        assert window.rows(STATES) == [(1, "thank-you", "sent")]


async def test_undo_brings_a_letter_back_and_shows_it_also_from_another_interview(
    path: Path,
) -> None:
    async with opened(path) as window:
        await mark_sent(window)
        assert "Dear Jo," in window.pane("letter")
        await mark_sent(window)
        assert window.rows(STATES) == [(1, "thank-you", "sent"), (2, "thank-you", "sent")]
        assert "Dear Jo," in window.pane("letter")  # there is no other that is not sent
        await window.press("u")
        assert "Dear Jo," in window.pane("letter")
        await window.press("1")
        await window.to_line("Oak Vision")
        await window.press("u")
        assert window.rows(STATES) == []
        assert "Dear Dr. Chen," in window.pane("letter")


async def test_who_accepts_is_not_led_to_thanks_that_nobody_began(path: Path) -> None:
    async with opened(path) as window:
        window.work.letters.begin(LetterKind.WITHDRAW, 1)
        await window.settle()
        await mark_sent(window)
        assert window.rows(STATES) == [(1, "withdraw", "sent")]
        assert "withdraw" in window.pane("letter").splitlines()[0]


@pytest.mark.parametrize(("pane", "line"), [("2", "Jo Park"), ("t", "Thank Jo Park")])
async def test_the_letter_follows_the_line_under_the_cursor(
    path: Path, pane: str, line: str
) -> None:
    async with opened(path) as window:
        assert "Dear Dr. Chen," in window.pane("letter")
        await window.press(pane)
        await window.to_line(line)
        await window.until(lambda: "Dear Jo," in window.pane("letter"))
        assert line in window.current_line
        assert window.rows(STATES) == []
        await window.press("space", "space")
        assert window.rows(STATES) == [(2, "thank-you", "sent")]


async def test_the_thanks_to_a_reference_follow_its_line_once_they_are_begun(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        amy = facts(path, clock).vouching[0]
        store.references.note(amy, "called_on", date(2026, 11, 23))
    async with opened(path, clock=clock) as window:
        await window.press("2")
        await window.to_line("Amy Ortiz")
        await window.press("G")
        letter = Letter(interview_id=1, person_id=amy.person.id, kind=LetterKind.REFERENCE)
        window.store.letters.write(letter, amy.person, "Dear Amy,\n\nThank you.", "")
        window.desk.read()
        await window.settle()
        assert "Dear Dr. Chen," in window.pane("letter")
        await window.to_line("Thank Amy Ortiz")
        await window.until(lambda: "Dear Amy," in window.pane("letter"))


async def test_a_letter_that_is_turned_to_is_not_taken_away_by_the_cursor_a_moment_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("PAUSE", "AT_MOST"):
        monkeypatch.setattr(debounce, limit, 60.0)
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Jo Park")
        assert window.panes.steps._going_along.is_pending
        await window.press("right")  # from Jo Park's, which the line is about
        assert "Dear Dr. Chen," in window.pane("letter")
        assert not window.panes.steps._going_along.is_pending


async def test_a_key_that_is_held_down_draws_no_letter_on_the_way(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit in ("PAUSE", "AT_MOST"):
        monkeypatch.setattr(debounce, limit, 60.0)
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Jo Park")
        assert "Dear Dr. Chen," in window.pane("letter")
        # Who goes on to write is not taken from what is written.
        await window.press("3", "enter")
        await window.typed(MOMENT)
        window.panes.steps._go_along()
        await window.settle()
        assert window.panes.letter.text.startswith("Dear Dr. Chen,")
        assert MOMENT in window.panes.letter.text
        await window.press("escape", "2")
        window.panes.steps._go_along()
        await window.settle()
        assert "Dear Jo," in window.pane("letter")


async def test_the_first_copy_says_where_the_files_lie_and_the_next_does_not(path: Path) -> None:
    async with opened(path) as window:
        for folder in ("afterview-letters", ""):
            window.app.copy_text("words", "a text")
            await window.until(lambda: "Copied, 1 word" in window.notice)
            kept = f"A text file of all that you copy is in {path.parent / folder}"
            assert ("A text file" in window.notice) == bool(folder)
            assert not folder or kept in window.notice.replace("\n", "")
            window.app.clear_notifications()
            await window.settle()


async def test_a_letter_is_begun_sent_and_dated_in_one_form(path: Path) -> None:
    async with opened(path) as window:
        await edit_letter(window, kind="follow-up note", on="yesterday", how="on LinkedIn")
        assert rows(path, "SELECT kind, state, sent_on, sent_how FROM letter") == [
            ("follow-up note", "sent", "2026-11-22", "on LinkedIn")
        ]
        await window.says("It is noted as a try.")
        assert len(window.rows("SELECT 1 FROM follow_up")) == 1
        await window.press("u")
        assert window.rows("SELECT * FROM letter") == []
        assert window.rows("SELECT 1 FROM follow_up WHERE binned_at IS NULL") == []
