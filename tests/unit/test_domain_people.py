"""The address book: found while a name is typed, and what is said beside the field."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain import names, person_card
from afterview_tui.domain.people import (
    Call,
    Encounter,
    Known,
    Vouched,
    alike,
    another,
    completed,
    completion,
    doubts,
    found,
    same,
    words,
    written,
)
from afterview_tui.domain.records import (
    Asked,
    Briefing,
    FollowUp,
    Interview,
    Meeting,
    Person,
    Reference,
    Result,
)
from afterview_tui.domain.text import fold
from tests.unit.build import CHECK, FRIDAY, MONDAY


def person(number: int, name: str, **fields: str) -> Person:
    return Person(id=number, name=name, **fields)


def met(who: Person, employer: str, held_on: date = FRIDAY, talked: str = "") -> Known:
    """Somebody met once."""
    interview = Interview(id=who.id, employer=employer, held_on=held_on)
    return Known(who, (Encounter(interview, Meeting(talked_about=talked)),))


MARIA = met(
    person(1, "Maria Chen", title="Dr.", job_title="owner", employer="Lakeside Dental"),
    "Lakeside Dental",
    talked="the new digital x-ray\nand the team",
)
MARIO = met(person(2, "Mario Rossi"), "Oak Vision", date(2026, 11, 10))
JEN = Known(person(3, "Jennifer Park", called="Jen", employer="Oak Vision"))
ZOE = Known(person(4, "Zoë Hart", employer="Oak Vision"))
AMY = Known(
    person(5, "Amy Ortiz", job_title="director", employer="Hill School"),
    reference=Reference(relation="former manager", asked=Asked.AGREED, asked_on=FRIDAY),
)
KNOWN = (MARIA, MARIO, JEN, ZOE, AMY)
LINE = "Dr. Maria Chen, owner"


# Found while a name is typed


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("mar", LINE),
        ("Ma", LINE),
        ("dr. mar", LINE),
        ("DR MAR", LINE),
        ("Dr. Maria Chen", LINE),
        ("dr. maria chen, ow", LINE),
        ("chen", LINE),
        ("mario", "Mario Rossi"),
        ("jen", "Jennifer Park (Jen)"),
        ("zoe", "Zoë Hart"),
        ("ZOË H", "Zoë Hart"),
    ],
)
def test_two_letters_and_more_are_completed(typed: str, becomes: str) -> None:
    assert completion(typed, KNOWN, "Lakeside Dental") in (becomes, f"{becomes}, at Oak Vision")


@pytest.mark.parametrize(
    "typed",
    ["", " ", "m", "Dr. m", "dr", "Dr.", "m.", "xy", "12", "Maria Chenn", "mar, owner", LINE],
)
def test_less_or_something_else_is_left_alone(typed: str) -> None:
    assert completion(typed, KNOWN, "Lakeside Dental") == ""


def test_whoever_was_met_last_comes_first() -> None:
    later = met(person(9, "Marek Vondra"), "Thistle", MONDAY)
    assert completion("mar", [MARIA, later]) == "Marek Vondra"
    assert completion("mar", [later, MARIA]) == "Marek Vondra"


def test_the_beginning_of_a_name_goes_before_a_surname() -> None:
    rossi = met(person(9, "Ross Marlow"), "Thistle", MONDAY)
    assert completion("mar", [rossi, MARIO]) == "Mario Rossi"


def test_at_another_employer_the_line_says_where_they_are_and_stays_one_person() -> None:
    line = completion("mar", KNOWN, "Oak Vision")
    assert line == "Dr. Maria Chen, owner, at Lakeside Dental"
    assert same(names.person(line), KNOWN, "Oak Vision") == MARIA


def test_a_reference_is_completed_with_how_you_know_them() -> None:
    assert completion("amy", KNOWN, as_reference=True) == "Amy Ortiz, former manager"
    assert completion("mar", KNOWN, as_reference=True) == "Dr. Maria Chen"


def test_the_line_does_without_what_is_on_file_anyway() -> None:
    one = Known(person(9, "Sam Lee", job_title="clerk", phone="555-0101", email="s@oak.example"))
    assert completion("sam", [one]) == "Sam Lee, clerk"


def test_of_two_with_one_name_the_line_tells_which() -> None:
    other = Known(person(9, "Maria Chen", employer="Hill, Lowe & Co"))
    every = (*KNOWN, other)
    for one in (MARIA, other):
        line = written(one, every)
        assert same(names.person(line), every) == one


PEOPLE = st.builds(
    lambda number, name, employer, job: Known(
        Person(id=number, name=name, employer=employer, job_title=job)
    ),
    st.integers(1, 9),
    st.sampled_from(["Maria Chen", "maria chen", "Zoë Hart", "Jo Park", "王小明"]),
    st.sampled_from(["Oak", "Hill, Lowe & Co", "Öak"]),
    st.sampled_from(["", "owner", "head of care, nights"]),
)


@CHECK
@given(st.lists(PEOPLE, max_size=5, unique_by=lambda one: one.person.id), st.text(max_size=8))
def test_whoever_is_offered_is_found_again_by_the_line(known: list[Known], here: str) -> None:
    for one in known:
        again = same(names.person(written(one, known, here)), known, here)
        assert again is not None
        assert fold(again.person.name) == fold(one.person.name)
        assert fold(again.person.employer) == fold(one.person.employer)


# Who somebody is


@pytest.mark.parametrize(
    ("typed", "employer", "is_found"),
    [
        (Person(name="maria chen"), "Lakeside Dental", True),
        (Person(name="María Chen"), "LAKESIDE DENTAL", True),
        (Person(name="Maria Chen"), "", True),
        (Person(name="Maria Chen"), "Oak Vision", False),
        (Person(name="Maria Chen", employer="Lakeside Dental"), "Oak Vision", True),
        (Person(name="Maria"), "Lakeside Dental", False),
        (Person(), "Lakeside Dental", False),
    ],
)
def test_a_name_at_an_employer_is_a_person(typed: Person, employer: str, is_found: bool) -> None:
    assert same(typed, KNOWN, employer) == (MARIA if is_found else None)


def test_whose_employer_is_not_known_is_found_anywhere() -> None:
    assert same(Person(name="Mario Rossi"), KNOWN, "Hill School") == MARIO


def test_whoever_else_has_the_name_is_told() -> None:
    typed = Person(name="Maria Chen")
    assert another(typed, KNOWN, "Oak Vision") == MARIA.person
    assert another(typed, KNOWN, "Lakeside Dental") is None
    assert another(Person(name="Nobody"), KNOWN, "Oak Vision") is None


# What was before


def test_what_was_said_last_is_told() -> None:
    assert words(MARIA, MONDAY) == ("met at Lakeside Dental, Fri 20 Nov: the new digital x-ray")


def test_the_interview_at_hand_is_no_news() -> None:
    assert words(MARIA, MONDAY, but=1) == ""


def test_more_meetings_are_counted() -> None:
    before = Interview(id=9, employer="Hill", held_on=date(2025, 3, 4))
    again = Known(MARIA.person, (*MARIA.encounters, Encounter(before, Meeting())))
    assert words(again, MONDAY).endswith("x-ray (and once before)")
    assert words(again, MONDAY, but=1) == "met at Hill, Tue 4 Mar 2025"


def test_somebody_to_be_met_was_not_met_yet() -> None:
    coming = met(person(9, "Ann Bo"), "Ames", date(2026, 11, 27))
    assert words(coming, MONDAY) == "to meet at Ames, Fri 27 Nov"


def test_who_vouches_is_told() -> None:
    assert words(AMY, MONDAY) == "vouches for you: former manager"
    both = Known(AMY.person, MARIO.encounters, AMY.reference)
    assert words(both, MONDAY) == ("met at Oak Vision, Tue 10 Nov; vouches for you: former manager")
    assert words(Known(AMY.person, reference=Reference()), MONDAY) == "vouches for you"


def test_what_the_front_desk_said_is_told() -> None:
    call = Call(
        MARIA.encounters[0].interview,
        FollowUp(done_on=MONDAY, result=Result.GATEKEEPER, said="ask for Jo\nafter four"),
    )
    desk = Known(person(9, "Sam Lee"), calls=(call,))
    assert words(desk, MONDAY) == "asked about Lakeside Dental, Mon 23 Nov: ask for Jo"
    assert desk.roles(MONDAY) == "front desk"
    assert words(Known(person(9, "Sam Lee")), MONDAY) == ""


# What looks wrong


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (Person(email="m.chen.example.com"), "m.chen.example.com has no @"),
        (Person(email="m@chen@example.com"), "m@chen@example.com has more than one @"),
        (Person(email="m chen@example.com"), "m chen@example.com has a space in it"),
        (Person(email="m.chen@example"), "m.chen@example is not whole"),
        (Person(email="@example.com"), "@example.com is not whole"),
        (Person(phone="ask the desk"), "ask the desk has no digit"),
        (Person(phone="555-O123"), "555-O123 has letters in it"),
        (Person(name="m.chen@example.com"), "m.chen@example.com is an e-mail address"),
        (Person(name="Jo Park 555-0101"), "Jo Park 555-0101 has a number in the name"),
        (
            names.person("Dr. Ana de Armas and her colleague Luis Vera"),
            "reads as one name; a line for each keeps two people apart",
        ),
        (names.person("Jo Park, jo.park.example.com"), "jo.park.example.com has no @"),
        (names.person("Jo Park, 555-O1 0234"), "555-O1 0234 reads as a job title"),
        (names.person("the receptionist"), "the receptionist is no name"),
        (names.person("MARIA CHEN"), "MARIA CHEN goes into letters in capitals"),
        (names.person("Maria Chen, Jo Park"), "Jo Park reads as what they do"),
        (names.person("Maria Chen, Acme"), "“at Acme” is whom they work for"),
    ],
)
def test_what_looks_wrong_is_said(one: Person, says: str) -> None:
    assert says in doubts(one)


@pytest.mark.parametrize(
    "one",
    [
        Person(),
        MARIA.person,
        Person(email="zoë@oak.example", phone="+44 20 7946 0018 ext. 12"),
        Person(phone="555-0101 x3"),
        names.person("Tom Reed, D.C., Ph.D., room 12"),
        names.person("Jo Park, VP, co-owner since 2019"),
        Person(name="Anne-Marie O’Neill-Díaz"),
        Person(name="Andy Rand", title="Dr."),
        Person(name="王小明"),
        names.person("the receptionist (Jen)"),
        names.person("Rose Baker, Office Manager"),
        names.person("Ms. Boss (she/her), Director of Sales and Marketing"),
    ],
)
def test_what_looks_right_is_not_doubted(one: Person) -> None:
    assert doubts(one) == ""


# The list


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("", KNOWN),
        ("zoe", (ZOE,)),
        ("OAK", (MARIO, JEN, ZOE)),
        ("oak zoë", (ZOE,)),
        ("reference", (AMY,)),
        ("manager", (AMY,)),
        ("jen", (JEN,)),
        ("nobody", ()),
    ],
)
def test_the_filter_wants_every_word(said: str, who: tuple[Known, ...]) -> None:
    assert tuple(found(KNOWN, said)) == who


REACHED = (
    met(person(21, "Ida Sørby", phone="555-0121", email="ida.sorby@oak.example"), "Lakeside"),
    met(person(22, "Łukasz Dæhne", phone="(212) 555-0188", email="LD@hill.example"), "Hill"),
    met(person(23, "Bo Ek", employer="555 Broadway Dental"), "555 Broadway Dental"),
)


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("555-0121", "Ida Sørby"),
        ("5550121", "Ida Sørby"),
        ("(555) 0121", "Ida Sørby"),
        ("+1 555 0121", "Ida Sørby"),
        ("ida 555 0121", "Ida Sørby"),
        ("212.555.0188", "Łukasz Dæhne"),
        ("5550188", "Łukasz Dæhne"),
        ("555-0121 broadway", ""),
        ("555 broadway", "Bo Ek"),
        ("555-9999", ""),
        ("ida.sorby@oak.example", "Ida Sørby"),
        ("ld@hill", "Łukasz Dæhne"),
        ("ld@oak", ""),
        ("sorby", "Ida Sørby"),
        ("soerby", "Ida Sørby"),
        ("lukasz daehne", "Łukasz Dæhne"),
        ("dahne", "Łukasz Dæhne"),
    ],
)
def test_somebody_is_found_by_phone_number_and_e_mail_however_they_are_written(
    said: str, who: str
) -> None:
    assert [one.person.name for one in found(REACHED, said)] == ([who] if who else [])


def test_a_part_of_a_number_finds_all_who_have_it() -> None:
    assert len(found(REACHED, "555")) == 3


def test_the_likeliest_double_comes_first() -> None:
    park, parker = Known(person(8, "Jo Park")), Known(person(9, "Jo Parker"))
    assert alike(park, [*KNOWN, park, parker])[0] == parker
    at_oak = Known(person(7, "J. P.", email="JO@oak.example"))
    jo = Known(person(6, "Jo Park", email="jo@oak.example"))
    assert alike(jo, [jo, parker, at_oak])[0] == at_oak
    assert jo not in alike(jo, [jo, parker])


def test_what_is_empty_is_filled_and_what_differs_is_noted() -> None:
    keep = Person(name="Jo Park", phone="555-0101", notes="kind")
    other = Person(name="jo park", phone="555-0199", title="Ms.", notes="kind")
    assert completed(keep, other) == {"title": "Ms.", "notes": "kind\nOther phone: 555-0199"}
    assert completed(keep, keep) == {}


def test_filling_in_twice_adds_nothing() -> None:
    keep = Person(name="Jo Park", phone="555-0101")
    other = Person(name="Jo Parker", phone="555-0199", notes="kind")
    once = Person(name="Jo Park", phone="555-0101", **completed(keep, other))  # type: ignore[arg-type]
    assert completed(once, other) == {}


# The card


def test_the_card_says_all_there_is() -> None:
    interview = Interview(id=1, employer="Lakeside Dental", role="Hygienist", held_on=FRIDAY)
    talk = Meeting(talked_about="the x-ray\nand tea", strength="calm")
    briefing = Briefing(briefed_on=FRIDAY, called_on=MONDAY, note="has the résumé")
    try_ = FollowUp(done_on=MONDAY, result=Result.REACHED, said="by Friday")
    one = Known(
        Person(
            name="Jennifer Park",
            title="Dr.",
            called="Jen",
            pronouns="she/her",
            post_nominals="DDS",
            job_title="owner",
            employer="Lakeside Dental",
            phone="555-0101",
            email="jen@oak.example",
            address="1 Elm\nAnytown",
            notes="likes tea",
        ),
        (Encounter(interview, talk, "my two years", is_letter_sent=True, sent_on=MONDAY),),
        Reference(relation="tutor", asked=Asked.AGREED, asked_on=FRIDAY, notes="by e-mail"),
        (Vouched(interview, briefing), Vouched(interview, Briefing())),
        (Call(interview, try_),),
    )
    assert (
        person_card.text(one, MONDAY)
        == """\
Dr. Jennifer Park (Jen) (she/her), DDS
owner, Lakeside Dental
met, reference

How to reach them
  555-0101
  jen@oak.example
  1 Elm
  Anytown

Notes
  likes tea

Where you met
  Fri 20 Nov: Lakeside Dental, Hygienist
    You talked about: the x-ray and tea
    You did not get to say: my two years
    To stress: calm
    Letter sent Mon 23 Nov

Vouches for you
  tutor, agreed Fri 20 Nov
  by e-mail
  Fri 20 Nov: Lakeside Dental: briefed Fri 20 Nov, called Mon 23 Nov
    has the résumé
  Fri 20 Nov: Lakeside Dental: not briefed yet

Asked how things stand
  Mon 23 Nov: Lakeside Dental, reached
    by Friday"""
    )


def test_a_card_with_a_name_alone_is_a_name() -> None:
    assert person_card.text(Known(Person(name="Sam Lee")), MONDAY) == "Sam Lee"
