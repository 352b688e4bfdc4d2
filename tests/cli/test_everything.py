"""Everything can be taken along and brought into an empty file, which is then the same."""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from afterview_tui.storage import migrations, opening
from afterview_tui.storage.everything import LEFT_OUT, taken
from afterview_tui.storage.rows import TABLES
from afterview_tui.storage.store import Store
from tests.cli.conftest import CommandLine
from tests.storage.conftest import Walk
from tests.storage.conftest import walk as walk
from tests.storage.older import made_by_an_older_version
from tests.tui.driving import Clock

FILES = 200 if os.environ.get("AFTERVIEW_LONG") else 8
STEPS = 60


def exported(line: CommandLine, name: str) -> str:
    """The whole export of the file."""
    path = Path(name)
    line.well("export", "json", path)
    assert path.stat().st_mode & 0o077 == 0
    return path.read_text(encoding="utf-8")


def another(line: CommandLine, path: Path) -> CommandLine:
    """The same command line on another file."""
    return CommandLine(path, line.clock, line._run, line._capture)


def test_every_table_and_every_column_comes_along(sample: CommandLine) -> None:
    document = json.loads(exported(sample, "e.json"))
    with closing(sqlite3.connect(sample.path)) as connection:
        kept = {
            name: {column[1] for column in connection.execute(f"PRAGMA table_info({name})")}
            for _, name, kind, *_ in connection.execute("PRAGMA table_list")
            if kind == "table" and name not in LEFT_OUT and not name.startswith("sqlite_")
        }
        numbers = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in kept
        }
    assert set(TABLES.values()) <= set(kept)
    assert set(document["tables"]) == set(kept)
    for name, rows in document["tables"].items():
        assert len(rows) == numbers[name]
        assert all(set(row) == kept[name] for row in rows), name
    assert document["file_version"] == opening.VERSION


def test_the_sample_comes_in_as_it_was_and_can_be_taken_back(
    sample: CommandLine, tmp_path: Path
) -> None:
    before = exported(sample, "e.json")
    other = another(sample, tmp_path / "b.db")
    ran = other.well("import", "e.json", "--dry-run")
    assert "Nothing was changed" in ran.out
    ran = other.well("import", "e.json")
    assert "Brought in 10 interviews" in ran.out
    assert exported(other, "f.json") == before
    assert other.well("today").out == sample.well("today").out
    assert other.well("find", "anesthesia").out == sample.well("find", "anesthesia").out
    other.well("undo")
    left = json.loads(exported(other, "g.json"))["tables"]
    assert not any(left[table] for table in TABLES.values())
    other.well("undo", "--redo")
    assert other.well("list", "--all").out == sample.well("list", "--all").out


@pytest.mark.parametrize("seed", range(FILES))
def test_random_files_come_in_as_they_were(
    line: CommandLine, clock: Clock, tmp_path: Path, walk: type[Walk], seed: int
) -> None:
    with closing(Store(line.path, clock)) as store:
        walking = walk(store, clock, random.Random(seed))
        for _ in range(STEPS):
            walking.step()
    before = exported(line, "e.json")
    other = another(line, tmp_path / "b.db")
    other.well("import", "e.json")
    assert exported(other, "f.json") == before


