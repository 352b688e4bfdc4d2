"""Pane 3: the letter to one person, with a tab for each person met."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import Letter, LetterForm, LetterState
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.records import Facts, Met
from afterview_tui.domain.text import count
from afterview_tui.letters import checks
from afterview_tui.letters.compose import compose
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.panes.pane import Pane
from afterview_tui.tui.plain import line, spread
from afterview_tui.tui.widgets.one_line import OneLine
from afterview_tui.tui.widgets.writer import Page, Writer

if TYPE_CHECKING:
    from textual.document._document import Document

# Saves a letter: whose facts, to whom, the text, the text it was typed on top of.
Save = Callable[[Facts, Met, str, str], Saved]


class LetterPane(Pane, can_focus=True):
    """Read with the pane focused; Enter writes, Escape goes back to reading."""

    NUMBER, NAME = "3", "Letter"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LETTER)]

    @dataclass
    class FactsWanted(Message):
        """What was talked about is to be noted."""

        met: Met

    @dataclass
    class SentToggled(Message):
        """The letter is marked sent, or not sent after all."""

        met: Met

    def __init__(self, save: Save) -> None:
        super().__init__(id="letter")
        self._save = save
        self._case: Case | None = None
        self._person_id = 0

    def compose(self) -> ComposeResult:
        """Who it is to, the text, and what there is to say about it."""
        yield OneLine(id="recipients")
        yield Writer(id="letter-text")
        yield OneLine(id="letter-words")

    def on_mount(self) -> None:
        """Name the pane."""
        self.say_title()

    @property
    def writer(self) -> Writer:
        """The text."""
        return self.query_one(Writer)

    @property
    def case(self) -> Case | None:
        """The interview whose letters are shown."""
        return self._case

    @property
    def met(self) -> Met | None:
        """The person that the letter shown is to."""
        if self._case is None:
            return None
        everyone = self._case.facts.met
        chosen = (met for met in everyone if met.person.id == self._person_id)
        return next(chosen, everyone[0] if everyone else None)

    @property
    def text(self) -> str:
        """The letter as it stands on the screen."""
        return self.writer.text

    def show(self, case: Case | None, person_id: int | None = None) -> None:
        """Show the letters of this interview, to this person or to the one shown before."""
        is_other = case is None or self._case is None or case.id != self._case.id
        before = self._case, self._person_id
        self._case = case
        if person_id is not None:
            self._person_id = person_id
        elif is_other and case is not None:
            self._person_id = _first_unsent(case.facts)
        met = self.met
        page = self._page(case, met) if case is not None and met is not None else _nobody(case)
        if not self.writer.refresh_page(page):
            self._case, self._person_id = before
            return
        self._say()

    def take_focus(self) -> None:
        """Reading comes first."""
        self.focus()

    def leave(self) -> None:
        """From writing back to reading."""
        self.focus()

    def next_recipient(self, by: int) -> None:
        """Show the letter to the next person."""
        if self._case is None or self.met is None:
            return
        everyone = self._case.facts.met
        index = (everyone.index(self.met) + by) % len(everyone)
        self.show(self._case, everyone[index].person.id)

    def action_write(self) -> None:
        """Write in the letter."""
        if self.met is None:
            return
        if self.writer.read_only:
            self.notify("This letter is marked sent. Space takes the mark away.", markup=False)
        else:
            self.writer.focus()
            self._select_first_gap()

    def action_facts(self) -> None:
        """Ask what the two talked about."""
        if (met := self.met) is not None:
            self.post_message(self.FactsWanted(met))

    def action_toggle_sent(self) -> None:
        """Mark the letter sent, or not."""
        if (met := self.met) is not None:
            self.post_message(self.SentToggled(met))

    def action_scroll_text(self, lines: int) -> None:
        """Scroll the text while reading."""
        self.writer.scroll_relative(y=lines, animate=False)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll the text by a page while reading."""
        self.writer.scroll_relative(y=pages * self.writer.size.height, animate=False)

    def action_read_from(self, end: str) -> None:
        """Scroll to the beginning or the end of the text while reading."""
        if end == "first":
            self.writer.scroll_home(animate=False)
        else:
            self.writer.scroll_end(animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Lines are made for one width."""
        self._say()

    @on(TextArea.Changed)
    @on(Writer.Stored)
    def _said(self) -> None:
        self._say()

    @property
    def letter(self) -> Letter | None:
        """The letter on file; None while it is an untouched draft."""
        if self._case is None or self.met is None:
            return None
        return self._case.facts.letter_to(self.met.person.id)

    def _select_first_gap(self) -> None:
        """The first gap is selected, so that typing fills it."""
        for gap in checks.gaps(self.text)[:1]:
            place = cast("Document", self.writer.document).get_location_from_index
            self.writer.selection = Selection(place(gap.start), place(gap.end))

    def _page(self, case: Case, met: Met) -> Page:
        facts, letter = case.facts, case.facts.letter_to(met.person.id)
        is_sent = letter is not None and letter.state is LetterState.SENT
        return Page(
            key=f"letter:{facts.interview.id}:{met.person.id}",
            text=letter.text if letter is not None else draft(facts, met, case.today),
            save=lambda text, base: self._save(facts, met, text, base),
            read_only=is_sent,
        )

    def _say(self) -> None:
        """Title, recipients and the line under the text."""
        met, case = self.met, self._case
        if met is None or case is None:
            self.say_title()
            self.query_one("#recipients", OneLine).say(Content(""))
            self.query_one("#letter-words", OneLine).say(Content(""))
            return
        letter = self.letter
        form = letter.form if letter is not None else LetterForm.EMAIL
        self.say_title(met.person.shown, "thank-you", form.value)
        width = max(10, self.content_size.width - 2)
        self.query_one("#recipients", OneLine).say(
            spread(self._names(case, met), line(_state(letter, case.today)), width)
        )
        self.query_one("#letter-words", OneLine).say(self._words(form, width))

    def _names(self, case: Case, shown: Met) -> Content:
        """Everyone met; a click on a name shows the letter to that person."""
        place = [met.meeting.id for met in case.facts.met].index(shown.meeting.id)
        parts: list[Content] = []
        everyone = case.facts.met
        for index, met in enumerate(everyone):
            style = "bold $text-accent" if index == place else "$foreground-muted"
            name = line(met.person.shown, style)
            ahead = (index - place) % len(everyone)  # a style takes no minus sign
            parts.append(name.stylize(f"@click=screen.recipient({ahead})"))
        return Content.assemble("‹ ", Content(" │ ").join(parts), " ›")

    def _words(self, form: LetterForm, width: int) -> Content:
        gaps = checks.gaps(self.text)
        left = line(checks.length(self.text, form), "$foreground-muted")
        if not gaps:
            return spread(left, Content(""), width)
        first = gaps[0].text
        words = f"! {count(len(gaps), 'gap')} to fill: {first}"
        return spread(
            left, line(words, "$text-warning").truncate(width * 2 // 3, ellipsis=True), width
        )


def draft(facts: Facts, met: Met, today: date) -> str:
    """The letter as it would be drafted from what is on file."""
    return compose(facts, thanked(met), today).text


def _first_unsent(facts: Facts) -> int:
    for met in facts.met:
        letter = facts.letter_to(met.person.id)
        if met.meeting.wants_letter and (letter is None or letter.state is not LetterState.SENT):
            return met.person.id
    return facts.met[0].person.id if facts.met else 0


def _nobody(case: Case | None) -> Page:
    if case is None:
        return Page("letter:none", "", _never, read_only=True)
    hint = "Nobody is noted as met at this interview. Press 1, then e, to add whom you met."
    return Page(f"letter:{case.id}:nobody", "", _never, placeholder=hint, read_only=True)


def _never(text: str, base: str) -> Saved:
    raise AssertionError("a page without a record is read-only")


def _state(letter: Letter | None, today: date) -> str:
    if letter is None:
        return "draft"
    if letter.state is LetterState.SENT and letter.sent_on is not None:
        return f"✓ sent {dates.short(letter.sent_on, today)}"
    return "draft, yours" if letter.state is LetterState.DRAFT else letter.state.value
