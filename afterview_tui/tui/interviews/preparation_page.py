"""The preparation sheet on the screen, and on its way out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content

from afterview_tui.domain.preparation import Preparation
from afterview_tui.handoff.text_files import file_for, write_file
from afterview_tui.pages.preparation_sheet import preparation_sheet
from afterview_tui.tui.keys import Where, bindings
from afterview_tui.tui.kit.page import PageScreen, on_screen


class PreparationSheet(PageScreen[None]):
    """What one interview can be prepared from. It is copied as Markdown; files go to `folder`.

    `practise` opens the practice of questions, over this page; behind it, the page is read
    again with `read`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.PREPARATION)]

    def __init__(
        self,
        read: Callable[[], Preparation],
        today: date,
        folder: Path,
        practise: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._read = read
        self._today = today
        self._folder = folder
        self._practise = practise
        self._is_practising = False
        self._read_sheet()

    def _read_sheet(self) -> None:
        preparation = self._read()
        self._interview = preparation.facts.interview
        self._sheet = preparation_sheet(preparation, self._today)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what was answered in the practice."""
        if self._is_practising:
            self._is_practising = False
            with self.reporting():
                self._read_sheet()
            self.show()

    def heading(self) -> tuple[str, str]:
        """What the page is."""
        return "Preparation sheet", ""

    def page(self, width: int) -> Content:
        """The sheet."""
        return on_screen(self._sheet, self._sheet.text(width).split("\n"))

    @property
    def text(self) -> str:
        """The sheet as it goes out of the program."""
        return self._sheet.markdown()

    def stem(self) -> str:
        """What the file of a copy is called."""
        return f"{self._interview.held_on} {self._interview.employer} preparation"

    async def action_practise(self) -> None:
        """Practise the questions. What is typed ahead is for the practice."""
        self._is_practising = True
        await self._practise()

    def action_print(self) -> None:
        """Write the sheet to a file, and say where it is."""
        with self.reporting():
            path = file_for(self._folder, self.stem()).with_suffix(".md")
            write_file(path, f"{self.text}\n")
            self.afterview.say(f"Ready to print: {path}", seconds=8)
