"""What an empty file shows: what this is for, and how to begin."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Static

from afterview_tui.tui.base import afterview
from afterview_tui.tui.keys import Where, bindings, key

WELCOME = """\
After an interview there are four things to do: brief your references,
write to each person you met, ask how things stand, learn for the next.
This keeps them for you, in one file of yours; letters that you copy lie
in a folder beside it.

    {new:<8}enter your first interview
    {look:<8}look around in sample data, and come back
    {help:<8}everything that can be done, by any word for it

The signs beside an interview are its four steps:
    ○ open   ◐ begun   ● settled   · nothing to do here
and those of a line:   ○ open   ✓ done   – set aside"""


class Welcome(Static, can_focus=True):
    """Says how to begin; Enter looks around in the sample."""

    WHERE = Where.WELCOME
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.WELCOME)]

    def __init__(self) -> None:
        super().__init__(id="welcome", markup=False)

    def on_mount(self) -> None:
        """Say it with the keys as they are."""
        named = {name: key(one) for name, one in _NAMED.items()}
        self.update(WELCOME.format(**named))

    def action_look_around(self) -> None:
        """Show the program as it is after a few interviews."""
        afterview(self).look_around()


_NAMED = {"new": "interview.new", "look": "sample", "help": "help"}
