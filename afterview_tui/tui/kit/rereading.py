"""What another window writes is seen on a screen that shows what was read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from afterview_tui.domain.errors import FileBusy
from afterview_tui.tui.kit.base_screen import Place

EVERY = 1.0  # seconds


def reread_when_changed(screen: Place[Any], read: Callable[[], object]) -> None:
    """Have `read` called again whenever another window changed the file."""
    file = screen.store.file
    seen = file.stamp()

    def look() -> None:
        nonlocal seen
        with screen.reporting(), suppress(FileBusy):
            if (now := file.stamp()) != seen:
                read()
                seen = now

    screen.set_interval(EVERY, look)
