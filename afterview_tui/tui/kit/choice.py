"""A field with a few values, changed with the arrows or a first letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from afterview_tui.tui.kit.plain import line


class Choice(Static, can_focus=True):
    """Shows one of its options. Nothing opens, so typing ahead cannot go astray."""

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
        """`options` are (words, value); an unknown value is the first option."""
        super().__init__(id=id, markup=False)
        self._options = options
        values = [one for _, one in options]
        self._index = values.index(value) if value in values else 0

    @property
    def value(self) -> str:
        """The value that is shown."""
        return self._options[self._index][1]

    @value.setter
    def value(self, value: str) -> None:
        self._choose([one for _, one in self._options].index(value))

    def on_mount(self) -> None:
        """Show the value."""
        self._say()

    def action_turn(self, by: int) -> None:
        """Show the next value, or the one before."""
        self._choose((self._index + by) % len(self._options))

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next option with a word that starts with it."""
        if event.character is None or not event.character.isalpha():
            return
        event.stop()
        after = [
            (self._index + step) % len(self._options) for step in range(1, len(self._options) + 1)
        ]
        for index in after:
            words = self._options[index][0].split()
            if any(word.startswith(event.character.lower()) for word in words):
                self._choose(index)
                return

    def on_click(self) -> None:
        """A click shows the next value."""
        self.action_turn(1)

    def _choose(self, index: int) -> None:
        self._index = index
        self._say()
        self.post_message(self.Changed(self))

    def _say(self) -> None:
        words = line(self._options[self._index][0])
        self.update(
            Content.assemble(("‹ ", "$foreground-muted"), words, (" ›", "$foreground-muted"))
        )
