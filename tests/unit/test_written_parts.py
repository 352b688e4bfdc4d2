"""The parts of a letter in its text: where they are, how they begin, and the text without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterview_tui.domain.letter import Letter, LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import beginnings, gap
from afterview_tui.domain.letter_spans import packed, unpacked
from afterview_tui.domain.records import Felt, Reflection
from afterview_tui.letters.checking.gaps_and_length import length
from afterview_tui.letters.drafting.notes_for_parts import notes_for
from afterview_tui.letters.drafting.written_parts import (
    going_out,
    is_begun,
    missing_beginning,
    missing_stop,
    next_beginning,
    opening_in_the_way,
    place_at,
    places,
    taken_out,
)
from tests.unit.lettered import to, whole
from tests.unit.test_letters_every import letter, written

PARTS = {part.name: part for part in about(LetterKind.THANK_YOU).parts}
MOMENT = "You told me about the man who waited nine years, and I thought of him all evening."


def thanks(said: dict[str, str] | None = None, form: LetterForm = LetterForm.EMAIL) -> Letter:
    facts = whole()
    return written(letter(facts, to(facts, LetterKind.THANK_YOU), form), said or {})


def in_the_way(one: Letter) -> tuple[int, int] | None:
    return opening_in_the_way(one.text, unpacked(one.parts, one.text), one.kind)


def names_of(one: Letter) -> list[tuple[str, bool]]:
    found = places(one.text, unpacked(one.parts, one.text), one.kind)
    return [(place.name, place.is_open) for place in found]


def test_a_new_letter_has_its_parts_open_in_their_order() -> None:
    order = ["thanks", "moment", "you_can", "not_said", "want", "next"]
    assert names_of(thanks()) == [(name, True) for name in order]


def test_a_written_part_is_known_as_the_part_that_it_is() -> None:
    one = thanks({"moment": MOMENT})
    assert names_of(one)[1] == ("moment", False)
    spans = unpacked(one.parts, one.text)
    at = one.text.index("nine years")
    place = place_at(one.text, spans, one.kind, at)
    assert place is not None
    assert place.part is PARTS["moment"]
    assert one.text[place.start : place.end] == MOMENT


def test_a_letter_from_before_has_only_its_gaps() -> None:
    old = Letter(text="Dear Dr. Chen,\n\nThank you for [what].\n\nSam")
    assert names_of(old) == [("", True)]
    assert going_out(old).letter is old


def test_our_opening_is_known_where_the_cursor_is_in_it() -> None:
    one = thanks()
    place = place_at(one.text, unpacked(one.parts, one.text), one.kind, one.text.index("\n\n") + 5)
    assert place is not None
    assert (place.name, place.part, place.is_open) == ("opening", None, False)


def test_what_is_open_stays_out_and_is_counted() -> None:
    going = going_out(thanks({"moment": MOMENT}))
    assert "[" not in going.letter.text
    assert MOMENT in going.letter.text
    assert going.said == "5 open parts left out."
    assert going_out(going.letter).said == ""


def test_thanks_that_go_on_from_ours_go_out_as_one_sentence() -> None:
    one = thanks({"thanks": "and for the coffee."})
    ours = next(span for span in unpacked(one.parts, one.text) if span.name == "opening")
    words = ours.of(one.text).rstrip(".")
    assert f"{words}, and for the coffee.\n\n" in going_out(one).letter.text
    assert going_out(one).said == "5 open parts left out."


def test_spaces_that_nobody_sees_do_not_go_out() -> None:
    one = thanks({"moment": "You told me about  the dog. "})
    assert "You told me about the dog.\n\n" in going_out(one).letter.text
    spans = unpacked(going_out(one).letter.parts, going_out(one).letter.text)
    assert "You told me about the dog." in [
        span.of(going_out(one).letter.text) for span in spans if span.name == "moment"
    ]


def test_the_space_that_a_new_paragraph_left_does_not_go_out() -> None:
    """Enter at the end of a part left the next one with a space before its first word."""
    one = thanks({"moment": f"{MOMENT}\n\n And more.\n\n  - a list\n  - of two"})
    text = going_out(one).letter.text
    assert f"{MOMENT}\n\nAnd more." in text
    assert "\n  - a list\n  - of two" in text


def test_an_empty_line_at_the_end_of_a_paragraph_does_not_go_out() -> None:
    """Enter was pressed to go on, as in a form: the letter went out with two empty lines."""
    going = going_out(thanks({"moment": MOMENT, "you_can": "I can bake.\n\n"})).letter
    assert f"{MOMENT} I can bake.\n\n" in going.text
    assert "\n\n\n" not in going.text
    spans = unpacked(going.parts, going.text)
    assert [one.of(going.text) for one in spans if one.name == "you_can"] == ["I can bake."]


def test_an_open_part_on_a_line_of_its_own_takes_no_paragraph_along() -> None:
    """Enter behind a line that F8 had put in: the letter went out with its closing right below."""
    one = thanks({"want": "I'd like the job very much.\n"})
    text = going_out(one).letter.text
    assert "I'd like the job very much.\n\n" in text
    assert "\n\n\n" not in text


def test_a_paragraph_that_was_made_between_two_parts_goes_out_as_one() -> None:
    """What stood on lines of its own on the screen was on one line in the file."""
    going = going_out(thanks({"moment": f"{MOMENT}\n\n", "you_can": "I can bake."})).letter
    assert f"{MOMENT}\n\nI can bake." in going.text


def test_a_gap_that_is_no_part_stays_in_the_letter() -> None:
    one = thanks()
    text = one.text.replace("Sam Rivera", "[your name]")
    assert "[your name]" in going_out(replace(one, text=text, parts="")).letter.text


def test_what_the_writer_left_untidy_elsewhere_stays_as_it_is() -> None:
    one = thanks()
    text = one.text.replace("Dear Dr. Chen,", "Dear Dr. Chen ,\n\n\n")
    assert "Dear Dr. Chen ,\n\n\n\n" in going_out(replace(one, text=text, parts="")).letter.text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A.\n\n[x]\n\nB.", "A.\n\nB."),
        ("A. [x] B.", "A. B."),
        ("A. [x]\n\nB.", "A.\n\nB."),
        ("A.\n\n[x] B.", "A.\n\nB."),
        ("A.\n\n[x]", "A."),
        ("[x]\n\nB.", "B."),
        ("[x]", ""),
    ],
)
def test_neither_two_spaces_nor_an_empty_paragraph_are_left(text: str, left: str) -> None:
    start = text.index("[x]")
    cut = taken_out(text, start, start + 3)
    assert text[: cut[0]] + text[cut[1] :] == left


def test_the_beginnings_come_one_after_the_other_and_then_the_gap_again() -> None:
    part, felt = PARTS["moment"], Felt.WELL
    now, seen = gap(part), []
    for _ in range(len(part.beginnings) + 1):
        assert is_begun(part, felt, now)
        now = next_beginning(part, felt, now)
        seen.append(now)
    assert seen[-1] == gap(part)
    assert [one.strip() for one in seen[:-1]] == list(beginnings(part, felt))
    assert not is_begun(part, felt, MOMENT)


@pytest.mark.parametrize(
    "left", ["When you showed me", "When you showed me ", "When you showed me …"]
)
def test_a_beginning_that_was_left_is_one(left: str) -> None:
    assert is_begun(PARTS["moment"], Felt.WELL, left)
    assert next_beginning(PARTS["moment"], Felt.WELL, left).strip() != "When you showed me"


def test_what_was_not_said_begins_as_it_felt() -> None:
    part = PARTS["not_said"]
    assert "get to say" in beginnings(part, Felt.FORGOT)[0]
    assert "answer" in beginnings(part, Felt.NERVES)[0]
    assert set(beginnings(part, Felt.NERVES)) == set(part.beginnings)


@pytest.mark.parametrize(
    ("name", "said", "begins"),
    [
        ("thanks", "showing me the ovens.", "Thank you for "),
        ("thanks", "thank you for showing me the ovens.", ""),
        ("thanks", "and for showing me the ovens.", ""),
        ("thanks", "I was glad to see the ovens.", ""),
        ("thanks", "it helped that you waited.", ""),
        ("moment", "what you said about ovens stayed.", ""),
        ("moment", "iPads in the kitchen are new to me.", ""),
        ("moment", "ovens, many", ""),
    ],
)
def test_a_part_begins_with_the_words_it_was_asked_for_by(
    name: str, said: str, begins: str
) -> None:
    """“[Write “Thank you for …”]” was answered with "showing me the ovens"."""
    one = thanks({name: said})
    found = places(one.text, unpacked(one.parts, one.text), one.kind)
    place = next(each for each in found if each.name == name)
    assert missing_beginning(one.text, place, Felt.WELL) == begins


def test_our_opening_makes_way_for_the_writers_own_thanks() -> None:
    one = thanks({"thanks": "Thank you for showing me the workshop."})
    cut = in_the_way(one)
    assert cut is not None
    text = one.text[: cut[0]] + one.text[cut[1] :]
    assert text.startswith("Dear Dr. Chen,\n\nThank you for showing me the workshop.\n\n")
    for own in ("Thank you also for the coffee.", "And thank you for the coffee."):
        going_on = thanks({"thanks": own})
        assert in_the_way(going_on) is None
    assert in_the_way(thanks({"moment": MOMENT})) is None


@pytest.mark.parametrize(
    ("kind", "part", "goes"),
    [
        (LetterKind.AFTER_NO, "appreciated", True),
        (LetterKind.WHY_NOT, "appreciated", False),  # it asks
        (LetterKind.DECLINE, "liked", False),  # it says no
    ],
)
def test_an_opening_that_has_the_errand_stays_before_the_writers_own_thanks(
    kind: LetterKind, part: str, goes: bool
) -> None:
    facts = whole()
    said = {part: "Thank you for calling me yourself."}
    one = written(letter(facts, to(facts, kind), LetterForm.EMAIL), said)
    assert (in_the_way(one) is not None) is goes


def test_notes_are_those_of_the_part_and_say_whose_letter_has_them() -> None:
    facts = whole()
    mine, other = to(facts, LetterKind.THANK_YOU), to(facts, LetterKind.THANK_YOU, 1)
    facts = replace(
        facts,
        reflection=Reflection(unsaid="- my certificate\nThat I can work on Saturdays."),
        letters=(
            Letter(1, 1, other.person.id, text="I did not say: my CERTIFICATE. Bye", parts=""),
        ),
    )
    notes = notes_for(PARTS["not_said"], facts, mine)
    assert [one.text for one in notes] == ["my certificate", "That I can work on Saturdays."]
    assert [one.used_for for one in notes] == [other.person.shown, ""]
    assert notes_for(PARTS["next"], facts, mine) == ()
    assert "nervous" in notes_for(PARTS["you_can"], facts, mine)[0].text
    assert packed(()) == "[]"


@pytest.mark.parametrize(
    ("said", "stop"),
    [
        ("I kept the list for nine people", "."),
        ("I kept the list for nine people. When may I call you", "?"),
        ("When we met you were kind", "."),
        ("what you said about the list stayed with me", "."),
        ("I kept the list for nine people.", ""),
        ("May I call you on Thursday?", ""),
        ("We agreed on:\n- 32 hours\n- 19 an hour", ""),
        ("We agreed on\nMonday to Thursday\nHead of IT", ""),
        ("My questions are:\nwhen I may come", ""),
        ("You said that the microscope is old\nI once mended one", "."),
        ("You said that it is old.\n\nI've mended one", "."),
        ("You said that it is old.\nMay I call you", "?"),
        ("I'm free", ""),  # a beginning of ours, and no more
        ("You told me about", ""),
        ("thank you", ""),
    ],
)
def test_a_part_is_ended_as_its_last_sentence_wants_it(said: str, stop: str) -> None:
    one = thanks({"next": said})
    found = places(one.text, unpacked(one.parts, one.text), one.kind)
    place = next(each for each in found if each.name == "next")
    assert missing_stop(one.text, place, Felt.WELL) == stop


def test_what_is_still_open_counts_for_no_length() -> None:
    one = thanks({"moment": MOMENT}, LetterForm.CARD)
    going = going_out(one).letter
    assert length(one.text, LetterForm.CARD) == length(going.text, LetterForm.CARD)
