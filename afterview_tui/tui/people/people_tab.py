"""The people on file: everyone met, every reference; and the card of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterview_tui.domain import list_changes, people, person_card
from afterview_tui.domain.people import Known
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import count, fold, joined
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick
from afterview_tui.tui.kit.shelf_tab import InTab, Tab
from afterview_tui.tui.people.person_form import edit_person, new_person


class PeopleTab(Tab[Known]):
    """Everybody, and from each the way to their newest interview."""

    where = Where.PEOPLE
    one, many = "person", "people"
    no_match = "Nobody on file has these words"

    def __init__(self, desk: Desk, front: Front) -> None:
        super().__init__(desk.store)
        self._front = front
        self.verbs = {
            "open": self.open_interview,
            "edit": self.edit,
            "remove": self.remove,
            "copy": self.copy,
            "merge": self.merge,
        }
        self.others = {"add": self.add}

    def nothing(self) -> Part:
        """Said while nobody is on file."""
        adds = f"{key('people.add')} adds somebody else."
        whoever = "Whoever you name in an interview is found here."
        return Part("Nobody is on file yet", (whoever, adds))

    def load(self) -> Sequence[Known]:
        """Everybody on file."""
        return self.store.people.all()

    def found(self, every: Sequence[Known], said: str) -> Sequence[Known]:
        """Those in whose names, work or interviews every word occurs."""
        return people.found(every, said)

    def line(self, one: Known) -> InTab:
        """The name; work and roles."""
        return InTab(str(one.person.id), name_of(one), about(one, self.today))

    def parts(self, one: Known) -> Sequence[Part]:
        """How to reach them, and all that was between them and the user."""
        return person_card.parts(one, self.today)

    def open_interview(self, known: Known) -> None:
        """Leave for the newest interview of a person."""
        if (newest := known.newest) is None:
            self.afterview.say(f"{name_of(known)} is in no interview yet.")
        else:
            self.screen.leave(lambda: self._front.reveal(newest.id))

    async def edit(self, known: Known) -> None:
        """Open the form for a person."""
        before = known.person

        def save(person: Person) -> None:
            self.store.people.edit(person, before)
            if fold(person.name) != fold(before.name):
                letters = self.store.letters.still_saying(before, person)
                self.afterview.say(list_changes.is_renamed(before, person, letters), seconds=8)

        await self.ask(edit_person(before, save, self.load(), self.today, self.store.drafts))

    async def add(self) -> None:
        """Open the form for somebody new."""
        added: list[int] = []
        every = self.load()
        before = {one.person.id for one in every}

        def add(person: Person) -> None:
            added.append(self.store.people.add(person))

        def say() -> None:
            self.screen.read(str(added[-1]))
            name = next((name_of(one) for one in self.load() if one.person.id == added[-1]), "")
            is_new = added[-1] not in before
            self.afterview.say(f"Added {name}." if is_new else f"Added to what is on file: {name}.")

        await self.ask(new_person(add, every, self.today, self.store.drafts), say)

    async def merge(self, known: Known) -> None:
        """Ask with whom a person is one."""
        others = people.alike(known, self.load())
        if not others:
            self.afterview.say("There is nobody else on file.")
            return

        def picked(person_id: int) -> None:
            for one in (other for other in others if other.person.id == person_id):
                self._ask_which(known, one)

        candidates = [
            Candidate(one.person.id, name_of(one), about(one, self.today)) for one in others
        ]
        await self.choose(Pick(f"{name_of(known)} is the same as", candidates), picked)

    def remove(self, known: Known) -> None:
        """Delete a person, if nothing speaks of them."""
        said = f"Deleted {name_of(known)}. {key('shelf.undo')} brings them back."
        self.write(lambda: self.store.people.bin(known.person), said)

    def copy(self, known: Known) -> None:
        """Copy the card."""
        self.afterview.copy_text(person_card.text(known, self.today), f"{name_of(known)} card")

    def _ask_which(self, known: Known, other: Known) -> None:
        """Say what will happen, and ask whose name stays."""
        one, two = name_of(known), name_of(other)
        if one == two:
            one, two = (f"{name_of(each)}, {each.person.employer}" for each in (known, other))
        choices = (
            ("1", f"Keep {one}; what {two} has ({_all_of(other)}) goes over", "keep"),
            ("2", f"Keep {two}; what {one} has ({_all_of(known)}) goes over", "other"),
            ("n", "They are two people", "none"),
        )

        def answered(which: str) -> None:
            if which in ("keep", "other"):
                self._merge(*((known, other) if which == "keep" else (other, known)))

        self.choose(Choose(f"Make one of {one} and {two}", choices), answered)

    def _merge(self, keep: Known, other: Known) -> None:
        takes = f"{key('shelf.undo')} takes it back."
        self.write(
            lambda: self.store.people.merge(keep.person, other.person),
            f"Merged {name_of(other)} into {name_of(keep)}. {takes}",
            str(keep.person.id),
        )


def _all_of(known: Known) -> str:
    """What goes over in a merge, counted."""
    letters = sum(one.is_letter_sent for one in known.encounters)
    counted = (
        (len(known.encounters), "meeting"),
        (letters, "sent letter"),
        (len(known.vouched), "briefing"),
        (len(known.calls), "call"),
    )
    parts = [count(number, thing) for number, thing in counted if number]
    return joined(parts) or "the details"


def name_of(known: Known) -> str:
    """What a person is called in a list and in a sentence."""
    return known.person.shown or "somebody without a name"


def about(known: Known, today: date) -> str:
    """What tells a person from others in a list."""
    work = known.person.employer or known.person.job_title
    return " · ".join(filter(None, [work, known.roles(today)]))
