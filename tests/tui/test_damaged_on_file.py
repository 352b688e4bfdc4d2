"""Whatever is damaged inside the file: each screen opens, and nothing ends the program."""

from __future__ import annotations

import dataclasses
import os
import random
import sqlite3
import typing
from contextlib import closing, suppress
from pathlib import Path

import pytest

from afterview_tui.domain.errors import FileRefused
from afterview_tui.storage.rows import TABLES
from tests.storage.corrupting import corrupted
from tests.tui.driving import NARROW, WIDE, opened
from tests.tui.test_whatever_is_on_file import (
    DOORS,
    LONG_WALK,
    full,
    home,
    look,
    sample,
    unchanged,
)

__all__ = ["full", "sample"]  # what the tests are given

LONG = bool(os.environ.get("AFTERVIEW_LONG"))
FIRST = int(os.environ.get("AFTERVIEW_SEED", "0"))
UNKNOWN = (
    "2026-1x-20",
    "oPen",
    "20.11.2026",
    "0001-01-01",
    "9999-12-31",
    "25:99",
    "",
    "now",
    "\x1b",
)
LINKS = ("person", "reference", "question", "story")


def spoil_values(path: Path, seed: int) -> int:
    """Put what no record knows where a date, a time or a choice belongs; how many were put."""
    chance, number = random.Random(seed), 0
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA ignore_check_constraints = ON")
        for kind, table in TABLES.items():
            hints = typing.get_type_hints(kind)
            names = [
                one.name
                for one in dataclasses.fields(kind)
                if hints[one.name] not in (str, int, bool, int | None)
            ]
            found = file.execute(f"SELECT id FROM {table}").fetchall()  # noqa: S608
            for (row,) in found:
                for name in names:
                    if chance.random() < 0.4:
                        number += 1
                        put = f"UPDATE {table} SET {name} = ? WHERE id = ?"  # noqa: S608
                        with suppress(sqlite3.IntegrityError):  # the file itself refuses some
                            file.execute(put, [chance.choice(UNKNOWN), row])
        for column in ("before", "after"):
            file.execute(f"UPDATE change_row SET {column} = '[' WHERE id % 3 = 0")  # noqa: S608
        file.execute("UPDATE change SET at = 'then' WHERE id % 4 = 0")
        file.execute("UPDATE text_version SET at = 'then' WHERE id % 2 = 0")
        if seed % 2:  # rows without their partner
            for table in LINKS:
                file.execute(f"DELETE FROM {table} WHERE id % 3 = 0")  # noqa: S608
    return number


async def through_every_door(path: Path, size: tuple[int, int], doors: list[str]) -> None:
    async with opened(path, size=size, editor=unchanged, longest=LONG_WALK) as window:
        for keys in doors:
            for key in keys.split():
                await window.press(key)
                if key == "c":
                    await window.app.workers.wait_for_complete()
                    await window.settle()
                look(window)
            await home(window)
        assert window.app.is_running


EVERY_DOOR = DOORS.replace("\n", " · ").strip(" ·").split(" · ")


@pytest.mark.parametrize("seed", range(FIRST, FIRST + (12 if LONG else 2)))
async def test_every_screen_opens_on_values_that_no_record_knows(full: Path, seed: int) -> None:
    assert spoil_values(full, seed) > 100
    await through_every_door(full, (WIDE, NARROW)[seed % 2], EVERY_DOOR)


async def test_what_is_damaged_is_said_with_the_way_to_mend_it(full: Path) -> None:
    spoil_values(full, 0)
    async with opened(full) as window:
        await window.says("Something on file is damaged")
        await window.says("check")


async def test_a_damaged_interview_is_shown_as_it_can_be_and_marked_in_the_list(full: Path) -> None:
    with closing(sqlite3.connect(full)) as file, file:
        file.execute("UPDATE interview SET felt = 'so-so' WHERE employer = 'Lakeside Dental'")
    async with opened(full) as window:
        await window.until(lambda: "damaged" in window.pane("interviews"))
        listed = window.pane("interviews").splitlines()
        assert ["Lakeside Dental" in line for line in listed if "damaged" in line] == [True]


@pytest.mark.parametrize("damaged", ["[", "5", '{"employer": 5}', "null"])
async def test_a_form_whose_draft_is_damaged_opens_and_what_is_typed_is_kept(
    full: Path, damaged: str
) -> None:
    with closing(sqlite3.connect(full)) as file, file:
        file.execute("UPDATE draft SET fields = ?", [damaged])
    async with opened(full) as window:
        for time in range(2):
            await window.press("n")
            await window.settle()
            if time == 0:
                await window.typed("Birch Clinic")
            assert "Birch Clinic" in window.lines_of("#form")
            await window.press("escape")
            await home(window)
        assert (damaged,) in window.rows("SELECT fields FROM draft")


async def test_a_whole_file_has_no_mark_and_no_notice(full: Path) -> None:
    async with opened(full) as window:
        await window.app.workers.wait_for_complete()
        await window.settle()
        assert "damaged" not in window.screen


@pytest.mark.parametrize("share", range(3))
async def test_corrupted_copies_open_every_pane_or_are_refused(
    share: int, sample: bytes, tmp_path: Path
) -> None:
    """The first screen, the panes, a few of the doors; storage alone is tried on many more."""
    worked = 0
    for seed in range(FIRST + share, FIRST + (300 if LONG else 15), 3):
        way, data = corrupted(sample, seed)
        path = tmp_path / f"{seed}.db"
        path.write_bytes(data)
        chance = random.Random(seed)
        try:
            doors = ["1 j", "2 j", "3", "4", "u u u", *chance.sample(EVERY_DOOR, 3)]
            await through_every_door(path, WIDE, doors)
            worked += 1
        except FileRefused as refused:
            assert "\n" not in refused.message  # noqa: PT017
        except BaseException as error:
            raise AssertionError(f"seed {seed}, {way}: {error!r}") from error
    assert worked
