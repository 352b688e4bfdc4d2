"""What the journal asks for, and what is written for it."""

from __future__ import annotations

from textual import on

from afterview_tui.domain.reflecting import how_sure
from afterview_tui.tui.dialogs import asking
from afterview_tui.tui.panes.journal import JournalPane
from afterview_tui.tui.screens.telling import TellingScreen


class JournalingScreen(TellingScreen):
    """Answers the messages of the journal."""

    @on(JournalPane.SureWanted)
    def _ask_sure(self) -> None:
        if self.case is None:
            return
        facts, day = self.case.facts, self.agenda.today
        noted = how_sure(facts.reflection, facts.feelings, facts.interview, day)

        def note(sure: str) -> None:
            journal, today = self.store.journal, self.agenda.today
            self.write(lambda case: journal.feel_sure(case.facts, int(sure), today))

        self.choose(asking.sure(noted), note)

    @on(JournalPane.QuestionWanted)
    def _ask_question(self, message: JournalPane.QuestionWanted) -> None:
        if self.case is None:
            return
        journal, question, interview_id = self.store.journal, message.question, self.case.id
        if question is not None:
            asked = question
            form = asking.one_line(
                "Reword",
                "Question",
                lambda text: journal.reword(asked, text),
                value=asked.text,
                drafts=self.store.drafts,
                draft=f"reword:{asked.id}",
            )
        else:
            form = asking.one_line(
                "A question you did not expect",
                "Question",
                lambda text: journal.ask(text, interview_id),
                placeholder="as they asked it; the answer can wait",
                drafts=self.store.drafts,
                draft=f"question:{interview_id}",
            )
        self.ask(form)

    @on(JournalPane.QuestionBinned)
    def _bin_question(self, message: JournalPane.QuestionBinned) -> None:
        journal = self.store.journal
        self.write(lambda case: journal.bin(message.question), "Deleted. u brings it back.")

    def action_reflections(self) -> None:
        """Show what was noted at all interviews, and go to what is chosen there."""
        from afterview_tui.tui.screens.reflections import ReflectionsScreen

        def answered(found: tuple[int, str] | None) -> None:
            self.read_again()
            if found is not None:
                interview_id, prompt = found
                self.reveal(interview_id)
                self.go_to("journal")
                self.query_one(JournalPane).go_to(prompt)

        self.query_one(JournalPane).leave()  # what is shown there may be another interview's next
        self.app.push_screen(ReflectionsScreen(), answered)

    @on(JournalPane.PracticeWanted)
    async def _practise(self) -> None:
        """Practise the questions of all interviews. What is typed ahead is for the practice."""
        from afterview_tui.tui.dialogs.practice import Practice

        def stopped(practised: int | None) -> None:
            self.read_again()
            if practised:
                self.afterview.say(f"{practised} practised.")

        await self.app.push_screen(Practice(), stopped)
