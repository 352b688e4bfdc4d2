"""A file of its own for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory import tmp_path as tmp_path
from tests.tui.driving import Clock, furnish
from tests.tui.headless import rules_read_once


@pytest.fixture(scope="session", autouse=True)
def _rules_read_once() -> Iterator[None]:
    with rules_read_once():
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Where a file will be."""
    return tmp_path / "afterview.db"


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with two interviews, made once."""
    path = tmp_path_factory.mktemp("furnished") / "afterview.db"
    furnish(path)
    return path.read_bytes()


@pytest.fixture
def path(empty: Path, furnished: bytes) -> Path:
    """A file with two interviews."""
    empty.touch(0o600)
    empty.write_bytes(furnished)
    return empty
