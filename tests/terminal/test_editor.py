"""Ctrl+G in a real terminal: the editor has it whole, and the app gets it back whole."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.terminal.conftest import on_file
from tests.terminal.driver import Terminal
from tests.terminal.test_killed import end, is_whole

# It takes the whole screen, leaves it scrolled and coloured, and waits for a line.
EDITOR = r"""#!/bin/sh
printf '\033[?1049h\033[2J\033[H\033[31mTHE EDITOR'
read -r said
printf 'Dear Maria,\n\n%s\n' "$said" > "$1"
printf '\n\n\nbye\n\n\033[?25h\033[?1049l'
echo garbage >&2
exit "${STATUS:-0}"
"""


@pytest.fixture
def editor(home: Path) -> Path:
    script = home / "an-editor"
    script.write_text(EDITOR)
    script.chmod(0o700)
    return script


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24)])
def test_a_letter_is_edited_outside_and_the_screen_is_whole_again(
    home: Path, db: Path, editor: Path, columns: int, rows: int
) -> None:
    environ = {"EDITOR": str(editor)}
    with Terminal(db, home, columns=columns, rows=rows, environ=environ) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("3")
        terminal.wait_for(r"Dear Dr\. Chen,")
        terminal.settle()
        frame = borders(terminal)
        terminal.press("ctrl+g")
        terminal.wait_for("THE EDITOR")
        assert "Lakeside" not in terminal.text()
        terminal.send("written outside, j k q 1\r")
        terminal.wait_for("Taken over from your editor")
        terminal.wait_for("written outside, j k q 1")
        terminal.settle()
        assert borders(terminal) == frame
        assert "garbage" not in terminal.text()
        assert "THE EDITOR" not in terminal.text()
        assert [letter.text for letter in on_file(db).letters] == [
            "Dear Maria,\n\nwritten outside, j k q 1"
        ]

        # Keys, pastes and the mouse come in as before.
        terminal.press("enter")
        terminal.wait_for("Esc Leave")
        terminal.paste(b"pasted. ")
        terminal.send("typed. ")
        terminal.wait_for(r"pasted\. typed\. ")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.raw
    (letter,) = on_file(db).letters
    assert "pasted. typed. " in letter.text
    assert not list(db.with_name("a-letters").rglob("*.txt"))


def test_a_failed_editor_leaves_the_letter_and_the_screen_as_they_were(
    home: Path, db: Path, editor: Path
) -> None:
    with Terminal(db, home, environ={"VISUAL": str(editor), "STATUS": "2"}) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("3")
        terminal.wait_for(r"Dear Dr\. Chen,")
        terminal.press("ctrl+g")
        terminal.wait_for("THE EDITOR")
        terminal.send("not to be taken\r")
        terminal.wait_for("an-editor ended with status 2")
        terminal.wait_for(r"Dear Dr\. Chen,")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert on_file(db).letters == ()
    (kept,) = db.with_name("a-letters").rglob("*.txt")
    assert kept.read_text() == "Dear Maria,\n\nnot to be taken\n"


def test_ctrl_c_in_the_editor_is_for_the_editor(home: Path, db: Path, editor: Path) -> None:
    with Terminal(db, home, environ={"EDITOR": str(editor)}) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("3")
        terminal.wait_for(r"Dear Dr\. Chen,")
        terminal.press("ctrl+g")
        terminal.wait_for("THE EDITOR")
        terminal.press("ctrl+c")
        terminal.wait_for(r"an-editor was stopped \(signal 2\)")
        terminal.wait_for(r"Dear Dr\. Chen,")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.raw
    assert on_file(db).letters == ()


HANGS = """#!/bin/sh
trap '' TERM HUP
echo "half a thought" > "$1"
printf 'IT HANGS'
while :; do sleep 1; done
"""


@pytest.mark.parametrize("ending", ["SIGTERM", "closed window"])
def test_an_editor_that_hangs_does_not_keep_the_program_and_what_it_saved_stays(
    home: Path, db: Path, editor: Path, ending: str
) -> None:
    editor.write_text(HANGS)
    environ = {"EDITOR": str(editor), "PATH": os.defpath}
    with Terminal(db, home, environ=environ) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("3")
        terminal.wait_for(r"Dear Dr\. Chen,")
        terminal.press("ctrl+g")
        terminal.wait_for("IT HANGS")
        end(terminal, ending, shown="IT HANGS")
    (kept,) = db.with_name("a-letters").rglob("*.txt")
    assert kept.read_text() == "half a thought\n"
    assert is_whole(db)


def borders(terminal: Terminal) -> list[str]:
    """The lines of the panes, which stay where they are whatever is written in them."""
    return [re.sub(r"[^╭╮╰╯│]", " ", line).rstrip() for line in terminal.text().splitlines()[:-4]]
