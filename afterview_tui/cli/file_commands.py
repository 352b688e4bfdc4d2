"""The commands about the file as a whole: backup, restore, check, merge."""

from __future__ import annotations

from pathlib import Path

import click

from afterview_tui.cli.command_table import PlainCommand
from afterview_tui.cli.places import default_file
from afterview_tui.cli.surroundings import now
from afterview_tui.domain.errors import FileRefused
from afterview_tui.domain.text import count, spelled_out
from afterview_tui.storage import backups, opening, private, restoring
from afterview_tui.storage.paths import backups_of, how_to
from afterview_tui.storage.restoring import COUNTED, Backup

FOUND = 1  # the exit code of a check that found something
_PLURALS = {"person": "people", "story": "stories"}


@click.command(cls=PlainCommand, examples=["afterview-tui backup"])
@click.pass_context
def backup(context: click.Context) -> None:
    """Make a backup now.

    Those of each day are made by themselves.
    """
    path = _named(context)
    opening.look(path)
    made = backups.by_hand(path, now())
    _say(f"Made {made}")


@click.command(cls=PlainCommand, examples=["afterview-tui restore", "afterview-tui restore 1"])
@click.argument("which", required=False)
@click.pass_context
def restore(context: click.Context, which: str | None) -> None:
    """Put a backup in the place of the file.

    The file is kept as it was. WHICH is the number of a backup in the list, its name, or any
    file; without it, they are listed.
    """
    path = _named(context, is_needed=False)
    if which is None:
        _list(path)
        return
    chosen = _chosen(path, which)
    kept = restoring.restore(path, chosen, now())
    _say(f"{path} is again as it was in {chosen.name}.")
    if kept is not None:
        _say(f"What was there before is kept: {kept}")


@click.command(cls=PlainCommand, examples=["afterview-tui check", "afterview-tui check --mend"])
@click.option("--mend", is_flag=True, help="Mend what can be; the file is kept as it was.")
@click.pass_context
def check(context: click.Context, mend: bool) -> None:
    """Look whether all that is on file can be read.

    It says how to mend what cannot. The exit code is 1 when something was found.
    """
    path = _named(context)
    context.exit(_mend(path) if mend else _check(path))


@click.command(cls=PlainCommand, examples=["afterview-tui merge other.db"])
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def merge(context: click.Context, file: Path) -> None:
    """Bring in what another copy of your file has.

    Such as a “conflicted copy”. Nothing of either is lost, and FILE stays as it is. To merge
    twice is no harm.
    """
    from afterview_tui.storage.joining import join

    path = _named(context)
    for line in join(path, file.absolute(), now):
        _say(line)


def _named(context: click.Context, *, is_needed: bool = True) -> Path:
    path = Path(context.obj or default_file(create=False)).absolute()
    if is_needed and not path.is_file():
        raise FileRefused(f"There is no file {path}. Name another with --db.")
    return path


def _list(path: Path) -> None:
    every = restoring.listed(path)
    if not every:
        raise FileRefused(f"There is no backup in {backups_of(path)}.")
    for number, one in enumerate(every, 1):
        _say(f"{number:>3}  {one.made_at:%a %d %b %Y, %H:%M}  {one.path.name}")
        _say(f"     {_contents(one)}")
    _say(f"To put one back: {how_to('restore NUMBER', path).strip('`')}")


def _contents(one: Backup) -> str:
    if one.problem:
        return one.problem
    parts = [
        count(one.counts[table], table, _PLURALS.get(table, ""))
        for table in COUNTED
        if table in one.counts
    ]
    return ", ".join(parts)


def _chosen(path: Path, which: str) -> Path:
    every = [one.path for one in restoring.listed(path)]
    if which.isdecimal() and 0 < int(which) <= len(every):
        return every[int(which) - 1]
    return next((one for one in every if one.name == which), Path(which))


def _check(path: Path) -> int:
    from afterview_tui.storage.mending import looked_through, told

    opening.look_at_the_header(path)
    found = told(looked_through(path))
    found += private.too_open(path) + private.left_over(path)
    if not found:
        _say(f"{path} is whole: everything in it can be read.")
        return 0
    for line in found:
        _say(f"- {line}.")
    _say(f"To mend what can be mended: {how_to('check --mend', path).strip('`')}")
    return FOUND


def _mend(path: Path) -> int:
    from afterview_tui.storage.mending import looked_through, mend

    opening.look_at_the_header(path)
    done = private.closed(path) + private.cleared(path)
    not_saved: list[str] = []
    if looked_through(path):
        mended = mend(path, now())
        done += mended.done
        not_saved = mended.not_saved
        if mended.kept is not None:
            _say(f"The file as it was is kept: {mended.kept}")
    for line in done:
        _say(f"- {line}.")
    if not_saved:
        _say("This could not be saved; an older backup may have it:")
        for line in not_saved:
            _say(f"- {line}.")
    if not done and not not_saved:
        _say(f"{path} is whole: there was nothing to mend.")
    return FOUND if not_saved else 0


def _say(line: str) -> None:
    click.echo(spelled_out(line))
