"""What two windows wrote in one field: both is kept, and it is said.

Notes take both texts, one below the other. Of a line, the one that is saved last stands;
the other is in the log of changes, and undo brings it back.
"""

from __future__ import annotations

from dataclasses import dataclass

from afterview_tui.domain.text import both
from afterview_tui.storage import versions
from afterview_tui.storage.rows import Value


@dataclass(frozen=True, slots=True)
class Clash:
    """A field in which another window wrote, too. `theirs` is "" where both texts stand in it."""

    field: str
    theirs: str


def settled(
    table: str, field: str, mine: Value, base: Value, theirs: Value
) -> tuple[Value, Clash | None]:
    """What goes on file for a field typed on top of `base`, where by now `theirs` is on file."""
    if theirs in (base, mine) or not (isinstance(theirs, str) and isinstance(mine, str) and theirs):
        return mine, None
    if field not in versions.NOTES.get(table, ()):
        return mine, Clash(field, theirs)
    start = str(base or "")
    added = theirs[len(start) :].strip() if theirs.startswith(start) else theirs
    return both(mine, added), Clash(field, "")
