"""Everything on file, under one name for each kind of record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from afterview_tui.storage.file import File

# Each of these, with all that it brings along, is loaded when it is first asked for: the first
# screen lists interviews, which `facts` reads, and waits for nothing else.
if TYPE_CHECKING:
    from afterview_tui.storage.about_me import AboutMe
    from afterview_tui.storage.all_names import Naming
    from afterview_tui.storage.bin import Bin
    from afterview_tui.storage.checklist import Checklist
    from afterview_tui.storage.drafts import Drafts
    from afterview_tui.storage.interviews import Interviews
    from afterview_tui.storage.journal import Journal
    from afterview_tui.storage.known_words import Words
    from afterview_tui.storage.letters import Letters
    from afterview_tui.storage.numbers import Numbers
    from afterview_tui.storage.people import People
    from afterview_tui.storage.references import References
    from afterview_tui.storage.resume import Resume
    from afterview_tui.storage.rounds import Rounds
    from afterview_tui.storage.search import Search
    from afterview_tui.storage.stories import Stories
    from afterview_tui.storage.templates import Templates
    from afterview_tui.storage.texts import Texts


class Store:
    """One open file and the records in it.

    `now` tells the time with its zone; the local date of it is today.
    Opening raises FileRefused, and leaves the file as it was.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.file = File(path, now)

    @cached_property
    def interviews(self) -> Interviews:
        """Interviews, and who is met there."""
        from afterview_tui.storage.interviews import Interviews

        return Interviews(self.file, self.people)

    @cached_property
    def people(self) -> People:
        """Everybody on file."""
        from afterview_tui.storage.people import People

        return People(self.file, self.texts)

    @cached_property
    def texts(self) -> Texts:
        """Texts of several lines, and their earlier versions."""
        from afterview_tui.storage.texts import Texts

        return Texts(self.file)

    @cached_property
    def rounds(self) -> Rounds:
        """Which interviews are rounds of one application."""
        from afterview_tui.storage.rounds import Rounds

        return Rounds(self.file)

    @cached_property
    def references(self) -> References:
        """References, and what is noted of each."""
        from afterview_tui.storage.references import References

        return References(self.file)

    @cached_property
    def checklist(self) -> Checklist:
        """The lines of the four steps, as far as they are facts of their own."""
        from afterview_tui.storage.checklist import Checklist

        return Checklist(self.file, self.references)

    @cached_property
    def letters(self) -> Letters:
        """Letters, and what became of them."""
        from afterview_tui.storage.letters import Letters

        return Letters(self.file, self.texts, self.checklist, self.references, self.interviews)

    @cached_property
    def templates(self) -> Templates:
        """Templates of letters of the user's own."""
        from afterview_tui.storage.templates import Templates

        return Templates(self.file, self.texts)

    @cached_property
    def me(self) -> AboutMe:
        """What the user is called, and how to reach them."""
        from afterview_tui.storage.about_me import AboutMe

        return AboutMe(self.file, self.checklist)

    @cached_property
    def journal(self) -> Journal:
        """Reflections and questions."""
        from afterview_tui.storage.journal import Journal

        return Journal(self.file, self.texts, self.interviews)

    @cached_property
    def stories(self) -> Stories:
        """Stories to tell."""
        from afterview_tui.storage.stories import Stories

        return Stories(self.file, self.texts)

    @cached_property
    def drafts(self) -> Drafts:
        """What is typed in forms, and not yet kept."""
        from afterview_tui.storage.drafts import Drafts

        return Drafts(self.file)

    @cached_property
    def bin(self) -> Bin:
        """What was deleted."""
        from afterview_tui.storage.bin import Bin

        return Bin(self.file, self.checklist)

    @cached_property
    def words(self) -> Words:
        """Words that the user knows to be spelled right."""
        from afterview_tui.storage.known_words import Words

        return Words(self.file)

    @cached_property
    def resume(self) -> Resume:
        """The résumé's notes."""
        from afterview_tui.storage.resume import Resume

        return Resume(self.file, self.texts)

    @cached_property
    def numbers(self) -> Numbers:
        """What the numbers are counted from."""
        from afterview_tui.storage.numbers import Numbers

        return Numbers(self.file)

    @cached_property
    def naming(self) -> Naming:
        """The names on file, for the checks of letters."""
        from afterview_tui.storage.all_names import Naming

        return Naming(self.file)

    @cached_property
    def search(self) -> Search:
        """Finding things again."""
        from afterview_tui.storage.search import Search

        return Search(self.file)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.file.path

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()
