"""From what is typed in the shell to the exit code. Errors are one line on stderr, exit code 2."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from afterview_tui.cli.full_screen import STOPPED, USAGE, open_app, tell
from afterview_tui.cli.places import default_file
from afterview_tui.cli.surroundings import check_output, check_terminal
from afterview_tui.cli.terminal import write_whatever_comes
from afterview_tui.domain.errors import AfterviewError


def run() -> None:
    """Run the program, and end with its exit code. No traceback reaches a user."""
    code = USAGE
    try:
        check_output()
        code = _done(sys.argv[1:])
        sys.stdout.flush()
    except AfterviewError as error:
        tell(error.message)
        code = getattr(error, "code", USAGE)
    except BrokenPipeError:  # whoever reads it has seen enough
        _drop_output()
    except OSError as error:
        named = f" {error.filename}" if error.filename else ""
        tell(f"The system refused{named}: {error.strerror or error}.")
        _drop_output()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        code = STOPPED
    except Exception as error:
        tell(f"Stopped by a mistake of its own, {type(error).__name__}.{_reported()}")
        code = STOPPED
    sys.exit(code)


def _done(typed: Sequence[str]) -> int:
    """Open the app, or do what was typed; the exit code."""
    if (asked := only_a_file(typed, os.environ)) is None:
        from afterview_tui.cli.commands import command_line

        return command_line()
    write_whatever_comes()
    check_terminal()
    open_app(Path(asked) if asked else default_file(), mouse=True)
    return 0


def only_a_file(typed: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """The file that the app is to open, where nothing but that is asked; "" for the usual one.

    The command line, which understands everything else, takes a tenth of a start to load.
    """
    match typed:
        case []:
            file = environ.get("AFTERVIEW_DB", "")
        case ["--db", file] if file and not file.startswith("-"):
            pass
        case _:
            return None
    is_completed = "_AFTERVIEW_TUI_COMPLETE" in environ  # the shell asks what could be typed
    return None if is_completed or _may_not_be_read(file) else file


def _may_not_be_read(file: str) -> bool:
    with suppress(OSError):  # there is nothing, or opening it says what is wrong with the place
        Path(file).stat()
        return bool(file) and not os.access(file, os.R_OK)
    return False


def _drop_output() -> None:
    """Let what standard output did not take go: Python would try it again, and complain."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _reported() -> str:
    """Where the traceback is that a user need not see, as a sentence."""
    from afterview_tui.handoff.crash_report import report_of

    with suppress(OSError):
        handle, name = tempfile.mkstemp(prefix="afterview-error-", suffix=".txt")
        os.close(handle)
        Path(name).write_text(report_of(sys.exception()), encoding="utf-8")
        return f" What happened is in {name}, for a report."
    return ""
