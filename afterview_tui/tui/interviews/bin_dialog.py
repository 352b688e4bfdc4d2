"""What was deleted, to bring it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.storage.bin import Binned
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.page import AROUND, FEWEST
from afterview_tui.tui.kit.plain import line, plain, spread
from afterview_tui.tui.kit.rows import Rows


class BinDialog(Place[bool], ModalScreen[bool]):
    """The deleted things, the newest first. Answers whether anything on file was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.BIN)]

    def __init__(self) -> None:
        super().__init__()
        self._binned: list[Binned] = []
        self._has_changed = False

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        with Vertical(id="bin") as box:
            box.border_title = plain(f"Deleted things · {key('open')} brings one back")
            yield Rows(id="bin-rows")
            yield Footer()

    def on_mount(self) -> None:
        """Show what is in the bin."""
        self._show()

    def on_resize(self) -> None:
        """The list scrolls where the window is too small for it; the keys stay in view."""
        self.query_one(Rows).styles.max_height = max(FEWEST, self.app.size.height - AROUND)

    def action_undo(self) -> None:
        """Take back the last change, whichever it was. What is typed is saved first."""
        if self.afterview.flush():
            self._change(lambda: f"Undone: {self.store.file.undo().sentence}")

    def action_close(self) -> None:
        """Close the list."""
        self.dismiss(self._has_changed)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        wanted = event.option.id
        one = next((one for one in self._binned if _id(one) == wanted), None)
        if one is not None:
            self._change(lambda: self._bring_back(one))

    def _bring_back(self, one: Binned) -> str:
        self.store.bin.restore(one)
        return f"Brought back {one.name}. {key('bin.undo')} takes that back."

    def _change(self, do: Callable[[], str]) -> None:
        """Change the file, say what was done, and show what is in the bin then."""
        with self.reporting():
            self.afterview.say(do())
            self._has_changed = True
        self._show()

    def _show(self) -> None:
        with self.reporting():
            self._binned = self.store.bin.all()
        self.query_one(Rows).show(self._options)

    def _options(self, width: int) -> Iterator[Option]:
        if not self._binned:
            yield Option(line("Nothing is deleted.", "$foreground-muted"), disabled=True)
        today = self.afterview.today
        for one in self._binned:
            when = line(dates.moment(one.binned_at, today), "$foreground-muted")
            yield Option(spread(line(one.words), when, width), id=_id(one))


def _id(one: Binned) -> str:
    return f"{one.kind.__name__}-{one.id}"
