"""What is said in the form about a letter, done to it: all of it as one change."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_spans import packed
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts
from afterview_tui.domain.text import joined
from afterview_tui.letters.drafting.compose import filled_in
from afterview_tui.letters.drafting.current_letter import shown
from afterview_tui.letters.drafting.written_parts import going_out
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.date_hints import date_in
from afterview_tui.tui.kit.form import FieldProblem, Unanswered, Values
from afterview_tui.tui.kit.form_fields import FormQuestion
from afterview_tui.tui.letter import letter_lines
from afterview_tui.tui.letter.this_letter import AGAIN, SENDING, TALK, source_of

BEFORE_TEMPLATE = "before another template"
_CALLED = {
    "form": "the form",
    "template": "the template",
    "subject": "the subject",
    **dict.fromkeys(TALK, "the notes"),
    **dict.fromkeys(SENDING, "the sent mark"),
}


class Decisions:
    """Does what is said about `letter`, which is `to` somebody.

    `opened` is what the fields held first; what is left so is not touched. With another
    kind all of it is for the letter of that kind, and `to` is the one who gets it.
    """

    def __init__(
        self,
        store: Store,
        case: Case,
        to: Recipient,
        letter: Letter,
        opened: Values,
        month_first: bool | None,
    ) -> None:
        self.to = self._first = to
        self.said: list[str] = []  # once it is done
        self.only_chose = False  # another letter to be shown, and wrote nothing
        self._store = store
        self._case = case
        self._letter = letter
        self._opened = opened
        self._month_first = month_first
        self._meant: int | None = None  # the person to whom a letter of another kind is

    def save(self, values: Values) -> None:
        """Do it. Raises FieldProblem, Unanswered, and what the file raises."""
        changed = {name for name, value in values.items() if value != self._opened[name]}
        is_same = values["kind"] in (AGAIN, self._opened["kind"])
        to = self.to if is_same else self._other(LetterKind(values["kind"]))
        on = self._day(values, changed)
        if "template" in changed and changed & {"kind", "form"}:
            raise FieldProblem("template", "This one is for the kind and form of before.")
        said: list[str] = []
        sentence = self._sentence(changed, to)
        with self._store.file.change(sentence, interview_id=self._case.id):
            if changed & {*TALK}:
                said.append(self._note_talk(values))
            if "kind" in changed and self._begin(to):
                said.append(letter_lines.another_begun(to.kind))
            if "subject" in changed:
                self._write_subject(to, values["subject"])
            if "form" in changed:
                said += self._choose_form(to, LetterForm(values["form"]))
            if "template" in changed:
                self._draft_in(to, values["template"])
            if on is not None and changed & {*SENDING}:
                said += self._send(to, on, values["how"])
        self.to, self.said = to, said
        self.only_chose = changed == {"kind"} and not said

    def _other(self, kind: LetterKind) -> Recipient:
        """Whom a letter of another kind is to: the same person, where there is one to them."""
        people = everybody(self._facts, kind)
        wanted = self.to.person.id if self._meant is None else self._meant
        if same := [one for one in people if one.person.id == wanted]:
            return same[0]
        if len(people) == 1:
            return people[0]
        if not people:
            raise FieldProblem("kind", letter_lines.nobody_for(kind))
        choices = [
            (str(number), one.person.shown, str(one.person.id))
            for number, one in enumerate(people, start=1)
        ]
        title = f"To whom is the {about(kind).noun}?"
        raise Unanswered(FormQuestion(title, choices, self._is_meant, "kind"))

    def _is_meant(self, person_id: str) -> None:
        self._meant = int(person_id)

    def _day(self, values: Values, changed: AbstractSet[str]) -> date | None:
        """The day on which it was sent."""
        today = self._case.today
        on = date_in("on", values["on"], today, "past", month_first=self._month_first)
        if on is None and changed & {*SENDING}:
            mark = f"{key('letter.sent')} in the letter takes the mark away."
            is_sent = self._letter.state is LetterState.SENT
            raise FieldProblem("on", mark if is_sent else "On which day was it sent?")
        if on is not None and on > today:
            raise FieldProblem("on", "That day is still to come. On which day was it sent?")
        return on

    def _sentence(self, changed: AbstractSet[str], to: Recipient) -> str:
        """What undo calls it."""
        named = f"the {about(to.kind).noun} to {to.person.shown}"
        if changed == {"kind"}:
            return f"began {named} anew"
        things = changed - {"kind"}
        if things <= {*TALK}:
            return f"noted the talk with {self.to.person.shown}"
        if things <= {*SENDING}:
            is_sent = self._letter.state is LetterState.SENT
            return f"changed how {named} was sent" if is_sent else f"marked {named} sent"
        called = dict.fromkeys(words for name, words in _CALLED.items() if name in things)
        return f"changed {joined([*called])} of {named}"

    @property
    def _facts(self) -> Facts:
        """What is on file by now."""
        return self._store.interviews.facts(self._case.id) or self._case.facts

    def _now(self, to: Recipient) -> Letter:
        """The letter as it stands by now."""
        return shown(self._facts, to, self._case.today).letter

    def _note_talk(self, values: Values) -> str:
        """Note what was talked about, and answer what there is to say of it."""
        said = {name: values[name] for name in TALK if name != "unsaid"}
        meeting = replace(self.to.meeting, **said)  # type: ignore[arg-type]
        if self._store.journal.note_talk(self._case.facts, meeting, values["unsaid"]):
            return letter_lines.unsaid_elsewhere()
        return letter_lines.noted(self._letter)

    def _begin(self, to: Recipient) -> bool:
        """Begin a letter anew whose last one is sent, where there may be several."""
        known = to.letter(self._facts)
        if known is None or known.state is not LetterState.SENT or not about(to.kind).again:
            return False
        self._store.letters.begin_anew(known, to.person)
        return True

    def _write_subject(self, to: Recipient, subject: str) -> None:
        letter = self._now(to)
        if letter.state is LetterState.SENT:
            raise FieldProblem("subject", letter_lines.is_sent())
        if letter.form is not LetterForm.EMAIL:
            raise FieldProblem("subject", "Only an e-mail has a subject.")
        # For a letter of another kind it is typed on top of nothing.
        base = self._opened["subject"] if to.key == self._first.key else None
        self._store.letters.write_subject(letter, to.person, subject, base)

    def _choose_form(self, to: Recipient, form: LetterForm) -> list[str]:
        letter = self._now(to)
        self._store.letters.choose_form(letter, to.person, form)
        if letter.follows_facts or letter.form is form:
            return []
        back = f"{key('letter.edit')} goes back to it."
        return [f"Each form has its own text. Yours is kept; {back}"]

    def _draft_in(self, to: Recipient, picked: str) -> None:
        letter, facts = self._now(to), self._facts
        source = source_of(picked, facts.templates, to.kind, letter.form)
        made = filled_in(source, facts, to, self._case.today, letter.form)
        parts = packed(made.spans)
        self._store.letters.reword(letter, to.person, made.text, BEFORE_TEMPLATE, parts)

    def _send(self, to: Recipient, on: date, how: str) -> list[str]:
        letter, letters = self._now(to), self._store.letters
        if letter.state is LetterState.SENT:
            letters.correct_sent(letter, to.person, on, how)
            return []
        facts, going = self._facts, going_out(letter)
        letters.mark_sent(facts, going.letter, to.person, on, how)
        said = letter_lines.said_of_sent(going.letter, to.person, facts)
        return list(filter(None, [said, going.said]))
