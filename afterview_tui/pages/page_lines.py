"""A plain page for the phone or an e-mail: labels in a column, no line wider than a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from afterview_tui.domain import text as texts
from afterview_tui.domain.columns import broken, columns
from afterview_tui.domain.records import Form, Interview, Person
from afterview_tui.letters.drafting.dates_in_words import full_date

WIDTH = 76
_WORD_LENGTH = 300  # of an address on the web, which is of no use when it is cut
_BETWEEN = 2  # columns from the longest label to the text
HOW = {
    Form.PHONE: "by phone",
    Form.VIDEO: "by video",
    Form.PANEL: "with a panel",
    Form.WORKING: "a working interview",
    Form.LUNCH: "over lunch",
}


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """The lines of a text, none wider than `width`, unless it is a single word.

    Lines that the user made stay apart; empty ones are left out.
    """
    return [line for one in texts.lines(text) for line in broken(one, width)]


def labelled(rows: Sequence[tuple[str, str]], width: int = WIDTH) -> list[str]:
    """Each text beside its label, all in one column; a row without a text is left out."""
    kept = [(label, text) for label, text in rows if texts.clean_line(text)]
    column = max((len(label) for label, _ in kept), default=0) + _BETWEEN
    lines = []
    for label, text in kept:
        for line in wrapped(text, width - column):
            lines.append(f"{label:<{column}}{line}")
            label = ""
    return lines


def indented(text: str, width: int = WIDTH) -> list[str]:
    """A text set in from its heading."""
    return [f"  {line}" for line in wrapped(text, width - 2)]


def kept(text: str, width: int, most: int, after: int = 0) -> str:
    """As much of a text as fits on `most` lines, with `after` columns left free behind it.

    Lines that the user made stay apart. What is left out is a `…`.
    """
    pieces = [
        (number, piece)
        for number, line in enumerate(texts.lines(text))
        for piece in broken(" ".join(word[:_WORD_LENGTH] for word in line.split()), width)
    ]
    if len(pieces) < most or not pieces:
        return _rejoined(pieces)
    number, last = pieces[most - 1]
    if len(pieces) > most or columns(last) + after > width:
        last = f"{broken(last, width - after - 2)[0]} …"
    return _rejoined([*pieces[: most - 1], (number, last)])


def introduced(person: Person) -> str:
    """`Dr. Maria Chen (she/her), owner, likes to be called Maria`."""
    called = texts.clean_line(person.called)
    likes = f"likes to be called {called}" if called else ""
    shown, job_title = texts.clean_line(person.shown), texts.clean_line(person.job_title)
    if pronouns := texts.clean_line(person.pronouns):
        shown = f"{shown} ({pronouns})"
    return ", ".join(filter(None, [shown, job_title, likes]))


def held(interview: Interview) -> str:
    """When an interview was, and what was not usual about it: `…, by video, round 2`."""
    parts = [full_date(interview.held_on), HOW.get(interview.form, "")]
    if interview.round > 1:
        parts.append(f"round {interview.round}")
    return ", ".join(filter(None, parts))


def _rejoined(pieces: Sequence[tuple[int, str]]) -> str:
    """The pieces of each line on one line again."""
    lines: dict[int, list[str]] = {}
    for number, piece in pieces:
        lines.setdefault(number, []).append(piece)
    return "\n".join(map(" ".join, lines.values()))
