"""What is decided about a letter: which is shown, whom it is to, sent or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from afterview_tui.domain import found_words
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.recipients import Recipient, everybody, next_unsent
from afterview_tui.domain.records import Facts, Person
from afterview_tui.letters.checking.finding import Finding
from afterview_tui.letters.checking.gaps_and_length import without_gaps
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.letters.drafting.written_parts import going_out
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.asked_for import LetterKey
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick
from afterview_tui.tui.letter.letter_lines import (
    another_begun,
    is_sent,
    name,
    no_letter,
    nobody_for,
    said_of_sent,
    still_open,
)
from afterview_tui.tui.letter.letter_writer import LetterWriter


class LetterView(Protocol):
    """The letter on the screen, as its work knows it."""

    @property
    def case(self) -> Case | None:
        """The interview whose letters are shown."""

    @property
    def to(self) -> Recipient | None:
        """Whom the letter shown is to, and what for."""

    @property
    def letter(self) -> Letter | None:
        """The letter as it stands on the screen; without an id while it is not on file."""

    @property
    def form(self) -> LetterForm:
        """How the letter goes out."""

    @property
    def writer(self) -> LetterWriter:
        """The text."""

    def show(self, case: Case | None, key: LetterKey | None = None) -> None:
        """Show the letters of this interview: this one, or the one shown before."""

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """Show what there is to look at, until the letter is altered."""

    def action_write(self) -> None:
        """Write in the letter."""


class LetterWork:
    """Acts on the letter that is shown."""

    pane: LetterView  # puts itself here

    def __init__(self, desk: Desk, front: Front) -> None:
        self.desk = desk
        self.front = front
        self.store = desk.store
        self.made_way: set[tuple[object, ...]] = set()  # letters whose opening did, for thanks
        self._told_of_open: set[tuple[object, str]] = set()
        self._sent_before: list[tuple[int, LetterKey]] = []  # from which one went on

    @property
    def at_letter(self) -> tuple[Case, Recipient, Letter] | None:
        """The letter shown, whose it is, and its interview; what is typed is saved first."""
        pane = self.pane
        if pane.to is None:
            self.front.say(no_letter())
        if pane.to is None or not pane.writer.flush():
            return None
        case, to, letter = pane.case, pane.to, pane.letter
        return (case, to, letter) if case is not None and letter is not None else None

    @property
    def at_open_letter(self) -> tuple[Case, Recipient, Letter] | None:
        """The same, unless it is sent and thereby closed to changes."""
        at = self.at_letter
        if at is not None and at[2].state is LetterState.SENT:
            self.front.say(is_sent())
            return None
        return at

    def ask_to_whom(self, kind: LetterKind) -> None:
        """Ask to whom a letter of this kind goes, where there are several, and show it."""
        if self.desk.case is None:
            return
        people = [one.person for one in everybody(self.desk.case.facts, kind)]
        if len(people) > 1:
            candidates = [Candidate(one.id, one.shown, one.job_title) for one in people]
            dialog = Pick(f"To whom is the {about(kind).noun}?", candidates)
            self.front.choose(dialog, lambda person_id: self.begin(kind, person_id))
        elif people:
            self.begin(kind, people[0].id)
        else:
            self.front.say(nobody_for(kind))

    def begin(self, kind: LetterKind, person_id: int) -> None:
        """Show a letter of this kind; where the last one is sent, another is begun."""
        if self.desk.case is None or not self.pane.writer.flush():
            return
        known = self.desk.case.facts.letter_to(person_id, kind)
        if known is not None and known.state is LetterState.SENT and about(kind).again:
            for to in everybody(self.desk.case.facts, kind):
                if to.person.id == person_id:
                    self.draft_anew(to, known)
                    self.front.say(another_begun(kind), seconds=8)
        self.pane.show(self.desk.case, (person_id, kind))
        self.front.go_to("letter")

    def draft_anew(self, to: Recipient, letter: Letter) -> None:
        """Go back to the draft of a letter; the text is kept as an earlier version."""
        begin = self.store.letters.begin_anew
        self.made_way.discard(letter.which)
        self.front.write(lambda _: begin(letter, to.person))

    def toggle_shown_sent(self) -> None:
        """Mark the letter that is shown sent, and go on to the next; or not sent after all."""
        if (to := self.pane.to) is not None:
            self._toggle_sent(to, to.letter, goes_on=True)
        else:
            self.front.say(no_letter())

    def toggle_sent(self, to: Recipient) -> None:
        """Mark a letter sent, or not sent after all, in whichever form it went out last."""
        self._toggle_sent(to, lambda facts: facts.sent_to(*to.key), goes_on=False)

    def _toggle_sent(
        self, to: Recipient, find: Callable[[Facts], Letter | None], *, goes_on: bool
    ) -> None:
        """What is typed is saved first; what is open is said first, once."""
        if not self.pane.writer.flush():
            return
        with self.front.reporting():
            self.desk.read_case()
        if (case := self.desk.case) is None:
            return
        known = find(case.facts)
        if known is not None and known.state is LetterState.SENT:
            reopen = self.store.letters.reopen
            said = f"The {about(known.kind).noun} to {to.person.shown} is not sent after all."
            self.front.write(lambda case: reopen(case.facts, known, to.person), said)
            return
        letter = shown(case.facts, to, case.today).letter
        going = going_out(letter)
        if going.left_out and not self.is_told_of_open(letter):
            self.tell_of_open(letter)
            self.front.say(still_open(going), seconds=6)
        else:
            self.mark_sent(to, goes_on=goes_on)

    def is_told_of_open(self, letter: Letter) -> bool:
        """Whether somebody was told what is open in a letter as it reads now."""
        return (letter.which, letter.text) in self._told_of_open

    def tell_of_open(self, letter: Letter) -> None:
        """Somebody is told what is open in a letter as it reads now."""
        self._told_of_open.add((letter.which, letter.text))

    def mark_sent(self, to: Recipient, how: str = "", *, goes_on: bool = True) -> None:
        """Mark a letter sent today, and say what that settled; show the next that is not."""
        letters, today = self.store.letters, self.desk.today
        said = ""

        def mark(case: Case) -> None:
            nonlocal said
            going = going_out(shown(case.facts, to, today).letter)
            letters.mark_sent(case.facts, going.letter, to.person, today, how)
            said = said_of_sent(going.letter, to.person, case.facts)
            said = f"{said} {going.said}".rstrip()

        self.front.write(mark)
        if said:
            following = self._gone_on(to) if goes_on else None
            if following is None:
                more = f"In the letter, {key('letter.edit')} changes when and how."
            else:
                more = f"Next: {name(following)}. {key('undo')} takes it back."
            self.front.say(f"{said} {more}", seconds=6)

    def _gone_on(self, sent: Recipient) -> Recipient | None:
        """Show the next letter that is not sent, and remember from where one came."""
        case = self.desk.case
        following = next_unsent(case.facts, sent) if case is not None else None
        if case is not None and following is not None:
            self._sent_before.append((case.id, sent.key))
            self.pane.show(case, following.key)
        return following

    def back_at(self, case: Case) -> LetterKey | None:
        """The letter from which one went on once it was sent, when it is not sent any more."""
        for one in reversed(self._sent_before):
            interview_id, sent = one
            if interview_id == case.id and case.facts.sent_to(*sent) is None:
                self._sent_before.remove(one)
                return sent
        return None

    def show_beside(self, key: LetterKey) -> None:
        """Show a letter, unless one is being written in, and stay where one is."""
        to = self.pane.to
        if not self.pane.writer.has_focus and (to is None or to.key != key):
            self.pane.show(self.desk.case, key)

    def open(self, key: LetterKey) -> None:
        """Show this letter of the interview shown, and go to it."""
        self.pane.show(self.desk.case, key)
        self.front.go_to("letter")

    def open_in_form(self, letter: Letter) -> bool:
        """Show this letter in its own form, which is in front from then on, and go to it.

        False when there is nobody any more whom it is to.
        """
        key_of_letter = letter.person_id, letter.kind
        self.open(key_of_letter)
        to, now = self.pane.to, self.pane.letter
        if to is None or to.key != key_of_letter:
            return False
        if now is not None and now.form is not letter.form and self.pane.writer.flush():
            choose, form = self.store.letters.choose_form, letter.form
            back = f"{key('letter.edit')} goes back to the other."
            said = f"It stands in another form of this letter: {form.value}. {back}"
            self.front.write(lambda _: choose(letter, to.person, form), said)
        return True

    def select(self, said: str) -> bool:
        """Select the first of these words in the letter that is shown. False without all.

        What still waits to be filled does not count.
        """
        text, wanted = without_gaps(self.pane.writer.text), found_words.asked(said)
        if found_words.has_all(text, wanted):
            self.pane.writer.select(*found_words.spans(text, wanted)[0])
            return True
        return False

    def save(self, letter: Letter, person: Person, text: str, base: str, parts: str) -> Saved:
        """Save a letter while it is typed, and where its `parts` stand in it."""
        return self.store.letters.write(letter, person, text, base, parts)
