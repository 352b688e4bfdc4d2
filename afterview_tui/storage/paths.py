"""What lies beside the file: its backups."""

from __future__ import annotations

import glob
from pathlib import Path


def label(path: Path) -> str:
    """What the file is called there; two files of one folder never share it."""
    return path.stem if path.suffix == ".db" else path.name


def backups_of(path: Path) -> Path:
    """The folder of the backups of the file at `path`."""
    return path.with_name(f"{label(path)}-backups")


def every_backup(path: Path, ending: str = "*.db") -> list[Path]:
    """The backups of the file at `path`, in no order."""
    return list(backups_of(path).glob(f"{glob.escape(label(path))}-{ending}"))


def newest_backup(path: Path) -> Path | None:
    """The newest backup of the file at `path`, if there is one."""
    return max(every_backup(path), key=lambda one: one.stat().st_mtime, default=None)


def where_the_newest_backup_is(path: Path) -> str:
    """What to do with a damaged file, as a sentence."""
    newest = newest_backup(path)
    if newest is None:
        return "No backup of it was found."
    return f"The newest backup is {newest}; copy it over the file."
