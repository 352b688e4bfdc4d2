"""The résumé on a page: its reviews, and what interviews suggest to change."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import case
from afterview_tui.domain.records import Me
from afterview_tui.domain.resume import waiting
from afterview_tui.domain.text import count, joined
from afterview_tui.pages.resume_page import resume_page
from afterview_tui.pages.sheet import Sheet
from afterview_tui.tui.base import BOTH_KEPT
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.form import Field, Form, Values
from afterview_tui.tui.kit.page import PageScreen, on_screen

_SETTLED = 3  # employers that are named; of more only the number is said


class ResumePage(PageScreen[None]):
    """Says what there is to review, and takes down that it was."""

    WHERE = Where.RESUME
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.RESUME)]

    def __init__(self) -> None:
        super().__init__()
        self._me = Me()
        self._waiting: list[str] = []
        self._sheet = Sheet("", "", ())

    def on_mount(self) -> None:
        """Read what is on file."""
        self._read_again()

    def heading(self) -> tuple[str, str]:
        """What the page is."""
        return "Résumé", ""

    def page(self, width: int) -> Content:
        """The sheet without its title, which stands in the border."""
        return on_screen(self._sheet, self._sheet.text(width).split("\n")[2:])

    @property
    def text(self) -> str:
        """The page as it goes out of the program."""
        return self._sheet.markdown()

    def stem(self) -> str:
        """What the file of a copy is called."""
        return f"{self.afterview.today} résumé"

    def action_reviewed(self) -> None:
        """Ask what changed, and note that it was reviewed today."""
        today, settles = self.afterview.today, list(self._waiting)
        resume, drafts = self.store.resume, self.store.drafts
        field = Field("changed", "What changed", "nothing, or: moved the course to the top", 3)

        def save(values: Values) -> None:
            resume.review(today, values["changed"])

        def answered(is_done: bool | None) -> None:
            if is_done:
                self._read_again()
                self.afterview.say(_said(settles))

        title = f"Reviewed on {dates.full(today)}"
        form = Form(title, [field], save, drafts=drafts, draft="resume-review")
        self.app.push_screen(form, answered)

    def action_edit(self) -> None:
        """Change the notes."""
        resume, drafts, before = self.store.resume, self.store.drafts, self._me.resume_notes

        def save(values: Values) -> None:
            if resume.write_notes(values["notes"], before).both_kept:
                self.afterview.say(BOTH_KEPT)

        def answered(is_done: bool | None) -> None:
            if is_done:
                self._read_again()

        field = Field("notes", "What changed", "the newest first", 8, value=before)
        form = Form("Notes on the résumé", [field], save, drafts=drafts, draft="resume-notes")
        self.app.push_screen(form, answered)

    def action_step(self, way: str) -> None:
        """Take back the last change, or do again what was undone last, and say which."""
        self.stepped(way)
        self._read_again()

    def _read_again(self) -> None:
        """Show what is on file now."""
        with self.reporting():
            store, today = self.store, self.afterview.today
            self._me = store.resume.me()
            self._waiting = waiting(case(one, today) for one in store.interviews.open_ones(today))
            reflected = store.resume.reflected()
            self._sheet = resume_page(self._me, reflected, self._waiting, today)
            self.show()


def _said(settles: list[str]) -> str:
    """What a review settled."""
    if not settles:
        return f"Noted as reviewed. {key('resume.undo')} takes it back."
    named = joined(settles) if len(settles) <= _SETTLED else count(len(settles), "employer")
    return f"Noted as reviewed. That settles it for {named}."
