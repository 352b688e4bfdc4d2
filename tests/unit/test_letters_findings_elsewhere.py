"""Names of another interview in a letter: the mistake that cost offers must not go unseen."""

from __future__ import annotations

import pytest

from afterview_tui.domain.letter import LetterKind
from afterview_tui.letters.checking.all_findings import Check
from tests.unit.checking import AMY, FOOT, TOM, facts, found, letter, to, told


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Thank you for showing me Oak Vision.", "Oak Vision"),
        ("Thank you for the tour of the Oak Vision offices.", "Oak Vision"),
        ("Oak Vision's way with patients impressed me.", "Oak Vision"),
        ("I like Oak Vision’s way with patients.", "Oak Vision"),
        ("OAK VISION IS WHERE I WANT TO WORK.", "OAK VISION"),
        ("I would be glad to work at oak vision.", "oak vision"),
        ("The Oak\nVision team was kind.", "Oak\nVision"),
        ("I look forward to joining Corner Loaf Bakery.", "Corner Loaf Bakery"),
        ("I look forward to joining Corner Loaf.", "Corner Loaf"),
        ("the corner loaf bakery is what I want", "corner loaf bakery"),
        ("Milbrook Town Council does this well.", "Milbrook Town Council"),
        ("What Milbrook does for its residents is good.", "Milbrook"),
        ("I would gladly start at Target in May.", "Target"),
        ("What I saw of Target, I liked.", "Target"),
        ("Lakeside Vision is a fine place.", "Lakeside Vision"),
        ("Hill & Marsh has a good name.", "Hill & Marsh"),
        ("The Hill and Marsh Co. Ltd. has a good name.", "Hill and Marsh Co. Ltd"),
        ("I would be glad to work for Zoom.", "Zoom"),
        ("The coffee at Café Zoë was good.", "Café Zoë"),
        ("The coffee at Cafe Zoe was good.", "Cafe Zoe"),
        ("My hopes (Oak Vision) are high.", "Oak Vision"),
        ("“Oak Vision” is what I wrote down.", "Oak Vision"),
    ],
)
def test_another_employer_is_found(body: str, words: str) -> None:
    assert (Check.OTHER_EMPLOYER, words) in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "Thank you for showing me Lakeside Dental.",
        "LAKESIDE DENTAL is where I want to work.",
        "Lakeside Dental's patients are lucky.",
        "What the Lakeside Dental Group plans is good.",
        "I live by the lakeside, not far from you.",
        "Lakeside is a lovely place to work.",
        "I like oak. Vision matters too.",
        "An oak, a vision and a plan.",
        "Target dates help me to plan my day.",
        "Our target was ten patients a day.",
        "You target the families nearby.",
        "We spoke on Zoom for an hour.",
        "Our talk via Zoom was short.",
        "The Hill family came every year.",
        "I walked up the hill and along the marsh.",
        "I live in Milbrook, ten minutes away.",
        "I come from Milbrook.",
        "The bakery at the corner sold a loaf for you.",
        "My years at Sunny Lane Clinic taught me patience.",
        "The Oak Street bus stops at your door.",
        "Hilltop views are good for patients.",
        "Visit me at 4 Shore Road.",
        "The town council gave you a prize.",
    ],
)
def test_this_employer_and_ordinary_words_are_no_other_employer(body: str) -> None:
    assert Check.OTHER_EMPLOYER not in [check for check, _ in told(body)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Dr. Anne-Marie Falk said the same.", "Dr. Anne-Marie Falk"),
        ("Anne-Marie Falk said the same.", "Anne-Marie Falk"),
        ("Dr. Falk said the same.", "Dr. Falk"),
        ("Dr Falk said the same.", "Dr Falk"),
        ("Doctor Falk said the same.", "Doctor Falk"),
        ("Falk said the same.", "Falk"),
        ("What Dr. Falk's team does is good.", "Dr. Falk"),
        ("Will Young showed me the store.", "Will Young"),
        ("I was glad to meet Will there.", "Will"),
        ("Mr. Young was kind.", "Mr. Young"),
        ("I met May Grace at the door.", "May Grace"),
        ("Ms. Grace was kind.", "Ms. Grace"),
        ("Renée showed me the ovens.", "Renée"),
        ("Thank you again, Renee.", "Renee"),
        ("Renée Castell was kind.", "Renée Castell"),
        ("Thank you, Ben.", "Ben"),
        ("Mr. Hollins laughed.", "Mr. Hollins"),
        ("Jen O'Brien showed me the desk.", "Jen O'Brien"),
        ("Jen showed me the desk.", "Jen"),
        ("Jennifer O’Brien wrote to me.", "Jennifer O’Brien"),
        ("Ms. Prosser-Lee read to the children.", "Ms. Prosser-Lee"),
        ("Sian Prosser Lee read to the children.", "Sian Prosser Lee"),
        ("Mr. Li Chen was kind.", "Mr. Li Chen"),
        ("Ursula Kent let me in.", "Ursula Kent"),
        ("Thank you, May.", "May"),
        ("Mr. Chen was kind.", "Mr. Chen"),
    ],
)
def test_somebody_of_another_interview_is_found(body: str, words: str) -> None:
    assert (Check.OTHER_PERSON, words) in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "Dr. Chen, thank you.",
        "Thank you, Maria.",
        "Ms. Park was kind, and so was Jo.",
        "Amy Ortiz will be glad to speak for me.",
        "My colleague Tom Varley says the same.",
        "Dana Orchard told me so in our first talk.",
        "Will you call me? Young people do.",
        "Will this do? May I call?",
        "It will take a young team.",
        "May was a good month, and in May I learned much.",
        "With grace and patience, one may do it.",
        "Grace under pressure is what I bring.",
        "My friend Ben helped me with it.",
        "Ben Carter taught me that.",
        "Wei Chen was my teacher.",
        "I grew up near Falk Road.",
        "Dr. Maria Chen told me so.",
        "Pavel Novak is my neighbour.",
        "Sam Rivera is my name.",
        "They park in front of the house.",
        "I will always be young at heart.",
        "Hollins Street is where I live.",
        "Rita Blake of TalentCo told me about the post.",
    ],
)
def test_those_of_this_interview_and_ordinary_words_are_nobody_else(body: str) -> None:
    assert Check.OTHER_PERSON not in [check for check, _ in told(body)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("I would like the optometric aide position.", "optometric aide"),
        ("I would like the position of Optometric Aide.", "Optometric Aide"),
        ("Thank you for the talk about the assistant position.", "assistant"),
        ("I want to be your new receptionist.", "receptionist"),
        ("Thank you for the interview for the Receptionist role.", "Receptionist"),
        ("I applied for the receptionist post.", "receptionist"),
        ("I am applying for the shop manager job.", "shop manager"),
        ("Thank you for considering me for the Support Lead vacancy.", "Support Lead"),
        ("Thank you for considering me as a receptionist.", "receptionist"),
        ("My interview for Office Manager went well.", "Office Manager"),
        ("The role of support lead suits me.", "support lead"),
        ("My application for Receptionist stands.", "Receptionist"),
        ("The job as receptionist suits me.", "receptionist"),
        ("The RECEPTIONIST POSITION suits me.", "RECEPTIONIST"),
        ("The receptionist\nposition suits me.", "receptionist"),
        ("The residents' desk officer position suits me.", "residents' desk officer"),
        ("I hope to join your team as a receptionist.", "receptionist"),
        ("The opening for a receptionist suits me.", "receptionist"),
        ("As your next office manager I would be glad.", "office manager"),
        ("The opportunity as Optometric Aide suits me.", "Optometric Aide"),
    ],
)
def test_the_role_of_another_interview_is_found(body: str, words: str) -> None:
    assert (Check.OTHER_ROLE, words) in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "I would like the dental hygienist position.",
        "I would like the position of Dental Hygienist.",
        "I would like the hygienist position.",
        "The trainee hygienist position was the first step.",
        "For two years I was a receptionist.",
        "I worked as an assistant in a shop.",
        "Your receptionist was kind.",
        "Your office manager, Jo Park, showed me around.",
        "The assistant at the desk waved.",
        "I can assist, manage and lead.",
        "A shop manager once told me that.",
        "I learned it from an optometric aide.",
        "I would support, lead and learn.",
        "The receptionist opened the door.",
        "Being an assistant taught me patience.",
        "The role suits me.",
        "Thank you for considering me.",
        "The job is what I hoped for.",
        "In that position the aide waited.",
        "Thank you for the interview.",
    ],
)
def test_this_role_and_what_people_are_is_no_other_role(body: str) -> None:
    assert Check.OTHER_ROLE not in [check for check, _ in told(body)]


