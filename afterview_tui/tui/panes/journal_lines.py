"""The lines of the journal of one interview: prompts, how sure, questions, stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content
from textual.widgets.option_list import Option

from afterview_tui.domain import dates, why_not
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.practice import last_time
from afterview_tui.domain.records import Facts, Outcome, Question
from afterview_tui.domain.stories import called, how_landed
from afterview_tui.domain.story import Told
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
STORIES_ID = "stories"


def options(case: Case) -> Iterator[Option]:
    """Every line, each with the id that it is opened by."""
    yield from _reflection(case)
    yield from _questions(case)
    yield from _stories(case)


def prompts(facts: Facts) -> tuple[str, ...]:
    """The prompts that are asked by now."""
    is_no = facts.interview.outcome is Outcome.NO
    return tuple(field for field in PROMPTS if is_no or field not in WHY_NOT)


def question_id(question: Question) -> str:
    """What the line of a question is opened by."""
    return f"question-{question.id}"


def told_id(told: Told) -> str:
    """What the line of a story that was told is opened by."""
    return f"told-{told.telling.id}"


def _reflection(case: Case) -> Iterator[Option]:
    for field in prompts(case.facts):
        text = str(getattr(case.facts.reflection, field))
        said = why_not.silence(case.facts, case.today) if field == "why_not" else ""
        yield Option(_entry(PROMPTS[field], text, f"\n{said}" if said else "  …"), id=field)
    yield Option(_sure(case), id=SURE_ID)


def _questions(case: Case) -> Iterator[Option]:
    questions = case.facts.questions
    unanswered = sum(not question.answer for question in questions)
    words = "a adds one"
    if questions:
        without = f", {unanswered} without an answer" if unanswered else ""
        words = f"{count(len(questions), 'question')}{without}"
    heading = Content.assemble(
        ("Questions I did not expect", "$text-accent"), (f"  {words}", "$foreground-muted")
    )
    yield Option(heading, id=QUESTIONS_ID)
    for question in questions:
        yield Option(_question(question, case.today), id=question_id(question))


def _stories(case: Case) -> Iterator[Option]:
    told = case.facts.told
    words = count(len(told), "story", "stories") if told else "s notes one"
    heading = Content.assemble(
        ("Stories I told", "$text-accent"), (f"  {words}", "$foreground-muted")
    )
    yield Option(heading, id=STORIES_ID)
    for one in told:
        yield Option(_told(one), id=told_id(one))


def _told(told: Told) -> Content:
    name = Content.assemble("  ", line(called(told.story)))
    landed = how_landed(told.telling.landed)
    return Content.assemble(name, "  ", line(landed, "$foreground-muted")) if landed else name


def _entry(prompt: str, text: str, empty: str) -> Content:
    """A prompt with what is written under it; `empty` while nothing is."""
    if not text:
        return Content.assemble((prompt, "$text-accent"), (empty, "$foreground-muted"))
    return Content.assemble((prompt, "$text-accent"), "\n", plain(text))


def _sure(case: Case) -> Content:
    reflection = case.facts.reflection
    said = "  … 1 to 5"
    if reflection.sure is not None:
        day = f", noted {dates.short(reflection.sure_on, case.today)}" if reflection.sure_on else ""
        said = f"  {reflection.sure} of 5{day}"
    return Content.assemble(("How sure I feel", "$text-accent"), (said, "$foreground-muted"))


def _question(question: Question, today: date) -> Content:
    mark = "✓" if question.answer else "○"
    went = last_time(question, today)
    first = Content.assemble(f"{mark} ", line(question.text))
    if went:
        first = Content.assemble(first, "  ", line(went, "$foreground-muted"))
    if not question.answer:
        return first
    return Content.assemble(
        first, "\n", plain(f"  {question.answer.splitlines()[0]}", "$foreground-muted")
    )
