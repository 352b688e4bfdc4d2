"""The ways out of the terminal, as the app has them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.letter import Letter, LetterForm, LetterKind
from afterview_tui.domain.records import Interview, Person
from afterview_tui.handoff.errors import NotEdited
from afterview_tui.handoff.text_files import file_for
from afterview_tui.tui.keys_in_order import InOrder

if TYPE_CHECKING:  # each comes along when it is used first
    from afterview_tui.handoff.copy_notice import Copied
    from afterview_tui.handoff.editor import Run
    from afterview_tui.storage.letters import Letters, SomebodyThere

Copier = Callable[..., "Copied"]
Opener = Callable[..., str]


class Outside(InOrder):
    """To the clipboard, to the desktop, and to an editor that has the terminal while it runs.

    `folder` is where the text files go. What takes long runs beside the screen.
    """

    def __init__(
        self,
        folder: Path,
        copier: Copier | None,
        opener: Opener | None,
        editor: Run | None,
        environ: Mapping[str, str],
    ) -> None:
        super().__init__()
        self.folder = folder
        self.environ = environ
        self._copier = copier
        self._opener = opener
        self._editor = editor or self._run_on_the_terminal
        self._has_copied = False

    async def copied(self, text: str, stem: str, head: str = "") -> Copied:
        """Hand a text to the clipboard and to a file of that name, in silence.

        In the file, `head` stands above it.
        """
        from afterview_tui.handoff.clipboard import copy

        loop = asyncio.get_running_loop()

        def osc52(one: str) -> None:
            loop.call_soon_threadsafe(self.copy_to_clipboard, one)

        file = file_for(self.folder, stem)
        copied = await asyncio.to_thread(
            self._copier or copy, text, file=file, osc52=osc52, environ=self.environ, head=head
        )
        is_first, self._has_copied = not self._has_copied, True
        return replace(copied, is_first=is_first)

    async def opened_outside(self, url: str) -> str:
        """Open a URL on the desktop; "" when that worked, else why not."""
        from afterview_tui.handoff.browser import open_outside

        return await asyncio.to_thread(self._opener or open_outside, url, environ=self.environ)

    def edited_outside(self, text: str, name: str) -> str | None:
        """Have a text edited in the user's editor; None when it stayed as it was.

        Nothing else happens until the editor ends. Raises NotEdited.
        """
        from afterview_tui.handoff.editor import edit

        folder, environ = self.folder, self.environ
        return edit(text, folder=folder, environ=environ, run=self._editor, name=name)

    def _run_on_the_terminal(self, command: Sequence[str], environ: Mapping[str, str]) -> int:
        from afterview_tui.handoff.editor import on_the_terminal

        error: Exception | None = None
        status = 0
        try:
            with self.suspend():
                # What is raised in here would leave the screen as the editor left it.
                try:
                    status = on_the_terminal(command, environ)
                except Exception as raised:
                    error = raised
        except SuspendNotSupported:
            raise NotEdited("This terminal cannot be lent to an editor.") from None
        if error is not None:
            raise error
        return status


def letter_stem(letter: Letter, person: Person, interview: Interview, letters: Letters) -> str:
    """What the file of a letter is called: each kind and form has its own.

    Where a letter to somebody else would have the same file, the numbers of interview and
    person tell them apart.
    """
    that_day: list[SomebodyThere] = []
    with suppress(AfterviewError):  # a letter goes out also when the file is out of reach
        that_day = letters.there_on(interview)
    day = str(interview.held_on)
    stem = _stem(day, interview.employer, person.name, letter.kind, letter.form)
    here = interview.id, person.id
    others = {
        file_for(Path(), _stem(day, one.employer, one.name, kind, form))
        for one in that_day
        if (one.interview_id, one.person_id) != here
        for kind in LetterKind
        for form in LetterForm
    }
    return f"{stem} {interview.id}-{person.id}" if file_for(Path(), stem) in others else stem


def _stem(day: str, employer: str, name: str, kind: LetterKind, form: LetterForm) -> str:
    what = "" if kind is LetterKind.THANK_YOU else kind.value
    how = "" if form is LetterForm.EMAIL else form.value
    return " ".join(filter(None, [day, employer, name, what, how]))
