"""The command that takes everything along, in formats that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace as changed
from pathlib import Path
from typing import TypeVar

import click

from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.files_out import REPLACE, STDOUT
from afterview_tui.cli.opened import opened
from afterview_tui.domain.errors import FileRefused, NotUnderstood
from afterview_tui.tui import taking_along
from afterview_tui.tui.taking_along import Along, Bundle

MANY = 2_000  # pieces, from which on it is shown how far it is

One = TypeVar("One")


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui export json everything.json",
        "afterview-tui export csv tables",
        "afterview-tui export markdown book",
        "afterview-tui export ics interviews.ics --replace",
    ],
)
@click.argument(
    "kind", metavar="json|csv|markdown|ics", type=click.Choice([one.value for one in Along])
)
@click.argument("path", required=False, type=click.Path(path_type=Path))
@REPLACE
@click.pass_context
def export(context: click.Context, kind: str, path: Path | None, replace: bool) -> None:
    """Write everything that is on file.

    json is one file with all of it, which `import` brings into a new file. csv is a folder with a
    table for each kind of record. markdown is a folder to read, a page for each interview with
    its letters. ics is for an appointment calendar; a second import there brings it up to date.
    It is written whole or not at all. PATH may be - for standard output, of json and ics.
    """
    what = Along(kind)
    with opened(context) as file:
        path = path or Path(what.usual_name(file.today))
        if path != STDOUT:
            _refuse(what, path, replace=replace)
        elif what.is_folder:
            raise NotUnderstood(f"{kind} is a folder of files. Say where it goes.")
        made = _shown(taking_along.bundle(file.store, what, file.store.file.now()))
        if path == STDOUT:
            for piece in made.pieces:
                click.echo(piece, nl=False)
            return
        taking_along.write(made, what, path, replace=replace)
        click.echo(f"Wrote {path}.", err=True)


def _refuse(what: Along, path: Path, *, replace: bool) -> None:
    """Before everything is read, and a long time has gone by."""
    try:
        if not replace:
            taking_along.refuse_existing(what, path)
    except taking_along.AlreadyThere as error:
        raise FileRefused(f"{error.message.rstrip('.')}, or say --replace.") from error


def _shown(made: Bundle) -> Bundle:
    number = made.number
    return changed(
        made, pieces=_on_the_way(made.pieces, number), files=_on_the_way(made.files, number)
    )


def _on_the_way(every: Iterable[One], number: int) -> Iterator[One]:
    """Each of them; on a terminal it is shown how far it is, where there are many."""
    if number < MANY or not _is_seen():
        yield from every
        return
    with click.progressbar(every, length=number, file=sys.stderr, label="Writing") as shown:
        yield from shown


def _is_seen() -> bool:
    return sys.stderr.isatty()
