"""Folders in memory, for files that are about what stands in them and not about the disk.

Each change of a file waits for the disk to have it, which is most of the time of a test by the
clock. A module that is about the disk says `pytestmark = pytest.mark.disk`.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # where Linux has it; elsewhere the disk does


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """An empty folder, in memory where that is possible and nothing depends on the disk."""
    if request.node.get_closest_marker("disk") or not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    folder = tempfile.mkdtemp(prefix="afterview-test-", dir=MEMORY)
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
