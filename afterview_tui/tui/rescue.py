"""What is typed and cannot be saved: said for as long as it is so, and put somewhere else.

The words go into a text file beside the database, or where that is not possible into the
folder for passing files. It is there whatever ends the program, and goes when all is saved.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from textual.app import App
from textual.dom import DOMNode
from textual.notifications import Notification, Notify

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.text import clean, count
from afterview_tui.handoff.text_files import write_file
from afterview_tui.storage import windows
from afterview_tui.storage.paths import label
from afterview_tui.storage.store import Store
from afterview_tui.tui.base import warn
from afterview_tui.tui.kit.base_screen import Place

STAYS = 10**6  # seconds
OF_WINDOW = "Window: "  # what the last line begins with: an open one may still save it


class Rescue:
    """Knows who has something typed that is not on file, and keeps the words meanwhile."""

    def __init__(self, app: App[None], store: Store) -> None:
        self._app = app
        self._path = store.path
        self._window = store.file.window
        self._failing: dict[DOMNode, str] = {}  # who could not save, and why
        self._notice: Notification | None = None
        self._written = ""
        self.last_words = ""  # for whoever finds the terminal after the end
        self.file: Path | None = None  # where the words are, while they are nowhere else

    def failed(self, who: DOMNode, error: AfterviewError) -> None:
        """Somebody could not save what is typed there. It is tried again, and said till then."""
        self._failing[who] = error.message
        self.write()
        where = f" What you typed is in {self.file}, too." if self.file is not None else ""
        self._say(f"{error.message}{where} It is tried again by itself.", error.title)

    def saved(self, who: DOMNode) -> None:
        """Somebody has saved all that is typed there."""
        if not self._failing:
            return
        self._failing.pop(who, None)
        # What was closed meanwhile could only be closed once it was saved.
        self._failing = {one: why for one, why in self._failing.items() if one.is_attached}
        if not self._failing:
            self._drop()

    @property
    def text(self) -> str:
        """All that is typed on any screen and is not on file."""
        texts: list[str] = []
        for screen in self._app.screen_stack:
            if isinstance(screen, Place):
                texts += screen.not_on_disk()
        return clean("\n\n".join(filter(None, texts)))

    def write(self) -> None:
        """Put what is not on file into a file of its own, in place of what that held before."""
        text = self.text
        if not text or text == self._written:
            return
        for path in filter(None, [self.file, *self._places()]):
            # The folder of a disk that was taken out is not made anew.
            with suppress(AfterviewError):
                if not path.parent.is_dir():
                    continue
                write_file(path, f"{self._heading()}\n\n{text}\n\n{self._mark}\n")
                self.file, self._written = path, text
                return
        self.file = None

    def left(self) -> list[Path]:
        """What other windows could not save and left behind, the newest first."""
        found = [one for one in self._candidates() if self._is_left(one)]
        return sorted(found, reverse=True)

    async def tell_of_left(self) -> None:
        """Say where the words are that another run could not save, without keeping the start."""
        if left := await asyncio.to_thread(self.left):
            warn(self._app, told_of_left(left), "Not saved the last time")

    def end(self) -> None:
        """Put what is not on file elsewhere for good, and leave one line that says where."""
        self.write()
        if text := self.text:
            nowhere = f"This could not be saved anywhere: {text}"
            self.last_words = (
                nowhere
                if self.file is None
                else (
                    f"What you typed last could not be saved in {self._path}. It is in {self.file}"
                )
            )

    def _drop(self) -> None:
        if self.file is not None:
            with suppress(OSError):
                self.file.unlink(missing_ok=True)
        self.file, self._written = None, ""
        if self._notice is not None:
            self._app._unnotify(self._notice)
            self._notice = None

    def _say(self, words: str, title: str) -> None:
        if self._notice is not None:
            if self._notice.message == clean(words) and self._notice in self._app._notifications:
                return
            self._app._unnotify(self._notice, refresh=False)
        self._notice = Notification(clean(words), title, "error", STAYS)
        self._app.post_message(Notify(self._notice))

    def _heading(self) -> str:
        return f"This was typed in afterview-tui and could not be saved in {self._path}."

    @property
    def _mark(self) -> str:
        return f"{OF_WINDOW}{self._window}"

    def _places(self) -> Iterator[Path]:
        """Where the words may go, the best place first."""
        at = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
        number = self._window.rsplit(":", 3)[1]
        for folder in self._folders():
            yield folder / f"{self._stem}{at}-{number}.txt"

    def _candidates(self) -> Iterator[Path]:
        for folder in self._folders():
            with suppress(OSError):
                for one in folder.iterdir():
                    if one.name.startswith(self._stem) and one.suffix == ".txt":
                        yield one

    def _folders(self) -> tuple[Path, Path]:
        return self._path.parent, Path(tempfile.gettempdir())

    @property
    def _stem(self) -> str:
        return f"{label(self._path)}-unsaved-"

    def _is_left(self, path: Path) -> bool:
        """Whether a file holds words that were typed for this database, and nobody saves."""
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").rstrip("\n").split("\n")
        except OSError:  # somebody else's
            return False
        return lines[0] == self._heading() and not windows.is_open(
            lines[-1].removeprefix(OF_WINDOW)
        )


def told_of_left(left: list[Path]) -> str:
    """What to say at the start of words that another run could not save."""
    more = f", and {count(len(left) - 1, 'older file')} beside it" if len(left) > 1 else ""
    return f"Words that could not be saved are in {left[0]}{more}. Delete it once you have them."
