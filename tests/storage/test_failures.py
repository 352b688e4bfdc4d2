"""Full disks, vanished files, busy files and killed programs: nothing on disk is harmed."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import AfterviewError, FileDamaged, NotSaved
from afterview_tui.domain.records import Interview, Step
from afterview_tui.storage import paths
from afterview_tui.storage.failures import explained
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import hits, noted_changes
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Dump, FilledFile, Opener

pytestmark = pytest.mark.disk

MONDAY = date(2026, 11, 23)
LONG = "Dear Dr. Chen, thank you for the time. " * 5000


def write_letter(filled: FilledFile) -> None:
    filled.store.letters.write(
        as_shown(filled.facts(), filled.person("Maria Chen")), filled.person("Maria Chen"), LONG, ""
    )


def write_journal(filled: FilledFile) -> None:
    filled.store.journal.write(filled.facts(), "improve", LONG, "")


def add_interview(filled: FilledFile) -> None:
    new = Interview(employer="Ames", held_on=MONDAY, notes=LONG)
    filled.store.interviews.add(Entry(new))


def keep_draft(filled: FilledFile) -> None:
    filled.store.drafts.keep("new", {"notes": LONG})


WRITES: list[Callable[[FilledFile], None]] = [
    write_letter,
    write_journal,
    add_interview,
    keep_draft,
]
EVERY_WRITE = pytest.mark.parametrize("write", WRITES, ids=lambda write: write.__name__)


def drafts(filled: FilledFile) -> dict[str, str]:
    return filled.store.drafts.get("new")


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """The file may not grow any more."""
    connection = store.file._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (most,) = connection.execute("PRAGMA max_page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA max_page_count = {most}")


# A full disk


@EVERY_WRITE
def test_a_full_disk_harms_nothing_and_says_what_to_do(
    filled: FilledFile, dump: Callable[[Path], Dump], write: Callable[[FilledFile], None]
) -> None:
    filled.clock.forward(hours=1)
    before, log = dump(filled.store.path), noted_changes(filled.store)
    with full_disk(filled.store):
        for _ in range(2):  # as often as it is tried again
            with pytest.raises(NotSaved) as caught:
                write(filled)
            message = caught.value.message
            assert "is full" in message
            assert "Free some space" in message
            assert str(filled.store.path) in message
        assert dump(filled.store.path) == before
        assert noted_changes(filled.store) == log
        assert filled.facts().interview.employer == "Lakeside Dental"
    write(filled)
    assert dump(filled.store.path) != before or drafts(filled) == {"notes": LONG}
    assert filled.store.file.read("PRAGMA integrity_check") == [("ok",)]


def test_an_undo_on_a_full_disk_changes_nothing(
    filled: FilledFile, dump: Callable[[Path], Dump]
) -> None:
    filled.clock.forward(hours=1)
    write_letter(filled)
    before = dump(filled.store.path)
    with full_disk(filled.store):
        with pytest.raises(NotSaved):
            filled.store.file.undo()
        assert dump(filled.store.path) == before
    filled.store.file.undo()
    assert dump(filled.store.path) != before


# A file that is no longer there


@EVERY_WRITE
@pytest.mark.parametrize("how", ["deleted", "moved", "folder moved", "replaced"])
def test_a_file_that_vanished_is_named_and_nothing_is_pretended(
    filled: FilledFile, opened: Opener, path: Path, write: Callable[[FilledFile], None], how: str
) -> None:
    elsewhere = path.with_name("elsewhere.db")
    folder, moved = path.parent, path.parent.with_name(f"{path.parent.name} moved")
    if how == "deleted":
        path.unlink()
    elif how == "folder moved":
        folder.rename(moved)
    else:
        path.rename(elsewhere)
    if how == "replaced":
        opened(path)
    try:
        with pytest.raises(NotSaved) as caught:
            write(filled)
    finally:
        if how == "folder moved":
            moved.rename(folder)
    said = caught.value.message
    if how == "replaced":
        assert f"{path} was replaced by another program" in said
        assert "quit and start again" in said
    else:
        assert f"{path} was moved or deleted while it was open. Put it back" in said


@EVERY_WRITE
def test_a_file_that_is_put_back_is_written_again(
    filled: FilledFile,
    path: Path,
    dump: Callable[[Path], Dump],
    write: Callable[[FilledFile], None],
) -> None:
    filled.clock.forward(hours=1)
    before = dump(path)
    elsewhere = path.with_name("elsewhere.db")
    path.rename(elsewhere)
    with pytest.raises(NotSaved):
        write(filled)
    assert dump(elsewhere) == before
    elsewhere.rename(path)
    write(filled)
    assert dump(path) != before or drafts(filled) == {"notes": LONG}


def test_what_is_on_the_screen_can_still_be_read_when_the_file_vanished(
    filled: FilledFile, path: Path
) -> None:
    path.unlink()
    assert filled.facts().interview.employer == "Lakeside Dental"


# A file that another program is busy with


@EVERY_WRITE
def test_a_busy_file_is_waited_for_and_then_named(
    filled: FilledFile,
    path: Path,
    dump: Callable[[Path], Dump],
    write: Callable[[FilledFile], None],
) -> None:
    filled.clock.forward(hours=1)
    before = dump(path)
    filled.store.file._connection.execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match=r"Another program is busy with .*afterview\.db"):
            write(filled)
        other.execute("ROLLBACK")
    assert dump(path) == before
    write(filled)


def test_a_locked_file_cannot_be_read_and_says_so(filled: FilledFile, path: Path) -> None:
    filled.store.file._connection.execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved, match="Another program is busy"):
            filled.store.interviews.open_ones(MONDAY)
    assert len(filled.store.interviews.open_ones(MONDAY)) == 3


def test_a_window_waits_for_the_other_one_to_finish(filled: FilledFile, opened: Opener) -> None:
    other = opened()
    assert other.file.read("PRAGMA busy_timeout") == [(5000,)]
    filled.store.file._connection.execute("PRAGMA busy_timeout = 20")
    facts = filled.facts()
    with other.file.change("holds the file"):
        other.checklist.add(facts, Step.PREPARE, "theirs")
        with pytest.raises(NotSaved):
            filled.store.checklist.add(facts, Step.PREPARE, "ours")
    filled.store.checklist.add(facts, Step.PREPARE, "ours")
    assert [item.text for item in filled.facts().own_items][-2:] == ["theirs", "ours"]


WINDOW = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from afterview_tui.domain.letter import Letter
from afterview_tui.domain.records import Person
from afterview_tui.storage.store import Store

store = Store(Path(sys.argv[1]), lambda: datetime(2026, 11, 23, 12, tzinfo=timezone.utc))
facts = store.interviews.facts(1)
print("ready", flush=True)
sys.stdin.readline()
base = getattr(facts.reflection, sys.argv[2])
for number in range(60):
    text = f"{sys.argv[2]} {number}"
    store.journal.write(facts, sys.argv[2], text, base)
    base = text
"""


