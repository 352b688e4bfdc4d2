"""After a no: one line leads to the letter, the call, a note of what they said, or the silence."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Outcome, Person, Result
from afterview_tui.domain.task import Kind
from afterview_tui.domain.tasks import tasks
from afterview_tui.handoff.text_files import letters_folder
from afterview_tui.pages.why_not_call import why_call
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.pick_dialog import Pick
from afterview_tui.tui.main.main_screen import MainScreen
from afterview_tui.tui.steps.why_not import WhyCall
from tests.tui.driving import NARROW, WIDE, Clock, Window, facts, mark_sent, opened, shows

EVERY_SIZE = pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20)])
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
ASKED = "SELECT done_on, set_aside_on, reason FROM adjustment WHERE task = 'ask-why'"
SILENCE = "most never answer, and it says nothing about you"


@pytest.fixture
def path(path: Path, clock: Clock) -> Path:
    """Lakeside Dental said no today."""
    with closing(Store(path, clock)) as store:
        store.interviews.end(facts(path, clock).interview, Outcome.NO, clock.today)
    return path


async def ask(window: Window, *keys: str) -> None:
    """Open the line about asking, and press keys there."""
    await window.press("1")
    await window.to_line("Lakeside")
    await window.press("2")
    await window.to_line("Ask which areas")
    await window.press("enter", *keys)


def line(window: Window) -> str:
    """The line about asking, also where the list shows it further down."""
    rows = window.panes.steps.rows
    return next(str(o.prompt) for o in rows.options if "Ask which areas" in str(o.prompt)).strip()


def flat(text: str) -> str:
    """What stands on the screen without its frames."""
    return " ".join(text.replace("│", " ").split())


@EVERY_SIZE
async def test_the_line_offers_four_ways_and_says_how(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await ask(window)
        assert shows(window, Choose)
        for words in (
            "Which areas could be stronger?",
            "1 Write the short letter",
            "2 Call: what to say, and what not",
            "3 Note what they said",
            "4 No answer came: leave it at that",
            "Thanks first; then ask, and never argue.",
        ):
            assert words in flat(window.lines_of("#choose"))
        await window.press("escape")
        assert window.rows(ASKED) == []
        assert shows(window, MainScreen)


@pytest.mark.parametrize("keys", [["3"], ["2", "2"]])
async def test_enter_in_today_offers_the_same_and_words_are_noted_there(
    path: Path, clock: Clock, keys: list[str]
) -> None:
    """The line was ticked and left Today, and the words went to the next line's interview."""
    clock.forward(days=1)
    async with opened(path, clock=clock) as window:
        await window.press("t")
        await window.to_line("Ask which areas")
        await window.press("enter", *keys)
        await window.typed("More practice")
        await window.press("escape")
        assert window.rows("SELECT interview_id, why_not FROM reflection") == [(1, "More practice")]


async def test_a_letter_to_one_of_several_asks_whom(path: Path) -> None:
    async with opened(path) as window:
        await ask(window, "1")
        assert shows(window, Pick)
        assert "To whom is the request for advice?" in window.screen
        await window.typed("jo")
        await window.press("enter")
        assert "Letter · Jo Park · why-not" in window.screen
        assert window.focused is not None
        assert window.focused.startswith("letter")


