"""The stories: one list, one card, and what is done with them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from afterview_tui.domain.records import Interview
from afterview_tui.domain.stories import Kept
from afterview_tui.domain.story import Landed, Story
from afterview_tui.domain.text import clean
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.pick_dialog import Pick
from afterview_tui.tui.kit.shelf import ShelfScreen
from tests.tui.driving import NARROW, WIDE, Clipboard, Clock, Window, opened, records, second

SIZES = [WIDE, NARROW, (60, 20)]
EVERY_SIZE = pytest.mark.parametrize("size", SIZES)
RECALL = Story(
    name="The recall list",
    situation="On paper",
    task="To find who was missing",
    action="I rang everybody",
    result="41 came back",
    lesson="Ask who keeps the list",
    themes="teamwork, figures",
)


class Shown:
    """The stories in an open window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def screen(self) -> ShelfScreen:
        assert self.window.shelf.WHERE is Where.STORIES
        return self.window.shelf

    @property
    def names(self) -> list[str]:
        """What is listed."""
        return self.window.listed

    @property
    def card(self) -> str:
        return self.window.lines_of("#card")

    def told(self) -> list[tuple[object, ...]]:
        """Every telling that stands."""
        sql = "SELECT story_id, interview_id, landed FROM telling WHERE binned_at IS NULL"
        return self.window.rows(f"{sql} ORDER BY id")


@asynccontextmanager
async def shelf(
    path: Path,
    size: tuple[int, int] = WIDE,
    *,
    seen_from: int | None = None,
    at: int | None = None,
    clock: Clock | None = None,
    clipboard: Clipboard | None = None,
) -> AsyncIterator[Shown]:
    """The app with the stories in front, as seen from an interview or from none."""
    async with opened(path, size=size, clock=clock, clipboard=clipboard) as window:
        window.desk.selected = seen_from
        await window.open_tab(Where.STORIES, None if at is None else str(at))
        yield Shown(window)


def kept(path: Path) -> list[Kept]:
    with closing(Store(path, Clock())) as store:
        return store.stories.all()


@pytest.fixture
def three(path: Path) -> Path:
    """The recall list (1), told at Lakeside Dental; the flood (2); the broken chair (3)."""
    with closing(Store(path, Clock())) as store:
        for story in (RECALL, Story(name="The flood"), Story(name="The broken chair")):
            store.stories.add(story)
        store.stories.tell(replace(RECALL, id=1), 1, Landed.WELL)
    return path


@EVERY_SIZE
async def test_every_story_is_listed_and_the_card_tells_it(
    three: Path, size: tuple[int, int]
) -> None:
    async with shelf(three, size) as shown:
        assert shown.names == ["The broken chair", "The flood", "The recall list"]
        assert shown.window.focused == "shelf-rows"
        assert "3 stories" in shown.window.lines[0]
        assert "only its name yet" in shown.card
        assert "teamwork, figures" in shown.window.lines_of("#shelf-list")
        await shown.window.press("G")
        assert "The recall list" in shown.card
        assert "On paper" in shown.card
        assert all(len(line) <= size[0] for line in shown.window.lines)


async def test_the_card_has_every_part_and_where_it_was_told(three: Path) -> None:
    async with shelf(three, at=1) as shown:
        assert shown.window.current_line.startswith("The recall list")
        for words in ("To find who was missing", "I rang everybody", "41 came back"):
            assert words in shown.card
        assert "Ask who keeps the list" in shown.card
        assert "Fri 20 Nov: Lakeside Dental, landed well" in shown.card
        assert "yet" not in shown.card


@EVERY_SIZE
async def test_seen_from_an_interview_those_not_told_there_come_first(
    three: Path, size: tuple[int, int]
) -> None:
    with closing(Store(three, Clock())) as store:
        store.stories.tell(Story(3, "The broken chair"), 2, Landed.WELL)
    async with shelf(three, size, seen_from=1) as shown:
        assert shown.names == ["The broken chair", "The flood", "The recall list"]
        listed = shown.window.lines_of("#shelf-list")
        assert "for Lakeside Dental" in listed
        assert "already told here" in listed
        assert listed.count("already told") == 1


