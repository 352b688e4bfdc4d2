"""What the program is started in: whatever is wrong there is one sentence, and no traceback."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.test_command_line import Ran, one_line, picture, refused, run

LONG = "x" * 300
CONTROL = "a\x1b]0;X\x07\x9b2J\u202eb\u200b.db"
SPELLED = r"a\x1b]0;X\x07\x9b2J\u202eb\u200b.db"


def in_shell(home: Path, line: str, **environ: str) -> Ran:
    """Run the program as a shell does, with what it closes or sends elsewhere."""
    return subprocess.run(
        ["/bin/sh", "-c", f"{shlex.quote(sys.executable)} -m afterview_tui {line}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=home,
        env={"HOME": str(home), "PATH": os.defpath, "LANG": "C.UTF-8", **environ},
        timeout=120,
        check=False,
    )


@pytest.fixture
def links(home: Path) -> Path:
    """Two links that lead to each other."""
    (home / "one").symlink_to("two")
    (home / "two").symlink_to("one")
    return home / "one"


@pytest.mark.parametrize(
    ("place", "says"),
    [
        pytest.param("one", "symbolic links. Name another", id="links in a circle"),
        pytest.param("one/a.db", "symbolic links. Name another", id="a folder of such links"),
        pytest.param(LONG, "too long. Name another", id="a long name"),
        pytest.param(f"{LONG}/a.db", "too long. Name another", id="a folder with a long name"),
        pytest.param("/".join(["x" * 200] * 30), "too long. Name another", id="a long path"),
        pytest.param("/dev/null/a.db", "Not a directory. Name another", id="no folder"),
        pytest.param("/proc/a.db", "cannot be opened", id="a folder of the system"),
        pytest.param("/dev/full", "exists already|not a regular file", id="a device"),
        pytest.param("missing/a.db", "does not exist. Create it", id="a missing folder"),
        pytest.param("", "exists already|is a folder", id="nothing"),
    ],
)
def test_a_place_that_takes_no_file_is_named_in_one_sentence(
    home: Path, links: Path, place: str, says: str
) -> None:
    before = picture(home)
    assert refused(run(home, "demo", "--db", place), says)
    with Terminal(home / place if place else Path(), home) as terminal:
        assert terminal.wait_exit() == 2
        assert one_line(terminal.raw.decode(), says)
    assert picture(home) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_of_somebody_else_is_named_in_one_sentence(home: Path) -> None:
    assert refused(run(home, "demo", "--db", "/root/a/b.db"), "cannot be opened|does not exist")
    folder = home / "folder"
    folder.mkdir(mode=0o500)
    assert refused(run(home, "demo", "--db", folder / "a.db"), "read-only")
    folder.chmod(0)
    assert refused(run(home, "demo", "--db", folder / "a.db"), "Permission denied")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("<&-", "needs a terminal"),
        (">&-", "Standard output is closed"),
        ("<&- >&-", "Standard output is closed"),
        ("where >&-", "Standard output is closed"),
        ("--help >&-", "Standard output is closed"),
        ("demo <&-", "needs a terminal"),
        ("demo >&-", "Standard output is closed"),
        ("demo --db new.db >&-", "Standard output is closed"),
        ("where >/dev/full", "No space left"),
        ("--help >/dev/full", "No space left"),
        ("--version >/dev/full", "No space left"),
    ],
)
def test_a_stream_that_is_closed_or_full_is_named_in_one_sentence(
    home: Path, line: str, says: str
) -> None:
    assert refused(in_shell(home, line), says)
    assert list(home.iterdir()) == []


def test_with_nobody_to_tell_it_ends_with_the_code_alone(home: Path) -> None:
    assert in_shell(home, "<&- >&- 2>&-").returncode == 2
    assert in_shell(home, "where >&- 2>&-").returncode == 2


def test_what_needs_no_input_does_without(home: Path) -> None:
    ran = in_shell(home, "where <&-")
    assert (ran.returncode, ran.stderr) == (0, "")
    ran = in_shell(home, "demo --db new.db <&-")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (home / "new.db").exists()


@pytest.mark.parametrize("colours", ["nonsense", "", "TRUECOLOR", "16\x1b[31m"], ids=ascii)
def test_colours_that_are_none_are_named(home: Path, db: Path, colours: str) -> None:
    with Terminal(db, home, environ={"TEXTUAL_COLOR_SYSTEM": colours}) as terminal:
        assert terminal.wait_exit() == 2
        assert one_line(terminal.raw.decode(), "TEXTUAL_COLOR_SYSTEM is .*Set it to one of auto")
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize(
    "zone",
    [
        *("UTC+25", "UTC-167", "UTC+24", "Nonsense/Zone", "Europe", "/nowhere", "/etc/passwd"),
        *("../../etc/passwd", "UTC+5x", "Europe/Paris ", "x", "a\x1b[31mb", ":Nonsense", LONG, "5"),
    ],
    ids=ascii,
)
def test_a_time_zone_that_is_none_is_named(home: Path, db: Path, zone: str) -> None:
    before = db.read_bytes()
    with Terminal(db, home, environ={"TZ": zone}) as terminal:
        assert terminal.wait_exit() == 2
        assert one_line(terminal.raw.decode(), "TZ is .*Set it to a zone, such as Europe/Paris")
        assert b"\x1b" not in terminal.raw
    assert db.read_bytes() == before


@pytest.mark.parametrize("line", [f"--db '{CONTROL}' where", f"demo --db '{CONTROL}'"])
def test_a_path_is_said_with_its_control_characters_spelled_out(home: Path, line: str) -> None:
    ran = in_shell(home, line)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert SPELLED in ran.stdout
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]", ran.stdout) is None


@pytest.mark.parametrize(
    "arguments", [["demo", "--db", f"{CONTROL}/a"], [f"--{CONTROL}"], [CONTROL]], ids=ascii
)
def test_a_refusal_spells_out_control_characters(home: Path, arguments: list[str]) -> None:
    ran = run(home, *arguments)
    assert refused(ran, r"\\x1b\]0;X\\x07")
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]", ran.stderr) is None


def test_a_path_that_is_not_in_utf_8_is_said(home: Path) -> None:
    ran = in_shell(home, r"""--db "$(printf 'caf\351.db')" where""")
    said, _keys = ran.stdout.splitlines()
    assert (ran.returncode, ran.stderr, said) == (0, "", "caf\\xe9.db")


@pytest.mark.parametrize("zone", ["UTC+5", "CET-1CEST", "<+03>-3", "Europe/Paris", ":Asia/Tokyo"])
def test_a_time_zone_or_a_rule_for_one_is_taken(home: Path, db: Path, zone: str) -> None:
    with Terminal(db, home, environ={"TZ": zone}) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("q")
        assert terminal.wait_exit() == 0


CRASH = """
import sys
from afterview_tui.tui.main.panes import Panes
Panes.zoom = lambda self: 1 / 0
sys.argv = ["afterview-tui", "demo"]
from afterview_tui.__main__ import main
main()
"""


def test_the_report_of_a_crash_in_the_demo_is_where_it_says(home: Path) -> None:
    with Terminal(home / "a.db", home, columns=500, program=("-c", CRASH)) as terminal:
        terminal.wait_for("1 Interviews")
        terminal.press("z")
        assert terminal.wait_exit() == 1
        said = re.search(r"What happened is in (\S+), for a report", terminal.text())
    assert said is not None
    report = Path(said[1])
    try:
        assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    finally:
        shutil.rmtree(report.parent)


def test_the_demo_leaves_nothing_behind_when_it_is_quit(home: Path) -> None:
    environ = {"TMPDIR": str(home)}
    program = ("-c", CRASH.replace("Panes.zoom = lambda self: 1 / 0", ""))
    with Terminal(home / "a.db", home, environ=environ, program=program) as terminal:
        terminal.wait_for("1 Interviews")
        assert list(home.glob("afterview-demo-*"))
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert not list(home.glob("afterview-*"))


def test_a_crash_on_a_file_whose_name_reads_like_markup_is_said(home: Path, db: Path) -> None:
    path = home / "[bold] [" / "boom].db"
    path.parent.mkdir()
    db.rename(path)
    program = ("-c", CRASH.replace('sys.argv = ["afterview-tui", "demo"]', ""))
    with Terminal(path, home, columns=300, program=program) as terminal:
        terminal.wait_for("1 Interviews")
        terminal.press("z")
        assert terminal.wait_exit() == 1
        assert "[bold] [/boom]-error.txt, for a report" in terminal.text()
        assert "Traceback" not in terminal.text()


END = """
import sys
from afterview_tui.tui.app import AfterviewApp
AfterviewApp.on_mount = lambda self: self.exit()
from afterview_tui.__main__ import main
main()
"""


def test_an_end_that_nobody_wanted_is_not_a_success(home: Path, db: Path) -> None:
    with Terminal(db, home, program=("-c", END)) as terminal:
        assert terminal.wait_exit() == 1


ERRORS_TO_A_FILE = """
import os, sys
os.dup2(os.open("errors.txt", os.O_CREAT | os.O_WRONLY, 0o600), 2)
os.execv(sys.executable, [sys.executable, "-m", "afterview_tui", *sys.argv[1:]])
"""


def test_with_standard_error_in_a_file_the_screen_is_drawn_all_the_same(
    home: Path, db: Path
) -> None:
    """The terminal stayed blank, and the file held the screen."""
    with Terminal(db, home, program=("-c", ERRORS_TO_A_FILE)) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert (home / "errors.txt").read_text() == ""


@pytest.mark.parametrize("colours", ["ansi-dark", "afterview"])
def test_the_colours_of_the_terminal_are_its_own_again_at_the_next_start(
    home: Path, db: Path, colours: str
) -> None:
    folder = home / ".config" / "afterview"
    folder.mkdir(parents=True)
    (folder / "colours.txt").write_text(f"{colours}\n")
    with Terminal(db, home) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.settle()
    of_another_making = re.search(rb"\x1b\[[\d;]*[34]8;2;", terminal.raw)
    assert (of_another_making is None) is (colours == "ansi-dark")
