"""Typing and working at random until the program ends: what is on file afterwards.

A round opens the file, types and does things for some seconds, and ends the program by a
signal, a kill or a closed terminal. What a notice or a closed form had confirmed is there;
of what was typed, a second at most is not; the file is whole, and the next round opens it.

Its long option is 1,000 rounds: `AFTERVIEW_LONG=1`, or another number in AFTERVIEW_ROUNDS. A
round that fails tells its seed; AFTERVIEW_SEED is the first of them.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from afterview_tui.storage.rows import TABLES
from tests.terminal.conftest import opened
from tests.terminal.driver import Terminal
from tests.terminal.test_killed import PROMISED, is_whole

SIDES = 4  # files, so that rounds run side by side
ROUNDS = int(os.environ.get("AFTERVIEW_ROUNDS", "1000" if "AFTERVIEW_LONG" in os.environ else "40"))
COPIES = 1000 if "AFTERVIEW_LONG" in os.environ else 60
SEED = int(os.environ.get("AFTERVIEW_SEED", "20261123"))
PAUSES = (0.0, 0.02, 0.1, 0.35)
ENDINGS = ("kill", "SIGTERM", "SIGHUP", "closed terminal")
# What may lie beside the file when nobody has it open.
BESIDE = {"a.db", "a-backups", "a.db-journal", "no-programs"}


@dataclass
class Round:
    """What was typed in one run of the program, and what it had confirmed."""

    terminal: Terminal
    dice: random.Random
    number: int  # the first word that is typed
    typed: list[tuple[str, float, float]] = field(default_factory=list)
    confirmed: list[str] = field(default_factory=list)
    story: list[str] = field(default_factory=list)  # what was done, for whoever looks into it

    def run(self) -> None:
        """Go from place to place, and type there."""
        self.terminal.wait_for("thank-you · e-mail")
        places = [self.letter, self.journal, self.question, self.new_interview]
        chosen = self.dice.sample(places, self.dice.randint(1, 2))
        for place in sorted(chosen, key=places.index):  # one may stay in the form, which is last
            self.story.append(place.__name__)
            place()

    def letter(self) -> None:
        """Write in the letter; now and then have it saved at once."""
        self.terminal.press("f4")
        self.terminal.wait_for("Enter Write")
        self.terminal.press("enter")
        self.terminal.wait_for("Esc Leave")
        self.write()
        if self.dice.random() < 0.3:
            self.terminal.press("ctrl+s")
            self.terminal.wait_for("Saved in")
            self.confirm()

    def journal(self) -> None:
        """Write under two prompts. What is left for the next is saved."""
        self.terminal.press("escape", "f5", "g", "enter")
        self.terminal.wait_for(r"went well +1 of \d")
        self.write()
        self.terminal.press("tab")
        self.terminal.wait_for(r"improve +2 of \d")
        self.confirm()
        self.write()

    def question(self) -> None:
        """Note a question."""
        self.terminal.press("escape", "f5", "a")
        self.terminal.wait_for("in their words")
        self.write()
        self.terminal.press("enter")
        self.terminal.wait_gone("Esc Later|Esc Close")
        self.confirm()

    def new_interview(self) -> None:
        """Begin the form for another interview; leave it, or stay in it."""
        self.terminal.press("escape", "f2", "n")
        self.terminal.wait_for("New interview")
        self.write()
        if self.dice.random() < 0.5:
            self.terminal.press("escape")
            self.terminal.wait_gone("New interview")
            self.confirm()

    def confirm(self) -> None:
        """What is typed by now is on file, the program said."""
        self.story.append("confirmed")
        self.confirmed = [word for word, *_ in self.typed]

    def end(self, how: str) -> float:
        """End the program, and tell the moment."""
        if how == "kill":
            return self.terminal.kill()
        at = time.monotonic()
        if how == "closed terminal":
            self.terminal.hang_up()
        else:
            self.terminal.signal(signal.Signals[how])
        self.terminal.wait_exit()
        return at

    def write(self) -> None:
        """Type words for a while, each with the moment at which it was typed."""
        until = time.monotonic() + self.dice.uniform(0.1, 1.2)
        while time.monotonic() < until:
            word = f"n{self.number:05}"
            self.number += 1
            self.story.append(word)
            self.typed.append((word, self.terminal.send(f"{word} "), self.terminal.starved()))
            self.terminal.watch(self.dice.choice(PAUSES))


@dataclass
class Losses:
    """How long ago the oldest word was typed that was lost, for each way to end."""

    oldest: dict[str, float] = field(default_factory=lambda: dict.fromkeys(ENDINGS, 0.0))
    rounds: int = 0
    wrong: list[str] = field(default_factory=list)


@pytest.mark.parametrize("side", range(SIDES))
def test_whatever_ends_the_program_the_file_is_whole_and_a_second_is_lost_at_most(
    home: Path, db: Path, side: int
) -> None:
    losses, number = Losses(), 0
    for attempt in range(side, ROUNDS, SIDES):
        seed = SEED + attempt
        how = ENDINGS[attempt // SIDES % len(ENDINGS)]
        with Terminal(db, home) as terminal:
            one = Round(terminal, random.Random(seed), number)
            one.run()
            starved = terminal.starved()
            ended = one.end(how)
        number = one.number
        look_at(db, one, losses, f"{how}, seed {seed}")
        # What a busy machine kept the program from is not its delay.
        on_file = words_on_file(db)
        ages = [
            ended - at - (starved - then) for word, at, then in one.typed if word not in on_file
        ]
        oldest = max(ages, default=0.0)
        losses.oldest[how] = max(losses.oldest[how], oldest)
        losses.rounds += 1
        if oldest > PROMISED:
            losses.wrong.append(f"{how}, seed {seed}: {oldest:.2f} s of typing; {one.story}")
    told = ", ".join(f"{how} {age:.2f} s" for how, age in losses.oldest.items())
    print(f"\n{losses.rounds} rounds, {len(losses.wrong)} wrong; the oldest lost: {told}")
    assert losses.wrong == []


def look_at(db: Path, one: Round, losses: Losses, which: str) -> None:
    """Whether the file is whole, what was confirmed is there, and nothing lies about."""
    if not is_whole(db):
        losses.wrong.append(f"{which}: the file is damaged")
    on_file = words_on_file(db)
    if gone := [word for word in one.confirmed if word not in on_file]:
        losses.wrong.append(f"{which}: {gone} had been confirmed; {one.story}")
    if odd := {found.name for found in db.parent.iterdir()} - BESIDE:
        losses.wrong.append(f"{which}: {odd} lie beside the file")


def words_on_file(db: Path) -> str:
    """Every text of every record and of every form that is not finished."""
    with closing(sqlite3.connect(db)) as connection:
        tables = (*TABLES.values(), "draft", "text_version")
        rows = (row for one in tables for row in connection.execute(f"SELECT * FROM {one}"))  # noqa: S608
        return "\n".join(str(value) for row in rows for value in row)


WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from afterview_tui.storage.store import Store
store = Store(Path(sys.argv[1]), lambda: datetime.now().astimezone())
facts = store.interviews.facts(1)
before = ""
for number in range(1_000_000):
    text = f"n{number} " * 2000
    store.journal.write(facts, "well", text, before)
    before = text
    print(number, flush=True)
"""


