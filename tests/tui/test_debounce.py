"""Waiting for a pause in typing, but never for long."""

from __future__ import annotations

import pytest
from textual.message_pump import MessagePump

from afterview_tui.domain.errors import FileBusy, NotSaved
from afterview_tui.tui.kit import debounce
from afterview_tui.tui.kit.debounce import Debounce


class Owner:
    """Notes how long the timers are that are asked for."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def set_timer(self, seconds: float, action: object) -> Owner:
        self.waits.append(seconds)
        return self

    def stop(self) -> None:
        """A timer that is no longer wanted."""


def test_keys_that_keep_coming_do_not_put_the_save_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine each key put the timer off again, and nothing was saved."""
    owner, now = Owner(), 100.0
    monkeypatch.setattr(debounce, "monotonic", lambda: now)
    pending: MessagePump = owner  # type: ignore[assignment]
    typing = Debounce(pending, lambda: None)
    for _ in range(8):
        typing.touch()
        now += 0.25
    assert owner.waits == pytest.approx([0.3, 0.3, 0.3, 0.15])


def test_a_timer_is_never_of_no_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine ended the program: a timer of no length divided by zero."""
    owner, now = Owner(), 100.0
    monkeypatch.setattr(debounce, "monotonic", lambda: now)
    pending: MessagePump = owner  # type: ignore[assignment]
    typing = Debounce(pending, lambda: None)
    typing.touch()
    now += 5.0
    typing.touch()
    assert owner.waits[-1] > 0


def test_a_save_that_failed_is_tried_again_and_typing_does_not_try_it_at_every_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    owner, now = Owner(), 100.0
    monkeypatch.setattr(debounce, "monotonic", lambda: now)
    pending: MessagePump = owner  # type: ignore[assignment]
    typing = Debounce(pending, lambda: None)
    typing.touch()
    typing.retry(FileBusy("Another program is busy."))
    assert owner.waits[-1] == pytest.approx(debounce.RETRY_BUSY)
    typing.retry(NotSaved("The disk is full."))
    assert owner.waits[-1] == pytest.approx(debounce.RETRY)
    typing.touch()
    assert owner.waits[-1] == pytest.approx(debounce.PAUSE)
    assert typing.is_pending
    typing.settle()
    assert not typing.is_pending
