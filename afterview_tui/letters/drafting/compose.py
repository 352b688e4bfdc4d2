"""Drafts of letters, of every kind and form: a short frame with gaps for the writer's sentences.

A layout says in which paragraphs the parts of a kind and our own few sentences
stand: ours, or the user's template in its place. The parts are gaps, each with
its prompt in brackets. What is ours is worded otherwise for each reader at one
employer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from afterview_tui.domain import text as texts
from afterview_tui.domain.letter import LetterForm, LetterKind
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.letter_parts import gap
from afterview_tui.domain.letter_spans import Span
from afterview_tui.domain.recipients import Recipient, everybody
from afterview_tui.domain.records import Facts, Me, Person
from afterview_tui.letters.checking.gaps_and_length import word_count
from afterview_tui.letters.drafting import own_words
from afterview_tui.letters.drafting.facts_in_words import fact_words
from afterview_tui.letters.drafting.former_names import former_names
from afterview_tui.letters.drafting.letterhead import letterhead
from afterview_tui.letters.drafting.marked_pieces import Missing, found, marked
from afterview_tui.letters.drafting.own_sentence import exchanged, on_any_day, ours_in
from afterview_tui.letters.drafting.template import TemplateProblem, rendered
from afterview_tui.letters.drafting.tidying import tidy
from afterview_tui.letters.drafting.wordings import Reader, filled, layout, sentences
from afterview_tui.letters.drafting.written_parts import ABOUT_ME, GREETING

LONGEST = 2_000  # words; nobody sends more, so a template has gone wrong

# Written in letters that fold to Latin ones, and no initial: there the given name comes first.
_GIVEN = re.compile(r"[A-Za-zÀ-ɏ'’-]{2,}")
_CUT = 300  # characters of each thing that is noted, where all of it is too long for a letter
TOO_LONG = "What is noted for this letter is too long for one. Only its beginning is used."


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter as it is drafted. Only an e-mail has a subject.

    `spans` say where the parts and our sentences stand. `problem` says why the
    user's own template was not used, when it was not.
    """

    text: str
    subject: str = ""
    spans: tuple[Span, ...] = ()
    problem: str = ""


def compose(facts: Facts, to: Recipient, today: date, form: LetterForm = LetterForm.EMAIL) -> Draft:
    """A letter in the user's own template, or else in ours."""
    words, problem = names_for(facts, to, today, form), ""
    own = _own(facts, to.kind, form)
    if own is not None:
        try:
            return _laid_out(own, words, to.kind, form)
        except TemplateProblem as error:
            problem = f"Your own template could not be used, so this is ours. {error.message}"
    try:
        return _laid_out(ours(to.kind, form), words, to.kind, form, problem)
    except TemplateProblem:
        # Whatever is on file, a letter can be shown and written.
        shorter = {name: type(text)(text[:_CUT]) for name, text in words.items()}
        return _laid_out(ours(to.kind, form), shorter, to.kind, form, TOO_LONG)


def ours(kind: LetterKind, form: LetterForm) -> str:
    """Our own template for a letter, to start one's own from."""
    return layout(kind, form)


def filled_in(
    source: str,
    facts: Facts,
    to: Recipient,
    today: date,
    form: LetterForm = LetterForm.EMAIL,
) -> Draft:
    """A letter in the given template. Raises TemplateProblem."""
    return _laid_out(source, names_for(facts, to, today, form), to.kind, form)


def names_for(
    facts: Facts, to: Recipient, today: date, form: LetterForm = LetterForm.EMAIL
) -> dict[str, str]:
    """Every name that a template can use, with what it stands for: facts, parts, our sentences.

    A fact that is missing is a gap in brackets, and so is a part; a template's `if` takes
    it for nothing.
    """
    words = fact_words(facts, to, today, form)
    parts = {part.name: Missing(gap(part)) for part in about(to.kind).parts}
    reader = reader_of(facts, to, form)
    ours = {name: tidy(filled(reader.choices(name)[0], words)) for name in sentences(to.kind, form)}
    words |= {
        "heading": "",  # a letter to somebody close has none
        **parts,
        **ours,
        "head": "\n\n".join(letterhead(facts, to, today)),
        GREETING: _as_before(facts, to, words["to"]),
        "farewell": _farewell(facts.me, ours["farewell"]),
    }
    return words | {"sign_off": _sign_off(words, to.kind, form)}


def reader_of(facts: Facts, to: Recipient, form: LetterForm) -> Reader:
    """Who reads a letter, among all who may get such a one; facts being edited do not change it."""
    people = everybody(facts, to.kind)
    place = to.meeting.position
    for index, one in enumerate(people):
        if one == to or 0 < one.person.id == to.person.id:
            place = index
            break
    interview = facts.interview
    return Reader(to.kind, form, interview.id, place, len(people), interview.form.value)


