"""The preparation sheet: what is on file for one interview, each thing once, on two screens."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from afterview_tui.domain.columns import columns
from afterview_tui.domain.letter import Letter, LetterState
from afterview_tui.domain.letter_spans import Span, packed
from afterview_tui.domain.practice import Posed
from afterview_tui.domain.preparation import Preparation, Reflected
from afterview_tui.domain.records import (
    Asked,
    Facts,
    Form,
    Meeting,
    Met,
    Person,
    Question,
    Reflection,
    Use,
    Vouching,
)
from afterview_tui.domain.stories import Answered, Kept, Occasion
from afterview_tui.domain.story import Answering, Landed, Story, Telling
from afterview_tui.domain.text import clean
from afterview_tui.pages.markdown import escaped
from afterview_tui.pages.page_lines import WIDTH, kept
from afterview_tui.pages.preparation_sheet import preparation_sheet
from afterview_tui.pages.sheet import LONGEST
from tests.unit.build import FRIDAY, MONDAY, facts, interview, tried, vouching
from tests.unit.test_letters_brief import assert_tidy

WEDNESDAY = date(2026, 11, 25)
OAK = interview(date(2026, 11, 17), id=7, employer="Oak Vision")
MARIA = Met(Meeting(1, 2, 1), Person(1, "Maria Chen", "Dr.", called="Maria", job_title="owner"))
TALK = Met(
    Meeting(2, 1, 1, talked_about="the new scanner"),
    MARIA.person,
)
FIRST = replace(
    facts(),
    met=(TALK,),
    reflection=Reflection(
        1,
        1,
        differently="- Pause before answering\nBring questions.",
        cared="recall rates",
        unsaid="I speak Spanish\nmy two years at the front desk",
    ),
    questions=(Question(1, 1, "Why hygiene?"), Question(2, 1, "Why us?", answer="The team")),
    follow_ups=(tried(1, MONDAY, said="Come again on Wednesday"),),
)
HERE = Reflected(FIRST.reflection, FIRST.interview)
THERE = Reflected(Reflection(2, 7, differently="pause before answering.\nSit down first"), OAK)
AMY = vouching(briefed_on=FRIDAY)
HEARD = Kept(Story(1, "The chair"), (Occasion(Telling(1, 1, 1), FIRST.interview),))
WELL = Kept(Story(2, "The list"), (Occasion(Telling(2, 2, 7, Landed.WELL), OAK),))
NEVER = Kept(
    Story(3, "The flood"), answers=(Answered(Answering(1, 3, 9), Question(9, text="A conflict?")),)
)
STORIES = (Kept(Story(4, "The key")), NEVER, HEARD, WELL)
GIVEN: dict[str, Any] = {
    "role": "Hygienist",
    "starts_at": time(14),
    "ends_at": time(15),
    "form": Form.VIDEO,
    "place": "https://meet.example.org/" + "lakeside-dental-" * 5,
    "position_facts": "Four days a week, two of them evenings.\nThey train on the new scanner.",
    "wanted_for": "closer to home, and they train",
}


def to_come(**fields: Any) -> Facts:
    return Facts(interview(WEDNESDAY, **{"id": 2, "round": 2, "follows_id": 1, **fields}))


FULL = Preparation(
    replace(to_come(**GIVEN), met=(MARIA,), vouching=(AMY,)),
    earlier=(FIRST,),
    reflected=(HERE, THERE),
    unanswered=(
        Posed(Question(3, 7, "Where in five years?"), OAK),
        Posed(Question(1, 1, "Why hygiene?"), FIRST.interview),
        Posed(Question(4, None, "What pay?")),
    ),
    shaky=(Posed(Question(5, 7, "A conflict?", answer="x", went="shaky"), OAK),),
    stories=STORIES,
)


def text(preparation: Preparation, width: int = WIDTH, today: date = MONDAY) -> str:
    return preparation_sheet(preparation, today).text(width)


def in_front(page: str) -> list[str]:
    """The lines of the two screens, without what follows behind."""
    return re.split(r"\n\n(?:References|To ask them|Answers to have ready|The posting)", page)[
        0
    ].split("\n")


def listed(page: str, heading: str) -> list[str]:
    """What is on the list under a heading."""
    (found,) = re.findall(rf"\n\n{heading}[^\n]*\n((?:[- ] [^\n]*\n?)+)", page)
    return [" ".join(one.split()) for one in re.split(r"^- ", found, flags=re.M)[1:]]


def test_a_sheet_with_something_of_everything() -> None:
    given = replace(FULL.facts.interview, place="room 4", form=Form.IN_PERSON)
    page = text(replace(FULL, facts=replace(FULL.facts, interview=given)))
    assert in_front(page) == [
        "Prepare for Lakeside Dental, round 2",
        "",
        "Role           Hygienist",
        "When           Wednesday 25 November 2026, 14:00–15:00, in 2 days",
        "Where          in person, room 4",
        "With           Dr. Maria Chen, owner, likes to be called Maria",
        "The job        Four days a week, two of them evenings.",
        "               They train on the new scanner.",
        "Why I want it  closer to home, and they train",
        "",
        "Do differently",
        "- Pause before answering (here, Fri 20 Nov)",
        "- Bring questions. (here, Fri 20 Nov)",
        "- Sit down first (Oak Vision)",
        "",
        "Questions without an answer",
        "- Why hygiene? (here, Fri 20 Nov)",
        "- Where in five years? (Oak Vision)",
        "- What pay?",
        "",
        "Shaky questions",
        "- A conflict? (Oak Vision)",
        "",
        "Also asked here",
        "- Why us?",
        "",
        "Stories not yet told here",
        "- The list (landed well at Oak Vision)",
        "- The key",
        "- The flood (for “A conflict?”)",
        "",
        "Already told here",
        "- The chair (round 1)",
        "",
        "What was said here",
        "- Come again on Wednesday (Mon 23 Nov)",
        "- the new scanner (with Dr. Maria Chen)",
        "",
        "What they cared about",
        "- recall rates",
        "",
        "To say this time",
        "- I speak Spanish",
        "- my two years at the front desk",
    ]
    assert listed(page, "References") == ["Amy Ortiz: briefed Fri 20 Nov"]


def test_an_address_on_the_web_is_not_cut() -> None:
    assert GIVEN["place"] in text(FULL, 56)


def test_with_nothing_on_file_it_says_so_and_invents_nothing() -> None:
    page = text(Preparation(Facts(interview(WEDNESDAY, contact_how="by phone"))))
    assert page.split("\n") == [
        "Prepare for Lakeside Dental",
        "",
        "Nothing is on file to take along yet. What you note in the journal after an",
        "interview stands here before the next one.",
        "",
        "When  Wednesday 25 November 2026, in 2 days",
        "",
        "To ask them",
        "- When will you decide, and when may I ask, if I hear nothing?",
    ]


def test_without_a_further_round_it_says_so_and_shows_what_one_would_take_along() -> None:
    page = text(Preparation(FIRST, is_ahead=False, reflected=(HERE,)), today=WEDNESDAY)
    assert page.startswith("Prepare for Lakeside Dental\n\nNo further round is on file.")
    assert "Last round  Friday 20 November 2026" in page
    assert "days ago" not in page
    assert listed(page, "Do differently")[0] == "Pause before answering (here, Fri 20 Nov)"
    assert listed(page, "Asked here before") == ["Why hygiene?", "Why us?"]
    assert listed(page, "What they cared about") == ["recall rates"]


def test_an_expected_question_with_an_answer_stands_on_the_sheet_of_its_interview() -> None:
    expected = Question(5, 1, "Why a museum?", expected=True, answer="Things tell stories.")
    open_ = Question(6, 1, "What pay?", expected=True)
    facts = replace(to_come(), questions=(expected, open_))
    posed = (Posed(open_, facts.interview),)
    page = text(Preparation(facts, unanswered=posed))
    assert listed(page, "Questions without an answer") == ["What pay? (for this one)"]
    assert listed(page, "Prepared for this one") == ["Why a museum?"]


def test_what_was_learned_from_a_no_is_taken_along_too() -> None:
    learned = Reflected(Reflection(3, 7, lessons="Name figures"), OAK)
    page = text(Preparation(to_come(), reflected=(learned,)))
    assert listed(page, "Do differently") == ["Name figures (Oak Vision)"]


def test_what_to_improve_and_the_reason_of_a_no_are_taken_along() -> None:
    elm = replace(OAK, id=8, employer="Elm")
    no = Reflected(Reflection(3, 7, improve="- Shorter answers", why_not="No X-ray licence"), OAK)
    again = Reflected(Reflection(4, 8, improve="shorter answers.\nName figures"), elm)
    page = text(Preparation(to_come(), reflected=(no, again)))
    assert listed(page, "To improve") == [
        "No X-ray licence (their no, Oak Vision)",
        "Shorter answers (Oak Vision)",
        "Name figures (Elm)",
    ]


def test_the_reason_of_a_no_here_is_said_once_with_what_else_they_said() -> None:
    said = replace(FIRST, reflection=Reflection(1, 1, why_not="Too far away", improve="Sit down"))
    reflected = (Reflected(said.reflection, said.interview),)
    page = text(Preparation(to_come(), earlier=(said,), reflected=reflected))
    assert listed(page, "To improve") == ["Sit down (here, Fri 20 Nov)"]
    assert "Too far away (why not)" in listed(page, "What was said here")
    assert page.count("Too far away") == 1


def test_every_question_that_caught_them_out_stands_there_with_its_answer() -> None:
    long = "I would ask first what each of them needs, and write it down. " * 20
    posed = (
        Posed(Question(1, 7, "A conflict?", answer="- I asked both\n- then we drew lots"), OAK),
        Posed(Question(2, 1, "Why hygiene?", answer=long), FIRST.interview),
        *(Posed(Question(n, 7, f"Question {n}?", answer=f"Answer {n}"), OAK) for n in range(3, 30)),
    )
    sheet = preparation_sheet(Preparation(to_come(), earlier=(FIRST,), answered=posed), MONDAY)
    page = sheet.text()
    assert "Why hygiene? (here, Fri 20 Nov)\n    I would ask first what" in page
    assert "- A conflict? (Oak Vision)\n    - I asked both\n    - then we drew lots\n" in page
    assert all(f"- Question {n}? (Oak Vision)\n    Answer {n}" in page for n in range(3, 30))
    assert "Also asked here" not in page, "what stands there with its answer is not listed again"
    (answer,) = re.findall(r"Why hygiene\?[^\n]*\n((?:    [^\n]*\n)+)", page)
    assert answer.count("\n") == 6
    assert answer.endswith(" …\n")
    assert "  - \\- then we drew lots" in sheet.markdown()


def test_thousands_of_answers_are_counted_and_the_first_stand_there() -> None:
    posed = tuple(
        Posed(Question(n, 7, f"Question {n}?", answer=f"Answer {n}"), OAK) for n in range(1, 3_000)
    )
    page = text(Preparation(to_come(), answered=posed))
    assert "Answers to have ready, 40 of 2999" in page
    assert len(page.split("\n")) < 150


def test_the_questions_for_them_stand_there_and_when_one_may_ask() -> None:
    page = text(Preparation(to_come(to_ask="- Who trains me?\nHow many chairs?")))
    assert listed(page, "To ask them") == [
        "Who trains me?",
        "How many chairs?",
        "When will you decide, and when may I ask, if I hear nothing?",
        "How may I best reach you then?",
    ]
    after = text(Preparation(FIRST, is_ahead=False), today=WEDNESDAY)
    assert "To ask them" not in after


def test_the_posting_stands_there_as_it_was_kept() -> None:
    link = "https://jobs.example.org/" + "hygienist-" * 12
    posting = "\n".join(["Dental hygienist, four days", *(f"Line {n}" for n in range(100))])
    page = text(Preparation(to_come(posting_link=link, posting=posting)))
    assert page.count(link) == 1
    assert listed(page, "The posting")[1:3] == ["Dental hygienist, four days", "Line 0"]
    assert page.endswith("- Line 58 …")


def written(state: LetterState, **fields: Any) -> Letter:
    said = "At Elm I set up a recall list."
    whole = f"Dear Dr. Chen,\n\n{said}"
    start = whole.index(said)
    parts = packed([Span(fields.pop("part", "you_can"), start, len(whole))])
    return Letter(1, 1, 1, text=whole, state=state, sent_on=FRIDAY, parts=parts, **fields)


def test_what_a_letter_told_them_they_know_already() -> None:
    sent = replace(FIRST, letters=(written(LetterState.SENT),))
    page = text(Preparation(to_come(), earlier=(sent,), stories=(HEARD,)))
    assert listed(page, "Already told here") == [
        "The chair (round 1)",
        "At Elm I set up a recall list. (to Dr. Maria Chen, Fri 20 Nov)",
    ]
    draft = replace(FIRST, letters=(written(LetterState.COPIED),))
    assert "recall list" not in text(Preparation(to_come(), earlier=(draft,)))


def test_what_was_not_said_there_and_went_out_in_a_letter_is_not_to_say_again() -> None:
    sent = replace(FIRST, letters=(written(LetterState.SENT, part="not_said"),))
    page = text(Preparation(to_come(), earlier=(sent,)))
    assert "recall list" not in "".join(listed(page, "To say this time"))
    assert "recall list" in listed(page, "Already told here")[0]
    begun = replace(FIRST, letters=(written(LetterState.DRAFT, part="not_said"),))
    page = text(Preparation(to_come(), earlier=(begun,)))
    assert "recall list" in "".join(listed(page, "To say this time"))


def test_a_question_met_at_several_interviews_stands_once_and_says_so() -> None:
    elm = replace(OAK, id=8, employer="Elm")
    posed = (
        Posed(Question(1, 8, "What pay?"), elm),
        Posed(Question(2, 7, "Where in five years?"), OAK),
        Posed(Question(3, 8, "where in five years"), elm),
    )
    page = text(Preparation(to_come(), unanswered=posed))
    assert listed(page, "Questions without an answer") == [
        "Where in five years? (asked at 2 interviews)",
        "What pay? (Elm)",
    ]


def test_a_question_stands_on_one_list_alone() -> None:
    posed = Posed(Question(1, 1, "Why hygiene?", went="again"), FIRST.interview)
    page = text(Preparation(to_come(), earlier=(FIRST,), unanswered=(posed,), shaky=(posed,)))
    assert page.count("Why hygiene?") == 1
    assert "Shaky" not in page


def test_a_question_for_this_interview_is_told_as_such() -> None:
    this = to_come()
    posed = Posed(Question(1, 2, "Why hygiene?", expected=True), this.interview)
    page = text(Preparation(replace(this, questions=(posed.question,)), unanswered=(posed,)))
    assert listed(page, "Questions without an answer") == ["Why hygiene? (for this one)"]
    assert "asked here" not in page.lower()


def test_of_several_rounds_it_is_told_which() -> None:
    second = replace(to_come(), reflection=Reflection(cared="pace"))
    third = Facts(interview(date(2026, 11, 30), id=3, round=3, follows_id=2))
    page = text(Preparation(third, earlier=(second, FIRST)))
    assert listed(page, "What they cared about") == ["pace (round 2)", "recall rates (round 1)"]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (vouching(), "not briefed yet"),
        (vouching(not_needed_on=MONDAY), "no brief needed yet"),
        (vouching(called_on=FRIDAY), "called Fri 20 Nov"),
        (
            replace(AMY, use=Use((FRIDAY, MONDAY), date(2026, 6, 9))),
            "briefed twice in 30 days, last thanked Tue 9 Jun",
        ),
    ],
)
def test_of_a_reference_it_is_told_how_often_they_were_asked_lately(
    one: Vouching, said: str
) -> None:
    page = text(Preparation(replace(to_come(), vouching=(one,))))
    assert listed(page, "References") == [f"Amy Ortiz: {said}"]


def test_who_would_rather_not_vouch_is_left_out() -> None:
    one = vouching(asked=Asked.DECLINED)
    assert "Amy" not in text(Preparation(replace(to_come(), vouching=(one,))))


def test_of_many_people_the_first_are_named_and_the_rest_counted() -> None:
    people = tuple(Met(Meeting(n, 2, n), Person(n, f"Person {n}")) for n in range(1, 8))
    page = text(Preparation(replace(to_come(), met=people)))
    assert "Person 3\n      and 4 more" in page
    assert "Person 4" not in page


def test_a_story_told_here_for_another_job_is_named_with_its_day() -> None:
    before = interview(date(2026, 11, 3), id=6, employer="lakeside dental", role="Aide")
    story = Kept(Story(1, "The chair"), (Occasion(Telling(1, 1, 6), before),))
    page = text(Preparation(to_come(), stories=(story,)))
    assert listed(page, "Already told here") == ["The chair (Tue 3 Nov)"]
    assert "not yet told" not in page


def test_the_stories_told_last_are_those_already_told_first() -> None:
    second = replace(to_come(), reflection=Reflection(cared="pace"))
    third = Facts(interview(date(2026, 11, 30), id=3, round=3, follows_id=2))
    lately = Kept(Story(5, "The storm"), (Occasion(Telling(5, 5, 2), second.interview),))
    page = text(Preparation(third, earlier=(second, FIRST), stories=(HEARD, lately)))
    assert listed(page, "Already told here") == ["The storm (round 2)", "The chair (round 1)"]


PARTS: dict[str, Any] = {
    "stories": STORIES,
    "earlier": (FIRST,),
    "reflected": (HERE, THERE),
    "unanswered": FULL.unanswered,
    "shaky": FULL.shaky,
    "is_ahead": False,
}


@pytest.mark.parametrize("here", list(itertools.product([False, True], repeat=len(PARTS))))
def test_every_mix_of_facts_makes_a_tidy_page(here: tuple[bool, ...]) -> None:
    parts = {name: PARTS[name] for name, is_here in zip(PARTS, here, strict=True) if is_here}
    every = [{key: GIVEN[key] for key in GIVEN if key != name} for name in (None, *GIVEN)]
    for fields, people in itertools.product(
        (*every, {}), ((), (MARIA,), (Met(Meeting(), Person()),))
    ):
        this = replace(to_come(**fields), met=people, vouching=(AMY,) if people else ())
        sheet = preparation_sheet(Preparation(this, **parts), MONDAY)
        for width in (WIDTH, 56):
            page = sheet.text(width)
            assert_tidy(page.replace("\n- ", "\n"), width)
            assert "[" not in page
        assert len(in_front(sheet.text())) <= LONGEST
        assert all(section.items for section in sheet.sections)


def crowded() -> Preparation:
    """More of everything than fits, in long words and short."""
    long = "We spoke at length about how the practice is run day by day. " * 9
    many = "\n".join(f"{number} {long}" for number in range(30))
    reflection = Reflection(
        1, 1, "", "", many.replace("We", "They"), many, many, many, why_not=many
    )
    person = Person(1, long, "Dr.", called=long, job_title=long)
    met = tuple(Met(Meeting(n, 1, n, 0, many, many), person) for n in range(9))
    past = replace(FIRST, reflection=reflection, met=met)
    questions = tuple(Question(n, 1, f"{n} {long}?") for n in range(90))
    posed = tuple(Posed(one, replace(OAK, employer=long)) for one in questions[:60])
    lines = dict.fromkeys(("employer", "role", "place", "position_facts", "wanted_for"), many)
    one = replace(AMY, person=replace(person, id=9))
    return Preparation(
        replace(to_come(**lines), met=met, vouching=(one,) * 3),
        earlier=(replace(past, questions=questions),) * 3,
        reflected=(Reflected(reflection, replace(OAK, employer=long)),),
        unanswered=posed[:30],
        shaky=posed[30:],
        stories=tuple(
            Kept(
                Story(n, long),
                (Occasion(Telling(n, n, n % 3, Landed.WELL), replace(OAK, id=n % 3, employer=at)),),
            )
            for n, at in enumerate([long, many] * 20)
        ),
    )


def test_it_is_never_longer_than_two_screens_and_says_how_many_more_there_are() -> None:
    sheet = preparation_sheet(crowded(), MONDAY)
    lines = in_front(sheet.text())
    assert len(lines) <= LONGEST
    assert all(columns(line) <= WIDTH for line in lines)
    assert len(sheet.sections) == 12
    assert "Questions without an answer, 1 of 30" in lines
    assert all(section.items for section in sheet.sections)


def test_where_one_list_is_long_and_the_others_short_it_has_the_room() -> None:
    posed = tuple(Posed(Question(n, None, f"Question {n}?")) for n in range(100))
    sheet = preparation_sheet(replace(FULL, shaky=posed, earlier=()), MONDAY)
    assert len(in_front(sheet.text())) == LONGEST
    assert [len(one.items) for one in sheet.sections if one.name == "Do differently"] == [3]
    (shaky,) = (one for one in sheet.sections if one.name == "Shaky questions")
    assert shaky.heading == f"Shaky questions, {len(shaky.items)} of 100"


@pytest.mark.parametrize("preparation", [FULL, crowded(), Preparation(to_come())])
def test_markdown_says_the_same_as_the_page(preparation: Preparation) -> None:
    sheet = preparation_sheet(preparation, MONDAY)
    marked = re.sub(r"^(?:#+| *-) |\*\*|:(?=\*\*|$)", "", sheet.markdown(), flags=re.M)
    plain = re.sub(r"^- ", "", sheet.text(), flags=re.M)
    marked, plain = marked.replace("\\", ""), re.sub(r"(?<=\S)  +", ": ", plain)
    assert re.sub(r"[\s:]+", " ", marked) == re.sub(r"[\s:]+", " ", plain)


def test_the_markdown_of_a_sheet() -> None:
    this = replace(
        to_come(role="Aide", contact_how="any"), met=(MARIA, Met(Meeting(), Person(2, "Jo Park")))
    )
    sheet = preparation_sheet(Preparation(this, reflected=(THERE,)), MONDAY)
    assert sheet.markdown() == (
        "# Prepare for Lakeside Dental, round 2\n\n"
        "- **Role:** Aide\n"
        "- **When:** Wednesday 25 November 2026, in 2 days\n"
        "- **With:**\n"
        "  - Dr. Maria Chen, owner, likes to be called Maria\n"
        "  - Jo Park\n\n"
        "## Do differently\n\n"
        "- pause before answering. (Oak Vision)\n"
        "- Sit down first (Oak Vision)\n\n"
        "## To ask them\n\n"
        "- When will you decide, and when may I ask, if I hear nothing?"
    )


def test_hostile_words_come_out_clean_and_mark_nothing() -> None:
    evil = "# a\x1b]52;c;x\x07b\u202e [x](http://y) <b>*z*</b> {{ 7 * 7 }}\n- second"
    given = dict.fromkeys(("employer", "role", "place", "position_facts", "wanted_for"), evil)
    person = Person(1, evil, evil, called=evil, job_title=evil)
    past = replace(
        FIRST,
        reflection=Reflection(1, 1, differently=evil, cared=evil, unsaid=evil, why_not=evil),
        questions=(Question(1, 1, evil),),
        met=(Met(Meeting(1, 1, 1, 0, evil, evil), person),),
    )
    this = replace(to_come(**given), met=(Met(Meeting(), person),), vouching=(AMY,))
    stories = (
        Kept(Story(1, evil), answers=(Answered(Answering(1, 1, 1), past.questions[0]),)),
        Kept(Story(2, evil), (Occasion(Telling(1, 2, 1), past.interview),)),
    )
    full = Preparation(
        this,
        earlier=(past,),
        reflected=(Reflected(past.reflection, past.interview),),
        stories=stories,
    )
    sheet = preparation_sheet(full, MONDAY)
    for page in (sheet.text(), sheet.text(56), sheet.markdown()):
        assert clean(page) == page
        assert "49" not in page
    for line in sheet.markdown().split("\n"):
        words = re.sub(r"^(?:#{1,2} | *- )(?:\*\*[\w ]+:\*\* ?)?", "", line)
        assert not re.search(r"(?<!\\)[\[\]<>*]|^[#-]", words), line


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("plain words, and more.", "plain words, and more."),
        ("https://x.org/a_b", "https://x.org/a_b"),
        ("_so_ *and* `so`", r"\_so\_ \*and\* \`so\`"),
        ("[x](y) <b> a|b", r"\[x\](y) \<b\> a\|b"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("1.5 days", "1.5 days"),
        ("R&D &amp; more", r"R&D \&amp; more"),
        ("a\\b", r"a\\b"),
        ("", ""),
    ],
)
def test_what_markdown_would_read_more_into_is_escaped(typed: str, safe: str) -> None:
    assert escaped(typed) == safe


def test_a_text_is_cut_between_words_and_the_users_lines_stay_apart() -> None:
    assert kept("one two three", 20, 1) == "one two three"
    assert kept("one two three four", 9, 1) == "one two …"
    assert kept("one two three four", 9, 2) == "one two three …"
    assert kept("one\ntwo\nthree", 20, 2) == "one\ntwo …"
    assert kept("one two", 9, 1, after=4) == "one …"
    assert kept("", 9, 2) == ""
    assert kept("x" * 999, 9, 2) == "x" * 300
