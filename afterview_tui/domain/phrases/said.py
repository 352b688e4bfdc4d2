"""What is asked for when somebody names a day, and what was understood of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from afterview_tui.domain import dates

Direction = Literal["past", "future"]
# An interview has a day and a time and may be still to come; a fact lies behind;
# what is due or promised may be a stretch of time, which is over on its last day.
Wanted = Literal["interview", "fact", "due"]


@dataclass(frozen=True, slots=True)
class When:
    """A local day, with the local times when they were said, and the zone if one was named.

    What was taken for granted is told beside it: the part of the day, a day that
    can have been meant as well, what is still to be said.
    """

    day: date
    starts_at: time | None = None
    ends_at: time | None = None
    zone: str = ""
    guessed: str = field(default="", compare=False)
    other: str = field(default="", compare=False)
    missing: str = field(default="", compare=False)

    def words(self, today: date) -> str:
        """What was understood: `Fri 20 Nov, 14:00, 3 days ago`.

        Where another day can be meant, that is seen from the first word on: it may be cut off.
        """
        parts = [self.named(today)]
        if self.starts_at is not None:
            until = f"–{dates.clock(self.ends_at)}" if self.ends_at is not None else ""
            guessed = f" {self.guessed}" if self.guessed else ""
            parts.append(f"{dates.clock(self.starts_at)}{until}{guessed}")
        if self.zone:
            parts.append(f"time of {self.zone}")
        return "; ".join(
            filter(None, [", ".join([*parts, dates.distance(self.day, today)]), *self.besides])
        )

    def named(self, today: date) -> str:
        """The day: `Fri 20 Nov`, or `Fri 20 Nov?` where another one can be meant."""
        return dates.short(self.day, today) + ("?" if self.other else "")

    @property
    def besides(self) -> list[str]:
        """What else can have been meant, and what is still to be said."""
        return [one for one in (self.other, self.missing) if one]
