"""The command for the address book: who somebody is, and what is to be corrected."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import click

from afterview_tui.cli import typed, which
from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import AS_JSON, say, say_json
from afterview_tui.domain.errors import NotUnderstood
from afterview_tui.domain.people import Known, doubts, found, words
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import clean_line
from afterview_tui.pages.page_lines import introduced, labelled

_LONG = ("address", "notes")
FIELDS = [one.name.replace("_", "-") for one in fields(Person) if one.name != "id"]


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui person 'ana ruiz'",
        "afterview-tui person 'ana ruiz' email a.ruiz@example.com",
    ],
    epilog=f"FIELD is one of: {', '.join(FIELDS)}.",
)
@click.argument("name", metavar="PERSON")
@click.argument("field", metavar="[FIELD", required=False, type=click.Choice(FIELDS))
@click.argument("text", metavar="TEXT]", required=False)
@AS_JSON
@click.pass_context
def person(
    context: click.Context, name: str, field: str | None, text: str | None, as_json: bool
) -> None:
    """Say who somebody is, or correct it everywhere.

    PERSON is named by words of the name, the employer or the phone number. A corrected name stays
    the same person, with letters and notes.
    """
    if field is not None and text is None:
        raise NotUnderstood(f"What is the {field.replace('-', ' ')}? Say it, or '' for nothing.")
    with opened(context, writes=text is not None) as file:
        known = _known(file, name)
        if field is None or text is None:
            if as_json:
                say_json(known)
            else:
                say(_card(file, known))
            return
        before, column = known.person, field.replace("-", "_")
        value = typed.text(text) if column in _LONG else clean_line(text)
        if column == "name" and not value:
            raise NotUnderstood("A person has a name, or words for who they are.")
        changed: dict[str, Any] = {column: value}
        after = replace(before, **changed)
        file.store.people.edit(after, before)
        say(f"Changed: {introduced(after)}.")
        if doubt := doubts(after):
            say(f"Look again: {doubt}.")


def _known(file: OpenFile, said: str) -> Known:
    """The one person on file who is meant. Raises Several, NotUnderstood."""
    every = file.store.people.all()
    if not (fit := found(every, said)):
        raise NotUnderstood(f"Nobody on file fits “{said}”.")
    named = [one for one in fit if one.person.id == _sure(said, fit)]
    if len(named or fit) > 1:
        each = "; ".join(
            f"{one.person.shown} of {one.person.employer}" for one in fit[: which.LISTED]
        )
        raise which.Several(f"“{said}” fits {len(fit)} people: {each}. Say more words.")
    return (named or fit)[0]


def _sure(said: str, fit: list[Known]) -> int:
    """The id of the only one whose name it is; 0 where that is nobody, or several."""
    from afterview_tui.domain import naming_one

    by_name = naming_one.people(said, [one.person for one in fit])
    return by_name[0].id if len(by_name) == 1 else 0


def _card(file: OpenFile, known: Known) -> str:
    one = known.person
    rows = [
        ("Phone", one.phone),
        ("E-mail", one.email),
        ("Address", one.address),
        ("Employer", one.employer),
        ("On file", known.roles(file.today)),
        ("Before", words(known, file.today)),
        ("Notes", one.notes),
    ]
    return "\n".join([introduced(one), *labelled(rows)])
