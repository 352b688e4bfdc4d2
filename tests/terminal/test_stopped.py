"""Stopped from outside and let go on again: the whole screen is there, and the keys are."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.terminal.conftest import on_file
from tests.terminal.driver import Terminal

# SIGTSTP is what `kill -TSTP` and a shell send; nobody is asked about SIGSTOP.
STOPS = [signal.SIGTSTP, signal.SIGSTOP]


def stop(terminal: Terminal, how: signal.Signals) -> None:
    """Stop the program, let somebody else write on the terminal, and let it go on."""
    terminal.signal(how)
    terminal.wait_stopped()
    terminal.settle()
    terminal.wipe()
    terminal.signal(signal.SIGCONT)


@pytest.mark.parametrize("how", STOPS)
def test_the_whole_screen_is_drawn_when_the_program_goes_on(
    home: Path, db: Path, how: signal.Signals
) -> None:
    with Terminal(db, home) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("4")
        terminal.settle()
        before = terminal.text()
        for _ in range(3):
            stop(terminal, how)
            terminal.until(lambda: terminal.text() == before)


@pytest.mark.parametrize("how", STOPS)
def test_keys_arrive_once_and_what_is_typed_stays(
    home: Path, db: Path, how: signal.Signals
) -> None:
    with Terminal(db, home) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("1", "e")
        terminal.wait_for("Employer")
        terminal.press("end")
        terminal.send(" North")
        terminal.wait_for("Lakeside Dental North")
        stop(terminal, how)
        terminal.wait_for("Lakeside Dental North")
        terminal.send(" and South")
        terminal.wait_for("Lakeside Dental North and South")
        terminal.press("ctrl+s")
        terminal.wait_gone("Employer")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert on_file(db).interview.employer == "Lakeside Dental North and South"


@pytest.mark.parametrize("how", STOPS)
def test_the_terminal_is_as_it_was_after_quitting(
    home: Path, db: Path, how: signal.Signals
) -> None:
    with Terminal(db, home) as terminal:
        plain = terminal.modes()
        terminal.wait_for("Lakeside Dental")
        terminal.settle()  # what is still drawn from before the stop looks like the going on
        assert terminal.modes() != plain
        stop(terminal, how)
        terminal.wait_for("Lakeside Dental")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert terminal.modes() == plain
