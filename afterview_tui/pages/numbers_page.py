"""The three numbers on a page: each drawn for one glance, and said in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median_low

from afterview_tui.domain.numbers import (
    ENOUGH,
    Answers,
    Letters,
    Numbers,
    Questions,
    said_of_answers,
    said_of_letters,
    said_of_questions,
)

MOST = 40  # marks in a row, and blocks in a bar


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: what it is about, the drawing with what its marks mean, the sentence."""

    name: str
    drawing: str
    legend: str
    sentence: str


def figures(numbers: Numbers) -> tuple[Figure, ...]:
    """All three. The sentences are whole without the drawings."""
    letters, answers, questions = numbers.letters, numbers.answers, numbers.questions
    return (
        Figure("Thank-you letters", *_dots(letters), said_of_letters(letters)),
        Figure("Their answers", *_bar(answers), said_of_answers(answers)),
        Figure("Questions without an answer", *_times(questions), said_of_questions(questions)),
    )


def as_text(numbers: Numbers) -> str:
    """The sentences alone, as they go out of the program."""
    return "\n".join(f"{one.name}: {one.sentence}" for one in figures(numbers))


def _dots(letters: Letters) -> tuple[str, str]:
    marks = {"●": letters.in_time, "○": letters.later, "·": letters.unsent}
    meant = {"●": "within a day", "○": "later", "·": "not gone"}
    row = "".join(mark * number for mark, number in _scaled(marks).items())
    legend = [f"{mark} {words}" for mark, words in meant.items() if marks[mark]]
    if letters.total > MOST:
        legend.append(f"({letters.total} in all)")
    return row, "  ".join(legend)


def _scaled(marks: dict[str, int]) -> dict[str, int]:
    """As many of each mark as there is room for; none that is there goes missing."""
    total = sum(marks.values())
    if total <= MOST:
        return marks
    return {mark: max(1, round(n * MOST / total)) if n else 0 for mark, n in marks.items()}


def _bar(answers: Answers) -> tuple[str, str]:
    """The days from the interview: dark until half had answered, light until the last one."""
    if len(answers.days) < ENOUGH or not (last := max(answers.days)):
        return "", ""
    middle = median_low(answers.days)
    length = min(last, MOST)
    dark = round(middle * length / last)
    legend = f"█ half by day {middle}"
    if middle < last:
        legend += f"  ░ all by day {last}"
    return "█" * dark + "░" * (length - dark), legend


def _times(questions: Questions) -> tuple[str, str]:
    if questions.times < 2:
        return "", ""
    return "○" * min(questions.times, MOST), "○ asked, without an answer"
