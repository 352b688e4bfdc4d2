"""How the terminal is written to: in UTF-8, or not at all."""

from __future__ import annotations

import codecs
import io
import locale
import sys
from collections.abc import Iterator

from afterview_tui.domain.errors import FileRefused


def draw_in_utf8() -> None:
    """Let the app draw its frames, whatever Python was told of the terminal.

    Raises FileRefused when the locale names another set of characters: then the terminal
    would show something else. The locale C names none, and terminals are in UTF-8 by now.
    """
    charset = locale.getencoding()
    if _name(charset) not in ("utf-8", "ascii") and not sys.flags.utf8_mode:
        raise FileRefused(
            f"The full-screen app needs a terminal in UTF-8, and your locale says {charset}."
            " Set LC_ALL=C.UTF-8 and start again."
        )
    for stream in _streams():
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_whatever_comes() -> None:
    """What the terminal has no letter for is written as its number, and ends no command."""
    for stream in _streams():
        if stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def _streams() -> Iterator[io.TextIOWrapper]:
    # Textual writes to the ones that Python began with.
    for stream in {sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__}:
        if isinstance(stream, io.TextIOWrapper):
            yield stream


def _name(charset: str) -> str:
    try:
        return codecs.lookup(charset).name
    except LookupError:
        return charset
