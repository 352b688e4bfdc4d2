"""The call sheet on the screen, and what came of the call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, FollowUp, Person, Result
from afterview_tui.pages.call_sheet import call_sheet, whom
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, Form, Hint, Values
from afterview_tui.tui.steps.call_page import CallPage


@dataclass(frozen=True, slots=True)
class Call:
    """What came of a call: a result, an agreed call that they missed, or a note instead."""

    person_id: int | None
    result: Result | None = None
    missed: bool = False
    note: bool = False


class CallSheet(CallPage[Call]):
    """Answers what came of the call; None when that is not said."""

    OF = "call"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.CALL_SHEET)]
    TITLE_OF_PAGE = "Call sheet"
    ANSWERS = ("reached", "voicemail", "gatekeeper", "no_answer", "emailed", "missed", "note")
    TO_A_PERSON = "note"

    def whom_in(self, facts: Facts) -> Sequence[Person]:
        """Whom one can ask, those first whose number is on file."""
        return whom(facts)

    def page(self, width: int) -> str:
        """The call sheet."""
        return call_sheet(self.facts, self.person, self.afterview.today, width)

    def do(self, name: str) -> None:
        """Answer what came of the call."""
        match name:
            case "missed":
                self.dismiss(Call(self.about, missed=True))
            case "note":
                self.dismiss(Call(self.about, note=True))
            case _:
                self.dismiss(Call(self.about, Result[name.upper()]))


def what_they_said(
    tried: FollowUp,
    today: date,
    save: Callable[[str, date | None], object],
    drafts: Drafts,
    *,
    month_first: bool | None = None,
) -> Form:
    """What was said at a try that is on file, and the day that they named, if they did."""
    promised = dates.full(tried.new_promise) if tried.new_promise is not None else ""
    fields = [
        Field("said", "They said", "she is away until Monday", 4, value=tried.said),
        Field("promise", "They decide by", "if they named a day", value=promised),
    ]

    def hint(name: str, values: Values) -> Hint:
        if name != "promise":
            return Hint()
        return date_hint(values[name], today, "future", month_first=month_first)

    def finish(values: Values) -> object:
        promise = values["promise"]
        named = date_in("promise", promise, today, "future", month_first=month_first)
        return save(values["said"], named)

    day = f", {dates.short(tried.done_on, today)}" if tried.done_on is not None else ""
    title = f"What they said: {tried.result}{day}"
    return Form(title, fields, finish, hint=hint, drafts=drafts, draft=f"try:{tried.id}")
