"""The form about the letter shown: opened at one of its fields, and what comes of it."""

from __future__ import annotations

from afterview_tui.domain import people
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.recipients import Recipient
from afterview_tui.storage.changes import Undone
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.letter.letter_work import LetterWork


class ThisLetterWork:
    """Asks for all that is decided about a letter in one form."""

    def __init__(self, desk: Desk, front: Front, letters: LetterWork) -> None:
        self.desk = desk
        self.front = front
        self.letters = letters
        self.store = desk.store

    def edit(self, at: str = "kind") -> object:
        """Open the form about the letter shown, at the field with this name."""
        from afterview_tui.tui.letter.letter_decisions import Decisions
        from afterview_tui.tui.letter.this_letter import ThisLetter, fields, following, hinted

        if self._writes_to_references_alone:
            self.letters.ask_to_whom(LetterKind.REFERENCE)
            return None
        if self.letters.at_letter is None:
            return None
        with self.front.reporting():
            self.desk.read_case()  # what was typed in the journal a moment ago is in the form
        if (found := self.letters.at_letter) is None:
            return None
        case, to, letter = found
        order, drafts = self.front.app.month_first, self.store.drafts
        asked = fields(case.facts, to, letter)
        opened = {field.name: field.value.strip() for field in asked}
        decided = Decisions(self.store, case, to, letter, opened, order)

        def done() -> None:
            if decided.to.key != to.key:
                self.letters.show_beside(decided.to.key)
                if decided.only_chose:
                    self._can_be_undone(case.id, to, decided.to)
            self.front.go_to("letter")
            if decided.said:
                self.front.say(" ".join(decided.said), seconds=8)

        hint = hinted(self._before(to), case.today, order)
        follows = following(case.facts, to, letter)
        title = f"This letter · {to.person.shown}"
        draft = f"letter:{case.id}:{to.person.id}:{to.kind}"
        form = ThisLetter(
            title,
            asked,
            decided.save,
            at,
            hint=hint,
            follows=follows,
            drafts=drafts,
            draft=draft,
        )
        return self.front.ask(form, done)

    def ask_whether_sent(self) -> None:
        """Somebody wants to write in a letter that is marked sent: ask what they mean.

        Words beside the letter may be missed, and what is typed on would be commands.
        """
        from afterview_tui.tui.kit.choice_dialog import Choose

        if (to := self.letters.pane.to) is None:
            return

        def answered(chosen: str) -> None:
            if chosen == "form":
                self.edit()
                return
            with self.front.reporting():
                self.desk.read_case()
            if self.letters.pane.writer.read_only:  # else another window took the mark away
                self.letters.toggle_shown_sent()
            self.letters.pane.action_write()

        title = f"The {about(to.kind).noun} to {to.person.shown} is marked sent"
        choices = [
            ("1", "It is not sent after all: write on in it", "reopen"),
            ("2", "When and how it was sent, or another letter", "form"),
        ]
        self.front.choose(Choose(title, choices), answered)

    def _can_be_undone(self, interview_id: int, before: Recipient, now: Recipient) -> None:
        """Another letter is shown and nothing was written: undo shows the one before again."""

        def back() -> None:
            self.desk.select(interview_id)
            self.letters.show_beside(before.key)

        sentence = f"chose the {about(now.kind).noun} to {now.person.shown}"
        self.store.file.chosen(Undone(sentence, interview_id), back)

    @property
    def _writes_to_references_alone(self) -> bool:
        case = self.desk.case
        return case is not None and not case.facts.met and bool(case.facts.vouching)

    def _before(self, to: Recipient) -> str:
        """What the two met for earlier, as the address book has it."""
        today, here = self.desk.today, to.meeting.interview_id
        known = (one for one in self.desk.known() if one.person.id == to.person.id)
        return next((people.words(one, today, but=here) for one in known), "")
