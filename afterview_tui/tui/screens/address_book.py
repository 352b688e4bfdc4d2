"""The list of everybody on file, the filter over it, and the card beside it."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Footer, Input, OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates, people
from afterview_tui.domain.card import Part, parts
from afterview_tui.domain.people import Known
from afterview_tui.domain.text import count
from afterview_tui.tui.plain import line, name_and_about, plain, spread
from afterview_tui.tui.screens.place import Place
from afterview_tui.tui.widgets.card import Card
from afterview_tui.tui.widgets.finder import Finder
from afterview_tui.tui.widgets.one_line import OneLine
from afterview_tui.tui.widgets.rows import Rows

NOBODY = Part(
    "Nobody is on file yet",
    ("Whoever you name in an interview is found here.", "a adds somebody else."),
)
NO_MATCH = Part("Nobody on file has these words", ("/ changes the filter.",))
# What can be done while the filter is typed in.
_WHILE_FILTERING = frozenset({"back", "app.quit"})


class AddressBookScreen(Place[int | None]):
    """Reads the address book and keeps what is read true. A subclass acts on it."""

    AUTO_FOCUS = "#people-rows"
    # From this width the card is beside the list, else below it.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    rows = getters.query_one("#people-rows", Rows)
    finder = getters.query_one(Finder)
    card = getters.query_one(Card)

    def __init__(self) -> None:
        super().__init__()
        self.known: list[Known] = []
        self._shown: list[Known] = []
        self._stamp = 0

    def compose(self) -> ComposeResult:
        """The list, the card, the keys."""
        yield OneLine(id="headline")
        with Container(id="people"):
            with Vertical(id="people-list") as box:
                box.border_title = plain("People")
                yield Finder(
                    lambda: self.rows, Rows.focus, placeholder="/ filters the list", id="filter"
                )
                yield Rows(id="people-rows")
            yield Card(id="card")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Read the file, and look once a second whether another window changed it."""
        self.read()
        self.set_interval(1.0, self._read_if_changed)

    def on_resize(self, event: events.Resize) -> None:
        """The headline is made for one width."""
        self._say_headline()

    @property
    def current(self) -> Known | None:
        """The person under the cursor, which is on the first until the list is laid out."""
        wanted = self.rows.current_id
        first = self._shown[0] if self._shown and wanted is None else None
        return next((one for one in self._shown if str(one.person.id) == wanted), first)

    def read(self, prefer: int | None = None) -> None:
        """Read everybody, and put the cursor on `prefer`, or leave it where it is."""
        with self.reporting():
            self.known = self.store.people.all()
            self._stamp = self.store.file.stamp()
            if prefer is not None and prefer not in self._found():
                self.finder.value = ""  # what was asked for is in view
            self._show(prefer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the filter is typed in, the plain keys are letters."""
        return action in _WHILE_FILTERING or not self.finder.has_focus

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_card()

    def _read_if_changed(self) -> None:
        with self.reporting():
            if self.store.file.stamp() != self._stamp:
                self.read()

    def _found(self) -> set[int]:
        return {one.person.id for one in people.found(self.known, self.finder.said)}

    def _show(self, prefer: int | None = None) -> None:
        self._shown = people.found(self.known, self.finder.said)
        self.rows.show(self._options, None if prefer is None else str(prefer))
        self._show_card()
        self._say_headline()

    def _say_headline(self) -> None:
        day = line(dates.full(self.afterview.today))
        name = Content.styled("afterview", "bold")
        number = count(len(self.known), "person", "people")
        if len(self._shown) < len(self.known):
            number = f"{len(self._shown)} of {number}"
        left = Content.assemble(name, "   ", line(number))
        self.query_one(OneLine).say(spread(left, day, max(10, self.size.width - 2)))

    def _show_card(self) -> None:
        if (known := self.current) is not None:
            self.card.show(parts(known, self.afterview.today))
        else:
            self.card.show([NO_MATCH if self.known else NOBODY])

    def _options(self, width: int) -> Iterator[Option]:
        for one in self._shown:
            yield Option(name_and_about(name_of(one), about(one), width), id=str(one.person.id))


def name_of(known: Known) -> str:
    """What a person is called in a list and in a sentence."""
    return known.person.shown or "somebody without a name"


def about(known: Known) -> str:
    """What tells a person from others in a list."""
    work = known.person.employer or known.person.job_title
    return " · ".join(filter(None, [work, known.roles]))
