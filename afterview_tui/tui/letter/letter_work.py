"""What is decided about a letter: its kind and form, whom it is to, its subject, sent or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from afterview_tui.domain import found_words
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts, Met, Person
from afterview_tui.letters.checking.finding import Finding
from afterview_tui.letters.checking.gaps_and_length import without_gaps
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.letters.drafting.written_parts import going_out
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.asked_for import LetterKey
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.form import Values
from afterview_tui.tui.letter import letter_dialogs, talk_form
from afterview_tui.tui.letter.letter_lines import is_sent, no_letter
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


class LetterWork:
    """Acts on the letter that is shown."""

    pane: LetterView  # puts itself here

    def __init__(self, desk: Desk, front: Front) -> None:
        self.desk = desk
        self.front = front
        self.store = desk.store

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

    def choose_form(self) -> None:
        """Ask how the letter goes out; of one that is sent, how it goes out once more."""
        if (at := self.at_letter) is None:
            return
        _, to, letter = at

        def choose(said: str) -> None:
            form = LetterForm(said)
            letters = self.store.letters
            self.front.write(lambda _: letters.choose_form(letter, to.person, form))
            if not letter.follows_facts and form is not letter.form:
                again = f"{key('letter.form')} goes back to it."
                self.front.say(f"Each form has its own text. Yours is kept; {again}", seconds=8)

        self.front.choose(letter_dialogs.form(letter.form), choose)

    def another(self) -> None:
        """Ask which kind of letter is to be written, and to whom."""
        if self.desk.case is not None:
            self.front.choose(
                letter_dialogs.kind(), lambda said: self.ask_to_whom(LetterKind(said))
            )

    def ask_to_whom(self, kind: LetterKind) -> None:
        """Ask to whom a letter of this kind goes, where there are several, and show it."""
        if self.desk.case is None:
            return
        people = everybody(self.desk.case.facts, kind)
        if len(people) > 1:
            dialog = letter_dialogs.to_whom(kind, [one.person for one in people])
            self.front.choose(dialog, lambda person_id: self.begin(kind, person_id))
        elif people:
            self.begin(kind, people[0].person.id)
        else:
            missing = "No reference" if about(kind).to_reference else "Nobody you met"
            change, go = key("interview.edit"), key("pane.interviews")
            self.front.say(f"{missing} is noted for this interview. {change} in {go} adds them.")

    def begin(self, kind: LetterKind, person_id: int) -> None:
        """Show a letter of this kind; where the last one is sent, another is begun."""
        if self.desk.case is None or not self.pane.writer.flush():
            return
        known = self.desk.case.facts.letter_to(person_id, kind)
        if known is not None and known.state is LetterState.SENT and about(kind).again:
            for to in everybody(self.desk.case.facts, kind):
                if to.person.id == person_id:
                    self.draft_anew(to, known)
                    self.front.say(_another_begun(kind), seconds=8)
        self.pane.show(self.desk.case, (person_id, kind))
        self.front.go_to("letter")

    def draft_anew(self, to: Recipient, letter: Letter) -> None:
        """Go back to the draft of a letter; the text is kept as an earlier version."""
        begin = self.store.letters.begin_anew
        self.front.write(lambda _: begin(letter, to.person))

    async def ask_subject(self) -> None:
        """Ask for the subject of the e-mail."""
        if (at := self.at_open_letter) is None:
            return
        _, to, letter = at
        if letter.form is not LetterForm.EMAIL:
            changes = f"{key('letter.form')} changes how this goes out."
            self.front.say(f"Only an e-mail has a subject. {changes}")
            return
        write, drafts = self.store.letters.write_subject, self.store.drafts
        form = letter_dialogs.subject(letter, lambda said: write(letter, to.person, said), drafts)
        await self.front.ask(form)

    async def sent_details(self) -> None:
        """Ask when and how the letter was sent."""
        if (at := self.at_letter) is None:
            return
        case, to, letter = at
        letters = self.store.letters

        def save(on: date, how: str) -> None:
            if letter.state is LetterState.SENT:
                letters.correct_sent(letter, to.person, on, how)
            else:
                letters.mark_sent(case.facts, going_out(letter).letter, to.person, on, how)

        order, drafts = self.front.app.month_first, self.store.drafts
        form = letter_dialogs.sent(to, letter, case.today, save, drafts, month_first=order)
        await self.front.ask(form)

    def toggle_shown_sent(self) -> None:
        """Mark the letter that is shown sent, or not sent after all."""
        if (to := self.pane.to) is not None:
            self._toggle_sent(to, to.letter)
        else:
            self.front.say(no_letter())

    def toggle_sent(self, to: Recipient) -> None:
        """Mark a letter sent, or not sent after all, in whichever form it went out last."""
        self._toggle_sent(to, lambda facts: facts.sent_to(*to.key))

    def _toggle_sent(self, to: Recipient, find: Callable[[Facts], Letter | None]) -> None:
        """What is typed is saved first."""
        if not self.pane.writer.flush():
            return
        with self.front.reporting():
            self.desk.read_case()
        known = find(self.desk.case.facts) if self.desk.case is not None else None
        if known is not None and known.state is LetterState.SENT:
            reopen = self.store.letters.reopen
            said = f"The {about(known.kind).noun} to {to.person.shown} is not sent after all."
            self.front.write(lambda case: reopen(case.facts, known, to.person), said)
        else:
            self.mark_sent(to)

    def mark_sent(self, to: Recipient, how: str = "") -> None:
        """Mark a letter sent today, and say what that settled."""
        letters, today = self.store.letters, self.desk.today
        said = ""

        def mark(case: Case) -> None:
            nonlocal said
            going = going_out(shown(case.facts, to, today).letter)
            letters.mark_sent(case.facts, going.letter, to.person, today, how)
            said = letter_dialogs.said_of_sent(going.letter, to.person, case.facts.interview)
            said = f"{said} {going.said}".rstrip()

        self.front.write(mark)
        if said:
            self.front.say(said, seconds=6)

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
            back = f"{key('letter.form')} goes back to the other."
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

    def note_talk(self) -> None:
        """Ask what the user and the one to whom the letter is talked about."""
        with self.front.reporting():
            self.desk.read_case()  # what was typed in the journal a moment ago is in the form
        if (to := self.pane.to) is None or self.desk.case is None:
            self.front.say(no_letter())
            return
        if not to.meeting.id:
            self.front.say("What you talked about is noted for those you met.")
            return
        met, opened, both_kept = Met(to.meeting, to.person), self.desk.case.facts, False

        def save(values: Values) -> None:
            nonlocal both_kept
            unsaid = values.pop("unsaid")
            said = replace(met.meeting, **values)  # type: ignore[arg-type]
            both_kept = self.store.journal.note_talk(opened, said, unsaid)

        def noted() -> None:
            if both_kept:
                self.front.say(_unsaid_elsewhere(), seconds=8)
                return
            letter = to.letter(self.desk.case.facts) if self.desk.case is not None else None
            if letter is not None and letter.state is LetterState.SENT:
                self.front.say("Noted. The letter is sent, and stays as it is.")
            else:
                under = "It stands under the thank-you letter while you write"
                self.front.say(f"Noted. {under}; {key('writing.note')} puts it in.")

        today = self.desk.today
        self.front.ask(
            talk_form.talk(
                met, opened.reflection.unsaid, save, self.store.drafts, self.desk.known(), today
            ),
            noted,
        )

    def save(self, letter: Letter, person: Person, text: str, base: str, parts: str) -> Saved:
        """Save a letter while it is typed, and where its `parts` stand in it."""
        return self.store.letters.write(letter, person, text, base, parts)


def _unsaid_elsewhere() -> str:
    return (
        "Noted. What you did not get to say was written in elsewhere, too: that text is among"
        f" the earlier ones; {key('journal.versions')} in the journal lists them."
    )


def _another_begun(kind: LetterKind) -> str:
    lists, brings = key("letter.versions"), key("undo")
    return (
        f"The last {about(kind).noun} is sent; this is a new one."
        f" {lists} lists the last, {brings} brings it back."
    )
