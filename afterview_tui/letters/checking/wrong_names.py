"""Names that belong to another interview: what copying a letter leaves behind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from afterview_tui.domain import names as person_names
from afterview_tui.domain.letter_kinds import about
from afterview_tui.domain.recipients import Recipient
from afterview_tui.domain.records import Facts
from afterview_tui.letters.checking import spelling, written_names
from afterview_tui.letters.checking.finding import Check, Finding, at
from afterview_tui.letters.checking.names_on_file import (
    Index,
    Mention,
    Names,
    Sort,
    Spelling,
    Way,
    Words,
    own_people,
    own_spellings,
    role_key,
)
from afterview_tui.letters.checking.salutation import salutation
from afterview_tui.letters.checking.words_in_text import Text

# Where a word is the name of a position, and not of what somebody is: "the aide position".
_POSITION_AFTER = re.compile(r"\s+(?:position|role|job|post|opening|vacancy|opportunity)\b", re.I)
_POSITION_BEFORE = re.compile(
    r"\b(?:(?:position|role|job|post|opening|vacancy|opportunity|offer) (?:of|as|for)"
    r"|interview(?:ed|ing)? for|appl(?:y|ied|ying) for|applying as|application for"
    r"|consider(?:ed)? for"
    r"|considering me (?:for|as)|join\w* (?:you|your team|the team) as|hire me as|work for you as"
    r"|your (?:new|next|future)|my (?:thanks|interview) for)"
    r"(?:\s+(?:the|an?|your|this|new|next))*\s+$",
    re.I,
)
_AROUND = 60  # characters before a role that tell whether it is a position
# Each with the check that it raises.
_CHECKS = {
    Sort.EMPLOYER: Check.OTHER_EMPLOYER,
    Sort.ROLE: Check.OTHER_ROLE,
    Sort.PERSON: Check.OTHER_PERSON,
}


@dataclass(frozen=True)
class Own:
    """What belongs into a letter: its interview, and everybody around it."""

    facts: Facts
    to: Recipient
    names: Names

    @cached_property
    def employers(self) -> frozenset[Words]:
        """The employers that all rounds were with."""
        return self.names.ours(self.facts)

    @cached_property
    def index(self) -> Index:
        """The names that have their place in the letter."""
        roles = self.names.roles_at(self.employers)
        return Index(own_spellings(self.facts, self.to.person, roles))

    @cached_property
    def ids(self) -> frozenset[int]:
        """The people that have their place in the letter."""
        return frozenset(one.id for one in own_people(self.facts, self.to.person) if one.id)

    def mentions(self, text: Text) -> tuple[Mention, ...]:
        """Where the letter names what it may name; case aside."""
        return tuple(self.index.mentions(text, lambda *_: True))

    def is_other(self, one: Spelling) -> bool:
        """Whether a name on file is that of another interview."""
        named = one.named
        if named.sort is Sort.ROLE and self._is_own_role(one.words):
            return False
        if named.person is None:
            return not named.at & self.employers
        if named.person.id in self.ids:
            return False
        if named.is_reference:
            return about(self.to.kind).to_reference
        return bool(named.at) and not named.at & self.employers

    def _is_own_role(self, words: Words) -> bool:
        """Whether a role may be this interview's: its short form, or all that is known of it."""
        role = role_key(self.facts.interview.role)
        places = range(len(role) - len(words) + 1)
        return not role or any(role[at : at + len(words)] == words for at in places)


def elsewhere(text: Text, own: Own, mine: tuple[Mention, ...]) -> Iterator[Finding]:
    """Every name in a text that belongs to another interview. `mine` are those that do not."""

    def wanted(text: Text, place: int, one: Spelling) -> bool:
        return own.is_other(one) and _is_meant(text, place, one)

    beside: dict[int, list[Mention]] = defaultdict(list)
    for one in mine:
        for place in range(one.at, one.at + one.size):
            beside[place].append(one)
    for found in own.names.index.mentions(text, wanted):
        places = range(found.at, found.at + found.size)
        if not any(_covers(text, one, found) for at in places for one in beside.get(at, ())):
            yield _finding(text, own, found)


def _covers(text: Text, one: Mention, other: Mention) -> bool:
    """Whether a name is the other one as well, or has it within itself.

    A surname that two people share is told apart by the title, but for the
    salutation: there a title that is not the reader's is a wrong title.
    """
    overlaps = one.at < other.at + other.size and other.at < one.at + one.size
    if not overlaps or one.size < other.size:
        return False
    title = written_names.title_before(text, other.at)
    mine, theirs = one.named.person, other.named.person
    if title is None or mine is None or theirs is None or one.way is not Way.SURNAME:
        return True
    greeted = salutation(text.text)
    if greeted is not None and greeted.start <= title.start < greeted.end:
        return True
    said = written_names.TITLE_WORDS[title.folded]
    return said != written_names.title_of(theirs.title) or said == written_names.title_of(
        mine.title
    )


def _is_meant(text: Text, place: int, one: Spelling) -> bool:
    """Whether these words are written as the name that they could be."""
    if one.named.sort is Sort.ROLE:
        return _is_position(text, place, one)
    if one.named.sort is Sort.PERSON:
        return _is_somebody(text, place, one)
    return _is_employer(text, place, one)


def _is_position(text: Text, place: int, one: Spelling) -> bool:
    start = text.tokens[place].start
    end = text.tokens[place + len(one.words) - 1].end
    before = " ".join(text.text[max(0, start - _AROUND) : start].split()) + " "
    return bool(_POSITION_AFTER.match(text.text, end) or _POSITION_BEFORE.search(before))


def _is_employer(text: Text, place: int, one: Spelling) -> bool:
    size = len(one.words)
    if size > 1:
        return written_names.is_whole_name(text, place, size, longest_is_sure=one.way is Way.WHOLE)
    token = text.tokens[place]
    if not written_names.is_lone_name(text, place) or written_names.is_tool(text, place):
        return False
    is_everyday = spelling.is_word(token.folded)
    if one.way is Way.SHORT:
        return not is_everyday and not written_names.is_place(text, place)
    return not (token.starts_sentence and is_everyday)


def _is_somebody(text: Text, place: int, one: Spelling) -> bool:
    size, person = len(one.words), one.named.person
    if one.way is Way.SURNAME and written_names.is_titled(text, place):
        return True
    if one.way is Way.WHOLE and size > 1:
        return written_names.is_whole_name(text, place, size, longest_is_sure=False)
    if not written_names.is_lone_name(text, place):
        return False
    if one.way is Way.FIRST and person is not None and person.title and not person.called:
        # Whom one calls Mr. Hollins is not meant by "my friend Ben".
        return written_names.is_called(text, place)
    return True


def _finding(text: Text, own: Own, found: Mention) -> Finding:
    named, interview = found.named, own.facts.interview
    check = _CHECKS[named.sort]
    fix = None
    if named.sort is Sort.EMPLOYER:
        why = f"{named.shown} is another employer; this letter is for {interview.employer}."
        fix = interview.employer
    elif named.sort is Sort.ROLE:
        why = f"{named.shown} is the role at {named.where}; this one is {interview.role}."
        fix = interview.role
    elif named.is_reference:
        why = f"{named.shown} is another of your references; this letter is for {_to(own)}."
    else:
        why = f"{named.shown} belongs to {named.where}, not to {interview.employer}."
    return at(check, text.text, found.start, found.end, why, fix)


def _to(own: Own) -> str:
    return own.to.person.shown or person_names.addressed(own.to.person)
