"""What a check has to say about one place in a letter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from afterview_tui.domain.text import fold


class Check(StrEnum):
    """What was looked at, the gravest first. Where two meet in one place, the first is told."""

    OTHER_EMPLOYER = "another employer"
    RECIPIENT = "recipient"
    GREETING = "greeting"
    OTHER_PERSON = "somebody else"
    OTHER_ROLE = "another role"
    SAME_LETTER = "same letter"
    EARLY = "early"
    GAP = "gap"
    OPEN_PART = "open part"
    OPEN_END = "open end"
    NO_NAME = "no name"
    PROMISE = "promise"
    THIRD_PERSON = "third person"
    SAME_SENTENCE = "same sentence"
    EMPLOYER = "employer"
    TITLE = "title"
    ALIKE = "alike"
    SUBJECT = "subject"
    NEEDLESS_REPLY = "needless reply"
    SPELLING = "spelling"
    SLIP = "slip"
    COMMA_SPLICE = "comma splice"
    NO_VERB = "no verb"
    LIKED_ALONE = "liked alone"
    SHOUTING = "shouting"
    LONG_PART = "long part"
    LENGTH = "length"

    @property
    def gravity(self) -> int:
        """0 for the gravest."""
        return list(Check).index(self)


_GRAVE = {
    Check.OTHER_EMPLOYER: "names another employer: {}",
    Check.RECIPIENT: "recipient: {}",
    Check.GREETING: "greeting: {}",
    Check.OTHER_PERSON: "names somebody else: {}",
    Check.OTHER_ROLE: "names another role: {}",
    Check.GAP: "still to fill: {}",
    Check.OPEN_PART: "open: {}",
    Check.OPEN_END: "only begun: {}",
    Check.PROMISE: "not in the letter: {}",
    Check.THIRD_PERSON: "the reader is “you”: {}",
    Check.SAME_SENTENCE: "in another letter, too: {}",
    Check.NEEDLESS_REPLY: "asks, and needs no answer: {}",
    Check.SLIP: "a slip: {}",
    Check.COMMA_SPLICE: "two sentences: {}",
    Check.NO_VERB: "no verb: {}",
    Check.LIKED_ALONE: "says too little: {}",
    Check.SHOUTING: "all in capitals: {}",
    Check.EMPLOYER: "employer: {}",
    Check.TITLE: "title: {}",
    Check.SPELLING: "spelling: {}",
    Check.SAME_LETTER: "the same letter as to {}",
    Check.ALIKE: "much like the letter to {}",
}

# These are told of a sentence as a whole.
OF_A_SENTENCE = frozenset(
    (
        Check.OPEN_END,
        Check.SAME_SENTENCE,
        Check.NEEDLESS_REPLY,
        Check.NO_VERB,
        Check.LIKED_ALONE,
        Check.SHOUTING,
    )
)
_SHOWN = 40  # characters of the words in question that the foot of a letter has room for


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a letter to look at, why, and what could stand there.

    `start` and `end` are offsets in the text, or in the subject. `words` is what
    stands there; nothing where something is missing. `fix` replaces it; None
    when only the writer can know. What concerns the letter as a whole has no
    place of its own: it is told at the beginning.
    """

    check: Check
    start: int
    end: int
    words: str
    why: str
    fix: str | None = None
    in_subject: bool = False
    about: str = ""

    @property
    def key(self) -> str:
        """What "ignore this once" remembers: it holds when the text around is edited."""
        return f"{self.check}:{fold(self.about or self.words)}"

    @property
    def takes_word(self) -> bool:
        """Whether "add to my words" can settle it."""
        return self.check is Check.SPELLING

    def fixed(self, text: str) -> str:
        """The text (or the subject) with the fix in its place."""
        if self.fix is None:
            return text
        return text[: self.start] + self.fix + text[self.end :]


def at(check: Check, text: str, start: int, end: int, why: str, fix: str | None = None) -> Finding:
    """A finding for these offsets of a text."""
    return Finding(check, start, end, text[start:end], why, fix)


def without(found: Iterable[Finding], ignored: Collection[str]) -> tuple[Finding, ...]:
    """Those that the user did not choose to ignore, by their keys."""
    return tuple(one for one in found if one.key not in ignored)


def worth_asking(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those to ask about before a letter goes out.

    How long it and its parts are, is the writer's to know, and a part that is open does
    not go out.
    """
    quiet = (Check.LENGTH, Check.LONG_PART, Check.OPEN_PART)
    return tuple(one for one in found if one.check not in quiet)


def summary(found: Sequence[Finding]) -> str:
    """The gravest finding in a few words for the foot of a letter, and how many more there are.

    How long the letter is stands there anyway.
    """
    told = sorted(worth_asking(found), key=gravity)
    if not told:
        return ""
    more = f"  +{len(told) - 1}" if len(told) > 1 else ""
    return f"! {in_short(told[0])}{more}"


def gravity(one: Finding) -> tuple[int, bool, int]:
    """By what findings are told: the gravest first, the subject before the text."""
    return one.check.gravity, not one.in_subject, one.start


def in_short(one: Finding) -> str:
    """A finding in a few words: `names another employer: Oak Vision`."""
    is_whole = one.check in (Check.SAME_LETTER, Check.ALIKE)
    words = " ".join((one.about if is_whole else one.words).split())
    form = _GRAVE.get(one.check, "")
    if words and form:
        return form.format(words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…")
    return one.why.rstrip(".")[:1].lower() + one.why.rstrip(".")[1:]
