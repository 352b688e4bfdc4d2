"""Keys as fast as a terminal hands them over: each arrives where it was meant."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal


@contextmanager
def busy() -> Iterator[None]:
    """A machine with something else to do on each of its cores."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def find_undo(db: Path, home: Path) -> None:
    with Terminal(db, home) as one:
        one.wait_for("Lakeside Dental")
        for _ in range(3):
            one.send("?undo")
            one.wait_for(r"│ undo\s")
            one.wait_for(r"What can I do here\?\s+\d+ of \d+")
            one.press("escape")
            one.wait_gone("What can I do here")
        one.send("?where is my file\r")
        one.wait_for(r"All that you enter is in")
        one.send("?new interview\rHarbor Dental")
        one.wait_for("Employer +▌?Harbor Dental")
        one.press("escape")
        one.send("?undo\r")
        one.wait_for("u again takes the whole interview away: added")
        one.press("ctrl+q")
        assert one.wait_exit() == 0
    assert b"Traceback" not in one.raw


def test_what_is_typed_behind_the_key_of_the_list_is_for_the_list(db: Path, home: Path) -> None:
    find_undo(db, home)


def test_it_is_on_a_machine_that_is_busy_elsewhere_too(db: Path, home: Path) -> None:
    with busy():
        find_undo(db, home)


@pytest.mark.parametrize("keys", ["?undo", "?undo\x1b"])
def test_typed_before_the_first_screen_is_there_it_waits_for_it(
    db: Path, home: Path, keys: str
) -> None:
    with Terminal(db, home) as one:
        one.send(keys)
        one.wait_for("Lakeside Dental")
        one.settle()
        assert ("What can I do here" in one.text()) == (not keys.endswith("\x1b"))


def test_keys_of_ones_own_are_told_by_where_and_followed(db: Path, home: Path) -> None:
    folder = home / ".config" / "afterview"
    folder.mkdir(parents=True)
    (folder / "keys.toml").write_text('"undo" = "f5"\n"new" = "t"\n"zoom" = "Z"\n')
    with Terminal(db, home) as one:
        one.wait_for("F5, asked for by “undo”, is taken already by “pane.journal.typing”")
        one.wait_for("t, asked for by “new”, is taken already by “today”")
        one.press("?")
        one.send("zoom")
        one.wait_for(r"Zoom .* Z ")
        one.press("escape", "Z")
        one.wait_gone("3 Letter · ")


SAID = (
    "You told me about the filters that you backwashed twice in one night",
    "At my last plant I kept the log for nine people",
    "I did not get to say that I hold the licence",
)


def write_a_letter(db: Path, home: Path) -> None:
    """A whole letter in one write: three parts, each with its sentence, and out again."""
    with Terminal(db, home) as one:
        one.wait_for("Lakeside Dental")
        one.send("3")
        one.wait_for("Dear ")
        one.send("\r\t" + "\t".join(SAID) + "\x1b")
        one.settle()
        one.press("ctrl+q")
        assert one.wait_exit() == 0
    with closing(sqlite3.connect(db)) as file:
        [(text,)] = file.execute("SELECT text FROM letter").fetchall()
    for words in SAID:
        assert f"{words}." in text
    assert text.count("[") == text.count("]")
    assert [one for one in SAID if f"{one}.{one[0]}" in text] == []


@pytest.mark.parametrize("at_once", [nullcontext, busy])
def test_a_letter_that_is_typed_at_once_has_every_sentence_in_its_part(
    db: Path, home: Path, at_once: Callable[[], AbstractContextManager[None]]
) -> None:
    with at_once():
        write_a_letter(db, home)


@pytest.mark.parametrize("at_once", [nullcontext, busy])
def test_keys_behind_the_one_that_opens_a_text_are_its_text(
    db: Path, home: Path, at_once: Callable[[], AbstractContextManager[None]]
) -> None:
    with at_once(), Terminal(db, home) as one:
        one.wait_for("Lakeside Dental")
        one.send("/dental")
        one.wait_for("dental")
        one.press("escape")
        one.wait_for("1 Interviews")
        one.send("4aWhy us\r")
        one.settle()
        one.press("ctrl+q")
        assert one.wait_exit() == 0
        with closing(sqlite3.connect(db)) as file:
            assert file.execute("SELECT text FROM question").fetchall() == [("Why us",)]
