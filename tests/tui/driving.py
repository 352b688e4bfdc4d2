"""Drives the app as a user would: a real file, keys, pastes, and a look at the screen."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from textual import events
from textual._context import visible_screen_stack
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from afterview_tui.domain.records import Facts, Felt, Interview, Person
from afterview_tui.domain.text import clean
from afterview_tui.handoff.copy_notice import Copied, Reached
from afterview_tui.handoff.editor import Run
from afterview_tui.letters.checking.gaps_and_length import word_count
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.rows import TABLES
from afterview_tui.storage.store import Store
from afterview_tui.tui.app import AfterviewApp
from afterview_tui.tui.desk import Desk
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.shelf import ShelfScreen
from afterview_tui.tui.main.all_work import Work
from afterview_tui.tui.main.main_screen import MainScreen
from afterview_tui.tui.main.panes import Panes
from afterview_tui.tui.preferences import Preferences
from tests.tui.headless import WhenStill, painting
from tests.tui.patience import within

ZONE = "America/New_York"
WIDE = (120, 36)
NARROW = (80, 24)
# Nothing here may hang: so long takes nothing that has a processor to run on.
LONGEST = 300.0
# After so many looks at empty queues in a row the app is still.
QUIET = 2

MARIA = Person(name="Maria Chen", title="Dr.", job_title="owner")
JO = Person(name="Jo Park")
AMY = Person(name="Amy Ortiz", job_title="former manager")
TOM = Person(name="Tom Reed", job_title="teacher")

W = TypeVar("W", bound=Widget)
Dump = dict[str, list[tuple[Any, ...]]]


_KEYS = {"\n": "enter", "\t": "tab", "\b": "backspace"}


class Clock:
    """Tells the same time until it is moved: at first Mon 23 Nov 2026, 09:00."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo(ZONE))

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)

    @property
    def today(self) -> date:
        return self.at.date()


class Clipboard:
    """A clipboard that works, and remembers what it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.files: list[Path] = []
        self.heads: list[str] = []

    def __call__(
        self,
        text: str,
        *,
        file: Path,
        osc52: Callable[[str], None] | None,
        environ: Mapping[str, str],
        head: str = "",
    ) -> Copied:
        self.texts.append(text)
        self.heads.append(head)
        self.files.append(file)
        return Copied(Reached.CLIPBOARD, word_count(text), file)


class Desktop:
    """A desktop that opens what it is given, and remembers it; or says why it does not."""

    def __init__(self, problem: str = "") -> None:
        self.urls: list[str] = []
        self.problem = problem

    def __call__(self, url: str, *, environ: Mapping[str, str]) -> str:
        self.urls.append(url)
        return self.problem


def no_editor(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Stands where an editor would be: no test starts one unless it brings its own."""
    raise AssertionError(f"{command} was to be started")


