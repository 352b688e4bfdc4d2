"""What to look at before a letter goes out. Checks only point; they never change a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import FORMS, about
from afterview_tui.domain.text import count

_GREETING = re.compile(r"^(?:dear|hello|hi|good (?:morning|afternoon|evening))\b.*$", re.I | re.M)
# "Kind regards," opens the last paragraph, with the name under it.
_FAREWELL = re.compile(r"\n\n[^\n.!?]{2,40},(?:\n+[^\n]{1,45}){0,6}\s*\Z")
_IN_WORD = re.compile(r"\w")
_LETTER_RUN = r"[^\W\d_]"
_GAP = re.compile(
    rf"\[(?!(?i:sic)\])(?=[^\[\]]*{_LETTER_RUN}[^\[\]]*{_LETTER_RUN})[^\[\]]{{2,80}}\](?!\()"
    rf"|\{{\{{[^{{}}]*\}}\}}|\{{%[^{{}}]*%\}}|\{{[^{{}}\n]*{_LETTER_RUN}[^{{}}\n]*\}}"
    rf"|<(?!https?:|www\.){_LETTER_RUN}[^<>@\n]{{0,60}}>"
    r"|_{3,}"
    r"|\b(?:X{3,}|TODO|TBD)\b"
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a letter that still waits to be filled."""

    start: int
    end: int
    text: str


def gaps(text: str) -> tuple[Gap, ...]:
    """Every place that still waits to be filled, in order."""
    return tuple(Gap(found.start(), found.end(), found[0]) for found in _GAP.finditer(text))


def without_gaps(text: str) -> str:
    """The text with spaces where something still waits to be filled; the rest stays in place."""
    return _GAP.sub(lambda found: " " * len(found[0]), text)


def body(text: str) -> str:
    """What stands between the salutation and the sign-off; all of it where there are none."""
    if greeting := _GREETING.search(text):
        text = text[greeting.end() :]
    if farewell := _FAREWELL.search(text):
        text = text[: farewell.start()]
    return text.strip()


def word_count(text: str) -> int:
    """How many words a letter has, its head, salutation and sign-off aside."""
    return len(_words(text))


def length(text: str, form: LetterForm, kind: LetterKind = LetterKind.THANK_YOU) -> str:
    """Whether a letter is as long as its kind and form: `112 words, fits an e-mail`."""
    # What is still open is not in the letter that goes out.
    number, (fewest, most) = word_count(without_gaps(text)), about(kind).length(form)
    if not number:
        return "no words yet"
    words = count(number, "word")
    if fewest <= number <= most:
        return f"{words}, fits {FORMS[form]}"
    side = "long" if number > most else "short"
    return f"{words}, {side} for {FORMS[form]} ({fewest}–{most})"


def similarity(one: str, other: str) -> float:
    """How much of two letters is the same, word by word: 0 nothing, 1 all of it.

    Salutation and sign-off are left aside: they are the same in honest letters.
    """
    words, others = _words(one), _words(other)
    if not words or not others:
        return 0.0
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return [word for word in body(text).split() if _IN_WORD.search(word)]
