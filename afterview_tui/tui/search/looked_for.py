"""What somebody looked for, where, and what they went to."""

from __future__ import annotations

from dataclasses import dataclass

from afterview_tui.domain.found import Hit, Section

Sections = frozenset[Section]
EVERYTHING: Sections = frozenset(Section)


@dataclass(frozen=True, slots=True)
class Looked:
    """The words, the sections that were searched, and the hit that was gone to."""

    said: str = ""
    sections: Sections = EVERYTHING
    gone_to: Hit | None = None
