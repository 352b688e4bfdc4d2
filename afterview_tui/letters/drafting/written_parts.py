"""The parts of a letter as they stand in its text: open, begun, written; and the text without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from afterview_tui.domain.letter import Letter, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import Part, beginnings, gap, is_whole
from afterview_tui.domain.letter_spans import Span, moved, packed, replaced, unpacked
from afterview_tui.domain.records import Felt
from afterview_tui.domain.text import count
from afterview_tui.letters.checking.gaps_and_length import gaps
from afterview_tui.letters.checking.open_ends import GOES_ON
from afterview_tui.letters.checking.word_forms import is_told

GREETING, OPENING = "greeting", "opening"
# The parts whose thanks may begin a letter. Where our opening has the errand, it stays.
_FIRST = {
    LetterKind.THANK_YOU: ("thanks", "moment"),
    LetterKind.AFTER_NO: ("appreciated",),
    LetterKind.REFERENCE: ("did",),
}
# What the writer says about themselves: typed once, and kept for all letters.
ABOUT_ME = ("farewell", "me", "phone", "email")

# Thanks that begin a letter; "Thank you also" goes on from other thanks.
_THANKS = re.compile(
    r"\s*(?:(?:many )?thanks|(?:i )?thank you|i am grateful)\s+(?:so much |very much )?for\b", re.I
)
_BETWEEN_WORDS = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE_A_LINE = re.compile(r"^ (?=\S)", re.M)  # one that a new paragraph left; a list has more
_OPEN_END = " .?…"
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_ASKS = re.compile(
    r"(?:(?:when|what|where|which|who|how|why)(?: much| many| long| soon)?\s+"
    r"(?:is|are|may|can|could|would|will|shall|should|do|does|did)"
    r"|(?:may|can|could|would|will|shall|should|is|are|do|does)\s+"
    r"(?:i|you|we|they|it|there|the|your|my|our|anything|anybody))\b",
    re.I,
)
_ASKED_FOR = re.compile(r"“([^”…]+?) ?…")  # the words that a prompt asks to begin with
FEWEST = 3  # words of a part that is taken for a sentence


@dataclass(frozen=True, slots=True)
class Place:
    """A part, one of our sentences or another gap, and where it stands in a letter.

    `part` is None for what is no part of this kind of letter.
    """

    name: str
    start: int
    end: int
    is_open: bool = False
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class GoingOut:
    """A letter as it goes out, and the parts that were left out of it because they are open."""

    letter: Letter
    left_out: tuple[Part, ...] = ()

    @property
    def said(self) -> str:
        """What is said of the parts that were left out; "" when none was."""
        return f"{count(len(self.left_out), 'open part')} left out." if self.left_out else ""


def places(text: str, spans: Sequence[Span], kind: LetterKind) -> tuple[Place, ...]:
    """Where there is something to write: every gap, and every part that is written, in order."""
    return tuple(one for one in _all(text, spans, kind) if one.is_open or one.part is not None)


def stops(
    text: str, spans: Sequence[Span], kind: LetterKind, *, is_back: bool = False
) -> tuple[Place, ...]:
    """Where to go on: what there is to write; once all is written, what is ours as well.

    Who goes back comes past what is ours in any case: that is where it was read.
    """
    to_write = places(text, spans, kind)
    is_open = any(one.is_open for one in to_write)
    return to_write if is_open and not is_back else tuple(_all(text, spans, kind))


def place_at(text: str, spans: Sequence[Span], kind: LetterKind, cursor: int) -> Place | None:
    """What stands at a place in a letter: a gap, a part, or a sentence of ours."""
    touching = [one for one in _all(text, spans, kind) if one.start <= cursor <= one.end]
    # Between two that meet, the cursor is behind the one that is written.
    return touching[0] if touching else None


def next_beginning(part: Part, felt: Felt, now: str) -> str:
    """The beginning that comes after `now`; the gap again after the last."""
    every = ["", *beginnings(part, felt)]
    begun = now.rstrip(_OPEN_END)
    at = next((i for i, one in enumerate(every) if one.rstrip(_OPEN_END) == begun), 0)
    after = every[(at + 1) % len(every)]
    if not after:
        return gap(part)
    return after if is_whole(after) else f"{after} "


def is_begun(part: Part, felt: Felt, now: str) -> bool:
    """Whether nothing but a beginning of ours stands in a part, or nothing at all."""
    begun = now.rstrip(_OPEN_END)
    return now == gap(part) or begun in {"", *(b.rstrip(_OPEN_END) for b in beginnings(part, felt))}


def missing_stop(text: str, place: Place, felt: Felt) -> str:
    """The full stop or question mark that a part wants at its end; "" where it wants none.

    What is a beginning of ours, a list, or hardly more than a word is left as it is.
    """
    words = text[place.start : place.end].rstrip()
    follows = text[place.end : place.end + 1]
    if place.part is None or place.is_open or is_begun(place.part, felt, words):
        return ""
    if follows and follows in ".,;:!?":
        return ""
    if len(words.split()) < FEWEST or not words[-1].isalnum():
        return ""
    if "\n" in words:
        above, _, words = words.rpartition("\n")
        if above.rstrip().endswith(":") or not is_told(words):
            return ""
    if words.split()[-1].lower() in GOES_ON:
        return ""
    last = _SENTENCE.split(words)[-1]
    return "?" if _ASKS.match(last) else "."


def missing_beginning(text: str, place: Place, felt: Felt) -> str:
    """The words that a part was asked for by, where it goes on from them; else "".

    Who is asked to write “Thank you for …” may take those words for written, and answer
    "showing me the ovens".
    """
    words = text[place.start : place.end]
    before = text[: place.start].rstrip(" ")
    if place.part is None or place.is_open or len(words.split()) < FEWEST or "\n" in words:
        return ""
    if not words[0].islower() or not words.split()[0].islower() or words.startswith("and for "):
        return ""
    if (before and before[-1] not in ".?!\n") or is_begun(place.part, felt, words.rstrip()):
        return ""
    asked = _ASKED_FOR.search(place.part.prompt)
    ways = (asked[1], *place.part.beginnings) if asked is not None else ()
    if asked is None or any(words.lower().startswith(one.lower()) for one in ways):
        return ""
    return f"{asked[1]} "


def going_out(letter: Letter) -> GoingOut:
    """The letter without its open parts, and without spaces that nobody sees.

    Other gaps stay: without them it would not be whole.
    """
    text, spans = letter.text, unpacked(letter.parts, letter.text)
    if (between := joined_thanks(text, spans)) is not None:  # whoever sends before going on
        spans = replaced(spans, *between, 2)
        text = f"{text[: between[0]]}, {text[between[1] :]}"
    names = {part.name for part in about(letter.kind).parts}
    open_parts = [one for one in places(text, spans, letter.kind) if one.is_open and one.part]
    for one in reversed(open_parts):
        start, end = taken_out(text, one.start, one.end)
        spans = replaced(spans, start, end, 0)
        text = text[:start] + text[end:]
    for span in reversed(spans):
        written, after = span.start + len(span.of(text).rstrip()), text[span.end :].lstrip(" ")
        # A line that was begun and left empty; where no paragraph ends behind it, it is one itself.
        if span.name in names and "\n" in text[written : span.end] and after.startswith("\n"):
            text = text[:written] + text[span.end :]
            spans = replaced(spans, written, span.end, 0)
    bare = _BETWEEN_WORDS.sub(" ", "\n".join(line.rstrip() for line in text.split("\n")))
    bare = _BEFORE_A_LINE.sub("", bare)
    spans = tuple(one for one in moved(spans, text, bare) if one.start < one.end)
    text = bare
    if text == letter.text:
        return GoingOut(letter)
    left_out = tuple(one.part for one in open_parts if one.part is not None)
    return GoingOut(replace(letter, text=text, parts=packed(spans)), left_out)


def taken_out(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where to cut, so that neither two spaces nor an empty paragraph are left."""
    while start > 0 and text[start - 1] == " ":
        start -= 1
    before, after = text[:start], text[end:]
    is_first = not before or before.endswith("\n")
    is_last = not after or after.startswith("\n")
    if is_first and is_last:
        if before.endswith("\n") and not before.endswith("\n\n"):
            return start - 1, end  # a line within a paragraph: what comes behind stays apart
        # The paragraph goes, with the empty line after it, or before it when it is the last.
        following = len(after) - len(after.lstrip("\n"))
        if after.strip():
            return start, end + following
        return len(before.rstrip("\n")), len(text)
    if is_first:
        return start, end + len(after) - len(after.lstrip(" "))
    return start, end


