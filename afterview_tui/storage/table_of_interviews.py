"""Interviews that come in from a table: read whole, shown, and put on file as one change."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from afterview_tui.domain.cells import as_typed
from afterview_tui.domain.read_table import Reader, ReadRow
from afterview_tui.domain.records import Interview
from afterview_tui.domain.text import count, fold
from afterview_tui.storage.bringing_in import NotBroughtIn
from afterview_tui.storage.facts import interviews
from afterview_tui.storage.file import File
from afterview_tui.storage.interviews import Entry, Interviews

_BETWEEN = ",;\t|"
_MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows of a table: those that come in, those left out, those that cannot be read."""

    coming: tuple[ReadRow, ...]
    skipped: tuple[ReadRow, ...]
    wrong: tuple[ReadRow, ...]


def cells(text: str) -> list[tuple[int, list[str]]]:
    """The rows of a table with their lines, the head first. Raises NotBroughtIn."""
    if "\0" in text:
        raise NotBroughtIn(
            f"line {text[: text.index(chr(0))].count(chr(10)) + 1}: this is no text."
        )
    head = next((line for line in text.splitlines() if line.strip()), "")
    between = max(_BETWEEN, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    found: list[tuple[int, list[str]]] = []
    try:
        before = 0
        for row in rows:
            if any(cell.strip() for cell in row):
                found.append((before + 1, [as_typed(cell) for cell in row]))
            before = rows.line_num
    except csv.Error as error:
        raise NotBroughtIn(f"line {max(rows.line_num, 1)}: this is no table: {error}.") from error
    if not found:
        raise NotBroughtIn("it is empty.")
    width = len(found[0][1])
    if width > _MOST_COLUMNS:
        raise NotBroughtIn(f"its head has {width} columns, which is no table of interviews.")
    for line, row in found[1:]:
        if len(row) != width:
            raise NotBroughtIn(
                f"line {line}: it has {count(len(row), 'cell')}, and the head {width}."
                " Is the file cut off?"
            )
    return found


def sorted_out(file: File, reader: Reader, rows: Sequence[tuple[int, list[str]]]) -> Sorted:
    """What becomes of each row; what is on file already does not come in again.

    Raises NotBroughtIn when no column says the employer or the day, NotUnderstood.
    """
    matched = reader.matched
    for name, what in (("employer", "the employer"), ("held_on", "the day of the interview")):
        if name not in matched:
            there = ", ".join(reader.columns)
            raise NotBroughtIn(
                f"no column says {what}. Say which one with --map {name}=COLUMN, of {there}."
            )
    read = [reader.row(line, row) for line, row in rows]
    known = {_which(one): f"number {one.id}" for one in interviews(file)}
    coming, skipped = [], [one for one in read if one.is_skipped]
    for one in read:
        if one.interview is None:
            continue
        which = _which(one.interview)
        if which in known:
            same = f"{one.interview.employer} on that day is there already, {known[which]}"
            skipped.append(replace(one, problem=same))
        else:
            known[which] = f"line {one.line}"
            coming.append(one)
    wrong = [one for one in read if one.problem and not one.is_skipped]
    skipped.sort(key=lambda one: one.line)
    return Sorted(tuple(coming), tuple(skipped), tuple(wrong))


def bring_in(file: File, store: Interviews, rows: Sequence[ReadRow]) -> None:
    """Put the interviews of these rows on file as one change, the oldest first."""
    with file.change(f"brought in {count(len(rows), 'interview')} from a table"):
        for entry in sorted(_entries(rows), key=lambda one: one.interview.held_on):
            store.add(entry)


def _entries(rows: Sequence[ReadRow]) -> Iterator[Entry]:
    for one in rows:
        if one.interview is not None:
            yield Entry(one.interview, one.met, one.references)


def _which(one: Interview) -> tuple[str, str, str]:
    return fold(one.employer), fold(one.role), one.held_on.isoformat()
