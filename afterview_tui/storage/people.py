"""People on file: found again by name, so that nobody is entered twice."""

from __future__ import annotations

from dataclasses import fields, replace

from afterview_tui.domain.errors import AfterviewError, NotSaved
from afterview_tui.domain.names import noted
from afterview_tui.domain.people import Known, completed, is_called
from afterview_tui.domain.records import Person, Reference
from afterview_tui.domain.text import fold, joined
from afterview_tui.storage import address_book, merging
from afterview_tui.storage.file import File
from afterview_tui.storage.texts import Texts

# What a second mention of a person may add, never overwrite.
_ADDED = (
    *("title", "post_nominals", "called", "pronouns", "employer", "job_title", "phone", "email"),
)


class StillNeeded(AfterviewError):
    """A person that an interview or a letter still speaks of."""

    title = "Not deleted"


class People:
    """The address book over all interviews."""

    def __init__(self, file: File, texts: Texts) -> None:
        self._file = file
        self._texts = texts

    def all(self) -> list[Known]:
        """Everybody with all that happened, by surname, then name."""
        return address_book.everyone(self._file)

    def get(self, person_id: int) -> Person | None:
        """The person with this id."""
        return self._file.one(Person, person_id)

    def named(self, name: str, employer: str = "") -> Person | None:
        """The person of this name, case and accents aside; two employers are two people."""
        for person in self._file.all(Person, "name <> '' ORDER BY id DESC"):
            same_place = not (employer and person.employer) or fold(employer) == fold(
                person.employer
            )
            if is_called(person, name) and same_place:
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
            added["notes"] = noted(known.notes, person.notes)
            change.update(Person, known.id, **added)
            return known.id

    def add(self, person: Person) -> int:
        """Put a person on file by themselves; their id is returned.

        One who is on file already is not entered twice: what is new is added to them.
        """
        with self._file.change(f"added {person.shown}") as change:
            known = self.named(person.name, person.employer)
            if known is None:
                return change.insert(person)
            change.update(Person, known.id, **completed(known, person))
            return known.id

    def edit(self, person: Person, before: Person | None = None) -> None:
        """Change a person, everywhere they appear. Raises NotSaved.

        With `before`, only what differs from it is written: another window may
        have changed the rest meanwhile.
        """
        with self._file.change(f"changed {person.shown}") as change:
            if self.get(person.id) is None:
                raise NotSaved("This person is no longer on file; another window removed them.")
            changed = {
                field.name: new
                for field in fields(Person)
                if (new := getattr(person, field.name)) != getattr(before, field.name, None)
            }
            change.update(Person, person.id, **changed)

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

    def merge(self, keep: Person, other: Person) -> None:
        """Make one person of two: `keep` gets everything of `other`, who goes to the bin."""
        merging.merge(self._file, self._texts, keep, other)

    def bin(self, person: Person) -> None:
        """Delete a person into the bin. Raises StillNeeded, NotSaved.

        Only somebody whom nothing speaks of: an interview without the people
        in it would lose what was said there.
        """
        with self._file.change(f"deleted {person.shown}") as change:
            if self._file.all(Reference, "person_id = ?", [person.id]):
                raise StillNeeded(
                    f"{person.shown} is one of your references, and stays on file with what"
                    " they were told. If they are on file twice, merge the two."
                )
            if there := self._met_at(person.id):
                raise StillNeeded(
                    f"{person.shown} was met at {joined(there)}. Take them out of that interview"
                    " first, or, if they are on file twice, merge the two."
                )
            change.bin(Person, person.id, self._file.now())

    def _met_at(self, person_id: int) -> list[str]:
        """Where somebody was met. An interview in the bin counts: it may be brought back."""
        sql = """
            SELECT employer, interview.binned_at FROM meeting
            JOIN interview ON interview.id = meeting.interview_id
            WHERE person_id = ? AND meeting.binned_at IS NULL ORDER BY held_on DESC, interview.id
        """
        found = self._file.read(sql, [person_id])
        return [f"{one} (in the bin)" if binned_at else one for one, binned_at in found]
