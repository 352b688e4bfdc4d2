"""How many columns of a terminal or of a page a text takes, and a line broken to fit."""

from __future__ import annotations

import re
import unicodedata

# A gap in brackets stays on one line, where it is seen as one.
_WORD = re.compile(r"\[[^\[\]]{2,40}\]\S*|\S+")


def broken(line: str, width: int) -> list[str]:
    """One line broken between words. `textwrap` counts characters, not what a terminal shows."""
    lines: list[str] = []
    for word in _WORD.findall(line):
        joined = f"{lines[-1]} {word}" if lines else ""
        if joined and columns(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def columns(text: str) -> int:
    """How many columns a text takes: none for a mark on a letter, two for a wide character."""
    if text.isascii():
        return len(text)
    shown = [one for one in text if unicodedata.category(one) not in ("Mn", "Me", "Cf")]
    return len(shown) + sum(unicodedata.east_asian_width(one) in "WF" for one in shown)
