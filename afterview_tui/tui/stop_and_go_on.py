"""Stopped from outside, as with `kill -TSTP`, and let go on: the whole screen, and each key once.

Textual takes the terminal back, but draws only what has changed since. And it takes no notice
of a stop that nobody is asked about (SIGSTOP): on its end it would read the keys a second time.
"""

from __future__ import annotations

import asyncio
import os
import signal
from functools import partial
from types import FrameType

from textual.app import App
from textual.driver import Driver


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
        self._has_let_go = True
        if callable(self._stop):
            self._stop(number, frame)  # does not return before the program goes on

    def _going_on(self, number: int, frame: FrameType | None) -> None:
        if not self._has_let_go and self._driver._auto_restart and _is_in_front():
            self._driver.suspend_application_mode()
        self._has_let_go = False
        if callable(self._go_on):
            self._go_on(number, frame)
        redraw = partial(self._app.refresh, repaint=True, layout=True)
        self._loop.call_soon_threadsafe(self._app.call_later, redraw)


def _is_in_front() -> bool:
    """Whether the terminal is ours to write on."""
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False
