"""Bytes that are no text, windows of any size, stops: the program goes on."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal.conftest import on_file
from tests.terminal.driver import Terminal
from tests.tui.random_walk import OUT, Chance

CTRL_Q = b"\x11"
SENT = 1_500 if os.environ.get("AFTERVIEW_LONG") else 120


def into_the_journal(one: Terminal) -> None:
    """Begin to write under the first prompt."""
    one.wait_for("What went well")
    one.press("f5", "enter")
    one.wait_for("Esc Leave")


@pytest.mark.parametrize(
    "data",
    [
        b"\xe9",  # é of a Latin-1 terminal
        b"\xe1\xe9\xff",  # Alt, as it was sent in eight bits
        b"\x1b[200~caf\xc3\xa9 caf\xc3\x1b[201~",  # a paste that is cut within a letter
        b"\xf0\x9f\x91",
        b"\x80\xbf\xc0\xaf\xed\xa0\x80",
        b"\x1b[99999999u",  # a key that no keyboard has
    ],
    ids=repr,
)
def test_a_byte_that_is_no_text_ends_nothing(db: Path, home: Path, data: bytes) -> None:
    with Terminal(db, home) as one:
        into_the_journal(one)
        one.give(data)
        one.send(" the next word")
        one.wait_for("the next word")
        one.press("ctrl+q")
        assert one.wait_exit() == 0
    assert "the next word" in on_file(db).reflection.well


def test_who_types_a_letter_that_did_not_come_through_sees_it(db: Path, home: Path) -> None:
    with Terminal(db, home) as one:
        into_the_journal(one)
        one.give(b"caf\xe9 was good")
        one.wait_for("caf\ufffd was good")


def test_a_paste_whose_end_never_comes_locks_nobody_out(db: Path, home: Path) -> None:
    with Terminal(db, home) as one:
        into_the_journal(one)
        one.give(b"\x1b[200~half a paste")
        one.wait_for("half a paste")
        one.press("ctrl+q")
        assert one.wait_exit() == 0


def test_when_keys_can_no_longer_be_read_the_program_says_so_and_ends_with_one(
    db: Path, home: Path
) -> None:
    broken = (
        "import sys; from afterview_tui.tui import terminal;"
        "terminal.Incoming.take = lambda self, data: 1 / 0;"
        "from afterview_tui.__main__ import main; main()"
    )
    with Terminal(db, home, program=("-c", broken)) as one:
        assert one.wait_exit() == 1
        shown = one.raw.decode(errors="replace")
    assert "a mistake of its own" in shown
    assert "Traceback" not in shown
    assert "ZeroDivisionError" in db.with_name("a-error.txt").read_text()


@pytest.mark.parametrize("size", [(5, 24), (1, 1), (3, 5), (80, 3), (12, 8)], ids=str)
def test_a_window_of_any_size_opens_and_grows(db: Path, home: Path, size: tuple[int, int]) -> None:
    columns, rows = size
    with Terminal(db, home, columns=columns, rows=rows) as one:
        one.settle()
        one.press("f1")
        one.settle()
        one.press("escape")
        one.resize(100, 30)
        one.wait_for("Lakeside Dental")
        one.press("ctrl+q")
        assert one.wait_exit() == 0


@pytest.mark.parametrize("seed", [1, 2])
def test_random_bytes_sizes_and_stops_end_nothing(db: Path, home: Path, seed: int) -> None:
    chance, pauses = Chance(seed), random.Random(seed)
    with closing(sqlite3.connect(db)) as file:  # what was there before is not taken back
        file.execute("DELETE FROM change")
        file.commit()
    sent = 0
    while sent < SENT:
        last: list[str] = []
        with Terminal(db, home, columns=80, rows=24) as one:
            one.wait_for("Lakeside|afterview")
            while sent < SENT and not one.has_ended:
                event = chance.next()
                last = [*last[-25:], str(event)]
                sent += 1
                try:
                    if event.size is not None:
                        one.resize(*event.size)
                    elif event.stops:
                        one.stop_and_go()
                    else:
                        one.give(event.data)
                except (OSError, ProcessLookupError):
                    break  # it was told to end meanwhile
                if event.turns < 0:
                    one.watch(pauses.random() / 10)
            while not one.has_ended:
                one.resize(100, 30)
                one.give(OUT + CTRL_Q)
                one.watch(0.5)
            told = "\n".join(last)
            assert one.wait_exit() == 0, f"seed {seed}, event {sent}:\n{told}\n{one.text()}"
        assert not db.with_name("a-error.txt").exists()
    with closing(sqlite3.connect(db)) as file:  # what a key deleted lies in the bin
        assert file.execute("SELECT count(*) FROM interview").fetchone()[0] >= 1
