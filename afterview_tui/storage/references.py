"""The people who vouch: whether they agreed, and what happened with each for one interview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.records import (
    Adjustment,
    Asked,
    Briefing,
    Interview,
    Person,
    Reference,
    Vouching,
)
from afterview_tui.domain.task import Kind
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File

ASKED = {
    Asked.ASKED: "asked {} for a reference",
    Asked.AGREED: "noted that {} said yes",
    Asked.DECLINED: "noted that {} declined",
}
# The dates of a briefing, and what each says.
NOTED = {
    "not_needed_on": "set {} aside: not needed yet",
    "briefed_on": "briefed {}",
    "called_on": "noted that the employer called {}",
    "thanked_on": "thanked {}",
    "told_on": "told the outcome to {}",
}
# What may be said of a reference and for their brief: the field → where it stands.
BRIEFED: Mapping[str, type] = {
    **dict.fromkeys((*NOTED, "to_stress", "fit", "note"), Briefing),
    **dict.fromkeys(("asked_on", "away_until"), Reference),
    "phone": Person,
    **dict.fromkeys(("wanted_for", "who_calls"), Interview),
}
# With these a reference is needed after all.
_NEEDED = ("briefed_on", "called_on")


class References:
    """References, as things that happen with them."""

    def __init__(self, file: File) -> None:
        self._file = file

    def ask(self, reference: Reference, person: Person, asked: Asked, on: date) -> None:
        """Note whether a person agreed to vouch, on the local date `on`, or take that back."""
        is_taken_back = asked is Asked.NOT_ASKED
        if is_taken_back and reference.asked is Asked.NOT_ASKED:
            return
        sentence = ASKED[reference.asked if is_taken_back else asked].format(person.shown)
        with self._file.change(f"took back: {sentence}" if is_taken_back else sentence) as change:
            asked_on = None if is_taken_back else on
            change.update(Reference, reference.id, asked=asked, asked_on=asked_on)

    def note(self, vouching: Vouching, field: str, on: date | None) -> None:
        """Note one of the dates of a briefing (see NOTED), or take it back with None."""
        sentence = NOTED[field].format(vouching.person.shown)
        dates: dict[str, date | None] = {field: on}
        if on is None:
            sentence = f"took back: {sentence}"
        elif field in _NEEDED:
            dates["not_needed_on"] = None
        briefing = vouching.briefing
        with self._file.change(sentence, interview_id=briefing.interview_id) as change:
            self._look_for(briefing)
            change.update(Briefing, briefing.id, **dates)
            if field == "not_needed_on" and on is not None:
                self._no_longer_brought_back(change, briefing)

    def write(self, vouching: Vouching, interview: Interview, **said: Any) -> None:
        """Write what is noted on a reference, and whatever else their brief is made of.

        `said` are fields of BRIEFED. Only what differs from `vouching` and `interview` is
        written: another window may have noted the rest meanwhile.
        """
        records = (vouching.briefing, vouching.reference, vouching.person, interview)
        known = {type(record): record for record in records}
        sentence = f"changed what is noted on {vouching.person.shown}"
        with self._file.change(sentence, interview_id=interview.id) as change:
            self._look_for(vouching.briefing)
            for kind, record in known.items():
                new = {name: one for name, one in said.items() if BRIEFED[name] is kind}
                change.write_over(replace(record, **new), record)

    def _look_for(self, briefing: Briefing) -> None:
        if self._file.one(Briefing, briefing.id) is None:
            raise NotSaved("This reference is no longer on file; another window took it out.")

    def _no_longer_brought_back(self, change: Change, briefing: Briefing) -> None:
        """Whoever says "not needed yet" again has changed their mind about this line."""
        about = [briefing.interview_id, f"{Kind.BRIEF}:{briefing.id}"]
        for one in self._file.all(Adjustment, "interview_id = ? AND task = ?", about):
            change.update(Adjustment, one.id, brought_back_on=None)
