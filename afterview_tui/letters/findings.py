"""Everything to look at before a letter goes out, in the order of the text.

The first question loads the dictionary; whoever shows a screen asks it in a
thread. Afterwards a letter takes a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts
from afterview_tui.domain.text import fold
from afterview_tui.letters import addressing, checks, spelling
from afterview_tui.letters.elsewhere import Own, elsewhere
from afterview_tui.letters.finding import Check, Finding, at
from afterview_tui.letters.naming import Names, own_people
from afterview_tui.letters.salutation import salutation
from afterview_tui.letters.titles import titles
from afterview_tui.letters.tokens import Text, words_of

SAME, ALIKE = 0.85, 0.65
_COMPARED = 4_000  # characters of two letters that are compared
_MOST = 400  # places that are told: a text with more of them is no letter

_GRAVE = {
    Check.OTHER_EMPLOYER: "names another employer: {}",
    Check.RECIPIENT: "recipient: {}",
    Check.OTHER_PERSON: "names somebody else: {}",
    Check.OTHER_ROLE: "names another role: {}",
    Check.GAP: "still to fill: {}",
    Check.EMPLOYER: "employer: {}",
    Check.TITLE: "title: {}",
    Check.SPELLING: "spelling: {}",
    Check.SAME_LETTER: "the same letter as to {}",
    Check.ALIKE: "much like the letter to {}",
}


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
    own = Own(facts, to, names)
    body, line = Text(text), Text(subject)
    found = [
        *_gaps(text),
        *_named(body, line, own, form),
        *_near_copies(text, others),
        *_length(text, form, to.kind),
    ]
    if spells:
        found += [*_spelling(text, own, words)]
    about_subject = [*_gaps(subject), *elsewhere(line, own, own.mentions(line))]
    told = _apart(replace(one, in_subject=True) for one in about_subject)
    return (*told, *_apart(found))[:_MOST]


def without(found: Iterable[Finding], ignored: Collection[str]) -> tuple[Finding, ...]:
    """Those that the user did not choose to ignore, by their keys."""
    return tuple(one for one in found if one.key not in ignored)


def worth_asking(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those to ask about before a letter goes out: how long it is, is the writer's to know."""
    return tuple(one for one in found if one.check is not Check.LENGTH)


def with_fix(one: Finding) -> Finding:
    """A finding with what could stand there; for a spelling that is looked up only now."""
    if one.check is not Check.SPELLING or one.fix is not None:
        return one
    return replace(one, fix=next(iter(spelling.suggestions(one.words)), None))


def summary(found: Sequence[Finding]) -> str:
    """The gravest finding in a few words for the foot of a letter, and how many more there are.

    How long the letter is stands there anyway.
    """
    told = sorted(worth_asking(found), key=_gravity)
    if not told:
        return ""
    more = f"  +{len(told) - 1}" if len(told) > 1 else ""
    return f"! {in_short(told[0])}{more}"


def _gravity(one: Finding) -> tuple[int, bool, int]:
    return one.check.gravity, not one.in_subject, one.start


def in_short(one: Finding) -> str:
    """A finding in a few words: `names another employer: Oak Vision`."""
    is_whole = one.check in (Check.SAME_LETTER, Check.ALIKE)
    words = " ".join((one.about if is_whole else one.words).split())
    form = _GRAVE.get(one.check, "")
    if words and form:
        return form.format(words)
    return one.why.rstrip(".")[:1].lower() + one.why.rstrip(".")[1:]


def _apart(found: Iterable[Finding]) -> list[Finding]:
    """In the order of the text; where places overlap, the gravest alone, and a gap before all."""
    kept: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for one in sorted(found, key=lambda one: (one.check is not Check.GAP, *_gravity(one))):
        if one.start < one.end:
            if any(start < one.end and one.start < end for start, end in taken):
                continue
            taken.append((one.start, one.end))
        kept.append(one)
        if len(kept) >= _MOST:
            break
    return sorted(kept, key=lambda one: (one.start, one.end, one.check.gravity))


def _gaps(text: str) -> Iterator[Finding]:
    for gap in checks.gaps(text):
        yield at(Check.GAP, text, gap.start, gap.end, "This place still waits to be filled.")


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
        alike = checks.similarity(text[:_COMPARED], other[:_COMPARED])
        if alike >= SAME:
            why = f"This is the same letter as to {shown}."
            yield Finding(Check.SAME_LETTER, where, where, "", why, about=shown)
        elif alike >= ALIKE:
            why = f"Only a sentence or so differs from the letter to {shown}."
            yield Finding(Check.ALIKE, where, where, "", why, about=shown)


def _length(text: str, form: LetterForm, kind: LetterKind) -> Iterator[Finding]:
    said = checks.length(text, form, kind)
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
    for met in facts.met:
        meeting = met.meeting
        told = f"{meeting.talked_about}\n{meeting.forgot}\n{meeting.strength}"
        tokens = Text(told).tokens
        found |= {one.folded for one in tokens if one.is_capital and not one.starts_sentence}
    return frozenset(found)


__all__ = [
    "Check",
    "Finding",
    "Names",
    "findings",
    "summary",
    "with_fix",
    "without",
    "worth_asking",
]