def test_two_windows_that_type_at_the_same_time_wait_for_each_other(
    filled: FilledFile, path: Path
) -> None:
    prompts = ("improve", "cared")
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(path), prompt],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for prompt in prompts
    ]
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
    for window in windows:
        assert window.stdin is not None
        window.stdin.write("go\n")
        window.stdin.flush()
    said = [window.communicate(timeout=60)[1] for window in windows]
    assert said == ["", ""]
    reflection = filled.facts().reflection
    assert (reflection.improve, reflection.cared) == ("improve 59", "cared 59")


# Damage while the file is open


def test_damage_while_the_file_is_open_is_named_with_what_to_do(
    filled: FilledFile, path: Path
) -> None:
    whole = path.read_bytes()
    changed = (int.from_bytes(whole[24:28], "big") + 1).to_bytes(4, "big")
    path.write_bytes(whole[:24] + changed + whole[28:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(FileDamaged, match="No backup of it was found"):
        filled.store.interviews.open_ones(MONDAY)
    backup = paths.backups_of(path) / "afterview-2026-11-22.db"
    backup.parent.mkdir()
    backup.write_bytes(whole)
    with pytest.raises(FileDamaged, match=r"The newest backup is .*afterview-2026-11-22\.db"):
        filled.store.interviews.open_ones(MONDAY)
    with pytest.raises(FileDamaged):
        filled.store.journal.ask("Why?", None)


@pytest.mark.parametrize(
    "code",
    [
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_BUSY_SNAPSHOT,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_READONLY_DBMOVED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
        0,
    ],
)
def test_every_failure_names_the_file_in_a_sentence(path: Path, code: int) -> None:
    error = sqlite3.OperationalError("SQL logic error")
    if code:
        error.sqlite_errorcode = code
    said = explained(error, path)
    assert isinstance(said, NotSaved)
    assert isinstance(said, AfterviewError)
    assert str(path) in said.message
    assert said.message.endswith(".")
    assert "SQL" not in said.message or not code


# A killed program

TYPING = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from afterview_tui.domain.letter import Letter
from afterview_tui.domain.records import Person
from afterview_tui.storage.store import Store

store = Store(Path(sys.argv[1]), lambda: datetime(2026, 11, 23, 12, tzinfo=timezone.utc))
facts = store.interviews.facts(1)
maria = store.people.find(Person(name="Maria Chen"))
letter = facts.letter_to(maria.id) or Letter(interview_id=1, person_id=maria.id)
base = letter.text
number = int(base.split()[0]) if base else 0
while True:
    number += 1
    text = f"{number} " + f"thank you {number} " * 1500
    store.letters.write(letter, maria, text, base)
    base = text
    print(number, flush=True)
"""


def test_a_killed_program_has_lost_nothing_that_it_said_was_saved(
    filled: FilledFile, opened: Opener, path: Path
) -> None:
    opened.close_all()
    rng = random.Random(23)
    last = 0
    for _ in range(15):
        typing = subprocess.Popen(
            [sys.executable, "-c", TYPING, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert typing.stdout is not None
        for _ in range(rng.randint(1, 12)):
            last = int(typing.stdout.readline())
        spin = rng.randrange(200_000)
        while spin:  # somewhere in the next write
            spin -= 1
        typing.send_signal(signal.SIGKILL)
        rest, _ = typing.communicate()
        whole = [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        last = int(whole[-1]) if whole else last
        store = opened()
        facts = store.interviews.facts(filled.open_id)
        assert facts is not None
        (text,) = (one.text for one in facts.letters if one.person_id == 1)
        found = int(text.split()[0])
        assert found in (last, last + 1)
        assert text == f"{found} " + f"thank you {found} " * 1500
        assert store.file.read("PRAGMA integrity_check") == [("ok",)]
        assert hits(store, f"you {found}")
        opened.close_all()
    opened().journal.ask("And on it goes", None)
    opened.close_all()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_program_killed_in_the_middle_of_a_change_leaves_the_old_state(
    filled: FilledFile, opened: Opener, path: Path, dump: Callable[[Path], Dump]
) -> None:
    opened.close_all()
    before = dump(path)
    script = """
import os, signal, sys
from datetime import datetime, timezone
from pathlib import Path
from afterview_tui.domain.letter import Letter
from afterview_tui.domain.records import Person
from afterview_tui.storage.store import Store

store = Store(Path(sys.argv[1]), lambda: datetime(2026, 11, 23, 12, tzinfo=timezone.utc))
store.file._connection.execute("PRAGMA cache_size = 1")
with store.file.change("never done"):
    for number in range(50):
        store.journal.ask(f"{number} " * 3000, None)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert path.with_name(f"{path.name}-journal").exists()
    store = opened()
    assert dump(path) == before
    assert store.file.read("PRAGMA integrity_check") == [("ok",)]
    store.journal.ask("And on it goes", None)
