"""The letter that a template makes; or why it makes none, above the last one that it made."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from afterview_tui.tui.kit.plain import line, plain


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a template: the letter, or what is wrong."""

    text: str
    problem: str = ""


class Preview(Vertical):
    """Keeps the last good letter in view while a template cannot be used."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._good = ""
        self._mark = ""

    def compose(self) -> ComposeResult:
        """What is wrong, and the letter."""
        yield Static(id="template-problem", markup=False)
        with VerticalScroll(id="template-scroll"):
            yield Static(id="template-preview", markup=False)

    def begin(self, good: str, mark: str) -> None:
        """Another template: what to show, and how to call it, until it has made a letter."""
        self._good, self._mark = good, mark

    def show(self, title: str, made: Made) -> None:
        """Show what came of the template as it reads now."""
        if not made.problem:
            self._good, self._mark = made.text, "as it was before"
        mark = self._mark if made.problem else ""
        self.border_title = line(f"{title} · {mark}" if mark else title)
        said = self.query_one("#template-problem", Static)
        said.display = bool(made.problem)
        said.update(plain(f"! {made.problem}", "$text-warning"))
        letter = self.query_one("#template-preview", Static)
        letter.update(plain(self._good, "$foreground-muted" if mark else ""))
