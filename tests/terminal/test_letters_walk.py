"""A letter from its draft to the clipboard, as a person makes it, in a real terminal."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from afterview_tui.domain.letter import LetterState
from afterview_tui.letters.checking.gaps_and_length import gaps
from tests.terminal.conftest import on_file
from tests.terminal.driver import Terminal
from tests.unit.test_handoff_clipboard import Desk, needs_x11_order

PARTS = (
    "I was glad of the coffee.",
    "You showed me the new digital x-ray, and I read about it at home.",
    "I did not get to say that I am certified in local anesthesia.",
    "At my last job I kept the list for nine people.",
    "I would like to work at Lakeside Dental.",
    "I am free on Thursday after four.",
)
EDITOR = """#!/bin/sh
sed 's/Best regards,/With thanks,/; s/^Dear Dr\\. Chen,$/Dear Dr. Chen,\\n\\nIt was edited./' \\
    "$1" > "$1.new" && mv "$1.new" "$1"
"""


@needs_x11_order
@pytest.mark.skipif(shutil.which("sed") is None, reason="the fake editor needs sed")
def test_a_letter_is_filled_reworded_edited_and_copied(home: Path, db: Path) -> None:
    editor = home / "an-editor"
    editor.write_text(EDITOR)
    editor.chmod(0o700)
    desk = Desk(home)
    desk.works("xclip")
    environ = {**desk.environ, "EDITOR": f"/bin/sh {editor}"}
    environ["PATH"] = f"{environ['PATH']}:/usr/bin:/bin"
    with Terminal(db, home, environ=environ) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("3", "z")
        terminal.wait_for("2 gaps to fill")

        # Part for part, then the name and the number, by Tab and typing alone.
        terminal.press("enter")
        terminal.wait_for("Esc Leave")
        for words in PARTS:
            terminal.send(words)
            terminal.press("tab")
        terminal.send("Sam Rivera")
        terminal.wait_for("1 gap to fill")
        terminal.press("tab")
        terminal.send("555 0142")
        terminal.wait_for("words, fits")
        terminal.press("escape")
        terminal.wait_gone("Esc Leave")
        filled = letter(db)
        assert gaps(filled) == ()
        assert all(words in filled for words in PARTS)
        assert filled.endswith("Sam Rivera\n555 0142")
        assert (on_file(db).me.name, on_file(db).me.phone) == ("Sam Rivera", "555 0142")

        # Other words, and back.
        terminal.press("w")
        terminal.until(lambda: letter(db) != filled)
        terminal.press("ctrl+z")
        terminal.until(lambda: letter(db) == filled)

        # Out to the editor and home.
        terminal.press("ctrl+g")
        terminal.wait_for("Taken over from your editor")
        assert "It was edited." in letter(db)
        assert "With thanks,\nSam Rivera" in letter(db)

        # And copied, on a clipboard that works.
        terminal.press("y")
        terminal.wait_for(r"Copied, \d+ words")
        assert desk.store.read_text() == letter(db)
        assert on_file(db).letters[0].state is LetterState.COPIED
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.raw


def letter(db: Path) -> str:
    """The letter as it is on file."""
    return on_file(db).letters[0].text
