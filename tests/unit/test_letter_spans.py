"""Spans go along with every edit of the text that they are of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.letter_spans import Span, moved, packed, replaced, unpacked

TEXT = "Thank you. [one] And [two]\n\nBye"
ONE, TWO = Span("one", 11, 16), Span("two", 21, 26)


def after(new: str, *spans: Span, old: str = TEXT) -> dict[str, str]:
    return {one.name: one.of(new) for one in moved(spans or (ONE, TWO), old, new)}


def test_what_replaces_a_gap_is_the_part() -> None:
    assert after("Thank you. You showed me it. And [two]\n\nBye") == {
        "one": "You showed me it.",
        "two": "[two]",
    }


def test_each_letter_typed_at_its_end_belongs_to_the_part() -> None:
    text = "abc def"
    spans: tuple[Span, ...] = (Span("one", 0, 3),)
    for typed in ("abc  def", "abc y def", "abc yo def", "abc yo. def"):
        spans = moved(spans, text, typed)
        text = typed
    assert spans[0].of(text) == "abc yo."


def test_what_is_typed_before_or_behind_leaves_the_part_alone() -> None:
    assert after("Many thanks. [one] And [two]\n\nBye")["one"] == "[one]"
    assert after("Thank you. [one] And [two]\n\nBye, all")["one"] == "[one]"


def test_an_emptied_part_is_there_to_be_typed_in_again() -> None:
    emptied = TEXT.replace("[one]", "")
    spans = moved((ONE, TWO), TEXT, emptied)
    again = moved(spans, emptied, TEXT.replace("[one]", "x"))
    assert {one.name: one.of(TEXT.replace("[one]", "x")) for one in again} == {
        "one": "x",
        "two": "[two]",
    }


def test_a_part_that_goes_with_all_around_it_is_no_more() -> None:
    assert after("Thank you. Bye") == {}


def test_of_a_part_cut_in_the_middle_the_rest_stays() -> None:
    assert after("Thank you. [o [two]\n\nBye") == {"one": "[o", "two": "[two]"}


def test_two_that_meet_do_not_both_have_what_is_typed_between() -> None:
    spans = replaced((Span("one", 0, 2), Span("two", 2, 4)), 2, 2, 3)
    assert spans == (Span("one", 0, 5), Span("two", 5, 7))


@pytest.mark.parametrize(
    "kept", ["", "no json", "[1]", "[[1]]", '[["a",3,1]]', '[["a",0,99]]', '{"a":1}', "null"]
)
def test_what_does_not_fit_the_text_is_no_span(kept: str) -> None:
    assert unpacked(kept, "short") == ()


WORDS = st.text("ab [].\n", max_size=30)


@given(WORDS, WORDS, st.data())
def test_spans_stay_in_the_text_and_in_order(old: str, new: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(old)), min_size=4, max_size=4)))
    spans = (Span("one", cuts[0], cuts[1]), Span("two", cuts[2], cuts[3]))
    now = moved(spans, old, new)
    assert unpacked(packed(now), new) == now


@given(WORDS, WORDS, WORDS)
def test_a_part_has_exactly_what_was_put_in_it(before: str, part: str, behind: str) -> None:
    text = f"{before}|{part}|{behind}"
    span = Span("one", len(before) + 1, len(before) + 1 + len(part))
    new = f"{before}|{part}!|{behind}"
    (now,) = moved((span,), text, new)
    assert now.of(new) == f"{part}!"
