"""How a command says what it has to say: in plain text, or as data for another program."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any

import click

from afterview_tui.domain.dates import clock
from afterview_tui.domain.text import clean

AS_JSON = click.option("--json", "as_json", is_flag=True, help="As JSON, for another program.")


def say(text: str) -> None:
    """Say it on standard output. Whatever is on file, no terminal is told what to do."""
    click.echo(clean(text))


def say_json(data: Any) -> None:
    """Say it as JSON: dates as 2026-11-20, times as 14:00, what is not known as null."""
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    click.echo(json.dumps(as_data(data), ensure_ascii=not is_utf8, indent=2))


def as_data(one: Any) -> Any:
    """A record, and whatever is in it, in the words of JSON. A new field comes along by itself."""
    if is_dataclass(one) and not isinstance(one, type):
        return {field.name: as_data(getattr(one, field.name)) for field in fields(one)}
    if isinstance(one, tuple) and hasattr(one, "_asdict"):  # of names, such as a Task
        one = one._asdict()
    if isinstance(one, Enum):
        return one.value
    if isinstance(one, date):
        return one.isoformat()
    if isinstance(one, time):
        return clock(one)
    if isinstance(one, Mapping):
        return {str(as_data(name)): as_data(value) for name, value in one.items()}
    if isinstance(one, list | tuple):
        return [as_data(each) for each in one]
    return one
