"""The program in a terminal, with what it costs: time, processor, memory."""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path

from tests.terminal.driver import KEYS, Terminal

BURST = 0.025  # seconds of silence after which a key is answered


class Measured(Terminal):
    """One run of the program that is looked at from outside."""

    def cpu(self) -> float:
        """Seconds of processor that all its threads have used by now."""
        used = 0
        for file in self._threads("schedstat"):
            with contextlib.suppress(OSError):  # that thread has just ended
                used += int(file.read_text().split()[0])
        return used / 1e9

    def memory(self) -> float:
        """MiB of memory that it holds."""
        return self._status("VmRSS") / 1024

    def woken(self) -> int:
        """How often it has gone to sleep by now, to be woken again."""
        found = 0
        for file in self._threads("status"):
            with contextlib.suppress(OSError):
                found += _number("voluntary_ctxt_switches", file.read_text())
        return found

    def answered(self, key: str) -> float:
        """Press a key. Seconds until the last byte of what it writes in answer."""
        size, pressed = len(self.raw), time.perf_counter()
        self._write(KEYS.get(key, key).encode())
        last = pressed
        while (now := time.perf_counter()) - last < BURST or size == 0:
            self.watch(0.002)
            if len(self.raw) != size:
                size, last = len(self.raw), time.perf_counter()
            elif now - pressed > 5:
                break
        return last - pressed

    def spent(self, *keys: str) -> float:
        """Press keys. Seconds of processor until all is done."""
        before = self.cpu()
        self.press(*keys)
        self.settle()
        return self.cpu() - before

    def _status(self, name: str) -> int:
        return _number(name, Path(f"/proc/{self._process.pid}/status").read_text())


def _number(name: str, status: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+)", status, re.MULTILINE)
    return int(found[1]) if found else 0
