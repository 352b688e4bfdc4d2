"""A letter to copy out by hand, line by line, and then the envelope."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from afterview_tui.domain.text import count
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.letters.drafting import card_lines
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import line, spread
from afterview_tui.tui.letter.lines_by_hand import SlowLines

NO_WORDS = "There is nothing in this letter yet."


class ByHand(Place[bool | None]):
    """Answers whether the letter is written and posted. `at` is the line to begin with.

    After it is closed, its own `at` is the line that was reached.
    """

    WHERE = Where.BY_HAND
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.BY_HAND)]

    lines = getters.query_one(SlowLines)

    def __init__(self, text: str, address: Sequence[str], title: str, at: int = 0) -> None:
        super().__init__()
        self.at = at
        self._letter = card_lines.lines(text)
        self._envelope = card_lines.lines("\n".join(address))
        self._gaps = len(gaps(text))
        self._heading = title
        self._is_at_envelope = False

    def compose(self) -> ComposeResult:
        """What it is, what to know first, the lines, the keys."""
        yield OneLine(id="headline")
        yield OneLine(id="hand-note")
        yield SlowLines(id="hand-lines")
        yield Footer()

    def on_mount(self) -> None:
        """Show the letter where it was left."""
        self._show_page()

    def on_resize(self, event: events.Resize) -> None:
        """The lines above are made for one width."""
        self._say()

    def action_move(self, by: int) -> None:
        """Go on, or back, by lines."""
        self.lines.move_to(self.lines.at + by)

    def action_move_page(self, by: int) -> None:
        """Go on, or back, by as many lines as are in view."""
        self.lines.move_to(self.lines.at + by * self.lines.page)

    def action_move_to(self, end: str) -> None:
        """Go to the first or the last line."""
        self.lines.move_to(0 if end == "first" else self.lines.number - 1)

    def action_envelope(self) -> None:
        """Show the address, or the letter again where it was left."""
        self._is_at_envelope = not self._is_at_envelope
        self._show_page()

    def action_posted(self) -> None:
        """Answer that it is done."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """From the envelope back to the letter, from the letter out."""
        if self._is_at_envelope:
            self.action_envelope()
        else:
            self.dismiss(False)

    @on(SlowLines.Moved)
    def _moved(self, event: SlowLines.Moved) -> None:
        event.stop()
        if not self._is_at_envelope:
            self.at = event.at
        self._say()

    def _show_page(self) -> None:
        if self._is_at_envelope:
            self.lines.show(self._envelope, 0, _no_address())
        else:
            self.lines.show(self._letter, self.at, NO_WORDS)
            self.at = self.lines.at
        self._say()

    def _say(self) -> None:
        """Say how far one is, and what one would not like to find in ink."""
        lines, width = self.lines, max(10, self.app.size.width - 2)
        title = "Envelope" if self._is_at_envelope else "By hand"
        place = f"line {lines.at + 1} of {lines.number}" if lines.number else ""
        name = Content.assemble((title, "bold"), "   ", line(self._heading))
        self.query_one("#headline", OneLine).say(spread(name, line(place), width))
        self.query_one("#hand-note", OneLine).say(self._note().truncate(width, ellipsis=True))

    def _note(self) -> Content:
        if self._is_at_envelope:
            return Content("")
        if self._gaps:
            are = "is" if self._gaps == 1 else "are"
            return line(f"! {count(self._gaps, 'gap')} {are} still open", "$text-warning")
        if self.lines.number and self.lines.at == self.lines.number - 1:
            envelope, posted = key("hand.envelope"), key("hand.posted")
            last = f"The last line. {envelope} shows the envelope, {posted} marks it posted."
            return line(last, "$foreground-muted")
        return Content("")


def _no_address() -> str:
    shelf, change = key("shelf"), key("people.edit")
    return (
        "No postal address is on file yet. Among the people on the shelf there is a field for it:"
        f" {shelf} on the first screen, then {change} on the person."
    )
