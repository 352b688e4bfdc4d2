"""The form of a reference: what their brief is made of, what is noted on them, and the dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.records import Asked, Facts, Vouching
from afterview_tui.domain.when import Direction
from afterview_tui.storage.drafts import Drafts
from afterview_tui.storage.references import BRIEFED, NOTED
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, Form, Hint, Values

# Takes what was said: fields of BRIEFED.
Save = Callable[[Mapping[str, object]], object]

LABELS = {
    "phone": "Their number",
    "away_until": "Away until",
    "to_stress": "To stress",
    "wanted_for": "Why you want it",
    "who_calls": "Who will call",
    "fit": "They think",
    "note": "Note",
    "briefed_on": "Briefed",
    "not_needed_on": "Not needed yet",
    "called_on": "They were called",
    "thanked_on": "Thanked",
    "told_on": "Told the outcome",
}
_ASKED_LABELS = {
    Asked.ASKED: "Asked",
    Asked.AGREED: "Said yes",
    Asked.DECLINED: "Declined",
}
_EXAMPLES = {
    "phone": "the one that they answer",
    "away_until": "back on monday, dec 8",
    "to_stress": "what they can speak of best",
    "wanted_for": "for all your references",
    "who_calls": "who, and when",
    "fit": "what they think of the fit",
    "note": "for you alone: best after six",
}
_LINES = {"to_stress": 2, "wanted_for": 2, "fit": 2, "note": 3}
_DATES: dict[str, Direction] = {**dict.fromkeys((*NOTED, "asked_on"), "past")}
_DATES["away_until"] = "future"


def reference_form(
    facts: Facts,
    vouching: Vouching,
    today: date,
    save: Save,
    drafts: Drafts,
    *,
    only: Sequence[str] = (),
    month_first: bool | None = None,
) -> Form:
    """All that can be said of a reference, or `only` these fields. `save` gets what was said."""
    labels = {name: label for name, label in LABELS.items() if not only or name in only}
    if not only and (asked := vouching.reference.asked) is not Asked.NOT_ASKED:
        labels["asked_on"] = _ASKED_LABELS[asked]
    records = (vouching.briefing, vouching.reference, vouching.person, facts.interview)
    known = {type(record): record for record in records}

    def hint(name: str, values: Values) -> Hint:
        if name not in _DATES:
            return Hint()
        return date_hint(values[name], today, _DATES[name], month_first=month_first)

    def finish(values: Values) -> object:
        return save(
            {
                name: date_in(name, value, today, _DATES[name], month_first=month_first)
                if name in _DATES
                else value
                for name, value in values.items()
            }
        )

    def field(name: str, label: str) -> Field:
        value = getattr(known[BRIEFED[name]], name)
        words = dates.full(value) if isinstance(value, date) else value or ""
        return Field(name, label, _EXAMPLES.get(name, ""), _LINES.get(name, 1), value=words)

    title = f"For {vouching.person.shown}" if only else vouching.person.shown
    draft = f"briefing:{vouching.briefing.id}{':gaps' if only else ''}"
    fields = [field(*one) for one in labels.items()]
    return Form(title, fields, finish, hint=hint, drafts=drafts, draft=draft)
