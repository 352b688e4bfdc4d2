"""Where the file lies, and what is kept of how somebody likes the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from afterview_tui.domain.errors import AfterviewError, FileRefused

if TYPE_CHECKING:
    import click

NOTHING = 1  # the exit code where nothing was found, or is to do


class NothingThere(AfterviewError):
    """There is no answer, and that is no failure."""

    title = "Nothing there"
    code = NOTHING


def file_of(context: click.Context, *, create: bool) -> Path:
    """The file that the command line names, or the one in the data folder."""
    named: Path | None = context.find_root().obj
    return named or default_file(create=create)


def no_file_yet(path: Path) -> NothingThere:
    """What is said to whoever looks into a file that is not there."""
    return NothingThere(
        f"There is no file {path} yet. It begins with the first interview:"
        " afterview-tui add EMPLOYER."
    )


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


def config_folder() -> Path:
    """Where it is kept how somebody likes the program. Nothing is made there."""
    from platformdirs import user_config_path

    return user_config_path("afterview", appauthor=False)