async def test_a_story_told_five_times_has_a_gentle_sign(three: Path) -> None:
    with closing(Store(three, Clock())) as store:
        for number in range(4):
            held_on = date(2026, 11, 1 + number)
            new = store.interviews.add(Entry(Interview(employer=f"E{number}", held_on=held_on)))
            store.stories.tell(replace(RECALL, id=1), new)
    async with shelf(three, at=1) as shown:
        assert "told 5 times; a fresh one may serve better" in shown.card


async def test_an_empty_file_says_what_a_story_is_for(path: Path) -> None:
    async with shelf(path) as shown:
        assert "No story is on file yet" in shown.window.screen
        for key in ("enter", "e", "space", "d", "y", "u"):
            await shown.window.press(key)
            assert shown.window.app.screen is shown.screen
        assert shown.window.rows("SELECT * FROM story") == []


@EVERY_SIZE
async def test_a_story_is_added_with_its_parts_and_in_view(
    path: Path, size: tuple[int, int]
) -> None:
    async with shelf(path, size) as shown:
        await shown.window.press("a")
        await shown.window.typed("The recall list")
        for name in ("situation", "task", "action", "result", "lesson", "themes"):
            await shown.window.fill(name, getattr(RECALL, name))
        await shown.window.press("ctrl+s")
        (one,) = kept(path)
        assert replace(one.story, id=0, created_at=None) == RECALL
        assert "The recall list" in shown.card


async def test_a_story_needs_a_name_and_no_more(path: Path) -> None:
    async with shelf(path) as shown:
        await shown.window.press("a", "ctrl+s")
        assert "What do you call it?" in shown.window.hint("name")
        assert shown.window.rows("SELECT * FROM story") == []
        await shown.window.fill("name", "The flood")
        await shown.window.press("ctrl+s")
        assert shown.window.rows("SELECT name, result FROM story") == [("The flood", "")]


async def test_the_form_says_how_long_a_story_takes_aloud(path: Path) -> None:
    async with shelf(path) as shown:
        await shown.window.press("a")
        shown.window.entry("action").focus()
        await shown.window.settle()
        await shown.window.paste("word " * 217)
        await shown.window.until(lambda: shown.window.hint("lesson") == "about 1 minute 40 aloud")
        await shown.window.paste("word " * 73)
        await shown.window.until(lambda: "two minutes are easier" in shown.window.hint("lesson"))


async def test_a_theme_in_use_is_offered_while_it_is_typed(three: Path) -> None:
    async with shelf(three, at=2) as shown:
        await shown.window.press("e")
        await shown.window.fill("themes", "calm, tea")
        await shown.window.press("right", "ctrl+s")
        themes = shown.window.rows("SELECT themes FROM story WHERE id = 2")
        assert themes == [("calm, teamwork",)]


async def test_what_was_begun_is_there_again_when_the_form_is_opened(three: Path) -> None:
    async with shelf(three) as shown:
        await shown.window.press("enter")
        await shown.window.fill("situation", "It stopped")
        await shown.window.press("escape")
        assert shown.window.rows("SELECT situation FROM story WHERE id = 3") == [("",)]
        await shown.window.press("e")
        assert shown.window.value("situation") == "It stopped"
        await shown.window.press("ctrl+s")
        assert shown.window.rows("SELECT situation FROM story WHERE id = 3") == [("It stopped",)]
        assert "It stopped" in shown.card


async def test_told_is_noted_at_the_interview_it_is_seen_from(three: Path) -> None:
    async with shelf(three, seen_from=2, at=2) as shown:
        await shown.window.press("space")
        assert isinstance(shown.window.app.screen, Choose)
        await shown.window.press("n")
        assert shown.told() == [(1, 1, "well"), (2, 2, "not so well")]
        await shown.window.says("Noted.")
        assert shown.window.current_line.startswith("The flood")
        assert "Mon 23 Nov: Oak Vision, landed not so well" in shown.card
        assert "already told here" in shown.window.lines_of("#shelf-list")


