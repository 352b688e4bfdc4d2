"""The limit of a wait counts only the time in which the test had a processor."""

from __future__ import annotations

import asyncio

import pytest

from tests.tui import patience
from tests.tui.patience import within


async def test_what_never_comes_is_given_up() -> None:
    with pytest.raises(TimeoutError):
        async with within(0.01):
            await asyncio.Event().wait()


async def test_time_in_the_queue_for_a_processor_does_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    queued = iter([10.0, 10_010.0])
    monkeypatch.setattr(patience, "starved", lambda: next(queued, 10_010.0))
    async with within(0.01):
        await asyncio.sleep(0.05)
