"""A list of things on file, the filter over it, and the card of the one under the cursor."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widget import AwaitMount
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.text import count
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.card import Card
from afterview_tui.tui.kit.filtered import Filtered
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import line, name_and_about, plain, spread
from afterview_tui.tui.kit.rereading import reread_when_changed
from afterview_tui.tui.kit.rows import Rows

Thing = TypeVar("Thing")


class Shelf(Filtered[ScreenResultType], Generic[Thing, ScreenResultType]):
    """Reads all things of one kind and keeps what is read true. A subclass acts on them."""

    # From this width the card is beside the list, else below it.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    TITLE_OF_LIST: ClassVar[str]
    ONE: ClassVar[str]
    MANY: ClassVar[str]
    NO_MATCH: ClassVar[str]  # said while none is left by the filter

    card = getters.query_one(Card)

    def __init__(self, at: int | None = None) -> None:
        """The cursor is on the one with the id `at` first, if it is on file."""
        super().__init__()
        self._at = at
        self.every: list[Thing] = []
        self.shown: list[Thing] = []

    def compose(self) -> ComposeResult:
        """The list, the card, the keys."""
        yield OneLine(id="headline")
        with Container(classes="shelf"):
            with Vertical(id=f"{self.MANY}-list", classes="shelf-list") as box:
                box.border_title = plain(self.TITLE_OF_LIST)
                yield self.filter_line()
                yield Rows(id=f"{self.MANY}-rows")
            yield Card(id="card")
        yield Footer()

    def on_mount(self) -> None:
        """Read the file, and look once a second whether another window changed it."""
        self.read(self._at)
        reread_when_changed(self, self.read)

    def on_resize(self, event: events.Resize) -> None:
        """The headline is made for one width."""
        self._say_headline()

    @abstractmethod
    def nothing(self) -> Part:
        """What is said while there is none on file."""

    @abstractmethod
    def load(self) -> list[Thing]:
        """Every one on file, in the order of the list."""

    @abstractmethod
    def id_of(self, one: Thing) -> int:
        """What tells it from all others."""

    @abstractmethod
    def found(self, every: Sequence[Thing], said: str) -> list[Thing]:
        """Those that the filter leaves."""

    @abstractmethod
    def named(self, one: Thing) -> tuple[str, str]:
        """Its name in the list, and what tells it from others there."""

    @abstractmethod
    def parts(self, one: Thing) -> Sequence[Part]:
        """Its card."""

    @property
    def current(self) -> Thing | None:
        """The one under the cursor, which is on the first until the list is laid out."""
        wanted = self.rows.current_id
        first = self.shown[0] if self.shown and wanted is None else None
        return next((one for one in self.shown if str(self.id_of(one)) == wanted), first)

    def read(self, prefer: int | None = None) -> None:
        """Read everything, and put the cursor on `prefer`, or leave it where it is."""
        with self.reporting():
            self.every = self.load()
            if prefer is not None and prefer not in map(self.id_of, self._left()):
                self.finder.value = ""  # what was asked for is in view
            self.show(prefer)

    def show(self, prefer: int | None = None) -> None:
        """Show what was read, as far as the filter leaves it."""
        self.shown = self._left()
        self.rows.show(self._options, None if prefer is None else str(prefer))
        self._show_card()
        self._say_headline()

    def ask(self, form: Form, done: Callable[[], None] | None = None) -> AwaitMount:
        """Open a form; when it is finished, read again what it may have changed."""

        def answered(is_done: bool | None) -> None:
            if is_done:
                self.read()
                if done is not None:
                    done()

        return self.app.push_screen(form, answered)

    def action_step(self, way: str) -> None:
        """Take back the last change, or do again what was undone last."""
        with self.reporting():
            if self.stepped(way) is not None:
                self.read()

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _moved(self, event: OptionList.OptionHighlighted | Rows.Filled) -> None:
        event.stop()
        self._show_card()

    def _left(self) -> list[Thing]:
        return self.found(self.every, self.finder.said)

    def _say_headline(self) -> None:
        day = line(dates.full(self.afterview.today))
        name = Content.styled("afterview", "bold")
        number = count(len(self.every), self.ONE, self.MANY)
        if len(self.shown) < len(self.every):
            number = f"{len(self.shown)} of {number}"
        left = Content.assemble(name, "   ", line(number))
        self.query_one(OneLine).say(spread(left, day, max(10, self.size.width - 2)))

    def _show_card(self) -> None:
        if (one := self.current) is not None:
            self.card.show(self.parts(one))
        else:
            none_left = Part(self.NO_MATCH, (f"{key(self.FIND)} changes the filter.",))
            self.card.show([none_left if self.every else self.nothing()])

    def _options(self, width: int) -> Iterator[Option]:
        for one in self.shown:
            yield Option(name_and_about(*self.named(one), width), id=str(self.id_of(one)))
