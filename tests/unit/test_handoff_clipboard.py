"""Copying: the notice is true whatever the tools do, and the screen stays untouched.

The tools are shell scripts on a PATH that holds nothing else, so that no real
clipboard is found or changed.
"""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from afterview_tui.handoff import clipboard_child, process, tmux_prefix
from afterview_tui.handoff.clipboard import copy
from afterview_tui.handoff.copy_notice import Copied, Reached

TEXT = "To Dr. Chen and Jo:\n\nthank you — 謝謝 🙂.\n"
COPIED = "Copied, 8 words"
GARBAGE = "echo garbage; echo garbage >&2; echo garbage 2>/dev/null >/dev/tty;"

needs_x11_order = pytest.mark.skipif(
    sys.platform != "linux" or "microsoft" in Path("/proc/version").read_text().lower(),
    reason="pyperclip asks xclip and wl-copy on a plain Linux only",
)


class Desk:
    """A made-up desktop: its tools, its environment and what the terminal was sent."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.store = folder / "clipboard"
        self.pids = folder / "pids"
        self.file = folder / "letters" / "dr-chen.txt"
        self.environ = {"PATH": str(self.bin), "DISPLAY": ":99", "HOME": str(folder)}
        self.sent: list[str] = []

    def tool(self, name: str, *, copies: str = "", pastes: str = "", options: str = "") -> None:
        """Put a script on the PATH; reading is `-o`, `show-buffer` or a name with paste."""
        script = self.bin / name
        script.write_text(
            "#!/bin/sh\n"
            f'store="{self.store}" pids="{self.pids}"\n'
            f'case "{name} $*" in\n*paste*|*" -o"*|*show-buffer*) {pastes or ":"} ;;\n'
            f"*show-options*) {options or ':'} ;;\n"
            f"*) {copies or ':'} ;;\nesac\n"
        )
        script.chmod(0o700)

    def works(self, name: str, also: str = "") -> None:
        """Put a tool on the PATH that keeps the text and gives it back."""
        self.tool(name, copies=f'/bin/cat > "$store"; {also}', pastes=f'/bin/cat "$store"; {also}')

    def copy(self, text: str = TEXT) -> Copied:
        return copy(text, file=self.file, osc52=self.sent.append, environ=self.environ)

    def started(self) -> list[int]:
        """The processes whose scripts wrote down their ids."""
        return [int(line) for line in self.pids.read_text().split()]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    # A busy machine may need long to start a process; the tests that hang set their own.
    monkeypatch.setattr(process, "LIMIT_SECONDS", 30.0)
    desk = Desk(tmp_path)
    yield desk
    for pid in desk.started() if desk.pids.exists() else []:
        if alive(pid):
            os.kill(pid, signal.SIGKILL)


@pytest.fixture(autouse=True)
def nothing_printed(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    yield
    assert capfd.readouterr() == ("", "")


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def ends(pid: int) -> bool:
    """Wait for a process that was killed to be gone."""
    for _ in range(500):
        if not alive(pid):
            return True
        time.sleep(0.02)
    return False


def only_sent_to_the_terminal(desk: Desk, copied: Copied) -> bool:
    return (
        copied.where is Reached.TERMINAL
        and desk.sent == [TEXT]
        and desk.file.read_text() == TEXT
        and copied.notice
        == f"Sent to the terminal, 8 words; if pasting gives nothing, it is in {desk.file}"
    )


@needs_x11_order
@pytest.mark.parametrize("name", ["xclip", "xsel"])
def test_a_text_that_reads_back_equal_is_copied(desk: Desk, name: str) -> None:
    desk.works(name)
    copied = desk.copy()
    assert desk.store.read_text() == TEXT
    assert copied == Copied(Reached.CLIPBOARD, 8, desk.file)
    assert copied.notice == COPIED
    assert desk.sent == []
    assert desk.file.read_text() == TEXT


@needs_x11_order
def test_wayland_tools_copy_too(desk: Desk) -> None:
    desk.environ["WAYLAND_DISPLAY"] = "wayland-9"
    desk.works("wl-copy")
    desk.works("wl-paste")
    desk.tool("xclip", copies="exit 1")
    assert desk.copy().notice == COPIED
    assert desk.store.read_text() == TEXT


@needs_x11_order
def test_other_line_ends_and_a_lost_last_newline_are_still_the_same_text(desk: Desk) -> None:
    desk.tool("xclip", copies='/bin/cat > "$store"', pastes=r"printf 'one two\r\nthree four'")
    assert desk.copy("one two\nthree four\n").notice == "Copied, 4 words"


@needs_x11_order
def test_a_tool_that_prints_to_screen_and_terminal_is_not_seen(desk: Desk) -> None:
    desk.tool(
        "xclip",
        copies=f'/bin/cat > "$store"; {GARBAGE}',
        pastes='/bin/cat "$store"; echo garbage >&2; echo garbage 2>/dev/null >/dev/tty',
    )
    assert desk.copy().notice == COPIED


@needs_x11_order
def test_garbage_instead_of_the_text_is_not_a_copy(desk: Desk) -> None:
    desk.works("xclip", also=GARBAGE)
    copied = desk.copy()
    assert only_sent_to_the_terminal(desk, copied)
    assert copied.problem == "The clipboard did not give the text back."


@needs_x11_order
def test_bytes_that_are_no_text_are_not_a_copy(desk: Desk) -> None:
    desk.tool("xclip", pastes=r"printf '\377\376'")
    copied = desk.copy()
    assert only_sent_to_the_terminal(desk, copied)
    assert copied.problem == "The clipboard tool failed."


@needs_x11_order
@pytest.mark.parametrize("code", [0, 1, 40])
def test_a_tool_that_keeps_nothing_is_not_believed(desk: Desk, code: int) -> None:
    desk.tool("xclip", copies=f"exit {code}", pastes=f"exit {code}")
    assert only_sent_to_the_terminal(desk, desk.copy())


@needs_x11_order
def test_the_subject_stands_above_the_text_in_the_file_alone(desk: Desk) -> None:
    desk.works("xclip")
    environ = desk.environ
    copied = copy(TEXT, file=desk.file, osc52=None, environ=environ, head="Subject: Hello\n\n")
    assert copied.notice == COPIED
    assert desk.store.read_text() == TEXT
    assert desk.file.read_text() == f"Subject: Hello\n\n{TEXT}"


@needs_x11_order
def test_an_older_text_on_the_clipboard_is_not_taken_for_this_one(desk: Desk) -> None:
    desk.store.write_text("an older letter")
    desk.tool("xclip", copies="exit 0", pastes='/bin/cat "$store"')
    assert only_sent_to_the_terminal(desk, desk.copy())


@needs_x11_order
def test_a_clipboard_that_fills_a_moment_later_is_waited_for(desk: Desk) -> None:
    desk.tool(
        "xclip",
        copies='/bin/cat > "$store"',
        pastes='[ -e "$store.asked" ] && /bin/cat "$store"; : > "$store.asked"',
    )
    assert desk.copy().notice == COPIED


@needs_x11_order
@pytest.mark.parametrize("half", ["copies", "pastes"])
def test_a_tool_that_hangs_is_stopped_with_all_it_started(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, half: str
) -> None:
    monkeypatch.setattr(process, "LIMIT_SECONDS", 2.0)
    desk.tool("xclip", **{half: 'echo $$ >> "$pids"; /bin/sleep 600 & echo $! >> "$pids"; wait'})
    copied = desk.copy()
    assert only_sent_to_the_terminal(desk, copied)
    assert copied.problem == "The clipboard did not answer within 2 seconds."
    assert len(desk.started()) == 2
    assert all(ends(pid) for pid in desk.started())


@needs_x11_order
def test_a_tool_that_stays_behind_to_hold_the_text_is_left_alone(desk: Desk) -> None:
    desk.tool(
        "xclip",
        copies='/bin/cat > "$store"; /bin/sleep 600 & echo $! >> "$pids"',
        pastes='/bin/cat "$store"',
    )
    assert desk.copy().notice == COPIED
    (holder,) = desk.started()
    assert alive(holder)


@needs_x11_order
def test_a_text_larger_than_a_pipe_gets_through(desk: Desk) -> None:
    desk.works("xclip")
    assert desk.copy("word " * 200_000).notice == "Copied, 200000 words"


@needs_x11_order
def test_without_any_tool_the_terminal_is_asked(desk: Desk) -> None:
    copied = desk.copy()
    assert only_sent_to_the_terminal(desk, copied)
    assert copied.problem.startswith("No clipboard tool was found for this display")


@needs_x11_order
def test_a_clipboard_that_would_end_with_its_process_is_not_used(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "qtpy.py").write_text("raise RuntimeError('qtpy was loaded')")
    desk.environ["PYTHONPATH"] = str(tmp_path)
    assert desk.copy().problem.startswith("No clipboard tool was found")


@needs_x11_order
def test_a_module_in_the_users_folder_is_not_run(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyperclip.py").write_text("raise RuntimeError('the wrong pyperclip')")
    monkeypatch.chdir(tmp_path)
    desk.works("xclip")
    assert desk.copy().notice == COPIED


def test_without_a_terminal_either_the_file_is_named(desk: Desk) -> None:
    copied = copy(TEXT, file=desk.file, osc52=None, environ=desk.environ)
    assert copied.where is Reached.FILE
    assert copied.notice == f"No clipboard here; the text is in {desk.file}"
    assert desk.file.read_text() == TEXT


def test_a_terminal_that_fails_counts_as_none(desk: Desk) -> None:
    def closing(_: str) -> None:
        raise RuntimeError("App is not running")

    copied = copy(TEXT, file=desk.file, osc52=closing, environ=desk.environ)
    assert copied.where is Reached.FILE


def test_a_python_that_does_not_start_counts_as_no_clipboard(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(desk.bin / "absent"))
    assert only_sent_to_the_terminal(desk, desk.copy())


def test_an_exit_in_peace_without_the_agreed_code_is_not_a_copy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.tool("python", copies="exit 0")
    monkeypatch.setattr(sys, "executable", str(desk.bin / "python"))
    assert only_sent_to_the_terminal(desk, desk.copy())


def test_control_sequences_are_not_copied(desk: Desk) -> None:
    desk.copy("Dear \x1b]0;hi\x07Jo\r\n")
    assert desk.sent == ["Dear Jo\n"]


@needs_x11_order
def test_a_file_that_cannot_be_written_does_not_stop_the_copying(desk: Desk) -> None:
    desk.file.parent.write_text("a file where the folder should be")
    desk.works("xclip")
    copied = desk.copy()
    assert desk.store.read_text() == TEXT
    assert copied.notice == COPIED
    assert copied.file is None
    assert "was not written" in copied.problem


def test_a_file_that_was_not_written_is_not_named(desk: Desk) -> None:
    desk.file.parent.write_text("a file where the folder should be")
    copied = desk.copy()
    assert copied.where is Reached.TERMINAL
    assert copied.notice == (
        "Sent to the terminal, 8 words; if pasting gives nothing, "
        "mark it on the screen with Shift and the mouse, and copy it there"
    )


def test_when_nothing_worked_the_notice_says_so(desk: Desk) -> None:
    desk.file.parent.write_text("a file where the folder should be")
    copied = copy(TEXT, file=desk.file, osc52=None, environ=desk.environ)
    assert copied.where is Reached.NOWHERE
    assert copied.notice.startswith("No clipboard here, and no file could be written; mark it")
    assert "was not written" in copied.problem


def test_one_word_is_one_word() -> None:
    assert Copied(Reached.CLIPBOARD, 1, None).notice == "Copied, 1 word"


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_the_far_clipboard_is_left_alone(desk: Desk, name: str) -> None:
    desk.environ[name] = "something"
    desk.works("xclip")
    assert only_sent_to_the_terminal(desk, desk.copy())
    assert not desk.store.exists()


IN_TMUX = "In the tmux buffer, 8 words: paste with your tmux prefix, then ]"


def test_over_ssh_in_tmux_the_buffer_is_named(desk: Desk) -> None:
    desk.environ |= {"SSH_TTY": "/dev/pts/9", "TMUX": "/tmp/tmux,1,0"}
    desk.works("tmux")
    copied = desk.copy()
    assert copied.where is Reached.TMUX
    assert copied.notice == IN_TMUX
    assert desk.store.read_text() == TEXT
    assert desk.sent == [TEXT]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("C-b", "Ctrl+B"),
        ("C-a\n", "Ctrl+A"),
        ("M-x", "Alt+X"),
        ("C-M-Space", "Ctrl+Alt+Space"),
        ("C-\\", "Ctrl+\\"),
        ("C--", "Ctrl+-"),
        ("`", "`"),
        ("F12", "F12"),
        ("None", ""),
        ("", ""),
        ("no server running on /tmp/x", ""),
        ("C-\x1b", ""),
    ],
)
def test_the_prefix_of_tmux_is_said_as_people_read_it(option: str, words: str) -> None:
    assert tmux_prefix.in_words(option) == words


def test_the_users_own_prefix_is_named(desk: Desk) -> None:
    desk.environ |= {"SSH_TTY": "/dev/pts/9", "TMUX": "/tmp/tmux,1,0"}
    copies, pastes = '/bin/cat > "$store"', '/bin/cat "$store"'
    desk.tool("tmux", copies=copies, pastes=pastes, options="echo C-a")
    assert desk.copy().notice == IN_TMUX.replace("your tmux prefix, then", "Ctrl+A")


@pytest.mark.parametrize("options", ["exit 1", GARBAGE, 'echo $$ >> "$pids"; exec /bin/sleep 600'])
def test_a_prefix_that_is_not_told_is_spoken_of_in_plain_words(desk: Desk, options: str) -> None:
    desk.environ |= {"SSH_TTY": "/dev/pts/9", "TMUX": "/tmp/tmux,1,0"}
    copies, pastes = '/bin/cat > "$store"', '/bin/cat "$store"'
    desk.tool("tmux", copies=copies, pastes=pastes, options=options)
    assert desk.copy().notice == IN_TMUX


def test_the_first_copy_of_a_sitting_says_where_its_file_lies() -> None:
    first = Copied(Reached.CLIPBOARD, 8, Path("/home/a/letters/b.txt"), is_first=True)
    said = "Copied, 8 words. A text file of all that you copy is in /home/a/letters"
    assert first.notice == said
    assert replace(first, is_first=False).notice == "Copied, 8 words"
    assert replace(first, file=None).notice == "Copied, 8 words"


def test_outside_tmux_it_is_not_asked(desk: Desk) -> None:
    desk.works("tmux")
    assert only_sent_to_the_terminal(desk, desk.copy())
    assert not desk.store.exists()


@needs_x11_order
def test_the_clipboard_is_named_first_and_tmux_gets_the_text_too(desk: Desk) -> None:
    desk.environ["TMUX"] = "/tmp/tmux,1,0"
    desk.works("xclip")
    desk.tool("tmux", copies='/bin/cat > "$store.tmux"', pastes='/bin/cat "$store.tmux"')
    assert desk.copy().notice == COPIED
    assert Path(f"{desk.store}.tmux").read_text() == TEXT


def test_a_tmux_that_does_not_know_w_is_asked_without(desk: Desk) -> None:
    desk.environ["TMUX"] = "/tmp/tmux,1,0"
    desk.tool(
        "tmux",
        copies='case "$*" in *-w*) exit 1;; esac; /bin/cat > "$store"',
        pastes='/bin/cat "$store"',
    )
    assert desk.copy().notice == IN_TMUX


@pytest.mark.parametrize("copies", ["exit 1", "exit 0", f"{GARBAGE} exit 0", f"{GARBAGE} exit 1"])
@pytest.mark.parametrize("pastes", ["exit 0", "exit 1", GARBAGE])
def test_a_tmux_that_keeps_nothing_is_not_believed(desk: Desk, copies: str, pastes: str) -> None:
    desk.environ |= {"SSH_TTY": "/dev/pts/9", "TMUX": "/tmp/tmux,1,0"}
    desk.tool("tmux", copies=copies, pastes=pastes)
    copied = desk.copy()
    assert only_sent_to_the_terminal(desk, copied)
    assert "tmux did not" in copied.problem


@pytest.mark.parametrize("half", ["copies", "pastes"])
def test_a_tmux_that_hangs_is_stopped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, half: str
) -> None:
    monkeypatch.setattr(process, "LIMIT_SECONDS", 2.0)
    desk.environ |= {"SSH_TTY": "/dev/pts/9", "TMUX": "/tmp/tmux,1,0"}
    desk.tool("tmux", **{half: 'echo $$ >> "$pids"; exec /bin/sleep 600'})
    assert only_sent_to_the_terminal(desk, desk.copy())
    assert len(desk.started()) == 1
    assert all(ends(pid) for pid in desk.started())


def test_a_tmux_that_is_gone_is_not_claimed(desk: Desk) -> None:
    desk.environ |= {"SSH_TTY": "/dev/pts/9", "TMUX": "/tmp/tmux,1,0"}
    assert only_sent_to_the_terminal(desk, desk.copy())


@pytest.fixture
def real_tmux(desk: Desk) -> Iterator[Desk]:
    """A tmux of our own on a private socket, that the desk is inside of."""
    tmux = shutil.which("tmux")
    if tmux is None:
        pytest.skip("tmux is not installed")
    socket = f"test-{os.getpid()}"
    server = [tmux, "-L", socket, "-f", "/dev/null"]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("TMUX")}

    def ask(*words: str) -> str:
        return subprocess.run(
            [*server, *words], env=outside, check=True, capture_output=True, text=True
        ).stdout.strip()

    ask("new-session", "-d", "/bin/sleep 600")
    inside = ask("display-message", "-p", "#{socket_path},#{pid},0")
    (desk.bin / "tmux").symlink_to(tmux)
    desk.environ |= {"TMUX": inside, "SSH_TTY": "/dev/pts/9"}
    try:
        yield desk
    finally:
        ask("kill-server")
        Path(inside.split(",")[0]).unlink(missing_ok=True)


def real_buffer(desk: Desk) -> str:
    return subprocess.run(
        ["tmux", "show-buffer"], env=desk.environ, check=True, capture_output=True, text=True
    ).stdout


def test_a_real_tmux_holds_the_text_and_tells_its_key(real_tmux: Desk) -> None:
    assert real_tmux.copy().notice == IN_TMUX.replace("your tmux prefix, then", "Ctrl+B")
    assert real_buffer(real_tmux) == TEXT


def test_a_real_tmux_holds_a_newer_text_of_any_size(real_tmux: Desk) -> None:
    real_tmux.copy()
    copied = real_tmux.copy("word " * 100_000)
    assert copied.notice == "In the tmux buffer, 100000 words: paste with Ctrl+B ]"
    assert real_buffer(real_tmux) == "word " * 100_000


def test_a_real_tmux_that_was_left_is_not_claimed(real_tmux: Desk) -> None:
    real_tmux.environ["TMUX"] = f"{real_tmux.bin}/no-socket,1,0"
    assert only_sent_to_the_terminal(real_tmux, real_tmux.copy())


ON_A_TERMINAL = """
import os, sys
os.setsid()
os.open(os.ttyname(0), os.O_RDWR)  # a session's first terminal becomes its own
with open("/dev/tty", "w") as tty:
    tty.write("the terminal is there ")
