"""What was taken along is brought into an empty file: checked whole first, then all or nothing.

An export of an older version is put into a file of that version in memory, and brought up to date
there by the migrations, as the file itself would be.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import clean
from afterview_tui.storage import rows
from afterview_tui.storage.everything import FORMAT, Everything, Row, schema
from afterview_tui.storage.file import File
from afterview_tui.storage.migrations import migrations, names
from afterview_tui.storage.opening import VERSION, wrapped

_KINDS = {table: kind for kind, table in rows.TABLES.items()}
# Undo does not know them.
_NO_RECORDS = ("draft", "text_version")
_EARLIER_TEXT = """
    INSERT INTO text_version (id, subject, field, text, why, at)
    SELECT :id + :last, :subject, :field, :text, :why, :at WHERE NOT EXISTS (
        SELECT 1 FROM text_version WHERE :last AND subject = :subject AND field = :field
        AND text = :text AND at = :at)
"""
_UNFINISHED = """
    INSERT INTO draft (id, form, fields)
    SELECT CASE WHEN :id IN (SELECT id FROM draft) THEN NULL ELSE :id END, :form, :fields
    WHERE NOT EXISTS (SELECT 1 FROM draft WHERE form = :form AND fields = :fields)
"""
_HEAD = {"format", "file_version", "tables"}


class NotBroughtIn(AfterviewError):
    """What is to be brought in is not as it has to be; nothing was changed."""

    title = "Nothing was brought in"


def read(text: str) -> Everything:
    """The rows of an export, as they are in a file of today. Raises NotBroughtIn."""
    document = _parsed(text)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotBroughtIn("this is no export of afterview-tui.")
    if document.keys() != _HEAD:
        odd = ", ".join(sorted(document.keys() ^ _HEAD))
        raise NotBroughtIn(f"its head has too much or too little: {odd}.")
    version, tables = document["file_version"], document["tables"]
    if type(version) is not int or version < 1 or not isinstance(tables, dict):
        raise NotBroughtIn("its head does not say which version it is from.")
    if version > VERSION:
        raise NotBroughtIn(
            f"it was made by a newer afterview-tui (file version {version}, this program knows"
            f" {VERSION}). Update the program."
        )
    with closing(sqlite3.connect(":memory:")) as connection:
        return _up_to_date(connection, version, tables)


def bring_in(file: File, everything: Everything) -> None:
    """Put all of it on file as one change. Raises NotBroughtIn when something is there already."""
    check_empty(file)
    with file.change("brought everything in from a file that was taken along") as change:
        for table, every in everything.tables.items():
            if table not in _NO_RECORDS:
                for row in every:
                    change.insert_row(table, row)
        _bring_in_beside(file, everything)


def _bring_in_beside(file: File, everything: Everything) -> None:
    """Earlier texts and unfinished forms: they stay when the rest is taken back, as always."""
    last = file.read("SELECT coalesce(max(id), 0) FROM text_version")[0][0]
    for row in everything.tables["text_version"]:
        file.db.execute(_EARLIER_TEXT, {**row, "last": last})
    for row in everything.tables["draft"]:
        file.db.execute(_UNFINISHED, row)


def check_empty(file: File) -> None:
    """Raise NotBroughtIn unless nobody entered anything yet, or took all of it back."""
    tables = " UNION ALL ".join(f"SELECT 1 FROM {table}" for table in rows.TABLES.values())
    if file.read(f"SELECT EXISTS ({tables})")[0][0]:
        raise NotBroughtIn(
            f"{file.path} has records already. Bring it into a new file, with --db NEW."
        )


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        raise NotBroughtIn(f"line {error.lineno}: this is no JSON: {what}.") from error
    except (ValueError, RecursionError) as error:
        raise NotBroughtIn(f"this is no JSON that an export has: {error}.") from error


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _each_once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names_ = [name for name, _ in pairs]
        twice = next(name for name in names_ if names_.count(name) > 1)
        raise ValueError(f"{clean(twice)} stands twice in one object")
    return found


def _up_to_date(connection: sqlite3.Connection, version: int, tables: dict[str, Any]) -> Everything:
    """Put the rows into a file of their version, and bring that up to date."""
    db = wrapped(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    every = names()
    migrations.apply(db, stop_before=every[version] if version < len(every) else None)
    known = schema(lambda sql, _: connection.execute(sql).fetchall())
    if odd := sorted(tables.keys() ^ known.keys()):
        raise NotBroughtIn(f"version {version} has other tables: {clean(', '.join(odd))}.")
    for table, columns in known.items():
        for place, row in _checked(table, tables[table], columns):
            _insert(connection, table, row, place)
    try:
        migrations.apply(db)
    except sqlite3.Error as error:
        raise NotBroughtIn(f"it cannot be brought up to date: {error}.") from error
    for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        raise NotBroughtIn(f"{table}, row {number}: there is no {parent} that it names.")
    known = schema(lambda sql, _: connection.execute(sql).fetchall())
    found = {table: _rows(connection, table, columns) for table, columns in known.items()}
    for table, these in found.items():
        _check_values(table, these)
    return Everything(VERSION, found)


def _checked(table: str, every: Any, columns: list[str]) -> Iterator[tuple[str, Row]]:
    """The rows of a table, each with the place that is said when something is wrong in it."""
    if not isinstance(every, list):
        raise NotBroughtIn(f"{table} is no list of rows.")
    for number, row in enumerate(every, 1):
        place = f"{table}, row {number}"
        if not isinstance(row, dict):
            raise NotBroughtIn(f"{place}: this is no row.")
        if odd := sorted(row.keys() ^ set(columns)):
            raise NotBroughtIn(f"{place}: it has too much or too little: {clean(', '.join(odd))}.")
        for name, value in row.items():
            if value is not None and type(value) not in (str, int):
                raise NotBroughtIn(f"{place}: {name} is neither text nor a whole number.")
        if "id" in row and (type(row["id"]) is not int or row["id"] < 1):
            raise NotBroughtIn(f"{place}: its id is no number from 1 on.")
        yield place, {n: clean(v) if isinstance(v, str) else v for n, v in row.items()}


def _insert(connection: sqlite3.Connection, table: str, row: Row, place: str) -> None:
    marks = ", ".join(f":{name}" for name in row)
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
    try:
        connection.execute(sql, row)
    except (sqlite3.Error, OverflowError) as error:
        raise NotBroughtIn(f"{place}: {error}.") from error


def _rows(connection: sqlite3.Connection, table: str, columns: list[str]) -> list[Row]:
    sql = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {columns[0]}"
    return [dict(zip(columns, row, strict=True)) for row in connection.execute(sql)]


def _check_values(table: str, every: list[Row]) -> None:
    """What is to be a day or one of several words is that, or the app could not show it."""
    kind = _KINDS.get(table)
    if kind is None:
        return
    columns = rows.columns(kind).split(", ")
    for row in every:
        for name in rows.unknown(kind, [row[one] for one in columns]):
            raise NotBroughtIn(f"{table} {row['id']}: {name} is not {clean(str(row[name]))!r}.")
