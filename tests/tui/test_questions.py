"""Questions: noted in a line, found when met before, and all of them on one screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.practice import Went
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.story import Story
from afterview_tui.domain.text import clean
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.journal.practice_dialog import Practice
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import NARROW, WIDE, Clock, Window, opened, second

SIZES = [WIDE, NARROW, (60, 20)]
LEAVE, YEARS, PAY = "Why do you want to leave?", "Where in five years?", "What pay?"
QUESTIONS = "SELECT id, interview_id, text FROM question WHERE binned_at IS NULL ORDER BY id"
ASKINGS = "SELECT question_id, interview_id FROM asking WHERE binned_at IS NULL ORDER BY id"


@pytest.fixture
def asked(path: Path) -> Path:
    """Lakeside (1) and Oak Vision (2) asked why; only Oak asked where; nobody asked what pay."""
    with closing(Store(path, Clock())) as store:
        journal = store.journal
        for text, number in ((LEAVE, 1), (LEAVE, 2), (YEARS, 2)):
            journal.ask(text, number)
        journal.ask(PAY, None, expected=True)
        why = journal.questions()[0].question
        journal.answer(why, "I want to learn.\nAnd I like people.", "")
        journal.edit(replace(why, themes="motivation, honesty"), why)
        journal.practised(why, Went.SHAKY, date(2026, 11, 17))
        store.stories.add(Story(name="The recall list", themes="teamwork"))
    return path


@asynccontextmanager
async def shelf(path: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Window]:
    """The app with all questions in front, opened from the journal."""
    async with opened(path, size=size) as window:
        await window.press("4", "5", "]")
        assert window.shelf.WHERE is Where.QUESTIONS
        yield window


def listed(window: Window) -> list[str]:
    """The questions of the list, with their marks."""
    rows = window.shelf.listing.rows
    return [str(one.prompt).split("  ")[0].strip() for one in rows.options]


async def note(window: Window, text: str) -> None:
    """Note a question in the journal, in one go."""
    await window.press("4", "a")
    await window.typed(f"{text}\n")


async def test_a_question_asked_elsewhere_is_noted_here_too_and_that_is_said(asked: Path) -> None:
    async with opened(asked) as window:
        await note(window, "where in FIVE years")
        assert window.rows(QUESTIONS)[1:] == [(2, 2, YEARS), (3, None, PAY)]
        assert window.rows(ASKINGS) == [(1, 2), (2, 1)]
        await window.says("Noted here too (2 interviews).")
        assert f"○ {YEARS}  asked at 2 interviews" in window.pane("journal")
        await window.press("u")
        assert window.rows(ASKINGS) == [(1, 2)]
        assert YEARS not in window.pane("journal")


async def test_a_question_noted_here_already_changes_nothing_and_that_is_said(asked: Path) -> None:
    async with opened(asked) as window:
        await note(window, "why do you want to leave")
        assert (len(window.rows(QUESTIONS)), window.rows(ASKINGS)) == (3, [(1, 2)])
        await window.says("It is noted here already; nothing was added.")


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_met_before_is_said_while_it_is_typed_and_taken_with_an_arrow(
    asked: Path, size: tuple[int, int]
) -> None:
    async with opened(asked, size=size) as window:
        await window.press("1", "j", "4", "a")
        await window.typed("Why are you leaving")
        await window.until(lambda: window.hint("line"))
        told = "On file: “Why do you want to leave?” asked at 2 interviews, answer prepared"
        assert window.hint("line") == f"{told}\n→ takes it"
        await window.press("right")
        assert window.value("line") == LEAVE
        await window.press("enter")
        assert (len(window.rows(QUESTIONS)), window.rows(ASKINGS)) == (3, [(1, 2)])


async def test_what_is_typed_alike_is_a_question_of_its_own_until_the_offer_is_taken(
    asked: Path,
) -> None:
    async with opened(asked) as window:
        await note(window, "Why are you leaving?")
        assert window.rows(QUESTIONS)[-1] == (4, 1, "Why are you leaving?")
        assert window.rows(ASKINGS) == [(1, 2)]


async def test_undo_of_an_answer_stays_where_it_was_written_though_another_asked_first(
    asked: Path,
) -> None:
    async with opened(asked) as window:
        await note(window, YEARS)  # Oak Vision asked first
        await window.press("enter")
        await window.typed("Here, and further")
        await window.press("escape", "u")
        answers = "SELECT answer FROM question WHERE id = 2"
        assert window.rows(answers) == [("",)]
        assert "4 Journal · Lakeside Dental" in window.pane("journal")
        assert f"○ {YEARS}" in window.pane("journal")
        await window.press("U")
        assert window.rows(answers) == [("Here, and further",)]
        assert "4 Journal · Lakeside Dental" in window.pane("journal")


async def test_before_the_interview_a_notes_a_question_that_is_expected(path: Path) -> None:
    with closing(Store(path, Clock())) as store:
        ames = Interview(employer="Ames", held_on=date(2026, 11, 24))
        store.interviews.add(Entry(ames))
    async with opened(path) as window:
        window.desk.reveal(3)
        await window.press("4")
        assert "Questions I expect  a adds one" in window.pane("journal")
        await window.press("a")
        assert "A question you expect" in window.screen
        await window.typed(f"{PAY}\n")
        assert window.rows("SELECT interview_id, text, expected FROM question") == [(3, PAY, 1)]
        assert "Questions I expect  1 question, 1 without an answer" in window.pane("journal")
        await window.press("u")
        assert window.rows("SELECT text FROM question") == []


async def test_the_cursor_is_on_the_question_just_noted_and_enter_writes_its_answer(
    asked: Path,
) -> None:
    async with opened(asked) as window:
        await window.press("4")
        await window.to_line("Questions")
        await note(window, "What would you read first?")
        assert "What would you read first?" in window.current_line
        await window.press("enter")
        await window.typed("The complaints")
        await window.press("escape")
        assert ("What would you read first?", "The complaints") in window.rows(
            "SELECT text, answer FROM question"
        )


async def test_another_question_is_noted_without_a_word(asked: Path) -> None:
    async with opened(asked) as window:
        await note(window, "Do you have a car?")
        assert window.rows(QUESTIONS)[-1] == (4, 1, "Do you have a car?")
        assert window.notice == ""


async def test_the_form_in_the_journal_changes_words_expectation_and_themes(asked: Path) -> None:
    async with opened(asked) as window:
        await window.press("4")
        await window.to_line(LEAVE)
        await window.press("e")
        await window.fill("text", " And when?")
        await window.fill("expected", "e")
        await window.fill("themes", ",  hon")
        await window.press("right", "ctrl+s")
        (row,) = window.rows("SELECT text, expected, themes FROM question WHERE id = 1")
        assert row == (f"{LEAVE} And when?", 1, "motivation, honesty, hon")
        assert "Questions  1 question, 1 expected" in window.pane("journal")
        about = " ".join(window.pane("journal").replace("│", " ").replace("▌", " ").split())
        assert "expected; asked at 2 interviews; shaky, Tue 17 Nov" in about


async def test_themes_in_use_are_offered(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.to_line(YEARS)
        await window.press("e")
        await window.fill("themes", "hon")
        await window.press("right", "ctrl+s")
        assert window.rows("SELECT themes FROM question WHERE id = 2") == [("honesty",)]


async def test_words_that_are_on_file_twice_are_doubted_and_kept(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.to_line(PAY)
        await window.press("e", *["backspace"] * len(PAY))
        await window.typed(YEARS)
        await window.until(lambda: "On file already in these words" in window.hint("text"))
        await window.press("ctrl+s")
        assert [text for *_, text in window.rows(QUESTIONS)] == [LEAVE, YEARS, YEARS]


async def test_unexpected_questions_come_first_in_the_journal(path: Path) -> None:
    with closing(Store(path, Clock())) as store:
        store.journal.ask("Why us?", 1, expected=True)
        store.journal.ask("Why not?", 1)
    async with opened(path) as window:
        shown = window.pane("journal")
        assert "Questions  2 questions, 1 expected, 2 without an answer" in shown
        assert shown.index("Why not?") < shown.index("Why us?  expected")


async def test_deleted_at_one_interview_a_question_stays_at_the_other(asked: Path) -> None:
    async with opened(asked) as window:
        await window.press("4")
        await window.to_line(LEAVE)
        await window.press("d")
        assert window.rows(QUESTIONS)[0] == (1, 2, LEAVE)
        assert window.rows(ASKINGS) == []
        await window.says("Deleted here. It stays on file: asked at Oak Vision.")
        assert LEAVE not in window.pane("journal")
        await window.press("u")
        assert window.rows(QUESTIONS)[0] == (1, 1, LEAVE)
        assert window.rows(ASKINGS) == [(1, 2)]
        assert LEAVE in window.pane("journal")


@pytest.mark.parametrize("size", SIZES)
async def test_every_question_is_listed_those_without_an_answer_first(
    asked: Path, size: tuple[int, int]
) -> None:
    async with shelf(asked, size) as window:
        assert listed(window) == [f"○ {YEARS}", f"○ {PAY}", f"✓ {LEAVE}"]
        assert window.focused == "shelf-rows"
        assert "3 questions" in window.lines[0]
        assert "Oak Vision" in window.lines_of("#shelf-list")
        await window.press("G")
        card = window.lines_of("#card")
        assert LEAVE in card
        assert "motivation, honesty" in card
        assert "I want to learn." in card
        assert all(len(line) <= size[0] for line in window.lines)


async def test_the_card_tells_where_it_was_asked_and_how_it_went(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.press("G")
        card = window.lines_of("#card")
        for words in ("shaky, Tue 17 Nov", "Fri 20 Nov: Lakeside Dental, Hygienist"):
            assert words in card
        assert card.index("Mon 23 Nov: Oak Vision, Aide") < card.index("Fri 20 Nov")


async def test_the_filter_finds_a_theme_and_an_employer(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.press("slash")
        await window.typed("honest oak")
        assert listed(window) == [f"✓ {LEAVE}"]
        assert "1 of 3 questions" in window.lines[0]
        await window.typed("x")
        assert "No question has these words" in window.lines_of("#card")
        assert "/ changes the filter." in window.lines_of("#card")


async def test_enter_writes_the_answer(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.to_line(YEARS)
        assert "None yet. Enter writes one." in window.lines_of("#card")
        await window.press("enter")
        await window.typed("Still learning.")
        await window.press("ctrl+s")
        assert window.rows("SELECT answer FROM question WHERE id = 2") == [("Still learning.",)]
        assert f"✓ {YEARS}" in listed(window)
        assert "Still learning." in window.lines_of("#card")


async def test_an_answer_that_is_left_is_brought_back(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.to_line(YEARS)
        await window.press("enter")
        await window.typed("Still")
        await window.press("escape", "enter")
        assert window.value("answer") == "Still"
        assert window.rows("SELECT answer FROM question WHERE id = 2") == [("",)]


async def test_a_question_that_nobody_asked_is_added_and_one_on_file_is_shown(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.press("a")
        await window.typed("When can you start?\n")
        assert window.rows("SELECT interview_id, text, expected FROM question WHERE id = 4") == [
            (None, "When can you start?", 1)
        ]
        assert "When can you start?" in window.lines_of("#card")
        await window.says("Added. Enter writes its answer.")
        await window.press("a")
        await window.typed("why do you want to leave\n")
        assert len(window.rows(QUESTIONS)) == 4
        await window.says("It is on file already; nothing was added.")
        assert LEAVE in window.lines_of("#card")


async def test_deleted_on_the_screen_a_question_goes_everywhere_and_comes_back(
    asked: Path,
) -> None:
    async with shelf(asked) as window:
        await window.to_line(LEAVE)
        await window.press("d")
        assert window.rows(QUESTIONS) == [(2, 2, YEARS), (3, None, PAY)]
        await window.says("Deleted. It was asked at 2 interviews. u brings it back.")
        await window.press("u")
        assert window.rows(QUESTIONS)[0] == (1, 1, LEAVE)
        assert f"✓ {LEAVE}" in listed(window)
        await window.press("U")
        assert f"✓ {LEAVE}" not in listed(window)


async def test_a_story_is_linked_and_the_link_taken_off_again(asked: Path) -> None:
    linked = "SELECT story_id, question_id FROM answering WHERE binned_at IS NULL"
    async with shelf(asked) as window:
        await window.to_line(LEAVE)
        await window.choose("link a story")
        await window.press("enter")
        assert window.rows(linked) == [(1, 1)]
        assert "The recall list" in window.lines_of("#card")
        await window.choose("link a story")
        assert "answers it; Enter takes that back" in window.screen
        await window.press("enter")
        assert window.rows(linked) == []
        assert "The recall list" not in window.lines_of("#card")


async def test_practice_opens_and_leads_back(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.press("p")
        assert isinstance(window.app.screen, Practice)
        assert YEARS in window.screen
        await window.press("space", "3", "escape")
        assert window.rows("SELECT went FROM question WHERE id = 2") == [("good",)]
        await window.says("1 practised.")
        assert listed(window)[-1] == f"○ {YEARS}"


async def test_a_question_is_copied_with_its_answer(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.to_line(LEAVE)
        await window.press("y")
        await window.until(lambda: window.clipboard.texts)
        assert window.clipboard.texts[0].startswith(LEAVE)
        assert "  I want to learn.\n  And I like people." in window.clipboard.texts[0]


async def test_back_in_the_journal_it_shows_what_was_done(asked: Path) -> None:
    async with shelf(asked) as window:
        await window.to_line(LEAVE)
        await window.press("d", "escape")
        assert window.app.screen is window.main
        assert LEAVE not in window.pane("journal")
        assert window.focused == "journal-rows"


async def test_an_empty_file_says_how_questions_come_to_be_here(path: Path) -> None:
    async with shelf(path) as window:
        assert "No question is on file yet" in window.screen
        for key in ("enter", "e", "d", "y"):
            await window.press(key)
            assert window.shelf.WHERE is Where.QUESTIONS


async def test_what_another_window_deleted_gives_a_sentence_and_keeps_what_was_typed(
    asked: Path, clock: Clock
) -> None:
    async with opened(asked, clock=clock) as window, second(asked, clock) as other:
        await window.open_tab(Where.QUESTIONS)
        await window.to_line(YEARS)
        await window.press("enter")
        await window.typed("Still learning.")
        (question,) = other.file.all(Question, "id = 2")
        other.journal.bin(question)
        await window.press("ctrl+s")
        assert window.rows("SELECT answer FROM question WHERE id = 2") == [("",)]
        await window.says("This question is no longer on file; another window removed it.")
        assert isinstance(window.app.screen, Form)
        assert window.value("answer") == "Still learning."


async def test_both_windows_keep_what_they_changed(asked: Path, clock: Clock) -> None:
    async with opened(asked, clock=clock) as window, second(asked, clock) as other:
        await window.press("4")
        await window.to_line(LEAVE)
        await window.press("e")
        await window.fill("text", " Now?")
        (question,) = other.file.all(Question, "id = 1")
        other.journal.edit(replace(question, themes="honesty"), question)
        await window.press("ctrl+s")
        assert window.rows("SELECT text, themes FROM question WHERE id = 1") == [
            (f"{LEAVE} Now?", "honesty")
        ]


async def test_hostile_text_is_shown_as_text(asked: Path) -> None:
    hostile = "[/boom] [b]x[/b] $5\x1b]52;c;Ym9vbQ==\x07\x9b31m"
    kept = clean(hostile)
    async with shelf(asked) as window:
        await window.press("a")
        await window.paste(hostile)
        await window.press("enter")
        assert window.rows(QUESTIONS)[-1] == (4, None, kept)
        await window.press("e")
        window.entry("themes").focus()
        await window.settle()
        await window.paste(hostile)
        await window.press("ctrl+s")
        assert window.rows("SELECT themes FROM question WHERE id = 4") == [(kept,)]
        assert window.lines_of("#card").count(kept) == 2
        await window.press("escape", "4", "a")
        await window.typed("[/boom] [b]x")
        await window.until(lambda: window.hint("line"))
        assert f"“{kept}”" in window.hint("line")
