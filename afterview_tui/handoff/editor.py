"""A text in the user's own editor, and back.

The text lies in a file that only its owner can read, in a folder of its own,
and both are gone afterwards; what an editor keeps besides (swap files, backups
in other folders, a history) is its own affair. The one time that the file stays
is when something was saved that cannot be taken: nothing may be lost.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from afterview_tui.domain.text import LARGEST, clean
from afterview_tui.handoff.errors import NotEdited

Run = Callable[[Sequence[str], Mapping[str, str]], int]

_BYTES_A_CHARACTER = 4  # the most that UTF-8 needs
_TOO_LONG = f"A text may hold {LARGEST:,} characters, and what the editor saved has more."
_ADVICE = "Set EDITOR to one that is here, for instance EDITOR=nano."
# Editors with a window of their own, and what makes each wait until that is closed.
_WAITING = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "subl", "zed", "atom"), "--wait"),
    **dict.fromkeys(("mate", "bbedit", "gedit"), "-w"),
    **dict.fromkeys(("gvim", "mvim"), "-f"),
    "kate": "--block",
}
AT_ONCE = 0.5  # seconds; nobody reads a text and closes it again in less
GRACE = 2.0  # seconds for an editor to end, once the program is told to
# What ends the program, and so the editor that it waits for.
_ENDING = (signal.SIGTERM, signal.SIGHUP)
# What Ctrl+C and Ctrl+\ send: to everything on the terminal, so to us as well.
_FROM_THE_KEYBOARD = (signal.SIGINT, signal.SIGQUIT)


def edit(
    text: str,
    *,
    folder: Path,
    environ: Mapping[str, str],
    run: Run | None = None,
    name: str = "text",
) -> str | None:
    """Let the user edit a text in their editor; None when they left it as it was.

    The file lies under `folder`, so that what has to be kept is where the other
    text files are. `run` starts the editor and waits for its exit status.
    Raises NotEdited; of an editor that did not wait the file stays, as it may still be saved.
    """
    command = editor_command(environ)
    before = clean(text)
    file = _write(folder, name, before)
    written, began = file.read_bytes(), time.monotonic()
    untouched = _touched(file)
    try:
        after = _run_and_read([*command, str(file)], environ, run or on_the_terminal, file)
    except NotEdited as error:
        if kept := _put_away(file, written):
            raise NotEdited(f"{error.message} What the editor left is kept in {kept}.") from error
        raise
    except BaseException:
        _put_away(file, written)
        raise
    took = time.monotonic() - began
    if after == before and _touched(file) == untouched and _goes_on(command, took):
        raise NotEdited(_did_not_wait(command, file))
    shutil.rmtree(file.parent, ignore_errors=True)
    return after if after != before else None


def _touched(file: Path) -> tuple[int, int]:
    about = file.stat()
    return about.st_ino, about.st_mtime_ns


def _goes_on(command: Sequence[str], took: float) -> bool:
    """Whether an editor that came back, after so many seconds, has its window open still."""
    option = _WAITING.get(Path(command[0]).name)
    return took < AT_ONCE or (option is not None and option not in command)


def _did_not_wait(command: Sequence[str], file: Path) -> str:
    program = Path(command[0]).name
    option = _WAITING.get(program, "--wait")
    return (
        f"{program} came back at once. If it has a window of its own, set"
        f' EDITOR="{program} {option}" and start again. What you save there now is in {file},'
        " and is not taken from it."
    )


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """The user's editor with its options: $VISUAL, else $EDITOR. Raises NotEdited."""
    named = ("VISUAL", "EDITOR")
    found = ((name, value) for name in named if (value := environ.get(name, "").strip()))
    variable, value = next(found, ("", ""))
    if not value:
        raise NotEdited(
            "No editor is named. Set EDITOR to the one you like, for instance EDITOR=nano,"
            " and start again."
        )
    try:
        command = shlex.split(value)
    except ValueError:
        raise NotEdited(f"A quote in {variable} is not closed: {value}") from None
    if not command or shutil.which(command[0], path=environ.get("PATH")) is None:
        name = command[0] if command else value
        raise NotEdited(f"There is no program {name}, which {variable} names. {_ADVICE}")
    return command


