"""What is told of the sentences of a letter: texts that must be flagged, and that must not be.

The texts are data, in `letters_found/`: a line with `+` has something to find, one with `-`
has nothing, `¶` is the end of a line. `good_letters.txt` has whole letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain import names
from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.records import Facts, Interview, Me, Meeting, Met, Person
from afterview_tui.letters.checking.all_findings import Check, Finding, findings
from afterview_tui.letters.checking.names_on_file import Held, Names
from afterview_tui.letters.checking.open_ends import only_beginnings
from afterview_tui.letters.checking.sentences import sentences
from afterview_tui.sample import sample_letters
from tests.unit.build import CHECK
from tests.unit.checking import FOOT, MARIA, found, letter, to

FOLDER = Path(__file__).parent / "letters_found"
CHECKS = {
    "third_person": Check.THIRD_PERSON,
    "comma_splice": Check.COMMA_SPLICE,
    "no_verb": Check.NO_VERB,
    "liked_alone": Check.LIKED_ALONE,
    "shared_sentence": Check.SAME_SENTENCE,
    "needless_reply": Check.NEEDLESS_REPLY,
    "greeting": Check.GREETING,
    "left_beginning": Check.OPEN_END,
    "shouting": Check.SHOUTING,
    "slips": Check.SLIP,
}
BEGINNINGS = (
    "You told me about",
    "When you showed me",
    "I have been thinking about",
    "I forgot to say that",
    "Since we spoke, I have",
    "I would like this job.",
    "So that we both have it in writing:",
)
# Words around, so that a sentence which two letters share makes no near-copy of one.
MINE = "Bread needs time, and so do people. My uncle taught me that on a cold pier."
THEIRS = "Few towns have a ferry like yours. Rain drummed on the roof while we counted nets."


def texts(name: str, sign: str) -> list[str]:
    """The texts of one check that must be flagged, `+`, or must not be, `-`."""
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [line[2:] for line in lines if line.startswith(f"{sign} ")]


def told_of(name: str, text: str) -> list[Finding]:
    """What the check of this name finds in a letter with this text."""
    body, check = text.replace("¶", "\n"), CHECKS[name]
    if name == "greeting":
        whole = f"{body}\n\nThank you for showing me the rooms.\n\n{FOOT}"
        every = found(whole, to=to(Person(24)))
    elif name == "shared_sentence":
        mine, theirs = (f"{MINE}\n\n{body}".split(" || ")[0], body.split(" || ")[1])
        other = letter(f"{THEIRS}\n\n{theirs}", "Dear Ms. Park,")
        every = found(letter(mine), others=(("Ms. Jo Park", other),))
    else:
        said, is_on_file, rest = body.partition("} ")
        person = replace(MARIA, pronouns=said[1:]) if is_on_file else MARIA
        every = found(letter(rest or body), to=to(person), beginnings=BEGINNINGS)
    return [one for one in every if one.check is check]


@pytest.mark.parametrize("name", CHECKS)
def test_every_text_that_must_be_flagged_is(name: str) -> None:
    every = texts(name, "+")
    assert len(every) >= 30
    assert [one for one in every if not told_of(name, one)] == []


@pytest.mark.parametrize("name", CHECKS)
def test_no_text_that_must_not_be_flagged_is(name: str) -> None:
    every = texts(name, "-")
    assert len(every) >= 30
    assert [(one, found) for one in every if (found := told_of(name, one))] == []


@pytest.mark.parametrize("name", CHECKS)
def test_a_fix_settles_what_it_is_for(name: str) -> None:
    for text in texts(name, "+"):
        if name in ("greeting", "shared_sentence", "third_person"):
            continue
        whole = letter(text.replace("¶", "\n"))
        for one in told_of(name, text):
            if one.fix is None:
                continue
            left = found(one.fixed(whole), beginnings=BEGINNINGS)
            there = sum(each.check is one.check for each in left)
            assert there < len(told_of(name, text)), text


Letter = tuple[Person, str, str, str]


@cache
def good_letters() -> tuple[Letter, ...]:
    """Whom each is to, the employer, the role, and the letter."""
    found: list[Letter] = []
    for block in (FOLDER / "good_letters.txt").read_text("utf-8").split("\n== ")[1:]:
        head, text = block.split("\n", 1)
        who, pronouns, employer, role = (one.strip() for one in head.split("|"))
        person = replace(names.person(who), id=50 + len(found), pronouns=pronouns)
        found.append((person, employer, role, text.strip()))
    return tuple(found)


def told_of_letter(one: Letter, others: tuple[tuple[str, str], ...] = ()) -> Iterator[Finding]:
    """What is told of the sentences of a whole letter."""
    person, employer, role, text = one
    interview = Interview(id=1, employer=employer, role=role, held_on=date(2026, 11, 20))
    on = Facts(interview, (Met(Meeting(person.id, 1, person.id), person),), me=Me())
    every = findings(
        text,
        facts=on,
        to=to(person),
        form=LetterForm.TYPED,
        names=Names((Held(1, employer, role),), [person], ((person.id, 1),), []),
        others=others,
        beginnings=BEGINNINGS,
    )
    return (one for one in every if one.check in CHECKS.values())


def test_good_letters_are_left_alone() -> None:
    every = good_letters()
    assert len(every) >= 40
    assert all(50 <= len(text.split()) <= 165 for *_, text in every)
    told: Counter[Check] = Counter()
    for one in every:
        others = tuple((each[0].shown, each[3]) for each in every if each is not one)
        told.update({each.check for each in told_of_letter(one, others)})
    assert {check: times for check, times in told.items() if times * 20 > len(every)} == {}


def test_the_letters_of_the_sample_are_left_alone() -> None:
    every = [text for name, text in vars(sample_letters).items() if name.startswith("TO_")]
    assert len(every) > 2
    for text in every:
        person = replace(names.person(text[5 : text.index(",")]), id=50)
        assert [*told_of_letter((person, "Lakeside Dental", "Hygienist", text))] == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Dr. Chen showed me the lab.", "You showed me the lab."),
        ("I liked Maria's calm.", "I liked your calm."),
        ("I agree with Dr. Chen.", "I agree with you."),
        ("It was kind that she told me so.", "It was kind that you told me so."),
        ("I enjoyed it, I would work there.", "I enjoyed it. I would work there."),
        ("I enjoyed it, it's a calm place.", "I enjoyed it. It's a calm place."),
        ("When can I start? No need to reply.", "When can I start?"),
    ],
)
def test_what_one_key_can_mend_is_mended(text: str, fixed: str) -> None:
    (one,) = found(letter(text))
    assert one.fixed(letter(text)) == letter(fixed)


@pytest.mark.parametrize(
    "text", ["Dr. Chen is kind.", "I hope she likes bread.", "I like her calm."]
)
def test_a_name_that_takes_its_verb_along_is_left_to_the_writer(text: str) -> None:
    (one,) = found(letter(text))
    assert (one.check, one.fix) == (Check.THIRD_PERSON, None)


@pytest.mark.parametrize("hello", ["Dear Dr. Chen and Ms. Park,", "Dear Dr. Chen, dear all,"])
def test_a_letter_to_several_may_speak_of_each(hello: str) -> None:
    text = letter("Dr. Chen showed me the lab, and she told me about the kiln.", hello)
    assert Check.THIRD_PERSON not in {one.check for one in found(text)}


def test_a_sentence_that_two_letters_share_is_told_with_whose_letter_has_it() -> None:
    shared = "My four years at a front desk taught me patience."
    other = letter(f"{THEIRS} {shared}", "Dear Ms. Park,")
    (one,) = found(letter(f"{MINE} {shared}"), others=(("Ms. Jo Park", other), ("Li", other)))
    assert (one.check, one.words) == (Check.SAME_SENTENCE, shared)
    assert "The letter to Ms. Jo Park has this sentence, too" in one.why


def test_of_a_near_copy_its_sentences_are_not_told_again() -> None:
    text = letter(f"{MINE} My four years at a front desk taught me patience.")
    (one,) = found(text, others=(("Ms. Jo Park", text),))
    assert one.check is Check.SAME_LETTER


@pytest.mark.parametrize(
    ("form", "subject", "is_told"),
    [
        (LetterForm.EMAIL, "", True),
        (LetterForm.EMAIL, " \t ", True),
        (LetterForm.EMAIL, "Our talk on Friday", False),
        (LetterForm.EMAIL, "[what it is about]", False),
        (LetterForm.CARD, "", False),
        (LetterForm.TYPED, "", False),
    ],
)
def test_an_email_without_a_subject_is_told(form: LetterForm, subject: str, is_told: bool) -> None:
    every = found(letter("Thank you for your time."), form=form, subject=subject)
    told = [one for one in every if one.check is Check.SUBJECT]
    assert [(one.in_subject, one.start, one.end) for one in told] == [(True, 0, 0)] * is_told


@pytest.mark.parametrize(
    ("moment", "rest", "is_told"),
    [
        *((91, 90, True), (91, 91, False), (91, 92, False), (90, 40, False), (200, 199, True)),
        *((150, 40, True), (150, 20, False), (150, 1, False)),  # all in one piece
    ],
)
def test_a_part_that_outweighs_the_rest_is_told(moment: int, rest: int, is_told: bool) -> None:
    text = letter("word " * moment + "\n\n" + "rest " * rest)
    start = text.index("word")
    parts = (("moment", start, start + 5 * moment), ("next", text.index("rest"), len(text)))
    every = [one for one in found(text, parts=parts[:1]) if one.check is Check.LONG_PART]
    assert [(one.about, one.start) for one in every] == (
        [("moment", start + 5 * moment - 1)] if is_told else []
    )


def test_what_is_told_of_a_sentence_hides_no_word_in_it() -> None:
    every = found(letter("THE CARD IS FROM OAK VISION, AND I LIKED IT."))
    assert {one.check for one in every} >= {Check.SHOUTING, Check.OTHER_EMPLOYER}


def test_a_verb_may_be_the_word_that_is_misspelt() -> None:
    (one,) = found(letter("Thnak you for this."))
    assert one.check is Check.SPELLING


def test_an_empty_line_after_a_farewell_costs_no_time() -> None:
    from afterview_tui.letters.checking.gaps_and_length import word_count

    text = "Dear Jo,\n\nThank you.\n\nKind regards," + "\n" * 2000 + "x" * 60
    assert word_count(text) == 5


_PIECES = """
, . ; : … ... ? ! — ( ) “ ” " ' ’s - ¶ ¶¶ [gap] I you she her they that it Maria Dr. Chen the a my
and but if however please thank told showed liked was is could work works calm need reply no not
let me know of with about forgot to say that year six 6 e.g. U.S. May Will great NURSES x-ray
it's 日本
"""
PIECES = tuple(_PIECES.split())


@given(st.lists(st.sampled_from(PIECES), max_size=30))
@CHECK
def test_no_row_of_words_and_marks_stops_a_check(pieces: list[str]) -> None:
    text = " ".join(pieces).replace("¶", "\n")
    for whole in (text, letter(text), f"Dear {text}"):
        others = (("Jo", letter(text[5:])),)
        for one in found(whole, others=others, beginnings=BEGINNINGS, form=LetterForm.EMAIL):
            assert one.in_subject or whole[one.start : one.end] == one.words
            one.fixed(whole)


def test_a_beginning_left_behind_a_whole_sentence_is_found_without_a_full_stop() -> None:
    text = "Dear Ms. Park,\n\nI would like the job very much. I am free\n\nBest regards,\nRobin"
    [one] = only_beginnings(text, sentences(text), ("I am free",))
    assert one.words == "I am free"
