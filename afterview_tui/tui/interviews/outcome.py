"""What an employer says: how an interview ended, and by when they decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, Outcome
from afterview_tui.domain.steps import follow_up
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, Form, Values

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


def outcome(employer: str) -> Choose:
    """How an interview ended."""
    return Choose(f"{employer}: how did it end?", OUTCOMES)


def offer_answer() -> Choose:
    """What the user said to an offer."""
    return Choose("Your answer to the offer", OFFER_ANSWERS)


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
