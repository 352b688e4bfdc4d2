"""The journal as a page that is written from prompt to prompt, and the day for the facts."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Felt
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.tui.driving import Clock, Window, opened, second

SIZES = [(120, 36), (80, 24), (60, 20)]
MONDAY = date(2026, 11, 23)


@pytest.fixture
def poor(path: Path, clock: Clock) -> Path:
    """Lakeside Dental was today, and felt poorly; it is the one interview on file."""
    with closing(Store(path, clock)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        changed = replace(facts.interview, felt=Felt.NERVES, held_on=MONDAY)
        store.interviews.edit(Entry(changed, [one.person for one in facts.met]))
        other = store.interviews.facts(2)
        assert other is not None
        store.interviews.bin(other.interview)
    return path


def written(window: Window) -> tuple[str, ...]:
    sql = "SELECT happened, well, improve, differently, cared, unsaid FROM reflection"
    found = window.rows(f"{sql} WHERE interview_id = 1")
    return found[0] if found else ()


def open_prompt(window: Window) -> str:
    return str(window.panes.journal.query_one("#journal-prompt").render())


async def at(window: Window, words: str) -> None:
    await window.press("2", "1", "4")
    await window.to_line(words)


@pytest.mark.parametrize("size", SIZES)
async def test_tab_goes_from_prompt_to_prompt_and_round(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await at(window, "What went well")
        await window.press("enter")
        await window.typed("Calm\tSpeak up\tPortfolio\tSaturdays\tX-ray")
        assert written(window) == ("", "Calm", "Speak up", "Portfolio", "Saturdays", "")
        assert open_prompt(window) == "What I wanted to say and did not   5 of 5"
        assert "5 of 5" in window.pane("journal")
        await window.press("tab")
        assert written(window) == ("", "Calm", "Speak up", "Portfolio", "Saturdays", "X-ray")
        assert open_prompt(window) == "What went well   1 of 5"
        await window.press("escape")
        assert window.focused == "journal-rows"
        assert "What went well" in window.current_line


async def test_shift_tab_goes_back_and_from_the_first_prompt_to_the_last(path: Path) -> None:
    async with opened(path) as window:
        await at(window, "What to improve")
        await window.press("enter")
        assert open_prompt(window) == "What to improve   2 of 5"
        await window.typed("Speak up")
        await window.press("shift+tab")
        assert written(window)[2] == "Speak up"
        assert open_prompt(window) == "What went well   1 of 5"
        assert window.focused == "journal-text"
        await window.press("shift+tab")
        assert open_prompt(window) == "What I wanted to say and did not   5 of 5"


async def test_what_was_written_before_is_gone_on_with_at_its_end(path: Path) -> None:
    async with opened(path) as window:
        await at(window, "What went well")
        await window.press("enter")
        await window.typed("Calm")
        await window.press("tab", "shift+tab")
        await window.typed(" hands")
        await window.press("escape")
        assert written(window)[1] == "Calm hands"
        assert "What went well" in window.current_line


async def test_undo_in_the_text_stays_in_its_prompt(path: Path) -> None:
    async with opened(path) as window:
        await at(window, "What went well")
        await window.press("enter")
        await window.typed("Calm\tSpeak up")
        await window.press("ctrl+z", "ctrl+z", "ctrl+z", "escape")
        assert written(window)[1] == "Calm"
        assert "Calm" not in written(window)[2]


async def test_tab_in_an_answer_goes_to_the_next_question(path: Path) -> None:
    async with opened(path) as window:
        for question in ("Why us?", "Why now?"):
            await window.press("4", "a")
            await window.typed(f"{question}\n")
        await at(window, "Why us?")
        await window.press("enter")
        assert open_prompt(window) == "Why us?   1 of 2"
        await window.typed("The people\tThe season")
        assert open_prompt(window) == "Why now?   2 of 2"
        await window.press("tab")
        assert window.rows("SELECT answer FROM question ORDER BY id") == [
            ("The people",),
            ("The season",),
        ]
        assert open_prompt(window) == "Why us?   1 of 2"


async def test_tab_where_nothing_is_beside_what_is_open_stays_there(
    path: Path, clock: Clock
) -> None:
    """Before the interview there are no prompts, and the open question was taken away elsewhere."""
    async with opened(path, clock=clock) as window:
        await window.press("n")
        await window.fill("employer", "Hill School")
        await window.fill("when", "in a week")
        await window.press("ctrl+s", "4", "a")
        await window.typed("Why us?\n")
        await window.press("enter")
        assert window.focused == "journal-text"
        async with second(path, clock) as other:
            other.file.undo()
        await window.until(
            lambda: window.desk.case is not None and not window.desk.case.facts.questions
        )
        await window.press("tab", "shift+tab")
        assert window.app.is_running


async def test_the_keys_for_everywhere_work_in_a_prompt(path: Path) -> None:
    async with opened(path) as window:
        await at(window, "What went well")
        await window.press("enter")
        await window.typed("Calm")
        await window.press("f3")
        assert window.focused == "step-rows"
        assert written(window)[1] == "Calm"
        await window.press("f5", "f1", "escape")
        assert window.app.screen is window.main


@pytest.mark.parametrize("size", SIZES)
async def test_on_the_day_of_a_poor_interview_the_page_asks_only_for_facts(
    poor: Path, size: tuple[int, int]
) -> None:
    async with opened(poor, size=size) as window:
        await window.press("4")
        page = window.pane("journal")
        for shown in (
            "What happened, in order",
            "What they cared about",
            "Only the facts today. The rest comes back tomorrow.",
            "How sure I feel",
            "Questions I did not expect",
        ):
            assert shown in page
        for later in ("What went well", "What to improve", "What to do differently", "wanted to"):
            assert later not in page
        await window.press("g", "enter")
        assert "1 of 2" in window.pane("journal")
        await window.typed("The tour, then the questions")
        await window.press("escape")
        assert written(window)[0] == "The tour, then the questions"


async def test_the_rest_comes_the_next_day_and_the_facts_stay(poor: Path, clock: Clock) -> None:
    async with opened(poor, clock=clock) as window:
        await at(window, "What happened")
        await window.press("enter")
        await window.typed("The tour")
        await window.press("escape")
        clock.forward(days=1)
        await window.until(lambda: "What went well" in window.pane("journal"))
        page = window.pane("journal")
        assert "The tour" in page
        assert "Only the facts" not in page
        await window.press("2")
        await window.to_line("Look at it again")
        assert "due Tue 24 Nov, today" in window.pane("steps")
        await window.press("enter")
        assert open_prompt(window).startswith("What went well")
        await window.typed("I stayed")
        await window.press("escape")
        assert written(window)[:2] == ("The tour", "I stayed")
        assert "✓ Look at it again" in window.pane("steps")


async def test_a_prompt_that_is_open_at_midnight_stays_open(poor: Path, clock: Clock) -> None:
    async with opened(poor, clock=clock) as window:
        await at(window, "What happened")
        await window.press("enter")
        await window.typed("The tour")
        clock.forward(days=1)
        await window.until(lambda: window.desk.agenda.today > MONDAY)
        await window.typed(", then the questions")
        await window.press("escape")
        assert written(window)[0] == "The tour, then the questions"


async def test_the_line_of_a_poor_day_opens_what_happened_and_is_settled_by_it(
    poor: Path,
) -> None:
    async with opened(poor) as window:
        await window.press("2")
        await window.to_line("What happened, only the facts")
        await window.press("enter")
        assert window.focused == "journal-text"
        await window.typed("The tour")
        await window.press("escape")
        assert written(window)[0] == "The tour"
        assert "✓ What happened, only the facts" in window.pane("steps")
        assert "○ Look at it again" in window.pane("steps")


async def test_what_was_judged_before_it_felt_poorly_is_not_hidden(poor: Path) -> None:
    with closing(Store(poor, Clock())) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        store.journal.write(facts, "improve", "Speak up", "")
    async with opened(poor) as window:
        await window.press("4")
        assert "What to improve" in window.pane("journal")
        assert "Speak up" in window.pane("journal")


async def test_how_sure_is_noted_once_and_what_comes_later_is_shown_beside_it(
    poor: Path, clock: Clock
) -> None:
    async with opened(poor, clock=clock) as window:
        await at(window, "How sure I feel")
        await window.press("enter", "4")
        clock.forward(days=1)
        await window.until(lambda: window.desk.agenda.today > MONDAY)
        await at(window, "How sure I feel")
        await window.press("enter")
        assert "4 of 5, noted Mon 23 Nov. The first stays" in window.screen
        await window.press("2")
        assert window.rows("SELECT sure, sure_on FROM reflection") == [(4, "2026-11-23")]
        assert window.rows("SELECT sure, noted_on FROM feeling") == [(2, "2026-11-24")]
        said = "●●●●○ 4 of 5, noted Mon 23 Nov; later 2 (Tue 24 Nov)"
        assert said in window.pane("journal")
        await window.press("u")
        assert window.rows("SELECT sure FROM reflection") == [(4,)]
        assert window.rows("SELECT sure FROM feeling WHERE binned_at IS NULL") == []
        await window.press("u")
        assert window.rows("SELECT sure FROM reflection") in ([], [(None,)])


async def test_the_zoomed_journal_is_one_page_with_space_between_its_prompts(path: Path) -> None:
    async with opened(path) as window:
        await at(window, "What went well")
        await window.press("enter")
        await window.typed("They laughed\nThe numbers of the recall list were ready\t")
        await window.press("escape", "z")
        lines = [line.strip("│▌ ").rstrip() for line in window.pane("journal").splitlines()]
        assert lines[1:6] == [
            "What went well",
            "They laughed",
            "The numbers of the recall list were ready",
            "",
            "What to improve  …",
        ]


async def test_a_long_word_and_wide_letters_are_shown_whole(path: Path) -> None:
    words, wide = "#" * 150, "謝" * 60
    async with opened(path, size=(60, 20)) as window:
        await at(window, "What went well")
        await window.press("enter")
        await window.paste(f"{words}\n{wide}")
        await window.press("escape")
        page = window.pane("journal")
        assert (page.count("#"), page.count("謝")) == (150, 60)
