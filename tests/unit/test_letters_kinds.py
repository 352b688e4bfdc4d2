"""What each kind of letter is for, and what it never says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.records import Facts, Outcome, Person, Reflection
from afterview_tui.letters.checking import gaps_and_length
from afterview_tui.letters.drafting.compose import compose
from afterview_tui.letters.drafting.wordings import turns
from tests.unit.build import FRIDAY, tried, vouching
from tests.unit.lettered import EVERY, TUESDAY, to, whole

MONDAY = date(2026, 11, 30)
THANKED = Letter(1, 1, 1, text="Dear Dr. Chen", state=LetterState.SENT, sent_on=MONDAY)


def every(facts: Facts, kind: LetterKind, form: LetterForm = LetterForm.EMAIL) -> list[str]:
    """The letter to the first recipient, at each turn."""
    one = to(facts, kind)
    return [compose(facts, one, TUESDAY, form, turn).text for turn in range(turns(kind))]


@pytest.mark.parametrize("form", LetterForm)
def test_a_correction_says_which_letter_was_wrong(form: LetterForm) -> None:
    plain = whole()
    assert all("my last letter to you" in one for one in every(plain, LetterKind.CORRECTION, form))
    card = replace(THANKED, form=LetterForm.CARD, sent_on=FRIDAY)
    sent = replace(plain, letters=(card, replace(THANKED, id=2, kind=LetterKind.WITHDRAW)))
    for text in every(sent, LetterKind.CORRECTION, form):
        assert "the e-mail that I sent you on Monday" in text
    only_card = replace(plain, letters=(card,))
    for text in every(only_card, LetterKind.CORRECTION, form):
        assert "the card that I sent you on the 20th of November" in text


def test_a_letter_that_did_not_go_out_or_went_to_another_is_not_corrected() -> None:
    letters = (replace(THANKED, state=LetterState.COPIED), replace(THANKED, person_id=2))
    facts = replace(whole(), letters=letters)
    assert all("my last letter to you" in one for one in every(facts, LetterKind.CORRECTION))


@pytest.mark.parametrize("form", LetterForm)
def test_a_follow_up_names_a_promised_day_only_when_it_has_passed(form: LetterForm) -> None:
    passed, to_come = whole(promised_on=MONDAY), whole(promised_on=TUESDAY)
    assert all("Monday" in one for one in every(passed, LetterKind.FOLLOW_UP, form))
    assert not any("Tuesday" in one for one in every(to_come, LetterKind.FOLLOW_UP, form))
    for text in every(passed, LetterKind.FOLLOW_UP, form) + every(whole(), LetterKind.FOLLOW_UP):
        assert "?" in text


@pytest.mark.parametrize("form", LetterForm)
def test_a_second_follow_up_is_shorter_and_brings_something_else(form: LetterForm) -> None:
    first = whole()
    second = replace(first, follow_ups=(tried(1, date(2026, 11, 25)),))
    pairs = zip(
        every(first, LetterKind.FOLLOW_UP, form),
        every(second, LetterKind.FOLLOW_UP, form),
        strict=True,
    )
    for before, after in pairs:
        if form is not LetterForm.CARD:
            assert gaps_and_length.word_count(after) < gaps_and_length.word_count(before) * 0.75
        assert "my two years of front-desk scheduling" in before
        assert "my calm with nervous patients" in after
        assert gaps_and_length.similarity(before, after) < 0.5


def test_what_a_letter_to_them_said_already_is_not_new() -> None:
    said = replace(THANKED, text="Let me mention My two years of front-desk scheduling.")
    facts = replace(whole(), letters=(said,))
    both = Reflection(unsaid=f"{facts.reflection.unsaid}\nI have a car.")
    facts = replace(facts, reflection=both)
    assert all("I have a car." in one for one in every(facts, LetterKind.FOLLOW_UP))
    for other in (replace(said, person_id=2), replace(said, state=LetterState.DRAFT)):
        fresh = replace(facts, letters=(other,))
        assert all("front-desk" in one for one in every(fresh, LetterKind.FOLLOW_UP))


def test_a_follow_up_without_anything_new_leaves_a_gap_for_it() -> None:
    told = tuple(tried(number, date(2026, 11, 23 + number)) for number in (1, 2))
    for text in every(replace(whole(), follow_ups=told), LetterKind.FOLLOW_UP):
        assert [gap.text for gap in gaps_and_length.gaps(text)] == [
            "[something new since you last spoke]"
        ]


@pytest.mark.parametrize("form", LetterForm)
def test_a_call_that_they_missed_asks_for_another_time_and_blames_nobody(form: LetterForm) -> None:
    for text in every(whole(missed_call_on=MONDAY), LetterKind.FOLLOW_UP, form):
        assert "for Monday" in text
        assert not re.search(r"you (?:did|forgot|missed)|waited|your fault", text)
        assert "decision" not in text


@pytest.mark.parametrize("form", LetterForm)
def test_asking_why_not_asks_what_could_be_stronger_and_does_not_argue(form: LetterForm) -> None:
    for text in every(whole(outcome=Outcome.NO), LetterKind.WHY_NOT, form):
        assert re.search(r"could be\s+stronger", text)
        assert not re.search(r"\bwhy\b|disappoint|unfair|mistake|reconsider|wrong", text, re.I)
        assert "hank" in text
        assert re.search(r"\b(?:all the best|[Gg]ood wishes|good wishes)\b", text)


@pytest.mark.parametrize("form", LetterForm)
def test_accepting_restates_title_pay_and_start(form: LetterForm) -> None:
    for text in every(whole(outcome=Outcome.OFFER), LetterKind.ACCEPT, form):
        body = gaps_and_length.body(text)
        assert len(re.findall("Hygienist", body)) >= 2
        assert {gap.text for gap in gaps_and_length.gaps(text)} == {"[the pay]", "[the start date]"}


@pytest.mark.parametrize("kind", [LetterKind.DECLINE, LetterKind.WITHDRAW])
@pytest.mark.parametrize("form", LetterForm)
def test_a_no_of_the_users_own_gives_thanks_and_nothing_negative(
    kind: LetterKind, form: LetterForm
) -> None:
    for text in every(whole(), kind, form):
        assert re.search(r"[Tt]hank", gaps_and_length.body(text))
        assert not re.search(
            r"better offer|salary|too (?:far|little|low)|unhapp|sorry|disappoint|unfortun|however",
            text,
            re.I,
        )


@pytest.mark.parametrize("form", LetterForm)
def test_who_withdraws_before_the_interview_takes_back_the_appointment(form: LetterForm) -> None:
    for text in every(whole(held_on=date(2026, 12, 4)), LetterKind.WITHDRAW, form):
        assert "Friday" in text
        assert not re.search(r"enjoyed|your time on|talking with me", text)
        assert re.search(r"not (?:be coming|come)|calendar|another candidate", text)


@pytest.mark.parametrize("form", LetterForm)
@pytest.mark.parametrize("outcome", Outcome)
def test_a_reference_hears_whether_it_was_a_call_and_what_came_of_it(
    outcome: Outcome, form: LetterForm
) -> None:
    plain = whole(outcome=outcome)
    called = replace(plain, vouching=(vouching(1, called_on=MONDAY),))
    told = {
        Outcome.OPEN: r"yet|still open",
        Outcome.OFFER: r"offer",
        Outcome.ACCEPTED: r"I have the job|said yes|accepted",
        Outcome.DECLINED: r"declined|decided against|turned it down",
        Outcome.NO: r"somebody else|was a no",
        Outcome.WITHDRAWN: r"withdr[ae]w",
        Outcome.QUIET: r"not had an answer|Nothing more|not answered",
    }
    for facts in (plain, called):
        for text in every(facts, LetterKind.REFERENCE, form):
            assert re.search(told[outcome], text), text
            assert ("Monday" in text) is (facts is called)
            assert "Re:" not in text


def test_a_reference_is_addressed_as_anybody_is() -> None:
    amy = replace(vouching(1), person=Person(101, "Amy Ortiz", called="Amy"))
    facts = replace(whole(), vouching=(amy,))
    assert every(facts, LetterKind.REFERENCE)[0].startswith("Dear Amy,\n\n")


def test_a_typed_letter_to_a_reference_is_not_addressed_to_the_employer() -> None:
    (text, *_) = every(whole(), LetterKind.REFERENCE, LetterForm.TYPED)
    assert "\n\nAmy Ortiz\n\nDear Amy Ortiz,\n\n" in text


@pytest.mark.parametrize(("kind", "form"), EVERY)
def test_a_typed_letter_alone_has_a_head_and_a_line_that_says_what_it_is_about(
    kind: LetterKind, form: LetterForm
) -> None:
    for text in every(whole(), kind, form):
        head = text.split("\n\nDear ")[0] if "\n\nDear " in text else ""
        assert bool(head) is (form is LetterForm.TYPED)
        about = kind is not LetterKind.REFERENCE and form is LetterForm.TYPED
        assert ("\n\nRe: Hygienist position, " in head) is about
        if head:
            assert head.startswith("2 Elm Street\n\n1 December 2026\n\n")
