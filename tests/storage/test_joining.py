"""Merging another copy of the file: nothing of either is lost, and twice is the same as once."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from afterview_tui.domain.errors import FileRefused
from afterview_tui.domain.records import Interview, Outcome, Person
from afterview_tui.storage import mending
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.joined_fields import LATE_LINKS, LINKS
from afterview_tui.storage.joining import join
from afterview_tui.storage.rows import TABLES
from afterview_tui.storage.store import Store
from tests.storage import landed_files
from tests.storage.conftest import Clock, FilledFile, Walk, hits
from tests.storage.test_backups import damage
from tests.storage.test_opening import NOT_OURS
from tests.tui.odd import fields_of
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Dump, Opener

SEEDS = 200 if os.environ.get("AFTERVIEW_LONG") else 24
FIRST = int(os.environ.get("AFTERVIEW_SEED", "0"))
MONDAY = date(2026, 11, 23)


@pytest.fixture
def copies(filled: FilledFile, tmp_path: Path) -> tuple[FilledFile, FilledFile]:
    """A file and a copy of it, each with a window of its own."""
    other = tmp_path / "afterview (conflicted copy).db"
    shutil.copy(filled.store.path, other)
    clock = Clock()
    return filled, FilledFile(Store(other, clock), clock)


def merged(mine: FilledFile, theirs: FilledFile) -> list[str]:
    theirs.store.close()
    return join(mine.store.path, theirs.store.path, mine.clock)


def words_of(path: Path) -> dict[str, set[str]]:
    """What people typed, row by row: in every record, earlier texts and forms among them."""
    found: dict[str, set[str]] = {}
    with closing(sqlite3.connect(path)) as file:
        for kind, table in TABLES.items():
            names = [name for name in fields_of(kind) if name not in ("task", "parts")]
            if names:
                rows = file.execute(f"SELECT id, {', '.join(names)} FROM {table}")  # noqa: S608
                found |= {f"{table} {row[0]}": set(filter(None, row[1:])) for row in rows}
        earlier = file.execute("SELECT text FROM text_version").fetchall()
        found["earlier"] = {text for (text,) in earlier if text}
        forms = [json.loads(fields) for (fields,) in file.execute("SELECT fields FROM draft")]
        found["forms"] = {text for form in forms for text in form.values() if text}
    return found


def records_of(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as file:
        return {
            table: file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in TABLES.values()
        }


def assert_nothing_is_lost(path: Path, *before: dict[str, set[str]]) -> None:
    everything = "\n".join(text for texts in words_of(path).values() for text in texts)
    for words in before:
        for table, texts in words.items():
            for text in texts:
                for line in text.split("\n"):  # notes are put together by lines
                    assert line in everything, f"{table}: {text!r}"


def wanted(
    mine: dict[str, set[str]], theirs: dict[str, set[str]], parted: dict[str, set[str]]
) -> dict[str, set[str]]:
    """The words that have to be there: what one of the two took out on purpose may be gone."""

    def of(row: str) -> set[str]:
        here, there = mine.get(row, set()), theirs.get(row, set())
        return {
            one for one in here | there if one in here & there or one not in parted.get(row, ())
        }

    return {row: of(row) for row in mine.keys() | theirs.keys()}


def test_what_only_the_other_has_comes_in_with_all_that_hangs_on_it(
    copies: tuple[FilledFile, FilledFile], opened: Opener
) -> None:
    mine, theirs = copies
    theirs.clock.forward(hours=1)
    new = Interview(employer="Birch Clinic", held_on=MONDAY)
    number = theirs.store.interviews.add(Entry(new, [Person(name="Ann Birch")]))
    facts = theirs.facts(number)
    theirs.store.journal.write(facts, "well", "A word about birches", "")
    theirs.store.letters.write(
        as_shown(facts, facts.met[0].person), facts.met[0].person, "Dear Ann, thanks", ""
    )
    theirs.store.journal.ask("Why birches?", number)
    (told, kept) = merged(mine, theirs)
    assert "1 interview more" in told
    assert "is kept" in kept
    (here,) = [
        one
        for one in mine.store.interviews.open_ones(MONDAY)
        if one.interview.employer == "Birch Clinic"
    ]
    assert here.reflection.well == "A word about birches"
    assert [one.person.name for one in here.met] == ["Ann Birch"]
    assert [one.text for one in here.letters] == ["Dear Ann, thanks"]
    assert [one.text for one in here.questions] == ["Why birches?"]
    assert hits(mine.store, "birches")


def test_both_added_something_with_the_same_number(
    copies: tuple[FilledFile, FilledFile],
) -> None:
    numbers = []
    for one, employer in zip(copies, ("Mine & Co", "Theirs & Co"), strict=True):
        entry = Entry(Interview(employer=employer, held_on=MONDAY), [Person(name=f"At {employer}")])
        numbers.append(one.store.interviews.add(entry))
    assert numbers[0] == numbers[1]
    merged(*copies)
    here = copies[0].store.interviews.open_ones(MONDAY)
    met = {one.interview.employer: [met.person.name for met in one.met] for one in here}
    assert met["Mine & Co"] == ["At Mine & Co"]
    assert met["Theirs & Co"] == ["At Theirs & Co"]


def test_what_only_one_side_changed_is_taken_from_it(
    copies: tuple[FilledFile, FilledFile],
) -> None:
    mine, theirs = copies
    theirs.store.interviews.end(theirs.facts().interview, Outcome.OFFER, MONDAY)
    interview = mine.facts().interview
    mine.store.interviews.edit(Entry(replace(interview, role="Assistant"), None, None), interview)
    merged(mine, theirs)
    now = mine.facts().interview
    assert (now.outcome, now.role) == (Outcome.OFFER, "Assistant")
    assert now.notes == interview.notes  # nobody contradicted anybody


def test_of_two_texts_of_one_letter_both_are_kept(
    copies: tuple[FilledFile, FilledFile],
) -> None:
    mine, theirs = copies
    person = mine.person("Maria Chen")
    for one, text in ((mine, "Dear Dr. Chen, mine"), (theirs, "Dear Dr. Chen, theirs")):
        one.clock.forward(minutes=5)
        one.store.letters.write(as_shown(one.facts(), person), person, text, "")
        mine.clock.forward(minutes=1)
    merged(mine, theirs)
    letter = mine.facts().letter_to(person.id)
    assert letter is not None
    there = {letter.text, *(one.text for one in mine.store.texts.versions(letter, "text"))}
    assert there >= {"Dear Dr. Chen, mine", "Dear Dr. Chen, theirs"}


def test_where_both_changed_a_field_the_other_value_stands_in_the_notes(
    copies: tuple[FilledFile, FilledFile],
) -> None:
    mine, theirs = copies
    for one, place in ((theirs, "Room 5"), (mine, "Room 7")):
        one.clock.at = theirs.clock.at
        one.clock.forward(minutes=20)
        interview = one.facts().interview
        one.store.interviews.edit(Entry(replace(interview, place=place), None, None), interview)
    merged(mine, theirs)
    assert mine.facts().interview.place == "Room 7"  # it is the later one
    assert "In the other copy: place: Room 5" in mine.facts().interview.notes


def test_how_sure_somebody_felt_in_both_is_kept_for_both(
    copies: tuple[FilledFile, FilledFile],
) -> None:
    for one, sure in zip(copies, (2, 5), strict=True):
        one.store.journal.feel_sure(one.facts(), sure, MONDAY)
    merged(*copies)
    facts = copies[0].facts()
    assert facts.reflection.sure == 2
    assert [one.sure for one in facts.feelings] == [5]


def test_a_deleted_record_that_the_other_still_uses_comes_back(
    copies: tuple[FilledFile, FilledFile],
) -> None:
    mine, theirs = copies
    mine.store.interviews.bin(mine.facts().interview)
    theirs.store.interviews.bin(theirs.facts().interview)
    with theirs.store.file.change("brought back") as change:
        change.update(Interview, 1, notes="Still wanted", **{})
    merged(mine, theirs)
    assert any("Still wanted" in texts for texts in words_of(mine.store.path).values())


def test_a_form_that_is_not_finished_in_the_other_is_found_as_an_earlier_text(
    copies: tuple[FilledFile, FilledFile],
) -> None:
    mine, theirs = copies
    mine.store.drafts.keep("interview:new", {"employer": "Mine"})
    theirs.store.drafts.keep("interview:new", {"employer": "Half typed & Co"})
    merged(mine, theirs)
    assert mine.store.drafts.get("interview:new") == {"employer": "Mine"}
    versions = mine.store.texts.versions(mine.store.resume.me(), "resume_notes")
    assert "employer: Half typed & Co" in [one.text for one in versions]


def test_a_merge_is_one_change_that_can_be_undone(
    copies: tuple[FilledFile, FilledFile], dump: Callable[[Path], Dump]
) -> None:
    mine, theirs = copies
    walk = Walk(theirs.store, theirs.clock, random.Random(4))
    for _ in range(25):
        walk.step()
    before = records_of(mine.store.path)
    merged(mine, theirs)
    assert records_of(mine.store.path) != before
    mine.store.file.undo()
    assert records_of(mine.store.path) == before


def test_the_other_copy_is_not_touched(copies: tuple[FilledFile, FilledFile]) -> None:
    mine, theirs = copies
    theirs.store.journal.ask("One more", None)
    theirs.store.close()
    before = theirs.store.path.read_bytes()
    folder = sorted(one.name for one in theirs.store.path.parent.iterdir())
    merged(mine, theirs)
    assert theirs.store.path.read_bytes() == before
    now = sorted(one.name for one in theirs.store.path.parent.iterdir())
    assert set(now) - set(folder) <= {"afterview-backups"}


def test_a_copy_of_an_older_version_is_merged(filled: FilledFile, tmp_path: Path) -> None:
    for name in landed_files.names():
        other = tmp_path / f"{name}.db"
        landed_files.put(name, other)
        before = words_of(filled.store.path)
        there = other.read_bytes()
        join(filled.store.path, other, filled.clock)
        assert_nothing_is_lost(filled.store.path, before)
        assert other.read_bytes() == there
    assert mending.looked_through(filled.store.path) == []
    assert hits(filled.store, "hygienist")


@pytest.mark.parametrize(("make", "said"), NOT_OURS, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_not_ours_is_not_merged(
    filled: FilledFile,
    tmp_path: Path,
    dump: Callable[[Path], Dump],
    make: Callable[[Path], None],
    said: str,
) -> None:
    before = dump(filled.store.path)
    make(tmp_path / "strange.db")
    with pytest.raises(FileRefused):
        join(filled.store.path, tmp_path / "strange.db", filled.clock)
    assert dump(filled.store.path) == before


def test_a_damaged_copy_the_file_itself_and_nothing_are_not_merged(
    filled: FilledFile, tmp_path: Path, dump: Callable[[Path], Dump]
) -> None:
    before = dump(filled.store.path)
    damaged = tmp_path / "damaged.db"
    shutil.copy(filled.store.path, damaged)
    damage(damaged)
    for other in (damaged, filled.store.path, tmp_path / "nowhere.db", tmp_path):
        with pytest.raises(FileRefused):
            join(filled.store.path, other, filled.clock)
    assert dump(filled.store.path) == before


def test_every_link_between_records_is_known_to_a_merge(filled: FilledFile) -> None:
    """A new column that names another record belongs into `joined_fields.LINKS`."""
    with closing(sqlite3.connect(filled.store.path)) as file:
        linked = {
            column
            for table in TABLES.values()
            for _, _, _, column, *_ in file.execute(f"PRAGMA foreign_key_list({table})")
        }
    assert linked <= {*LINKS, *LATE_LINKS}


def everything(path: Path) -> Any:
    """All that is on file."""
    with closing(sqlite3.connect(path)) as file:
        return {
            table: file.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            for table in (*TABLES.values(), "text_version", "draft", "change", "change_row")
        }


@pytest.mark.parametrize("seed", range(FIRST, FIRST + SEEDS))
def test_whatever_both_did_nothing_is_lost_and_twice_is_as_once(
    copies: tuple[FilledFile, FilledFile], seed: int
) -> None:
    mine, theirs = copies
    chance = random.Random(seed)
    together = Walk(mine.store, mine.clock, chance)
    for _ in range(chance.randrange(12)):
        together.step()
    theirs.store.close()
    shutil.copy(mine.store.path, theirs.store.path)
    theirs = FilledFile(Store(theirs.store.path, theirs.clock), theirs.clock)
    theirs.clock.at = mine.clock.at
    parted = words_of(mine.store.path)
    for one in (mine, theirs):
        walk = Walk(one.store, one.clock, chance)
        for _ in range(chance.randrange(40)):
            walk.step()
    before = wanted(words_of(mine.store.path), words_of(theirs.store.path), parted)
    many = [records_of(one.store.path) for one in (mine, theirs)]
    merged(mine, theirs)
    path = mine.store.path
    assert_nothing_is_lost(path, before)
    now = records_of(path)
    assert all(now[table] >= max(one[table] for one in many) for table in now)
    once = everything(path)
    mine.clock.forward(hours=1)
    (said,) = merged(mine, theirs)
    assert "nothing" in said
    assert everything(path) == once
    assert mending.looked_through(path) == []
    (said,) = join(path, _copy_of(path), mine.clock)
    assert "nothing" in said


def _copy_of(path: Path) -> Path:
    copy = path.with_name("same.db")
    shutil.copy(path, copy)
    return copy


def test_the_other_way_round_has_the_same_words(copies: tuple[FilledFile, FilledFile]) -> None:
    mine, theirs = copies
    parted = words_of(mine.store.path)
    for number, one in enumerate(copies):
        walk = Walk(one.store, one.clock, random.Random(number))
        for _ in range(30):
            walk.step()
    before = wanted(words_of(mine.store.path), words_of(theirs.store.path), parted)
    mine_before = mine.store.path.with_name("mine.db")
    shutil.copy(mine.store.path, mine_before)
    merged(mine, theirs)
    join(theirs.store.path, mine_before, theirs.clock)
    for one in copies:
        assert_nothing_is_lost(one.store.path, before)
