"""One of many things, found by typing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import searching
from afterview_tui.tui.keys import binding, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.finder import Finder
from afterview_tui.tui.kit.over import Over
from afterview_tui.tui.kit.plain import name_and_about, plain
from afterview_tui.tui.kit.rows import Rows

# Lines: of the list, around it, and of the whole box.
FEWEST, AROUND, LARGEST = 3, 3, 24


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the things: its id, its name, and what tells it from the others."""

    id: int
    name: str
    about: str = ""


class Pick(Place[int | None], Over[int | None]):
    """Answers the id of what was picked; None for Escape. The likeliest comes first."""

    BINDINGS: ClassVar[list[BindingType]] = [binding("pick.back")]

    def __init__(self, title: str, candidates: Sequence[Candidate]) -> None:
        super().__init__()
        self._heading = title
        self._candidates = candidates

    @property
    def called(self) -> str:
        """What is asked."""
        return self._heading

    def compose(self) -> ComposeResult:
        """What is typed, and what is left."""
        with Vertical(id="pick") as box:
            box.border_title = plain(self._heading)
            up, down = key("move.up", 1), key("move.down", 1)
            take, back = key("form.enter"), key("pick.back")
            box.border_subtitle = plain(
                f"type to find   {up}{down} move   {take} take   {back} back"
            )
            yield Finder(
                lambda: self.query_one(Rows),
                Rows.action_select,
                placeholder="the likeliest first",
                id="pick-finder",
            )
            yield Rows(id="picked")

    def on_mount(self) -> None:
        """Show all of them, in a box no larger than that takes."""
        box = self.query_one("#pick")
        box.styles.max_height = min(LARGEST, max(FEWEST, len(self._candidates)) + AROUND)
        self.query_one(Rows).show(self._options)
        self.query_one(Finder).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        rows = self.query_one(Rows)
        rows.show(self._options)
        rows.action_first()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(int(event.option.id or 0))

    def _options(self, width: int) -> Iterator[Option]:
        wanted = searching.words(self.query_one(Finder).said)
        for one in self._candidates:
            if searching.has(searching.searched(one.name, one.about), wanted):
                yield Option(name_and_about(one.name, one.about, width), id=str(one.id))
