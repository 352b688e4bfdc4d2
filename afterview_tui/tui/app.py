"""The app: one file, one main screen, and the ways out of both."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import work
from textual.binding import BindingType
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import WorkerFailed

from afterview_tui.domain.dates import month_first
from afterview_tui.domain.errors import AfterviewError
from afterview_tui.domain.letter import Letter
from afterview_tui.domain.records import Interview, Person
from afterview_tui.domain.text import clean, spelled_out, with_one_stop
from afterview_tui.handoff.text_files import head_of, letters_folder, write_file
from afterview_tui.storage.paths import backups_of, newest_backup
from afterview_tui.storage.store import Store
from afterview_tui.tui.base import told_of_clashes, warn
from afterview_tui.tui.keys import Keyring, Where, binding, key
from afterview_tui.tui.keys_in_order import clear_said
from afterview_tui.tui.kit.base_screen import Place
from afterview_tui.tui.kit.footer import Footer
from afterview_tui.tui.look import begin_in, made_legible
from afterview_tui.tui.main.main_screen import MainScreen
from afterview_tui.tui.preferences import KEYS_FILE, Preferences
from afterview_tui.tui.rescue import Rescue
from afterview_tui.tui.stop_and_go_on import redrawn_after_a_stop
from afterview_tui.tui.ways_out import Copier, Opener, Outside, letter_stem

if TYPE_CHECKING:
    from afterview_tui.handoff.editor import Run

REPORT_SECONDS = 8.0
WARNED_FOR = 20.0  # seconds in which a second Ctrl+Q ends the program unsaved
LAST_TRIES, AGAIN = 1.0, 0.1  # seconds of trying to save, once told to end, and between tries
PATIENCE = 60  # milliseconds that a key may wait for another program that has the file
LAST_RESORT = 4.0  # seconds to save what is typed and to end, once told to


class AfterviewApp(Outside):
    """`now` tells the time with its zone, `zone` finds that zone's name."""

    TITLE = "afterview"
    CSS_PATH = "main/main_screen.tcss"
    ENABLE_COMMAND_PALETTE = False
    WHERE = Where.ANYWHERE
    BINDINGS: ClassVar[list[BindingType]] = [
        binding("help.typing", priority=True),
        binding("quit.anywhere", priority=True),
    ]

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        zone: Callable[[], str],
        *,
        copier: Copier | None = None,
        opener: Opener | None = None,
        editor: Run | None = None,
        environ: Mapping[str, str] = os.environ,
        preferences: Preferences | None = None,
        is_sample: bool = False,
    ) -> None:
        super().__init__(letters_folder(store.path), copier, opener, editor, environ)
        self.store = store
        self.zone = zone
        locale = environ.get("LC_ALL") or environ.get("LC_TIME") or environ.get("LANG", "")
        self.month_first = month_first(locale)
        store.file.month_first = self.month_first
        self.is_sample = is_sample
        self.wants_the_other = False  # the sample from one's own file, and that from the sample
        self.unsaved = ""
        self.was_quit = False  # by whoever uses it; any other end is a mistake or a signal
        self._preferences = preferences or Preferences()
        others = self._preferences.other_keys()
        self._wrong_keys = others.wrong
        self.keyring = Keyring(others.changed)
        self.set_keymap(self.keyring.keymap())
        self._now = now
        self._warned_at = -WARNED_FOR
        self._reported: dict[str, float] = {}
        self.rescue = Rescue(self, store)
        self._ending: asyncio.Task[None] | None = None
        begin_in(self, self._preferences.colours)

    @property
    def today(self) -> date:
        """The local date."""
        return self._now().date()

    def get_driver_class(self) -> type[Driver]:
        """Keys are read in a way that no byte can end."""
        from afterview_tui.tui.terminal import Terminal

        return Terminal

    async def action_menu(self) -> None:
        """Show what can be done here; again, close it."""
        from afterview_tui.tui.menu import open_menu

        await open_menu(self, self._places)

    async def action_colours(self) -> None:
        """Show the colours to choose from."""
        from afterview_tui.tui.menu import choose_colours

        await choose_colours(self, self._preferences)

    @property
    def _places(self) -> dict[str, str]:
        """Places on this machine, as tips name them."""
        path = self.store.path
        keys = self._preferences.keys_file
        return {
            "file": str(path),
            "texts": str(self.folder),
            "backups": str(backups_of(path)),
            "keys": "no file, as nothing is remembered here" if keys is None else str(keys),
            "wrong": " ".join(self._wrong_keys),
        }

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, as far as they can be read."""
        return made_legible(super().get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The main screen."""
        return MainScreen()

    def on_mount(self) -> None:
        """Whatever ends the program, what is typed goes to disk first."""
        self.animation_level = "none"
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._terminated, number)
        self.app_suspend_signal.subscribe(self, lambda _: self.flush(), immediate=True)
        redrawn_after_a_stop(self, self._driver)
        self.store.file.watch(self._changed)
        self.store.file.wait_at_most(PATIENCE)
        self.call_after_refresh(self.back_up)
        if self._wrong_keys:
            warn(self, "\n".join(self._wrong_keys), KEYS_FILE)
        self.call_after_refresh(self.rescue.tell_of_left)

    def _changed(self) -> None:
        """What would be undone is another change by now."""
        if words := told_of_clashes(self.store.file.clashes):
            warn(self, words, "Written in two windows")
        for screen in self.screen_stack:
            for footer in screen.query(Footer):
                footer.call_later(footer.look_again)

    def say(self, words: str, *, seconds: float = 4, until_key: bool = False) -> None:
        """Say something that needs no answer. The newest is enough: they lie over the text.

        What is long enough to be in the way goes `until_key` the next key comes.
        """
        clear_said(self)
        self.is_in_the_way = until_key
        self.notify(words, markup=False, timeout=seconds)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Notify, whoever asks for it, without control characters: names stand in notices."""
        super().notify(
            with_one_stop(clean(message)),
            title=clean(title),
            severity=severity,
            timeout=timeout,
            markup=markup,
        )

    def report(self, error: AfterviewError) -> None:
        """Say what went wrong, and what to do; once, while it is tried again and again."""
        said_at = self._reported.get(error.message, -REPORT_SECONDS)
        if monotonic() - said_at < REPORT_SECONDS:
            return
        self._reported[error.message] = monotonic()
        self.notify(
            error.message,
            title=error.title,
            severity="error",
            timeout=REPORT_SECONDS,
            markup=False,
        )

    def flush(self) -> bool:
        """Save everything that is typed, on every screen. False when that failed."""
        saved = [screen.flush() for screen in self.screen_stack if isinstance(screen, Place)]
        return all(saved)

    async def action_quit(self) -> None:
        """Quit once all is saved. If it cannot be, ask once more, and hand the text back."""
        is_meant = monotonic() - self._warned_at < WARNED_FOR
        if self.flush() or is_meant:
            self.unsaved = self.rescue.text
            self.rescue.end()
            self.was_quit = True
            self.exit()
            return
        self._warned_at = monotonic()
        self.notify(
            f"What you typed last is not saved. Copy it, or press {key('quit.anywhere')} again:"
            " it is then printed here after the program ends.",
            title="Not saved",
            severity="error",
            timeout=WARNED_FOR,
            markup=False,
        )

    def look_around(self) -> None:
        """End in favour of the sample, or of one's own file; whoever runs this opens it."""
        if self.flush():  # else it is said what could not be saved
            self.wants_the_other = self.was_quit = True
            self.exit()

    @work(group="backup", exit_on_error=False)
    async def back_up(self) -> None:
        """See whether the file is whole and make today's backup, beside everything else."""
        from afterview_tui.storage.looking_after import SomethingWrong, look_after
        from afterview_tui.storage.private import closed

        if await asyncio.to_thread(closed, self.store.path):
            path = self.store.path
            warn(
                self,
                f"Others on this machine could read {path}. Now only you can.",
                "",
            )
        try:
            await asyncio.to_thread(look_after, self.store.path, self.today)
        except AfterviewError as error:
            self.report(error)
            if isinstance(error, SomethingWrong):
                for screen in self.screen_stack:
                    if isinstance(screen, MainScreen):
                        screen.desk.mark(error.interviews)

    def copy_letter(self, letter: Letter, person: Person, interview: Interview) -> None:
        """Hand a letter to the clipboard, and note that it was copied."""
        from afterview_tui.letters.drafting.written_parts import going_out

        copied = partial(self.store.letters.mark_copied, letter, person)
        going = going_out(letter)
        stem = letter_stem(letter, person, interview, self.store.letters)
        head = head_of(letter)
        apart = f"The subject is apart; {key('letter.send')} copies it." if head else ""
        more = f"{going.said} {apart}".strip()
        self.copy_text(going.letter.text, stem, copied, head, more)

    @work(group="copy")
    async def copy_text(
        self,
        text: str,
        stem: str,
        copied: Callable[[], None] | None = None,
        head: str = "",
        more: str = "",
    ) -> None:
        """Hand a text to the clipboard and to a file of that name; say what is known of it.

        The file begins with the `head`; `more` is said besides.
        """
        result = await self.copied(text, stem, head)
        self.say(f"{result.notice}. {more}" if more else result.notice, seconds=8)
        try:
            if copied is not None:
                copied()
        except AfterviewError as error:
            self.report(error)
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.desk.read_case()

    def panic(self, *renderables: RenderableType) -> None:
        """What is typed goes to disk first. A terminal that is gone is no error of ours."""
        with suppress(Exception):
            self.flush()
        if self._ending is None:
            super().panic(*renderables)

    def _handle_exception(self, error: Exception) -> None:
        # What fails in a worker comes wrapped, with a traceback for the screen.
        cause = error.error if isinstance(error, WorkerFailed) else error
        super()._handle_exception(cause if isinstance(cause, Exception) else error)

    def _fatal_error(self) -> None:
        # Textual would print a traceback over the user's screen, with their words in it.
        from afterview_tui.handoff.crash_report import report_of

        path, newest, is_saved, where = self.store.path, None, False, ""
        with suppress(Exception):
            is_saved = self.flush()
            self.rescue.end()
        with suppress(AfterviewError, OSError):
            newest = newest_backup(path)
            report = path.with_name(f"{path.stem}-error.txt")
            write_file(report, report_of(self._exception))
            where = f" What happened is in {report}, for a report; none of your words are."
        backup = f", the newest backup is {newest}" if newest is not None else ""
        typed = "What you typed is saved" if is_saved else "What was saved before is"
        said = f"afterview-tui stopped: a mistake of its own. {typed} in {path}{backup}.{where}"
        self.panic(Text(spelled_out(said)))  # a path may read like markup

    def _terminated(self, number: int) -> None:
        """The terminal was closed, or the machine shuts down."""
        if self._ending is None:
            # Whoever writes to a terminal that is gone may wait for it for ever, and
            # what fails in saving must not leave a program behind that nobody sees.
            last_resort = threading.Timer(LAST_RESORT, os._exit, [128 + number])
            last_resort.daemon = True
            last_resort.start()
            self.flush()
            self._ending = asyncio.create_task(self._end(128 + number))

    async def _end(self, code: int) -> None:
        """Save once more, with the keys that were still on their way, and end."""
        await self.all_taken_in()
        until = monotonic() + LAST_TRIES
        while not self.flush() and monotonic() < until:
            await asyncio.sleep(AGAIN)
        self.rescue.end()
        if not os.isatty(0):  # there is no screen to put back
            with suppress(OSError):
                os.write(2, self.rescue.last_words.encode() + b"\n")
            os._exit(code)
        self.exit(return_code=code)
