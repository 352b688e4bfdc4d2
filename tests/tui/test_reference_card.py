"""The card of a reference: each state on file first, then on the screen."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Facts, Person, Use, Vouching
from afterview_tui.domain.text import clean
from afterview_tui.pages.brief import brief
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.steps.reference_card import ReferenceCard
from tests.tui.driving import NARROW, Window, facts, opened

SMALL = (60, 20)
MONDAY = "2026-11-23"
OFTEN = Use((date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)), date(2026, 6, 9))
DATES = "not_needed_on, briefed_on, called_on, thanked_on, told_on"
STATES = [
    ("b", "briefed_on", "b briefed"),
    ("n", "not_needed_on", "n not needed yet"),
    ("c", "called_on", "c the employer called"),
    ("t", "thanked_on", "t thanked"),
    ("o", "told_on", "o told the outcome"),
]
ASKING = [("a", "asked", "a asked"), ("g", "agreed", "g said yes"), ("x", "declined", "x declined")]


async def show_card(window: Window, used: Use | None = None, name: str = "") -> None:
    """Open the card of a reference of the first interview: of the first one, or by name."""
    store = window.store

    def read() -> tuple[Facts, Vouching] | None:
        found = store.interviews.facts(1)
        assert found is not None
        wanted = (one for one in found.vouching if name in ("", one.person.name))
        one = next(wanted, None)
        return (found, replace(one, use=used or Use())) if one is not None else None

    card = ReferenceCard(read, window.app.today, store.references, store.drafts, store.file.undo)
    window.app.push_screen(card)
    await window.settle()


def state(window: Window, words: str) -> str:
    """The mark of a state and its date, as they stand on the card."""
    found = re.search(rf"([✓○]) {words} *(\w+ \d+ \w+)?", window.lines_of("#page-foot"))
    assert found is not None, window.screen
    return " ".join(filter(None, found.groups()))


def noted(window: Window, field: str) -> object:
    return window.rows(f"SELECT {field} FROM briefing WHERE id = 1")[0][0]  # noqa: S608


@pytest.mark.parametrize(("key", "field", "words"), STATES)
async def test_a_key_notes_a_state_with_its_date_and_takes_it_back(
    path: Path, key: str, field: str, words: str
) -> None:
    async with opened(path) as window:
        await show_card(window)
        assert state(window, words) == "○"
        await window.press(key)
        assert noted(window, field) == MONDAY
        assert state(window, words) == "✓ Mon 23 Nov"
        await window.press(key)
        assert noted(window, field) is None
        assert state(window, words) == "○"


@pytest.mark.parametrize(("key", "asked", "words"), ASKING)
async def test_a_key_says_how_the_asking_stands_and_takes_it_back(
    path: Path, key: str, asked: str, words: str
) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press(key)
        row = "SELECT asked, asked_on FROM reference WHERE id = 1"
        assert window.rows(row) == [(asked, MONDAY)]
        assert state(window, words) == "✓ Mon 23 Nov"
        assert sum(state(window, other).startswith("✓") for _, _, other in ASKING) == 1
        await window.press(key)
        assert window.rows(row) == [("not asked", None)]
        assert state(window, words) == "○"


async def test_briefed_takes_not_needed_away(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("n", "b")
        assert (noted(window, "not_needed_on"), noted(window, "briefed_on")) == (None, MONDAY)
        assert state(window, "n not needed yet") == "○"


async def test_undo_works_on_the_card_and_says_what_it_took_back(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("b", "u")
        assert noted(window, "briefed_on") is None
        assert state(window, "b briefed") == "○"
        await window.says("Undone: briefed Amy Ortiz")


async def test_the_card_closes_when_undo_takes_the_reference_away(path: Path) -> None:
    async with opened(path) as window:
        window.store.interviews.add_reference(1, Person(name="Una Vale"))
        await show_card(window, name="Una Vale")
        await window.press("u")
        assert window.rows("SELECT count(*) FROM person WHERE name = 'Una Vale'") == [(0,)]
        assert window.app.screen is window.main
        await window.says("Undone: added Una Vale as a reference")


async def test_a_reference_that_is_gone_has_no_card(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window, name="Nobody")
        assert window.app.screen is window.main


async def test_the_note_and_the_dates_are_written_in_a_form(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("b", "g", "e")
        assert window.value("briefed_on") == "Mon 23 Nov 2026"
        assert window.value("asked_on") == "Mon 23 Nov 2026"
        await window.fill("note", "best after six")
        await window.fill("called_on", "yesterday")
        await window.until(lambda: window.hint("called_on") == "Sun 22 Nov, yesterday")
        window.app.screen.query_one("#field-briefed_on").focus()
        await window.press("ctrl+u")
        await window.typed("fri")
        await window.until(lambda: window.hint("briefed_on") == "Fri 20 Nov, 3 days ago")
        await window.press("ctrl+s")
        row = window.rows(f"SELECT note, {DATES} FROM briefing WHERE id = 1")  # noqa: S608
        assert row == [("best after six", None, "2026-11-20", "2026-11-22", None, None)]
        assert state(window, "b briefed") == "✓ Fri 20 Nov"
        assert "best after six" in window.lines_of("#page-text")


async def test_a_date_that_is_no_date_stays_in_the_form_with_a_hint(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("e")
        await window.fill("thanked_on", "soonish")
        await window.press("ctrl+s")
        assert noted(window, "thanked_on") is None
        assert "soonish" in window.hint("thanked_on")
        assert window.focused == "field-thanked_on"


async def test_escape_keeps_what_was_typed_into_the_note(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("e")
        await window.fill("note", "on the mobile")
        await window.press("escape")
        assert noted(window, "note") == ""
        await window.press("e")
        assert window.value("note") == "on the mobile"


async def test_the_brief_is_copied_as_it_stands_in_the_file(path: Path) -> None:
    async with opened(path, size=SMALL) as window:
        await show_card(window)
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        found = facts(path, window.clock)
        assert window.clipboard.texts == [brief(found, found.vouching[0], window.app.today)]
        assert window.clipboard.files[0].name == "2026-11-20-lakeside-dental-brief-amy-ortiz.txt"


async def test_a_click_on_a_state_notes_it(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        foot = window.app.screen.query_one("#page-foot")
        rows = window.lines_of("#page-foot").splitlines()
        row = next(number for number, one in enumerate(rows) if "b briefed" in one)
        line = window.lines[foot.region.y + row]
        column = line.index("b briefed") + 3
        await window.pilot.click(offset=(column, foot.region.y + row))
        await window.settle()
        assert noted(window, "briefed_on") == MONDAY


async def test_use_is_one_quiet_line_and_none_when_there_was_none(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window, OFTEN)
        assert "briefed 3 times in 30 days, last thanked Tue 9 Jun" in window.screen
        await window.press("escape")
        await show_card(window)
        assert "30 days" not in window.screen


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_every_state_and_the_whole_brief_are_reached_in_a_small_window(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await show_card(window, OFTEN)
        for _, _, words in [*STATES, *ASKING]:
            assert words in window.screen
        assert "Esc Close" in window.screen
        seen = window.screen
        for _ in range(12):
            await window.press("j")
            seen += window.screen
        assert "Amy Ortiz, former manager" in seen
        assert "[why you want it]" in seen
        await window.press("pageup", "k")
        assert "Amy Ortiz, former manager" in window.screen
        await window.press("escape")
        assert window.app.screen is window.main


async def test_hostile_words_are_shown_and_noted_safely(path: Path) -> None:
    evil = "[/boom] [b]x[/b] \x1b]52;c;Ym9v\x07a\x9b31mb\u202ec\nd"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE person SET name = ?1, title = ?1, phone = ?1", [evil])
        connection.execute("UPDATE reference SET relation = ?", [evil])
        connection.execute("UPDATE briefing SET note = ?", [evil])
        connection.execute(
            "UPDATE interview SET employer = ?1, role = ?1, wanted_for = ?1, who_calls = ?1", [evil]
        )
    async with opened(path, size=(120, 50)) as window:
        await show_card(window)
        assert "[/boom] [b]x[/b] abc" in window.screen
        for keys in (["b"], ["u"], ["g"], ["e"], ["escape"], ["y"]):
            await window.press(*keys)
            assert all(clean(line) == line for line in window.lines)
        assert isinstance(window.app.screen, ReferenceCard)
        await window.until(lambda: window.clipboard.texts)
        assert clean(window.clipboard.texts[0]) == window.clipboard.texts[0]


async def test_what_cannot_be_saved_is_said_and_the_card_stays(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        with closing(sqlite3.connect(path)) as other:
            other.execute("BEGIN EXCLUSIVE")
            window.store.file.db.execute("PRAGMA busy_timeout = 0")
            await window.press("b")
            other.rollback()
        assert noted(window, "briefed_on") is None
        assert isinstance(window.app.screen, ReferenceCard)
        assert not isinstance(window.app.screen, Form)
        await window.until(lambda: window.notice)
        assert state(window, "b briefed") == "○"
