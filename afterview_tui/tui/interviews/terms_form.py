"""What an offer says: what is in writing, and what was only said so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from afterview_tui.domain.records import Interview
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.kit.form import Field, Form, Values

LINES = 5


def terms_form(interview: Interview, save: Callable[[Interview], object], drafts: Drafts) -> Form:
    """Two texts, a line for each thing; the letter that accepts shows them as notes."""
    things = "start, pay, hours, place: a line for each"
    fields = [
        Field("written", "In writing", things, LINES, value=interview.offer_written),
        Field("said", "Only said", "what is not in writing yet", LINES, value=interview.offer_said),
    ]

    def finish(values: Values) -> object:
        written, said = values["written"], values["said"]
        return save(replace(interview, offer_written=written, offer_said=said))

    title = f"The offer from {interview.employer}"
    return Form(title, fields, finish, drafts=drafts, draft=f"terms:{interview.id}")
