"""Opening the file: a new one is made whole, a strange one is refused and never touched."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from afterview_tui.domain.errors import FileRefused
from afterview_tui.domain.letter import Letter, LetterState, Template
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.records import Interview, Meeting, Person, Reference
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.storage import backups, migrations, opening
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from tests.storage.conftest import hits, interviews_found, noted_changes
from tests.storage.older import made_by_an_older_version, put

if TYPE_CHECKING:
    from tests.storage.conftest import Clock, FilledFile, Opener, Walk

pytestmark = pytest.mark.disk

GOLDEN = Path(__file__).with_name("schema.golden.sql")
# What each refusal ends with is something to do.
ADVICE = ("Name ", "Create ", "Change ", "Make ", "Free ", "Update ", "copy it", "Close ", "backup")


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def everything_in(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Name, mode, time of change and bytes of all there is."""
    found = {}
    for one in sorted(folder.rglob("*")):
        about = one.lstat()
        content = one.read_bytes() if stat.S_ISREG(about.st_mode) else b""
        found[str(one.relative_to(folder))] = (about.st_mode, about.st_mtime_ns, content)
    return found


def schema(path: Path) -> str:
    """Every table, index and trigger; the insides of search by name alone."""
    with closing(sqlite3.connect(path)) as connection:
        inner = {
            name
            for _, name, kind, *_ in connection.execute("PRAGMA table_list").fetchall()
            if kind == "shadow"
        }
        found = connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY tbl_name, type DESC, name"
        ).fetchall()
    lines = []
    for kind, name, table, sql in found:
        lines.append(f"-- {kind} {name} on {table}")
        if sql and table not in inner:
            lines.append(f"{sql};")
    return "\n".join(lines) + "\n"


# A new file


def test_a_new_file_is_made_whole(opened: Opener, path: Path) -> None:
    opened().close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert pragma(path, "application_id") == opening.APPLICATION_ID
    assert pragma(path, "user_version") == len(migrations.names()) == opening.VERSION
    assert pragma(path, "journal_mode") == "delete"
    assert pragma(path, "integrity_check") == "ok"


def test_a_new_file_is_private_whatever_the_umask(opened: Opener, path: Path) -> None:
    before = os.umask(0)
    try:
        opened()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_making_a_new_file_leaves_nothing_else_behind(opened: Opener, path: Path) -> None:
    opened().close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_new_file_has_no_interview_and_nothing_to_undo(store: Store) -> None:
    assert store.interviews.open_ones(date(2026, 11, 23)) == []
    assert noted_changes(store) == []


def test_foreign_keys_are_held_on_the_first_write(store: Store) -> None:
    assert store.file.read("PRAGMA foreign_keys") == [(1,)]
    store.file.db.table("draft").insert({"form": "a", "fields": "{}"})
    assert store.file.read("PRAGMA foreign_keys") == [(1,)]


def test_the_file_is_written_through_to_the_disk(store: Store) -> None:
    full = 2
    assert store.file.read("PRAGMA synchronous") == [(full,)]


def test_an_empty_file_becomes_a_new_one(opened: Opener, path: Path) -> None:
    path.touch(0o644)
    opened().close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert pragma(path, "user_version") == opening.VERSION
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_second_opening_changes_no_byte(opened: Opener, path: Path) -> None:
    opened().close()
    before = everything_in(path.parent)
    opened().close()
    assert everything_in(path.parent) == before


@pytest.mark.parametrize("name", ["a b.db", "wörk.db", "a%20b.db", "a?mode=ro.db", "a#b.db", "x"])
def test_any_name_can_be_given_to_the_file(opened: Opener, tmp_path: Path, name: str) -> None:
    store = opened(tmp_path / name)
    store.interviews.add(Entry(Interview(employer="Oak", held_on=date(2026, 11, 20))))
    opened.close_all()
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert len(opened(tmp_path / name).interviews.open_ones(date(2026, 11, 23))) == 1


