"""The first line: the program, what is for today, the date."""

from __future__ import annotations

from textual import events
from textual.content import Content

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Agenda
from afterview_tui.tui.base import afterview
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import line, spread


class Headline(OneLine):
    """Says what is due, in words."""

    def __init__(self) -> None:
        super().__init__(id="headline")
        self._agenda: Agenda | None = None

    def show(self, agenda: Agenda) -> None:
        """Show what this agenda has for today."""
        self._agenda = agenda
        self._say()

    def on_resize(self, event: events.Resize) -> None:
        """The line is made for one width."""
        self._say()

    def _say(self) -> None:
        if self._agenda is None:
            return
        width = max(10, self.content_size.width)
        day = line(dates.full(self._agenda.today))
        name = Content.styled("afterview", "bold")
        said = self._agenda.headline()
        if afterview(self).is_sample:
            said = f"sample data, {key('leave')} leads back to your file · {said}"
        left = Content.assemble(name, "   ", line(said))
        self.say(spread(left, day, width))
