"""However the program ends, what was typed is on file, and the file is whole."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal.conftest import on_file
from tests.terminal.driver import Terminal

# What the program promises: at most the last second of typing is lost.
PROMISED = 1.0

ENDINGS = {
    "SIGTERM": (signal.SIGTERM, {143, -signal.SIGTERM}),
    "SIGHUP": (signal.SIGHUP, {129, -signal.SIGHUP}),
    "closed window": (None, {129, -signal.SIGHUP}),
}


def test_a_letter_is_there_after_a_pause_and_a_kill(home: Path, db: Path) -> None:
    with Terminal(db, home) as terminal:
        write_in_the_letter(terminal)
        terminal.send("the new digital x-ray")
        terminal.until(lambda: "the new digital x-ray" in letter(db))
        terminal.kill()
    assert is_whole(db)
    with Terminal(db, home) as terminal:
        terminal.press("f4")
        terminal.wait_for("draft, yours")
        terminal.wait_for("x-ray")
    assert "the new digital x-ray" in letter(db)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_letter_is_saved_when_the_program_is_told_to_end(
    home: Path, db: Path, ending: str
) -> None:
    with Terminal(db, home) as terminal:
        write_in_the_letter(terminal)
        terminal.send("the new digital x-ray, and it was good")
        end(terminal, ending, shown=r"\bgood\b")
    assert "the new digital x-ray, and it was good" in letter(db)
    assert is_whole(db)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_open_form_is_kept_when_the_program_is_told_to_end(
    home: Path, db: Path, ending: str
) -> None:
    with Terminal(db, home) as terminal:
        terminal.wait_for(r"Dear Dr\. Chen")
        terminal.press("n")
        terminal.wait_for("New interview")
        terminal.settle()
        terminal.send("Oak Vision")
        terminal.press("enter")
        terminal.send("Optometric aide")
        end(terminal, ending, shown="Optometric aide")
    assert is_whole(db)
    with Terminal(db, home) as terminal:
        terminal.wait_for(r"Dear Dr\. Chen")
        terminal.press("n")
        terminal.wait_for("as you left it")
        terminal.wait_for("Employer +▌?Oak Vision ")
        terminal.wait_for("Role +Optometric aide ")


def write_in_the_letter(terminal: Terminal) -> None:
    terminal.wait_for("thank-you · e-mail")
    terminal.press("f4", "enter")
    terminal.wait_for("Esc Leave")


def end(terminal: Terminal, ending: str, shown: str) -> None:
    number, codes = ENDINGS[ending]
    if number is None:
        # The system throws away what was not read before the window closed.
        terminal.wait_for(shown)
        terminal.hang_up()
    else:
        terminal.signal(number)
    assert terminal.wait_exit() in codes
    assert b"Traceback" not in terminal.raw


def letter(db: Path) -> str:
    return "".join(one.text for one in on_file(db).letters)


def is_whole(db: Path) -> bool:
    with closing(sqlite3.connect(db)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
    return bool(found == [("ok",)])


MISTAKE = """
import sys
from afterview_tui.tui.main.panes import Panes
Panes.zoom = lambda self: 1 / 0
sys.argv[0] = "afterview-tui"
from afterview_tui.__main__ import main
main()
"""


def test_a_mistake_of_the_program_shows_no_traceback_and_loses_no_words(
    home: Path, db: Path
) -> None:
    with Terminal(db, home, program=("-c", MISTAKE)) as terminal:
        write_in_the_letter(terminal)
        terminal.send("the last words")
        terminal.press("escape")
        terminal.wait_gone("Esc Leave")
        terminal.press("z")
        assert terminal.wait_exit() == 1
        assert "a mistake of its own" in terminal.text()
        assert "Traceback" not in terminal.text()
    assert "the last words" in letter(db)
    report = db.with_name(f"{db.stem}-error.txt")
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert report.stat().st_mode & 0o077 == 0


CANNOT_SAVE = """
import sys
from afterview_tui.tui.app import AfterviewApp
AfterviewApp.flush = lambda self: 1 / 0
sys.argv[0] = "afterview-tui"
from afterview_tui.__main__ import main
main()
"""


def test_no_program_stays_behind_without_a_terminal_whatever_goes_wrong_in_saving(
    home: Path, db: Path
) -> None:
    with Terminal(db, home, program=("-c", CANNOT_SAVE)) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.settle()
        terminal.hang_up()
        assert terminal.wait_exit() == 128 + signal.SIGHUP
    assert is_whole(db)