def test_a_copy_of_file_and_journal_from_any_moment_of_a_write_opens_whole(
    home: Path, db: Path
) -> None:
    """As a flat battery leaves them, as far as that can be done without one."""
    dice, copies, in_a_write = random.Random(SEED), COPIES, 0
    journal = db.with_name(f"{db.name}-journal")
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(db)], stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        os.set_blocking(writer.stdout.fileno(), False)
        told = ""
        while "\n" not in told:
            told += os.read(writer.stdout.fileno(), 65536).decode() if is_readable(writer) else ""
        for attempt in range(copies):
            time.sleep(dice.uniform(0.0, 0.03))
            writer.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, writer.pid, os.WSTOPPED)
            copy = home / f"copy{attempt}.db"
            shutil.copy(db, copy)
            if journal.exists():
                in_a_write += 1
                shutil.copy(journal, copy.with_name(f"{copy.name}-journal"))
            if is_readable(writer):
                told += os.read(writer.stdout.fileno(), 1_000_000).decode()
            done = int(told.split("\n")[-2])
            told = told[-40:]
            writer.send_signal(signal.SIGCONT)
            assert is_whole(copy)
            with opened(copy) as store:
                [(text,)] = store.file.read("SELECT well FROM reflection")
            first, *others = set(text.split())
            assert others == []  # one write, whole
            assert int(first.removeprefix("n")) in (done, done + 1)
            copy.unlink()
        writer.kill()
    print(f"\n{copies} copies, {in_a_write} from the midst of a write; all whole")
    assert in_a_write > copies / 10


def is_readable(process: subprocess.Popen[bytes]) -> bool:
    """Whether the process has told something."""
    assert process.stdout is not None
    return bool(select.select([process.stdout], [], [], 0)[0])
