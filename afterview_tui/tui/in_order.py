"""Keys in the order in which they were typed, also when they come in bunches."""

from __future__ import annotations

from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

LONGEST = 1.0  # seconds; whatever takes longer does not hold up the next key


class InOrder(App[None]):
    """Is done with one key before it looks at the next.

    Textual gives a key to the focused widget, and what that leaves comes back
    up behind every key that is there by then. When keys come in bunches, over a
    slow line or while the program is busy, Tab and Enter would so come last,
    and two fields would share what was typed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._busy_since: float | None = None

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait for the one before it."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if self._busy_since is None or monotonic() - self._busy_since > LONGEST:
            await self._take_next()

    async def _take_next(self) -> None:
        self._busy_since = monotonic()
        node = self.focused or self.screen
        await super().on_event(self._typed.popleft())
        self._queue_behind(node)

    def _queue_behind(self, node: MessagePump | None) -> None:
        """Go the way of the key, from the focused widget up to the app, one step after it."""
        while node is not None and node is not self:
            parent = node._parent
            if node.call_later(self._queue_behind, parent):
                return
            node = parent
        self.call_later(self._done)

    async def _done(self) -> None:
        self._busy_since = None
        if self._typed:
            await self._take_next()
