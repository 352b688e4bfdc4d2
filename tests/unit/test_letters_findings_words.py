"""Spelling, gaps, near-copies and length; and that no text, however odd, stops a check."""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.records import Facts, Felt, Interview, Me, Meeting, Met
from afterview_tui.letters.checking import spelling
from afterview_tui.letters.checking.all_findings import (
    Check,
    Finding,
    findings,
    summary,
    with_fix,
    without,
)
from afterview_tui.letters.checking.names_on_file import Held, Names
from tests.unit.build import CHECK
from tests.unit.checking import AMY, JO, MARIA, facts, found, letter, on_file, to, told

WRONG = (
    "recieve definately seperate occured acommodate begining beleive colleage collegue commited"
    " concious embarass enviroment existance experiance foward freind gaurantee greatful happend"
    " harrass immediatly independant intresting knowlege maintainance neccessary noticable"
    " oppurtunity perseverence posession prefered priviledge profesional publically recomend"
    " refered relevent responsability sincerly sucessful suprise thier tommorow truely untill wich"
    " writting anestesia hygenist pateints scedule"
)
RIGHT = (
    "colour favourite organise organised centre behaviour programme cheque counselling travelled"
    " anaesthesia paediatric licence defence practise judgement enrolment fulfil skilful whilst"
    " learnt grey color favorite organize center behavior program check traveled pediatric license"
    " defense practice fulfill résumé café naïve onboarding wellbeing workflow webinar hygienist"
    " optometric orthodontist periodontal x-ray follow-up e-mail well-run pre-tests part-time"
    " don't I'm we've you'd she'll doctor's patients' isn’t haven’t teammates spreadsheets"
)


@pytest.mark.parametrize("word", WRONG.split())
def test_a_misspelt_word_is_found(word: str) -> None:
    assert told(f"I thank you for the {word} in it.") == [(Check.SPELLING, word)]
    (one,) = spelling.unknown(f"{word.capitalize()} was the word.")
    assert (one.start, one.end) == (0, len(word))


@pytest.mark.parametrize("word", RIGHT.split())
def test_a_word_in_british_or_american_spelling_is_none(word: str) -> None:
    assert list(spelling.unknown(f"I thank you for the {word} in it.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to sam.rivera@exampel.org or see www.smaple.org/abuot-me and https://xqzt.io/q.",
        "Reach me at 555 0142, or 12b Shore Rd, by 9am.",
        "I know HIPAA, OSHA, CPR and QWZX.",
        "We spoke of Dentrix and Eaglesoft, and of Invisalign.",
        "I use iPhone, eBay and LibreOffice.",
        "Mr. Vondra and Ms. Sørby-Kvist were kind.",
        "It was on Zzyzx Road in Llanfairpwll.",
        "谢谢你们 and спасибо, dziękuję too, all of you.",
        "Thank you @smrivera for the #hygeine talk.",
        "Oh, and a b c of it.",
        "My CV's two pages.",
    ],
)
def test_addresses_names_acronyms_and_other_scripts_are_let_pass(text: str) -> None:
    assert list(spelling.unknown(text)) == []


def test_names_on_file_and_what_the_facts_bring_are_known_words() -> None:
    assert told("Hollins laughed; prosser and falk did, and milbrook too.") == [
        (Check.OTHER_PERSON, "Hollins")
    ]
    one = facts()
    meeting = replace(one.met[0].meeting, talked_about="the switch to Curvetrak")
    one = replace(one, met=(Met(meeting, MARIA), one.met[1]))
    text = letter("I thought about curvetrak since.")
    assert found(text, on=one) == []
    assert [each.words for each in found(text)] == ["curvetrak"]


def test_the_users_own_words_are_known_in_any_case() -> None:
    text = letter("I know the periotron and the Periotron's tip. Periotrons do not.")
    assert [one.words for one in found(text)] == ["periotron", "Periotrons"]
    assert [one.words for one in found(text, words=("Periotron",))] == ["Periotrons"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("recieve", "receive"),
        ("Thnak", "Thank"),
        ("hygenist", "hygienist"),
        ("definately", "definitely"),
        ("profesionalism", "professionalism"),
        ("wouldnt", "wouldn't"),
    ],
)
def test_the_likeliest_word_is_offered_once_it_is_asked_for(word: str, meant: str) -> None:
    text = letter(f"I say {word} here." if word.islower() else f"{word} you for this.")
    (one,) = found(text)
    assert (one.fix, one.takes_word) == (None, True)
    assert with_fix(one).fix == meant
    assert with_fix(one).fixed(text) == text.replace(word, meant)


