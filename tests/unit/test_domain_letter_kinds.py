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
    assert known.adjective
    for form in LetterForm:
        fewest, most = known.length(form)
        assert 0 < fewest < most
        assert ours(kind, form)


@pytest.mark.parametrize("kind", LetterKind)
def test_a_card_is_three_to_five_sentences_whatever_it_is_for(kind: LetterKind) -> None:
    assert about(kind).length(LetterForm.CARD) == (30, 60)
