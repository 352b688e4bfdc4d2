"""The name under a letter, and what its subject promises: what must be told, and what must not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import gap
from afterview_tui.domain.records import Felt, Me
from afterview_tui.letters.checking.all_findings import Check, Finding, summary
from afterview_tui.letters.drafting.wordings import filled, sentences
from tests.unit.checking import FOOT, facts, found, letter, to

BODY = "Dear Dr. Chen,\n\nThank you for showing me the rooms."
CARD, EMAIL, TYPED = LetterForm.CARD, LetterForm.EMAIL, LetterForm.TYPED
UNSIGNED = [
    (EMAIL, f"{BODY}\n\nKind regards,\n555 0142"),
    (TYPED, f"{BODY}\n\nKind regards,\n555 0142"),
    (EMAIL, f"{BODY}\n\nKind regards,"),
    (EMAIL, f"{BODY}\n\nKind regards"),
    (EMAIL, BODY),
    (EMAIL, f"{BODY}\n\nKind regards,\nSam\n555 0142"),
    (TYPED, f"Sam Rivera\n4 Shore Road\n\n{BODY}\n\nSincerely,\n\n555 0142"),
    (EMAIL, f"{BODY} Please ask for Sam Rivera.\n\nKind regards,"),
    (EMAIL, f"{BODY}\n\nAsk at the desk for Rivera.\n\nKind regards,\n555 0142"),
    (CARD, f"{BODY}\n\nWarmly"),
    (CARD, f"{BODY}\n\nWith thanks,\n555 0142"),
    (EMAIL, f"{BODY}\n\nKind regards,\n555 0142\n\nP.S. Sam Rivera is my name, by the way."),
    (EMAIL, f"{BODY.replace('Dr. Chen', 'Maria')}\n\nKind regards,\n555 0142"),
    (EMAIL, f"{BODY}\n\nKind regards,\nsam@example.org"),
]
SIGNED = [
    (EMAIL, f"{BODY}\n\n{FOOT}"),
    (TYPED, f"{BODY}\n\n{FOOT}"),
    (CARD, f"{BODY}\n\nWarmly,\nSam"),
    (CARD, f"{BODY}\n\nWarmly, Sam"),
    (EMAIL, f"{BODY}\n\nSam Rivera"),
    (EMAIL, f"{BODY}\n\nThanks again, Sam Rivera"),
    (EMAIL, f"{BODY} Sam Rivera"),
    (EMAIL, f"{BODY}\n\nKind regards,\n\n\nMs. S. Rivera\n555 0142"),
    (EMAIL, f"{BODY}\n\nKind regards,\nSAM RIVERA, RDH"),
    (EMAIL, f"{BODY}\n\nKind regards,\nSam Rivera Jr.\n555 0142"),
    (EMAIL, f"{BODY}\n\n{FOOT}\n\nP.S. The rooms were warm."),
    (EMAIL, f"{BODY.replace('Dr. Chen', 'Maria')}\n\nBest wishes,\nSam"),
    (EMAIL, f"{BODY}\n\nKind regards,\n[your name]\n[your phone number]"),
    (EMAIL, "Thank you for showing me the rooms."),
    (EMAIL, f"{BODY}\n\n- Sam Rivera -"),
]


def of(check: Check, every: list[Finding]) -> list[Finding]:
    """Those of one check."""
    return [one for one in every if one.check is check]


@pytest.mark.parametrize(("form", "text"), UNSIGNED)
def test_a_letter_without_the_name_of_its_writer_is_told(form: LetterForm, text: str) -> None:
    [one] = of(Check.NO_NAME, found(text, form=form, subject="My thanks"))
    assert "our name is not in it" in one.why
    assert summary([one]).startswith("! your name is not in it")


@pytest.mark.parametrize(("form", "text"), SIGNED)
def test_a_letter_that_is_signed_is_not_told(form: LetterForm, text: str) -> None:
    assert of(Check.NO_NAME, found(text, form=form, subject="My thanks")) == []


def test_whose_name_is_not_on_file_is_told_nothing() -> None:
    on = replace(facts(), me=Me())
    assert of(Check.NO_NAME, found(f"{BODY}\n\nKind regards,", on=on, form=EMAIL)) == []


WORDS = {"day": "on Friday", "then": "Friday", "for_role": " (Hygienist)"}
PROMISES = [
    *(
        filled(one, {**WORDS, "felt": felt.value})
        for felt in (Felt.FORGOT, Felt.NERVES)
        for one in sentences(LetterKind.THANK_YOU, EMAIL)["subject"]
    ),
    "Hygienist at Lakeside: thanks, and what I didn't get to say",
    "Thank you, and one more thing about the position at Lakeside",
    "Hygienist, Lakeside: thank you, and a correction",
    "Thank you, and an answer that I got wrong (Hygienist, Lakeside)",
]
TEXT = f"{BODY}\n\nI hold a certificate.\n\nI am free on Thursday.\n\n{FOOT}"
OPEN = TEXT.replace("I hold a certificate.", "[What did you not say?]")


def parts(text: str, *names: tuple[str, str]) -> tuple[tuple[str, int, int], ...]:
    """Where these words stand in the text, each under a name."""
    return tuple((name, text.index(one), text.index(one) + len(one)) for name, one in names)


NEXT = ("next", "I am free on Thursday.")


@pytest.mark.parametrize("subject", PROMISES)
def test_a_subject_that_promises_what_was_taken_out_is_told(subject: str) -> None:
    gone = TEXT.replace("I hold a certificate.\n\n", "")
    for text, spans in (
        (gone, parts(gone, NEXT)),
        (OPEN, parts(OPEN, ("not_said", "[What did you not say?]"), NEXT)),
    ):
        every = found(text, form=EMAIL, subject=subject, parts=spans)
        [one] = of(Check.PROMISE, every)
        assert one.in_subject
        assert subject[one.start : one.end] == one.words
    kept = parts(TEXT, ("not_said", "I hold a certificate."), NEXT)
    assert of(Check.PROMISE, found(TEXT, form=EMAIL, subject=subject, parts=kept)) == []
    assert of(Check.PROMISE, found(gone, form=EMAIL, subject=subject)) == []
    other = found(
        gone,
        to=to(kind=LetterKind.CORRECTION),
        form=EMAIL,
        subject=subject,
        parts=parts(gone, NEXT),
    )
    assert of(Check.PROMISE, other) == []
    assert of(Check.PROMISE, found(gone, form=CARD, subject=subject, parts=parts(gone, NEXT))) == []


@pytest.mark.parametrize(
    "subject",
    [
        *("Thank you: Hygienist interview", "My thanks", "Thank you for your time"),
        *("After our talk: thank you", "With thanks: Hygienist", "The answer to your question"),
        *("Corrections Officer: thank you", "Thank you for one more hour", "What you left out"),
        *("Thank you, and the sheet you asked for", "Missing persons desk: my thanks"),
    ],
)
def test_a_subject_that_promises_nothing_is_not_told(subject: str) -> None:
    gone = TEXT.replace("I hold a certificate.\n\n", "")
    every = found(gone, form=EMAIL, subject=subject, parts=parts(gone, NEXT))
    assert of(Check.PROMISE, every) == []


def test_open_parts_are_one_finding_that_says_how_many_there_are() -> None:
    first, second, third = [gap(part) for part in about(LetterKind.THANK_YOU).parts[:3]]
    for gaps, why in (
        (first, "Nothing is written here yet, so it is not in the letter that goes out."),
        (f"{first} {second}", "Nothing is written here and in 1 other place yet, so they are"),
        (f"{first} {second}\n\n{third}", "Nothing is written here and in 2 other places yet, so"),
    ):
        text = letter(f"Thank you for your time. {gaps}")
        [one] = of(Check.OPEN_PART, found(text, form=EMAIL))
        assert text[one.start : one.end] == first
        assert one.why.startswith(why)
