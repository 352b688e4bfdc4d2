"""The command that takes everything along, in formats that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.files_out import REPLACE, STDOUT, refuse_existing
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.storage.everything import taken

MANY = 5_000  # pieces, from which on it is shown how far it is


@click.command(
    cls=PlainCommand,
    examples=[
        "afterview-tui export json everything.json",
    ],
)
@click.argument("kind", type=click.Choice(["json"]))
@click.argument("path", required=False, type=click.Path(path_type=Path))
@REPLACE
@click.pass_context
def export(context: click.Context, kind: str, path: Path | None, replace: bool) -> None:
    """Write everything that is on file, whole or not at all.

    As json it can be brought into a new file again. PATH may be - for standard output.
    """
    with opened(context) as file:
        path = path or Path(f"afterview-{file.today.isoformat()}.json")
        _WAYS[kind](file, path, replace=replace)


def _json(file: OpenFile, path: Path, *, replace: bool) -> None:
    everything = taken(file.store.file)
    to_file(path, everything.lines(), everything.number, replace=replace)


def to_file(path: Path, pieces: Iterable[str], number: int, *, replace: bool) -> None:
    """Write pieces of text to a file, or to standard output; for `number` says how many."""
    from afterview_tui.handoff.text_files import write_whole

    if path == STDOUT:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    refuse_existing(path, replace=replace)
    write_whole(path, shown_on_the_way(pieces, number))
    click.echo(f"Wrote {path}.", err=True)


def shown_on_the_way(pieces: Iterable[str], number: int) -> Iterator[str]:
    """The pieces; on a terminal it is shown how far it is, where there are many."""
    if number < MANY or not sys.stderr.isatty():
        yield from pieces
        return
    with click.progressbar(pieces, length=number, file=sys.stderr, label="Writing") as every:
        yield from every


_WAYS: dict[str, Callable[..., None]] = {"json": _json}
