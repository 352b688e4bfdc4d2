"""The opened file, as the modules of storage use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from afterview_tui.domain.errors import FileBusy, NotSaved
from afterview_tui.storage import opening, replaced, rows, windows
from afterview_tui.storage.changes import NEWEST, Change, Changes, Undone
from afterview_tui.storage.clashes import Clash
from afterview_tui.storage.failures import explaining

if TYPE_CHECKING:
    from sqlite_utils import Database

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Something that was chosen and is on no file, and the newest change by then."""

    after: tuple[Any, ...]
    step: Undone
    back: Callable[[], object]


class File:
    """One open file: reading with plain SQL, writing through the door of changes.

    Reads use the standard library alone, so that nothing is imported for them
    that the first screen would wait for. sqlite-utils comes with the first write.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.path = path.absolute()
        self.now = now
        self.month_first: bool | None = None  # how its user writes 3/4, where somebody knows
        self._connection = opening.connect(self.path, now)
        self.clashes: list[Clash] = []  # what another window wrote in the same fields, to be told
        self._patience: int | None = None  # milliseconds; None is that of the connection
        self._waits: int | None = None
        self._is_kept_from_writing = False
        self._place = replaced.place(self.path)
        self._kept: Path | None = None  # what was in the file before another took its place
        self._watching: list[Callable[[], object]] = []
        self._chosen: _Chosen | None = None
        self.window = windows.opened()
        try:
            before = self.read("SELECT id, at FROM change ORDER BY id DESC LIMIT 1")
        except BaseException:
            self.close()
            raise
        self._changes = Changes(lambda: self.db, now, self.window, next(iter(before), (0, "")))

    @cached_property
    def db(self) -> Database:
        """The file as sqlite-utils has it; for writes and search only."""
        return opening.wrapped(self._connection)

    def read(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """The rows of a SELECT. Raises NotSaved or FileDamaged when the file is out of reach."""
        with self._in_time(is_writing=False):
            return self._connection.execute(sql, parameters).fetchall()

    def read_beside(self, *queries: str) -> list[list[Any]]:
        """The rows of several SELECTs, as of one moment. Any thread may ask; raises as `read`."""
        with self.beside() as read:
            return [read(sql, {}) for sql in queries]

    @contextmanager
    def beside(self) -> Iterator[Callable[[str, Mapping[str, Any]], list[Any]]]:
        """Read as of one moment, in any thread. Raises as `read`."""
        with explaining(self.path), closing(opening.beside(self.path)) as connection:
            connection.execute("BEGIN")
            yield lambda sql, parameters: connection.execute(sql, parameters).fetchall()

    def all(
        self, kind: type[Record], where: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[Record]:
        """The records for which `where` holds, those in the bin left out."""
        return self._records(kind, f"binned_at IS NULL AND {where}", parameters)

    def one(self, kind: type[Record], row_id: int) -> Record | None:
        """The record with this id, if it is on file and not in the bin."""
        return next(iter(self.all(kind, "id = ?", [row_id])), None)

    def one_or_binned(self, kind: type[Record], row_id: int) -> Record | None:
        """The record with this id, in the bin or not."""
        return next(iter(self._records(kind, "id = ?", [row_id])), None)

    @contextmanager
    def change(
        self, sentence: str, *, interview_id: int | None = None, merge: str = ""
    ) -> Iterator[Change]:
        """One undoable change, whole or not at all. Raises NotSaved."""
        with (
            self.writing(),
            self._changes.change(sentence, interview_id=interview_id, merge=merge) as change,
        ):
            yield change
        self.clashes += change.clashes
        change.clashes.clear()
        self._tell()

    def watch(self, tell: Callable[[], object]) -> None:
        """Have `tell` called after every change that is made here, undone or done again."""
        self._watching.append(tell)

    def _tell(self) -> None:
        for tell in self._watching:
            tell()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Write something that is not a record (a form's draft, an earlier text)."""
        from sqlite_utils.db import NotFoundError

        try:
            with self._in_time(is_writing=True):
                yield self.db
        except NotFoundError as error:
            raise NotSaved(
                "That record is no longer on file; another window removed it."
            ) from error

    def wait_at_most(self, patience: int) -> None:
        """Wait so many milliseconds, and no longer, for another program that has the file.

        Somebody types meanwhile: who waited once in vain does not wait again until it is free.
        """
        self._patience = patience
        self._wait(patience)

    @contextmanager
    def _in_time(self, *, is_writing: bool) -> Iterator[None]:
        try:
            with explaining(self.path):
                yield
        except FileBusy:
            if self._patience is not None:
                self._wait(0)
                self._is_kept_from_writing = is_writing
            raise
        # What another program reads can be read here, too, and still not be written.
        if self._patience is not None and (is_writing or not self._is_kept_from_writing):
            self._wait(self._patience)
            self._is_kept_from_writing = False

    def _wait(self, milliseconds: int) -> None:
        if milliseconds != self._waits:
            self._connection.execute(f"PRAGMA busy_timeout = {milliseconds}")
            self._waits = milliseconds

    @property
    def changes(self) -> Changes:
        """The log of changes."""
        return self._changes

    def chosen(self, step: Undone, back: Callable[[], object]) -> None:
        """Something was chosen that is on no file: `back` undoes it until the next change."""
        self._chosen = _Chosen(self._newest(), step, back)
        self._tell()

    def undo(self) -> Undone:
        """Take back the newest change, or what was chosen since. Raises CannotUndo, NotSaved."""
        if (chosen := self._chosen_last()) is not None:
            self._chosen = None
            chosen.back()
            undone = chosen.step
        else:
            with self.writing():
                undone = self._changes.undo()
        self._tell()
        return undone

    def redo(self) -> Undone:
        """Do again what was undone last. Raises CannotUndo, NotSaved."""
        with self.writing():
            redone = self._changes.redo()
        self._tell()
        return redone

    def undoable(self) -> str:
        """The change that would be undone next, in its own words; "" where there is none."""
        if (chosen := self._chosen_last()) is not None:
            return chosen.step.sentence
        noted = "EXISTS (SELECT 1 FROM change_row WHERE change_id = newest.id)"
        found = self.read(f"SELECT sentence FROM ({NEWEST}) AS newest WHERE {noted}")
        return str(found[0][0]) if found else ""

    def _chosen_last(self) -> _Chosen | None:
        """What was chosen, while nothing was changed since."""
        chosen = self._chosen
        return chosen if chosen is not None and chosen.after == self._newest() else None

    def _newest(self) -> tuple[Any, ...]:
        """What tells the newest change, also one that grows while somebody types."""
        newest = "SELECT id, at, undone_at FROM change ORDER BY id DESC LIMIT 1"
        return next(iter(self.read(newest)), ())

    def stamp(self) -> int:
        """A number that changes when another window commits a change.

        Raises NotSaved when the file is gone, or is another one by now; of that, what this
        window had open is kept beside it.
        """
        if (other := replaced.by_now(self.path, self._place)) is not None:
            if other and self._kept is None:
                self._kept = replaced.keep(self._connection, self.path, self.now())
            raise replaced.Gone(self.path, self._kept)
        return int(self.read("PRAGMA data_version")[0][0])

    def _records(
        self, kind: type[Record], where: str, parameters: Sequence[Any] | Mapping[str, Any]
    ) -> list[Record]:
        columns, table = rows.columns(cast("type", kind)), rows.TABLES[kind]
        sql = f"SELECT {columns} FROM {table} WHERE {where}"
        return [rows.record(kind, row) for row in self.read(sql, parameters)]

    def close(self) -> None:
        """Let go of the file. It is whole without this."""
        windows.closed(self.window)
        self._connection.close()