@pytest.mark.parametrize("word", ["", "'", "zzzzqqqq", "x" * 500, "日本語", "\x00", "a b"])
def test_a_word_like_no_other_gets_no_or_some_suggestion_and_never_an_error(word: str) -> None:
    assert len(spelling.suggestions(word)) <= 3


def test_every_word_of_the_library_is_known() -> None:
    from spellchecker import SpellChecker

    words = list(SpellChecker())
    assert len(words) > 100_000
    assert [word for word in words[::97] if not spelling.is_word(word)] == []


def test_the_dictionary_is_loaded_with_the_first_question_and_only_once() -> None:
    code = (
        "import sys, threading\n"
        "from afterview_tui.letters.checking import all_findings, spelling\n"
        "assert not spelling.is_loaded() and 'spellchecker' not in sys.modules\n"
        "made = []\n"
        "class Counted(spelling._Dictionary):\n"
        "    def __init__(self):\n"
        "        made.append(1); super().__init__()\n"
        "spelling._Dictionary = Counted\n"
        "all = [threading.Thread(target=spelling.is_word, args=('word',)) for _ in range(8)]\n"
        "[one.start() for one in all]; [one.join() for one in all]\n"
        "print(len(made), spelling.is_loaded(), spelling.is_word('word'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "True", "True"]


@pytest.mark.parametrize(
    ("gap", "body"),
    [
        ("[the role]", "I want [the role] very much."),
        ("{topic}", "We spoke of {topic}."),
        ("____", "It was ____ of you."),
        ("TODO", "TODO say more."),
    ],
)
def test_a_gap_is_found_and_nothing_in_it_is_spelled(gap: str, body: str) -> None:
    assert told(body) == [(Check.GAP, gap)]
    assert told("I want [the rrole of Oak Vision] badly.")[0][0] is Check.GAP


THANKS = (
    "Thank you for the hour that you gave me on Friday.",
    "I liked how you listen to every patient before you speak.",
    "My four years at a front desk taught me the same patience.",
    "I would be glad to bring it to your rooms, and to learn from you.",
    "Please call me at any time if a question is left.",
    "The recall list that you keep is the best that I have seen.",
)
OTHER = (
    "It was good of you to show me the sterile room and the new machines.",
    "Few people explain a budget as plainly as you did.",
    "When you asked about late hours, I should have said that evenings suit me.",
    "Numbers calm me, and so does a tidy shelf.",
    "May I send the two names that you wanted?",
    "Until then, enjoy the long weekend by the sea.",
)


def _with(number: int) -> str:
    """The letter with so many of its sentences replaced."""
    return letter(" ".join((*OTHER[:number], *THANKS[number:])), "Dear Ms. Park,")


@pytest.mark.parametrize("hello", ["Dear Ms. Park,", "Dear Jo,", "Hello Ms. Park!"])
@pytest.mark.parametrize("foot", ["", "\n\nP.S. Thank you.", "\n"])
def test_the_same_letter_to_another_is_found(hello: str, foot: str) -> None:
    text = letter(" ".join(THANKS))
    copy = letter(" ".join(THANKS), hello) + foot
    (one,) = found(text, others=(("Ms. Jo Park", copy),))
    assert (one.check, one.why) == (Check.SAME_LETTER, "This is the same letter as to Ms. Jo Park.")


def test_one_sentence_more_or_less_is_told_more_quietly() -> None:
    text = letter(" ".join(THANKS[:4]))
    other = letter(" ".join((*THANKS[:3], OTHER[3], OTHER[5])), "Dear Ms. Park,")
    (one,) = found(text, others=(("Ms. Jo Park", other),))
    assert one.check is Check.ALIKE
    assert one.why == "Only a sentence or so differs from the letter to Ms. Jo Park."


@pytest.mark.parametrize("other", [_with(number) for number in (3, 4, 5, 6)] + ["", "Dear Jo,"])
def test_a_letter_of_its_own_is_not_alike(other: str) -> None:
    every = found(letter(" ".join(THANKS)), others=(("Ms. Jo Park", other),))
    assert {one.check for one in every} <= {Check.SAME_SENTENCE}
    shared = [one for one in THANKS if one in other]
    assert [one.words for one in every] == shared


def test_each_copy_is_told_with_whom_it_went_to() -> None:
    text = letter(" ".join(THANKS))
    every = found(text, others=(("Ms. Jo Park", text), ("Amy Ortiz", text), ("Li", "")))
    assert len({one.key for one in every}) == len(every) == 2


@pytest.mark.parametrize(
    ("words", "form", "is_told"),
    [
        *((number, LetterForm.EMAIL, False) for number in (60, 100, 120, 180)),
        *((number, LetterForm.CARD, False) for number in (30, 45, 60)),
        *((number, LetterForm.TYPED, False) for number in (100, 200, 250)),
        *((number, LetterForm.EMAIL, True) for number in (1, 50, 59, 181, 900)),
        *((number, LetterForm.CARD, True) for number in (1, 29, 61, 200)),
        *((number, LetterForm.TYPED, True) for number in (20, 59, 251, 400)),
    ],
)
def test_the_length_is_told_where_it_does_not_fit(
    words: int, form: LetterForm, is_told: bool
) -> None:
    text = letter("Lakeside Dental " + "word " * (words - 2) if words > 1 else "word")
    every = findings(text, facts=facts(), to=to(), form=form, names=on_file())
    assert (Check.LENGTH in {one.check for one in every}) is is_told


def test_findings_come_in_the_order_of_the_text_and_do_not_overlap() -> None:
    text = letter("I recieved Oak Vision's card for [the role]. Dr. Falk and Mr. Park were kind.")
    every = found(text)
    assert [one.words for one in every] == [
        "recieved",
        "Oak Vision",
        "[the role]",
        "Dr. Falk",
        "Mr.",
    ]
    assert all(one.end <= other.start for one, other in itertools.pairwise(every))
    assert all(text[one.start : one.end] == one.words for one in every)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "I recieved Oak Vision's card for [the role].",
            "! names another employer: Oak Vision  +2",
        ),
        ("I recieved it, Dr. Falk.", "! names somebody else: Dr. Falk  +1"),
        ("I recieved it.", "! spelling: recieved"),
        ("I want [the role].", "! still to fill: [the role]"),
        ("I want the receptionist position.", "! names another role: receptionist"),
        ("I liked Lakside Dental.", "! employer: Lakside"),
        ("Mr. Park was kind.", "! title: Mr."),
        ("She told me about it.", "! the reader is “you”: She"),
        ("I liked it, I would come.", "! two sentences: it, I"),
        ("The x-ray and the list.", "! no verb: The x-ray and the list."),
        ("I liked that.", "! says too little: I liked that."),
        ("You told me about the.", "! only begun: You told me about the."),
        (
            "Can I come? There is no need to reply.",
            "! asks, and needs no answer: There is no need to reply.",
        ),
        (
            "I CAN START ON MONDAY MORNING, OR ON TUESDAY.",
            "! all in capitals: I CAN START ON MONDAY MORNING, OR ON TU…",
        ),
        ("Thank you.", ""),
    ],
)
def test_the_foot_tells_the_gravest(body: str, said: str) -> None:
    assert summary(found(letter(body))) == said


