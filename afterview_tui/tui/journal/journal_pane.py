"""Pane 4: the reflection, the questions and the stories of one interview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.records import Question
from afterview_tui.domain.reflecting import PROMPTS, written
from afterview_tui.domain.story import Told
from afterview_tui.tui.asked_for import AskedOfCopying
from afterview_tui.tui.journal.journal_lines import (
    PREPARE_ID,
    QUESTIONS_ID,
    STORIES_ID,
    SURE_ID,
    beside,
    heading,
    options,
    question_on,
    told_on,
)
from afterview_tui.tui.journal.journal_work import JournalWork
from afterview_tui.tui.journal.journal_writer import JournalWriter
from afterview_tui.tui.journal.story_work import StoryWork
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.pane import Pane
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.kit.writer import Page, Writer

ROOMY = 18  # lines: from here on there is room for space between the prompts
_PLACEHOLDERS = {"happened": "First this, then that. How good or bad it was can wait."}


class JournalPane(Pane):
    """A list of prompts and questions; Enter opens one to write in, Escape closes it."""

    KEY, NAME, WHERE = "pane.journal", "Journal", Where.JOURNAL
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.JOURNAL)]

    rows = getters.query_one(Rows)
    writer = getters.query_one(Writer)  # the page that is open

    def __init__(
        self,
        journal: JournalWork,
        stories: StoryWork,
        copying: AskedOfCopying,
        prepare: Callable[[int], object],
    ) -> None:
        """`prepare` shows the page to prepare from."""
        super().__init__(id="journal")
        self._journal = journal
        self._stories = stories
        self._copying = copying
        self._prepare = prepare
        self._case: Case | None = None
        self._entry = ""  # what is open, or was last
        self._is_gone = False  # whether another window took that off
        journal.pane = stories.pane = self

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
    def case(self) -> Case | None:
        """The interview whose journal is shown."""
        return self._case

    @property
    def question(self) -> Question | None:
        """The question under the cursor."""
        if self._case is None:
            return None
        return question_on(self.entry, self._case.facts)

    @property
    def told(self) -> Told | None:
        """The story under the cursor, if it was told here."""
        return told_on(self.entry, self._case.facts) if self._case is not None else None

    @property
    def entry(self) -> str:
        """What the line under the cursor is opened by."""
        return self.rows.current_id or ""

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
        page = self._page(self._case, entry)
        if page is not None and self.writer.open(page):
            self._entry, self._is_gone = entry, False
            self.query_one("#journal-prompt", Static).update(heading(entry, self._case))
            self._show_page(True)
            self.writer.move_cursor(self.writer.document.end)
            self.writer.focus()
            self.rows.show(self._options, entry)  # there Escape leads

    def turn(self, by: int) -> None:
        """Open the next prompt, or the one before; after the last comes the first."""
        if self._case is None:
            return
        order = beside(self._entry, self._case)
        if not order:  # what is open is of a kind that has nothing beside it, by now
            return
        if self.writer.page is None:
            self.open(order[0 if by > 0 else -1])
            return
        at = order.index(self._entry) + by if self._entry in order else 0
        self.open(order[at % len(order)])

    def go_to(self, entry: str) -> None:
        """Put the cursor on a line of the list."""
        self.rows.show(self._options, entry)

    def copy(self) -> None:
        """Copy the story under the cursor, or the questions; without either the letter."""
        questions = self._case.facts.questions if self._case is not None else ()
        if self.told is not None:
            self._stories.copy(self.told)
        elif questions:
            self._journal.copy_questions()
        else:
            self._copying.copy()

    async def action_add(self) -> None:
        """Add to the section under the cursor: a story told here, or else a question."""
        if self.entry == STORIES_ID or self.told is not None:
            await self._stories.tell()
        else:
            self._journal.note_question()

    async def action_reword(self) -> None:
        """Change the question under the cursor, or open the line."""
        if (question := self.question) is not None:
            self._journal.edit_question(question)
        else:
            await self._open_line(self.entry)

    def action_bin(self) -> None:
        """Delete the question under the cursor, or take back that a story was told."""
        if (question := self.question) is not None:
            self._journal.bin_question(question)
        elif (told := self.told) is not None:
            self._stories.take_back(told)
        else:
            self.tell("A question or a story can be deleted; anything else is emptied in its text.")

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Whoever leaves the page finds the list when they come back."""
        if event.control is self.writer:
            self.call_later(self._close_if_left)

    @on(OptionList.OptionSelected)
    async def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option.id in (QUESTIONS_ID, STORIES_ID):
            await self.action_add()
        else:
            await self._open_line(event.option.id or "")

    async def _open_line(self, entry: str) -> None:
        """Open what a line is about. What is typed ahead is for that."""
        if self._case is None:
            return
        if entry == SURE_ID:
            self._journal.ask_sure()
        elif entry == PREPARE_ID:
            self._prepare(self._case.id)
        elif (told := told_on(entry, self._case.facts)) is not None:
            await self._stories.open(told)
        else:
            self.open(entry)

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
            self._journal.say_gone()
        self._is_gone = page is None

    def _page(self, case: Case, entry: str) -> Page | None:
        facts = case.facts
        key = f"journal:{case.id}/{entry}"
        if entry in PROMPTS:
            return Page(
                key,
                written(facts.reflection, entry),
                lambda text, base: self._journal.write_prompt(facts, entry, text, base),
                placeholder=_PLACEHOLDERS.get(entry, "One thing a line is enough."),
                interview_id=case.id,
            )
        question = question_on(entry, facts)
        if question is None:
            return None
        return Page(
            key,
            question.answer,
            lambda text, base: self._journal.write_answer(question, text, base),
            placeholder="What you would say next time. It can wait.",
            interview_id=case.id,
        )

    def _options(self, width: int) -> Iterator[Option]:
        if self._case is None:
            return iter(())
        return options(self._case, width, is_roomy=self.rows.size.height >= ROOMY)
