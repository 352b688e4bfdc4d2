"""The résumé on one page: when it was reviewed, what interviews suggest, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain import text as texts
from afterview_tui.domain.preparation import Reflected
from afterview_tui.domain.records import Me
from afterview_tui.domain.resume import Suggestion, Why, suggestions
from afterview_tui.letters.drafting.own_words import without_bullet
from afterview_tui.pages.page_lines import kept
from afterview_tui.pages.sheet import Item, Section, Sheet, fitted

_SEEN = 4  # suggestions of before the last review: it has most likely dealt with them
_EMPLOYER = 30  # columns of an employer's name behind what comes from there
_ROOM = 60  # columns beside the longest label
_NOTHING = (
    "Nothing new in your journal suggests a change. What they cared about, why not and what you"
    " took from it stand here, and every line that names the résumé."
)


def resume_page(
    me: Me, reflected: Iterable[Reflected], waiting: Sequence[str], today: date
) -> Sheet:
    """What there is to know before the next review. `waiting` are the employers it is due for."""
    found = suggestions(reflected, me.resume_reviewed_on)
    new, seen = [one for one in found if one.is_since], [one for one in found if not one.is_since]
    changed = [Item(line) for line in texts.lines(me.resume_notes)]
    lists = [
        *((why.value, [_item(one, today) for one in new if one.why is why]) for why in Why),
        ("From before the last review", [_item(one, today) for one in seen[:_SEEN]]),
        ("What changed", changed),
    ]
    sections = [Section(name, tuple(items), len(items)) for name, items in lists if items]
    rows = [("Reviewed", _reviewed(me, today))]
    if waiting:
        rows.append(("Waits for it", kept(texts.joined(list(waiting)), _ROOM, 2)))
    return fitted(Sheet("Résumé", "" if new else _NOTHING, tuple(rows)), sections)


def _reviewed(me: Me, today: date) -> str:
    on = me.resume_reviewed_on
    return dates.spoken(on, today) if on is not None else "no day is noted yet"


def _item(one: Suggestion, today: date) -> Item:
    employer = kept(texts.clean_line(one.interview.employer), _EMPLOYER, 1)
    day = dates.short(one.interview.held_on, today)
    return Item(without_bullet(one.text), ", ".join(filter(None, [employer, day])))
