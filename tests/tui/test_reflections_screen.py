"""All reflections on one screen: by prompt, found by words, and the way back to a journal."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.looking_back import EVERYTHING, SURE, TOPICS
from afterview_tui.domain.records import Felt, Interview, Outcome
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.journal.reflections_screen import ReflectionsScreen
from tests.tui.driving import Clock, Window, is_clean, opened, records, second

SIZES = [(120, 36), (80, 24), (60, 20)]
SLOW = "Slow down before answering"
HOSTILE = "[b]bold[/b] \x1b[31mred\x1b[0m \u202egnp"


@pytest.fixture
def reflected(path: Path, clock: Clock) -> Path:
    """Two interviews with a line in common, and one that ended long ago (id 3)."""
    with closing(Store(path, clock)) as store:
        long_ago = Interview(
            employer="Hill School",
            role="Secretary",
            held_on=date(2026, 6, 1),
            felt=Felt.NERVES,
            outcome=Outcome.NO,
            outcome_on=date(2026, 6, 10),
        )
        store.interviews.add(Entry(long_ago))
        for number, prompt, text in (
            (1, "well", "They laughed"),
            (1, "differently", f"Bring the portfolio\n{SLOW}"),
            (2, "differently", SLOW),
            (3, "why_not", "More years wanted"),
        ):
            facts = store.interviews.facts(number)
            assert facts is not None
            store.journal.write(facts, prompt, text, "")
        facts = store.interviews.facts(1)
        assert facts is not None
        store.journal.feel_sure(facts, 4, date(2026, 11, 20))
        store.journal.feel_sure(facts, 2, date(2026, 11, 23))
    return path


def screen(window: Window) -> ReflectionsScreen:
    shown = window.app.screen
    assert isinstance(shown, ReflectionsScreen)
    return shown


def text(window: Window) -> str:
    return window.lines_of("#reflection-rows")


@pytest.mark.parametrize("size", SIZES)
async def test_everything_is_shown_newest_first_and_then_one_prompt_at_a_time(
    reflected: Path, size: tuple[int, int]
) -> None:
    async with opened(reflected, size=size) as window:
        before = records(reflected)
        await window.press("4", "V")
        assert screen(window).topic == EVERYTHING
        assert "Reflections   3 interviews" in window.screen
        assert "Oak Vision  Aide · Mon 23 Nov" in text(window).strip().splitlines()[0]
        assert text(window).index("Oak Vision") < text(window).index("Lakeside Dental")
        await window.press("l")
        assert screen(window).topic == "differently"
        assert "What to do differently next time" in window.screen
        assert text(window).count(SLOW) == 2
        assert "They laughed" not in text(window)
        assert "Hill School" not in text(window)
        await window.press("l")
        assert screen(window).topic == "well"
        await window.press("left", "left")
        assert screen(window).topic == EVERYTHING
        assert records(reflected) == before


async def test_every_prompt_comes_in_turn_and_the_first_again(reflected: Path) -> None:
    async with opened(reflected) as window:
        await window.press("4", "V")
        seen = []
        for name in TOPICS.values():
            assert name in window.lines_of("#topics")
            seen.append(screen(window).topic)
            await window.press("right")
        assert seen == list(TOPICS)
        assert screen(window).topic == EVERYTHING
        await window.press("h")
        assert screen(window).topic == list(TOPICS)[-1]
        assert "Nothing is noted under this yet." in text(window)


async def test_how_sure_one_felt_is_drawn_with_its_days(reflected: Path) -> None:
    async with opened(reflected) as window:
        await window.press("4", "V")
        screen(window).action_topic(SURE)
        await window.settle()
        said = "●●●●○ 4 of 5, noted Fri 20 Nov; later 2 (Mon 23 Nov)"
        assert said in text(window)
        assert "Hygienist · Fri 20 Nov · felt well" in text(window)


async def test_a_click_on_a_prompt_shows_it(reflected: Path) -> None:
    async with opened(reflected) as window:
        await window.press("4", "V")
        row, column = next(
            (y, line.index("What went well"))
            for y, line in enumerate(window.lines)
            if "│ What went well" in line
        )
        await window.pilot.click(offset=(column, row))
        await window.settle()
        assert screen(window).topic == "well"


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_the_journal_of_that_interview_at_that_prompt(
    reflected: Path, size: tuple[int, int]
) -> None:
    async with opened(reflected, size=size) as window:
        await window.press("4", "V", "l")
        await window.to_line("Bring the portfolio")
        await window.press("enter")
        assert window.app.screen is window.main
        assert window.desk.selected == 1
        assert window.focused == "journal-rows"
        assert window.panes.journal.rows.current_id == "differently"
        await window.press("enter")
        await window.typed("\nSmile")
        await window.press("escape")
        assert window.rows("SELECT differently FROM reflection WHERE interview_id = 1") == [
            (f"Bring the portfolio\n{SLOW}\nSmile",)
        ]


async def test_an_interview_that_ended_long_ago_is_revealed(reflected: Path) -> None:
    async with opened(reflected) as window:
        await window.press("4", "V")
        await window.to_line("More years wanted")
        await window.press("enter")
        assert window.desk.selected == 3
        assert "4 Journal · Hill School" in window.pane("journal")
        assert window.panes.journal.rows.current_id == "why_not"


async def test_the_way_from_an_open_prompt_through_the_list_leads_there_too(
    reflected: Path,
) -> None:
    async with opened(reflected) as window:
        await window.press("4", "enter")
        await window.typed("Half a thou")
        await window.press("ctrl+p")
        await window.typed("Reflections\n")
        await window.until(lambda: isinstance(window.app.screen, ReflectionsScreen))
        await window.to_line("More years wanted")
        await window.press("enter")
        assert any("Half a thou" in str(row) for row in window.rows("SELECT well FROM reflection"))
        assert window.desk.selected == 3
        assert "4 Journal · Hill School" in window.pane("journal")
        assert window.panes.journal.rows.current_id == "why_not"


async def test_the_filter_leaves_what_has_the_words_and_escape_leads_out_by_steps(
    reflected: Path,
) -> None:
    async with opened(reflected) as window:
        await window.press("4", "V", "slash")
        await window.typed("slow")
        assert "They laughed" not in text(window)
        assert text(window).count(SLOW) == 2
        await window.typed(" portfolio")
        assert "Reflections   1 interview " in window.screen
        await window.typed(" rabbit")
        assert "Nothing that is noted here has these words. / changes the filter." in text(window)
        await window.press("escape")
        assert window.focused == "reflection-rows"
        assert screen(window).finder.value == "slow portfolio rabbit"
        await window.press("escape")
        assert window.app.screen is window.main


async def test_what_is_shown_is_copied_as_text_and_as_markdown(reflected: Path) -> None:
    async with opened(reflected) as window:
        await window.press("4", "V", "l", "y")
        await window.until(lambda: len(window.clipboard.texts) == 1)
        await window.press("Y")
        await window.until(lambda: len(window.clipboard.texts) == 2)
        plain, marked = window.clipboard.texts
        assert plain.startswith("What to do differently next time\n\nOak Vision · Aide")
        assert plain.count(f"- {SLOW}") == 2
        assert "## Lakeside Dental · Hygienist" in marked
        assert window.clipboard.files[0].name.endswith("what-to-do-differently-next-time.txt")


async def test_what_another_window_writes_comes_in(reflected: Path, clock: Clock) -> None:
    async with opened(reflected, clock=clock) as window:
        await window.press("4", "V")
        async with second(reflected, clock) as other:
            facts = other.interviews.facts(2)
            assert facts is not None
            other.journal.write(facts, "cared", "Saturdays", "")
        await window.until(lambda: "Saturdays" in text(window))


async def test_the_cursor_stays_at_its_interview_from_prompt_to_prompt(reflected: Path) -> None:
    async with opened(reflected) as window:
        await window.press("4", "V")
        await window.to_line("They laughed")
        await window.press("l")
        assert "Bring the portfolio" in window.current_line


async def test_nothing_noted_says_so_and_copies_nothing(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "V")
        assert "Nothing is noted yet." in text(window)
        await window.press("enter", "j", "y")
        await window.says("There is nothing here to copy.")
        assert window.clipboard.texts == []
        await window.press("q")
        assert window.app.screen is window.main


async def test_hostile_text_is_shown_as_text(reflected: Path, clock: Clock) -> None:
    with closing(Store(reflected, clock)) as store:
        facts = store.interviews.facts(1)
        assert facts is not None
        with store.file.change("wrote past the door") as change:
            change.update(type(facts.reflection), facts.reflection.id, cared=HOSTILE)
    async with opened(reflected) as window:
        await window.press("4", "V")
        assert "[b]bold[/b]" in text(window)
        assert is_clean(window.screen)
        await window.press("slash")
        await window.paste(HOSTILE)
        assert is_clean(window.screen)


async def test_the_list_of_what_can_be_done_begins_with_the_keys_of_the_place(
    reflected: Path,
) -> None:
    async with opened(reflected) as window:
        await window.press("4", "V", "question_mark")
        assert "HERE · All reflections" in window.lines_of("#action-rows").splitlines()[0]
        await window.press("escape", "escape")
        assert window.app.screen is window.main
