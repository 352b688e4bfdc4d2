"""The colours to choose from, shown while the cursor moves in their list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.tui.keys import binding, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.over import Over
from afterview_tui.tui.kit.plain import name_and_about, plain
from afterview_tui.tui.kit.rows import Rows

AROUND = 4  # lines that are not the list


class Colours(Place[str | None], Over[str | None]):
    """Answers the theme that was chosen; None for Escape, after which it is what it was."""

    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [binding("colours.back")]

    def __init__(self, themes: Sequence[tuple[str, str]]) -> None:
        """`themes` are names, each with what it is: dark or light."""
        super().__init__()
        self._themes = themes
        self._before = ""

    @property
    def called(self) -> str:
        """What this is."""
        return "Colours"

    def compose(self) -> ComposeResult:
        """One line a theme."""
        with Vertical(id="colours") as box:
            box.border_title = plain("Colours")
            box.border_subtitle = plain(f"{key('open')} takes them · {key('colours.back')} back")
            yield Rows(id="colour-rows")

    def on_mount(self) -> None:
        """Begin with the colours that are shown."""
        self._before = self.app.theme
        self.query_one(Rows).show(self._options, self._before)

    def on_resize(self, event: events.Resize) -> None:
        """The list scrolls where the window is too small for it."""
        self.query_one(Rows).styles.max_height = max(1, event.size.height - AROUND)

    def action_leave(self) -> None:
        """Put back what was there before."""
        self.app.theme = self._before
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option.id and self._given is None:
            self.app.theme = event.option.id

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id:
            self.app.theme = event.option.id
        self.dismiss(event.option.id)

    def _options(self, width: int) -> Iterator[Option]:
        for name, about in self._themes:
            yield Option(name_and_about(name, about, width), id=name)
