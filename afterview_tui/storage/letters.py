"""Letters on file. An untouched draft is not: it follows the facts until somebody types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from afterview_tui.domain.letter import Letter, LetterKind, LetterState
from afterview_tui.domain.records import Facts, Person
from afterview_tui.storage.file import File
from afterview_tui.storage.texts import Saved, Texts

KEPT_ON_COPY = "copied"
KEPT_ON_SENT = "sent"


class Letters:
    """The letters to the people met."""

    def __init__(self, file: File, texts: Texts) -> None:
        self._file = file
        self._texts = texts

    def write(
        self, facts: Facts, person: Person, text: str, base: str, *, subject: str = ""
    ) -> Saved:
        """Save the text of the thank-you letter to `person`, typed on top of `base`.

        The first save makes the draft the user's own. Raises NotSaved.
        """
        interview_id = facts.interview.id
        merge = f"letter:{interview_id}:{person.id}"
        sentence = f"edited the letter to {person.shown}"
        with self._file.change(sentence, interview_id=interview_id, merge=merge) as change:
            known = self._on_file(interview_id, person.id)
            if known is not None:
                return self._texts.write(change, Letter, known.id, "text", text, base)
            new = self._new(interview_id, person.id, text, subject)
            return Saved(change.insert(new))

    def mark_copied(self, facts: Facts, person: Person, text: str, *, subject: str = "") -> None:
        """Note that the letter left the program. Copied is not sent."""
        with self._file.change(
            f"copied the letter to {person.shown}", interview_id=facts.interview.id
        ) as change:
            letter = self._own(facts, person, text, subject)
            now = self._file.now()
            if letter.state is LetterState.DRAFT:
                change.update(Letter, letter.id, state=LetterState.COPIED)
            change.update(Letter, letter.id, copied_at=now)
        self._texts.keep(letter, "text", letter.text, KEPT_ON_COPY)

    def mark_sent(
        self, facts: Facts, person: Person, text: str, on: date, *, subject: str = ""
    ) -> None:
        """Note that the user sent the letter, on the local date `on`."""
        with self._file.change(
            f"marked the letter to {person.shown} sent", interview_id=facts.interview.id
        ) as change:
            letter = self._own(facts, person, text, subject)
            how = letter.form.value
            change.update(Letter, letter.id, state=LetterState.SENT, sent_on=on, sent_how=how)
        self._texts.keep(letter, "text", letter.text, KEPT_ON_SENT)

    def reopen(self, letter: Letter, person: Person) -> None:
        """Take the sent mark away; the letter can be written in again."""
        state = LetterState.COPIED if letter.copied_at else LetterState.DRAFT
        with self._file.change(
            f"marked the letter to {person.shown} not sent", interview_id=letter.interview_id
        ) as change:
            change.update(Letter, letter.id, state=state, sent_on=None, sent_how="")

    def _on_file(self, interview_id: int, person_id: int) -> Letter | None:
        where = "interview_id = ? AND person_id = ? AND kind = ?"
        found = self._file.all(Letter, where, [interview_id, person_id, LetterKind.THANK_YOU.value])
        return found[0] if found else None

    def _own(self, facts: Facts, person: Person, text: str, subject: str) -> Letter:
        """The letter on file, made of the draft as it is shown when there is none yet."""
        known = self._on_file(facts.interview.id, person.id)
        if known is not None:
            return known
        new = self._new(facts.interview.id, person.id, text, subject)
        with self._file.change(f"edited the letter to {person.shown}") as change:
            return replace(new, id=change.insert(new))

    def _new(self, interview_id: int, person_id: int, text: str, subject: str) -> Letter:
        return Letter(
            interview_id=interview_id,
            person_id=person_id,
            subject=subject,
            text=text,
            created_at=self._file.now(),
        )
