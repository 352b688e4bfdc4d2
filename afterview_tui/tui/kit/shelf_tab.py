"""A tab of the shelf: the things of one kind, and what can be done with them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from textual.app import App
from textual.screen import Screen
from textual.widget import AwaitMount, Widget

from afterview_tui.domain import searching
from afterview_tui.domain.person_card import Part
from afterview_tui.storage.store import Store
from afterview_tui.tui.base import Afterview
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.form import Form

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class InTab:
    """A line of the list: its name, what tells it from others, the heading it stands under."""

    id: str
    name: str
    about: str = ""
    group: str = ""


class OnShelf(Protocol):
    """The screen that shows a tab, as the tab knows it."""

    @property
    def app(self) -> App[object]:
        """Where other screens are opened."""

    @property
    def afterview(self) -> Afterview:
        """The app, as what it is."""

    def reporting(self) -> AbstractContextManager[None]:
        """Say what went wrong inside, instead of ending the program."""

    def read(self, prefer: str | None = None) -> None:
        """Show what is on file, with the cursor on the line `prefer`, or where it was."""

    def leave(self, go: Callable[[], object]) -> None:
        """Close the shelf, and go where it leads."""


class Tab(ABC, Generic[Thing]):
    """Knows one kind of thing; `where` has the keys for it, and its name.

    `verbs` are done with the thing under the cursor, `others` without one; each goes by the name
    that its key has in the table, `act('edit')`. A tab outlives the screen that shows it: `at` is
    the line that the cursor was on last, and `said` what the list is filtered by.
    """

    where: ClassVar[Where]
    one: ClassVar[str]
    many: ClassVar[str]
    no_match: ClassVar[str]  # said while the filter leaves none
    verbs: Mapping[str, Callable[[Thing], object]]
    others: Mapping[str, Callable[[], object]]
    screen: OnShelf  # puts itself here

    def __init__(self, store: Store) -> None:
        self.store = store
        self.at: str | None = None
        self.said = ""
        self.others = {}

    @abstractmethod
    def load(self) -> Sequence[Thing]:
        """Every one on file, in the order of the list."""

    @abstractmethod
    def line(self, one: Thing) -> InTab:
        """Its line in the list."""

    @abstractmethod
    def parts(self, one: Thing) -> Sequence[Part]:
        """Its card."""

    @abstractmethod
    def nothing(self) -> Part:
        """What is said while there is none on file."""

    def found(self, every: Sequence[Thing], said: str) -> Sequence[Thing]:
        """Those that have every word that is typed."""
        wanted = searching.words(said)
        return [one for one in every if not wanted or searching.has(self.words(one), wanted)]

    def words(self, one: Thing) -> str:
        """The words by which it is found."""
        line = self.line(one)
        card = (text for part in self.parts(one) for text in (part.heading, *part.lines))
        return searching.searched(line.name, line.about, line.group, *card)

    @property
    def afterview(self) -> Afterview:
        """The app."""
        return self.screen.afterview

    @property
    def today(self) -> date:
        """The local date."""
        return self.afterview.today

    @property
    def title(self) -> str:
        """What stands above the list."""
        return self.where.value

    def beginning(self) -> str | None:
        """The line to begin at when the tab is opened: that of the last time."""
        return self.at

    def page(self) -> Widget | None:
        """What stands in the place of the card, where a card is not enough."""
        return None

    def show(self, one: Thing) -> None:
        """Show a thing on the page."""

    def write(self, do: Callable[[], object], said: str = "", prefer: str | None = None) -> None:
        """Change the file, show what came of it, say what was done."""
        with self.screen.reporting():
            do()
            self.screen.read(prefer)
            if said:
                self.afterview.say(said)

    def ask(self, form: Form, done: Callable[[], object] | None = None) -> AwaitMount:
        """Open a form; when it is finished, show what came of it."""

        def answered(is_done: bool | None) -> None:
            if is_done:
                self.screen.read()
                if done is not None:
                    done()

        return self.screen.app.push_screen(form, answered)

    def choose(
        self, dialog: Screen[Answer | None], answer: Callable[[Answer], object]
    ) -> AwaitMount:
        """Open a dialog; `answer` is told what was chosen, if anything was."""

        def answered(said: Answer | None) -> None:
            if said is not None:
                with self.screen.reporting():
                    answer(said)

        return self.screen.app.push_screen(dialog, answered)


AnyTab = Tab[Any]
