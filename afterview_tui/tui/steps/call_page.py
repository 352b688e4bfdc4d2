"""A page to ring somebody from: whom, what to say, and a copy to print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

from afterview_tui.domain.records import Facts, Person
from afterview_tui.handoff.text_files import write_text
from afterview_tui.tui.kit.page import Answer, PageScreen


class CallPage(PageScreen[Answer]):
    """One of `people` is asked for. A subclass says what to say to them; files go to `folder`."""

    TITLE_OF_PAGE: ClassVar[str]

    def __init__(self, facts: Facts, people: Sequence[Person], today: date, folder: Path) -> None:
        super().__init__()
        self._facts = facts
        self._today = today
        self._folder = folder
        self._people = people
        self._place = 0

    @property
    def person(self) -> Person | None:
        """Whom to ask for; None when nobody is noted as met."""
        return self._people[self._place] if self._people else None

    @property
    def person_id(self) -> int | None:
        """The id of whom to ask for."""
        return self.person.id if self.person is not None else None

    def heading(self) -> tuple[str, str]:
        """Whom to ask for, and how many there are to choose from."""
        person, number = self.person, len(self._people)
        title = self.TITLE_OF_PAGE
        if person is not None:
            title = f"{title} · {person.shown}"
        return title, f"{self._place + 1} of {number}" if number > 1 else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With one person there is nobody else to ask for."""
        return action != "ask_for" or len(self._people) > 1

    def action_ask_for(self, by: int) -> None:
        """Ask for the next person."""
        self._place = (self._place + by) % len(self._people)
        self.show()

    def action_print(self) -> None:
        """Write the page to a file, and say where it is."""
        with self.reporting():
            path = write_text(self._folder, self.stem(), f"{self.text}\n")
            self.afterview.say(f"Ready to print: {path}", seconds=8)
