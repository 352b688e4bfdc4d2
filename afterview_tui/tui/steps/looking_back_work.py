"""What earlier interviews teach: asking why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from afterview_tui.domain import dates, why_not
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.steps.offers import look_later
from afterview_tui.domain.task import Task
from afterview_tui.tui.asked_for import Rooms
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key

if TYPE_CHECKING:
    from afterview_tui.tui.steps.why_not import Asked

ASKED = "Noted: you asked today. Most never answer; nothing more is expected of you."


class LookingBack:
    """Asks what could be stronger, and notes what is said there."""

    def __init__(self, desk: Desk, front: Front, rooms: Rooms) -> None:
        self.desk = desk
        self.front = front
        self.rooms = rooms
        self.store = desk.store

    def open_why_not(self, task: Task) -> None:
        """Ask how the user wants to ask which areas could be stronger."""
        from afterview_tui.tui.steps.why_not import Way, ways_to_ask

        if self.desk.case is None:
            return

        def answered(said: str) -> None:
            match Way(said):
                case Way.LETTER:
                    self._write(LetterKind.WHY_NOT)
                case Way.CALL:
                    self._ask_by_phone(task)
                case Way.NOTE:
                    checklist, today = self.store.checklist, self.desk.today
                    self.front.write(lambda case: checklist.mark_done(case.facts, task, today))
                    self.rooms.journal.open_prompt("why_not")
                case Way.THANKS:
                    self._write(LetterKind.AFTER_NO)
                case Way.LATER:
                    self._look_later()
                case Way.NO_ANSWER:
                    self._leave_it(task)

        self.front.choose(ways_to_ask(self.desk.case.facts, self.desk.today), answered)

    def _write(self, kind: LetterKind) -> None:
        told = why_not.told_by(self.desk.case.facts) if self.desk.case is not None else None
        if told is not None:
            self.rooms.letters.begin(kind, told.id)
        else:
            self.rooms.letters.ask_to_whom(kind)

    def _look_later(self) -> None:
        checklist, today = self.store.checklist, self.desk.today
        later = look_later(today)
        said = f"Step 3 has a line for {dates.short(later, today)}. {key('undo')} takes it back."
        self.front.write(lambda case: checklist.look_later(case.facts, later), said)

    def _ask_by_phone(self, task: Task) -> None:
        from afterview_tui.tui.steps.why_not import WhyCall

        if self.desk.case is None:
            return

        def answered(asked: Asked) -> None:
            if asked.came_of_it == "letter" and asked.person_id is not None:
                self.rooms.letters.begin(LetterKind.WHY_NOT, asked.person_id)
                return
            checklist, today = self.store.checklist, self.desk.today
            said = f"{ASKED} {key('undo')} takes it back."
            self.front.write(lambda case: checklist.mark_done(case.facts, task, today), said)
            if asked.came_of_it == "told":
                self.rooms.journal.open_prompt("why_not")

        self.front.choose(WhyCall(self.desk.case.facts), answered, self.front.read_again)

    def _leave_it(self, task: Task) -> None:
        checklist, today = self.store.checklist, self.desk.today
        reason = why_not.NO_ANSWER
        said = f"Noted: no answer came. Most never answer; {key('undo')} takes it back."
        self.front.write(lambda case: checklist.set_aside(case.facts, task, today, reason), said)
