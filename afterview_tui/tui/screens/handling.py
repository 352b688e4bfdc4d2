"""What each pane asks for, and what is written for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from textual import on

from afterview_tui.domain import names
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.records import Facts, LetterState, Met, Outcome, Result, Step
from afterview_tui.domain.task import Kind, State, Task
from afterview_tui.letters.compose import compose, subject
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.texts import Saved
from afterview_tui.tui.dialogs import asking
from afterview_tui.tui.dialogs.form import Form, Values
from afterview_tui.tui.dialogs.interview_form import edit_interview, new_interview
from afterview_tui.tui.panes.interviews import InterviewsPane
from afterview_tui.tui.panes.journal import JournalPane
from afterview_tui.tui.panes.letter import LetterPane
from afterview_tui.tui.panes.steps import StepsPane
from afterview_tui.tui.screens.records import RecordsScreen

# Lines that are worked on under a prompt of the journal.
_PROMPT = {
    Kind.REFLECT: "well",
    Kind.DIFFERENTLY: "differently",
    Kind.ASK_WHY: "why_not",
}


class HandlingScreen(RecordsScreen):
    """Answers the messages of the panes."""

    def go_to(self, pane: str) -> None:
        """Put the focus on a pane."""
        raise NotImplementedError

    def write(self, do: Callable[[Case], object], said: str = "") -> None:
        """Change the file for the interview shown, show the result, say what was done."""
        with self.reporting():
            if self.case is None:
                return
            do(self.case)
            self.read_one()
            if said:
                self.afterview.say(said)

    def ask(self, form: Form, done: Callable[[], None] | None = None) -> None:
        """Open a form; when it is finished, read again what it may have changed."""

        def answered(is_done: bool | None) -> None:
            if is_done:
                with self.reporting():
                    self.read_all()
                if done is not None:
                    done()

        self.app.push_screen(form, answered)

    def enter_interview(self) -> None:
        """Open the form for a new interview, and show what comes of it."""

        def add(entry: Entry) -> None:
            self.selected = self.store.interviews.add(entry)

        app = self.afterview
        form = new_interview(app.today, app.zone, add, self.store.drafts)
        self.ask(form, lambda: self.go_to("steps"))

    def ask_about_me(self) -> None:
        """Open the form about the user."""
        me = self.store.checklist.me()

        def save(values: Values) -> None:
            self.store.checklist.write_me(replace(me, **values))  # type: ignore[arg-type]

        self.ask(asking.about_me(me, save, self.store.drafts))

    @on(InterviewsPane.EditWanted)
    def _edit_interview(self) -> None:
        if self.case is not None:
            edit = self.store.interviews.edit
            drafts = self.store.drafts
            self.ask(edit_interview(self.case.facts, self.agenda.today, edit, drafts))

    @on(InterviewsPane.BinWanted)
    def _bin_interview(self) -> None:
        with self.reporting():
            if self.case is not None:
                interview = self.case.facts.interview
                self.store.interviews.bin(interview)
                self.read_all()
                self.afterview.say(f"Deleted {interview.employer}. u brings it back.")

    @on(InterviewsPane.OutcomeWanted)
    def _ask_outcome(self) -> None:
        if self.case is not None:
            dialog = asking.outcome(self.case.facts.interview.employer)
            self.app.push_screen(dialog, self._end_interview)

    def _end_interview(self, outcome: str | None) -> None:
        if outcome is not None and self.case is not None:
            with self.reporting():
                interview = self.case.facts.interview
                self.store.interviews.end(interview, Outcome(outcome), self.agenda.today)
                self.read_all()

    @on(StepsPane.Toggled)
    def _toggle_task(self, message: StepsPane.Toggled) -> None:
        task = message.task
        if task.kind is Kind.LETTER and self._met(task) is not None:
            self._toggle_sent(task)
        elif task.state is not State.OPEN:
            self.write(lambda case: self.store.checklist.mark_open(case.facts, task))
        elif task.kind is Kind.FOLLOW_UP:
            self.app.push_screen(asking.follow_up_result(), self._note_follow_up(task))
        elif task.kind is Kind.ANSWER_OFFER:
            self.app.push_screen(asking.offer_answer(), self._end_interview)
        else:
            checklist, today = self.store.checklist, self.agenda.today
            self.write(lambda case: checklist.mark_done(case.facts, task, today))

    @on(StepsPane.Opened)
    def _open_task(self, message: StepsPane.Opened) -> None:
        task, met = message.task, self._met(message.task)
        if met is not None:
            self.query_one(LetterPane).show(self.case, met.person.id)
            self.go_to("letter")
        elif task.kind in _PROMPT or task.kind is Kind.QUESTIONS:
            self.go_to("journal")
            journal = self.query_one(JournalPane)
            if task.kind is Kind.QUESTIONS:
                journal.action_add()
            else:
                journal.open(_PROMPT[task.kind])
        else:
            self._toggle_task(StepsPane.Toggled(task))

    @on(StepsPane.SetAside)
    def _set_aside(self, message: StepsPane.SetAside) -> None:
        task, today = message.task, self.agenda.today
        if task.state is not State.OPEN and task.kind not in (Kind.OWN, Kind.TRIED):
            self.afterview.say(f"“{task.name}” is settled already. Space takes that back.")
            return
        self.write(
            lambda case: self.store.checklist.set_aside(case.facts, task, today),
            f"Set aside “{task.name}”. u brings it back.",
        )

    @on(StepsPane.Moved)
    def _move_task(self, message: StepsPane.Moved) -> None:
        task, days = message.task, timedelta(days=message.days)
        if not task.is_open:
            self.afterview.say(f"“{task.name}” is settled and has no date to move.")
        else:
            self._move_to(task, (task.due or self.agenda.today) + days)

    @on(StepsPane.DateWanted)
    def _ask_date(self, message: StepsPane.DateWanted) -> None:
        task, today = message.task, self.agenda.today
        if self.case is not None and task.is_open:
            facts, move = self.case.facts, self.store.checklist.move
            self.ask(
                asking.due_date(
                    task, today, lambda to: move(facts, task, to, today), self.store.drafts
                )
            )

    @on(StepsPane.AddWanted)
    def _ask_line(self, message: StepsPane.AddWanted) -> None:
        if self.case is None:
            return
        facts, step, interviews = self.case.facts, message.step, self.store.interviews
        interview = facts.interview
        label, example = "To do", "send the certificate"

        def save(text: str) -> None:
            if step is Step.REFERENCES:
                interviews.add_reference(interview.id, names.person(text))
            elif step is Step.LETTERS:
                interviews.add_met(interview.id, names.person(text), interview.employer)
            else:
                self.store.checklist.add(facts, step, text)

        if step is Step.REFERENCES:
            label, example = "Reference", "Amy Ortiz, former manager, 555-0101"
        elif step is Step.LETTERS:
            label, example = "Person met", "Dr. Maria Chen, owner"
        title = f"{step.value}: {interview.employer}"
        draft = f"line:{interview.id}:{step.number}"
        form = asking.one_line(
            title, label, save, placeholder=example, drafts=self.store.drafts, draft=draft
        )
        self.ask(form)

    @on(LetterPane.SentToggled)
    def _toggle_letter(self, message: LetterPane.SentToggled) -> None:
        self._toggle_met(message.met)

    @on(LetterPane.FactsWanted)
    def _ask_talk(self, message: LetterPane.FactsWanted) -> None:
        met = message.met

        def save(values: Values) -> None:
            self.store.interviews.say_about(replace(met.meeting, **values))  # type: ignore[arg-type]

        self.ask(asking.talk(met, save, self.store.drafts))

    @on(JournalPane.SureWanted)
    def _ask_sure(self) -> None:
        def note(sure: str | None) -> None:
            if sure is not None:
                journal, today = self.store.journal, self.agenda.today
                self.write(lambda case: journal.feel_sure(case.facts, int(sure), today))

        self.app.push_screen(asking.sure(), note)

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

    def save_letter(self, facts: Facts, met: Met, text: str, base: str) -> Saved:
        """Save a letter while it is typed."""
        return self.store.letters.write(facts, met.person, text, base, subject=subject(facts, met))

    def _met(self, task: Task) -> Met | None:
        """The person that a letter's line is about."""
        if task.kind is not Kind.LETTER or self.case is None:
            return None
        return next((m for m in self.case.facts.met if m.meeting.id == task.subject), None)

    def _toggle_sent(self, task: Task) -> None:
        if task.state is State.SET_ASIDE:
            self.write(lambda case: self.store.checklist.mark_open(case.facts, task))
        elif (met := self._met(task)) is not None:
            self._toggle_met(met)

    def _toggle_met(self, met: Met) -> None:
        """Mark a letter sent, or not sent after all. What is typed is saved first."""
        pane = self.query_one(LetterPane)
        if not pane.writer.flush():
            return
        with self.reporting():
            self.read_one()
        letters, today = self.store.letters, self.agenda.today

        def toggle(case: Case) -> None:
            letter = case.facts.letter_to(met.person.id)
            if letter is not None and letter.state is LetterState.SENT:
                letters.reopen(letter, met.person)
                self.afterview.say(f"The letter to {met.person.shown} is not sent after all.")
            else:
                text = letter.text if letter is not None else compose(case.facts, met, today)
                about = subject(case.facts, met)
                letters.mark_sent(case.facts, met.person, text, today, subject=about)
                self.afterview.say(f"Marked the letter to {met.person.shown} sent.")

        self.write(toggle)

    def _move_to(self, task: Task, day: date) -> None:
        today = self.agenda.today
        self.write(lambda case: self.store.checklist.move(case.facts, task, day, today))

    def _note_follow_up(self, task: Task) -> Callable[[str | None], None]:
        def note(result: str | None) -> None:
            if result is not None:
                checklist, today = self.store.checklist, self.agenda.today
                self.write(
                    lambda case: checklist.follow_up(
                        case.facts, Result(result), today, planned_on=task.due
                    )
                )

        return note
