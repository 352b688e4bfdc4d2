"""Private: no network, nobody else reads what is written, and no word of the user's in a report."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import on_file
from tests.terminal.driver import Terminal

# What would leave the machine, as Python tells whoever listens.
LISTEN = """
import json, sys
def told(event, arguments, log={log!r}):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.")):
        with open(log, "a") as file:
            family = getattr(arguments[0], "family", None) if arguments else None
            what = [event, str(family), *map(str, arguments[1:3])]
            file.write(json.dumps(what) + chr(10))
sys.addaudithook(told)
"""
RUN = "from afterview_tui.__main__ import main; main()"
EVERYTHING = """
import importlib, pkgutil, afterview_tui
for found in pkgutil.walk_packages(afterview_tui.__path__, "afterview_tui."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
"""


def outside(log: Path) -> list[list[str]]:
    """The sockets that lead out of the program; asyncio wakes itself by a pair that does not."""
    if not log.exists():
        return []
    told = [json.loads(line) for line in log.read_text().splitlines()]
    return [one for one in told if one[0] != "socket.__new__" or one[2] not in ("1", "AF_UNIX")]


def test_what_listens_hears_a_socket(home: Path) -> None:
    log = home / "sockets"
    code = LISTEN.format(log=str(log)) + "\nimport socket; socket.socket()"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
    assert outside(log)


def test_importing_everything_opens_no_socket(home: Path) -> None:
    log = home / "sockets"
    code = LISTEN.format(log=str(log)) + EVERYTHING
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120, cwd=home)
    assert outside(log) == []


def test_running_it_opens_no_socket(home: Path, db: Path) -> None:
    log = home / "sockets"
    program = ("-c", f"{LISTEN.format(log=str(log))}\n{RUN}")
    with Terminal(db, home, program=program) as terminal:
        terminal.wait_for("Lakeside Dental")
        for keys in (("3", "e"), ("escape",), ("4", "enter"), ("escape",), ("/",), ("escape",)):
            terminal.press(*keys)
            terminal.settle()
        terminal.press("3", "y", "1")
        terminal.wait_for(r"-letters/")
        terminal.press("?")
        terminal.settle()
        terminal.send("check the file")
        terminal.press("enter")
        terminal.wait_for("whole")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert outside(log) == []


@pytest.mark.parametrize("command", ["backup", "restore", "check", "where"])
def test_no_command_opens_a_socket(home: Path, db: Path, command: str) -> None:
    log = home / "sockets"
    code = (
        f"{LISTEN.format(log=str(log))}\nsys.argv[1:] = ['--db', {str(db)!r}, {command!r}]\n{RUN}"
    )
    environ = {"HOME": str(home), "PATH": os.defpath}
    subprocess.run([sys.executable, "-c", code], timeout=120, cwd=home, env=environ, check=False)
    assert outside(log) == []


def test_nobody_else_reads_what_is_written(home: Path, db: Path) -> None:
    before = os.umask(0)
    try:
        with Terminal(db, home) as terminal:
            terminal.wait_for("Lakeside Dental")
            terminal.press("3", "y", "1")
            terminal.wait_for(r"-letters/")
            terminal.press("?")
            terminal.settle()
            terminal.send("back up now")
            terminal.press("enter")
            terminal.wait_for("A backup is made")
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0
    finally:
        os.umask(before)
    written = [one for one in home.rglob("*") if one.is_file() or one.is_dir()]
    made = [one for one in written if one.name.startswith("a") and one.name != "afterview"]
    assert {one.name for one in made} >= {"a.db", "a-backups", "a-letters"}
    for one in made:
        assert stat.S_IMODE(one.stat().st_mode) & 0o077 == 0, one


CRASH = """
from afterview_tui.tui.main.panes import Panes
def zoom(self):
    words = self.screen.desk.case.facts.interview.employer
    raise ValueError(f"no way to show {words}")
Panes.zoom = zoom
"""


def test_a_crash_says_where_file_and_backup_are_and_reports_no_word_of_the_users(
    home: Path, db: Path
) -> None:
    backup = subprocess.run(
        [sys.executable, "-m", "afterview_tui", "--db", str(db), "backup"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    made = backup.stdout.split()[-1]
    with Terminal(db, home, columns=300, program=("-c", CRASH + RUN)) as terminal:
        plain = terminal.modes()
        terminal.wait_for("Lakeside Dental")
        terminal.press("4", "enter")
        terminal.wait_for("Esc Leave")
        terminal.send("A secret of mine")
        terminal.press("escape", "z")
        assert terminal.wait_exit() == 1
        assert terminal.modes() == plain
        said = terminal.text()
    assert "Traceback" not in said
    assert str(db) in said
    assert "the newest backup is" in said
    assert Path(made).parent.name in said
    assert on_file(db).reflection.well == "A secret of mine"
    report = db.with_name("a-error.txt")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    words = report.read_text(encoding="utf-8")
    assert "ValueError" in words
    for word in ("secret", "Lakeside", "no way to show", "Chen", str(home)):
        assert word not in words


CRASHING_COMMAND = """
from afterview_tui.storage import backups
def by_hand(path, now):
    raise ValueError("Dear Dr. Chen, between us")
backups.by_hand = by_hand
"""


def test_a_command_that_stops_by_a_mistake_reports_no_word_of_the_users(
    home: Path, db: Path
) -> None:
    given = ["--db", str(db), "backup"]
    code = f"{CRASHING_COMMAND}\nimport sys\nsys.argv[1:] = {given!r}\n{RUN}"
    environ = {"HOME": str(home), "PATH": os.defpath, "TMPDIR": str(home)}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=home,
        env=environ,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    (report,) = home.glob("afterview-error-*.txt")
    assert str(report) in ran.stderr
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    words = report.read_text(encoding="utf-8")
    assert "ValueError" in words
    assert "Chen" not in words + ran.stderr
