"""What stands beside a list follows its cursor: at once, or where it runs, once it stands still."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump

from afterview_tui.tui.kit.debounce import Debounce

BURST = 0.3  # seconds between two lines, and the cursor is on its way to another one


class Following:
    """Calls `show` for the line that is chosen, but not for each that the cursor runs over.

    Whoever acts on what is shown calls `catch_up` first.
    """

    def __init__(self, owner: MessagePump, show: Callable[[], object]) -> None:
        self._show = show
        self._later = Debounce(owner, self._show_now)
        self._followed_at = -BURST
        self._is_running = False
        self._pressed = ""

    @property
    def is_pending(self) -> bool:
        """Whether another line is chosen than is shown."""
        return self._later.is_pending

    def run(self, choose: Callable[[], object]) -> None:
        """Choose another line, as the cursor is there."""
        self._is_running = True
        try:
            choose()
        finally:
            self._is_running = False

    def follow(self) -> None:
        """Another line is chosen."""
        before, self._followed_at = self._followed_at, monotonic()
        if self._is_running and self._followed_at - before < BURST:
            self._later.touch()
        else:
            self._show_now()

    def pressed(self, key: str) -> None:
        """A key: whoever does something else than to go on does it to what is chosen."""
        if key != self._pressed:
            self.catch_up()
        self._pressed = key

    def catch_up(self) -> None:
        """Show what is chosen by now."""
        if self.is_pending:
            self._show_now()

    def settle(self) -> None:
        """It is shown."""
        self._later.settle()

    def _show_now(self) -> None:
        self.settle()
        self._show()