@dataclass
class Window:
    """One open window of the app."""

    app: AfterviewApp
    pilot: Pilot[None]
    path: Path
    clock: Clock
    clipboard: Clipboard = field(default_factory=Clipboard)
    desktop: Desktop = field(default_factory=Desktop)

    @property
    def store(self) -> Store:
        """The file as the app has it open."""
        return self.app.store

    @property
    def main(self) -> MainScreen:
        """The main screen, also under a dialog."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def desk(self) -> Desk:
        """What the main screen shows."""
        return self.main.desk

    @property
    def panes(self) -> Panes:
        """The panes of the main screen."""
        return self.main.panes

    @property
    def work(self) -> Work:
        """What is done in the panes."""
        return self.main.work

    @property
    def shelf(self) -> ShelfScreen:
        """The shelf, which is in front."""
        screen = self.app.screen
        assert isinstance(screen, ShelfScreen), screen
        return screen

    async def open_tab(self, where: Where, at: str | None = None) -> ShelfScreen:
        """Open the shelf at a tab, as the program does."""
        self.work.shelf.open_at(where, at)
        await self.settle()
        return self.shelf

    @property
    def listed(self) -> list[str]:
        """The lines of the tab that is open: their names, headings among them."""
        rows = self.shelf.listing.rows
        return [re.split(r"\s{2,}", str(one.prompt).strip())[0] for one in rows.options]

    async def choose(self, words: str) -> None:
        """Do what has this name in the list of what can be done."""
        await self.press("f1")
        await self.typed(f"{words}\n")

    @property
    def focused(self) -> str | None:
        """The id of the widget that has the focus."""
        return self.app.focused.id if self.app.focused is not None else None

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line."""
        return [strip.text for strip in self._strips]

    @property
    def _strips(self) -> list[Strip]:
        # What is drawn has no public door: these strips go to the terminal as they are,
        # under a dialog those of the screen behind it.
        visible_screen_stack.set(self.app._background_screens)
        return self.app.screen._compositor.render_strips()

    @property
    def screen(self) -> str:
        """What stands on the screen, its lines without their padding."""
        return "\n".join(line.rstrip() for line in self.lines)

    def pane(self, name: str) -> str:
        """What stands in one pane."""
        return self.part(self.main.query_one(f"#{name}"))

    def lines_of(self, selector: str) -> str:
        """What stands in a part of the screen that is in front."""
        return self.part(self.app.screen.query_one(selector))

    def part(self, widget: Widget) -> str:
        """What stands where a widget is."""
        area = widget.region
        rows = (strip.crop(area.x, area.right).text for strip in self._strips[area.y : area.bottom])
        return "\n".join(row.strip() for row in rows)

    def looks_away(self) -> None:
        """Learn nothing of other windows from now on, as between one look at the file and the next.

        The looks are a second apart: on a busy machine one comes before a key that is pressed next.
        """
        vars(self.desk)["read_if_changed"] = lambda: None

    def key(self, name: str) -> events.Key:
        """A key as an event."""
        return _key(name)

    async def until_closed(self) -> None:
        """Wait for the app to end."""
        async with within(LONGEST):
            while self.app.is_running and not self.app._exit:
                await asyncio.sleep(0.01)

    @property
    def notice(self) -> str:
        """What the app says in passing."""
        return "\n".join(str(toast.render()) for toast in self.app.screen.query("Toast"))

    async def settle(self) -> None:
        """Let every message find its way, also those that follow from others. Then paint."""
        # `pilot.pause()` and `pilot.press()` wait for an idle processor: fifty times as long.
        quiet = 0
        async with within(LONGEST):
            while quiet < QUIET:
                while self._is_busy:
                    self._raise_what_ended_it()
                    await asyncio.sleep(0)
                await self.pilot.pause(0)
                quiet = 0 if self._is_busy else quiet + 1
        if self.panes.following.is_pending:  # they follow the cursor once it stands still
            self.panes.following.catch_up()
            await self.settle()
            return
        compositor = self.app.screen._compositor
        if isinstance(compositor, WhenStill):
            compositor.paint(self.app._background_screens)

    def _raise_what_ended_it(self) -> None:
        """A program that is dead takes nothing in any more: no need to wait for it."""
        if self.app._exception is not None:
            raise self.app._exception

    @property
    def _is_busy(self) -> bool:
        pumps = [
            self.app,
            *(n for s in self.app.screen_stack for n in s.walk_children(with_self=True)),
        ]
        # A copy is made beside the screen; who presses `y` waits for its notice, as does a test.
        is_copying = any(one.group == "copy" and one.is_running for one in self.app.workers)
        return is_copying or any(pump.message_queue_size for pump in pumps)

    async def press(self, *keys: str) -> None:
        """Press keys, each after the app has dealt with the one before."""
        for key in keys:
            self.app.post_message(_key(key))
            await self.settle()

    async def typed(self, text: str) -> None:
        """Type a text as fast as a terminal can hand it over, all keys in one bunch."""
        for character in text:
            self.app.post_message(_key(_KEYS.get(character, character)))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste, as the terminal does."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def until(self, holds: Callable[[], object], seconds: float = 60.0) -> None:
        """Wait for something to become true."""
        try:
            async with within(seconds):
                while not holds():
                    self._raise_what_ended_it()
                    await self.pilot.pause(0.02)
        except TimeoutError:
            raise AssertionError(f"it did not happen; the screen:\n{self.screen}") from None

    async def says(self, words: str) -> None:
        """Wait until the app says these words in passing."""
        await self.until(lambda: words in self.notice)

    async def to_line(self, words: str) -> None:
        """Put the cursor of the list that has the focus on the line with these words."""
        rows = self.app.focused
        assert isinstance(rows, OptionList), rows
        lines = [" ".join(str(one.prompt).split()) for one in rows.options]
        found = [i for i, one in enumerate(lines) if words in one]
        assert found, f"no line with {words!r}:\n{self.screen}"
        rows.highlighted = found[0]
        await self.settle()

    @property
    def current_line(self) -> str:
        """The words of the line that the cursor is on."""
        rows = self.app.focused
        if not isinstance(rows, OptionList) or rows.highlighted is None:
            return ""
        return str(rows.get_option_at_index(rows.highlighted).prompt)

    def entry(self, name: str) -> Any:
        """A field of the form, which is unfolded for it if need be."""
        form = self.app.screen
        assert isinstance(form, Form), form
        return form.fields.entry(name)

    async def fill(self, name: str, text: str) -> None:
        """Type into a field of the form."""
        self.entry(name).focus()
        await self.settle()
        await self.typed(text)

    async def turn_to(self, name: str, value: str) -> None:
        """Turn a choice of the form to a value, with keys."""
        entry = self.entry(name)
        entry.focus()
        await self.settle()
        seen: list[str] = []
        while entry.value != value:
            assert entry.value not in seen, f"no {value!r} among {seen}"
            seen.append(entry.value)
            await self.press("right")

    def value(self, name: str) -> str:
        """What a field of the form holds."""
        entry = self.entry(name)
        if isinstance(entry, Input):
            return entry.value
        return entry.text if isinstance(entry, TextArea) else str(getattr(entry, "value", ""))

    def hint(self, name: str) -> str:
        """What is said beside a field, if anything."""
        form = self.app.screen
        assert isinstance(form, Form), form
        return form.fields.rows[name].said.plain

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """What is on file, read past the program."""
        return rows(self.path, sql, *parameters)


