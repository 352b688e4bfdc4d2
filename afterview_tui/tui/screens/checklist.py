"""What the checklist asks for, and what is written for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from textual import on

from afterview_tui.domain import names, reflecting
from afterview_tui.domain.people import Known
from afterview_tui.domain.recipients import Recipient, thanked
from afterview_tui.domain.records import Facts, Met, Outcome, Step
from afterview_tui.domain.task import Kind, State, Task
from afterview_tui.domain.text import joined
from afterview_tui.tui.dialogs import asking
from afterview_tui.tui.dialogs.form import Hint, Values
from afterview_tui.tui.dialogs.form_fields import Suggest
from afterview_tui.tui.dialogs.on_file import OnFile
from afterview_tui.tui.panes.journal import JournalPane
from afterview_tui.tui.panes.letter import LetterPane
from afterview_tui.tui.panes.steps import StepsPane
from afterview_tui.tui.panes.task_pane import TaskPane
from afterview_tui.tui.screens.contacting import OF_A_REFERENCE
from afterview_tui.tui.screens.looking_back import LookingBackScreen

# Lines that are worked on under a prompt of the journal.
_PROMPT = {
    Kind.REFLECT: "well",
    Kind.LOOK_AGAIN: "well",
    Kind.DIFFERENTLY: "differently",
}


AFTER_A_NO = "Noted. Step 4 has one line more: ask what could be stronger."


class ChecklistScreen(LookingBackScreen):
    """Answers what the panes that list tasks ask for."""

    def known(self) -> list[Known]:
        """Everybody on file, for the forms; they also work without."""
        with self.reporting():
            return self.store.people.all()
        return []

    def end_interview(self, outcome: str) -> None:
        """Note how the interview ended."""
        interviews, today = self.store.interviews, self.agenda.today
        said = AFTER_A_NO if outcome == Outcome.NO else ""
        self.write(lambda case: interviews.end(case.facts.interview, Outcome(outcome), today), said)

    @on(TaskPane.Wanted)
    def _answer(self, message: TaskPane.Wanted) -> None:
        """Whatever is wanted is for the interview of the line, also when keys came fast."""
        task = message.task
        self.select(task.interview_id)
        match message:
            case TaskPane.Opened():
                self._open_task(task)
            case TaskPane.Toggled():
                self._toggle_task(task)
            case TaskPane.SetAside():
                self._set_aside(task)
            case TaskPane.ReasonWanted():
                self._ask_reason(task)
            case TaskPane.DateWanted():
                self._ask_date(task)
            case TaskPane.Moved():
                self._move_task(task, message.days)

    def _toggle_task(self, task: Task) -> None:
        if task.kind is Kind.LETTER and self._met(task) is not None:
            self._toggle_sent(task)
        elif task.state is not State.OPEN:
            self.write(lambda case: self.store.checklist.mark_open(case.facts, task))
        elif task.kind is Kind.FOLLOW_UP:
            self.ask_what_came_of_it(task)
        elif task.kind is Kind.ANSWER_OFFER:
            self.choose(asking.offer_answer(), self.end_interview)
        else:
            checklist, today = self.store.checklist, self.agenda.today
            said = f"Done: {task.title}. u takes it back."
            self.write(lambda case: checklist.mark_done(case.facts, task, today), said)

    def _open_task(self, task: Task) -> None:
        met = self._met(task)
        if met is not None:
            self.query_one(LetterPane).show(self.case, thanked(met).key)
            self.go_to("letter")
        elif task.kind in _PROMPT:
            self.open_prompt(self._prompt(task))
        elif task.kind is Kind.ASK_WHY:
            self.open_why_not(task)
        elif task.kind is Kind.QUESTIONS:
            self.go_to("journal")
            journal = self.query_one(JournalPane)
            journal.show(self.case)
            journal.action_add()
        elif task.kind in OF_A_REFERENCE:
            self.open_reference(task)
        elif task.kind is Kind.FOLLOW_UP and task.is_open:
            self.open_call_sheet(task)
        elif task.kind is Kind.TRIED:
            self.ask_what_they_said(task.subject)
        elif task.kind is Kind.RESUME:
            self.action_resume()
        elif task.kind is Kind.OWN and not self.query_one(StepsPane).rows.has_focus:
            self.query_one(StepsPane).show(self.case, task.key)
            self.go_to("steps")
        else:
            self._toggle_task(task)

    def _prompt(self, task: Task) -> str:
        """Where a line is worked on: on a day for the facts, that is where they go."""
        if task.kind is Kind.REFLECT and self.case is not None:
            facts_only = reflecting.is_for_facts(self.case.facts, self.case.today)
            return "happened" if facts_only else _PROMPT[task.kind]
        return _PROMPT[task.kind]

    def _set_aside(self, task: Task) -> None:
        if task.state is not State.OPEN and task.kind not in (Kind.OWN, Kind.TRIED):
            self.afterview.say(f"“{task.name}” is settled already. Space takes that back.")
            return
        did = "Deleted" if task.kind is Kind.OWN else "Set aside"
        checklist, today = self.store.checklist, self.agenda.today
        self.write(
            lambda case: checklist.set_aside(case.facts, task, today),
            f"{did} “{task.name}”. u brings it back.",
        )

    def _ask_reason(self, task: Task) -> None:
        if task.state is not State.OPEN or task.kind in (Kind.OWN, Kind.TRIED):
            self._set_aside(task)
            return
        if self.case is None:
            return
        facts, checklist, today = self.case.facts, self.store.checklist, self.agenda.today
        form = asking.one_line(
            f"Set aside: {task.name}",
            "Because",
            lambda reason: checklist.set_aside(facts, task, today, reason),
            placeholder="they are on holiday until May",
            drafts=self.store.drafts,
            draft=f"aside:{task.interview_id}:{task.key}",
        )
        self.ask(form, lambda: self.afterview.say(f"Set aside “{task.name}”. u brings it back."))

    def copy_of_a_line(self, task: Task | None) -> None:
        """Copy what a line is about: its letter, its brief, its call sheet."""
        if task is None:
            self.afterview.say("There is nothing here to copy.")
            return
        self.select(task.interview_id)
        if (met := self._met(task)) is not None:
            self.query_one(LetterPane).show(self.case, thanked(met).key)
            self.action_copy_letter()
        elif not self.copy_for(task):
            self.afterview.say("There is nothing here to copy.")

    def action_copy_letter(self) -> None:
        """Copy the letter that is shown."""
        raise NotImplementedError

    def _move_task(self, task: Task, days: int) -> None:
        if not task.is_open:
            self.afterview.say(f"“{task.name}” is settled and has no date to move.")
            return
        today = self.agenda.today
        to = (task.due or today) + timedelta(days=days)
        self.write(lambda case: self.store.checklist.move(case.facts, task, to, today))

    def _ask_date(self, task: Task) -> None:
        today = self.agenda.today
        if self.case is not None and task.is_open:
            facts, checklist = self.case.facts, self.store.checklist

            def move(to: date) -> None:
                checklist.move(facts, task, to, today)

            order = self.afterview.month_first
            self.ask(asking.due_date(task, today, move, self.store.drafts, month_first=order))

    @on(TaskPane.AddWanted)
    def _ask_line(self, message: TaskPane.AddWanted) -> None:
        if self.case is None:
            return
        facts, step = self.case.facts, message.step
        interview = facts.interview
        label, example = "To do", "send the certificate"
        on_file = OnFile(self.known(), self.agenda.today, employer=interview.employer)
        suggest: Suggest | None = None
        hinted: Callable[[str], Hint] | None = None
        if step is Step.REFERENCES:
            label, example = "Reference", "Amy Ortiz, former manager, 555-0101"
            suggest, hinted = on_file.reference, on_file.hint_references
        elif step is Step.LETTERS:
            label, example = "Person met", "Dr. Maria Chen, owner"
            suggest, hinted = on_file.met, on_file.hint_met

        def save(text: str) -> None:
            if hinted is not None:
                self._add_people(facts, step, text)
            else:
                self.store.checklist.add(facts, step, text)

        def hint(name: str, values: Values) -> Hint:
            return hinted(values[name]) if hinted is not None else Hint()

        title = f"{step.value}: {interview.employer}"
        draft = f"line:{interview.id}:{step.number}"
        form = asking.one_line(
            title,
            label,
            save,
            placeholder=example,
            suggest=suggest,
            hint=hint,
            drafts=self.store.drafts,
            draft=draft,
        )
        self.ask(form)

    def _add_people(self, facts: Facts, step: Step, text: str) -> None:
        """Put whoever a line names into the list of a step, and say who was in it already."""
        number, employer = facts.interview.id, facts.interview.employer
        add_met, add_reference = self.store.interviews.add_met, self.store.interviews.add_reference
        there = [
            one.shown
            for one in names.people(text)
            if not (
                add_reference(number, one)
                if step is Step.REFERENCES
                else add_met(number, one, employer)
            )
        ]
        if there:
            self.afterview.say(f"In the list already: {joined(there)}.")

    def _met(self, task: Task) -> Met | None:
        """The person that a letter's line is about."""
        if task.kind is not Kind.LETTER or self.case is None:
            return None
        return next((m for m in self.case.facts.met if m.meeting.id == task.subject), None)

    def _toggle_sent(self, task: Task) -> None:
        if task.state is State.SET_ASIDE:
            self.write(lambda case: self.store.checklist.mark_open(case.facts, task))
        elif (met := self._met(task)) is not None:
            self.toggle_letter(thanked(met))

    def toggle_letter(self, to: Recipient) -> None:
        """Mark a letter sent, or not sent after all."""
        raise NotImplementedError
