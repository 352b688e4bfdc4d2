"""What nobody sees goes, whichever way a text comes in; what changes what is seen stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.text import clean, clean_line, fold, lines
from tests.unit.build import CHECK

# Each of them alone on a line once kept a file from being opened.
LOCKING = "\u200b\u0301\u200d\u2060\ufe0f\U000e0041\u180e\u034f"
INVISIBLE = (
    LOCKING.replace("\u0301", "")
    + "\u00ad\u115f\u1160\u17b4\u200c\u2061\u2062\u2063\u2064\u206a\u3164\ufe00\ufeff\uffa0\ufff9"
    "\U000e0001\U000e0020\U000e007f\U000e0100\U0001d173\U0001bca0\u180b\u061c\u202e\u2069"
)
FAMILY = "👨\u200d👩\u200d👧\u200d👦"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
PIECES = st.sampled_from(
    [*INVISIBLE, *"a1#é ی\u0301क\u094dक\u093c邊☠👩🏽❤←\u0338\u20e3\u1820\n🏴", FAMILY, WALES]
)
JUMBLES = st.lists(PIECES | st.characters(), max_size=20).map("".join)


@pytest.mark.parametrize("one", INVISIBLE, ids=ascii)
def test_what_is_not_seen_goes(one: str) -> None:
    assert clean(f"Maria{one} Ch{one}en{one}") == "Maria Chen"
    assert clean(f"{one}Maria") == "Maria"
    assert clean(f"Mü{one}ller") == "Müller"


@pytest.mark.parametrize("one", LOCKING + INVISIBLE + "\u2800", ids=ascii)
def test_a_line_of_what_is_not_seen_is_an_empty_line(one: str) -> None:
    assert clean_line(one) == ""
    assert clean_line(f" {one}{one}\n{one} ") == ""
    assert lines(f"Maria\n{one}\n {one}{one}\nJo") == ["Maria", "Jo"]
    assert clean(f"Maria\n{one}\nJo").split("\n")[1].strip() == ""


@pytest.mark.parametrize("mark", "\u0301\u0308\u20dd\u0e48\u064b\u093c", ids=ascii)
def test_a_mark_needs_a_letter_to_stand_on(mark: str) -> None:
    assert clean_line(mark) == ""
    assert clean_line(f"\t{mark}{mark}Oak") == "Oak"
    assert clean(f"a\n{mark}\nb") == "a\n\nb"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FAMILY, id="a family"),
        pytest.param("👩🏽\u200d🔬", id="a scientist with a colour of skin"),
        pytest.param("👩\u200d⚕️", id="a health worker"),
        pytest.param("🏴\u200d☠️", id="a pirate"),
        pytest.param("🏳️\u200d🌈 🏳️\u200d⚧️", id="flags of two signs"),
        pytest.param("❤️\u200d🔥", id="a heart on fire"),
        pytest.param("🧑\u200d🤝\u200d🧑", id="people holding hands"),
        pytest.param("👁️\u200d🗨️", id="an eye in a bubble"),
        pytest.param(WALES, id="the flag of Wales"),
        pytest.param("1\ufe0f\u20e3 #\ufe0f\u20e3", id="keys"),
        pytest.param("❤️ ☎︎ ©️ ‼️ ↔️", id="signs in colour or in black"),
        pytest.param("می\u200cخواهم", id="Persian"),
        pytest.param("ه\u200d.ش", id="a year in Persian"),
        pytest.param("क्\u200dष", id="Hindi"),
        pytest.param("ക്\u200c", id="Malayalam"),
        pytest.param("ශ්\u200dරී ලංකා", id="Sinhala"),
        pytest.param("র\u200d্য", id="Bengali"),
        pytest.param("渡邊\U000e0100さん", id="a variant of a Japanese name"),
        pytest.param("ᠠ\u180b ᠨ\u180eᠠ", id="Mongolian"),
    ],
)
def test_what_changes_what_is_seen_stays(text: str) -> None:
    assert clean(text) == text
    assert clean_line(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Ma\u200dria", "Maria"),
        ("Ma\u200cria", "Maria"),
        ("👩\u200d\u200d🔬", "👩🔬"),
        ("👩\u200d", "👩"),
        ("👩\u200dMaria", "👩Maria"),
        ("555-0121\ufe0f", "555-0121"),
        ("1\ufe0f", "1"),
        ("Maria\ufe0f", "Maria"),
        ("邊\ufe0f", "邊"),
        ("می\u200c\u200cخواهم", "می\u200cخواهم"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f"),
        ("🏴\U000e0068\U000e0069", "🏴"),
        (f"{WALES}\U000e0068\U000e0069", WALES),
        ("Maria" + "".join(chr(0xE0000 + ord(one)) for one in "ignore this"), "Maria"),
        ("co\u00adop\u00aderate", "cooperate"),
        ("e\u200b\u0301", "é"),
        ("e\u200d\u0301", "é"),
        ("e\ufe0f\u0301", "é"),
        ("\u2800Oak\u2800Vision\u2800", "Oak Vision"),
    ],
    ids=ascii,
)
def test_a_joiner_with_nothing_to_join_goes(text: str, cleaned: str) -> None:
    assert clean_line(text) == cleaned


@pytest.mark.parametrize("one", INVISIBLE, ids=ascii)
def test_two_names_that_look_the_same_are_the_same(one: str) -> None:
    for name in ("Maria Chen", "Müller", "علی", "राम", "渡邊", "❤"):
        assert fold(clean_line(f"{name}{one}")) == fold(name)
        assert fold(f"{name}{one}") == fold(name)  # as an older or a foreign hand left it


def test_joiners_make_no_other_name() -> None:
    assert fold("می\u200cخواهم") == fold("میخواهم")
    assert fold("渡邊\U000e0100") == fold("渡邊")


@CHECK
@given(JUMBLES)
def test_cleaning_twice_changes_nothing_of_what_is_seldom_seen(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert unicodedata.is_normalized("NFC", clean(text))


@CHECK
@given(JUMBLES)
def test_every_line_shows_something_or_is_empty(text: str) -> None:
    for line in lines(text):
        assert any(unicodedata.category(one) not in ("Mn", "Me", "Zs") for one in line)
        assert line[0] not in INVISIBLE


@CHECK
@given(st.lists(st.sampled_from([*"ab é", *INVISIBLE]), max_size=20).map("".join))
def test_in_latin_letters_nothing_of_it_is_left(text: str) -> None:
    assert set(clean(text)) <= set("ab é")
