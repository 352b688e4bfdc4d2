"""What the user typed, made fit to stand in a sentence."""

from __future__ import annotations

import pytest

from afterview_tui.letters.drafting import own_words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the new digital x-ray", "the new digital x-ray"),
        ("The new digital x-ray", "the new digital x-ray"),
        ("the new digital x-ray.", "the new digital x-ray"),
        ("  the   new x-ray,  ", "the new x-ray"),
        ("Excel", "Excel"),
        ("IT security", "IT security"),
        ("How you train people", "how you train people"),
        ("you and your team", "you and your team"),
        ("we talked about the x-ray", "the x-ray"),
        ("forgot to mention my two years of scheduling", "my two years of scheduling"),
        ("the x-ray that is coming in May", "the x-ray that is coming in May"),
        ("- the x-ray\n- hiking\n- Excel", "the x-ray, hiking and Excel"),
        ("I can start in January.", "I can start in January."),
        ("I can start in January", "I can start in January."),
        ("i can start in January", "I can start in January."),
        ("can start in January", "I can start in January."),
        ("that I can start in January", "I can start in January."),
        ("forgot to say that I can start early", "I can start early."),
        ("You're moving in May!", "you're moving in May!"),
        ("The practice is growing", "the practice is growing."),
        ("the x-ray\nI can start in May", "the x-ray. I can start in May."),
        ("", ""),
        (" \n ", ""),
        ("...", ""),
    ],
)
def test_the_users_words_are_fitted_into_a_sentence(typed: str, said: str) -> None:
    assert own_words.fitted(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the practice", "The practice"),
        ("eBay", "eBay"),
        ("a", "A"),
        ("", ""),
        ("[the x]", "[the x]"),
    ],
)
def test_a_sentence_begins_with_a_capital_unless_the_name_has_its_own(
    typed: str, said: str
) -> None:
    assert own_words.capital(typed) == said
