"""The address book: one list, one card, and what is done with them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path

import pytest

from afterview_tui.domain.records import Person
from afterview_tui.domain.text import clean
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.form import Form
from afterview_tui.tui.kit.pick_dialog import Pick
from afterview_tui.tui.kit.shelf import ShelfScreen
from tests.tui.driving import NARROW, WIDE, Clipboard, Clock, Window, opened, records

SIZES = [WIDE, NARROW, (60, 20)]
ALL = ["Dr. Maria Chen", "Zoë Hart", "Amy Ortiz", "Jo Park", "Tom Reed"]


class Book:
    """The address book in an open window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def screen(self) -> ShelfScreen:
        assert self.window.shelf.WHERE is Where.PEOPLE
        return self.window.shelf

    @property
    def names(self) -> list[str]:
        """Who is listed."""
        return self.window.listed

    @property
    def card(self) -> str:
        return self.window.lines_of("#card")


@asynccontextmanager
async def book(
    path: Path,
    size: tuple[int, int] = WIDE,
    clock: Clock | None = None,
    clipboard: Clipboard | None = None,
) -> AsyncIterator[Book]:
    """The app with the address book in front."""
    async with opened(path, size=size, clock=clock, clipboard=clipboard) as window:
        await window.open_tab(Where.PEOPLE)
        yield Book(window)


def add(path: Path, *people: Person) -> None:
    """Put people on file past the app."""
    with closing(Store(path, Clock())) as store:
        for person in people:
            store.people.add(person)


@pytest.mark.parametrize("size", SIZES)
async def test_everybody_is_listed_with_what_they_are(path: Path, size: tuple[int, int]) -> None:
    async with book(path, size) as shown:
        assert shown.names == ALL
        assert shown.window.focused == "shelf-rows"
        assert "Lakeside Dental · met" in shown.window.lines_of("#shelf-list")
        assert "5 people" in shown.window.lines[0]
        await shown.window.to_line("Amy Ortiz")
        assert "Amy Ortiz" in shown.card
        assert "reference" in shown.card
        assert all(len(line) <= size[0] for line in shown.window.lines)


async def test_the_card_follows_the_cursor(path: Path) -> None:
    async with book(path) as shown:
        assert "Fri 20 Nov: Lakeside Dental, Hygienist" in shown.card
        await shown.window.press("j", "j")
        assert "Vouches for you" in shown.card
        assert "Where you met" not in shown.card
        assert "Lakeside Dental: not briefed yet" in shown.card
        await shown.window.press("G")
        assert "Tom Reed" in shown.card


async def test_the_card_is_beside_the_list_where_there_is_room(path: Path) -> None:
    for size, is_beside in ((WIDE, True), (NARROW, False)):
        async with book(path, size) as shown:
            rows, card = shown.screen.listing.rows.region, shown.screen.card.region
            assert (card.x > rows.right) == is_beside
            assert (card.y > rows.bottom) != is_beside


async def test_an_empty_file_says_how_people_come_to_be_here(empty: Path) -> None:
    async with book(empty) as shown:
        assert "Nobody is on file yet" in shown.window.screen
        for key in ("enter", "e", "d", "y", "u"):
            await shown.window.press(key)
            assert shown.window.app.screen is shown.screen
        assert "There is nothing to undo" in shown.window.notice


