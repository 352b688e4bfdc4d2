"""What the sample is made of: an interview and, beside it, all that happened since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain.letter import Letter, LetterForm, LetterState
from afterview_tui.domain.records import (
    Briefing,
    FollowUp,
    Interview,
    Person,
    Question,
    Reflection,
    Step,
)
from afterview_tui.domain.story import Landed
from afterview_tui.domain.task import Kind

# The weekday so many weekdays after today; before it when negative.
Day = Callable[[int], date]
NOTHING_NOTED = Reflection()


@dataclass(frozen=True, slots=True)
class Talk:
    """Somebody met, what was said, and the letter as far as it is written."""

    person: Person
    about: str = ""
    strength: str = ""
    letter: Letter | None = None
    wants_letter: bool = True


@dataclass(frozen=True, slots=True)
class Sample:
    """One interview, with all that happened since.

    `follows` names the employer whose earlier round this is the next of. `own`
    is a line that the user added to a step, with its date; `ticked` and `moved`
    are lines that were settled or moved by hand. `told` names the stories told
    there; `felt_later` is how sure the user felt on a later day.
    """

    interview: Interview
    talks: Sequence[Talk]
    vouching: Sequence[tuple[Person, Briefing]] = ()
    tries: Sequence[FollowUp] = ()
    reflection: Reflection = NOTHING_NOTED
    questions: Sequence[Question] = ()
    follows: str = ""
    own: tuple[Step, str, date] | None = None
    ticked: tuple[Kind, date] | None = None
    moved: tuple[Kind, date] | None = None
    told: Sequence[tuple[str, Landed]] = ()
    felt_later: tuple[int, date] | None = None


def sent(on: date, text: str, form: LetterForm = LetterForm.EMAIL) -> Letter:
    """A letter that went out."""
    return Letter(text=text, form=form, state=LetterState.SENT, sent_on=on)


def asked(text: str, answer: str = "", *, expected: bool = False) -> Question:
    """A question that was asked, or will be."""
    return Question(text=text, answer=answer, expected=expected)
