"""What was deleted, to bring it back."""

from __future__ import annotations

from collections.abc import Sequence

from afterview_tui.domain import dates
from afterview_tui.domain.person_card import Part
from afterview_tui.storage.bin import Binned
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit.shelf_tab import InTab, Tab


class BinTab(Tab[Binned]):
    """The deleted things, the newest first."""

    where = Where.BIN
    one, many = "deleted thing", "deleted things"
    no_match = "No deleted thing has these words"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.verbs = {"open": self.bring_back}

    def nothing(self) -> Part:
        """Said while the bin is empty."""
        return Part("Nothing is deleted", ("What you delete anywhere is kept here.",))

    def load(self) -> Sequence[Binned]:
        """Everything in the bin."""
        return self.store.bin.all()

    def line(self, one: Binned) -> InTab:
        """What it is, and when it was deleted."""
        return InTab(_id(one), one.words, dates.moment(one.binned_at, self.today))

    def parts(self, one: Binned) -> Sequence[Part]:
        """The same, and how it comes back."""
        deleted = f"Deleted {dates.moment(one.binned_at, self.today)}"
        brings = f"{key('bin.open')} brings it back, with all that hangs on it."
        return [Part(one.words, (deleted,)), Part("", (brings,))]

    def bring_back(self, one: Binned) -> None:
        """Bring a thing back."""
        takes = f"{key('shelf.undo')} takes that back."
        try:
            self.store.bin.restore(one)
            self.afterview.say(f"Brought back {one.name}. {takes}")
        finally:
            self.screen.read()  # also where another window was faster


def _id(one: Binned) -> str:
    return f"{one.kind.__name__}-{one.id}"
