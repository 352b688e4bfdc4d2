"""Three numbers over all interviews, each as a sentence that says what follows from it."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from afterview_tui.domain.preparation import same_words
from afterview_tui.domain.text import clean_line, count

# Of fewer nothing can be said.
ENOUGH = 3
_QUESTION = 100  # characters of a question in a sentence


@dataclass(frozen=True, slots=True)
class Letters:
    """The thank-you letters that were wanted and have had their day, or are sent already."""

    in_time: int = 0
    later: int = 0
    unsent: int = 0

    @property
    def total(self) -> int:
        """All of them. Leaving out those that never went would flatter."""
        return self.in_time + self.later + self.unsent


@dataclass(frozen=True, slots=True)
class Answers:
    """Days from an interview to its offer or no, and how many interviews have none so far."""

    days: tuple[int, ...] = ()
    silent: int = 0


@dataclass(frozen=True, slots=True)
class CameUp:
    """A question in its words, the interviews that it came up `at`, and the day of the last."""

    text: str
    is_answered: bool
    at: frozenset[int] = frozenset()
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions that came up; `unanswered` have no answer, of which `top` came up most."""

    every: int = 0
    unanswered: int = 0
    top: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True)
class Numbers:
    """All three."""

    letters: Letters = Letters()
    answers: Answers = Answers()
    questions: Questions = Questions()


def counted(came_up: Iterable[CameUp]) -> Questions:
    """Count questions, those that say the same as one. An answer written once is known."""
    groups: dict[str, list[CameUp]] = defaultdict(list)
    for one in came_up:
        groups[same_words(one.text)].append(one)
    asked = [group for group in groups.values() if any(one.at for one in group)]
    open_ = [group for group in asked if not any(one.is_answered for one in group)]
    if not open_:
        return Questions(len(asked))
    top = max(open_, key=lambda group: (_times(group), _last(group)))
    words = next(one.text for one in top if one.last_on == _last(top))
    return Questions(len(asked), len(open_), clean_line(words), _times(top))


def said_of_letters(letters: Letters) -> str:
    """How many went out within a day of the interview."""
    total = letters.total
    if not total:
        return "No thank-you letter has had its day yet."
    if total == 1:
        return f"The one letter so far {_how(letters)}. {_follows_for_letters(letters)}"
    known = {0: f"None of {total}", total: f"All {total}"}
    how_many = known.get(letters.in_time, f"{letters.in_time} of {total}")
    parts = [f"{how_many} letters went out within a day"]
    if letters.later:
        parts.append(f"{letters.later} later")
    if letters.unsent:
        parts.append(f"{letters.unsent} {'has' if letters.unsent == 1 else 'have'} not gone out")
    return f"{', '.join(parts)}. {_follows_for_letters(letters)}"


def _how(letters: Letters) -> str:
    if letters.unsent:
        return "has not gone out"
    return "went out within a day" if letters.in_time else "went out later"


def _follows_for_letters(letters: Letters) -> str:
    if letters.total < ENOUGH:
        return "That is too few to tell."
    if letters.in_time == letters.total:
        return "There is nothing to change."
    if 2 * letters.in_time >= letters.total:
        return "Late ones still count."
    return "Late ones still count; a few lines on the same evening are the easier way."


def said_of_answers(answers: Answers) -> str:
    """How long employers take to answer, and how many have not."""
    days, number = sorted(answers.days), len(answers.days)
    have = "has" if answers.silent == 1 else "have"
    quiet = f"{count(answers.silent, 'interview')} {have} none so far" if answers.silent else ""
    if not number:
        return f"No answer is noted yet; {quiet}." if quiet else "No answer is noted yet."
    if number < ENOUGH:
        came = " and ".join(map(_after, days))
        first = f"{count(number, 'answer')} came so far, {came}"
        return f"{'; '.join(filter(None, [first, quiet]))}. That is too few to tell."
    middle, last = median_low(days), days[-1]
    if days[0] == last:
        first = f"All {number} answers came {_after(last)}"
    else:
        by_then = sum(one <= middle for one in days)
        first = f"{by_then} of {number} answers came {_within(middle)}, the last one {_after(last)}"
    follows = f"Before {_day(last)} silence says little." if last > 1 else ""
    return " ".join(filter(None, [f"{'; '.join(filter(None, [first, quiet]))}.", follows]))


def said_of_questions(questions: Questions) -> str:
    """Which question came up most without an answer."""
    if not questions.every:
        return "No question that came up is noted yet."
    if not questions.unanswered:
        return "Every question that came up has an answer. Practising keeps them ready."
    named = f"“{textwrap.shorten(questions.top, _QUESTION, placeholder=' …')}”"
    if questions.unanswered == 1 and questions.times == 1:
        return f"One question has no answer yet: {named} A few lines are enough."
    if questions.times == 1:
        return (
            f"{questions.unanswered} questions have no answer yet; none of them came up twice."
            f" The latest is {named}"
        )
    return (
        f"{named} came up at {questions.times} interviews and has no answer yet."
        " A few lines on it help the most."
    )


def _times(group: Iterable[CameUp]) -> int:
    return len(frozenset[int]().union(*(one.at for one in group)))


def _last(group: Iterable[CameUp]) -> date:
    return max(one.last_on for one in group if one.last_on is not None)


def _after(days: int) -> str:
    return f"after {count(days, 'day')}" if days else "on the same day"


def _within(days: int) -> str:
    return f"within {count(days, 'day')}" if days else "on the same day"


def _day(days: int) -> str:
    return f"day {days}"
