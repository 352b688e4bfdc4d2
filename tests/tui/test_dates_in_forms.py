"""Dates as people type them into the forms: what goes on file, and what is said beside them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.tui.driving import Clock, Window, opened

WHEN = "SELECT held_on, starts_at, ends_at, zone FROM interview"
ON_FILE = f"{WHEN} WHERE id = 1"


async def refill(window: Window, name: str, text: str) -> None:
    """Type something else into a field that holds something."""
    await window.fill(name, "")
    await window.press("end", "ctrl+u")
    await window.typed(text)


async def say(window: Window, when: str) -> None:
    """Fill in a new interview, and save it."""
    await window.press("n")
    await window.fill("employer", "Lakeside")
    await window.fill("when", when)
    await window.press("ctrl+s")


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("Fri, Nov 20, 2:30 – 3:00", ("2026-11-20", "14:30", "15:00", "America/New_York")),
        ("fri 2pm PT", ("2026-11-20", "14:00", None, "America/Los_Angeles")),
        ("20 Nov 2026, 11:00 AM IST", ("2026-11-20", "11:00", None, "Asia/Kolkata")),
    ],
)
async def test_an_interview_is_on_file_as_it_was_said(
    empty: Path, said: str, row: tuple[str | None, ...]
) -> None:
    async with opened(empty) as window:
        await say(window, said)
        assert window.rows(WHEN) == [row]


async def test_a_time_taken_for_granted_and_a_zone_are_said_beside_the_field(empty: Path) -> None:
    async with opened(empty) as window:
        await window.press("n")
        await window.fill("when", "sat 2:30 PT")
        said = "Sat 21 Nov, 14:30 in the afternoon, time of America/Los_Angeles"
        await window.until(lambda: window.hint("when").startswith(said))


async def test_nothing_is_saved_while_a_part_of_a_date_is_not_understood(empty: Path) -> None:
    async with opened(empty) as window:
        await say(window, "fri 2pm with Maria")
        assert window.rows(WHEN) == []
        assert "“with Maria” is not understood" in window.hint("when")
        assert window.value("when") == "fri 2pm with Maria"


@pytest.mark.parametrize(
    ("environ", "promised", "hint"),
    [
        ({"LANG": "en_US.UTF-8"}, "2027-04-03", "Sat 3 Apr 2027?, in 131 days; or Thu 4 Mar 2027"),
        ({"LANG": "en_GB.UTF-8"}, "2027-03-04", "Thu 4 Mar 2027?, in 101 days; or Sat 3 Apr 2027"),
        (
            {"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"},
            "2027-03-04",
            "Thu 4 Mar 2027?, in 101 days; or Sat 3 Apr 2027",
        ),
    ],
)
async def test_slashes_are_in_the_order_of_the_locale_and_the_other_is_offered(
    path: Path, environ: dict[str, str], promised: str, hint: str
) -> None:
    async with opened(path, environ=environ) as window:
        await window.press("o", "1")
        await window.typed("4/3")
        await window.until(lambda: window.hint("promised").startswith(hint))
        await window.press("enter")
        assert (promised,) in window.rows("SELECT promised_on FROM interview")


async def test_a_promise_may_be_a_stretch_of_time(path: Path) -> None:
    async with opened(path) as window:
        await window.press("o", "1")
        await window.typed("end of next week")
        await window.until(lambda: window.hint("promised").startswith("Fri 4 Dec, in 11 days"))
        await window.press("enter")
        assert ("2026-12-04",) in window.rows("SELECT promised_on FROM interview")


async def test_an_interview_in_the_night_stays_there_when_something_else_is_changed(
    path: Path, clock: Clock
) -> None:
    with closing(Store(path, clock)) as store:
        before = store.interviews.facts(1)
        assert before is not None
        at_night = replace(before.interview, starts_at=time(2, 30))
        store.interviews.edit(Entry(at_night, met=None, references=None))
    async with opened(path, clock=clock) as window:
        await window.to_line("Lakeside")
        await window.press("e")
        assert window.value("when") == "Fri 20 Nov 2026 2:30am"
        await refill(window, "role", "Hygienist II")
        await window.press("ctrl+s")
        assert window.rows("SELECT role, starts_at FROM interview WHERE id = 1") == [
            ("Hygienist II", "02:30")
        ]


async def test_a_zone_named_beside_the_time_is_kept_when_an_interview_is_changed(
    path: Path,
) -> None:
    async with opened(path) as window:
        await window.to_line("Lakeside")
        await window.press("e")
        await refill(window, "when", "20 nov 3pm PT")
        await window.press("ctrl+s")
        assert window.rows(ON_FILE) == [("2026-11-20", "15:00", None, "America/Los_Angeles")]


async def test_two_zones_for_one_interview_are_asked_about(path: Path) -> None:
    async with opened(path) as window:
        before = window.rows(ON_FILE)
        await window.to_line("Lakeside")
        await window.press("e")
        await refill(window, "when", "20 nov 3pm PT")
        await refill(window, "zone", "Europe/London")
        await window.press("ctrl+s")
        assert window.rows(ON_FILE) == before
        assert "“When” names the time of America/Los_Angeles" in window.hint("zone")
