"""The command that brings in what was taken along, or what another program wrote."""

from __future__ import annotations

from pathlib import Path

import click

from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import say
from afterview_tui.cli.typed import STDIN
from afterview_tui.domain.errors import FileRefused
from afterview_tui.domain.text import count, joined, spelled_out
from afterview_tui.storage.bringing_in import NotBroughtIn, bring_in, read
from afterview_tui.storage.everything import Everything

LARGEST = 90_000_000  # bytes; a search of a thousand interviews has a tenth of it
_KINDS = {".json": "json", ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".vcf": "vcard"}


@click.command(
    "import",
    cls=PlainCommand,
    examples=[
        "afterview-tui --db new.db import everything.json",
    ],
)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.pass_context
def import_(context: click.Context, path: Path, dry_run: bool) -> None:
    """Bring in a whole export into a new file.

    It comes in whole or not at all, and undo takes it back.
    """
    text = text_of(path)
    try:
        everything = read(text)
        with opened(context, writes=True) as file:
            _bring_in(file, everything, dry_run=dry_run)
    except NotBroughtIn as error:
        raise NotBroughtIn(f"{spelled_out(str(path))}: {error.message}") from error


def text_of(path: Path, encoding: str = "utf-8-sig") -> str:
    """The text of a file that somebody names. Raises FileRefused, with the place."""
    if str(path) == STDIN:
        data = click.get_binary_stream("stdin").read(LARGEST + 1)
    elif not path.is_file():
        what = "is a folder" if path.is_dir() else "is not there"
        raise FileRefused(f"{path} {what}. Name a file to bring in.")
    else:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileRefused(
            f"{path} is larger than {LARGEST // 1_000_000} MB. Nothing is brought in."
        )
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise FileRefused(
            f"--encoding {encoding} names no encoding. Say utf-8 or cp1252."
        ) from error
    except UnicodeError as error:
        line = data[: getattr(error, "start", 0)].count(b"\n") + 1
        raise FileRefused(
            f"{path}, line {line}: this is not {encoding.removesuffix('-sig').upper()}. Save it as"
            " UTF-8, or say --encoding cp1252 for a table of an older Windows."
        ) from error


def _bring_in(file: OpenFile, everything: Everything, *, dry_run: bool) -> None:
    shown = ("interview", "person", "letter", "question", "story")
    numbers = {name: len(everything.tables.get(name, ())) for name in shown}
    plural = {"person": "people", "story": "stories"}
    what = joined([count(number, name, plural.get(name, "")) for name, number in numbers.items()])
    if dry_run:
        say(f"It would bring in {what}, {everything.number} rows in all. Nothing was changed.")
        return
    bring_in(file.store.file, everything)
    say(f"Brought in {what}, {everything.number} rows in all.")
