"""Waiting for a pause in typing, but never for long."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer

from afterview_tui.domain.errors import AfterviewError, FileBusy

PAUSE = 0.3  # seconds without a key
AT_LEAST = 0.01  # a timer of no length divides by it when the program is late
RETRY = 2.0  # seconds until what failed is tried again
RETRY_BUSY = 0.5  # seconds until it is, when another program just had the file
AT_MOST = 0.9  # seconds from the first key; with the write itself this is within one


class Debounce:
    """Calls `action` a moment after the last `touch`, and soon after the first in any case."""

    def __init__(self, owner: MessagePump, action: Callable[[], object]) -> None:
        self._owner = owner
        self._action = action
        self._deadline: float | None = None
        self._timer: Timer | None = None
        self._fires_at = 0.0

    @property
    def is_pending(self) -> bool:
        """Whether there was a touch whose action has not been called yet."""
        return self._deadline is not None

    def touch(self) -> None:
        """Something was typed."""
        now = monotonic()
        if self._deadline is None:
            self._deadline = now + AT_MOST
        self._fire_at(min(now + PAUSE, self._deadline))

    def retry(self, error: AfterviewError) -> None:
        """The action failed: call it again in a while."""
        self._deadline = monotonic() + (RETRY_BUSY if isinstance(error, FileBusy) else RETRY)
        self._fire_at(self._deadline)

    def settle(self) -> None:
        """What was pending is dealt with."""
        self._deadline = None
        self._stop()

    def _fire_at(self, moment: float) -> None:
        # At the deadline the timer stands: keys that keep coming must not put it off.
        if self._timer is not None and self._fires_at == moment:
            return
        self._stop()
        self._fires_at = moment
        wait = max(AT_LEAST, moment - monotonic())
        self._timer = self._owner.set_timer(wait, self._fire)

    def _fire(self) -> None:
        self._timer = None
        self._action()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
