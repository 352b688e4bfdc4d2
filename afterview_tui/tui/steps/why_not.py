"""After a no: how to ask which areas could be stronger, and what to say on the phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from afterview_tui.domain import why_not
from afterview_tui.domain.records import Facts
from afterview_tui.pages.why_not_call import whom_to_ask, why_call
from afterview_tui.tui.keys import Where, bindings, named
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.page import flowed
from afterview_tui.tui.kit.plain import line, offered
from afterview_tui.tui.steps.call_page import CallPage


class Way(StrEnum):
    """What is done about asking."""

    LETTER = "letter"
    CALL = "call"
    NOTE = "note"
    NO_ANSWER = "no answer"


WAYS = (
    ("l", "Write the short letter", Way.LETTER),
    ("c", "Call: what to say, and what not", Way.CALL),
    ("n", "Note what they said", Way.NOTE),
    ("q", "No answer came: leave it at that", Way.NO_ANSWER),
)
BEFORE = "Short, to whoever told you. Thanks first; then ask, and never argue."


def ways_to_ask(facts: Facts, today: date) -> Choose:
    """Asks for a Way, and says how it stands: silence is what mostly comes."""
    said = why_not.silence(facts, today)
    about = f"{said[:1].upper()}{said[1:]}." if said else BEFORE
    choices = [(key, words, way.value) for key, words, way in WAYS]
    return Choose("Which areas could be stronger?", choices, about)


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of the call: asked, told something, or a letter instead."""

    came_of_it: str
    person_id: int | None


class WhyCall(CallPage[Asked]):
    """The page for the call. It answers what came of it; files go to `folder`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.WHY_CALL)]
    TITLE_OF_PAGE = "Asking why not"

    def __init__(self, facts: Facts, today: date, folder: Path) -> None:
        super().__init__(facts, whom_to_ask(facts), today, folder)

    def page(self, width: int) -> str:
        """What to say."""
        return why_call(self._facts, self.person, self._today, width)

    def foot(self, width: int) -> Sequence[Content]:
        """What may come of the call, each with its key."""
        keys = ["why.asked", "why.told", *(["why.letter"] if self.person is not None else [])]
        question = line("What came of it?", "$foreground-muted")
        return [question, *flowed([offered(named(key)) for key in keys], width)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without anybody there is nobody to write to."""
        if action == "answer" and parameters == ("letter",):
            return self.person is not None
        return super().check_action(action, parameters)

    def stem(self) -> str:
        """What the file of a copy is called."""
        interview = self._facts.interview
        name = self.person.name if self.person is not None else ""
        return f"{interview.held_on} {interview.employer} asking why not {name}"

    def action_answer(self, came_of_it: str) -> None:
        """Answer what came of the call."""
        self.dismiss(Asked(came_of_it, self.person_id))
