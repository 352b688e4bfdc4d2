"""What is said after copying: where the text went, as far as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from afterview_tui.domain.text import count


class Reached(StrEnum):
    """The best place that the text is known to have reached."""

    CLIPBOARD = "clipboard"
    TMUX = "tmux"
    TERMINAL = "terminal"
    FILE = "file"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Copied:
    """Where a text went. `problem` says in sentences what did not work on the way.

    `prefix` is the user's own prefix key of tmux, as far as it is known. Of the first text of
    a sitting (`is_first`) it is said that a file of it is kept, and where.
    """

    where: Reached
    words: int
    file: Path | None
    problem: str = ""
    prefix: str = ""
    is_first: bool = False

    @property
    def notice(self) -> str:
        """The words for the user: what is known, and what to do if it is not enough."""
        words = count(self.words, "word")
        by_hand = "mark it on the screen with Shift and the mouse, and copy it there"
        match self.where:
            case Reached.CLIPBOARD:
                return f"Copied, {words}{self._kept}"
            case Reached.TMUX:
                prefix = self.prefix or "your tmux prefix, then"
                return f"In the tmux buffer, {words}: paste with {prefix} ]{self._kept}"
            case Reached.TERMINAL:
                instead = f"it is in {self.file}" if self.file else by_hand
                return f"Sent to the terminal, {words}; if pasting gives nothing, {instead}"
            case Reached.FILE:
                return f"No clipboard here; the text is in {self.file}"
            case Reached.NOWHERE:
                return f"No clipboard here, and no file could be written; {by_hand}"

    @property
    def _kept(self) -> str:
        """Where the files of what is copied lie."""
        if self.file is None or not self.is_first:
            return ""
        return f". A text file of all that you copy is in {self.file.parent}"
