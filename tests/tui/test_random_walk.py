"""Whatever comes from the terminal, the program lives and keeps the words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.random_walk import Walk

# Ten long walks find what three thousand events in all only find now and then.
SEEDS, EVENTS = (range(10), 10_000) if os.environ.get("AFTERVIEW_LONG") else (range(4), 750)
FIRST = int(os.environ.get("AFTERVIEW_SEED", "1"))


@pytest.mark.parametrize("seed", [FIRST + number for number in SEEDS])
async def test_random_events_end_nothing_and_lose_nothing(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_DOWNLOAD_DIR"):  # what is saved from the palette goes there
        monkeypatch.setenv(name, str(tmp_path))
    walk = Walk(seed, tmp_path / "afterview.db")
    await walk.go(EVENTS)
    assert walk.painted > EVENTS / 10
    assert walk.looked > EVENTS / 500
