"""What acts on a terminal never reaches it, wherever it stands on file or is pasted."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from afterview_tui.domain.records import Question, Step
from afterview_tui.storage.rows import TABLES
from tests.terminal.conftest import on_file, opened
from tests.terminal.driver import Terminal
from tests.unit.build import as_shown

MARK = "Zq"  # stands in every payload, to see that it was shown at all
PAYLOADS = (
    "\x1b]52;c;aGFybQ==\x07",
    "\x1b]0;harm\x07",
    "\x1b]0;harm\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x9b2J",
    "\x9d0;harm\x9c",
    "\x1b[2J\x1b[9;9H",
    "\x07\x08\x0b\x0c\x7f\x85\x90",
    "\u202eharm\u202c\u2066\u2069\u200f",
    "[/boom][bold]$x",
)
HOSTILE = MARK + "".join(PAYLOADS) + MARK

# What is chosen from a list is not text, and a date has to be one.
CHOSEN = {"form", "felt", "outcome", "kind", "state", "step", "task", "asked", "channel", "result"}


@pytest.fixture
def hostile(db: Path) -> Path:
    """A file with hostile text in every column that holds text."""
    with opened(db) as store:
        facts = on_file(db)
        met = facts.met[0]
        store.letters.write(as_shown(facts, met.person, subject="a"), met.person, "a", "")
        store.letters.write(as_shown(facts, met.person, subject="a"), met.person, "b", "a")
        store.journal.write(facts, "well", "a", "")
        store.journal.ask("a", facts.interview.id)
        store.journal.answer(Question(id=1, text="a"), "a", "")
        store.checklist.add(facts, Step.PREPARE, "a")
        store.drafts.keep("interview:new", {"employer": "a", "met": "a", "place": "a"})
    poison(db)
    return db


def poison(db: Path) -> None:
    """Put the text in as no version of the program would."""
    with closing(sqlite3.connect(db)) as connection:
        for table in (*TABLES.values(), "change", "text_version"):
            for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
                is_date = name.endswith(("_on", "_at", "_to", "_by")) or name in (
                    "at",
                    "due",
                    "zone",
                )
                if kind != "TEXT" or is_date or name in CHOSEN | {"new_promise", "record", "field"}:
                    continue
                connection.execute(f"UPDATE {table} SET {name} = ?", [HOSTILE])  # noqa: S608
        connection.execute(
            "UPDATE draft SET fields = json_object('employer', ?1, 'met', ?1, 'place', ?1)",
            [HOSTILE],
        )
        connection.commit()


def is_harmless(raw: bytes | bytearray, *, copied: bool = False) -> bool:
    """Whether nothing in what was written came from the payloads."""
    text = raw.decode()
    assert not re.search("[\u0080-\u009f]", text), "a C1 character"
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", text), "a bidi control"
    assert not re.search("[\x00-\x06\x0b\x0c\x0e-\x1a\x7f]", text), "a C0 character"
    assert "\x1b[2J\x1b[9;9H" not in text
    assert "\x1bP" not in text
    sequences = re.findall("\x1b\\]([^\x07\x1b]*)", text)
    allowed = ("22;", "52;") if copied else ("22;",)  # 22 is the shape of the pointer
    assert [one for one in sequences if not one.startswith(allowed)] == []
    assert not [one for one in sequences if "aGFybQ" in one or "harm" in one]
    # Each BEL ends a sequence of the program's own.
    assert text.count("\x07") == len(re.findall("\x1b\\][^\x07\x1b]*\x07", text))
    assert "Traceback" not in text
    return True


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24)])
def test_hostile_records_in_every_pane(home: Path, hostile: Path, columns: int, rows: int) -> None:
    with Terminal(hostile, home, columns=columns, rows=rows) as terminal:
        terminal.wait_for(MARK)
        for pane in "1234":
            visit(terminal, pane, "j", "j")
            visit(terminal, "z")
            visit(terminal, "z")
        visit(terminal, "1", "]")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert is_harmless(terminal.raw)


def test_hostile_records_in_every_dialog_and_notice(home: Path, hostile: Path) -> None:
    with Terminal(hostile, home, columns=100, rows=30) as terminal:
        terminal.wait_for(MARK)
        for pane, key in [("1", "e"), ("1", "o"), ("1", "n"), ("1", "m"), ("3", "e"), ("4", "e")]:
            visit(terminal, pane, key)
            visit(terminal, "escape")
        for key in ("a", "e", ">", "d", "u", "space", "u", "enter"):
            visit(terminal, "2", "g", "j", key)
            visit(terminal, "escape")
        for down in range(9):
            visit(terminal, "4", "g", *["j"] * down, "enter")
            visit(terminal, "escape")
        for key in ("?", "ctrl+p"):
            visit(terminal, key)
            visit(terminal, "escape")
        for key in ("u", "u", "U", "d", "u"):
            visit(terminal, "1", key)
        terminal.press("y", "1")
        terminal.wait_for(r"-letters/")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert MARK.encode() in terminal.raw
    assert is_harmless(terminal.raw, copied=True)


@pytest.mark.parametrize("enclosed", [False, True], ids=["plain", "with an end of paste inside"])
def test_hostile_text_pasted_into_the_letter_and_a_form(
    home: Path, db: Path, enclosed: bool
) -> None:
    payload = HOSTILE.encode()
    if enclosed:
        payload = payload.replace(b"\x1b]0;harm\x1b\\", b"\x1b[201~\x1b]0;harm\x07")
    with Terminal(db, home) as terminal:
        terminal.wait_for(r"Dear Dr\. Chen")
        terminal.press("f4", "enter")
        terminal.wait_for("Esc Leave")
        terminal.paste(payload)
        terminal.wait_for(MARK)
        terminal.wait_for("draft, yours")
        terminal.press("escape")
        terminal.settle()
        for _ in range(3):  # whatever the rest of a cut paste opened
            terminal.press("escape")
        visit(terminal, "1", "n")
        terminal.wait_for("New interview")
        terminal.paste(payload)
        terminal.wait_for(rf"Employer .*{MARK}")
        terminal.press("tab", "tab", "tab")
        terminal.paste(payload)
        terminal.settle()
        terminal.press("ctrl+s")
        terminal.settle()
        terminal.press("escape", "ctrl+q")
        terminal.wait_exit()
    assert is_harmless(terminal.raw)
    with closing(sqlite3.connect(db)) as connection:
        dump = "\n".join(connection.iterdump())
    assert MARK in dump
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", dump)


def visit(terminal: Terminal, *keys: str) -> None:
    terminal.press(*keys)
    terminal.settle()


def test_the_payloads_would_be_noticed() -> None:
    for payload in PAYLOADS[:-1]:
        with pytest.raises((AssertionError, UnicodeDecodeError)):
            is_harmless(payload.encode())
