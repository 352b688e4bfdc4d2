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
    """Where a text went. `problem` says in sentences what did not work on the way."""

    where: Reached
    words: int
    file: Path | None
    problem: str = ""

    @property
    def notice(self) -> str:
        """The words for the user: what is known, and what to do if it is not enough."""
        words = count(self.words, "word")
        by_hand = "mark it on the screen with Shift and the mouse, and copy it there"
        match self.where:
            case Reached.CLIPBOARD:
                return f"Copied, {words}"
            case Reached.TMUX:
                return f"In the tmux buffer, {words}: paste with prefix ]"
            case Reached.TERMINAL:
                instead = f"it is in {self.file}" if self.file else by_hand
                return f"Sent to the terminal, {words}; if pasting gives nothing, {instead}"
            case Reached.FILE:
                return f"No clipboard here; the text is in {self.file}"
            case Reached.NOWHERE:
                return f"No clipboard here, and no file could be written; {by_hand}"
