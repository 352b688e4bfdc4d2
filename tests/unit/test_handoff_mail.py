"""`mailto:` addresses: every mail program reads them, and nothing in them acts on their own."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.text import clean
from afterview_tui.handoff.mail import LONGEST_URL, address_in, fits, mailto

MARIA = "maria@lakeside.example"


def test_spaces_line_breaks_and_other_letters_are_encoded_as_the_rfc_has_it() -> None:
    url = mailto(MARIA, "Thank you, Zoë", "Dear Dr. Chen,\n\n50 % & more? + #1")
    assert url == (
        "mailto:maria@lakeside.example?subject=Thank%20you%2C%20Zo%C3%AB"
        "&body=Dear%20Dr.%20Chen%2C%0D%0A%0D%0A50%20%25%20%26%20more%3F%20%2B%20%231"
    )


def test_fields_that_are_empty_are_left_out() -> None:
    assert mailto(MARIA, "", "") == f"mailto:{MARIA}"
    assert mailto("", "", "") == "mailto:"
    assert mailto("", "Hello", "") == "mailto:?subject=Hello"
    assert mailto(MARIA, "", "a") == f"mailto:{MARIA}?body=a"


@pytest.mark.parametrize(
    "field",
    [
        MARIA,
        f"  {MARIA}\n",
        f"Dr. Maria Chen <{MARIA}>",
        f"Chen, Maria (owner) <{MARIA}>",
        f'"Maria @ Lakeside" <{MARIA}>',
        f"mailto:{MARIA}",
        f"MAILTO:{MARIA}",
        f"<{MARIA}>",
        f"{MARIA}, jo@lakeside.example",
        f"Maria Chen {MARIA}",
    ],
)
def test_an_address_is_found_in_what_people_write(field: str) -> None:
    assert address_in(field) == MARIA


@pytest.mark.parametrize(
    "field", ["", " ", "maria at lakeside", "@lakeside.example", "maria@", "<>", "a@@b", "a@b..c"]
)
def test_what_is_no_address_is_left_out(field: str) -> None:
    assert address_in(field) == ""
    assert mailto(field, "Hello", "") == "mailto:?subject=Hello"


def test_an_address_brings_no_fields_of_its_own() -> None:
    url = mailto("a?bcc=evil&cc=x%0D%0A@b.example\r\nBcc: evil@x.example", "s\r\nBcc: x", "t")
    assert parse_qs(urlsplit(url).query) == {"subject": ["s"], "body": ["t"]}
    assert "evil@x" not in unquote(url)


def test_letters_outside_ascii_in_an_address_are_encoded() -> None:
    assert mailto("zoë+job@höhe.example", "", "") == "mailto:zo%C3%AB%2Bjob@h%C3%B6he.example"


@given(st.text(), st.text(), st.text())
def test_whatever_is_written_comes_out_as_one_ascii_address(
    address: str, subject: str, body: str
) -> None:
    url = mailto(address, subject, body)
    assert url.isascii()
    assert url.isprintable()
    assert " " not in url
    query = parse_qs(urlsplit(url).query, keep_blank_values=True, strict_parsing="?" in url)
    assert set(query) <= {"subject", "body"}
    [sent] = query.get("body", [""])
    assert sent.replace("\r\n", "\n") == clean(body).strip("\n")


def test_a_letter_of_the_usual_length_fits_and_a_long_one_does_not() -> None:
    usual = " ".join(["words"] * 180)
    assert fits(mailto(MARIA, "Thank you", usual))
    assert not fits(mailto(MARIA, "Thank you", usual * 2))
    assert fits("m" * LONGEST_URL)
    assert not fits("m" * (LONGEST_URL + 1))
