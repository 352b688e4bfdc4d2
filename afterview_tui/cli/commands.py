"""The command line: what it understands, and what it says of what it does not."""

from __future__ import annotations

from pathlib import Path

import click

from afterview_tui import __version__
from afterview_tui.cli.command_table import CommandTable, PlainCommand
from afterview_tui.cli.full_screen import (
    STOPPED,
    USAGE,
    open_app,
    passing_folder,
    tell,
    write_sample,
)
from afterview_tui.cli.places import config_folder, default_file
from afterview_tui.cli.surroundings import check_terminal
from afterview_tui.cli.terminal import write_whatever_comes
from afterview_tui.domain.text import spelled_out

# Before a command or after it.
NO_MOUSE = click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")


def command_line() -> int:
    """Do what was typed; the exit code. What was typed wrong is said, with what helps."""
    try:
        ended = cli.main(prog_name="afterview-tui", standalone_mode=False)
    except click.ClickException as error:
        message = _said_of(error)
        end = "" if message.endswith((".", "?")) else "."
        tell(f"{message}{end} {_help_on(error)}")
        return USAGE
    except click.Abort:
        return STOPPED
    return ended if isinstance(ended, int) else 0


@click.group(cls=CommandTable, invoke_without_command=True)
@click.option(
    "--db",
    envvar="AFTERVIEW_DB",
    type=click.Path(path_type=Path),
    help="The file to use, instead of the one in your data folder. Also AFTERVIEW_DB.",
)
@NO_MOUSE
@click.version_option(__version__, package_name="afterview-tui")
@click.pass_context
def cli(context: click.Context, db: Path | None, no_mouse: bool) -> None:
    """What to do after a job interview: references, letters, follow-ups, the next one.

    Without a command it opens the full-screen app. An INTERVIEW is named by its number, or by
    words of its employer, role or day that fit one; a DAY in your words, such as "fri".
    """
    write_whatever_comes()
    if context.invoked_subcommand is None:
        check_terminal()
        open_app(db or default_file(), mouse=not no_mouse)
    else:
        context.obj = db


@cli.command(examples=["afterview-tui demo", "afterview-tui demo --db sample.db"])
@click.option(
    "--db",
    type=click.Path(path_type=Path),
    help="Write the sample to this new file, and open nothing.",
)
@NO_MOUSE
@click.pass_context
def demo(context: click.Context, db: Path | None, no_mouse: bool) -> None:
    """Look around in sample data.

    It opens the app on a file that is gone afterwards.
    """
    if db is not None:
        write_sample(db)
        click.echo(f"Wrote the sample. To open it: afterview-tui --db {spelled_out(str(db))}")
        return
    check_terminal()
    no_mouse = no_mouse or context.find_root().params["no_mouse"]
    with passing_folder() as folder:
        path = folder / "sample.db"
        write_sample(path)
        open_app(path, mouse=not no_mouse)


@cli.command(examples=["afterview-tui where"])
@click.pass_context
def where(context: click.Context) -> None:
    """Say where your file is, and your own keys."""
    click.echo(spelled_out(str(context.obj or default_file(create=False))))
    click.echo(spelled_out(str(config_folder() / "keys.toml")))


def _said_of(error: click.ClickException) -> str:
    """What was wrong, on one line; of what is missing, what the command takes."""
    context = getattr(error, "ctx", None)
    if isinstance(error, click.MissingParameter) and context is not None:
        takes = " ".join(context.command.collect_usage_pieces(context)[1:])
        return f"{context.info_name} takes {takes}"
    return " ".join(error.format_message().split())


def _help_on(error: click.ClickException) -> str:
    """Where to read how it is typed; an example, where the command has one."""
    context = getattr(error, "ctx", None)
    if context is None or context.parent is None:
        return "afterview-tui --help says what there is."
    command = context.command
    if isinstance(command, PlainCommand) and command.examples:
        return f"For example: {command.examples[0]}"
    return f"{context.command_path} --help says more."
