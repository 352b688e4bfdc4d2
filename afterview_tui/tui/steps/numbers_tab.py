"""Three numbers over all interviews, each with what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from afterview_tui.domain.person_card import Part
from afterview_tui.handoff.text_files import write_text
from afterview_tui.pages.numbers_page import Figure, as_text, figures
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.shelf_tab import InTab, Tab


class NumbersTab(Tab[Figure]):
    """Each number as a drawing in its line; on the card what its marks mean, and the sentence."""

    where = Where.NUMBERS
    one, many = "number", "numbers"
    no_match = "No number has these words"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.others = {"copy": self.copy, "send": self.write_to_a_file}
        self.verbs = {}

    def nothing(self) -> Part:
        """There are always three."""
        return Part("", ())

    def load(self) -> Sequence[Figure]:
        """All three."""
        return figures(self.store.numbers.all(self.today))

    def line(self, one: Figure) -> InTab:
        """What it is about, and the drawing."""
        return InTab(one.name, one.name, one.drawing)

    def parts(self, one: Figure) -> Sequence[Part]:
        """The drawing with what its marks mean; the sentence, which is whole without it."""
        drawn = tuple(filter(None, (one.drawing, one.legend)))
        return [Part(one.name, drawn), Part("What follows", (one.sentence,))]

    def copy(self) -> None:
        """Copy the sentences."""
        self.afterview.copy_text(self._text, self._stem)

    def write_to_a_file(self) -> None:
        """Write the sentences to a file, and say where it is."""
        path = write_text(self.afterview.folder, self._stem, f"{self._text}\n")
        self.afterview.say(f"Written to {path}", seconds=8)

    @property
    def _text(self) -> str:
        return as_text(self.store.numbers.all(self.today))

    @property
    def _stem(self) -> str:
        return f"{self.today} in numbers"
