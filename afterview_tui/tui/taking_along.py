"""Taking everything along, whoever asks for it: what is in each format, and where it goes.

No screen is asked for: the command line and the app both come here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from afterview_tui.domain.agenda import case
from afterview_tui.domain.errors import FileRefused
from afterview_tui.domain.records import Facts
from afterview_tui.storage import facts
from afterview_tui.storage.store import Store


class Along(StrEnum):
    """The formats in which everything can be taken along."""

    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    ICS = "ics"

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files, not one file."""
        return self in (Along.CSV, Along.MARKDOWN)

    def usual_name(self, today: date) -> str:
        """What the file or the folder is called when nobody says."""
        day = today.isoformat()
        return f"afterview-{day}-{self}" if self.is_folder else f"afterview-{day}.{self}"


class AlreadyThere(FileRefused):
    """What is there already is not written over unasked."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What goes out: of a file its pieces, of a folder its files; and how many there are."""

    number: int
    pieces: Iterable[str] = ()
    files: Iterable[tuple[str, str]] = ()


def bundle(store: Store, kind: Along, now: datetime) -> Bundle:
    """All that is on file in one format. Raises NotSaved, FileDamaged."""
    if kind is Along.JSON:
        from afterview_tui.storage.everything import taken

        everything = taken(store.file)
        return Bundle(everything.number, pieces=everything.lines())
    if kind is Along.CSV:
        return Bundle(0, files=list(_tables(store)))
    if kind is Along.ICS:
        return Bundle(1, pieces=[_calendar(store, now)])
    every = facts.every(store.file)
    return Bundle(len(every), files=_book(store, every, now.date()))


def write(made: Bundle, kind: Along, path: Path, *, replace: bool) -> None:
    """Write it, whole or not at all, for its owner alone.

    Raises FileRefused when something is there already and may not be replaced, HandoffFailed.
    """
    if replace:
        refuse_wrong(kind, path)
    else:
        refuse_existing(kind, path)
    if kind.is_folder:
        from afterview_tui.handoff.folders import write_folder

        write_folder(path, made.files)
    else:
        from afterview_tui.handoff.text_files import write_whole

        write_whole(path, made.pieces)


def refuse_wrong(kind: Along, path: Path) -> None:
    """Raise FileRefused for a file in the place of a folder, or the other way round."""
    if kind.is_folder and path.exists() and not path.is_dir():
        raise FileRefused(f"{path} is a file, and {kind} makes a folder. Name another.")
    if not kind.is_folder and path.is_dir():
        raise FileRefused(f"{path} is a folder. Name a file in it.")


def refuse_existing(kind: Along, path: Path) -> None:
    """Raise FileRefused for a place where there is something; an empty folder is nothing."""
    refuse_wrong(kind, path)
    if path.exists() and not (kind.is_folder and not any(path.iterdir())):
        raise AlreadyThere(f"{path} exists already. Name another.")


def rounds_until(last: Facts, by_id: Mapping[int, Facts]) -> list[Facts]:
    """This round and those before it, the first one first; a ring of them ends."""
    found: list[Facts] = []
    one: Facts | None = last
    while one is not None and one not in found:
        found.insert(0, one)
        one = by_id.get(one.interview.follows_id or 0)
    return found


def _tables(store: Store) -> Iterator[tuple[str, str]]:
    from afterview_tui.handoff.spreadsheet import csv_of
    from afterview_tui.pages.tables import tables
    from afterview_tui.storage.everything import columns_of, taken

    every = taken(store.file).tables
    for table in tables(every, columns_of(store.file)):
        yield f"{table.name}.csv", csv_of(table.columns, table.rows)


def _calendar(store: Store, now: datetime) -> str:
    from afterview_tui.handoff.calendar import calendar

    today = now.date()
    cases = [case(one, today) for one in store.interviews.open_ones(today)]
    return calendar(cases, store.interviews.closed(today), now)


def _book(store: Store, every: list[Facts], today: date) -> Iterator[tuple[str, str]]:
    from afterview_tui.pages import book

    by_id = {one.interview.id: one for one in every}
    for one in every:
        yield book.interview_file_page(case(one, today), rounds_until(one, by_id))
    yield book.index_page([one.interview for one in every], today)
    yield book.people_page(store.people.all(), today)
    yield book.questions_page(store.journal.questions())
    yield book.stories_page(store.stories.all())
    yield book.about_me_page(store.checklist.me(), store.templates.all())
