"""From one interview to the next on a small terminal, with keys alone: what was learned comes back.

A reflection, questions, practice, a story, a no and its reasons; then the page to
prepare the next interview from.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from afterview_tui.domain.practice import Went
from afterview_tui.domain.records import Facts, Interview, Outcome, Person, Reflection
from afterview_tui.domain.story import Landed
from afterview_tui.storage.interviews import Entry
from tests.terminal.conftest import now, opened
from tests.terminal.driver import Terminal

LAKESIDE, OAK = 1, 2
SURE, FIRST_QUESTION = 5, 7
LEAVE = "Why do you want to leave?"
XRAY = "A patient says no to every X-ray. And then?"
CHANGE = "What would you change here?"
ANSWER = "I ask what worries them."
STORY = {
    "name": "The recall list",
    "situation": "Sixty patients had not come back",
    "task": "To find out why",
    "action": "I rang ten of them a day",
    "result": "Forty came back",
    "lesson": "Ask before you guess",
}
THOUGHTS = {
    "well": "The tour of the practice",
    "improve": "Shorter answers",
    "differently": "Bring the certificates on one page",
    "cared": "People who stay",
}
WHY, LESSON = "Somebody with more years at the chair", "Say the years in the first minute"


@pytest.fixture
def search(db: Path) -> Path:
    """A search with an interview yesterday, one a week ago, and one to come."""
    today = now().date()
    with opened(db) as store:
        facts = store.interviews.facts(LAKESIDE)
        assert facts is not None
        yesterday = today - timedelta(days=1)
        held = Interview(id=LAKESIDE, employer="Lakeside Dental", held_on=yesterday)
        store.interviews.edit(Entry(held, [one.person for one in facts.met]))
        week_ago, soon = today - timedelta(days=8), today + timedelta(days=2)
        store.interviews.add(Entry(Interview(employer="Oak Vision", held_on=week_ago)))
        ines = Person(name="Ines Roy", title="Ms.")
        store.interviews.add(Entry(Interview(employer="Hill School", held_on=soon), [ines]))
        store.journal.ask(LEAVE, OAK)
    return db


def test_what_one_interview_taught_is_there_for_the_next(home: Path, search: Path) -> None:
    with Terminal(search, home, columns=80, rows=24) as terminal:
        terminal.wait_for("Lakeside Dental")
        to_interview(terminal, "Lakeside")
        for walk in (reflect, ask, practise, tell, a_no, prepare):
            walk(terminal, search)
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert b"Traceback" not in terminal.raw


def reflect(terminal: Terminal, db: Path) -> None:
    """Four prompts, one after the other, and how sure it felt."""
    terminal.press("f5", "g", "enter")
    terminal.wait_for("1 of 5")
    for number, text in enumerate(THOUGHTS.values(), start=1):
        terminal.wait_for(f"{number} of 5")
        terminal.send(text)
        terminal.wait_for(text)
        terminal.press("tab")
    terminal.press("escape")
    terminal.until(lambda: thoughts(db) == THOUGHTS)
    to_line(terminal, SURE)
    terminal.press("enter")
    terminal.wait_for("How sure do you feel")
    terminal.press("4")
    terminal.until(lambda: read(db).reflection.sure == 4)


def ask(terminal: Terminal, db: Path) -> None:
    """Three questions: the first was met before; the second gets an answer."""
    terminal.press("a")
    terminal.wait_for("Ctrl\\+S Save")
    terminal.send("Why do you want to l")
    terminal.wait_for("no answer")
    terminal.press("right", "enter")
    terminal.wait_for(r"here too \(2 interviews\)")
    for text in (XRAY, CHANGE):
        terminal.press("a")
        terminal.wait_for("Ctrl\\+S Save")
        terminal.send(text)
        terminal.press("enter")
        terminal.wait_gone("Ctrl\\+S Save")
    assert [one.text for one in read(db).questions] == [XRAY, CHANGE, LEAVE]
    with opened(db) as store:
        assert len(store.journal.questions()) == 3
    to_line(terminal, FIRST_QUESTION)
    terminal.press("enter")
    terminal.wait_for("Esc Leave")
    terminal.send(ANSWER)
    terminal.wait_for(ANSWER)
    terminal.press("escape")
    terminal.until(lambda: read(db).questions[0].answer == ANSWER)


def practise(terminal: Terminal, db: Path) -> None:
    """Those without an answer first; each is said, seen and rated."""
    terminal.press("?")
    terminal.wait_for("What can I do here")
    terminal.send("practise")
    terminal.press("enter")
    for asked, key in ((LEAVE, "1"), (CHANGE, "2"), (XRAY, "3"), (LEAVE, "2")):
        terminal.wait_for(asked.split("?")[0].split(".")[0])
        terminal.press("space")
        terminal.wait_for("How did it go")
        terminal.press(key)
        terminal.wait_gone("How did it go")
    terminal.press("escape")
    terminal.wait_for("practised")
    went = {one.text: one.went for one in read(db).questions}
    assert went == {LEAVE: Went.SHAKY, CHANGE: Went.SHAKY, XRAY: Went.GOOD}


def tell(terminal: Terminal, db: Path) -> None:
    """A new story, told here, that answers a question."""
    terminal.press("G", "a")
    terminal.wait_for("Situation")
    for number, words in enumerate(STORY.values()):
        terminal.send(words)
        if number < len(STORY) - 1:
            terminal.press("tab")
    terminal.press("ctrl+s")
    terminal.wait_for("land\\?")
    terminal.press("w")
    terminal.until(lambda: [one.telling.landed for one in read(db).told] == [Landed.WELL])
    (told,) = read(db).told
    assert {name: getattr(told.story, name) for name in STORY} == STORY
    terminal.press("5", "]", "]")
    terminal.wait_for("already told here")
    terminal.press("?")
    terminal.wait_for("What can I do here")
    terminal.send("link a question")
    terminal.press("enter")
    terminal.wait_for("the likeliest first")
    terminal.send("change here")
    terminal.press("enter")
    terminal.wait_for("Linked")
    with opened(db) as store:
        (kept,) = store.stories.all()
        assert [one.question.text for one in kept.answers] == [CHANGE]
    terminal.press("escape")
    terminal.wait_for("4 Journal")


def a_no(terminal: Terminal, db: Path) -> None:
    """They say no; asked, they say why; what follows from it is noted."""
    terminal.press("o")
    terminal.wait_for("News from")
    terminal.press("6", "enter")
    terminal.until(lambda: read(db).interview.outcome is Outcome.NO)
    terminal.press("2", "G", "enter")
    terminal.wait_for("Note what they said")
    terminal.press("3")
    terminal.wait_for("6 of 7")
    terminal.send(WHY)
    terminal.wait_for(WHY)
    terminal.press("tab")
    terminal.wait_for("7 of 7")
    terminal.send(LESSON)
    terminal.wait_for(LESSON)
    terminal.press("escape")
    terminal.until(
        lambda: (read(db).reflection.why_not, read(db).reflection.lessons) == (WHY, LESSON),
    )


def prepare(terminal: Terminal, db: Path) -> None:
    """The page for the interview to come has the right things of each, and goes out as Markdown."""
    to_interview(terminal, "Hill School")
    terminal.press("p")
    terminal.wait_for("Prepare for Hill School")
    terminal.press("y")
    terminal.wait_for("hill-school-preparation")
    folder = db.with_name(f"{db.stem}-letters")
    (copied,) = folder.glob("*hill-school-preparation*")
    sheet = copied.read_text()
    parts = {part.split("\n")[0]: part for part in sheet.split("\n## ")}
    assert "Ms. Ines Roy" in sheet
    assert THOUGHTS["differently"] in parts["Do differently"]
    assert LESSON in parts["Do differently"]
    unanswered = parts["Questions without an answer"]
    assert "asked at 2 interviews" in next(one for one in unanswered.split("\n") if LEAVE in one)
    assert CHANGE in unanswered
    assert XRAY not in unanswered, "it has an answer, and went well"
    assert XRAY in parts["Answers to have ready"]
    assert STORY["name"] in parts["Stories not yet told here"]
    assert THOUGHTS["well"] not in sheet
    assert f"{WHY} (their no, " in sheet


def to_interview(terminal: Terminal, employer: str) -> None:
    terminal.press("1", "escape")
    terminal.send(f"/{employer}")
    terminal.wait_for("INTERVIEWS 1")
    terminal.press("enter")
    terminal.wait_for(f"2 Four steps · {employer}")
    terminal.wait_gone("INTERVIEWS 1")


def to_line(terminal: Terminal, number: int) -> None:
    """To a line of the journal, counted from 0: five prompts, how sure, the questions."""
    terminal.press("4", "g", *["j"] * number)


def read(db: Path) -> Facts:
    """All that is on file about the interview of yesterday."""
    with opened(db) as store:
        facts = store.interviews.facts(LAKESIDE)
        assert facts is not None
        return facts


def thoughts(db: Path) -> dict[str, str]:
    reflection: Reflection = read(db).reflection
    return {prompt: getattr(reflection, prompt) for prompt in THOUGHTS}
