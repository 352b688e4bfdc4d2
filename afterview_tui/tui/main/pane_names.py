"""The strip that names all panes, and the shelf, where there is no room to show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from textual import events
from textual.content import Content

from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.pane import Pane

# Below this width the names stand close together.
ROOMY = 70


class Strip(OneLine):
    """Names the panes; those on the screen are marked. A click goes to one."""

    def __init__(self) -> None:
        super().__init__(id="strip")
        self._every: Sequence[Pane] = ()
        self._visible: Set[str] = frozenset()

    def show(self, every: Iterable[Pane], visible: Set[str]) -> None:
        """Mark the panes that are on the screen."""
        self._every, self._visible = tuple(every), visible
        self._say_names(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Another width, more names or fewer: this line has it last."""
        self._say_names(self.outer_size.width)

    def _say_names(self, width: int) -> None:
        parts = []
        rest = " {} " if width >= ROOMY else "{}"
        for pane in self._every:
            name, is_shown = f"{key(pane.KEY)} {pane.NAME}", pane.id in self._visible
            text = f"[{name}]" if is_shown else rest.format(name)
            style = "bold" if is_shown else "$foreground-muted"
            go = f"@click=screen.pane('{pane.id}')"
            parts.append(Content.assemble((text, style)).stylize(go))
        if width >= ROOMY:
            name = rest.format(f"{key('shelf')} Shelf")
            go = "@click=screen.do('shelf.open')"
            parts.append(Content.assemble((name, "$foreground-muted")).stylize(go))
        self.say(Content(" ").join(parts))
