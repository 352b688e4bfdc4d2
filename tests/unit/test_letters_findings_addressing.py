"""Whether a letter names its reader and the employer, right, and with one right title."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain import names
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.records import Facts, Meeting, Met, Person
from afterview_tui.letters.checking.all_findings import Check
from afterview_tui.letters.checking.names_on_file import Held, Names
from afterview_tui.letters.drafting.compose import compose
from tests.unit.checking import (
    AMY,
    FOOT,
    JEN,
    JO,
    MARIA,
    RENEE,
    SIAN,
    facts,
    found,
    letter,
    to,
    told,
)

BODY = "Thank you for showing me Lakeside Dental."


@pytest.mark.parametrize(
    ("person", "hello", "words", "fix"),
    [
        (MARIA, "Dear Dr. Chan,", "Chan", "Chen"),
        (MARIA, "Dear Dr. Cheng,", "Cheng", "Chen"),
        (MARIA, "Dear Dr. Chenn,", "Chenn", "Chen"),
        (MARIA, "Dear Dr. Cehn,", "Cehn", "Chen"),
        (MARIA, "Dear Marai,", "Marai", "Maria"),
        (MARIA, "Dear Mari,", "Mari", "Maria"),
        (MARIA, "Dear Dr. Maria Chan,", "Chan", "Chen"),
        (MARIA, "Dear Dr. Marie Chen,", "Marie", "Maria"),
        (MARIA, "Hello Mariah!", "Mariah", "Maria"),
        (MARIA, "Dear Jo,", "Jo", "Dr. Chen"),
        (MARIA, "Dear Ms. Park,", "Ms. Park", "Dr. Chen"),
        (MARIA, "Dear Dr. Falk,", "Dr. Falk", "Dr. Chen"),
        (MARIA, "Dear Dr. Smith,", "Dr. Smith", "Dr. Chen"),
        (MARIA, "Dear all,", "all", "Dr. Chen"),
        (MARIA, "Dear Hiring Manager:", "Hiring Manager", "Dr. Chen"),
        (MARIA, "Dear Sir or Madam,", "Sir or Madam", "Dr. Chen"),
        (MARIA, "Hi team,", "team", "Dr. Chen"),
        (MARIA, "Dear Dr. Jo Park and Amy,", "Dr. Jo Park and Amy", "Dr. Chen"),
        (JO, "Dear Ms. Parks,", "Parks", "Park"),
        (JO, "Dear Dr. Chen,", "Dr. Chen", "Ms. Park"),
        (RENEE, "Dear Renate,", "Renate", "Renée"),
        (RENEE, "Dear Renne,", "Renne", "Renée"),
        (SIAN, "Dear Ms. Proser-Lee,", "Proser", "Prosser"),
        (JEN, "Dear Ms. O'Brian,", "Brian", "Brien"),
        (MARIA, "Dear ,", "", "Dr. Chen"),
    ],
)
def test_a_salutation_that_misses_the_reader_is_found_with_its_fix(
    person: Person, hello: str, words: str, fix: str
) -> None:
    text = letter(BODY, hello)
    every = [one for one in found(text, to=to(person)) if one.check is Check.RECIPIENT]
    assert [(one.words, one.fix) for one in every] == [(words, fix)]
    repaired = every[0].fixed(text)
    assert not [one for one in found(repaired, to=to(person)) if one.check is Check.RECIPIENT]


@pytest.mark.parametrize(
    ("person", "hello"),
    [
        (MARIA, "Dear Dr. Chen,"),
        (MARIA, "Dear Dr Chen,"),
        (MARIA, "Dear DR. CHEN,"),
        (MARIA, "dear dr. chen"),
        (MARIA, "Dear Maria,"),
        (MARIA, "Dear Maria Chen:"),
        (MARIA, "Dear Dr. Maria Chen,"),
        (MARIA, "Hello Dr. Chen!"),
        (MARIA, "Good morning, Dr. Chen —"),
        (MARIA, "Hi Maria, thank you for today."),
        (MARIA, "Dear Dr. Chen and Ms. Park,"),
        (MARIA, "Dear Dr. Chen, dear Ms. Park,"),
        (MARIA, "Dear Dr. Chen and team,"),
        (MARIA, "Dear [their name],"),
        (MARIA, "Maria,"),
        (RENEE, "Dear Renée,"),
        (RENEE, "Dear Renee,"),
        (RENEE, "Dear Ms. Castell,"),
        (JEN, "Dear Jen,"),
        (JEN, "Dear Jennifer,"),
        (JEN, "Dear Jenny,"),
        (JEN, "Dear Ms. O'Brien,"),
        (JEN, "Dear Ms. O’Brien,"),
        (SIAN, "Dear Ms. Prosser-Lee,"),
        (SIAN, "Dear Sian,"),
        (Person(20, "William Reed"), "Dear Bill,"),
        (Person(21, "Thomas Reed"), "Dear Tom,"),
        (Person(22, "陳美玲"), "Dear 陳美玲,"),
        (Person(23, "Madonna"), "Dear Madonna,"),
        (Person(24, ""), "Dear all,"),
    ],
)
def test_a_salutation_that_names_the_reader_is_left_alone(person: Person, hello: str) -> None:
    every = found(letter(BODY, hello), to=to(person))
    assert Check.RECIPIENT not in {one.check for one in every}


@pytest.mark.parametrize(
    ("body", "check", "words", "fix"),
    [
        ("I thank Dr. Chan and all of you.", Check.RECIPIENT, "Chan", "Chen"),
        ("I thank Maria Chan and all of you.", Check.RECIPIENT, "Chan", "Chen"),
        ("I thank Mariah Chen and all of you.", Check.RECIPIENT, "Mariah", "Maria"),
        ("I thank Ms. Parks for the tour.", Check.OTHER_PERSON, "Parks", "Park"),
        ("I thank Jo Parke for the tour.", Check.OTHER_PERSON, "Parke", "Park"),
        ("Thank you, Mraia, for the tour.", Check.RECIPIENT, "Mraia", "Maria"),
        ("I liked Lakside Dental at once.", Check.EMPLOYER, "Lakside", "Lakeside"),
        ("I liked Lakeside Dentel at once.", Check.EMPLOYER, "Dentel", "Dental"),
        ("I liked Lakeside Rental at once.", Check.EMPLOYER, "Rental", "Dental"),
        ("I liked Lakesde Dental's rooms.", Check.EMPLOYER, "Lakesde", "Lakeside"),
        ("I liked LakesideDental at once.", Check.EMPLOYER, "LakesideDental", "Lakeside Dental"),
        ("I liked Lake Side Dental a lot.", Check.EMPLOYER, "Lake Side Dental", "Lakeside Dental"),
        ("I liked Lakeside at once, not Lakeshide.", Check.EMPLOYER, "Lakeshide", "Lakeside"),
        ("I liked Lakesides Dental at once.", Check.EMPLOYER, "Lakesides", "Lakeside"),
        ("Laekside Dental was kind.", Check.EMPLOYER, "Laekside", "Lakeside"),
        ("I look forward to joining Lakside Dental.", Check.EMPLOYER, "Lakside", "Lakeside"),
        ("DR. CHAN was kind.", Check.RECIPIENT, "CHAN", "Chen"),
        ("What Dr. Cheng said was kind.", Check.RECIPIENT, "Cheng", "Chen"),
        ("Doctor Cehn was kind.", Check.RECIPIENT, "Cehn", "Chen"),
        ("Marai was kind.", Check.RECIPIENT, "Marai", "Maria"),
    ],
)  # fmt: skip
def test_a_name_that_is_nearly_right_is_found_with_its_fix(
    body: str, check: Check, words: str, fix: str
) -> None:
    text = letter(body)
    every = [one for one in found(text) if one.check is check]
    assert [(one.words, one.fix) for one in every] == [(words, fix)]
    assert not [one for one in found(every[0].fixed(text)) if one.check is check]


@pytest.mark.parametrize(
    "body",
    [
        "I thank Dr. Chen and all of you.",
        "Maria was kind.",
        "The lake was calm and the dental chairs were new.",
        "I drank Chai with you.",
        "The Chin was held high.",
        "Mary came by.",
        "A Marina lies beside you.",
        "Parking was easy, and Parks are near.",
        "The rental car broke down.",
        "Dentists like you are rare.",
        "Your Dental chairs are new.",
        "Lakeside dental care is what I want to give.",
        "Dr. Shen-Wu of my school sends regards.",
        "Mr. Cohen wrote a book on it.",
        "Peking is far.",
        "Mr. Parker taught me that.",
        "Rivers run by the door.",
        "Jon helped me.",
        "The Riviera is far.",
        "I have a Mariachi record.",
    ],
)
def test_other_words_are_no_misspelt_names(body: str) -> None:
    wanted = {Check.RECIPIENT, Check.EMPLOYER, Check.OTHER_PERSON}
    assert not wanted & {check for check, _ in told(body)}


MATTERS = [kind for kind in LetterKind if about(kind).names_employer]


@pytest.mark.parametrize("kind", MATTERS)
@pytest.mark.parametrize(
    "body",
    [
        "Thank you for your time.",
        "Thank you for the tour of the practice.",
        "The lakeside was lovely, and so is dental work.",
    ],
)
def test_a_letter_that_never_names_the_employer_is_found(kind: LetterKind, body: str) -> None:
    person = AMY if kind is LetterKind.REFERENCE else MARIA
    hello = "Dear Amy," if kind is LetterKind.REFERENCE else "Dear Dr. Chen,"
    mail = LetterForm.EMAIL
    (one,) = found(letter(body, hello), to=to(person, kind), form=mail, subject="Our talk")
    assert one.check is Check.EMPLOYER
    assert one.why == "The letter does not name Lakeside Dental."
    assert (one.words, one.start, one.end) == ("", len(hello) - 1, len(hello) - 1)


@pytest.mark.parametrize(
    ("body", "subject", "kind", "form"),
    [
        (named, "", LetterKind.THANK_YOU, LetterForm.EMAIL)
        for named in (
            "Thank you for showing me Lakeside Dental.",
            "Thank you for showing me lakeside dental.",
            "Thank you for showing me LAKESIDE DENTAL.",
            "Thank you for showing me the Lakeside Dental rooms.",
            "Lakeside Dental's rooms are bright.",
            "Lakeside Dental’s rooms are bright.",
            "Lakeside Dental, Inc. is kind.",
            "The Lakeside\nDental team is kind.",
            "I liked Lakeside.",
            "What a place Lakeside is.",
            "LD is what I want.",
            "Lakeside-Dental is kind.",
            "“Lakeside Dental” is on my list.",
            "(Lakeside Dental)",
            "Lakeside  Dental",
        )
    ]
    + [
        ("Thank you.", "The position at Lakeside Dental", LetterKind.DECLINE, LetterForm.EMAIL),
        ("Thank you.", "Lakeside", LetterKind.WITHDRAW, LetterForm.EMAIL),
        ("Thank you.", "", LetterKind.THANK_YOU, LetterForm.CARD),
        ("My number was wrong.", "", LetterKind.CORRECTION, LetterForm.EMAIL),
        ("", "", LetterKind.THANK_YOU, LetterForm.CARD),
    ],
)
def test_a_letter_that_names_the_employer_or_need_not_is_left_alone(
    body: str, subject: str, kind: LetterKind, form: LetterForm
) -> None:
    every = found(letter(body), to=to(kind=kind), form=form, subject=subject)
    assert Check.EMPLOYER not in {one.check for one in every}


@pytest.mark.parametrize(
    ("text", "words", "fix"),
    [
        ("Dear Dr. Maria Chen, DDS,", "Dr. Maria Chen, DDS", "Dr. Maria Chen"),
        ("Dear Dr. Chen, D.D.S.,", "Dr. Chen, D.D.S.", "Dr. Chen"),
        ("Dear Dr. Chen DDS,", "Dr. Chen DDS", "Dr. Chen"),
        ("Dear Dr. Chen, PhD,", "Dr. Chen, PhD", "Dr. Chen"),
        ("Dear Dr Chen, Ph.D.,", "Dr Chen, Ph.D.", "Dr Chen"),
        ("Dear Dr. Dr. Chen,", "Dr. Dr.", "Dr."),
        ("Dear Mr. Dr. Chen,", "Mr. Dr.", "Dr."),
        ("Dear Mr. Chen,", "Mr.", "Dr."),
        ("Dear Ms. Chen,", "Ms.", "Dr."),
        ("Dear Ms Chen,", "Ms", "Dr."),
        ("Dear Mrs. Chen,", "Mrs.", "Dr."),
        ("Dear Miss Chen,", "Miss", "Dr."),
        ("Dear Mrs. Maria Chen,", "Mrs.", "Dr."),
        ("Dear Prof. Chen,", "Prof.", "Dr."),
        ("Dear Dr. Chen,\n\nDr. Jane Roe, D.C., was kind.", "Dr. Jane Roe, D.C.", "Dr. Jane Roe"),
        ("Dear Dr. Chen,\n\nDr. Jane Roe, MD was kind.", "Dr. Jane Roe, MD", "Dr. Jane Roe"),
        ("Dear Dr. Chen,\n\nMr. John Roe, M.D. was kind.", "Mr. John Roe, M.D.", "John Roe, M.D."),
        ("Dear Dr. Chen,\n\nMr. Park was kind.", "Mr.", "Ms."),
        ("Dear Dr. Chen,\n\nMrs. Jo Park was kind.", "Mrs.", "Ms."),
        ("Dear Dr. Chen,\n\nDr. Park was kind.", "Dr.", "Ms."),
        ("Dr. Maria Chen, DDS\nLakeside Dental\n\nDear Dr. Chen,", "Dr. Maria Chen, DDS",
         "Maria Chen, DDS"),
        ("Dear Dr. Chen,\n\nDoctor Jane Roe, DVM, was kind.", "Doctor Jane Roe, DVM",
         "Doctor Jane Roe"),
    ],
)  # fmt: skip
def test_a_title_that_stands_twice_or_is_another_is_found(text: str, words: str, fix: str) -> None:
    whole = f"{text}\n\nThank you.\n\n{FOOT}"
    every = [one for one in found(whole) if one.check is Check.TITLE]
    assert [(one.words, one.fix) for one in every] == [(words, fix)]
    assert not [one for one in found(every[0].fixed(whole)) if one.check is Check.TITLE]


@pytest.mark.parametrize(
    "text",
    [
        "Dear Dr. Chen,",
        "Dear Dr Chen,",
        "Dear Doctor Chen,",
        "Dear DR. CHEN,",
        "Dear Dr. Maria Chen,",
        "Dear Maria Chen, DDS,",
        "Maria Chen, DDS\nLakeside Dental\n\nDear Dr. Chen,",
        "Dear Dr. Chen and Ms. Park,",
        "Dear Dr. Chen,\n\nMs. Park was kind.",
        "Dear Dr. Chen,\n\nMs Jo Park was kind.",
        "Dear Dr. Chen,\n\nMr. Li Chen is somebody else.",
        "Dear Dr. Chen,\n\nMs. Priya Rao, RDH, was kind.",
        "Dear Dr. Chen,\n\nDr. Roe, owner of a shop, was kind.",
        "Dear Dr. Chen,\n\nThe doctor Chen spoke of was kind.",
        "Dear Dr. Chen,\n\nDr. Roe, do come.",
        "Dear Dr. Chen,\n\nI saw a doctor. Chen was kind.",
        "Dear Dr. Chen,\n\nMiss it or not, it is fine.",
        "Dear Dr. Chen,\n\nI miss Park life.",
        "Dear Dr. Chen,\n\nRev. Dr. Martin Luther King Jr. said so.",
        "Dear Dr. Chen,\n\nI read Prof. Dr. Roe on it.",
        "Dear Dr. Chen,\n\nJane Roe, MD, PhD was kind.",
        "Dear Maria,",
    ],
)
def test_one_right_title_is_left_alone(text: str) -> None:
    every = found(f"{text}\n\nThank you.\n\n{FOOT}")
    assert Check.TITLE not in {one.check for one in every}


def panel_of(*lines: str) -> tuple[Facts, Names, list[Person]]:
    """An interview with these people, and the names on file then."""
    panel = [replace(names.person(one), id=50 + place) for place, one in enumerate(lines)]
    met = tuple(Met(Meeting(one.id, 1, one.id), one) for one in panel)
    at_interview = tuple((one.id, 1) for one in panel)
    held = (Held(1, "Lakeside Dental", "Dental Hygienist"),)
    known = Names(held, panel, at_interview, [])
    return replace(facts(), met=met), known, panel


@pytest.mark.parametrize(
    "line",
    [
        *("Ms. Ursula von der Leyen", "Dr. Maria de la Cruz", "Mr. Vincent Van Gogh"),
        *("Dr. A. Roe Jr.", "Dr. Le Guin", "Ms. Ursula K. Le Guin", "Ms. Sarah St. James"),
        *("Dr. Juan dela Cruz", "Mr. Robert Downey Junior", "Dr. Maria Chen DDS, owner"),
        *("dr. jones", "Hall, Peter", "Ida Fox (call me Mia)", "Sam Park (she/her)"),
        *("Professor Anders Sørby", "doctor amy wong", "Herr Klaus von Stein", "MARIA CHEN"),
    ],
)
def test_the_greeting_that_is_drafted_has_nothing_to_look_at(line: str) -> None:
    on, known, (one,) = panel_of(line)
    text = letter("Thank you.", f"Dear {names.addressed(one)},")
    assert found(text, to=to(one), on=on, names=known) == []


def test_a_particle_that_two_surnames_share_hides_no_wrong_name() -> None:
    on, known, (cruz, vries) = panel_of("Dr. Maria de la Cruz", "Dr. Jo de Vries")
    text = letter("Thank you.", f"Dear {names.addressed(vries)},")
    there = found(text, to=to(cruz), on=on, names=known)
    assert [(one.check, one.words, one.fix) for one in there] == [
        (Check.RECIPIENT, "Dr. de Vries", "Dr. de la Cruz")
    ]


def test_a_wrong_title_before_a_particle_is_told() -> None:
    on, known, (one,) = panel_of("Dr. Maria de la Cruz")
    text = letter("Thank you.", "Dear Ms. de la Cruz,")
    there = found(text, to=to(one), on=on, names=known)
    assert [(one.check, one.words, one.fix) for one in there] == [(Check.TITLE, "Ms.", "Dr.")]


NOBODY_KNOWN = [
    *("the receptionist", "someone whose name I did not catch", "HR lady (forgot her name)"),
    *("two engineers", "Front desk", "guy from sales", "?", "kim@oak.example"),
]


@pytest.mark.parametrize("line", NOBODY_KNOWN)
def test_a_letter_to_somebody_without_a_name_has_a_gap_that_is_pointed_out(line: str) -> None:
    on, known, (one,) = panel_of(line)
    draft = compose(on, to(one), date(2026, 11, 20)).text
    assert draft.startswith("Dear [name],\n")
    there = found(draft, to=to(one), on=on, names=known)
    assert (Check.GAP, "[name]") in [(each.check, each.words) for each in there]
    assert Check.RECIPIENT not in {each.check for each in there}


@pytest.mark.parametrize(
    "hello", ["Dear the receptionist,", "Dear someone whose name I did not catch,", "Hi guy,"]
)
def test_a_greeting_that_nobody_would_send_is_found(hello: str) -> None:
    on, known, (one,) = panel_of("the receptionist")
    there = found(letter("Thank you.", hello), to=to(one), on=on, names=known)
    told = [(each.words, each.fix) for each in there if each.check is Check.GREETING]
    assert told == [(hello.split(maxsplit=1)[1].rstrip(","), "[name]")]


@pytest.mark.parametrize("hello", ["Dear Jen,", "Dear Hiring Manager,", "Dear hiring manager,"])
def test_any_greeting_that_one_sends_will_do_while_no_name_is_known(hello: str) -> None:
    on, known, (one,) = panel_of("the receptionist")
    assert found(letter("Thank you.", hello), to=to(one), on=on, names=known) == []


def test_a_description_is_no_name_that_a_letter_could_misspell() -> None:
    on, known, (maria, _) = panel_of("Dr. Maria Chen", "the receptionist")
    body = "Thank you. The receptionists were kind, and your Receptionist made me laugh."
    assert found(letter(body, "Dear Dr. Chen,"), to=to(maria), on=on, names=known) == []
