"""The user's own templates on file: written, named, taken back; never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from afterview_tui.domain.errors import NotSaved
from afterview_tui.domain.letter import LetterForm, LetterKind, Template
from afterview_tui.domain.records import Interview
from afterview_tui.storage.interviews import Entry
from afterview_tui.storage.store import Store
from afterview_tui.storage.templates import NameTaken, letter
from tests.storage.conftest import MARIA, MONDAY, Dump, Opener, noted_changes

KIND, FORM = LetterKind.THANK_YOU, LetterForm.EMAIL


def texts(store: Store) -> list[str]:
    return [one.text for one in store.templates.all()]


def test_the_first_save_makes_a_template_the_users_own(store: Store) -> None:
    store.templates.write(KIND, FORM, "Hello {{ to }}", "ours")
    assert store.templates.all() == [Template(1, KIND, FORM, "", "Hello {{ to }}")]
    assert store.templates.get(KIND, FORM) == Template(1, KIND, FORM, "", "Hello {{ to }}")
    assert store.templates.get(KIND, LetterForm.CARD) is None


def test_it_is_among_the_facts_of_every_interview(store: Store) -> None:
    number = store.interviews.add(Entry(Interview(employer="Oak", held_on=MONDAY), [MARIA]))
    store.templates.write(KIND, FORM, "Hello", "ours")
    facts = store.interviews.facts(number)
    assert facts is not None
    assert [one.text for one in facts.templates] == ["Hello"]


def test_typing_is_one_change_in_words(store: Store) -> None:
    store.templates.write(KIND, FORM, "H", "ours")
    store.templates.write(KIND, FORM, "Hello", "H")
    store.templates.write(KIND, LetterForm.TYPED, "Dear", "ours")
    assert [one.sentence for one in noted_changes(store)] == [
        "changed your template for a typed thank-you letter",
        "changed your template for a thank-you e-mail",
    ]
    assert texts(store) == ["Hello", "Dear"]
    store.file.undo()
    store.file.undo()
    assert store.templates.all() == []
    store.file.redo()
    assert texts(store) == ["Hello"]


def test_what_an_undo_takes_away_is_kept_as_an_earlier_text(store: Store) -> None:
    store.templates.write(KIND, FORM, "Hello", "ours")
    (own,) = store.templates.all()
    store.file.undo()
    assert [(one.text, one.why) for one in store.texts.versions(own, "text")] == [
        ("Hello", "undone")
    ]


def test_what_another_window_wrote_is_kept(opened: Opener) -> None:
    one, other = opened(), opened()
    one.templates.write(KIND, FORM, "first", "ours")
    other.templates.write(KIND, FORM, "theirs", "first")
    saved = one.templates.write(KIND, FORM, "mine", "first")
    assert saved.both_kept
    assert texts(one) == ["mine"]
    (own,) = one.templates.all()
    assert [each.text for each in one.texts.versions(own, "text")] == ["theirs"]


def test_two_windows_that_both_begin_an_own_one_lose_neither(opened: Opener) -> None:
    one, other = opened(), opened()
    other.templates.write(KIND, FORM, "theirs", "ours")
    assert one.templates.write(KIND, FORM, "mine", "ours").both_kept
    (own,) = one.templates.all()
    assert own.text == "mine"
    assert [each.text for each in one.texts.versions(own, "text")] == ["theirs"]


def test_writing_goes_on_in_a_template_that_another_window_removed(opened: Opener) -> None:
    one, other = opened(), opened()
    one.templates.add(KIND, FORM, "Warm", "Hi")
    other.templates.remove(other.templates.all()[0])
    one.templates.write(KIND, FORM, "Hi there", "Hi", name="Warm")
    assert [(each.name, each.text) for each in one.templates.all()] == [("Warm", "Hi there")]


def test_going_back_to_ours_is_undoable_and_keeps_the_text(store: Store) -> None:
    store.templates.write(KIND, FORM, "Hello", "ours")
    (own,) = store.templates.all()
    store.templates.remove(own)
    assert store.templates.all() == []
    assert [one.text for one in store.texts.versions(own, "text")] == ["Hello"]
    assert store.file.undo().sentence == "went back to our template for a thank-you e-mail"
    assert store.templates.all() == [own]


def test_named_ones_stand_beside_ours(store: Store) -> None:
    number = store.templates.add(KIND, LetterForm.CARD, "Warm", "Hi")
    store.templates.write(KIND, LetterForm.CARD, "Hello", "ours")
    assert store.templates.get(KIND, LetterForm.CARD, "warm") == Template(
        number, KIND, LetterForm.CARD, "Warm", "Hi"
    )
    assert [one.sentence for one in noted_changes(store)] == [
        "changed your template for a thank-you card",
        "added the template “Warm” for a thank-you card",
    ]


def test_a_name_is_given_once_for_each_letter(store: Store, dump: Callable[[Path], Dump]) -> None:
    store.templates.add(KIND, FORM, "Warm", "Hi")
    store.templates.add(KIND, LetterForm.CARD, "Warm", "Hi")
    before = dump(store.path)
    with pytest.raises(NameTaken, match="There is a template “Warm” already"):
        store.templates.add(KIND, FORM, "WARM", "Other")
    assert dump(store.path) == before


def test_a_named_one_is_renamed_and_its_earlier_texts_go_along(store: Store) -> None:
    store.templates.add(KIND, FORM, "Warm", "Hi")
    (warm,) = store.templates.all()
    store.texts.keep(warm, "text", "earlier", "from another window")
    store.templates.rename(warm, "Warmer")
    (warmer,) = store.templates.all()
    assert warmer.name == "Warmer"
    assert [one.text for one in store.texts.versions(warmer, "text")] == ["earlier"]
    assert store.file.undo().sentence == (
        "renamed the template “Warm” for a thank-you e-mail to “Warmer”"
    )
    assert store.templates.all() == [warm]
    assert [one.text for one in store.texts.versions(warm, "text")] == ["earlier"]


def test_another_case_is_no_other_name(store: Store) -> None:
    store.templates.add(KIND, FORM, "warm", "Hi")
    store.templates.add(KIND, FORM, "Cool", "Ho")
    warm, cool = store.templates.all()
    store.templates.rename(warm, "Warm")
    with pytest.raises(NameTaken):
        store.templates.rename(cool, "warm")
    assert [one.name for one in store.templates.all()] == ["Warm", "Cool"]


def test_what_another_window_removed_is_not_renamed_or_removed_again(opened: Opener) -> None:
    one, other = opened(), opened()
    one.templates.add(KIND, FORM, "Warm", "Hi")
    (warm,) = one.templates.all()
    other.templates.remove(warm)
    with pytest.raises(NotSaved, match="another window removed it"):
        one.templates.rename(warm, "Cool")
    with pytest.raises(NotSaved, match="another window removed it"):
        one.templates.remove(warm)


def test_a_deleted_named_one_is_in_the_bin_and_comes_back(store: Store) -> None:
    store.templates.add(KIND, FORM, "Warm", "Hi")
    store.templates.write(KIND, FORM, "Hello", "ours")
    warm, own = store.templates.all()
    store.templates.remove(warm)
    store.templates.remove(own)
    (binned,) = store.bin.all()
    assert binned.words == "the template “Warm”, thank-you, e-mail"
    store.bin.restore(binned)
    assert store.templates.all() == [warm]
    assert store.file.undo().sentence == "brought back the template “Warm”"


def test_a_deleted_one_whose_name_is_there_again_is_an_earlier_text_of_it(store: Store) -> None:
    store.templates.add(KIND, FORM, "Warm", "Hi")
    store.templates.remove(store.templates.all()[0])
    store.templates.add(KIND, FORM, "Warm", "Hello")
    assert store.bin.all() == []
    (again,) = store.templates.all()
    assert [one.text for one in store.texts.versions(again, "text")] == ["Hi"]


@pytest.mark.parametrize(
    ("kind", "form", "words"),
    [
        (LetterKind.THANK_YOU, LetterForm.EMAIL, "a thank-you e-mail"),
        (LetterKind.ACCEPT, LetterForm.CARD, "an acceptance card"),
        (LetterKind.ACCEPT, LetterForm.TYPED, "a typed acceptance letter"),
        (LetterKind.REFERENCE, LetterForm.TYPED, "a typed thank-you letter to a reference"),
    ],
)
def test_every_letter_has_words(kind: LetterKind, form: LetterForm, words: str) -> None:
    assert letter(kind, form) == words
    every = [letter(one, each) for one in LetterKind for each in LetterForm]
    assert len(set(every)) == len(every)
