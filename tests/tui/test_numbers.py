"""Three numbers on the shelf: one glance, and sentences that are whole without it."""

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
from afterview_tui.tui.keys import Where
from afterview_tui.tui.main.main_screen import MainScreen
from tests.tui.driving import NARROW, WIDE, Clock, opened, records, shows
from tests.unit.build import as_shown

EVERY_SIZE = pytest.mark.parametrize("size", [WIDE, NARROW])
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
async def test_each_number_is_a_line_with_its_drawing_and_the_card_says_what_follows(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        before = records(path)
        await window.open_tab(Where.NUMBERS)
        lines = window.lines_of("#shelf-rows").splitlines()
        drawn = ("●●●●○··", "██████░░░░", "○○○")
        for line, drawing, sentence in zip(lines, drawn, SENTENCES, strict=False):
            assert drawing in line
            assert drawing in window.lines_of("#card")
            assert sentence in flat(window.lines_of("#card"))
            await window.press("j")
        await window.press("escape")
        assert shows(window, MainScreen)
        assert records(path) == before


async def test_the_card_says_what_the_marks_mean(path: Path) -> None:
    async with opened(path) as window:
        await window.open_tab(Where.NUMBERS)
        assert "● within a day  ○ later  · not gone" in window.lines_of("#card")
        await window.press("j")
        assert "█ half by day 6  ░ all by day 10" in window.lines_of("#card")
        await window.press("j")
        assert "○ asked, without an answer" in window.lines_of("#card")


async def test_the_sentences_are_copied_without_the_drawings(path: Path, clock: Clock) -> None:
    async with opened(path) as window:
        await window.open_tab(Where.NUMBERS)
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        said = as_text(window.store.numbers.all(clock.today))
        assert window.clipboard.texts == [said]
        for sentence in SENTENCES:
            assert sentence in said
        assert "█" not in said
        await window.press("s")
        file = letters_folder(path) / "2026-11-23-in-numbers.txt"
        assert file.read_text("utf-8") == f"{said}\n"
        await window.says("Written to")


@EVERY_SIZE
async def test_an_empty_file_says_so_and_draws_nothing(empty: Path, size: tuple[int, int]) -> None:
    async with opened(empty, size=size) as window:
        await window.open_tab(Where.NUMBERS)
        for said in (
            "No thank-you letter has had its day yet.",
            "No answer is noted yet.",
            "No question that came up is noted yet.",
        ):
            assert said in flat(window.lines_of("#card"))
            assert not set(window.lines_of("#shelf")) & set("●○█░")
            await window.press("j")


async def test_a_question_does_not_act(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        for number in (1, 3, 4, 5):
            store.journal.ask("[@click=app.quit]Why?[/]", number)
    async with opened(path) as window:
        await window.open_tab(Where.NUMBERS)
        await window.press("G")
        assert "“[@click=app.quit]Why?[/]” came up at 4 interviews" in flat(window.screen)
