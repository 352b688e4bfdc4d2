"""All reflections on the shelf: by prompt, found by words, and the way back to a journal."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.looking_back import SURE, TOPICS
from afterview_tui.domain.records import Felt, Interview, Outcome
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.shelf import ShelfScreen
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


def text(window: Window) -> str:
    return window.lines_of("#shelf-rows")


def card(window: Window) -> str:
    return window.lines_of("#card")


async def look(window: Window) -> None:
    """Open the reflections from the journal."""
    await window.press("4", "5", "]", "]", "]")
    assert window.shelf.WHERE is Where.REFLECTIONS


@pytest.mark.parametrize("size", SIZES)
async def test_every_note_stands_under_its_prompt_the_newest_first(
    reflected: Path, size: tuple[int, int]
) -> None:
    async with opened(reflected, size=size) as window:
        before = records(reflected)
        await look(window)
        assert window.listed == [
            TOPICS["differently"],
            SLOW,
            "Bring the portfolio",
            TOPICS["well"],
            "They laughed",
            TOPICS[SURE],
            window.listed[6],
            TOPICS["why_not"],
            "More years wanted",
        ]
        assert "5 reflections" in window.screen
        assert "Oak Vision" in text(window).splitlines()[1]
        assert records(reflected) == before


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_has_the_note_and_below_it_those_of_other_interviews(
    reflected: Path, size: tuple[int, int]
) -> None:
    async with opened(reflected, size=size) as window:
        await look(window)
        await window.to_line("Bring the portfolio")
        shown = card(window)
        assert shown.index("Lakeside Dental · Hygienist · Fri 20 Nov") < shown.index("Oak Vision")
        assert SLOW in shown
        assert "They laughed" not in shown


async def test_how_sure_one_felt_is_drawn_with_its_days(reflected: Path) -> None:
    async with opened(reflected) as window:
        await look(window)
        await window.to_line("●●●●○")
        said = "●●●●○ 4 of 5, noted Fri 20 Nov; later 2 (Mon 23 Nov)"
        assert said in card(window)
        assert "Hygienist · Fri 20 Nov · felt well" in card(window)


async def test_a_prompt_with_many_notes_says_how_many_more_there_are(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        for number in range(20):
            held_on = date(2026, 1, 1 + number)
            new = store.interviews.add(Entry(Interview(employer=f"E{number}", held_on=held_on)))
            facts = store.interviews.facts(new)
            assert facts is not None
            store.journal.write(facts, "well", f"Note {number}", "")
    async with opened(path) as window:
        await look(window)
        assert "Note 19" in card(window)
        assert "and 13 more" in card(window)
        assert "y copies all" in card(window)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_the_journal_of_that_interview_at_that_prompt(
    reflected: Path, size: tuple[int, int]
) -> None:
    async with opened(reflected, size=size) as window:
        await look(window)
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
        await look(window)
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
        await window.until(lambda: isinstance(window.app.screen, ShelfScreen))
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
        await look(window)
        await window.press("slash")
        await window.typed("slow")
        assert window.listed == [TOPICS["differently"], SLOW, "Bring the portfolio"]
        await window.typed(" portfolio")
        assert "1 of 5 reflections" in window.screen
        await window.typed(" rabbit")
        assert "Nothing that is noted has these words" in card(window)
        await window.press("escape")
        assert window.focused == "shelf-rows"
        assert window.shelf.listing.finder.value == "slow portfolio rabbit"
        await window.press("escape")
        assert window.app.screen is window.main


async def test_what_stands_under_a_prompt_is_copied_as_text_and_as_markdown(
    reflected: Path,
) -> None:
    async with opened(reflected) as window:
        await look(window)
        await window.press("y")
        await window.until(lambda: len(window.clipboard.texts) == 1)
        await window.press("s")
        await window.until(lambda: len(window.clipboard.texts) == 2)
        plain, marked = window.clipboard.texts
        assert plain.startswith("What to do differently next time\n\nOak Vision · Aide")
        assert plain.count(f"- {SLOW}") == 2
        assert "## Lakeside Dental · Hygienist" in marked
        assert window.clipboard.files[0].name.endswith("what-to-do-differently-next-time.txt")


async def test_what_another_window_writes_comes_in(reflected: Path, clock: Clock) -> None:
    async with opened(reflected, clock=clock) as window:
        await look(window)
        async with second(reflected, clock) as other:
            facts = other.interviews.facts(2)
            assert facts is not None
            other.journal.write(facts, "cared", "Saturdays", "")
        await window.until(lambda: "Saturdays" in text(window))


async def test_nothing_noted_says_so_and_copies_nothing(path: Path) -> None:
    async with opened(path) as window:
        await look(window)
        assert "Nothing is noted yet" in card(window)
        await window.press("enter", "j", "y", "s")
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
        await look(window)
        assert "[b]bold[/b]" in text(window)
        assert is_clean(window.screen)
        await window.press("slash")
        await window.paste(HOSTILE)
        assert is_clean(window.screen)


async def test_the_list_of_what_can_be_done_begins_with_the_keys_of_the_place(
    reflected: Path,
) -> None:
    async with opened(reflected) as window:
        await look(window)
        await window.press("question_mark")
        assert "HERE · Reflections" in window.lines_of("#action-rows").splitlines()[0]
        await window.press("escape", "escape")
        assert window.app.screen is window.main
