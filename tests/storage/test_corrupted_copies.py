"""Copies of a file that were damaged in every way: each works, or is refused in one sentence.

AFTERVIEW_LONG=1 takes 2,000 of them; AFTERVIEW_SEED is the first seed. What is found is told with
its seed, which makes the same copy again.
"""

from __future__ import annotations

import os
import sqlite3
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from afterview_tui.domain.errors import AfterviewError, CannotUndo, FileRefused
from afterview_tui.domain.found import Section
from afterview_tui.domain.records import Interview
from afterview_tui.domain.tasks import tasks
from afterview_tui.storage.changes import UNREADABLE
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.looking_after import look_after
from afterview_tui.storage.rows import TABLES
from afterview_tui.storage.store import Store
from tests.storage import landed_files
from tests.storage.corrupting import corrupted

FIRST = int(os.environ.get("AFTERVIEW_SEED", "0"))
COPIES, SHARES = (2_000, 20) if os.environ.get("AFTERVIEW_LONG") else (45, 3)
TUESDAY = landed_files.AT.date()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file of this program with every kind of record in it."""
    path = tmp_path_factory.mktemp("whole") / "afterview.db"
    landed_files.put(landed_files.names()[-1], path)
    with closing(Store(path, lambda: landed_files.AT)) as store:
        every = store.interviews.open_ones(TUESDAY)
        store.journal.write(every[0], "well", "It went well, über alles", every[0].reflection.well)
        store.journal.ask("Why here?", every[0].interview.id)
        store.interviews.bin(every[-1].interview)
    return path.read_bytes()


def one_sentence(error: AfterviewError) -> str:
    """What is said; a line break or a traceback would be a mistake of ours."""
    assert "\n" not in error.message
    return error.message


def read_everything(store: Store, today: date) -> list[str]:
    """Read all that any screen reads, and what of it was refused."""
    refused: list[str] = []

    def tried(do: Callable[[], Any]) -> Any:
        try:
            return do()
        except AfterviewError as error:
            refused.append(one_sentence(error))
            return None

    every = tried(lambda: store.interviews.open_ones(today)) or []
    for facts in every:
        tasks(facts, today)
    looks: list[Callable[[], Any]] = [
        store.people.all,
        store.stories.all,
        store.templates.all,
        store.words.all,
        store.bin.all,
        store.journal.questions,
        store.journal.filed,
        store.journal.reflections,
        store.resume.me,
        store.resume.reflected,
        store.file.undoable,
        lambda: store.drafts.get("interview:new"),
        lambda: store.numbers.all(today),
        lambda: store.naming.names(),
        lambda: store.interviews.closed(today),
        lambda: store.search.everything("dental", frozenset(Section), 100),
        *(partial(store.file.all, kind, "true") for kind in TABLES),
        *(
            partial(store.texts.versions, letter, "text")
            for facts in every
            for letter in facts.letters
        ),
    ]
    for look in looks:
        tried(look)
    return refused


def write(store: Store, today: date) -> list[str]:
    """Write, and take back all that can be taken back; what of it was refused."""
    refused = []
    try:
        number = store.interviews.add(Entry(Interview(employer="Written after", held_on=today)))
        facts = store.interviews.facts(number)
        assert facts is not None
        store.journal.write(facts, "well", "A word", "")
        assert store.interviews.facts(number).reflection.well == "A word"  # type: ignore[union-attr]
    except AfterviewError as error:
        refused.append(error.message)
    for step in (store.file.undo, store.file.redo):
        for _ in range(60):
            try:
                step()
            except CannotUndo as error:
                if error.message == UNREADABLE:
                    refused.append(error.message)
                break
            except AfterviewError as error:
                refused.append(error.message)
                break
    return refused


def ids_in(path: Path) -> Counter[str] | None:
    """How many rows of each table can be read; None when not even that."""
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(path)) as file:
        file.text_factory = bytes
        return Counter(
            {
                table: len(file.execute(f"SELECT id FROM {table} NOT INDEXED").fetchall())  # noqa: S608
                for table in TABLES.values()
            }
        )
    return None


def outcome(path: Path) -> str:
    """What becomes of a damaged copy: refused, told of, or as if nothing was."""
    try:
        store = Store(path, lambda: landed_files.AT)
    except FileRefused as error:
        return f"refused: {one_sentence(error)}"
    with closing(store):
        told = ""
        try:
            look_after(path, TUESDAY)
        except AfterviewError as error:
            told = one_sentence(error)
        missing = read_everything(store, TUESDAY)
        missing += write(store, TUESDAY)
    return f"told: {told}" if told else f"refused later: {missing}" if missing else "works"


@pytest.mark.parametrize("name", ["1", "2-first-day", "6"])
def test_a_damaged_copy_of_an_older_file_is_brought_up_to_date_or_refused(
    name: str, tmp_path: Path
) -> None:
    landed_files.put(name, tmp_path / "whole.db")
    whole = (tmp_path / "whole.db").read_bytes()
    wrong = []
    for seed in range(FIRST, FIRST + COPIES // 3):
        way, data = corrupted(whole, seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        (folder / "afterview.db").write_bytes(data)
        try:
            outcome(folder / "afterview.db")
        except Exception:
            wrong.append(f"seed {seed}, {way}:\n{traceback.format_exc(limit=-4)}")
    assert not wrong, f"{len(wrong)} of them; " + "\n".join(wrong[:5])


@pytest.mark.parametrize("share", range(SHARES))
def test_a_damaged_copy_works_or_says_what_is_wrong(
    share: int, whole: bytes, tmp_path: Path
) -> None:
    came: Counter[str] = Counter()
    original = tmp_path / "whole.db"
    original.write_bytes(whole)
    there = ids_in(original)
    wrong = []
    for seed in range(FIRST + share, FIRST + COPIES, SHARES):
        way, data = corrupted(whole, seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        path = folder / "afterview.db"
        path.write_bytes(data)
        here = ids_in(path)
        path.write_bytes(data)
        try:
            became = outcome(path)
        except Exception:
            wrong.append(f"seed {seed}, {way}:\n{traceback.format_exc(limit=-4)}")
            came["failed"] += 1
            continue
        came[became.partition(":")[0]] += 1
        if became == "works" and here is not None and here != there:
            wrong.append(f"seed {seed}, {way}: {(there or Counter()) - here} gone in silence")
    print(dict(came))
    assert not wrong, f"{len(wrong)} of them; " + "\n".join(wrong[:5])
