"""What the program is started in: its streams, the time zone, the settings of the terminal.

What is wrong there is said before a file is touched, in a sentence that says what to set.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TextIO

from afterview_tui.domain.errors import AfterviewError

# The names that Rich knows; another one ends Textual while it starts.
_COLOURS = ("auto", "standard", "256", "truecolor", "windows")
# How POSIX writes a zone without a name: `EST5EDT`, `<+03>-3`, `CET-1CEST,M3.5.0,M10.5.0/3`.
_ABBREVIATION = "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
_OFFSET = r"[+-]?\d{1,2}(?::\d{2}){0,2}"
_RULE = re.compile(f"{_ABBREVIATION}{_OFFSET}(?:{_ABBREVIATION}(?:{_OFFSET})?(?:,[\\w.,/:+-]+)?)?")
_EXAMPLE = "Set it to a zone, such as Europe/Paris, or unset it."


class Unsuitable(AfterviewError):
    """The program cannot run here; the message says what to change."""

    title = "It cannot run here"


def now() -> datetime:
    """The time, with the zone of this machine."""
    return datetime.now().astimezone()


def check_terminal(environ: Mapping[str, str] = os.environ) -> None:
    """Raise Unsuitable unless there is a terminal, and what is set for it can be used."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise Unsuitable("The full-screen app needs a terminal. Run it in one, without a pipe.")
    named = environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if named not in _COLOURS:
        every = ", ".join(_COLOURS[:-1])
        raise Unsuitable(
            f"TEXTUAL_COLOR_SYSTEM is {named}, which names no colours. Set it to one of {every},"
            " or unset it."
        )


def check_output() -> None:
    """Raise Unsuitable when nothing could be said, for there is no standard output."""
    if sys.stdout is None:
        raise Unsuitable("Standard output is closed. Start it without >&-.")


def check_zone(clock: Callable[[], datetime], environ: Mapping[str, str] = os.environ) -> None:
    """Raise Unsuitable when TZ is no zone.

    The system takes a zone that it does not know for UTC, in silence, and every
    day would begin at another hour.
    """
    named = _named(environ)
    if named and not (_is_known(named) or _RULE.fullmatch(named)):
        raise Unsuitable(f"TZ is {named}, which is no time zone of this machine. {_EXAMPLE}")
    try:
        clock()
    except (ValueError, OverflowError) as error:
        raise Unsuitable(f"TZ is {named}, by which no clock goes. {_EXAMPLE}") from error


def local_zone(clock: Callable[[], datetime], environ: Mapping[str, str] = os.environ) -> str:
    """The name of the zone of this machine; "" when it has none. Raises Unsuitable."""
    check_zone(clock, environ)
    named = _named(environ)
    if named and not _is_known(named):
        return ""  # a rule has no name, and another zone's would be wrong
    from tzlocal import get_localzone_name

    try:
        return get_localzone_name() or ""
    except (LookupError, ValueError, OSError):  # the files of the system contradict each other
        return ""


def _named(environ: Mapping[str, str]) -> str:
    return environ.get("TZ", "").removeprefix(":")


def _is_known(zone: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        if Path(zone).is_absolute():
            with Path(zone).open("rb") as file:
                return file.read(4) == b"TZif"
        ZoneInfo(zone)
    except (LookupError, ValueError, OSError):
        return False
    return True


def _is_terminal(stream: TextIO | None) -> bool:
    # Python has none where the shell closed it.
    return stream is not None and stream.isatty()
