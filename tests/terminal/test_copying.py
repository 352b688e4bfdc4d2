"""Copying a letter on a real terminal: the notice is true, the screen stays clean.

The tools are shell scripts on a PATH that holds nothing else, so that no real
clipboard is found or changed.
"""

from __future__ import annotations

import base64
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from afterview_tui.domain.letter import Letter, LetterState
from afterview_tui.letters.checking.gaps_and_length import word_count
from afterview_tui.letters.drafting.written_parts import going_out
from tests.terminal.conftest import on_file
from tests.terminal.driver import PATIENCE, Terminal
from tests.unit.test_handoff_clipboard import GARBAGE, Desk, alive, ends, needs_x11_order

SENT = "Sent to the terminal"
HANGS = 'echo $$ >> "$pids"; exec /bin/sleep 600'
# What a tool does when it is given the text, and when it is asked for it.
UNRELIABLE = {
    "hangs": (HANGS, HANGS),
    "hangs when asked": ("/bin/cat > /dev/null", HANGS),
    "fails in silence": ("exit 1", "exit 1"),
    "prints garbage": (f"{GARBAGE} exit 0", GARBAGE),
    "prints garbage and fails": (f"{GARBAGE} exit 1", f"{GARBAGE} exit 1"),
    "clears the screen": (r"printf '\033[2Jgarbage' >/dev/tty; exit 0", r"printf '\033cgarbage'"),
    "lies": ("/bin/cat > /dev/null; exit 0", "exit 0"),
    "keeps an older text": ("/bin/cat > /dev/null; exit 0", "echo an older letter"),
}


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """A desktop without tools, in the home of the test."""
    desk = Desk(home)
    yield desk
    for pid in desk.started() if desk.pids.exists() else []:
        if alive(pid):
            os.kill(pid, signal.SIGKILL)


def copied_letter(db: Path) -> tuple[Letter, Path]:
    """The letter as it went out, noted as copied, and the text file that it is in."""
    (kept,) = on_file(db).letters
    assert kept.state is LetterState.COPIED
    letter = going_out(kept).letter
    assert len(letter.text) < len(kept.text)  # its open parts stay on file
    (file,) = db.with_name("a-letters").iterdir()
    held_on = on_file(db).interview.held_on
    assert file.name == f"{held_on.isoformat()}-lakeside-dental-maria-chen.txt"
    assert file.read_text(encoding="utf-8") == f"Subject: {letter.subject}\n\n{letter.text}"
    assert "Dear Dr. Chen," in letter.text
    return letter, file


def handed_to_the_terminal(terminal: Terminal, text: str) -> bool:
    """Whether the terminal was given this text to put on its own clipboard."""
    found = re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)", bytes(terminal.raw))
    assert len(found) <= 1
    return [base64.b64decode(one).decode() for one in found] == [text]


def copy_the_letter(terminal: Terminal, notice: str) -> int:
    """Press `y` at the letter, and wait for a notice: how many words it tells of."""
    terminal.wait_for("Lakeside Dental")
    terminal.press("3", "z")
    terminal.wait_for(r"Dear Dr\. Chen,")
    terminal.press("y")
    terminal.press("1")  # there are gaps, and that is said once
    words = int(terminal.wait_for(rf"{notice}, (\d+) words")[1])
    terminal.wait_for(r"\bcopied\b")
    return words


def assert_untouched(terminal: Terminal) -> None:
    """Nothing but the program wrote to the terminal, and it goes on as before."""
    terminal.press("z", "2")
    terminal.wait_for("References")
    assert b"garbage" not in terminal.raw
    assert b"Traceback" not in terminal.raw
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert b"garbage" not in terminal.raw


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24)])
def test_without_any_tool_the_terminal_is_given_the_letter_and_the_file_is_named(
    home: Path, db: Path, columns: int, rows: int
) -> None:
    with Terminal(db, home, columns=columns, rows=rows) as terminal:
        words = copy_the_letter(terminal, SENT)
        letter, file = copied_letter(db)
        terminal.wait_for(re.escape(str(file)))
        assert words == word_count(letter.text)
        assert handed_to_the_terminal(terminal, letter.text)
        assert_untouched(terminal)


