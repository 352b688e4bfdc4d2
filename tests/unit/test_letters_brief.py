"""The brief for a reference: what is on file, gaps for what matters, and a tidy page."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.records import Facts, Form, Meeting, Met, Person, Vouching
from afterview_tui.domain.text import clean
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.pages.brief import brief
from afterview_tui.pages.page_lines import WIDTH, wrapped
from tests.unit.build import FRIDAY, MONDAY, facts, tried, vouching

UNTIDY = re.compile(r"  | [,.;:!?]|,,|,\.|\.\.|\bNone\b|[{}]| $")
LABEL = re.compile(r"^(?:\S(?:.*?\S)?)? {2,}")
EVERYTHING: dict[str, Any] = {
    "role": "Dental hygienist",
    "promised_on": date(2026, 11, 30),
    "who_calls": "Ms. Roy from the office, on Tuesday or Wednesday",
    "position_facts": "Four days a week, two of them evenings, in a practice of nine people.\n"
    "They train on the new scanner.",
    "wanted_for": "closer to home, and they train",
    "round": 2,
    "form": Form.VIDEO,
}


def met(number: int, strength: str = "", **fields: Any) -> Met:
    person = Person(id=number, **{"name": "Maria Chen", "title": "Dr.", **fields})
    return Met(Meeting(id=number, interview_id=1, person_id=number, strength=strength), person)


MARIA = met(1, "My calm with nervous patients", job_title="owner")
JO = met(2, "my calm with nervous patients.\n- I speak Spanish every day", name="Jo Park", title="")


def amy(**fields: Any) -> Vouching:
    one = vouching()
    person = replace(one.person, **fields)
    return replace(one, person=person)


def full() -> str:
    one = amy(phone="555-0101", email="amy@example.org")
    briefing = replace(one.briefing, note="best after six")
    one = replace(one, briefing=briefing, reference=replace(one.reference, relation="manager"))
    return brief(replace(facts(**EVERYTHING), met=(MARIA, JO)), one, MONDAY)


def assert_tidy(page: str, width: int = WIDTH) -> None:
    """Nothing is left over where a fact is missing, and no line is too wide."""
    lines = page.split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        words = LABEL.sub("", line)
        if not words.endswith("....."):  # room to write on
            assert not UNTIDY.search(words), line
        assert len(line) <= width or len(words.split()) == 1, line
        assert not line.endswith(",") or after.startswith("  "), line
    assert "\n\n\n" not in page
    assert lines[0]
    assert lines[-1]


def test_a_brief_with_everything_on_file() -> None:
    assert full().split("\n") == [
        "Amy Ortiz, manager",
        "555-0101, amy@example.org",
        "",
        "Employer       Lakeside Dental",
        "Role           Dental hygienist",
        "Interview      Friday 20 November 2026, by video, round 2",
        "With           Dr. Maria Chen, owner",
        "               Jo Park",
        "Will call      Ms. Roy from the office, on Tuesday or Wednesday",
        "Decision       expected by Monday 30 November 2026",
        "The job        Four days a week, two of them evenings, in a practice of nine",
        "               people.",
        "               They train on the new scanner.",
        "To stress      my calm with nervous patients",
        "               I speak Spanish every day.",
        "Why I want it  closer to home, and they train",
        "Note           best after six",
    ]
    assert gaps(full()) == ()


def test_what_a_reference_cannot_do_without_is_a_gap_and_the_rest_is_left_out() -> None:
    page = brief(facts(), vouching(), FRIDAY)
    assert [gap.text for gap in gaps(page)] == [
        "[who will call, and when]",
        "[what to stress]",
        "[why you want it]",
    ]
    assert [LABEL.match(line) is not None for line in page.split("\n")] == [False] * 2 + [True] * 5


def test_the_people_met_are_the_ones_who_will_probably_call() -> None:
    page = brief(replace(facts(), met=(MARIA, JO)), vouching(), FRIDAY)
    assert "Will call      probably Dr. Maria Chen or Jo Park" in page


def test_the_newest_promise_counts_and_a_past_one_is_told_as_past() -> None:
    on_file = facts(promised_on=date(2026, 11, 24))
    said = tried(1, date(2026, 11, 25), promise=date(2026, 12, 4))
    asked = replace(on_file, follow_ups=(said,))
    assert "expected by Friday 4 December 2026" in brief(asked, vouching(), date(2026, 12, 4))
    assert "was expected by Tuesday 24 November" in brief(on_file, vouching(), date(2026, 11, 25))


@pytest.mark.parametrize("here", list(itertools.product([False, True], repeat=len(EVERYTHING))))
def test_every_mix_of_facts_makes_a_tidy_page(here: tuple[bool, ...]) -> None:
    given = {
        name: EVERYTHING[name] for name, is_here in zip(EVERYTHING, here, strict=True) if is_here
    }
    for people in ((), (MARIA,), (MARIA, JO), (met(3),)):
        for one in (vouching(), amy(phone="555-0101"), amy(email="a@b.org", title="Dr.")):
            on_file = replace(facts(**given), met=people)
            for width in (WIDTH, 56):
                assert_tidy(brief(on_file, one, MONDAY, width), width)


def test_nobody_without_a_name_is_addressed() -> None:
    page = brief(
        Facts(facts(employer="").interview, met=(met(1, name="", title=""),)), amy(name=" "), MONDAY
    )
    assert page.startswith("[their name]\n")
    assert "[the employer]" in page
    assert_tidy(page)


def test_hostile_words_come_out_clean() -> None:
    evil = "a\x1b]52;c;x\x07b\u202e\nsecond"
    given: dict[str, Any] = dict.fromkeys(("employer", "role", "who_calls", "position_facts"), evil)
    on_file = facts(**given)
    page = brief(
        replace(on_file, met=(met(1, evil, name=evil),)), amy(name=evil, phone=evil), MONDAY
    )
    assert clean(page) == page
    assert_tidy(page)


def test_lines_are_measured_as_a_terminal_shows_them() -> None:
    for line in wrapped("東京 大阪 " * 20, 20):
        assert 2 * sum(one != " " for one in line) + line.count(" ") <= 20
    assert wrapped("Zoe\u0301 " * 3, 7) == ["Zoé Zoé", "Zoé"]
    assert wrapped("e\u0302\u0323 " * 4, 7) == [" ".join(["\u1ec7"] * 4)]


def test_a_gap_stays_on_one_line() -> None:
    assert wrapped("call me at [your phone number]. Thank you", 22) == [
        "call me at",
        "[your phone number].",
        "Thank you",
    ]