def other_wording(
    facts: Facts,
    to: Recipient,
    today: date,
    form: LetterForm,
    name: str,
    now: str,
    at: int | None = None,
) -> str | None:
    """`now` with the wording of our sentence in it that comes next; None when there is no other.

    What stands before and behind our sentence is somebody's own and stays. A sentence
    that somebody changed is theirs. With `at`, a place in `now`, it has to stand there.
    """
    words = fact_words(facts, to, today, form)
    if name == GREETING:
        cycle = _greetings(to.person, words["to"])
        known = [re.escape(one) for one in cycle]
    elif name not in sentences(to.kind, form) or (name == "farewell" and facts.me.closing):
        return None
    else:
        choices = reader_of(facts, to, form).choices(name)
        cycle = [tidy(filled(one, words)) for one in choices]
        known = [on_any_day(one, words) for one in choices]
    if name == "farewell":
        cycle = [_farewell(Me(), one) for one in cycle]
        known = [re.escape(one) for one in cycle]
    ours = ours_in(now, known)
    if ours is None or not ours.start <= (ours.start if at is None else at) <= ours.end:
        return None
    new = exchanged(now, ours, cycle[(ours.which + 1) % len(cycle)])
    return new if new != now else None


def _sign_off(words: dict[str, str], kind: LetterKind, form: LetterForm) -> str:
    """The farewell, the name, and how to reach the user: of words that may be marked.

    Whoever reads an e-mail has the address that it came from. A card is no business letter,
    and a reference knows the writer.
    """
    ways = [name for name in ("phone", "email") if words[name]] or ["phone"]
    if form is LetterForm.CARD or about(kind).to_reference:
        ways = []
    elif form is LetterForm.EMAIL:
        ways = ways[:1]
    return "\n".join([words["farewell"], words["me"], *(words[name] for name in ways)])


def _own(facts: Facts, kind: LetterKind, form: LetterForm) -> str | None:
    """The user's template that replaces ours."""
    for template in facts.templates:
        if (template.kind, template.form, template.name) == (kind, form, ""):
            return template.text
    return None


def _laid_out(
    source: str,
    words: dict[str, str],
    kind: LetterKind,
    form: LetterForm,
    problem: str = "",
) -> Draft:
    pieces = frozenset([*(part.name for part in about(kind).parts), *sentences(kind, form)])
    marks = marked(words, pieces.union(ABOUT_ME, (GREETING,)))
    marks |= {"sign_off": _sign_off(marks, kind, form), **former_names(kind, marks)}
    text, spans = found(tidy(rendered(source, marks)))
    subject = words["subject"] if form is LetterForm.EMAIL else ""
    subject = subject[:1].upper() + subject[1:]  # it may begin with a role as it was typed
    number = word_count(text)
    if not number:
        raise TemplateProblem("Nothing is left between the greeting and the end of the letter.")
    if number > LONGEST:
        raise TemplateProblem(f"The letter would have {number:,} words. Leave some of it out.")
    return Draft(text, subject, spans, problem)


def spoken_to(person: Person, to: str) -> str:
    """How a letter greets: by first name who was noted without a title, as they talked.

    "Dear Jo Park," is how a machine greets. Where the first name cannot be told from the
    other, it is both.
    """
    first, *others = texts.clean_line(person.name).split(" ")
    is_plain = not person.title and not person.called and to == texts.clean_line(person.name)
    return first if is_plain and others and _GIVEN.fullmatch(first) else to


def _greetings(person: Person, to: str) -> list[str]:
    """Every way in which a letter may greet somebody, the usual one first."""
    first = texts.clean_line(person.name).split(" ")[0] or to
    return texts.each_once(f"Dear {one}," for one in (spoken_to(person, to), to, first))


def _as_before(facts: Facts, to: Recipient, name: str) -> str:
    """The greeting of the last letter that somebody wrote to this person, or the usual one."""
    usual, *others = _greetings(to.person, name)
    written = [one for one in facts.letters if one.person_id == to.person.id > 0]
    for letter in sorted(written, key=lambda one: one.id, reverse=True):
        if not letter.follows_facts:
            lines = letter.text.split("\n")
            return next((one for one in others if one in lines), usual)
    return usual


def _farewell(me: Me, ours: str) -> str:
    own = texts.clean_line(me.closing).rstrip(" ,") or ours
    return own if own_words.is_sentence(own) else f"{own},"
