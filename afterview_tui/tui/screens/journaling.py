"""What the journal asks for, and what is written for it."""

from __future__ import annotations

from functools import partial

from textual import on

from afterview_tui.domain import met_before
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.practice import where_asked
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.reflecting import PROMPTS, how_sure, written
from afterview_tui.tui.dialogs import asking
from afterview_tui.tui.dialogs.question_form import BOTH_KEPT, edit_question, new_question
from afterview_tui.tui.panes.journal import JournalPane
from afterview_tui.tui.screens.telling import TellingScreen

NO_VERSIONS = (
    "Of a prompt and of an answer an earlier text is kept when undo takes it away, when another"
    " window wrote there too, and before an earlier one comes back."
)


class JournalingScreen(TellingScreen):
    """Answers the messages of the journal."""

    @on(JournalPane.SureWanted)
    def _ask_sure(self) -> None:
        if self.desk.case is None:
            return
        facts, day = self.desk.case.facts, self.desk.today
        noted = how_sure(facts.reflection, facts.feelings, facts.interview, day)

        def note(sure: str) -> None:
            journal, today = self.store.journal, self.desk.today
            self.front.write(lambda case: journal.feel_sure(case.facts, int(sure), today))

        self.front.choose(asking.sure(noted), note)

    @on(JournalPane.QuestionWanted)
    def _ask_question(self, message: JournalPane.QuestionWanted) -> None:
        if self.desk.case is None:
            return
        with self.front.reporting():
            if message.question is None:
                self._note_question(self.desk.case.facts.interview)
            else:
                self._edit_question(message.question)

    def _note_question(self, interview: Interview) -> None:
        """Note one in a line: one expected before the interview, one that came up after it.

        Where it was met before, that is said.
        """
        is_to_come = interview.held_on > self.desk.today
        journal, told, noted = self.store.journal, [], []

        def save(text: str) -> None:
            before = met_before.same(text, journal.questions(), interview.id)
            noted.append(journal.ask(text, interview.id, expected=is_to_come))
            told.append(met_before.told(before, interview))

        def done() -> None:
            self.query_one(JournalPane).go_to_question(noted[-1])  # Enter writes its answer
            if told[-1]:
                self.front.say(told[-1])

        title = "A question you expect" if is_to_come else "A question you did not expect"
        form = new_question(title, save, journal.questions(), self.store.drafts, interview)
        self.front.ask(form, done)

    def _edit_question(self, before: Question) -> None:
        journal, both_kept = self.store.journal, []

        def save(question: Question) -> None:
            both_kept.append(journal.edit(question, before))

        def done() -> None:
            if both_kept[-1]:
                self.front.say(BOTH_KEPT)

        every, in_use = journal.questions(), self.store.stories.themes()
        self.front.ask(edit_question(before, save, every, self.store.drafts, in_use), done)

    @on(JournalPane.QuestionBinned)
    def _bin_question(self, message: JournalPane.QuestionBinned) -> None:
        journal, question = self.store.journal, message.question

        def take_off(case: Case) -> None:
            journal.take_off(question, case.facts.interview)
            stays = journal.get(question.id)
            if stays is None:
                self.front.say("Deleted. u brings it back.")
            else:
                where = where_asked(stays, self.desk.today)
                kept = f"It stays on file: {where}" if where else "It stays on file"
                self.front.say(f"Deleted here. {kept}. u brings it back.")

        self.front.write(take_off)

    @on(JournalPane.QuestionGone)
    def _say_gone(self) -> None:
        self.front.say(
            "Another window took this question off the list. What you type stays with it;"
            " Esc leaves the text.",
            seconds=8,
        )

    def action_journal_versions(self) -> None:
        """Show the earlier texts of the prompt or the answer under the cursor."""
        from afterview_tui.tui.dialogs.versions import Versions

        pane, journal, texts = (
            self.query_one(JournalPane),
            self.store.journal,
            self.store.texts,
        )
        if (case := pane.case) is None:
            return
        facts, question, prompt = case.facts, pane.question, pane.rows.current_id or ""
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
            said = "Brought back. u takes that back."
            self.front.choose(
                dialog, lambda one: self.front.write(lambda _: bring_back(one.text), said)
            )

    def action_questions(self) -> None:
        """Show every question on file."""
        from afterview_tui.tui.screens.questions import QuestionsScreen

        self.front.open(QuestionsScreen(), self.front.read_again)

    def action_reflections(self) -> None:
        """Show what was noted at all interviews, and go to what is chosen there."""
        from afterview_tui.tui.screens.reflections import ReflectionsScreen

        def answered(found: tuple[int, str] | None) -> None:
            self.front.read_again()
            if found is not None:
                interview_id, prompt = found
                self.front.reveal(interview_id)
                self.front.go_to("journal")
                self.query_one(JournalPane).go_to(prompt)

        self.query_one(JournalPane).leave()  # what is shown there may be another interview's next
        self.front.open(ReflectionsScreen(), answered)

    @on(JournalPane.PracticeWanted)
    async def _practise(self) -> None:
        """Practise the questions of all interviews. What is typed ahead is for the practice."""
        from afterview_tui.tui.dialogs.practice import Practice

        def stopped(practised: int | None) -> None:
            self.front.read_again()
            if practised:
                self.front.say(f"{practised} practised.")

        await self.front.open(Practice(), stopped)
