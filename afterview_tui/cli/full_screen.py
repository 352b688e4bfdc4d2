"""The full-screen app, as it is opened from the shell, and the sample to look around in."""

from __future__ import annotations

import gc
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from afterview_tui.cli.places import config_folder
from afterview_tui.cli.surroundings import check_zone, local_zone, now
from afterview_tui.cli.terminal import draw_in_utf8
from afterview_tui.domain.errors import FileRefused
from afterview_tui.domain.text import spelled_out

USAGE = 2  # the exit code for anything the user can put right
STOPPED = 1  # the exit code for a mistake of the program's own


def tell(message: str) -> None:
    """Say something beside the output, on one line."""
    import click

    click.echo(f"afterview-tui: {spelled_out(message)}", err=True)


@contextmanager
def passing_folder() -> Iterator[Path]:
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
        with passing_folder() as folder:
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

        check_zone(clock)
        likes, zone = Preferences(config_folder()), partial(local_zone, clock)
        app = AfterviewApp(store, clock, zone, preferences=likes, is_sample=is_sample)
        app.run(mouse=mouse)
    if app.unsaved:
        print(f"This was not saved:\n\n{app.unsaved}\n", flush=True)
    if app.rescue.last_words:
        tell(app.rescue.last_words)
    if code := app.return_code or (0 if app.was_quit else STOPPED):
        sys.exit(code)
    return app.wants_the_other
