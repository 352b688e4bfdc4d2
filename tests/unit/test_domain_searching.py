"""What is looked for is found as people type it on whatever keyboard they have."""

from __future__ import annotations

import unicodedata

import pytest

from afterview_tui.domain import people, questions, searching, stories
from afterview_tui.domain.alphabet import ALSO, PLAIN
from afterview_tui.domain.looking_back import EVERYTHING, looked_at
from afterview_tui.domain.people import Known
from afterview_tui.domain.practice import Posed
from afterview_tui.domain.preparation import Reflected
from afterview_tui.domain.questions import Filed
from afterview_tui.domain.records import Person, Question, Reflection
from afterview_tui.domain.stories import Kept
from afterview_tui.domain.story import Story
from afterview_tui.domain.text import fold
from tests.unit.build import MONDAY, interview

TYPED = [
    ("Sørby", "sorby"),
    ("Sørby", "soerby"),
    ("Łódź", "lodz"),
    ("Dæhne", "daehne"),
    ("Dæhne", "dahne"),
    ("Weiß", "weiss"),
    ("STRAẞE", "strasse"),
    ("Işık", "isik"),
    ("IŞIK", "isik"),
    ("İnci", "inci"),
    ("Đoković", "dokovic"),
    ("Đoković", "djokovic"),
    ("Lœuillet", "loeuillet"),
    ("Þórsson", "thorsson"),
    ("Sigurðsson", "sigurdsson"),
    ("Għawdex", "ghawdex"),
    ("Ħal", "hal"),
    ("Áŋŋel", "annel"),
    ("Müller", "muller"),
    ("Müller", "mueller"),
    ("Jönsson", "jonsson"),
    ("Jönsson", "joensson"),
    ("Årsta", "arsta"),
    ("Årsta", "aarsta"),
    ("Nguyễn Đức", "nguyen duc"),
    ("Țepeș", "tepes"),
    ("Ǿrsted", "orsted"),
    ("Əliyev", "aliyev"),
    ("Əliyev", "eliyev"),
    ("Kealiʻi", "keali'i"),
    ("O’Brien", "o'brien"),
    ("ﬁne", "fine"),
    ("Семён", "семен"),
    ("Андрей", "андреи"),
    ("Γιώργος", "γιωργος"),
    ("Ґалаґан", "галаган"),
]


@pytest.mark.parametrize(("written", "typed"), TYPED)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_as_it_is_typed_without_its_letters(
    written: str, typed: str, form: str
) -> None:
    name = unicodedata.normalize(form, written)  # type: ignore[arg-type]
    for said in (typed, typed.upper(), name, typed[: max(2, len(typed) // 2)]):
        assert searching.has(searching.searched("Dr.", name, "owner"), searching.words(said))


@pytest.mark.parametrize(
    ("written", "typed"), [("Sorby", "sarby"), ("Muller", "mueller"), ("Lodz", "lodsz")]
)
def test_no_letter_is_made_of_plain_ones(written: str, typed: str) -> None:
    assert not searching.has(searching.searched(written), searching.words(typed))


def test_to_compare_names_each_letter_has_one_reading() -> None:
    assert fold("Müller") == fold("Muller") != fold("Mueller")
    assert fold("Sørby") == fold("Sorby") != fold("Soerby")


@pytest.mark.parametrize("letter", [*PLAIN, *ALSO])
def test_each_letter_of_the_alphabet_is_folded_to_plain_ones(letter: str) -> None:
    plain = fold(letter)
    assert plain == fold(plain) == fold(letter.swapcase())
    assert plain.isascii() or unicodedata.name(plain[0]).startswith(("GREEK", "CYRILLIC"))
    assert letter not in plain


@pytest.mark.parametrize(("written", "typed"), TYPED)
def test_every_list_is_filtered_alike(written: str, typed: str) -> None:
    text = f"About {written}, then"
    noted = Reflected(Reflection(well=text), interview())
    for said in (typed, written.upper()):
        assert people.found([Known(Person(name=written))], said)
        assert questions.found([Filed(Posed(Question(1, None, text)))], said)
        assert stories.found([Kept(Story(1, "One", text))], said)
        assert looked_at([noted], EVERYTHING, MONDAY, said)
    for said in ("zzz", f"{typed} zzz"):
        assert not people.found([Known(Person(name=written))], said)
        assert not questions.found([Filed(Posed(Question(1, None, text)))], said)
        assert not stories.found([Kept(Story(1, "One", text))], said)
        assert not looked_at([noted], EVERYTHING, MONDAY, said)
