"""A letter that asks for something, and says that no answer is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterview_tui.letters.checking.finding import Check, Finding
from afterview_tui.letters.checking.sentences import Sentence

_WHY = "The letter asks for something, and this says that no answer is needed. Take one out."
_REPLY = (
    r"(?:reply|replies|answer|respond|write back|get back to me|get back|call back|write me back"
    r"|react|come back to me)"
)
_A_REPLY = r"(?:(?:a|an|any|your) )?(?:reply|answer|response|word back)"
_HAVE_TO = r"(?:obliged|obligated|pressed|bound|(?:that )?you (?:have to|must|need to))"
_NEEDLESS = re.compile(
    rf"\b(?:no need (?:for you )?to {_REPLY}|no need (?:for|of) {_A_REPLY}"
    rf"|(?:need not|needn't|(?<!did )not need to|don't need to|not have to|don't have to) {_REPLY}"
    rf"|no (?:reply|answer|response) (?:is |will be )?(?:needed|necessary|required|expected)"
    rf"|needs no (?:reply|answer|response)|not need an? (?:reply|answer|response)"
    rf"|(?:not|don't) feel {_HAVE_TO}(?: to)? ?{_REPLY}"
    rf"|(?:not|don't) (?:trouble|bother) (?:to {_REPLY}|with {_A_REPLY})"
    rf"|(?:not|don't) expect(?:ing)? {_A_REPLY})\b"
)
# "No need to reply before Friday" leaves an answer to be wished for.
_LIMITS = re.compile(
    r"\b(?:before|until|till|today|tonight|now|right away|at once|immediately|otherwise|if|unless"
    r"|this week|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|yet|again)\b"
)
_PLEASE = (
    r"(?:let me know|tell|call|ring|phone|write|send|confirm|reply|answer|respond|get back|contact"
    r"|e-?mail|inform|advise|share|keep me|return|forward|reach|consider|say|drop me|give me)"
)
_ASKS = re.compile(
    rf"\b(?:please (?:\w+ )?{_PLEASE}"
    r"|(?:i (?:would|will|should) be|i'd be|i'll be|i am|i'm) (?:very |most |so |really )?"
    r"(?:grateful|thankful|glad|pleased|happy|obliged|delighted) (?:if you|for (?:an?|any|one))"
    r"|appreciate (?:it if|(?:a|an|any|your) (?:\w+ )?(?:reply|answer|response|feedback|word|line))"
    r"|(?:hope|look forward|looking forward|love|like|glad|happy) to (?:hear(?:ing)?|your"
    r" (?:reply|answer|response))"
    r"|let me know|wonder (?:if|whether) you (?:could|would|can))\b"
)
_ASKS_FIRST = re.compile(r"(?:let me know|tell me|do tell me|do let me know|kindly)\b")
_TAG = re.compile(
    r", (?:isn't|wasn't|aren't|don't|doesn't|didn't|won't|can't|is|was|do) (?:it|you|they|we|i)\?"
)
_TO_SELF = re.compile(
    r"^(?:who|what|why|how) (?:would|could|does|do) (?:n't|not)\b|^would you believe"
)
_LONGEST_ALONE = 9  # words of a sentence that says only this, and can go as a whole


def asked_and_not_asked(text: str, every: Sequence[Sentence]) -> Iterator[Finding]:
    """The sentences that need no answer, in a letter that asks for one."""
    needless = [(one, found) for one in every if (found := _needless(one))]
    if not needless:
        return
    waived = {one.start for one, _ in needless}
    if not any(one.start not in waived and _asks(one) for one in every):
        return
    for one, found in needless:
        is_alone = len(one.words) <= _LONGEST_ALONE and ";" not in one.text
        if is_alone:
            start, end = _with_space(text, one)
            yield Finding(Check.NEEDLESS_REPLY, start, end, text[start:end], _WHY, "")
        else:
            yield _at(one, found)


def _at(one: Sentence, found: re.Match[str]) -> Finding:
    words = one.text[found.start() : found.end()]
    start = one.start + found.start()
    return Finding(Check.NEEDLESS_REPLY, start, start + len(words), words, _WHY)


def _with_space(text: str, one: Sentence) -> tuple[int, int]:
    """Where the sentence stands, with one space that goes with it."""
    if text[one.start - 1 : one.start] == " ":
        return one.start - 1, one.end
    if text[one.end : one.end + 1] == " ":
        return one.start, one.end + 1
    return one.start, one.end


def _plain(one: Sentence) -> str:
    """The sentence to look for phrases in, as long as it is written."""
    plain = one.text.replace("’", "'").replace("\n", " ")
    small = plain.lower()
    return small if len(small) == len(plain) else plain


def _needless(one: Sentence) -> re.Match[str] | None:
    text = _plain(one)
    if text.endswith("?") or any(word.is_quoted for word in one.words) or _LIMITS.search(text):
        return None
    return _NEEDLESS.search(text)


def _asks(one: Sentence) -> bool:
    """Whether a sentence wants an answer of its reader."""
    if any(word.is_quoted for word in one.words):
        return False
    text = " ".join(_plain(one).split())
    if text.endswith("?"):
        return not _TAG.search(text) and not _TO_SELF.search(text)
    return bool(_ASKS.search(text) or _ASKS_FIRST.match(text))
