"""Reading the names on file: all employers, roles and people, in a few queries."""

from __future__ import annotations

from afterview_tui.domain.records import Person
from afterview_tui.letters.naming import Held, Names
from afterview_tui.storage.file import File

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


class Naming:
    """The names that a letter is compared with."""

    def __init__(self, file: File) -> None:
        self._file = file

    def names(self) -> Names:
        """Every name on file, what is in the bin left out. Raises NotSaved, FileDamaged."""
        held = [Held(*row) for row in self._file.read(_HELD)]
        met = [(row[0], row[1]) for row in self._file.read(_MET)]
        people = self._file.all(Person, "name <> '' ORDER BY id")
        references = self._file.read("SELECT person_id FROM reference WHERE binned_at IS NULL")
        return Names(held, people, met, [row[0] for row in references])
