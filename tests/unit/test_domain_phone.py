"""A phone number is the same number, however it is written."""

from __future__ import annotations

import pytest

from afterview_tui.domain.phone import apart, reaches

LOCAL = ["555-0121", "5550121", "(555) 0121", "+1 555 0121", "555 0121", "555.0121", "1-555-0121"]
LOCAL += [
    "(1) 555-0121",
    "555\u20110121",
    "555\u00a00121",
    "５５５０１２１",
    "555/0121",
    "001 555 0121",
]
WHOLE = ["(212) 555-0121", "212-555-0121", "+1 212 555 0121", "1 (212) 555-0121", "2125550121"]
LONDON = ["+44 20 7946 0958", "020 7946 0958", "+44 (0)20 7946 0958", "0044 20 79460958"]
LONDON += ["(020) 7946-0958", "7946 0958"]
BERLIN = ["+49 30 1234567", "030/1234567", "030 123 45 67", "(030) 1234567", "0049301234567"]


@pytest.mark.parametrize("on_file", LOCAL)
@pytest.mark.parametrize("typed", LOCAL)
def test_a_local_number_is_known_in_each_of_its_looks(typed: str, on_file: str) -> None:
    assert reaches(typed, on_file)


@pytest.mark.parametrize("several", [WHOLE, LONDON, BERLIN])
def test_a_number_is_known_with_and_without_its_area_and_country(several: list[str]) -> None:
    for on_file in several:
        assert [typed for typed in several if not reaches(typed, on_file)] == []


@pytest.mark.parametrize("typed", LOCAL)
@pytest.mark.parametrize("on_file", ["(212) 555-0121", "+1 212 555 0121", "212.555.0121 ext. 7"])
def test_who_leaves_the_area_out_finds_the_number_with_it(typed: str, on_file: str) -> None:
    is_with_code = typed.startswith(("+", "00", "1", "(1"))
    assert reaches(typed, on_file) is not is_with_code or reaches(typed[-8:], on_file)


@pytest.mark.parametrize(
    ("typed", "on_file"),
    [
        ("555-0121", "555-0121 x12"),
        ("5550121", "555-0121 ext 4"),
        ("+1 555 0121", "555-0121, ext. 12"),
        ("5550121", "555-0199 or 555-0121"),
        ("555 0199", "555-0199, 555-0121"),
        ("555 0199", "555-0121 / 555-0199"),
    ],
)
def test_an_extension_and_a_second_number_do_not_hide_it(typed: str, on_file: str) -> None:
    assert reaches(typed, on_file)


def test_a_number_is_found_from_its_third_digit_on_with_each_key() -> None:
    for on_file in ("555-0121", "(555) 0121", "+1 555 0121"):
        for typed in ("555-0121", "5550121", "(555) 0121", "+1 555 0121"):
            for end in range(1, len(typed) + 1):
                digits = sum(map(str.isdigit, typed[:end]))
                # After "+1 5" it is not yet said which part of it is the country's code.
                if digits >= (4 if typed.startswith("+") else 3):
                    assert reaches(typed[:end], on_file), (typed[:end], on_file)


@pytest.mark.parametrize(
    ("typed", "on_file"),
    [
        ("555-0121", "555-0122"),
        ("555-0121", "0121-555"),
        ("5550121", ""),
        ("5550121", "none"),
        ("12", "555-0121"),
        ("", "555-0121"),
        ("+44 20 7946 0958", "+44 20 7946 0959"),
        ("98765 12", "12"),
    ],
)
def test_another_number_is_another(typed: str, on_file: str) -> None:
    assert not reaches(typed, on_file)


@pytest.mark.parametrize(
    ("said", "words", "numbers"),
    [
        ("555-0121", "", ["555-0121"]),
        ("chen (555) 0121", "chen", ["(555) 0121"]),
        ("+1 555 0121 oak", "oak", ["+1 555 0121"]),
        ("maria chen", "maria chen", []),
        ("route 66", "route 66", []),
        ("room 12", "room 12", []),
        ("a555b", "a555b", []),
        ("kim555@x.com", "kim555@x.com", []),
        ("555@x.com", "555@x.com", []),
        ("", "", []),
    ],
)
def test_numbers_are_told_apart_from_words(said: str, words: str, numbers: list[str]) -> None:
    rest, found = apart(said)
    assert (" ".join(rest.split()), found) == (words, numbers)
