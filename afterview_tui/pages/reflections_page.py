"""What was noted after all interviews, as a page to take along."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from afterview_tui.domain import text as texts
from afterview_tui.domain.looking_back import EVERYTHING, TOPICS, Looked
from afterview_tui.letters.drafting.own_words import without_bullet
from afterview_tui.pages.sheet import Item, Section, Sheet


def reflections_page(looked: Iterable[Looked], topic: str, today: date, said: str = "") -> Sheet:
    """The page: a list for each interview. Where several prompts are on it, each line says which.

    `said` are the words by which it was chosen.
    """
    note = f"With the words: {texts.clean_line(said)}" if said else ""
    sections = [_section(one, topic, today) for one in looked]
    return Sheet(TOPICS[topic], note, (), tuple(sections))


def _section(one: Looked, topic: str, today: date) -> Section:
    items = tuple(
        Item(line, noted.name if topic == EVERYTHING else "")
        for noted in one.noted
        for line in filter(None, map(without_bullet, texts.lines(noted.text)))
    )
    name = " · ".join(filter(None, one.heading(today)))
    return Section(name, items, len(items))
