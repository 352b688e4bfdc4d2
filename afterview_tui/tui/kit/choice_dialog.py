"""A choice of a few things, each with a key of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from afterview_tui.tui.keys import binding, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.over import Over
from afterview_tui.tui.kit.plain import plain
from afterview_tui.tui.kit.rows import Rows


class Choose(Place[str | None], Over[str | None]):
    """Answers the value of what was chosen, by its key or with Enter; None for Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [binding("choose.back")]

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str, str]], about: str = ""
    ) -> None:
        """`choices` are (letter, words, value); `about` is what to know before choosing."""
        super().__init__()
        self._heading = title
        self._choices = choices
        self._about = about

    @property
    def called(self) -> str:
        """What is asked."""
        return self._heading

    def compose(self) -> ComposeResult:
        """One line a choice."""
        with Vertical(id="choose") as box:
            box.border_title = plain(self._heading)
            box.border_subtitle = plain(f"{key('choose.back')} back")
            if self._about:
                yield Static(plain(self._about), id="choose-about", markup=False)
            yield Rows(id="choices")

    def on_mount(self) -> None:
        """Fill the list and bind the keys."""
        self.query_one(Rows).show(self._options)
        for letter, words, value in self._choices:
            self._bindings.bind(letter, f"choose({value!r})", words, show=False, priority=True)

    def _options(self, width: int) -> Iterator[Option]:
        for letter, words, value in self._choices:
            yield Option(plain(f"{letter}  {words}"), id=value)

    def action_choose(self, value: str) -> None:
        """Answer with this value."""
        self.dismiss(value)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)
