"""The stories on file: where each was told, what it answers, and which to tell next.

A panel that hears a story again hears less in it. So a story that one employer
knows comes last there, whatever the round in which it was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain import dates, searching, themes
from afterview_tui.domain.person_card import Part
from afterview_tui.domain.records import Interview, Question
from afterview_tui.domain.story import Answering, Landed, Story, Telling
from afterview_tui.domain.text import clean_line, fold, joined

WORN = 5  # tellings, after which a fresh story may serve better
WORDS_A_MINUTE = 130
LONG = 120  # seconds aloud that are easy to follow
_ROUGHLY = 10  # seconds: nobody speaks to the second
# The parts in the order in which they are told.
PARTS = ("situation", "task", "action", "result", "lesson")
NO_NAME = "a story without a name"
_THEME = 3  # a theme in common says as much as so many words
_LONG_WORD = 4  # letters; the shorter ones say little
_WORD = re.compile(r"[^\W\d_]+")
# Words that many questions have, whatever they are about.
_COMMON = frozenset(
    (
        *("about", "could", "describe", "does", "example", "from", "give", "have", "here"),
        *("situation", "tell", "that", "them", "there", "they", "this", "time", "were"),
        *("what", "when", "where", "which", "with", "would", "your", "yours", "yourself"),
    )
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A story told at an interview."""

    telling: Telling
    interview: Interview


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that a story answers."""

    answering: Answering
    question: Question


@dataclass(frozen=True, slots=True)
class Kept:
    """A story on file with where it was told, newest first, and what it answers."""

    story: Story
    tellings: tuple[Occasion, ...] = ()
    answers: tuple[Answered, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in a list and in a sentence."""
        return called(self.story)

    @property
    def landed_well(self) -> Occasion | None:
        """The newest interview at which it was taken well."""
        well = (one for one in self.tellings if one.telling.landed is Landed.WELL)
        return next(well, None)

    def at(self, interview_id: int) -> Occasion | None:
        """Its telling at this very interview."""
        return next((one for one in self.tellings if one.interview.id == interview_id), None)


def called(story: Story) -> str:
    """The name of a story, or what stands for it."""
    return clean_line(story.name) or NO_NAME


def told_at(kept: Kept, employer: str) -> tuple[Occasion, ...]:
    """Where a story was told to this employer, in whatever round; newest first."""
    at = fold(clean_line(employer))
    return tuple(
        one for one in kept.tellings if at and fold(clean_line(one.interview.employer)) == at
    )


def fresh(every: Iterable[Kept], employer: str) -> list[Kept]:
    """The stories that this employer has not heard.

    Those that landed well elsewhere come first; among these, the least told.
    """
    unheard = [one for one in every if not told_at(one, employer)]
    return sorted(unheard, key=lambda one: (one.landed_well is None, len(one.tellings)))


def heard(every: Iterable[Kept], employer: str) -> list[Kept]:
    """The stories that this employer has heard, the one told last first."""

    def last(kept: Kept) -> tuple[date, int]:
        interview = told_at(kept, employer)[0].interview
        return interview.held_on, interview.id

    return sorted((one for one in every if told_at(one, employer)), key=last, reverse=True)


def often(kept: Kept) -> str:
    """`told twice`; `not told yet`."""
    times = len(kept.tellings)
    words = {0: "not told yet", 1: "told once", 2: "told twice"}
    return words.get(times, f"told {times} times")


def worn(kept: Kept) -> str:
    """A sign at a story that was told often; "" at any other."""
    return f"{often(kept)}; a fresh one may serve better" if len(kept.tellings) >= WORN else ""


def missing(story: Story) -> str:
    """`still to come: task and result`; "" when every part is there."""
    gaps = [name for name in PARTS if not getattr(story, name).strip()]
    if len(gaps) == len(PARTS):
        return "only its name yet"
    return f"still to come: {joined(gaps)}" if gaps else ""


