"""The earlier versions of a text: to read, to compare with the present one, to bring back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.text import clean, count
from afterview_tui.letters.checking.comparing import MARKS, Kind, compare, marked
from afterview_tui.letters.checking.gaps_and_length import without_gaps, word_count
from afterview_tui.storage.texts import Version
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import line, plain, spread
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.kit.scrolling import Scrolling

NONE_YET = (
    "There is no earlier version yet. One is kept whenever the letter is copied or marked sent,"
    " and before another wording takes its place."
)
SENT = "This letter is marked sent, so nothing is put into it."
SAME = "No difference: it says exactly this now."
# Above this a page takes visibly long to lay out, and no letter is near it.
MOST_SHOWN = 20_000
_STYLES = {Kind.SAME: "", Kind.GONE: "$foreground-muted strike", Kind.NEW: "bold $text-accent"}


class Versions(Scrolling, Place[Version | None], ModalScreen[Version | None]):
    """Answers the version to bring back; None when it was only looked.

    `versions` come newest first. Whoever asks keeps the present text before
    it puts another in its place.
    """

    WHERE = Where.VERSIONS
    AUTO_FOCUS = "#version-rows"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.VERSIONS)]
    # From this width the text is beside the list, else below it.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    rows = getters.query_one("#version-rows", Rows)
    page = getters.query_one("#version-page", VerticalScroll)

    def __init__(
        self,
        title: str,
        current: str,
        versions: Sequence[Version],
        can_bring_back: bool,
        today: date,
        none_yet: str = NONE_YET,
    ) -> None:
        super().__init__()
        self._none_yet = none_yet
        self._heading = title
        self._current = current
        self._lines = _lines(versions)
        self._can_bring_back = can_bring_back
        self._today = today
        self._compares = False

    @property
    def scrolled(self) -> VerticalScroll:
        """The text of a version."""
        return self.page

    @property
    def current(self) -> Version | None:
        """The version under the cursor, which is on the newest until the list is laid out."""
        if not self._lines:
            return None
        return self._lines[int(self.rows.current_id or 0)].version

    def compose(self) -> ComposeResult:
        """The list, the text of the one under the cursor, and the keys."""
        with Vertical(id="versions") as box:
            box.border_title = line(f"Earlier versions · {self._heading}")
            with Container(id="version-parts"):
                yield _Looking(id="version-rows")
                with Vertical(id="version-text"):
                    yield OneLine(id="version-heading")
                    with VerticalScroll(id="version-page", can_focus=False):
                        yield Static(id="version-words", markup=False)
            copies = f"{key('versions.copy')} copies a version."
            yield Static(plain(f"{SENT} {copies}"), id="version-foot", markup=False)
            yield Footer()

    def on_mount(self) -> None:
        """Show the newest."""
        self.set_class(not self._lines, "-empty")
        self.rows.display = bool(self._lines)
        self.query_one("#version-foot").display = bool(self._lines) and not self._can_bring_back
        self.rows.show(self._options)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is brought back into a letter that is sent, as is said at the foot."""
        if action == "bring_back":
            return bool(self._lines) and self._can_bring_back
        return bool(self._lines) or action not in ("compare", "copy", "scroll_page")

    def action_bring_back(self) -> None:
        """Answer the version under the cursor, unless the letter says the same already."""
        if (version := self.current) is None:
            return
        if version.text == self._current:
            self.afterview.say("It says exactly this already.")
        else:
            self.dismiss(version)

    def action_compare(self) -> None:
        """Show what became of the version since, or its text again."""
        self._compares = not self._compares
        self._show()

    def action_copy(self) -> None:
        """Copy the version under the cursor."""
        if (version := self.current) is not None:
            self.afterview.copy_text(version.text, f"{self._heading} {version.at:%Y-%m-%d %H%M}")

    def action_close(self) -> None:
        """Close without bringing anything back."""
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    @on(Rows.Filled)
    def _moved(self, event: OptionList.OptionHighlighted | Rows.Filled) -> None:
        event.stop()
        self._show()

    def _show(self) -> None:
        """Show the version under the cursor: its text, or what became of it."""
        version = self.current
        if version is None:
            self.query_one("#version-words", Static).update(
                line(self._none_yet, "$foreground-muted")
            )
            return
        place = int(self.rows.current_id or 0) + 1
        self.query_one("#versions").border_subtitle = f"{place} of {len(self._lines)}"
        heading, words = (
            _compared(version.text, self._current) if self._compares else _text(version.text)
        )
        self.query_one("#version-heading", OneLine).say(heading)
        self.query_one("#version-words", Static).update(words)
        self.page.scroll_home(animate=False)

    def _options(self, width: int) -> Iterator[Option]:
        for number, one in enumerate(self._lines):
            is_now = one.version.text == self._current
            yield Option(_Row(one.version, one.why, is_now, self._today), id=str(number))


