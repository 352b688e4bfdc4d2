"""What earlier interviews hold for the next one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.practice import Posed, Went
from afterview_tui.domain.records import Facts, Interview, Reflection
from afterview_tui.domain.stories import Kept, Occasion, fresh, heard, told_at
from afterview_tui.domain.text import clean_line, fold

# How an answer went that wants another look before the next interview.
NOT_YET_GOOD = (Went.AGAIN, Went.SHAKY)


@dataclass(frozen=True, slots=True)
class Reflected:
    """A reflection with the interview it is about, and how sure the user felt later."""

    reflection: Reflection
    interview: Interview
    feelings: tuple[Feeling, ...] = ()


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything on file that one interview can be prepared from.

    `facts` is the interview to come. Where none is (`is_ahead` is false) it is
    the last round, and the rest is what a further one would begin with.
    `earlier` are the rounds before it; they and the reflections are newest first.
    `answered` are the questions that caught the user out, or may again, and have an answer.
    """

    facts: Facts
    is_ahead: bool = True
    earlier: tuple[Facts, ...] = ()
    reflected: tuple[Reflected, ...] = ()
    unanswered: tuple[Posed, ...] = ()
    shaky: tuple[Posed, ...] = ()
    answered: tuple[Posed, ...] = ()
    stories: tuple[Kept, ...] = ()

    @property
    def rounds(self) -> tuple[Facts, ...]:
        """All rounds up to this one, the newest first."""
        return (self.facts, *self.earlier)

    @property
    def untold(self) -> list[Kept]:
        """The stories that this employer has not heard; the best to tell first."""
        return fresh(self.stories, self.facts.interview.employer)

    @property
    def told_here(self) -> list[tuple[Kept, Occasion]]:
        """The stories that this employer has heard, each with when it was told last."""
        employer = self.facts.interview.employer
        return [(one, told_at(one, employer)[0]) for one in heard(self.stories, employer)]


def ahead(rounds: Sequence[Facts], interview_id: int, today: date) -> Facts | None:
    """The round to prepare for: the interview itself, or the next of its rounds that is to come."""
    this = next((one.interview for one in rounds if one.interview.id == interview_id), None)
    if this is None:
        return None
    to_come = [
        one
        for one in rounds
        if one.interview.held_on >= today and _place(one.interview) >= _place(this)
    ]
    return min(to_come, key=lambda one: _place(one.interview), default=None)


def before(rounds: Sequence[Facts], this: Facts) -> tuple[Facts, ...]:
    """The rounds before this one, the newest first."""
    found = [one for one in rounds if _place(one.interview) < _place(this.interview)]
    return tuple(sorted(found, key=lambda one: _place(one.interview), reverse=True))


def same_words(text: str) -> str:
    """What two questions or lessons have in common that say the same."""
    return fold(clean_line(text)).rstrip(" .?!")


def without_answer(posed: Iterable[Posed], answered: Iterable[str]) -> tuple[Posed, ...]:
    """The questions that no answer was written to, wherever they were asked."""
    known = {same_words(text) for text in answered}
    return tuple(one for one in posed if same_words(one.question.text) not in known)


def _place(interview: Interview) -> tuple[date, int]:
    return interview.held_on, interview.id
