"""Write docs/letters.md: a letter of every kind and form, so that the prose can be read.

    python docs/letters.py

Everybody in it is made up. The same wordings give the same page, so a test can
tell when it is out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from afterview_tui.domain.letter import Letter, LetterForm, LetterKind, LetterState
from afterview_tui.domain.recipients import everybody
from afterview_tui.domain.records import (
    Briefing,
    Facts,
    Felt,
    FollowUp,
    Interview,
    Me,
    Meeting,
    Met,
    Outcome,
    Person,
    Reference,
    Reflection,
    Result,
    Vouching,
)
from afterview_tui.domain.text import count
from afterview_tui.letters.checking.gaps_and_length import word_count
from afterview_tui.letters.drafting.compose import compose
from afterview_tui.letters.drafting.wordings import turns

HERE = Path(__file__).parent
HELD_ON, TODAY = date(2026, 11, 20), date(2026, 12, 1)
THURSDAY, MONDAY = date(2026, 11, 26), date(2026, 11, 30)

HEAD = """# Letters, to be read

A letter of every kind and form, in each state that changes it, with all its wordings in turn.
`python docs/letters.py` makes this page from `afterview_tui/letters/drafting/templates/`.
Everybody in it is made up. What stands in brackets is a gap that the user fills.
"""

PLAIN = Facts(
    Interview(id=1, employer="Lakeside Dental", role="Hygienist", held_on=HELD_ON, felt=Felt.WELL),
    met=(
        Met(
            Meeting(
                1,
                1,
                1,
                talked_about="the ten extra minutes for nervous patients",
                strength="my calm with patients who have stayed away for years",
            ),
            Person(
                1,
                "Maria Chen",
                "Dr.",
                "DDS",
                job_title="owner",
                address="4 Shore Road\nAnytown",
            ),
        ),
    ),
    vouching=(Vouching(Briefing(1, 1, 1), Reference(1, 2), Person(2, "Amy Ortiz", called="Amy")),),
    reflection=Reflection(unsaid="my certificate in local anesthesia"),
    me=Me(
        name="Robin Sample",
        phone="555-0100",
        email="robin@example.com",
        address="12 Sample Street\nAnytown",
    ),
)


def main() -> None:
    """Write the page beside this script."""
    (HERE / "letters.md").write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for kind in LetterKind for line in _kind(kind))])


def _kind(kind: LetterKind) -> Iterator[str]:
    yield f"## {kind.value.capitalize()}\n"
    for form in LetterForm:
        yield f"### {kind.value.capitalize()}, {form.value}\n"
        for turn, (state, facts) in enumerate(_shown(kind, form)):
            draft = compose(facts, everybody(facts, kind)[0], TODAY, form, turn)
            about = f"*{draft.subject}*, " if draft.subject else ""
            yield f"**{state}** · {about}{count(word_count(draft.text), 'word')}\n"
            yield _quoted(draft.text)
            yield ""


def _quoted(text: str) -> str:
    """A text as a quotation that keeps its lines."""
    paragraphs = (one.replace("\n", "  \n> ") for one in text.split("\n\n"))
    return "> " + "\n>\n> ".join(paragraphs)


def _shown(kind: LetterKind, form: LetterForm) -> list[tuple[str, Facts]]:
    """Every state, and the first again until all wordings were seen; of typed letters only one."""
    states = list(_states(kind))
    if form is LetterForm.TYPED:
        return states[:1]
    return states + states[:1] * (turns(kind) - len(states))


def _states(kind: LetterKind) -> Iterator[tuple[str, Facts]]:
    """What is on file, in words, and the facts."""
    if kind is LetterKind.THANK_YOU:
        for felt in sorted(Felt, key=lambda felt: felt is not Felt.WELL):
            yield f"It felt: {felt.value or 'not said'}", _changed(felt=felt)
    elif kind is LetterKind.CORRECTION:
        sent = Letter(1, 1, 1, state=LetterState.SENT, sent_on=MONDAY)
        yield "An e-mail went out on Monday", replace(PLAIN, letters=(sent,))
        yield "No letter is on file", PLAIN
    elif kind is LetterKind.FOLLOW_UP:
        tried = FollowUp(1, 1, done_on=THURSDAY, result=Result.VOICEMAIL)
        yield "First try", PLAIN
        yield "First try, the promised day has passed", _changed(promised_on=MONDAY)
        yield "Second try", replace(PLAIN, follow_ups=(tried,))
        yield "They did not call as agreed", _changed(missed_call_on=MONDAY)
    elif kind is LetterKind.WITHDRAW:
        yield "After the interview", PLAIN
        yield "Before the interview", _changed(held_on=date(2026, 12, 4))
    elif kind is LetterKind.REFERENCE:
        (amy,) = PLAIN.vouching
        called = replace(amy, briefing=replace(amy.briefing, called_on=MONDAY))
        for outcome in Outcome:
            yield f"Outcome: {outcome}", _changed(outcome=outcome)
            both = replace(_changed(outcome=outcome), vouching=(called,))
            yield f"Outcome: {outcome}, and they called", both
    else:
        yield "As it is", PLAIN


def _changed(**fields: object) -> Facts:
    return replace(PLAIN, interview=replace(PLAIN.interview, **fields))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
