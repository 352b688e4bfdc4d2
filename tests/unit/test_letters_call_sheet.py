"""The call sheet: whom to ring, scripts that fit the try, one page."""

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
    Person,
    Reflection,
    Result,
)
from afterview_tui.domain.steps.follow_up import missed_key
from afterview_tui.domain.text import clean
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.pages.call_sheet import call_sheet, whom
from afterview_tui.pages.page_lines import WIDTH
from tests.unit.build import FRIDAY, MONDAY, by_hand, facts, tried
from tests.unit.test_letters_brief import assert_tidy

ME = Me(name="Sam Rivera", phone="555 0142")
MARIA = Met(
    Meeting(1, 1, 1, strength="calm with children"),
    Person(1, "Maria Chen", "Dr.", called="Maria", job_title="owner"),
)
JO = Met(Meeting(2, 1, 2, strength="Dentrix"), Person(2, "Jo Park", phone="555-0100"))
ON_FILE = Facts(
    facts(role="Hygienist").interview,
    met=(MARIA, JO),
    reflection=Reflection(unsaid="my two years at the front desk"),
    me=ME,
)
LATER = date(2026, 12, 1)
SCRIPTS = ("When you reach", "At the front desk", "On voicemail")
PAGE = 60  # lines


def section(page: str, heading: str) -> str:
    """What stands under a heading, on one line."""
    (found,) = re.findall(rf"\n\n{heading}[^\n]*\n((?:  [^\n]*\n?)+)", page)
    return " ".join(found.split())


def with_interview(on_file: Facts, **fields: Any) -> Facts:
    return replace(on_file, interview=replace(on_file.interview, **fields))


FIRST = ON_FILE
AGAIN = replace(ON_FILE, follow_ups=(tried(1, date(2026, 11, 27), said="Call\nin a week"),))
MISSED = with_interview(ON_FILE, missed_call_on=LATER)


def test_those_met_with_a_number_on_file_are_asked_first() -> None:
    assert [person.name for person in whom(ON_FILE)] == ["Jo Park", "Maria Chen"]
    assert whom(facts()) == []


def test_a_first_call_sheet() -> None:
    on_file = with_interview(ON_FILE, promised_on=date(2026, 11, 30), contact_how="mornings")
    page = call_sheet(on_file, MARIA.person, LATER)
    assert page.split("\n")[:8] == [
        "Ask how things stand: Lakeside Dental",
        "",
        "Number     [their phone number]",
        "Ask for    Dr. Maria Chen, owner, likes to be called Maria",
        "Role       Hygienist",
        "Interview  Friday 20 November 2026",
        "Contact    mornings",
        "Promised   an answer by Monday 30 November 2026",
    ]
    assert section(page, "When you reach Maria") == (
        "Hello Maria, this is Sam Rivera. We spoke on Friday, November 20 about the Hygienist"
        " position, and I am still very interested. You hoped to decide by Monday; may I ask"
        " where things stand?"
    )
    assert section(page, "Something new to mention") == "My two years at the front desk"


def test_a_day_that_is_still_to_come_is_not_held_against_them() -> None:
    on_file = with_interview(ON_FILE, promised_on=LATER)
    assert "You hoped" not in call_sheet(on_file, JO.person, LATER)
    assert "an answer by Tuesday 1 December 2026" in call_sheet(on_file, JO.person, LATER)


@pytest.mark.parametrize("on_file", [FIRST, AGAIN, MISSED])
def test_the_voicemail_says_name_and_number_twice_and_the_role_and_the_day(on_file: Facts) -> None:
    said = section(call_sheet(on_file, JO.person, LATER), "On voicemail")
    assert said.count("Sam Rivera, 555 0142") == 2
    assert said.index("555 0142") < 60
    assert said.endswith("Sam Rivera, 555 0142. Thank you.")
    assert "the Hygienist position" in said
    assert "interview on Friday, November 20" in said


def test_a_second_try_is_shorter_and_says_something_else() -> None:
    first, again = (call_sheet(on_file, JO.person, LATER) for on_file in (FIRST, AGAIN))
    assert again.startswith("Ask again: Lakeside Dental\n")
    assert "Tried      Fri 27 Nov, voicemail: Call in a week" in again
    for heading in SCRIPTS:
        before, after = section(first, heading), section(again, heading)
        assert len(after.split()) < len(before.split())
        sentences = set(re.split(r"(?<=[.?;])\s", before)) & set(re.split(r"(?<=[.?;])\s", after))
        assert sentences <= {"Thank you."}


