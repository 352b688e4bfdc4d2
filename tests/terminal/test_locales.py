"""In a terminal of whatever locale: readable, or one sentence that says what to set."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal

LATIN_1 = "en_US.ISO-8859-1"
# What Python takes for the terminal's characters, and what the screen is in all the same.
READABLE = {
    "C": {"LC_ALL": "C"},
    "POSIX": {"LC_ALL": "POSIX"},
    "C without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "no locale": {"LANG": ""},
    "no locale, no UTF-8": {"LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "not installed": {"LC_ALL": "xx_XX.ISO-8859-1"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "strict ascii": {"PYTHONIOENCODING": "ascii:strict"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "not UTF-8": {"PYTHONUTF8": "0"},
}


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of locales that are not UTF-8, made for these tests."""
    if shutil.which("localedef") is None:
        pytest.skip("there is no localedef to make a locale with")
    folder = tmp_path_factory.mktemp("locales")
    for name, charset in ((LATIN_1, "ISO-8859-1"), ("ru_RU.KOI8-R", "KOI8-R")):
        command = ["localedef", "-i", name.partition(".")[0], "-f", charset, str(folder / name)]
        subprocess.run(command, check=False, capture_output=True, timeout=120)
        if not (folder / name).is_dir():
            pytest.skip(f"the locale {name} cannot be made here")
    return folder


@pytest.mark.parametrize("kind", READABLE)
def test_the_screen_is_readable(home: Path, db: Path, kind: str) -> None:
    with Terminal(db, home, environ=READABLE[kind]) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.wait_for("╭")
        terminal.press("?")
        terminal.wait_for("Esc")
        assert r"\u" not in terminal.text()
        terminal.press("escape")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert not re.search(rb"Traceback|Error|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}", terminal.raw)


@pytest.mark.parametrize("name", [LATIN_1, "ru_RU.KOI8-R"])
@pytest.mark.parametrize("arguments", [(), ("demo",)])
def test_a_locale_with_other_letters_is_refused_in_one_sentence(
    home: Path, empty: Path, locales: Path, name: str, arguments: tuple[str, ...]
) -> None:
    environ = {"LC_ALL": name, "LOCPATH": str(locales)}
    with Terminal(empty, home, environ=environ, arguments=arguments) as terminal:
        assert terminal.wait_exit() == 2
        said = terminal.raw.decode("ascii").strip()
    assert said.count("\n") == 0
    assert re.fullmatch(
        r"afterview-tui: .* your locale says [A-Z0-9-]+\. Set LC_ALL=C\.UTF-8 and start again\.",
        said,
    )
    assert not empty.exists()


def test_what_the_sentence_says_helps(home: Path, db: Path, locales: Path) -> None:
    environ = {"LANG": LATIN_1, "LC_ALL": "C.UTF-8", "LOCPATH": str(locales)}
    with Terminal(db, home, environ=environ) as terminal:
        terminal.wait_for("╭")


def test_who_asks_python_for_utf_8_has_it(home: Path, db: Path, locales: Path) -> None:
    environ = {"LC_ALL": LATIN_1, "PYTHONUTF8": "1", "LOCPATH": str(locales)}
    with Terminal(db, home, environ=environ) as terminal:
        terminal.wait_for("╭")


@pytest.mark.parametrize(
    "environ",
    [{"LC_ALL": LATIN_1}, *READABLE.values()],
    ids=[LATIN_1, *READABLE],
)
def test_commands_say_what_they_have_to_say(
    home: Path, locales: Path, environ: dict[str, str]
) -> None:
    file = home / "Sørby’s Łódź.db"
    for arguments, code, says in (
        (["--db", file, "where"], 0, rb"/S.+rby.+s .*\.db"),
        (["demo", "--db", file], 0, rb"Wrote the sample"),
        (["demo", "--db", file], 2, rb"afterview-tui: /.* exists already\. Name a new file"),
        (["--help"], 0, rb"--no-mouse"),
        (["nonsense"], 2, rb"There is no command"),
    ):
        ran = subprocess.run(
            [sys.executable, "-m", "afterview_tui", *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=home,
            env={
                "HOME": str(home),
                "PATH": os.defpath,
                "LANG": "C.UTF-8",
                "LOCPATH": str(locales),
                **environ,
            },
            timeout=120,
            check=False,
        )
        said = ran.stdout + ran.stderr
        assert ran.returncode == code, said
        assert re.search(says, said), said
        assert b"Traceback" not in said
