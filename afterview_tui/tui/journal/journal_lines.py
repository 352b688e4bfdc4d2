"""The lines of the journal of one interview: prompts, how sure, questions, stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content
from textual.widgets.option_list import Option

from afterview_tui.domain import dates, why_not
from afterview_tui.domain.agenda import Case
from afterview_tui.domain.not_said import SaidSince, said_since
from afterview_tui.domain.practice import last_time
from afterview_tui.domain.records import Facts, Question
from afterview_tui.domain.reflecting import (
    ONLY_THE_FACTS,
    PROMPTS,
    SURE,
    drawn,
    how_sure,
    is_for_facts,
    is_to_come,
    prompts,
    written,
)
from afterview_tui.domain.stories import called, how_landed
from afterview_tui.domain.story import Told
from afterview_tui.domain.text import count
from afterview_tui.tui.journal.journal_entry import Entry
from afterview_tui.tui.keys import key
from afterview_tui.tui.kit.plain import line, plain, set_in

SURE_ID = "sure"
PREPARE_ID = "prepare"
QUESTIONS_ID = "questions"
STORIES_ID = "stories"


def options(case: Case, width: int, *, is_roomy: bool) -> Iterator[Option]:
    """Every line, each with the id that it is opened by."""
    yield from _reflection(case, width, is_roomy=is_roomy)
    yield from _questions(case, width)
    yield from _stories(case, width)


def beside(entry: str, case: Case) -> tuple[str, ...]:
    """What an entry is one of: the prompts that are shown, or the questions."""
    asked = tuple(map(question_id, case.facts.questions))
    return asked if entry in asked else prompts(case.facts, case.today)


def heading(entry: str, case: Case) -> Content:
    """The prompt or the question that is open, and which of how many it is."""
    order = beside(entry, case)
    names = {question_id(question): question.text for question in case.facts.questions}
    name = line((PROMPTS | names).get(entry, ""), "bold")
    if entry not in order:
        return name
    place = line(f"{order.index(entry) + 1} of {len(order)}", "$foreground-muted")
    return Content.assemble(name, "   ", place)


def question_id(question: Question) -> str:
    """What the line of a question is opened by."""
    return f"question-{question.id}"


def told_id(told: Told) -> str:
    """What the line of a story that was told is opened by."""
    return f"told-{told.telling.id}"


def question_on(entry: str, facts: Facts) -> Question | None:
    """The question on the line with this id."""
    return next((one for one in facts.questions if question_id(one) == entry), None)


def told_on(entry: str, facts: Facts) -> Told | None:
    """The story told on the line with this id."""
    return next((one for one in facts.told if told_id(one) == entry), None)


def _reflection(case: Case, width: int, *, is_roomy: bool) -> Iterator[Option]:
    for one in _parts(case, width):
        yield one
        if is_roomy:
            yield Option("", id=f"below-{one.id}", disabled=True)


def _parts(case: Case, width: int) -> Iterator[Option]:
    for prompt in prompts(case.facts, case.today):
        text = written(case.facts.reflection, prompt)
        if prompt == "unsaid":
            text = "\n".join([text, *map(_said_since, said_since(case.facts))])
        empty = why_not.silence(case.facts, case.today) if prompt == "why_not" else ""
        yield Option(_prompt(PROMPTS[prompt], text, empty, width), id=prompt)
    if is_to_come(case.facts, case.today):
        yield Option(_to_come(case, width), id=PREPARE_ID)
        if case.facts.reflection.sure is None:
            return
    if is_for_facts(case.facts, case.today):
        yield Option(line(ONLY_THE_FACTS, "$foreground-muted"), id="only-facts", disabled=True)
    yield Option(_sure(case), id=SURE_ID)


def _questions(case: Case, width: int) -> Iterator[Option]:
    """The questions, those that were not expected first: they are what the list is for."""
    facts = case.facts
    questions = sorted(facts.questions, key=lambda question: question.expected)
    expected = sum(question.expected for question in questions)
    unanswered = sum(not question.answer for question in questions)
    name = "Questions"
    if facts.interview.held_on > case.today and expected == len(questions):
        name = "Questions I expect"
    elif facts.interview.held_on <= case.today and not expected:
        name = "Questions I did not expect"
    words = f"{key('journal.add')} adds one"
    if questions:
        parts = [
            count(len(questions), "question"),
            f"{expected} expected" if expected and name == "Questions" else "",
            f"{unanswered} without an answer" if unanswered else "",
        ]
        words = ", ".join(filter(None, parts))
    heading = Content.assemble((name, "$text-accent"), (f"  {words}", "$foreground-muted"))
    yield Option(set_in(heading, width), id=QUESTIONS_ID)
    for question in questions:
        yield Option(_question(question, facts, case.today, width), id=question_id(question))


def _to_come(case: Case, width: int) -> Content:
    day = dates.spoken(case.facts.interview.held_on, case.today)
    words = Content.styled(
        f"  {day}. {key('open')} shows what earlier interviews teach for it.", "$foreground-muted"
    )
    return Content.assemble(("Prepare", "$text-accent"), "\n", set_in(words, width, by=4))


def _stories(case: Case, width: int) -> Iterator[Option]:
    told = case.facts.told
    name, words = "Stories I told", f"{key('journal.add')} notes one"
    if told:
        words = count(len(told), "story", "stories")
    elif is_to_come(case.facts, case.today):
        name, words = "Stories", f"{key('shelf')} shows what you could tell"
    heading = Content.assemble((name, "$text-accent"), (f"  {words}", "$foreground-muted"))
    yield Option(heading, id=STORIES_ID)
    for one in told:
        yield Option(set_in(_told(one), width, by=4), id=told_id(one))


def _told(told: Told) -> Content:
    name = Content.assemble("  ", line(called(told.story)))
    landed = how_landed(told.telling.landed)
    return Content.assemble(name, "  ", line(landed, "$foreground-muted")) if landed else name


def _said_since(one: SaidSince) -> str:
    return f"{one.text} (in the letter to {one.person})" if one.person else one.text


def _prompt(prompt: str, text: str, empty: str, width: int) -> Content | Entry:
    """A prompt with what is written under it; `empty` is what there is to say while nothing is."""
    if not text.strip():
        name = Content.styled(prompt, "$text-accent")
        if not empty:
            return Content.assemble(name, ("  …", "$foreground-muted"))
        said = set_in(Content.styled(f"  {empty}", "$foreground-muted"), width, by=4)
        return Content.assemble(name, "\n", said)
    return Entry(prompt, text)


def _sure(case: Case) -> Content | Entry:
    facts = case.facts
    if (sure := facts.reflection.sure) is None:
        return Content.assemble((SURE, "$text-accent"), ("  … 1 to 5", "$foreground-muted"))
    words = how_sure(facts.reflection, facts.feelings, facts.interview, case.today)
    return Entry(SURE, f"{drawn(sure)} {words}")


def _question(question: Question, facts: Facts, today: date, width: int) -> Content:
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
    first = set_in(first, width)
    if not question.answer:
        return first
    answer = plain(f"  {question.answer.splitlines()[0]}", "$foreground-muted")
    return Content.assemble(first, "\n", set_in(answer, width, by=4))
