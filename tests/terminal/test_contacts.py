"""References and follow-ups on a small terminal, with keys alone, and all of it taken back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from afterview_tui.domain.records import Asked, Outcome, Person, Result
from tests.terminal.conftest import now, on_file, opened
from tests.terminal.driver import Terminal
from tests.tui.driving import records


def test_references_follow_ups_a_no_and_a_second_round(home: Path, db: Path) -> None:
    with opened(db) as store:
        store.interviews.add_reference(1, Person(name="Tom Reed", job_title="teacher"))
    states = [records(db)]
    with Terminal(db, home, columns=80, rows=24) as terminal:
        terminal.wait_for("Lakeside Dental")
        for walk in (brief, not_needed_yet, first_try, second_try, a_no, second_round):
            walk(terminal, db)
            states.append(records(db))
        terminal.press("u")
        terminal.wait_for("u again takes the whole interview away")
        for before in reversed(states[:-1]):
            terminal.press("u")
            terminal.wait_for("Undone: ")
            terminal.settle()
            assert records(db) == before, terminal.text()
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.raw


def to_line(terminal: Terminal, number: int) -> None:
    """To a line of the checklist, counted from 0, which is “1 References”."""
    terminal.press("2", "g", *["j"] * number)


def brief(terminal: Terminal, db: Path) -> None:
    """Read the brief of a reference on the card, copy it, and note that they were briefed."""
    to_line(terminal, 1)
    terminal.press("enter")
    terminal.wait_for(r"Reference · Amy Ortiz")
    terminal.wait_for(r"Employer +Lakeside Dental")
    terminal.press("y")
    file = db.with_name("a-letters")
    terminal.wait_for(re.escape(str(file)))
    (copied,) = file.glob("*brief-amy-ortiz.txt")
    assert "Lakeside Dental" in copied.read_text()
    terminal.press("space")
    terminal.wait_for(r"✓ Briefed")
    terminal.press("escape")
    terminal.wait_for(r"✓ Amy Ortiz +briefed")
    assert on_file(db).vouching[0].briefing.briefed_on == now().date()


def not_needed_yet(terminal: Terminal, db: Path) -> None:
    to_line(terminal, 2)
    terminal.press("d", "enter")
    terminal.wait_for(r"– Tom Reed +not needed yet")
    assert on_file(db).vouching[1].briefing.not_needed_on == now().date()


def first_try(terminal: Terminal, db: Path) -> None:
    """From the call sheet."""
    to_line(terminal, 6)
    terminal.press("enter")
    terminal.wait_for("Call sheet")
    terminal.wait_for("What came of it?")
    terminal.press("2")
    terminal.wait_for(r"✓ Asked how things stand +voicemail")
    assert [one.result for one in on_file(db).follow_ups] == [Result.VOICEMAIL]


def second_try(terminal: Terminal, db: Path) -> None:
    """Without it, and then nothing more is expected."""
    to_line(terminal, 7)
    terminal.press("space")
    terminal.wait_for("what came of it?")
    terminal.press("4")
    terminal.wait_for("Two tries are")  # the notice is broken into lines
    to_line(terminal, 8)
    terminal.wait_for(r"✓ Two tries are enough +quiet")
    assert len(on_file(db).follow_ups) == 2


def a_no(terminal: Terminal, db: Path) -> None:
    terminal.press("o")
    terminal.wait_for("News from Lakeside Dental")
    terminal.press("6", "enter")
    terminal.wait_for(r"Tell Amy Ortiz the outcome")
    terminal.press("2", "G")
    day = next_weekday(now().date())
    terminal.wait_for(rf"Ask which areas could be stronger +{day:%a} {day.day} {day:%b}, ")
    facts = on_file(db)
    assert (facts.interview.outcome, facts.interview.outcome_on) == (Outcome.NO, now().date())


def second_round(terminal: Terminal, db: Path) -> None:
    terminal.press("o", "2", "enter")
    terminal.wait_for("Round 2 at Lakeside Dental")
    terminal.settle()
    terminal.press("tab", "tab")
    terminal.send("in 8 days")
    terminal.press("ctrl+s")
    terminal.wait_for("Four steps · Lakeside Dental, round 2")
    terminal.press("1")
    terminal.wait_for("└ round 1")
    with opened(db) as store:
        newest, first = store.interviews.open_ones(now().date())
    assert newest.interview.follows_id == first.interview.id
    assert newest.interview.held_on == now().date() + timedelta(days=8)
    assert newest.vouching[0].briefing.briefed_on == now().date()
    assert newest.vouching[0].reference.asked is Asked.NOT_ASKED


def next_weekday(day: date) -> date:
    """Counted by hand, not with the program's own arithmetic."""
    day += timedelta(days=1)
    while day.strftime("%w") in "06":
        day += timedelta(days=1)
    return day
