"""The questions that are asked about a letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual.screen import Screen

from afterview_tui.domain import dates
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.letter_kinds import Settles, about
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Interview, Person
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, FieldProblem, Form, Hint, Values
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick

FORMS = (
    ("e", "E-mail, with a subject", LetterForm.EMAIL),
    ("c", "Card, written by hand", LetterForm.CARD),
    ("t", "Typed letter, with addresses and date", LetterForm.TYPED),
)


def kind() -> Choose:
    """Which kind of letter to write."""
    choices = [(about(one).key, about(one).choice, one.value) for one in LetterKind]
    return Choose("Which letter?", choices)


def form(now: LetterForm) -> Choose:
    """How a letter goes out."""
    choices = [
        (key, f"{words}  ✓" if one is now else words, one.value) for key, words, one in FORMS
    ]
    return Choose("How does it go out?", choices)


def to_whom(kind: LetterKind, people: Sequence[Person]) -> Screen[int | None]:
    """Which of several people the letter is to."""
    candidates = [Candidate(one.id, one.shown, one.job_title) for one in people]
    return Pick(f"To whom is the {about(kind).noun}?", candidates)


def subject(letter: Letter, save: Callable[[str], object], drafts: Drafts) -> Form:
    """The subject of an e-mail. An empty one is drafted again."""
    return Form(
        "Subject of the e-mail",
        [Field("subject", "Subject", "empty: as drafted", value=letter.subject)],
        lambda values: save(values["subject"]),
        drafts=drafts,
        draft=f"subject:{letter.interview_id}:{letter.person_id}:{letter.kind}",
    )


def sent(
    to: Recipient,
    letter: Letter,
    today: date,
    save: Callable[[date, str], object],
    drafts: Drafts,
    *,
    month_first: bool | None = None,
) -> Form:
    """When and how a letter was sent."""
    is_sent = letter.state is LetterState.SENT and letter.sent_on is not None
    day = dates.full(letter.sent_on if is_sent and letter.sent_on else today)
    fields = [
        Field("on", "Sent on", "yesterday, fri, 20 nov", value=day),
        Field("how", "How", "by post, on LinkedIn", value=letter.sent_how or letter.form.value),
    ]

    def hint(name: str, values: Values) -> Hint:
        if name != "on":
            return Hint()
        return date_hint(values["on"], today, "past", month_first=month_first)

    def finish(values: Values) -> object:
        on = date_in("on", values["on"], today, "past", month_first=month_first)
        if on is None:
            raise FieldProblem("on", f"On which day? {key('form.later')} closes this.")
        if on > today:
            raise FieldProblem("on", "That day is still to come. On which day was it sent?")
        return save(on, values["how"])

    title = f"The {about(letter.kind).noun} to {to.person.shown}"
    draft = f"sent:{letter.interview_id}:{letter.person_id}:{letter.kind}"
    return Form(title, fields, finish, hint=hint, drafts=drafts, draft=draft)


def said_of_sent(letter: Letter, person: Person, interview: Interview) -> str:
    """What is said once a letter is marked sent, and what that settled."""
    words = f"Marked the {about(letter.kind).noun} to {person.shown} sent."
    known = about(letter.kind)
    if known.settles is Settles.TRY:
        return f"{words} It is noted as a try."
    if known.settles is Settles.THANKS:
        return f"{words} {person.shown} is noted as thanked."
    if known.says is not None:
        return f"{words} The outcome of {interview.employer} is now: {known.says}."
    return f"{words} In the letter, {key('letter.sent_details')} changes when and how."