@needs_x11_order
@pytest.mark.parametrize("tools", [["xclip"], ["xsel"], ["wl-copy", "wl-paste"]])
def test_a_tool_that_gives_the_letter_back_has_it_and_nothing_else_is_asked(
    home: Path, db: Path, desk: Desk, tools: list[str]
) -> None:
    for tool in tools:
        desk.works(tool, also="echo garbage >&2")
    wayland = {"WAYLAND_DISPLAY": "wayland-9"} if len(tools) > 1 else {}
    with Terminal(db, home, environ=desk.environ | wayland) as terminal:
        words = copy_the_letter(terminal, "Copied")
        letter, _ = copied_letter(db)
        assert desk.store.read_text(encoding="utf-8") == letter.text
        assert words == word_count(letter.text)
        assert b"\x1b]52;" not in terminal.raw
        assert_untouched(terminal)


@needs_x11_order
@pytest.mark.parametrize("how", UNRELIABLE)
def test_a_tool_that_cannot_be_relied_on_is_not_believed_and_not_seen(
    home: Path, db: Path, desk: Desk, how: str
) -> None:
    copies, pastes = UNRELIABLE[how]
    desk.tool("xclip", copies=copies, pastes=pastes)
    with Terminal(db, home, environ=desk.environ) as terminal:
        words = copy_the_letter(terminal, SENT)
        letter, file = copied_letter(db)
        terminal.wait_for(re.escape(str(file)))
        assert words == word_count(letter.text)
        assert handed_to_the_terminal(terminal, letter.text)
        assert desk.pids.exists() == ("hangs" in how)
        assert all(ends(pid) for pid in (desk.started() if "hangs" in how else []))
        assert_untouched(terminal)


@needs_x11_order
def test_while_a_tool_hangs_the_program_goes_on_and_the_letter_is_in_its_file(
    home: Path, db: Path, desk: Desk
) -> None:
    desk.tool("xclip", copies=HANGS)
    with Terminal(db, home, environ=desk.environ) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("3", "y", "1", "4", "enter")
        terminal.wait_for("Esc Leave")
        terminal.send("The tour of the lab went well.")
        terminal.wait_for(r"The tour of the lab went well\.")
        terminal.wait_for(rf"{SENT}, \d+ words")
        copied_letter(db)
        terminal.press("escape")
        assert_untouched(terminal)
    assert on_file(db).reflection.well == "The tour of the lab went well."


class Tmux:
    """A tmux server of our own, with the program in its one pane."""

    def __init__(self, program: str, home: Path, db: Path) -> None:
        self._command = [program, "-S", str(home / "tmux"), "-f", "/dev/null"]
        self._environ = {
            "HOME": str(home),
            "PATH": str(home / "bin"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        (home / "bin").mkdir()
        (home / "bin" / "tmux").symlink_to(program)
        run = shlex.join([sys.executable, "-m", "afterview_tui", "--db", str(db)])
        self.ask("new-session", "-d", "-x", "120", "-y", "36", "-c", str(home), run)

    def ask(self, *words: str) -> str:
        """Give tmux a command, and take its answer."""
        ran = subprocess.run(
            [*self._command, *words],
            env=self._environ,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return ran.stdout

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Wait until the pane shows a pattern."""
        until = time.monotonic() + PATIENCE
        while (found := re.search(pattern, shown := self.ask("capture-pane", "-p"))) is None:
            assert time.monotonic() < until, f"never showed {pattern}:\n{shown}"
            time.sleep(0.1)
        return found

    def ends(self) -> bool:
        """Wait for the server to be gone."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                self.ask("list-sessions")
            except subprocess.CalledProcessError:
                return True
            time.sleep(0.1)
        return False

    def close(self) -> None:
        """End the server, if it still runs."""
        subprocess.run([*self._command, "kill-server"], check=False, capture_output=True)


@pytest.fixture
def tmux(home: Path, db: Path) -> Iterator[Tmux]:
    """The program inside tmux."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    server = Tmux(program, home, db)
    try:
        yield server
    finally:
        server.close()


def test_inside_tmux_its_buffer_holds_the_letter_and_the_notice_says_so(
    db: Path, tmux: Tmux
) -> None:
    tmux.wait_for("Lakeside Dental")
    tmux.ask("send-keys", "3", "y", "1")  # there are gaps, and that is said once
    words = int(tmux.wait_for(r"In the tmux buffer, (\d+) words: paste with Ctrl\+B \]")[1])
    tmux.wait_for(r"\bcopied\b")
    letter, _ = copied_letter(db)
    assert tmux.ask("show-buffer") == letter.text
    assert words == word_count(letter.text)
    tmux.ask("send-keys", "q")
    assert tmux.ends(), "with the one program in it"
