"""The user's own words, made fit to stand in a sentence of a letter.

What was talked about or forgotten is typed as a few words ("the new x-ray") or
as a whole sentence ("I can start in January."). A phrase comes out without its
closing mark, a sentence with one: that is how a wording tells them apart.
"""

from __future__ import annotations

import re

from afterview_tui.domain import text as texts

_BULLET = re.compile(r"^(?:[-*•–—]\s+)+")
# "we talked about", "forgot to mention": what the field asks for, said again.
_LEAD = re.compile(
    r"^(?:(?:we|I)\s+)?(?:also\s+)?(?:(?:talked|spoke|chatted)\s+about|discussed"
    r"|(?:(?:forgot|meant|wanted)\s+)?to\s+(?:say|mention|add))\s+",
    re.I,
)
_LONE_I = re.compile(r"(?<!\S)i(?=['’\s])")
# "IT security" is a phrase, so the case of the first letter alone is free.
_SUBJECT = (
    r"(?:I|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Tt]here)(?:['’](?:m|ve|d|ll|re|s))?"
    r"\s+(?!and\b|or\b)\w"
)
_STARTS_AS_SENTENCE = re.compile(_SUBJECT)
_THAT_CLAUSE = re.compile(rf"^that\s+(?={_SUBJECT})", re.I)
_WITHOUT_SUBJECT = re.compile(r"^(?:am|can|could|have|speak|know|worked)\s", re.I)
_VERB = re.compile(r"\s(?:am|is|are|was|were|has|have|had|can|could|will|would|do|does|did)\s")
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|how|what|why|if|whether|as)\b", re.I
)
_ENDED = re.compile(r"[.!?…][\"'”’)]*$")
_LOOSE_END = " .,;:!?…–—-"
# Words that open a phrase and are never names: a capital on them is only habit.
_SMALL = re.compile(
    r"^(?:the|a|an|my|your|our|their|his|her|its|this|that|these|those|how|what|why|when|where"
    r"|whether|some|both|being|having|working|you|we|they|he|she|it|there|in|on|at|with|as|if)\b"
)


def fitted(text: str) -> str:
    """The words as they can follow "about" (a phrase) or a colon (a sentence); "" when empty."""
    pieces = [piece for line in texts.lines(text) if (piece := _piece(line))]
    if not any(map(is_sentence, pieces)):
        return texts.joined([_small(piece) for piece in pieces]) if pieces else ""
    first, *others = map(stopped, pieces)
    return " ".join([_small(first), *map(capital, others)])


def is_sentence(text: str) -> bool:
    """Whether fitted words are a whole sentence: those end with a mark of their own."""
    return bool(_ENDED.search(text))


def stopped(text: str) -> str:
    """The words with a full stop, unless they end with a mark already."""
    return text if is_sentence(text) else f"{text}."


def capital(text: str) -> str:
    """The words with a capital, to begin a sentence; "eBay" and its like stay as they are."""
    inner = text.split(" ")[0][1:]
    return text if inner != inner.lower() else text[:1].upper() + text[1:]


def without_bullet(line: str) -> str:
    """A line without the dash that makes it one of a list."""
    return _BULLET.sub("", line)


def _piece(line: str) -> str:
    """One line as a phrase without, or a sentence with, its closing mark; "" for marks alone."""
    line = _LEAD.sub("", _LONE_I.sub("I", without_bullet(line)))
    line = _THAT_CLAUSE.sub("", line)
    if _WITHOUT_SUBJECT.match(line):
        line = f"I {_lowered(line)}"
    bare = line.rstrip(_LOOSE_END)
    if not bare or not _reads_as_sentence(line):
        return bare
    return line if is_sentence(line) else f"{bare}."


def _reads_as_sentence(line: str) -> bool:
    if _STARTS_AS_SENTENCE.match(line) or (is_sentence(line) and line[0].isupper()):
        return True
    # "the x-ray that is coming" is a phrase: its verb belongs to a clause inside.
    verb = _VERB.search(line)
    return bool(verb and not _CLAUSE.search(line[: verb.start()]))


def _small(text: str) -> str:
    """The words without a capital that is only habit; "IT security" keeps its own."""
    return _lowered(text) if _SMALL.match(_lowered(text)) else text


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
