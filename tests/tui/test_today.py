"""Today: every open task by its day, and the four views that say the same of it."""

from __future__ import annotations

import random
import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from textual.content import Content

from afterview_tui.domain.records import Interview, Outcome, Person, Step
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import Walk
from tests.tui.driving import NARROW, Clock, Window, opened, records

# On so many random files the four views are asked: each walk is a file that grows.
WALKS, FILES_OF_ONE = 8, 25


def lines(window: Window) -> list[str]:
    """Every line of Today, also those out of view."""
    return [str(option.prompt) for option in window.panes.today.rows.options]


async def test_t_shows_every_open_task_by_its_day(path: Path) -> None:
    async with opened(path) as window:
        await window.press("t")
        assert window.focused == "today-rows"
        found = lines(window)
        assert [one for one in found if "○" not in one] == [
            "LATE 6",
            "TODAY 4",
            "TOMORROW 1",
            "THIS WEEK 1",
            "LATER 4",
        ]
        assert "Thank Dr. Maria Chen Lakeside Dental Fri 20" in " ".join(found[1].split())
        assert "Letter · Dr. Maria Chen" in window.screen
        await window.press("t")
        assert window.focused == "interview-rows"


async def test_moving_in_today_shows_the_interview_of_the_task(path: Path) -> None:
    async with opened(path) as window:
        await window.press("t")
        await window.to_line("Thank Zoë Hart")
        assert "Letter · Zoë Hart" in window.screen
        assert window.desk.selected == 2
        await window.press("1")
        assert "Oak Vision" in window.current_line or window.panes.interviews.rows.current_id == "2"


