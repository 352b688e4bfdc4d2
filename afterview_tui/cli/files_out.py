"""Texts that go to a file or to standard output: whole or not at all, and over nothing unasked."""

from __future__ import annotations

from pathlib import Path

import click

from afterview_tui.cli.saying import say
from afterview_tui.domain.errors import FileRefused

STDOUT = Path("-")
REPLACE = click.option("--replace", is_flag=True, help="Write over what is there already.")


def text_out(path: Path, text: str, *, replace: bool) -> None:
    """Write a text to a file, or to standard output for `-`.

    Raises FileRefused when there is something already, HandoffFailed.
    """
    if path == STDOUT:
        say(text.rstrip("\n"))
        return
    from afterview_tui.handoff.text_files import write_file

    refuse_existing(path, replace=replace)
    write_file(path, text)
    click.echo(f"Wrote {path}.", err=True)


def refuse_existing(path: Path, *, replace: bool) -> None:
    """Raise FileRefused for a place where there is something, unless it may be replaced."""
    if path.is_dir():
        raise FileRefused(f"{path} is a folder. Name a file in it.")
    if path.exists() and not replace:
        raise FileRefused(f"{path} exists already. Name another, or say --replace.")
