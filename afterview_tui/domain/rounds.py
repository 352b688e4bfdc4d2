"""Which interviews are rounds of one another: joined, put in order, and parted again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.records import Interview


class NotJoined(AfterviewError):
    """Two interviews cannot be made rounds of one, or have not been."""

    title = "Left as it is"


def joined(these: Iterable[Interview], those: Iterable[Interview]) -> list[Interview]:
    """The rounds of two interviews as those of one, by their days. Raises NotJoined.

    A round that is among both would come before itself: rounds never go in a ring.
    """
    here, there = list(these), list(those)
    if {one.id for one in here} & {one.id for one in there}:
        raise NotJoined("They are rounds of one another already: no round comes before itself.")
    return in_order([*here, *there])


def parted(rounds: Iterable[Interview], interview_id: int) -> list[Interview]:
    """The rounds once this one stands by itself; it comes first. Raises NotJoined."""
    every = list(rounds)
    (gone,) = (one for one in every if one.id == interview_id)
    if len(every) < 2:
        raise NotJoined(f"{gone.employer} has no other rounds that it could be parted from.")
    return [*in_order([gone]), *in_order(one for one in every if one.id != interview_id)]


def in_order(rounds: Iterable[Interview]) -> list[Interview]:
    """Each round with its number, and the one that it follows: they go by their days."""
    found: list[Interview] = []
    for number, one in enumerate(sorted(rounds, key=_place), 1):
        before = found[-1].id if found else None
        found.append(replace(one, round=number, follows_id=before))
    return found


def _place(interview: Interview) -> tuple[date, time, int]:
    return interview.held_on, interview.starts_at or time.min, interview.id
