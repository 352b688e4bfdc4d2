"""Open a page or a mail outside of the terminal, and say truly whether that worked."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from afterview_tui.handoff import browser_child, process
from afterview_tui.handoff.browser_child import Exit

# The child answers in time by itself; this is for a machine on which it hardly starts.
_START_SECONDS = 10.0


def nowhere_to_open(environ: Mapping[str, str], platform: str = sys.platform) -> str:
    """Why nothing can be opened from here, as a sentence; "" when it can be tried."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return "Over SSH nothing can be opened on your own machine."
    has_desktop = platform in ("darwin", "win32")
    if not has_desktop and not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        return "There is no desktop here to open it on."
    return ""


def open_outside(url: str, *, environ: Mapping[str, str]) -> str:
    """Open a URL outside; "" when that worked, else why not. May take seconds.

    Only a program with a window of its own is started, never one that would
    come to our terminal, and what was started is left alone.
    """
    if problem := nowhere_to_open(environ):
        return problem
    # As with the clipboard: by its path, and with -P, nothing of the user's folder is found.
    # A URL can hold a whole letter, which on stdin no list of processes shows.
    command = [sys.executable, "-P", browser_child.__file__, f"{process.LIMIT_SECONDS:g}"]
    ran = process.run(command, url, environ=environ, limit=process.LIMIT_SECONDS + _START_SECONDS)
    match ran.code:
        case Exit.OPENED:
            return ""
        case Exit.NO_BROWSER:
            return "No program to open it with was found."
        case Exit.REFUSED:
            return "No program here would open it."
        case Exit.NO_ANSWER:
            return "What should open it has not answered yet; it may still come."
        case _:
            return "It could not be opened."
