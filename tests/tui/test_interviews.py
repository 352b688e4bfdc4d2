"""The list of interviews: rounds as one thread, orders, the filter, every field in a form."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from math import inf
from pathlib import Path

import pytest

from afterview_tui.domain.records import Interview, Outcome, Person
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.kit import debounce, following
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import NARROW, ZONE, Clock, Window, opened, records


def listed(window: Window) -> list[str | None]:
    """The ids of the lines of the list."""
    return [option.id for option in window.panes.interviews.rows.options]


def numbers(window: Window) -> list[int]:
    """The interviews of the list, from the top."""
    return [int(one) for one in listed(window) if one and one.isdecimal()]


# Rounds


async def test_a_next_round_starts_from_the_last_one(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("2")
        await window.to_line("Amy Ortiz")
        await window.press("space", "1", "o", "2", "enter")
        assert "Round 2 at Lakeside Dental" in window.screen
        assert window.value("employer") == "Lakeside Dental"
        assert window.value("role") == "Hygienist"
        assert window.value("met") == "Dr. Maria Chen, owner\nJo Park"
        assert window.value("references").startswith("Amy Ortiz, former manager")
        await window.fill("when", "dec 1 10am")
        await window.press("ctrl+s")
        assert window.rows(
            "SELECT employer, role, held_on, starts_at, round, follows_id, zone FROM interview"
            " WHERE id = 3"
        ) == [
            ("Lakeside Dental", "Hygienist", "2026-12-01", "10:00", 2, 1, "America/New_York"),
        ]
        assert window.rows(
            "SELECT briefed_on FROM briefing WHERE interview_id = 3 ORDER BY id"
        ) == [
            ("2026-11-23",),
            (None,),
        ]
        assert "Lakeside Dental, round 2" in window.screen
        assert "briefed Mon 23 Nov" in window.pane("steps")
        await window.press("1")
        assert numbers(window) == [3, 1, 2]
        assert "round 2" in window.pane("interviews")
        assert "└ round 1 · Fri 20 Nov" in window.pane("interviews")


async def test_the_earlier_round_asks_for_no_answer_any_more_and_undo_brings_that_back(
    path: Path,
) -> None:
    async with opened(path) as window:
        before = records(path)
        await window.press("o", "2", "enter")
        await window.fill("when", "dec 1")
        await window.press("ctrl+s", "1")
        await window.to_line("round 1")
        assert "Ask how things stand" not in window.pane("steps")
        assert "goes on in the next round" in window.pane("steps")
        await window.press("u", "u")
        assert records(path)["interview"] == before["interview"]
        assert "Ask how things stand" in window.pane("steps")
        assert "└ round" not in window.pane("interviews")


async def test_an_unfinished_next_round_is_kept(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "2", "enter")
        await window.fill("when", "dec 1")
        await window.press("escape")
        assert len(window.rows("SELECT 1 FROM interview")) == 2
        await window.press("o", "2", "enter")
        assert window.value("when") == "dec 1"
        assert "as you left it" in window.screen


async def test_two_entered_apart_are_joined_with_keys_parted_and_joined_again(path: Path) -> None:
    rounds = "SELECT id, round, follows_id FROM interview ORDER BY id"
    async with opened(path, size=NARROW) as window:
        await window.to_line("Lakeside")
        await window.choose("join as rounds")
        await window.typed("oak")
        assert "Another round of Lakeside Dental, Fri 20 Nov" in window.screen
        await window.press("enter")
        assert window.rows(rounds) == [(1, 1, None), (2, 2, 1)]
        await window.says("Joined: this is round 1 of 2, by the days. u takes that back.")
        assert numbers(window) == [2, 1]
        assert "└ round 1 · Lakeside Dental · Fri 20 Nov" in window.pane("interviews")
        await window.press("1")
        await window.choose("part from its rounds")
        assert window.rows(rounds) == [(1, 1, None), (2, 1, None)]
        await window.says("It stands by itself. The other one stands by itself, too.")
        await window.press("u")
        assert window.rows(rounds) == [(1, 1, None), (2, 2, 1)]
        await window.press("u")
        assert window.rows(rounds) == [(1, 1, None), (2, 1, None)]


async def test_one_that_has_no_rounds_and_no_other_beside_it_says_so(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.choose("part from its rounds")
        await window.says("Lakeside Dental has no other rounds that it could be parted from.")
        oak = window.store.interviews.facts(2)
        assert oak is not None
        window.store.interviews.bin(oak.interview)
        await window.choose("join as rounds")
        await window.says("There is no other interview on file")


# Every field


FIELDS = {
    "role": ("Lead hygienist", "role", "Lead hygienist"),
    "place": ("4 Shore Road", "place", "4 Shore Road"),
    "promised": ("nov 27", "promised_on", "2026-11-27"),
    "contact_how": ("by phone, mornings", "contact_how", "by phone, mornings"),
    "missed": ("today", "missed_call_on", "2026-11-23"),
    "zone": ("Europe/Berlin", "zone", "Europe/Berlin"),
    "position_facts": ("four days a week", "position_facts", "four days a week"),
    "wanted_for": ("time with each patient", "wanted_for", "time with each patient"),
    "who_calls": ("Ms. Park, on Monday", "who_calls", "Ms. Park, on Monday"),
    "posting_link": ("https://jobs.example.org/7", "posting_link", "https://jobs.example.org/7"),
    "posting": ("four days, two chairs", "posting", "four days, two chairs"),
    "to_ask": ("how many chairs?", "to_ask", "how many chairs?"),
    "notes": ("parking behind the house", "notes", "parking behind the house"),
}


async def test_undo_takes_a_whole_interview_only_when_it_is_pressed_again(path: Path) -> None:
    """`u` after a key that only warned took the interview away that was entered last."""
    async with opened(path) as window:
        before = records(path)
        await window.press("n")
        await window.fill("employer", "Acme")
        await window.fill("when", "yesterday")
        await window.fill("met", "Jo Lamp")
        await window.press("ctrl+s")
        entered = records(path)
        await window.press("u")
        await window.says("u again takes the whole interview away: added Acme")
        assert records(path) == entered
        await window.press("?", "escape", "u")
        assert records(path) == before
        await window.says("Undone: added Acme")
        await window.press("U")
        assert records(path) == entered
        await window.says("Done again: added Acme")  # what was said before is gone
        await window.press("u")
        assert records(path) == entered


async def test_every_field_of_an_interview_can_be_changed_and_undone(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        for name, (typed, column, kept) in FIELDS.items():
            sql = f"SELECT {column} FROM interview WHERE id = 1"  # noqa: S608
            before = window.rows(sql)
            await window.press("e")
            await window.fill(name, "")
            await window.press("end", "ctrl+u")
            await window.typed(typed)
            await window.press("ctrl+s")
            assert window.rows(sql) == [(kept,)], name
            await window.press("e")
            assert window.value(name), name
            await window.press("escape", "u")
            assert window.rows(sql) == before, name


def label(window: Window, name: str) -> str:
    """What a field of the form is called."""
    form = window.app.screen
    assert isinstance(form, Form)
    return form.fields.rows[name].label.plain


async def test_the_form_asks_whom_you_will_meet_while_the_interview_is_to_come(
    path: Path, clock: Clock
) -> None:
    async with opened(path, size=NARROW, clock=clock) as window:
        await window.press("n")
        await window.until(lambda: label(window, "met") == "Who you met")
        await window.fill("when", "in two weeks")
        await window.until(lambda: label(window, "met") == "You will meet")
        await window.press("ctrl+u")
        await window.typed("yesterday")
        await window.until(lambda: label(window, "met") == "Who you met")
        await window.turn_to("form", "working interview")
        await window.until(lambda: label(window, "met") == "You worked with")
        await window.press("escape")


async def test_how_it_felt_is_for_later_while_the_interview_is_to_come(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("n")
        await window.fill("when", "in two weeks")
        await window.until(lambda: label(window, "felt") == "Felt (later)")
        await window.press("ctrl+u")
        await window.typed("yesterday")
        await window.until(lambda: label(window, "felt") == "How it felt")
        await window.press("escape")


async def test_a_short_list_leaves_its_room_to_the_steps_and_a_long_one_takes_half(
    path: Path, clock: Clock
) -> None:
    async with opened(path, size=NARROW, clock=clock) as window:
        listed, steps = window.panes.interviews, window.panes.steps
        assert listed.size.height == listed.rows.virtual_size.height
        assert steps.size.height > 2 * listed.size.height
        await window.press("z")
        assert listed.size.height > steps.size.height + 5
        await window.press("z")
        with closing(Store(path, clock)) as store:
            for number in range(12):
                one = Interview(employer=f"Shop {number}", held_on=clock.today, zone=ZONE)
                store.interviews.add(Entry(one, [], []))
        await window.until(lambda: "Shop 1" in window.screen)
        await window.settle()
        assert abs(listed.size.height - steps.size.height) <= 1


@pytest.mark.parametrize("form", ["panel", "working interview", "lunch"])
async def test_an_interview_may_be_a_panel_a_working_interview_or_a_lunch(
    path: Path, form: str
) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("e")
        await window.turn_to("form", form)
        await window.press("ctrl+s")
        assert window.rows("SELECT form FROM interview WHERE id = 1") == [(form,)]
        await window.press("e")
        assert window.value("form") == form


async def test_a_posting_is_kept_for_the_next_round_and_what_was_to_ask_is_not(path: Path) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("e")
        for name in ("posting_link", "posting", "to_ask"):
            await window.fill(name, f"my {name}")
        await window.press("ctrl+s", "o", "2", "enter")
        await window.fill("when", "dec 1")
        await window.press("ctrl+s")
        kept = "SELECT posting_link, posting, to_ask FROM interview WHERE round = 2"
        assert window.rows(kept) == [("my posting_link", "my posting", "")]


@pytest.mark.parametrize("size", [NARROW, (60, 20)])
async def test_every_field_is_reached_with_tab_and_then_in_view(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await window.press("e")
        fields = window.app.screen.query_one("#fields")
        reached = []
        while window.focused not in reached:
            assert window.app.focused is not None
            reached.append(window.focused)
            field = window.app.focused
            # A hint that comes while one goes on pushes the field away, and it is scrolled to.
            await window.until(lambda field=field: fields.region.overlaps(field.region))  # type: ignore[misc]
            await window.press("tab")
        assert {f"field-{name}" for name in FIELDS} <= set(reached)


async def test_a_zone_that_is_none_is_named_beside_its_field(path: Path) -> None:
    async with opened(path) as window:
        before = records(path)
        await window.press("e")
        await window.fill("zone", "x")
        await window.until(lambda: "no time zone" in window.hint("zone"))
        await window.press("ctrl+s")
        assert window.focused == "field-zone"
        assert records(path) == before
        await window.press("backspace", "ctrl+s")
        assert window.app.screen is window.main


async def test_the_day_of_the_outcome_can_be_put_right(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "6", "enter", "e")
        assert window.value("decided") == "Mon 23 Nov 2026"
        await window.fill("decided", "")
        await window.press("end", "ctrl+u")
        await window.typed("fri")
        await window.press("ctrl+s")
        assert window.rows("SELECT outcome_on FROM interview WHERE id = 1") == [("2026-11-20",)]
        await window.press("2")
        await window.to_line("Ask which areas")
        assert "due Mon 23 Nov" in window.pane("steps")


# Orders


async def sort(window: Window) -> None:
    """It has no key: it is found in the list of what can be done."""
    await window.press("question_mark")
    await window.typed("sort\n")


async def test_the_list_is_sorted_by_date_and_by_employer_and_by_need_again(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        store.interviews.add(Entry(Interview(employer="ash", held_on=date(2026, 11, 21))))
    async with opened(path) as window:
        assert numbers(window) == [1, 3, 2]
        await sort(window)
        assert numbers(window) == [2, 3, 1]
        assert "1 Interviews · by date" in window.screen
        await window.says("Sorted by date.")
        await sort(window)
        assert numbers(window) == [3, 1, 2]
        await sort(window)
        assert numbers(window) == [1, 3, 2]
        assert window.desk.selected == 1


# The filter


def long_ago(path: Path, clock: Clock) -> None:
    """Two that ended long ago: one with somebody who is met again."""
    with closing(Store(path, clock)) as store:
        for employer, person in (("Élan Clinic", "Maria Chen"), ("Fir", "Ben Roe")):
            past = Interview(
                employer=employer,
                held_on=date(2026, 3, 2),
                outcome=Outcome.NO,
                outcome_on=date(2026, 3, 9),
            )
            store.interviews.add(Entry(past, [Person(name=person)]))


async def test_closed_interviews_are_unfolded_and_folded(path: Path, clock: Clock) -> None:
    long_ago(path, clock)
    async with opened(path) as window:
        await window.to_line("CLOSED")
        await window.press("enter")
        assert numbers(window) == [1, 2, 4, 3]
        await window.press("enter")
        assert numbers(window) == [1, 2]


# The list acts on what has the cursor


def deleted(window: Window) -> list[int]:
    """The interviews in the bin."""
    return [n for (n,) in window.rows("SELECT id FROM interview WHERE binned_at IS NOT NULL")]


@pytest.mark.parametrize("key", ["d", "e"])
async def test_on_a_line_that_is_no_interview_nothing_is_deleted_or_changed(
    path: Path, clock: Clock, key: str
) -> None:
    long_ago(path, clock)
    async with opened(path, clock=clock) as window:
        await window.to_line("CLOSED")
        await window.press(key)
        assert deleted(window) == []
        assert window.app.screen is window.main
        await window.says("Put the cursor on an interview first.")


async def test_an_old_interview_chosen_in_the_address_book_is_in_the_list(
    path: Path, clock: Clock
) -> None:
    long_ago(path, clock)
    async with opened(path, clock=clock) as window:
        await window.press("5", "/")
        await window.typed("ben roe")
        await window.press("enter", "enter")
        assert window.desk.selected == 4
        assert window.panes.interviews.current == 4
        await window.press("1", "d")
        assert deleted(window) == [4]


# Two windows


async def test_a_form_saves_what_was_touched_and_leaves_the_rest_to_the_other_window(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("e")
        with closing(Store(path, clock)) as other:
            known = other.interviews.facts(1)
            assert known is not None
            changed = replace(known.interview, role="Lead")
            other.interviews.edit(Entry(changed, None, None), known.interview)
            other.interviews.add_met(1, Person(name="Sam Low"), "Lakeside Dental")
        await window.fill("place", "4 Shore Road")
        await window.press("ctrl+s")
        assert window.rows("SELECT role, place FROM interview WHERE id = 1") == [
            ("Lead", "4 Shore Road")
        ]
        sql = "SELECT count(*) FROM meeting WHERE interview_id = 1 AND binned_at IS NULL"
        assert window.rows(sql) == [(3,)]


async def test_a_form_of_an_interview_that_was_deleted_meanwhile_stays_and_says_so(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("e")
        await window.fill("place", "4 Shore Road")
        with closing(Store(path, clock)) as other:
            known = other.interviews.facts(1)
            assert known is not None
            other.interviews.bin(known.interview)
        await window.press("ctrl+s")
        await window.says("This interview is no longer on file")
        assert window.value("place") == "4 Shore Road"
        assert window.rows("SELECT place FROM interview WHERE id = 1") == [("",)]


# While the cursor runs down the list


async def test_the_other_panes_follow_the_cursor_once_it_stands_still(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "BURST", inf)
    async with opened(path) as window:
        await window.press("j")
        before = window.desk.selected
        window.app.post_message(window.key("k"))
        await window.until(lambda: window.desk.selected != before)
        await window.until(lambda: _shown(window) == {window.desk.selected})


@pytest.mark.parametrize(
    ("key", "there"),
    [("3", "letter"), ("enter", "steps"), ("4", "journal"), ("tab", "steps")],
)
async def test_whoever_goes_on_from_the_list_acts_on_the_interview_under_its_cursor(
    path: Path, monkeypatch: pytest.MonkeyPatch, key: str, there: str
) -> None:
    monkeypatch.setattr(following, "BURST", inf)
    for limit in ("PAUSE", "AT_MOST"):
        monkeypatch.setattr(debounce, limit, 1000.0)
    async with opened(path) as window:
        await window.press("j")
        before = window.desk.selected
        window.app.post_message(window.key("k"))
        await window.until(lambda: window.desk.selected != before)
        assert _shown(window) == {before}, "the cursor is still on its way"
        window.app.post_message(window.key(key))
        await window.until(lambda: window.panes.current == there)
        assert _shown(window) == {window.desk.selected}


def _shown(window: Window) -> set[int | None]:
    """The interviews that the panes beside the list are about."""
    shown = (window.panes.letter.case, window.panes.journal.case)
    return {one.id if one is not None else None for one in shown}
