"""Pane 3: the letter to one person, with a tab for each that is begun."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static, TextArea

from afterview_tui.domain import passed_on
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.recipients import Recipient, everybody, recipients
from afterview_tui.domain.records import Facts, Felt
from afterview_tui.letters.checking.finding import Finding
from afterview_tui.letters.drafting.current_letter import Shown, shown
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.asked_for import LetterKey
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.one_line import OneLine
from afterview_tui.tui.kit.pane import Pane
from afterview_tui.tui.kit.plain import line, spread
from afterview_tui.tui.kit.scrolling import Scrolling
from afterview_tui.tui.kit.writer import Page, Writer
from afterview_tui.tui.letter import letter_lines, part_help
from afterview_tui.tui.letter.letter_review import LetterReview
from afterview_tui.tui.letter.letter_work import LetterWork
from afterview_tui.tui.letter.letter_writer import LetterWriter
from afterview_tui.tui.letter.part_work import PartWork


class LetterPane(Scrolling, Pane, can_focus=True, can_focus_children=False):
    """Read with the pane focused; Enter writes, Escape goes back to reading.

    Tab from pane to pane goes past the text, which it would not leave again.
    """

    KEY, NAME, WHERE, WRITES = "pane.letter", "Letter", Where.LETTER, "letter.write"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LETTER)]

    writer = getters.query_one(LetterWriter)

    def __init__(self, letters: LetterWork, review: LetterReview, parts: PartWork) -> None:
        super().__init__(id="letter")
        self._letters = letters
        self._review = review
        self._parts = parts
        letters.pane = self
        self._case: Case | None = None
        self._key: LetterKey = (0, LetterKind.THANK_YOU)
        self._shown: Shown | None = None
        self._findings: tuple[Finding, ...] = ()
        self._looked_through: tuple[object, ...] = ()
        self._told_of_part: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Who it is to, the subject, the text, and what there is to say about it."""
        yield OneLine(id="recipients")
        yield OneLine(id="subject")
        parts = self._parts
        yield LetterWriter(parts.leave_part, parts.other_words, parts.take_out, id="letter-text")
        yield Static(id="letter-part", markup=False)
        yield OneLine(id="letter-words")

    def on_mount(self) -> None:
        """Name the pane."""
        self.say_title()

    @property
    def scrolled(self) -> Writer:
        """What is scrolled while reading."""
        return self.writer

    @property
    def case(self) -> Case | None:
        """The interview whose letters are shown."""
        return self._case

    @property
    def everyone(self) -> list[Recipient]:
        """Everybody to whom there is a letter, the one that is shown among them."""
        if self._case is None:
            return []
        facts = self._case.facts
        found = recipients(facts)
        if self._key not in [one.key for one in found]:
            # A letter of another kind is begun: it is there as long as it is shown.
            found += [one for one in everybody(facts, self._key[1]) if one.key == self._key]
        return found

    @property
    def to(self) -> Recipient | None:
        """Whom the letter shown is to, and what for."""
        everyone = self.everyone
        chosen = (one for one in everyone if one.key == self._key)
        return next(chosen, everyone[0] if everyone else None)

    @property
    def letter(self) -> Letter | None:
        """The letter as it stands on the screen; without an id while it is not on file."""
        if self._shown is None:
            return None
        letter, text = self._shown.letter, self.text
        if text == letter.text:
            return letter
        return replace(letter, text=text, parts=self.writer.parts_of(text), follows_facts=False)

    @property
    def form(self) -> LetterForm:
        """How the letter goes out."""
        return self.letter.form if self.letter is not None else LetterForm.EMAIL

    @property
    def subject(self) -> str:
        """The subject of the e-mail."""
        return self.letter.subject if self.letter is not None else ""

    @property
    def text(self) -> str:
        """The letter as it stands on the screen."""
        return self.writer.text

    def show(self, case: Case | None, key: LetterKey | None = None) -> None:
        """Show the letters of this interview: this one, or the one shown before."""
        is_other = case is None or self._case is None or case.id != self._case.id
        before = self._case, self._key, self._shown
        self._case = case
        if key is None and case is not None and not self.writer.has_focus:
            key = self._letters.back_at(case)
        if key is not None:
            self._key = key
        elif is_other and case is not None:
            self._key = _first_unsent(case.facts)
        to = self.to
        if case is None or to is None:
            self._shown, page = None, _nobody(case)
        else:
            self._shown = shown(case.facts, to, case.today)
            page = self._page(self._shown.letter, to)
        if not self.writer.refresh_page(page):
            self._case, self._key, self._shown = before
            return
        self.writer.take(self._shown.letter if self._shown is not None else None)
        self._altered()

    def take_focus(self) -> None:
        """Reading comes first."""
        self.focus()

    def copy(self) -> None:
        """Copy the letter."""
        self._review.copy()

    def leave(self) -> None:
        """From writing back to reading."""
        self.focus()

    def next_recipient(self, by: int) -> None:
        """Show the letter to the next person."""
        everyone, to = self.everyone, self.to
        if self._case is not None and to is not None:
            index = (everyone.index(to) + by) % len(everyone)
            self.show(self._case, everyone[index].key)

    def action_write(self) -> None:
        """Write in the letter."""
        if self.to is None:
            self.tell(letter_lines.no_letter())
        elif self.writer.read_only:
            self._review.this_letter.ask_whether_sent()
        else:
            self.writer.focus()
            self.writer.begin()

    def action_undo_text(self, way: int) -> None:
        """Take back the last edit of the text, or do it again, while reading."""
        if not self.writer.read_only:
            self.writer.undo() if way < 0 else self.writer.redo()
        elif self.to is not None:
            self.tell(letter_lines.is_sent())

    @on(events.Focus)
    @on(events.DescendantFocus)
    def _looked_at_first(self) -> None:
        self._review.looked_at()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    @on(TextArea.SelectionChanged)
    def _say_part(self) -> None:
        """Under the text, while it is written: what belongs where the cursor is."""
        with suppress(NoMatches):  # a window that closes loses its parts one by one
            box, writer = self.query_one("#letter-part", Static), self.writer
            is_writing = writer.has_focus and not writer.read_only
            place = writer.place if is_writing else None
            width = max(10, self.content_size.width - 2)
            is_blank = place is not None and place.is_open and writer.is_blank
            blank = self.form if is_blank else None
            at = place and (place.name, place.is_open, place.start < place.end)
            told = id(self._case), self._key, at, width, blank
            if told == self._told_of_part:
                return
            self._told_of_part = told
            box.display = place is not None
            felt = self._case.facts.interview.felt if self._case is not None else Felt.UNSAID
            notes = self._parts.notes(place)
            box.update(part_help.lines_for(place, felt, notes, width, blank))
            # It takes room from the text, perhaps where the cursor is.
            self.call_after_refresh(writer.scroll_cursor_visible, animate=False)

    @on(events.Resize)
    @on(events.Focus)
    @on(events.Blur)
    @on(events.DescendantFocus)
    def _say_anew(self) -> None:
        # The lines are made for one width, and say what the keys do while one reads.
        with suppress(NoMatches):  # a window that closes loses its parts one by one
            self._say()

    def show_findings(self, found: tuple[Finding, ...]) -> None:
        """Show what there is to look at, until the letter is altered."""
        self._findings, self._looked_through = found, _as_read(self.letter)
        self._say()

    @on(TextArea.Changed)
    @on(Writer.Stored)
    def _altered(self) -> None:
        with suppress(NoMatches):  # what is saved last is told of when the window closes
            # Saving alters nothing that was found: what is told must not go and come back.
            if _as_read(self.letter) != self._looked_through:
                self._findings = ()
            self._say()
            self._review.altered()

    def _page(self, letter: Letter, to: Recipient) -> Page:
        writer = self.writer  # the last save comes when the window has lost its parts already
        return Page(
            key=f"letter:{letter.interview_id}:{letter.person_id}:{letter.kind}:{letter.form}",
            text=letter.text,
            save=lambda text, base: self._letters.save(
                letter, to.person, text, base, writer.parts_of(text)
            ),
            read_only=letter.state is LetterState.SENT,
            interview_id=letter.interview_id,
        )

    def _say(self) -> None:
        """Title, recipients, subject, and the line under the text."""
        to, case, letter = self.to, self._case, self.letter
        lines = [self.query_one(f"#{name}", OneLine) for name in _LINES]
        lines[1].display = letter is not None and letter.form is LetterForm.EMAIL
        self.say_below(letter_lines.below(self._shown, is_read=self.has_focus))
        if to is None or case is None or letter is None:
            self.say_title()
            for one in lines:
                one.say(Content(""))
            return
        self.say_title(to.person.shown, to.kind.value, letter.form.value)
        width = max(10, self.content_size.width - 2)
        state = line(letter_lines.state(letter, case.today))
        room = width - state.cell_length - 2
        lines[0].say(spread(letter_lines.names(self.everyone, to, room), state, width))
        lines[1].say(letter_lines.subject(letter).truncate(width, ellipsis=True))
        lines[2].say(letter_lines.foot(letter, self._findings, width))


_LINES = ("recipients", "subject", "letter-words")


def _as_read(letter: Letter | None) -> tuple[object, ...]:
    """What somebody reads of a letter, and which one it is; not how far it is on file."""
    if letter is None:
        return ()
    whose = letter.interview_id, letter.person_id, letter.kind
    return (*whose, letter.form, letter.subject, letter.text)


def _first_unsent(facts: Facts) -> LetterKey:
    for met in facts.met:
        if met.meeting.wants_letter and not passed_on.is_thanked(facts, met):
            return met.person.id, LetterKind.THANK_YOU
    return facts.met[0].person.id if facts.met else 0, LetterKind.THANK_YOU


def _nobody(case: Case | None) -> Page:
    if case is None:
        return Page("letter:none", "", _never, read_only=True)
    go, change = key("pane.interviews"), key("interview.edit")
    press = f"Press {go}, then {change}, to add whom you met."
    hint = f"Nobody is noted as met at this interview. {press}"
    return Page(f"letter:{case.id}:nobody", "", _never, placeholder=hint, read_only=True)


def _never(text: str, base: str) -> Saved:
    raise AssertionError("a page without a record is read-only")