def test_the_foot_tells_what_has_no_words_of_its_own_and_leaves_the_length_out() -> None:
    text, subject = letter("Thank you.", "Dear Amy,"), "Our talk"
    form, names, amy = LetterForm.EMAIL, on_file(), to(AMY, LetterKind.REFERENCE)
    bare = findings(text, facts=facts(), to=amy, form=form, names=names, subject=subject)
    assert {one.check for one in bare} == {Check.LENGTH, Check.EMPLOYER}
    assert summary(bare) == "! the letter does not name Lakeside Dental"
    assert summary([one for one in bare if one.check is Check.LENGTH]) == ""
    text = letter(" ".join(THANKS))
    same = found(text, others=(("Ms. Jo Park", text),))
    assert summary(same) == "! the same letter as to Ms. Jo Park"


def test_what_is_ignored_stays_so_while_the_text_around_is_edited() -> None:
    (one,) = found(letter("I recieved it."))
    later = found(letter("Thank you. Recieved it was, and I was gald."))
    assert one.key in {each.key for each in later}
    assert [each.words for each in without(later, {one.key})] == ["gald"]


def test_a_letter_without_a_word_has_nothing_to_look_at() -> None:
    for text in ("", "  \n\n "):
        assert findings(text, facts=facts(), to=to(), form=LetterForm.EMAIL, names=on_file()) == ()