def as_exported(path: Path, version: int) -> dict[str, Any]:
    """The export that a program of that version would have made of its file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [
            name
            for _, name, kind, *_ in connection.execute("PRAGMA table_list")
            if kind == "table" and name not in LEFT_OUT and not name.startswith("sqlite_")
        ]
        tables = {
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]  # noqa: S608
            for name in names
        }
    return {"format": "afterview export", "file_version": version, "tables": tables}


@pytest.mark.parametrize("stop_before", migrations.names()[1:])
def test_an_export_of_every_older_version_comes_in(
    line: CommandLine, tmp_path: Path, stop_before: str
) -> None:
    old = tmp_path / "old.db"
    made_by_an_older_version(old, stop_before)
    version = migrations.names().index(stop_before)
    Path("e.json").write_text(json.dumps(as_exported(old, version)), encoding="utf-8")
    line.well("import", "e.json")
    assert line.facts("Öak Vision").interview.notes == "x"
    with closing(Store(old, line.clock)) as store:
        by_itself = "".join(taken(store.file).lines())
    assert exported(line, "f.json") == by_itself


def changed(change: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    """An export in which something was changed by another hand."""

    def make(text: str) -> str:
        document = json.loads(text)
        change(document)
        return json.dumps(document)

    return make


def rows(document: dict[str, Any], table: str = "interview") -> Any:
    return document["tables"][table]


BAD: dict[str, tuple[Callable[[str], str], str]] = {
    "cut off": (lambda text: text[: len(text) // 2], "line "),
    "empty": (lambda text: "", "line 1: this is no JSON"),
    "another program's": (lambda text: '{"jobs": []}', "is no export of afterview-tui"),
    "a list": (lambda text: "[1]", "is no export of afterview-tui"),
    "NaN": (lambda text: text.replace('"round": 1', '"round": NaN', 1), "NaN is no number"),
    "deep": (lambda text: "[" * 200_000, "is no JSON that an export has"),
    "an object twice": (
        lambda text: text.replace('"tables":', '"format": "x", "tables":', 1),
        "format stands twice",
    ),
    "newer": (changed(lambda d: d.update(file_version=999)), "Update the program"),
    "version odd": (changed(lambda d: d.update(file_version="9")), "which version"),
    "table missing": (changed(lambda d: d["tables"].pop("story")), "has other tables: story"),
    "table odd": (changed(lambda d: d["tables"].update(x=[])), "has other tables: x"),
    "column missing": (changed(lambda d: rows(d)[0].pop("zone")), "interview, row 1: .*zone"),
    "column odd": (changed(lambda d: rows(d)[1].update(x=1)), "interview, row 2: .*x"),
    "no rows": (changed(lambda d: d["tables"].update(story={})), "story is no list"),
    "no row": (changed(lambda d: rows(d).append(7)), "interview, row 11: this is no row"),
    "ids twice": (changed(lambda d: rows(d)[1].update(id=rows(d)[0]["id"])), "interview, row 2"),
    "id zero": (changed(lambda d: rows(d)[0].update(id=0)), "id is no number from 1 on"),
    "id huge": (changed(lambda d: rows(d)[0].update(id=2**70)), "interview, row 1"),
    "no such person": (
        changed(lambda d: rows(d, "meeting")[0].update(person_id=999)),
        "there is no person",
    ),
    "no day": (changed(lambda d: rows(d)[0].update(held_on="20th")), "interview 1: "),
    "no outcome": (changed(lambda d: rows(d)[0].update(outcome="gone")), "interview 1: .*gone"),
    "a list in a row": (changed(lambda d: rows(d)[0].update(notes=[])), "notes is neither"),
    "nothing": (changed(lambda d: rows(d)[0].update(employer=None)), "interview, row 1"),
    "no employer": (changed(lambda d: rows(d)[0].update(employer="")), "interview, row 1"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_whole_export_is_refused_with_the_place_and_nothing_comes_in(
    line: CommandLine, tmp_path: Path, sampled: bytes, kind: str
) -> None:
    (tmp_path / "s.db").write_bytes(sampled)
    text = exported(another(line, tmp_path / "s.db"), "e.json")
    make, says = BAD[kind]
    Path("bad.json").write_text(make(text), encoding="utf-8")
    line.well("me", "--name", "")  # the file is there, and empty
    before = line.path.read_bytes()
    said = line.refused("import", "bad.json")
    assert "bad.json: " in said
    assert re.search(says, said), said
    assert line.path.read_bytes() == before


def test_hostile_words_come_in_clean(sample: CommandLine, tmp_path: Path) -> None:
    document = json.loads(exported(sample, "e.json"))
    rows(document)[0]["notes"] = "one\x1b[2J\r\ntwo\u202e"
    Path("bad.json").write_text(json.dumps(document), encoding="utf-8")
    other = another(sample, tmp_path / "b.db")
    other.well("import", "bad.json")
    with other.store() as store:
        assert store.file.read("SELECT notes FROM interview WHERE id = 1")[0][0] == "one\ntwo"


def test_a_file_with_records_takes_no_second_one(sample: CommandLine) -> None:
    exported(sample, "e.json")
    before = sample.path.read_bytes()
    assert "has records already" in sample.refused("import", "e.json")
    assert sample.path.read_bytes() == before


def test_files_that_are_no_text_or_too_large_are_refused(line: CommandLine) -> None:
    Path("latin.json").write_bytes("\n\nCafé".encode("latin-1"))
    assert "latin.json, line 3: this is not UTF-8" in line.refused("import", "latin.json")
    with Path("large.json").open("wb") as file:
        file.truncate(100_000_000)
    assert "is larger than 90 MB" in line.refused("import", "large.json")
    assert "is not there" in line.refused("import", "gone.json")
    assert "is a folder" in line.refused("import", ".", "--as", "csv")
    assert not line.path.exists()


def test_nothing_is_written_over_unasked(sample: CommandLine) -> None:
    path = Path("e.json")
    path.write_text("mine", encoding="utf-8")
    assert "exists already" in sample.refused("export", "json", path)
    assert path.read_text(encoding="utf-8") == "mine"
    sample.well("export", "json", path, "--replace")
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == "afterview export"
    assert "is a folder" in sample.refused("export", "json", ".")
    assert sample.well("export", "json", "-").out == path.read_text(encoding="utf-8")
