"""Waiting for a pause in typing, but never for long."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer

PAUSE = 0.3  # seconds without a key
AT_LEAST = 0.01  # a timer of no length divides by it when the program is late
AT_MOST = 0.9  # seconds from the first key; with the write itself this is within one


class Debounce:
    """Calls `action` a moment after the last `touch`, and soon after the first in any case."""

    def __init__(self, owner: MessagePump, action: Callable[[], object]) -> None:
        self._owner = owner
        self._action = action
        self._since: float | None = None
        self._timer: Timer | None = None

    @property
    def is_pending(self) -> bool:
        """Whether there was a touch whose action has not been called yet."""
        return self._since is not None

    def touch(self) -> None:
        """Something was typed."""
        now = monotonic()
        if self._since is None:
            self._since = now
        self._wait(min(PAUSE, max(AT_LEAST, self._since + AT_MOST - now)))

    def retry(self, after: float) -> None:
        """The action failed: call it again after so many seconds."""
        self._wait(after)

    def settle(self) -> None:
        """What was pending is dealt with."""
        self._since = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _wait(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._owner.set_timer(seconds, self._action)
