"""The checks on a letter: gaps, length, likeness."""

from __future__ import annotations

import itertools

import pytest

from afterview_tui.domain.letter import LetterForm
from afterview_tui.letters.checking import gaps_and_length

LETTER = """14 Elm Street
Springfield

20 November 2026

Dear Dr. Chen,

Thank you for your time.

It was good to talk.

Kind regards,
Sam Rivera
555 0142
"""


@pytest.mark.parametrize(
    "gap",
    [
        "[Name]",
        "[your name]",
        "[what you two talked about]",
        "[what you two\ntalked about]",
        "[Dr. / Ms.]",
        "{topic}",
        "{first_name}",
        "{{x}}",
        "{{ employer }}",
        "{% if x %}",
        "<Doctor>",
        "<Their name>",
        "____",
        "XXX",
        "XXXX",
        "TODO",
        "TBD",
    ],
)
@pytest.mark.parametrize("around", ["Dear {}, thank you.", "{}", "Thank you, {}."])
def test_a_gap_is_found_where_it_stands(gap: str, around: str) -> None:
    text = around.replace("{}", gap)
    (found,) = gaps_and_length.gaps(text)
    assert found.text == gap
    assert text[found.start : found.end] == gap


@pytest.mark.parametrize(
    "text",
    [
        "They wrote recieve [sic] twice.",
        "They wrote recieve [SIC] twice.",
        "[x] done, [ ] open, [X] done",
        "as shown before [1], and later [...]",
        "version {1.2} of the form",
        "an empty {} pair",
        "Maria Chen <maria.chen@example.org>",
        "see <https://example.org/jobs>",
        "[our site](https://example.org)",
        "if a < b and c > d",
        "snake_case and __init__",
        "the todo list, in full",
        "a size XXL coat",
        "I <3 this work",
        "",
    ],
)
def test_ordinary_text_is_no_gap(text: str) -> None:
    assert gaps_and_length.gaps(text) == ()


def test_gaps_come_in_order_and_do_not_overlap() -> None:
    found = gaps_and_length.gaps("Dear [Name], about {{ role }} and [the {thing}]. TBD ____")
    assert [gap.text for gap in found] == ["[Name]", "{{ role }}", "[the {thing}]", "TBD", "____"]
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_words_are_counted_without_head_salutation_and_sign_off() -> None:
    assert gaps_and_length.word_count(LETTER) == 10


def test_all_words_count_where_there_is_neither_salutation_nor_sign_off() -> None:
    assert gaps_and_length.word_count("Thank you — for the day-long visit, on 3 May.") == 9
    assert gaps_and_length.word_count("") == 0


def test_a_clause_that_ends_in_a_comma_is_no_sign_off() -> None:
    clause = "When we spoke on Friday,\nyou told me so much about the work that I took notes."
    assert gaps_and_length.word_count(f"Dear Jo,\n\n{clause}\n\nIt was good to talk.") == 22


@pytest.mark.parametrize(
    ("words", "form", "said"),
    [
        (112, LetterForm.EMAIL, "112 words, fits an e-mail"),
        (100, LetterForm.EMAIL, "100 words, fits an e-mail"),
        (165, LetterForm.EMAIL, "165 words, fits an e-mail"),
        (240, LetterForm.EMAIL, "240 words, long for an e-mail (60–180)"),
        (40, LetterForm.EMAIL, "40 words, short for an e-mail (60–180)"),
        (71, LetterForm.CARD, "71 words, long for a card (30–60)"),
        (30, LetterForm.CARD, "30 words, fits a card"),
        (1, LetterForm.CARD, "1 word, short for a card (30–60)"),
        (200, LetterForm.TYPED, "200 words, fits a typed letter"),
        (0, LetterForm.EMAIL, "no words yet"),
    ],
)
def test_the_length_is_said_in_quiet_words(words: int, form: LetterForm, said: str) -> None:
    assert gaps_and_length.length("word " * words, form) == said


def test_the_same_letter_to_another_name_is_the_same() -> None:
    assert gaps_and_length.similarity(LETTER, LETTER.replace("Dr. Chen", "Jo Park")) == 1.0


def test_letters_without_a_word_in_common_are_not_alike() -> None:
    assert gaps_and_length.similarity("one two three", "four five six") == 0.0


def test_an_empty_letter_is_like_no_other() -> None:
    assert gaps_and_length.similarity("", "") == 0.0


def test_likeness_goes_by_words() -> None:
    assert gaps_and_length.similarity("a b c d", "a b c x") == pytest.approx(0.75)