def test_a_new_file_is_made_where_there_are_no_hard_links(
    opened: Opener, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    opened().close()
    assert pragma(path, "user_version") == opening.VERSION
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_nothing_is_left_behind_when_a_new_file_cannot_be_made(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(opening, "_migrate", full)
    with pytest.raises(FileRefused):
        Store(path, clock)
    assert list(path.parent.iterdir()) == []


# The schema


def test_the_schema_is_the_golden_one(opened: Opener, path: Path) -> None:
    """Run with UPDATE_GOLDEN=1 after a new migration, and read what changed."""
    opened().close()
    if os.environ.get("UPDATE_GOLDEN") == "1":
        GOLDEN.write_text(schema(path), encoding="utf-8")
    assert schema(path) == GOLDEN.read_text(encoding="utf-8")


def test_no_use_of_the_file_makes_a_table(
    filled: FilledFile, path: Path, walk: type[Walk], clock: Clock
) -> None:
    on_the_way = walk(filled.store, clock, random.Random(1))
    for _ in range(60):
        on_the_way.step()
    filled.store.drafts.keep("interview", {"employer": "Oak"})
    filled.store.drafts.drop("interview")
    while noted_changes(filled.store):
        filled.store.file.undo()
    assert schema(path) == GOLDEN.read_text(encoding="utf-8")


# Write-ahead logging


def test_a_file_in_wal_mode_is_taken_back_with_every_word(
    filled: FilledFile, opened: Opener, path: Path, tmp_path: Path
) -> None:
    opened.close_all()
    copy = tmp_path / "elsewhere" / path.name
    copy.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE letter SET text = 'only in the log'")
        other.commit()
        # Copied while it is open, as after a crash: the words are in the second file.
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(path.with_name(name), copy.with_name(name))
    assert b"only in the log" not in copy.read_bytes()
    store = opened(copy)
    facts = store.interviews.facts(filled.open_id)
    assert facts is not None
    assert facts.letters[0].text == "only in the log"
    opened.close_all()
    assert pragma(copy, "journal_mode") == "delete"
    assert [one.name for one in copy.parent.iterdir()] == [copy.name]


# Refusals


def a_folder(path: Path) -> None:
    path.mkdir()


def a_text_file(path: Path) -> None:
    path.write_text("Dear Dr. Chen,\n" * 40)


def a_short_text_file(path: Path) -> None:
    path.write_text("hi\n")


def the_start_of_a_sqlite_file(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def a_fifo(path: Path) -> None:
    os.mkfifo(path)


def another_programs_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)")
        other.execute("INSERT INTO person (name) VALUES ('theirs')")
        other.commit()


def another_programs_file_without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 1196444487")
        other.execute("PRAGMA user_version = 1")


def another_programs_wal(path: Path) -> None:
    other_place = path.with_name("theirs.db")
    with closing(sqlite3.connect(other_place)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)")
        other.commit()
        shutil.copy(other_place, path)
        shutil.copy(f"{other_place}-wal", f"{path}-wal")
    other_place.unlink()


def another_programs_unfinished_change(path: Path) -> None:
    """With a hot journal, which SQLite would roll back on the first read."""
    other_place = path.with_name("theirs.db")
    another_programs_tables(other_place)
    with closing(sqlite3.connect(other_place)) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("PRAGMA cache_spill = 1")
        other.execute("BEGIN IMMEDIATE")
        other.executemany("INSERT INTO person (name) VALUES (?)", [("x" * 900,)] * 400)
        shutil.copy(other_place, path)
        shutil.copy(f"{other_place}-journal", f"{path}-journal")
        other.rollback()
    other_place.unlink()


NOT_OURS = [
    (a_folder, "is a folder"),
    (a_text_file, "is not an afterview file"),
    (a_short_text_file, "is not an afterview file"),
    (the_start_of_a_sqlite_file, "is not an afterview file"),
    (a_fifo, "is not a regular file"),
    (another_programs_tables, "belongs to another program"),
    (another_programs_file_without_tables, "belongs to another program"),
    (another_programs_wal, "belongs to another program"),
    (another_programs_unfinished_change, "belongs to another program"),
]


def refused(path: Path, clock: Clock) -> str:
    """Try to open a file; the message of the refusal, when nothing at all was touched."""
    before = everything_in(path.parent) if path.parent.is_dir() else {}
    with pytest.raises(FileRefused) as caught:
        Store(path, clock).close()
    assert (everything_in(path.parent) if path.parent.is_dir() else {}) == before
    message = caught.value.message
    assert str(path) in message or str(path.parent) in message
    assert any(advice in message for advice in ADVICE), message
    assert message.endswith(".")
    assert "\n" not in message
    return message


@pytest.mark.parametrize(("make", "said"), NOT_OURS, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_not_ours_is_refused_and_untouched(
    path: Path, clock: Clock, make: Callable[[Path], None], said: str
) -> None:
    make(path)
    assert said in refused(path, clock)


def test_the_test_of_an_unfinished_change_would_see_a_rollback(path: Path) -> None:
    another_programs_unfinished_change(path)
    before = everything_in(path.parent)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM person").fetchone() == (1,)
    assert everything_in(path.parent) != before


def test_a_file_from_a_newer_program_is_refused_with_both_versions(
    filled: FilledFile, opened: Opener, path: Path, clock: Clock
) -> None:
    opened.close_all()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    message = refused(path, clock)
    assert "99" in message
    assert str(opening.VERSION) in message
    assert "Update the program" in message


@pytest.mark.parametrize("kept", ["half", "one page", "all but a byte", "all but a page", "150"])
def test_a_truncated_file_is_refused_as_damaged(
    filled: FilledFile, opened: Opener, path: Path, clock: Clock, kept: str
) -> None:
    opened.close_all()
    whole = path.stat().st_size
    sizes = {
        "half": whole // 2,
        "one page": 4096,
        "all but a byte": whole - 1,
        "all but a page": whole - 4096,
        "150": 150,
    }
    with path.open("r+b") as file:
        file.truncate(sizes[kept])
    assert "damaged" in refused(path, clock)


def test_garbage_in_any_page_is_found_on_opening(
    filled: FilledFile, opened: Opener, path: Path, clock: Clock
) -> None:
    opened.close_all()
    whole = path.read_bytes()
    garbage = random.Random(7).randbytes(4096)
    for start in range(4096, len(whole), 4096):
        path.write_bytes(whole[:start] + garbage + whole[start + 4096 :])
        with pytest.raises(FileRefused, match="damaged"):
            Store(path, clock).close()
    path.write_bytes(whole[:8192] + garbage + whole[12288:])
    assert "damaged" in refused(path, clock)


def test_a_damaged_file_names_its_newest_backup(
    filled: FilledFile, opened: Opener, path: Path, clock: Clock
) -> None:
    opened.close_all()
    old, new = (backups.daily(path, day) for day in (date(2026, 11, 22), date(2026, 11, 23)))
    assert old is not None
    assert new is not None
    os.utime(old, (1, 1))
    path.write_bytes(path.read_bytes()[:9000])
    message = refused(path, clock)
    assert str(new) in message
    assert str(old) not in message


def test_a_missing_folder_is_named_and_not_made(tmp_path: Path, clock: Clock) -> None:
    missing = tmp_path / "not" / "there"
    message = refused(missing / "afterview.db", clock)
    assert f"The folder {missing} does not exist" in message
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "letters").write_text("text")
    assert "Not a directory" in refused(tmp_path / "letters" / "afterview.db", clock)


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path, clock: Clock) -> None:
    assert "too long" in refused(tmp_path / ("a" * 300), clock)


class Usage(NamedTuple):
    """What the system says of a disk."""

    total: int
    used: int
    free: int


def test_a_full_disk_is_refused_before_anything_is_made(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - 4096, 4096))
    message = refused(path, clock)
    assert "is full" in message
    assert "Free at least 1 MB" in message


