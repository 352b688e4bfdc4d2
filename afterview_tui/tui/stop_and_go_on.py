"""Stopped from outside, as with `kill -TSTP`, and let go on: the whole screen, and each key once.

Textual takes the terminal back, but draws only what has changed since. And it takes no notice
of a stop that nobody is asked about (SIGSTOP): on its end it would read the keys a second time.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from functools import partial
from types import FrameType

from textual.app import App
from textual.driver import Driver

Handler = Callable[[int, FrameType | None], object] | int | None


def redrawn_after_a_stop(app: App[None], driver: Driver | None) -> None:
    """See to it that the app has its terminal whole whenever it goes on."""
    if driver is None or driver.is_headless or not driver.can_suspend:
        return
    _Stops(app, driver, asyncio.get_running_loop())


class _Stops:
    """What is done on the way into a stop and out of it, around what Textual does."""

    def __init__(self, app: App[None], driver: Driver, loop: asyncio.AbstractEventLoop) -> None:
        self._app, self._driver, self._loop = app, driver, loop
        self._has_let_go = False  # of the terminal, as Textual does before a stop it is told of
        self._stop = signal.getsignal(signal.SIGTSTP)
        self._go_on = signal.getsignal(signal.SIGCONT)
        signal.signal(signal.SIGTSTP, self._stopping)
        signal.signal(signal.SIGCONT, self._going_on)

    def _stopping(self, number: int, frame: FrameType | None) -> None:
        if self._is_lent:
            self._told(self._stop, number)  # there is nothing to put away
        else:
            # A signal comes at any moment, also while a lock is held that letting go of the
            # terminal waits for: the loop does it between two things.
            self._loop.call_soon_threadsafe(self._stop_now, number)

    def _going_on(self, number: int, frame: FrameType | None) -> None:
        if not self._is_lent:
            self._loop.call_soon_threadsafe(self._go_on_now, number)

    def _stop_now(self, number: int) -> None:
        self._has_let_go = True
        self._told(self._stop, number)  # does not return before the program goes on

    def _go_on_now(self, number: int) -> None:
        if not self._has_let_go and _is_in_front():
            self._driver.suspend_application_mode()
        self._has_let_go = False
        self._told(self._go_on, number)
        self._app.call_later(partial(self._app.refresh, repaint=True, layout=True))

    @property
    def _is_lent(self) -> bool:
        """Whether an editor has the terminal: then nobody is there to do things in their turn."""
        return not self._driver._auto_restart

    def _told(self, handler: Handler, number: int) -> None:
        if callable(handler):
            handler(number, None)


def _is_in_front() -> bool:
    """Whether the terminal is ours to write on."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False
