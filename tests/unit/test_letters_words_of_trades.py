"""Words of the trades are words, and what people mistype is still found."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

from afterview_tui.letters.checking import spelling
from afterview_tui.letters.checking.lexicon import words_in, words_of_trades

HERE = Path(__file__).parent / "spelling"
TRADES = resources.files("afterview_tui.letters.checking") / "word_lists" / "trades"


def lines(name: str) -> list[str]:
    every = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in every if line and not line.startswith("#")]


LETTERS = lines("letters_of_trades.txt")
MISTYPED = [tuple(line.split()) for line in lines("misspelled.txt")]


def unknown(text: str) -> list[str]:
    return [one.word for one in spelling.unknown(text)]


@pytest.mark.parametrize(
    "word",
    [
        "etc",
        "perio",
        "recare",
        "intraoral",
        "operatory",
        "chairside",
        "bruxism",
        "occlusal",
        "roadmap",
        "corkboard",
        "phoropter",
        "copay",
        "phlebotomy",
        "microchipped",
        "refactoring",
        "planogram",
        "barista",
        "palletized",
        "paraprofessional",
        "drywall",
        "backsplash",
    ],
)
def test_a_word_of_a_trade_is_a_word(word: str) -> None:
    assert unknown(f"We talked about {word}, and about {word}s.") in ([], [f"{word}s"])
    assert unknown(f"{word.capitalize()} was on my mind.") == []


def test_thirty_letters_of_ten_trades_have_next_to_no_false_alarm() -> None:
    """It was one word in 24 before the lists, in texts that were written before them."""
    assert len(LETTERS) == 30
    alarms = [word for letter in LETTERS for word in unknown(letter)]
    assert len(alarms) <= 1, alarms


def test_what_people_mistype_is_found_all_the_same() -> None:
    assert len(MISTYPED) >= 200
    missed = [wrong for wrong, _ in MISTYPED if unknown(f"I {wrong} it.") != [wrong]]
    assert missed == []
    assert [right for _, right in MISTYPED if not spelling.is_word(right)] == []


def test_what_was_meant_is_offered_for_most_of_what_people_mistype() -> None:
    offered = [right in spelling.suggestions(wrong) for wrong, right in MISTYPED]
    assert sum(offered) / len(offered) > 0.75


def test_a_mistyped_word_of_a_trade_is_found_and_the_right_one_offered() -> None:
    for wrong, right in (
        ("oclusal", "occlusal"),
        ("intaoral", "intraoral"),
        ("phoroptr", "phoropter"),
        ("spriometry", "spirometry"),
        ("palletizd", "palletized"),
        ("refactorng", "refactoring"),
    ):
        assert unknown(f"We saw the {wrong} there.") == [wrong]
        assert right in spelling.suggestions(wrong)


def test_every_trade_has_a_list_of_its_own_and_none_repeats_what_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed = words_in("more_words") | words_of_trades()
    assert all(re.fullmatch("[a-z]+", word) for word in listed)
    for trade in TRADES.iterdir():
        words = trade.read_text("utf-8").partition("\n")[2].split()
        assert words == sorted(set(words)), trade.name
        assert len(words) >= 200, trade.name
    monkeypatch.setattr(spelling, "_more", frozenset)
    without = spelling._Dictionary().words
    assert sorted(word for word in words_of_trades() if word in without) == []
    assert sorted(listed & {wrong for wrong, _ in MISTYPED}) == []