def test_a_place_that_does_not_say_its_size_is_not_taken_for_full(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, 0))
    opened()


@pytest.mark.parametrize("place", ["/proc/self", "/proc", "/sys"])
def test_a_place_where_no_file_can_be_made_is_refused(place: str, clock: Clock) -> None:
    if not Path(place).is_dir():
        pytest.skip(f"there is no {place} here")
    path = Path(place, "afterview.db")
    with pytest.raises(FileRefused) as caught:
        Store(path, clock).close()
    assert place in caught.value.message
    assert "full" not in caught.value.message
    assert any(advice in caught.value.message for advice in ADVICE), caught.value.message
    assert not path.exists()


@pytest.fixture
def own_folder(clock: Clock) -> Iterator[Path]:
    """A folder in which this test has no more rights than any user, root or not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(Store(folder / "afterview.db", clock)) as store:
            store.interviews.add(Entry(Interview(employer="Oak", held_on=clock.today)))
        if os.geteuid() != 0:
            yield folder
            folder.chmod(0o700)
            return
        nobody = 65534
        os.chown(folder, nobody, nobody)
        os.chown(folder / "afterview.db", nobody, nobody)
        os.setresuid(nobody, nobody, 0)
        try:
            yield folder
        finally:
            os.setresuid(0, 0, 0)


def test_a_read_only_file_is_refused(own_folder: Path, clock: Clock) -> None:
    path = own_folder / "afterview.db"
    path.chmod(0o400)
    assert "read-only" in refused(path, clock)


def test_a_file_in_a_read_only_folder_is_refused(own_folder: Path, clock: Clock) -> None:
    own_folder.chmod(0o500)
    assert "read-only" in refused(own_folder / "afterview.db", clock)


def test_no_new_file_is_tried_in_a_read_only_folder(own_folder: Path, clock: Clock) -> None:
    own_folder.chmod(0o500)
    assert "read-only" in refused(own_folder / "new.db", clock)


def test_an_unreadable_file_is_refused(own_folder: Path, clock: Clock) -> None:
    path = own_folder / "afterview.db"
    path.chmod(0o200)
    with pytest.raises(FileRefused, match=r"may not be read\. Change its permissions"):
        Store(path, clock).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o200


def test_a_file_that_another_program_holds_is_refused_with_what_to_do(
    filled: FilledFile, opened: Opener, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.close_all()
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        message = refused(path, clock)
    assert "busy" in message
    assert "tried again" not in message


# A file of an older version


def test_a_file_of_the_first_version_is_brought_up_to_date_with_all_that_is_in_it(
    opened: Opener, path: Path
) -> None:
    made_by_an_older_version(path, "0002_rounds_and_briefs")
    assert pragma(path, "user_version") == 1
    store = opened()
    (facts,) = store.interviews.open_ones(date(2026, 11, 23))
    assert (facts.interview.employer, facts.interview.notes) == ("Öak Vision", "x")
    assert (facts.interview.wanted_for, facts.interview.who_calls) == ("", "")
    assert [hit.name for hit in hits(store, "oak")] == ["Öak Vision"]
    store.interviews.edit(Entry(replace(facts.interview, who_calls="Ms. Ähren, on Monday")))
    assert [hit.record for hit in hits(store, "ahren")] == ["interview"]
    opened.close_all()
    assert pragma(path, "user_version") == opening.VERSION
    assert schema(path) == GOLDEN.read_text(encoding="utf-8")
    (backup,) = (path.parent / f"{path.stem}-backups").iterdir()
    assert backup.stem.endswith(f"before-{opening.VERSION:04}")
    assert pragma(backup, "user_version") == 1


def test_letters_on_file_stay_as_they_were_when_letters_got_a_table_of_templates(
    opened: Opener, path: Path
) -> None:
    made_by_an_older_version(path, "0003_letters")
    old = Letter(
        interview_id=1,
        person_id=1,
        text="Dear Ms. Hart,\n\nThank you.",
        subject="Thanks",
        state=LetterState.COPIED,
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        db = opening.wrapped(connection)
        put(db, Person(name="Zoë Hart", title="Ms."))
        put(db, Meeting(interview_id=1, person_id=1), forgot="")
        put(db, old)
    store = opened()
    (facts,) = store.interviews.open_ones(date(2026, 11, 23))
    (letter,) = facts.letters
    assert (letter.text, letter.subject) == ("Dear Ms. Hart,\n\nThank you.", "Thanks")
    assert not letter.follows_facts, "it is the user's own, and no draft takes its place"
    assert letter.state is LetterState.COPIED
    assert shown(facts, thanked(facts.met[0]), date(2026, 11, 23)).letter == letter
    assert (store.templates.all(), store.words.all()) == ([], [])
    assert [hit.record for hit in hits(store, "thank")] == ["letter"]
    store.letters.write(letter, facts.met[0].person, "Dear Zoë,", letter.text)
    store.file.undo()
    assert store.interviews.open_ones(date(2026, 11, 23))[0].letters == (letter,)
    opened.close_all()
    assert schema(path) == GOLDEN.read_text(encoding="utf-8")
    (backup,) = (path.parent / f"{path.stem}-backups").iterdir()
    assert backup.stem.endswith(f"before-{opening.VERSION:04}")


def test_people_on_file_have_no_pronouns_until_somebody_says_them(
    opened: Opener, path: Path
) -> None:
    made_by_an_older_version(path, "0005_pronouns")
    zoe = Person(name="Zoë Hart", title="Ms.", called="Zo", email="zoe@oak.example", notes="kind")
    with closing(sqlite3.connect(path)) as connection, connection:
        db = opening.wrapped(connection)
        put(db, zoe)
        put(db, Meeting(interview_id=1, person_id=1), forgot="")
    store = opened()
    (facts,) = store.interviews.open_ones(date(2026, 11, 23))
    assert facts.met[0].person == replace(zoe, id=1, pronouns="")
    store.people.edit(replace(facts.met[0].person, pronouns="she/her"))
    person = store.people.get(1)
    assert person is not None
    assert person.pronouns == "she/her"
    assert [hit.record for hit in hits(store, "zoe")] == ["interview", "person"]
    store.file.undo()
    assert store.people.get(1) == replace(zoe, id=1)
    opened.close_all()
    assert schema(path) == GOLDEN.read_text(encoding="utf-8")
    (backup,) = (path.parent / f"{path.stem}-backups").iterdir()
    assert backup.stem.endswith(f"before-{opening.VERSION:04}")
    assert pragma(backup, "user_version") == 4


def test_what_is_on_file_is_found_by_plain_letters_since_the_index_folds_them(
    opened: Opener, path: Path
) -> None:
    made_by_an_older_version(path, "0006_folded_search")
    with closing(sqlite3.connect(path)) as connection, connection:
        db = opening.wrapped(connection)
        sorby = Person(name="Ida Sørby", title="Ms.", phone="555-0121", notes="Łódź")
        put(db, sorby)
        put(db, Meeting(interview_id=1, person_id=1), forgot="")
        put(db, Letter(interview_id=1, person_id=1, text="Dear Ms. Sørby, Müller’s way"))
    before = sqlite3.connect(path)
    assert (
        before.execute("SELECT 1 FROM person_fts WHERE person_fts MATCH 'sorby'").fetchall() == []
    )
    before.close()
    store = opened()
    assert {hit.record for hit in hits(store, "sorby")} == {"interview", "person", "letter"}
    assert [hit.record for hit in hits(store, "lodz")] == ["person"]
    assert [hit.record for hit in hits(store, "mueller way")] == ["letter"]
    assert interviews_found(store, "soerby") == interviews_found(store, "5550121") == {1}
    assert interviews_found(store, "oak") == interviews_found(store, "oeak") == {1}
    (facts,) = store.interviews.open_ones(date(2026, 11, 23))
    assert (facts.interview.employer, facts.met[0].person.name) == ("Öak Vision", "Ida Sørby")
    (letter,) = facts.letters
    store.letters.write(letter, facts.met[0].person, "Dear Ms. Sørby, Straße", letter.text)
    assert [hit.record for hit in hits(store, "strasse")] == ["letter"]
    store.file.undo()
    assert hits(store, "strasse") == []
    assert store.interviews.open_ones(date(2026, 11, 23))[0].letters == (letter,)
    opened.close_all()
    assert schema(path) == GOLDEN.read_text(encoding="utf-8")
    (backup,) = (path.parent / f"{path.stem}-backups").iterdir()
    assert backup.stem.endswith(f"before-{opening.VERSION:04}")


def test_what_was_on_file_before_search_knew_of_it_is_found(opened: Opener, path: Path) -> None:
    made_by_an_older_version(path, "0008_search_everything")
    zoe = Person(name="Zoë Hart", notes="saffron")
    with closing(sqlite3.connect(path)) as connection, connection:
        db = opening.wrapped(connection)
        put(db, zoe)
        put(db, Reference(person_id=1, notes="about saffron"))
        put(db, Template(text="saffron"))
    store = opened()
    assert {hit.record for hit in hits(store, "saf")} == {"person", "reference", "template"}
    assert [hit.name for hit in hits(store, "oak")] == ["Öak Vision"]
    store.people.edit(replace(zoe, id=1, notes="turmeric"))
    assert [hit.record for hit in hits(store, "turmeric")] == ["person"]
    store.file.undo()
    assert hits(store, "turmeric") == []
    opened.close_all()
    assert schema(path) == GOLDEN.read_text(encoding="utf-8")
    (backup,) = (path.parent / f"{path.stem}-backups").iterdir()
    assert pragma(backup, "user_version") == 7


# Several windows at once

WINDOW = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from afterview_tui.domain.records import Interview
from afterview_tui.storage import opening
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.migrations import migrations
from afterview_tui.storage.store import Store

now = lambda: datetime(2026, 11, 23, 9, tzinfo=timezone.utc)
print("ready", flush=True)
sys.stdin.readline()
store = Store(Path(sys.argv[1]), now)
store.interviews.add(Entry(Interview(employer=sys.argv[2], held_on=now().date())))
store.close()
"""


@pytest.mark.parametrize("is_there", [False, True], ids=["missing", "empty"])
def test_three_windows_that_open_one_new_file_at_once_all_write_to_it(
    opened: Opener, path: Path, clock: Clock, is_there: bool
) -> None:
    if is_there:
        path.touch()
    names = ["Oak", "Hill", "Lake"]
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(path), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline() == "ready\n"
    for window in windows:
        assert window.stdin is not None
        window.stdin.write("go\n")
        window.stdin.flush()
    said = [window.communicate(timeout=60)[1] for window in windows]
    assert [window.returncode for window in windows] == [0, 0, 0], said
    every = opened().interviews.open_ones(clock.today)
    assert sorted(facts.interview.employer for facts in every) == sorted(names)
    opened.close_all()
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert pragma(path, "integrity_check") == "ok"
