"""What to look at before a letter goes out. Checks only point; they never change a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.text import count

_GREETING = re.compile(r"^(?:dear|hello|hi|good (?:morning|afternoon|evening))\b.*$", re.I | re.M)
# "Kind regards," opens the last paragraph, with the name under it.
_FAREWELL = re.compile(r"\n\n[^\n.!?]{2,40},(?:\n+[^\n]{0,45}){0,6}\s*\Z")
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
class Range:
    """How many words a form of letter takes, and what it is called in a sentence."""

    fewest: int
    most: int
    called: str


_CARD = Range(30, 60, "a card")  # three to five sentences, of whatever kind


def _short(fewest: int, most: int) -> dict[LetterForm, Range]:
    """A kind that takes as many words on a sheet of paper as in an e-mail."""
    return {
        LetterForm.EMAIL: Range(fewest, most, "an e-mail"),
        LetterForm.CARD: _CARD,
        LetterForm.TYPED: Range(fewest, most, "a typed letter"),
    }


RANGES = {
    # Two or three short paragraphs; a sheet has room for one more.
    LetterKind.THANK_YOU: {
        LetterForm.EMAIL: Range(100, 180, "an e-mail"),
        LetterForm.CARD: _CARD,
        LetterForm.TYPED: Range(100, 250, "a typed letter"),
    },
    # Only what was wrong and what is right: more would make much of a slip.
    LetterKind.CORRECTION: _short(40, 90),
    # A first note says who asks, what is new, and asks; a second is half of it.
    LetterKind.FOLLOW_UP: _short(35, 120),
    # Thanks and one question: who is asked a favour is not given much to read.
    LetterKind.WHY_NOT: _short(60, 130),
    # Title, pay and start in full sentences, and what comes next.
    LetterKind.ACCEPT: _short(60, 150),
    # Thanks, a reason of one line, an open door; a long no sounds like a maybe.
    LetterKind.DECLINE: _short(50, 120),
    # As for a no, and a line about the appointment when there is one.
    LetterKind.WITHDRAW: _short(50, 120),
    # Warm and short; to somebody close more is welcome than to an employer.
    LetterKind.REFERENCE: _short(50, 150),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a letter that still waits to be filled."""

    start: int
    end: int
    text: str


def gaps(text: str) -> tuple[Gap, ...]:
    """Every place that still waits to be filled, in order."""
    return tuple(Gap(found.start(), found.end(), found[0]) for found in _GAP.finditer(text))


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
    number, fit = word_count(text), RANGES[kind][form]
    if not number:
        return "no words yet"
    words = count(number, "word")
    if fit.fewest <= number <= fit.most:
        return f"{words}, fits {fit.called}"
    side = "long" if number > fit.most else "short"
    return f"{words}, {side} for {fit.called} ({fit.fewest}–{fit.most})"


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
