"""What comes in from the terminal: bytes that become keys, whatever they are."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import suppress
from queue import Full
from time import monotonic
from typing import Any, TextIO

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from afterview_tui.tui.keys import keyring

AT_ONCE = 4096  # bytes that are read at a time
LOOK = 0.1  # seconds after which an ESC that nothing follows is a key
REST = 0.25  # seconds between two looks whether the program ends, while nobody types
GOES_ON = 1.0  # seconds after which nobody does
CUT_OFF = 5.0  # seconds after which a paste that nothing follows has ended without its end
ESC = "\x1b"
BEGINS = "[]OP_^X\\"  # what begins or ends a sequence, behind an ESC
BEGIN, END = f"{ESC}[200~", f"{ESC}[201~"  # around what is pasted


class Incoming:
    """Makes keys, pastes and clicks of bytes. No byte is wrong enough to end anything."""

    def __init__(self) -> None:
        # A byte that is not UTF-8 is shown as such: who typed it sees that it did not come through.
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._parser = XTermParser()
        self._last = ""
        self._has_escape = self._is_pasting = False
        self._came_at = 0.0

    def take(self, data: bytes) -> Iterator[Message]:
        """What these bytes say, as far as it is complete."""
        self._came_at = monotonic()
        yield from self._parsed(self._decoder.decode(data))

    @property
    def wait(self) -> float:
        """Seconds in which to look again: what has just come may be half of something."""
        is_typed = self._is_pasting or monotonic() - self._came_at < GOES_ON
        return LOOK if is_typed else REST

    def waited(self) -> Iterator[Message]:
        """What had been begun and is complete, now that nothing more came."""
        if self._has_escape and monotonic() - self._came_at >= LOOK:
            self._has_escape = False
            yield events.Key("escape", ESC)
        yield from self._parser.tick()
        if self._is_pasting and monotonic() - self._came_at > CUT_OFF:
            self._is_pasting = False  # else every key from now on would belong to the paste
            yield from self._parsed(END)

    def _parsed(self, text: str) -> Iterator[Message]:
        """What these characters say.

        Escape and a letter close behind it are both of them. To Textual they are the letter with
        Alt, and a text takes that without the Escape: who types fast would not have left it.
        """
        for character in text:
            if self._has_escape:
                self._has_escape = False
                yield from self._fed(ESC) if _goes_on(character) else [events.Key("escape", ESC)]
            if character == ESC and not self._is_pasting:
                self._has_escape = True
            else:
                yield from self._fed(character)

    def _fed(self, character: str) -> Iterator[Message]:
        self._last = (self._last + character)[-len(END) :]
        if self._last in (BEGIN, END):
            self._is_pasting = self._last == BEGIN
        try:
            yield from list(self._parser.feed(character))
        except Exception:  # a sequence with numbers that no terminal has
            self._parser = XTermParser()


def _goes_on(character: str) -> bool:
    """Whether with an ESC before it, it is one key, or begins what says more than one."""
    is_of_two = character in BEGINS or not character.isprintable()
    return is_of_two or any(f"alt+{character}" in one.keys.split(",") for one in keyring().verbs)


class Screen:
    """Where the program draws. A terminal that is gone takes nothing, and ends nobody."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.fileno = file.fileno

    def write(self, text: str) -> None:
        """Write to it."""
        # Whoever waits for room in the queue would wait for ever for a thread that has ended.
        with suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        """Have it drawn."""
        with suppress(OSError, ValueError):
            self._file.flush()


class Terminal(LinuxDriver):
    """Textual's own way to the terminal, except for how it is read and that none can hold us up.

    It draws on standard error; where that goes into a file, on standard output.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        is_seen = sys.__stderr__ is not None and sys.__stderr__.isatty()
        file = sys.__stderr__ if is_seen else sys.__stdout__
        self._file = Screen(file) if file is not None else None  # type: ignore[assignment]
        self._has_let_go = False

    def write(self, data: str) -> None:
        """Have something drawn; wait while the terminal takes nothing, but not past the end."""
        if self._writer_thread is None or self._has_let_go:
            return
        try:
            self._writer_thread._queue.put(data, timeout=LOOK)
        except Full:
            self._wait_for_room(data)

    def _wait_for_room(self, data: str) -> None:
        """Wait until the terminal goes on, or the program is told to end.

        A line that hangs holds up the loop, which else sees to such a signal: it does so
        once we let go of the screen.
        """
        if threading.current_thread() is not threading.main_thread():
            return

        def let_go(number: int, _: object) -> None:
            self._has_let_go = True

        before = {one: signal.signal(one, let_go) for one in (signal.SIGTERM, signal.SIGHUP)}
        try:
            while not self._has_let_go and self._writer_thread is not None:
                with suppress(Full):
                    self._writer_thread._queue.put(data, timeout=LOOK)
                    return
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    def run_input_thread(self) -> None:
        """Read until the program lets go of the terminal, or the terminal is gone."""
        try:
            self._read()
        except Exception as error:  # this thread must not end in silence: no key would work
            self._app.call_later(self._app._handle_exception, error)

    def _read(self) -> None:
        incoming = Incoming()
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], incoming.wait)
            if ready:
                try:
                    data = os.read(self.fileno, AT_ONCE)
                except OSError:
                    data = b""
                if not data:
                    signal.raise_signal(signal.SIGHUP)
                    return
                for message in incoming.take(data):
                    self.process_message(message)
            for message in incoming.waited():
                self.process_message(message)
