"""Everything to look at before a letter goes out, in the order of the text.

The first question loads the dictionary; whoever shows a screen asks it in a
thread. Afterwards a letter takes a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import gap
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts
from afterview_tui.domain.text import fold
from afterview_tui.letters.checking import addressing, gaps_and_length, spelling
from afterview_tui.letters.checking.finding import (
    Check,
    Finding,
    at,
    gravity,
    in_short,
    summary,
    without,
    worth_asking,
)
from afterview_tui.letters.checking.names_on_file import Names, own_people
from afterview_tui.letters.checking.salutation import salutation
from afterview_tui.letters.checking.titles import titles
from afterview_tui.letters.checking.words_in_text import Text, words_of
from afterview_tui.letters.checking.wrong_names import Own, elsewhere

SAME, ALIKE = 0.85, 0.65
# Nobody sends more, and looking it through would take the better part of a second.
LONGEST = 50_000  # characters
_COMPARED = 4_000  # characters of two letters that are compared
OPEN_PART = "Nothing is written here yet, so it is not in the letter that goes out."
_MOST = 400  # places that are told: a text with more of them is no letter


def findings(
    text: str,
    *,
    facts: Facts,
    to: Recipient,
    form: LetterForm,
    names: Names,
    others: Iterable[tuple[str, str]] = (),
    words: Collection[str] = (),
    subject: str = "",
    spells: bool = True,
) -> tuple[Finding, ...]:
    """What to look at in a letter, in the order of the text; in the subject first.

    `others` are the other letters of this kind to the same interview, each with
    the name that it is shown by; `words` are the user's own. Who cannot wait for
    the dictionary does without it: not `spells`.
    """
    if not text.strip():
        return ()
    if spells:
        spelling.load()
    if len(text) > LONGEST:
        end, why = len(text.rstrip()), "This is too long to be looked through; only gaps are told."
        return (
            *_apart(_gaps(text, to.kind)),
            Finding(Check.LENGTH, end, end, "", why, about="long"),
        )
    own = Own(facts, to, names)
    body, line = Text(text), Text(subject)
    found = [
        *_gaps(text, to.kind),
        *_named(body, line, own, form),
        *_near_copies(text, others),
        *_length(text, form, to.kind),
    ]
    if spells:
        found += [*_spelling(text, own, words)]
    about_subject = [*_gaps(subject, to.kind), *elsewhere(line, own, own.mentions(line))]
    told = _apart(replace(one, in_subject=True) for one in about_subject)
    return (*told, *_apart(found))[:_MOST]


def with_fix(one: Finding) -> Finding:
    """A finding with what could stand there; for a spelling that is looked up only now."""
    if one.check is not Check.SPELLING or one.fix is not None:
        return one
    return replace(one, fix=next(iter(spelling.suggestions(one.words)), None))


def _apart(found: Iterable[Finding]) -> list[Finding]:
    """In the order of the text; where places overlap, the gravest alone, and a gap before all."""
    kept: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for one in sorted(
        found, key=lambda one: (one.check not in (Check.GAP, Check.OPEN_PART), *gravity(one))
    ):
        if one.start < one.end:
            if any(start < one.end and one.start < end for start, end in taken):
                continue
            taken.append((one.start, one.end))
        kept.append(one)
        if len(kept) >= _MOST:
            break
    return sorted(kept, key=lambda one: (one.start, one.end, one.check.gravity))


def _gaps(text: str, kind: LetterKind) -> Iterator[Finding]:
    open_parts = {gap(part) for part in about(kind).parts}
    for one in gaps_and_length.gaps(text):
        if one.text in open_parts:
            yield at(Check.OPEN_PART, text, one.start, one.end, OPEN_PART)
        else:
            yield at(Check.GAP, text, one.start, one.end, "This place still waits to be filled.")


def _named(body: Text, subject: Text, own: Own, form: LetterForm) -> Iterator[Finding]:
    """What the names in the letter are: this interview's, spelled right, with their titles."""
    mine = own.mentions(body)
    yield from elsewhere(body, own, mine)
    yield from addressing.recipient(body, own, mine)
    near = [*addressing.misspelt(body, own)]
    yield from near
    if not any(one.check is Check.EMPLOYER for one in near):
        yield from addressing.employer(body, own, (*mine, *own.mentions(subject)), form, subject)
    yield from titles(body, own)


def _near_copies(text: str, others: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    greeted = salutation(text)
    where = greeted.end if greeted is not None else 0
    for shown, other in others:
        alike = gaps_and_length.similarity(text[:_COMPARED], other[:_COMPARED])
        if alike >= SAME:
            why = f"This is the same letter as to {shown}."
            yield Finding(Check.SAME_LETTER, where, where, "", why, about=shown)
        elif alike >= ALIKE:
            why = f"Only a sentence or so differs from the letter to {shown}."
            yield Finding(Check.ALIKE, where, where, "", why, about=shown)


def _length(text: str, form: LetterForm, kind: LetterKind) -> Iterator[Finding]:
    said = gaps_and_length.length(text, form, kind)
    side = next((side for side in ("long", "short") if f" {side} for " in said), "")
    if side:
        end = len(text.rstrip())
        yield Finding(Check.LENGTH, end, end, "", f"{said}.", about=side)


def _spelling(text: str, own: Own, words: Collection[str]) -> Iterator[Finding]:
    known = {fold(word) for word in words} | own.names.index.words | own.index.words
    known |= _proper(own.facts, own.to)
    for one in spelling.unknown(text, known):
        why = f"“{one.word}” is in no dictionary."
        yield at(Check.SPELLING, text, one.start, one.end, why)


def _proper(facts: Facts, to: Recipient) -> frozenset[str]:
    """Words that the facts bring along: names of places and work, and what has a capital there."""
    interview, me, person = facts.interview, facts.me, to.person
    named = [interview.place, interview.role, me.name, me.address, person.address]
    named += [one.job_title for one in own_people(facts, person)]
    found = {word for name in named for word in words_of(name)}
    talks = [f"{met.meeting.talked_about}\n{met.meeting.strength}" for met in facts.met]
    for told in (*talks, facts.reflection.unsaid):
        tokens = Text(told).tokens
        found |= {one.folded for one in tokens if one.is_capital and not one.starts_sentence}
    return frozenset(found)


__all__ = [
    "Check",
    "Finding",
    "Names",
    "findings",
    "in_short",
    "summary",
    "with_fix",
    "without",
    "worth_asking",
]
