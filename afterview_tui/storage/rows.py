"""Between records and rows: the columns of a table are the fields of its record."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.letter import Letter, Template, Word
from afterview_tui.domain.records import (
    Adjustment,
    Asking,
    Briefing,
    FollowUp,
    Interview,
    Me,
    Meeting,
    OwnItem,
    Person,
    Question,
    Reference,
    Reflection,
)
from afterview_tui.domain.story import Answering, Story, Telling

Record = TypeVar("Record")
Value = str | int | None

LOST = "(lost)"  # the name of a record that another one hangs on and that is not there
_NO_NAME = "(no name that can be read)"
_LONG_AGO = date(2000, 1, 1)
_FIRST_YEAR, _LAST_YEAR = 2, 9998
_UNKNOWN = (ValueError, TypeError, KeyError)  # what is raised of a value that no record knows

TABLES: dict[type, str] = {
    Person: "person",
    Interview: "interview",
    Meeting: "meeting",
    Reference: "reference",
    Briefing: "briefing",
    Letter: "letter",
    FollowUp: "follow_up",
    Reflection: "reflection",
    Feeling: "feeling",
    Question: "question",
    Asking: "asking",
    Story: "story",
    Telling: "telling",
    Answering: "answering",
    OwnItem: "own_item",
    Adjustment: "adjustment",
    Me: "me",
    Template: "template",
    Word: "word",
}


@cache
def columns(kind: type, alias: str = "") -> str:
    """The columns of a record for a SELECT, in the order of its fields."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f"{prefix}{field.name}" for field in dataclasses.fields(kind))


@cache
def width(kind: type) -> int:
    """How many columns a record takes."""
    return len(dataclasses.fields(kind))


def record(kind: type[Record], row: Iterable[Any]) -> Record:
    """Make a record of a row that was selected with `columns`.

    A value that no record knows, which only damage or a foreign hand can put there, does not keep
    the rest from being shown: what a new record would have stands in for it. `unknown` names it.
    """
    values = list(row)
    known: Any = kind
    try:
        for place, convert in _to_convert(known, tuple(map(type, values))):
            values[place] = convert(values[place])
        if known.__match_args__:  # which is quicker, and an Interview does not take
            return kind(*values)
        return kind(**dict(zip(_names(known), values, strict=True)))
    except _UNKNOWN:
        return _as_it_can_be(kind, zip(_columns(known), row, strict=True))


def _as_it_can_be(kind: type[Record], row: Iterable[tuple[_Column, Any]]) -> Record:
    values = {}
    for column, value in row:
        try:
            values[column.name] = column.read(value)
        except _UNKNOWN:
            values[column.name] = column.stand_in
    if values.get("held_on", day) is None:  # an interview has a day: about that of its entry
        entered = values["created_at"]
        values["held_on"] = entered.date() if entered is not None else _LONG_AGO
    return kind(**values)


def unknown(kind: type, row: Iterable[Any]) -> list[str]:
    """The fields of a row, selected with `columns`, of which no record knows the value."""
    found = []
    for column, value in zip(_columns(kind), row, strict=True):
        try:
            column.read(value)
        except _UNKNOWN:
            found.append(column.name)
    return found


def stand_in(kind: type, name: str) -> Value:
    """What a field of a row has in place of a value that no record knows."""
    (column,) = (one for one in _columns(kind) if one.name == name)
    return to_value(column.stand_in)


def day(value: object) -> date | None:
    """A day as SQLite keeps it; None where there is none that can be read."""
    try:
        return _date(value) if value else None
    except (ValueError, TypeError):
        return None


def moment_or_none(value: object) -> datetime | None:
    """A moment as SQLite keeps it; None where there is none that can be read."""
    try:
        return _datetime(value)
    except (ValueError, TypeError):
        return None


def moment(value: object) -> datetime:
    """A moment as SQLite keeps it; one long ago where there is none that can be read."""
    return moment_or_none(value) or datetime.combine(_LONG_AGO, time(), UTC)


def to_row(one: Any) -> dict[str, Value]:
    """The columns and values of a record, without its id."""
    return {
        field.name: to_value(getattr(one, field.name))
        for field in dataclasses.fields(one)
        if field.name != "id"
    }


def to_value(value: Any) -> Value:
    """One value as SQLite keeps it: dates and times as ISO text."""
    if value is None or type(value) in (str, int):
        return typing.cast("Value", value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    raise TypeError(f"no column holds a {type(value).__name__}")


class _Column(typing.NamedTuple):
    """One field: what reads it, and what stands in for a value that no record knows."""

    name: str
    convert: Callable[[Any], Any]
    stand_in: Any
    may_be_none: bool

    def read(self, value: Any) -> Any:
        """The value as the record has it. Raises one of _UNKNOWN."""
        if value is None and self.may_be_none:
            return None
        return self.convert(value)

    def keeps(self, type_: type) -> bool:
        """Whether a value of this type is as the record has it."""
        if type_ is type(None):
            return self.may_be_none
        return (self.convert, type_) in ((_text, str), (_number, int))


@cache
def _to_convert(
    kind: type, types: tuple[type, ...]
) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """The places of a row that a record has otherwise than SQLite, with values of these types.

    Most are as they are: a start reads some ten thousand.
    """
    every = enumerate(zip(_columns(kind), types, strict=True))
    return tuple((place, one.convert) for place, (one, type_) in every if not one.keeps(type_))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _columns(kind: type) -> tuple[_Column, ...]:
    hints = typing.get_type_hints(kind)
    return tuple(_column(one, hints[one.name]) for one in dataclasses.fields(kind))


def _column(field: dataclasses.Field[Any], hint: Any) -> _Column:
    may_be_none = isinstance(hint, types.UnionType)
    if may_be_none:
        (hint,) = (one for one in typing.get_args(hint) if one is not type(None))
    stand_in = field.default
    if stand_in is dataclasses.MISSING:
        stand_in = _NO_NAME if hint is str else None
    return _Column(field.name, _converter(hint), stand_in, may_be_none)


def _converter(hint: Any) -> Callable[[Any], Any]:
    if hint in _READERS:
        return _READERS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {one.value: one for one in hint}.__getitem__
    raise TypeError(f"no column is read as {hint}")


def _text(value: Any) -> str:
    if value.__class__ is not str:
        raise TypeError("no text")
    return value


def _number(value: Any) -> int:
    if value.__class__ is not int:
        raise TypeError("no number")
    return value


def _date(value: Any) -> date:
    read = date.fromisoformat(value)
    if not _FIRST_YEAR <= read.year <= _LAST_YEAR:  # reckoning from there ends the program
        raise ValueError("no year that anybody means")
    return read


def _datetime(value: Any) -> datetime:
    read = datetime.fromisoformat(value)
    if read.tzinfo is None or not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        raise ValueError("no moment that anybody means")
    return read


_READERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _number,
    bool: lambda value: bool(_number(value)),
    date: _date,
    datetime: _datetime,
    time: time.fromisoformat,
}
