"""How much a reference is asked for: facts, and no score.

People who vouch for somebody often grow tired of it, and rarely say so.
"""

from __future__ import annotations

from datetime import date, timedelta

from afterview_tui.domain import dates
from afterview_tui.domain.records import Use

WITHIN = timedelta(days=30)
OFTEN = 3


def words(use: Use, today: date) -> str:
    """`briefed 3 times in 30 days, last thanked Tue 9 Jun`; "" for one never used.

    One not briefed lately is `last briefed Tue 9 Jun`.
    """
    past = [day for day in use.briefed if day <= today]
    parts = []
    if times := len(_lately(use, today)):
        parts.append(f"briefed {_often(times)} in {WITHIN.days} days")
    elif past:
        parts.append(f"last briefed {dates.short(max(past), today)}")
    if use.thanked_on is not None and use.thanked_on <= today:
        parts.append(f"last thanked {dates.short(use.thanked_on, today)}")
    return ", ".join(parts)


def asked_often(use: Use, today: date) -> bool:
    """Whether a reference was briefed so often lately that it is worth a thought."""
    return len(_lately(use, today)) >= OFTEN


def _lately(use: Use, today: date) -> list[date]:
    return [day for day in use.briefed if today - WITHIN <= day <= today]


def _often(times: int) -> str:
    return {1: "once", 2: "twice"}.get(times, f"{times} times")
