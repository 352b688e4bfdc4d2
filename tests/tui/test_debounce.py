"""Waiting for a pause in typing, but never for long."""

from __future__ import annotations

import pytest
from textual.message_pump import MessagePump

from afterview_tui.tui.widgets import debounce
from afterview_tui.tui.widgets.debounce import Debounce


class Owner:
    """Notes how long the timers are that are asked for."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def set_timer(self, seconds: float, action: object) -> Owner:
        self.waits.append(seconds)
        return self

    def stop(self) -> None:
        """A timer that is no longer wanted."""


def test_typing_without_a_pause_waits_ever_less_and_never_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A slow machine ended the program: a timer of no length divided by zero."""
    owner, now = Owner(), 100.0
    monkeypatch.setattr(debounce, "monotonic", lambda: now)
    pending: MessagePump = owner  # type: ignore[assignment]
    typing = Debounce(pending, lambda: None)
    for _ in range(6):
        typing.touch()
        now += 0.25
    assert owner.waits[0] == debounce.PAUSE
    assert owner.waits == sorted(owner.waits, reverse=True)
    assert 0 < owner.waits[-1] <= 0.1