async def test_told_from_nowhere_asks_for_the_interview_first(three: Path) -> None:
    async with shelf(three, at=2) as shown:
        await shown.window.press("space")
        assert isinstance(shown.window.app.screen, Pick)
        await shown.window.typed("lake")
        await shown.window.press("enter", "c")
        assert shown.told() == [(1, 1, "well"), (2, 1, "")]


async def test_a_second_telling_changes_how_it_landed_and_a_mistake_is_taken_back(
    three: Path,
) -> None:
    before = records(three)
    async with shelf(three, seen_from=1, at=1) as shown:
        await shown.window.press("space", "n")
        assert shown.told() == [(1, 1, "not so well")]
        await shown.window.press("space")
        assert "It was not told there" in shown.window.lines_of("#choose")
        await shown.window.press("x")
        assert shown.told() == []
        assert "Told at" not in shown.card
        await shown.window.press("u", "u")
        assert records(three) == before
        assert "landed well" in shown.card


async def test_where_it_was_never_told_there_is_nothing_to_take_back(three: Path) -> None:
    async with shelf(three, seen_from=2, at=2) as shown:
        await shown.window.press("space", "x")
        assert isinstance(shown.window.app.screen, Choose)
        await shown.window.press("escape")
        assert shown.told() == [(1, 1, "well")]


async def test_without_an_interview_that_was_held_nothing_can_have_been_told(empty: Path) -> None:
    with closing(Store(empty, Clock())) as store:
        store.stories.add(RECALL)
        store.interviews.add(Entry(Interview(employer="Ames", held_on=date(2026, 11, 24))))
    async with shelf(empty) as shown:
        await shown.window.press("space")
        await shown.window.says("No interview that was held is on file yet.")


async def test_a_question_is_linked_the_likeliest_first_and_taken_off_again(three: Path) -> None:
    with closing(Store(three, Clock())) as store:
        store.journal.ask("Why us?", 1)
        store.journal.ask("How do you keep a list of patients?", 2)
    async with shelf(three, at=1) as shown:
        await shown.window.choose("link a question")
        await shown.window.press("enter")
        linked = "SELECT story_id, question_id FROM answering WHERE binned_at IS NULL"
        assert shown.window.rows(linked) == [(1, 2)]
        assert "How do you keep a list of patients?" in shown.card
        await shown.window.choose("link a question")
        picked = shown.window.lines_of("#picked").splitlines()
        assert picked[0].lstrip("▌").startswith("Why us?")
        assert "linked; Enter takes it off" in picked[1]
        await shown.window.press("down", "enter")
        assert shown.window.rows(linked) == []
        assert "Answers these questions" not in shown.card
        await shown.window.press("u")
        assert shown.window.rows(linked) == [(1, 2)]


async def test_without_a_question_on_file_it_says_so(three: Path) -> None:
    async with shelf(three) as shown:
        await shown.window.choose("link a question")
        await shown.window.says("No question is on file yet.")


async def test_a_deleted_story_comes_back_with_where_it_was_told(three: Path) -> None:
    before = records(three)
    async with shelf(three, at=1) as shown:
        await shown.window.press("d")
        assert "The recall list" not in shown.names
        assert shown.window.rows("SELECT binned_at IS NULL FROM story WHERE id = 1") == [(0,)]
        await shown.window.says("Deleted “The recall list”. u brings it back.")
        await shown.window.press("u")
        assert records(three) == before
        assert "The recall list" in shown.names


async def test_a_story_is_copied_as_a_text_to_speak_from(three: Path) -> None:
    clipboard = Clipboard()
    async with shelf(three, at=1, clipboard=clipboard) as shown:
        await shown.window.press("y")
        await shown.window.until(lambda: clipboard.texts)
        assert clipboard.texts == [
            "The recall list\n\nSituation\nOn paper\n\nTask\nTo find who was missing\n\n"
            "Action\nI rang everybody\n\nResult\n41 came back\n\nLesson\nAsk who keeps the list"
        ]
        assert clipboard.files[0].name.startswith("the-recall-list-story")


