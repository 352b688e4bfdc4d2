"""Back to where one was, before a search led somewhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.kit.rows import Rows

if TYPE_CHECKING:
    from afterview_tui.tui.asked_for import LetterKey
    from afterview_tui.tui.letter.letter_work import LetterWork

_Where = tuple[int | None, str]


class _Spot(NamedTuple):
    place: _Where
    letter: LetterKey | None
    rows: Rows | None
    line: str | None


class WayBack:
    """Remembers an interview, its letter, a pane and a line: while somebody is where it led."""

    def __init__(self, desk: Desk, front: Front, letters: Callable[[], LetterWork]) -> None:
        self._desk = desk
        self._front = front
        self._letters = letters
        self._before: _Spot | None = None
        self._there: _Where = (None, "")

    @property
    def is_open(self) -> bool:
        """Whether somebody is still where the search led."""
        return self._before is not None and self._place == self._there

    def remembered(self, go: Callable[[], object]) -> None:
        """Go somewhere, from where there is a way back."""
        rows = self._front.focused
        rows = rows if isinstance(rows, Rows) else None
        to, line = self._letters().pane.to, rows.current_id if rows is not None else None
        self._before = _Spot(self._place, to.key if to is not None else None, rows, line)
        go()
        self._there = self._place

    def take(self) -> None:
        """Go back. There is one way back, not two."""
        if self._before is None:
            return
        before, self._before = self._before, None
        interview, pane = before.place
        if interview is not None:
            self._front.reveal(interview)
            if before.letter is not None:
                self._letters().pane.show(self._desk.case, before.letter)
        self._front.go_to(pane)
        if before.rows is not None and before.line is not None:
            before.rows.go_to(before.line)

    @property
    def _place(self) -> _Where:
        return self._desk.selected, self._front.stage.current
