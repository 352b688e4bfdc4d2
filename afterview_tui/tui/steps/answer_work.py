"""What is done about an answer: thanks for an offer, the answer to it, withdrawing elsewhere."""

from __future__ import annotations

from enum import StrEnum

from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.records import Facts, Outcome
from afterview_tui.domain.steps.offers import letter_for
from afterview_tui.domain.steps.outcome import job_taken
from afterview_tui.domain.task import Kind, Task
from afterview_tui.tui.asked_for import LetterKey, Rooms
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.choice_dialog import Choose

# The lines that there are once there is an answer.
OF_AN_ANSWER = frozenset(
    {
        Kind.THANK_OFFER,
        Kind.DECIDE,
        Kind.ANSWER_OFFER,
        Kind.IN_WRITING,
        Kind.WITHDRAW,
        Kind.LOOK_LATER,
    }
)
CALL_FIRST = "Call first, if you can: then this letter."


class Way(StrEnum):
    """How an offer is answered."""

    ACCEPT = "accept"
    DECLINE = "decline"
    MORE_TIME = "more time"
    NOTE = "note"


_LETTERS = {
    Way.ACCEPT: LetterKind.ACCEPT,
    Way.DECLINE: LetterKind.DECLINE,
    Way.MORE_TIME: LetterKind.MORE_TIME,
}
WAYS = (
    ("1", "Accept: the letter", Way.ACCEPT),
    ("2", "Decline: the letter", Way.DECLINE),
    ("3", "Ask for more time: the letter", Way.MORE_TIME),
    ("4", "Note what you answered, or what they say", Way.NOTE),
)


class AnswerWork:
    """Leads from a line about an answer to its letter, or to what is noted of it."""

    def __init__(self, desk: Desk, front: Front, rooms: Rooms) -> None:
        self.desk = desk
        self.front = front
        self.rooms = rooms
        self.store = desk.store

    def open(self, task: Task) -> None:
        """Go to where the line is worked on."""
        if self.desk.case is None:
            return
        facts = self.desk.case.facts
        if task.kind is Kind.DECIDE:
            self.rooms.interviews.ask_terms()
        elif (kind := letter_of(task, facts)) is None:
            self._ask_how(facts)
        else:
            self._write(facts, kind)
            if kind is LetterKind.WITHDRAW and facts.met:
                self.front.say(CALL_FIRST)

    def withdraw(self, task: Task) -> None:
        """They are told: note that the user withdrew."""
        end, today = self.store.interviews.end, self.desk.today
        said = f"Noted: you withdrew. The letter says it in writing. {key('undo')} takes it back."
        self.front.write(lambda case: end(case.facts.interview, Outcome.WITHDRAWN, today), said)

    def _ask_how(self, facts: Facts) -> None:
        def answered(said: str) -> None:
            way = Way(said)
            if way is Way.NOTE:
                self.rooms.interviews.ask_news()
            else:
                self.rooms.letters.ask_to_whom(_LETTERS[way])

        if not facts.met:
            self.rooms.interviews.ask_news()
            return
        choices = [(number, words, way.value) for number, words, way in WAYS]
        self.front.choose(Choose("Answer the offer", choices, _terms(facts)), answered)

    def _write(self, facts: Facts, kind: LetterKind) -> None:
        """Show the letter; where there is nobody to write to, what was said can be noted."""
        if (begun := begun_of(kind, facts)) is not None:
            self.rooms.letters.open(begun)
        elif facts.met:
            self.rooms.letters.ask_to_whom(kind)
        else:
            self.rooms.interviews.ask_news()


def letter_of(task: Task, facts: Facts) -> LetterKind | None:
    """The letter that a line about an answer is for; None where there are several, or none."""
    match task.kind:
        case Kind.THANK_OFFER:
            return LetterKind.OFFER_THANKS
        case Kind.OTHER_OFFER:
            return LetterKind.OTHER_OFFER
        case Kind.ANSWER_OFFER if job_taken(facts) is not None:
            return LetterKind.DECLINE
        case Kind.WITHDRAW:
            return LetterKind.WITHDRAW
        case Kind.LOOK_LATER:
            return LetterKind.AFTER_NO
        case Kind.IN_WRITING:
            return letter_for(facts.interview.outcome)
    return None


def begun_of(kind: LetterKind, facts: Facts) -> LetterKey | None:
    """The letter of this kind that was begun, or went out, to somebody met."""
    met = {one.person.id for one in facts.met}
    found = (one for one in facts.letters if one.kind is kind and one.person_id in met)
    return next(((one.person_id, kind) for one in found), None)


def _terms(facts: Facts) -> str:
    """What is noted of the offer, before it is answered."""
    only = "Only said so far: " if facts.interview.offer_said else ""
    return f"{only}{' '.join(facts.interview.offer_said.split())}"
