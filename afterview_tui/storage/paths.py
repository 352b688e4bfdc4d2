"""What lies beside the file: its backups; and who may read it."""

from __future__ import annotations

import glob
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

OTHERS = 0o077  # what the group and everybody else may do


def label(path: Path) -> str:
    """What the file is called there; two files of one folder never share it."""
    return path.stem if path.suffix == ".db" else path.name


def backups_of(path: Path) -> Path:
    """The folder of the backups of the file at `path`."""
    return path.with_name(f"{label(path)}-backups")


def made_private(path: Path) -> bool:
    """Take from everybody else on this machine what they may do with the file at `path`.

    False when they could do nothing, or when the file is not ours to say.
    """
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & OTHERS:
            path.chmod(S_IMODE(mode) & ~OTHERS)
            return True
    return False


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
