"""What a search over everything found: in sections, each with its lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from afterview_tui.domain.found_words import Asked, Passage


class Section(StrEnum):
    """What is searched, in the order in which it is shown."""

    INTERVIEWS = "Interviews"
    PEOPLE = "People"
    LETTERS = "Letters"
    TALKS = "Talks"
    REFLECTIONS = "Reflections"
    QUESTIONS = "Questions and answers"
    STORIES = "Stories"
    NOTES = "Notes"
    TEMPLATES = "Templates"


NOTHING = Passage()


@dataclass(frozen=True, slots=True)
class Hit:
    """A record in which every word was found.

    `record` is the kind of it, as in the file: `letter`. `field` is where most of the words
    stand, `label` what people call that; `passage` are the words around them, nothing where
    its name and `about` say it all. `held_on` is the day of its interview.
    """

    section: Section
    record: str
    id: int
    interview_id: int | None
    person_id: int | None
    name: str
    about: str = ""
    held_on: date | None = None
    field: str = ""
    label: str = ""
    passage: Passage = NOTHING


@dataclass(frozen=True, slots=True)
class Found:
    """One section: its first hits, how many there are, and whether there are still more."""

    section: Section
    hits: tuple[Hit, ...]
    number: int
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """All that was found for some words, section by section; empty sections are left out."""

    wanted: Asked = ()
    sections: tuple[Found, ...] = ()

    @property
    def number(self) -> int:
        """How many there are in all, as far as they were counted."""
        return sum(one.number for one in self.sections)

    @property
    def is_more(self) -> bool:
        """Whether not all were counted."""
        return any(one.is_more for one in self.sections)
