"""The command line. Errors are one line on stderr, with exit code 2."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import click

from afterview_tui import __version__
from afterview_tui.cli.terminal import draw_in_utf8, write_whatever_comes
from afterview_tui.domain.errors import AfterviewError, FileRefused
from afterview_tui.storage.store import Store

USAGE = 2  # the exit code for anything the user can put right
# Before a command or after it.
NO_MOUSE = click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")


@click.group(invoke_without_command=True)
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
    """What to do after a job interview: references, letters, follow-ups, the next one."""
    write_whatever_comes()
    if context.invoked_subcommand is None:
        with one_line_errors():
            open_app(db or default_file(), mouse=not no_mouse)
    else:
        context.obj = db


@cli.command()
@click.option(
    "--db",
    type=click.Path(path_type=Path),
    help="Write the sample to this new file, and open nothing.",
)
@NO_MOUSE
@click.pass_context
def demo(context: click.Context, db: Path | None, no_mouse: bool) -> None:
    """Look around in sample data, in a file that is gone afterwards."""
    with one_line_errors():
        if db is not None:
            write_sample(db)
            click.echo(f"Wrote the sample. To open it: afterview-tui --db {db}")
            return
        with tempfile.TemporaryDirectory(prefix="afterview-demo-") as folder:
            path = Path(folder) / "sample.db"
            write_sample(path)
            no_mouse = no_mouse or context.find_root().params["no_mouse"]
            open_app(path, mouse=not no_mouse)


@cli.command()
@click.pass_context
def where(context: click.Context) -> None:
    """Say where your file is."""
    click.echo(context.obj or default_file(create=False))


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Say what went wrong in one line, and end with exit code 2."""
    try:
        yield
    except AfterviewError as error:
        click.echo(f"afterview-tui: {error.message}", err=True)
        sys.exit(USAGE)


def now() -> datetime:
    """The time, with the zone of this machine."""
    return datetime.now().astimezone()


def default_file(*, create: bool = True) -> Path:
    """The file in the platform's data folder, which is made for it."""
    from platformdirs import user_data_path

    folder = user_data_path("afterview", appauthor=False)
    if create:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise FileRefused(
                f"The data folder {folder} cannot be made: {error.strerror}. Name a file with --db."
            ) from error
    return folder / "afterview.db"


def write_sample(path: Path) -> None:
    """Write the sample data to a new file. Raises FileRefused when there is one already."""
    from afterview_tui.cli.sample import fill

    if path.exists():
        raise FileRefused(f"{path} exists already. Name a new file; this one is untouched.")
    with closing(Store(path, now)) as store:
        fill(store, now().date())


def open_app(path: Path, *, mouse: bool, clock: Callable[[], datetime] = now) -> None:
    """Open the app on a file, and hand back what could not be saved."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise FileRefused("The full-screen app needs a terminal. Run it in one, without a pipe.")
    draw_in_utf8()
    with closing(Store(path, clock)) as store:
        from tzlocal import get_localzone_name

        from afterview_tui.tui.app import AfterviewApp

        app = AfterviewApp(store, clock, get_localzone_name())
        app.run(mouse=mouse)
    if app.unsaved:
        click.echo(f"This was not saved:\n\n{app.unsaved}")
    if app.return_code:
        sys.exit(app.return_code)
