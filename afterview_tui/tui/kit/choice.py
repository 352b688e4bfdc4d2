"""A field with a few values side by side, chosen by digit, arrow, first letter or click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from afterview_tui.tui.kit.plain import line


class Choice(Static, can_focus=True):
    """Shows its options, the chosen one marked. Nothing opens: typing ahead cannot go astray."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "Next", key_display="← →", id="choice.next"),
        Binding("left", "turn(-1)", "Before", show=False, id="choice.before"),
    ]

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        choice: Choice

        @property
        def control(self) -> Choice:
            """The field."""
            return self.choice

    def __init__(self, options: Sequence[tuple[str, str]], value: str, *, id: str) -> None:  # noqa: A002
        """`options` are (words, value); an unknown value is the first option.

        They are numbered from 1; a first one that is no value has the 0.
        """
        super().__init__(id=id, markup=False)
        self._options = options
        self._first = 0 if options[0][1] == "" else 1
        values = [one for _, one in options]
        self._index = values.index(value) if value in values else 0
        self.auto_links = False  # what can be clicked keeps its own look

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return self._options[self._index][1]

    @value.setter
    def value(self, value: str) -> None:
        self._choose([one for _, one in self._options].index(value))

    @property
    def said(self) -> str:
        """The value that is chosen, as a form asks for it."""
        return self.value

    @said.setter
    def said(self, value: str) -> None:
        self.value = value

    def action_turn(self, by: int) -> None:
        """Choose the next value, or the one before."""
        self._choose((self._index + by) % len(self._options))

    def action_choose(self, index: int) -> None:
        """Choose this one."""
        self._choose(index)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses; a letter goes to the next option with a word that starts with it."""
        said = event.character or ""
        if said.isdigit() and int(said) - self._first in range(len(self._options)):
            event.stop()
            self._choose(int(said) - self._first)
        elif said.isalpha():
            event.stop()
            self._go_to(said.lower())

    def _go_to(self, letter: str) -> None:
        number = len(self._options)
        for index in ((self._index + step) % number for step in range(1, number + 1)):
            if any(word.startswith(letter) for word in self._options[index][0].split()):
                self._choose(index)
                return

    def _choose(self, index: int) -> None:
        self._index = index
        self.refresh()
        self.post_message(self.Changed(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The options, on as many lines as they take."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines = [Content("")]
        for index, (words, _) in enumerate(self._options):
            one = self._shown(index, words)
            before = lines[-1]
            if before.cell_length and before.cell_length + one.cell_length + 1 > width:
                lines.append(one)
            else:
                lines[-1] = before + (" " if before.cell_length else "") + one
        return lines

    def _shown(self, index: int, words: str) -> Content:
        is_chosen = index == self._index
        number = Content.styled(str(index + self._first), "$foreground-muted")
        style = "$text-accent bold" if is_chosen else ""
        inside = Content.assemble(number, " ", line(words, style))
        around = ("▐", "▌") if is_chosen else (" ", " ")
        shown = Content.assemble((around[0], "$mark"), inside, (around[1], "$mark"))
        return shown.stylize(f"@click=choose({index})")
