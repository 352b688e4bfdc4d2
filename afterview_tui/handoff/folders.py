"""A folder of text files, written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from afterview_tui.handoff.errors import HandoffFailed
from afterview_tui.handoff.text_files import what_to_do, write_whole


def write_folder(path: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write files, each with its place in the folder; it is there when all of them are.

    In a folder that is there already, files of the same name are written over and others stay.
    Raises HandoffFailed.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))  # 0700 by itself
        try:
            for name, text in files:
                write_whole(made / name, [text])
            _put_in_place(made, path)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise HandoffFailed(what_to_do(path, error)) from error


def _put_in_place(made: Path, path: Path) -> None:
    if not path.exists():
        made.rename(path)
        return
    for one in sorted(made.rglob("*")):
        target = path / one.relative_to(made)
        if one.is_dir():
            target.mkdir(mode=0o700, exist_ok=True)
        else:
            one.replace(target)
