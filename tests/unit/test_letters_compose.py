"""The frame of a draft: greeting, days in words, head, sign-off, whatever is on file."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain import names
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import gap
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.records import Facts, Felt, Interview, Me, Meeting, Met, Outcome, Person
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.drafting import wordings
from afterview_tui.letters.drafting.compose import TOO_LONG, compose
from afterview_tui.letters.drafting.facts_in_words import fact_words

FRIDAY = date(2026, 11, 20)
ME = Me(name="Sam Rivera", phone="555 0142", email="sam@example.org", address="2 Elm Street")


def met(
    line: str = "Dr. Maria Chen",
    number: int = 1,
    *,
    talked_about: str = "",
    strength: str = "",
    address: str = "",
) -> Met:
    one = names.person(line)
    person = Person(
        id=number,
        name=one.name,
        title=one.title,
        called=one.called,
        post_nominals=one.post_nominals,
        job_title=one.job_title,
        address=address,
    )
    meeting = Meeting(
        id=number,
        interview_id=7,
        person_id=number,
        position=number - 1,
        talked_about=talked_about,
        strength=strength,
    )
    return Met(meeting, person)


def facts(
    *panel: Met,
    felt: Felt = Felt.WELL,
    number: int = 7,
    employer: str = "Lakeside Dental",
    role: str = "Hygienist",
    me: Me = ME,
) -> Facts:
    interview = Interview(id=number, employer=employer, role=role, held_on=FRIDAY, felt=felt)
    return Facts(interview, panel, me=me)


def draft(one: Facts, form: LetterForm = LetterForm.EMAIL, today: date = FRIDAY) -> str:
    return compose(one, thanked(one.met[0]), today, form).text


def subject(one: Facts, to: Met, today: date = FRIDAY) -> str:
    return compose(one, thanked(to), today).subject


def test_a_draft_is_the_same_each_time() -> None:
    one = facts(met(talked_about="the x-ray"))
    assert draft(one) == draft(one)


@pytest.mark.parametrize(
    ("line", "salutation"),
    [
        ("Dr. Maria Chen, DDS, owner", "Dear Dr. Chen,"),
        ("Dr Maria Chen", "Dear Dr Chen,"),
        ("Jennifer Park (Jen)", "Dear Jen,"),
        ("Dr. Jennifer Park (Jen)", "Dear Jen,"),
        ("Jo Ahmed", "Dear Jo,"),
        ("J. Ahmed", "Dear J. Ahmed,"),
        ("Jo", "Dear Jo,"),
        ("", "Dear [their name],"),
    ],
)
def test_a_person_is_addressed_by_what_is_known(line: str, salutation: str) -> None:
    assert draft(facts(met(line))).startswith(salutation + "\n\n")


def test_an_e_mail_of_the_same_day_says_today() -> None:
    text = draft(facts(met()), today=FRIDAY)
    assert " today" in text
    assert "Friday" not in text


@pytest.mark.parametrize("form", [LetterForm.CARD, LetterForm.TYPED])
def test_paper_names_the_day_since_it_is_read_later(form: LetterForm) -> None:
    assert " on Friday" in draft(facts(met()), form, today=FRIDAY)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 20), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 22), "on Friday"),
        (date(2026, 11, 26), "on Friday"),
        (date(2026, 11, 27), "on Friday, November 20"),
        (date(2027, 1, 4), "on Friday, November 20"),
    ],
)
def test_the_day_is_said_as_people_say_it_and_dated_once_it_is_a_week_ago(
    today: date, said: str
) -> None:
    assert re.search(rf" {said}\b(?!,)", draft(facts(met()), today=today))
    assert fact_words(facts(met()), thanked(met()), today)["day"] == said


@pytest.mark.parametrize(
    ("promised", "today", "said"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), ""),  # it has not passed
        (date(2026, 11, 19), date(2026, 11, 20), "Thursday"),
        (date(2026, 11, 20), date(2026, 11, 22), "Friday"),
        (date(2026, 11, 20), date(2026, 11, 23), "Friday, November 20"),
        (date(2026, 10, 16), date(2026, 11, 23), "Friday, October 16"),
    ],
)
def test_a_promised_friday_is_never_mistaken_for_another(
    promised: date, today: date, said: str
) -> None:
    one = facts(met())
    one = replace(one, interview=replace(one.interview, promised_on=promised))
    assert fact_words(one, thanked(met()), today)["promised"] == said


def test_who_writes_the_day_first_has_it_first_in_letters_too() -> None:
    one = replace(facts(met()), month_first=False)
    later = date(2026, 12, 1)
    assert fact_words(one, thanked(met()), later)["day"] == "on Friday 20 November"
    assert "\n1 December 2026\n" in compose(one, thanked(one.met[0]), later, LetterForm.TYPED).text


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/London", "on Friday 20 November"),
        ("America/Chicago", "on Friday, November 20"),
        ("UTC", "on Friday, November 20"),
        ("Etc/UTC", "on Friday, November 20"),
        ("", "on Friday, November 20"),
    ],
)
def test_where_no_locale_says_it_the_zone_of_the_interview_does(zone: str, said: str) -> None:
    one = facts(met())
    one = replace(one, interview=replace(one.interview, zone=zone))
    assert fact_words(one, thanked(met()), date(2026, 12, 1))["day"] == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "on Friday, November 20"),
        ("509-555-0127", "on Friday, November 20"),
        ("(509) 555 0127", "on Friday, November 20"),
        ("+1 509.555.0127", "on Friday, November 20"),
        ("555-0127", "on Friday, November 20"),
        ("509-555-0127 (cell)", "on Friday, November 20"),
        ("020-1234 567", "on Friday 20 November"),
        ("07700 900164", "on Friday 20 November"),
        ("+31 6 1234 5678", "on Friday 20 November"),
        ("020 912 4471", "on Friday 20 November"),
    ],
)
def test_where_no_zone_says_it_either_the_number_of_the_writer_does(number: str, said: str) -> None:
    """A machine set to UTC gave a Dutch writer American dates, and before that an American ours."""
    one = facts(met(), me=Me(name="Sam", phone=number))
    for zone in ("UTC", ""):
        one = replace(one, interview=replace(one.interview, zone=zone))
        assert fact_words(one, thanked(met()), date(2026, 12, 1))["day"] == said


def test_a_subject_begins_with_a_capital_however_the_role_was_typed() -> None:
    one = facts(met(), role="head housekeeper")
    one = replace(one, interview=replace(one.interview, outcome=Outcome.OFFER))
    to = thanked(one.met[0])
    drafts = [compose(one, replace(to, kind=kind), FRIDAY) for kind in LetterKind]
    assert [each.subject for each in drafts if each.subject[:1].islower()] == []


@pytest.mark.parametrize("role", ["the aide position", "aide position", "an aide Position"])
def test_a_role_typed_with_its_noun_does_not_get_a_second_one(role: str) -> None:
    one = facts(met(), role=role)
    said = fact_words(one, thanked(met()), FRIDAY)["position"]
    assert said.casefold() == "the aide position"


def test_a_role_with_a_comma_is_short_in_a_sentence_and_in_a_subject() -> None:
    one = facts(met(), role="Data analyst, planning team")
    said = fact_words(one, thanked(met()), FRIDAY)
    assert said["position"] == "the Data analyst position"
    assert said["title"] == "Data analyst, planning team"
    assert (said["role_first"], said["for_role"]) == ("Data analyst: ", " (Data analyst)")


@pytest.mark.parametrize(
    ("role", "short"),
    [
        ("Director, Marketing", "Director, Marketing"),  # a director alone is of all
        ("Visitor Guide (part time)", "Visitor Guide"),
        ("Nurse [nights]", "Nurse"),
        ("(Acting) Head", "(Acting) Head"),
        ("(temporary)", "(temporary)"),
        ("the aide position", "aide"),
    ],
)
def test_a_role_in_a_subject_is_what_tells_it_from_others(role: str, short: str) -> None:
    assert fact_words(facts(met(), role=role), thanked(met()), FRIDAY)["role_first"] == f"{short}: "


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("felt", Felt)
def test_a_subject_has_no_gap_where_no_role_is_on_file(kind: LetterKind, felt: Felt) -> None:
    one = facts(met(), role="", felt=felt)
    one = replace(one, interview=replace(one.interview, outcome=Outcome.OFFER))
    for place in range(7):
        to = thanked(replace(one.met[0], meeting=replace(one.met[0].meeting, position=place)))
        said = compose(one, replace(to, kind=kind), FRIDAY).subject
        assert said
        assert "[" not in said
        assert "()" not in said


def test_missing_facts_leave_gaps_that_say_what_belongs_there() -> None:
    bare = facts(met(""), role="", employer="", me=Me())
    text = draft(bare)
    parts = {gap(part) for part in about(LetterKind.THANK_YOU).parts if part.name != "reason"}
    frame = {"[their name]", "[your name]", "[your phone number]"}
    found = {one.text for one in gaps_and_length.gaps(text)}
    assert frame | parts <= found <= frame | parts | {"[the role]", "[the employer]"}
    words = fact_words(bare, thanked(bare.met[0]), FRIDAY)
    assert (words["position"], words["employer"]) == ("[the role]", "[the employer]")


def test_the_sign_off_has_the_ways_to_reach_the_user() -> None:
    assert draft(facts(met())).endswith(",\nSam Rivera\n555 0142")  # it says from where it came
    assert draft(facts(met()), LetterForm.TYPED).endswith("\n555 0142\nsam@example.org")
    assert draft(facts(met()), LetterForm.CARD).endswith(",\nSam Rivera")


@pytest.mark.parametrize(
    ("closing", "line"),
    [
        ("All the best", "All the best,"),
        ("All the best,", "All the best,"),
        ("See you soon!", "See you soon!"),
    ],
)
def test_the_users_own_closing_line_is_kept(closing: str, line: str) -> None:
    text = draft(facts(met(), me=Me(name="Sam", phone="1", closing=closing)))
    assert text.endswith(f"\n\n{line}\nSam\n1")


def test_a_typed_letter_has_its_head() -> None:
    one = met("Dr. Maria Chen, DDS, owner", address="1 Shore Road\nLakeside")
    head = "2 Elm Street\n\nNovember 20, 2026\n\nMaria Chen, DDS\nOwner\nLakeside Dental\n"
    assert draft(facts(one), LetterForm.TYPED).startswith(
        f"{head}1 Shore Road\nLakeside\n\n"
        "Re: Hygienist, interview on November 20, 2026\n\nDear Dr. Chen,\n\n"
    )


def test_an_employer_that_opens_the_address_is_not_said_twice() -> None:
    one = met(address="Lakeside Dental\n1 Shore Road")
    assert draft(facts(one), LetterForm.TYPED).count("Lakeside Dental\n") == 1


def test_letters_after_the_name_replace_the_title_of_a_doctor_alone() -> None:
    assert "\nMs. Ann Lee, RN\n" in draft(facts(met("Ms. Ann Lee, RN")), LetterForm.TYPED)


@given(st.text(), st.text(), st.text(), st.sampled_from(Felt), st.sampled_from(LetterForm))
def test_no_text_on_file_stops_a_draft(
    about: str, employer: str, strength: str, felt: Felt, form: LetterForm
) -> None:
    one = met(talked_about=about, strength=strength)
    text = draft(facts(one, felt=felt, role=about, employer=employer, me=Me(name=strength)), form)
    assert "\n\n\n" not in text
    assert "\x1b" not in text


def test_a_wording_cannot_reach_into_the_program() -> None:
    from jinja2.exceptions import SecurityError

    with pytest.raises(SecurityError):
        wordings.filled("{{ me.__class__.__mro__[1].__subclasses__() }}", {"me": "Sam"})


def test_the_subject_says_what_it_is_about_and_differs_within_a_panel() -> None:
    one = facts(met(number=1), met(number=2), met(number=3))
    subjects = [subject(one, each) for each in one.met]
    assert len(set(subjects)) == 3
    assert all(re.search("hank|Hygienist", each) for each in subjects)


def test_drafting_loads_neither_screen_nor_database_and_jinja_only_when_used() -> None:
    code = (
        "import sys, afterview_tui.letters.drafting.compose\n"
        "import afterview_tui.letters.checking.gaps_and_length\n"
        "print({'textual', 'sqlite3', 'sqlite_utils', 'jinja2'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("size", [3_000, 150_000])
def test_whatever_is_noted_makes_a_letter_and_too_much_of_it_is_said(
    form: LetterForm, size: int
) -> None:
    much = "word " * size
    one = met(talked_about=much, strength=much, address=much)
    interview = Interview(employer=much, role=much, held_on=FRIDAY, place=much)
    me = Me(name=much, phone=much, email=much, address=much, closing=much)
    drafted = compose(Facts(interview, met=(one,), me=me), thanked(one), FRIDAY, form)
    assert drafted.problem == TOO_LONG
    assert "word" in drafted.text
    assert gaps_and_length.word_count(drafted.text) < 2_000
