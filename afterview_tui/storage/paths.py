"""What lies beside the file: its backups; and who may read it."""

from __future__ import annotations

import glob
import shlex
import time
from pathlib import Path

_A_DAY = 24 * 60 * 60
# What was kept because something else took its place: it may be what was wrong.
SET_ASIDE = ("-replaced", "-before-mending")


def label(path: Path) -> str:
    """What the file is called in the names of its backups."""
    return path.stem if path.suffix == ".db" else path.name


def backups_of(path: Path) -> Path:
    """The folder of the backups of the file at `path`. No two files of one folder share it."""
    return path.with_name(f"{label(path)}{'-' if path.suffix == '.db' else '.'}backups")


def every_backup(path: Path, ending: str = "*.db") -> list[Path]:
    """The backups of the file at `path`, in no order."""
    return list(backups_of(path).glob(f"{glob.escape(label(path))}-{ending}"))


def newest_backup(path: Path) -> Path | None:
    """The newest backup of the file at `path`, if there is one.

    One that was made while the clock ran ahead would be the newest for years.
    """
    soon = time.time() + _A_DAY
    made = [one for one in every_backup(path) if not one.stem.endswith(SET_ASIDE)]
    return max(made, key=lambda one: _order(one, soon), default=None)


def _order(one: Path, soon: float) -> tuple[bool, float]:
    made_at = one.stat().st_mtime
    return made_at <= soon, made_at


def how_to(command: str, path: Path) -> str:
    """What to type in a terminal so that a command is about the file at `path`."""
    return f"`afterview-tui --db {shlex.quote(str(path))} {command}`"


def where_the_newest_backup_is(path: Path) -> str:
    """What to do with a damaged file, as a sentence."""
    newest = newest_backup(path)
    if newest is None:
        return f"No backup of it was found. {how_to('check --mend', path)} saves what can be read."
    return f"The newest backup is {newest}; {how_to('restore', path)} puts one back."
