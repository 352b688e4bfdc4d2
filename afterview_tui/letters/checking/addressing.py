"""Whether a letter names its reader and the employer, and spells them right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from afterview_tui.domain import names
from afterview_tui.domain.letter import LetterForm
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.records import Person
from afterview_tui.letters.checking import gaps_and_length, spelling, written_names
from afterview_tui.letters.checking.finding import Check, Finding, at
from afterview_tui.letters.checking.lexicon import words_in
from afterview_tui.letters.checking.names_on_file import (
    Mention,
    Sort,
    Way,
    employer_key,
    surname_words,
)
from afterview_tui.letters.checking.salutation import Salutation, salutation
from afterview_tui.letters.checking.words_in_text import Text, Token, words_of
from afterview_tui.letters.checking.wrong_names import Own

NEAR = 0.72  # how alike a name and its misspelling are: "Chan" and "Chen" are 0.75
_SHORTEST = 4  # letters of a name that can be taken for misspelt outside a salutation
_NICKNAMES = frozenset(tuple(pair.split("/")) for pair in words_in("nicknames"))


@lru_cache(maxsize=16_384)
def is_near(one: str, other: str) -> bool:
    """Whether a folded word is another one with a letter or so wrong."""
    if one == other or not one or not other:
        return False
    if sorted(one) == sorted(other) and one[0] == other[0]:
        return True  # two letters that changed places
    if abs(len(one) - len(other)) > 2:
        return False
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.quick_ratio() >= NEAR and match.ratio() >= NEAR


def recipient(text: Text, own: Own, mine: Iterable[Mention]) -> Iterator[Finding]:
    """Whether the letter greets the one it is for."""
    person = own.to.person
    if not words_of(person.name):
        return
    greeted = salutation(text.text)
    if names.is_description(person):
        return
    if greeted is None or greeted.start == greeted.end:
        if not any(one.named.person == person for one in mine):
            why = f"The letter names {person.shown} nowhere."
            where = greeted.start if greeted is not None else 0
            fix = names.addressed(person) if greeted is not None else None
            yield _missing(Check.RECIPIENT, where, why, person.name, fix)
        return
    to = [one for one in text.tokens if greeted.start <= one.start < greeted.end]
    if not gaps_and_length.gaps(text.text[greeted.start : greeted.end]):
        yield from _greeting(text, own, greeted, _named_in(to))


def _missing(check: Check, where: int, why: str, about: str, fix: str | None = None) -> Finding:
    return Finding(check, where, where, "", why, fix, about=about)


def _named_in(tokens: list[Token]) -> list[Token]:
    return [
        one for one in tokens if one.folded not in written_names.TITLE_WORDS and one.folded != "and"
    ]


def _greeting(text: Text, own: Own, greeted: Salutation, to: list[Token]) -> Iterator[Finding]:
    person = own.to.person
    wanted = _words_by_written(person)
    # "de" is no name by which to tell "de la Cruz" from "de Vries".
    wanted = {one: way for one, way in wanted.items() if one not in names.PARTICLES} or wanted
    named = [one for one in to if one.folded in wanted or _is_nickname(one.folded, person)]
    if not named:
        for token in to:
            if right := _near_word(token.folded, wanted):
                why = f"{person.shown} is spelled “{right}” on file."
                yield at(Check.RECIPIENT, text.text, token.start, token.end, why, right)
                return
        said = text.text[greeted.start : greeted.end]
        why = f"The letter is for {person.shown}, and greets “{said}”."
        fix = names.addressed(person)
        yield at(Check.RECIPIENT, text.text, greeted.start, greeted.end, why, fix)
        return
    if len(person.name.split()) < 2:
        return
    # One of the two names is right: the other one may be wrong. Colleagues may be greeted too.
    missed = {word: as_is for word, as_is in wanted.items() if word not in {t.folded for t in to}}
    for token in to:
        if token in named or token.folded in own.index.words or not token.is_capital:
            continue
        if right := _near_word(token.folded, missed):
            why = f"{person.shown} is spelled “{right}” on file."
            yield at(Check.RECIPIENT, text.text, token.start, token.end, why, right)


def _words_by_written(person: Person) -> dict[str, str]:
    """The folded words of a name, each with how it is written."""
    found: dict[str, str] = {}
    for part in (*person.name.split(), *person.called.split()):
        pieces = Text(part).tokens
        found |= {one.folded: one.text for one in pieces if len(one.folded) > 1 or len(pieces) == 1}
    return found


def _near_word(word: str, wanted: dict[str, str]) -> str:
    """How the name is written that this folded word comes near to."""
    near = (as_is for right, as_is in wanted.items() if len(word) > 2 and is_near(word, right))
    return next(near, "")


def _is_nickname(word: str, person: Person) -> bool:
    """Whether "Jen" may be meant for "Jennifer", "Bill" for "William"."""
    first = next(iter(words_of(person.name)), "")
    if (word, first) in _NICKNAMES or (first, word) in _NICKNAMES:
        return True
    stem = re.sub(r"(?:ie|y)$", "", word)
    # A name that lacks its last letter alone is misspelt.
    return (
        len(stem) > 2
        and first.startswith(stem[:3])
        and len(word) + 1 < len(first)
        and (first.startswith((word, stem)) or stem[:-1] == first[: len(stem) - 1])
    )


def misspelt(text: Text, own: Own) -> Iterator[Finding]:
    """Names of this interview that are nearly, but not quite, written as they are on file."""
    rights = _rights(own)
    known = own.index.words
    greeted = salutation(text.text)
    for place, token in enumerate(text.tokens):
        if not token.is_capital or token.folded in known or len(token.folded) < 3:
            continue
        if greeted is not None and greeted.start <= token.start < greeted.end:
            continue
        for right in rights:
            if is_near(token.folded, right.word) and _is_meant(text, place, right):
                why = f"{right.shown} is spelled “{right.written}” on file."
                yield at(right.check, text.text, token.start, token.end, why, right.written)
                break


@dataclass(frozen=True, slots=True)
class _Right:
    """One word of a name of this interview, and the words beside it."""

    word: str
    written: str
    shown: str
    check: Check
    before: str = ""
    after: str = ""
    title: str = ""
    is_surname: bool = False


def _rights(own: Own) -> list[_Right]:
    """Every word of the names of this interview; the recipient's first."""
    found: list[_Right] = []
    people = [own.to.person, *(one.person for one in own.facts.met)]
    for person in dict.fromkeys(one for one in people if not names.is_description(one)):
        check = Check.RECIPIENT if person == own.to.person else Check.OTHER_PERSON
        found += _rights_of(person.name, person.shown, check, person)
    employer = own.facts.interview.employer
    key = employer_key(employer)
    found += (one for one in _rights_of(employer, employer, Check.EMPLOYER) if one.word in key)
    return found


