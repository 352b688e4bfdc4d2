"""Whom a typed line stands for: never two for one, never nobody, and asked where it is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain import names
from afterview_tui.domain.recognising import (
    Recognised,
    as_named,
    recognise,
    same,
    without_relation,
)
from afterview_tui.domain.records import Briefing, Person, Reference, Vouching
from tests.unit.build import CHECK

MARIA = Person(1, "Maria Chen", "Dr.", job_title="owner", employer="Lakeside Dental")
JO = Person(2, "Jo Park", employer="Lakeside Dental", email="jo@lake.example")
PATEL = Person(3, "Patel", "Dr.", job_title="owner", employer="Oak")
HERE = (MARIA, JO)


def read(
    block: str, listed: Sequence[Person] = (), on_file: Sequence[Person] = (), **more: object
) -> Recognised:
    every = {one.id: one for one in (*listed, *on_file)}.values()
    employer = str(more.pop("employer", "Lakeside Dental"))
    return recognise(names.people(block), listed, every, employer, **more)  # type: ignore[arg-type]


def ids(found: Recognised) -> list[int]:
    return [line.stands_for.id if line.stands_for else 0 for line in found.lines]


def lines(*people: Person) -> str:
    return "\n".join(names.as_line(one) for one in people)


# Nobody vanishes


@pytest.mark.parametrize(
    "block",
    [
        "Dr. Patel, owner\nMrs. Patel, office manager",
        "Dr. Patel, a@x.example\nDr. Patel, b@x.example",
        "Maria\nMaria",
        "Maria Chen\nmaria chen",
        "Dr. Patel\nDr. Patel\nDr. Patel",
    ],
)
@pytest.mark.parametrize("on_file", [(), (MARIA, JO, PATEL), (Person(9, "Maria"),)])
def test_as_many_people_come_of_it_as_lines_were_typed(
    block: str, on_file: tuple[Person, ...]
) -> None:
    found = read(block, on_file=on_file, employer="")
    assert len(found.lines) == len(block.splitlines())
    known = [number for number in ids(found) if number]
    assert len(set(known)) == len(known)


def test_of_two_who_share_a_name_the_one_on_file_is_the_one_with_the_title() -> None:
    found = read("Mrs. Patel, office manager\nDr. Patel, owner", on_file=[PATEL], employer="Oak")
    assert ids(found) == [0, 3]


@pytest.mark.parametrize(
    ("line", "employer", "who"),
    [
        ("Patel", "Oak", 3),
        ("Dr. Patel", "Oak", 3),
        ("dr patel", "OAK", 3),
        ("Mrs. Patel", "Oak", 0),
        ("Dr. Patel", "Hill", 0),
        ("Dr. Patel, at Oak", "Hill", 3),
        ("Jo Park", "Lakeside Dental", 2),
        ("Jo Park, JO@lake.example", "Lakeside Dental", 2),
        ("Jo Park, jo.park@hill.example", "Lakeside Dental", 0),
        ("Jo", "Lakeside Dental", 0),
        ("Park", "Lakeside Dental", 0),
    ],
)
def test_the_whole_name_decides_and_what_else_is_given(line: str, employer: str, who: int) -> None:
    assert ids(read(line, on_file=[MARIA, JO, PATEL], employer=employer)) == [who]


def test_of_several_who_fit_the_one_who_fits_best_is_taken() -> None:
    other = replace(JO, id=8, email="", job_title="recruiter")
    assert ids(read("Jo Park, recruiter", on_file=[JO, other])) == [8]
    assert ids(read("Jo Park, jo@lake.example", on_file=[JO, other])) == [2]
    assert ids(read("Jo Park", on_file=[JO, other])) == [8]


def test_of_several_that_a_reference_may_be_only_one_who_vouches_is_taken() -> None:
    other = replace(JO, id=8, employer="Oak")
    two = (JO, other)
    typed = Person(name="Jo Park")
    assert same(typed, two) is None
    assert same(typed, two, vouching=[2]) == JO
    assert same(typed, [JO]) == JO
    assert same(replace(typed, email="jo@lake.example"), [JO, replace(other, email="x@y.z")]) == JO


# A changed line is the same person, or it is asked


@pytest.mark.parametrize(
    "now",
    [
        "Dr. Maria Chen, DDS, owner",
        "Maria Chen, owner",
        "Prof. Maria Chen, owner",
        "Dr. Maria Chen (Mia), head of care",
        "Dr. Maria Cheng, owner",
        "Dr. Marie Chen",
        "Dr. M. Chen",
        "Dr. Maria Chen Lopez, owner",
        "Dr. Chen, owner",
        "Dr. maria chén",
        "Dr. Maria Chen, m@lake.example, 555-0101",
    ],
)
def test_a_name_put_right_stays_one_person(now: str) -> None:
    for block in (f"{now}\nJo Park", f"Jo Park\n{now}", f"Ann Lee\n{now}\nJo Park"):
        found = read(block, HERE)
        assert {1, 2} <= set(ids(found))
        assert found.gone == ()
        assert found.asked is None


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Jo Park", "Joe Parker"),
        ("Jo Park", "Ann Smith"),
        ("Ann Lee", "Ben Lee"),
        ("Ann Lee", "Ann Smith"),
        ("Dr. Patel", "Mrs. Patel"),
        ("Maria", "Peter"),
        ("Tim Cole", "Tom Cole"),
    ],
)
def test_another_name_in_the_place_of_one_is_asked(before: str, now: str) -> None:
    was = replace(names.person(before), id=7)
    found = read(f"Dr. Maria Chen, owner\n{now}", (MARIA, was))
    (asked,) = [line for line in found.lines if line.perhaps is not None]
    assert (asked.perhaps, asked.typed) == (was, names.person(now))
    assert found.asked == asked
    assert found.gone == ()
    renamed = read(f"Dr. Maria Chen, owner\n{now}", (MARIA, was), answers={asked.question: True})
    assert (ids(renamed), renamed.gone) == ([1, 7], ())
    assert renamed.lines[1].is_renamed is (names.person(before).name != names.person(now).name)
    other = read(f"Dr. Maria Chen, owner\n{now}", (MARIA, was), answers={asked.question: False})
    assert (ids(other), other.gone) == ([1, 0], (was,))


def test_a_name_that_is_near_and_also_on_file_is_asked() -> None:
    near = Person(9, "Joe Park", employer="Lakeside Dental")
    found = read("Dr. Maria Chen, owner\nJoe Park", HERE, [near])
    assert found.lines[1].perhaps == JO
    answer = found.lines[1].question
    assert ids(read("Joe Park", HERE, [near], answers={answer: False})) == [9]
    assert ids(read("Joe Park", HERE, [near], answers={answer: True})) == [2]


def test_somebody_else_on_file_in_the_place_of_one_is_not_asked() -> None:
    found = read("Dr. Maria Chen, owner\nPatel, at Oak", HERE, [PATEL])
    assert ids(found) == [1, 3]
    assert found.asked is None
    assert found.gone == (JO,)


def test_lines_that_change_places_change_nothing_else() -> None:
    found = read(lines(JO, MARIA), HERE)
    assert ids(found) == [2, 1]
    assert (found.gone, found.asked) == ((), None)


def test_lines_that_change_places_and_names_at_once_are_asked_in_their_order() -> None:
    listed = (MARIA, JO, replace(PATEL, name="Una Patel"))
    found = read("Una Patel\nBo Gray\nSam Low", listed)
    assert ids(found) == [3, 0, 0]
    assert found.gone == (MARIA, JO)
    found = read("Bo Gray\nSam Low\nDr. Una Patel, owner", listed)
    assert [line.perhaps for line in found.lines] == [MARIA, JO, None]


def test_a_line_more_is_somebody_new_and_a_line_less_somebody_gone() -> None:
    found = read(f"{lines(*HERE)}\nAnn Lee", HERE)
    assert (ids(found), found.gone, found.asked) == ([1, 2, 0], (), None)
    found = read(lines(JO), HERE)
    assert (ids(found), found.gone, found.asked) == ([2], (MARIA,), None)
    assert read("", HERE).gone == HERE


def test_two_of_one_name_in_the_list_stay_two() -> None:
    two = (Person(5, "Maria", job_title="desk"), Person(6, "Maria", job_title="owner"))
    assert ids(read(lines(*two), two)) == [5, 6]
    assert ids(read("Maria, owner\nMaria, desk", two)) == [6, 5]
    assert ids(read("Maria, head\nMaria, owner", two)) == [5, 6]
    assert set(ids(read("Maria\nMaria\nMaria", two))) == {0, 5, 6}


# What a line changes


def test_a_line_changes_what_it_says_otherwise_and_takes_away_no_way_to_reach_somebody() -> None:
    found = read("Ms. Jo Parks (Joey), nurse", (replace(JO, job_title="desk"),))
    assert found.lines[0].changes_of(JO) == {
        "title": "Ms.",
        "name": "Jo Parks",
        "called": "Joey",
        "job_title": "nurse",
    }


def test_a_line_left_as_it_is_changes_nothing_though_the_name_reads_otherwise() -> None:
    odd = Person(4, "Chen, Maria; 2nd floor", title="Dr", job_title="a, b", email="a@b.c")
    found = read(names.as_line(odd), (odd,))
    assert ids(found) == [4]
    assert found.lines[0].changes_of(odd) == {}


def test_a_reference_changes_as_a_person_and_in_how_you_know_them() -> None:
    amy = Person(5, "Amy Ortiz", job_title="director")
    named = as_named(Vouching(Briefing(), Reference(relation="former manager"), amy))
    assert names.as_line(named) == "Amy Ortiz, former manager"
    (line,) = read("Amy Ortega, mentor", (named,), employer="").lines
    line = recognise(
        [line.typed], (named,), (), answers={replace(line, perhaps=named).question: True}
    ).lines[0]
    assert line.was_job_title == "former manager"
    assert without_relation(line).changes_of(amy) == {"name": "Amy Ortega"}


# Whatever is typed


NAMES = st.sampled_from(
    [
        "Maria Chen",
        "Maria",
        "Jo Park",
        "Joe Park",
        "Joe Parker",
        "Dr. Patel",
        "Mrs. Patel",
        "王小明",
    ]
)
PEOPLE = st.lists(
    st.builds(
        lambda line, job, email: replace(names.person(line), job_title=job, email=email),
        NAMES,
        st.sampled_from(["", "owner"]),
        st.sampled_from(["", "a@x.example", "b@x.example"]),
    ),
    max_size=5,
)


@CHECK
@given(PEOPLE, PEOPLE, PEOPLE, st.sampled_from(["", "Oak"]))
def test_each_line_stands_for_one_and_whoever_was_there_is_there_asked_about_or_gone(
    typed: list[Person], before: list[Person], others: list[Person], employer: str
) -> None:
    listed = [replace(one, id=number) for number, one in enumerate(before, 1)]
    every = listed + [
        replace(one, id=number, employer="Oak") for number, one in enumerate(others, 100)
    ]
    found = recognise(typed, listed, every, employer)
    assert [line.typed for line in found.lines] == typed
    taken = [one.id for line in found.lines if (one := line.stands_for) is not None]
    taken += [line.perhaps.id for line in found.lines if line.perhaps is not None]
    assert len(set(taken)) == len(taken)
    here = {one.id for one in listed}
    assert (here & set(taken)) | {one.id for one in found.gone} == here
    assert not set(taken) & {one.id for one in found.gone}


@CHECK
@given(PEOPLE, st.randoms(use_true_random=False))
def test_the_same_lines_in_any_order_are_the_same_people(
    before: list[Person], random: object
) -> None:
    listed = [replace(one, id=number) for number, one in enumerate(before, 1)]
    shuffled = list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = recognise(names.people(lines(*shuffled)), listed, listed, "Oak")
    assert (found.gone, found.asked) == ((), None)
    for line, one in zip(found.lines, shuffled, strict=True):
        assert line.stands_for is not None
        assert names.as_line(line.stands_for) == names.as_line(one)
        assert line.changes_of(one) == {}
