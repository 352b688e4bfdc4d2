"""Where a sentence of ours stands among words that somebody typed before and behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afterview_tui.letters.drafting.tidying import tidy
from afterview_tui.letters.drafting.wordings import filled

_STOPS = (".", "?")
_DAY, _EARLIER = "\ue000", "\ue001"  # stand for what may be said of another day
# What a letter on file says of a day, it says as of the day on which it was begun.
_SAID_OF_DAYS = {
    **dict.fromkeys(("day", "asked", "called", "promised", "agreed"), _DAY),
    "earlier": _EARLIER,
}
_ANY_DAY = (
    r"(?:(?:for )?(?:today|yesterday)|(?:on |for )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:, [A-Z][a-z]+ \d\d?| \d\d? [A-Z][a-z]+)?)"
)
_ANY_LETTER = rf"(?:my last letter to you|the [\w-]+ that I sent you(?: {_ANY_DAY})?)"


@dataclass(frozen=True, slots=True)
class Ours:
    """One of our wordings in a text: which of them, and from where to where it stands."""

    which: int
    start: int
    end: int


def on_any_day(wording: str, words: Mapping[str, str]) -> str:
    """A pattern of a wording with its facts; days in it may be others."""
    signs = {name: sign for name, sign in _SAID_OF_DAYS.items() if words[name]}
    pattern = re.escape(tidy(filled(wording, {**words, **signs})))
    return pattern.replace(_DAY, _ANY_DAY).replace(_EARLIER, _ANY_LETTER)


def ours_in(text: str, patterns: Sequence[str]) -> Ours | None:
    """The longest of our sentences in a text; None when somebody changed it.

    Its stop may be gone: whoever goes on from our sentence takes it away.
    """
    every = [
        Ours(which, one.start(), one.end())
        for which, pattern in enumerate(patterns)
        if (one := re.search(_whole(pattern), text)) is not None
    ]
    return max(every, key=lambda one: one.end - one.start, default=None)


def exchanged(text: str, ours: Ours, wording: str) -> str:
    """The text with another wording where ours stands, without a stop where that has none."""
    if text[ours.end - 1] not in (*_STOPS, ",") and wording.endswith(_STOPS):
        wording = wording[:-1]
    return text[: ours.start] + wording + text[ours.end :]


def _whole(pattern: str) -> str:
    for stop in map(re.escape, _STOPS):
        if pattern.endswith(stop):
            return rf"(?<!\w){pattern.removesuffix(stop)}(?:{stop}|(?=[\s,;:–—]|\Z))"
    return rf"(?<!\w){pattern}(?!\w)"
