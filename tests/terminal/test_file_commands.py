"""backup, restore, check and merge from a shell."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from afterview_tui.domain.records import Interview
from afterview_tui.storage.interviews import Entry
from tests.terminal.conftest import now, on_file, opened
from tests.terminal.driver import Terminal
from tests.terminal.test_command_line import one_line, run
from tests.terminal.test_hostile_bytes import HOSTILE, is_harmless


def put(db: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(db)) as file:
        file.execute(sql, values)
        file.commit()


def test_a_backup_is_listed_and_put_back(home: Path, db: Path) -> None:
    made = run(home, "--db", db, "backup")
    assert made.returncode == 0
    assert "-by-hand.db" in made.stdout
    put(db, "UPDATE interview SET employer = 'Another'")
    listed = run(home, "--db", db, "restore")
    assert "1 interview, 2 people" in listed.stdout
    assert on_file(db).interview.employer == "Another"
    back = run(home, "--db", db, "restore", "1")
    assert back.returncode == 0
    assert on_file(db).interview.employer == "Lakeside Dental"
    kept = Path(back.stdout.split()[-1])
    assert kept.name.endswith("-replaced.db")
    assert run(home, "--db", db, "restore", kept.name).returncode == 0
    assert on_file(db).interview.employer == "Another"


def test_what_cannot_be_put_back_is_said_in_one_line(home: Path, db: Path) -> None:
    (home / "letter.txt").write_text("Dear Dr. Chen")
    before = db.read_bytes()
    for which, says in {
        "7": "There is no file",
        "letter.txt": "is not an afterview file",
        "nowhere.db": "There is no file",
    }.items():
        ran = run(home, "--db", db, "restore", which)
        assert ran.returncode == 2
        assert one_line(ran.stderr, says)
    assert one_line(run(home, "--db", db, "restore").stderr, "There is no backup")
    assert db.read_bytes() == before


def test_a_whole_file_is_said_to_be_whole(home: Path, db: Path) -> None:
    ran = run(home, "--db", db, "check")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "is whole" in ran.stdout
    ran = run(home, "--db", db, "check", "--mend")
    assert ran.returncode == 0
    assert "nothing to mend" in ran.stdout


def test_what_is_wrong_is_said_and_mended(home: Path, db: Path) -> None:
    put(db, "UPDATE interview SET outcome = 'oPen', held_on = 'soon'")
    db.chmod(0o644)
    (home / ".a.db-killed").write_bytes(b"half")

    os.utime(home / ".a.db-killed", (1, 1))
    ran = run(home, "--db", db, "check")
    assert ran.returncode == 1
    for words in ("“oPen”", "“soon”", "may read", "half made", "check --mend"):
        assert words in ran.stdout
    ran = run(home, "--db", db, "check", "--mend")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "The file as it was is kept" in ran.stdout
    assert run(home, "--db", db, "check").returncode == 0
    assert on_file(db).interview.employer == "Lakeside Dental"
    assert not (home / ".a.db-killed").exists()


def test_another_copy_is_merged_once(home: Path, db: Path) -> None:
    other = home / "a (conflicted copy).db"
    shutil.copy(db, other)
    with opened(other) as store:
        store.interviews.add(Entry(Interview(employer="Birch Clinic", held_on=now().date())))
    ran = run(home, "--db", db, "merge", other)
    assert ran.returncode == 0
    assert "1 interview more" in ran.stdout
    ran = run(home, "--db", db, "merge", other)
    assert "There is nothing in" in ran.stdout
    with opened(db) as store:
        assert len(store.interviews.open_ones(now().date())) == 2


@pytest.mark.parametrize("command", [["backup"], ["check"], ["check", "--mend"], ["merge", "x"]])
def test_without_a_file_it_says_so_and_makes_none(home: Path, command: list[str]) -> None:
    ran = run(home, *command)
    assert ran.returncode == 2
    assert one_line(ran.stderr, "There is no file")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("command", [["check"], ["check", "--mend"], ["backup"], ["merge", "b.db"]])
@pytest.mark.parametrize("kind", ["foreign", "text", "cut"])
def test_what_is_not_ours_is_refused_in_one_line_and_left_as_it_was(
    home: Path, db: Path, kind: str, command: list[str]
) -> None:
    shutil.copy(db, home / "b.db")
    if kind == "foreign":
        put(db, "PRAGMA application_id = 7")
    elif kind == "text":
        db.write_text("Dear Dr. Chen, " * 99)
    else:
        db.write_bytes(db.read_bytes()[:3])
    before = db.read_bytes()
    ran = run(home, "--db", db, *command)
    assert ran.returncode == 2
    assert one_line(ran.stderr, "")
    assert db.read_bytes() == before


def test_nothing_on_file_or_in_a_name_acts_on_the_terminal(home: Path, db: Path) -> None:
    for column in ("employer", "outcome", "held_on"):
        put(db, f"UPDATE interview SET {column} = ?", HOSTILE)  # noqa: S608
    for command in (["check"], ["check", "--mend"], ["backup"], ["restore"]):
        ran = run(home, "--db", db, *command)
        assert is_harmless((ran.stdout + ran.stderr).encode())
    odd = home / "x\x1b]0;harm\x07\u202e.db"
    shutil.copy(db, odd)
    for given in (("restore", odd), ("merge", odd), ("restore", "\x1b]0;harm\x07")):
        ran = run(home, "--db", db, *given)
        assert is_harmless((ran.stdout + ran.stderr).encode())
    with opened(db) as store:
        assert "\x1b" not in store.file.undoable()


def test_damage_inside_is_told_on_the_screen_and_the_rest_works(home: Path, db: Path) -> None:
    put(db, "UPDATE interview SET felt = 'so-so'")
    with Terminal(db, home, columns=120, rows=36) as terminal:
        terminal.wait_for("Something on file is damaged")
        terminal.wait_for("so-so")
        terminal.press("4", "enter")
        terminal.wait_for("Esc Leave")
        terminal.send("Goes on")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert on_file(db).reflection.well == "Goes on"


def test_the_check_in_the_app_names_what_is_wrong_and_how_to_mend_it(home: Path, db: Path) -> None:
    put(db, "UPDATE interview SET felt = 'so-so'")
    with Terminal(db, home, columns=120, rows=36) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("?")
        terminal.settle()
        terminal.send("check the file")
        terminal.press("enter")
        terminal.wait_for("What is wrong in the file")
        terminal.wait_for("check --mend")
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_exit() == 0
