"""The journal: prompts, how sure one feels, questions and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tui.driving import NARROW, Window, opened, second


async def on(window: Window, words: str) -> None:
    """Go to a line of the journal."""
    await window.press("4")
    await window.to_line(words)


async def test_two_prompts_are_written_and_on_file(path: Path) -> None:
    async with opened(path) as window:
        await on(window, "What went well")
        await window.press("enter")
        assert "What went well" in window.pane("journal")
        await window.typed("They laughed\nat my joke")
        await window.press("escape")
        assert window.focused == "journal-rows"
        await on(window, "What they cared about")
        await window.press("enter")
        await window.typed("Calm patients")
        await window.until(
            lambda: (
                window.rows("SELECT interview_id, well, cared FROM reflection")
                == [(1, "They laughed\nat my joke", "Calm patients")]
            )
        )
        await window.press("escape")
        assert "They laughed" in window.pane("journal")
        assert "at my joke" in window.pane("journal")
        assert "Calm patients" in window.pane("journal")
        assert "✓ Write down how it went" in window.pane("steps")


async def test_two_prompts_take_four_keys_and_a_question_three(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "enter")
        await window.typed("Calm")
        await window.press("tab")
        await window.typed("Shorter answers")
        await window.press("escape")
        assert window.rows("SELECT well, improve FROM reflection") == [("Calm", "Shorter answers")]
        await window.press("4", "a")
        await window.typed("Why us?")
        await window.press("enter")
        assert window.rows("SELECT interview_id, text FROM question") == [(1, "Why us?")]


@pytest.mark.parametrize("size", [NARROW, (60, 20)])
async def test_a_long_question_and_its_answer_are_set_in_where_they_go_on(
    path: Path, size: tuple[int, int]
) -> None:
    asked = "Can you tell us of a time when " + "somebody did not agree with you " * 3
    async with opened(path, size=size) as window:
        await window.press("4", "a")
        await window.typed(f"{asked}\n")
        await window.press("enter")
        await window.typed("I would tell of the room, and then of the list that we made. " * 2)
        await window.press("escape")
        rows = [row[len("│ ") :] for row in window.lines]
        at = next(number for number, row in enumerate(rows) if row.startswith("✓ Can you"))
        until = next(number for number, row in enumerate(rows) if row.startswith("Stories"))
        assert until - at >= 4
        assert all(row.startswith("  ") for row in rows[at + 1 : until])


LEAVES: list[list[str]] = [
    ["escape"], ["tab"], ["shift+tab"], ["f2"], ["f2", "j"], ["f4"], ["ctrl+s"],
]  # fmt: skip


@pytest.mark.parametrize("keys", LEAVES)
async def test_leaving_a_prompt_saves_it_at_once(path: Path, keys: Sequence[str]) -> None:
    async with opened(path) as window:
        await on(window, "What to improve")
        await window.press("enter")
        await window.typed("Speak up")
        await window.press(*keys)
        assert window.rows("SELECT interview_id, improve FROM reflection") == [(1, "Speak up")]
        await window.press("f2", "g", "f5")
        await window.to_line("What to improve")
        assert "Speak up" in window.pane("journal")


async def test_the_journal_shows_the_interview_under_the_cursor(path: Path) -> None:
    async with opened(path) as window:
        await on(window, "What went well")
        await window.press("enter")
        await window.typed("Lakeside only")
        await window.press("escape", "1", "j")
        assert "4 Journal · Oak Vision" in window.pane("journal")
        assert "Lakeside only" not in window.screen
        await window.press("4", "enter")
        assert window.panes.journal.writer.text == ""
        await window.typed("Oak only")
        await window.press("escape")
        assert window.rows("SELECT interview_id, well FROM reflection ORDER BY 1") == [
            (1, "Lakeside only"),
            (2, "Oak only"),
        ]


async def test_a_question_is_noted_without_an_answer_and_answered_later(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "a")
        await window.typed("Why hygiene?\n")
        assert window.rows("SELECT interview_id, text, answer, expected FROM question") == [
            (1, "Why hygiene?", "", 0)
        ]
        assert "○ Why hygiene?" in window.pane("journal")
        assert "1 question, 1 without an answer" in window.pane("journal")

        await on(window, "Why hygiene?")
        await window.press("enter")
        assert "Why hygiene?" in window.pane("journal")
        await window.typed("I like people.")
        await window.press("escape")
        assert window.rows("SELECT answer FROM question") == [("I like people.",)]
        assert "✓ Why hygiene?" in window.pane("journal")
        assert "I like people." in window.pane("journal")
        assert "✓ Unexpected questions" in window.pane("steps")


async def test_an_empty_question_is_not_saved(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "a", "enter")
        assert window.hint("line") == "! There is nothing here yet. Esc closes this."
        await window.press("escape")
        assert window.rows("SELECT * FROM question") == []


async def test_a_question_that_was_begun_is_brought_back(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "a")
        await window.typed("Why hyg")
        await window.press("escape", "a")
        assert window.value("line") == "Why hyg"


async def test_a_question_is_reworded(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "a")
        await window.typed("Why?\n")
        await on(window, "Why?")
        await window.press("e", "end", "backspace")
        await window.typed(" not law?")
        await window.press("ctrl+s")
        assert window.rows("SELECT text FROM question") == [("Why not law?",)]
        assert "Why not law?" in window.pane("journal")


@pytest.mark.parametrize("number", ["1", "3", "5"])
async def test_how_sure_one_feels_is_noted_with_its_day(path: Path, number: str) -> None:
    async with opened(path) as window:
        await on(window, "How sure I feel")
        await window.press("enter", number)
        assert window.rows("SELECT sure, sure_on FROM reflection") == [(int(number), "2026-11-23")]
        assert f"{number} of 5, noted Mon 23 Nov, 3 days after" in window.pane("journal")


async def test_a_deleted_question_is_brought_back_with_its_answer(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "a")
        await window.typed("Why?\n")
        await on(window, "Why?")
        await window.press("enter")
        await window.typed("Because.")
        await window.press("escape")
        await on(window, "Why?")
        await window.press("d")
        assert window.rows("SELECT binned_at IS NOT NULL FROM question") == [(1,)]
        await window.says("Deleted. u brings it back.")
        assert "Why?" not in window.pane("journal")
        await window.press("u")
        assert window.rows("SELECT binned_at, answer FROM question") == [(None, "Because.")]
        assert "Why?" in window.pane("journal")


async def test_questions_are_copied_as_a_list(path: Path) -> None:
    async with opened(path) as window:
        for question in ("Why?", "When?"):
            await window.press("4", "a")
            await window.typed(f"{question}\n")
        await window.press("4", "y")
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts == ["- Why?\n- When?"]


async def test_who_answers_a_question_that_another_window_deletes_is_told_and_keeps_the_words(
    path: Path,
) -> None:
    """The page went blank without a word, and the keys that followed went nowhere."""
    async with opened(path) as window:
        number = window.store.journal.ask("Why hygiene?", 1)
        window.desk.read()
        await on(window, "Why hygiene?")
        await window.press("enter")
        await window.typed("Calm peop")
        async with second(path, window.clock) as other:
            posed = other.journal.get(number)
            assert posed is not None
            other.journal.bin(posed.question)
        await window.says("Another window took this question off the list.")
        await window.typed("le, d")
        await window.press("ctrl+s")
        assert "Calm people, d" in window.pane("journal")
        await window.press("escape")
        assert window.focused == "journal-rows"
        assert "Why hygiene?" not in window.pane("journal")
        answers = window.rows("SELECT answer FROM question WHERE binned_at IS NOT NULL")
        assert answers == [("Calm people, d",)]
        await window.press("u", "u")
        await window.until(lambda: "Why hygiene?" in window.pane("journal"))


async def test_what_another_window_took_off_already_is_not_said_to_be_deleted_here(
    path: Path,
) -> None:
    async with opened(path) as window:
        for interview_id in (1, 2):
            number = window.store.journal.ask("Why hygiene?", interview_id)
        window.desk.read()
        await on(window, "Why hygiene?")
        window.looks_away()
        async with second(path, window.clock) as other:
            posed, facts = other.journal.get(number), other.interviews.facts(1)
            assert posed is not None
            assert facts is not None
            other.journal.take_off(posed.question, facts.interview)
        await window.press("d")
        assert window.rows("SELECT interview_id, binned_at FROM question") == [(2, None)]
        await window.says("no longer noted here")
        assert "Deleted" not in window.notice


@pytest.mark.parametrize(
    "keys",
    [("question_mark", *"practise", "enter", "e"), ("5", "]", "enter")],
    ids=["practice", "questions"],
)
async def test_an_answer_that_two_windows_wrote_is_said_to_be_kept_twice(
    path: Path, keys: Sequence[str]
) -> None:
    async with opened(path) as window:
        number = window.store.journal.ask("Why hygiene?", 1)
        await window.press("4", *keys)
        await window.typed("Calm people")
        async with second(path, window.clock) as other:
            posed = other.journal.get(number)
            assert posed is not None
            other.journal.answer(posed.question, "Teeth", "")
        await window.press("ctrl+s")
        assert window.rows("SELECT answer FROM question") == [("Calm people",)]
        assert window.rows("SELECT text FROM text_version") == [("Teeth",)]
        await window.says("Another window wrote here too.")


async def test_words_that_undo_took_away_are_listed_and_brought_back(path: Path) -> None:
    async with opened(path) as window:
        await on(window, "What went well")
        await window.press("enter")
        await window.typed("The tour")
        await window.press("escape", "u")
        await window.until(lambda: window.rows("SELECT well FROM reflection") == [])
        await on(window, "What went well")
        await window.press("v")
        assert "Earlier versions · What went well" in window.screen
        assert "The tour" in window.screen
        await window.press("enter")
        assert window.rows("SELECT well FROM reflection") == [("The tour",)]
        assert "The tour" in window.pane("journal")


async def test_an_answer_and_what_has_no_versions(path: Path) -> None:
    async with opened(path) as window:
        await window.press("4", "a")
        await window.typed("Why us?\n")
        await window.press("v")
        assert "Earlier versions · Why us?" in window.screen
        said = window.lines_of("#version-words")
        assert "an earlier text is kept when undo takes it away" in " ".join(said.split())
        await window.press("escape")
        await on(window, "How sure I feel")
        await window.press("v")
        assert "Of a prompt and of an answer" in window.notice
