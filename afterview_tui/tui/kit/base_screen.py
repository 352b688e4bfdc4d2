"""What every screen has at hand: the app, the file, and a way to say what went wrong."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, ClassVar, Protocol

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.binding import ActiveBinding, BindingType
from textual.css.query import QueryType
from textual.dom import DOMNode
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets._toast import ToastRack

from afterview_tui.domain.text import clean
from afterview_tui.storage.changes import Undone
from afterview_tui.storage.store import Store
from afterview_tui.tui.base import ASKED, Afterview, afterview, reporting
from afterview_tui.tui.keys import Where, binding, key
from afterview_tui.tui.kit.pane import is_text
from afterview_tui.tui.kit.rows import RIGHT, Rows


class Steps(Protocol):
    """Goes back and on through what was changed. Raises CannotUndo, NotSaved."""

    def undo(self) -> Undone:
        """Take back the newest change."""

    def redo(self) -> Undone:
        """Do again what was undone last."""


class Place(Screen[ScreenResultType]):
    """A screen of the app. What can be done on it is listed over it, at a key.

    It takes keys from when all that is on it is there until it has answered. It
    answers once, and when something lies over it, after that is gone.
    """

    WHERE: Where | None = None
    BINDINGS: ClassVar[list[BindingType]] = [binding("help")]
    # The widgets show where the focus is: Textual would paint the whole screen anew with it.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    _given: tuple[ScreenResultType | None] | None = None
    _is_closing = False

    @property
    def takes_keys(self) -> bool:
        """Whether all that is on it is there, and it has not answered yet."""
        return self.is_mounted and self.is_attached and self._given is None

    @property
    def called(self) -> str:
        """What this is, for the list of what can be done here."""
        return self.WHERE or ""

    def reach(self, where: Where) -> DOMNode | None:
        """Go to where these keys work, and answer the widget that has them, if there is one.

        From a text, whose keys are letters, that is the list beside it.
        """
        if where is not self.WHERE:
            return None
        if (rows := next(iter(self.query(Rows)), None)) is not None:
            self.set_focus(rows)
        return self

    def _move_focus(
        self, direction: int = 0, selector: str | type[QueryType] = "*"
    ) -> Widget | None:
        # Only Escape leaves a text: what is typed after Tab must not become a command.
        if direction and is_text(self.focused):
            return self.focused
        return super()._move_focus(direction, selector)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that do something now, as the footer shows them."""
        return super().active_bindings if self.takes_keys else {}

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Answer and close. The first answer counts."""
        if self._given is None:
            self._given = (result,)
        if self._is_closing or not self.is_active:
            return AwaitComplete()
        self._is_closing = True
        return super().dismiss(self._given[0])

    @on(events.Click)
    async def _clicked(self, event: events.Click) -> None:
        """The right button opens the list of what can be done where it was clicked."""
        if event.button == RIGHT:
            event.stop()
            await self.run_action("app.menu")

    def _screen_resized(self, size: Size) -> None:
        # By the time Textual tells a screen of its first size it is laid out for that, and so are
        # those behind it: as often as a dialog opens, all would be laid out anew for nothing.
        if size != self._compositor.size:
            super()._screen_resized(size)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Close now, where something lay over it that had to go first."""
        # Everything has found its styles as it was put there, a moment ago.
        event.refresh_styles = False
        if not self.stack_updates:
            for rack in self.query(ToastRack):  # else all is laid out anew once it finds no notice
                rack.display = False
        if self._given is not None:
            self.dismiss()

    @property
    def afterview(self) -> Afterview:
        """The app, as what it is."""
        return afterview(self)

    @property
    def store(self) -> Store:
        """The file."""
        return self.afterview.store

    def flush(self) -> bool:
        """Save everything that is typed here and not on disk yet. False when that failed."""
        from afterview_tui.tui.kit.writer import Writer

        saved = [writer.flush() for writer in self.query(Writer)]
        return all(saved)

    def not_on_disk(self) -> list[str]:
        """What is typed and could not be saved."""
        from afterview_tui.tui.kit.writer import Writer

        return [writer.text for writer in self.query(Writer) if writer.is_dirty]

    def stepped(self, way: str, steps: Steps | None = None) -> Undone | None:
        """Take back the last change, or do again what was undone last, and say which it was.

        None when there was nothing to do, or when it was only said what would be done. What is
        typed is saved first.
        """
        steps = steps or self.store.file
        with self.reporting():
            if self.afterview.flush():
                if way == "back" and _asks_first(self):
                    return None
                done = steps.undo() if way == "back" else steps.redo()
                verb = "Undone" if way == "back" else "Done again"
                where = ", of another window" if done.is_elsewhere else ""
                self.afterview.say(f"{verb}{where}: {done.sentence}")
                return done
        return None

    def reporting(self) -> AbstractContextManager[None]:
        """Say what went wrong inside, instead of ending the program."""
        return reporting(self.afterview)


def _asks_first(screen: Place[Any]) -> bool:
    """Say what undo would do before it does it, where it would be a surprise.

    That is when nothing was done, only asked, or when a whole interview would go; not when that
    stands on the screen already.
    """
    file, undo = screen.store.file, key("undo")
    said = [one.message for one in screen.app._notifications]
    next_, goes = file.undoable(), file.changes.takes_away()
    if any(one.endswith(ASKED) for one in said):
        words = f"Nothing was changed. {undo} again undoes: {next_}" if next_ else ""
    elif goes and goes == next_:
        words = f"{undo} again takes the whole interview away: {goes}"
    else:
        return False
    if not words or any(one.startswith(clean(words)) for one in said):
        return False
    screen.afterview.say(words, seconds=8)
    return True
