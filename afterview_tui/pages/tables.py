"""Every kind of record as a table for a spreadsheet: its columns, and names beside the ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# A form that somebody left before it was whole is no record.
_NO_TABLES = ("draft",)
# What only the program reads.
_NO_COLUMNS = ("binned_at", "parts", "follows_facts")

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of record: the names of its columns, and a row for each."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def tables(every: Rows, schema: Mapping[str, Sequence[str]]) -> Iterator[Table]:
    """A table for each kind of record, by name; what lies in the bin is left out."""
    by_id = {name: {row["id"]: row for row in rows if "id" in row} for name, rows in every.items()}
    for name, columns in schema.items():
        if name in _NO_TABLES:
            continue
        kept = [column for column in columns if column not in _NO_COLUMNS]
        named = [column for column in kept if column in _NAMED]
        rows = tuple(
            (*(row[column] for column in kept), *(_named(by_id, row, one) for one in named))
            for row in every[name]
            if row.get("binned_at") is None
        )
        yield Table(name, (*kept, *(_NAMED[column][0] for column in named)), rows)


def _named(by_id: Mapping[str, Mapping[Any, Row]], row: Row, column: str) -> str:
    _, table, called = _NAMED[column]
    other = by_id.get(table, {}).get(row[column])
    return called(other, by_id) if other is not None else ""


def _employer(row: Row, by_id: Any) -> str:
    return f"{row['employer']}, {row['held_on']}"


def _name(row: Row, by_id: Any) -> str:
    return f"{row['title']} {row['name']}".strip()


def _person_of(row: Row, by_id: Any) -> str:
    person = by_id["person"].get(row["person_id"])
    return _name(person, by_id) if person is not None else ""


# An id, what the column beside it is called, and how that which it means is named.
_NAMED: dict[str, tuple[str, str, Callable[[Row, Any], str]]] = {
    "interview_id": ("interview", "interview", _employer),
    "follows_id": ("follows", "interview", _employer),
    "person_id": ("person", "person", _name),
    "reference_id": ("reference", "reference", _person_of),
    "question_id": ("question", "question", lambda row, _: str(row["text"])),
    "story_id": ("story", "story", lambda row, _: str(row["name"])),
}
