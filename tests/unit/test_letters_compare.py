"""Two texts compared: nothing of either is lost, and what differs is read at a glance."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afterview_tui.letters.checking.comparing import Kind, Piece, compare, marked
from tests.unit.build import CHECK

WORDS = st.lists(
    st.sampled_from(["the", "lab", "and", "Dr.", " ", "  ", "\n", "\n\n", "\t", "東京", "a\u0301"]),
    max_size=40,
)
TEXTS = st.one_of(WORDS.map(" ".join), WORDS.map("".join), st.text(max_size=60))

BEFORE = """Dear Dr. Chen,

Thank you for meeting with me on Friday. I enjoyed hearing about the new x-ray.

Kind regards,
Sam Lee"""


def of(kind: Kind, old: str, new: str) -> list[str]:
    """The pieces of one kind."""
    return [piece.text for piece in compare(old, new) if piece.kind is kind]


def in_words(pieces: Iterable[Piece]) -> str:
    """A comparison as it is read."""
    return "".join(piece.text for piece in marked(pieces))


def assert_whole(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts are in the pieces, whole and in order."""
    pieces = compare(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.GONE) == new
    return pieces


@CHECK
@given(TEXTS, TEXTS)
@example("", "")
@example("a\n", "a")
@example("a b\n\nc", "a b c")
@example("one\r\ntwo\x85three\u2028", "one\ntwo")
def test_what_is_the_same_and_gone_is_the_old_text_and_the_same_and_new_the_new(
    old: str, new: str
) -> None:
    pieces = assert_whole(old, new)
    assert all(piece.text for piece in pieces)
    assert all(a.kind is not b.kind for a, b in pairwise(pieces))
    assert (old == new) == all(piece.kind is Kind.SAME for piece in pieces)


@CHECK
@given(TEXTS, TEXTS)
def test_what_is_read_holds_every_word_of_both_and_marks_them(old: str, new: str) -> None:
    read = in_words(compare(old, new))
    pieces = compare(old, new)
    for piece in pieces:
        for word in piece.text.split():
            assert word in read
    assert read.count("[-") >= sum(piece.kind is Kind.GONE for piece in pieces)
    assert read.count("{+") >= sum(piece.kind is Kind.NEW for piece in pieces)


def test_a_word_that_was_changed_is_the_only_thing_marked() -> None:
    after = BEFORE.replace("enjoyed", "liked")
    assert in_words(compare(BEFORE, after)) == BEFORE.replace("enjoyed", "[-enjoyed-] {+liked+}")


def test_equal_texts_have_no_marks() -> None:
    assert compare(BEFORE, BEFORE) == (Piece(Kind.SAME, BEFORE),)
    assert compare("", "") == ()


def test_a_new_paragraph_is_new_as_a_whole_and_its_neighbours_stay() -> None:
    after = BEFORE.replace("\n\nKind", "\n\nI forgot to say: three years of it.\n\nKind")
    assert of(Kind.GONE, BEFORE, after) == []
    (new,) = of(Kind.NEW, BEFORE, after)
    assert new.strip() == "I forgot to say: three years of it."
    assert "\n\n{+I forgot to say: three years of it.+}\n\nKind" in in_words(compare(BEFORE, after))


def test_a_sentence_in_other_words_is_read_whole_and_not_woven_into_the_old_one() -> None:
    after = BEFORE.replace(
        "Thank you for meeting with me on Friday. I enjoyed hearing about the new x-ray.",
        "It was good of you to take the time on Monday, and the lab has stayed with me.",
    )
    assert in_words(compare(BEFORE, after)).split("\n\n")[1] == (
        "[-Thank you for meeting with me on Friday. I enjoyed hearing about the new x-ray.-]\n"
        "{+It was good of you to take the time on Monday, and the lab has stayed with me.+}"
    )


def test_every_line_of_what_is_gone_has_marks_of_its_own() -> None:
    assert in_words(compare("a\n\nb\nc", "")) == "[-a-]\n\n[-b-]\n[-c-]"
    assert in_words(compare("", "  a\nb ")) == "  {+a+}\n{+b+} "


def test_the_end_of_a_line_that_is_gone_or_new_is_seen() -> None:
    assert in_words(compare("a\n", "a")) == "a[-¶-]"
    assert in_words(compare("a", "a\n\n")) == "a{+¶+}\n\n"
    assert in_words(compare("a", "a ")) == "a{+ +}"


def _numbered(word: str, number: int) -> str:
    return " ".join(f"the {word}{i}" for i in range(number))


SHUFFLED = [str(i) for i in range(30_000)]
random.Random(1).shuffle(SHUFFLED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 100_000, "a " * 99_999 + "b "),
        ("a b " * 50_000, "b a " * 50_000),
        ("a\nb\n" * 50_000, "b\na\n" * 50_000),
        ("\n" * 200_000, "\n" * 199_999 + "a"),
        (_numbered("x", 20_000), _numbered("y", 20_000)),
        (_numbered("x", 140), _numbered("y", 140)),
        ("\n".join(SHUFFLED), "\n".join(sorted(SHUFFLED))),
        ("\n".join(f"the {one}" for one in SHUFFLED), _numbered("x", 20_000)),
        ("\n\n".join(_numbered("x", 60) for _ in range(400)), _numbered("y", 60) * 400),
    ],
    ids=["one word", "two words", "two lines", "ends", "woven", "few", "sorted", "mixed", "blocks"],
)
def test_the_longest_texts_are_compared_all_the_same(old: str, new: str) -> None:
    assert_whole(old, new)


def test_in_a_long_text_a_changed_word_is_still_found() -> None:
    lines = [f"line {number} with words of its own" for number in range(5_000)]
    old = "\n".join(lines)
    lines[2_500] = "line 2500 with other words of its own"
    assert of(Kind.NEW, old, "\n".join(lines)) == [" other"]
    assert of(Kind.GONE, old, "\n".join(lines)) == []
