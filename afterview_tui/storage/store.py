"""Everything on file, under one name for each kind of record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from afterview_tui.storage.about_me import AboutMe
from afterview_tui.storage.bin import Bin
from afterview_tui.storage.checklist import Checklist
from afterview_tui.storage.drafts import Drafts
from afterview_tui.storage.file import File
from afterview_tui.storage.interviews import Interviews
from afterview_tui.storage.journal import Journal
from afterview_tui.storage.known_words import Words
from afterview_tui.storage.letters import Letters
from afterview_tui.storage.numbers import Numbers
from afterview_tui.storage.people import People
from afterview_tui.storage.references import References
from afterview_tui.storage.resume import Resume
from afterview_tui.storage.rounds import Rounds
from afterview_tui.storage.stories import Stories
from afterview_tui.storage.templates import Templates
from afterview_tui.storage.texts import Texts

if TYPE_CHECKING:
    from afterview_tui.storage.all_names import Naming
    from afterview_tui.storage.search import Search


class Store:
    """One open file and the records in it.

    `now` tells the time with its zone; the local date of it is today.
    Opening raises FileRefused, and leaves the file as it was.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.file = File(path, now)
        self.texts = Texts(self.file)
        self.people = People(self.file, self.texts)
        self.interviews = Interviews(self.file, self.people)
        self.rounds = Rounds(self.file)
        self.templates = Templates(self.file, self.texts)
        self.journal = Journal(self.file, self.texts, self.interviews)
        self.stories = Stories(self.file, self.texts)
        self.references = References(self.file)
        self.checklist = Checklist(self.file, self.references)
        self.letters = Letters(
            self.file, self.texts, self.checklist, self.references, self.interviews
        )
        self.me = AboutMe(self.file, self.checklist)
        self.drafts = Drafts(self.file)
        self.bin = Bin(self.file)
        self.words = Words(self.file)
        self.resume = Resume(self.file, self.texts)
        self.numbers = Numbers(self.file)

    @cached_property
    def naming(self) -> Naming:
        """The names on file. Only a check of a letter needs them, and all that they bring along."""
        from afterview_tui.storage.all_names import Naming

        return Naming(self.file)

    @cached_property
    def search(self) -> Search:
        """Finding things again. The first screen does not wait for it."""
        from afterview_tui.storage.search import Search

        return Search(self.file)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.file.path

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()
