"""Open the URL on stdin outside of the terminal, and tell by the exit code how that went.

Run by its path as a program of its own, with no terminal: a browser prints what
it likes to wherever it can, and it may take its time. Nothing else of the
package is imported here.
"""

from __future__ import annotations

import os
import shlex
import sys
import threading
import time
from enum import IntEnum

# They want the terminal that we are on. `www-browser` stands for any of them.
_IN_THE_TERMINAL = frozenset(
    {"www-browser", "lynx", "w3m", "links", "links2", "elinks", "browsh", "carbonyl", "edbrowse"}
)
_PAUSE_SECONDS = 0.02
# Whoever finds nothing to open it with says so within this time.
_REFUSAL_SECONDS = 1.0


class Exit(IntEnum):
    """What the exit code means. None is a number that an accident would give."""

    OPENED = 40
    NO_BROWSER = 41
    REFUSED = 42
    NO_ANSWER = 43
    FAILED = 44


def without_text_browsers(browsers: str) -> str:
    """The value of BROWSER without those that would run in the terminal."""
    return os.pathsep.join(
        one for one in browsers.split(os.pathsep) if one and not _is_for_a_terminal(one)
    )


def _is_for_a_terminal(command: str) -> bool:
    try:
        words = shlex.split(command)
    except ValueError:
        return True  # nobody can tell what that would start
    return not words or os.path.basename(words[0]) in _IN_THE_TERMINAL  # noqa: PTH119


def open_url(url: str) -> Exit:
    """Open a URL, and see whether what was started gives up at once."""
    # Python looks for the browsers of a terminal only where TERM is set.
    os.environ.pop("TERM", None)
    wanted = without_text_browsers(os.environ.pop("BROWSER", ""))
    if wanted:
        os.environ["BROWSER"] = wanted
    import webbrowser

    try:
        webbrowser.get()
    except webbrowser.Error:
        return Exit.NO_BROWSER
    if not webbrowser.open(url):
        return Exit.REFUSED
    return Exit.REFUSED if _gave_up() else Exit.OPENED


def _gave_up() -> bool:
    """Whether a program that was left to run in the background ends with an error."""
    until = time.monotonic() + _REFUSAL_SECONDS
    while time.monotonic() < until:
        try:
            process, status = os.waitpid(-1, os.WNOHANG)
        except (ChildProcessError, AttributeError):  # none there; Windows has no such thing
            return False
        if process:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(_PAUSE_SECONDS)
    return False


def main(limit: float) -> Exit:
    """Open it and answer within the limit; a browser that is still busy is left alone."""
    url = sys.stdin.buffer.read().decode()
    answer = Exit.NO_ANSWER

    def opening() -> None:
        nonlocal answer
        try:
            answer = open_url(url)
        except Exception:
            answer = Exit.FAILED

    thread = threading.Thread(target=opening, daemon=True)
    thread.start()
    thread.join(limit)
    return answer


if __name__ == "__main__":
    # Not sys.exit, which would wait for what is still being opened.
    os._exit(main(float(sys.argv[1])))
