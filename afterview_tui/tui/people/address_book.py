"""The address book: everybody on file, and the card of the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import OptionList

from afterview_tui.domain import list_changes, people, person_card
from afterview_tui.domain.people import Known
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import count, fold, joined
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick
from afterview_tui.tui.kit.shelf import Shelf
from afterview_tui.tui.people.person_form import edit_person, new_person


class PeopleScreen(Shelf[Known, int | None]):
    """The list and the card. Answers the id of an interview to go to, or None."""

    WHERE = Where.PEOPLE
    TITLE_OF_LIST, ONE, MANY = "People", "person", "people"
    NO_MATCH, FIND = "Nobody on file has these words", "people.find"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.PEOPLE)]

    def nothing(self) -> Part:
        """Said while nobody is on file."""
        adds = f"{key('people.add')} adds somebody else."
        whoever = "Whoever you name in an interview is found here."
        return Part("Nobody is on file yet", (whoever, adds))

    def load(self) -> list[Known]:
        """Everybody on file."""
        return self.store.people.all()

    def id_of(self, one: Known) -> int:
        """The person's."""
        return one.person.id

    def found(self, every: Sequence[Known], said: str) -> list[Known]:
        """Those in whose names, work or interviews every word occurs."""
        return people.found(every, said)

    def named(self, one: Known) -> tuple[str, str]:
        """The name; work and roles."""
        return name_of(one), about(one)

    def parts(self, one: Known) -> Sequence[Part]:
        """How to reach them, and all that was between them and the user."""
        return person_card.parts(one, self.afterview.today)

    async def action_edit(self) -> None:
        """Open the form for the person under the cursor."""
        if (known := self.current) is None:
            return
        before = known.person

        def save(person: Person) -> None:
            self.store.people.edit(person, before)
            if fold(person.name) != fold(before.name):
                letters = self.store.letters.still_saying(before, person)
                self.afterview.say(list_changes.is_renamed(before, person, letters), seconds=8)

        drafts, today = self.store.drafts, self.afterview.today
        await self.ask(edit_person(before, save, self.every, today, drafts))

    async def action_add(self) -> None:
        """Open the form for somebody new."""
        added: list[int] = []

        def add(person: Person) -> None:
            added.append(self.store.people.add(person))

        before = {one.person.id for one in self.every}
        form = new_person(add, self.every, self.afterview.today, self.store.drafts)
        await self.ask(form, lambda: self._say_added(added[-1], added[-1] not in before))

    async def action_merge(self) -> None:
        """Ask with whom the person under the cursor is one."""
        if (known := self.current) is None:
            return
        others = people.alike(known, self.every)
        if not others:
            self.afterview.say("There is nobody else on file.")
            return

        def picked(person_id: int | None) -> None:
            found = [one for one in others if one.person.id == person_id]
            if found:
                self._ask_which(known, found[0])

        candidates = [Candidate(one.person.id, name_of(one), about(one)) for one in others]
        await self.app.push_screen(Pick(f"{name_of(known)} is the same as", candidates), picked)

    def action_bin(self) -> None:
        """Delete the person under the cursor, if nothing speaks of them."""
        if (known := self.current) is not None:
            with self.reporting():
                self.store.people.bin(known.person)
                self.read()
                brings = f"{key('people.undo')} brings them back."
                self.afterview.say(f"Deleted {name_of(known)}. {brings}")

    def action_open_interview(self) -> None:
        """Leave for the newest interview of the person under the cursor."""
        if (known := self.current) is None:
            return
        if known.newest is None:
            self.afterview.say(f"{name_of(known)} is in no interview yet.")
        else:
            self.dismiss(known.newest.id)

    def action_copy(self) -> None:
        """Copy the card."""
        if (known := self.current) is not None:
            text = person_card.text(known, self.afterview.today)
            self.afterview.copy_text(text, f"{name_of(known)} card")

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_edit()

    def _say_added(self, person_id: int, is_new: bool) -> None:
        self.read(person_id)
        if self.current is not None:
            name = name_of(self.current)
            self.afterview.say(f"Added {name}." if is_new else f"Added to what is on file: {name}.")

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

        def answered(which: str | None) -> None:
            if which in ("keep", "other"):
                self._merge(*((known, other) if which == "keep" else (other, known)))

        self.app.push_screen(Choose(f"Make one of {one} and {two}", choices), answered)

    def _merge(self, keep: Known, other: Known) -> None:
        with self.reporting():
            self.store.people.merge(keep.person, other.person)
            self.read(keep.person.id)
            takes = f"{key('people.undo')} takes it back."
            self.afterview.say(f"Merged {name_of(other)} into {name_of(keep)}. {takes}")


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


def about(known: Known) -> str:
    """What tells a person from others in a list."""
    work = known.person.employer or known.person.job_title
    return " · ".join(filter(None, [work, known.roles]))