async def test_a_letter_goes_to_who_told_the_user(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        found = facts(path, clock)
        jo = next(one.person for one in found.met if one.person.name == "Jo Park")
        store.checklist.follow_up(found, Result.REACHED, clock.today, person_id=jo.id)
    async with opened(path) as window:
        await ask(window, "1")
        assert shows(window, MainScreen)
        assert "Letter · Jo Park · why-not" in window.screen


async def test_the_letter_that_is_sent_settles_the_line_and_says_what_mostly_comes(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window:
        await ask(window, "1")
        await window.press("enter")
        await mark_sent(window)
        assert window.rows("SELECT kind, state, sent_on FROM letter") == [
            ("why-not", "sent", "2026-11-23")
        ]
        assert line(window).startswith("✓")
        await window.press("4")
        assert f"asked Mon 23 Nov; {SILENCE}" in flat(window.pane("journal"))
        clock.forward(days=10)
        await window.until(lambda: "Thu 3 Dec" in window.lines[0])
        await window.press("t")
        assert "Ask which areas" not in window.pane("today")


@EVERY_SIZE
async def test_the_call_has_a_page_with_what_to_say(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await ask(window, "2")
        assert shows(window, WhyCall)
        assert "Asking why not · Dr. Maria Chen" in window.screen
        assert "Never “why did I not get it”" in flat(window.screen)
        assert "1  Asked" in window.screen
        await window.press(*["pagedown"] * 10)
        assert "What they say" in window.screen


async def test_a_call_that_was_made_is_noted_and_nothing_more_is_asked(path: Path) -> None:
    async with opened(path) as window:
        await ask(window, "2", "1")
        assert window.rows(ASKED) == [("2026-11-23", None, "")]
        assert line(window).startswith("✓")
        await window.says("Most never answer; nothing more is expected of you.")
        await window.press("2", "enter")
        assert f"Asked Mon 23 Nov; {SILENCE}." in flat(window.lines_of("#choose"))
        await window.press("escape", "u")
        assert window.rows(ASKED) == []
        assert line(window).startswith("○")


async def test_what_they_said_on_the_phone_is_written_at_once(path: Path) -> None:
    async with opened(path) as window:
        await ask(window, "2", "2")
        assert window.focused == "journal-text"
        await window.typed("Name figures")
        await window.press("escape")
        assert window.rows("SELECT why_not FROM reflection") == [("Name figures",)]
        assert window.rows(ASKED) == [("2026-11-23", None, "")]
        assert SILENCE not in flat(window.pane("journal"))
        assert "they answered" in line(window) or "done" in line(window)


async def test_a_letter_can_be_written_instead_of_the_call(path: Path) -> None:
    async with opened(path) as window:
        await ask(window, "2", "]")
        assert "Asking why not · Jo Park" in window.screen
        await window.press("3")
        assert "Letter · Jo Park · why-not" in window.screen
        assert window.rows(ASKED) == []


async def test_without_anybody_met_there_is_nobody_to_write_to(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        interview = facts(path, clock).interview
        store.interviews.edit(Entry(interview, [], None), interview)
    async with opened(path) as window:
        await ask(window, "2")
        assert "[whom to ask for]" in window.screen
        assert "A letter instead" not in window.screen
        await window.press("3", "]")
        assert shows(window, WhyCall)
        await window.press("escape")
        await ask(window, "1")
        await window.says("Nobody you met is noted for this interview.")


@EVERY_SIZE
async def test_the_page_is_copied_and_written_to_a_file(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size=size) as window:
        await ask(window, "2", "y")
        await window.until(lambda: window.clipboard.texts)
        found = facts(path, window.clock)
        said = why_call(found, found.met[0].person, MONDAY)
        assert window.clipboard.texts == [said]
        await window.press("s")
        name = "2026-11-20-lakeside-dental-asking-why-not-maria-chen.txt"
        assert (letters_folder(path) / name).read_text("utf-8") == f"{said}\n"


async def test_no_answer_sets_the_line_aside_in_words_and_space_brings_it_back(path: Path) -> None:
    async with opened(path, size=(160, 50)) as window:
        await ask(window, "4")
        assert window.rows(ASKED) == [(None, "2026-11-23", "no answer came")]
        assert line(window).startswith("–")
        assert "no answer came" in window.pane("steps")
        await window.press("2", "space")
        assert window.rows(ASKED) == [(None, None, "")]
        assert line(window).startswith("○")


async def test_no_answer_to_a_letter_is_said_beside_the_day_it_was_asked(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        found = facts(path, clock)
        task = next(one for one in tasks(found, MONDAY) if one.kind is Kind.ASK_WHY)
        store.checklist.mark_done(found, task, MONDAY)
    clock.forward(days=7)
    async with opened(path, clock=clock) as window:
        await ask(window, "4")
        assert window.rows(ASKED) == [("2026-11-23", "2026-11-30", "no answer came")]
        await window.says("Noted: no answer came. Most never answer; u takes it back.")
        assert line(window).startswith("✓")
        await window.press("4")
        assert "asked Mon 23 Nov; no answer came" in flat(window.pane("journal"))


async def test_space_still_ticks_the_line_and_takes_the_tick_back(path: Path) -> None:
    async with opened(path) as window:
        await ask(window, "escape", "space")
        assert window.rows(ASKED) == [("2026-11-23", None, "")]
        await window.press("space")
        assert window.rows(ASKED) == [(None, None, "")]


async def test_what_is_typed_never_acts_on_the_page(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        found = facts(path, clock)
        bad = replace(found.interview, role="[red]x[/] $(y)", employer="[@click=app.quit]Z[/]")
        store.interviews.edit(Entry(bad, [Person(name="[b]Bo[/b]")], None), found.interview)
    async with opened(path) as window:
        await window.press("1")
        await window.to_line("[@click=app.quit]Z[/]")
        await window.press("2")
        await window.to_line("Ask which areas")
        await window.press("enter", "2")
        assert "Asking why not · [b]Bo[/b]" in window.screen
        assert "[red]x[/] $(y)" in window.screen


async def test_lessons_and_their_words_reach_the_next_interview(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        first = facts(path, clock)
        store.journal.write(first, "lessons", "Name figures", "")
        store.journal.write(first, "why_not", "More years of practice", "")
        oak = facts(path, clock, 2).interview
        store.interviews.edit(Entry(replace(oak, held_on=date(2026, 11, 25)), None, None), oak)
        next_ = replace(first.interview, held_on=date(2026, 11, 26), outcome=Outcome.OPEN)
        store.interviews.add_round(first, Entry(replace(next_, outcome_on=None), [], []))
    async with opened(path) as window:
        for words, source, here in (
            ("Oak Vision", "Lakeside Dental", False),
            ("Lakeside", "here, Fri 20 Nov", True),
        ):
            await window.press("1")
            await window.to_line(words)
            await window.press("p")
            sheet = flat(window.lines_of("#page-words"))
            assert f"Do differently - Name figures ({source})" in sheet
            assert ("What was said here - More years of practice (why not)" in sheet) is here
            await window.press("escape")
