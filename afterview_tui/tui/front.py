"""What the work in the panes needs of the main screen: it tells, asks and goes to a pane."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from textual.screen import Screen, ScreenResultCallbackType, ScreenResultType
from textual.widget import AwaitMount, Widget
from textual.worker import Worker

from afterview_tui.domain.agenda import Case
from afterview_tui.tui.base import Afterview, afterview, reporting
from afterview_tui.tui.desk import Desk

Answer = TypeVar("Answer")
Beside = Callable[[], Coroutine[None, None, None]]


class Stage(Protocol):
    """The panes, as the work in them knows them."""

    @property
    def current(self) -> str:
        """The pane that has the focus, or had it last."""

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane."""

    def by_day(self) -> None:
        """Show every open task by its day; the other way back to the list."""

    def zoom(self) -> None:
        """Give the current pane the whole screen, or back."""


class Front:
    """Between the desk and whoever sits at it. Whatever goes wrong here is said there."""

    stage: Stage  # puts itself here once there is one

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        self.screen = screen
        self._desk = desk

    @property
    def app(self) -> Afterview:
        """The app."""
        return afterview(self.screen)

    @property
    def focused(self) -> Widget | None:
        """What has the focus."""
        return self.screen.focused

    @property
    def is_in_front(self) -> bool:
        """Whether no dialog lies over the panes."""
        return self.screen.app.screen is self.screen

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane."""
        self.stage.go_to(pane)

    def say(self, words: str, *, seconds: float = 4) -> None:
        """Say something that needs no answer."""
        self.app.say(words, seconds=seconds)

    def reporting(self) -> AbstractContextManager[None]:
        """Say what went wrong inside, instead of ending the program."""
        return reporting(self.app)

    def write(self, do: Callable[[Case], object], said: str = "") -> None:
        """Change the file for the interview shown, show the result, say what was done."""
        with self.reporting():
            self._desk.write(do)
            if said:
                self.say(said)

    def read_again(self, _: object = None) -> None:
        """Read everything again, after a dialog that may have changed any of it."""
        with self.reporting():
            self._desk.read()

    def reveal(self, interview_id: int) -> None:
        """Show an interview, and have it in the list, whatever hid it there."""
        with self.reporting():
            self._desk.reveal(interview_id)

    def open(
        self,
        screen: Screen[ScreenResultType],
        answered: ScreenResultCallbackType[ScreenResultType] | None = None,
    ) -> AwaitMount:
        """Open a screen or a dialog.

        Await it where keys may follow at once: until then they are the pane's.
        """
        return self.screen.app.push_screen(screen, answered)

    def ask(self, form: Screen[bool], done: Callable[[], None] | None = None) -> AwaitMount:
        """Open a form; when it is finished, read again what it may have changed."""

        def answered(is_done: bool | None) -> None:
            if is_done:
                self.read_again()
                if done is not None:
                    done()

        return self.open(form, answered)

    def choose(
        self,
        dialog: Screen[Answer | None],
        answer: Callable[[Answer], object],
        left: Callable[[], object] | None = None,
    ) -> AwaitMount:
        """Open a dialog about the interview shown; None is no answer, and `left` is told so.

        What is answered is for this interview, whichever is shown by then:
        another window may have removed it meanwhile.
        """
        asked = self._desk.selected

        def answered(said: Answer | None) -> None:
            if said is not None:
                if asked is not None:
                    self._desk.select(asked)
                answer(said)
            elif left is not None:
                left()

        return self.open(dialog, answered)

    def beside(self, work: Beside, group: str, *, exclusive: bool = False) -> Worker[None]:
        """Do what takes long beside the screen, until the program ends."""
        return self.screen.run_worker(work, group=group, exclusive=exclusive)
