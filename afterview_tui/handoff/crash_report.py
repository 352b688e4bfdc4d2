"""What is told of a mistake of the program's own: where it happened, and nothing of what was typed.

The message of an error and the values around it may quote a letter, so neither is in a report.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

_LIBRARIES = ("afterview-tui", "textual", "rich", "sqlite-utils")
_DEEPEST = 200  # frames: a mistake that calls itself would fill the disk


def report_of(error: BaseException | None) -> str:
    """The report of an error: its kind, and the lines of code that led to it."""
    lines = ["A mistake of afterview-tui. Nothing that you typed is in this report.", ""]
    lines += _surroundings()
    seen: set[int] = set()
    said = ""
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines += ["", f"{said}{_kind(error)}", *_frames(error)]
        said = "after " if error.__cause__ is None else "because of "
        error = error.__cause__ or error.__context__
    return "\n".join(lines) + "\n"


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _frames(error: BaseException) -> Iterator[str]:
    # By numbers alone: to look up the lines would read files that may have changed since.
    frames = list(traceback.walk_tb(error.__traceback__))
    for frame, line in frames[-_DEEPEST:]:
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}, line {line}, in {frame.f_code.co_name}"


def _surroundings() -> Iterator[str]:
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
    yield f"Python {platform.python_version()} on {sys.platform}"
