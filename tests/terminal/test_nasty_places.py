"""Nasty strings in names of files, in the environment, in the settings, and as what is asked for.

Nothing of it acts on the terminal, and nothing of it runs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from afterview_tui.cli import start
from afterview_tui.domain.letter import LetterForm, LetterKind
from tests.nasty import EVERY, HARM, NASTY
from tests.terminal.conftest import now, opened
from tests.terminal.driver import Terminal
from tests.terminal.test_hostile_bytes import is_harmless

COMMANDS = ("where", "backup", "restore", "check", "merge")


def nothing_ran(home: Path) -> bool:
    return not [one for one in home.rglob("*") if one.name == HARM]


def one_argument(text: str) -> str:
    """As a shell can hand it over: without NUL, and half a surrogate as bytes."""
    text = text.replace("\0", "")
    try:
        text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass").decode(errors="surrogateescape")
    return text


@pytest.fixture
def run(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., bytes]:
    """Run a command here, as a start of Python for each would take minutes; what it says."""
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "AFTERVIEW_DB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(home)

    def run_here(*arguments: str) -> bytes:
        monkeypatch.setattr(sys, "argv", ["afterview-tui", *map(one_argument, arguments)])
        with pytest.raises(SystemExit) as ended:
            start.run()
        assert ended.value.code in (0, 1, 2)
        out, err = capsysbinary.readouterr()
        assert b"mistake of its own" not in err
        assert is_harmless(out + err)
        return out + err

    return run_here


def test_a_nasty_argument_is_said_plainly_or_refused(
    home: Path, db: Path, run: Callable[..., bytes]
) -> None:
    before = db.read_bytes()
    for text in EVERY:
        for command in COMMANDS:
            run("--db", text, command)
        run("--db", str(db), "restore", text)
        run("--db", str(db), "merge", text)
        run("--db", str(db), text)
        run("demo", "--db", str(db), text)
    assert db.read_bytes() == before
    assert nothing_ran(home)


def test_a_file_with_a_nasty_name_is_used_as_any_other(
    home: Path, db: Path, run: Callable[..., bytes]
) -> None:
    used = 0
    for number, text in enumerate(EVERY):
        name = one_argument(text).replace("/", "_")[:100].strip("\n") or "x"
        path = home / f"{name}.{number}.db"
        try:
            path.touch(0o600)
            path.write_bytes(db.read_bytes())
        except (OSError, ValueError):
            continue  # no disk takes it
        used += 1
        assert b"is whole" in run("--db", str(path), "check")
        assert b"Made " in run("--db", str(path), "backup")
        assert b"1 interview" in run("--db", str(path), "restore")
        if number in (0, 24):
            with Terminal(path, home, columns=100, rows=30) as terminal:
                terminal.wait_for("Lakeside Dental")
                terminal.press("?")
                terminal.settle()
                terminal.send("where is my")
                terminal.press("enter")
                terminal.settle()
                terminal.press("ctrl+q")
                assert terminal.wait_exit() == 0
            assert is_harmless(terminal.raw)
    assert used > len(EVERY) / 2
    assert nothing_ran(home)


@pytest.mark.parametrize("name", ["EDITOR", "BROWSER", "XDG_DOWNLOAD_DIR"])
def test_a_nasty_environment_acts_on_nothing(home: Path, db: Path, name: str) -> None:
    text = NASTY["is a program"][0] + NASTY["acts on the terminal"][1] + NASTY["is markup"][0]
    with Terminal(db, home, environ={name: text, "TERM_PROGRAM": text}) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("3", "ctrl+g")
        terminal.settle()
        terminal.press("y", "1")
        terminal.settle()
        terminal.press("escape", "ctrl+q")
        terminal.wait_exit()
    assert is_harmless(terminal.raw, copied=True)
    assert nothing_ran(home)


@pytest.mark.parametrize("spell", [json.dumps, repr], ids=["as a string", "as it is"])
def test_nasty_settings_are_named_and_act_on_nothing(
    home: Path, db: Path, spell: Callable[[str], str]
) -> None:
    folder = home / ".config" / "afterview"
    folder.mkdir(parents=True)
    lines = [f"{spell(text)} = {spell(text)}" for text in dict.fromkeys(EVERY)]
    (folder / "keys.toml").write_text("\n".join(lines), errors="replace")
    (folder / "colours.txt").write_text("\x1b]0;harm\x07[/boom]")
    with Terminal(db, home, columns=120, rows=36) as terminal:
        terminal.wait_for("Lakeside Dental")
        terminal.press("?")
        terminal.settle()
        terminal.send("wrong in your keys")
        terminal.press("enter")
        terminal.settle()
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_exit() == 0
    assert is_harmless(terminal.raw)
    assert nothing_ran(home)


def test_nasty_texts_in_every_record_reach_no_terminal(home: Path, db: Path) -> None:
    """Typed or imported, as the program itself puts them on file; every pane is looked at."""
    with opened(db) as store:
        (facts,) = store.interviews.open_ones(now().date())
        for text in EVERY:
            store.journal.ask(text.encode(errors="replace").decode(), facts.interview.id)
        everything = "\n".join(one.encode(errors="replace").decode() for one in EVERY)
        store.journal.write(facts, "well", everything, "")
        store.templates.add(LetterKind.THANK_YOU, LetterForm.EMAIL, "mine", everything)
    with Terminal(db, home, columns=120, rows=40) as terminal:
        terminal.wait_for("Lakeside Dental")
        for keys in (("4", "z", "G"), ("z",), ("/",), ("escape",), ("5",), ("escape",), ("t",)):
            terminal.press(*keys)
            terminal.settle()
        terminal.press("escape", "ctrl+q")
        terminal.wait_exit()
    assert is_harmless(terminal.raw)
    assert nothing_ran(home)
