"""Pane 4: the reflection, the questions and the stories of one interview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.records import Facts, Question
from afterview_tui.domain.reflecting import PROMPTS, written
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.panes.journal_lines import (
    PREPARE_ID,
    QUESTIONS_ID,
    STORIES_ID,
    SURE_ID,
    beside,
    heading,
    options,
    question_id,
)
from afterview_tui.tui.panes.telling import TellingPane
from afterview_tui.tui.widgets.journal_writer import JournalWriter
from afterview_tui.tui.widgets.rows import Rows
from afterview_tui.tui.widgets.writer import Page, Writer

WritePrompt = Callable[[Facts, str, str, str], Saved]
WriteAnswer = Callable[[Question, str, str], Saved]
ROOMY = 18  # lines: from here on there is room for space between the prompts
_PLACEHOLDERS = {"happened": "First this, then that. How good or bad it was can wait."}


class JournalPane(TellingPane):
    """A list of prompts and questions; Enter opens one to write in, Escape closes it."""

    NUMBER, NAME = "4", "Journal"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.JOURNAL)]

    @dataclass
    class SureWanted(Message):
        """How sure the user feels is to be noted."""

    @dataclass
    class QuestionWanted(Message):
        """A question is to be noted, or changed."""

        question: Question | None = None

    @dataclass
    class QuestionBinned(Message):
        """A question is to be deleted from this interview."""

        question: Question

    @dataclass
    class PrepareWanted(Message):
        """The page to prepare from is to be shown."""

        interview_id: int

    @dataclass
    class QuestionGone(Message):
        """The question whose answer is open is no longer noted here."""

    @dataclass
    class PracticeWanted(Message):
        """The questions of all interviews are to be practised."""

    def __init__(self, write_prompt: WritePrompt, write_answer: WriteAnswer) -> None:
        super().__init__(id="journal")
        self._write_prompt = write_prompt
        self._write_answer = write_answer
        self._case: Case | None = None
        self._entry = ""  # what is open, or was last
        self._is_gone = False  # whether another window took that off

    def compose(self) -> ComposeResult:
        """The list, and the page that is open for writing in its place."""
        yield Rows(id="journal-rows")
        yield Static(id="journal-prompt", markup=False)
        yield JournalWriter(self.turn, id="journal-text")

    def on_mount(self) -> None:
        """Name the pane and show the list."""
        self.say_title()
        self._show_page(False)

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    @property
    def writer(self) -> Writer:
        """The open page."""
        return self.query_one(Writer)

    @property
    def case(self) -> Case | None:
        """The interview whose journal is shown."""
        return self._case

    @property
    def question(self) -> Question | None:
        """The question under the cursor."""
        if self._case is None:
            return None
        wanted = self.rows.current_id
        mine = self._case.facts.questions
        return next((question for question in mine if question_id(question) == wanted), None)

    def show(self, case: Case | None) -> None:
        """Show the journal of this interview."""
        is_other = case is None or self._case is None or case.id != self._case.id
        if is_other and self.writer.page is not None:
            if not self.writer.open(None):
                return
            self._show_page(False)
        self._case = case
        self.say_title(case.facts.interview.employer if case is not None else "")
        if case is not None and self.writer.page is not None:
            self._refresh(case)
        self.rows.show(self._options)

    def take_focus(self) -> None:
        """The list has the focus, or the page that is open."""
        (self.writer if self.writer.page is not None else self.rows).focus()

    def leave(self) -> None:
        """From writing back to the list."""
        if self.writer.open(None):
            self._show_page(False)
            self.rows.focus()

    def open(self, entry: str) -> None:
        """Open a prompt or a question to write in."""
        if self._case is None:
            return
        if entry == SURE_ID:
            self.post_message(self.SureWanted())
            return
        if entry == PREPARE_ID:
            self.post_message(self.PrepareWanted(self._case.id))
            return
        if (told := self.told_on(entry)) is not None:
            self.post_message(self.StoriesWanted(told.story.id))
            return
        page = self._page(self._case, entry)
        if page is not None and self.writer.open(page):
            self._entry, self._is_gone = entry, False
            self.query_one("#journal-prompt", Static).update(heading(entry, self._case))
            self._show_page(True)
            self.writer.move_cursor(self.writer.document.end)
            self.writer.focus()
            self.rows.show(self._options, entry)  # there Escape leads

    def turn(self, by: int) -> None:
        """Open the next prompt, or the one before; past the last, back to the list."""
        if self._case is None:
            return
        order = beside(self._entry, self._case)
        if self.writer.page is None:
            self.open(order[0 if by > 0 else -1])
            return
        at = order.index(self._entry) + by if self._entry in order else -1
        if 0 <= at < len(order):
            self.open(order[at])
        else:
            self.leave()

    def go_to(self, entry: str) -> None:
        """Put the cursor on a line of the list."""
        self.rows.show(self._options, entry)

    def go_to_question(self, number: int) -> None:
        """Put the cursor on the question with this id."""
        mine = self._case.facts.questions if self._case is not None else ()
        for question in mine:
            if question.id == number:
                self.go_to(question_id(question))

    def action_add(self) -> None:
        """Note a question."""
        if self._case is not None:
            self.post_message(self.QuestionWanted())

    def action_reword(self) -> None:
        """Change the question under the cursor, or open the prompt."""
        if (question := self.question) is not None:
            self.post_message(self.QuestionWanted(question))
        elif self.rows.current_id:
            self.open(self.rows.current_id)

    def action_bin(self) -> None:
        """Delete the question under the cursor, or take back that a story was told."""
        if (question := self.question) is not None:
            self.post_message(self.QuestionBinned(question))
        elif (told := self.told) is not None:
            self.post_message(self.TellingBinned(told))

    def action_practise(self) -> None:
        """Practise the questions."""
        self.post_message(self.PracticeWanted())

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Whoever leaves the page finds the list when they come back."""
        if event.control is self.writer:
            self.call_later(self._close_if_left)

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id == QUESTIONS_ID:
            self.action_add()
        elif event.option.id == STORIES_ID:
            self.action_tell()
        elif event.option.id:
            self.open(event.option.id)

    def _close_if_left(self) -> None:
        focused = self.screen.focused
        if focused is not None and focused is not self.writer and self.writer.open(None):
            self._show_page(False)

    def _show_page(self, is_open: bool) -> None:
        self.rows.display = not is_open
        self.writer.display = is_open
        self.query_one("#journal-prompt").display = is_open

    def _refresh(self, case: Case) -> None:
        """Show what is on file of the open page. One that is gone stays open.

        The keys that follow are still for it: in the list they would act.
        """
        page = self._page(case, self._entry)
        if page is not None:
            self.writer.refresh_page(page)
        elif not self._is_gone:
            self.post_message(self.QuestionGone())
        self._is_gone = page is None

    def _page(self, case: Case, entry: str) -> Page | None:
        facts = case.facts
        key = f"journal:{case.id}/{entry}"
        if entry in PROMPTS:
            return Page(
                key,
                written(facts.reflection, entry),
                lambda text, base: self._write_prompt(facts, entry, text, base),
                placeholder=_PLACEHOLDERS.get(entry, "One thing a line is enough."),
            )
        question = next((one for one in facts.questions if question_id(one) == entry), None)
        if question is None:
            return None
        return Page(
            key,
            question.answer,
            lambda text, base: self._write_answer(question, text, base),
            placeholder="What you would say next time. It can wait.",
        )

    def _options(self, width: int) -> Iterator[Option]:
        if self._case is None:
            return iter(())
        return options(self._case, width, is_roomy=self.rows.size.height >= ROOMY)
