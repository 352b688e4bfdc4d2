"""The list of a tab of the shelf, and the line that filters it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input
from textual.widgets.option_list import Option

from afterview_tui.domain.text import count
from afterview_tui.tui.base import afterview
from afterview_tui.tui.keys import key, keyring
from afterview_tui.tui.kit.finder import Finder
from afterview_tui.tui.kit.plain import line, name_and_about, plain
from afterview_tui.tui.kit.rows import LateLine, Rows
from afterview_tui.tui.kit.shelf_tab import AnyTab, InTab


class ShelfRows(Rows):
    """The lines of a tab, whose own key says what happens when one is opened."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A line is opened by the key of its tab."""
        return action != "select"


class ShelfList(Vertical):
    """Shows the things of a tab, as far as the filter leaves them; tells when others are shown."""

    rows = getters.query_one(Rows)
    finder = getters.query_one(Finder)

    def __init__(self, tab: AnyTab, shown: Callable[[], object]) -> None:
        super().__init__(id="shelf-list")
        self._tab = tab
        self._tell = shown
        self._every: list[Any] = []
        self._shown: list[Any] = []
        self._lines: list[InTab] = []

    def compose(self) -> ComposeResult:
        """The filter, and the lines."""
        finds = f"{key('shelf.find')} filters the list"
        yield Finder(lambda: self.rows, Rows.focus, placeholder=finds, id="filter")
        yield ShelfRows(id="shelf-rows")

    def on_key(self, event: events.Key) -> None:
        """A key that does something in the panes, and nothing here, says so."""
        said = {event.key, event.character}
        does_nothing = not self.finder.has_focus and event.key not in self.screen.active_bindings
        for verb in keyring().verbs if does_nothing else ():
            if not said.isdisjoint(verb.keys.split(",")):
                here, way = f"under “{self._tab.title}”", key("shelf.interviews")
                words = f"{verb.label} does nothing {here}. {way} leads to the interviews."
                if self.current is None:
                    words = f"{verb.label} does nothing here: there is nothing in the list."
                afterview(self).say(words)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on file, whatever is typed in the filter."""
        return not self._every

    @property
    def number(self) -> str:
        """How many there are, and how many of them are left: `2 of 5 people`."""
        number = count(len(self._every), self._tab.one, self._tab.many)
        is_cut = len(self._shown) < len(self._every)
        return f"{len(self._shown)} of {number}" if is_cut else number

    @property
    def current(self) -> Any:
        """The thing under the cursor, which is on the first until the list is laid out; or None."""
        wanted = self.rows.current_id
        for one, its in zip(self._shown, self._lines, strict=True):
            if wanted in (None, its.id):
                return one
        return None

    def take(self, tab: AnyTab) -> None:
        """Show another tab, as it was left."""
        self._tab, self._every = tab, []
        self.border_title = plain(tab.title)
        with self.prevent(Input.Changed):
            self.finder.value = tab.said
        self._show()  # nothing of the tab before

    def keep(self) -> None:
        """Have the tab remember where the cursor is."""
        self._tab.at = self.rows.current_id

    def read(self, prefer: str | None = None) -> None:
        """Read everything, and put the cursor on `prefer`, or leave it where it is.

        That line is in view: where it has words by now that the filter leaves out, that goes.
        """
        self._every = list(self._tab.load())
        wanted, said = prefer or self.rows.current_id, self.finder.said
        if said and wanted and wanted not in self._ids(said) and wanted in self._ids(""):
            with self.prevent(Input.Changed):
                self.finder.value = ""
        self._show(prefer)

    def _ids(self, said: str) -> list[str]:
        return [self._tab.line(one).id for one in self._tab.found(self._every, said)]

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    def _show(self, prefer: str | None = None) -> None:
        said = self._tab.said = self.finder.said
        self._shown = list(self._tab.found(self._every, said))
        self._lines = [self._tab.line(one) for one in self._shown]
        self.rows.show(self._options, prefer)
        self._tell()

    def _options(self, width: int) -> Iterator[Option]:
        group = ""
        for its in self._lines:
            if its.group != group:
                group = its.group
                yield Option(line(group, "bold $text-accent"), disabled=True)
            late = LateLine(name_and_about, its.name, its.about, width)
            yield Option(late, id=its.id)
