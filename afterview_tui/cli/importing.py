"""The command that brings in what was taken along, or what another program wrote."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.opened import OpenFile, opened
from afterview_tui.cli.saying import say
from afterview_tui.cli.typed import STDIN
from afterview_tui.domain import dates
from afterview_tui.domain.errors import FileRefused, NotUnderstood
from afterview_tui.domain.text import count, joined, spelled_out
from afterview_tui.storage.bringing_in import NotBroughtIn

if TYPE_CHECKING:
    from afterview_tui.domain.read_table import Reader
    from afterview_tui.storage.table_of_interviews import Sorted

LARGEST = 90_000_000  # bytes; a search of a thousand interviews has a tenth of it
SHOWN = 40  # rows that a dry run names; of more it is said how many
_KINDS = {".json": "json", ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".vcf": "vcard"}


@click.command(
    "import",
    cls=PlainCommand,
    examples=[
        "afterview-tui --db new.db import everything.json",
        "afterview-tui import tracker.csv --dry-run",
        "afterview-tui import tracker.csv --map employer=Firm --map held_on='Interview day'",
        "afterview-tui import people.vcf",
    ],
)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would come in, and what would not.")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["json", "csv", "vcard"]),
    help="What it is, where the name of FILE does not say.",
)
@click.option("--map", "mapped", multiple=True, metavar="FIELD=COLUMN", help="Of a table.")
@click.option("--encoding", default="utf-8-sig", help="Of a table, such as cp1252.")
@click.pass_context
def import_(
    context: click.Context,
    path: Path,
    dry_run: bool,
    kind: str | None,
    mapped: tuple[str, ...],
    encoding: str,
) -> None:
    """Bring in an export, a table, or address cards.

    A json export comes into a new file. Of a csv table the columns are found by their names;
    what is on file already does not come in again. A vcf file has people. It comes in whole or
    not at all, and undo takes it back.
    """
    what = kind or _KINDS.get(path.suffix.lower())
    if what is None:
        raise NotUnderstood(f"What is {path}? Say --as json, csv or vcard.")
    text = text_of(path, encoding)
    try:
        with opened(context, writes=not dry_run, or_empty=dry_run) as file:
            if what == "json":
                _everything(file, text, dry_run=dry_run)
            elif what == "csv":
                _table(file, text, mapped, dry_run=dry_run)
            else:
                _people(file, text, dry_run=dry_run)
    except NotBroughtIn as error:
        raise NotBroughtIn(f"{spelled_out(str(path))}: {error.message}") from error


def text_of(path: Path, encoding: str = "utf-8-sig") -> str:
    """The text of a file that somebody names. Raises FileRefused, with the place."""
    data = _bytes(path)
    if encoding == "utf-8-sig" and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"  # it says so itself
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise FileRefused(f"--encoding {encoding} is none. Say utf-8 or cp1252.") from error
    except UnicodeError as error:
        line = data[: getattr(error, "start", 0)].count(b"\n") + 1
        raise FileRefused(
            f"{path}, line {line}: this is not {encoding.removesuffix('-sig').upper()}. Save it as"
            " UTF-8, or say --encoding cp1252 for a table of an older Windows."
        ) from error


def _bytes(path: Path) -> bytes:
    if str(path) == STDIN:
        return _first(sys.stdin.buffer, path)
    if not path.is_file():
        what = "is a folder" if path.is_dir() else "is not there"
        raise FileRefused(f"{path} {what}. Name a file to bring in.")
    with path.open("rb") as file:
        return _first(file, path)


def _first(file: BinaryIO, path: Path) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileRefused(f"{path} is larger than {LARGEST // 1_000_000} MB, and stays outside.")
    return data


def _everything(file: OpenFile, text: str, *, dry_run: bool) -> None:
    from afterview_tui.storage.bringing_in import bring_in, check_empty, read

    everything = read(text)
    check_empty(file.store.file)
    shown = {"interview": "", "person": "people", "letter": "", "question": "", "story": "stories"}
    what = joined(
        [count(len(everything.tables[name]), name, plural) for name, plural in shown.items()]
    )
    rows = f"{everything.number} rows in all"
    if dry_run:
        say(f"It would bring in {what}, {rows}. Nothing was changed.")
        return
    bring_in(file.store.file, everything)
    say(f"Brought in {what}, {rows}.")


def _table(file: OpenFile, text: str, mapped: tuple[str, ...], *, dry_run: bool) -> None:
    from afterview_tui.domain.read_table import Reader
    from afterview_tui.storage import table_of_interviews as tables

    rows = tables.cells(text)
    columns = tuple(" ".join(one.split()) for one in rows[0][1])
    reader = Reader(columns, file.today, file.zone(), file.month_first, _mapped(mapped))
    found = tables.sorted_out(file.store.file, reader, rows[1:])
    if dry_run:
        _say_table(file, reader, found)
        return
    if found.wrong:
        first, more = found.wrong[0], len(found.wrong) - 1
        others = (
            f" {count(more, 'more line')} cannot be read; --dry-run names each." if more else ""
        )
        raise NotBroughtIn(f"line {first.line}: {first.problem}{others}")
    if found.coming:
        tables.bring_in(file.store.file, file.store.interviews, found.coming)
    skipped = f" Left out: {count(len(found.skipped), 'line')}." if found.skipped else ""
    say(f"Brought in {count(len(found.coming), 'interview')}.{skipped}")
    for one in found.skipped[:SHOWN]:
        say(f"  Line {one.line}: {one.problem}.")


def _mapped(every: tuple[str, ...]) -> dict[str, str]:
    pairs = [one.partition("=") for one in every]
    for name, equals, column in pairs:
        if not (name and equals and column):
            raise NotUnderstood(f"--map {name}: write it as --map employer=Company.")
    return {name.strip(): " ".join(column.split()) for name, _, column in pairs}


def _say_table(file: OpenFile, reader: Reader, found: Sorted) -> None:
    """Say what each column is taken for, and what becomes of each line."""
    for name, place in reader.matched.items():
        say(f"Column {reader.columns[place]}: {name.replace('_', ' ')}.")
    if reader.unused:
        say(f"Not brought in: the columns {', '.join(reader.unused)}.")
    lists = (
        (f"It would bring in {count(len(found.coming), 'interview')}:", found.coming),
        ("It would leave out:", found.skipped),
        ("It cannot read:", found.wrong),
    )
    for heading, rows in lists:
        if rows or heading.endswith("interviews:"):
            say(heading)
        for one in rows[:SHOWN]:
            said = one.problem.rstrip(".")
            if one.interview is not None and not said:
                role = f", {one.interview.role}" if one.interview.role else ""
                day = dates.short(one.interview.held_on, file.today)
                people = [each.shown for each in (*one.met, *one.references)]
                named = f", with {joined(people)}" if people else ""
                said = f"{one.interview.employer}{role}, {day}, {one.interview.outcome}{named}"
            say(f"  Line {one.line}: {said}.")
        if len(rows) > SHOWN:
            say(f"  And {len(rows) - SHOWN} more.")
    say("Nothing was changed.")


def _people(file: OpenFile, text: str, *, dry_run: bool) -> None:
    from afterview_tui.domain.address_cards import cards

    every = list(cards(text))
    if not every:
        raise NotBroughtIn("there is no card in it.")
    if wrong := [one for one in every if one.problem]:
        raise NotBroughtIn(f"line {wrong[0].line}: {wrong[0].problem}.")
    people = file.store.people
    known = [people.find(one.person) is not None for one in every]
    if dry_run:
        for one, is_known in zip(every[:SHOWN], known, strict=False):
            state = "on file already; what is missing is added" if is_known else "new"
            say(f"  Line {one.line}: {one.person.shown}, {state}.")
        say(f"It would bring in {count(len(every), 'person', 'people')}. Nothing was changed.")
        return
    with file.store.file.change(f"brought in {count(len(every), 'person', 'people')}"):
        for one in every:
            people.add(one.person)
    new = known.count(False)
    say(f"Brought in {count(new, 'person', 'people')}; on file already: {known.count(True)}.")
