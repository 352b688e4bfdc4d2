"""How many tests run side by side."""

from __future__ import annotations

from collections.abc import Generator

import pytest

FEWEST = 4


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One process a core, and at least four: tests of files and terminals mostly wait."""
    cores = yield
    return max(FEWEST, cores)
