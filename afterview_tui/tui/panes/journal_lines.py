"""The lines of the journal of one interview: prompts, how sure, questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content
from textual.widgets.option_list import Option

from afterview_tui.domain import dates
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.practice import last_time
from afterview_tui.domain.records import Facts, Outcome, Question
from afterview_tui.domain.text import count
from afterview_tui.tui.plain import line, plain

WHY_NOT = ("why_not", "lessons")
PROMPTS = {
    "well": "What went well",
    "improve": "What to improve",
    "differently": "What to do differently next time",
    "cared": "What they cared about",
    "unsaid": "What I wanted to say and did not",
    "why_not": "Why not, in their words",
    "lessons": "What I take from it",
}
SURE_ID = "sure"
QUESTIONS_ID = "questions"


def options(case: Case) -> Iterator[Option]:
    """Every line, each with the id that it is opened by."""
    yield from _reflection(case)
    yield from _questions(case)


def prompts(facts: Facts) -> tuple[str, ...]:
    """The prompts that are asked by now."""
    is_no = facts.interview.outcome is Outcome.NO
    return tuple(field for field in PROMPTS if is_no or field not in WHY_NOT)


def question_id(question: Question) -> str:
    """What the line of a question is opened by."""
    return f"question-{question.id}"


def _reflection(case: Case) -> Iterator[Option]:
    for field in prompts(case.facts):
        text = str(getattr(case.facts.reflection, field))
        yield Option(_entry(PROMPTS[field], text), id=field)
    yield Option(_sure(case), id=SURE_ID)


def _questions(case: Case) -> Iterator[Option]:
    """The questions, those that were not expected first: they are what the list is for."""
    facts = case.facts
    questions = sorted(facts.questions, key=lambda question: question.expected)
    expected = sum(question.expected for question in questions)
    unanswered = sum(not question.answer for question in questions)
    words = "a adds one"
    if questions:
        parts = [
            count(len(questions), "question"),
            f"{expected} expected" if expected else "",
            f"{unanswered} without an answer" if unanswered else "",
        ]
        words = ", ".join(filter(None, parts))
    name = "Questions" if expected else "Questions I did not expect"
    heading = Content.assemble((name, "$text-accent"), (f"  {words}", "$foreground-muted"))
    yield Option(heading, id=QUESTIONS_ID)
    for question in questions:
        yield Option(_question(question, facts, case.today), id=question_id(question))


def _entry(prompt: str, text: str) -> Content:
    if not text:
        return Content.assemble((prompt, "$text-accent"), ("  …", "$foreground-muted"))
    return Content.assemble((prompt, "$text-accent"), "\n", plain(text))


def _sure(case: Case) -> Content:
    reflection = case.facts.reflection
    said = "  … 1 to 5"
    if reflection.sure is not None:
        day = f", noted {dates.short(reflection.sure_on, case.today)}" if reflection.sure_on else ""
        said = f"  {reflection.sure} of 5{day}"
    return Content.assemble(("How sure I feel", "$text-accent"), (said, "$foreground-muted"))


def _question(question: Question, facts: Facts, today: date) -> Content:
    mark = "✓" if question.answer else "○"
    often = facts.often.get(question.id, 0)
    about = [
        "expected" if question.expected else "",
        f"asked at {often} interviews" if often > 1 else "",
        last_time(question, today),
    ]
    first = Content.assemble(f"{mark} ", line(question.text))
    if said := "; ".join(filter(None, about)):
        first = Content.assemble(first, "  ", line(said, "$foreground-muted"))
    if not question.answer:
        return first
    return Content.assemble(
        first, "\n", plain(f"  {question.answer.splitlines()[0]}", "$foreground-muted")
    )
