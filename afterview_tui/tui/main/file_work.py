"""What is done with the file as a whole: a backup now, and a look whether all of it can be read."""

from __future__ import annotations

import asyncio

from afterview_tui.storage.paths import how_to
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.front import Front


class FileWork:
    """Works on the file beside the screen, which goes on meanwhile."""

    def __init__(self, desk: Desk, front: Front) -> None:
        self._desk = desk
        self._front = front

    def back_up(self) -> None:
        """Make a backup now, and say where it is."""
        self._front.beside(self._back_up, "backup by hand")

    async def _back_up(self) -> None:
        from afterview_tui.storage import backups

        file = self._desk.store.file
        with self._front.reporting():
            made = await asyncio.to_thread(backups.by_hand, file.path, file.now())
            self._front.say(f"A backup is made: {made}", seconds=8)

    def check(self) -> None:
        """Look whether all that is on file can be read, and show what cannot."""
        self._front.beside(self._check, "check", exclusive=True)

    async def _check(self) -> None:
        from afterview_tui.storage.mending import looked_through, told
        from afterview_tui.tui.kit.reading_page import Reading

        path = self._desk.store.path
        with self._front.reporting():
            found = told(await asyncio.to_thread(looked_through, path))
            if not found:
                self._front.say("The file is whole: everything in it can be read.", seconds=8)
                return
            lines = "\n".join(f"- {one}." for one in found)
            mend = f"To mend what can be, close the program, then: {how_to('check --mend', path)}"
            self._front.open(Reading("What is wrong in the file", f"{lines}\n\n{mend}", "check"))
