"""Stories: what the user did once, told so that it answers a question.

Situation, task, action, result, and what was learned from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Landed(StrEnum):
    """How a story was taken where it was told."""

    UNSAID = ""
    WELL = "well"
    POORLY = "not so well"


@dataclass(frozen=True, slots=True)
class Story:
    """One story. `themes` are a few words with commas between them: `teamwork, conflict`."""

    id: int = 0
    name: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    lesson: str = ""
    themes: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A story was told at an interview."""

    id: int = 0
    story_id: int = 0
    interview_id: int = 0
    landed: Landed = Landed.UNSAID


@dataclass(frozen=True, slots=True)
class Answering:
    """A story answers a question."""

    id: int = 0
    story_id: int = 0
    question_id: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with the story that was told."""

    telling: Telling
    story: Story
