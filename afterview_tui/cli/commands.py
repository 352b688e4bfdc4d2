"""The command line. Errors are one line on stderr, with exit code 2."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

import click

from afterview_tui import __version__
from afterview_tui.cli.command_table import CommandTable, PlainCommand
from afterview_tui.cli.places import config_folder, default_file
from afterview_tui.cli.surroundings import check_output, check_terminal, local_zone, now
from afterview_tui.cli.terminal import draw_in_utf8, write_whatever_comes
from afterview_tui.domain.errors import AfterviewError, FileRefused
from afterview_tui.domain.text import spelled_out
from afterview_tui.handoff.crash_report import report_of

USAGE = 2  # the exit code for anything the user can put right
# Before a command or after it.
NO_MOUSE = click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
STOPPED = 1  # the exit code for a mistake of the program's own


def run() -> None:
    """Run the command line, and end with its exit code. No traceback reaches a user."""
    code = USAGE
    try:
        check_output()
        ended = cli.main(prog_name="afterview-tui", standalone_mode=False)
        sys.stdout.flush()
        code = ended if isinstance(ended, int) else 0
    except click.ClickException as error:
        message = _said_of(error)
        end = "" if message.endswith((".", "?")) else "."
        _tell(f"{message}{end} {_help_on(error)}")
    except AfterviewError as error:
        _tell(error.message)
        code = getattr(error, "code", USAGE)
    except BrokenPipeError:  # whoever reads it has seen enough
        _drop_output()
    except OSError as error:
        named = f" {error.filename}" if error.filename else ""
        _tell(f"The system refused{named}: {error.strerror or error}.")
        _drop_output()
    except click.Abort:
        code = STOPPED
    except Exception as error:
        _tell(f"Stopped by a mistake of its own, {type(error).__name__}.{_reported()}")
        code = STOPPED
    sys.exit(code)


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
    with _passing_folder() as folder:
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


def _tell(message: str) -> None:
    click.echo(f"afterview-tui: {spelled_out(message)}", err=True)


def _drop_output() -> None:
    """Let what standard output did not take go: Python would try it again, and complain."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _reported() -> str:
    """Where the traceback is that a user need not see, as a sentence."""
    with suppress(OSError):
        handle, name = tempfile.mkstemp(prefix="afterview-error-", suffix=".txt")
        os.close(handle)
        Path(name).write_text(report_of(sys.exception()), encoding="utf-8")
        return f" What happened is in {name}, for a report."
    return ""


@contextmanager
def _passing_folder() -> Iterator[Path]:
    """A folder that is gone afterwards, unless the report of a crash lies in it."""
    folder = Path(tempfile.mkdtemp(prefix="afterview-demo-"))
    try:
        yield folder
    finally:
        if not list(folder.glob("*-error.txt")):
            shutil.rmtree(folder, ignore_errors=True)


def write_sample(path: Path) -> None:
    """Write the sample data to a new file. Raises FileRefused when there is one already."""
    from afterview_tui.sample.fill import fill
    from afterview_tui.storage.store import Store

    with suppress(OSError):  # opening it says what is wrong with the place
        path.stat()
        raise FileRefused(f"{path} exists already. Name a new file; this one is untouched.")
    with closing(Store(path, now)) as store:
        fill(store, now().date())


def open_app(path: Path, *, mouse: bool, clock: Callable[[], datetime] = now) -> None:
    """Open the app on a file, and hand back what could not be saved.

    Whoever looks around in the sample comes back to the file, or quits there.
    """
    draw_in_utf8()
    while _wants_the_other(path, mouse=mouse, clock=clock):
        with _passing_folder() as folder:
            sample = folder / "sample.db"
            write_sample(sample)
            if not _wants_the_other(sample, mouse=mouse, clock=clock, is_sample=True):
                return


def _wants_the_other(
    path: Path, *, mouse: bool, clock: Callable[[], datetime], is_sample: bool = False
) -> bool:
    """Run the app until it ends. Whether that was to see the sample, or one's own file again."""
    gc.disable()  # what a start makes is there to stay; the main screen puts it on again
    from afterview_tui.storage.store import Store

    with closing(Store(path, clock)) as store:
        from afterview_tui.tui.app import AfterviewApp
        from afterview_tui.tui.preferences import Preferences

        likes, zone = Preferences(config_folder()), local_zone(clock)
        app = AfterviewApp(store, clock, zone, preferences=likes, is_sample=is_sample)
        app.run(mouse=mouse)
    if app.unsaved:
        click.echo(f"This was not saved:\n\n{app.unsaved}\n")
    if app.rescue.last_words:
        _tell(app.rescue.last_words)
    if code := app.return_code or (0 if app.was_quit else STOPPED):
        sys.exit(code)
    return app.wants_the_other