def test_a_role_that_is_not_on_file_may_be_any() -> None:
    every = found(letter("I would like the receptionist position."), on=facts(role=""))
    assert Check.OTHER_ROLE not in {one.check for one in every}


def test_the_fix_for_another_employer_is_this_one() -> None:
    text = letter("Thank you for showing me Oak Vision's rooms.")
    (one,) = found(text)
    assert text[one.start : one.end] == "Oak Vision"
    assert one.fixed(text) == letter("Thank you for showing me Lakeside Dental's rooms.")
    assert one.why == "Oak Vision is another employer; this letter is for Lakeside Dental."


def test_the_subject_is_looked_at_as_well() -> None:
    (one,) = found(letter("Thank you."), subject="Thank you from Oak Vision")
    assert (one.check, one.words, one.in_subject) == (Check.OTHER_EMPLOYER, "Oak Vision", True)
    assert one.fixed("Thank you from Oak Vision") == "Thank you from Lakeside Dental"


def test_another_round_is_this_employer_also_under_another_name() -> None:
    one = facts(employer="Lakeside Dental Partners")
    assert not found(letter("Lakeside Dental Group and Dana Orchard were kind."), on=one)


def test_a_letter_to_a_reference_that_names_another_reference_is_found() -> None:
    text = f"Dear Amy,\n\nThank you for speaking for me, Tom.\n\n{FOOT}"
    thanks = to(AMY, LetterKind.REFERENCE)
    assert [one.words for one in found(text, to=thanks)] == ["Tom"]
    assert found(text.replace("Tom", "Amy"), to=thanks) == []
    assert found(letter("Tom Varley will speak for me."), to=to()) == []


def test_a_name_with_another_firm_around_it_is_the_longer_one() -> None:
    assert told("Lakeside Dental is near Lakeside Vision.") == [
        (Check.OTHER_EMPLOYER, "Lakeside Vision")
    ]


def test_names_in_the_bin_or_never_met_do_not_count() -> None:
    assert told("Pavel Novak was there.") == []
    assert told("Tom Varley was there.") == []
    assert TOM.name == "Tom Varley"
