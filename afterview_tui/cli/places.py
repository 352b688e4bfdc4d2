"""Where the file lies, and what is kept of how somebody likes the program."""

from __future__ import annotations

from pathlib import Path

from afterview_tui.domain.errors import FileRefused


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
