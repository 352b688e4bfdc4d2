"""Every question on file: its answer, where it was asked, and what is told for it."""

from __future__ import annotations

from collections.abc import Sequence

from afterview_tui.domain import questions
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.practice import where_asked
from afterview_tui.domain.questions import Filed
from afterview_tui.domain.text import clean_line
from afterview_tui.storage.store import Store
from afterview_tui.tui.journal.practice_dialog import Practice, answer_form
from afterview_tui.tui.journal.question_form import edit_question, new_question
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit.pick_dialog import Candidate, Pick
from afterview_tui.tui.kit.shelf_tab import InTab, Tab


class QuestionsTab(Tab[Filed]):
    """The questions in the order in which they are practised."""

    where = Where.QUESTIONS
    one, many = "question", "questions"
    no_match = "No question has these words"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.verbs = {
            "open": self.answer,
            "edit": self.edit,
            "remove": self.remove,
            "copy": self.copy,
            "link": self.link,
        }
        self.others = {"add": self.add, "practise": self.practise}

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

    def load(self) -> Sequence[Filed]:
        """Every question, those without an answer first."""
        coming = self.store.interviews.coming()
        return questions.order(self.store.journal.filed(), self.today, coming)

    def found(self, every: Sequence[Filed], said: str) -> Sequence[Filed]:
        """Those in whose words, answer, themes or employers every word occurs."""
        return questions.found(every, said)

    def line(self, one: Filed) -> InTab:
        """The question, with a mark once it has an answer; where it was asked."""
        mark = "✓" if one.question.answer.strip() else "○"
        where = where_asked(one.posed, self.today).removeprefix("asked at ")
        return InTab(str(one.question.id), f"{mark} {one.question.text}", where)

    def parts(self, one: Filed) -> Sequence[Part]:
        """Its answer, how it went, and where it was asked."""
        no_answer = f"None yet. {key('questions.answer')} writes one."
        return questions.parts(one, self.today, no_answer)

    async def answer(self, one: Filed) -> None:
        """Write the answer to a question."""
        await self.ask(answer_form(one.question, self.store, self.afterview.say))

    async def edit(self, one: Filed) -> None:
        """Open the form for a question."""
        await self.ask(edit_question(one.question, self.store, self.afterview.say))

    async def add(self) -> None:
        """Note a question that nobody has asked yet."""
        noted: list[tuple[int, str]] = []

        def done() -> None:
            number, met_before = noted[-1]
            self.screen.read(str(number))
            added = f"Added. {key('questions.answer')} writes its answer."
            self.afterview.say(met_before or added)

        form = new_question(
            "A question that may come",
            self.store,
            lambda number, words: noted.append((number, words)),
            expected=True,
        )
        await self.ask(form, done)

    async def link(self, one: Filed) -> None:
        """Ask for a story that answers a question."""
        stories = {kept.story.id: kept.story for kept in self.store.stories.all()}
        linked = {answered.story.id: answered.answering for answered in one.stories}
        if not stories:
            self.afterview.say("No story is on file yet.")
            return

        def picked(story_id: int) -> None:
            if story_id in linked:
                self.write(lambda: self.store.stories.unlink(linked[story_id]))
            else:
                self.write(lambda: self.store.stories.link(stories[story_id], one.question))

        candidates = [
            Candidate(
                number,
                clean_line(story.name),
                f"answers it; {key('open')} takes that back" if number in linked else story.themes,
            )
            for number, story in stories.items()
        ]
        await self.choose(Pick("Which story answers it?", candidates), picked)

    async def practise(self) -> None:
        """Practise the questions of all interviews."""
        await self.screen.app.push_screen(Practice(), lambda _: self.screen.read())

    def remove(self, one: Filed) -> None:
        """Delete a question, wherever it was asked."""
        where = where_asked(one.posed, self.today)
        was = f" It was {where}." if len(one.posed.asked_at) > 1 else ""
        said = f"Deleted.{was} {key('shelf.undo')} brings it back."
        self.write(lambda: self.store.journal.bin(one.question), said)

    def copy(self, one: Filed) -> None:
        """Copy a question with its answer."""
        self.afterview.copy_text(questions.text(one, self.today), "question")
