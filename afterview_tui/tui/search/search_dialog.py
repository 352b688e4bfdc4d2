"""The box to search everything with: what is typed, and what is found as it is typed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.widgets import Input, OptionList
from textual.widgets.input import Selection
from textual.widgets.option_list import Option

from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.found import Results, Section
from afterview_tui.storage.search import FEW, MOST
from afterview_tui.tui.keys import Where, bindings, key
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.finder import Finder
from afterview_tui.tui.kit.over import Over
from afterview_tui.tui.kit.plain import line, plain
from afterview_tui.tui.kit.rows import Rows
from afterview_tui.tui.search.hit_lines import (
    counted,
    first_hit,
    hit_id,
    hit_with,
    options,
    section_asked_for,
)
from afterview_tui.tui.search.looked_for import EVERYTHING, Looked, Sections

PLACEHOLDER = "an employer, a name, a number, any word"
WHAT = "Interviews, people, letters, talks, the journal, stories, notes and templates."
PATIENCE = 4.0  # seconds in which Enter waits for what was typed before it


class SearchDialog(Place[Looked | None], Over[Looked | None]):
    """Answers where to go; None for back.

    The file is read in a thread, so that no key waits for it. The text that was typed last is
    the one that counts: what is found for those before it is dropped.
    """

    WHERE = Where.SEARCH
    AUTO_FOCUS = "Finder"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SEARCH)]

    def __init__(self, before: Looked, pane: Sections) -> None:
        """`before` is what was searched for last, `pane` what is in the pane one comes from."""
        super().__init__()
        self._before = before
        self._pane = pane
        self._sections = before.sections
        self._asked: tuple[str, Sections] = ("", EVERYTHING)
        self._is_there = asyncio.Event()
        self._is_there.set()
        self.results = Results()

    def compose(self) -> ComposeResult:
        """What is typed, and what is found."""
        with Vertical(id="search"):
            yield Finder(lambda: self._rows, self._enter, placeholder=PLACEHOLDER, id="search-text")
            yield Rows(id="found")

    def on_mount(self) -> None:
        """Begin with what was searched for last, as a whole to be typed over."""
        self._rows.can_focus = False  # what is typed is for the line, also after a click
        self._finder.value = self._before.said
        self._finder.selection = Selection(0, len(self._before.said))
        self._ask()

    def action_narrow(self) -> None:
        """Search only what is in the pane one came from, or everything again."""
        self._narrow_to(EVERYTHING if self._sections != EVERYTHING else self._pane)

    def action_back(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    @property
    def _rows(self) -> Rows:
        return self.query_one(Rows)

    @property
    def _finder(self) -> Finder:
        return self.query_one(Finder)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._ask()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._open(event.option.id)

    def _narrow_to(self, sections: Sections) -> None:
        self._sections = sections
        self._ask()

    def _ask(self) -> None:
        """Look up what is typed by now."""
        asked = self._finder.said, self._sections
        self._say_title()
        if asked == self._asked:
            return
        self._asked = asked
        if self._is_there.is_set():
            self._is_there.clear()
            self._look_up()

    @work(group="search")
    async def _look_up(self) -> None:
        """Search until what is found is what was asked for last."""
        try:
            while True:
                asked = self._asked
                results = await self._searched(*asked)
                if asked == self._asked:
                    self._show(results)
                    return
        finally:
            self._is_there.set()

    async def _searched(self, said: str, sections: Sections) -> Results:
        lines = FEW if sections == EVERYTHING else MOST
        try:
            return await asyncio.to_thread(self.store.search.everything, said, sections, lines)
        except AfterviewError as error:
            self.afterview.report(error)
            return Results()

    def _show(self, results: Results) -> None:
        is_first = not self.results.sections
        self.results = results
        before = self._before.gone_to if is_first else None
        hit = hit_with(results, hit_id(before)) if before is not None else None
        hit = hit or first_hit(results)
        with suppress(NoMatches):  # what comes late finds a dialog that is being closed
            self._rows.show(self._options, hit_id(hit) if hit is not None else None)
            self._say_title()

    async def _enter(self, rows: Rows) -> None:
        """Go to the hit under the cursor, once what was typed before this key is looked up."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._is_there.wait()
            first = first_hit(self.results)
            self._open(rows.current_id or (hit_id(first) if first is not None else None))

    def _open(self, option_id: str | None) -> None:
        if (name := section_asked_for(option_id or "")) != "":
            self._narrow_to(frozenset({Section[name]}))
        elif (hit := hit_with(self.results, option_id)) is not None:
            self.dismiss(Looked(self._finder.said, self._sections, hit))

    def _options(self, width: int) -> Iterator[Option]:
        if not self.results.sections:
            yield Option(line(self._nothing(), "$foreground-muted"), id="nothing", disabled=True)
        yield from options(self.results, self.afterview.today)

    def _nothing(self) -> str:
        if not self._finder.said:
            return WHAT
        is_all = self._sections == EVERYTHING
        return "Nothing is found." + ("" if is_all else f" {key('search.narrow')} searches all.")

    def _say_title(self) -> None:
        box, results = self.query_one("#search"), self.results
        number = f"{counted(results.number, is_more=results.is_more)} found"
        where = "" if self._sections == EVERYTHING else _named(self._sections)
        said = ["Search", where, number if self._finder.said else ""]
        box.border_title = plain(" · ".join(filter(None, said)))
        narrows = "only this pane" if self._sections == EVERYTHING else "everything"
        box.border_subtitle = plain(
            f"{key('form.enter')} goes there   {key('search.narrow')} {narrows}"
            f"   {key('search.back')} back"
        )


def _named(sections: Sections) -> str:
    return ", ".join(one.value.lower() for one in Section if one in sections)
