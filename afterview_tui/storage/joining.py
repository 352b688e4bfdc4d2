"""Bringing in what another copy of the file has, such as a “conflicted copy” of a synced folder.

Nothing of either is lost, the other copy is not touched, and to do it twice gives the same as
once. It is one change, which an undo takes back.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from afterview_tui.domain.errors import FileRefused
from afterview_tui.domain.task import Kind
from afterview_tui.domain.text import clean_line, count, joined
from afterview_tui.storage import backups, opening, rows, versions
from afterview_tui.storage.changes import Change
from afterview_tui.storage.file import File
from afterview_tui.storage.joined_fields import LATE_LINKS, LINKS, Both, key_of
from afterview_tui.storage.restoring import copy_whole
from afterview_tui.storage.two_copies import Copy, Fields, TwoCopies, is_empty, mapped, said
from afterview_tui.storage.vanished import reading

WHY = "from the other copy"
# What a record hangs on comes before it.
_ORDER = (
    *("person", "interview", "story", "question", "template", "word", "me", "reference"),
    *("meeting", "briefing", "letter", "follow_up", "reflection", "feeling", "asking"),
    *("telling", "answering", "own_item", "adjustment"),
)
_TABLE_OF = {f"{one}_id": one for one in _ORDER}
# The lines that are named after a record, by the table of that record.
_LINES = {
    Kind.LETTER: "meeting",
    Kind.BRIEF: "briefing",
    Kind.THANK_REFERENCE: "briefing",
    Kind.TELL_REFERENCE: "briefing",
    Kind.TRIED: "follow_up",
    Kind.OWN: "own_item",
}
_TOLD = ("interview", "person", "letter", "question", "story", "reflection")
_PLURALS = {"person": "people", "story": "stories"}


def join(path: Path, other: Path, now: Callable[[], datetime]) -> list[str]:
    """Bring in what the other file has; what was done, in sentences.

    Raises FileRefused for one that is damaged, foreign or newer than this program; NotSaved.
    """
    if not other.is_file():
        raise FileRefused(f"There is no file {other}. Name the other copy of your file.")
    if other.resolve() == path.resolve():
        raise FileRefused(f"{other} is the file itself. Name another copy of it.")
    opening.look(other)
    with tempfile.TemporaryDirectory(prefix="afterview-merge-") as folder:
        copy = Path(folder) / "other.db"
        copy_whole(other, copy)
        opening.connect(copy, now).close()  # brought up to date, if it is older
        made = backups.by_hand(path, now(), "before-merging")
        with reading(copy) as theirs, reading(path) as mine:
            copies = TwoCopies(Copy(mine), Copy(theirs))
        name = clean_line(other.name)
        with closing(File(path, now)) as file, file.change(f"merged {name}") as change:
            joining = _Joining(file, change, copies)
            joining.run()
            told = joining.told()
            is_changed = change.touched
    if not is_changed:
        made.unlink(missing_ok=True)
        return [f"There is nothing in {other} that is not in {path}."]
    return [f"Merged {other} into {path}: {told}.", f"The file as it was is kept: {made}"]


class _Joining:
    """One merge under way. `ids` has the number here of each record there."""

    def __init__(self, file: File, change: Change, copies: TwoCopies) -> None:
        self._file = file
        self._change = change
        self._copies = copies
        self._ids: dict[str, dict[int, int]] = defaultdict(dict)
        self._added: Counter[str] = Counter()
        self._changed = 0
        self._kept = 0

    def run(self) -> None:
        """Bring everything in, in the order in which one hangs on the other."""
        for table in _ORDER:
            self._table(table)
        self._late_links()
        self._earlier_texts()
        self._forms()

    def told(self) -> str:
        """What came of it."""
        parts = [
            f"{count(self._added[table], table, _PLURALS.get(table, ''))} more"
            for table in _TOLD
            if self._added[table]
        ]
        if rest := sum(self._added.values()) - sum(self._added[table] for table in _TOLD):
            parts.append(f"{count(rest, 'other thing')} more")
        if self._changed:
            parts.append(f"{count(self._changed, 'record')} put together of both")
        if self._kept:
            parts.append(f"{count(self._kept, 'text')} that differed kept as earlier versions")
        return joined(parts)

    def _table(self, table: str) -> None:
        here = self._copies.mine.rows[table]
        by_number = {row["id"]: row for row in here}
        by_key: dict[Any, list[Fields]] = defaultdict(list)
        for row in here:
            by_key[key_of(table, row)].append(row)
        there = [self._as_here(table, row) for row in self._copies.theirs.rows[table]]
        taken: set[int] = set()
        # Those that are surely the same come first, so that no namesake takes their place.
        is_sure = {row["id"]: bool(self._copies.is_the_same(table, row["id"])) for row in there}
        for row in sorted(there, key=lambda one: not is_sure[one["id"]]):
            mine = by_number.get(row["id"]) if is_sure[row["id"]] else None
            if mine is None or _has_moved(table, mine, row, by_key):
                alike = [one for one in by_key[key_of(table, row)] if one["id"] not in taken]
                # Where nobody can tell, the same number and the same name are the same record.
                mine = next((one for one in alike if one["id"] == row["id"]), None)
                mine = mine or next(iter(alike), None)
            if mine is None:
                self._add(table, row)
                continue
            taken.add(mine["id"])
            self._ids[table][row["id"]] = mine["id"]
            self._put_together(table, mine, row)

    def _as_here(self, table: str, row: Fields) -> Fields:
        """A row of theirs, with the numbers that what it hangs on has here."""
        links = {
            name: mapped(row[name], self._ids[_TABLE_OF[name]]) for name in LINKS if name in row
        }
        if table == "adjustment":
            kind, colon, number = row["task"].partition(":")
            if kind in _LINES and number.isdecimal():
                subject = self._ids[_LINES[Kind(kind)]].get(int(number), number)
                links["task"] = f"{kind}{colon}{subject}"
        return row | links

    def _add(self, table: str, row: Fields) -> None:
        new = {name: value for name, value in row.items() if name not in ("id", *LATE_LINKS)}
        if table == "me":
            new["id"] = 1
        self._ids[table][row["id"]] = self._change.add_row(table, new)
        self._added[table] += 1

    def _put_together(self, table: str, mine: Fields, theirs: Fields) -> None:
        of_both = Both(self._copies, table, mine, theirs)
        if of_both.become:
            self._change.change_row(table, mine["id"], of_both.become)
            self._changed += 1
        for name, text in of_both.versions:
            self._keep(versions.subject(table, mine), name, text)
        for name, value in of_both.noted:
            self._note(table, mine, said(name, value))
        if of_both.felt is not None:
            sure, noted_on = of_both.felt
            where = "interview_id = ? AND sure = ? AND noted_on IS ?"
            about = [mine["interview_id"], sure, noted_on]
            if not self._file.read(f"SELECT 1 FROM feeling WHERE {where}", about):
                names = ("interview_id", "sure", "noted_on")
                self._change.add_row("feeling", dict(zip(names, about, strict=True)))

    def _keep(self, about: str, name: str, text: str, why: str = WHY, at: str = "") -> None:
        """Keep a text as an earlier version, unless it is one."""
        known = "SELECT 1 FROM text_version WHERE subject = ? AND field = ? AND text = ?"
        if self._file.read(known, [about, name, text]):
            return
        at = at or str(rows.to_value(self._file.now()))
        new: Fields = {"subject": about, "field": name, "text": text, "why": why, "at": at}
        self._change.add_row("text_version", new)
        self._kept += 1

    def _note(self, table: str, row: Fields, words: str) -> None:
        """Say in the notes what stood in the other copy, unless it is said there."""
        line = f"In the other copy: {words}"
        if table in ("person", "interview", "reference"):
            self._note_at(table, row["id"], line)
        elif row.get("interview_id") is not None:
            line = f"In the other copy, {table.replace('_', ' ')}: {words}"
            self._note_at("interview", row["interview_id"], line)
        else:  # it has no notes of its own: an earlier version of its first text says it
            about = table if table in versions.TEXTS else "me"
            subject = versions.subject(about, row if about == table else {"id": 1})
            self._keep(subject, versions.TEXTS[about][0], line)

    def _note_at(self, table: str, number: int, line: str) -> None:
        notes = str(self._file.read(f"SELECT notes FROM {table} WHERE id = ?", [number])[0][0])
        if line not in notes.splitlines():
            with_it = "\n".join(filter(None, [notes, line]))
            self._change.change_row(table, number, {"notes": with_it})

    def _late_links(self) -> None:
        """Let a round that came with this follow the one before it, and the like."""
        for table in _ORDER:
            for row in self._copies.theirs.rows[table]:
                for name in LATE_LINKS.keys() & row.keys():
                    self._link(table, self._ids[table][row["id"]], name, row[name])

    def _link(self, table: str, here: int, name: str, there: int | None) -> None:
        to = mapped(there, self._ids[LATE_LINKS[name]])
        ((now,),) = self._file.read(f"SELECT {name} FROM {table} WHERE id = ?", [here])
        if to is not None and now is None and (table, to) != (LATE_LINKS[name], here):
            self._change.change_row(table, here, {name: to})

    def _earlier_texts(self) -> None:
        """Their earlier texts are earlier texts of the same records here."""
        for row in self._copies.theirs.rows["text_version"]:
            table, *which = str(row["subject"]).split(":")
            columns = versions.SUBJECTS.get(table, ())
            if len(which) >= len(columns) and table != "template":
                for place, column in enumerate(columns):
                    of = table if column == "id" else _TABLE_OF.get(column, "")
                    if which[place].isdecimal() and of:
                        which[place] = str(self._ids[of].get(int(which[place]), which[place]))
            about = ":".join([table, *which])
            self._keep(about, row["field"], row["text"], row["why"], row["at"])

    def _forms(self) -> None:
        """What is typed in a form that is not finished there is kept as an earlier text."""
        here = self._copies.mine.forms
        for form, fields in self._copies.theirs.forms:
            if (form, fields) not in here:
                typed = "\n".join(said(name, one) for name, one in fields.items() if one)
                if not is_empty(typed):
                    self._keep("me:1", "resume_notes", typed, "of a form that was not finished")


def _has_moved(table: str, mine: Fields, theirs: Fields, by_key: dict[Any, list[Fields]]) -> bool:
    """Whether what is the same record hangs on something else there, where that has one already."""
    links = [name for name in LINKS if name in mine]
    differs = any(mine[name] != theirs[name] for name in links)
    return differs and bool(by_key[key_of(table, theirs)])
