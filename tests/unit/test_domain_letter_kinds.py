"""The one table of the kinds of letters."""

from __future__ import annotations

import pytest

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.letters.drafting.compose import ours


@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_has_an_entry_and_its_texts(kind: LetterKind) -> None:
    known = about(kind)
    assert known.noun
    assert known.choice
    assert known.adjective
    for form in LetterForm:
        fewest, most = known.length(form)
        assert 0 < fewest < most
        assert ours(kind, form)


def test_no_two_kinds_have_one_key_in_the_menu() -> None:
    keys = [about(kind).key for kind in LetterKind]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("kind", LetterKind)
def test_a_card_is_three_to_five_sentences_whatever_it_is_for(kind: LetterKind) -> None:
    assert about(kind).length(LetterForm.CARD) == (30, 60)
