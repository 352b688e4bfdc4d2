"""What there will be to do, in one line, said before something is put on file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.task import Kind, Task
from afterview_tui.domain.text import count

# What is counted, and by which words; what is single is called by its name.
_COUNTED = {
    Kind.LETTER: ("letter", "letters"),
    Kind.BRIEF: ("reference to brief", "references to brief"),
}
_SINGLE = (Kind.FOLLOW_UP, Kind.ANSWER_OFFER, Kind.ASK_WHY)


def what_follows(every: Sequence[Task], today: date) -> str:
    """`Then: 2 letters, today; 1 reference to brief, Mon 23 Nov; ask how things stand, …`.

    `today` is the local date. "" where nothing with a day is open.
    """
    dated = [task for task in every if task.is_open and task.due is not None]
    parts = []
    for kind, (one, more) in _COUNTED.items():
        if mine := [task for task in dated if task.kind is kind]:
            parts.append(f"{count(len(mine), one, more)}, {_when(mine, today)}")
    for task in dated:
        if task.kind in _SINGLE:
            name = task.name[:1].lower() + task.name[1:]
            parts.append(f"{name}, {_when([task], today)}")
    return f"Then: {'; '.join(parts)}." if parts else ""


def _when(tasks: Sequence[Task], today: date) -> str:
    due = min(task.due for task in tasks if task.due is not None)
    days = (due - today).days
    return dates.distance(due, today) if days in (0, 1) else dates.short(due, today)
