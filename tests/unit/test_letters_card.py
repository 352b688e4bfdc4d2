"""A letter laid out for a card: nothing is lost, and no line is wider than a card."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.columns import columns
from afterview_tui.domain.letter import LetterKind
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Person
from afterview_tui.domain.text import clean
from afterview_tui.letters.drafting.card_lines import WIDTH, envelope, lines
from tests.unit.build import CHECK, facts

LETTERS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            ["Dear", "Dr.", "\n", "\n\n", "東京" * 15, "x" * 50, "[a gap that is long, and longer]",
             "[a gap as long as a gap can be, which is]", "Zoe\u0308", "👩\u200d⚕️", "e\u0301" * 60],
        ),
        max_size=40,
    ).map(" ".join),
)  # fmt: skip


@CHECK
@given(LETTERS, st.integers(min_value=2, max_value=60))
def test_no_line_is_wider_than_the_card_and_nothing_is_lost(text: str, width: int) -> None:
    laid_out = lines(text, width)
    assert all(columns(line) <= width for line in laid_out)
    assert "".join("".join(laid_out).split()) == "".join(clean(text).split())


@CHECK
@given(LETTERS)
def test_paragraphs_stay_apart_by_one_line_with_none_at_the_ends(text: str) -> None:
    laid_out = lines(text)
    assert laid_out[:1] != [""]
    assert laid_out[-1:] != [""]
    assert ("", "") not in list(pairwise(laid_out))


def test_words_are_kept_whole_and_the_lines_of_the_user_stay() -> None:
    text = (
        "Dear Dr. Chen,\n\n\nThank you for meeting me on Friday about the position.\n\n"
        "Kind regards,\nSam Lee\n"
    )
    assert lines(text) == [
        "Dear Dr. Chen,",
        "",
        "Thank you for meeting me on Friday about",
        "the position.",
        "",
        "Kind regards,",
        "Sam Lee",
    ]


def test_a_word_that_is_longer_than_a_line_goes_on_in_the_next() -> None:
    assert lines("see " + "x" * 45 + " there") == ["see", "x" * WIDTH, "x" * 5, "there"]


def test_a_gap_stays_on_a_line_and_one_that_is_too_long_is_broken_at_a_space() -> None:
    assert lines("I liked the [what it was]", 22) == ["I liked the", "[what it was]"]
    assert lines("[what you two talked about]", 20) == ["[what you two", "talked about]"]


def test_wide_characters_are_counted_as_what_they_take() -> None:
    assert lines("東" * 25) == ["東" * 20, "東" * 5]
    assert lines("e\u0301" * 41) == ["é" * 40, "é"]


@pytest.mark.parametrize("text", ["", " \n\n \t\n", "\x1b[31m"])
def test_without_words_there_are_no_lines(text: str) -> None:
    assert lines(text) == []


def test_many_marks_on_one_letter_take_no_time_and_no_room() -> None:
    text = "a" + "\u0316" * 100_000
    assert lines(text) == [text]


def test_an_envelope_has_the_address_and_without_one_on_file_nothing_is_written() -> None:
    maria = Person(name="Maria Chen", title="Dr.", address="12 Lake Street\nSpringfield")
    assert envelope(facts(), Recipient(maria)) == [
        "Dr. Maria Chen",
        "Lakeside Dental",
        "12 Lake Street",
        "Springfield",
    ]
    reference = Recipient(maria, LetterKind.REFERENCE)
    assert "Lakeside Dental" not in envelope(facts(), reference)
    assert envelope(facts(), Recipient(Person(name="Maria Chen", address=" \n"))) == []