def _rights_of(
    name: str, shown: str, check: Check, person: Person | None = None
) -> Iterator[_Right]:
    tokens = Text(name).tokens
    surname = surname_words(person) if person is not None else ()
    title = written_names.title_of(person.title) if person is not None else ""
    for place, token in enumerate(tokens):
        before = tokens[place - 1].folded if place else ""
        after = tokens[place + 1].folded if place + 1 < len(tokens) else ""
        is_surname = token.folded in surname and place >= len(tokens) - len(surname)
        yield _Right(token.folded, token.text, shown, check, before, after, title, is_surname)


def _is_meant(text: Text, place: int, right: _Right) -> bool:
    """Whether a word that comes near to a name was meant as that name.

    Beside the rest of the name it was, or after a title. By itself, only when
    it is no word of the language.
    """
    tokens, word = text.tokens, text.tokens[place].folded
    if right.is_surname and (title := written_names.title_before(text, place)) is not None:
        is_their_title = right.title in ("", written_names.TITLE_WORDS[title.folded])
        return is_their_title and text.text[text.tokens[place].end :][:1] != "-"
    if place and right.before and tokens[place - 1].folded == right.before:
        return text.is_joined(place)
    if place + 1 < len(tokens) and right.after and tokens[place + 1].folded == right.after:
        return text.is_joined(place + 1)
    is_long = min(len(word), len(right.word)) >= _SHORTEST
    return is_long and not spelling.is_word(word) and _is_alone(text, place)


def _is_alone(text: Text, place: int) -> bool:
    """Whether it is no part of somebody else's longer name."""
    return written_names.is_lone_name(text, place)


def employer(
    text: Text, own: Own, mine: Iterable[Mention], form: LetterForm, subject: Text
) -> Iterator[Finding]:
    """Whether the letter names the employer, and in one piece."""
    shown = own.facts.interview.employer
    key = employer_key(shown)
    split = list(_in_other_pieces(text, key, shown))
    yield from split
    if not about(own.to.kind).names_employer or form is LetterForm.CARD or split or not key:
        return
    if any(_names_it(one, shown) for one in mine):
        return
    if not any(_is_short_for(token, key) for token in (*text.tokens, *subject.tokens)):
        greeted = salutation(text.text)
        where = greeted.end if greeted is not None else 0
        yield _missing(Check.EMPLOYER, where, f"The letter does not name {shown}.", shown)


def _names_it(one: Mention, shown: str) -> bool:
    """Whether a mention is one of the employer, in small letters only if it is whole."""
    return one.named.shown == shown and one.named.sort is Sort.EMPLOYER and one.way is Way.WHOLE


def _is_short_for(token: Token, key: tuple[str, ...]) -> bool:
    """Whether a word stands for the employer: its first word, or its initials."""
    initials = "".join(word[0] for word in key)
    is_initials = len(initials) > 1 and token.text.isupper() and token.folded == initials
    return is_initials or (token.is_capital and token.folded == key[0] and len(key[0]) > 2)


def _in_other_pieces(text: Text, key: tuple[str, ...], shown: str) -> Iterator[Finding]:
    """ "LakesideDental" and "Lake Side Dental"."""
    whole = "".join(key)
    tokens = text.tokens
    if len(whole) < 6:
        return
    for place, token in enumerate(tokens):
        if not token.is_capital or not whole.startswith(token.folded):
            continue
        joined, last = token.folded, place
        while len(joined) < len(whole) and text.is_joined(last + 1):
            last += 1
            joined += tokens[last].folded
        if joined == whole and last - place + 1 != len(key):
            start, end = token.start, tokens[last].end
            why = f"The employer is written “{shown}” on file."
            yield at(Check.EMPLOYER, text.text, start, end, why, shown)
