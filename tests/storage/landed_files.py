"""A file of every schema that ever landed, each filled with the sample by the program of its day.

`python -m tests.storage.landed_files` puts the one of this program beside them. Do that before
a new migration is begun; what lies there already is never made again.
"""

from __future__ import annotations

import lzma
import tempfile
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

from afterview_tui.sample.fill import fill
from afterview_tui.storage import opening
from afterview_tui.storage.store import Store

FOLDER = Path(__file__).with_name("landed")
ENDING = ".db.xz"
# Migrations that landed together with the next: no file was ever left at their version.
NEVER_ALONE = {10, 11}
AT = datetime(2026, 11, 24, 9, tzinfo=timezone(timedelta(hours=-5)))
HALF_TYPED = {"employer": "Birch Clinic", "role": "Half typed", "notes": "über die Stelle"}


def names() -> list[str]:
    """Their names, which begin with the version."""
    return sorted(one.name.removesuffix(ENDING) for one in FOLDER.glob(f"*{ENDING}"))


def version(name: str) -> int:
    """The version of the schema that a file of this name has."""
    return int(name.partition("-")[0])


def put(name: str, path: Path) -> None:
    """Put the file of this name at `path`."""
    path.write_bytes(lzma.decompress((FOLDER / f"{name}{ENDING}").read_bytes()))


def make() -> None:
    """Make the one of this program, unless it is there."""
    target = FOLDER / f"{opening.VERSION}{ENDING}"
    if target.exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "afterview.db"
        with closing(Store(path, lambda: AT)) as store:
            fill(store, AT.date())
            store.drafts.keep("interview:new", HALF_TYPED)
        target.write_bytes(lzma.compress(path.read_bytes(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    make()
