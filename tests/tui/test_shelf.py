"""The shelf: one screen, a tab for each kind of thing, the same keys in each."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import TABS, Where
from afterview_tui.tui.kit.shelf import ShelfScreen
from tests.tui.driving import NARROW, WIDE, Clock, Window, opened, records

SIZES = [WIDE, NARROW, (60, 20)]


async def turned_to(window: Window, where: Where) -> None:
    """Turn the tabs until this one is open."""
    for _ in TABS:
        if window.shelf.WHERE is where:
            return
        await window.press("]")
    raise AssertionError(where)


@pytest.mark.parametrize("size", SIZES)
async def test_the_tabs_are_turned_one_by_one_and_the_first_comes_behind_the_last(
    path: Path, size: tuple[int, int]
) -> None:
    async with opened(path, size=size) as window:
        before = records(path)
        await window.press("5")
        seen = []
        for _ in TABS:
            seen.append(window.shelf.WHERE)
            assert window.focused == "shelf-rows"
            assert window.shelf.called in window.lines[1]
            await window.press("]")
        assert tuple(seen) == TABS
        assert window.shelf.WHERE is TABS[0]
        await window.press("[")
        assert window.shelf.WHERE is TABS[-1]
        assert records(path) == before


async def test_a_click_on_its_name_opens_a_tab(path: Path) -> None:
    async with opened(path) as window:
        await window.press("5")
        await window.pilot.click(offset=(window.lines[1].index("Numbers"), 1))
        await window.settle()
        assert window.shelf.WHERE is Where.NUMBERS
        assert "Thank-you letters" in window.current_line


async def test_the_same_key_leads_to_the_tab_that_was_open_last_and_back(path: Path) -> None:
    async with opened(path) as window:
        await window.press("5")
        assert window.shelf.WHERE is Where.PEOPLE
        await window.press("]", "5")
        assert window.app.screen is window.main
        assert window.focused == "interview-rows"
        await window.press("5")
        assert window.shelf.called == Where.QUESTIONS


async def test_each_tab_keeps_its_cursor_and_until_the_shelf_is_left_its_filter(path: Path) -> None:
    """Who came back to a filter of last time found nobody, and thought all were gone."""
    async with opened(path) as window:
        await window.press("5", "G")
        at = window.current_line
        await window.press("]", "slash")
        await window.typed("zzz")
        await window.press("escape", "[")
        assert window.current_line == at
        assert window.shelf.listing.finder.value == ""
        await window.press("]")
        assert window.shelf.listing.finder.value == "zzz"
        await window.press("[", "escape", "5")
        assert window.current_line == at
        await window.press("]")
        assert window.shelf.listing.finder.value == ""


async def test_a_person_who_was_renamed_stays_in_view_whatever_the_filter_says(path: Path) -> None:
    async with opened(path) as window:
        await window.open_tab(Where.PEOPLE)
        await window.press("slash")
        await window.typed("Jo Park\n")
        await window.press("e")
        await window.fill("name", "x")
        await window.press("ctrl+u")
        await window.typed("Joan Pell")
        await window.press("ctrl+s")
        if not isinstance(window.app.screen, ShelfScreen):
            await window.press("1")  # the same person
        assert "Joan Pell" in window.current_line
        assert window.shelf.listing.finder.value == ""


async def test_a_tab_offers_what_it_can_and_nothing_else(path: Path) -> None:
    before = records(path)
    async with opened(path) as window:
        await window.press("5")
        await turned_to(window, Where.NUMBERS)
        footer = window.lines[-1]
        assert "To a file" in footer
        assert "Delete" not in footer
        assert "Add" not in footer
        await window.press("a", "d", "e", "space", "enter", "p")
        assert window.shelf.WHERE is Where.NUMBERS
        assert records(path) == before


@pytest.mark.parametrize(
    ("where", "says"),
    [
        (Where.PEOPLE, "Enter Interview"),
        (Where.QUESTIONS, "Enter Answer"),
        (Where.BIN, "Enter Bring back"),
        (Where.TEMPLATES, "Enter Write"),
    ],
)
async def test_the_footer_says_what_enter_does_in_a_tab(
    path: Path, where: Where, says: str
) -> None:
    async with opened(path) as window:
        await window.press("4", "a", *"Why here?", "ctrl+s", "a", *"And now?", "ctrl+s", "d")
        await window.open_tab(where)
        assert says in window.lines[-1]


@pytest.mark.parametrize("name", TABS)
async def test_a_tab_is_found_by_its_name_from_a_pane_and_from_another_tab(
    path: Path, name: Where
) -> None:
    async with opened(path) as window:
        await window.choose(name)
        assert window.shelf.WHERE is name
        await window.press("]")
        await window.choose(name)
        assert window.shelf.WHERE is name


async def test_what_belongs_to_another_tab_is_told_of_there_and_not_done_unseen(
    path: Path,
) -> None:
    with closing(Store(path, Clock())) as store:
        store.journal.ask("Why us?", 1)
    before = records(path)
    async with opened(path) as window:
        await window.press("5")
        await window.choose("delete this question")
        assert window.shelf.WHERE is Where.QUESTIONS
        await window.says("d there: Delete this question everywhere")
        assert records(path) == before


async def test_what_is_typed_in_a_template_is_on_file_when_the_tab_is_turned(path: Path) -> None:
    async with opened(path) as window:
        await window.open_tab(Where.TEMPLATES)
        await window.press("enter")
        window.shelf.query_one("#template-text").select_all()  # type: ignore[attr-defined]
        await window.typed("Hello [5]")
        await window.choose("People")
        assert window.shelf.WHERE is Where.PEOPLE
        assert window.rows("SELECT kind, form, text FROM template") == [
            (LetterKind.THANK_YOU, LetterForm.EMAIL, "Hello [5]")
        ]
        await window.press("escape", "5")
        await turned_to(window, Where.TEMPLATES)
        assert "Hello [5]" in window.lines_of("#template")


async def test_the_panes_show_what_was_done_on_the_shelf(path: Path) -> None:
    async with opened(path) as window:
        await window.press("5")
        await window.to_line("Jo Park")
        await window.press("e")
        await window.typed("er")
        await window.press("ctrl+s", "escape", "3", "]")
        assert window.rows("SELECT name FROM person WHERE id = 2") == [("Jo Parker",)]
        assert "Jo Parker" in window.pane("letter")


async def test_undo_and_redo_work_in_every_tab(path: Path) -> None:
    with closing(Store(path, Clock())) as store:
        store.journal.ask("Why us?", 1)
    async with opened(path) as window:
        await window.open_tab(Where.QUESTIONS)
        await window.press("d")
        assert window.listed == []
        await turned_to(window, Where.BIN)
        assert len(window.listed) == 1
        await window.press("u")
        assert window.listed == []
        await window.press("U")
        assert len(window.listed) == 1
        await window.press("enter")
        assert window.rows("SELECT text FROM question WHERE binned_at IS NULL") == [("Why us?",)]


# Keys that mean the same everywhere


@pytest.mark.parametrize(
    ("key", "focused"),
    [
        ("1", "interview-rows"),
        ("2", "step-rows"),
        ("4", "journal-rows"),
        ("f3", "step-rows"),
        ("t", "today-rows"),
    ],
)
async def test_the_keys_of_the_panes_lead_there_from_the_shelf(
    path: Path, key: str, focused: str
) -> None:
    async with opened(path, size=NARROW) as window:
        await window.press("5", key)
        assert window.app.screen is window.main
        assert window.focused == focused


async def test_n_on_the_shelf_opens_a_new_interview_and_what_is_typed_ahead_is_in_it(
    path: Path,
) -> None:
    async with opened(path) as window:
        people = window.rows("SELECT * FROM person")
        await window.typed("5n[e Velo Nord")
        await window.press("ctrl+s")
        assert window.rows("SELECT employer FROM interview WHERE id = 3") == [("[e Velo Nord",)]
        assert window.rows("SELECT * FROM person") == people


async def test_m_on_the_shelf_asks_about_the_user(path: Path) -> None:
    async with opened(path) as window:
        await window.press("5", "m")
        assert "About you" in window.screen


async def test_an_empty_list_offers_only_what_can_be_done_in_it(path: Path) -> None:
    """The stories offered to be written and told where there was none, and not to add one."""
    async with opened(path) as window:
        await window.press("5")
        await turned_to(window, Where.STORIES)
        assert "a Add" in window.lines[-1]
        assert "Write" not in window.lines[-1]
        assert "Told" not in window.lines[-1]
        await window.press("space")
        await window.says("Space does nothing here: there is nothing in the list.")
        await window.press("a", *"The broken chair", "ctrl+s")
        assert "Enter Write" in window.lines[-1]
        await window.press("slash", *"qqq", "enter")
        assert "Write" not in window.lines[-1]


@pytest.mark.parametrize("key", ["o", "z", "c"])
async def test_a_key_that_does_nothing_on_the_shelf_says_so(path: Path, key: str) -> None:
    async with opened(path) as window:
        before = records(path)
        await window.press("5", key)
        await window.says(f"{key} does nothing under “People”. 1 leads to the interviews.")
        assert window.shelf.WHERE is Where.PEOPLE
        assert records(path) == before


async def test_digits_and_letters_in_the_filter_are_letters(path: Path) -> None:
    async with opened(path) as window:
        await window.press("5", "slash", *"1nto")
        assert window.shelf.listing.finder.value == "1nto"


async def test_arrows_turn_the_tabs_and_move_in_the_filter(path: Path) -> None:
    async with opened(path) as window:
        await window.press("5", "right")
        assert window.shelf.WHERE is TABS[1]
        await window.press("left", "left")
        assert window.shelf.WHERE is TABS[-1]
        await window.press("right", "slash", *"ab", "left", "c")
        assert window.shelf.listing.finder.value == "acb"
        assert window.shelf.WHERE is TABS[0]


async def test_arrows_turn_to_the_letter_of_the_next_person_and_move_in_its_text(
    path: Path,
) -> None:
    async with opened(path) as window:
        for pane in ("1", "2", "3"):
            await window.press(pane, "right")
            assert "Letter · Jo Park" in window.screen
            await window.press("left")
            assert "Letter · Dr. Maria Chen" in window.screen
        await window.press("enter", "right")
        assert "Letter · Dr. Maria Chen" in window.screen
