"""Everything to look at before a letter goes out, in the order of the text.

The first question loads the dictionary; whoever shows a screen asks it in a
thread. Afterwards a letter takes a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from afterview_tui.domain import dates
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import gap
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts
from afterview_tui.domain.reflecting import is_to_come
from afterview_tui.domain.text import count, fold, with_one_stop
from afterview_tui.letters.checking import addressing, gaps_and_length, spelling
from afterview_tui.letters.checking.comma_splice import comma_splices
from afterview_tui.letters.checking.finding import (
    OF_A_SENTENCE,
    Check,
    Finding,
    at,
    gravity,
    in_short,
    summary,
    without,
    worth_asking,
)
from afterview_tui.letters.checking.greeting import unsendable_greeting
from afterview_tui.letters.checking.liked_alone import praise_alone
from afterview_tui.letters.checking.long_part import Span, longer_than_the_rest
from afterview_tui.letters.checking.names_on_file import Names, own_people
from afterview_tui.letters.checking.no_need_to_reply import asked_and_not_asked
from afterview_tui.letters.checking.no_verb import without_a_verb
from afterview_tui.letters.checking.open_ends import only_beginnings
from afterview_tui.letters.checking.other_letters import copies
from afterview_tui.letters.checking.salutation import salutation
from afterview_tui.letters.checking.sentences import Sentence, sentences
from afterview_tui.letters.checking.shouting import in_capitals
from afterview_tui.letters.checking.signature import no_name_under_it
from afterview_tui.letters.checking.slips import slips, unended
from afterview_tui.letters.checking.subject import no_subject, promises_what_is_left_out
from afterview_tui.letters.checking.third_person import reader_as_somebody_else
from afterview_tui.letters.checking.titles import titles
from afterview_tui.letters.checking.words_in_text import Text, words_of
from afterview_tui.letters.checking.wrong_names import Own, elsewhere

# Nobody sends more, and looking it through would take the better part of a second.
LONGEST = 50_000  # characters
GAPS = (Check.GAP, Check.OPEN_PART)
OPEN_PART = "Nothing is written here yet, so it is not in the letter that goes out."
OPEN_PARTS = "Nothing is written here and in {} yet, so they are not in the letter that goes out."
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
    beginnings: Collection[str] = (),
    parts: Sequence[Span] = (),
    today: date | None = None,
) -> tuple[Finding, ...]:
    """What to look at in a letter, in the order of the text; in the subject first.

    `others` are the other letters of this kind to the same interview, each with
    the name that it is shown by; `words` are the user's own. Who cannot wait for
    the dictionary does without it: not `spells`. `beginnings` are those that the
    parts of a letter are begun with, `parts` where they stand in the text. Whoever knows
    what day it is hears of thanks for an interview that was not held yet.
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
    written = _without_open_parts(text, to.kind)
    every = sentences(written)
    found = [
        *_too_early(facts, to.kind, today),
        *_gaps(text, to.kind),
        *_named(body, line, own, form, every),
        *_sentences(text, every, beginnings),
        *slips(written),
        *unended(every, parts),
        *copies(written, every, others),
        *longer_than_the_rest(text, parts),
        *no_name_under_it(text, facts.me.name, form),
        *_length(text, form, to.kind),
    ]
    if spells:
        misspelt = [*_spelling(text, own, words, form)]
        found = [*misspelt, *(one for one in found if not _may_lack_a_verb_for(one, misspelt))]
    about_subject = [
        *_gaps(subject, to.kind),
        *elsewhere(line, own, own.mentions(line)),
        *no_subject(subject, form),
        *promises_what_is_left_out(subject, text, (to.kind, form), parts),
    ]
    told = _apart(replace(one, in_subject=True) for one in about_subject)
    each = _open_parts_as_one([*told, *_apart(found)][:_MOST])
    return tuple(replace(one, why=with_one_stop(one.why)) for one in each)


def _too_early(facts: Facts, kind: LetterKind, today: date | None) -> Iterator[Finding]:
    if kind is LetterKind.THANK_YOU and today is not None and is_to_come(facts, today):
        day = dates.short(facts.interview.held_on, today)
        why = f"The interview is on {day}: thanks for it go out afterwards."
        yield Finding(Check.EARLY, 0, 0, "", why, about="early")


