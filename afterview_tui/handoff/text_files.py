"""Plain text files for the user to open, attach or print."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from afterview_tui.domain.letter import Letter, LetterForm
from afterview_tui.domain.text import clean, clean_line, fold
from afterview_tui.handoff.errors import HandoffFailed

_NAME_LENGTH = 60
_FALLBACK = "letter"


def letters_folder(path: Path) -> Path:
    """Where the text files go that are made of the records in the file at `path`."""
    return path.with_name(f"{path.stem}-letters")


def write_text(folder: Path, stem: str, text: str) -> Path:
    """Write the text to the folder under a readable name, in place of its older text."""
    path = file_for(folder, stem)
    write_file(path, text)
    return path


def head_of(letter: Letter) -> str:
    """What stands above the text of a letter in its file: the subject of an e-mail."""
    subject = clean_line(letter.subject) if letter.form is LetterForm.EMAIL else ""
    return f"Subject: {subject}\n\n" if subject else ""


def file_for(folder: Path, stem: str) -> Path:
    """Name the file for a stem, such as `thank-you-dr-maria-chen.txt`. Writes nothing."""
    return folder / f"{_slug(stem)}.txt"


def _slug(stem: str) -> str:
    """Make a file name of ASCII letters, digits and hyphens that is safe on any system.

    A stem that loses letters gets a short mark of its own, or two people whose
    names are written in Chinese would share one file.
    """
    folded = fold(stem)
    slug = re.sub("[^a-z0-9]+", "-", folded).strip("-")
    lost = any(c.isalnum() and not c.isascii() for c in folded) or len(slug) > _NAME_LENGTH
    if not lost:
        return slug or _FALLBACK
    import hashlib

    # Not for secrecy: it only has to differ, and stay the same from day to day.
    mark = hashlib.sha256(folded.encode(errors="replace")).hexdigest()[:8]
    readable = slug[: _NAME_LENGTH - len(mark) - 1].strip("-") or _FALLBACK
    return f"{readable}-{mark}"


def write_file(path: Path, text: str) -> None:
    """Write the text whole or not at all, readable by its owner alone."""
    write_whole(path, [clean(text)])


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write pieces of text one after the other, whole or not at all, for its owner alone.

    They are written as they are. Raises HandoffFailed.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, pieces)
    except OSError as error:
        raise HandoffFailed(what_to_do(path, error)) from error


def _replace(path: Path, pieces: Iterable[str]) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def what_to_do(path: Path, error: OSError) -> str:
    """Why something was not written to a place, and what helps."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"The disk is full, so {path} was not written. Free some space and try again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                f"You may not write to {path.parent}. Make the folder writable or choose another."
            )
        case _:
            reason = error.strerror or "it did not say why"
            return f"{path} was not written: {reason}. Check that {path.parent} is a folder."
