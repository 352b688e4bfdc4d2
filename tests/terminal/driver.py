"""The program in a pseudo-terminal: what it writes, what it shows, and keys for it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import signal
import subprocess
import sys
import termios
import time
from array import array
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import pyte

Found = TypeVar("Found")
PATIENCE = 45.0  # seconds for anything to happen; a slow machine needs a part of them
# So long without a word and without anything to do, and it is done: every timer of the program
# that follows a key is shorter, also the one after which an ESC is a key and no start of one.
STILL = 0.25
FULL_FOR = 30  # looks at a terminal that takes no more, although it was asked to draw

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "ctrl+end": "\x1b[1;5F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    **{f"ctrl+{letter}": chr(ord(letter) & 0x1F) for letter in "abcdefghijklmnopqrstuvwxyz"},
}

# Asked for by the program: does this terminal draw a whole picture at once? It does.
_ASKED, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
# Sequences that pyte takes for text, and the start of one whose end is still to come.
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<=>][\d;]*[A-Za-z]|\x1b\[\??[\d;]*\$p|\x1b\[[\d;]*[tq]|\x1b[P_^][^\x1b]*\x1b\\"
)
# A colour whose end is missing, and the letter of a word behind it: what was on its way is dropped
# by the system when a key stops the program. Terminals pass over it; pyte ends with a TypeError.
_CUT_OFF = re.compile(rb"\x1b\[\d*;[\d;]*[@A-GILMPSTXZa-egnq]|\x1b\[\d*;\d*;[\d;]*[Hfr]")
# Behind the screen of a program is that of the shell; pyte has one for both.
_SCREEN_LEFT = b"\x1b[?1049l"
_UNFINISHED = re.compile(rb"\x1b(?:\[[\d;?<=>$ ]*|[P_^\]][^\x07\x1b]*\x1b?)?\Z")


class Terminal:
    """One run of the program. Use it in a `with`, so that it ends with the block."""

    def __init__(
        self,
        db: Path,
        home: Path,
        *,
        columns: int = 120,
        rows: int = 36,
        environ: Mapping[str, str] | None = None,
        arguments: Sequence[str] = (),
        program: Sequence[str] = ("-m", "afterview_tui"),
    ) -> None:
        self.raw = bytearray()
        self.keystrokes = 0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._unread = b""
        self._is_open = True
        nothing = home / "no-programs"
        nothing.mkdir(exist_ok=True)
        master, slave = os.openpty()
        termios.tcsetwinsize(slave, (rows, columns))
        try:
            self._process = subprocess.Popen(
                [sys.executable, *program, "--db", str(db), *arguments],
                stdin=slave,
                stdout=slave,
                stderr=slave,
                cwd=home,
                env={
                    "HOME": str(home),
                    "PATH": str(nothing),
                    "LANG": "C.UTF-8",
                    "TERM": "xterm-256color",
                    "COLORTERM": "truecolor",
                    **(environ or {}),
                },
                preexec_fn=lambda: os.login_tty(0),  # its own session, with this terminal
            )
        except BaseException:
            os.close(master)
            raise
        finally:
            os.close(slave)
        os.set_blocking(master, False)
        self._master = master

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def send(self, text: str) -> float:
        """Type a text, and tell the moment at which the last of it was written."""
        self.keystrokes += len(text)
        return self._write(text.encode())

    def paste(self, data: bytes) -> None:
        """Paste, as a terminal does for a program that asked to be told of it."""
        self._write(b"\x1b[200~" + data + b"\x1b[201~")

    def press(self, *keys: str) -> None:
        """Press named keys, or single characters, one after the other."""
        for key in keys:
            self.keystrokes += 1
            self._write(KEYS.get(key, key).encode())
            if key == "escape":
                self.settle()

    def give(self, data: bytes) -> None:
        """Hand over bytes as they are, whatever they are."""
        self._write(data)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, of which the program is told."""
        self._screen.resize(max(1, rows), max(1, columns))
        termios.tcsetwinsize(self._master, (rows, columns))

    def stop_and_go(self) -> None:
        """Stop the program as a shell does, and let it go on once it has stopped."""
        self.signal(signal.SIGTSTP)
        stat = Path(f"/proc/{self._process.pid}/stat")
        is_late = self._limit(PATIENCE)
        while (state := stat.read_text().rpartition(")")[2].split()[0]) != "T":
            if state == "Z":
                return  # it was told to end, and did
            assert not is_late(), f"it does not stop:\n{self.text()}"
            self.watch(0.02)
        self.signal(signal.SIGCONT)

    @property
    def has_ended(self) -> bool:
        """Whether the program has ended."""
        return self._process.poll() is not None

    def fill(self) -> None:
        """Have the program draw until the terminal takes no more, as a line that hangs does."""
        unread, same = 0, 0
        is_late = self._limit(PATIENCE)
        while same < FULL_FOR:
            assert not is_late(), "the terminal never was full"
            self.resize(self._screen.columns - 1 if same % 2 else self._screen.columns + 1, 36)
            time.sleep(0.05)
            before, waiting = unread, array("i", [0])
            fcntl.ioctl(self._master, termios.FIONREAD, waiting)
            unread = waiting[0]
            same = same + 1 if unread == before and self._sleeps() else 0

    def wait_unread(self) -> None:
        """Wait for the end of the program without taking in what it writes."""
        is_late = self._limit(PATIENCE)
        while not self.has_ended:
            assert not is_late(), "still running"
            time.sleep(0.05)

    def watch(self, seconds: float) -> None:
        """Take in what the program writes for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self._read(left):
            pass
        if left > 0:  # the terminal was closed from the other side
            time.sleep(left)

    def settle(self) -> None:
        """Wait until the program has nothing left to do.

        A machine that is busy elsewhere keeps it from its work, which is not the same: it is
        done when it sleeps, and not when it has written nothing for a while.
        """
        size, still_since = -1, time.monotonic()
        until = still_since + PATIENCE
        while (now := time.monotonic()) < until and now - still_since < STILL:
            if size != len(self.raw) or not self._sleeps():
                size, still_since = len(self.raw), now
            self.watch(0.02)

    def until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait for something to be true, for so long as the program had a processor to run on."""
        is_late = self._limit(seconds)
        while not holds():
            assert not is_late(), self.text()
            self.watch(0.05)

    def starved(self) -> float:
        """For how many seconds the program had work, but stood in the queue for a processor."""
        waited = 0
        for file in self._threads("schedstat"):
            with contextlib.suppress(OSError):  # that thread has just ended
                waited += int(file.read_text().split()[1])
        return waited / 1e9

    def text(self) -> str:
        """What the screen shows, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, pattern: str, timeout: float = PATIENCE) -> re.Match[str]:
        """Wait until the screen shows a pattern (a regular expression)."""

        def shown() -> re.Match[str] | None:
            return re.search(pattern, self.text(), re.MULTILINE)

        found = self._wait(shown, pattern, timeout)
        assert found is not None
        return found

    def wait_gone(self, pattern: str, timeout: float = PATIENCE) -> None:
        """Wait until the screen no longer shows a pattern."""

        def gone() -> bool:
            return re.search(pattern, self.text(), re.MULTILINE) is None

        self._wait(gone, f"no {pattern}", timeout)

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program has ended. Its exit code, negative when a signal ended it."""
        is_late = self._limit(timeout)
        while self._process.poll() is None:
            assert not is_late(), f"still running:\n{self.text()}"
            self.watch(0.05)
        while self._read(0.05):
            pass
        return self._process.returncode

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def wait_stopped(self, timeout: float = PATIENCE) -> None:
        """Wait until the program is stopped, as the shell sees it."""
        is_late = self._limit(timeout)
        options = os.WSTOPPED | os.WNOHANG
        while os.waitid(os.P_PID, self._process.pid, options) is None:
            assert not is_late(), f"never stopped:\n{self.text()}"
            self.watch(0.05)

    def modes(self) -> int:
        """How the terminal handles keys: echoed, by the line, with signals."""
        return int(termios.tcgetattr(self._master)[3])

    def wipe(self) -> None:
        """Empty the screen, as whoever has the terminal meanwhile may do."""
        self._screen.reset()

    def kill(self) -> float:
        """End the program with no time for anything, and tell the moment."""
        at = time.monotonic()
        self._process.kill()
        self._process.wait()
        return at

    def hang_up(self) -> None:
        """Close the terminal's own end, as when its window is closed."""
        if self._is_open:
            self._is_open = False
            os.close(self._master)

    def close(self) -> None:
        """End the program, if it still runs, and let go of the terminal."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self.hang_up()

    def _threads(self, name: str) -> list[Path]:
        """What the kernel says of each thread of the program."""
        return list(Path(f"/proc/{self._process.pid}/task").glob(f"*/{name}"))

    def _sleeps(self) -> bool:
        """Whether every thread of the program waits for something to happen."""
        states = []
        for file in self._threads("stat"):
            with contextlib.suppress(OSError):  # that thread has just ended
                states.append(file.read_text().rpartition(") ")[2][0])
        return not set(states) & set("RD")

    def _limit(self, seconds: float) -> Callable[[], bool]:
        """What tells whether the program had a processor to run on for longer than that.

        It tells so one look late: whoever asks may have been kept waiting, too.
        """
        began, queued, is_over = time.monotonic(), self.starved(), False

        def is_late() -> bool:
            nonlocal is_over
            before = is_over
            waited = max(0.0, self.starved() - queued)  # a thread that ended takes its own along
            is_over = time.monotonic() - began - waited > seconds
            return before

        return is_late

    def _wait(self, look: Callable[[], Found], what: str, timeout: float) -> Found:
        is_late = self._limit(timeout)
        size = -1
        while True:
            if size != len(self.raw):
                size = len(self.raw)
                if found := look():
                    return found
            ended = not self._read(0.1) and size == len(self.raw)
            assert not ended, f"the program ended before it showed {what}:\n{self.text()}"
            assert not is_late(), f"never showed {what}:\n{self.text()}"

    def _write(self, data: bytes) -> float:
        is_late = self._limit(PATIENCE)
        while data:
            assert not is_late(), f"the program reads no keys:\n{self.text()}"
            try:
                data = data[os.write(self._master, data) :]
            except BlockingIOError:  # it may itself wait for us to read
                self._read(0.05)
        return time.monotonic()

    def _read(self, seconds: float) -> bool:
        """Take in what is there, after waiting for it. False when the other side has closed."""
        if not self._is_open:
            return False
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return self._process.poll() is None
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux says so when the last program on the terminal has ended
            return False
        if not data:
            return False
        self.raw += data
        data = self._unread + data
        if _ASKED in data:
            self._write(_ANSWER)
        if unfinished := _UNFINISHED.search(data):
            data, self._unread = data[: unfinished.start()], data[unfinished.start() :]
        else:
            self._unread = b""
        data = _CUT_OFF.sub(b"", _UNKNOWN_TO_PYTE.sub(b"", data))
        self._stream.feed(data.replace(_SCREEN_LEFT, _SCREEN_LEFT + b"\x1b[H\x1b[2J"))
        return True
