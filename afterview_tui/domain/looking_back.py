"""What was noted after all interviews, by what was asked: the same thing beside itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain import dates, searching
from afterview_tui.domain.preparation import Reflected
from afterview_tui.domain.records import Felt, Interview
from afterview_tui.domain.reflecting import PROMPTS, drawn, how_sure, written
from afterview_tui.domain.text import clean_line

EVERYTHING, SURE = "everything", "sure"
# What can be looked at by itself, in the order in which it is gone through.
TOPICS = {
    EVERYTHING: "Everything",
    "differently": PROMPTS["differently"],
    "well": PROMPTS["well"],
    "improve": PROMPTS["improve"],
    SURE: "How sure I felt",
    "why_not": PROMPTS["why_not"],
    "lessons": PROMPTS["lessons"],
    "cared": PROMPTS["cared"],
    "unsaid": PROMPTS["unsaid"],
    "happened": PROMPTS["happened"],
}


@dataclass(frozen=True, slots=True)
class Noted:
    """What stands under one prompt."""

    prompt: str
    text: str

    @property
    def name(self) -> str:
        """The prompt in words."""
        return TOPICS[self.prompt]


@dataclass(frozen=True, slots=True)
class Looked:
    """One interview, with what was noted after it."""

    interview: Interview
    noted: tuple[Noted, ...]

    def heading(self, today: date) -> tuple[str, str]:
        """The employer; what tells this interview from others: role, date, how it felt."""
        return clean_line(self.interview.employer), about(self.interview, today)


def about(interview: Interview, today: date) -> str:
    """`Hygienist · round 2 · Fri 20 Nov · felt well`."""
    number = f"round {interview.round}" if interview.round > 1 else ""
    day = dates.short(interview.held_on, today)
    felt = f"felt {interview.felt}" if interview.felt is not Felt.UNSAID else ""
    return " · ".join(filter(None, [clean_line(interview.role), number, day, felt]))


def looked_at(every: Iterable[Reflected], topic: str, today: date, said: str = "") -> list[Looked]:
    """What was noted on a topic, of each interview where something was.

    Of that only what has every word of `said`, in it or in the interview's heading.
    """
    words = searching.words(said)
    found = []
    for one in every:
        interview = one.interview
        around = f"{interview.employer} {about(interview, today)}"
        noted = tuple(
            entry for entry in _noted(one, topic, today) if _has(f"{around} {entry.text}", words)
        )
        if noted:
            found.append(Looked(interview, noted))
    return found


def _noted(one: Reflected, topic: str, today: date) -> Iterator[Noted]:
    for prompt in PROMPTS:
        if topic in (EVERYTHING, prompt) and (text := written(one.reflection, prompt)).strip():
            yield Noted(prompt, text)
    sure = one.reflection.sure
    if topic in (EVERYTHING, SURE) and sure is not None:
        words = how_sure(one.reflection, one.feelings, one.interview, today)
        yield Noted(SURE, f"{drawn(sure)} {words}")


def _has(text: str, words: list[str]) -> bool:
    return not words or searching.has(searching.searched(text), words)
