"""Which windows are open. Each has a name, by which the others see whether it still is."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

_numbers = count(1)
_open_here: set[str] = set()


def opened() -> str:
    """The name of a window that opens a file now: machine, process, when it began, a number."""
    process = os.getpid()
    name = f"{os.uname().nodename}:{process}:{_began(process)}:{next(_numbers)}"
    _open_here.add(name)
    return name


def closed(name: str) -> None:
    """Forget a window of this process."""
    _open_here.discard(name)


def is_open(name: str) -> bool:
    """Whether a window is open still. Of another machine nobody knows: then it is not."""
    try:
        machine, process, began, _ = name.rsplit(":", 3)
        number = int(process)
    except ValueError:
        return False
    if machine != os.uname().nodename:
        return False
    if number == os.getpid():
        return name in _open_here
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        pass
    return _began(number) == began


def _began(process: int) -> str:
    """When a process began, so that one that got its number later is known apart.

    Empty where the system does not tell, and "ended" of one that nobody has asked yet how it went.
    """
    try:
        told = Path(f"/proc/{process}/stat").read_text(errors="replace").rpartition(")")[2].split()
        return "ended" if told[0] == "Z" else told[19]
    except (OSError, IndexError):
        return ""
