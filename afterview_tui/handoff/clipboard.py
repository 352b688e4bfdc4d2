"""Get a text to where the user can paste it, and say truly where it went.

A clipboard tool can hang, fail in silence or claim success, and a terminal
never answers an OSC 52. So a text counts as copied only when it was read back,
and it is always in a file as well.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from afterview_tui.domain.text import clean
from afterview_tui.handoff import clipboard_child, process, tmux_prefix
from afterview_tui.handoff.clipboard_child import Exit
from afterview_tui.handoff.copy_notice import Copied, Reached
from afterview_tui.handoff.errors import HandoffFailed
from afterview_tui.handoff.text_files import write_file
from afterview_tui.letters.checking.gaps_and_length import word_count


def copy(
    text: str,
    *,
    file: Path,
    osc52: Callable[[str], None] | None,
    environ: Mapping[str, str],
    head: str = "",
) -> Copied:
    """Copy a text by every way that may work. Blocks for seconds if tools hang.

    In the file, and nowhere else, `head` stands above it.
    `osc52` sends the text to the terminal; it is called in this thread, and
    only when the clipboard was not reached.
    """
    text = clean(text)
    written, problem = _to_file(f"{head}{text}", file)
    problems = [problem]

    def copied(where: Reached, prefix: str = "") -> Copied:
        problem = " ".join(filter(None, problems))
        return Copied(where, word_count(text), written, problem, prefix)

    clipboard_problem = _to_clipboard(text, environ)
    # tmux is given the text in any case: it passes it on to the terminal that
    # is attached now, which need not be at the machine whose clipboard we have.
    tmux_problem = _to_tmux(text, environ)
    if clipboard_problem is None:
        return copied(Reached.CLIPBOARD)
    problems.append(clipboard_problem)
    sent = _to_terminal(text, osc52)
    if tmux_problem is None:
        return copied(Reached.TMUX, tmux_prefix.asked(environ))
    problems.append(tmux_problem)
    if sent:
        return copied(Reached.TERMINAL)
    return copied(Reached.FILE if written else Reached.NOWHERE)


def _to_file(text: str, file: Path) -> tuple[Path | None, str]:
    try:
        write_file(file, text)
    except HandoffFailed as error:
        return None, error.message
    return file, ""


def _to_clipboard(text: str, environ: Mapping[str, str]) -> str | None:
    """Fill this machine's clipboard; None when it was read back, else the reason."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return "Over SSH the clipboard of the far machine is left alone."
    # By its path it is found however the program was started, and nothing in the
    # user's folder is; with -P no module beside it hides one of Python's own.
    command = [sys.executable, "-P", clipboard_child.__file__]
    ran = process.run(command, text, environ=environ)
    if ran.timed_out:
        return f"The clipboard did not answer within {process.LIMIT_SECONDS:g} seconds."
    match ran.code:
        case Exit.EQUAL:
            return None
        case Exit.NO_MECHANISM:
            return (
                "No clipboard tool was found for this display; "
                "on Linux that is wl-clipboard (Wayland), or xclip or xsel (X11)."
            )
        case Exit.DIFFERS:
            return "The clipboard did not give the text back."
        case _:
            return "The clipboard tool failed."


def _to_tmux(text: str, environ: Mapping[str, str]) -> str | None:
    """Fill tmux's buffer; None when it was read back, else the reason ("" outside tmux)."""
    if not environ.get("TMUX"):
        return ""
    # -w passes it on to the terminal too; tmux before 3.2 does not know it.
    for command in (["tmux", "load-buffer", "-w", "-"], ["tmux", "load-buffer", "-"]):
        ran = process.run(command, text, environ=environ)
        if ran.code == 0 or ran.timed_out:
            break
    if ran.code != 0:
        return "tmux did not take the text."
    shown = process.run(["tmux", "show-buffer"], "", environ=environ, keep_output=True)
    if shown.code == 0 and clipboard_child.same(shown.output.decode(errors="replace"), text):
        return None
    return "tmux did not give the text back."


def _to_terminal(text: str, osc52: Callable[[str], None] | None) -> bool:
    """Send the text to the terminal; whether it took it cannot be known."""
    if osc52 is None:
        return False
    try:
        osc52(text)
    except Exception:  # the screen may be closing, and the text is in its file
        return False
    return True
