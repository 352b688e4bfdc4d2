"""A file of its own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driving import Clock, furnish


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Where a file will be."""
    return tmp_path / "afterview.db"


@pytest.fixture
def path(empty: Path) -> Path:
    """A file with two interviews."""
    furnish(empty)
    return empty
