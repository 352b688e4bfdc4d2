"""What one kind of work asks of another, so that neither has to know it."""

from __future__ import annotations

from typing import Protocol

from textual.widget import AwaitMount

from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.recipients import Recipient
from afterview_tui.tui.keys import Where

# Which letter of an interview: to whom, and what for.
LetterKey = tuple[int, LetterKind]


class AskedOfShelf(Protocol):
    """What is asked of the shelf."""

    def open_at(self, where: Where, at: str | None = None) -> AwaitMount:
        """Open the tab with these keys, at a line."""


class AskedOfInterviews(Protocol):
    """What is asked of the interviews."""

    def ask_news(self) -> object:
        """Ask what the employer of the interview shown said."""

    def prepare(self, interview_id: int) -> object:
        """Show the page to prepare from, for the next interview there."""

    def ask_terms(self) -> object:
        """Ask what the offer of the interview shown says."""


class AskedOfLetters(Protocol):
    """What is asked of the letters of the interview shown."""

    def open(self, key: LetterKey) -> None:
        """Show a letter, and go to it."""

    def show_beside(self, key: LetterKey) -> None:
        """Show a letter, unless one is being written in, and stay where one is."""

    def begin(self, kind: LetterKind, person_id: int) -> None:
        """Show a letter of this kind; where the last one is sent, another is begun."""

    def ask_to_whom(self, kind: LetterKind) -> None:
        """Ask to whom a letter of this kind goes, where there are several, and show it."""

    def toggle_sent(self, to: Recipient) -> None:
        """Mark a letter sent, or not sent after all."""


class AskedOfCopying(Protocol):
    """What is asked of the letters when one is to go out."""

    def copy(self) -> None:
        """Copy the letter that is shown."""

    def copy_to(self, key: LetterKey) -> None:
        """Show a letter, and copy it."""


class AskedOfJournal(Protocol):
    """What is asked of the journal of the interview shown."""

    def open(self) -> None:
        """Go to the journal."""

    def open_prompt(self, prompt: str) -> None:
        """Write under a prompt."""

    def note_question(self) -> None:
        """Note a question."""

    async def practise(self) -> None:
        """Practise the questions of all interviews."""


class Rooms(Protocol):
    """The work of the other rooms. Each is made, and loaded, when it is first asked for."""

    @property
    def interviews(self) -> AskedOfInterviews:
        """What is done with interviews."""

    @property
    def letters(self) -> AskedOfLetters:
        """What is done with letters."""

    @property
    def copying(self) -> AskedOfCopying:
        """What is done with a letter that is to go out."""

    @property
    def journal(self) -> AskedOfJournal:
        """What is done in the journal."""

    @property
    def shelf(self) -> AskedOfShelf:
        """What is opened on the shelf."""
