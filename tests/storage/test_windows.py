"""Two windows on one file: neither takes away what is typed in the other."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.errors import CannotUndo
from afterview_tui.storage import windows
from afterview_tui.storage.interviews import Entry
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from afterview_tui.storage.store import Store
    from tests.storage.conftest import Clock, FilledFile, Opener


# Forms that are not finished


def test_each_window_has_its_own_draft_of_one_form(opened: Opener) -> None:
    here, there = opened(), opened()
    here.drafts.keep("new", {"employer": "Oak"})
    assert there.drafts.get("new") == {}
    there.drafts.keep("new", {"employer": "Hill"})
    here.drafts.drop("new")  # it was saved here
    assert there.drafts.get("new") == {"employer": "Hill"}
    there.drafts.keep("new", {"employer": "Hill School"})
    there.close()
    assert here.drafts.get("new") == {"employer": "Hill School"}


def test_a_form_that_was_left_is_there_for_whichever_window_opens_it_next(opened: Opener) -> None:
    here, there = opened(), opened()
    here.drafts.keep("new", {"employer": "Oak"})
    here.drafts.leave("new")
    assert there.drafts.get("new") == {"employer": "Oak"}
    assert here.drafts.get("new") == {}


def test_of_two_that_were_left_the_second_comes_once_the_first_is_done(opened: Opener) -> None:
    here, there = opened(), opened()
    for window, employer in ((here, "Oak"), (there, "Hill")):
        window.drafts.keep("new", {"employer": employer})
    here.drafts.leave("new")
    there.drafts.leave("new")
    assert here.drafts.get("new") == {"employer": "Hill"}
    here.drafts.drop("new")
    assert here.drafts.get("new") == {"employer": "Oak"}


def test_the_draft_of_a_window_that_was_killed_is_found(opened: Opener, path: Path) -> None:
    opened().close()
    script = """
import sys, os
from datetime import datetime
from pathlib import Path
from afterview_tui.storage.store import Store
store = Store(Path(sys.argv[1]), lambda: datetime.now().astimezone())
store.drafts.keep("new", {"employer": "Oak"})
print("kept", flush=True)
sys.stdin.read()
"""
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "kept\n"
        assert opened().drafts.get("new") == {}  # it is open there
        other.kill()
        other.wait()
        assert opened().drafts.get("new") == {"employer": "Oak"}


def test_of_windows_that_ended_or_are_elsewhere_none_is_open() -> None:
    mine = windows.opened()
    assert windows.is_open(mine)
    windows.closed(mine)
    assert not windows.is_open(mine)
    node = os.uname().nodename
    for name in ("", "x", f"elsewhere:{os.getpid()}::1", f"{node}:999999999::1", "a:b:c:d:e"):
        assert not windows.is_open(name)
    # Its number went to another process since.
    assert not windows.is_open(f"{node}:{os.getppid()}:no such time:1")


# The log of changes


@pytest.mark.parametrize("back", [True, False], ids=["undo", "redo"])
def test_what_another_window_did_is_said_to_be_its_own(opened: Opener, back: bool) -> None:
    here, there = opened(), opened()
    here.journal.ask("Why us?", None)
    there.journal.ask("Why now?", None)
    undone = here.file.undo()
    if not back:
        undone = here.file.redo()
    assert (undone.sentence, undone.is_elsewhere) == ("noted a question: Why now?", True)
    if back:
        assert not here.file.undo().is_elsewhere


def test_what_a_window_did_that_was_closed_before_is_ones_own(opened: Opener, clock: Clock) -> None:
    there = opened()
    there.journal.ask("Why now?", None)
    there.close()
    clock.forward(seconds=1)
    assert not opened().file.undo().is_elsewhere


def test_typing_of_two_windows_in_one_letter_is_a_change_for_each(
    filled: FilledFile, opened: Opener
) -> None:
    """Ctrl+Z in the one window took what the other wrote out of the log, too."""
    maria, other = filled.person("Maria Chen"), opened()
    letter = as_shown(filled.facts(), maria, "Dear Dr. Chen,")
    filled.store.letters.write(letter, maria, "Mine.", "Dear Dr. Chen,")
    other.letters.write(letter, maria, "Mine. Theirs.", "Mine.")
    filled.store.letters.write(letter, maria, "Mine.", "Mine. Theirs.")
    filled.store.file.undo()
    known = filled.facts().letter_to(maria.id)
    assert known is not None
    assert known.text == "Mine. Theirs."


# Whatever two windows do


class Typist:
    """One window: it types on top of what it read last, which may be old."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.read()

    def read(self) -> None:
        facts = self.store.interviews.facts(1)
        assert facts is not None
        self.facts = facts
        self.well = facts.reflection.well

    def type_in_the_journal(self, word: str) -> None:
        text = f"{self.well} {word}".strip()
        self.store.journal.write(self.facts, "well", text, self.well)
        self.well = text

    def note_on_the_interview(self, word: str) -> None:
        before = self.facts.interview
        now = replace(before, notes=f"{before.notes} {word}".strip(), role=word)
        self.store.interviews.edit(Entry(now, None, None), before)
        self.read()

    def undo(self, _: str) -> None:
        with suppress(CannotUndo):
            self.store.file.undo()

    def redo(self, _: str) -> None:
        with suppress(CannotUndo):
            self.store.file.redo()


TABLES_OF_WORDS = ("interview", "reflection", "text_version", "change_row")


@pytest.mark.parametrize("seed", range(30))
def test_of_two_windows_that_type_and_undo_at_random_no_word_is_lost(
    filled: FilledFile, opened: Opener, seed: int
) -> None:
    dice = random.Random(seed)
    there = opened()
    two = [Typist(filled.store), Typist(there)]
    words: list[str] = []
    for number in range(25):
        one = dice.choice(two)
        what = dice.choice(
            [one.type_in_the_journal] * 3 + [one.note_on_the_interview] * 2 + [one.undo, one.redo]
        )
        word = f"w{number:02}"
        what(word)
        if what not in (one.undo, one.redo):
            words.append(word)
        if dice.random() < 0.4:
            one.read()
        kept = str([filled.store.file.read(f"SELECT * FROM {table}") for table in TABLES_OF_WORDS])  # noqa: S608
        assert [word for word in words if word not in kept] == []
