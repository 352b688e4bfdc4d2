"""Drafts of thank-you letters: the right parts, whole sentences, no two alike."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain import names
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.recipients import thanked
from afterview_tui.domain.records import (
    Facts,
    Felt,
    Interview,
    Me,
    Meeting,
    Met,
    Person,
    Reflection,
)
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.drafting import wordings
from afterview_tui.letters.drafting.compose import TOO_LONG, compose
from afterview_tui.letters.drafting.facts_in_words import fact_words

FRIDAY = date(2026, 11, 20)
ME = Me(name="Sam Rivera", phone="555 0142", email="sam@example.org", address="2 Elm Street")
ABOUT = ("the new digital x-ray", "You are opening a second office in spring.", "Excel")
FORGOT = ("my two years of front-desk scheduling", "I can start in January.", "Dentrix")
STRENGTH = ("my calm with nervous patients", "I speak Spanish every day.", "patience")
UNTIDY = re.compile(r"  | [,.;:!?]|,,|,\.|;\.|:\.|[?!]\.|\. \.|(?<!\.)\.\.(?!\.)|\n\n\n|[{}]| $")


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
    unsaid: str = "",
) -> Facts:
    interview = Interview(id=number, employer=employer, role=role, held_on=FRIDAY, felt=felt)
    return Facts(interview, panel, reflection=Reflection(unsaid=unsaid), me=me)


def draft(one: Facts, form: LetterForm = LetterForm.EMAIL, today: date = FRIDAY) -> str:
    return compose(one, thanked(one.met[0]), today, form).text


def subject(one: Facts, to: Met, today: date = FRIDAY) -> str:
    return compose(one, thanked(to), today).subject


def assert_tidy(text: str) -> None:
    assert not (found := UNTIDY.search(text)), (found, text)
    assert text == text.strip()
    assert "None" not in text
    for paragraph in text.split("\n\n"):
        assert re.search(r"\w", paragraph)


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("felt", Felt)
def test_every_draft_is_tidy_whatever_is_on_file(felt: Felt, form: LetterForm) -> None:
    people = ("Dr. Maria Chen, DDS, owner", "Jennifer Park (Jen)", "Jo", "")
    notes = itertools.product(("", *ABOUT), ("", *FORGOT), ("", *STRENGTH))
    for number, (about, forgot, strength) in enumerate(notes):
        line = people[number % len(people)]
        one = met(line, talked_about=about, strength=strength)
        role, employer = ("", "Hygienist", "the aide position")[number % 3], ("", "Acme Inc.")
        where = employer[number % 2]
        full = facts(one, felt=felt, number=number, role=role, employer=where, unsaid=forgot)
        bare = facts(one, felt=felt, number=number, me=Me(), unsaid=forgot)
        for each in (full, bare):
            assert_tidy(draft(each, form))
            assert_tidy(subject(each, one))


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("felt", Felt)
def test_a_draft_has_the_length_of_its_form_when_the_facts_are_there(
    felt: Felt, form: LetterForm
) -> None:
    fewest, most = (30, 60) if form is LetterForm.CARD else (100, 180)
    for number, strength, forgot in itertools.product(range(60), STRENGTH[:2], FORGOT):
        one = met(talked_about=ABOUT[0], strength=strength)
        text = draft(facts(one, felt=felt, number=number, unsaid=forgot), form)
        assert fewest <= gaps_and_length.word_count(text) <= most, text


@pytest.mark.parametrize("felt", [Felt.UNSAID, Felt.WELL, Felt.MIXED])
def test_a_draft_without_strength_or_forgotten_point_is_still_a_letter(felt: Felt) -> None:
    for number in range(60):
        one = met(talked_about="Excel")
        assert gaps_and_length.word_count(draft(facts(one, felt=felt, number=number))) >= 97


@pytest.mark.parametrize("felt", Felt)
def test_a_card_has_three_to_five_sentences(felt: Felt) -> None:
    for number, about, forgot in itertools.product(range(40), ABOUT, ("", *FORGOT)):
        one = met(talked_about=about, strength=STRENGTH[0])
        text = draft(facts(one, felt=felt, number=number, unsaid=forgot), LetterForm.CARD)
        assert 3 <= len(re.findall(r"[.!?](?=\s|$)", gaps_and_length.body(text))) <= 5


def test_a_draft_is_the_same_each_time() -> None:
    one = facts(met(talked_about=ABOUT[0]))
    assert draft(one) == draft(one)


@pytest.mark.parametrize(
    ("line", "salutation"),
    [
        ("Dr. Maria Chen, DDS, owner", "Dear Dr. Chen,"),
        ("Dr Maria Chen", "Dear Dr Chen,"),
        ("Jennifer Park (Jen)", "Dear Jen,"),
        ("Dr. Jennifer Park (Jen)", "Dear Jen,"),
        ("Jo Ahmed", "Dear Jo Ahmed,"),
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
        (date(2026, 11, 21), "on Friday"),
        (date(2026, 11, 26), "on Friday"),
        (date(2026, 11, 27), "on the 20th of November"),
        (date(2027, 1, 4), "on the 20th of November"),
    ],
)
def test_an_older_interview_is_named_by_its_date(today: date, said: str) -> None:
    assert f" {said}" in draft(facts(met()), today=today)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th")),
        *((13, "13th"), (21, "21st"), (22, "22nd"), (23, "23rd"), (30, "30th")),
    ],
)
def test_dates_are_spelled_with_their_ending(day: int, said: str) -> None:
    one = Facts(Interview(employer="A", held_on=date(2026, 10, day)), (met(),))
    assert fact_words(one, thanked(met()), date(2026, 12, 1))["day"] == f"on the {said} of October"


@pytest.mark.parametrize("form", LetterForm)
def test_role_and_employer_are_named(form: LetterForm) -> None:
    for number in range(40):
        text = draft(facts(met(), number=number), form)
        assert "the Hygienist position" in text
        assert "Lakeside Dental" in text


@pytest.mark.parametrize("role", ["the aide position", "aide position", "an aide Position"])
def test_a_role_typed_with_its_noun_does_not_get_a_second_one(role: str) -> None:
    text = draft(facts(met(), role=role))
    assert "aide position" in text.replace("Position", "position")
    assert "position position" not in text.casefold()
    assert "the the" not in text
    assert "the an" not in text


def test_missing_facts_leave_gaps_that_say_what_belongs_there() -> None:
    text = draft(facts(met(""), felt=Felt.NERVES, role="", employer="", me=Me()))
    assert {gap.text for gap in gaps_and_length.gaps(text)} == {
        "[their name]",
        "[the role]",
        "[the employer]",
        "[what you two talked about]",
        "[what you did not get to say]",
        "[your name]",
        "[your phone number]",
    }


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("felt", Felt)
def test_a_letter_with_its_facts_has_no_gap(felt: Felt, form: LetterForm) -> None:
    one = met(talked_about=ABOUT[0], strength=STRENGTH[0])
    for number in range(40):
        on_file = facts(one, felt=felt, number=number, unsaid=FORGOT[0])
        assert gaps_and_length.gaps(draft(on_file, form)) == ()


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("felt", [Felt.NERVES, Felt.FORGOT])
def test_only_a_poor_interview_asks_for_the_forgotten_point(felt: Felt, form: LetterForm) -> None:
    one = met(talked_about="Excel")
    assert "[what you did not get to say]" in draft(facts(one, felt=felt), form)
    assert not gaps_and_length.gaps(draft(facts(one, felt=Felt.WELL), form))
    assert not gaps_and_length.gaps(draft(facts(one, felt=Felt.MIXED), form))


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("felt", Felt)
def test_a_forgotten_point_on_file_is_in_every_letter(felt: Felt, form: LetterForm) -> None:
    for number, forgot in itertools.product(range(20), FORGOT):
        text = draft(facts(met(), felt=felt, number=number, unsaid=forgot), form)
        assert forgot.rstrip(".").casefold() in text.casefold()


def test_the_forgotten_point_comes_first_where_it_is_the_heart() -> None:
    one = met(talked_about="Excel")
    for form in LetterForm:
        text = draft(facts(one, felt=Felt.FORGOT, unsaid="Dentrix"), form)
        assert text.index("Dentrix") < text.index("Excel")


@pytest.mark.parametrize("form", LetterForm)
def test_something_personal_takes_one_sentence(form: LetterForm) -> None:
    every = wordings.parts(LetterKind.THANK_YOU, form)["personal"]
    said = {wordings.filled(each, {"day": "on Friday"}) for each in every}
    assert all(len(re.findall(r"[.!?](?=\s|$)", one)) == 1 for one in said)
    for number in range(20):
        one = facts(met(talked_about="Excel"), felt=Felt.PERSONAL, number=number)
        text = draft(one, form, today=date(2026, 11, 21))
        assert sum(sentence in text for sentence in said) == 1


def test_strength_is_left_out_when_none_is_on_file() -> None:
    assert "[what to stress]" not in draft(facts(met()))
    assert "my calm" in draft(facts(met(strength="my calm")))


def test_the_sign_off_has_the_ways_to_reach_the_user() -> None:
    assert draft(facts(met())).endswith(",\nSam Rivera\n555 0142\nsam@example.org")
    assert draft(facts(met()), LetterForm.CARD).endswith(",\nSam Rivera\n555 0142")


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
    head = "2 Elm Street\n\n20 November 2026\n\nMaria Chen, DDS\nOwner\nLakeside Dental\n"
    assert draft(facts(one), LetterForm.TYPED).startswith(
        f"{head}1 Shore Road\nLakeside\n\n"
        "Re: Hygienist position, interview on 20 November 2026\n\nDear Dr. Chen,\n\n"
    )


def test_an_employer_that_opens_the_address_is_not_said_twice() -> None:
    one = met(address="Lakeside Dental\n1 Shore Road")
    assert draft(facts(one), LetterForm.TYPED).count("Lakeside Dental\n") == 1


def test_letters_after_the_name_replace_the_title_of_a_doctor_alone() -> None:
    assert "\nMs. Ann Lee, RN\n" in draft(facts(met("Ms. Ann Lee, RN")), LetterForm.TYPED)


def test_two_interviews_do_not_get_the_same_letter() -> None:
    drafts = {draft(facts(met(talked_about="Excel"), number=number)) for number in range(1, 9)}
    assert len(drafts) >= 7


def test_a_meeting_being_edited_keeps_its_wordings() -> None:
    one = facts(met(number=1), met(number=2, talked_about="Excel"))
    edited = met(number=2, talked_about="Word")
    before = compose(one, thanked(one.met[1]), FRIDAY).text
    assert compose(one, thanked(edited), FRIDAY).text == before.replace("Excel", "Word")


@given(st.text(), st.text(), st.text(), st.sampled_from(Felt), st.sampled_from(LetterForm))
def test_no_text_on_file_stops_a_draft(
    about: str, forgot: str, strength: str, felt: Felt, form: LetterForm
) -> None:
    one = met(talked_about=about, strength=strength)
    on_file = facts(
        one, felt=felt, role=about, employer=forgot, me=Me(name=strength), unsaid=forgot
    )
    text = draft(on_file, form)
    assert "\n\n\n" not in text
    assert "\x1b" not in text


def test_what_the_user_typed_is_never_run_as_a_template() -> None:
    text = draft(facts(met(talked_about="{{ 7 * 7 }} and {% raw %}")))
    assert "{{ 7 * 7 }} and {% raw %}" in text


def test_a_wording_cannot_reach_into_the_program() -> None:
    from jinja2.exceptions import SecurityError

    with pytest.raises(SecurityError):
        wordings.filled("{{ me.__class__.__mro__[1].__subclasses__() }}", {"me": "Sam"})


def test_the_subject_names_the_role_and_differs_within_a_panel() -> None:
    one = facts(met(number=1), met(number=2), met(number=3))
    subjects = [subject(one, each) for each in one.met]
    assert len(set(subjects)) == 3
    assert all("Hygienist" in each for each in subjects)


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
    on_file = Facts(interview, met=(one,), reflection=Reflection(unsaid=much), me=me)
    drafted = compose(on_file, thanked(one), FRIDAY, form)
    assert drafted.problem == TOO_LONG
    assert "word" in drafted.text
    assert 20 < gaps_and_length.word_count(drafted.text) < 2_000
