"""Every question on file: its answer, where it was asked, and what is told for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import OptionList

from afterview_tui.domain import questions
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.practice import where_asked
from afterview_tui.domain.questions import Filed
from afterview_tui.domain.text import clean_line
from afterview_tui.tui.journal.practice_dialog import Practice, answer_form
from afterview_tui.tui.journal.question_form import edit_question, new_question
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick
from afterview_tui.tui.kit.shelf import Shelf


class QuestionsScreen(Shelf[Filed, None]):
    """The list, in the order in which it is practised, and the card."""

    WHERE = Where.QUESTIONS
    TITLE_OF_LIST, ONE, MANY = "Questions", "question", "questions"
    NO_MATCH, FIND = "No question has these words", "questions.find"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.QUESTIONS)]

    def nothing(self) -> Part:
        """Said while no question is on file."""
        journal, here = key("journal.add"), key("questions.add")
        return Part(
            "No question is on file yet",
            (
                f"In the journal of an interview, {journal} notes one that you were asked.",
                f"Here, {here} adds one that may come.",
            ),
        )

    def load(self) -> list[Filed]:
        """Every question, those without an answer first."""
        coming = self.store.interviews.coming()
        return questions.order(self.store.journal.filed(), self.afterview.today, coming)

    def id_of(self, one: Filed) -> int:
        """The question's."""
        return one.question.id

    def found(self, every: Sequence[Filed], said: str) -> list[Filed]:
        """Those in whose words, answer, themes or employers every word occurs."""
        return questions.found(every, said)

    def named(self, one: Filed) -> tuple[str, str]:
        """The question, with a mark once it has an answer; where it was asked."""
        mark = "✓" if one.question.answer.strip() else "○"
        where = where_asked(one.posed, self.afterview.today).removeprefix("asked at ")
        return f"{mark} {one.question.text}", where

    def parts(self, one: Filed) -> Sequence[Part]:
        """Its answer, how it went, and where it was asked."""
        no_answer = f"None yet. {key('questions.answer')} writes one."
        return questions.parts(one, self.afterview.today, no_answer)

    async def action_answer(self) -> None:
        """Write the answer to the question under the cursor."""
        if (one := self.current) is not None:
            await self.ask(answer_form(one.question, self.store, self.afterview.say))

    async def action_edit(self) -> None:
        """Open the form for the question under the cursor."""
        if (one := self.current) is not None:
            with self.reporting():
                await self.ask(edit_question(one.question, self.store, self.afterview.say))

    async def action_add(self) -> None:
        """Note a question that nobody has asked yet."""
        noted: list[tuple[int, str]] = []

        def done() -> None:
            number, met_before = noted[-1]
            self.read(number)
            added = f"Added. {key('questions.answer')} writes its answer."
            self.afterview.say(met_before or added)

        with self.reporting():
            form = new_question(
                "A question that may come",
                self.store,
                lambda number, words: noted.append((number, words)),
                expected=True,
            )
            await self.ask(form, done)

    async def action_link(self) -> None:
        """Ask for a story that answers the question under the cursor."""
        if (one := self.current) is None:
            return
        stories = {kept.story.id: kept.story for kept in self.store.stories.all()}
        linked = {answered.story.id: answered.answering for answered in one.stories}
        if not stories:
            self.afterview.say("No story is on file yet.")
            return

        def picked(story_id: int | None) -> None:
            with self.reporting():
                if story_id in linked:
                    self.store.stories.unlink(linked[story_id])
                elif story_id is not None:
                    self.store.stories.link(stories[story_id], one.question)
                self.read()

        candidates = [
            Candidate(
                number,
                clean_line(story.name),
                f"answers it; {key('open')} takes that back" if number in linked else story.themes,
            )
            for number, story in stories.items()
        ]
        await self.app.push_screen(Pick("Which story answers it?", candidates), picked)

    async def action_practise(self) -> None:
        """Practise the questions of all interviews."""
        await self.app.push_screen(Practice(), lambda _: self.read())

    def action_bin(self) -> None:
        """Delete the question under the cursor, wherever it was asked."""
        if (one := self.current) is not None:
            with self.reporting():
                self.store.journal.bin(one.question)
                self.read()
                where = where_asked(one.posed, self.afterview.today)
                was = f" It was {where}." if len(one.posed.asked_at) > 1 else ""
                self.afterview.say(f"Deleted.{was} {key('questions.undo')} brings it back.")

    def action_copy(self) -> None:
        """Copy the question with its answer."""
        if (one := self.current) is not None:
            text = questions.text(one, self.afterview.today)
            self.afterview.copy_text(text, "question")

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_answer()
