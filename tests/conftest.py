"""How many tests run side by side, and how often Python looks for what can go."""

from __future__ import annotations

import gc
from collections.abc import Generator

import pytest

from afterview_tui.__main__ import MADE_BETWEEN_COLLECTIONS

FEWEST = 4


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One process a core, and at least four: tests of files and terminals mostly wait."""
    cores = yield
    return max(FEWEST, cores)


@pytest.fixture(scope="session", autouse=True)
def _few_collections() -> None:
    """As in the program; and what is imported, and the tests themselves, stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN_COLLECTIONS, 20, 50)