def seconds(story: Story) -> int:
    """How long a story takes aloud, roughly."""
    words = sum(len(getattr(story, name).split()) for name in PARTS)
    return round(words * 60 / WORDS_A_MINUTE / _ROUGHLY) * _ROUGHLY


def aloud(story: Story) -> str:
    """`about 1 minute 40 aloud`; "" when there is next to nothing to say."""
    minutes, rest = divmod(seconds(story), 60)
    parts = {0: "", 1: "1 minute"}.get(minutes, f"{minutes} minutes")
    whole = " ".join(filter(None, [parts, _rest(rest, minutes)]))
    return f"about {whole} aloud" if whole else ""


def length(story: Story) -> str:
    """How long a story takes aloud, and a quiet word when that is long to listen to."""
    said = aloud(story)
    return f"{said}; two minutes are easier to follow" if seconds(story) > LONG else said


def likely(story: Story, questions: Iterable[Question]) -> list[Question]:
    """The questions, first those that share the most themes and words with a story."""
    about = set(map(fold, themes.split(story.themes)))
    words = _words(" ".join([story.name, story.themes, *(getattr(story, one) for one in PARTS)]))

    def shared(question: Question) -> int:
        common = len(about & set(map(fold, themes.split(question.themes))))
        return _THEME * common + len(words & _words(f"{question.text} {question.themes}"))

    return sorted(questions, key=shared, reverse=True)


def found(every: Sequence[Kept], said: str) -> list[Kept]:
    """Those in whose words, themes, questions or employers every word occurs."""
    wanted = searching.words(said)
    return [one for one in every if searching.has(searching.searched(_all_of(one)), wanted)]


def how_landed(landed: Landed) -> str:
    """`landed well`; "" when it was not said."""
    return f"landed {landed}" if landed is not Landed.UNSAID else ""


def parts(kept: Kept, today: date) -> tuple[Part, ...]:
    """The card of a story. What it misses is said at the top; empty parts are left out."""
    story = kept.story
    top = [worn(kept), length(story), missing(story)]
    every = [
        *(Part(name.capitalize(), _lines(getattr(story, name))) for name in PARTS),
        Part("Themes", tuple(filter(None, [themes.tidy(story.themes)]))),
        Part("Answers these questions", tuple(_said(one.question) for one in kept.answers)),
        Part("Told at", tuple(_told(one, today) for one in kept.tellings)),
    ]
    head = Part(kept.name, tuple(filter(None, top)))
    return (head, *(part for part in every if part.lines))


def to_speak_from(story: Story) -> str:
    """A story as a text: its name, and each part under its heading."""
    blocks = [called(story)]
    for name in PARTS:
        if lines := _lines(getattr(story, name)):
            blocks.append("\n".join([name.capitalize(), *lines]))
    return "\n\n".join(blocks)


def _rest(rest: int, minutes: int) -> str:
    return (f"{rest}" if minutes else f"{rest} seconds") if rest else ""


def _words(text: str) -> set[str]:
    words = _WORD.findall(fold(text))
    return {one for one in words if len(one) >= _LONG_WORD and one not in _COMMON}


def _all_of(kept: Kept) -> str:
    story = kept.story
    told = [story.name, story.themes, *(getattr(story, name) for name in PARTS)]
    told += [one.question.text for one in kept.answers]
    return "\n".join([*told, *(one.interview.employer for one in kept.tellings)])


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.strip().splitlines())


def _said(question: Question) -> str:
    return clean_line(question.text)


def _told(one: Occasion, today: date) -> str:
    """`Fri 20 Nov: Lakeside Dental, round 2, landed well`."""
    interview = one.interview
    round_ = f"round {interview.round}" if interview.round > 1 else ""
    said = [clean_line(interview.employer), round_, how_landed(one.telling.landed)]
    return f"{dates.short(interview.held_on, today)}: {', '.join(filter(None, said))}"
