"""From an empty file to a letter sent, with keys alone, as a user would."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from afterview_tui.domain.letter import LetterState
from afterview_tui.letters.drafting.written_parts import going_out
from tests.terminal.conftest import now, on_file
from tests.terminal.driver import Terminal

TALK = "You showed me the new digital x-ray, and I want to learn it."
WELL = "The tour of the lab went well."
IMPROVE = "Shorter answers about the gap."
QUESTION = "Why did you leave your last job?"

# What is typed ahead belongs to the next field: nothing here waits for the screen.
NEW_INTERVIEW = [
    ("Lakeside Dental", "enter"),
    ("Dental hygienist", "enter"),
    ("yesterday 2pm", "enter"),
    ("Dr. Maria Chen, owner", "enter"),
    ("Jo Park", "tab"),
    ("w", "tab"),
    ("Amy Ortiz, former manager", "enter"),
    ("Tom Reed, teacher", "ctrl+s"),
]


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24)])
def test_a_first_interview_is_entered_worked_on_and_found_again(
    home: Path, empty: Path, columns: int, rows: int
) -> None:
    yesterday = now().date() - timedelta(days=1)
    with Terminal(empty, home, columns=columns, rows=rows) as terminal:
        terminal.wait_for("enter your first interview")
        enter_the_interview(terminal)
        see_what_is_due(terminal, yesterday)
        see_two_different_letters(terminal)
        send_the_first_letter(terminal, empty, yesterday)
        write_the_journal(terminal)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert b"\x1b[?1049l" in terminal.raw[-400:], "the screen is put back"
    assert b"Traceback" not in terminal.raw
    look_at_the_file(empty, yesterday)
    with Terminal(empty, home, columns=columns, rows=rows) as terminal:
        find_it_again(terminal)


def enter_the_interview(terminal: Terminal) -> None:
    before = terminal.keystrokes
    terminal.press("n")
    terminal.wait_for("New interview")
    terminal.settle()
    for text, key in NEW_INTERVIEW:
        terminal.send(text)
        terminal.press(key)
    terminal.wait_gone("New interview")
    terminal.wait_for(r"Lakeside Dental")
    print(f"\na new interview: {terminal.keystrokes - before} keystrokes")


def see_what_is_due(terminal: Terminal, held_on: date) -> None:
    terminal.press("2", "z")
    terminal.wait_for(r"References +0 of 2")
    terminal.wait_for(r"○ Amy Ortiz")
    terminal.wait_for(r"○ Tom Reed")
    terminal.wait_for(r"Thank-you letters +0 of 2")
    day = five_weekdays_after(held_on)
    terminal.wait_for(rf"Ask how things stand +{day:%a} {day.day} {day:%b}\b")
    terminal.press("z")


def five_weekdays_after(day: date) -> date:
    """Counted by hand, not with the program's own arithmetic; never a Monday."""
    left = 5
    while left:
        day += timedelta(days=1)
        left -= day.strftime("%w") not in "06"
    return day + timedelta(days=1) if day.strftime("%w") == "1" else day


def see_two_different_letters(terminal: Terminal) -> None:
    terminal.press("3", "z")
    terminal.wait_for(r"Dear Dr\. Chen,")
    first = sentences(terminal)
    terminal.press("]")
    terminal.wait_for("Dear Jo,")
    second = sentences(terminal)
    assert first
    assert second
    assert not first & second
    terminal.press("[", "z")
    terminal.wait_for(r"Dear Dr\. Chen,")


def sentences(terminal: Terminal) -> set[str]:
    """Our sentences in the letter on the screen, without its gaps."""
    terminal.settle()
    after = terminal.text().partition("Dear ")[2].splitlines()[1:]
    lines = (line.strip("│ ▁▂▃▄▅▆▇█") for line in after if line.startswith("│"))
    words = re.sub(r"\[[^]]*\]", "", " ".join(lines).partition("[your name]")[0])
    return {one for one in re.split(r"(?<=[.!?])\s+", words) if len(one) > 20}


def send_the_first_letter(terminal: Terminal, db: Path, held_on: date) -> None:
    terminal.press("enter")
    terminal.wait_for("Esc Leave")
    terminal.send(TALK)  # the first part is selected
    terminal.wait_for("draft, yours")
    terminal.press("escape", "y")
    terminal.wait_for("Copy all the same")
    terminal.press("1")
    letters = db.with_name("a-letters")
    file = letters / f"{held_on.isoformat()}-lakeside-dental-maria-chen.txt"
    terminal.wait_for(re.escape(str(file)))
    terminal.wait_for(r"\bcopied\b")
    (letter,) = on_file(db).letters
    assert TALK in letter.text
    assert letter.state is LetterState.COPIED
    text = going_out(letter).letter.text
    assert file.read_text() == f"Subject: {letter.subject}\n\n{text}"
    assert TALK in text

    terminal.press("space")
    terminal.wait_for("Marked the letter to Dr. Maria Chen sent")
    assert on_file(db).letters[0].state is LetterState.SENT
    terminal.press("u")
    terminal.wait_for("Undone: marked the letter")
    assert on_file(db).letters[0].state is LetterState.COPIED
    terminal.press("space")
    terminal.wait_for("Marked the letter to Dr. Maria Chen sent")
    assert on_file(db).letters[0].text == text
    terminal.press("2", "z")
    terminal.wait_for(r"Thank-you letters +1 of 2")
    terminal.press("z")


def write_the_journal(terminal: Terminal) -> None:
    for row, text in enumerate((WELL, IMPROVE)):
        terminal.press("4", "g", *["j"] * row, "enter")
        terminal.wait_for("Esc Leave")
        terminal.send(text)
        terminal.wait_for(re.escape(text))
        terminal.press("escape")
        terminal.wait_gone("Esc Leave")
    terminal.press("a")
    terminal.wait_for("A question you did not expect")
    terminal.settle()
    terminal.send(QUESTION)
    terminal.press("enter")
    terminal.wait_for("1 question, 1 without an answer")


def look_at_the_file(db: Path, held_on: date) -> None:
    facts = on_file(db)
    assert facts.interview.employer == "Lakeside Dental"
    assert facts.interview.role == "Dental hygienist"
    assert facts.interview.held_on == held_on
    assert [met.person.shown for met in facts.met] == ["Dr. Maria Chen", "Jo Park"]
    assert [one.person.name for one in facts.vouching] == ["Amy Ortiz", "Tom Reed"]
    assert [letter.state for letter in facts.letters] == [LetterState.SENT]
    assert (facts.reflection.well, facts.reflection.improve) == (WELL, IMPROVE)
    assert [(one.text, one.answer) for one in facts.questions] == [(QUESTION, "")]
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def find_it_again(terminal: Terminal) -> None:
    terminal.wait_for(r"Lakeside Dental")
    terminal.press("2", "z")
    terminal.wait_for(r"Thank-you letters +1 of 2")
    terminal.press("z", "3", "[", "z")
    terminal.wait_for("✓ sent")
    terminal.press("z", "4", "z")
    for words in (WELL, IMPROVE, QUESTION):
        terminal.wait_for(re.escape(words))
    terminal.press("q")
    assert terminal.wait_exit() == 0
