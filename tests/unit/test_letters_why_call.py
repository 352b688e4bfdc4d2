"""The page for asking why not by phone: whom, what to say, and what not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from afterview_tui.domain.columns import columns
from afterview_tui.domain.records import Facts, Me, Meeting, Met, Outcome, Person, Result
from afterview_tui.domain.text import clean
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.pages.page_lines import WIDTH
from afterview_tui.pages.why_not_call import whom_to_ask, why_call
from tests.unit.build import MONDAY, facts, tried

TUESDAY = date(2026, 11, 24)
MARIA = Person(1, "Maria Chen", "Dr.", called="Maria", job_title="owner")
JO = Person(2, "Jo Park", phone="555-0100")
ON_FILE = replace(
    facts(role="Hygienist", outcome=Outcome.NO, outcome_on=MONDAY),
    met=(Met(Meeting(1, 1, 1), MARIA), Met(Meeting(2, 1, 2), JO)),
    me=Me(name="Sam Rivera", phone="555 0142"),
)


def page(on_file: Facts = ON_FILE, person: Person | None = JO, width: int = WIDTH) -> str:
    return why_call(on_file, person, TUESDAY, width)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_it_says_whom_to_ring_and_what_they_said() -> None:
    assert page().split("\n")[:7] == [
        "Ask which areas could be stronger: Lakeside Dental",
        "",
        "Number     555-0100",
        "Ask for    Jo Park",
        "Role       Hygienist",
        "Interview  Friday 20 November 2026",
        "Their no   Monday 23 November 2026, yesterday",
    ]


def test_thanks_come_first_and_last_and_the_question_is_never_why() -> None:
    said = flat(page())
    order = [
        "Thank you for your answer about the Hygienist position",
        "which areas could be stronger?",
        "is there anything that I could change in the interview itself?",
        "Thank you, that is good of you.",
        "What they say",
    ]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "Never “why did I not get it”, and never argue" in said
    assert "no verdict on you" in said
    assert said.count("why did I not") == 1


def test_what_is_missing_is_a_gap_and_the_rest_reads_on() -> None:
    bare = facts(outcome=Outcome.NO)
    said = page(bare, None)
    assert [gap for gap in ("[whom to ask for]", "[your name]") if gap not in said] == []
    assert "about the position, and" in flat(said)
    assert "Their no" not in said
    assert not gaps(page())


@pytest.mark.parametrize("width", [40, 56, WIDTH])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    assert max(map(columns, page(width=width).split("\n"))) <= width


def test_what_users_type_does_not_act() -> None:
    evil = "\x1b[2J[red]x[/]\u202e"
    hostile: dict[str, Any] = {"employer": evil, "role": evil, "contact_how": evil}
    on_file = replace(ON_FILE, interview=replace(ON_FILE.interview, **hostile))
    said = page(on_file, Person(1, evil, evil, called=evil, phone=evil))
    assert said == clean(said)


def test_who_told_the_user_is_asked_first_then_who_has_a_number() -> None:
    assert whom_to_ask(ON_FILE) == [JO, MARIA]
    told = replace(tried(1, MONDAY, Result.REACHED), person_id=1)
    assert whom_to_ask(replace(ON_FILE, follow_ups=(told,))) == [MARIA, JO]
    assert whom_to_ask(facts()) == []
