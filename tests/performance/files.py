"""Files to measure with: so many interviews, each with two people met and two references."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from afterview_tui.domain import names
from afterview_tui.domain.records import Interview, Outcome
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store


@dataclass(frozen=True)
class Filled:
    """A file by what is in it: interviews that are open, and others that were closed."""

    open: int
    closed: int = 0

    @property
    def called(self) -> str:
        """What the table calls it."""
        closed = f" and {self.closed:,} closed" if self.closed else ""
        return f"{self.open:,} open{closed}"

    def made(self, folder: Path) -> Path:
        """The file, which is made once in a folder."""
        path = folder / f"{self.open}-{self.closed}.db"
        if not path.exists():
            unfinished = path.with_suffix(".new")
            unfinished.unlink(missing_ok=True)
            self._fill(unfinished)
            unfinished.rename(path)
        return path

    def _fill(self, path: Path) -> None:
        with closing(Store(path, _now)) as store, store.file.change("filled"):
            for number in range(self.open + self.closed):
                is_open = number < self.open
                days = number % 40 if is_open else 100 + number % 700
                interview = Interview(
                    employer=f"Company {number:04}",
                    role="Aide",
                    held_on=_now().date() - timedelta(days=days),
                    outcome=Outcome.OPEN if is_open else Outcome.NO,
                )
                met = names.people(f"Dr. Ann Vale{number}\nBo Lind{number}")
                store.interviews.add(Entry(interview, met, names.people("Amy Ortiz\nTom Varley")))


def _now() -> datetime:
    return datetime.now().astimezone()