async def test_the_filter_finds_words_themes_and_employers(three: Path) -> None:
    async with shelf(three) as shown:
        await shown.window.press("slash")
        await shown.window.typed("lakeside team")
        assert shown.names == ["The recall list"]
        assert "1 of 3 stories" in shown.window.lines[0]
        await shown.window.typed("x")
        assert "No story has these words" in shown.card
        await shown.window.press("escape", "escape")
        assert shown.window.app.screen is shown.window.main


async def test_two_windows_in_one_story_keep_both_texts_and_say_so(
    three: Path, clock: Clock
) -> None:
    async with shelf(three, at=1, clock=clock) as shown, second(three, clock) as other:
        await shown.window.press("e")
        await shown.window.fill("result", " of 50")
        (theirs,) = (one.story for one in other.stories.all() if one.story.id == 1)
        other.stories.edit(replace(theirs, result="Nobody came"), theirs)
        await shown.window.press("ctrl+s")
        (now,) = (one.story for one in kept(three) if one.story.id == 1)
        assert [one.text for one in other.texts.versions(now, "result")] == ["Nobody came"]
        assert "of 50" in now.result
        await shown.window.says("Another window wrote here too. Your text stands")


async def test_a_story_removed_by_another_window_is_said_and_the_text_stays(
    three: Path, clock: Clock
) -> None:
    async with shelf(three, at=1, clock=clock) as shown, second(three, clock) as other:
        await shown.window.press("e")
        await shown.window.fill("lesson", " always")
        other.stories.bin(replace(RECALL, id=1))
        await shown.window.press("ctrl+s")
        await shown.window.says("This story is no longer on file; another window removed it.")
        assert isinstance(shown.window.app.screen, Form)
        assert "always" in shown.window.value("lesson")
        await shown.window.press("escape")
        await shown.window.until(lambda: "The recall list" not in shown.names)


async def test_acting_on_a_story_that_another_window_removed_is_said(
    three: Path, clock: Clock
) -> None:
    async with shelf(three, seen_from=2, at=1, clock=clock) as shown, second(three, clock) as other:
        await shown.window.press("space")
        shown.window.looks_away()
        other.stories.bin(replace(RECALL, id=1))
        await shown.window.press("w")
        await shown.window.says("This story is no longer on file")
        assert shown.told() == [(1, 1, "well")]


async def test_the_list_of_what_can_be_done_has_its_keys(three: Path) -> None:
    async with shelf(three) as shown:
        await shown.window.press("question_mark")
        for says in ("Edit", "Add", "Told", "Link a question", "Delete", "Copy"):
            assert f"│ {says} " in shown.window.screen
        assert "Link a question that it answers" in shown.window.screen
        await shown.window.press("escape")
        assert shown.window.app.screen is shown.screen


HOSTILE = "Zed [/boom] [A b] $5{x}\\[\x1b]52;c;Ym9vbQ==\x07\x9b31m\u202eQuux"


@EVERY_SIZE
async def test_hostile_words_are_shown_as_they_are_and_harmless(
    three: Path, size: tuple[int, int]
) -> None:
    with closing(Store(three, Clock())) as store, store.file.change("a foreign hand") as change:
        fields = dict.fromkeys(("name", "situation", "action", "result", "themes"), HOSTILE)
        change.update(Story, 1, **fields)
        change.update(Interview, 1, employer=HOSTILE)
        store.journal.ask(HOSTILE, 1)
    async with shelf(three, size, seen_from=1, at=1) as shown:

        def look() -> None:
            for line in shown.window.lines:
                assert clean(line).rstrip() == line.rstrip()

        assert "Zed [/boom] [A b]" in shown.card
        look()
        for keys in (["space"], ["w"], ["e"], ["escape"], ["y"], ["slash"]):
            await shown.window.press(*keys)
            look()
        await shown.window.paste(HOSTILE)
        look()
        await shown.window.press("escape", "a")
        for name in ("name", "situation", "themes"):
            shown.window.entry(name).focus()
            await shown.window.settle()
            await shown.window.paste(HOSTILE)
        await shown.window.press("ctrl+s")
        look()
        for row in shown.window.rows("SELECT name, situation, themes FROM story WHERE id > 3"):
            assert all(clean(value) == value for value in row)
