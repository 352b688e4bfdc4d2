"""What screens, panes and dialogs need of the app, so that none of them has to know it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.letter import Letter
from afterview_tui.domain.records import Interview, Person
from afterview_tui.domain.text import joined
from afterview_tui.storage.clashes import Clash
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import key

if TYPE_CHECKING:
    from afterview_tui.handoff.copy_notice import Copied

READ_FOR = 20.0  # seconds for what one has to read
ASKED = "again marks it sent."  # ends what is said when nothing is done yet
BOTH_KEPT = "Another window wrote here too. Your text stands; theirs is kept as an earlier version."


class Keeping(Protocol):
    """Keeps what is typed and cannot be saved, and says so for as long as it is so."""

    def failed(self, who: DOMNode, error: AfterviewError) -> None:
        """Somebody could not save what is typed there."""

    def saved(self, who: DOMNode) -> None:
        """Somebody has saved all that is typed there."""


class Afterview(Protocol):
    """The app as everything in it knows it. `zone` finds the name of the local time zone."""

    store: Store
    zone: Callable[[], str]
    month_first: bool | None  # how the user writes 3/4, as far as that is known
    folder: Path  # where the text files go
    environ: Mapping[str, str]
    rescue: Keeping
    is_sample: bool  # the file is the sample, and one's own comes again after it

    @property
    def today(self) -> date:
        """The local date."""

    is_about_to_act: bool  # keys wait until what was asked for is there

    def say(self, words: str, *, seconds: float = 4, until_key: bool = False) -> None:
        """Say something that needs no answer, for so long; `until_key`, the next key ends it."""

    def report(self, error: AfterviewError) -> None:
        """Say what went wrong, and what to do."""

    def flush(self) -> bool:
        """Save everything that is typed, on every screen. False when that failed."""

    def look_around(self) -> None:
        """Show the sample; from the sample, one's own file again."""

    def back_up(self) -> object:
        """See whether the file is whole and make today's backup, beside everything else."""

    def copy_letter(self, letter: Letter, person: Person, interview: Interview) -> None:
        """Hand a letter to the clipboard, and note that it was copied."""

    def copy_text(
        self, text: str, stem: str, copied: Callable[[], None] | None = None, head: str = ""
    ) -> object:
        """Hand a text to the clipboard and to a file of that name; say what is known of it.

        In the file, `head` stands above it.
        """

    async def copied(self, text: str, stem: str, head: str = "") -> Copied:
        """Hand a text to the clipboard and to a file of that name, in silence."""

    async def opened_outside(self, url: str) -> str:
        """Open a URL on the desktop; "" when that worked, else why not."""

    def edited_outside(self, text: str, name: str) -> str | None:
        """Have a text edited in the user's editor; None when it stayed as it was.

        Raises NotEdited.
        """


def afterview(node: MessagePump) -> Afterview:
    """The app that a screen, a pane or a dialog is in."""
    return cast("Afterview", node.app)


@contextmanager
def reporting(app: Afterview) -> Iterator[None]:
    """Say what went wrong inside, instead of ending the program."""
    try:
        yield
    except AfterviewError as error:
        app.report(error)


def warn(app: App[None], words: str, title: str) -> None:
    """Say something that one has to read, for as long as that takes."""
    app.notify(words, title=title, severity="warning", timeout=READ_FOR, markup=False)


def told_of_clashes(clashes: list[Clash]) -> str:
    """What to say of fields in which another window wrote, too. What is told is forgotten."""
    theirs = [f"“{one.theirs}”" for one in clashes if one.theirs]
    said = []
    if len(theirs) < len(clashes):
        said.append("Another window wrote there, too. Both texts are kept, one below the other.")
    if theirs:
        undo = f"{key('undo')} in a list brings it back."
        said.append(f"Another window wrote {joined(theirs)} meanwhile. Yours stands; {undo}")
    clashes.clear()
    return " ".join(said)