async def test_a_task_is_done_in_today_and_the_next_one_comes_up(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("t")
        await window.to_line("Brief Tom Reed")
        await window.press("space")
        assert window.rows("SELECT briefed_on FROM briefing WHERE id = 2") == [("2026-11-23",)]
        await window.says("Done: Brief Tom Reed. u takes it back.")
        assert "Brief Tom Reed" not in "".join(lines(window))
        assert "9 for today" in window.lines[0]
        await window.press("u")
        assert window.rows("SELECT briefed_on FROM briefing WHERE id = 2") == [(None,)]
        assert "Brief Tom Reed" in "".join(lines(window))
        assert "10 for today" in window.lines[0]


async def test_a_task_is_moved_and_set_aside_in_today(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("t")
        await window.to_line("Review the résumé Oak")
        await window.press(">")
        assert window.rows("SELECT interview_id, moved_to FROM adjustment") == [(2, "2026-12-01")]
        await window.to_line("Thank Jo Park")
        await window.press("d", "enter")
        assert window.rows("SELECT task FROM adjustment WHERE set_aside_on IS NOT NULL") == [
            ("letter:2",)
        ]
        await window.press("d", *"not in the room", "enter")
        reasons = window.rows("SELECT interview_id, reason FROM adjustment WHERE reason <> ''")
        assert [reason for _, reason in reasons] == ["not in the room"]


@pytest.mark.parametrize("at", ["Write down how it went Oak", "Thank Zoë Hart"])
async def test_what_is_added_in_today_is_a_line_of_ones_own(path: Path, at: str) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("t")
        await window.to_line(at)
        await window.press("a", *"Wash the shirt", "enter")
        assert window.rows("SELECT interview_id, step FROM own_item") == [
            (2, "Prepare for the next")
        ]
        assert "NO DATE 1" in lines(window)


@pytest.mark.parametrize(
    ("words", "focused"),
    [
        ("Thank Zoë Hart", "letter"),
        ("Write down how it went Oak", "journal-text"),
        ("Buy a notebook Oak", "step-rows"),
    ],
)
async def test_enter_goes_to_where_the_task_is_worked_on(
    path: Path, words: str, focused: str
) -> None:
    with closing(Store(path, Clock())) as store:
        oak = store.interviews.facts(2)
        assert oak is not None
        store.checklist.add(oak, Step.PREPARE, "Buy a notebook")
    async with opened(path, size=NARROW) as window:
        await window.press("t")
        await window.to_line(words)
        await window.press("enter")
        assert window.focused == focused
        assert window.desk.selected == 2
        if focused == "step-rows":
            assert "Buy a notebook" in window.current_line


async def test_enter_opens_the_card_of_a_reference_and_the_call_sheet(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("t")
        await window.to_line("Brief Amy Ortiz Oak")
        await window.press("enter")
        assert "Reference · Amy Ortiz" in window.screen
        assert "Oak Vision" in window.screen
        await window.press("space", "escape")
        assert window.rows("SELECT briefed_on FROM briefing WHERE interview_id = 2") == [
            ("2026-11-23",)
        ]
        assert window.focused == "today-rows"
        await window.to_line("Ask how things stand Oak")
        await window.press("enter", "2")
        assert window.rows("SELECT interview_id, result FROM follow_up") == [(2, "voicemail")]


async def test_today_is_calm_when_nothing_is_open(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        for one in store.interviews.open_ones(clock().date()):
            store.interviews.end(one.interview, Outcome.WITHDRAWN, date(2026, 9, 1))
    async with opened(path, clock=clock) as window:
        assert "nothing for today" in window.lines[0]
        await window.press("c")
        assert window.app.is_running


async def test_escape_leaves_today(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("t", "escape")
        assert window.focused == "interview-rows"


# The four views


def due_in_today(window: Window) -> int:
    """What stands under Late and Today."""
    found = [re.fullmatch(r"(?:LATE|TODAY) (\d+)", one) for one in lines(window)]
    return sum(int(one[1]) for one in found if one)


def in_the_group_today(window: Window) -> set[int]:
    """The interviews that the list has under Today, all their rounds."""
    found: set[int] = set()
    group = ""
    for option in window.panes.interviews.rows.options:
        identity = option.id or ""
        if identity.isdecimal() and group == "group-TODAY":
            found.add(int(identity))
        elif not identity.isdecimal():
            group = identity
    return found


def said_by_the_headline(window: Window) -> int:
    """What the first line counts."""
    found = re.search(r"(\d+) for today", str(window.main.query_one("#headline").render()))
    return int(found[1]) if found else 0


def due_in_the_steps(window: Window) -> dict[int, int]:
    """How many lines of each interview's checklist stand there as due, in the warm colour."""
    found: dict[int, int] = {}
    for number, case in window.desk.agenda.cases.items():
        window.panes.steps.show(case)
        shown = [option.prompt for option in window.panes.steps.rows.options]
        contents = [prompt for prompt in shown if isinstance(prompt, Content)]
        assert len(contents) == len(shown)
        found[number] = sum(
            prompt.plain.startswith("  ○")
            and any("warning" in str(span.style) for span in prompt.spans)
            for prompt in contents
        )
    return found


@pytest.mark.parametrize("seed", range(WALKS))
async def test_header_list_steps_and_today_agree_on_random_files(
    empty: Path, clock: Clock, seed: int
) -> None:
    rng = random.Random(seed)
    async with opened(empty, clock=clock, painted=True) as window:
        with closing(Store(empty, clock)) as other:
            walk = Walk(other, clock, rng)
            walk.step()
            window.desk.read()
            await window.settle()  # the lines of the steps are made once there is room for them
            await window.press("t")
            seen = set()
            for _ in range(FILES_OF_ONE):
                for _ in range(rng.randint(1, 4)):
                    walk.step()
                if rng.random() < 0.2:
                    clock.forward(days=rng.randint(1, 4))
                if rng.random() < 0.5:
                    link_a_round(other, rng)
                window.desk.read()
                due = due_in_the_steps(window)
                assert due_in_today(window) == said_by_the_headline(window) == sum(due.values())
                listed = in_the_group_today(window)
                assert {number for number, many in due.items() if many} <= listed
                threads = window.desk.agenda.threads
                for thread in threads:
                    numbers = {one.id for one in thread.rounds}
                    is_due = any(due[number] for number in numbers)
                    assert numbers <= listed if is_due else not numbers & listed
                seen.add((sum(due.values()), len(due), len(threads)))
    assert len(seen) > FILES_OF_ONE // 4, "the files differ"
    assert any(threads < many for _, many, threads in seen), "some have rounds"


def link_a_round(store: Store, rng: random.Random) -> None:
    """Make one interview the next round of another."""
    every = store.interviews.open_ones(store.file.now().date())
    if len(every) > 1:
        later, earlier = rng.sample([one.interview for one in every], 2)
        with store.file.change("linked") as change:
            change.update(type(later), later.id, follows_id=earlier.id, round=earlier.round + 1)


async def test_the_views_agree_after_each_key_too(path: Path) -> None:
    async with opened(path) as window:
        await window.press("t")
        for keys in (["space", "space"], ["d", "enter"], [">"], ["u"], ["j", "<"], ["U"]):
            before = records(path)
            await window.press(*keys)
            due = due_in_the_steps(window)
            assert due_in_today(window) == said_by_the_headline(window) == sum(due.values()), keys
            assert records(path) != before or keys == ["U"]
            window.panes.show_case()
            await window.settle()


async def test_y_copies_the_letter_of_the_line_and_marks_that_one(path: Path) -> None:
    async with opened(path) as window:
        await window.press("t")
        await window.to_line("Thank Jo Park")
        await window.press("y", "1")  # there are gaps, and that is said once
        await window.until(lambda: window.rows("SELECT 1 FROM letter"))
        assert window.clipboard.texts[0].startswith("Dear Jo,")
        assert window.rows("SELECT person_id, state FROM letter") == [(2, "copied")]
        await window.to_line("Write down how it went Lakeside")
        await window.press("y")
        await window.says("There is nothing here to copy.")
        assert len(window.clipboard.texts) == 1


async def test_a_fact_of_all_interviews_settles_its_line_in_each(path: Path) -> None:
    async with opened(path) as window:
        await window.press("t")
        await window.to_line("Review the résumé Oak")
        await window.press("space")
        assert "Review the résumé" not in "".join(lines(window))
        shown = said_by_the_headline(window)
        window.desk.read()
        assert said_by_the_headline(window) == shown


async def test_a_line_of_an_interview_that_ended_long_ago_counts_at_once(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        past = Interview(
            employer="Fir",
            held_on=date(2026, 3, 2),
            outcome=Outcome.NO,
            outcome_on=date(2026, 3, 9),
        )
        store.interviews.add(Entry(past, [Person(name="Ben Roe")]))
    async with opened(path, clock=clock) as window:
        await window.to_line("CLOSED")
        await window.press("enter")
        await window.to_line("Fir")
        before = said_by_the_headline(window)
        await window.press("2")
        await window.to_line("Ask which areas")
        await window.press("space")
        assert said_by_the_headline(window) == before + 1
        await window.press("t")
        assert due_in_today(window) == before + 1


async def test_a_call_missed_on_the_day_of_a_try_is_asked_about(path: Path) -> None:
    async with opened(path) as window:
        await window.press("2")
        await window.to_line("Ask how things stand")
        await window.press("space", "2")
        await window.to_line("Ask again")
        await window.press("space", "6")
        await window.to_line("Ask for a new time")
        await window.press("space", "4")
        assert window.rows("SELECT count(*) FROM follow_up") == [(2,)]
        assert "Ask for a new time" not in window.pane("steps")
        await window.press("u")
        assert "Ask for a new time" in window.pane("steps")


async def test_a_brief_that_was_brought_back_can_be_set_aside_again(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "6", "enter", "2")
        await window.to_line("Amy Ortiz")
        await window.press("space")
        assert "○ Amy Ortiz" in window.pane("steps")
        await window.press("d", "enter")
        assert "– Amy Ortiz" in window.pane("steps")
        await window.press("space")
        assert "○ Amy Ortiz" in window.pane("steps")
        await window.press("enter", "4", "escape")
        assert "– Amy Ortiz" in window.pane("steps")
