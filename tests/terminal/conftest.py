"""A home of one's own for each test, and files to open in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from afterview_tui.domain.records import Facts, Interview, Person
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store


def now() -> datetime:
    """The time, as the program itself tells it."""
    return datetime.now().astimezone()


def opened(db: Path) -> closing[Store]:
    """The file, to be closed again."""
    return closing(Store(db, now))


def on_file(db: Path) -> Facts:
    """All that is on file about the one interview of a file."""
    with opened(db) as store:
        (facts,) = store.interviews.open_ones(now().date())
        return facts


@pytest.fixture
def home() -> Iterator[Path]:
    """An empty home with a short name: a notice shows it on one line."""
    with tempfile.TemporaryDirectory(prefix="av-") as folder:
        yield Path(folder)


@pytest.fixture
def empty(home: Path) -> Path:
    """Where a file will be once the program makes it."""
    return home / "a.db"


@pytest.fixture
def db(empty: Path) -> Path:
    """A file with one interview, a person met and a reference."""
    interview = Interview(employer="Lakeside Dental", role="Hygienist", held_on=now().date())
    with opened(empty) as store:
        store.interviews.add(
            Entry(
                interview=interview,
                met=[Person(name="Maria Chen", title="Dr.", job_title="owner")],
                references=[Person(name="Amy Ortiz", job_title="former manager")],
            )
        )
    return empty
