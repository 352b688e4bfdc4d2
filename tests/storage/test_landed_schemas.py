"""Files of every schema that ever landed open, and hold the same words."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain.errors import FileRefused
from afterview_tui.storage import mending, migrations, opening
from afterview_tui.storage.rows import TABLES
from afterview_tui.storage.store import Store
from tests.storage import landed_files
from tests.storage.conftest import hits
from tests.storage.test_opening import GOLDEN, schema

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, Opener

pytestmark = pytest.mark.disk

TUESDAY = date(2026, 11, 24)
OLD = [one for one in landed_files.names() if landed_files.version(one) < opening.VERSION]
# What is told of a text, and where it belonged, may be said otherwise by now.
ABOUT = {("text_version", "subject"), ("letter", "form"), ("_sqlite_migrations", "applied_at")}


@pytest.fixture(params=landed_files.names())
def landed(request: pytest.FixtureRequest, path: Path) -> Path:
    landed_files.put(request.param, path)
    return path


@pytest.fixture(params=OLD)
def older(request: pytest.FixtureRequest, path: Path) -> Path:
    landed_files.put(request.param, path)
    return path


def rows_of(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, without the insides of search."""
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        listed = file.execute("PRAGMA table_list").fetchall()
        names = [
            one["name"]
            for one in listed
            if one["type"] == "table" and not one["name"].startswith(("sqlite_", "alphabet"))
        ]
        return {n: [dict(row) for row in file.execute(f"SELECT * FROM {n}")] for n in names}  # noqa: S608


def words_in(value: object) -> Iterator[str]:
    """Every text in a value; a row of the log and a draft are a dictionary of them."""
    if isinstance(value, dict):
        for one in value.values():
            yield from words_in(one)
    elif isinstance(value, str):
        try:
            within = json.loads(value)
        except ValueError:
            within = None
        if isinstance(within, dict):
            yield from words_in(within)
        else:
            yield value


def test_there_is_a_file_of_every_schema_that_landed() -> None:
    """Run `python -m tests.storage.landed_files` in main before a migration is begun.

    A version at which no file was ever left stands in `landed_files.NEVER_ALONE`.
    """
    known = {landed_files.version(one) for one in landed_files.names()}
    assert known | landed_files.NEVER_ALONE >= set(range(1, opening.VERSION))


def test_a_file_of_any_schema_becomes_one_of_this(landed: Path, opened: Opener) -> None:
    opened(landed).close()
    assert schema(landed) == GOLDEN.read_text(encoding="utf-8")
    with closing(sqlite3.connect(landed)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (opening.VERSION,)
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_word_of_a_file_of_any_schema_is_there_afterwards(
    landed: Path, opened: Opener
) -> None:
    before = rows_of(landed)
    opened(landed).close()
    after = rows_of(landed)
    told = "\n".join(word for rows in after.values() for row in rows for word in words_in(row))
    looked_at = 0
    for table, rows in before.items():
        for row in rows:
            for column, value in row.items():
                for word in words_in(value) if (table, column) not in ABOUT else ():
                    looked_at += 1
                    assert word in told, f"{table}.{column} of {row}"
    assert looked_at > 1_000


def test_every_record_of_a_file_of_any_schema_keeps_its_number_and_its_fields(
    landed: Path, opened: Opener
) -> None:
    before = rows_of(landed)
    opened(landed).close()
    after = rows_of(landed)
    for table in set(TABLES.values()) & set(before):
        now = {row["id"]: row for row in after[table]}
        for row in before[table]:
            kept = {column: value for column, value in row.items() if column in now[row["id"]]}
            if table == "reflection":  # what was not said to each person stands there, too
                assert str(now[row["id"]]["unsaid"]).startswith(str(kept.pop("unsaid")))
            assert {column: now[row["id"]][column] for column in kept} == kept


def test_a_file_of_any_schema_is_read_written_and_searched(landed: Path, opened: Opener) -> None:
    store = opened(landed)
    every = store.interviews.open_ones(TUESDAY)
    assert len(every) >= 8
    assert [one for facts in every for one in facts.letters]
    store.journal.write(every[0], "well", "a word of today", every[0].reflection.well)
    store.file.undo()
    assert hits(store, "dental")
    for facts in every:
        for letter in facts.letters:
            store.texts.versions(letter, "text")
    assert store.drafts.get("interview:new") == landed_files.HALF_TYPED


def test_nothing_is_found_wrong_with_a_file_of_any_schema_before_and_after(
    landed: Path, opened: Opener
) -> None:
    assert mending.looked_through(landed) == []
    opened(landed).close()
    assert mending.looked_through(landed) == []


def test_a_damaged_file_of_any_schema_is_mended_and_opens(
    landed: Path, opened: Opener, clock: Clock
) -> None:
    before = rows_of(landed)["interview"]
    data = bytearray(landed.read_bytes())
    data[100_000:104_096] = bytes(4096)
    landed.write_bytes(data)
    mending.mend(landed, clock())
    opened(landed)
    assert len(rows_of(landed)["interview"]) >= len(before) - 5


WRONG = {
    "a lost partner": "DELETE FROM person WHERE id = 1",
    "a form that cannot be read": "UPDATE draft SET form = 'meeting:1', fields = '['",
    "a log that cannot be read": "UPDATE change_row SET before = '[', after = '{'",
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("name", ["1", "4", "6"])
def test_an_older_file_with_something_damaged_inside_opens_or_is_mended_first(
    path: Path, name: str, wrong: str, opened: Opener, clock: Clock
) -> None:
    landed_files.put(name, path)
    with closing(sqlite3.connect(path)) as file:
        file.execute(WRONG[wrong])
        file.commit()
    before = path.read_bytes()
    with suppress(FileRefused):
        opened(path)
        return
    assert path.read_bytes() == before
    with pytest.raises(FileRefused, match="check --mend"):
        Store(path, clock)
    mending.mend(path, clock())
    opened(path)


def test_a_migration_that_fails_half_way_leaves_a_file_of_any_schema_as_it_was(
    older: Path, clock: Clock, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older.read_bytes()
    apply = migrations.migrations.apply

    def and_then_fail(*given: Any, **also: Any) -> None:
        apply(*given, **also)
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(migrations.migrations, "apply", and_then_fail)
        with pytest.raises(FileRefused):
            Store(older, clock).close()
    assert older.read_bytes() == before
    opened(older)


KILLED = """
import os, signal, sqlite3, sys
from datetime import datetime
from pathlib import Path
from afterview_tui.storage import migrations
from afterview_tui.storage.store import Store

apply = migrations.migrations.apply

def and_then_end(db, **also):
    db.execute("PRAGMA cache_spill = 1")
    db.execute("PRAGMA cache_size = 2")
    apply(db, **also)
    os.kill(os.getpid(), signal.SIGKILL)

migrations.migrations.apply = and_then_end
Store(Path(sys.argv[1]), lambda: datetime.now().astimezone())
"""


def test_a_program_killed_while_it_migrates_leaves_the_old_file_or_what_leads_back_to_it(
    path: Path, opened: Opener
) -> None:
    landed_files.put(OLD[0], path)
    before = rows_of(path)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)], env={**os.environ}, timeout=60, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert path.with_name(f"{path.name}-journal").exists()  # some of it was on the disk already
    assert rows_of(path) == before
    opened(path)
    assert schema(path) == GOLDEN.read_text(encoding="utf-8")
