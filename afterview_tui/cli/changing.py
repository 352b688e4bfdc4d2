"""Commands that change what is on file of an interview, and delete one."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_type_hints

import click

from afterview_tui.cli import typed, which
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import say
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.records import Interview
from afterview_tui.domain.text import clean_line
from afterview_tui.domain.when import when
from afterview_tui.storage.interviews import Entry

WHEN = "when"  # the day and the hours together
# They follow from something else, or have a command of their own.
_NOT_TYPED = (
    *("id", "held_on", "starts_at", "ends_at", "round", "follows_id"),
    *("outcome", "answer_by", "created_at"),
)
_ONE_LINE = ("employer", "role", "place", "zone", "contact_how", "who_calls")
_PAST = ("missed_call_on", "outcome_on")
_HINTS = get_type_hints(Interview)
FIELDS = [WHEN, *(one.name for one in fields(Interview) if one.name not in _NOT_TYPED)]
_SPELLED = [one.replace("_", "-") for one in FIELDS]


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui change harbor place '4 Shore Road, second floor'",
        "afterview-tui change harbor when 'last mon 14:00-15:00'",
        "afterview-tui change harbor wanted-for 'Time with each patient'",
    ],
    epilog=f"FIELD is one of: {', '.join(_SPELLED)}.",
)
@which.INTERVIEW
@click.argument("field", metavar="FIELD", type=click.Choice(_SPELLED))
@click.argument("text")
@click.pass_context
def change(context: click.Context, interview: str, field: str, text: str) -> None:
    """Change one field of an interview.

    TEXT takes the place of what is there; '' empties it, - reads standard input.
    """
    name = field.replace("-", "_")
    with opened(context, writes=True) as file:
        before = which.interview(file, interview).facts.interview
        after = _changed(file, before, name, text)
        if after == before:
            say("That is on file already.")
            return
        file.store.interviews.edit(Entry(after, None, None), before)
        say(f"Changed {after.employer}: {field.replace('-', ' ')}.")


@click.command(cls=PlainCommand, examples=["afterview-tui delete harbor"])
@which.INTERVIEW
@click.pass_context
def delete(context: click.Context, interview: str) -> None:
    """Delete an interview into the bin.

    `undo` brings it back, and so does the bin of the app.
    """
    with opened(context, writes=True) as file:
        one = which.interview(file, interview).facts.interview
        file.store.interviews.bin(one)
        say(f"Deleted {one.employer}, number {one.id}. afterview-tui undo brings it back.")


def _changed(file: OpenFile, before: Interview, name: str, text: str) -> Interview:
    """The interview with another text in one field. Raises NotUnderstood."""
    if name == WHEN:
        try:
            held = when(text, file.today, prefer="past", month_first=file.month_first)
        except NotUnderstood as error:
            raise NotUnderstood(f"{WHEN} {text}: {error.message}") from error
        zone = held.zone or before.zone
        return replace(
            before, held_on=held.day, starts_at=held.starts_at, ends_at=held.ends_at, zone=zone
        )
    value = _read(file, name, text)
    if name == "employer" and not value:
        raise NotUnderstood("Whom was it with? A name is enough.")
    return replace(before, **{name: value})


def _read(file: OpenFile, name: str, text: str) -> Any:
    """A text as what the field holds: words, a day, or one of several words."""
    hint = _HINTS[name]
    if isinstance(hint, UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    if hint is date:
        return file.day(text, "past" if name in _PAST else "future", name) if text else None
    if isinstance(hint, type) and issubclass(hint, Enum):
        empty = next((one for one in hint if not one.value), None)
        return empty if empty is not None and not text else typed.one_of(text, hint, name)
    words = clean_line(text) if name in _ONE_LINE and text != typed.STDIN else typed.text(text)
    if name == "zone" and words and not typed.is_zone(words):
        raise NotUnderstood(f"zone {words}: zones are named like Europe/London, America/New_York.")
    return words
