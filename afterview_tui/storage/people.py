"""People on file: found again by name, so that nobody is entered twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from afterview_tui.domain.errors import AfterviewError, NotSaved
from afterview_tui.domain.people import Known, completed
from afterview_tui.domain.recognising import Recognised, TypedLine, recognise, same
from afterview_tui.domain.records import Person, Reference
from afterview_tui.domain.text import joined
from afterview_tui.storage import address_book, merging
from afterview_tui.storage.file import File
from afterview_tui.storage.texts import Texts


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

    def find(self, person: Person, but: Collection[int] = ()) -> Person | None:
        """Who on file this is; those with the ids `but` are left out."""
        others = [one for one in self._every() if one.id not in but]
        return same(person, others, vouching=self._vouching())

    def recognise(
        self, typed: Sequence[Person], listed: Sequence[Person], employer: str = ""
    ) -> Recognised:
        """Whom these people stand for in a list that held `listed` before."""
        vouching = self._vouching()
        return recognise(typed, listed, self._every(), employer, vouching=vouching, may_ask=False)

    def add(self, person: Person, but: Collection[int] = ()) -> int:
        """The id of this person, found on file and completed, or put there.

        Where they differ from what is on file of them, that goes to the notes. Those with
        the ids `but` are other people.
        """
        with self._file.change(f"added {person.shown}") as change:
            known = self.find(person, but)
            if known is None:
                return change.insert(replace(person, id=0))
            change.update(Person, known.id, **completed(known, person))
            return known.id

    def settle(self, line: TypedLine, employer: str = "", taken: Collection[int] = ()) -> int:
        """The id of whom a line stands for, with what the line says of them on file.

        `taken` are the ids that other lines of the list stand for. Whom another window
        removed meanwhile is put on file again.
        """
        typed = replace(line.typed, employer=line.typed.employer or employer)
        with self._file.change(f"added {typed.shown}") as change:
            known = self.get(line.stands_for.id) if line.stands_for is not None else None
            if known is None or known.id in taken:
                return self.add(typed, but=taken)
            changes = line.changes_of(known) if line.is_listed else completed(known, typed)
            change.update(Person, known.id, **changes)
            return known.id

    def _every(self) -> list[Person]:
        return self._file.all(Person, "name <> '' ORDER BY id")

    def _vouching(self) -> set[int]:
        sql = "SELECT person_id FROM reference WHERE binned_at IS NULL"
        return {person_id for (person_id,) in self._file.read(sql)}

    def edit(self, person: Person, before: Person | None = None) -> None:
        """Change a person, everywhere they appear. Raises NotSaved.

        With `before`, only what differs from it is written: another window may
        have changed the rest meanwhile.
        """
        with self._file.change(f"changed {person.shown}") as change:
            if (known := self.get(person.id)) is None:
                raise NotSaved("This person is no longer on file; another window removed them.")
            change.write_over(person, before or known)

    def as_reference(self, person: Person, relation: str = "") -> int:
        """The id of the reference that this person is, put on file when it is new."""
        with self._file.change(f"added {person.shown} as a reference"):
            return self.vouch(self.add(person), relation)

    def vouch(self, person_id: int, relation: str = "") -> int:
        """The id of the reference that somebody on file is, from now on if not before."""
        with self._file.change("added a reference") as change:
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
