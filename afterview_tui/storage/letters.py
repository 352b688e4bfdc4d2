"""Letters on file. An untouched draft is not: it follows the facts until somebody decides.

A letter comes in as it is shown: the record on file, or a draft without an id. Each
form of a letter has a row and a text of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date

from afterview_tui.domain import list_changes, passed_on
from afterview_tui.domain.errors import AfterviewError, NowhereToSave
from afterview_tui.domain.letter import Letter, LetterForm, LetterState, chosen_after
from afterview_tui.domain.letter_kinds import Settles, about
from afterview_tui.domain.records import (
    Facts,
    FollowUp,
    Interview,
    Meeting,
    Met,
    Person,
    Result,
)
from afterview_tui.storage.changes import Change
from afterview_tui.storage.checklist import Checklist
from afterview_tui.storage.file import File
from afterview_tui.storage.interviews import Interviews
from afterview_tui.storage.references import References
from afterview_tui.storage.texts import Saved, Texts

KEPT_ON_COPY = "copied"
KEPT_ON_SENT = "sent"
KEPT_ON_ANEW = "before it was begun anew"


class AlreadySent(AfterviewError):
    """The letter went out meanwhile, perhaps marked so in another window."""

    title = "Nothing changed"


@dataclass(frozen=True, slots=True)
class SomebodyThere:
    """Somebody to whom a letter may go, and the interview that it is about."""

    interview_id: int
    employer: str
    person_id: int
    name: str


class Letters:
    """The letters to the people met and to the references."""

    def __init__(
        self,
        file: File,
        texts: Texts,
        checklist: Checklist,
        references: References,
        interviews: Interviews,
    ) -> None:
        self._file = file
        self._texts = texts
        self._checklist = checklist
        self._references = references
        self._interviews = interviews

    def still_saying(self, before: Person, now: Person) -> int:
        """How many letters that somebody wrote or sent still have a word of an old name.

        Looked at are those to the person, and those of interviews where they were met.
        """
        sql = """
            SELECT text FROM letter WHERE binned_at IS NULL AND text <> '' AND (
                person_id = :person OR interview_id IN (
                    SELECT interview_id FROM meeting
                    WHERE person_id = :person AND binned_at IS NULL))
            AND NOT (follows_facts AND state = 'draft')
        """
        texts = (text for (text,) in self._file.read(sql, {"person": before.id}))
        return list_changes.still_says(texts, before, now)

    def there_on(self, interview: Interview) -> list[SomebodyThere]:
        """The people of every interview held on the day of this one, also of those in the bin."""
        sql = """
            WITH that_day AS (SELECT id, employer FROM interview WHERE held_on = ?), there AS (
                SELECT interview_id, person_id FROM meeting
                WHERE interview_id IN (SELECT id FROM that_day)
                UNION SELECT interview_id, person_id FROM letter
                WHERE interview_id IN (SELECT id FROM that_day)
                UNION SELECT briefing.interview_id, reference.person_id FROM briefing
                JOIN reference ON reference.id = briefing.reference_id
                WHERE briefing.interview_id IN (SELECT id FROM that_day)
            )
            SELECT that_day.id, that_day.employer, person.id, person.name
            FROM there JOIN that_day ON that_day.id = there.interview_id
            JOIN person ON person.id = there.person_id ORDER BY that_day.id, person.id
        """
        return [
            SomebodyThere(*row) for row in self._file.read(sql, [interview.held_on.isoformat()])
        ]

    def write(self, letter: Letter, person: Person, text: str, base: str, parts: str = "") -> Saved:
        """Save the text of a letter to `person`, typed on top of `base`, and where its parts stand.

        The first save makes the draft the user's own. Raises NotSaved.
        """
        merge = ":".join(["letter", *map(str, letter.which)])
        with self._change(letter, f"edited {_named(letter, person)}", merge) as change:
            known = self._on_file(letter)
            if known is not None and not known.follows_facts:
                return self._texts.write(change, Letter, known.id, "text", text, base, parts=parts)
            return Saved(self._own(change, replace(letter, text=text, parts=parts)).id)

    def reword(self, letter: Letter, person: Person, text: str, why: str, parts: str = "") -> None:
        """Put a whole other text in place of the one shown, which is kept as a version.

        `why` says what came after the version that is kept. Raises AlreadySent, NotSaved.
        """
        with self._change(letter, f"reworded {_named(letter, person)}") as change:
            self._refuse_sent(letter, person)
            own = self._own(change, letter)
            self._texts.keep(own, "text", own.text, why)
            change.update(Letter, own.id, text=text, parts=parts)

    def choose_form(self, letter: Letter, person: Person, form: LetterForm) -> None:
        """Put a letter in another form in front, to be drafted from the facts if it is new.

        What was written in each form stays as it is, and is there when it is chosen again.
        """
        with self._change(letter, f"chose the form of {_named(letter, person)}") as change:
            this = self._on_file(letter) or letter
            forms = self._forms(this)
            front = max(forms, key=Letter.in_front, default=Letter())
            if front.form is form:
                return
            known = next((one for one in forms if one.form is form), None)
            if known is not None:
                at = chosen_after(forms, self._file.now())
                change.update(Letter, known.id, chosen_at=at)
            else:
                about = this.interview_id, this.person_id, this.kind
                self._begin(change, Letter(0, *about, form), forms)

    def write_subject(
        self, letter: Letter, person: Person, subject: str, base: str | None = None
    ) -> None:
        """Write the subject of an e-mail, typed on top of `base`; an empty one is drafted again."""
        with self._change(letter, f"changed the subject of {_named(letter, person)}") as change:
            known = self._decided(change, letter)
            before = replace(known, subject=letter.subject if base is None else base)
            change.write_over(replace(known, subject=subject), before)

    def begin_anew(self, letter: Letter, person: Person) -> None:
        """Go back to a draft that follows the facts. The text is kept as a version."""
        with self._change(letter, f"began {_named(letter, person)} anew") as change:
            known = self._on_file(letter)
            if known is None:
                return
            if not known.follows_facts:
                self._texts.keep(known, "text", known.text, KEPT_ON_ANEW)
            nothing = {"subject": "", "copied_at": None, "sent_on": None, "sent_how": ""}
            draft = {"state": LetterState.DRAFT, "follows_facts": True, "parts": ""}
            change.update(Letter, known.id, **nothing, **draft)

    def mark_copied(self, letter: Letter, person: Person) -> None:
        """Note that the letter left the program. Copied is not sent."""
        with self._change(letter, f"copied {_named(letter, person)}") as change:
            own = self._own(change, letter)
            if own.state is LetterState.DRAFT:
                change.update(Letter, own.id, state=LetterState.COPIED)
            change.update(Letter, own.id, copied_at=self._file.now())
            self._texts.keep(own, "text", own.text, KEPT_ON_COPY)

    def mark_sent(
        self, facts: Facts, letter: Letter, person: Person, on: date, how: str = ""
    ) -> None:
        """Note that the user sent the letter as it is given, on the local date `on`.

        What that settles is noted, too.

        A follow-up note is a try, thanks are noted with the reference, and who
        accepts, declines or withdraws has told how the interview ended.
        Raises AlreadySent, NotSaved.
        """
        with self._change(letter, f"marked {_named(letter, person)} sent") as change:
            self._refuse_sent(letter, person)
            own = self._own(change, letter)
            if letter.text != own.text:  # what is open in it did not go out
                change.update(Letter, own.id, text=letter.text, parts=letter.parts)
            sent = {"state": LetterState.SENT, "sent_on": on, "sent_how": how or own.form.value}
            change.update(Letter, own.id, **sent)
            self._texts.keep(own, "text", letter.text, KEPT_ON_SENT)
            self._settle(change, facts, replace(letter, id=own.id), person, on)

    def correct_sent(self, letter: Letter, person: Person, on: date, how: str) -> None:
        """Correct when and how a letter was sent."""
        with self._change(letter, f"changed how {_named(letter, person)} was sent") as change:
            change.update(Letter, letter.id, sent_on=on, sent_how=how or letter.form.value)
            for one in self._tries(letter):
                change.update(FollowUp, one.id, done_on=on)

    def reopen(self, facts: Facts, letter: Letter, person: Person) -> None:
        """Take the sent mark away, and the try or the thanks that it noted.

        The letter can be written in again. What it said of the outcome stays.
        """
        state = LetterState.COPIED if letter.copied_at else LetterState.DRAFT
        with self._change(letter, f"marked {_named(letter, person)} not sent") as change:
            change.update(Letter, letter.id, state=state, sent_on=None, sent_how="")
            for one in self._tries(letter):
                change.bin(FollowUp, one.id, self._file.now())
                self._checklist.ask_again(change, facts, one)
            for vouching in facts.vouching if about(letter.kind).settles is Settles.THANKS else ():
                is_theirs = vouching.person.id == person.id
                if is_theirs and vouching.briefing.thanked_on == letter.sent_on:
                    days = (one.sent_on for one in self._forms(letter))
                    self._references.note(
                        vouching, "thanked_on", min(filter(None, days), default=None)
                    )

    def take_out_of_note(self, facts: Facts, met: Met) -> None:
        """Note that the thanks to somebody were in no note that another passed on, after all."""
        sentence = f"took {met.person.shown} out of the note that was passed on"
        with self._file.change(sentence, interview_id=facts.interview.id) as change:
            change.update(Meeting, met.meeting.id, thanked_in=None)

    def _settle(
        self, change: Change, facts: Facts, letter: Letter, person: Person, on: date
    ) -> None:
        settled = about(letter.kind)
        if settled.settles is Settles.TRY:
            self._checklist.follow_up(facts, Result.EMAILED, on, person_id=person.id)
        elif settled.settles is Settles.THANKS:
            for vouching in facts.vouching:
                if vouching.person.id == person.id and vouching.briefing.thanked_on is None:
                    self._references.note(vouching, "thanked_on", on)
        elif settled.settles is Settles.OTHERS:
            for met in facts.met:  # it may have gone out before, with other words
                if met.meeting.thanked_in == letter.id:
                    change.update(Meeting, met.meeting.id, thanked_in=None)
            for met in passed_on.thanked_by(facts, person.id, letter.text):
                change.update(Meeting, met.meeting.id, thanked_in=letter.id)
        elif settled.says is not None and facts.interview.outcome is not settled.says:
            self._interviews.end(facts.interview, settled.says, on)

    def _tries(self, letter: Letter) -> list[FollowUp]:
        """The try that a follow-up note was, when it was sent."""
        if about(letter.kind).settles is not Settles.TRY or letter.sent_on is None:
            return []
        where = "interview_id = ? AND person_id = ? AND result = ? AND done_on = ? ORDER BY id DESC"
        which = [letter.interview_id, letter.person_id, Result.EMAILED.value]
        return self._file.all(FollowUp, where, [*which, letter.sent_on.isoformat()])[:1]

    def _on_file(self, letter: Letter) -> Letter | None:
        found = next((one for one in self._forms(letter) if one.form is letter.form), None)
        if found is None and letter.id:
            # Where its reader was merged into somebody else, it is to them now.
            found = self._file.one(Letter, letter.id)
        return found

    def _forms(self, letter: Letter) -> list[Letter]:
        """The letter in each form that is on file."""
        where = "interview_id = ? AND person_id = ? AND kind = ?"
        which = [letter.interview_id, letter.person_id, letter.kind.value]
        return self._file.all(Letter, where, which)

    def _refuse_sent(self, letter: Letter, person: Person) -> None:
        known = self._on_file(letter)
        if known is not None and known.state is LetterState.SENT:
            raise AlreadySent(f"{_named(letter, person).capitalize()} is marked sent already.")

    def _own(self, change: Change, letter: Letter) -> Letter:
        """The letter on file with its text; a draft becomes the user's own as it is shown."""
        known = self._decided(change, letter)
        if not known.follows_facts:
            return known
        shown = {"text": letter.text, "subject": letter.subject, "parts": letter.parts}
        change.update(Letter, known.id, follows_facts=False, **shown)
        return replace(letter, id=known.id, follows_facts=False)

    def _decided(self, change: Change, letter: Letter) -> Letter:
        """The letter on file; one that was not there yet goes on following the facts."""
        known = self._on_file(letter)
        return known or self._begin(change, letter, self._forms(letter))

    def _begin(self, change: Change, letter: Letter, forms: Sequence[Letter]) -> Letter:
        """Put a letter on file that follows the facts, in front of its other `forms`."""
        if self._file.one(Person, letter.person_id) is None:
            raise NowhereToSave(
                "Whom this letter is to is no longer in the address book; another window merged"
                " or removed them. Copy what you typed."
            )
        now = self._file.now()
        chosen_at = chosen_after(forms, now) if forms else None
        new = replace(letter, subject="", follows_facts=True, created_at=now, chosen_at=chosen_at)
        return replace(new, id=change.insert(new))

    def _change(
        self, letter: Letter, sentence: str, merge: str = ""
    ) -> AbstractContextManager[Change]:
        return self._file.change(sentence, interview_id=letter.interview_id, merge=merge)


def _named(letter: Letter, person: Person) -> str:
    """`the letter to Dr. Maria Chen`, `the follow-up note to Jo Park`."""
    return f"the {about(letter.kind).noun} to {person.shown}"