class _Looking(Rows):
    """A click looks at a version; only a key brings it back, which is the dialog's."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A line is not opened: it is shown already, and read by pages."""
        return action not in ("select", "page_down", "page_up")

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there, and no more."""
        event.prevent_default()
        if (clicked := event.style.meta.get("option")) is not None:
            self.highlighted = clicked


@dataclass(frozen=True, slots=True)
class _Line:
    """A version, and why it was kept."""

    version: Version
    why: str


def _lines(versions: Sequence[Version]) -> list[_Line]:
    """The versions; neighbours with the same text are one, with every reason it was kept."""
    lines = []
    for _, same in groupby(versions, key=lambda version: version.text):
        alike = list(same)
        lines.append(_Line(alike[0], ", ".join(dict.fromkeys(one.why for one in alike))))
    return lines


@dataclass(frozen=True)
class _Row(Visual):
    """A version in the list. Its words are counted once it comes into view."""

    version: Version
    why: str
    is_now: bool
    today: date

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """When, why, and how many words."""
        when = line(dates.moment(self.version.at, self.today))
        left = Content.assemble(when, "  ", line(self.why, "$foreground-muted"))
        right = line("as it is now" if self.is_now else self._length, "$foreground-muted")
        return spread(left, right, width).render_strips(width, height, style, options)

    @property
    def _length(self) -> str:
        text = self.version.text
        if len(text) > MOST_SHOWN:
            return f"{len(text):,} characters"
        return count(word_count(without_gaps(text)), "word")

    def get_optimal_width(self, rules: Any, container_width: int) -> int:
        """As wide as the list."""
        return container_width

    def get_height(self, rules: Any, width: int) -> int:
        """One, at any width."""
        return 1


def _text(text: str) -> tuple[Content, Content]:
    """What stands above a text, and the text."""
    return line("The text of this version", "$foreground-muted"), _bounded(plain(text))


def _compared(old: str, current: str) -> tuple[Content, Content]:
    """What stands above a comparison, and the comparison."""
    (gone, end_gone), (new, end_new) = MARKS[Kind.GONE], MARKS[Kind.NEW]
    heading = Content.assemble(
        ("Against the letter now: ", "$foreground-muted"),
        (f"{gone}only then{end_gone}", _STYLES[Kind.GONE]),
        " ",
        (f"{new}only now{end_new}", _STYLES[Kind.NEW]),
    )
    pieces = compare(clean(old), clean(current))
    if all(piece.kind is Kind.SAME for piece in pieces):
        return heading, line(SAME, "$foreground-muted")
    shown = [plain(piece.text, _STYLES[piece.kind]) for piece in marked(pieces)]
    return heading, _bounded(Content("").join(shown))


def _bounded(words: Content) -> Content:
    """The beginning of a text that is too long to be shown, and word of the rest."""
    left_out = len(words) - MOST_SHOWN
    if left_out <= 0:
        return words
    rest = f"\n\n… and {left_out:,} more characters. Bringing back and copying take all of it."
    return Content.assemble(words[:MOST_SHOWN], (rest, "$foreground-muted"))
