"""What is typed once about the user, in any letter, is kept for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from afterview_tui.domain.letter import OWN_GAPS, Letter, LetterForm, LetterKind
from afterview_tui.domain.letter_spans import Span, moved_parts, packed, unpacked
from afterview_tui.domain.records import Me, Person
from afterview_tui.storage.about_me import Field
from tests.storage.conftest import FilledFile, noted_changes
from tests.unit.build import as_shown

if TYPE_CHECKING:
    from tests.storage.conftest import Dump


def no_parts(parts: str, before: str, now: str) -> str:
    raise AssertionError("a letter without parts has none to move")


def moved(parts: str, before: str, now: str) -> str:
    return f"{parts} of {len(before)} in {len(now)}"


def written(
    filled: FilledFile,
    name: str,
    text: str,
    parts: str = "",
    kind: LetterKind = LetterKind.THANK_YOU,
) -> Letter:
    """A letter that somebody has written in."""
    person = filled.person(name)
    shown = as_shown(filled.facts(), person, kind=kind)
    filled.store.letters.write(shown, person, text, "", parts)
    return found(filled, person, kind)


def found(filled: FilledFile, person: Person, kind: LetterKind = LetterKind.THANK_YOU) -> Letter:
    letter = filled.facts().letter_to(person.id, kind)
    assert letter is not None
    return letter


@pytest.mark.parametrize("field", ["name", "phone", "email"])
def test_it_fills_the_same_gap_in_every_letter_that_somebody_wrote_in(
    filled: FilledFile, path: Path, dump: Callable[[Path], Dump], field: Field
) -> None:
    gap = OWN_GAPS[field]
    here = written(filled, "Maria Chen", "Mine is Robin Day")
    kind = LetterKind.CORRECTION
    there = written(filled, "Jo Park", f"A {gap} and {gap}, [else]", "parts", kind=kind)
    before, made = dump(path), len(noted_changes(filled.store))
    assert filled.store.me.keep(field, " Robin\tDay\n", here, moved) == 1
    assert getattr(filled.store.checklist.me(), field) == "Robin Day"
    now = found(filled, filled.person("Jo Park"), kind)
    assert now.text == "A Robin Day and Robin Day, [else]"
    assert now.parts == f"parts of {len(there.text)} in {len(now.text)}"
    assert found(filled, filled.person("Maria Chen")) == here
    assert len(noted_changes(filled.store)) == made + 1
    assert filled.store.file.undo().sentence.startswith("noted your ")
    assert dump(path) == before
    filled.store.file.redo()
    assert found(filled, filled.person("Jo Park"), kind) == now


def test_the_letter_in_which_it_was_typed_is_left_to_who_types(filled: FilledFile) -> None:
    here = written(filled, "Maria Chen", "Yours, Robin [your name]")
    assert filled.store.me.keep("name", "Robin", here, no_parts) == 0
    assert found(filled, filled.person("Maria Chen")) == here


def test_the_other_form_of_the_letter_is_another_letter(filled: FilledFile) -> None:
    maria = filled.person("Maria Chen")
    mail = written(filled, "Maria Chen", "Yours, [your name]")
    filled.store.letters.choose_form(mail, maria, LetterForm.CARD)
    card = written(filled, "Maria Chen", "Yours, Robin")
    assert filled.store.me.keep("name", "Robin", card, no_parts) == 1
    assert {one.text for one in filled.facts().letters_to(maria.id)} == {"Yours, Robin"}


def test_a_letter_that_is_sent_stays_as_it_went_out(filled: FilledFile) -> None:
    jo = filled.person("Jo Park")
    sent = found(filled, jo)
    with filled.store.file.change("wrote") as change:
        change.update(Letter, sent.id, text="Yours, [your name]")
    here = written(filled, "Maria Chen", "Yours, Robin")
    assert filled.store.me.keep("name", "Robin", here, no_parts) == 0
    assert found(filled, jo).text == "Yours, [your name]"


def test_what_is_known_of_the_user_already_is_not_written_over(filled: FilledFile) -> None:
    filled.store.checklist.write_me(Me(name="Robin Day", phone="555"))
    here = written(filled, "Maria Chen", "Yours, Rob")
    other = written(filled, "Jo Park", "Yours, [your name]", kind=LetterKind.CORRECTION)
    assert filled.store.me.keep("name", "Rob", here, no_parts) == 1
    assert filled.store.checklist.me() == Me(name="Robin Day", phone="555")
    kept = filled.store.file.one(Letter, other.id)
    assert kept is not None
    assert kept.text == "Yours, Robin Day"


def test_a_closing_has_no_gap_and_is_kept_all_the_same(filled: FilledFile) -> None:
    here = written(filled, "Maria Chen", "Text")
    written(filled, "Jo Park", "Text []", kind=LetterKind.CORRECTION)
    assert filled.store.me.keep("closing", "With thanks,", here, no_parts) == 0
    assert filled.store.checklist.me().closing == "With thanks,"
    assert filled.store.file.undo().sentence == "noted your closing"
    assert filled.store.checklist.me() == Me()


@pytest.mark.parametrize("value", ["", "  ", "\x1b[2J"])
def test_nothing_typed_is_no_change(filled: FilledFile, value: str) -> None:
    here = written(filled, "Maria Chen", "Text [your name]")
    made = noted_changes(filled.store)
    assert filled.store.me.keep("name", value, here, no_parts) == 0
    assert noted_changes(filled.store) == made


def test_what_is_said_in_the_form_about_you_fills_letters_that_were_begun_and_no_sent_one(
    filled: FilledFile, path: Path, dump: Callable[[Path], Dump]
) -> None:
    gaps = " ".join(OWN_GAPS.values())
    kind = LetterKind.CORRECTION
    written(filled, "Jo Park", f"Mine. {gaps}", "parts", kind=kind)
    before, made = dump(path), len(noted_changes(filled.store))
    me = Me(name="Robin Day", phone="555 0142")
    assert filled.store.me.write(me, moved) == 1
    text = found(filled, filled.person("Jo Park"), kind).text
    assert text == f"Mine. Robin Day 555 0142 {OWN_GAPS['email']}"
    assert filled.store.checklist.me().name == "Robin Day"
    assert len(noted_changes(filled.store)) == made + 1
    filled.store.file.undo()
    assert dump(path)["letter"] == before["letter"]
    assert dump(path)["me"] == before["me"]


def test_a_corrected_name_is_put_right_at_the_foot_of_a_letter_and_nowhere_else(
    filled: FilledFile,
) -> None:
    filled.store.me.write(Me(name="Ann Marlow", phone="1"), no_parts)
    text = "I am Ann Marlow's sister.\n\nKind regards,\nAnn Marlow\n1"
    at = text.rindex("Ann Marlow")
    parts = packed((Span("me", at, at + len("Ann Marlow")),))
    written(filled, "Maria Chen", text, parts)
    written(filled, "Jo Park", "Kind regards,\nAnn Marlow, typed by hand")
    assert filled.store.me.write(Me(name="Anna Marlowe", phone="1"), moved_parts) == 1
    now = found(filled, filled.person("Maria Chen"))
    assert now.text == "I am Ann Marlow's sister.\n\nKind regards,\nAnna Marlowe\n1"
    assert [one.of(now.text) for one in unpacked(now.parts, now.text)] == ["Anna Marlowe"]
    assert found(filled, filled.person("Jo Park")).text.endswith("Ann Marlow, typed by hand")
    filled.store.file.undo()
    assert found(filled, filled.person("Maria Chen")).text == text
