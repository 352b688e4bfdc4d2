"""What cannot be saved is somewhere, whatever ends the program, and the next start says where."""

from __future__ import annotations

import signal
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.test_killed import MISTAKE, end, is_whole, letter, write_in_the_letter

WORDS = "the new digital x-ray"


@contextmanager
def locked(db: Path) -> Iterator[None]:
    """Another program has the file to itself."""
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def read_for_long(db: Path) -> Iterator[None]:
    """Another program reads the file, and does not come to an end."""
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM letter").fetchone()
        yield


@contextmanager
def renamed_away(db: Path) -> Iterator[None]:
    """Somebody moved the file while it was open."""
    away = db.with_name("away.db")
    db.rename(away)
    yield
    away.rename(db)


Way = Callable[[Path], AbstractContextManager[None]]
WAYS = [locked, read_for_long, renamed_away]


def left(folder: Path) -> list[Path]:
    return sorted(folder.glob("a-unsaved-*.txt"))


@pytest.mark.parametrize("ending", ["SIGTERM", "SIGHUP", "closed window", "SIGKILL"])
@pytest.mark.parametrize("way", WAYS)
def test_a_text_that_cannot_be_saved_lies_beside_the_file_whatever_ends_the_program(
    home: Path, db: Path, way: Way, ending: str
) -> None:
    """SIGTERM, SIGHUP and a closed window dropped it, unprinted."""
    with Terminal(db, home) as terminal:
        write_in_the_letter(terminal)
        with way(db):
            terminal.send(WORDS)
            terminal.wait_for("Not saved")  # first: it stays for some seconds only
            terminal.until(lambda: bool(left(home)) and WORDS in left(home)[0].read_text())
            if ending == "SIGKILL":
                terminal.kill()
            else:
                end(terminal, ending, shown="x-ray")
            assert WORDS not in letter_by_name(db)
        [found] = left(home)
        assert WORDS in found.read_text()
        assert stat.S_IMODE(found.stat().st_mode) == 0o600
        if ending in ("SIGTERM", "SIGHUP"):
            assert found.name in terminal.text().replace("\n", "")
    assert is_whole(db)
    with Terminal(db, home) as terminal:
        terminal.wait_for("Words that could not be saved are in")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert found.exists()  # only who has the words deletes it


def letter_by_name(db: Path) -> str:
    """The letter as it is on file, where that can be read at all."""
    for path in (db, db.with_name("away.db")):
        if path.exists():
            only_read = f"{path.as_uri()}?mode=ro"
            with (
                suppress(sqlite3.OperationalError),
                closing(sqlite3.connect(only_read, uri=True, timeout=0)) as one,
            ):
                return "".join(text for (text,) in one.execute("SELECT text FROM letter"))
    return ""


def test_where_the_folder_cannot_be_written_the_words_go_to_the_one_for_passing_files(
    home: Path, db: Path
) -> None:
    passing = home / "passing"
    passing.mkdir()
    inner = home / "inner"
    inner.mkdir()
    db = db.rename(inner / "a.db")
    with Terminal(db, home, environ={"TMPDIR": str(passing)}) as terminal:
        write_in_the_letter(terminal)
        inner.rename(home / "elsewhere")
        terminal.send(WORDS)
        terminal.until(lambda: bool(left(passing)))
        end(terminal, "SIGTERM", shown="x-ray")
        assert left(passing)[0].name in terminal.text().replace("\n", "")
    assert WORDS in left(passing)[0].read_text()


def test_what_was_kept_aside_goes_once_it_is_saved(home: Path, db: Path) -> None:
    with Terminal(db, home) as terminal:
        write_in_the_letter(terminal)
        with locked(db):
            terminal.send(WORDS)
            terminal.wait_for("Not saved")
            terminal.until(lambda: bool(left(home)))
        terminal.until(lambda: WORDS in letter(db))
        terminal.wait_gone("Not saved")
        terminal.until(lambda: not left(home))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert left(home) == []


@pytest.mark.parametrize("way", [locked, read_for_long])
def test_typing_goes_on_while_another_program_has_the_file(home: Path, db: Path, way: Way) -> None:
    """Every key waited for it: 4 to 5 s, 14 s in all, without a word."""
    slow: list[float] = []
    with Terminal(db, home) as terminal:
        write_in_the_letter(terminal)
        with way(db):
            for number in range(30):
                word = f"n{number:03}"
                sent = terminal.send(f"{word} ")
                starved = terminal.starved()
                terminal.wait_for(word)
                slow.append(time.monotonic() - sent - (terminal.starved() - starved))
                terminal.watch(0.2)
            terminal.wait_for("Not saved")
        terminal.until(lambda: "n029" in letter(db))
        terminal.wait_gone("Not saved")
    print(f"\nthe slowest key took {max(slow):.2f} s, the middle one {sorted(slow)[15]:.2f} s")
    assert max(slow) < 1.0
    assert is_whole(db)


def test_a_form_that_cannot_be_kept_lies_beside_the_file_with_the_names_of_its_fields(
    home: Path, db: Path
) -> None:
    with Terminal(db, home) as terminal:
        terminal.wait_for(r"Dear Dr\. Chen")
        terminal.press("n")
        terminal.wait_for("New interview")
        terminal.settle()
        with locked(db):
            terminal.send("Oak Vision")
            terminal.until(lambda: bool(left(home)))
            terminal.signal(signal.SIGTERM)
            terminal.wait_exit()
    assert "Employer: Oak Vision" in left(home)[0].read_text()


def test_a_mistake_of_the_program_while_nothing_can_be_saved_says_where_the_words_are(
    home: Path, db: Path
) -> None:
    """It said that they were saved."""
    with Terminal(db, home, program=("-c", MISTAKE)) as terminal:
        write_in_the_letter(terminal)
        with locked(db):
            terminal.send(WORDS)
            terminal.until(lambda: bool(left(home)) and WORDS in left(home)[0].read_text())
            terminal.press("escape")
            terminal.wait_gone("Esc Leave")
            terminal.press("z")
            assert terminal.wait_exit() == 1
        said = terminal.text().replace("\n", " ")
        assert "a mistake of its own" in said
        assert "is saved" not in said
        assert left(home)[0].name in said.replace(" ", "")
    assert WORDS in left(home)[0].read_text()


@pytest.mark.parametrize("ending", ["SIGTERM", "SIGHUP", "closed window"])
def test_a_terminal_that_takes_nothing_more_does_not_keep_the_program(
    home: Path, db: Path, ending: str
) -> None:
    """Who writes to it waited for ever, and so did what was told to end: for good, unseen."""
    with Terminal(db, home) as terminal:
        write_in_the_letter(terminal)
        terminal.send(WORDS)
        terminal.wait_for("x-ray")
        terminal.fill()
        if ending == "closed window":
            terminal.hang_up()
        else:
            terminal.signal(signal.Signals[ending])
        terminal.wait_unread()
    assert WORDS in letter(db)
    assert is_whole(db)
