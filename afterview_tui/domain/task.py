"""One line of the checklist, as every view shows it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from afterview_tui.domain import dates
from afterview_tui.domain.records import Facts, Step


class Kind(StrEnum):
    """What a line asks for. Marking it done means something else for each."""

    BRIEF = "brief"
    THANK_REFERENCE = "thank-reference"
    TELL_REFERENCE = "tell"
    LETTER = "letter"
    FOLLOW_UP = "follow-up"
    TRIED = "tried"
    QUIET = "quiet"
    OTHER_OFFER = "other-offer"
    THANK_OFFER = "thank-offer"
    DECIDE = "decide"
    ANSWER_OFFER = "offer"
    IN_WRITING = "in-writing"
    WITHDRAW = "withdraw"
    LOOK_LATER = "look-later"
    GET_READY = "get-ready"
    REFLECT = "reflect"
    LOOK_AGAIN = "look-again"
    QUESTIONS = "questions"
    RESUME = "resume"
    DIFFERENTLY = "differently"
    ASK_WHY = "ask-why"
    OWN = "own"


class State(StrEnum):
    """Where a line stands."""

    OPEN = "open"
    DONE = "done"
    SET_ASIDE = "set aside"


class Task(NamedTuple):
    """A line of one of the four steps, derived from the facts of an interview.

    `key` names the line within its interview and stays the same while the
    facts behind it do. `subject` is the id of the record it is about.
    `title` is a whole sentence ("Thank Dr. Maria Chen"), `name` what stands
    in the checklist under its step, `note` what else there is to know.
    """

    interview_id: int
    key: str
    kind: Kind
    step: Step
    title: str
    name: str
    subject: int = 0
    due: date | None = None
    state: State = State.OPEN
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still wants doing."""
        return self.state is State.OPEN

    def is_due(self, today: date) -> bool:
        """Whether it wants doing today: due, or late."""
        return self.is_open and self.due is not None and self.due <= today

    def when(self, today: date) -> str:
        """Its due date as people read it, or how it was settled."""
        if not self.is_open or self.due is None:
            return self.note
        words = f"due {dates.spoken(self.due, today)}"
        return f"{self.note}; {words}" if self.note else words


def task_of(
    facts: Facts,
    step: Step,
    kind: Kind,
    name: str,
    *,
    title: str = "",
    key: str = "",
    subject: int | None = None,
    due: date | None = None,
    state: State = State.OPEN,
    note: str = "",
) -> Task:
    """A line of an interview, with what most lines have where nothing else is said.

    Its title is its name and the employer's; its key its kind and the record it is about.
    """
    return Task(
        interview_id=facts.interview.id,
        key=key or (kind.value if subject is None else f"{kind}:{subject}"),
        kind=kind,
        step=step,
        title=title or f"{name}: {facts.interview.employer}",
        name=name,
        subject=subject or 0,
        due=due,
        state=state,
        note=note,
    )
