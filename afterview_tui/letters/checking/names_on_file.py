"""The names on file, and where a letter mentions them.

What another interview's names have to do in a letter is the one mistake that
no spelling check sees. So that it is not cried for nothing, a word counts as a
name only where it is written as one: "Will" is, "will" is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cached_property

from afterview_tui.domain import names
from afterview_tui.domain.records import Facts, Me, Person
from afterview_tui.letters.checking import written_names
from afterview_tui.letters.checking.lexicon import words_in
from afterview_tui.letters.checking.words_in_text import Text, words_of

Words = tuple[str, ...]

# What may be left away, or added, and still name the same employer.
_LEGAL = words_in("legal")
# What people leave away when they speak of an employer: "Corner Loaf" for its bakery.
_GENERIC = words_in("generic")
_ROLE_NOUNS = frozenset(("position", "role", "job", "post", "opening", "vacancy"))
_ARTICLES = frozenset(("the", "a", "an"))


class Sort(StrEnum):
    """What a name is the name of."""

    EMPLOYER = "employer"
    ROLE = "role"
    PERSON = "person"


class Way(Enum):
    """How much of a name is written."""

    WHOLE = 1
    SHORT = 2
    SURNAME = 3
    FIRST = 4


@dataclass(frozen=True, slots=True)
class Held:
    """An interview as far as its names go."""

    id: int
    employer: str
    role: str = ""
    follows_id: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Something on file that has a name.

    `at` are the employers it belongs to, `where` the newest of them as people read it.
    """

    sort: Sort
    shown: str
    where: str = ""
    at: frozenset[Words] = frozenset()
    person: Person | None = None
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name: its folded words."""

    words: Words
    named: Named
    way: Way = Way.WHOLE


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: at which word, over how many, and what it is the name of.

    `start` and `end` are offsets; a title before a surname is part of it.
    """

    named: Named
    way: Way
    at: int
    size: int
    start: int
    end: int


def employer_key(employer: str) -> Words:
    """The words by which an employer is known, whatever stands around them."""
    words = list(words_of(employer))
    while len(words) > 1 and words[0] == "the":
        del words[0]
    while len(words) > 1 and words[-1] in _LEGAL | {"and"}:
        del words[-1]
    return tuple(words)


def short_key(key: Words) -> Words:
    """What people call an employer in short; nothing when that is the whole name."""
    short = list(key)
    while len(short) > 1 and short[-1] in _GENERIC:
        del short[-1]
    return tuple(short) if len(short) < len(key) else ()


def role_key(role: str) -> Words:
    """The words of a role, without "the" before and "position" after them."""
    words = list(words_of(role))
    while words and words[0] in _ARTICLES:
        del words[0]
    while len(words) > 1 and words[-1] in _ROLE_NOUNS:
        del words[-1]
    return tuple(words)


def surname_words(person: Person) -> Words:
    """The folded words of a surname; none where the name holds no word."""
    return words_of(names.surname(person)) if words_of(person.name) else ()


def person_spellings(named: Named, person: Person) -> Iterator[Spelling]:
    """The ways to write somebody's name. Titles are known where they stand before it."""
    whole, called = words_of(person.name), words_of(person.called)
    if not whole or names.is_description(person):
        return
    parts = person.name.split()
    first, last = words_of(parts[0]), surname_words(person)
    yield Spelling(whole, named)
    if last != whole:
        yield Spelling(last, named, Way.SURNAME)
        yield Spelling(first, named, Way.FIRST)
        if first + last != whole:
            yield Spelling(first + last, named)
    if called and called != first:
        yield Spelling(called, named, Way.FIRST)
        if last != whole:
            yield Spelling(called + last, named)


def employer_spellings(named: Named, key: Words) -> Iterator[Spelling]:
    """The ways to write an employer's name, with what it is legally or without."""
    yield Spelling(key, named)
    whole = words_of(named.shown)
    if (whole := whole[1:] if whole[:1] == ("the",) else whole) != key:
        yield Spelling(whole, named)
        if len(whole) > len(key) + 1:
            yield Spelling(whole[:-1], named)
    if short := short_key(key):
        yield Spelling(short, named, Way.SHORT)


class Index:
    """Names by their first word, the longest first."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self._by_first: dict[str, list[Spelling]] = defaultdict(list)
        for one in spellings:
            if one.words:
                self._by_first[one.words[0]].append(one)
        for group in self._by_first.values():
            group.sort(key=lambda one: -len(one.words))

    def mentions(
        self, text: Text, wanted: Callable[[Text, int, Spelling], bool]
    ) -> Iterator[Mention]:
        """Where these names stand, as far as they are `wanted`: the longest at each place."""
        known = self._by_first
        for at, token in enumerate(text.tokens):
            for one in known.get(token.folded, ()):
                if text.fits(at, one.words) and wanted(text, at, one):
                    yield _mention(text, at, one)
                    break

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every name."""
        every = (one.words for group in self._by_first.values() for one in group)
        return frozenset(word for words in every for word in words)


