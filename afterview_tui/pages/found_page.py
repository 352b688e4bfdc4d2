"""What a search found, in plain lines under their headings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.found import Found, Hit, Results
from afterview_tui.pages.day_page import listed


def found_page(results: Results, today: date) -> str:
    """Every section with its hits: the name, where it is, and the words around what was found."""
    blocks = []
    for section in results.sections:
        lines = [f"{section.section}, {_counted(section)}:"]
        for hit in section.hits:
            lines += listed([", ".join(filter(None, _named(hit, today)))])
            if hit.passage.text:
                lines += listed([f"{hit.label}: {hit.passage.text}"], "    ")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _counted(found: Found) -> str:
    number = f"over {found.number}" if found.is_more else str(found.number)
    return f"{len(found.hits)} of {number}" if len(found.hits) < found.number else number


def _named(hit: Hit, today: date) -> Iterator[str]:
    yield hit.name
    yield hit.about
    if hit.held_on is not None:
        yield dates.short(hit.held_on, today)
    if hit.interview_id is not None:
        yield f"number {hit.interview_id}"
