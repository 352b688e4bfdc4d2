"""After a no: how to ask which areas could be stronger, and what to say on the phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from textual.binding import BindingType

from afterview_tui.domain import why_not
from afterview_tui.domain.records import Facts, Person
from afterview_tui.pages.why_not_call import whom_to_ask, why_call
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.steps.call_page import CallPage


class Way(StrEnum):
    """What is done about asking."""

    LETTER = "letter"
    CALL = "call"
    NOTE = "note"
    THANKS = "thanks"
    LATER = "later"
    NO_ANSWER = "no answer"


WAYS = (
    ("1", "Write the short letter", Way.LETTER),
    ("2", "Call: what to say, and what not", Way.CALL),
    ("3", "Note what they said", Way.NOTE),
    ("4", "No answer came: leave it at that", Way.NO_ANSWER),
    ("5", "Only thank them: keep me in mind", Way.THANKS),
    ("6", "Look again in six weeks", Way.LATER),
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
    """The page for the call. It answers what came of it."""

    OF = "why"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.WHY_CALL)]
    TITLE_OF_PAGE = "Asking why not"
    ANSWERS = ("asked", "told", "letter")
    TO_A_PERSON = "letter"

    def whom_in(self, facts: Facts) -> Sequence[Person]:
        """Whom one can ask, who told the user first."""
        return whom_to_ask(facts)

    def page(self, width: int) -> str:
        """What to say."""
        return why_call(self.facts, self.person, self.afterview.today, width)

    def do(self, name: str) -> None:
        """Answer what came of the call."""
        self.dismiss(Asked(name, self.about))
