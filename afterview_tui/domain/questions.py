"""The questions on file: found by their words, and each as a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain import dates, practice, searching
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.practice import Posed
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.story import Answering, Story
from afterview_tui.domain.text import clean_line


@dataclass(frozen=True, slots=True)
class AnsweredBy:
    """A story that answers a question."""

    answering: Answering
    story: Story


@dataclass(frozen=True, slots=True)
class Filed:
    """A question with where it came up, and the stories that answer it."""

    posed: Posed
    stories: tuple[AnsweredBy, ...] = ()

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.posed.question


def order(every: Iterable[Filed], today: date, coming: Interview | None) -> list[Filed]:
    """The order in which they are practised: those without an answer first."""
    filed = {one.question.id: one for one in every}
    posed = practice.order((one.posed for one in filed.values()), today, coming)
    return [filed[one.question.id] for one in posed]


def found(every: Sequence[Filed], said: str) -> list[Filed]:
    """Those in whose words, answer, themes or employers every word occurs.

    Accents and case aside.
    """
    wanted = searching.words(said)
    return [one for one in every if searching.has(_about(one), wanted)]


def _about(one: Filed) -> str:
    question = one.question
    employers = (at.employer for at in one.posed.asked_at)
    stories = (answered.story.name for answered in one.stories)
    parts = (question.text, question.answer, question.themes, *employers, *stories)
    return searching.searched(*parts)


def parts(one: Filed, today: date, no_answer: str = "None yet.") -> tuple[Part, ...]:
    """The card, part by part; the first is headed by the question. Empty parts are left out.

    `no_answer` stands where an answer is still to be written.
    """
    question = one.question
    was_asked = any(at.held_on <= today for at in one.posed.asked_at)
    unexpected = was_asked and not question.expected
    kind = "not expected" if unexpected else "expected"
    answer = tuple(question.answer.strip().splitlines()) or (no_answer,)
    where = "Where it was asked" if was_asked else "Where you expect it"
    every = [
        Part(clean_line(question.text), tuple(filter(None, [kind, question.themes]))),
        Part("Your answer", answer),
        Part("How it went", tuple(filter(None, [practice.last_time(question, today)]))),
        Part("Stories that answer it", tuple(_name(answered.story) for answered in one.stories)),
        Part(where, tuple(_place(at, today) for at in _newest(one.posed))),
    ]
    return (every[0], *(part for part in every[1:] if part.lines))


def text(one: Filed, today: date) -> str:
    """The question and its card as plain text, an answer that is still to be written left out."""
    first, *rest = (
        part for part in parts(one, today) if part.heading != "Your answer" or one.question.answer
    )
    blocks = ["\n".join([first.heading, *first.lines])]
    blocks += ["\n".join([part.heading, *(f"  {line}" for line in part.lines)]) for part in rest]
    return "\n\n".join(blocks)


def _name(story: Story) -> str:
    return clean_line(story.name) or "a story without a name"


def _newest(posed: Posed) -> list[Interview]:
    return sorted(posed.asked_at, key=lambda at: (at.held_on, at.id), reverse=True)


def _place(at: Interview, today: date) -> str:
    """`Fri 20 Nov: Lakeside Dental, Hygienist`."""
    held = ", ".join(filter(None, [at.employer, at.role]))
    to_come = " (to come)" if at.held_on > today else ""
    return f"{dates.short(at.held_on, today)}: {held}{to_come}"
