"""A walk of random events through the program, as a terminal hands them over, to see it live.

Everything a terminal sends is bytes and goes through the program's own reading of
them. What comes next depends on the seed alone, so that a walk can be walked again.
"""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import RenderableType
from textual import events
from textual._context import visible_screen_stack
from textual.geometry import Size
from textual.screen import Screen

import afterview_tui.tui.app
from afterview_tui.domain.text import clean
from afterview_tui.sample.fill import fill
from afterview_tui.storage.rows import TABLES
from afterview_tui.storage.store import Store
from afterview_tui.tui.app import AfterviewApp
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.pane import is_text
from afterview_tui.tui.kit.writer import Writer
from afterview_tui.tui.main.main_screen import MainScreen
from afterview_tui.tui.terminal import Incoming
from afterview_tui.tui.verbs import VERBS
from tests.tui.driving import ZONE, Clipboard, Clock, Desktop, rows
from tests.tui.odd import ACTS
from tests.tui.patience import within

LAP = 80  # events until the program is opened again
LOOKED_AT = 20  # events until it is looked whether what was typed is on file
TOLD = 25  # events that are told when something is found

NAMED = {
    "escape": b"\x1b[27u",  # as newer terminals send it, with no wait for what may follow
    "enter": b"\r",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "backspace": b"\x7f",
    "delete": b"\x1b[3~",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "shift+down": b"\x1b[1;2B",
    "ctrl+right": b"\x1b[1;5C",
    "space": b" ",
    "slash": b"/",
    "question_mark": b"?",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    **{f"ctrl+{letter}": bytes([ord(letter) & 0x1F]) for letter in "abdefghklnopqrstuvwxyz"},
}
OUT = NAMED["escape"] * 4
WORDS = (
    "Jo",
    "Dr.",
    "Chen,",
    "fri 2pm",
    "thanks",
    "ö",
    "界",
    "👩‍🚀",
    "e\u0301",
    "\u200b",
    "[x]",
    ",",
    "12",
)
# Bytes that are no text, sequences that no terminal sends, and some that are cut off.
GARBAGE = (
    *(b"\xe9", b"\xe1\xe9\xff", b"caf\xe9", b"\xc3", b"\xf0\x9f\x91", b"\x80\x80", b"\xc0\xaf"),
    *(b"\xed\xa0\x80", b"\x00", b"\x9b31m", b"\x1b]0;x\x07", b"\x1b[99999999u", b"\x1b[0;0u"),
    *(b"\x1b[<0;0;0M", b"\x1b[<35;-1;-1M", b"\x1b[<0;9999;9999M", b"\x1b[", b"\x1bx", b"\x1b[1;1R"),
    *(b"\x1b[200~caf\xe9\xc3\x1b[201~", b"\x1b[I", b"\x1b[O", b"\x1b\x1b\x1b"),
)
# Verbs that only look or go somewhere: where they are commands, nothing on file changes by them.
LOOKING = (
    *("help", "help.typing", "search", "pane.interviews", "pane.steps", "pane.letter"),
    *("pane.journal", "shelf", "today", "down", "up", "first", "last", "page_down", "page_up"),
    *("before", "next", "zoom", "check", "versions", "prepare", "me", "new", "back"),
)
LOOKS = {
    NAMED.get(key, key.encode()): f"{verb.tip} ({key})"
    for verb in VERBS
    if verb.id in LOOKING
    for key in verb.keys.split(",")
}
SMALL = (0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15)
USUAL = ((80, 24), (60, 20), (110, 30), (80, 24), (100, 25), (40, 12))


@dataclass(frozen=True)
class Sent:
    """One event: bytes, another size, or a stop and going on; and how long it is waited then."""

    data: bytes = b""
    size: tuple[int, int] | None = None
    stops: bool = False
    turns: int = -1  # of the loop until the next event; -1 until all is still

    def __str__(self) -> str:
        what = (
            f"size {self.size}" if self.size else "stop, go on" if self.stops else repr(self.data)
        )
        return f"{what} {'' if self.turns < 0 else f'+{self.turns}'}"


