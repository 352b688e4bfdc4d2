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
from afterview_tui.domain.records import Facts, Person
from afterview_tui.handoff.text_files import write_text
from afterview_tui.letters.why_call import whom_to_ask, why_call
from afterview_tui.tui.dialogs.choose import Choose
from afterview_tui.tui.dialogs.page import PageScreen, flowed
from afterview_tui.tui.keys import Where, bindings, named
from afterview_tui.tui.plain import line, offered


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


class WhyCall(PageScreen[Asked]):
    """The page for the call. It answers what came of it; files go to `folder`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.WHY_CALL)]

    def __init__(self, facts: Facts, today: date, folder: Path) -> None:
        super().__init__()
        self._facts = facts
        self._today = today
        self._folder = folder
        self._people = whom_to_ask(facts)
        self._place = 0

    @property
    def person(self) -> Person | None:
        """Whom to ask for; None when nobody is noted as met."""
        return self._people[self._place] if self._people else None

    def heading(self) -> tuple[str, str]:
        """Whom to ask for, and how many there are to choose from."""
        person, number = self.person, len(self._people)
        title = f"Asking why not · {person.shown}" if person is not None else "Asking why not"
        return title, f"{self._place + 1} of {number}" if number > 1 else ""

    def page(self, width: int) -> str:
        """What to say."""
        return why_call(self._facts, self.person, self._today, width)

    def foot(self, width: int) -> Sequence[Content]:
        """What may come of the call, each with its key."""
        keys = ["why.asked", "why.told", *(["why.letter"] if self.person is not None else [])]
        question = line("What came of it?", "$foreground-muted")
        return [question, *flowed([offered(named(key)) for key in keys], width)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With one person there is nobody else to ask for, without any none to write to."""
        if action == "answer" and parameters == ("letter",):
            return self.person is not None
        return action != "ask_for" or len(self._people) > 1

    def stem(self) -> str:
        """What the file of a copy is called."""
        interview = self._facts.interview
        name = self.person.name if self.person is not None else ""
        return f"{interview.held_on} {interview.employer} asking why not {name}"

    def action_ask_for(self, by: int) -> None:
        """Ask for the next person."""
        self._place = (self._place + by) % len(self._people)
        self.show()

    def action_answer(self, came_of_it: str) -> None:
        """Answer what came of the call."""
        self.dismiss(Asked(came_of_it, self.person.id if self.person is not None else None))

    def action_print(self) -> None:
        """Write the page to a file, and say where it is."""
        with self.reporting():
            path = write_text(self._folder, self.stem(), f"{self.text}\n")
            self.afterview.say(f"Ready to print: {path}", seconds=8)
