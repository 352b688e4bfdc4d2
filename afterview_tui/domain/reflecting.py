"""What is asked about an interview afterwards, and when.

Capture first, judge later: on the day of an interview that felt poorly only the
facts are asked for. A night later the mood no longer decides, and the rest comes.
"""

from __future__ import annotations

from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.feeling import Feeling
from afterview_tui.domain.records import Facts, Felt, Interview, Outcome, Reflection

# Each prompt is a field of a Reflection, and they are shown in this order.
PROMPTS = {
    "happened": "What happened, in order",
    "well": "What went well",
    "improve": "What to improve",
    "differently": "What to do differently next time",
    "cared": "What they cared about",
    "unsaid": "What I wanted to say and did not",
    "why_not": "Why not, in their words",
    "lessons": "What I take from it",
}
SURE = "How sure I feel"
ONLY_THE_FACTS = "Only the facts today. The rest comes back tomorrow."

# What needs a judgement, and is better for a night's sleep.
JUDGED = ("well", "improve", "differently")
FACTS_ONLY = ("happened", "cared")
AFTER_A_NO = ("why_not", "lessons")
POORLY = frozenset({Felt.NERVES, Felt.FORGOT, Felt.PERSONAL})


def felt_poorly(facts: Facts) -> bool:
    """Whether the interview went poorly, for whatever reason."""
    return facts.interview.felt in POORLY


def is_to_come(facts: Facts, today: date) -> bool:
    """Whether the interview is still ahead, and there is nothing yet to look back on."""
    return today < facts.interview.held_on


def is_for_facts(facts: Facts, today: date) -> bool:
    """Whether only the facts are asked for: it felt poorly, and its day is not over."""
    return felt_poorly(facts) and today == facts.interview.held_on


def prompts(facts: Facts, today: date) -> tuple[str, ...]:
    """The prompts to show on `today`. What has something written under it always is."""
    asked = set(PROMPTS) - {"happened"}
    if is_to_come(facts, today):
        asked = set()
    elif is_for_facts(facts, today):
        asked = set(FACTS_ONLY)
    elif facts.interview.outcome is not Outcome.NO:
        asked -= set(AFTER_A_NO)
    return tuple(one for one in PROMPTS if one in asked or written(facts.reflection, one))


def written(reflection: Reflection, prompt: str) -> str:
    """What is written under a prompt."""
    return str(getattr(reflection, prompt))


def drawn(sure: int) -> str:
    """`●●●●○` for 4 of 5."""
    return "●" * sure + "○" * (5 - sure)


def how_sure(
    reflection: Reflection, feelings: tuple[Feeling, ...], interview: Interview, today: date
) -> str:
    """`4 of 5, noted Fri 20 Nov; later 2 (Mon 23 Nov)`; empty while nothing is noted.

    Where the first was not noted on the day of the interview, that is said.
    """
    if reflection.sure is None:
        return ""
    said = f"{reflection.sure} of 5"
    if (on := reflection.sure_on) is not None:
        said = f"{said}, noted {dates.short(on, today)}{_apart(on, interview.held_on)}"
    later = [
        f"{one.sure} ({dates.short(one.noted_on, today)})" if one.noted_on else str(one.sure)
        for one in feelings
    ]
    return f"{said}; later {', '.join(later)}" if later else said


def _apart(on: date, held_on: date) -> str:
    days = (on - held_on).days
    if not days:
        return ""
    number = "a day" if abs(days) == 1 else f"{abs(days)} days"
    return f", {number} {'after' if days > 0 else 'before'}"