def _may_lack_a_verb_for(one: Finding, misspelt: Iterable[Finding]) -> bool:
    """Whether the verb that a sentence lacks may be the word that is misspelt."""
    return one.check is Check.NO_VERB and any(
        one.start <= word.start < one.end for word in misspelt
    )


def with_fix(one: Finding) -> Finding:
    """A finding with what could stand there; for a spelling that is looked up only now."""
    if one.check is not Check.SPELLING or one.fix is not None:
        return one
    return replace(one, fix=next(iter(spelling.suggestions(one.words)), None))


def _apart(found: Iterable[Finding]) -> list[Finding]:
    """In the order of the text; where places overlap, the gravest alone, and a gap before all.

    What is told of a whole sentence does not hide what is told of a word in it.
    """
    kept: list[Finding] = []
    taken: dict[bool, list[tuple[int, int]]] = {False: [], True: []}
    for one in sorted(found, key=lambda one: (one.check not in GAPS, *gravity(one))):
        if one.start < one.end:
            places = taken[one.check in OF_A_SENTENCE]
            if any(start < one.end and one.start < end for start, end in places):
                continue
            places.append((one.start, one.end))
        kept.append(one)
        if len(kept) >= _MOST:
            break
    return sorted(kept, key=lambda one: (one.start, one.end, one.check.gravity))


def _open_parts_as_one(found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, of which the first open part speaks for all."""
    number = sum(one.check is Check.OPEN_PART for one in found)
    is_told = False
    for one in found:
        if one.check is not Check.OPEN_PART:
            yield one
        elif not is_told:
            is_told = True
            more = count(number - 1, "other place")
            yield replace(one, why=OPEN_PARTS.format(more)) if number > 1 else one


def _without_open_parts(text: str, kind: LetterKind) -> str:
    """The text with each open part as an empty paragraph, as long as it was."""
    for part in about(kind).parts:
        prompt = gap(part)
        text = text.replace(prompt, "\n\n" + " " * (len(prompt) - 4) + "\n\n")
    return text


def _gaps(text: str, kind: LetterKind) -> Iterator[Finding]:
    open_parts = {gap(part) for part in about(kind).parts}
    for one in gaps_and_length.gaps(text):
        if one.text in open_parts:
            yield at(Check.OPEN_PART, text, one.start, one.end, OPEN_PART)
        else:
            yield at(Check.GAP, text, one.start, one.end, "This place still waits to be filled.")


def _named(
    body: Text, subject: Text, own: Own, form: LetterForm, every: Sequence[Sentence]
) -> Iterator[Finding]:
    """What the names in the letter are: this interview's, spelled right, with their titles."""
    mine = own.mentions(body)
    yield from elsewhere(body, own, mine)
    greeted = [*addressing.recipient(body, own, mine)]
    yield from greeted or unsendable_greeting(body.text, own.to.person)
    yield from reader_as_somebody_else(body, own, mine, every)
    near = [*addressing.misspelt(body, own)]
    yield from near
    if not any(one.check is Check.EMPLOYER for one in near):
        yield from addressing.employer(body, own, (*mine, *own.mentions(subject)), form, subject)
    yield from titles(body, own)


def _sentences(
    text: str, every: Sequence[Sentence], beginnings: Collection[str]
) -> Iterator[Finding]:
    """What there is to say about single sentences, whoever they are for."""
    yield from only_beginnings(text, every, beginnings)
    yield from comma_splices(every)
    yield from without_a_verb(every)
    yield from praise_alone(every)
    yield from asked_and_not_asked(text, every)
    yield from in_capitals(every)


def _length(text: str, form: LetterForm, kind: LetterKind) -> Iterator[Finding]:
    said = gaps_and_length.length(text, form, kind)
    side = next((side for side in ("long", "short") if f" {side} for " in said), "")
    if side:
        end = len(text.rstrip())
        yield Finding(Check.LENGTH, end, end, "", f"{said}.", about=side)


def _spelling(text: str, own: Own, words: Collection[str], form: LetterForm) -> Iterator[Finding]:
    known = {fold(word) for word in words} | own.names.index.words | own.index.words
    known |= _proper(own.facts, own.to)
    greeted = salutation(text) if form is LetterForm.TYPED else None
    head = greeted.start if greeted is not None else 0  # addresses have names of streets and towns
    for one in spelling.unknown(text, known):
        if one.end <= head:
            continue
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
