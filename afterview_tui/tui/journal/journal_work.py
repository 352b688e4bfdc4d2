"""What is done in the journal: its prompts, its questions, and those of all interviews."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from afterview_tui.domain.agenda import Case
from afterview_tui.domain.practice import where_asked
from afterview_tui.domain.records import Facts, Interview, Question
from afterview_tui.domain.reflecting import PROMPTS, how_sure, written
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.journal import sure_choice
from afterview_tui.tui.journal.journal_lines import question_id
from afterview_tui.tui.journal.question_form import edit_question, new_question
from afterview_tui.tui.keys import key

NO_VERSIONS = (
    "Of a prompt and of an answer an earlier text is kept when undo takes it away, when another"
    " window wrote there too, and before an earlier one comes back."
)


class JournalView(Protocol):
    """The journal on the screen, as its work knows it."""

    @property
    def case(self) -> Case | None:
        """The interview whose journal is shown."""

    @property
    def entry(self) -> str:
        """What the line under the cursor is opened by."""

    @property
    def question(self) -> Question | None:
        """The question under the cursor."""

    def show(self, case: Case | None) -> None:
        """Show the journal of this interview."""

    def open(self, entry: str) -> None:
        """Open a prompt or a question to write in."""

    def go_to(self, entry: str) -> None:
        """Put the cursor on a line of the list."""

    def leave(self) -> None:
        """From writing back to the list."""


class JournalWork:
    """Notes what is said in the journal of the interview shown, and opens those of all."""

    pane: JournalView  # puts itself here

    def __init__(self, desk: Desk, front: Front) -> None:
        self.desk = desk
        self.front = front
        self.store = desk.store

    def open(self) -> None:
        """Go to the journal of the interview shown."""
        self.front.go_to("journal")
        self.pane.show(self.desk.case)

    def open_prompt(self, prompt: str) -> None:
        """Write under a prompt of the journal."""
        self.open()
        self.pane.open(prompt)

    def write_prompt(self, facts: Facts, prompt: str, text: str, base: str) -> Saved:
        """Save what is written under a prompt."""
        return self.store.journal.write(facts, prompt, text, base)

    def write_answer(self, question: Question, text: str, base: str) -> Saved:
        """Save the answer to a question."""
        return self.store.journal.answer(question, text, base)

    def ask_sure(self) -> None:
        """Ask how sure the user feels."""
        if self.desk.case is None:
            return
        facts, day = self.desk.case.facts, self.desk.today
        noted = how_sure(facts.reflection, facts.feelings, facts.interview, day)

        def note(sure: str) -> None:
            journal, today = self.store.journal, self.desk.today
            self.front.write(lambda case: journal.feel_sure(case.facts, int(sure), today))

        self.front.choose(sure_choice.sure(noted), note)

    def note_question(self) -> None:
        """Note a question; the answer can wait."""
        if self.desk.case is not None:
            with self.front.reporting():
                self._note_question(self.desk.case.facts.interview)

    def _note_question(self, interview: Interview) -> None:
        """Note one in a line: one expected before the interview, one that came up after it.

        Where it was met before, that is said.
        """
        is_to_come = interview.held_on > self.desk.today
        noted: list[tuple[int, str]] = []

        def done() -> None:
            number, met_before = noted[-1]
            self._go_to_question(number)  # Enter writes its answer
            if met_before:
                self.front.say(met_before)

        title = "A question you expect" if is_to_come else "A question you did not expect"
        form = new_question(
            title,
            self.store,
            lambda number, words: noted.append((number, words)),
            interview,
            expected=is_to_come,
        )
        self.front.ask(form, done)

    def _go_to_question(self, number: int) -> None:
        case = self.pane.case
        for question in case.facts.questions if case is not None else ():
            if question.id == number:
                self.pane.go_to(question_id(question))

    def edit_question(self, before: Question) -> None:
        """Change a question: its words, whether it was expected, its themes."""
        with self.front.reporting():
            self.front.ask(edit_question(before, self.store, self.front.say))

    def bin_question(self, question: Question) -> None:
        """Delete a question from this interview."""
        journal = self.store.journal

        def take_off(case: Case) -> None:
            journal.take_off(question, case.facts.interview)
            stays = journal.get(question.id)
            if stays is None:
                self.front.say(f"Deleted. {key('undo')} brings it back.")
            else:
                where = where_asked(stays, self.desk.today)
                kept = f"It stays on file: {where}" if where else "It stays on file"
                self.front.say(f"Deleted here. {kept}. {key('undo')} brings it back.")

        self.front.write(take_off)

    def copy_questions(self) -> None:
        """Copy the questions of the interview shown."""
        if self.pane.case is not None:
            facts = self.pane.case.facts
            questions = [f"- {question.text}" for question in facts.questions]
            self.front.app.copy_text("\n".join(questions), f"{facts.interview.employer} questions")

    def say_gone(self) -> None:
        """The question whose answer is open is no longer noted here."""
        self.front.say(
            "Another window took this question off the list. What you type stays with it;"
            f" {key('leave')} leaves the text.",
            seconds=8,
        )

    def versions(self) -> None:
        """Show the earlier texts of the prompt or the answer under the cursor."""
        from afterview_tui.tui.kit.versions import Versions

        pane, journal, texts = self.pane, self.store.journal, self.store.texts
        if (case := pane.case) is None:
            return
        facts, question, prompt = case.facts, pane.question, pane.entry
        with self.front.reporting():
            if question is not None:
                name, current = question.text, question.answer
                found = texts.versions(question, "answer")
                bring_back = partial(journal.bring_back_answer, question)
            elif prompt in PROMPTS:
                name, current = PROMPTS[prompt], written(facts.reflection, prompt)
                found = texts.versions(facts.reflection, prompt)
                bring_back = partial(journal.bring_back, facts, prompt)
            else:
                self.front.say(NO_VERSIONS)
                return
            dialog = Versions(name, current, found, True, case.today, NO_VERSIONS)
            said = f"Brought back. {key('undo')} takes that back."
            self.front.choose(
                dialog, lambda one: self.front.write(lambda _: bring_back(one.text), said)
            )

    async def practise(self) -> None:
        """Practise the questions of all interviews. What is typed ahead is for the practice."""
        from afterview_tui.tui.journal.practice_dialog import Practice

        await self.front.open(Practice(), self.front.read_again)
