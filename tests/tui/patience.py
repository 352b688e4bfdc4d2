"""How long a test waits for what does not come, also on a machine that is busy elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

# The kernel's account of this thread, where there is one: what it ran, and what it stood in line.
ACCOUNT = Path("/proc/thread-self/schedstat")
BEFORE_THE_END = 0.5  # seconds


def starved() -> float:
    """For how many seconds the test had work, but stood in the queue for a processor."""
    return int(ACCOUNT.read_text().split()[1]) / 1e9 if ACCOUNT.exists() else 0.0


@asynccontextmanager
async def within(seconds: float) -> AsyncIterator[None]:
    """A block that may take so long, without the time in which it stood in the queue.

    Raises TimeoutError.
    """
    loop, counted = asyncio.get_running_loop(), starved()
    looks: list[asyncio.TimerHandle] = []
    async with asyncio.timeout(seconds) as limit:

        def look() -> None:
            nonlocal counted
            now, end = starved(), limit.when()
            if end is not None and now > counted:
                end, counted = end + now - counted, now
                limit.reschedule(end)
                if end - BEFORE_THE_END > loop.time():
                    looks.append(loop.call_at(end - BEFORE_THE_END, look))

        looks.append(loop.call_later(max(0.0, seconds - BEFORE_THE_END), look))
        try:
            yield
        finally:
            looks[-1].cancel()
