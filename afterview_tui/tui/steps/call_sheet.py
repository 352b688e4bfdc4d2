"""The call sheet on the screen, and what came of the call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, FollowUp, Person, Result
from afterview_tui.pages.call_sheet import call_sheet, whom
from afterview_tui.storage.drafts import Drafts
from afterview_tui.tui.keys import Where, bindings, named
from afterview_tui.tui.kit.date_hints import date_hint, date_in
from afterview_tui.tui.kit.form import Field, Form, Hint, Values
from afterview_tui.tui.kit.page import flowed
from afterview_tui.tui.kit.plain import line, offered
from afterview_tui.tui.steps.call_page import CallPage

_RESULTS = ("reached", "voicemail", "gatekeeper", "no_answer", "emailed")


@dataclass(frozen=True, slots=True)
class Call:
    """What came of a call: a result, an agreed call that they missed, or a note instead."""

    person_id: int | None
    result: Result | None = None
    missed: bool = False
    note: bool = False


class CallSheet(CallPage[Call]):
    """Answers what came of the call; None when that is not said. Files go to `folder`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.CALL_SHEET)]
    TITLE_OF_PAGE = "Call sheet"

    def __init__(self, facts: Facts, today: date, folder: Path) -> None:
        super().__init__(facts, whom(facts), today, folder)

    def page(self, width: int) -> str:
        """The call sheet."""
        return call_sheet(self._facts, self.person, self._today, width)

    def foot(self, width: int) -> Sequence[Content]:
        """What may come of the call, each with its key."""
        results = [offered(named(f"call.{result}")) for result in _RESULTS]
        question = line("What came of it?", "$foreground-muted")
        others = [offered(named("call.missed")), offered(named("call.note"))]
        return [question, *flowed([*results, *others], width)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without anybody there is nobody to write to."""
        if action == "note":
            return self.person is not None
        return super().check_action(action, parameters)

    def action_answer(self, result: str) -> None:
        """Answer what came of the call."""
        self.dismiss(Call(self.person_id, Result[result.upper()]))

    def action_missed(self) -> None:
        """Answer that they did not call as agreed."""
        self.dismiss(Call(self.person_id, missed=True))

    def action_note(self) -> None:
        """Answer that a note is to be written instead."""
        self.dismiss(Call(self.person_id, note=True))

    def stem(self) -> str:
        """What the file of a copy is called."""
        return file_of(self._facts, self.person)


def file_of(facts: Facts, person: Person | None) -> str:
    """What the file of a call sheet is called."""
    interview = facts.interview
    name = person.name if person is not None else ""
    return f"{interview.held_on} {interview.employer} call sheet {name}"


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
