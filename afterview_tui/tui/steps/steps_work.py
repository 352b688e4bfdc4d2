"""What is done with a line of the four steps, here or in Today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol

from afterview_tui.domain import names, reflecting
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.records import Facts, Met, Step
from afterview_tui.domain.task import Kind, State, Task
from afterview_tui.domain.text import joined
from afterview_tui.tui.asked_for import LetterKey, Rooms
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import Where, key
from afterview_tui.tui.kit import one_line_form
from afterview_tui.tui.kit.form import Form, Hint, Values
from afterview_tui.tui.kit.form_fields import Suggest
from afterview_tui.tui.kit.people_field import OnFile
from afterview_tui.tui.steps import due_date
from afterview_tui.tui.steps.answer_work import OF_AN_ANSWER, AnswerWork, begun_of, letter_of
from afterview_tui.tui.steps.contact_work import OF_A_REFERENCE, ContactWork
from afterview_tui.tui.steps.looking_back_work import LookingBack

# Lines that are worked on under a prompt of the journal.
_PROMPT = {
    Kind.REFLECT: "well",
    Kind.LOOK_AGAIN: "well",
    Kind.DIFFERENTLY: "differently",
}


class StepsView(Protocol):
    """The four steps on the screen, as their work knows them."""

    def show(self, case: Case | None, prefer: str | None = None) -> None:
        """Show the steps of this interview, at the line `prefer`."""


class StepsWork:
    """Acts on a line of the four steps, or of Today.

    Whatever is done is done for the interview of the line, also when keys come fast.
    """

    pane: StepsView  # is put here once it is on the screen

    def __init__(self, desk: Desk, front: Front, rooms: Rooms) -> None:
        self.desk = desk
        self.front = front
        self.rooms = rooms
        self.store = desk.store
        self.contact = ContactWork(desk, front, rooms)
        self.answer = AnswerWork(desk, front, rooms)
        self.looking_back = LookingBack(desk, front, rooms)

    def toggle(self, task: Task) -> None:
        """Done, or not done after all."""
        self.desk.select(task.interview_id)
        if task.kind is Kind.LETTER and self._met(task) is not None:
            self._toggle_sent(task)
        elif task.state is not State.OPEN:
            said = f"Not done after all: {task.title}."
            self.front.write(lambda case: self.store.checklist.mark_open(case.facts, task), said)
        elif task.kind in (Kind.FOLLOW_UP, Kind.OTHER_OFFER):
            self.contact.ask_what_came_of_it(task)
        elif task.kind is Kind.WITHDRAW:
            self.answer.withdraw(task)
        elif task.kind is Kind.ANSWER_OFFER:
            self.rooms.interviews.ask_news()
        else:
            checklist, today = self.store.checklist, self.desk.today
            said = f"Done: {task.title}. {key('undo')} takes it back."
            self.front.write(lambda case: checklist.mark_done(case.facts, task, today), said)

    def go_to(self, task: Task) -> None:
        """Go from another pane to where the line is worked on."""
        if task.kind is Kind.OWN:
            self.desk.select(task.interview_id)
            self.pane.show(self.desk.case, task.key)
            self.front.go_to("steps")
        else:
            self.open(task)

    def open(self, task: Task) -> None:
        """Go to where the line is worked on; one that has no such place is done, or not."""
        self.desk.select(task.interview_id)
        met = self._met(task)
        if met is not None:
            self.rooms.letters.open(thanked(met).key)
        elif task.kind in _PROMPT:
            self.rooms.journal.open_prompt(self._prompt(task))
        elif task.kind is Kind.GET_READY:
            self.rooms.interviews.prepare(task.interview_id)
        elif task.kind is Kind.ASK_WHY:
            self.looking_back.open_why_not(task)
        elif task.kind is Kind.QUESTIONS:
            self.rooms.journal.open()
            self.rooms.journal.note_question()
        elif task.kind in OF_A_REFERENCE:
            self.contact.open_reference(task)
        elif task.kind in (Kind.FOLLOW_UP, Kind.OTHER_OFFER) and task.is_open:
            self.contact.open_call_sheet(task)
        elif task.kind in OF_AN_ANSWER:
            self.answer.open(task)
        elif task.kind is Kind.TRIED:
            self.contact.ask_what_they_said(task.subject)
        elif task.kind is Kind.RESUME:
            self.rooms.shelf.open_at(Where.RESUME)
        else:
            self.toggle(task)

    def _prompt(self, task: Task) -> str:
        """Where a line is worked on: on a day for the facts, that is where they go."""
        if task.kind is Kind.REFLECT and self.desk.case is not None:
            facts_only = reflecting.is_for_facts(self.desk.case.facts, self.desk.case.today)
            return "happened" if facts_only else _PROMPT[task.kind]
        return _PROMPT[task.kind]

    def show_letter(self, task: Task) -> None:
        """Show the letter that a line is about, and stay at the line."""
        case = self.desk.case
        if case is None or case.id != task.interview_id:
            return
        if (met := self._met(task)) is not None:
            self.rooms.letters.show_beside(thanked(met).key)
        elif (begun := self._begun(task)) is not None:
            self.rooms.letters.show_beside(begun)
        elif task.kind is Kind.THANK_REFERENCE:
            theirs = (
                one.person.id for one in case.facts.vouching if one.briefing.id == task.subject
            )
            for person_id in theirs:
                if case.facts.letters_to(person_id, LetterKind.REFERENCE):
                    self.rooms.letters.show_beside((person_id, LetterKind.REFERENCE))

    def set_aside(self, task: Task) -> None:
        """Set the line aside, and ask why; no reason is needed. An own line is deleted."""
        self.desk.select(task.interview_id)
        if task.kind in (Kind.OWN, Kind.TRIED):
            self._take_off(task)
        elif not task.is_open:
            self.front.say(f"“{task.name}” is settled already. {key('step.done')} takes that back.")
        elif self.desk.case is not None:
            self.front.ask(
                self._why_aside(task, self.desk.case.facts),
                lambda: self.front.say(f"Set aside “{task.name}”. {key('undo')} brings it back."),
            )

    def _take_off(self, task: Task) -> None:
        """Delete an own line, or take back a try."""
        did = "Deleted" if task.kind is Kind.OWN else "Set aside"
        checklist, today = self.store.checklist, self.desk.today
        self.front.write(
            lambda case: checklist.set_aside(case.facts, task, today),
            f"{did} “{task.name}”. {key('undo')} brings it back.",
        )

    def _why_aside(self, task: Task, facts: Facts) -> Form:
        """Sets the line aside, for a reason that may be left out."""
        checklist, today = self.store.checklist, self.desk.today
        ways = Hint(f"{key('form.enter')} sets it aside, {key('form.later')} does not")
        return one_line_form.one_line(
            f"Set aside: {task.name}",
            "Because",
            lambda reason: checklist.set_aside(facts, task, today, reason),
            placeholder="a reason, or nothing",
            hint=lambda name, values: ways,
            drafts=self.store.drafts,
            draft=f"aside:{task.interview_id}:{task.key}",
            may_be_empty=True,
        )

    def copy(self, task: Task | None) -> None:
        """Copy what a line is about: its letter, its brief, its call sheet."""
        if task is None:
            self.front.say("There is nothing here to copy.")
            return
        self.desk.select(task.interview_id)
        if (met := self._met(task)) is not None:
            self.rooms.copying.copy_to(thanked(met).key)
        elif (begun := self._begun(task)) is not None:
            self.rooms.copying.copy_to(begun)
        elif not self.contact.copy_for(task):
            self.front.say("There is nothing here to copy.")

    def move(self, task: Task, days: int) -> None:
        """Move the due date by so many days."""
        self.desk.select(task.interview_id)
        if not task.is_open:
            self.front.say(f"“{task.name}” is settled and has no date to move.")
            return
        today = self.desk.today
        to = (task.due or today) + timedelta(days=days)
        self.front.write(lambda case: self.store.checklist.move(case.facts, task, to, today))

    def ask_date(self, task: Task) -> None:
        """Ask for a date, in words."""
        self.desk.select(task.interview_id)
        today = self.desk.today
        if not task.is_open:
            said = f"“{task.name}” is settled and has no date to set."
            if task.step in (Step.REFERENCES, Step.LETTERS):
                change, go = key("interview.edit"), key("pane.interviews")
                said = f"{said} {change} in {go} corrects a name."
            self.front.say(said)
        elif self.desk.case is not None:
            facts, checklist = self.desk.case.facts, self.store.checklist

            def move(to: date) -> None:
                checklist.move(facts, task, to, today)

            order = self.front.app.month_first
            self.front.ask(
                due_date.due_date(task, today, move, self.store.drafts, month_first=order)
            )

    def add(self, step: Step) -> None:
        """Add a line to a step."""
        if self.desk.case is None:
            return
        facts = self.desk.case.facts
        interview = facts.interview
        label, example = "To do", "in your words"
        on_file = OnFile(self.desk.known(), self.desk.today, employer=interview.employer)
        suggest: Suggest | None = None
        hinted: Callable[[str], Hint] | None = None
        if step is Step.REFERENCES:
            label, example = "Reference", "name, how they know you, phone"
            suggest, hinted = on_file.reference, on_file.hint_references
        elif step is Step.LETTERS:
            label, example = "Person met", "title, name, what they are"
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
        form = one_line_form.one_line(
            title,
            label,
            save,
            placeholder=example,
            suggest=suggest,
            hint=hint,
            drafts=self.store.drafts,
            draft=draft,
        )
        self.front.ask(form)

    def _add_people(self, facts: Facts, step: Step, text: str) -> None:
        """Put whoever a line names into the list of a step, and say who was in it already."""
        interviews, interview = self.store.interviews, facts.interview
        typed = names.people(text)
        there = []
        with self.store.file.change(
            f"added {joined([one.shown for one in typed])}", interview_id=interview.id
        ):
            for one in typed:
                if step is Step.REFERENCES:
                    is_new = interviews.add_reference(interview.id, one)
                else:
                    is_new = interviews.add_met(interview.id, one, interview.employer)
                if not is_new:
                    there.append(one.shown)
        if there:
            self.front.say(f"In the list already: {joined(there)}.")

    def _met(self, task: Task) -> Met | None:
        """The person that a letter's line is about."""
        if task.kind is not Kind.LETTER or self.desk.case is None:
            return None
        return next((m for m in self.desk.case.facts.met if m.meeting.id == task.subject), None)

    def _begun(self, task: Task) -> LetterKey | None:
        """The letter that a line about an answer is for, once it is begun."""
        facts = self.desk.case.facts if self.desk.case is not None else None
        kind = letter_of(task, facts) if facts is not None else None
        return begun_of(kind, facts) if facts is not None and kind is not None else None

    def _toggle_sent(self, task: Task) -> None:
        if task.state is State.SET_ASIDE:
            self.front.write(lambda case: self.store.checklist.mark_open(case.facts, task))
        elif (met := self._met(task)) is not None:
            if task.is_open or met.meeting.thanked_in is None:
                self.rooms.letters.toggle_sent(thanked(met))
            else:
                said = f"It was in no note to others after all. {key('undo')} takes that back."
                out = self.store.letters.take_out_of_note
                self.front.write(lambda case: out(case.facts, met), said)