def on_the_terminal(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run an editor on our terminal and wait for its end, or for ours."""
    with (
        _left_to_the_editor(),
        _ending_with_us() as begun,
        subprocess.Popen(command, env=dict(environ)) as process,
    ):
        begun(process)
        return _waited_for(process)


def _waited_for(process: subprocess.Popen[bytes]) -> int:
    """Wait for its end, and look in between: a signal that comes just before a wait without a
    limit is not acted on until that wait is over."""
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(timeout=60)


@contextmanager
def _ending_with_us() -> Iterator[Callable[[subprocess.Popen[bytes]], None]]:
    """Pass on what ends the program, which nobody else sees to while the editor runs.

    It is told once the editor has begun; what came before that is passed on then. What is typed in
    there is the editor's to keep; one that hangs is not waited for.
    """
    if threading.current_thread() is not threading.main_thread():
        yield lambda _: None
        return
    running: list[subprocess.Popen[bytes]] = []
    early: list[int] = []
    last_resort: list[threading.Timer] = []

    def end(number: int, _: object = None) -> None:
        if not running:
            early.append(number)
            return
        running[0].send_signal(number)
        if not last_resort:
            last_resort.append(threading.Timer(GRACE, running[0].kill))
            last_resort[0].daemon = True
            last_resort[0].start()

    def begun(process: subprocess.Popen[bytes]) -> None:
        running.append(process)
        for number in early:
            end(number)

    before = {one: signal.signal(one, end) for one in _ENDING}
    try:
        yield begun
    finally:
        for timer in last_resort:
            timer.cancel()
        for one, handler in before.items():
            signal.signal(one, handler)


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """Outlive the keys that are meant for the editor.

    A handler that does nothing rather than SIG_IGN, which the editor would inherit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {one: signal.signal(one, lambda *_: None) for one in _FROM_THE_KEYBOARD}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _write(folder: Path, name: str, text: str) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        private = Path(tempfile.mkdtemp(dir=folder, prefix="edit-"))
    except OSError as error:
        raise NotEdited(_no_file(folder, error)) from error
    file = private / f"{name}.txt"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as opened:
            # Every editor likes a last line with an end, and most add it.
            opened.write(f"{text}\n")
    except OSError as error:
        shutil.rmtree(private, ignore_errors=True)
        raise NotEdited(_no_file(folder, error)) from error
    return file


def _no_file(folder: Path, error: OSError) -> str:
    reason = error.strerror or "it did not say why"
    return f"No file for the editor could be written in {folder}: {reason}."


def _run_and_read(command: Sequence[str], environ: Mapping[str, str], run: Run, file: Path) -> str:
    try:
        status = run(command, environ)
    except (OSError, ValueError) as error:
        raise NotEdited(f"{command[0]} could not be started: {error}. {_ADVICE}") from error
    if status != 0:
        program = Path(command[0]).name
        how = f"was stopped (signal {-status})" if status < 0 else f"ended with status {status}"
        raise NotEdited(f"{program} {how}, so the text here is as it was.")
    try:
        with file.open("rb") as opened:
            saved = opened.read(LARGEST * _BYTES_A_CHARACTER + 2)
    except OSError as error:
        reason = error.strerror or "it did not say why"
        raise NotEdited(f"What the editor saved cannot be read: {reason}.") from error
    return _as_text(saved)


def _as_text(saved: bytes) -> str:
    """What was saved, without the end of the last line that was added for the editor."""
    if b"\0" in saved:
        raise NotEdited("What the editor saved is not plain text.")
    if len(saved) > LARGEST * _BYTES_A_CHARACTER + 1:
        raise NotEdited(_TOO_LONG)
    try:
        text = clean(saved.decode()).removesuffix("\n")
    except UnicodeDecodeError:
        raise NotEdited("What the editor saved is not in UTF-8.") from None
    if len(text) > LARGEST:
        raise NotEdited(_TOO_LONG)
    return text


def _put_away(file: Path, written: bytes) -> Path | None:
    """Remove the file and its folder, unless there is something of the user's in them.

    An editor that was stopped leaves what was not saved yet in a file beside it.
    """
    with contextlib.suppress(OSError):
        if [one for one in file.parent.iterdir() if one != file]:
            return file.parent
        if file.read_bytes() != written:
            return file
    shutil.rmtree(file.parent, ignore_errors=True)
    return file.parent if file.parent.exists() else None
