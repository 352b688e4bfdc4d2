"""Getting in touch: with the references, and with the employer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.records import Facts, Result, Vouching
from afterview_tui.domain.steps.follow_up import is_quiet
from afterview_tui.domain.task import Kind, Task
from afterview_tui.tui.asked_for import Rooms
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key
from afterview_tui.tui.steps import call_result

if TYPE_CHECKING:
    from afterview_tui.tui.steps.call_sheet import Call

# The lines of a reference.
OF_A_REFERENCE = frozenset({Kind.BRIEF, Kind.THANK_REFERENCE, Kind.TELL_REFERENCE})
# What is worth writing down follows from having spoken to somebody.
_SPOKEN = (Result.REACHED, Result.GATEKEEPER)


class ContactWork:
    """Opens the card of a reference and the call sheet, and notes what came of a call."""

    def __init__(self, desk: Desk, front: Front, rooms: Rooms) -> None:
        self.desk = desk
        self.front = front
        self.rooms = rooms
        self.store = desk.store

    def open_reference(self, task: Task) -> None:
        """Open the card of the reference that a line is about, as it is on file by now."""
        from afterview_tui.tui.steps.reference_card import ReferenceCard

        with self.front.reporting():
            facts = self.store.interviews.facts(task.interview_id)
            if facts is None or _reference(facts, task) is None:
                self.front.read_again()
            else:
                card = ReferenceCard(facts, task.subject, task.kind)
                self.front.open(card, self.front.read_again)

    def copy_for(self, task: Task) -> bool:
        """Copy the brief or the call sheet of a line. False when it has neither."""
        facts, today = self.desk.case.facts if self.desk.case is not None else None, self.desk.today
        if facts is None:
            return False
        if task.kind in (Kind.FOLLOW_UP, Kind.OTHER_OFFER):
            from afterview_tui.pages.call_sheet import call_sheet, whom
            from afterview_tui.tui.steps.call_page import file_of
            from afterview_tui.tui.steps.call_sheet import CallSheet

            person = next(iter(whom(facts)), None)
            name = file_of(facts, person, CallSheet.TITLE_OF_PAGE)
            self.front.app.copy_text(call_sheet(facts, person, today), name)
        elif found := _reference(facts, task):
            from afterview_tui.tui.steps import reference_card as card

            is_telling = task.kind is Kind.TELL_REFERENCE
            text = card.going_out(*found, is_telling, today)
            self.front.app.copy_text(text, card.file_of(*found, is_telling))
        else:
            return False
        return True

    def open_call_sheet(self, task: Task) -> None:
        """Open the call sheet, and note what comes of the call."""
        from afterview_tui.tui.steps.call_sheet import CallSheet

        if self.desk.case is None:
            return

        def answered(call: Call) -> None:
            if call.missed:
                self._note_missed_call()
            elif call.note and call.person_id is not None:
                tells = task.kind is Kind.OTHER_OFFER
                kind = LetterKind.OTHER_OFFER if tells else LetterKind.FOLLOW_UP
                self.rooms.letters.begin(kind, call.person_id)
            elif call.result is not None:
                self._note_try(task, call.result, call.person_id)

        sheet = CallSheet(self.desk.case.facts)
        self.front.choose(sheet, answered, self.front.read_again)

    def ask_what_came_of_it(self, task: Task) -> None:
        """Note a try without the call sheet."""

        def answered(result: str) -> None:
            if result == call_result.MISSED:
                self._note_missed_call()
            else:
                self._note_try(task, Result(result), None)

        self.front.choose(call_result.follow_up_result(), answered)

    def ask_what_they_said(self, try_id: int) -> None:
        """Ask what was said at a try that is on file, and the day that they named."""
        from afterview_tui.tui.steps.call_sheet import what_they_said

        facts, checklist = (
            self.desk.case.facts if self.desk.case is not None else None,
            self.store.checklist,
        )
        for tried in facts.follow_ups if facts is not None else ():
            if tried.id == try_id:
                save = partial(checklist.say_of_try, tried)
                today, order = self.desk.today, self.front.app.month_first
                form = what_they_said(tried, today, save, self.store.drafts, month_first=order)
                self.front.ask(form)

    def _note_try(self, task: Task, result: Result, person_id: int | None) -> None:
        """The try is on file at once; what they said is asked after it, and can be left out."""
        checklist, today, noted = self.store.checklist, self.desk.today, 0

        def note(case: Case) -> None:
            nonlocal noted
            noted = checklist.follow_up(
                case.facts, result, today, planned_on=task.due, person_id=person_id
            )

        self.front.write(note)
        if noted and self.desk.case is not None:
            said = f"Noted: {_in_words(result, self.desk.case.facts, person_id)}."
            more = f"{_what_follows(self.desk.case)} {key('undo')} takes it back."
            self.front.say(f"{said} {more.strip()}", seconds=8)
        if noted and result in _SPOKEN:
            self.ask_what_they_said(noted)

    def _note_missed_call(self) -> None:
        interviews, today = self.store.interviews, self.desk.today
        self.front.write(
            lambda case: interviews.miss_call(case.facts.interview, today),
            "Noted: they did not call as agreed. Ask for a new time today."
            f" {key('undo')} takes it back.",
        )


_SAID: Mapping[Result, str] = {
    Result.REACHED: "you reached {}",
    Result.VOICEMAIL: "you left {} a voicemail",
    Result.GATEKEEPER: "you spoke to the front desk",
    Result.NO_ANSWER: "nobody answered",
    Result.EMAILED: "you sent {} an e-mail",
}


def _in_words(result: Result, facts: Facts, person_id: int | None) -> str:
    """What came of a try: `you left Dr. Maria Chen a voicemail`."""
    asked = (met.person.shown for met in facts.met if met.person.id == person_id)
    return _SAID[result].format(next(asked, "them"))


def _what_follows(case: Case) -> str:
    """What the line of step 3 is from then on."""
    if is_quiet(case.facts):
        return "Two tries are enough; nothing more is expected of you."
    ahead = (one for one in case.tasks if one.kind is Kind.FOLLOW_UP and one.is_open and one.due)
    if (task := next(ahead, None)) is None or task.due is None:
        return ""
    return f"Next: {task.name[:1].lower()}{task.name[1:]}, {dates.short(task.due, case.today)}."


def _reference(facts: Facts, task: Task) -> tuple[Facts, Vouching] | None:
    """The reference that a line is about, with the interview."""
    if task.kind not in OF_A_REFERENCE:
        return None
    mine = (one for one in facts.vouching if one.briefing.id == task.subject)
    return next(((facts, one) for one in mine), None)
