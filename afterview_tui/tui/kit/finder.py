"""A line to find something with: what is typed narrows the list that it moves in."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from afterview_tui.domain.text import clean_line
from afterview_tui.tui.kit.rows import Rows


class Finder(Input):
    """Typing narrows the list; the arrows move in it, Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"move({action!r})", says, show=False, tooltip=says, id=f"finder.{key}")
        for key, action, says in (
            ("down", "cursor_down", "The next line"),
            ("up", "cursor_up", "The line before"),
            ("pagedown", "page_down", "A page down"),
            ("pageup", "page_up", "A page up"),
        )
    ]

    def __init__(
        self,
        rows: Callable[[], Rows],
        entered: Callable[[Rows], object],
        *,
        placeholder: str,
        id: str,  # noqa: A002
    ) -> None:
        """`rows` is the list, `entered` what Enter does with it."""
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self._rows = rows
        self._entered = entered

    @property
    def said(self) -> str:
        """What is typed, cleaned."""
        return clean_line(self.value)

    async def action_submit(self) -> None:
        """Go on at once: what is typed ahead belongs to what comes next."""
        done = self._entered(self._rows())
        if isawaitable(done):
            await done

    async def action_move(self, action: str) -> None:
        """Move in the list while the focus stays here."""
        await self._rows().run_action(action)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(clean_line(event.text), *sorted(self.selection))
