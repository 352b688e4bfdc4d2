"""Between records and rows: the columns of a table are the fields of its record."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from afterview_tui.domain.letter import Letter, Template, Word
from afterview_tui.domain.records import (
    Adjustment,
    Asking,
    Briefing,
    Feeling,
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
    """Make a record of a row that was selected with `columns`."""
    converters = _converters(typing.cast("type", kind))
    values = {
        name: value if convert is None or value is None else convert(value)
        for (name, convert), value in zip(converters, row, strict=True)
    }
    return kind(**values)


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


@cache
def _converters(kind: type) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    hints = typing.get_type_hints(kind)
    names = (field.name for field in dataclasses.fields(kind))
    return tuple((name, _converter(hints[name])) for name in names)


def _converter(hint: Any) -> Callable[[Any], Any] | None:
    if isinstance(hint, types.UnionType):
        (hint,) = (one for one in typing.get_args(hint) if one is not type(None))
    if hint in (date, datetime, time):
        return typing.cast("Callable[[Any], Any]", hint.fromisoformat)
    if hint is bool or (isinstance(hint, type) and issubclass(hint, Enum)):
        return typing.cast("Callable[[Any], Any]", hint)
    return None
