"""The card of a reference: each state on file first, then on the screen."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Briefing, Facts, Outcome, Person, Use
from afterview_tui.domain.task import Kind
from afterview_tui.domain.text import clean
from afterview_tui.handoff.text_files import letters_folder
from afterview_tui.pages.brief import brief
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.steps.reference_card import ReferenceCard
from tests.tui.driving import NARROW, Clock, Window, opened, second

SMALL = (60, 20)
MONDAY = "2026-11-23"
OFTEN = Use((date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)), date(2026, 6, 9))
DATES = "not_needed_on, briefed_on, called_on, thanked_on, told_on"
STATES = [
    ("4", "not_needed_on", "Not needed yet", "no"),
    ("5", "briefed_on", "Briefed", "not yet"),
    ("6", "called_on", "They were called", "not yet"),
    ("7", "thanked_on", "Thanked", "not yet"),
    ("8", "told_on", "Told the outcome", "not yet"),
]
ASKING = [
    ("1", "asked", "Asked", "not yet"),
    ("2", "agreed", "Said yes", "not yet"),
    ("3", "declined", "Declined", "no"),
]


async def show_card(window: Window, briefing: int = 1, opened_for: Kind = Kind.BRIEF) -> None:
    """Open the card of a reference of the first interview."""
    window.app.push_screen(ReferenceCard(found(window), briefing, opened_for))
    await window.settle()


def found(window: Window) -> Facts:
    """What is on file of the first interview."""
    facts = window.store.interviews.facts(1)
    assert facts is not None
    return facts


def state(window: Window, number: str) -> str:
    """A line of the card: its sign, and what it says beside its name."""
    rows = [row.strip("▌ ") for row in window.lines_of("#page-lines").splitlines()]
    row = next(row for row in rows if row.startswith(f"{number}  "))
    sign, _, words = re.sub(r"  +", "  ", row).removeprefix(f"{number}  ").partition(" ")
    return f"{sign} {words.partition('  ')[2]}"


def current(window: Window) -> str:
    """The line under the cursor."""
    rows = window.app.screen.query_one(Rows)
    assert rows.highlighted is not None
    return str(rows.get_option_at_index(rows.highlighted).prompt)


def noted(window: Window, field: str, briefing: int = 1) -> object:
    return window.rows(f"SELECT {field} FROM briefing WHERE id = ?", briefing)[0][0]  # noqa: S608


@pytest.mark.parametrize(("key", "field", "words", "not_so"), STATES)
async def test_a_number_notes_a_state_with_its_date_and_takes_it_back(
    path: Path, key: str, field: str, words: str, not_so: str
) -> None:
    async with opened(path) as window:
        await show_card(window)
        assert state(window, key) == f"○ {not_so}"
        await window.press(key)
        assert noted(window, field) == MONDAY
        assert state(window, key) == "✓ Mon 23 Nov"
        assert words in window.screen
        await window.press(key)
        assert noted(window, field) is None
        assert state(window, key) == f"○ {not_so}"


@pytest.mark.parametrize(("key", "asked", "words", "not_so"), ASKING)
async def test_a_number_says_how_the_asking_stands_and_takes_it_back(
    path: Path, key: str, asked: str, words: str, not_so: str
) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press(key)
        row = "SELECT asked, asked_on FROM reference WHERE id = 1"
        assert window.rows(row) == [(asked, MONDAY)]
        assert state(window, key) == "✓ Mon 23 Nov"
        assert sum(state(window, other).startswith("✓") for other, *_ in ASKING) == 1
        await window.press(key)
        assert window.rows(row) == [("not asked", None)]
        assert state(window, key) == f"○ {not_so}"
        assert words in window.screen


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_the_cursor_starts_where_there_is_something_to_do_and_a_key_does_it(
    path: Path, key: str
) -> None:
    async with opened(path) as window:
        await show_card(window)
        assert "Briefed" in current(window)
        await window.press(key)
        assert noted(window, "briefed_on") == MONDAY
        assert "Briefed" in current(window)
        await window.press(key)
        assert noted(window, "briefed_on") is None


async def test_a_reference_is_briefed_from_the_line_before_in_four_keys(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Amy Ortiz")
        await window.press("j", "enter", "y", "space")
        assert noted(window, "briefed_on", 2) == MONDAY
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts[0].startswith("For Tom Reed")


async def test_a_line_is_found_and_done_by_its_everyday_words(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("question_mark")
        assert "You told them how it ended" in window.screen
        await window.typed("thanks\n")
        assert noted(window, "thanked_on") == MONDAY
        assert "Thanked" in current(window)


async def test_the_cursor_moves_over_the_lines_and_round(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("j", "space")
        assert noted(window, "called_on") == MONDAY
        await window.press("k", "k", "space")
        assert noted(window, "not_needed_on") == MONDAY
        await window.press("G", "j", "space")
        assert window.rows("SELECT asked FROM reference WHERE id = 1") == [("asked",)]
        await window.press("g", "k", "k", "space")
        assert noted(window, "told_on") == MONDAY


async def test_keys_that_come_in_one_bunch_with_the_card_are_for_it(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Tom Reed")
        await window.typed("\n y")
        assert noted(window, "briefed_on", 2) == MONDAY
        await window.until(lambda: window.clipboard.texts)
        assert "Tom Reed" in window.clipboard.texts[0]


@pytest.mark.parametrize(
    ("opened_for", "briefed", "called", "starts"),
    [
        (Kind.BRIEF, True, False, "Briefed"),
        (Kind.BRIEF, True, True, "Thanked"),
        (Kind.THANK_REFERENCE, True, True, "Thanked"),
        (Kind.TELL_REFERENCE, True, True, "Told"),
    ],
)
async def test_the_cursor_starts_at_what_is_still_to_be_done_with_them(
    path: Path, opened_for: Kind, briefed: bool, called: bool, starts: str
) -> None:
    async with opened(path) as window:
        with window.store.file.change("they called") as change:
            day = date(2026, 11, 23)
            change.update(
                Briefing, 1, briefed_on=day if briefed else None, called_on=day if called else None
            )
        if opened_for is Kind.TELL_REFERENCE:
            interview = found(window).interview
            window.store.interviews.end(interview, Outcome.OFFER, date(2026, 11, 23))
        await show_card(window, opened_for=opened_for)
        assert starts in current(window)


async def test_the_next_reference_is_turned_to_and_noted(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        assert "Lakeside Dental · 1 of 2" in window.screen
        await window.press("]")
        assert "Reference · Tom Reed" in window.screen
        await window.press("space", "[")
        assert "Reference · Amy Ortiz" in window.screen
        assert (noted(window, "briefed_on"), noted(window, "briefed_on", 2)) == (None, MONDAY)


async def test_briefed_takes_not_needed_away(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("4", "5")
        assert (noted(window, "not_needed_on"), noted(window, "briefed_on")) == (None, MONDAY)
        assert state(window, "4") == "○ no"


async def test_undo_works_on_the_card_and_says_what_it_took_back(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("5", "u")
        assert noted(window, "briefed_on") is None
        assert state(window, "5") == "○ not yet"
        await window.says("Undone: briefed Amy Ortiz")
        await window.press("U")
        assert noted(window, "briefed_on") == MONDAY
        assert state(window, "5") == "✓ Mon 23 Nov"


async def test_the_card_closes_when_undo_takes_the_reference_away(path: Path) -> None:
    async with opened(path) as window:
        window.store.interviews.add_reference(1, Person(name="Una Vale"))
        await show_card(window, found(window).vouching[-1].briefing.id)
        await window.press("u")
        assert window.rows("SELECT count(*) FROM person WHERE name = 'Una Vale'") == [(0,)]
        assert window.app.screen is window.main
        await window.says("Undone: added Una Vale as a reference")


async def test_a_reference_that_another_window_took_out_has_no_card(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("2")
        await window.to_line("Tom Reed")
        line = window.panes.steps.current
        assert line is not None
        async with second(path, clock) as other:
            with other.file.change("took Tom Reed out") as change:
                change.bin(Briefing, 2, clock())
        window.work.steps.open(line)
        await window.settle()
        assert window.app.screen is window.main
        assert "Tom Reed" not in window.pane("steps")


async def test_the_note_and_the_dates_are_written_in_a_form(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        await window.press("5", "2", "e")
        assert window.value("briefed_on") == "Mon 23 Nov 2026"
        assert window.value("asked_on") == "Mon 23 Nov 2026"
        await window.fill("note", "best after six")
        await window.fill("called_on", "yesterday")
        await window.until(lambda: window.hint("called_on") == "Sun 22 Nov, yesterday")
        window.entry("briefed_on").focus()
        await window.press("ctrl+u")
        await window.typed("fri")
        await window.until(lambda: window.hint("briefed_on") == "Fri 20 Nov, 3 days ago")
        await window.press("ctrl+s")
        row = window.rows(f"SELECT note, {DATES} FROM briefing WHERE id = 1")  # noqa: S608
        assert row == [("best after six", None, "2026-11-20", "2026-11-22", None, None)]
        assert state(window, "5") == "✓ Fri 20 Nov"
        assert "best after six" in window.lines_of("#page-text")
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        assert "best after six" not in window.clipboard.texts[0]


async def test_what_the_brief_lacks_is_filled_on_the_spot(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await show_card(window)
        assert "their number, to stress, why you want it" in window.lines_of("#page-lines")
        await window.press("9")
        await window.typed("555 0199\tthe recall list\tthe team")
        await window.press("ctrl+s")
        assert window.rows("SELECT phone FROM person WHERE name = 'Amy Ortiz'") == [("555 0199",)]
        assert noted(window, "to_stress") == "the recall list"
        assert window.rows("SELECT wanted_for FROM interview WHERE id = 1") == [("the team",)]
        assert "Fill what is missing" not in window.screen
        await window.press("pageup")
        assert "555 0199" in window.lines_of("#page-text")
        await window.press("u")
        assert noted(window, "to_stress") == ""
        assert window.rows("SELECT wanted_for FROM interview WHERE id = 1") == [("",)]
        assert "Fill what is missing" in window.screen


async def test_who_is_away_and_what_they_think_has_a_place(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Amy Ortiz")
        await window.press("enter")
        await window.press("e")
        await window.fill("away_until", "dec 8")
        await window.fill("fit", "made for it, and says so")
        await window.press("ctrl+s")
        assert window.rows("SELECT away_until FROM reference WHERE id = 1") == [("2026-12-08",)]
        assert noted(window, "fit") == "made for it, and says so"
        page = window.lines_of("#page-text")
        assert "Away until Tue 8 Dec" in page
        assert "made for it" in page
        await window.press("escape")
        assert "away until Tue 8 Dec" in window.pane("steps"), "also where no line looks new"


async def test_telling_the_outcome_offers_words_to_say_and_to_copy(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        with window.store.file.change("they called") as change:
            change.update(Briefing, 1, briefed_on=date(2026, 11, 20), note="best after six")
        window.store.interviews.end(found(window).interview, Outcome.NO, date(2026, 11, 23))
        window.desk.read()
        await window.press("2")
        await window.to_line("Tell Amy Ortiz")
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        await window.press("enter")
        assert "has chosen somebody else" in window.lines_of("#page-text")
        assert "Told the outcome" in current(window)
        await window.press("y", "space")
        await window.until(lambda: len(window.clipboard.texts) > 1)
        assert window.clipboard.texts[0] == window.clipboard.texts[1]
        assert "chosen somebody else" in window.clipboard.texts[0]
        assert window.clipboard.texts[0].startswith("Hello Amy, ")
        assert "On the phone" not in window.clipboard.texts[0]
        assert "\n" not in window.clipboard.texts[0]
        assert "best after six" not in window.clipboard.texts[0]
        assert window.clipboard.files[0].name == "2026-11-20-lakeside-dental-outcome-amy-ortiz.txt"
        assert noted(window, "told_on") == MONDAY


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
        said = brief(found(window), found(window).vouching[0], window.app.today)
        assert window.clipboard.texts == [said]
        assert window.clipboard.files[0].name == "2026-11-20-lakeside-dental-brief-amy-ortiz.txt"


async def test_the_brief_is_written_to_a_file_to_print(path: Path) -> None:
    async with opened(path, size=SMALL) as window:
        await show_card(window)
        await window.press("s")
        file = letters_folder(path) / "2026-11-20-lakeside-dental-brief-amy-ortiz.txt"
        said = brief(found(window), found(window).vouching[0], window.app.today)
        assert file.read_text(encoding="utf-8") == f"{said}\n"
        await window.says("Ready to print:")


async def test_a_second_click_on_a_line_notes_it(path: Path) -> None:
    async with opened(path) as window:
        await show_card(window)
        row = next(number for number, one in enumerate(window.lines) if "○ Thanked" in one)
        place = (window.lines[row].index("Thanked") + 2, row)
        await window.pilot.click(offset=place)
        await window.settle()
        assert noted(window, "thanked_on") is None
        assert "Thanked" in current(window)
        await window.pilot.click(offset=place)
        await window.settle()
        assert noted(window, "thanked_on") == MONDAY


async def test_use_is_one_quiet_line_and_none_when_there_was_none(path: Path) -> None:
    async with opened(path) as window:
        often = found(window)
        one, *others = often.vouching
        used = replace(often, vouching=(replace(one, use=OFTEN), *others))
        window.app.push_screen(ReferenceCard(used, 1))
        await window.settle()
        assert "briefed 3 times in 30 days, last thanked Tue 9 Jun" in window.screen
        await window.press("escape")
        await show_card(window)
        assert "30 days" not in window.screen


@pytest.mark.parametrize("size", [NARROW, SMALL])
async def test_every_state_and_the_whole_brief_are_reached_in_a_small_window(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await show_card(window)
        for number, _, words, _ in [*STATES, *ASKING]:
            assert state(window, number)
            assert words in window.screen
        assert "Esc Close" in window.screen
        assert "PgDn reads on" in window.screen
        seen = window.screen
        for _ in range(4):
            await window.press("pagedown")
            seen += window.screen
        assert "Amy Ortiz, former manager" in seen
        assert "[why you want it]" in seen
        await window.press("pageup", "pageup", "pageup", "pageup")
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
        for keys in (["5"], ["u"], ["2"], ["e"], ["escape"], ["]"], ["y"]):
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
            await window.press("5")
            other.rollback()
        assert noted(window, "briefed_on") is None
        assert isinstance(window.app.screen, ReferenceCard)
        assert not isinstance(window.app.screen, Form)
        await window.until(lambda: window.notice)
        assert state(window, "5") == "○ not yet"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("1", "Amy Ortiz: asked today"),
        ("2", "Amy Ortiz: said yes today"),
        ("4", "Amy Ortiz: no brief needed today"),
        ("5", "Amy Ortiz: briefed today"),
        ("6", "Amy Ortiz: called today"),
        ("8", "Amy Ortiz: told the outcome today"),
    ],
)
async def test_a_number_says_what_it_changed_and_how_it_is_taken_back(
    path: Path, key: str, words: str
) -> None:
    async with opened(path) as window:
        await show_card(window)
        before = state(window, key)
        await window.press(key)
        await window.says(f"{words}. u takes it back.")
        await window.press(key)
        await window.says("taken off. u takes it back.")
        assert state(window, key) == before