def _mention(text: Text, at: int, one: Spelling) -> Mention:
    first, last = text.tokens[at], text.tokens[at + len(one.words) - 1]
    start = first.start
    if one.named.sort is Sort.PERSON and (title := written_names.title_before(text, at)):
        start = title.start
    return Mention(one.named, one.way, at, len(one.words), start, last.end)


class Names:
    """Every name on file: made once for each reading of the file, asked with each letter.

    `met` and `vouching` say which person (by id) belongs to which interview.
    """

    def __init__(
        self,
        interviews: Iterable[Held] = (),
        people: Iterable[Person] = (),
        met: Iterable[tuple[int, int]] = (),
        references: Collection[int] = (),
    ) -> None:
        self._held = {one.id: one for one in interviews}
        self._keys = {one.id: employer_key(one.employer) for one in self._held.values()}
        self._employers = frozenset(self._keys.values())
        self._people = tuple(people)
        self._met: dict[int, list[int]] = defaultdict(list)
        for person_id, interview_id in met:
            if interview_id in self._held:
                self._met[person_id].append(interview_id)
        self._references = frozenset(references)
        self.index = Index(self._spellings())

    def _spellings(self) -> Iterator[Spelling]:
        employers: dict[Words, Held] = {}
        roles: dict[Words, list[Held]] = defaultdict(list)
        for one in self._held.values():
            employers[self._keys[one.id]] = one
            roles[role_key(one.role)].append(one)
        for key, one in employers.items():
            named = Named(Sort.EMPLOYER, one.employer, one.employer, frozenset([key]))
            yield from employer_spellings(named, key)
        for words, held in roles.items():
            at = frozenset(self._keys[one.id] for one in held)
            yield Spelling(words, Named(Sort.ROLE, held[-1].role, held[-1].employer, at))
        for person in self._people:
            yield from person_spellings(self._person(person), person)

    def _person(self, person: Person) -> Named:
        met = self._met.get(person.id, [])
        is_reference = person.id in self._references and not met
        at = {self._keys[interview_id] for interview_id in met}
        where = self._held[met[-1]].employer if met else person.employer
        if not met:  # of somebody who only rang, it counts whether their firm is on file
            at = {employer_key(person.employer)} & self._employers
        return Named(Sort.PERSON, person.shown, where, frozenset(at), person, is_reference)

    def ours(self, facts: Facts) -> frozenset[Words]:
        """The employers, as they are written, that all rounds of this interview were with."""
        keys = {employer_key(facts.interview.employer)}
        todo, done = [facts.interview.id, facts.interview.follows_id], {None, 0}
        while todo:
            if (number := todo.pop()) in done:
                continue
            done.add(number)
            if number in self._held:
                keys.add(self._keys[number])
                todo += [self._held[number].follows_id, *self._followers.get(number, ())]
        return frozenset(keys)

    def roles_at(self, keys: Collection[Words]) -> frozenset[Words]:
        """The roles that were talked about with these employers."""
        found = (self._roles.get(key, ()) for key in keys)
        return frozenset(role for roles in found for role in roles)

    @cached_property
    def _followers(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for one in self._held.values():
            if one.follows_id is not None:
                found[one.follows_id].append(one.id)
        return found

    @cached_property
    def _roles(self) -> Mapping[Words, set[Words]]:
        found: dict[Words, set[Words]] = defaultdict(set)
        for one in self._held.values():
            if words := role_key(one.role):
                found[self._keys[one.id]].add(words)
        return found


def own_spellings(facts: Facts, to: Person, roles: Collection[Words] = ()) -> Iterator[Spelling]:
    """The names that have their place in a letter of this interview to that person."""
    interview = facts.interview
    employer = Named(Sort.EMPLOYER, interview.employer)
    yield from employer_spellings(employer, employer_key(interview.employer))
    for words in {role_key(interview.role), *roles}:
        yield Spelling(words, Named(Sort.ROLE, interview.role))
    for person in own_people(facts, to):
        yield from person_spellings(Named(Sort.PERSON, person.shown, person=person), person)
    # An address can hold any name: "Lakeside" is a street, too.
    for block in (interview.place, *_addresses(facts.me, to)):
        for line in block.splitlines():
            yield Spelling(words_of(line), Named(Sort.EMPLOYER, line))


def own_people(facts: Facts, to: Person) -> list[Person]:
    """The recipient first, everybody met, the references of this interview, and the user."""
    everybody = [to, *(one.person for one in facts.met), *(one.person for one in facts.vouching)]
    known = {(one.id, one.name): one for one in everybody}
    return [*known.values(), Person(name=facts.me.name)]


def _addresses(me: Me, to: Person) -> tuple[str, ...]:
    return me.address, to.address
