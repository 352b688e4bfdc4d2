"""Who may read the file and what lies beside it, and what a run that was ended left there."""

from __future__ import annotations

import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from afterview_tui.storage.paths import backups_of, every_backup

OTHERS = stat.S_IRWXG | stat.S_IRWXO
_A_DAY = 24 * 60 * 60


def too_open(path: Path) -> list[str]:
    """What others on this machine may read, as sentences without their full stop."""
    return [f"others on this machine may read {one}" for one in _open_to_others(path)]


def closed(path: Path) -> list[str]:
    """Let nobody else read it; what was done."""
    done = []
    for one in list(_open_to_others(path)):
        with suppress(OSError):
            one.chmod(one.stat().st_mode & ~OTHERS)
            done.append(f"nobody else may read {one}")
    return done


def left_over(path: Path) -> list[str]:
    """Half-made files of a run that was killed, as sentences without their full stop."""
    return [f"{one} was left half made" for one in _half_made(path)]


def cleared(path: Path) -> list[str]:
    """Remove what was left half made; what was done."""
    done = []
    for one in list(_half_made(path)):
        with suppress(OSError):
            one.unlink()
            done.append(f"{one} was left half made, and is gone")
    return done


def _open_to_others(path: Path) -> Iterator[Path]:
    folder = backups_of(path)
    for one in (path, folder, *every_backup(path, "*")):
        with suppress(OSError):
            if one.stat().st_mode & OTHERS:
                yield one


def _half_made(path: Path) -> Iterator[Path]:
    """What only a run that is over can have left: another may be making one right now."""
    made_anew = [one for one in path.parent.iterdir() if one.name.startswith(f".{path.name}-")]
    for one in (*made_anew, *every_backup(path, "*.part")):
        with suppress(OSError):
            if one.is_file() and one.stat().st_mtime < time.time() - _A_DAY:
                yield one