def opening_in_the_way(
    text: str, spans: Sequence[Span], kind: LetterKind
) -> tuple[int, int] | None:
    """From where to where our opening goes, when the writer's own first sentence is the thanks."""
    opening = next((one for one in spans if one.name == OPENING), None)
    if opening is None or "hank" not in opening.of(text):
        return None
    names = _FIRST.get(kind, ())
    first = (one for one in spans if one.name in names and not one.of(text).startswith("["))
    own = next(first, None)
    if own is None or not _THANKS.match(own.of(text)):
        return None
    return taken_out(text, opening.start, opening.end)


def joined_thanks(text: str, spans: Sequence[Span]) -> tuple[int, int] | None:
    """Between our thanks and "and for …" of the writer's own: what becomes a comma."""
    ours = next((one for one in spans if one.name == OPENING), None)
    more = next((one for one in spans if one.name == "thanks"), None)
    if ours is None or more is None or not more.of(text).startswith("and for "):
        return None
    is_next = ours.of(text).endswith(".") and not text[ours.end : more.start].strip(" ")
    return (ours.end - 1, more.start) if is_next else None


def _all(text: str, spans: Sequence[Span], kind: LetterKind) -> Iterator[Place]:
    """Gaps and named stretches in the order of the text; a gap within a stretch goes before it."""
    parts = {part.name: part for part in about(kind).parts}
    by_gap = {gap(part): part for part in parts.values()}
    found: list[Place] = []
    for one in gaps(text):
        part = by_gap.get(one.text)
        name = part.name if part else _name_at(spans, one.start, one.end)
        found.append(Place(name, one.start, one.end, is_open=True, part=part))
    open_places = tuple(found)
    for span in spans:
        has_gap = any(span.start < one.end and one.start < span.end for one in open_places)
        # A part that was emptied is still there to be written; nothing else is of no length.
        if not has_gap and (span.start < span.end or span.name in parts):
            found.append(Place(span.name, span.start, span.end, part=parts.get(span.name)))
    yield from sorted(found, key=lambda one: (one.start, one.end))


def _name_at(spans: Sequence[Span], start: int, end: int) -> str:
    return next((one.name for one in spans if one.start <= start and end <= one.end), "")
