"""Everything on file as rows of plain values, to be taken along and brought into another file.

What that is, is read from the schema: a new table or column comes along by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from afterview_tui.storage.file import File
from afterview_tui.storage.opening import VERSION
from afterview_tui.storage.rows import Value

FORMAT = "afterview export"
# Which window has an unfinished form open is nothing that anybody entered.
_OF_WINDOWS = ("draft", "window")
# What is no part of what somebody entered, and why.
LEFT_OUT = {
    "_sqlite_migrations": "the new file has its own",
    "alphabet": "the new file has its own",
    "change": "what can be undone stays with the file in which it was done",
    "change_row": "what can be undone stays with the file in which it was done",
}
Row = dict[str, Value]
Rows = Mapping[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Everything:
    """All rows of all tables, and the version of the file that they are from."""

    version: int
    tables: Rows

    @property
    def number(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.tables.values()))

    def lines(self) -> Iterator[str]:
        """As JSON, a row on each line. The same rows always give the same text."""
        yield f'{{"format": {json.dumps(FORMAT)}, "file_version": {self.version}, "tables": {{\n'
        for number, (table, rows) in enumerate(self.tables.items()):
            yield f"{',' * bool(number)}{json.dumps(table)}: [\n"
            for place, row in enumerate(rows):
                yield f"{',' * bool(place)}{json.dumps(row, ensure_ascii=False)}\n"
            yield "]\n"
        yield "}}\n"


def taken(file: File) -> Everything:
    """All that is on file, as of one moment. Raises NotSaved, FileDamaged."""
    with file.beside() as read:
        tables = {
            table: [
                dict(zip(columns, row, strict=True)) for row in read(_select(table, columns), {})
            ]
            for table, columns in schema(read).items()
        }
    return Everything(VERSION, tables)


def columns_of(file: File) -> dict[str, list[str]]:
    """The tables that are taken along, and the columns of each. Raises NotSaved, FileDamaged."""
    with file.beside() as read:
        return schema(read)


def schema(read: Any) -> dict[str, list[str]]:
    """The tables that somebody's words are in, by name, and the columns of each."""
    sql = (
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' ORDER BY name"
    )
    names = [name for (name,) in read(sql, {})]
    return {
        name: [
            column
            for (column,) in read(f"SELECT name FROM pragma_table_info('{name}')", {})
            if (name, column) != _OF_WINDOWS
        ]
        for name in names
        if name not in LEFT_OUT and not name.startswith("sqlite_")
    }


def _select(table: str, columns: list[str]) -> str:
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY {columns[0]}"
