"""Names that change in a form: the same person renamed, somebody else, or somebody taken out."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from afterview_tui.domain.letter import LetterState
from afterview_tui.storage.store import Store
from afterview_tui.tui.keys import Where
from afterview_tui.tui.kit.choice_dialog import Choose
from afterview_tui.tui.kit.form import Form
from tests.tui.driving import NARROW, WIDE, Clock, Window, facts, opened, records, rows, shows
from tests.unit.build import as_shown

MARIA, JO = "Dr. Maria Chen, owner", "Jo Park"


@pytest.fixture
def written(path: Path, clock: Clock) -> Path:
    """A file in which a letter to Jo Park is sent, and what was said there is noted."""
    with closing(Store(path, clock)) as store:
        known = store.interviews.facts(1)
        assert known is not None
        jo = known.met[1]
        store.interviews.say_about(replace(jo.meeting, talked_about="the recall list"))
        text = "Dear Ms. Park, thank you."
        store.letters.write(as_shown(known, jo.person), jo.person, text, "")
        store.letters.mark_sent(known, as_shown(known, jo.person, text), jo.person, clock.today)
    return path


async def rewrite(window: Window, *lines: str, field: str = "met") -> None:
    """Type lines in the place of what a field of the form holds."""
    window.entry(field).focus()
    await window.settle()
    await window.press("f7")
    await window.typed("\n".join(lines))


async def edit(window: Window, *lines: str, field: str = "met") -> None:
    """Open the form of the first interview and type lines in the place of those in a field."""
    await window.press("1", "e")
    await rewrite(window, *lines, field=field)


def met(path: Path, clock: Clock, number: int = 1) -> list[str]:
    return [one.person.shown for one in facts(path, clock, number).met]


async def test_two_who_share_a_surname_are_both_on_file(path: Path, clock: Clock) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("n")
        await window.typed("Ames")
        await window.fill("met", "Dr. Patel, owner\nMrs. Patel, office manager")
        await window.until(lambda: "2 people: Dr. Patel and Mrs. Patel" in window.hint("met"))
        await window.press("ctrl+s")
    assert met(path, clock, 3) == ["Dr. Patel", "Mrs. Patel"]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_corrected_name_keeps_the_letter_and_what_was_said(
    written: Path, clock: Clock, size: tuple[int, int]
) -> None:
    before = facts(written, clock).met[1]
    async with opened(written, clock=clock, size=size) as window:
        await edit(window, MARIA, "Joe Park")
        await window.until(lambda: "Jo Park is Joe Park from now on" in window.hint("met"))
        await window.press("ctrl+s")
        now = facts(written, clock)
        assert now.met[1] == replace(before, person=replace(before.person, name="Joe Park"))
        letter = now.letter_to(before.person.id)
        assert letter is not None
        assert letter.state is LetterState.SENT
        await window.says("Jo Park is Joe Park now.")
        await window.press("u")
    assert facts(written, clock).met[1] == before


async def test_letters_that_still_have_the_old_name_are_pointed_to(
    written: Path, clock: Clock
) -> None:
    async with opened(written, clock=clock) as window:
        await edit(window, MARIA, "Jo Parker")
        await window.press("ctrl+s")
        await window.says(
            "Jo Park is Jo Parker now. “Park” still stands in 1 letter that you wrote or sent."
        )
    assert rows(written, "SELECT text FROM letter") == [("Dear Ms. Park, thank you.",)]


async def test_another_name_in_the_same_place_is_asked_and_may_be_a_new_name(
    written: Path, clock: Clock
) -> None:
    before = facts(written, clock).met[1]
    async with opened(written, clock=clock) as window:
        await edit(window, MARIA, "Joe Parker")
        asked = "Joe Parker: Jo Park with another name, or somebody else? Asked when you save"
        await window.until(lambda: asked in window.hint("met"))
        await window.press("ctrl+s")
        assert shows(window, Choose)
        assert "Jo Park is Joe Parker now?" in window.screen
        await window.press("enter")
        assert not shows(window, Form)
    assert facts(written, clock).met[1].person == replace(before.person, name="Joe Parker")


async def test_another_name_in_the_same_place_may_be_somebody_else(
    written: Path, clock: Clock
) -> None:
    before = facts(written, clock).met[1].person
    whole = records(written)
    async with opened(written, clock=clock) as window:
        await edit(window, MARIA, "Joe Parker")
        await window.press("ctrl+s", "2")
        await window.says(
            "Jo Park was taken out, with a letter and the notes of the talk, and is in the bin."
            " u takes that back."
        )
        now = facts(written, clock)
        assert [one.person.shown for one in now.met] == ["Dr. Maria Chen", "Joe Parker"]
        assert now.met[1].person.id != before.id
        await window.press("u")
        assert facts(written, clock).met[1].person == before
    assert records(written)["meeting"][:3] == whole["meeting"][:3]


async def test_who_asks_again_keeps_what_was_typed(written: Path, clock: Clock) -> None:
    before = records(written)
    async with opened(written, clock=clock) as window:
        await edit(window, MARIA, "Joe Parker")
        await window.press("ctrl+s", "escape")
        assert shows(window, Form)
        assert window.value("met") == f"{MARIA}\nJoe Parker"
        assert window.focused == "field-met"
        assert records(written) == before
        await window.press("escape", "e")
        assert window.value("met") == f"{MARIA}\nJoe Parker"
        await window.press("ctrl+s", "1")
    assert met(written, clock) == ["Dr. Maria Chen", "Joe Parker"]


async def test_who_is_taken_out_with_a_letter_is_told_before_and_after(
    written: Path, clock: Clock
) -> None:
    whole = records(written)
    async with opened(written, clock=clock) as window:
        await edit(window, MARIA)
        said = "! Jo Park is taken out, with a letter and the notes of the talk"
        await window.until(lambda: said in window.hint("met"))
        await window.press("ctrl+s")
        assert met(written, clock) == ["Dr. Maria Chen"]
        await window.says("Jo Park was taken out, with a letter and the notes of the talk")
        await window.press("u")
    assert records(written) == whole


async def test_a_reference_is_renamed_and_taken_out_in_words_too(path: Path, clock: Clock) -> None:
    with closing(Store(path, clock)) as store:
        known = store.interviews.facts(1)
        assert known is not None
        store.references.note(known.vouching[0], "briefed_on", clock.today)
    amy = facts(path, clock).vouching[0]
    async with opened(path, clock=clock) as window:
        await edit(window, "Amy Ortez, former manager", "Tom Reed, teacher", field="references")
        await window.press("ctrl+s")
        await window.says("Amy Ortiz is Amy Ortez now.")
        now = facts(path, clock).vouching[0]
        assert now == replace(amy, person=replace(amy.person, name="Amy Ortez"))
        await edit(window, "Tom Reed, teacher", field="references")
        said = "! Amy Ortez is taken out, with what they were told"
        await window.until(lambda: said in window.hint("references"))
        await window.press("ctrl+s")
        await window.says("Amy Ortez was taken out, with what they were told, and is in the bin.")
    assert [one.person.name for one in facts(path, clock).vouching] == ["Tom Reed"]


async def test_somebody_else_may_be_met_in_the_next_round(written: Path, clock: Clock) -> None:
    async with opened(written, clock=clock) as window:
        await window.press("1", "o", "2", "enter")
        await rewrite(window, MARIA, "Una Vale, head of care")
        await window.until(lambda: "Asked when you save" in window.hint("met"))
        await window.fill("when", "fri 4 dec 2026 14:00")
        await window.press("ctrl+s", "2")
    assert met(written, clock, 3) == ["Dr. Maria Chen", "Una Vale"]
    assert met(written, clock) == ["Dr. Maria Chen", "Jo Park"]


async def test_one_of_the_name_elsewhere_is_asked_beside_the_field_and_taken_by_the_arrow(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock=clock) as window:
        await window.press("n")
        await window.typed("Ames")
        await window.fill("met", "Zoë Hart")
        asked = "The Zoë Hart of Oak Vision? → takes that one, Enter keeps a new one"
        await window.until(lambda: asked in window.hint("met"))
        await window.press("right")
        assert window.value("met") == "Zoë Hart, at Oak Vision"
        await window.until(lambda: "takes that one" not in window.hint("met"))
        await window.press("ctrl+s")
    assert facts(path, clock, 3).met[0].person == facts(path, clock, 2).met[0].person


async def test_whoever_is_in_the_list_already_is_said(path: Path, clock: Clock) -> None:
    before = met(path, clock)
    async with opened(path, clock=clock) as window:
        await window.press("2")
        await window.to_line("Thank-you letters")
        await window.press("a")
        await window.typed("jo park\n")
        await window.says("In the list already: Jo Park.")
    assert met(path, clock) == before


async def test_a_name_changed_in_the_address_book_points_to_the_letters(
    written: Path, clock: Clock
) -> None:
    async with opened(written, clock=clock) as window:
        await window.press("5")
        assert window.shelf.WHERE is Where.PEOPLE
        await window.to_line("Jo Park")
        await window.press("e")
        await window.typed("er")
        await window.press("ctrl+s")
        await window.says("Jo Park is Jo Parker now. “Park” still stands in 1 letter")
    assert met(written, clock) == ["Dr. Maria Chen", "Jo Parker"]


async def test_two_people_named_in_one_line_are_one_change(path: Path, clock: Clock) -> None:
    before = records(path)
    async with opened(path, clock=clock) as window:
        await window.press("2")
        await window.to_line("Thank-you letters")
        await window.press("a")
        await window.typed("Dr. Chang and Dr. Parks\n")
        shown = ["Dr. Maria Chen", "Jo Park", "Dr. Chang", "Dr. Parks"]
        assert met(path, clock) == shown
        await window.press("u")
    assert records(path) == before