from pathlib import Path
from afterview_tui.handoff.clipboard import copy
copied = copy("two words", file=Path(sys.argv[1]), osc52=None, environ=os.environ)
with open("/dev/tty", "w") as tty:
    tty.write(copied.notice)
"""


@needs_x11_order
def test_on_a_real_terminal_a_tool_cannot_write_to_it(desk: Desk) -> None:
    desk.works("xclip", also="echo garbage 2>/dev/null >/dev/tty; echo garbage >&2")
    ours, theirs = pty.openpty()
    try:
        subprocess.run(
            [sys.executable, "-c", ON_A_TERMINAL, str(desk.file)],
            env=desk.environ,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            check=True,
        )
        shown = b""
        while select.select([ours], [], [], 0)[0]:
            shown += os.read(ours, 4096)
    finally:
        os.close(ours)
        os.close(theirs)
    assert shown.decode() == "the terminal is there Copied, 2 words"


def test_the_child_needs_nothing_of_the_package_and_the_package_nothing_heavy(
    tmp_path: Path,
) -> None:
    seen = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, afterview_tui.handoff.clipboard; print(*sys.modules)",
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert not {"textual", "rich", "sqlite3", "sqlite_utils", "pyperclip"} & set(seen)
    assert "afterview_tui" not in Path(clipboard_child.__file__).read_text()
