"""Found words are marked where they stand, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.found_words import asked, has_all, passage, spans, whole


def marked(text: str, said: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, asked(said))]


@pytest.mark.parametrize(
    ("text", "said", "words"),
    [
        ("the recall list", "rec", ["recall"]),
        ("Recall, RECALL; precall", "recall", ["Recall", "RECALL"]),
        ("Dr. Ingrid Sørby", "sorby", ["Sørby"]),
        ("Dr. Ingrid Sørby", "soerby", ["Sørby"]),
        ("Herr Müller, Frau Muller", "mueller", ["Müller"]),
        ("die Straße", "strasse", ["Straße"]),
        ("une crème brûlée", "brulee creme", ["crème", "brûlée"]),
        ("cre\u0300me", "crème", ["cre\u0300me"]),
        ("an e-mail, an e mail, an email", "e-mail", ["e-mail", "e mail"]),
        ("O'Brien and O’Brien", "o’brien", ["O'Brien", "O’Brien"]),
        ("call 555-0121", "555-01", ["555-0121"]),
        ("謝謝 thank you", "謝", ["謝謝"]),
        ("Семён", "семен", ["Семён"]),
        ("ﬁne words", "fine", ["ﬁne"]),
        ("snake_case", "snake_case", ["snake_case"]),
        ("[b]bold[/b] (.*)", "b", ["b", "bold", "b"]),
        ("a.*b", ".*", []),
        ("nothing of it", "recall", []),
    ],
)
def test_a_word_is_marked_whole_by_its_beginning(text: str, said: str, words: list[str]) -> None:
    assert marked(text, said) == words


def test_all_words_have_to_stand_in_a_text_that_has_them_all() -> None:
    assert has_all("the recall list", asked("list rec"))
    assert not has_all("the recall", asked("list rec"))


def test_a_passage_is_where_the_words_stand_together() -> None:
    text = f"the list, {'word ' * 100}what we said of the recall list and how you keep it"
    found = passage(text, asked("recall list"), 100)
    assert found.text.startswith("… what we said of the recall list")
    assert [found.text[start:end] for start, end in found.marks] == ["recall", "list"]


def test_a_passage_of_a_short_text_is_all_of_it_on_one_line() -> None:
    found = passage("Dear Ms. Park,\n\nThank   you\tfor it.", asked("thank"), 100)
    assert found.text == "Dear Ms. Park, Thank you for it."
    assert [found.text[a:b] for a, b in found.marks] == ["Thank"]


def test_the_last_of_five_thousand_words_is_found() -> None:
    found = passage("word " * 5000 + "saffron", asked("saffron"), 200)
    assert found.text.endswith("word saffron")
    assert found.text.startswith("… ")
    assert len(found.text) < 60


def test_no_word_is_no_mark() -> None:
    assert asked(" -_… ") == ()
    assert spans("some text", ()) == []
    assert passage("some text", (), 100).text == "some text"


def test_what_acts_on_a_terminal_is_taken_out_before_words_are_marked() -> None:
    found = whole("\x1b]52;c;aGk=\x07 the \x9b31mrecall list\u202e", asked("recall"))
    assert found.text.isprintable()
    assert "recall" in found.text
    assert all(found.text[a:b].endswith("recall") for a, b in found.marks)


@given(text=st.text(max_size=200), said=st.text(max_size=20))
def test_whatever_is_looked_for_the_marks_are_within_the_text(text: str, said: str) -> None:
    wanted = asked(said)
    for start, end in spans(text, wanted):
        assert 0 <= start < end <= len(text)
    found = passage(text, wanted, 80)
    for start, end in found.marks:
        assert 0 <= start < end <= len(found.text)


@given(text=st.text(min_size=1, max_size=60))
def test_a_text_has_its_own_words(text: str) -> None:
    assert has_all(text, asked(text))
