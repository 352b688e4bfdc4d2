"""Copy what is on stdin, read it back, and tell by the exit code how that went.

Run by its path as a program of its own: pyperclip has no time limit and its
tools print to whatever terminal they find, so neither may be at hand. Hence
nothing else of the package is imported here.
"""

from __future__ import annotations

import os
import sys
import time
from enum import IntEnum

# xclip returns before its background half has surely taken the selection.
_READINGS = 3
_PAUSE_SECONDS = 0.1


class Exit(IntEnum):
    """What the exit code means. None is a number that an accident would give."""

    EQUAL = 40
    NO_MECHANISM = 41
    DIFFERS = 42
    FAILED = 43


def same(one: str, other: str) -> bool:
    """Tell whether two texts are equal but for line ends and newlines at the end."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def copy_and_check(text: str) -> Exit:
    """Put the text on the clipboard and see whether the clipboard then holds it."""
    # A Qt clipboard goes with the process that filled it, so reading it back
    # here would be equal and the user would paste nothing.
    sys.modules["qtpy"] = sys.modules["PyQt5"] = None  # type: ignore[assignment]
    # Without it pbcopy reads the bytes in the locale's encoding (man pbcopy).
    if sys.platform == "darwin":
        os.environ["LC_ALL"] = "en_US.UTF-8"
    import pyperclip

    copy, paste = pyperclip.determine_clipboard()
    if not copy:
        return Exit.NO_MECHANISM
    copy(text)
    for reading in range(_READINGS):
        if reading:
            time.sleep(_PAUSE_SECONDS)
        if same(paste(), text):
            return Exit.EQUAL
    return Exit.DIFFERS


def main() -> int:
    """Run the copy; whatever goes wrong, the exit code is all that comes out."""
    try:
        return copy_and_check(sys.stdin.buffer.read().decode())
    except Exception:
        return Exit.FAILED


if __name__ == "__main__":
    sys.exit(main())