def test_a_missed_call_has_its_own_words_until_the_user_has_asked() -> None:
    page = call_sheet(MISSED, JO.person, LATER)
    assert page.startswith("Ask for a new time: Lakeside Dental\n")
    assert "Agreed     a call on Tuesday 1 December 2026, which did not come" in page
    for heading in SCRIPTS:
        assert "planned for today" in section(page, heading)
    assert "planned for Tuesday" in call_sheet(MISSED, JO.person, date(2026, 12, 3))
    before = replace(MISSED, follow_ups=(tried(1, LATER),))  # a try of that morning
    assert "planned for today" in call_sheet(before, JO.person, LATER)
    asked = replace(before, adjustments=(by_hand(missed_key(LATER), done_on=LATER),))
    assert "planned" not in call_sheet(asked, JO.person, LATER)


def test_after_a_new_promise_the_asking_starts_again() -> None:
    made = tried(1, date(2026, 11, 27), Result.REACHED, promise=date(2026, 11, 30))
    page = call_sheet(replace(ON_FILE, follow_ups=(made,)), JO.person, LATER)
    assert page.startswith("Ask how things stand")
    assert "You hoped to decide by Monday" in " ".join(page.split())


def test_each_try_has_another_thing_to_mention_and_then_a_gap() -> None:
    told = [tried(number, date(2026, 11, 26 + number)) for number in range(1, 5)]
    on_file = replace(
        ON_FILE,
        reflection=Reflection(unsaid="my two years at the front desk\nI am learning Spanish."),
    )
    said = [
        section(
            call_sheet(replace(on_file, follow_ups=tuple(told[:made])), JO.person, LATER),
            "Something new",
        )
        for made in range(5)
    ]
    assert said == [
        "My two years at the front desk",
        "I am learning Spanish.",
        "Dentrix",
        "Calm with children",
        "[something new since you last spoke]",
    ]


def test_what_is_missing_is_a_gap_that_the_check_finds() -> None:
    page = call_sheet(facts(), None, MONDAY)
    assert {gap.text for gap in gaps(page)} == {
        "[their phone number]",
        "[whom to ask for]",
        "[their name]",
        "[your name]",
        "[your phone number]",
        "[something new since you last spoke]",
    }
    filled = with_interview(ON_FILE, promised_on=FRIDAY)
    assert gaps(call_sheet(filled, JO.person, LATER)) == ()


JUNIOR = Me(name="Al Ray Jr.", phone="5")
CALLS = (
    (None, Me(), WIDTH),
    (MARIA.person, ME, WIDTH),
    (JO.person, JUNIOR, 56),
    (Person(9, "Ann O. Ng Jr.", phone="5"), JUNIOR, WIDTH),
)
MIX: dict[str, Any] = {
    "role": "Dental hygienist for the new practice in the old market hall",
    "promised_on": date(2026, 11, 30),
    "missed_call_on": date(2026, 11, 30),
    "contact_how": "by phone, and not before ten in the morning",
    "form": Form.PHONE,
    "round": 3,
}


@pytest.mark.parametrize("here", list(itertools.product([False, True], repeat=len(MIX))))
def test_every_mix_of_facts_makes_one_tidy_page(here: tuple[bool, ...]) -> None:
    given = {name: MIX[name] for name, is_here in zip(MIX, here, strict=True) if is_here}
    lasting = "They said that they would call as soon as the owner is back from leave. " * 9
    tries = (tried(1, date(2026, 11, 26), Result.GATEKEEPER, said=lasting), tried(2, LATER))
    for made, (person, me, width) in itertools.product((0, 1, 2), CALLS):
        on_file = replace(facts(**given), met=(MARIA, JO), follow_ups=tries[:made], me=me)
        page = call_sheet(on_file, person, LATER, width)
        assert_tidy(page, width)
        assert not re.search(r"check(?:ing)? in\b", page, re.I)
        assert all(section(page, heading) for heading in SCRIPTS)
        assert width < WIDTH or page.count("\n") < PAGE


def test_hostile_words_come_out_clean() -> None:
    evil = "a\x1b]52;c;x\x07b\u202e {{ 7 * 7 }}\nsecond"
    given: dict[str, Any] = dict.fromkeys(("employer", "role", "contact_how"), evil)
    on_file = facts(**given)
    met = Met(Meeting(1, 1, 1), Person(1, evil, evil, called=evil, phone=evil))
    page = call_sheet(
        replace(on_file, met=(met,), reflection=Reflection(unsaid=evil), me=Me(name=evil)),
        met.person,
        LATER,
    )
    assert clean(page) == page
    assert "49" not in page


def test_whom_to_ask_for_is_told_with_the_pronouns() -> None:
    sam = Met(Meeting(3, 1, 3), Person(3, "Sam Park", job_title="owner", pronouns="they/them"))
    page = call_sheet(replace(ON_FILE, met=(sam,)), sam.person, LATER)
    assert "Sam Park (they/them), owner" in page


def test_somebody_without_a_name_is_asked_for_as_they_were_described() -> None:
    desk = Met(Meeting(3, 1, 3), Person(3, "the receptionist"))
    page = call_sheet(replace(ON_FILE, met=(desk,)), desk.person, LATER)
    assert "When you reach the receptionist\n" in page
