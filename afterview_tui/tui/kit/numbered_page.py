"""A page with numbered lines below it: what can be noted about what stands on it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain.records import Facts
from afterview_tui.tui.keys import Where, bindings, named
from afterview_tui.tui.kit.page import AROUND, FEWEST, Answer, PageScreen
from afterview_tui.tui.kit.plain import line
from afterview_tui.tui.kit.rows import Rows

RULE = 1  # lines between the text and what is below it
_MARKS = {None: "", True: "✓ ", False: "○ "}


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line: the last part of the id of its key, and how it stands, in words.

    `is_marked` is None where nothing is marked: such a line is an answer.
    """

    name: str
    is_marked: bool | None = None
    state: str = ""


class NumberedPage(PageScreen[Answer]):
    """A page about one of a few people of an interview, and numbered lines below it.

    A number does its line, Space or Enter the one under the cursor. A subclass says what
    stands on the page, which lines there are, and what each does. The keys of the lines, and
    the words, are those of the table, under ids that begin with `OF`.
    """

    OF: ClassVar[str]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LINES)]

    def __init__(self, facts: Facts, about: int | None = None) -> None:
        """`about` is one of `ids`; without it, the page is about the first."""
        super().__init__()
        self.facts = facts
        self.about = about if about is not None else next(iter(self.ids), None)
        self._at = ""

    def below(self) -> ComposeResult:
        """The lines, below a rule in which something is said."""
        with Vertical(id="page-below"):
            rows = Rows(id="page-lines")
            rows.can_focus = False  # the keys are the page's
            yield rows

    @abstractmethod
    def ids_in(self, facts: Facts) -> Sequence[int]:
        """Those that the page can be about."""

    @property
    def ids(self) -> Sequence[int]:
        """Those that it can be about, as far as it knows."""
        return self.ids_in(self.facts)

    @property
    @abstractmethod
    def above(self) -> str:
        """What the page is, and whom it is about."""

    @abstractmethod
    def lines(self) -> Sequence[PageLine]:
        """The lines, as they stand now."""

    @abstractmethod
    def do(self, name: str) -> None:
        """Do the line with this name. What it raises is said."""

    @abstractmethod
    def begins_at(self) -> str:
        """The name of the line that is to be done next."""

    def said(self) -> str:
        """What is said of the lines, if anything."""
        return ""

    def heading(self) -> tuple[str, str]:
        """What the page is; below, for which interview, and which of how many it is."""
        place = ""
        if len(self.ids) > 1 and self.about is not None:
            place = f"{self.ids.index(self.about) + 1} of {len(self.ids)}"
        return self.above, " · ".join(filter(None, [self.facts.interview.employer, place]))

    def lines_below(self) -> int:
        """The rule, and the lines."""
        return RULE + len(self.lines())

    def show(self) -> None:
        """Show what stands on the page now. Where there is little room, the lines scroll, too."""
        if self._at not in (one.name for one in self.lines()):
            self._at = self.begins_at()
        super().show()
        said = Content.assemble(" ", line(self.said()), " ") if self.said() else Content("")
        self.query_one("#page-below").border_title = said
        rows, around = self.query_one(Rows), AROUND + FEWEST + RULE
        rows.styles.height = max(1, min(len(self.lines()), self.app.size.height - around))
        rows.show(self._options, self._at)

    def read_again(self) -> None:
        """Show what is on file by now; without whom the page is about it has nothing to show."""
        with self.reporting():
            found = self.store.interviews.facts(self.facts.interview.id)
            if found is None or self.about not in (None, *self.ids_in(found)):
                self.dismiss(None)
            else:
                self.facts = found
                self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nobody else to turn to, and not every line is always there."""
        if action == "turn":
            return len(self.ids) > 1
        if action == "line" and parameters:
            return parameters[0] in [one.name for one in self.lines()]
        return True

    def action_line(self, name: str = "") -> None:
        """Do the line with this name, or the one under the cursor."""
        self._at = name or self._at
        with self.reporting():
            self.do(self._at)

    def action_move(self, by: int) -> None:
        """Go to another line; after the last comes the first."""
        names = [one.name for one in self.lines()]
        self._go_to(names[(names.index(self._at) + by) % len(names)])

    def action_move_to(self, place: int) -> None:
        """Go to the line at a place."""
        self._go_to(self.lines()[place].name)

    def action_turn(self, by: int) -> None:
        """Turn to the next of those that the page can be about."""
        ids = self.ids
        place = ids.index(self.about) if self.about is not None else 0
        self.about, self._at = ids[(place + by) % len(ids)], ""
        self.scrolled.scroll_home(animate=False)
        self.show()

    def action_step(self, way: str) -> None:
        """Take back the last change, or do again what was undone last, and say which."""
        self.stepped(way)
        self.read_again()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_line(event.option.id or "")

    @on(OptionList.OptionHighlighted)
    def _pointed_at(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._at = event.option.id or self._at

    def _go_to(self, name: str) -> None:
        self._at = name
        self.query_one(Rows).go_to(name)

    def _options(self, width: int) -> Iterator[Option]:
        """A line each: its number, its sign, what it says, and since when."""
        lines = self.lines()
        rows = [named(f"{self.OF}.{one.name}") for one in lines]
        names = [
            Content.assemble(
                (row.label, "bold $text-accent"), "  ", _MARKS[one.is_marked], row.says
            )
            for one, row in zip(lines, rows, strict=True)
        ]
        widest = max(name.cell_length for name in names)
        for one, name in zip(lines, names, strict=True):
            state = line(one.state, "" if one.is_marked else "$foreground-muted")
            words = Content.assemble(name.pad_right(widest - name.cell_length + 2), state)
            yield Option(words.truncate(width, ellipsis=True), id=one.name)
