"""Run another program without letting it near the screen or keep us waiting."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Module-wide, and read at each call: one place says how long a user waits.
LIMIT_SECONDS = 2.0


@dataclass(frozen=True)
class Ran:
    """How a program ended. `code` is None when it could not start or was stopped."""

    code: int | None
    output: bytes = b""
    timed_out: bool = False


def run(
    command: Sequence[str],
    stdin: str,
    *,
    environ: Mapping[str, str],
    keep_output: bool = False,
    limit: float | None = None,
) -> Ran:
    """Give a program `stdin` and wait for its end, within the limit (in seconds).

    It gets a session of its own, so it has no terminal to write to, and its
    output goes nowhere unless asked for. On time-out all it has started is
    killed. On success nothing is: xclip and wl-copy stay behind to serve the
    text, and they hold their output open, so waiting for that would never end.
    """
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if keep_output else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            cwd="/",  # what stays behind must not keep the user's folder busy
            start_new_session=True,
        )
    except (OSError, ValueError):
        return Ran(None)
    with process:
        try:
            within = LIMIT_SECONDS if limit is None else limit
            output, _ = process.communicate(stdin.encode(), timeout=within)
        except subprocess.TimeoutExpired:
            _kill_group(process)
            return Ran(None, timed_out=True)
        except BaseException:
            _kill_group(process)
            raise
    return Ran(process.returncode, output or b"")


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
