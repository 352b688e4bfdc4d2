"""The brief for a reference: what is on file, gaps for what matters, and a tidy page."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.records import (
    Facts,
    Form,
    Me,
    Meeting,
    Met,
    Outcome,
    Person,
    Vouching,
)
from afterview_tui.domain.text import clean
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.pages.brief import brief, brief_for_user, missing
from afterview_tui.pages.page_lines import WIDTH, wrapped
from afterview_tui.pages.tell_outcome import tell_outcome
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
    "posting_link": "https://jobs.example.org/7",
    "posting": "Dental hygienist, two chairs",
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


def full_facts() -> tuple[Facts, Vouching]:
    one = amy(phone="555-0101", email="amy@example.org")
    briefing = replace(
        one.briefing, note="best after six", to_stress="the recall list", fit="made for it"
    )
    one = replace(one, briefing=briefing, reference=replace(one.reference, relation="manager"))
    return replace(facts(**EVERYTHING), met=(MARIA, JO)), one


def full() -> str:
    return brief(*full_facts(), MONDAY)


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
        "For Amy Ortiz, manager",
        "555-0101, amy@example.org",
        "",
        "Employer        Lakeside Dental",
        "Role            Dental hygienist",
        "Interview       Friday 20 November 2026, by video, round 2",
        "With            Dr. Maria Chen, owner",
        "                Jo Park",
        "Will call       Ms. Roy from the office, on Tuesday or Wednesday",
        "Decision        expected by Monday 30 November 2026",
        "The job         Four days a week, two of them evenings, in a practice of",
        "                nine people.",
        "                They train on the new scanner.",
        "Posting         https://jobs.example.org/7",
        "                Dental hygienist, two chairs",
        "To stress       the recall list",
        "                my calm with nervous patients",
        "                I speak Spanish every day.",
        "Why I want it   closer to home, and they train",
        "Please tell me  is 555-0101 still the best number, and are you away in the",
        "                next weeks? What do you think, does it fit me?",
    ]
    assert gaps(full()) == ()


def test_what_a_reference_cannot_do_without_is_a_gap_and_the_rest_is_left_out() -> None:
    page = brief(facts(), vouching(), FRIDAY)
    assert [gap.text for gap in gaps(page)] == [
        "[their phone number]",
        "[who will call, and when]",
        "[what to stress]",
        "[why you want it]",
    ]
    assert [LABEL.match(line) is not None for line in page.split("\n")] == [
        *[False] * 3,
        *[True] * 7,
    ]


def test_the_people_met_are_the_ones_who_will_probably_call() -> None:
    page = brief(replace(facts(), met=(MARIA, JO)), vouching(), FRIDAY)
    assert "Will call       probably Dr. Maria Chen or Jo Park" in page


def test_what_is_noted_for_the_user_alone_is_read_and_not_given_away() -> None:
    on_file, one = full_facts()
    page = brief_for_user(on_file, one, MONDAY)
    assert page == f"{full()}\n\nOnly for you\nThey think  made for it\nNote        best after six"
    assert "best after six" not in full()
    assert "made for it" not in full()
    assert brief_for_user(facts(), vouching(), MONDAY) == brief(facts(), vouching(), MONDAY)


def test_each_gap_of_a_brief_has_a_field_that_fills_it() -> None:
    assert missing(facts(), vouching()) == ["phone", "who_calls", "to_stress", "wanted_for"]
    assert len(gaps(brief(facts(), vouching(), MONDAY))) == 4
    assert missing(*full_facts()) == []
    on_file, one = full_facts()
    likely = replace(facts(wanted_for="the team"), met=(MARIA,))
    assert missing(likely, one) == []
    assert missing(replace(on_file, met=()), amy(phone="555-0101")) == ["to_stress"]


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (date(2026, 11, 22), ""),
        (MONDAY, "Away until Mon 23 Nov"),
        (date(2026, 12, 8), "Away until Tue 8 Dec"),
    ],
)
def test_who_is_away_is_told_until_they_are_back(until: date, said: str) -> None:
    on_file, one = full_facts()
    away = replace(one, reference=replace(one.reference, away_until=until))
    assert brief(on_file, away, MONDAY).split("\n")[2] == said


def test_who_was_called_already_is_asked_for_no_number() -> None:
    on_file, one = full_facts()
    called = replace(one, briefing=replace(one.briefing, called_on=MONDAY))
    assert "Please tell me" not in brief(on_file, called, MONDAY)


def test_of_a_long_posting_the_beginning_stands_in_the_brief() -> None:
    long = "\n".join(f"Line {number}" for number in range(100))
    page = brief(facts(posting=long), vouching(), MONDAY)
    assert "Line 7 …" in page
    assert "Line 8" not in page


ENDS = [one for one in Outcome if one is not Outcome.OPEN]


@pytest.mark.parametrize("called", [None, FRIDAY])
@pytest.mark.parametrize("outcome", ENDS)
def test_there_are_words_to_tell_a_reference_each_outcome(
    outcome: Outcome, called: date | None
) -> None:
    on_file = replace(facts(role="Dental hygienist", outcome=outcome), me=Me(name="Sam Rivera"))
    one = amy(phone="555-0101")
    one = replace(one, briefing=replace(one.briefing, called_on=called, note="best after six"))
    page = tell_outcome(replace(on_file, vouching=(one,)), one, MONDAY)
    assert page.startswith("Tell Amy Ortiz, before they hear it elsewhere\n555-0101\n")
    phone, message = (" ".join(part.split()) for part in page.split("As a message"))
    for words in (phone, message):
        assert "Hello Amy, " in words
        assert "Lakeside Dental" in words
        assert "the Dental hygienist position" in words
        assert ("for speaking with them" in words) == (called is not None)
        assert ("for standing ready to speak for me" in words) == (called is None)
    assert "this is Sam Rivera." in phone
    assert message.endswith("Sam Rivera")
    assert "best after six" not in page
    assert_tidy(page)
    assert_tidy(tell_outcome(facts(outcome=outcome), vouching(), MONDAY, 40), 40)


def test_while_nothing_is_decided_there_is_nothing_to_tell() -> None:
    assert tell_outcome(facts(), vouching(), MONDAY) == ""


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
    assert page.startswith("For [their name]\n")
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