HOSTILE = [
    "\x00\x1b]52;c;Ym9vbQ==\x07\x9b31m\u202e",
    "Dear \u202eDr. Chen\u202c,\n\nOak\u200b Vision \ufeff",
    "." * 5000,
    "Dear " * 3000,
    "Dr. " * 3000,
    "[" * 5000,
    "{{{{" * 2000,
    "''''’’’’" * 900,
    "Dear Dr. Chen,\n\n" + "🙂🎉👩‍⚕️ " * 900,
    "谢谢你花时间" * 900,
    "שלום לכם " * 900,
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘! " * 90,
    "e\u0301" * 4000,
    "\u0301" * 4000,
    "ﬁ ﬂ Ⅷ ½ ſt İi ß " * 400,
    "a@" * 3000,
    "Oak " * 4000,
    "Oak, Vision & Co. - " * 800,
    "x-" * 4000,
    "Dear " + "A" * 9000 + ",",
    "\n" * 9000,
    "Dr. " + "Aa " * 4000 + ", DDS",
    "I came, " * 3000,
    "I came, I saw, and " * 2000,
    "She told me. " * 3000,
    "Dr. Chen told Maria. " * 2000,
    "“" * 9000,
    "“She told me.” " * 2000,
    "Could you reply? No need to reply. " * 1000,
    "THE END OF IT, " * 2000,
    "The list and the list and the " * 1000,
    "I liked that very " * 2000,
    "very " * 9000,
    "You told me about … " * 2000,
    "… " * 9000,
    "the\n" * 9000,
    "- the list\n" * 3000,
    "Dear Jo,\n\nKind regards," + "\n" * 9000 + "x" * 60,
    "Dear Jo,\n\n" + "\n\nab," * 3000,
    "\ud800 lone",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_stops_a_check(text: str) -> None:
    parts = ((text, 0, len(text)), ("moment", -5, 10**9), ("next", 9, 3))
    others = ((text, text), ("Jo", letter(text)))
    every = found(text, subject=text, others=others, beginnings=(text, ""), parts=parts)
    for one in every:
        whole = text
        assert 0 <= one.start <= one.end <= len(whole)
        assert one.words == whole[one.start : one.end]
        one.fixed(whole)
    summary(every)
    found(letter(text), words=(text,))


@given(st.text(), st.text(), st.text(), st.text(), st.sampled_from(Felt))
@CHECK
def test_no_name_on_file_stops_a_check(
    name: str, employer: str, role: str, text: str, felt: Felt
) -> None:
    person = replace(MARIA, name=name, title=role, called=employer, post_nominals=text)
    interview = Interview(
        id=1, employer=employer, role=role, held_on=date(2026, 11, 20), felt=felt, place=text
    )
    one = Facts(interview, (Met(Meeting(1, 1, 1), person),), me=Me(name=text, address=name))
    names = Names(
        [Held(1, employer, role), Held(2, text, name, 1), Held(3, name, text, 3)],
        [person, replace(JO, name=employer), replace(JO, id=3, name=role)],
        [(1, 1), (2, 2), (3, 9)],
        [2],
    )
    for body in (text, f"Dear {name},\n\n{employer} {role} {text}"):
        for each in findings(
            body, facts=one, to=to(person), form=LetterForm.TYPED, names=names, subject=text
        ):
            assert isinstance(each, Finding)


def test_letters_are_checked_in_several_threads_at_once() -> None:
    text = letter("I recieved Oak Vision's card for [the role].")
    told: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: told.append([one.words for one in found(text)]))
        for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert told == [["recieved", "Oak Vision", "[the role]"]] * 8
