"""Started from a shell: what is refused, in one line that says what to do, and what is not."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from afterview_tui import __version__
from afterview_tui.__main__ import MADE_BETWEEN_COLLECTIONS
from afterview_tui.storage.opening import VERSION
from tests.terminal.conftest import on_file, opened
from tests.terminal.driver import Terminal

Ran = subprocess.CompletedProcess[str]


def run(home: Path, *arguments: str | Path) -> Ran:
    """Run the program without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "afterview_tui", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=home,
        env={"HOME": str(home), "PATH": os.defpath, "LANG": "C.UTF-8"},
        timeout=120,
        check=False,
    )


def a_folder(path: Path, good: Path) -> None:
    path.mkdir()


def a_text_file(path: Path, good: Path) -> None:
    path.write_text("Dear Dr. Chen,\n\nthank you.\n" * 100)


def a_short_file(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes()[:60])


def a_cut_off_file(path: Path, good: Path) -> None:
    path.write_bytes(good.read_bytes()[:8192])


def a_damaged_file(path: Path, good: Path) -> None:
    whole = good.read_bytes()
    path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))


def a_file_of_another_program(path: Path, good: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (name TEXT)")
        connection.commit()


def a_file_of_another_program_with_an_id(path: Path, good: Path) -> None:
    shutil.copy(good, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1")


def a_newer_file(path: Path, good: Path) -> None:
    shutil.copy(good, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


BAD: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "a folder": (a_folder, "is a folder. Name a file in it"),
    "a text file": (a_text_file, "is not an afterview file. Name another file"),
    "a short file": (a_short_file, "is not an afterview file. Name another file"),
    "a file cut off": (a_cut_off_file, "is damaged and was left untouched"),
    "a damaged file": (a_damaged_file, "is damaged and was left untouched"),
    "another program's file": (a_file_of_another_program, "belongs to another program"),
    "another id": (a_file_of_another_program_with_an_id, "belongs to another program"),
    "a newer file": (a_newer_file, "newer afterview-tui.*Update the program"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_one_line_and_left_as_it_was(
    home: Path, db: Path, kind: str
) -> None:
    make, says = BAD[kind]
    bad = home / "bad.db"
    make(bad, db)
    before = picture(home)
    with Terminal(bad, home) as terminal:
        assert terminal.wait_exit() == 2
        said = terminal.raw.decode()
    assert one_line(said, says)
    assert picture(home) == before


def test_a_damaged_file_names_its_newest_backup(home: Path, db: Path) -> None:
    backups = home / "bad-backups"
    backups.mkdir()
    newest = backups / "bad-2026-11-20.db"
    shutil.copy(db, newest)
    a_damaged_file(home / "bad.db", db)
    with Terminal(home / "bad.db", home) as terminal:
        assert terminal.wait_exit() == 2
        said = terminal.raw.decode()
    assert one_line(said, re.escape(str(newest)))


def test_a_place_that_is_missing_or_cannot_be_written_is_refused(home: Path) -> None:
    places = {
        home / "missing" / "a.db": "does not exist. Create it, or name another file",
        Path("/proc/a.db"): "afterview-tui: .*(read-only|cannot be opened).* (Make|[Nn]ame) ",
        Path("/dev/null"): "is not a regular file. Name another one",
    }
    for place, says in places.items():
        with Terminal(place, home) as terminal:
            assert terminal.wait_exit() == 2
            assert one_line(terminal.raw.decode(), says)
    assert not (home / "missing").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(home: Path, db: Path) -> None:
    before = db.read_bytes()
    db.chmod(0)
    with Terminal(db, home) as terminal:
        assert terminal.wait_exit() == 2
        assert one_line(terminal.raw.decode(), "may not be read. Change its permissions")
    db.chmod(0o600)
    assert db.read_bytes() == before


def test_without_a_terminal_it_says_so_and_makes_no_file(home: Path) -> None:
    ran = run(home, "--db", home / "new.db")
    assert refused(ran, "needs a terminal. Run it in one")
    assert not (home / "new.db").exists()


def test_the_sample_goes_to_a_new_file_and_over_none(home: Path) -> None:
    sample = home / "sample.db"
    ran = run(home, "demo", "--db", sample)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert str(sample) in ran.stdout
    with opened(sample) as store:
        assert store.file.read("SELECT count(*) FROM interview")[0][0] > 1
    before = sample.read_bytes()
    ran = run(home, "demo", "--db", sample)
    assert refused(ran, "exists already. Name a new file")
    assert sample.read_bytes() == before


def test_the_sample_in_a_missing_folder_is_refused(home: Path) -> None:
    assert refused(run(home, "demo", "--db", home / "no" / "a.db"), "does not exist")


def test_where_says_the_file_and_makes_nothing(home: Path) -> None:
    ran = run(home, "where")
    assert (ran.returncode, ran.stderr) == (0, "")
    file, keys = ran.stdout.splitlines()
    assert file.endswith("afterview.db")
    assert keys.endswith("keys.toml")
    named = run(home, "--db", home / "mine.db", "where").stdout.splitlines()
    assert named == [str(home / "mine.db"), keys]
    assert list(home.iterdir()) == []


def test_version_and_help(home: Path) -> None:
    assert __version__ in run(home, "--version").stdout
    ran = run(home, "--help")
    assert ran.returncode == 0
    for word in ("--db", "--no-mouse", "demo", "where"):
        assert word in ran.stdout


def test_the_program_looks_seldom_for_what_can_go(home: Path) -> None:
    """As often as Python does on its own, a start would look through all that it has just made."""
    says = "import atexit, gc; atexit.register(lambda: print(gc.get_threshold()[0]))"
    starts = "from afterview_tui.__main__ import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", f"{says}; {starts}", "--version"],
        capture_output=True,
        text=True,
        cwd=home,
        timeout=120,
        check=True,
    )
    assert int(ran.stdout.split()[-1]) == MADE_BETWEEN_COLLECTIONS > 10 * 700


MOUSE = re.compile(rb"\x1b\[\?10(?:00|02|03|05|06|15|16)h")


@pytest.mark.parametrize(
    ("options", "command"),
    [
        (["--no-mouse"], []),
        (["--no-mouse"], ["demo"]),
        ([], ["demo", "--no-mouse"]),
        (["--no-mouse"], ["demo", "--no-mouse"]),
    ],
)
def test_without_a_mouse_the_terminal_keeps_it(
    home: Path, db: Path, options: list[str], command: list[str]
) -> None:
    program = ["-m", "afterview_tui", *options]
    with Terminal(db, home, program=program, arguments=command) as terminal:
        terminal.wait_for("╭")
        terminal.press("?")
        terminal.settle()
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_exit() == 0
    assert not MOUSE.search(terminal.raw)


@pytest.mark.parametrize("command", [[], ["demo"]])
def test_with_nothing_said_the_mouse_works(home: Path, db: Path, command: list[str]) -> None:
    with Terminal(db, home, arguments=command) as terminal:
        terminal.wait_for("╭")
        assert MOUSE.search(terminal.raw)


def test_what_is_not_understood_ends_with_code_2_and_no_traceback(home: Path) -> None:
    for arguments in (["--nonsense"], ["nonsense"], ["where", "--nonsense"]):
        ran = run(home, *arguments)
        assert ran.returncode == 2
        assert "Traceback" not in ran.stderr
        assert ran.stdout == ""


@pytest.fixture
def small_disk(home: Path) -> Iterator[Path]:
    """A disk of two megabytes, mounted for this test."""
    folder = home / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount command")
    if mounted.returncode:
        pytest.skip("a disk may not be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Take all the room that is left."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    return filler


def test_a_full_disk_is_named_when_a_file_is_opened(home: Path, db: Path, small_disk: Path) -> None:
    known = small_disk / "known.db"
    shutil.copy(db, known)
    before = known.read_bytes()
    fill(small_disk)
    for path in (known, small_disk / "new.db"):
        with Terminal(path, home) as terminal:
            assert terminal.wait_exit() == 2
            assert one_line(terminal.raw.decode(), "is full. Free at least 1 MB")
    assert known.read_bytes() == before
    assert sorted(one.name for one in small_disk.iterdir()) == ["filler", "known.db"]


def test_typing_goes_on_while_the_disk_is_full_and_is_saved_once_there_is_room(
    home: Path, db: Path, small_disk: Path
) -> None:
    path = small_disk / "a.db"
    shutil.copy(db, path)
    with Terminal(path, home) as terminal:
        terminal.wait_for(r"Dear Dr\. Chen")
        terminal.press("f4", "enter")
        terminal.wait_for("Esc Leave")
        filler = fill(small_disk)
        terminal.send("the x-ray. " + "A long talk it was. " * 30)
        terminal.wait_for("is full")
        terminal.wait_for("tried again")
        assert "A long talk it was." in terminal.text()
        filler.unlink()
        terminal.wait_for("draft, yours")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
    (letter,) = on_file(path).letters
    assert "the x-ray. " + "A long talk it was. " * 29 in letter.text


def test_quitting_on_a_full_disk_asks_once_and_then_prints_what_is_not_saved(
    home: Path, db: Path, small_disk: Path
) -> None:
    path = small_disk / "a.db"
    shutil.copy(db, path)
    with Terminal(path, home) as terminal:
        terminal.wait_for(r"Dear Dr\. Chen")
        terminal.press("f4", "enter")
        terminal.wait_for("Esc Leave")
        fill(small_disk)
        terminal.send("the x-ray. " + "A long talk it was. " * 30)
        terminal.wait_for("is full")
        terminal.press("ctrl+q")
        terminal.wait_for(r"Ctrl\+Q again|again: it is then")
        terminal.press("ctrl+q")
        terminal.wait_exit()
        after = terminal.raw.rpartition(b"\x1b[?1049l")[2]
    assert b"This was not saved" in after
    assert b"the x-ray. A long talk it was." in after
    assert b"Traceback" not in terminal.raw


def one_line(said: str, says: str) -> bool:
    """Whether it is one line that says so, and nothing else."""
    lines = said.replace("\r\n", "\n").splitlines()
    assert len(lines) == 1, said
    assert lines[0].startswith("afterview-tui: ")
    assert re.search(says, lines[0]), said
    return True


def refused(ran: Ran, says: str) -> bool:
    """Whether it ended with code 2 and one line on stderr that says so."""
    assert (ran.returncode, ran.stdout) == (2, "")
    return one_line(ran.stderr, says)


def picture(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, to the byte."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
