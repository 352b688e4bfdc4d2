"""What each kind of letter says first, and what it never says of its own."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.letter import Letter, LetterForm, LetterKind
from afterview_tui.domain.records import Facts, Outcome, Person
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.drafting.compose import compose
from afterview_tui.letters.drafting.written_parts import going_out
from tests.unit.build import tried, vouching
from tests.unit.lettered import EVERY, TUESDAY, to, whole
from tests.unit.test_letters_every import letter

MONDAY = date(2026, 11, 30)


def every(facts: Facts, kind: LetterKind, form: LetterForm = LetterForm.EMAIL) -> list[str]:
    """What of a letter is ours: to each recipient, at interviews enough to see every wording."""
    texts = []
    for number in range(20):
        numbered = replace(facts, interview=replace(facts.interview, id=number))
        texts.append(going_out(letter(numbered, to(numbered, kind), form)).letter.text)
    return texts


ERRAND = {
    LetterKind.THANK_YOU: r"[Tt]hank|grateful|kind of you",
    LetterKind.FOR_OTHERS: r"pass|others|show|tell|thank",
    LetterKind.CORRECTION: r"correct|wrong|right",
    LetterKind.FOLLOW_UP: r"\?|ask|wonder",
    LetterKind.OTHER_OFFER: r"offer",
    LetterKind.WHY_NOT: r"advice|ask|learn|question",
    LetterKind.AFTER_NO: r"[Tt]hank",
    LetterKind.OFFER_THANKS: r"[Tt]hank",
    # What is asked as a favor comes after the thanks; its subject says what it is.
    LetterKind.MORE_TIME: r"[Tt]hank",
    LetterKind.ACCEPT: r"accept|[Yy]es",
    LetterKind.DECLINE: r"\bno\b|won't be taking|can't take",
    LetterKind.WITHDRAW: r"withdraw|out of the running",
    LetterKind.REFERENCE: r"[Tt]hank|grateful",
}


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_the_errand_is_in_the_first_two_sentences(kind: LetterKind, form: LetterForm) -> None:
    for text in every(whole(), kind, form):
        first = " ".join(re.split(r"(?<=[.!?])\s", gaps_and_length.body(text))[:2])
        assert re.search(ERRAND[kind], first), first


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_a_letter_with_a_request_never_says_that_no_answer_is_needed(
    kind: LetterKind, form: LetterForm
) -> None:
    for text in every(whole(), kind, form):
        assert not re.search(r"no need to|need not (?:answer|reply)|no (?:answer|reply)", text), (
            text
        )


@pytest.mark.parametrize("form", LetterForm)
def test_a_follow_up_names_a_promised_day_only_when_it_has_passed(form: LetterForm) -> None:
    passed, to_come = whole(promised_on=MONDAY), whole(promised_on=TUESDAY)
    assert all("Monday" in one for one in every(passed, LetterKind.FOLLOW_UP, form))
    assert not any("Tuesday" in one for one in every(to_come, LetterKind.FOLLOW_UP, form))


@pytest.mark.parametrize("form", LetterForm)
def test_a_second_follow_up_refers_to_the_first(form: LetterForm) -> None:
    second = replace(whole(), follow_ups=(tried(1, date(2026, 11, 25)),))
    for before, after in zip(
        every(whole(), LetterKind.FOLLOW_UP, form),
        every(second, LetterKind.FOLLOW_UP, form),
        strict=True,
    ):
        assert "on Wednesday" in after
        assert gaps_and_length.similarity(before, after) < 0.65


@pytest.mark.parametrize("form", LetterForm)
def test_a_call_that_they_missed_asks_for_another_time_and_blames_nobody(form: LetterForm) -> None:
    for text in every(whole(missed_call_on=MONDAY), LetterKind.FOLLOW_UP, form):
        assert "for Monday" in text
        assert not re.search(r"you (?:did|forgot|missed)|waited|your fault", text)
        assert "decision" not in text


@pytest.mark.parametrize("kind", [LetterKind.WHY_NOT, LetterKind.AFTER_NO])
@pytest.mark.parametrize("form", LetterForm)
def test_after_a_no_nothing_argues(kind: LetterKind, form: LetterForm) -> None:
    for text in every(whole(outcome=Outcome.NO), kind, form):
        assert not re.search(r"\bwhy\b|disappoint|unfair|mistake|reconsider|wrong", text, re.I)


@pytest.mark.parametrize("kind", [LetterKind.DECLINE, LetterKind.WITHDRAW])
@pytest.mark.parametrize("form", LetterForm)
def test_a_no_of_the_users_own_gives_thanks_and_nothing_negative(
    kind: LetterKind, form: LetterForm
) -> None:
    for text in every(whole(), kind, form):
        assert re.search(r"[Tt]hank|grateful", gaps_and_length.body(text))
        assert not re.search(
            r"better offer|salary|too (?:far|little|low)|unhapp|disappoint|unfortun|however",
            text,
            re.I,
        )


@pytest.mark.parametrize("form", LetterForm)
def test_who_withdraws_before_the_interview_takes_back_the_appointment(form: LetterForm) -> None:
    for text in every(whole(held_on=date(2026, 12, 4)), LetterKind.WITHDRAW, form):
        assert "Friday" in text
        assert not re.search(r"enjoyed|your time on|talking with me", text)


@pytest.mark.parametrize("form", LetterForm)
def test_a_reference_hears_of_a_call_only_when_there_was_one(form: LetterForm) -> None:
    called = replace(whole(), vouching=(vouching(1, called_on=MONDAY),))
    for facts in (whole(), called):
        for text in every(facts, LetterKind.REFERENCE, form):
            assert bool(re.search(r"talking|call|spoke|the time", text)) is (facts is called), text
            assert "Re:" not in text


def test_a_reference_is_addressed_as_anybody_is() -> None:
    amy = replace(vouching(1), person=Person(101, "Amy Ortiz", called="Amy"))
    facts = replace(whole(), vouching=(amy,))
    assert every(facts, LetterKind.REFERENCE)[0].startswith("Dear Amy,\n\n")


def test_a_letter_greets_as_the_last_one_that_was_written_to_this_person() -> None:
    facts = whole()
    chen = to(facts, LetterKind.THANK_YOU)
    park = to(facts, LetterKind.THANK_YOU, 1)
    wrote = Letter(7, 1, chen.person.id, text="2 Elm Street\n\nDear Maria,\n\nThank you.")
    facts = replace(facts, letters=(wrote,))
    no = to(facts, LetterKind.DECLINE)
    assert no.person == chen.person
    assert compose(facts, no, TUESDAY).text.startswith("Dear Maria,\n\n")
    assert not compose(facts, park, TUESDAY).text.startswith("Dear Maria,")
    # What nobody wrote in says nothing, and neither does a greeting that is none of the three.
    for other in (
        replace(wrote, follows_facts=True),
        replace(wrote, text="Dear Boss,\n\nThank you."),
    ):
        facts = replace(facts, letters=(other,))
        assert compose(facts, no, TUESDAY).text.startswith("Dear Dr. Chen,\n\n")
    later = Letter(8, 1, chen.person.id, LetterKind.AFTER_NO, text="Dear Dr. Chen,\n\nThanks.")
    facts = replace(facts, letters=(wrote, later))
    assert compose(facts, no, TUESDAY).text.startswith("Dear Dr. Chen,\n\n")


def test_a_typed_letter_to_a_reference_is_a_personal_one() -> None:
    (text, *_) = every(whole(), LetterKind.REFERENCE, LetterForm.TYPED)
    assert text.startswith("2 Elm Street\n\nDecember 1, 2026\n\nDear Amy,\n\n")


def test_a_note_to_pass_on_names_the_others_or_says_for_whom_it_is() -> None:
    assert all("Dr. Chen" in one for one in every(whole(), LetterKind.FOR_OTHERS))
    assert any(
        re.search(r"Jen and Jo Ahmed|the others", one)
        for one in every(whole(), LetterKind.FOR_OTHERS)
    )


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_a_typed_letter_alone_has_a_head_and_a_line_that_says_what_it_is_about(
    kind: LetterKind, form: LetterForm
) -> None:
    for text in every(whole(), kind, form):
        head = text.split("\n\nDear ")[0] if "\n\nDear " in text else ""
        assert bool(head) is (form is LetterForm.TYPED)
        about = kind is not LetterKind.REFERENCE and form is LetterForm.TYPED
        assert ("\n\nRe: " in head) is about
        if head:
            assert f"{head}\n\n".startswith("2 Elm Street\n\nDecember 1, 2026\n\n")


def test_every_kind_is_worded_otherwise_for_another_interview() -> None:
    for kind, form in itertools.product(LetterKind, (LetterForm.EMAIL, LetterForm.CARD)):
        assert len(set(every(whole(), kind, form))) >= 5
