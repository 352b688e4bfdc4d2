"""Three numbers over all interviews, on one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from afterview_tui.domain.numbers import Numbers
from afterview_tui.handoff.text_files import write_text
from afterview_tui.pages.numbers_page import as_text, figures
from afterview_tui.pages.page_lines import wrapped
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.page import PageScreen
from afterview_tui.tui.kit.plain import plain

_BETWEEN = 3  # columns from a drawing to what its marks mean


class NumbersPage(PageScreen[None]):
    """Each number as a drawing and as a sentence. Files go to `folder`."""

    WHERE = Where.NUMBERS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.NUMBERS)]

    def __init__(self, numbers: Numbers, today: date, folder: Path) -> None:
        super().__init__()
        self._numbers = numbers
        self._today = today
        self._folder = folder

    def heading(self) -> tuple[str, str]:
        """What the page is."""
        return "In numbers", ""

    def page(self, width: int) -> Content:
        """The three, a line between them."""
        blocks: list[Content] = []
        for one in figures(self._numbers):
            lines = [plain(one.name, "bold")]
            if one.drawing:
                lines += _drawn(one.drawing, one.legend, width)
            lines += [plain(line) for line in wrapped(one.sentence, width)]
            blocks.append(Content("\n").join(lines))
        return Content("\n\n").join(blocks)

    @property
    def text(self) -> str:
        """The sentences, without the drawings."""
        return as_text(self._numbers)

    def stem(self) -> str:
        """What the file of a copy is called."""
        return f"{self._today} in numbers"

    def action_print(self) -> None:
        """Write the sentences to a file, and say where it is."""
        with self.reporting():
            path = write_text(self._folder, self.stem(), f"{self.text}\n")
            self.afterview.say(f"Written to {path}", seconds=8)


def _drawn(drawing: str, legend: str, width: int) -> list[Content]:
    """The drawing and what its marks mean, beside it where there is room."""
    drawn, meant = plain(drawing, "$text-accent"), plain(legend, "$foreground-muted")
    if len(drawing) + _BETWEEN + len(legend) > width:
        return [drawn, meant]
    return [Content.assemble(drawn, " " * _BETWEEN, meant)]
