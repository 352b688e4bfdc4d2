"""What somebody likes otherwise, whichever file is open: other keys, other colours."""

from __future__ import annotations

from pathlib import Path

from afterview_tui.domain.text import clean_line
from afterview_tui.handoff.text_files import write_file
from afterview_tui.tui.other_keys import OtherKeys

KEYS_FILE, COLOURS_FILE = "keys.toml", "colours.txt"


class Preferences:
    """Two files in a folder, which need not be there. Without a folder nothing is remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @property
    def keys_file(self) -> Path | None:
        """Where other keys are written down."""
        return self._folder / KEYS_FILE if self._folder is not None else None

    def other_keys(self) -> OtherKeys:
        """What is written there, as far as it can be used, and what is wrong with it."""
        path = self.keys_file
        if path is None or not path.exists():
            return OtherKeys()
        from afterview_tui.tui.key_file import read_keys

        return read_keys(path)

    @property
    def colours(self) -> str:
        """The name of the theme that was chosen; "" for none."""
        if self._folder is None:
            return ""
        try:
            return clean_line((self._folder / COLOURS_FILE).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return ""

    def choose_colours(self, name: str) -> None:
        """Remember a theme. Raises HandoffFailed."""
        if self._folder is not None:
            write_file(self._folder / COLOURS_FILE, f"{name}\n")
