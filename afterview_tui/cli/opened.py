"""The file as a command has it: opened, read as the app reads it, and closed again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from afterview_tui.cli.places import NothingThere, file_of, no_file_yet
from afterview_tui.cli.surroundings import local_zone, now
from afterview_tui.domain.agenda import Case, case
from afterview_tui.domain.dates import month_first
from afterview_tui.domain.errors import AfterviewError, NotUnderstood
from afterview_tui.domain.when import Direction, day
from afterview_tui.storage.store import Store
from afterview_tui.tui.desk import Desk


@dataclass(frozen=True)
class OpenFile:
    """A file that is open, and the desk on which it lies."""

    desk: Desk
    month_first: bool | None

    @property
    def store(self) -> Store:
        """The records."""
        return self.desk.store

    @property
    def today(self) -> date:
        """The local date."""
        return self.desk.today

    def case(self, interview_id: int) -> Case:
        """An interview with its tasks. Raises NothingThere."""
        found = self.store.interviews.facts(interview_id)
        if found is None:
            raise NothingThere(f"There is no interview {interview_id} on file.")
        return case(found, self.today)

    def day(self, said: str, prefer: Direction, option: str) -> date:
        """A day as people say it. Raises NotUnderstood, with the option that it stands behind."""
        try:
            return day(said, self.today, prefer=prefer, month_first=self.month_first)
        except NotUnderstood as error:
            raise NotUnderstood(f"{option} {said}: {error.message}") from error

    def zone(self) -> str:
        """The name of the zone of this machine; "" when it has none."""
        return local_zone(now)


@contextmanager
def opened(
    context: click.Context, *, writes: bool = False, or_empty: bool = False
) -> Iterator[OpenFile]:
    """Open the file that the command line names, and read what is open in it.

    Whoever `writes` begins a file where there is none, and has today's backup made first; who
    only looks may be given an empty one that is gone afterwards.
    Raises NothingThere where there is no file to look into, FileRefused.
    """
    path = file_of(context, create=writes)
    is_new = not path.exists()
    if is_new and not writes and not or_empty:
        raise no_file_yet(path)
    with ExitStack() as stack:
        if is_new and not writes:
            path = Path(stack.enter_context(TemporaryDirectory())) / path.name
        store = stack.enter_context(closing(Store(path, now)))
        if writes and not is_new:
            _back_up(store)
        locale = os.environ.get("LC_ALL") or os.environ.get("LC_TIME") or os.environ.get("LANG", "")
        store.file.month_first = month_first(locale)
        desk = Desk(store, lambda: now().date(), _raise)
        desk.read()
        yield OpenFile(desk, store.file.month_first)


def _raise(error: AfterviewError) -> None:
    raise error


def _back_up(store: Store) -> None:
    """Make the backup of the day, as the app does. Without one it goes on, and says so."""
    from afterview_tui.storage import backups

    try:
        backups.daily(store.path, now().date())
    except AfterviewError as error:
        click.echo(f"afterview-tui: {error.message}", err=True)
