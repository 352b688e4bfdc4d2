"""What the user and one person talked about: the matter of their letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from afterview_tui.domain import people
from afterview_tui.domain.people import Known
from afterview_tui.domain.records import Met
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.kit.form import Field, Form, Hint, Values

EVERYBODY = "For everybody you met here it is one note; it stands in the journal, too."


def talk(
    met: Met,
    unsaid: str,
    save: Callable[[Values], object],
    drafts: Drafts,
    known: Sequence[Known] = (),
    today: date | None = None,
) -> Form:
    """What the user and one person talked about: the matter of their letter.

    What was before stands beside it, as the address book (`known`) has it on `today`.
    `unsaid` is what was not said at this interview, to whomever.
    """
    meeting = met.meeting
    before = [
        people.words(one, today, but=meeting.interview_id)
        for one in known
        if one.person.id == met.person.id and today is not None
    ]

    def hint(name: str, values: Values) -> Hint:
        if name == "unsaid":
            return Hint(EVERYBODY)
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
            "unsaid", "You did not get to say", "my two years at the front desk", 2, value=unsaid
        ),
        Field("strength", "To stress", "calm with nervous patients", 2, value=meeting.strength),
    ]
    return Form(
        met.person.shown, fields, save, hint=hint, drafts=drafts, draft=f"meeting:{meeting.id}"
    )
