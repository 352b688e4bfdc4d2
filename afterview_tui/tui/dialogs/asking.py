"""The smaller questions that the main screen asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from afterview_tui.domain import dates, names, people
from afterview_tui.domain.people import Known
from afterview_tui.domain.records import Facts, Me, Met, Outcome, Person, Result
from afterview_tui.domain.steps import follow_up
from afterview_tui.domain.task import Task
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.dialogs.choose import Choose
from afterview_tui.tui.dialogs.form import Field, FieldProblem, Form, Hint, Values
from afterview_tui.tui.dialogs.form_fields import Suggest
from afterview_tui.tui.dialogs.in_words import date_hint, date_in

RESULTS = (
    ("r", "Reached the person", Result.REACHED.value),
    ("v", "Left a voicemail", Result.VOICEMAIL.value),
    ("f", "Spoke to the front desk", Result.GATEKEEPER.value),
    ("n", "No answer", Result.NO_ANSWER.value),
    ("e", "Sent an e-mail", Result.EMAILED.value),
)
MISSED = "missed"
OUTCOMES = (
    ("w", "Waiting to hear", Outcome.OPEN.value),
    ("o", "An offer", Outcome.OFFER.value),
    ("a", "I accepted", Outcome.ACCEPTED.value),
    ("d", "I declined", Outcome.DECLINED.value),
    ("n", "A no", Outcome.NO.value),
    ("x", "I withdrew", Outcome.WITHDRAWN.value),
    ("g", "Quiet: I no longer wait", Outcome.QUIET.value),
)
OFFER_ANSWERS = tuple(one for one in OUTCOMES if one[0] in "ad")
SURE = tuple(
    (str(number), words, str(number))
    for number, words in enumerate(
        ("not at all", "hardly", "so-so", "fairly sure", "very sure"), start=1
    )
)


def follow_up_result() -> Choose:
    """What a try came to; or MISSED, when they did not call as agreed."""
    missed = ("m", "They missed an agreed call", MISSED)
    return Choose("You asked how things stand: what came of it?", (*RESULTS, missed))


def outcome(employer: str) -> Choose:
    """How an interview ended."""
    return Choose(f"{employer}: how did it end?", OUTCOMES)


def offer_answer() -> Choose:
    """What the user said to an offer."""
    return Choose("Your answer to the offer", OFFER_ANSWERS)


def sure(noted: str = "") -> Choose:
    """How sure the user feels. What was `noted` before stays."""
    if not noted:
        return Choose("How sure do you feel about it?", SURE)
    stays = f"{noted}. The first stays as it is; this is kept beside it."
    return Choose("How sure do you feel about it now?", SURE, stays)


def due_date(
    task: Task,
    today: date,
    move: Callable[[date], object],
    drafts: Drafts,
    *,
    month_first: bool | None = None,
) -> Form:
    """A date for a line, in words."""

    def finish(values: Values) -> object:
        to = date_in("due", values["due"], today, "future", month_first=month_first)
        if to is None:
            raise FieldProblem("due", "There is nothing here yet. Esc closes this.")
        return move(to)

    return Form(
        task.name,
        [Field("due", "Due", "fri, 27 nov, in 2 weeks")],
        finish,
        hint=lambda name, values: date_hint(values[name], today, "future", month_first=month_first),
        drafts=drafts,
        draft=f"due:{task.interview_id}:{task.key}",
    )


def promise(
    facts: Facts,
    today: date,
    save: Callable[[date | None], object],
    drafts: Drafts,
    *,
    month_first: bool | None = None,
) -> Form:
    """The day by which they said they would decide; an empty line takes it back."""
    interview, on = facts.interview, follow_up.promise(facts)

    def finish(values: Values) -> object:
        said = values["promised"]
        return save(date_in("promised", said, today, "future", month_first=month_first))

    value = dates.full(on) if on is not None else ""
    return Form(
        f"{interview.employer}: by when do they decide?",
        [Field("promised", "They decide by", "fri, 27 nov, in 2 weeks", value=value)],
        finish,
        hint=lambda name, values: date_hint(
            values[name], today, "future", interview.held_on, month_first=month_first
        ),
        drafts=drafts,
        draft=f"promise:{interview.id}",
    )


def one_line(
    title: str,
    label: str,
    save: Callable[[str], object],
    *,
    placeholder: str = "",
    value: str = "",
    suggest: Suggest | None = None,
    hint: Callable[[str, Values], Hint] | None = None,
    drafts: Drafts | None = None,
    draft: str = "",
) -> Form:
    """One line of text; an empty one is not saved."""

    def finish(values: Values) -> object:
        if not values["line"]:
            raise FieldProblem("line", "There is nothing here yet. Esc closes this.")
        return save(values["line"])

    fields = [Field("line", label, placeholder, value=value, suggest=suggest)]
    return Form(title, fields, finish, hint=hint, drafts=drafts, draft=draft)


def talk(
    met: Met,
    save: Callable[[Values], object],
    drafts: Drafts,
    known: Sequence[Known] = (),
    today: date | None = None,
) -> Form:
    """What the user and one person talked about: the matter of their letter.

    What was before stands beside it, as the address book (`known`) has it on `today`.
    """
    meeting = met.meeting
    before = [
        people.words(one, today, but=meeting.interview_id)
        for one in known
        if one.person.id == met.person.id and today is not None
    ]

    def hint(name: str, values: Values) -> Hint:
        return Hint(f"Before: {before[0]}") if name == "talked_about" and any(before) else Hint()

    fields = [
        Field(
            "talked_about",
            "You talked about",
            "the new digital x-ray",
            2,
            value=meeting.talked_about,
        ),
        Field(
            "forgot", "You forgot to say", "my two years at the front desk", 2, value=meeting.forgot
        ),
        Field("strength", "To stress", "calm with nervous patients", 2, value=meeting.strength),
    ]
    return Form(
        met.person.shown, fields, save, hint=hint, drafts=drafts, draft=f"meeting:{meeting.id}"
    )


def about_me(me: Me, save: Callable[[Values], object], drafts: Drafts) -> Form:
    """What letters say about the user."""

    def finish(values: Values) -> object:
        return save({**values, "email": names.email_address(values["email"])})

    def hint(name: str, values: Values) -> Hint:
        email = names.email_address(values["email"])
        reach = {"phone": Person(phone=values["phone"]), "email": Person(email=email)}
        return Hint(doubt=people.doubts(reach[name])) if name in reach else Hint()

    fields = [
        Field("name", "Name", "as you sign", value=me.name),
        Field("phone", "Phone", value=me.phone),
        Field("email", "E-mail", value=me.email),
        Field("address", "Address", lines=3, value=me.address),
        Field("closing", "Closing", "Kind regards", value=me.closing),
    ]
    return Form("About you", fields, finish, hint=hint, drafts=drafts, draft="me")