class Chance:
    """What comes next."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.size = USUAL[0]
        keys = [one for verb in VERBS for one in verb.keys.split(",")]
        self._keys = [NAMED.get(key, key.encode()) for key in keys if len(key) == 1 or key in NAMED]

    def next(self) -> Sent:
        """The next event."""
        chance = self._chance
        turns = -1 if chance.random() < 0.6 else chance.randrange(8)
        kind = chance.random()
        if kind < 0.09:
            return Sent(size=self._other_size(), turns=turns)
        if kind < 0.12:
            return Sent(stops=True, turns=turns)
        if kind < 0.20:
            parts = [self._bytes() for _ in range(chance.randint(2, 5))]
            return Sent(b"".join(parts), turns=turns)
        if kind < 0.30:
            return Sent(chance.choice(list(LOOKS)))
        return Sent(self._bytes(), turns=turns)

    def _bytes(self) -> bytes:
        chance = self._chance
        makers = (
            self._key,
            self._way,
            self._words,
            self._paste,
            self._steps,
            self._mouse,
            self._odd,
        )
        (maker,) = chance.choices(makers, (36, 14, 10, 7, 7, 14, 5))
        return maker()

    def _key(self) -> bytes:
        return self._chance.choice(self._keys) * self._chance.choice((1, 1, 1, 1, 2, 3))

    def _way(self) -> bytes:
        """From wherever it is to the first screen, and on to some place."""
        chance = self._chance
        pane = chance.choice(("f2", "f3", "f4", "f5"))
        to = {
            "f2": "nbRixmohPers/t?",
            "f3": "\rje a<>D",
            "f4": "\re\rslfcvWTSdS",
            "f5": "\rjSQvVPas",
        }[pane]
        steps = NAMED["down"] * chance.randrange(5)
        on = chance.choice((b"", b"", b"\r", b"1", b"2", b"3", b"h", b"c"))  # of what opens there
        return OUT + NAMED[pane] + steps + chance.choice(to).encode() + on

    def _words(self) -> bytes:
        return " ".join(self._chance.choices(WORDS, k=self._chance.randint(1, 6))).encode()

    def _paste(self) -> bytes:
        chance = self._chance
        lines = [
            " ".join(chance.choices(WORDS, k=chance.randrange(9)))
            for _ in range(chance.randint(1, 9))
        ]
        return b"\x1b[200~" + "\n".join(lines).encode() + b"\x1b[201~"

    def _steps(self) -> bytes:
        keys = self._chance.choice((b"\x1a", b"\x1a", b"\x19", b"u", b"U"))
        return keys * self._chance.randint(1, 9)

    def _mouse(self) -> bytes:
        chance = self._chance
        width, height = self.size
        at = f"{chance.randint(1, max(1, width))};{chance.randint(1, max(1, height))}"
        if chance.random() < 0.2:
            return f"\x1b[<{chance.choice((64, 65))};{at}M".encode() * chance.randint(1, 4)
        button = chance.choice((0, 0, 0, 0, 2))
        there = (
            at
            if chance.random() < 0.9
            else f"{chance.randint(1, max(1, width))};{chance.randint(1, max(1, height))}"
        )
        return f"\x1b[<{button};{at}M\x1b[<{button};{there}m".encode() * chance.choice(
            (1, 1, 2, 2, 3)
        )

    def _odd(self) -> bytes:
        return NAMED["ctrl+q"] if self._chance.random() < 0.12 else self._chance.choice(GARBAGE)

    def _other_size(self) -> tuple[int, int]:
        chance = self._chance
        usual = chance.choice(USUAL)
        self.size = (
            chance.choice((usual[0], chance.choice(SMALL), chance.choice(SMALL))),
            chance.choice((usual[1], chance.choice(SMALL), chance.choice(SMALL))),
        ) if chance.random() < 0.5 else usual  # fmt: skip
        return self.size


class Painted(AfterviewApp):
    """Draws everything, although nobody looks, and counts the lines."""

    CSS_PATH = str(Path(afterview_tui.tui.app.__file__).with_name("main") / "main_screen.tcss")
    drawn = 0

    @property
    def is_headless(self) -> bool:
        """Textual draws nothing for a driver without a screen."""
        return False

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        self.drawn += renderable is not None
        super()._display(screen, renderable)


class Found(AssertionError):
    """What a walk found, and how to come there again."""


class Walk:
    """One seed's walk over the sample."""

    def __init__(self, seed: int, path: Path) -> None:
        self.seed = seed
        self.path = path
        self.clock = Clock()
        self.seen: dict[str, int] = {}
        self.painted = 0
        self.looked = 0  # keys that only look, and did
        self._chance = Chance(seed)
        self._sent: deque[Sent] = deque(maxlen=TOLD)
        self._number = 0
        with closing(Store(path, self.clock)) as store:
            fill(store, self.clock.today)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DELETE FROM change")  # the sample itself is not taken back
            connection.commit()
        self._ids = self._on_file()

    async def go(self, events: int) -> None:
        """Walk on by so many events. Raises Found."""
        until = self._number + events
        while self._number < until:
            await self._lap(until)
        for table, before in self._ids.items():
            if gone := before - self._on_file()[table]:
                raise self._found(f"{table} {sorted(gone)} are gone")

    async def _lap(self, until: int) -> None:
        with closing(Store(self.path, self.clock)) as store:
            app = Painted(
                store,
                self.clock,
                lambda: ZONE,
                copier=Clipboard(),
                opener=Desktop(),
                editor=edit,
                environ={},
            )
            width, height = self._chance.size
            size = (max(1, width), max(1, height))
            try:
                async with app.run_test(size=size, notifications=True):
                    incoming = Incoming()
                    for number in range(LAP):
                        if self._number >= until:
                            break
                        one = self._chance.next()
                        self._sent.append(one)
                        if not await self._sent_only_looking(app, incoming, one):
                            await self._send(app, incoming, one)
                        if app._exit or not app.is_running:
                            break
                        name = type(app.screen).__name__
                        self.seen[name] = self.seen.get(name, 0) + 1
                        if number % LOOKED_AT == LOOKED_AT - 1:
                            await still(app)
                            self._look(app)
                    else:
                        await still(app)
                        self._look(app)
            except Found:
                raise
            except BaseException as error:
                raise self._found(f"{type(error).__name__}: {error}") from error
            self.painted += app.drawn
            if app.return_code:
                raise self._found(f"it ended with {app.return_code}")

    async def _sent_only_looking(self, app: AfterviewApp, incoming: Incoming, one: Sent) -> bool:
        """Send a key that only looks, and see that it did; False when this is no such key."""
        says = LOOKS.get(one.data)
        if says is None or one.turns >= 0:
            return False
        await still(app)
        is_line = one.data.strip().isdigit() and not isinstance(app.screen, MainScreen)
        if not app.is_running or not app.screen_stack or is_text(app.focused) or is_line:
            return False
        if app._typed or any(not one.is_finished for one in app.workers):
            return False  # what was pressed before is still to be done
        app.flush()
        before = self._changes()
        await self._send(app, incoming, one)
        if (after := self._changes()) != before:
            raise self._found(f"{says!r} changed what is on file: {after[len(before) :]}")
        self.looked += 1
        return True

    def _changes(self) -> list[object]:
        return list(rows(self.path, "SELECT id, sentence, undone_at FROM change ORDER BY id"))

    async def _send(self, app: AfterviewApp, incoming: Incoming, one: Sent) -> None:
        driver = app._driver
        assert driver is not None
        if one.size is not None:
            size = Size(*one.size)
            self._number += 1
            driver._size = one.size
            app.post_message(events.Resize(size, size))
        elif one.stops:
            self._number += 1
            app.app_suspend_signal.publish(app)
            app.app_resume_signal.publish(app)
        else:
            for message in incoming.take(one.data):
                self._number += 1
                driver.process_message(message)
        if one.turns < 0:
            await still(app)
        else:
            for _ in range(one.turns):
                await asyncio.sleep(0)
        if app._exception is not None:
            raise app._exception

    def _look(self, app: AfterviewApp) -> None:
        """What is typed anywhere is on file once it was saved, and nothing on the screen acts."""
        visible_screen_stack.set(app._background_screens)
        for strip in app.screen._compositor.render_strips():
            if found := ACTS.search(strip.text):
                raise self._found(f"{found[0]!a} is on the screen")
        writers = [w for s in app.screen_stack for w in s.query(Writer) if w.is_dirty]
        typed = [clean(writer.text) for writer in writers]
        for form in (s for s in app.screen_stack if isinstance(s, Form) and s._draft):
            said = [(f, v) for f in form._fields if (v := form.values[f.name]) != f.value]
            if not all(f.goes_along for f, _ in said):  # what was only looked at is not kept
                typed += [value for _, value in said]
        if not app.flush():
            raise self._found("it could not be saved")
        if app._exception is not None:
            raise app._exception
        kept = self._words_on_file()
        for text in filter(str.strip, typed):
            if text.strip() not in kept:
                raise self._found(f"{text!r} is not on file")

    def _words_on_file(self) -> set[str]:
        found: set[str] = set()
        for table in (*TABLES.values(), "text_version"):
            for row in rows(self.path, f"SELECT * FROM {table}"):  # noqa: S608
                found.update(one.strip() for one in row if isinstance(one, str))
        for (fields,) in rows(self.path, "SELECT fields FROM draft"):
            found.update(str(one).strip() for one in json.loads(fields).values())
        return found

    def _on_file(self) -> dict[str, set[int]]:
        return {
            table: {number for (number,) in rows(self.path, f"SELECT id FROM {table}")}  # noqa: S608
            for table in TABLES.values()
        }

    def _found(self, what: str) -> Found:
        told = "\n".join(f"  {one}" for one in self._sent)
        return Found(f"seed {self.seed}, event {self._number}: {what}\n{told}")


async def still(app: AfterviewApp) -> None:
    """Let every message find its way."""
    quiet = 0
    async with within(60):
        while quiet < 3 and app.is_running and app._exception is None:
            await asyncio.sleep(0)
            pumps = (
                [app, *(n for s in app.screen_stack for n in s.walk_children(with_self=True))]
                if app.screen_stack
                else [app]
            )
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1


def edit(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """An editor that adds a line."""
    path = Path(command[-1])
    path.write_text(f"{path.read_text()}\nanother line")
    return 0