async def test_typing_filters_in_place_and_escape_leaves_the_filter_as_it_is(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("slash")
        await shown.window.typed("zoe")
        assert shown.names == ["Zoë Hart"]
        assert "1 of 5 people" in shown.window.lines[0]
        assert "Oak Vision" in shown.card
        await shown.window.press("escape")
        assert shown.window.focused == "shelf-rows"
        assert shown.names == ["Zoë Hart"]
        await shown.window.press("slash")
        assert shown.screen.listing.finder.value == "zoe"
        await shown.window.press("backspace", "backspace", "backspace", "enter")
        assert shown.names == ALL
        assert shown.window.focused == "shelf-rows"
        assert shown.screen


async def test_a_phone_number_and_plain_letters_find_their_person(path: Path) -> None:
    async with book(path) as shown:
        people = shown.window.main.store.people
        (zoe,) = (one.person for one in people.all() if one.person.name == "Zoë Hart")
        people.edit(replace(zoe, phone="(212) 555-0121", email="zoe@oak.example", notes=""), zoe)
    async with book(path) as shown:
        await shown.window.press("slash")
        for said in ("555-0121", "5550121", "+1 212 555 0121", "zoe@oak.example"):
            await shown.window.typed(said)
            assert shown.names == ["Zoë Hart"], said
            shown.screen.listing.finder.value = ""
            await shown.window.press("right")


async def test_keys_in_the_filter_are_letters(path: Path) -> None:
    before = records(path)
    async with book(path) as shown:
        await shown.window.press("slash")
        await shown.window.typed("q5duae[]?")
        assert shown.screen.listing.finder.value == "q5duae[]?"
        assert "Nobody on file has these words" in shown.card
        await shown.window.press("escape", "e", "enter", "y", "d")
        assert records(path) == before


async def test_the_arrows_move_in_the_list_while_the_filter_is_typed(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("slash")
        await shown.window.typed("reference")
        await shown.window.press("down")
        assert "Tom Reed" in shown.card
        assert shown.window.focused == "filter"


async def test_e_changes_a_person_wherever_they_appear(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.to_line("Jo Park")
        await shown.window.press("e")
        await shown.window.fill("name", "er")
        await shown.window.fill("phone", "ask the desk")
        await shown.window.until(
            lambda: shown.window.hint("phone") == "! ask the desk has no digit"
        )
        await shown.window.fill("address", "1 Elm\nAnytown")
        await shown.window.press("ctrl+s")
        found = shown.window.rows("SELECT name, phone, address FROM person WHERE id = 2")
        assert found == [("Jo Parker", "ask the desk", "1 Elm\nAnytown")]
        assert "Jo Parker" in shown.card
        assert "Anytown" in shown.card


async def test_a_form_left_keeps_what_was_typed(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("e")
        await shown.window.fill("notes", "likes tea")
        await shown.window.press("escape")
        assert shown.window.rows("SELECT notes FROM person WHERE id = 1") == [("",)]
        await shown.window.press("e")
        assert shown.window.value("notes") == "likes tea"


async def test_a_person_needs_a_name(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("a")
        await shown.window.fill("phone", "555-0101")
        await shown.window.press("ctrl+s")
        assert shown.window.hint("name") == "! Who is it? A name is enough."
        assert shown.window.rows("SELECT count(*) FROM person") == [(5,)]


async def test_somebody_nobody_met_is_added_and_in_view(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("slash")
        await shown.window.typed("chen")
        await shown.window.press("escape", "a")
        await shown.window.typed("Sam Lee")
        await shown.window.fill("job_title", "front desk")
        await shown.window.press("ctrl+s")
        assert shown.window.rows("SELECT name, job_title FROM person WHERE id = 6") == [
            ("Sam Lee", "front desk")
        ]
        assert "Sam Lee" in shown.card
        assert "Added Sam Lee." in shown.window.notice


async def test_somebody_on_file_is_not_added_twice(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("a")
        await shown.window.typed("jo park")
        await shown.window.until(lambda: "On file already" in shown.window.hint("name"))
        assert "Jo Park, Lakeside Dental: met at Lakeside Dental" in shown.window.hint("name")
        await shown.window.fill("email", "mailto:jo@lakeside.example?subject=Hi")
        await shown.window.fill("pronouns", "she/her")
        await shown.window.press("ctrl+s")
        assert shown.window.rows("SELECT email, pronouns FROM person WHERE id = 2") == [
            ("jo@lakeside.example", "she/her")
        ]
        assert "Jo Park (she/her)" in shown.card
        assert shown.names == ALL
        assert "Added to what is on file: Jo Park." in shown.window.notice


async def test_a_second_of_the_name_at_another_employer_is_said_first(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("a")
        await shown.window.typed("Jo Park")
        await shown.window.fill("employer", "Ames")
        await shown.window.until(lambda: "a second Jo Park" in shown.window.hint("name"))
        await shown.window.press("ctrl+s")
        assert shown.names.count("Jo Park") == 2


async def test_two_are_merged_and_taken_apart_again(path: Path) -> None:
    add(path, Person(name="Jo Parker", phone="555-0199", employer="Ames"))
    before = records(path)
    async with book(path) as shown:
        await shown.window.to_line("Jo Parker")
        await shown.window.choose("merge")
        assert isinstance(shown.window.app.screen, Pick)
        first = shown.window.app.screen.query_one("#picked").get_option_at_index(0)  # type: ignore[attr-defined]
        assert "Jo Park " in str(first.prompt)
        await shown.window.press("enter")
        assert isinstance(shown.window.app.screen, Choose)
        choices = " ".join(shown.window.lines_of("#choose").replace("│", " ").split())
        assert "Make one of Jo Parker and Jo Park" in choices
        assert "Keep Jo Park; what Jo Parker has (the details) goes over" in choices
        await shown.window.press("2")
        assert shown.window.rows("SELECT phone, notes, binned_at FROM person WHERE id = 2") == [
            ("555-0199", "Other name: Jo Parker\nOther employer: Ames", None)
        ]
        assert shown.names == ALL
        assert "Jo Park" in shown.card
        assert "Merged Jo Parker into Jo Park. u takes it back." in shown.window.notice
        await shown.window.press("u")
        assert records(path) == before
        assert "Undone: merged Jo Parker into Jo Park" in shown.window.notice
        assert "Jo Parker" in shown.names
        await shown.window.press("U")
        assert "Jo Parker" not in shown.names


async def test_the_other_is_found_by_typing(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.to_line("Tom Reed")
        await shown.window.choose("merge")
        await shown.window.typed("zoe")
        await shown.window.press("enter", "1")
        assert shown.window.rows("SELECT name FROM person WHERE binned_at IS NOT NULL") == [
            ("Zoë Hart",)
        ]
        assert "Fri" not in shown.card.splitlines()[0]
        assert "met, reference" in shown.card


@pytest.mark.parametrize("keys", [["escape"], ["enter", "escape"], ["enter", "n"]])
async def test_a_merge_not_meant_changes_nothing(path: Path, keys: list[str]) -> None:
    before = records(path)
    async with book(path) as shown:
        await shown.window.choose("merge")
        await shown.window.press(*keys)
        assert shown.window.app.screen is shown.screen
        assert records(path) == before


async def test_two_of_one_name_are_told_apart_in_the_merge(path: Path) -> None:
    add(path, Person(name="Jo Park", employer="Ames"))
    async with book(path) as shown:
        await shown.window.to_line("Ames")
        await shown.window.choose("merge")
        await shown.window.press("enter")
        choices = " ".join(shown.window.lines_of("#choose").replace("│", " ").split())
        assert "Make one of Jo Park, Ames and Jo Park, Lakeside Dental" in choices


async def test_somebody_nobody_met_is_deleted_and_brought_back(path: Path) -> None:
    add(path, Person(name="Sam Lee"))
    before = records(path)
    async with book(path) as shown:
        await shown.window.to_line("Sam Lee")
        await shown.window.press("d")
        assert shown.window.rows("SELECT name FROM person WHERE binned_at IS NOT NULL") == [
            ("Sam Lee",)
        ]
        assert shown.names == ALL
        assert "Deleted Sam Lee. u brings them back." in shown.window.notice
        await shown.window.press("u")
        assert records(path) == before
        assert "Sam Lee" in shown.names


async def test_whoever_was_met_stays_and_what_to_do_is_said(path: Path) -> None:
    before = records(path)
    async with book(path) as shown:
        await shown.window.press("d")
        await shown.window.says("Take them out of that interview first")
        assert records(path) == before


async def test_the_card_is_copied_as_text(path: Path) -> None:
    clipboard = Clipboard()
    async with book(path, clipboard=clipboard) as shown:
        await shown.window.press("y")
        await shown.window.until(lambda: clipboard.texts)
        assert clipboard.texts == [
            "Dr. Maria Chen\nowner, Lakeside Dental\nmet\n\n"
            "Where you met\n  Fri 20 Nov: Lakeside Dental, Hygienist"
        ]


async def test_enter_goes_to_the_newest_interview_of_the_person(path: Path) -> None:
    add(path, Person(name="Sam Lee"))
    async with book(path) as shown:
        await shown.window.to_line("Sam Lee")
        await shown.window.press("enter")
        await shown.window.says("Sam Lee is in no interview yet.")
        await shown.window.to_line("Amy Ortiz")
        await shown.window.press("enter")
        assert shown.window.app.screen is shown.window.main
        assert shown.window.desk.selected == 2


@pytest.mark.parametrize("key", ["escape", "q", "5"])
async def test_there_is_a_way_back(path: Path, key: str) -> None:
    async with book(path) as shown:
        await shown.window.press(key)
        assert shown.window.app.screen is shown.window.main


async def test_what_another_window_changes_is_seen(path: Path, clock: Clock) -> None:
    async with book(path, clock=clock) as shown:
        with closing(Store(path, clock)) as other:
            jo = other.people.get(2)
            assert jo is not None
            other.people.edit(replace(jo, name="Jo Parkinson"), jo)
        await shown.window.until(lambda: "Jo Parkinson" in shown.names)


async def test_what_is_typed_elsewhere_is_saved_before_an_undo(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("escape", "4", "enter")
        await shown.window.typed("They liked it")
        await shown.window.open_tab(Where.PEOPLE)
        await shown.window.press("u", "U")
        assert shown.window.rows("SELECT well FROM reflection") == [("They liked it",)]


async def test_the_list_of_what_can_be_done_has_its_keys(path: Path) -> None:
    async with book(path) as shown:
        await shown.window.press("question_mark")
        await shown.window.typed("filter\n")
        assert shown.window.focused == "filter"
        await shown.window.press("escape", "question_mark")
        assert "Make one person of two" in shown.window.screen
        await shown.window.press("escape")
        assert shown.window.app.screen is shown.screen


HOSTILE = "Zed [/boom] [A b] $5{x}\\[\x1b]52;c;Ym9vbQ==\x07\x9b31m\u202eQuux"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_shown_as_they_are_and_harmless(
    path: Path, size: tuple[int, int]
) -> None:
    with closing(Store(path, Clock())) as store, store.file.change("a foreign hand") as change:
        for number in (1, 3):
            fields = dict.fromkeys(("name", "title", "called", "employer", "job_title"), HOSTILE)
            change.update(Person, number, **fields, notes=HOSTILE, phone=HOSTILE, email=HOSTILE)
    async with book(path, size) as shown:

        def look() -> None:
            for line in shown.window.lines:
                assert clean(line).rstrip() == line.rstrip()

        assert "Zed [/boom] [A b]" in shown.window.lines_of("#card")
        look()
        await shown.window.choose("merge")
        for keys in (["down"], ["enter"], ["escape"], ["e"], ["escape"], ["d"], ["y"], ["slash"]):
            await shown.window.press(*keys)
            look()
        await shown.window.paste(HOSTILE)
        look()
        assert clean(shown.screen.listing.finder.value) == shown.screen.listing.finder.value
        await shown.window.press("escape", "a")
        form = shown.window.app.screen
        assert isinstance(form, Form)
        for name in ("name", "title", "phone", "email", "address", "notes"):
            shown.window.entry(name).focus()
            await shown.window.settle()
            await shown.window.paste(HOSTILE)
        look()
        await shown.window.press("ctrl+s")
        look()
        for row in shown.window.rows("SELECT * FROM person WHERE id > 5"):
            assert all(not isinstance(value, str) or clean(value) == value for value in row)
