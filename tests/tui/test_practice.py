"""Practice: one question at a time, what is noted of it, and the way back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from afterview_tui.domain.practice import Went
from afterview_tui.domain.records import Interview
from afterview_tui.domain.text import clean
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.journal.practice_dialog import (
    AT_THE_END,
    Practice,
)
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import NARROW, WIDE, Clock, Window, opened, records, second

SIZES = [WIDE, NARROW, (60, 20)]
EVERY_SIZE = pytest.mark.parametrize("size", SIZES)
TUESDAY = date(2026, 11, 17)
WHY, WEAKNESS, TIME = "Why this practice?", "Your weakness?", "Tell me about a time."
ANSWER = "I like children.\n\nAnd the x-ray is new."
NO_QUESTIONS = (
    "No questions are noted yet. In the journal of an interview, a notes one that you were asked;"
    " the answer can wait. It is then practised here."
)
NO_ANSWER = "No answer is prepared yet. e writes one; it can wait."
SAY_IT = "Say it aloud; Space shows the answer, e writes one."


def note(
    path: Path,
    text: str,
    answer: str = "",
    went: Went | None = None,
    on: date = TUESDAY,
    interview_id: int | None = 1,
) -> None:
    """Put a question on file."""
    with closing(Store(path, Clock())) as store:
        number = store.journal.ask(text, interview_id)
        question = store.journal.questions()[-1].question
        assert question.id == number
        if answer:
            store.journal.answer(question, answer, "")
        if went is not None:
            store.journal.practised(question, went, on)


@pytest.fixture
def three(path: Path) -> Path:
    """A shaky question with an answer (1), one without an answer (2), one never practised (3)."""
    note(path, WHY, ANSWER, Went.SHAKY)
    note(path, WEAKNESS)
    note(path, TIME, "The broken chair.", interview_id=None)
    return path


async def practise(window: Window) -> Practice:
    """Go to the journal and begin."""
    await window.press("4", "question_mark", *"practise", "enter")
    view = window.app.screen
    assert isinstance(view, Practice)
    return view


def said(window: Window) -> str:
    """The page, as one line."""
    return " ".join(window.lines_of("#practice-page").split())


async def test_who_begins_to_type_the_answer_is_told_where_it_is_written(three: Path) -> None:
    """ "I'd say …" was typed at the question, and its e opened the answer in mid-sentence."""
    async with opened(three) as window:
        await practise(window)
        before = records(three)
        await window.press("I")
        await window.says("Nothing is typed here. e writes an answer.")
        assert records(three) == before


async def test_at_the_end_of_the_practice_no_answer_is_offered(path: Path) -> None:
    note(path, WHY, ANSWER)
    async with opened(path) as window:
        await practise(window)
        await window.press("space", "3")
        notice = window.notice
        await window.press("X")
        assert window.notice == notice


async def test_space_says_how_to_go_on_once_the_answer_is_read(three: Path) -> None:
    async with opened(three) as window:
        await practise(window)
        await window.press("space", "space")
        await window.says("How did it go? 1 again, 2 shaky, 3 good.")


def on_file(window: Window) -> list[tuple[Any, ...]]:
    """How each question went, and when."""
    return window.rows("SELECT went, practised_on FROM question ORDER BY id")


@EVERY_SIZE
async def test_a_question_is_shown_with_where_it_was_asked_and_its_answer_hidden(
    path: Path, size: tuple[int, int]
) -> None:
    note(path, WHY, ANSWER, Went.SHAKY)
    async with opened(path, size=size) as window:
        await practise(window)
        assert said(window) == f"{WHY} asked at Lakeside Dental; shaky, Tue 17 Nov"
        assert window.lines_of("#practice-foot").strip() == SAY_IT
        assert "children" not in window.screen
        assert on_file(window) == [("shaky", "2026-11-17")]


@EVERY_SIZE
@pytest.mark.parametrize("key", ["space", "enter"])
async def test_the_answer_is_shown_when_it_is_asked_for(
    path: Path, size: tuple[int, int], key: str
) -> None:
    note(path, WHY, ANSWER)
    async with opened(path, size=size) as window:
        await practise(window)
        row = next(i for i, line in enumerate(window.lines) if WHY in line)
        await window.press(key)
        assert said(window).endswith("I like children. And the x-ray is new.")
        assert WHY in window.lines[row], "the question stays where it is"
        for rating in ("1 Again", "2 Shaky", "3 Good"):
            assert rating in window.lines_of("#practice-foot")


RATINGS = [("1", "again"), ("2", "shaky"), ("3", "good")]


@pytest.mark.parametrize(("key", "went"), RATINGS)
async def test_how_it_went_is_on_file_at_once_and_the_next_one_comes(
    three: Path, key: str, went: str
) -> None:
    async with opened(three) as window:
        await practise(window)
        assert said(window).startswith(WEAKNESS)
        await window.press("space", key)
        assert on_file(window) == [("shaky", "2026-11-17"), (went, "2026-11-23"), ("", None)]
        assert window.rows("SELECT sentence FROM change ORDER BY id DESC LIMIT 1") == [
            (f"practised “{WEAKNESS}”: {went}",)
        ]
        assert said(window).startswith(WHY)
        assert window.lines[0].rstrip().endswith("1 practised")
        assert "children" not in window.screen


@pytest.mark.parametrize("key", [key for key, _ in RATINGS])
async def test_how_it_went_is_not_said_before_the_answer_was_seen(three: Path, key: str) -> None:
    async with opened(three) as window:
        await practise(window)
        before = on_file(window)
        await window.press(key)
        assert on_file(window) == before
        assert said(window).startswith(WEAKNESS)


async def test_keys_that_are_typed_ahead_go_to_the_practice(three: Path) -> None:
    async with opened(three) as window:
        await window.press("4")
        await window.typed("?practise\n 3 2 1")
        assert on_file(window) == [
            ("shaky", "2026-11-23"),
            ("good", "2026-11-23"),
            ("again", "2026-11-23"),
        ]


async def test_a_question_without_an_answer_says_so_and_one_is_written(three: Path) -> None:
    async with opened(three) as window:
        await practise(window)
        await window.press("space")
        assert said(window).endswith(NO_ANSWER)
        await window.press("e")
        await window.typed("I talk fast.\nI breathe.")
        await window.press("ctrl+s")
        assert window.rows("SELECT answer FROM question WHERE id = 2") == [
            ("I talk fast.\nI breathe.",)
        ]
        assert said(window).endswith("I talk fast. I breathe.")
        assert "How did it go?" in window.lines_of("#practice-foot")
        await window.press("3")
        assert on_file(window)[1] == ("good", "2026-11-23")


async def test_an_answer_that_was_begun_is_brought_back(three: Path) -> None:
    async with opened(three) as window:
        await practise(window)
        await window.press("e")
        await window.typed("I talk")
        await window.press("escape")
        assert window.rows("SELECT answer FROM question WHERE id = 2") == [("",)]
        assert said(window).endswith(NO_ANSWER)
        await window.press("escape", "question_mark", *"practise", "enter", "e")
        assert isinstance(window.app.screen, Form)
        assert window.value("answer") == "I talk"


async def test_an_answer_from_another_window_is_kept_beside_ours(three: Path) -> None:
    clock = Clock()
    async with opened(three, clock=clock) as window:
        await practise(window)
        await window.press("e")
        await window.typed("Ours")
        async with second(three, clock) as other:
            question = other.journal.questions()[1].question
            other.journal.answer(question, "Theirs", "")
        await window.press("ctrl+s")
        assert window.rows("SELECT answer FROM question WHERE id = 2") == [("Ours",)]
        assert window.rows("SELECT text FROM text_version") == [("Theirs",)]


async def test_what_is_to_be_tried_again_comes_once_more_and_counts_once(three: Path) -> None:
    async with opened(three) as window:
        await practise(window)
        await window.press("space", "1", "space", "3", "space", "3")
        assert said(window).startswith(WEAKNESS)
        assert "to try again, Mon 23 Nov" in said(window)
        await window.press("space", "1")
        assert on_file(window)[1] == ("again", "2026-11-23")
        assert said(window).startswith(f"3 practised. {AT_THE_END}")


async def test_a_skipped_question_stays_as_it_is(three: Path) -> None:
    async with opened(three) as window:
        await practise(window)
        before = on_file(window)
        await window.press("]", "]", "]")
        assert on_file(window) == before
        assert said(window) == AT_THE_END
        await window.press("u")
        assert said(window).startswith(TIME)
        await window.press("escape")
        assert window.notice == ""


async def test_u_takes_back_step_by_step_and_goes_back_to_the_question(three: Path) -> None:
    async with opened(three) as window:
        await practise(window)
        before = on_file(window)
        await window.press("space", "1", "]", "e")
        await window.typed(" Still.")
        await window.press("ctrl+s", "3")
        assert said(window).startswith(WEAKNESS)
        await window.press("u")
        assert on_file(window)[2] == ("", None)
        await window.says(f"Undone: practised “{TIME}”: good")
        assert said(window).startswith(TIME)
        assert "chair" not in window.screen
        await window.press("u")
        assert window.rows("SELECT answer FROM question WHERE id = 3") == [("The broken chair.",)]
        assert said(window).endswith("The broken chair.")
        await window.press("u")
        assert on_file(window)[1] == ("again", "2026-11-23")
        assert said(window).startswith(WHY)
        await window.press("u")
        assert on_file(window) == before
        assert said(window).startswith(WEAKNESS)
        assert "practised" not in window.lines[0]
        await window.press("u")
        assert on_file(window) == before
        assert window.rows("SELECT count(*) FROM question") == [(3,)]
        await window.says("There is nothing to take back here yet.")


async def test_u_goes_back_past_what_went_as_it_had_gone_the_same_day(path: Path) -> None:
    note(path, WHY, ANSWER, Went.SHAKY, date(2026, 11, 23))
    async with opened(path) as window:
        await practise(window)
        await window.press("space", "2", "u")
        assert on_file(window) == [("shaky", "2026-11-23")], "the change of before stands"
        assert said(window).startswith(WHY)


@pytest.mark.parametrize("keys", [["space"], ["space", "j"], ["]"], ["space", "3"], []])
@pytest.mark.parametrize("stop", ["escape", "q"])
async def test_it_is_stopped_at_any_time(three: Path, keys: Sequence[str], stop: str) -> None:
    async with opened(three) as window:
        await practise(window)
        await window.press(*keys, stop)
        assert window.app.screen is window.main
        assert window.focused == "journal-rows"
        practised = [row for row in on_file(window) if row[1] == "2026-11-23"]
        assert len(practised) == ("3" in keys)
        assert window.notice == ("1 practised." if practised else "")


async def test_the_end_says_what_was_done_and_offers_what_rests(path: Path) -> None:
    note(path, WHY, ANSWER, Went.GOOD, date(2026, 11, 20))
    note(path, WEAKNESS)
    async with opened(path) as window:
        # The interview on file of today would let it come at once.
        window.store.interviews.bin(window.store.interviews.facts(2).interview)  # type: ignore[union-attr]
        await practise(window)
        await window.press("space", "3")
        assert said(window) == (
            f"1 practised. {AT_THE_END} 1 question went well lately and rests."
            " Enter practises them all the same."
        )
        await window.press("3", "]", "e")
        assert said(window).startswith("1 practised.")
        await window.press("enter")
        assert said(window).startswith(WHY)
        await window.press("enter", "3")
        assert on_file(window) == [("good", "2026-11-23"), ("good", "2026-11-23")]
        assert said(window) == f"2 practised. {AT_THE_END}"


async def test_questions_of_the_next_employer_come_first_and_it_is_named(path: Path) -> None:
    note(path, WHY, ANSWER, interview_id=1)
    note(path, TIME, ANSWER, interview_id=2)
    async with opened(path) as window:
        window.store.interviews.bin(window.store.interviews.facts(2).interview)  # type: ignore[union-attr]
        coming = Interview(employer="Lakeside Dental", held_on=date(2026, 11, 26))
        window.store.interviews.add(Entry(coming))
        await practise(window)
        assert "next: Lakeside Dental, Thu 26 Nov, in 3 days" in window.lines[0]
        assert said(window).startswith(WHY)


@EVERY_SIZE
async def test_without_any_question_it_is_said_how_to_note_one(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        await practise(window)
        assert said(window) == NO_QUESTIONS
        await window.press("space", "3", "]", "e", "u", "enter")
        assert said(window) == NO_QUESTIONS
        await window.press("escape")
        assert window.app.screen is window.main


async def test_a_question_that_another_window_removed_does_not_come(three: Path) -> None:
    clock = Clock()
    async with opened(three, clock=clock) as window:
        await practise(window)
        async with second(three, clock) as other:
            other.journal.bin(other.journal.questions()[0].question)
        await window.press("space", "3")
        assert said(window).startswith(TIME)


async def test_the_journal_says_quietly_how_a_question_went(three: Path) -> None:
    async with opened(three) as window:
        await practise(window)
        await window.press("space", "3", "space", "1", "escape")
        assert f"✓ {WHY}  to try again, Mon 23 Nov" in window.pane("journal")


async def test_a_click_shows_the_answer_and_says_how_it_went(three: Path) -> None:
    async with opened(three, size=NARROW) as window:
        await practise(window)
        await window.pilot.click("#practice-words")
        await window.settle()
        assert said(window).endswith(NO_ANSWER)
        row = next(i for i, line in enumerate(window.lines) if "2 Shaky" in line)
        await window.pilot.click(offset=(window.lines[row].index("2 Shaky") + 1, row))
        await window.settle()
        assert on_file(window)[1] == ("shaky", "2026-11-23")


@EVERY_SIZE
async def test_a_long_answer_is_read_on_in_by_page_and_the_next_one_starts_at_its_top(
    path: Path, size: tuple[int, int]
) -> None:
    note(path, WHY, "\n".join(f"Line {number}." for number in range(60)))
    note(path, TIME, ANSWER)
    async with opened(path, size=size) as window:
        await practise(window)
        await window.press("space")
        assert WHY in said(window)
        await window.press("space")
        assert WHY not in said(window)
        await window.press("G")
        assert "Line 59." in said(window)
        await window.press("g")
        assert WHY in said(window)
        await window.press("3")
        assert said(window).startswith(TIME)


@EVERY_SIZE
async def test_the_keys_stand_at_the_foot_and_in_the_list(
    three: Path, size: tuple[int, int]
) -> None:
    async with opened(three, size=size) as window:
        await practise(window)
        for key in ("Space On", "] Skip", "e Answer", "u Undo", "Esc Stop"):
            assert key in window.lines[-1]
        await window.press("question_mark")
        assert "Practising questions" in window.screen
        await window.press("escape")
        assert said(window).startswith(WEAKNESS)


async def test_without_colour_words_still_tell(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(three) as window:
        await practise(window)
        assert window.app.no_color
        await window.press("space")
        assert "1 Again" in window.lines_of("#practice-foot")


@pytest.mark.parametrize("size", [(30, 8), (10, 3)])
async def test_a_tiny_window_is_no_error(three: Path, size: tuple[int, int]) -> None:
    async with opened(three, size=size) as window:
        await practise(window)
        await window.press("space", "3", "space", "j", "2", "]", "u")
        assert on_file(window)[:2] == [("shaky", "2026-11-23"), ("good", "2026-11-23")]


@EVERY_SIZE
async def test_hostile_text_is_shown_safely(path: Path, size: tuple[int, int]) -> None:
    evil = "[/boom] [b]x[/b] \x1b]52;c;Ym9v\x07a\x9b31mb\u202ec\x00 東京"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE interview SET employer = ?", [evil])
        connection.execute(
            "INSERT INTO question (interview_id, text, expected, answer, went, practised_on)"
            " VALUES (1, ?1, 0, ?1, ?1, '2026-11-17')",
            [evil],
        )
    async with opened(path, size=size) as window:
        await practise(window)
        shown = "[/boom] [b]x[/b] abc 東京"
        assert said(window).startswith(shown)
        assert said(window).endswith(f"asked at {shown}; {shown}, Tue 17 Nov")
        for keys in (["space"], ["e"], ["escape"], ["3"], ["u"]):
            assert all(clean(line) == line for line in window.lines)
            await window.press(*keys)
        assert all(clean(line) == line for line in window.lines)
        assert shown in window.notice


async def test_five_hundred_questions_are_practised(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            "INSERT INTO question (interview_id, text, expected, answer, went, practised_on)"
            " VALUES (1, ?, 0, 'So.', ?, date('2026-11-23', ?))",
            [
                (f"Question {n}?", "shaky" if n % 3 else "again", f"-{n % 1800} days")
                for n in range(1, 501)
            ],
        )
    async with opened(path) as window:
        await practise(window)
        assert said(window).startswith("Question 498?")
        await window.press("space", "3")
        assert window.rows("SELECT went FROM question WHERE text = 'Question 498?'") == [("good",)]
        assert said(window).startswith("Question 495?")


@EVERY_SIZE
async def test_the_footer_shows_the_way_to_the_list(three: Path, size: tuple[int, int]) -> None:
    async with opened(three, size=size) as window:
        await practise(window)
        assert "? All" in window.lines[-1]
        assert "Esc Stop" in window.lines[-1]
