"""The text under a prompt of the journal, with keys from one prompt to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.writer import Writer


class JournalWriter(Writer):
    """A journal is one page: Tab goes round in it, and only Escape leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.WRITING_JOURNAL)]

    def __init__(self, turn: Callable[[int], object], *, id: str) -> None:  # noqa: A002
        """`turn` opens the next prompt, or the one before. What is typed ahead belongs there."""
        super().__init__(id=id)
        self._turn = turn

    def action_turn(self, by: int) -> None:
        """Save, and open the next prompt, or the one before."""
        self._turn(by)
