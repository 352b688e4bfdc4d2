"""The main screen: four panes over one file."""

from __future__ import annotations

import gc
from inspect import isawaitable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.dom import DOMNode

from afterview_tui.tui.base import BOTH_KEPT
from afterview_tui.tui.desk import Changed, Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import Where, bindings, work_of, works_while_typing
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.pane import is_text
from afterview_tui.tui.main.all_work import Work
from afterview_tui.tui.main.headline import Headline
from afterview_tui.tui.main.pane_names import Strip
from afterview_tui.tui.main.panes import Panes
from afterview_tui.tui.main.welcome import Welcome

if TYPE_CHECKING:
    from afterview_tui.tui.kit.writer import Writer

_NEED_AN_INTERVIEW = frozenset(
    {
        "copy",
        "letter.copy",
        "letter.send",
        "interview.history",
        "interview.join",
        "interview.part",
        "interview.news",
        "interview.terms",
        "interview.prepare",
        "pane",
        "recipient",
        "today",
        "zoom",
    }
)


# How the other screens look, which the first painting does not wait for.
OTHER_SCREENS = Path(__file__).parents[1] / "app.tcss"
# What is bound on the screen goes for all panes; the shelf is opened from any of them.
_OF_ALL_PANES = (Where.MAIN, Where.TYPING, Where.SHELF)


class MainScreen(Place[None]):
    """The list, and the interview under its cursor in the three other panes."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.TYPING), *bindings(Where.MAIN)]
    WHERE = Where.MAIN
    AUTO_FOCUS = ""  # an empty file has nothing to put the focus on

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(self.store, lambda: self.afterview.today, self.afterview.report)
        self.work = Work(self.desk, Front(self, self.desk))
        self.panes = Panes(self.desk, self.work)
        self.desk.watch(self._show)

    def compose(self) -> ComposeResult:
        """The headline, the panes, the keys."""
        yield Headline()
        yield Strip()
        yield Welcome()
        yield self.panes
        yield Footer()

    def on_mount(self) -> None:
        """Read the file, and look once a second whether another window changed it."""
        with self.reporting():
            self.desk.read()
        # The names come first: what a letter needs is what takes the longest.
        self.call_after_refresh(self._complete)
        self.set_interval(1.0, self._look_again)

    async def _complete(self) -> None:
        self.app.stylesheet.read(OTHER_SCREENS)
        await self.panes.complete()
        self.refresh_bindings()
        if not gc.isenabled():  # what is there by now is to stay, and is never looked through
            gc.freeze()
            gc.enable()

    @property
    def takes_keys(self) -> bool:
        """What is typed before all panes are there waits for them."""
        return super().takes_keys and self.panes.is_whole

    def _look_again(self) -> None:
        if self.desk.is_of_yesterday:
            self.afterview.back_up()
        with self.reporting():
            self.desk.read_if_changed()

    def _show(self, what: Changed) -> None:
        if what is Changed.CASE:
            self.panes.following.follow()
            return
        is_empty = self.desk.is_empty
        welcome = self.query_one(Welcome)
        welcome.display = is_empty
        self.panes.display = not is_empty
        if is_empty:
            self.set_focus(welcome)
        elif self.focused is None:
            self.panes.begin()
        self.query_one(Headline).show(self.desk.agenda)
        self.query_one(Footer).look_again()
        self.panes.show()
        self._name_panes()

    @on(Panes.Arranged)
    def _name_panes(self) -> None:
        """Where not all panes show, the strip names them."""
        strip = self.query_one(Strip)
        strip.display = bool(self.panes.display) and not self.panes.shows_all
        strip.show(self.panes.every, self.panes.shown)

    def on_writer_stored(self, message: Writer.Stored) -> None:
        """What is written in a text is on file."""
        with self.reporting():
            self.desk.read_case(message.interview_id)
        if message.saved.both_kept:
            self.afterview.say(BOTH_KEPT)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a text is written, the plain keys are letters."""
        if work_of(action, parameters) in _NEED_AN_INTERVIEW and self.desk.selected is None:
            return False
        if action == "leave_field":
            return self.panes.can_leave or self.afterview.is_sample
        return works_while_typing(action, parameters) or not is_text(self.focused)

    async def action_do(self, name: str) -> None:
        """Do a piece of work by its name. What is typed ahead is for what it opens."""
        self.panes.following.catch_up()
        done = self.work.by_name[name]()
        if isawaitable(done):
            await done

    def action_pane(self, pane: str) -> None:
        """Go to a pane."""
        self.panes.go_to(pane)

    def action_recipient(self, by: int) -> None:
        """Show the letter to another person."""
        self.panes.turn_letter(by)

    def action_leave_field(self) -> None:
        """Out of the text, a search, the zoom, Today; where there is no more, out of the sample."""
        if self.panes.can_leave:
            self.panes.leave()
        else:
            self.afterview.look_around()

    def action_copy(self) -> None:
        """Copy what has the focus."""
        self.panes.following.catch_up()
        self.panes.pane.copy()

    def action_step(self, way: str) -> None:
        """Take back the last change, or do again what was undone last."""
        self.stepped(way, self.desk)

    def action_save_now(self) -> None:
        """Save, and say so."""
        if self.flush():
            self.afterview.say(f"Saved in {self.store.path}")

    @property
    def called(self) -> str:
        """The pane, and the line under the cursor."""
        return self.panes.called

    def reach(self, where: Where) -> DOMNode | None:
        """Go to the pane with these keys, or to its text; for those of all panes, out of a text."""
        return self.panes.reach(where) or (self if where in _OF_ALL_PANES else None)
