"""All reflections: what was noted after every interview, together or one prompt at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.looking_back import EVERYTHING, TOPICS, Looked, Noted, looked_at
from afterview_tui.domain.preparation import Reflected
from afterview_tui.domain.text import count
from afterview_tui.pages.reflections_page import reflections_page
from afterview_tui.tui.journal.journal_entry import Entry
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.filtered import Filtered
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.plain import around, line, plain, spread
from afterview_tui.tui.kit.rereading import reread_when_changed
from afterview_tui.tui.kit.rows import Rows

# Where to go: an interview, and a line of its journal.
Found = tuple[int, str]
NOTHING = (
    "Nothing is noted yet. What you write in the journal of an interview is found here,"
    " beside what you wrote after the others."
)
NOTHING_HERE = "Nothing is noted under this yet."
NO_MATCH = "Nothing that is noted here has these words."


class ReflectionsScreen(Filtered[Found | None]):
    """Reads every reflection, and answers where the user wants to go; None for back."""

    WHERE, FIND = Where.REFLECTIONS, "reflections.find"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.REFLECTIONS)]

    def __init__(self) -> None:
        super().__init__()
        self.topic = EVERYTHING
        self._every: tuple[Reflected, ...] = ()
        self._shown: list[Looked] = []

    def compose(self) -> ComposeResult:
        """What is shown, the prompts, the filter, the list, the keys."""
        yield OneLine(id="headline")
        yield OneLine(id="topics")
        yield self.filter_line()
        yield Rows(id="reflection-rows")
        yield Footer()

    def on_mount(self) -> None:
        """Read the file, and look once a second whether another window changed it."""
        self._read()
        reread_when_changed(self, self._read)

    def on_resize(self, event: events.Resize) -> None:
        """What stands above the list is made for one width."""
        self._say_above()

    def action_turn(self, by: int) -> None:
        """Show the next prompt, or the one before; after the last comes the first."""
        order = list(TOPICS)
        self.action_topic(order[(order.index(self.topic) + by) % len(order)])

    def action_topic(self, topic: str) -> None:
        """Show what was noted under one prompt, or everything."""
        before, self.topic = self._at, topic
        self.show(before)

    def action_copy(self, written_as: str = "text") -> None:
        """Copy what is shown."""
        if not self._shown:
            self.afterview.say("There is nothing here to copy.")
            return
        today, said = self.afterview.today, self.finder.said
        page = reflections_page(self._shown, self.topic, today, said)
        text = page.markdown() if written_as == "markdown" else page.text()
        self.afterview.copy_text(text, f"{today} {TOPICS[self.topic]}")

    def show(self, before: Found | None = None) -> None:
        """Show the topic, with the cursor at the interview that it was at `before`."""
        today, said = self.afterview.today, self.finder.said
        self._shown = looked_at(self._every, self.topic, today, said)
        same = [one for one in self._shown if before and one.interview.id == before[0]]
        self.rows.show(self._options, _id(same[0], same[0].noted[0]) if same else None)
        self._say_above()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if (at := _place(event.option.id)) is not None:
            self.dismiss(at)

    @property
    def _at(self) -> Found | None:
        """What the cursor is on."""
        return _place(self.rows.current_id)

    def _read(self) -> None:
        with self.reporting():
            self._every = self.store.journal.reflections()
            self.show()

    def _say_above(self) -> None:
        width = max(10, self.size.width - 2)
        number = count(len(self._shown), "interview")
        name = Content.styled("Reflections", "bold")
        day = line(dates.full(self.afterview.today))
        above = spread(Content.assemble(name, "   ", line(number)), day, width)
        self.query_one("#headline", OneLine).say(above)
        parts = [
            line(name, "bold $text-accent" if topic == self.topic else "$foreground-muted").stylize(
                f"@click=screen.topic('{topic}')"
            )
            for topic, name in TOPICS.items()
        ]
        place = list(TOPICS).index(self.topic)
        self.query_one("#topics", OneLine).say(around(parts, place, width))

    def _options(self, width: int) -> Iterator[Option]:
        if not self._shown:
            words = NOTHING_HERE if self._every else NOTHING
            if self.finder.said:
                words = f"{NO_MATCH} {key(self.FIND)} changes the filter."
            yield Option(plain(words, "$foreground-muted"), id="nothing", disabled=True)
        for number, one in enumerate(self._shown):
            employer, about = one.heading(self.afterview.today)
            heading = Content.assemble(
                "\n" if number else "",
                line(employer, "bold"),
                "  ",
                line(about, "$foreground-muted"),
            )
            yield Option(heading, id=f"interview-{one.interview.id}", disabled=True)
            for noted in one.noted:
                name = noted.name if self.topic == EVERYTHING else ""
                yield Option(Entry(name, noted.text), id=_id(one, noted))


def _id(one: Looked, noted: Noted) -> str:
    return f"{one.interview.id}/{noted.prompt}"


def _place(option_id: str | None) -> Found | None:
    number, slash, prompt = (option_id or "").partition("/")
    return (int(number), prompt) if slash else None
