"""What is typed once about the user, in any letter, is kept for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.letter import OWN_GAPS, Letter, LetterForm, LetterKind
from afterview_tui.domain.records import Me, Person
from afterview_tui.storage.about_me import Field
from tests.storage.conftest import Desk, noted_changes
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Dump


def no_parts(parts: str, before: str, now: str) -> str:
    raise AssertionError("a letter without parts has none to move")


def moved(parts: str, before: str, now: str) -> str:
    return f"{parts} of {len(before)} in {len(now)}"


def written(
    desk: Desk, name: str, text: str, parts: str = "", kind: LetterKind = LetterKind.THANK_YOU
) -> Letter:
    """A letter that somebody has written in."""
    person = desk.person(name)
    shown = as_shown(desk.facts(), person, kind=kind)
    desk.store.letters.write(shown, person, text, "", parts)
    return found(desk, person, kind)


def found(desk: Desk, person: Person, kind: LetterKind = LetterKind.THANK_YOU) -> Letter:
    letter = desk.facts().letter_to(person.id, kind)
    assert letter is not None
    return letter


@pytest.mark.parametrize("field", ["name", "phone", "email"])
def test_it_fills_the_same_gap_in_every_letter_that_somebody_wrote_in(
    desk: Desk, path: Path, dump: Callable[[Path], Dump], field: Field
) -> None:
    gap = OWN_GAPS[field]
    here = written(desk, "Maria Chen", "Mine is Robin Day")
    kind = LetterKind.CORRECTION
    there = written(desk, "Jo Park", f"A {gap} and {gap}, [else]", "parts", kind=kind)
    before, made = dump(path), len(noted_changes(desk.store))
    assert desk.store.me.keep(field, " Robin\tDay\n", here, moved) == 1
    assert getattr(desk.store.checklist.me(), field) == "Robin Day"
    filled = found(desk, desk.person("Jo Park"), kind)
    assert filled.text == "A Robin Day and Robin Day, [else]"
    assert filled.parts == f"parts of {len(there.text)} in {len(filled.text)}"
    assert found(desk, desk.person("Maria Chen")) == here
    assert len(noted_changes(desk.store)) == made + 1
    assert desk.store.file.undo().sentence.startswith("noted your ")
    assert dump(path) == before
    desk.store.file.redo()
    assert found(desk, desk.person("Jo Park"), kind) == filled


def test_the_letter_in_which_it_was_typed_is_left_to_who_types(desk: Desk) -> None:
    here = written(desk, "Maria Chen", "Yours, Robin [your name]")
    assert desk.store.me.keep("name", "Robin", here, no_parts) == 0
    assert found(desk, desk.person("Maria Chen")) == here


def test_the_other_form_of_the_letter_is_another_letter(desk: Desk) -> None:
    maria = desk.person("Maria Chen")
    mail = written(desk, "Maria Chen", "Yours, [your name]")
    desk.store.letters.choose_form(mail, maria, LetterForm.CARD)
    card = written(desk, "Maria Chen", "Yours, Robin")
    assert desk.store.me.keep("name", "Robin", card, no_parts) == 1
    assert {one.text for one in desk.facts().letters_to(maria.id)} == {"Yours, Robin"}


def test_a_letter_that_is_sent_stays_as_it_went_out(desk: Desk) -> None:
    jo = desk.person("Jo Park")
    sent = found(desk, jo)
    with desk.store.file.change("wrote") as change:
        change.update(Letter, sent.id, text="Yours, [your name]")
    here = written(desk, "Maria Chen", "Yours, Robin")
    assert desk.store.me.keep("name", "Robin", here, no_parts) == 0
    assert found(desk, jo).text == "Yours, [your name]"


def test_what_is_known_of_the_user_already_is_not_written_over(desk: Desk) -> None:
    desk.store.checklist.write_me(Me(name="Robin Day", phone="555"))
    here = written(desk, "Maria Chen", "Yours, Rob")
    other = written(desk, "Jo Park", "Yours, [your name]", kind=LetterKind.CORRECTION)
    assert desk.store.me.keep("name", "Rob", here, no_parts) == 1
    assert desk.store.checklist.me() == Me(name="Robin Day", phone="555")
    kept = desk.store.file.one(Letter, other.id)
    assert kept is not None
    assert kept.text == "Yours, Robin Day"


def test_a_closing_has_no_gap_and_is_kept_all_the_same(desk: Desk) -> None:
    here = written(desk, "Maria Chen", "Text")
    written(desk, "Jo Park", "Text []", kind=LetterKind.CORRECTION)
    assert desk.store.me.keep("closing", "With thanks,", here, no_parts) == 0
    assert desk.store.checklist.me().closing == "With thanks,"
    assert desk.store.file.undo().sentence == "noted your closing"
    assert desk.store.checklist.me() == Me()


@pytest.mark.parametrize("value", ["", "  ", "\x1b[2J"])
def test_nothing_typed_is_no_change(desk: Desk, value: str) -> None:
    here = written(desk, "Maria Chen", "Text [your name]")
    made = noted_changes(desk.store)
    assert desk.store.me.keep("name", value, here, no_parts) == 0
    assert noted_changes(desk.store) == made
