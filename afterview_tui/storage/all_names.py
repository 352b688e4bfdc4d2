"""Reading the names on file: all employers, roles and people, in a few queries."""

from __future__ import annotations

from threading import Lock
from typing import Any

from afterview_tui.domain.records import Person
from afterview_tui.letters.checking.names_on_file import Held, Names
from afterview_tui.storage.file import File
from afterview_tui.storage.rows import columns, record

_HELD = """
    SELECT id, employer, role, follows_id FROM interview
    WHERE binned_at IS NULL ORDER BY held_on, id
"""
_MET = """
    SELECT meeting.person_id, meeting.interview_id
    FROM meeting JOIN interview ON interview.id = meeting.interview_id
    WHERE meeting.binned_at IS NULL AND interview.binned_at IS NULL
    ORDER BY interview.held_on, interview.id
"""
_PEOPLE = f"""
    SELECT {columns(Person)} FROM person WHERE binned_at IS NULL AND name <> '' ORDER BY id
"""
_REFERENCES = "SELECT person_id FROM reference WHERE binned_at IS NULL"


class Naming:
    """The names that a letter is compared with.

    With thousands of interviews to learn them takes seconds, so any thread may
    ask: they are read beside the connection that the screen uses, and learned
    anew only where they are others.
    """

    def __init__(self, file: File) -> None:
        self._file = file
        self._reading = Lock()
        self._is_current = False
        self._rows: list[list[Any]] = []
        self._names: Names | None = None

    @property
    def known(self) -> Names:
        """The names as they were learned last, without a look at the file after the first one."""
        return self._names if self._names is not None else self.names()

    def forget(self) -> None:
        """The file may hold other names by now: look again when somebody asks."""
        self._is_current = False

    def names(self) -> Names:
        """Every name on file, what is in the bin left out. Raises NotSaved, FileDamaged."""
        with self._reading:
            if not self._is_current or self._names is None:
                self._is_current = True  # before the look, so that none is missed that follows
                try:
                    self._names = self._learned(self._names)
                except BaseException:
                    self._is_current = False
                    raise
            return self._names

    def _learned(self, before: Names | None) -> Names:
        found = self._file.read_beside(_HELD, _MET, _PEOPLE, _REFERENCES)
        if before is not None and found == self._rows:
            return before
        self._rows = found
        held, met, people, references = found
        return Names(
            [Held(*row) for row in held],
            [record(Person, row) for row in people],
            [(row[0], row[1]) for row in met],
            [row[0] for row in references],
        )
