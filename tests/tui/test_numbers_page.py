"""Three numbers on a page: one glance, and sentences that are whole without it."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from afterview_tui.domain.records import Interview, Outcome, Person
from afterview_tui.handoff.text_files import letters_folder
from afterview_tui.pages.numbers_page import as_text
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.main.main_screen import MainScreen
from afterview_tui.tui.steps.numbers_dialog import NumbersPage
from tests.tui.driving import NARROW, WIDE, Clock, opened, records, shows
from tests.unit.build import as_shown

EVERY_SIZE = pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)])
SENTENCES = (
    "4 of 7 letters went out within a day, 1 later, 2 have not gone out. Late ones still count.",
    "2 of 3 answers came within 6 days, the last one after 10 days; 3 interviews have none so"
    " far. Before day 10 silence says little.",
    "“Why hygiene?” came up at 3 interviews and has no answer yet. A few lines on it help the"
    " most.",
)


@pytest.fixture
def path(path: Path, clock: Clock) -> Path:
    """Five more interviews in October, each with a letter, three with an answer."""
    with closing(Store(path, clock)) as store:
        for number in range(5):
            held_on = date(2026, 10, 1) + timedelta(days=number)
            interview = Interview(employer=f"Clinic {number}", held_on=held_on)
            new = store.interviews.add(Entry(interview, [Person(name="Ada Low")], []))
            found = store.interviews.facts(new)
            assert found is not None
            ada = found.met[0].person
            sent_on = held_on + timedelta(days=1 if number else 5)
            store.letters.mark_sent(found, as_shown(found, ada, "Dear Ada"), ada, sent_on)
            if number < 3:
                after = timedelta(days=2 + 4 * number)
                store.interviews.end(found.interview, Outcome.NO, held_on + after)
                store.journal.ask("Why hygiene?", new)
    return path


def flat(text: str) -> str:
    """What stands on the screen without its frames."""
    return " ".join(text.replace("│", " ").split())


@EVERY_SIZE
async def test_each_number_is_drawn_and_said(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        before = records(path)
        await window.press("i")
        assert shows(window, NumbersPage)
        shown = window.lines_of("#page-words")
        assert "●●●●○··" in shown
        assert "██████░░░░   █ half by day 6  ░ all by day 10" in shown
        assert "○○○   ○ asked, without an answer" in shown
        for sentence in SENTENCES:
            assert sentence in flat(shown)
        await window.press("escape")
        assert shows(window, MainScreen)
        assert records(path) == before


@EVERY_SIZE
async def test_it_stands_on_one_screen(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await window.press("i")
        assert window.app.screen.query_one("#page-text").max_scroll_y == 0


async def test_the_sentences_are_copied_without_the_drawings(path: Path, clock: Clock) -> None:
    async with opened(path) as window:
        await window.press("i", "y")
        await window.until(lambda: window.clipboard.texts)
        said = as_text(window.store.numbers.all(clock.today))
        assert window.clipboard.texts == [said]
        for sentence in SENTENCES:
            assert sentence in said
        assert "█" not in said
        await window.press("p")
        file = letters_folder(path) / "2026-11-23-in-numbers.txt"
        assert file.read_text("utf-8") == f"{said}\n"


@EVERY_SIZE
async def test_an_empty_file_says_so_and_draws_nothing(empty: Path, size: tuple[int, int]) -> None:
    async with opened(empty, size=size) as window:
        await window.press("i")
        shown = flat(window.screen)
        assert "No thank-you letter has had its day yet." in shown
        assert "No answer is noted yet." in shown
        assert "No question that came up is noted yet." in shown
        assert not set(window.lines_of("#page-words")) & set("●○·█░")


async def test_the_list_of_what_can_be_done_opens_both_pages(path: Path) -> None:
    async with opened(path) as window:
        for words in ("In numbers", "Résumé"):
            await window.press("question_mark")
            await window.typed(f"{words}\n")
            assert words in window.screen
            await window.press("escape")
            assert shows(window, MainScreen)


async def test_a_question_does_not_act(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        for number in (1, 3, 4, 5):
            store.journal.ask("[@click=app.quit]Why?[/]", number)
    async with opened(path) as window:
        await window.press("i")
        assert "“[@click=app.quit]Why?[/]” came up at 4 interviews" in window.screen
