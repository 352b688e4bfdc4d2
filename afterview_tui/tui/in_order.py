"""Keys in the order in which they were typed, also when they come in bunches."""

from __future__ import annotations

import asyncio
from collections import deque
from time import monotonic

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget

from afterview_tui.tui.incoming import taken_in

LONGEST = 1.0  # seconds; whatever takes longer does not hold up the next key
GLANCE = 0.1  # seconds in which a key that was typed has surely come in


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
        self._taken = 0

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait for the one before it."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if (taken := taken_in(event)) is None:
            return
        self._typed.append(taken)
        if self._busy_since is None or monotonic() - self._busy_since > LONGEST:
            await self._take_next()

    async def all_taken_in(self) -> None:
        """Wait for the keys that were typed and are still on their way, a second at most."""
        until = monotonic() + LONGEST
        taken = -1
        while taken != self._taken and monotonic() < until:
            taken = self._taken
            await asyncio.sleep(GLANCE)

    async def _take_next(self) -> None:
        if not self.screen_stack:  # the program is ending: nobody is left to take them
            self._typed.clear()
            return
        self._busy_since = monotonic()
        node = self.focused or self.screen
        is_text = _is_text_for(node, self._typed[0])
        await self._hand_over()
        # Letters for one text belong together: nobody else looks at them.
        while is_text and self._typed and _is_text_for(node, self._typed[0]):
            await self._hand_over()
        self._queue_behind(node)

    async def _hand_over(self) -> None:
        self._taken += 1
        await super().on_event(self._typed.popleft())

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


def _is_text_for(node: Widget, event: events.Key | events.Paste) -> bool:
    """Whether a key is a letter for this text, rather than a command."""
    return isinstance(event, events.Key) and node.check_consume_key(event.key, event.character)
