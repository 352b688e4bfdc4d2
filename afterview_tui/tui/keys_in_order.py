"""Keys in the order in which they were typed, also when they come in bunches."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from time import monotonic

from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.geometry import Size
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from afterview_tui.tui.clean_input import taken_in
from afterview_tui.tui.kit.base_screen import Place

SMALLEST = Size(20, 3)  # columns and lines that there is a layout for
LONGEST = 5.0  # seconds; whatever takes longer does not hold up the next key
LAST_KEYS = 1.0  # seconds in which what was typed last is waited for, at most
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
        self.is_about_to_act = False  # what was chosen comes before what was typed behind it
        self.is_in_the_way = False  # what was said lies over what comes next
        self._typed: deque[events.Key | events.Paste] = deque()
        self._busy_since: float | None = None
        self._taken = 0

    @property
    def size(self) -> Size:
        """The size of the terminal. Of one that is too small for any layout, a part is seen."""
        return at_least(SMALLEST, super().size)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key or a click asks for, unless it asks a screen that is not all there."""
        asked = self if default_namespace is None else default_namespace
        if not self.screen_stack or not takes_keys(self.screen) or not asked.is_attached:
            return False
        return await super().run_action(action, default_namespace, namespaces)

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait for the one before it."""
        if isinstance(event, events.Resize):
            event.size = event.container_size = event.virtual_size = at_least(SMALLEST, event.size)
        elif isinstance(event, events.InputEvent | events.Paste) and not self.screen_stack:
            return  # the program is ending: nobody is left to take it
        elif isinstance(event, events.MouseDown) and not self._can_be_clicked(event.x, event.y):
            return
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if (taken := taken_in(event)) is None:
            return
        if self.is_in_the_way:
            self.is_in_the_way = False
            clear_said(self)
        self._typed.append(taken)
        if self._busy_since is None or monotonic() - self._busy_since > LONGEST:
            await self._take_next()

    def _can_be_clicked(self, x: int, y: int) -> bool:
        """Whether all of the screen is there, and what is seen at a place is still there."""
        if not takes_keys(self.screen):
            return False
        try:
            return self.get_widget_at(x, y)[0].is_attached
        except NoWidget:
            return True

    async def all_taken_in(self) -> None:
        """Wait for the keys that were typed and are still on their way, a second at most."""
        until = monotonic() + LAST_KEYS
        taken = -1
        while taken != self._taken and monotonic() < until:
            taken = self._taken
            await asyncio.sleep(GLANCE)

    async def _take_next(self) -> None:
        if self._exit or not self.screen_stack:  # nobody is left to take them
            self._typed.clear()
            return
        self._busy_since = monotonic()
        if self.is_about_to_act or not takes_keys(self.screen):
            await asyncio.sleep(0)  # others go on with it meanwhile
            self.call_later(self._done)
            return
        node = self.focused or self.screen
        is_text = _is_text_for(node, self._typed[0])
        await self._hand_over()
        # Letters for one text belong together: nobody else looks at them.
        while is_text and self._typed and _is_text_for(node, self._typed[0]):
            await self._hand_over()
        # What a command has its widget tell goes the same way once more: a line that was chosen.
        self._queue_behind(node, node if not is_text else None)

    async def _hand_over(self) -> None:
        self._taken += 1
        await super().on_event(self._typed.popleft())

    def _queue_behind(self, node: MessagePump | None, again: MessagePump | None) -> None:
        """Go the way of the key, from the focused widget up to the app, one step after it."""
        while node is not None and node is not self:
            parent = node._parent
            if node.call_later(self._queue_behind, parent, again):
                return
            node = parent
        if again is not None:
            self.call_later(self._queue_behind, again, None)
            return
        # Bindings are looked up here, and the focus that they move comes one step after that.
        self.call_later(self.call_later, self._done)

    async def _done(self) -> None:
        self._busy_since = None
        if self._typed:
            await self._take_next()


def clear_said(app: App[None]) -> None:
    """Take away what was said in passing. A warning stays for its time."""
    for one in [*app._notifications]:
        if one.severity == "information":
            app._unnotify(one)


def takes_keys(screen: Screen[object]) -> bool:
    """Whether all that is on a screen is there."""
    return (
        screen.takes_keys if isinstance(screen, Place) else screen.is_mounted and screen.is_attached
    )


def at_least(smallest: Size, size: Size) -> Size:
    """The size, or the smallest where it is smaller."""
    return Size(max(smallest.width, size.width), max(smallest.height, size.height))


def _is_text_for(node: Widget, event: events.Key | events.Paste) -> bool:
    """Whether a key is a letter for this text, rather than a command."""
    return isinstance(event, events.Key) and node.check_consume_key(event.key, event.character)
