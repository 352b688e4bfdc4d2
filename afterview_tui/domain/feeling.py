"""How somebody feels about an interview once the day is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Feeling:
    """How sure the user felt about an interview later on, 1 to 5."""

    id: int = 0
    interview_id: int = 0
    sure: int = 3
    noted_on: date | None = None
