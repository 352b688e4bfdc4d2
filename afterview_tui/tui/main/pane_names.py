"""The strip that names all four panes where there is no room to show them."""

from __future__ import annotations

from collections.abc import Set

from textual.content import Content

from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.one_line import OneLine

# A pane, the key that goes there, and its name.
NAMES = {
    "interviews": ("pane.interviews", "Interviews"),
    "steps": ("pane.steps", "Four steps"),
    "letter": ("pane.letter", "Letter"),
    "journal": ("pane.journal", "Journal"),
    "today": ("today", "Today"),
}
# Below this width the names stand close together.
ROOMY = 70


class Strip(OneLine):
    """Names the panes; those on the screen are marked. A click goes to one."""

    def __init__(self) -> None:
        super().__init__(id="strip")

    def show(self, visible: Set[str]) -> None:
        """Mark the panes that are on the screen."""
        parts = []
        rest = " {} " if self.app.size.width >= ROOMY else "{}"
        for pane, (key_id, called) in NAMES.items():
            name = f"{key(key_id)} {called}"
            text = f"[{name}]" if pane in visible else rest.format(name)
            style = "bold" if pane in visible else "$foreground-muted"
            parts.append(Content.assemble((text, style)).stylize(f"@click=screen.pane('{pane}')"))
        self.say(Content(" ").join(parts))
