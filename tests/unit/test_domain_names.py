"""People's names, one person a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.names import (
    addressed,
    as_line,
    is_description,
    people,
    person,
    surname,
)
from afterview_tui.domain.records import Person
from tests.unit.build import CHECK


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Maria Chen", Person(name="Maria Chen")),
        ("Dr. Maria Chen", Person(name="Maria Chen", title="Dr.")),
        ("Dr Maria Chen", Person(name="Maria Chen", title="Dr")),
        ("Ms. Jo Park", Person(name="Jo Park", title="Ms.")),
        ("Mx. Lee Fox", Person(name="Lee Fox", title="Mx.")),
        ("Miss Ann Bo", Person(name="Ann Bo", title="Miss")),
        ("prof. Ann Bo", Person(name="Ann Bo", title="Prof.")),
        ("Drew Park", Person(name="Drew Park")),
        ("Missy Park", Person(name="Missy Park")),
        ("Dr.", Person(name="Dr.")),
        ("Dr. Maria Chen, owner", Person(name="Maria Chen", title="Dr.", job_title="owner")),
        (
            "Dr. Maria Chen, DDS, owner",
            Person(name="Maria Chen", title="Dr.", post_nominals="DDS", job_title="owner"),
        ),
        ("Tom Reed, D.C.", Person(name="Tom Reed", post_nominals="D.C.")),
        ("Tom Reed, PhD", Person(name="Tom Reed", post_nominals="PhD")),
        ("Tom Reed, Ph.D.", Person(name="Tom Reed", post_nominals="Ph.D.")),
        ("Tom Reed, R.N., BSN", Person(name="Tom Reed", post_nominals="R.N., BSN")),
        ("Tom Reed, owner, DDS", Person(name="Tom Reed", job_title="owner, DDS")),
        ("Maria Chen, CEO", Person(name="Maria Chen", job_title="CEO")),
        (
            "Maria Chen, DDS, VP, HR",
            Person(name="Maria Chen", post_nominals="DDS", job_title="VP, HR"),
        ),
        ("Jennifer Park (Jen)", Person(name="Jennifer Park", called="Jen")),
        (
            "Jennifer Park (Jen), lead",
            Person(name="Jennifer Park", called="Jen", job_title="lead"),
        ),
        ("Jennifer (Jen) Park", Person(name="Jennifer Park", called="Jen")),
        ("Jo Park, jo@oak.example", Person(name="Jo Park", email="jo@oak.example")),
        ("Jo Park, 555-123-4567", Person(name="Jo Park", phone="555-123-4567")),
        (
            "Jo Park, owner, (555) 123-4567",
            Person(name="Jo Park", job_title="owner", phone="(555) 123-4567"),
        ),
        (
            "Jo Park (JP), (555) 123-4567",
            Person(name="Jo Park", called="JP", phone="(555) 123-4567"),
        ),
        (
            "Jo Park, +44 20 7946 0018, jo@oak.example, owner",
            Person(
                name="Jo Park",
                phone="+44 20 7946 0018",
                email="jo@oak.example",
                job_title="owner",
            ),
        ),
        ("Jo Park, at TalentCo", Person(name="Jo Park", employer="TalentCo")),
        (
            "Jo Park, recruiter, 555-123-4567, at Hill, Lowe & Co",
            Person(
                name="Jo Park",
                job_title="recruiter",
                phone="555-123-4567",
                employer="Hill, Lowe & Co",
            ),
        ),
        ("Jo Park, at", Person(name="Jo Park", job_title="at")),
        ("Jo Park, attorney", Person(name="Jo Park", job_title="attorney")),
        ("Jo Park, room 12", Person(name="Jo Park", job_title="room 12")),
        ("Anne-Marie O’Neill-Díaz", Person(name="Anne-Marie O’Neill-Díaz")),
        ("Dr. Zoë Müller", Person(name="Zoë Müller", title="Dr.")),
        ("王小明", Person(name="王小明")),
        ("Dr. 王小明", Person(name="王小明", title="Dr.")),
        ("Madonna", Person(name="Madonna")),
        ("  Jo \t Park ,, owner , ", Person(name="Jo Park", job_title="owner")),
        ("Jo\x1b[31m Park\u202e", Person(name="Jo Park")),
        ("", Person()),
    ],
)
def test_a_line_is_a_person(line: str, expected: Person) -> None:
    assert person(line) == expected


def test_a_block_is_one_person_a_line() -> None:
    block = "\r\n  Dr. Maria Chen, owner\r\n\r\n \t \nJo Park (Jen)\n, nobody\n王小明\n"
    assert people(block) == [
        Person(name="Maria Chen", title="Dr.", job_title="owner"),
        Person(name="Jo Park", called="Jen"),
        Person(name="nobody"),
        Person(name="王小明"),
    ]


@pytest.mark.parametrize("block", ["", "\n \n\t", " , ; - ", "...", "•"])
def test_a_block_without_names_is_nobody(block: str) -> None:
    assert people(block) == []


def test_a_person_is_written_as_the_line_that_is_read() -> None:
    line = "Dr. Jennifer Park (Jen), DDS, owner, (555) 123-4567, jen@oak.example"
    assert as_line(person(line)) == line


WORD = st.sampled_from(["Maria", "Zoë", "Anne-Marie", "O’Neill", "王小明", "van", "Drew", "J."])


def test_whom_they_work_for_is_written_when_it_is_given() -> None:
    one = Person(name="Jo Park", job_title="recruiter", employer="Hill, Lowe & Co")
    assert as_line(one) == "Jo Park, recruiter"
    assert person(as_line(one, at=one.employer)) == one


# A name all in small letters gets its capitals, so it is not read as it was written.
NAMES = st.lists(WORD, min_size=1, max_size=4).map(" ".join).filter(
    lambda name: not name.islower()
) | st.sampled_from(
    [
        *("Ursula K. Le Guin", "Sarah St. James", "Juan dela Cruz", "Robert Downey Junior"),
        *("De Vries", "La Rue", "Van Gogh", "Jack Ma", "Jack MA", "MARIA CHEN", "Marie DUPONT"),
        *("Rose Baker", "Guy Pearce", "Dean Page", "Madison", "Nguyễn Thị Lan", "田中 太郎"),
        *("the receptionist", "HR lady", "someone whose name I did not catch", "two engineers"),
        *("Tom Reed Jr.", "Sam Cole III", "Lena van 't Hoff", "Иван Петров", "Hall"),
    ]
)
PEOPLE = st.builds(
    Person,
    name=NAMES,
    title=st.sampled_from(["", "Dr.", "Dr", "Ms.", "Prof.", "Miss", "Prof. Dr.", "Herr"]),
    called=st.sampled_from(["", "Jen", "J.P.", "Old Tom", "the boss", "kd"]),
    pronouns=st.sampled_from(["", "she/her", "they/them", "he/him/his", "she"]),
    post_nominals=st.sampled_from(["", "D.C.", "DDS, PhD", "R.N.", "MD PhD, RDH"]),
    job_title=st.sampled_from(
        [
            *("", "owner", "CEO", "head of care, nights", "Acme", "Phlebotomy", "CPA", "Mary Ann"),
            *("owner and manager", "Director of Sales and Marketing", "R&D", "care - nights"),
            *("Head of Learning and Talent Growth", "manager (nights)", "A/V technician", "Peter"),
            *(
                "manager at Oak Vision",
                "team lead: intake",
                "the boss of all",
                "smile maker",
                "Food and Beverage",
                "Guest Relations & Member Joy",
            ),
        ]
    ),
    phone=st.sampled_from(["", "(555) 123-4567", "+41 44 668 18 00"]),
    email=st.sampled_from(["", "jen@oak.example"]),
)


@CHECK
@given(PEOPLE)
def test_any_person_survives_being_written_and_read(one: Person) -> None:
    if is_description(replace(one, title="", called="")):
        # Nobody is "Dr. the receptionist", and what comes after a description is their name.
        one = replace(one, title="", job_title="owner" if one.job_title else "")
    assert people(as_line(one)) == [one]
    assert person(as_line(one)) == one


@CHECK
@given(st.text(max_size=60))
def test_any_text_is_some_line(text: str) -> None:
    one = person(text)
    assert "\n" not in one.name
    assert one.name == one.name.strip()
    assert [other.name for other in people(text) if not other.name] == []


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Maria Chen", "Chen"),
        ("Ludwig van Beethoven", "Beethoven"),
        ("Anne-Marie O’Neill-Díaz", "O’Neill-Díaz"),
        ("Madonna", "Madonna"),
        ("王小明", "王小明"),
        ("", ""),
    ],
)
def test_the_last_word(name: str, last: str) -> None:
    assert surname(Person(name=name)) == last


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (Person(name="Maria Chen", title="Dr."), "Dr. Chen"),
        (Person(name="Maria Chen"), "Maria Chen"),
        (Person(name="Maria Chen", title="Dr.", called="Mia"), "Mia"),
        (Person(name="Tom Reed", post_nominals="D.C."), "Tom Reed"),
        (Person(name="王小明", title="Dr."), "Dr. 王小明"),
    ],
)
def test_nobodys_form_of_address_is_guessed(one: Person, words: str) -> None:
    assert addressed(one) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ms. Ursula von der Leyen", "Ms. von der Leyen"),
        ("Dr. Ludwig van Beethoven", "Dr. van Beethoven"),
        ("Dr. Maria de la Cruz, owner", "Dr. de la Cruz"),
        ("Mr. Vincent Van Gogh", "Mr. Van Gogh"),
        ("Ms. Jamie De La Cruz", "Ms. De La Cruz"),
        ("Mr. De La Cruz", "Mr. De La Cruz"),
        ("Dr. van Dyk", "Dr. van Dyk"),
        ("Dr. Ana García y Vega", "Dr. García y Vega"),
        ("Ms. Van Nguyen", "Ms. Nguyen"),
        ("Dr. maria chen", "Dr. Chen"),
    ],
)
def test_a_salutation_keeps_what_belongs_to_the_surname(line: str, words: str) -> None:
    assert addressed(person(line)) == words


@pytest.mark.parametrize("suffix", ["Jr.", "Sr", "III"])
def test_nobody_is_greeted_as_junior(suffix: str) -> None:
    one = person(f"Dr. John Smith {suffix}")
    assert addressed(one) == "Dr. Smith"
    assert surname(one) == "Smith"


@pytest.mark.parametrize(
    ("line", "to"),
    [("Sir Ian Grey", "Sir Ian"), ("Dame Judi Hart", "Dame Judi"), ("Sir Ian", "Sir Ian")],
)
def test_a_knight_is_addressed_by_the_given_name(line: str, to: str) -> None:
    assert addressed(person(line)) == to
