"""One record that two copies of the file have, made of both: nothing that either says is lost.

What only one side changed since they parted is taken from it. Where both did, or nobody can tell,
notes are put together, of a long text the later one stands and the other is an earlier version,
and of anything else the later one stands and the other is noted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from afterview_tui.domain.letter import LetterState
from afterview_tui.domain.text import both
from afterview_tui.storage import versions
from afterview_tui.storage.rows import TABLES, to_value
from afterview_tui.storage.two_copies import Fields, TwoCopies, is_empty

# Links are never taken over by themselves: the other record has its own.
LINKS = ("interview_id", "person_id", "reference_id", "story_id", "question_id")
# Links to what may come later, by the table that they lead to.
LATE_LINKS = {"follows_id": "interview", "thanked_in": "letter"}
_PUT_TOGETHER = {
    "person": ("notes",),
    "interview": (
        *("notes", "position_facts", "wanted_for", "who_calls"),
        *("posting", "to_ask", "offer_written", "offer_said"),
    ),
    "meeting": ("talked_about", "strength"),
    "reference": ("notes",),
    "briefing": ("note", "to_stress", "fit"),
    "follow_up": ("said",),
    "adjustment": ("reason",),
}
# They go along with the text of a letter, whose places and beginning they tell.
_WITH_THE_TEXT = ("parts", "follows_facts")
_FAR = [state.value for state in LetterState]
_DEFAULTS: dict[str, Fields] = {
    table: {one.name: to_value(one.default) for one in fields(kind) if one.default is not MISSING}
    for kind, table in TABLES.items()
}


class Both:
    """What a record is to be, and what of either is kept beside it."""

    def __init__(self, copies: TwoCopies, table: str, mine: Fields, theirs: Fields) -> None:
        self.become: Fields = {}
        self.versions: list[tuple[str, str]] = []  # field and text, to be kept as earlier ones
        self.noted: list[tuple[str, Any]] = []  # field and value, to be said in the notes
        self.felt: tuple[int, Any] | None = None  # how sure they felt, where I had said it already
        self._copies = copies
        self._table = table
        self._mine = mine
        self._theirs = theirs
        self._is_same = mine["id"] == theirs["id"] and copies.is_the_same(table, mine["id"])
        for name in mine:
            if (
                name not in (*LINKS, *LATE_LINKS, "id", *_WITH_THE_TEXT)
                and mine[name] != theirs[name]
            ):
                self._field(name)

    def _field(self, name: str) -> None:
        mine, theirs = self._mine[name], self._theirs[name]
        i_did, they_did, theirs_is_later = False, False, False
        if self._is_same:
            who = self._copies.who_changed(self._table, self._mine["id"], name)
            i_did, they_did, theirs_is_later = who
        is_told = bool(self._is_same) and self._copies.is_told
        only_they, only_i = is_told and they_did and not i_did, is_told and i_did and not they_did
        if self._table == "reflection" and name in ("sure", "sure_on"):
            self._sure(name)
        elif name in versions.TEXTS.get(self._table, ()):
            self._text(name, takes_theirs=only_they or (theirs_is_later and not only_i))
        elif only_i:
            return
        elif only_they:
            self.become[name] = theirs
        elif name in _PUT_TOGETHER.get(self._table, ()):
            self._become(name, both(mine, theirs))
        elif name == "binned_at":
            self._become(name, None)
        elif name == "state":
            self._become(name, max(mine, theirs, key=_FAR.index))
        else:
            self._either(name, theirs_is_later=theirs_is_later)

    def _text(self, name: str, *, takes_theirs: bool) -> None:
        mine, theirs = self._mine[name], self._theirs[name]
        takes_theirs = is_empty(mine) or (takes_theirs and not is_empty(theirs))
        stays, goes = (theirs, mine) if takes_theirs else (mine, theirs)
        if takes_theirs:
            self.become[name] = stays
            if self._table == "letter":
                self.become |= {one: self._theirs[one] for one in _WITH_THE_TEXT}
        if not is_empty(goes):
            self.versions.append((name, goes))

    def _either(self, name: str, *, theirs_is_later: bool) -> None:
        mine, theirs = self._mine[name], self._theirs[name]
        nothing = _DEFAULTS[self._table].get(name)
        if is_empty(theirs) or (theirs == nothing and not theirs_is_later):
            return
        takes_theirs = is_empty(mine) or mine == nothing or theirs_is_later
        goes = mine if takes_theirs else theirs
        if takes_theirs:
            self.become[name] = theirs
        if not is_empty(goes) and goes != nothing:
            self.noted.append((name, goes))

    def _sure(self, name: str) -> None:
        """How sure somebody felt is noted once; the other is a feeling of its own."""
        if self._mine["sure"] is None:
            self.become[name] = self._theirs[name]
        elif self._theirs["sure"] is not None:
            self.felt = (self._theirs["sure"], self._theirs["sure_on"])

    def _become(self, name: str, value: Any) -> None:
        if value != self._mine[name]:
            self.become[name] = value


def key_of(table: str, row: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """What makes two rows of a kind one, where a row says so itself; its links as they are here."""
    names = _KEYS.get(table)
    return None if names is None else tuple(row[name] for name in names)


_KEYS: dict[str, tuple[str, ...]] = {
    "meeting": ("interview_id", "person_id"),
    "reference": ("person_id",),
    "briefing": ("interview_id", "reference_id"),
    "letter": ("interview_id", "person_id", "kind", "form"),
    "follow_up": ("interview_id", "person_id", "planned_on", "channel", "done_on", "result"),
    "reflection": ("interview_id",),
    "feeling": ("interview_id", "sure", "noted_on"),
    "asking": ("interview_id", "question_id"),
    "telling": ("interview_id", "story_id"),
    "answering": ("story_id", "question_id"),
    "own_item": ("interview_id", "step", "text"),
    "adjustment": ("interview_id", "task"),
    "interview": ("employer", "role", "held_on", "starts_at", "round"),
    "question": ("text", "interview_id"),
    "story": ("name",),
    "template": ("kind", "form", "name"),
    "word": ("word",),
    "person": ("name", "employer"),
    "me": ("id",),
}
