"""Text as it enters the program: nothing in it acts on the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.text import (
    clean,
    clean_line,
    count,
    fold,
    joined,
    lines,
    spelled_out,
    with_one_stop,
)
from tests.unit.build import CHECK

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = (
    st.sampled_from(
        ["\x1b", "\x1b[", "\x1b]52;c;", "\x07", "\x9b", "\x9c", "\x9d", "\x90", "\r\n", *BIDI]
    )
    | st.characters()
    | st.characters(categories=["Cs", "Cc", "Cf"])
)
TEXTS = st.lists(HOSTILE, max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("a\x1b[31mred\x1b[0m", "ared", id="colour"),
        pytest.param("a\x1b[2J\x1b[H\x1b[?1049hb", "ab", id="clear the screen"),
        pytest.param("a\x9b31mred", "ared", id="CSI in one character"),
        pytest.param("a\x1b]52;c;aGVsbG8=\x07b", "ab", id="OSC 52 with BEL"),
        pytest.param("a\x1b]52;c;aGVsbG8=\x1b\\b", "ab", id="OSC 52 with ST"),
        pytest.param("a\x9d52;c;aGVsbG8=\x9cb", "ab", id="OSC 52 in one character"),
        pytest.param("a\x1b]52;c;aGVsbG8=\nb", "a\nb", id="OSC 52 without an end"),
        pytest.param("\x1b]8;;http://x\x1b\\here\x1b]8;;\x1b\\", "here", id="link"),
        pytest.param("a\x1bP1$r0m\x1b\\b", "ab", id="DCS"),
        pytest.param("a\x1b_Gf=100;AAAA\x1b\\b", "ab", id="APC"),
        pytest.param("a\x1b(0b", "ab", id="character set"),
        pytest.param("a\x1b", "a", id="ESC alone"),
        pytest.param("a\x1b\x1b[31mb", "ab", id="two ESC"),
        pytest.param("a\x00b", "ab", id="NUL"),
        pytest.param("a\x07\x08\x0e\x7fb", "ab", id="C0 and DEL"),
        pytest.param("a\x80\x84\x9fb", "ab", id="C1"),
        pytest.param("a\u202eevil\u202c", "aevil", id="bidi override"),
        pytest.param(f"a{BIDI}b", "ab", id="every bidi character"),
        pytest.param("\ufeffa", "a", id="byte order mark"),
        pytest.param("a\ud800b\udfff", "ab", id="lone surrogates"),
    ],
)
def test_what_acts_on_the_terminal_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    "newline", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
)
def test_every_newline_becomes_the_same(newline: str) -> None:
    assert clean(f"a{newline}b") == "a\nb"


@pytest.mark.parametrize(
    "text",
    [
        "a\tb",
        "a\n\n b ",
        "Dr. Zoë Müller",
        "面接 ありがとう 면접",
        "שלום مرحبا",
        "👍🏽 👩‍🔬 🇨🇭 ❤️",
        "x\u0323\u0301",
        "[bold]not markup[/bold] {{ gap }}",
        "“quoted” – and … ½ €",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert clean(text) == text


def test_a_letter_and_its_accent_become_one() -> None:
    assert clean("Zoe\u0308") == "Zo\u00eb"


def test_quotes_that_were_decoded_wrongly_do_not_take_the_line_with_them() -> None:
    assert clean("â€œYes,â€\x9d she said") == "â€œYes,â€ she said"


@CHECK
@given(TEXTS)
def test_a_clean_text_holds_no_control_or_bidi_characters(text: str) -> None:
    for one in clean(text):
        assert one in "\t\n" or unicodedata.category(one) not in {"Cc", "Cs", "Zl", "Zp"}
        assert one not in BIDI


@CHECK
@given(TEXTS)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@CHECK
@given(TEXTS)
def test_a_clean_text_can_be_written_to_a_file(text: str) -> None:
    assert clean(text).encode().decode() == clean(text)


@CHECK
@given(st.text(st.characters(categories=["L", "Nd", "P", "Zs", "So"]), max_size=40))
def test_letters_digits_and_signs_stay(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", ""),
        (" \t \n ", ""),
        ("  Oak   Vision \n more", "Oak Vision"),
        ("\n\n Oak\tVision", "Oak Vision"),
        ("Oak\x1b[1m Vision", "Oak Vision"),
    ],
)
def test_a_line_is_the_first_that_is_not_empty(text: str, line: str) -> None:
    assert clean_line(text) == line


def test_lines_are_those_that_are_not_empty() -> None:
    assert lines(" a \r\n\r\n\x00\n b  c ") == ["a", "b c"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "muller"),
        ("MÜLLER", "mu\u0308ller"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("  Oak ", "oak"),
        ("ﬁne", "fine"),
        ("Ｏａｋ", "oak"),
        ("Sørby", "SORBY"),
        ("Łódź", "lodz"),
        ("Dæhne", "Daehne"),
        ("Ǽlfred", "aelfred"),
        ("Œuvre", "oeuvre"),
        ("Işık", "isik"),
        ("Đorđe", "dorde"),
        ("Þórður", "thordur"),
        ("Ħal", "hal"),
        ("Áŋŋel", "annel"),
        ("GROẞ", "gross"),
        ("O’Brien", "O'Brien"),
        ("Ёлка", "елка"),
    ],
)
def test_accents_and_case_are_folded(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_letters_are_not_folded_together() -> None:
    assert fold("Oak") != fold("Oar")
    assert fold("王") == "王"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 letters"), (1, "1 letter"), (2, "2 letters"), (11, "11 letters")]
)
def test_a_count_has_its_plural(number: int, words: str) -> None:
    assert count(number, "letter") == words


def test_a_count_may_have_a_plural_of_its_own() -> None:
    assert count(2, "reply", "replies") == "2 replies"
    assert count(1, "reply", "replies") == "1 reply"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([], ""),
        (["Ann"], "Ann"),
        (["Ann", "Bo"], "Ann and Bo"),
        (["Ann", "Bo", "Cy"], "Ann, Bo and Cy"),
    ],
)
def test_parts_are_joined_as_in_a_sentence(parts: list[str], words: str) -> None:
    assert joined(parts) == words


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("/home/zoë/Büro 東京/a.db", "/home/zoë/Büro 東京/a.db"),
        ("a\x1b]0;X\x07b", r"a\x1b]0;X\x07b"),
        ("a\nb\tc\x7f\x9b", r"a\nb\tc\x7f\x9b"),
        ("a\u202eb\u200bc\u2028", r"a\u202eb\u200bc\u2028"),
        ("a\U000e0041", r"a\U000e0041"),
        ("caf\udce9", r"caf\xe9"),
        ("\ud800", r"\ud800"),
        ("Zoe\u0308", "Zoe\u0308"),
    ],
    ids=ascii,
)
def test_what_a_shell_may_not_get_is_spelled_out(text: str, spelled: str) -> None:
    assert spelled_out(text) == spelled


@CHECK
@given(TEXTS)
def test_what_is_spelled_out_is_one_line_that_can_be_written(text: str) -> None:
    spelled = spelled_out(text)
    assert spelled.isprintable()
    assert spelled.encode().decode() == spelled


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Noted: a no from Tufting Co..", "Noted: a no from Tufting Co."),
        ("It does not name Yahoo!. Go on.", "It does not name Yahoo! Go on."),
        ("It is in ../letters, and so on...", "It is in ../letters, and so on..."),
    ],
)
def test_a_name_with_a_stop_of_its_own_ends_its_sentence_with_one(text: str, told: str) -> None:
    assert with_one_stop(text) == told
