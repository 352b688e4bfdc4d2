"""People on file: found again by name, so that nobody is entered twice."""

from __future__ import annotations

from dataclasses import replace

from afterview_tui.domain.records import Person, Reference
from afterview_tui.domain.text import fold
from afterview_tui.storage.file import File

# What a second mention of a person may add, never overwrite.
_ADDED = ("title", "post_nominals", "called", "employer", "job_title", "phone", "email")


class People:
    """The address book over all interviews."""

    def __init__(self, file: File) -> None:
        self._file = file

    def get(self, person_id: int) -> Person | None:
        """The person with this id."""
        return self._file.one(Person, person_id)

    def named(self, name: str, employer: str = "") -> Person | None:
        """The person of this name, case and accents aside; two employers are two people."""
        wanted = fold(name)
        for person in self._file.all(Person, "name <> '' ORDER BY id DESC"):
            same_place = not (employer and person.employer) or fold(employer) == fold(
                person.employer
            )
            if fold(person.name) == wanted and same_place:
                return person
        return None

    def enter(self, person: Person) -> int:
        """The id of this person: found by name and completed, or put on file."""
        with self._file.change(f"added {person.shown}") as change:
            known = self.named(person.name, person.employer)
            if known is None:
                return change.insert(person)
            added = {
                field: getattr(person, field)
                for field in _ADDED
                if not getattr(known, field) and getattr(person, field)
            }
            change.update(Person, known.id, **added)
            return known.id

    def edit(self, person: Person) -> None:
        """Change a person, everywhere they appear."""
        with self._file.change(f"changed {person.shown}") as change:
            change.put(person)

    def as_reference(self, person: Person, relation: str = "") -> int:
        """The id of the reference that this person is, put on file when it is new."""
        with self._file.change(f"added {person.shown} as a reference") as change:
            person_id = self.enter(person)
            known = self._file.all(Reference, "person_id = ?", [person_id])
            if known:
                if relation and not known[0].relation:
                    change.put(replace(known[0], relation=relation))
                return known[0].id
            return change.insert(Reference(person_id=person_id, relation=relation))
