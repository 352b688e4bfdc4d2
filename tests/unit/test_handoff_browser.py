"""Opening outside: on a desktop alone, never in our terminal, and the answer is true.

The browsers are shell scripts on a PATH that holds nothing else, so that no
real one is found or started.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from afterview_tui.handoff import process
from afterview_tui.handoff.browser import nowhere_to_open, open_outside
from afterview_tui.handoff.browser_child import without_text_browsers

URL = "file:///home/robin/letters/dr-chen%20%26.html"
TEXT_BROWSERS = ["lynx", "w3m", "links", "elinks", "www-browser"]
NO_PROGRAM = "No program to open it with was found."

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="Python asks xdg-open and PATH on Linux only"
)


class Desk:
    """A made-up desktop: its programs, and what they were started with."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.started = folder / "started"
        self.pids = folder / "pids"
        self.environ = {
            "PATH": str(self.bin),
            "DISPLAY": ":99",
            "HOME": str(folder),
            "TERM": "xterm-256color",
        }

    def program(self, name: str, does: str = "exit 0") -> None:
        script = self.bin / name
        script.write_text(
            "#!/bin/sh\n"
            f'echo "{name} $*" >> "{self.started}"\n'
            f'echo $$ >> "{self.pids}"\n'
            f"echo garbage; echo garbage >&2; {does}\n"
        )
        script.chmod(0o700)

    def open(self, url: str = URL) -> str:
        return open_outside(url, environ=self.environ)

    @property
    def calls(self) -> list[str]:
        return self.started.read_text().splitlines() if self.started.exists() else []


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    # A busy machine may need long to start a process; the test that hangs sets its own.
    monkeypatch.setattr(process, "LIMIT_SECONDS", 30.0)
    desk = Desk(tmp_path)
    yield desk
    for pid in desk.pids.read_text().split() if desk.pids.exists() else []:
        if alive(int(pid)):
            os.kill(int(pid), signal.SIGKILL)


@pytest.fixture(autouse=True)
def nothing_printed(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    yield
    assert capfd.readouterr() == ("", "")


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize("url", [URL, "mailto:maria@lakeside.example?body=a%0D%0Ab%20%22%24x"])
def test_a_url_goes_to_the_desktops_own_opener_as_it_is(desk: Desk, url: str) -> None:
    desk.program("xdg-open")
    assert desk.open(url) == ""
    assert desk.calls == [f"xdg-open {url}"]


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_either_kind_of_display_will_do(desk: Desk, display: str) -> None:
    del desk.environ["DISPLAY"]
    desk.environ[display] = "wayland-0"
    desk.program("firefox")
    assert desk.open() == ""
    (call,) = desk.calls
    assert call.startswith("firefox")
    assert call.endswith(URL)


def test_an_opener_that_finds_nothing_to_open_it_with_is_no_success(desk: Desk) -> None:
    desk.program("xdg-open", "exit 3")
    assert desk.open() == "No program here would open it."


def test_an_opener_that_stays_for_as_long_as_the_page_is_a_success(desk: Desk) -> None:
    desk.program("xdg-open", "exec /bin/sleep 60")
    assert desk.open() == ""
    assert alive(int(desk.pids.read_text()))


def test_a_browser_that_does_not_answer_in_time_is_left_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.program("mine", "exec /bin/sleep 60")
    desk.environ["BROWSER"] = "mine"
    monkeypatch.setattr(process, "LIMIT_SECONDS", 2.0)
    assert "has not answered yet" in desk.open()
    assert alive(int(desk.pids.read_text()))


@pytest.mark.parametrize("name", TEXT_BROWSERS)
def test_a_browser_of_the_terminal_is_never_started(desk: Desk, name: str) -> None:
    desk.program(name)
    assert desk.open() == NO_PROGRAM
    for browser in (name, f"{desk.bin / name} %s", f"{name}:", f"nosuch:{name}"):
        desk.environ["BROWSER"] = browser
        assert desk.open() != ""
    assert desk.calls == []


def test_the_browser_that_the_user_names_goes_first(desk: Desk) -> None:
    desk.program("xdg-open")
    desk.program("mine")
    desk.environ["BROWSER"] = "w3m:mine --new %s"
    assert desk.open() == ""
    assert desk.calls == [f"mine --new {URL}"]


def test_what_is_started_has_no_terminal(desk: Desk) -> None:
    desk.program("mine", f'( : < /dev/tty ) 2>/dev/null && echo tty >> "{desk.started}"; exit 0')
    desk.environ["BROWSER"] = "mine"
    assert desk.open() == ""
    assert desk.calls == [f"mine {URL}"]


def test_without_any_program_the_answer_says_so(desk: Desk) -> None:
    assert desk.open() == NO_PROGRAM


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_nothing_is_started(desk: Desk, name: str) -> None:
    desk.program("xdg-open")
    desk.environ[name] = "/dev/pts/3"
    assert desk.open().startswith("Over SSH")
    assert desk.calls == []


def test_without_a_display_nothing_is_started(desk: Desk) -> None:
    desk.program("xdg-open")
    desk.environ["DISPLAY"] = ""
    assert desk.open() == "There is no desktop here to open it on."
    assert desk.calls == []


def test_a_mac_and_windows_need_no_display() -> None:
    assert nowhere_to_open({}, "darwin") == nowhere_to_open({}, "win32") == ""
    assert nowhere_to_open({"SSH_TTY": "/dev/ttys1"}, "darwin").startswith("Over SSH")
    assert nowhere_to_open({}, "linux") != ""


@pytest.mark.parametrize(
    ("browsers", "left"),
    [
        ("", ""),
        ("firefox", "firefox"),
        ("lynx", ""),
        ("/usr/bin/w3m -o x=1 %s:firefox:elinks", "firefox"),
        ("xterm -e lynx %s", "xterm -e lynx %s"),
        ("'lynx:chromium", "chromium"),
    ],
)
def test_browsers_of_the_terminal_are_taken_out_of_the_users_list(browsers: str, left: str) -> None:
    assert without_text_browsers(browsers) == left
