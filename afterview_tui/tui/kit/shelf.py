"""The shelf: what is on file, a tab for each kind, with a list, a filter over it, and a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from inspect import isawaitable
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingsMap, BindingType
from textual.containers import Container
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import OptionList

from afterview_tui.domain.person_card import Part
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.card import Card
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.pane import is_text
from afterview_tui.tui.kit.rereading import reread_when_changed
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.kit.shelf_head import ShelfHead
from afterview_tui.tui.kit.shelf_list import ShelfList
from afterview_tui.tui.kit.shelf_tab import AnyTab
from afterview_tui.tui.kit.writer import Writer

# Where the shelf leads to, once it is closed.
Way = Callable[[], object]
WIDE = 100  # columns from which the card is beside the list
ROOMY = 110  # columns from which the list stays beside a text that is written

# What can be done while the filter is typed in, and while a text is written.
_WHILE_FILTERING = frozenset({("back",), ("app.quit",)})
_WHILE_WRITING = frozenset({("leave_field",), ("save_now",), ("act", "offer"), ("app.quit",)})


class ShelfScreen(Place[Way | None]):
    """Shows one tab at a time, and keeps what is read true. A tab goes by the name of its work.

    Answers where to go next, or None.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SHELF)]

    listing = getters.query_one(ShelfList)
    card = getters.query_one(Card)

    def __init__(self, tabs: Mapping[str, AnyTab], where: Where, at: str | None = None) -> None:
        """The tab with these keys is open first, with the cursor on the line `at`."""
        super().__init__()
        self._tabs = tabs
        self._pages: dict[str, Widget] = {}
        self._is_at_none = False  # there is no thing under the cursor to do something with
        self._take(next(name for name, tab in tabs.items() if tab.where is where))
        self._at = at

    def compose(self) -> ComposeResult:
        """What there is, the tabs, the list, the card, the keys."""
        self.set_class(self.app.size.width >= WIDE, "-wide")  # else all is laid out twice
        yield ShelfHead(self._tabs)
        with Container(id="shelf"):
            yield ShelfList(self.tab, self._show_card)
            yield Card(id="card")
            yield from self._new_page()
        yield Footer()

    def on_mount(self) -> None:
        """Read the file, and look once a second whether another window changed it."""
        self._show_tab(self._at)
        reread_when_changed(self, self.read)

    @property
    def is_writing(self) -> bool:
        """Whether a text is written in the place of the card."""
        return isinstance(self.focused, Writer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, the plain keys are letters; a tab has not every verb."""
        asked = (action, *parameters)
        if action == "leave_for" and str(parameters[0]).startswith("pane"):
            return True
        if self.is_writing:
            return asked in _WHILE_WRITING
        if action == "leave_field":
            return False
        if is_text(self.focused):
            return asked in _WHILE_FILTERING
        if action != "act" or parameters[0] in self.tab.others:
            return True
        return parameters[0] in self.tab.verbs and not self._is_at_none

    def read(self, prefer: str | None = None) -> None:
        """Read everything, and put the cursor on `prefer`, or leave it where it is."""
        with self.reporting():
            self.listing.read(prefer)

    def leave(self, go: Way | None = None) -> None:
        """Close the shelf, and go where it leads. What is typed is saved first.

        Whoever comes back finds the whole of each list: a filter of last time hides what is there.
        """
        if self.flush():
            self.listing.keep()
            for tab in self._tabs.values():
                tab.said = ""
            self.dismiss(go)

    def action_leave_for(self, action: str) -> None:
        """Close the shelf, and do this on the screen below it. What is typed ahead is for that."""
        below, app = self.app.screen_stack[-2], self.afterview

        async def act() -> None:
            app.is_about_to_act = False
            await below.run_action(action)

        app.is_about_to_act = self.flush()
        self.leave(lambda: below.call_later(act))

    async def action_do(self, name: str, at: str | None = None) -> None:
        """Open the tab of this name, at a line. What is typed in this one is saved first."""
        if not self.flush():
            return
        self.listing.keep()
        self._take(name)
        await self.query_one("#shelf").mount(*self._new_page())
        self._show_tab(at)
        self.refresh_bindings()

    async def action_turn(self, by: int) -> None:
        """Open the next tab, or the one before; behind the last is the first."""
        names = [*self._tabs]
        await self.action_do(names[(names.index(self.name_open) + by) % len(names)])

    async def action_act(self, verb: str) -> None:
        """Do what a verb does in this tab, with the thing under the cursor."""
        done = None
        with self.reporting():
            if verb in self.tab.others:
                done = self.tab.others[verb]()
            elif verb in self.tab.verbs and (one := self.listing.current) is not None:
                done = self.tab.verbs[verb](one)
            if isawaitable(done):
                await done

    def action_step(self, way: str) -> None:
        """Take back the last change, or do again what was undone last."""
        if self.stepped(way) is not None:
            self.read()

    def action_find(self) -> None:
        """Go to the filter."""
        self.listing.finder.focus()

    def action_back(self) -> None:
        """Out of the filter, which stays; else back to where the shelf was opened."""
        if self.listing.finder.has_focus:
            self.listing.rows.focus()
        else:
            self.leave()

    def action_save_now(self) -> None:
        """Save, and say so."""
        if self.flush():
            self.afterview.say(f"Saved in {self.store.path}")

    def action_leave_field(self) -> None:
        """Out of the text, back to the list. What was typed is saved."""
        if self.flush():
            self.reach(Where.SHELF)

    def reach(self, where: Where) -> DOMNode | None:
        """Go from a text to the list, where the keys of the tab work."""
        if where not in (self.WHERE, Where.SHELF):
            return None
        self._share_out(is_writing=False)
        self.set_focus(self.listing.rows)
        return self

    @on(events.Resize)
    @on(events.DescendantFocus)
    def _other_room(self) -> None:
        """What has the focus is in view; where there is less room, a text takes the list's."""
        self._share_out()

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_act("open")

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _moved(self, event: OptionList.OptionHighlighted | Rows.Filled) -> None:
        event.stop()
        self._show_card()

    def _take(self, name: str) -> None:
        """Have a tab with its keys in front."""
        self.name_open, self.tab = name, self._tabs[name]
        self.tab.screen, self.WHERE = self, self.tab.where
        own = [self._merged_bindings] if self._merged_bindings is not None else []
        self._bindings = BindingsMap.merge([BindingsMap(bindings(self.tab.where)), *own])

    def _new_page(self) -> Iterator[Widget]:
        if self.name_open not in self._pages and (page := self.tab.page()) is not None:
            self._pages[self.name_open] = page
            yield page

    def _show_tab(self, at: str | None) -> None:
        self.card.display = self.name_open not in self._pages
        self.set_class(not self.card.display, "-page")
        for name, page in self._pages.items():
            page.display = name == self.name_open
        self.listing.take(self.tab)
        self.read(at or self.tab.beginning())
        self.reach(Where.SHELF)

    def _share_out(self, *, is_writing: bool | None = None) -> None:
        """Where two things fit, a text takes the place of the list while it is written."""
        is_writing = self.is_writing if is_writing is None else is_writing
        self.listing.display = self.size.width >= ROOMY or not is_writing
        for text in self.query(".shelf-text"):
            text.display = self.size.width >= ROOMY or is_writing

    def _show_card(self) -> None:
        if (one := self.listing.current) is None:
            none_left = Part(self.tab.no_match, (f"{key('shelf.find')} changes the filter.",))
            self.card.show([self.tab.nothing() if self.listing.is_empty else none_left])
        elif self.name_open in self._pages:
            self.tab.show(one)
        else:
            self.card.show(self.tab.parts(one))
        self.query_one(ShelfHead).show(self.tab, self.listing.number)
        if self._is_at_none != (one is None):
            self._is_at_none = not self._is_at_none
            self.refresh_bindings()