async def edit_letter(window: Window, **said: str) -> None:
    """Say something in the form about the letter that is shown, and save it."""
    await window.press("3", "e")
    for name, value in said.items():
        if name in ("kind", "form", "template"):
            await window.turn_to(name, value)
        else:
            window.entry(name).focus()
            await window.press("ctrl+u")
            await window.typed(value)
    await window.press("ctrl+s")


async def mark_sent(window: Window) -> None:
    """Mark the letter shown sent, with all that is open in it."""
    before = window.rows("SELECT count(*) FROM change")
    await window.press("3", "space")
    if window.rows("SELECT count(*) FROM change") == before:  # what is open is said once
        await window.press("space")


def _key(name: str) -> events.Key:
    """A key as the terminal's parser makes it."""
    if len(name) == 1:
        return events.Key(_character_to_key(name), name)
    return events.Key(name, " " if name == "space" else None)


def rows(path: Path, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """What is on file, read past the program."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, parameters).fetchall()


def records(path: Path) -> Dump:
    """Every row of every record on file."""
    return {table: rows(path, f"SELECT * FROM {table} ORDER BY id") for table in TABLES.values()}  # noqa: S608


@asynccontextmanager
async def opened(
    path: Path,
    *,
    size: tuple[int, int] = WIDE,
    clock: Clock | None = None,
    clipboard: Clipboard | None = None,
    desktop: Desktop | None = None,
    editor: Run | None = no_editor,
    environ: Mapping[str, str] | None = None,
    preferences: Preferences | None = None,
    painted: bool = False,
    longest: float = LONGEST,
    begin: str = "1",
) -> AsyncIterator[Window]:
    """The app on the file at `path`. It runs in the test's task: its errors are the test's.

    `begin` is pressed first: the list of interviews, where most tests begin. With "" the focus is
    where the app puts it.

    The screen is painted whenever the app is still; with `painted`, at every step on the way.
    """
    clock, clipboard = clock or Clock(), clipboard or Clipboard()
    desktop = desktop or Desktop()
    with closing(Store(path, clock)) as store, painting(always=painted):
        app = AfterviewApp(
            store,
            clock,
            lambda: ZONE,
            copier=clipboard,
            opener=desktop,
            editor=editor,
            environ=environ or {},
            preferences=preferences,
        )
        notify = app.notify

        def notify_for_long(message: str, **how: Any) -> None:
            """What is said stays until it is looked for: on a busy machine that takes seconds."""
            notify(message, **{**how, "timeout": LONGEST})

        vars(app)["notify"] = notify_for_long
        async with within(longest), app.run_test(size=size, notifications=True) as pilot:
            window = Window(app, pilot, path, clock, clipboard, desktop)
            await window.settle()
            if begin:
                await window.press(begin)
            yield window


@asynccontextmanager
async def second(path: Path, clock: Clock) -> AsyncIterator[Store]:
    """Another window's hold on the same file."""
    with closing(Store(path, clock)) as store:
        yield store


def shows(window: Window, screen: type[Screen[Any]]) -> bool:
    """Whether such a screen is in front."""
    return isinstance(window.app.screen, screen)


def lakeside(held_on: date = date(2026, 11, 20)) -> Entry:
    """An interview with two people met and two references."""
    interview = Interview(
        employer="Lakeside Dental",
        role="Hygienist",
        held_on=held_on,
        starts_at=time(14),
        zone=ZONE,
        felt=Felt.WELL,
        created_at=datetime.combine(held_on, time(18), UTC),
    )
    return Entry(interview, [MARIA, JO], [AMY, TOM])


def furnish(path: Path, clock: Clock | None = None) -> None:
    """Put two interviews on file: Lakeside Dental (id 1) and Oak Vision (id 2)."""
    with closing(Store(path, clock or Clock())) as store:
        store.interviews.add(lakeside())
        oak = Interview(employer="Oak Vision", role="Aide", held_on=date(2026, 11, 23), zone=ZONE)
        store.interviews.add(Entry(oak, [Person(name="Zoë Hart")], [AMY]))


def facts(path: Path, clock: Clock, interview_id: int = 1) -> Facts:
    """All that is on file about an interview, read with a second store."""
    with closing(Store(path, clock)) as store:
        found = store.interviews.facts(interview_id)
        assert found is not None
        return found


def is_clean(text: str) -> bool:
    """Whether a text holds nothing that acts on a terminal."""
    return clean(text) == text
